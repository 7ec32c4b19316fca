/* dt-rules-head.c - the head of the document: boxes 1 to 5
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>

#define MOTTO "Độc lập - Tự do - Hạnh phúc"
#define MOTTO_FOLDED "doc lap tu do hanh phuc"
#define NATIONAL_TITLE "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define NATIONAL_FOLDED "cong hoa xa hoi chu nghia viet nam"

static const char *
get_head (const DtCheck *check,
          DtAttribute attribute)
{
  const char *value = check->head != NULL ? dt_node_get_attribute (check->head, attribute) : NULL;

  return value != NULL ? value : "";
}

/* The words of a line, folded and with single blanks between: what is left when all signs are gone. */
static char *
fold_words (const char *text,
            gsize length)
{
  const char *cursor = text;
  const char *word;
  gsize size;
  GString *folded = g_string_new (NULL);

  while (dt_text_next_word (&cursor, text + length, &word, &size))
    {
      if (folded->len > 0)
        g_string_append_c (folded, ' ');
      dt_text_fold_append (folded, word, (gssize) size);
    }

  return g_string_free (folded, FALSE);
}

/* L16. The head itself is written by the program; people type the lines again in texts that are attached. */
static void
check_national_title (DtCheck *check,
                      const DtCheckText *text)
{
  for (guint i = 0; i < text->n_lines; i++)
    {
      const DtCheckLine *line = &text->lines[i];
      const char *start = text->plain + line->text;
      gsize length = line->end - line->text;
      const char *right = NULL;
      g_autofree char *folded = NULL;

      /* Long lines are prose. */
      if (length < 20 || length > 80)
        continue;

      folded = fold_words (start, length);
      if (strcmp (folded, MOTTO_FOLDED) == 0)
        right = MOTTO;
      else if (strcmp (folded, NATIONAL_FOLDED) == 0)
        right = NATIONAL_TITLE;
      if (right != NULL && (strlen (right) != length || strncmp (right, start, length) != 0))
        dt_check_found (check, text, line->text, line->end, right, _ ("expected “%s”"), right);
    }
}

/* L20 */
static void
check_agency_name (DtCheck *check,
                   const DtCheckText *text)
{
  static const struct
  {
    const char *word;
    const char *right;
  } words[] = {
    { "UBND", "ỦY BAN NHÂN DÂN" },
    { "HĐND", "HỘI ĐỒNG NHÂN DÂN" },
    { "U.B.N.D", "ỦY BAN NHÂN DÂN" },
  };

  if (text->kind != DT_NODE_AGENCY)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize cursor = 0;
      gsize start;

      while (dt_scan_next (text->plain, words[i].word, &cursor, &start))
        dt_check_found (check, text, start, cursor, words[i].right,
                        _ ("the issuing body is written in full: “%s”"), words[i].right);
    }
}

/* L21: since there are two tiers, the People's Committee of a commune has no line of a parent body above it. */
static void
check_parent (DtCheck *check,
              const DtCheckText *text)
{
  const DtCheckText *parent = dt_check_find_text (check, "head/parent");
  const DtCheckText *agency = dt_check_find_text (check, "head/agency");
  g_autofree char *name = NULL;

  (void) text;
  if (parent == NULL || parent->length == 0 || agency == NULL)
    return;

  name = fold_words (agency->plain, agency->length);
  if (!(g_str_has_prefix (name, "uy ban nhan dan ") || g_str_has_prefix (name, "ubnd ")) ||
      !(strstr (name, " xa ") != NULL || strstr (name, " phuong ") != NULL || strstr (name, " dac khu ") != NULL))
    return;

  dt_check_found (check, parent, 0, parent->length, NULL,
                  _ ("no parent body stands above the People’s Committee of a commune"));
}

static gboolean
is_symbol_sign (gunichar c)
{
  return g_unichar_isalnum (c) || c == '-' || c == '&' || c == '.';
}

/* L22: "KH-UBND": groups of letters with hyphens between them, no blanks. */
static void
check_symbol (DtCheck *check,
              const DtCheckText *text)
{
  const char *symbol = get_head (check, DT_ATTR_SYMBOL);
  g_autoptr (GString) right = g_string_new (NULL);
  DtAnswer answer = { .node = "head", .attribute = DT_ATTR_SYMBOL, .is_attribute = TRUE, .measured = symbol };

  (void) text;
  if (*symbol == '\0')
    {
      dt_check_not_applicable (check, _ ("the document has no number yet"));
      return;
    }

  for (const char *p = symbol; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2013 || c == 0x2014 || c == 0x2011 || c == 0x2010)
        c = '-';
      if (is_symbol_sign (c))
        g_string_append_unichar (right, c == 0x00D0 || c == 0x0189 ? 0x0110 : c);
      else if (c == '/' && right->len > 0 && p[1] != '\0')
        g_string_append_c (right, strpbrk (symbol, "-") == NULL ? '-' : '/');
    }

  /* A slash inside is a year or a type: L24 and L23 know. */
  if (strchr (right->str, '/') == NULL && strcmp (right->str, symbol) != 0)
    {
      answer.replacement = right->str;
      answer.allowed = right->str;
      dt_check_add (check, &answer, _ ("the symbol “%s” holds blanks or signs that do not belong there"), symbol);
    }
}

/* Behind the year that a symbol or a number begins with, or NULL. */
static const char *
skip_year (const char *text)
{
  if ((g_str_has_prefix (text, "19") || g_str_has_prefix (text, "20")) && strspn (text, "0123456789") == 4 && text[4] == '/')
    return text + 5;

  return NULL;
}

/* L23 */
static void
check_type (DtCheck *check,
            const DtCheckText *text)
{
  const char *symbol = get_head (check, DT_ATTR_SYMBOL);
  const char *type = skip_year (symbol) != NULL ? skip_year (symbol) : symbol;
  gsize length = strcspn (type, "-–/ ");
  DtAnswer answer = { .node = "head", .attribute = DT_ATTR_SYMBOL, .is_attribute = TRUE, .measured = symbol };
  g_autofree char *right = NULL;

  (void) text;
  if (*symbol == '\0' || check->kind == NULL || check->kind->abbreviation == NULL || *check->kind->abbreviation == '\0')
    {
      dt_check_not_applicable (check, _ ("the document has no number yet"));
      return;
    }
  if (strlen (check->kind->abbreviation) == length && strncmp (type, check->kind->abbreviation, length) == 0)
    return;

  right = g_strdup_printf ("%.*s%s%s", (int) (type - symbol), symbol, check->kind->abbreviation, type + length);
  answer.allowed = check->kind->abbreviation;
  /* A symbol of one group names no body: nobody but the office knows which. */
  if (type[length] == '-')
    answer.replacement = right;
  else
    answer.suggestion = right;
  dt_check_add (check, &answer, _ ("the symbol of “%s” begins with “%s”, not “%.*s”"), check->kind->name,
                check->kind->abbreviation, (int) length, type);
}

/* L24 */
static void
check_year (DtCheck *check,
            const DtCheckText *text)
{
  const char *symbol = get_head (check, DT_ATTR_SYMBOL);
  const char *rest = skip_year (symbol);
  const DtAnswer answer = { .node = "head", .attribute = DT_ATTR_SYMBOL, .is_attribute = TRUE, .replacement = rest, .measured = symbol, .allowed = rest };

  (void) text;
  if (rest != NULL)
    dt_check_add (check, &answer, _ ("no year stands in the number of an administrative document"));
}

/* L25 */
static void
check_padding (DtCheck *check,
               const DtCheckText *text)
{
  gsize cursor = 0;
  DtDateHit hit;

  while (dt_check_next_date (text->plain, text->length, &cursor, &hit))
    {
      g_autofree char *day = dt_check_format_day (hit.day);
      g_autofree char *month = dt_check_format_month (hit.month);
      g_autofree char *right = NULL;
      g_autofree char *wrong = NULL;
      DtAnswer answer = { .text = text, .start = hit.start, .end = hit.month_start + hit.month_length };

      if (hit.day == 0 || hit.day > 31 || hit.month == 0 || hit.month > 12 || hit.form > DT_DATE_SLASH)
        continue;
      if (hit.day_length == strlen (day) && hit.month_length == strlen (month))
        continue;

      wrong = g_strndup (text->plain + answer.start, answer.end - answer.start);
      right = g_strdup_printf ("%s%.*s%s", day, (int) (hit.month_start - hit.start - hit.day_length),
                               text->plain + hit.start + hit.day_length, month);
      answer.replacement = right;
      answer.measured = wrong;
      answer.allowed = right;
      /* The decree speaks of dates in words; the same zeros in figures are custom. */
      answer.warning = hit.form != DT_DATE_WORDS;
      dt_check_add (check, &answer, _ ("days below 10 and the months 1 and 2 take a zero, the others none: “%s”"), right);
    }
}

/* L26 */
static void
check_place (DtCheck *check,
             const DtCheckText *text)
{
  const char *place = get_head (check, DT_ATTR_PLACE);
  gsize length = strcspn (place, ",;:");
  g_autofree char *right = g_strndup (place, length);
  DtAnswer answer = { .node = "head", .attribute = DT_ATTR_PLACE, .is_attribute = TRUE, .measured = place };
  const char *day = strstr (right, "ngày");
  const char *cursor = right;
  const char *word;
  gsize size;

  (void) text;
  if (*place == '\0')
    {
      dt_check_not_applicable (check, _ ("the document has no place yet"));
      return;
    }

  if (day != NULL)
    right[day - right] = '\0';
  g_strstrip (right);
  if (strcmp (right, place) != 0)
    {
      answer.replacement = right;
      dt_check_add (check, &answer, _ ("only the name of the place is given; comma and date are written by the program"));
      return;
    }

  while (dt_text_next_word (&cursor, right + strlen (right), &word, &size))
    {
      if (!g_unichar_islower (g_utf8_get_char (word)))
        continue;
      dt_check_add (check, &answer, _ ("each word of the name of a place takes a capital: “%s”"), right);
      return;
    }
}

/* L27 */
static void
check_impossible (DtCheck *check,
                  const DtCheckText *text)
{
  gsize cursor = 0;
  DtDateHit hit;

  while (dt_check_next_date (text->plain, text->length, &cursor, &hit))
    {
      /* Without a year February may have 29 days; figures with points may be a version or a section. */
      guint most = hit.month >= 1 && hit.month <= 12 ? dt_date_days_in_month (hit.year > 0 ? hit.year : 2024, hit.month) : 0;
      DtAnswer answer = { .text = text, .start = hit.start, .end = hit.end };

      if (hit.form > DT_DATE_SLASH || (hit.day >= 1 && hit.day <= most))
        continue;

      answer.warning = hit.form != DT_DATE_WORDS;
      dt_check_add (check, &answer, _ ("the calendar has no day “%.*s”"), (int) (hit.end - hit.start),
                    text->plain + hit.start);
    }
}

static const DtRuleCode codes[] = {
  { "L16", DT_SCOPE_TEXT, 0, check_national_title },
  { "L20", DT_SCOPE_TEXT, 0, check_agency_name },
  { "L21", DT_SCOPE_PLAN, DT_INPUT_HEAD, check_parent },
  { "L22", DT_SCOPE_PLAN, DT_INPUT_HEAD, check_symbol },
  { "L23", DT_SCOPE_PLAN, DT_INPUT_HEAD, check_type },
  { "L24", DT_SCOPE_PLAN, DT_INPUT_HEAD, check_year },
  { "L25", DT_SCOPE_TEXT, 0, check_padding },
  { "L26", DT_SCOPE_PLAN, DT_INPUT_HEAD, check_place },
  { "L27", DT_SCOPE_TEXT, 0, check_impossible },
};

DT_RULE_FAMILY (dt_rules_head, codes);
