/* dt-rules-head-form.c - how the head looks, subject and addressees
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>

/* What separates two lengths that should be one, in µm. */
#define RULE_SLACK 300

/* Compares what is set in @roles with the sheet of the decree; one answer for each role. */
void
dt_check_styles (DtCheck *check,
                 const DtRole *roles,
                 guint n_roles,
                 gboolean slant)
{
  guint n;
  const DtCheckItem *items = dt_check_get_items (check, &n);

  for (guint r = 0; r < n_roles; r++)
    {
      const DtStyle *style = dt_sheet_get_style (check->sheet, roles[r]);

      for (guint i = 0; i < n; i++)
        {
          const DtCheckItem *item = &items[i];
          gboolean size_fits = item->size >= style->size_min && item->size <= style->size_max;
          gboolean fits = size_fits && (!slant || (item->bold == style->bold && item->italic == style->italic));
          g_autofree char *measured = NULL;
          g_autofree char *least = NULL;
          g_autofree char *most = NULL;
          g_autofree char *allowed = NULL;

          if (item->kind != DT_ITEM_TEXT || item->role != roles[r] || fits)
            continue;

          measured = dt_check_format_size (item->size);
          least = dt_check_format_size (style->size_min);
          most = dt_check_format_size (style->size_max);
          allowed = strcmp (least, most) == 0 ? g_strdup (least) : g_strdup_printf ("%s–%s", least, most);
          {
            const DtAnswer answer = { .node = item->node != NULL ? item->node : "plan", .measured = measured, .allowed = allowed, .page = item->page };

            if (!size_fits)
              dt_check_add (check, &answer, _ ("“%s” is set in %s points, allowed are %s"), style->title, measured, allowed);
            else
              dt_check_add (check, &answer, _ ("“%s” is not as bold or slanted as it should be"), style->title);
          }
          break;
        }
    }
}

/* L17 */
static void
check_head_style (DtCheck *check,
                  const DtCheckText *text)
{
  static const DtRole roles[] = { DT_ROLE_NATIONAL_TITLE, DT_ROLE_MOTTO, DT_ROLE_PARENT, DT_ROLE_AGENCY,
                                  DT_ROLE_NUMBER, DT_ROLE_PLACE_DATE, DT_ROLE_TYPE_NAME };

  (void) text;
  dt_check_styles (check, roles, G_N_ELEMENTS (roles), TRUE);
}

/* Compares a drawn rule with the lines of text above it. */
static void
check_rule (DtCheck *check,
            DtRole rule_role,
            DtRole text_role)
{
  const DtStyle *style = dt_sheet_get_style (check->sheet, rule_role);
  DtLength longest = 0;
  guint n;
  const DtCheckItem *items = dt_check_get_items (check, &n);

  for (guint i = 0; i < n; i++)
    {
      const DtCheckItem *item = &items[i];
      gint64 permille;

      if (item->kind == DT_ITEM_TEXT && item->role == text_role)
        {
          DtLength width = item->rect.width;

          /* Stretches of one line stand beside each other. */
          for (guint k = i; k > 0 && items[k - 1].role == text_role && items[k - 1].baseline == item->baseline; k--)
            width = item->rect.x + item->rect.width - items[k - 1].rect.x;
          longest = MAX (longest, width);
        }
      if (item->kind != DT_ITEM_RULE || item->role != rule_role || longest == 0)
        continue;

      permille = (gint64) item->rect.width * 1000 / longest;
      if ((gint64) item->rect.width + RULE_SLACK < (gint64) longest * style->rule_permille_min / 1000 ||
          (gint64) item->rect.width - RULE_SLACK > (gint64) longest * style->rule_permille_max / 1000)
        {
          g_autofree char *measured = g_strdup_printf ("%d%%", (int) (permille / 10));
          g_autofree char *allowed = g_strdup_printf ("%u–%u%%", (style->rule_permille_min + 5) / 10,
                                                      style->rule_permille_max / 10);
          const DtAnswer answer = { .node = item->node, .measured = measured, .allowed = allowed, .page = item->page };

          dt_check_add (check, &answer, _ ("“%s” is %s of the line above, allowed is %s"), style->title, measured, allowed);
        }
      longest = 0;
    }
}

/* A line of nothing but hyphens or underscores. */
static gboolean
is_typed_rule (const char *start,
               gsize length)
{
  guint n = 0;

  for (const char *p = start; p < start + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '-' && c != '_' && c != 0x2013 && c != 0x2014 && c != 0x2500 && c != '=' && c != ' ')
        return FALSE;
      n += c != ' ';
    }

  return n >= 3;
}

/* L18 */
static void
check_motto_rule (DtCheck *check,
                  const DtCheckText *text)
{
  (void) text;
  for (guint i = 0; i < check->n_texts; i++)
    for (guint k = 0; k < check->texts[i]->n_lines; k++)
      {
        const DtCheckLine *line = &check->texts[i]->lines[k];

        if (line->row < 0 && is_typed_rule (check->texts[i]->plain + line->start, line->end - line->start))
          dt_check_found (check, check->texts[i], line->start, line->end, NULL,
                          _ ("rules are drawn by the program, not typed"));
      }

  if (check->pages != NULL)
    check_rule (check, DT_ROLE_MOTTO_RULE, DT_ROLE_MOTTO);
}

/* L19 */
static void
check_short_rules (DtCheck *check,
                   const DtCheckText *text)
{
  (void) text;
  check_rule (check, DT_ROLE_AGENCY_RULE, DT_ROLE_AGENCY);
  check_rule (check, DT_ROLE_SUBJECT_RULE, DT_ROLE_SUBJECT);
}

/* Names of persons and events, folded, with which communes are often named: they keep their common noun. */
static const char *const honoured[] = {
  "dien bien phu",
  "cach mang thang tam",
  "ham rong",
  "ba dinh",
  "dong khoi",
  "xo viet nghe tinh",
  "30 thang 4",
  "hung vuong",
};

static const char *const surnames[] = {
  "nguyen",
  "tran",
  "le",
  "ly",
  "pham",
  "phan",
  "hoang",
  "huynh",
  "vo",
  "vu",
  "dang",
  "bui",
  "do",
  "ho",
  "ngo",
  "duong",
  "truong",
  "dinh",
  "mac",
  "trieu",
  "ba",
  "quang",
  "ton",
};

static gboolean
is_honoured (const char *folded)
{
  gsize first = strcspn (folded, " ");

  for (guint i = 0; i < G_N_ELEMENTS (honoured); i++)
    if (strcmp (honoured[i], folded) == 0)
      return TRUE;
  for (guint i = 0; folded[first] != '\0' && i < G_N_ELEMENTS (surnames); i++)
    if (strlen (surnames[i]) == first && strncmp (surnames[i], folded, first) == 0)
      return TRUE;

  return FALSE;
}

/* L28 */
static void
check_place_noun (DtCheck *check,
                  const DtCheckText *text)
{
  static const char *const nouns[] = { "Xã ", "xã ", "Phường ", "phường ", "Đặc khu ", "đặc khu " };
  const char *place = check->head != NULL ? dt_node_get_attribute (check->head, DT_ATTR_PLACE) : NULL;
  DtAnswer answer = { .node = "head", .attribute = DT_ATTR_PLACE, .is_attribute = TRUE, .measured = place };

  (void) text;
  if (place == NULL)
    {
      dt_check_not_applicable (check, _ ("the document has no place yet"));
      return;
    }

  if (place[strspn (place, "0123456789")] == '\0')
    {
      g_autofree char *right = g_strconcat ("Phường ", place, NULL);

      answer.replacement = right;
      dt_check_add (check, &answer, _ ("a place named by a number keeps its noun: “%s”"), right);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      const char *name = place + strlen (nouns[i]);
      g_autofree char *folded = NULL;

      if (!g_str_has_prefix (place, nouns[i]) || g_ascii_isdigit (*name))
        continue;
      folded = dt_text_fold (name);
      if (is_honoured (folded))
        continue;
      answer.replacement = name;
      dt_check_add (check, &answer, _ ("before the date stands the name alone: “%s”"), name);
    }
}

static gboolean
is_subject (const DtCheckText *text)
{
  return text->kind == DT_NODE_SUBJECT && text->length > 0;
}

/* How many words @text has. */
static guint
count_words (const DtCheckText *text)
{
  const char *cursor = text->plain;
  const char *word;
  gsize size;
  guint n = 0;

  while (dt_text_next_word (&cursor, text->plain + text->length, &word, &size))
    n++;
  return n;
}

/* L29 */
static void
check_subject_style (DtCheck *check,
                     const DtCheckText *text)
{
  guint n_lines;
  const DtLine *lines;

  if (!is_subject (text))
    return;

  if (count_words (text) > 2 && dt_scan_is_capitals (text->plain, 0, text->length))
    {
      g_autofree char *lower = dt_text_lower (text->plain);
      g_autofree char *right = dt_scan_capitalize (lower);
      /* Names would lose their capitals. */
      const DtAnswer answer = { .text = text, .end = text->length, .replacement = right, .unsafe = TRUE };

      dt_check_add (check, &answer, _ ("the subject is written in small letters"));
    }
  if (text->plain[text->length - 1] == '.' && !g_str_has_suffix (text->plain, "..."))
    dt_check_found (check, text, text->length - 1, text->length, "", _ ("no full stop stands behind the subject"));

  lines = dt_body_get_lines (text->body, &n_lines);
  for (guint i = 0; i < n_lines; i++)
    for (guint k = 0; k < lines[i].n_spans; k++)
      if (lines[i].spans[k].italic)
        {
          dt_check_found (check, text, 0, text->length, NULL, _ ("the subject is upright, not italic"));
          return;
        }
}

/* L30 */
static void
check_subject_type (DtCheck *check,
                    const DtCheckText *text)
{
  const char *name = check->kind != NULL ? check->kind->name : NULL;
  g_autofree char *folded = NULL;
  g_autofree char *type = NULL;
  g_autofree char *right = NULL;
  gsize length;

  if (!is_subject (text) || name == NULL || text->top != DT_NODE_HEAD)
    return;

  folded = dt_text_fold (text->plain);
  type = dt_text_fold (name);
  length = strlen (name);
  if (!g_str_has_prefix (folded, type) || folded[strlen (type)] != ' ' || text->length <= length + 1)
    return;

  right = dt_scan_capitalize (text->plain + length + 1);
  {
    const gunichar first = g_utf8_get_char (right);
    g_autofree char *letter = g_strndup (right, (gsize) g_unichar_to_utf8 (first, NULL));
    const DtAnswer answer = { .text = text, .end = length + 1 + (gsize) (g_utf8_next_char (text->plain + length + 1) - (text->plain + length + 1)), .replacement = letter, .suggestion = right };

    dt_check_add (check, &answer, _ ("the subject repeats the type “%s”"), name);
  }
}

/* L31 */
static void
check_subject_lead (DtCheck *check,
                    const DtCheckText *text)
{
  static const char *const leads[] = { "V/v", "v/v", "V/V" };

  if (!is_subject (text))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    if (g_str_has_prefix (text->plain, leads[i]))
      dt_check_found (check, text, 0, strlen (leads[i]), NULL, _ ("“%s” belongs to letters without a type name"), leads[i]);
}

/* L32 */
static void
check_addressee (DtCheck *check,
                 const DtCheckText *text)
{
  static const char lead[] = "Kính gửi";

  if (check->kind == NULL || check->kind->addressed)
    return;

  if (text->kind == DT_NODE_ADDRESSEE)
    {
      const DtAnswer answer = { .text = text, .end = text->length, .removes = TRUE, .suggestion = _ ("put the office among the recipients") };

      dt_check_add (check, &answer, _ ("“%s” takes no “Kính gửi”"), check->kind->name);
      return;
    }

  for (guint i = 0; i < text->n_lines; i++)
    if (g_str_has_prefix (text->plain + text->lines[i].text, lead) && text->lines[i].row < 0)
      dt_check_found (check, text, text->lines[i].text, text->lines[i].end, NULL, _ ("“%s” takes no “Kính gửi”"),
                      check->kind->name);
}

static const DtRuleCode codes[] = {
  { "L17", DT_SCOPE_PLAN, DT_INPUT_PAGES, check_head_style },
  { "L18", DT_SCOPE_PLAN, DT_INPUT_ALL | DT_INPUT_SEES_PAGES, check_motto_rule },
  { "L19", DT_SCOPE_PLAN, DT_INPUT_PAGES, check_short_rules },
  { "L28", DT_SCOPE_PLAN, DT_INPUT_HEAD, check_place_noun },
  { "L29", DT_SCOPE_TEXT, 0, check_subject_style },
  { "L30", DT_SCOPE_TEXT, 0, check_subject_type },
  { "L31", DT_SCOPE_TEXT, 0, check_subject_lead },
  { "L32", DT_SCOPE_TEXT, 0, check_addressee },
};

DT_RULE_FAMILY (dt_rules_head_form, codes);
