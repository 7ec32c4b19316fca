/* dt-rules-spaces.c - blanks, and the marks they stand beside
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>

/* A blank of any width, but no line feed and no tab. */
static gboolean
is_blank (gunichar c)
{
  return c == ' ' || c == 0x00A0 || c == 0x202F || c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

/* Signs without width that word processors and web pages leave behind. */
static gboolean
is_invisible (gunichar c)
{
  return c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060 || c == 0xFEFF || c == 0x00AD;
}

static void
check_line_blanks (DtCheck *check,
                   const DtCheckText *text,
                   gsize start,
                   gsize end)
{
  const char *plain = text->plain;
  gsize at = start;

  while (at < end)
    {
      gsize first = at;
      guint n = 0;
      gboolean odd = FALSE;

      while (at < end && is_blank (dt_scan_at (plain, at)))
        {
          odd |= plain[at] != ' ';
          at = g_utf8_next_char (plain + at) - plain;
          n++;
        }
      if (n > 1 && first > start)
        dt_check_found (check, text, first, at, " ", ngettext ("%u blank in a row", "%u blanks in a row", n), n);
      else if (odd && first > start)
        dt_check_found (check, text, first, at, " ", _ ("this blank is not the one of the keyboard"));

      if (at < end && is_invisible (dt_scan_at (plain, at)))
        dt_check_found (check, text, at, g_utf8_next_char (plain + at) - plain, "", _ ("a sign that cannot be seen stands here"));
      if (at < end)
        at = g_utf8_next_char (plain + at) - plain;
    }
}

/* L04. Blanks at the end of a paragraph are no part of it: the notation leaves them out. */
static void
check_blanks (DtCheck *check,
              const DtCheckText *text)
{
  for (guint i = 0; i < text->n_lines; i++)
    check_line_blanks (check, text, text->lines[i].text, text->lines[i].end);
}

/* L05 */
static void
check_before_marks (DtCheck *check,
                    const DtCheckText *text)
{
  const char *plain = text->plain;

  for (gsize at = 0; at < text->length; at++)
    {
      gsize end = at + 1;

      if (plain[at] == '(' && plain[end] == ' ')
        {
          while (plain[end] == ' ')
            end++;
          dt_check_found (check, text, at + 1, end, "", _ ("no blank stands behind “(”"));
        }
      if (plain[at] != ' ' || at == 0 || strchr (" \n\t(", plain[at - 1]) != NULL)
        continue;

      while (plain[end] == ' ')
        end++;
      if (plain[end] == '\0' || strchr (",.;:?!)", plain[end]) == NULL)
        continue;
      /* Dots to fill in, an ellipsis, ".NET" are no full stops; ":" before a bracket is a ratio or a face. */
      if (plain[end] == '.' && (plain[end + 1] == '.' || g_unichar_isalnum (dt_scan_at (plain, end + 1))))
        continue;
      dt_check_found (check, text, at, end, "", _ ("no blank stands before “%c”"), plain[end]);
    }
}

/* Whether the run of signs around a byte is an address of the web or of mail, a path or a file. */
static gboolean
is_address (const char *plain,
            gsize at)
{
  gsize start = at;
  gsize end = at;
  g_autofree char *token = NULL;

  while (start > 0 && !g_ascii_isspace (plain[start - 1]))
    start--;
  end += strcspn (plain + end, " \t\n");
  if (end - start > 400)
    return FALSE;

  token = g_strndup (plain + start, end - start);
  return strstr (token, "://") != NULL || strchr (token, '@') != NULL || strstr (token, "www.") != NULL ||
         strchr (token, '\\') != NULL;
}

/* Whether the mark at a byte ought to have a blank behind it and has none. */
static gboolean
lacks_blank (const char *plain,
             gsize at)
{
  gunichar before = dt_scan_before (plain, at);
  gunichar after = dt_scan_at (plain, at + 1);
  gunichar then;

  if (!g_unichar_isalpha (after) || before == 0 || g_unichar_isspace (before))
    return FALSE;
  if (plain[at] != '.')
    return TRUE;

  /* A full stop between sentences; "TP.Cao Bằng", "v.v" and "2.b" are something else. */
  then = dt_scan_at (plain, g_utf8_next_char (plain + at + 1) - plain);
  return g_unichar_islower (before) && g_unichar_isupper (after) && g_unichar_islower (then);
}

/* L06 */
static void
check_behind_marks (DtCheck *check,
                    const DtCheckText *text)
{
  const char *plain = text->plain;

  for (gsize at = 0; at < text->length; at++)
    {
      char right[] = { plain[at], ' ', '\0' };

      if (plain[at] == '\0' || strchr (",;:.", plain[at]) == NULL || !lacks_blank (plain, at) ||
          is_address (plain, at) || dt_scan_is_in_number (text, at))
        continue;

      dt_check_found (check, text, at, at + 1, right, _ ("a blank stands behind “%c”"), plain[at]);
    }
}

/* L07 */
static void
check_tabs (DtCheck *check,
            const DtCheckText *text)
{
  for (guint i = 0; i < text->n_lines; i++)
    {
      const DtCheckLine *line = &text->lines[i];
      gsize at = line->text;
      gsize end = at;

      while (end < line->end && (text->plain[end] == '\t' || is_blank (dt_scan_at (text->plain, end))))
        end = g_utf8_next_char (text->plain + end) - text->plain;
      if (end > at && end < line->end)
        dt_check_found (check, text, at, end, "", _ ("the program sets indents, no blank or tab is needed"));

      for (at = end; at < line->end; at = end + 1)
        {
          at += strcspn (text->plain + at, "\t\n");
          if (at >= line->end || text->plain[at] != '\t')
            break;
          for (end = at; text->plain[end] == '\t'; end++)
            ;
          dt_check_found (check, text, at, end, " ", _ ("a tab stands in the text"));
        }
    }
}

/* Coordinate compounds, folded; in them a hyphen has blanks on both sides. */
static const char *const compounds[][2] = {
  { "kinh te", "xa hoi" },
  { "van hoa", "xa hoi" },
  { "chinh tri", "xa hoi" },
  { "quoc phong", "an ninh" },
  { "an ninh", "quoc phong" },
  { "an ninh", "trat tu" },
  { "khoa hoc", "cong nghe" },
  { "khoa hoc", "ky thuat" },
  { "van hoa", "nghe thuat" },
  { "van hoa", "van nghe" },
  { "van hoa", "the thao" },
  { "the duc", "the thao" },
  { "tai chinh", "ke hoach" },
  { "tai chinh", "ke toan" },
  { "ke hoach", "tai chinh" },
  { "van phong", "thong ke" },
  { "tu phap", "ho tich" },
  { "dia chinh", "xay dung" },
  { "dia chinh", "nong nghiep" },
  { "dan so", "ke hoach" },
  { "lao dong", "thuong binh" },
  { "hanh chinh", "tong hop" },
  { "xa hoi", "nghe nghiep" },
  { "uy ban", "mat tran" },
};

/* The two words that end or begin at a byte, folded. */
static char *
fold_pair (const char *plain,
           gsize at,
           gboolean behind)
{
  GString *folded = g_string_new (NULL);
  gsize start = at;
  gsize end = at;
  guint n_words = 1;

  if (behind)
    for (; plain[end] != '\0' && (g_unichar_isalpha (dt_scan_at (plain, end)) || (plain[end] == ' ' && n_words++ < 2));)
      end = g_utf8_next_char (plain + end) - plain;
  else
    for (; start > 0 && (g_unichar_isalpha (dt_scan_before (plain, start)) || (plain[start - 1] == ' ' && n_words++ < 2));)
      start = g_utf8_prev_char (plain + start) - plain;

  dt_text_fold_append (folded, plain + start, (gssize) (end - start));
  return g_string_free (folded, FALSE);
}

static gboolean
is_compound (const char *plain,
             gsize before,
             gsize behind)
{
  g_autofree char *left = fold_pair (plain, before, FALSE);
  g_autofree char *right = fold_pair (plain, behind, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (compounds); i++)
    if (strcmp (left, compounds[i][0]) == 0 && strcmp (right, compounds[i][1]) == 0)
      return TRUE;

  return FALSE;
}

/* L11: a hyphen with one blank is wrong everywhere, one without blanks between the parts of a compound. */
static void
check_hyphens (DtCheck *check,
               const DtCheckText *text)
{
  const char *plain = text->plain;

  for (gsize at = 1; at < text->length; at++)
    {
      gsize start = at;
      gsize end = at + 1;

      if (plain[at] != '-')
        continue;
      while (start > 0 && plain[start - 1] == ' ')
        start--;
      while (plain[end] == ' ')
        end++;
      if (!g_unichar_isalpha (dt_scan_before (plain, start)) || !g_unichar_isalpha (dt_scan_at (plain, end)) ||
          (start < at && end > at + 1) || dt_scan_is_in_number (text, at))
        continue;
      if (start == at && end == at + 1 && !is_compound (plain, at, at + 1))
        continue;

      dt_check_found (check, text, start, end, " - ", _ ("blanks stand on both sides of this hyphen"));
    }
}

static const DtRuleCode codes[] = {
  { "L04", DT_SCOPE_TEXT, 0, check_blanks },
  { "L05", DT_SCOPE_TEXT, 0, check_before_marks },
  { "L06", DT_SCOPE_TEXT, 0, check_behind_marks },
  { "L07", DT_SCOPE_TEXT, 0, check_tabs },
  { "L11", DT_SCOPE_TEXT, 0, check_hyphens },
};

DT_RULE_FAMILY (dt_rules_spaces, codes);
