/* dt-import-complete.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-steps-private.h"

#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * What a PDF reader lost of the head, taken from the text where it says so
 * itself: the issuing body from its name in the text, the place from the body,
 * the symbol from the kind, the year from the subject. Each is reported.
 */

#define MAX_NAME_WORDS 5
#define STRONG 3

/* Common nouns of the units that have a People's Committee of their own at the lower level. */
static const char *const unit_nouns[] = { "phường", "xã", "đặc khu", "thị trấn" };

static const char *const committees[] = { "ủy ban nhân dân", "uỷ ban nhân dân", "ubnd" };

typedef struct
{
  GHashTable *counts; /* "phường Long Châu" → points */
  const char *best;
  guint best_points;
  gboolean committee; /* some body of that sort is named */
} Names;

/* Bytes of a proper name at @text: words with a capital, or a number ("Phường 7"). */
static gsize
match_proper_name (const char *text)
{
  const char *p = text;
  const char *end = text;

  if (g_ascii_isdigit (*p))
    {
      gsize width = strspn (p, "0123456789");

      return width <= 2 && (p[width] == '\0' || !g_unichar_isalnum (g_utf8_get_char (p + width))) &&
                 p[width] != '/'
               ? width
               : 0;
    }

  for (guint n = 0; n < MAX_NAME_WORDS; n++)
    {
      const char *word = p;
      gboolean small = FALSE;

      if (*p == '\0' || !g_unichar_isupper (g_utf8_get_char (p)))
        break;
      for (p = g_utf8_next_char (p); *p != '\0' && g_unichar_isalpha (g_utf8_get_char (p));
           p = g_utf8_next_char (p))
        small |= g_unichar_islower (g_utf8_get_char (p));
      /* "UBND", "Ủy ban": what follows the name of a unit without being part of it. */
      if (!small && p - word > 3)
        break;
      end = p;
      if (*p != ' ')
        break;
      p++;
    }

  return (gsize) (end - text);
}

static void
count_name (Names *self,
            DtImport *import,
            const char *noun,
            const char *name,
            gsize length,
            guint points)
{
  g_autofree char *proper = g_strndup (name, length);
  g_autofree char *full = g_strconcat (noun, " ", proper, NULL);
  gpointer key = NULL;
  gpointer value = NULL;

  if (!g_hash_table_lookup_extended (self->counts, full, &key, &value))
    key = (gpointer) dt_import_keep (import, full, -1);
  points += GPOINTER_TO_UINT (value);
  g_hash_table_insert (self->counts, key, GUINT_TO_POINTER (points));
  if (points > self->best_points)
    {
      self->best = key;
      self->best_points = points;
    }
}

/* Looks at a word start: "phường Long Châu", and whether a committee stands right before. */
static void
look_at (Names *self,
         DtImport *import,
         const char *word,
         gboolean *after_committee)
{
  for (guint i = 0; i < G_N_ELEMENTS (unit_nouns); i++)
    {
      gsize width = dt_import_match_word (word, unit_nouns[i]);
      gsize length;

      if (width == 0 || word[width] != ' ')
        continue;
      length = match_proper_name (word + width + 1);
      if (length > 0)
        count_name (self, import, unit_nouns[i], word + width + 1, length,
                    *after_committee ? STRONG : 1);
    }
  *after_committee = FALSE;
}

static void
scan_names (Names *self,
            DtImport *import,
            const char *text)
{
  gboolean after_committee = FALSE;

  for (const char *p = text; *p != '\0';)
    {
      gsize committee = 0;

      for (guint i = 0; committee == 0 && i < G_N_ELEMENTS (committees); i++)
        committee = dt_import_match_word (p, committees[i]);
      if (committee > 0)
        {
          after_committee = TRUE;
          self->committee = TRUE;
          p += committee;
        }
      else
        {
          look_at (self, import, p, &after_committee);
          p += strcspn (p, " ");
        }
      p += strspn (p, " ");
    }
}

static void
report (DtImport *self,
        DtImportHead *head,
        const char *what,
        const char *value)
{
  dt_import_report (self, DT_IMPORT_HEAD_COMPLETED, head->kind_line > 0 ? head->kind_line : 1,
                    what, value);
}

static void
complete_agency (DtImport *self,
                 DtImportHead *head,
                 const Names *names)
{
  g_autofree char *upper = NULL;
  g_autofree char *agency = NULL;
  g_autofree char *shown = NULL;

  if (head->agency != NULL || names->best == NULL || !names->committee)
    return;

  upper = dt_text_upper (names->best);
  agency = g_strconcat ("ỦY BAN NHÂN DÂN\n", upper, NULL);
  shown = g_strconcat ("ỦY BAN NHÂN DÂN ", upper, NULL);
  head->agency = dt_import_keep (self, agency, -1);
  dt_import_add (self, agency);
  report (self, head, _ ("the issuing body"), shown);
}

/* "Long Châu" of "phường Long Châu"; units with a number keep their noun: "Phường 7". */
static void
complete_place (DtImport *self,
                DtImportHead *head,
                const Names *names)
{
  const char *name = names->best;
  g_autofree char *place = NULL;
  gsize noun = 0;

  if (head->place != NULL || name == NULL || !names->committee)
    return;

  for (guint i = 0; noun == 0 && i < G_N_ELEMENTS (unit_nouns); i++)
    noun = dt_import_match_word (name, unit_nouns[i]);
  if (g_ascii_isdigit (name[noun + 1]))
    {
      GString *text = g_string_new (NULL);

      g_string_append_unichar (text, g_unichar_toupper (g_utf8_get_char (name)));
      g_string_append (text, g_utf8_next_char (name));
      place = g_string_free (text, FALSE);
    }
  else
    place = g_strdup (name + noun + 1);

  head->place = dt_import_keep (self, place, -1);
  report (self, head, _ ("the place"), place);
}

static void
complete_symbol (DtImport *self,
                 DtImportHead *head)
{
  g_autofree char *symbol = NULL;

  if (head->symbol != NULL || head->agency == NULL ||
      strstr (head->agency, "BAN NHÂN DÂN") == NULL || strchr (head->agency, '\n') == NULL)
    return;

  symbol = g_strconcat (dt_import_kind_abbreviation (head->kind), "-UBND", NULL);
  head->symbol = dt_import_keep (self, symbol, -1);
  report (self, head, _ ("the symbol"), symbol);
}

/* Words before "năm 2026" that belong to the period: "6 tháng cuối", "quý IV", "tháng 9". */
static const char *
extend_period (const char *subject,
               const char *at)
{
  static const char *const befores[] = {
    "6 tháng cuối ",
    "6 tháng đầu ",
    "06 tháng cuối ",
    "06 tháng đầu ",
    "9 tháng đầu ",
    "09 tháng đầu ",
    "3 tháng cuối ",
    "03 tháng cuối ",
    "quý I ",
    "quý II ",
    "quý III ",
    "quý IV ",
    "tháng 1 ",
    "tháng 2 ",
    "tháng 3 ",
    "tháng 4 ",
    "tháng 5 ",
    "tháng 6 ",
    "tháng 7 ",
    "tháng 8 ",
    "tháng 9 ",
    "tháng 10 ",
    "tháng 11 ",
    "tháng 12 ",
  };
  const char *best = at;

  for (guint i = 0; i < G_N_ELEMENTS (befores); i++)
    {
      gsize width = strlen (befores[i]);

      if ((gsize) (at - subject) >= width && memcmp (at - width, befores[i], width) == 0 &&
          at - width < best && ((gsize) (at - subject) == width || at[-(gssize) width - 1] == ' '))
        best = at - width;
    }

  return best;
}

/* "năm 2026" in the subject: the year, and with what stands before it the period. */
static void
complete_period (DtImport *self,
                 DtImportHead *head)
{
  const char *subject = head->subject;
  const char *at = NULL;
  const char *start;
  char year[5];

  for (const char *p = subject; p != NULL && (p = strstr (p, "năm ")) != NULL; p += strlen ("năm "))
    if (strspn (p + strlen ("năm "), "0123456789") == 4 &&
        (p[strlen ("năm ")] == '1' || p[strlen ("năm ")] == '2') && at == NULL)
      at = p;
  if (at == NULL)
    return;

  memcpy (year, at + strlen ("năm "), 4);
  year[4] = '\0';
  start = extend_period (subject, at);
  if (head->period == NULL)
    {
      head->period = start == at
                       ? dt_import_keep (self, year, -1)
                       : dt_import_keep (self, start, at + strlen ("năm ") + 4 - start);
      report (self, head, _ ("the period"), head->period);
    }
  if (head->date == NULL)
    {
      head->date = dt_import_keep (self, year, -1);
      report (self, head, _ ("the year"), year);
    }
}

/* "Ban hành Kế hoạch …" of the first article is what a decision is about. */
static void
complete_subject (DtImport *self,
                  DtImportHead *head,
                  GArray *paragraphs)
{
  for (guint i = 0; head->subject == NULL && i < paragraphs->len; i++)
    {
      const DtImportParagraph *paragraph = &g_array_index (paragraphs, DtImportParagraph, i);
      const char *content = paragraph->text + paragraph->marker.length;
      g_autofree char *subject = NULL;
      gsize width;
      gsize length;

      if (paragraph->marker.mark != DT_MARK_ARTICLE)
        continue;

      width = dt_import_match_word (content, "ban hành");
      if (width == 0)
        return;
      length = strcspn (content, ".;:(");
      for (const char *p = strstr (content, ", với"); p != NULL && (gsize) (p - content) < length;)
        length = (gsize) (p - content);
      while (length > width && content[length - 1] == ' ')
        length--;
      if (length > 400)
        return;
      subject = g_strdup_printf ("Về việc ban hành%.*s", (int) (length - width), content + width);
      head->subject = dt_import_keep (self, subject, -1);
      dt_import_add (self, subject);
      report (self, head, _ ("the subject"), subject);
    }
}

/**
 * dt_import_complete_head:
 * @self: the import
 * @head: the head as it was read
 * @end: recipients and signature
 * @paragraphs: (element-type DtImportParagraph): the content
 *
 * Fills what the head lacks and the text says.
 */
void
dt_import_complete_head (DtImport *self,
                         DtImportHead *head,
                         const DtImportClose *end,
                         GArray *paragraphs)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  Names names = { .counts = counts };

  if (self->decision)
    complete_subject (self, head, paragraphs);
  if (head->subject != NULL)
    scan_names (&names, self, head->subject);
  if (head->agency == NULL || head->place == NULL)
    for (guint i = 0; i < paragraphs->len; i++)
      scan_names (&names, self, g_array_index (paragraphs, DtImportParagraph, i).text);
  for (guint i = 1; i < end->capacities->len; i += 2)
    if (strstr (g_ptr_array_index (end->capacities, i), "BAN NHÂN DÂN") != NULL)
      names.committee = TRUE;

  complete_agency (self, head, &names);
  complete_place (self, head, &names);
  complete_symbol (self, head);
  complete_period (self, head);
}
