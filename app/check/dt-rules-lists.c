/* dt-rules-lists.c - bullets, ends of items, the mark at the end
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>

#define END_MARK "./."

/* Fewer words than this are a caption, not a sentence. */
#define SENTENCE_WORDS 6

static gboolean
is_prose (const DtCheckText *text)
{
  return text->kind == DT_NODE_BODY || text->kind == DT_NODE_OPENING || text->kind == DT_NODE_CLOSING;
}

static gboolean
is_bullet (gunichar c)
{
  return c == 0x2022 || c == '*' || c == 0x2013 || c == 0x2014 || c == 0x00B7 || c == 0x25CF || c == 0x25CB || c == 0x25AA ||
         c == 0x25A0 || c == 0x2023 || c == 0x2043 || c == 0x27A2 || c == 0xF0B7 || c == 0x2212;
}

/* L66 */
static void
check_bullets (DtCheck *check,
               const DtCheckText *text)
{
  if (!is_prose (text))
    return;

  for (guint i = 0; i < text->n_lines; i++)
    {
      const DtCheckLine *line = &text->lines[i];
      const char *start = text->plain + line->start;
      gsize end;

      if (line->row >= 0 || line->end == line->start)
        continue;
      if (line->kind == DT_LINE_PARAGRAPH && is_bullet (g_utf8_get_char (start)))
        {
          end = (gsize) (g_utf8_next_char (start) - text->plain);
          while (end < line->end && (text->plain[end] == ' ' || text->plain[end] == '\t'))
            end++;
          if (end < line->end)
            dt_check_found (check, text, line->start, end, "- ", _ ("items of a list begin with “-”, those below with “+”"));
        }
      else if (line->kind == DT_LINE_PARAGRAPH && (*start == '-' || *start == '+') && line->end > line->start + 1 &&
               g_unichar_isalpha (g_utf8_get_char (start + 1)))
        {
          const char right[] = { *start, ' ', '\0' };

          dt_check_found (check, text, line->start, line->start + 1, right, _ ("a blank stands behind “%c”"), *start);
        }
    }
}

/* The last sign of a line that is no blank, and the byte behind it. */
static gunichar
find_last_sign (const DtCheckText *text,
                const DtCheckLine *line,
                gsize *end)
{
  *end = line->end;
  while (*end > line->text && (text->plain[*end - 1] == ' ' || text->plain[*end - 1] == '\t'))
    (*end)--;

  return *end > line->text ? dt_scan_before (text->plain, *end) : 0;
}

static gboolean
ends_a_sentence (gunichar c)
{
  return c == '.' || c == ';' || c == ':' || c == ',' || c == '!' || c == '?' || c == 0x2026 || c == '/';
}

static guint
count_words (const DtCheckText *text,
             const DtCheckLine *line)
{
  const char *cursor = text->plain + line->text;
  const char *word;
  gsize size;
  guint n = 0;

  while (n < SENTENCE_WORDS && dt_text_next_word (&cursor, text->plain + line->end, &word, &size))
    n++;
  return n;
}

static int
get_depth (DtLineKind kind)
{
  switch (kind)
    {
    case DT_LINE_NUMBER:
      return 1;
    case DT_LINE_POINT:
      return 2;
    case DT_LINE_DASH:
      return 3;
    case DT_LINE_PLUS:
      return 4;
    case DT_LINE_PARAGRAPH:
    case DT_LINE_TABLE:
      break;
    }

  return 0;
}

static void
tell_missing (DtCheck *check,
              const DtCheckText *text,
              gsize end,
              const char *mark)
{
  gsize start = (gsize) (g_utf8_prev_char (text->plain + end) - text->plain);
  g_autofree char *right = g_strdup_printf ("%.*s%s", (int) (end - start), text->plain + start, mark);

  dt_check_found (check, text, start, end, right, _ ("no mark stands at the end, expected “%s”"), mark);
}

/* Lines @first to @last of one depth, without those below them. */
static void
check_row (DtCheck *check,
           const DtCheckText *text,
           const guint *row,
           guint n)
{
  guint n_stops = 0;
  guint n_semicolons = 0;
  gunichar wrong;
  gsize end;

  for (guint i = 0; i + 1 < n; i++)
    {
      gunichar sign = find_last_sign (text, &text->lines[row[i]], &end);

      n_stops += sign == '.';
      n_semicolons += sign == ';';
    }

  wrong = n_semicolons > n_stops ? '.' : ';';
  for (guint i = 0; i < n; i++)
    {
      const DtCheckLine *line = &text->lines[row[i]];
      gboolean is_last = i + 1 == n;
      gboolean opens = row[i] + 1 < text->n_lines && get_depth (text->lines[row[i] + 1].kind) > get_depth (line->kind);
      gunichar sign = find_last_sign (text, line, &end);
      const char *mark = is_last || wrong == ';' ? "." : ";";

      if (opens || sign == 0)
        continue;
      if (!ends_a_sentence (sign) && count_words (text, line) >= SENTENCE_WORDS - 2)
        tell_missing (check, text, end, mark);
      else if ((!is_last && n > 2 && sign == wrong) || (is_last && n > 1 && sign == ';' && row[i] + 1 == text->n_lines))
        dt_check_found (check, text, end - 1, end, mark, _ ("the items of a list end alike: “;”, the last one “.”"));
    }
}

/* L67 */
static void
check_ends (DtCheck *check,
            const DtCheckText *text)
{
  g_autofree guint *row = NULL;

  if (!is_prose (text))
    return;

  row = g_new (guint, text->n_lines + 1);
  for (guint i = 0; i < text->n_lines; i++)
    {
      int depth = get_depth (text->lines[i].kind);
      gboolean goes_on = FALSE;
      guint n = 0;

      /* Only the first of a row starts it. */
      for (guint k = i; depth > 0 && k > 0 && get_depth (text->lines[k - 1].kind) >= depth && !goes_on; k--)
        goes_on = get_depth (text->lines[k - 1].kind) == depth;
      if (depth == 0 || goes_on)
        continue;
      for (guint k = i; k < text->n_lines && get_depth (text->lines[k].kind) >= depth; k++)
        if (get_depth (text->lines[k].kind) == depth)
          row[n++] = k;
      check_row (check, text, row, n);
    }

  for (guint i = 0; i < text->n_lines; i++)
    {
      const DtCheckLine *line = &text->lines[i];
      gboolean is_caption = i + 1 < text->n_lines && text->lines[i + 1].row >= 0;
      gsize end;
      gunichar sign;

      if (line->kind != DT_LINE_PARAGRAPH || line->row >= 0 || is_caption)
        continue;
      sign = find_last_sign (text, line, &end);
      if (sign != 0 && !ends_a_sentence (sign) && count_words (text, line) >= SENTENCE_WORDS)
        tell_missing (check, text, end, text->kind == DT_NODE_OPENING && i + 1 == text->n_lines ? ":" : ".");
    }
}

/* Whether the content of a part ends with this text: then "./." is where it should be. */
static gboolean
may_end_here (const DtCheckText *text,
              gsize end)
{
  const char *rest = text->plain + end;

  return rest[strspn (rest, " \n")] == '\0';
}

/* L68: the program writes the mark; one that is typed stands at the very end or is wrong. */
static void
check_end_mark (DtCheck *check,
                const DtCheckText *text)
{
  const char *found = text->plain;

  if (!is_prose (text))
    return;

  while ((found = strstr (found, "./")) != NULL)
    {
      gsize start = (gsize) (found - text->plain);
      gsize length = strspn (found, "./");
      gboolean at_end = may_end_here (text, start + length);

      if (!at_end)
        dt_check_found (check, text, start, start + length, ".", _ ("“./.” stands at the end of the content only"));
      else if (length != strlen (END_MARK) || strncmp (found, END_MARK, length) != 0)
        dt_check_found (check, text, start, start + length, END_MARK, _ ("the content ends with “./.”, not “%.*s”"),
                        (int) length, found);
      found += length;
    }
}

static const DtRuleCode codes[] = {
  { "L66", DT_SCOPE_TEXT, 0, check_bullets },
  { "L67", DT_SCOPE_TEXT, 0, check_ends },
  { "L68", DT_SCOPE_TEXT, 0, check_end_mark },
};

DT_RULE_FAMILY (dt_rules_lists, codes);
