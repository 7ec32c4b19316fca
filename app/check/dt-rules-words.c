/* dt-rules-words.c - quotes, brackets, words typed twice
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>

#define OPEN_QUOTE 0x201C
#define CLOSE_QUOTE 0x201D

static gboolean
is_prose (const DtCheckText *text)
{
  return text->kind != DT_NODE_FIELD;
}

/* L12: one kind of quotes in the whole document; the rarer kind is told. */
static void
check_quotes (DtCheck *check,
              const DtCheckText *text)
{
  guint n_straight = 0;
  guint n_curly = 0;

  (void) text;
  for (guint i = 0; i < check->n_texts; i++)
    for (const char *p = check->texts[i]->plain; *p != '\0'; p = g_utf8_next_char (p))
      {
        gunichar c = g_utf8_get_char (p);

        n_straight += c == '"';
        n_curly += c == OPEN_QUOTE || c == CLOSE_QUOTE;
      }
  if (n_straight == 0 || n_curly == 0)
    return;

  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *at = check->texts[i];
      gboolean opens = TRUE;

      for (const char *p = at->plain; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);
          const char *right = "\"";

          if (c == '"')
            {
              right = opens ? "“" : "”";
              opens = !opens;
            }
          if ((n_straight <= n_curly && c == '"') || (n_straight > n_curly && (c == OPEN_QUOTE || c == CLOSE_QUOTE)))
            dt_check_found (check, at, p - at->plain, g_utf8_next_char (p) - at->plain, right,
                            _ ("two kinds of quotes are mixed"));
        }
    }
}

/* Whether a closing bracket belongs to a letter or number of a list inside the line: "gồm: a) …; b) …". */
static gboolean
closes_list_mark (const char *plain,
                  gsize line,
                  gsize at)
{
  gsize start = at;
  guint n = 0;

  while (start > line && g_unichar_isalnum (dt_scan_before (plain, start)) && n++ < 4)
    start = g_utf8_prev_char (plain + start) - plain;

  return n > 0 && n <= 3 && (start == line || strchr (" ;:,", plain[start - 1]) != NULL);
}

static void
check_line_brackets (DtCheck *check,
                     const DtCheckText *text,
                     const DtCheckLine *line)
{
  static const char pairs[] = "()[]";
  gsize open[16];
  guint n_open = 0;

  for (gsize at = line->text; at < line->end; at++)
    {
      const char *found = text->plain[at] != '\0' ? strchr (pairs, text->plain[at]) : NULL;

      if (found == NULL)
        continue;
      if ((found - pairs) % 2 == 0)
        {
          /* Deeper than this nobody nests; the line is left to people. */
          if (n_open == G_N_ELEMENTS (open))
            return;
          open[n_open++] = at;
        }
      else if (n_open > 0 && text->plain[open[n_open - 1]] == found[-1])
        n_open--;
      else if (*found != ')' || !closes_list_mark (text->plain, line->text, at))
        dt_check_found (check, text, at, at + 1, NULL, _ ("“%c” closes what was not opened"), *found);
    }

  for (guint i = 0; i < n_open; i++)
    dt_check_found (check, text, open[i], open[i] + 1, NULL, _ ("“%c” is not closed"), text->plain[open[i]]);
}

/* L13: brackets close in their paragraph, quotes in their text: a passage quoted may have several paragraphs. */
static void
check_brackets (DtCheck *check,
                const DtCheckText *text)
{
  const char *open_quote = NULL;
  const char *straight = NULL;

  if (!is_prose (text))
    return;

  for (guint i = 0; i < text->n_lines; i++)
    check_line_brackets (check, text, &text->lines[i]);

  for (const char *p = text->plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == OPEN_QUOTE && open_quote == NULL)
        open_quote = p;
      else if (c == CLOSE_QUOTE && open_quote == NULL)
        dt_check_found (check, text, p - text->plain, g_utf8_next_char (p) - text->plain, NULL,
                        _ ("“%s” closes what was not opened"), "”");
      else if (c == CLOSE_QUOTE)
        open_quote = NULL;
      else if (c == '"')
        straight = straight == NULL ? p : NULL;
    }
  if (open_quote != NULL)
    dt_check_found (check, text, open_quote - text->plain, g_utf8_next_char (open_quote) - text->plain, NULL,
                    _ ("“%s” is not closed"), "“");
  if (straight != NULL)
    dt_check_found (check, text, straight - text->plain, straight + 1 - text->plain, NULL, _ ("“%c” is not closed"), '"');
}

/* Words that are said twice on purpose, or numbers that meet. */
static const char *const doubled[] = {
  "ai",
  "chiều",
  "cấp",
  "dần",
  "gia",
  "hai",
  "hằng",
  "khu",
  "lâu",
  "luôn",
  "mãi",
  "một",
  "mười",
  "ngày",
  "ngành",
  "người",
  "nhà",
  "năm",
  "nơi",
  "rất",
  "song",
  "sớm",
  "tuần",
  "thôn",
  "thường",
  "từ",
  "tháng",
  "tối",
  "trường",
  "xa",
  "xanh",
  "đâu",
  "đời",
  "đều",
  "đêm",
  "đông",
  "ầm",
  "bước",
  "lớp",
  "tầng",
  "vùng",
  "miền",
  "bản",
  "xóm",
  "ấp",
  "tổ",
  "hội",
  "đoàn",
};

static const char *const doubled_pairs[] = { "từng bước", "từng ngày", "hằng ngày", "dần dần" };

static gboolean
is_listed (const char *const *list,
           guint n,
           const char *word,
           gsize length)
{
  g_autofree char *text = g_strndup (word, length);
  g_autofree char *lower = dt_text_lower (text);

  for (guint i = 0; i < n; i++)
    if (strcmp (list[i], lower) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
is_word (const char *word,
         gsize length)
{
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    if (!g_unichar_isalpha (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

typedef struct
{
  gsize start;
  gsize end;
} Word;

/* Whether words @a and @b are the same but for the case of letters. */
static gboolean
is_same (const char *plain,
         const Word *a,
         const Word *b)
{
  const char *p = plain + a->start;
  const char *q = plain + b->start;

  if (a->end - a->start != b->end - b->start)
    return FALSE;
  for (; p < plain + a->end; p = g_utf8_next_char (p), q = g_utf8_next_char (q))
    if (g_unichar_tolower (g_utf8_get_char (p)) != g_unichar_tolower (g_utf8_get_char (q)))
      return FALSE;

  return TRUE;
}

/* Whether only blanks stand between word @i - 1 and word @i. */
static gboolean
follows (const char *plain,
         const Word *words,
         guint i)
{
  gsize at = words[i - 1].end;

  return at < words[i].start && strspn (plain + at, " ") == words[i].start - at;
}

/* Tells of the @n words before word @i if they are the @n words from there on. */
static gboolean
check_repeat (DtCheck *check,
              const DtCheckText *text,
              const Word *words,
              guint i,
              guint n)
{
  const char *first = text->plain + words[i - n].start;
  gsize length = words[i - 1].end - words[i - n].start;

  for (guint k = 0; k < n; k++)
    if (!is_same (text->plain, &words[i - n + k], &words[i + k]) || !follows (text->plain, words, i + k) ||
        (k > 0 && !follows (text->plain, words, i - n + k)))
      return FALSE;
  if (n == 1 && (!is_word (first, length) || is_listed (doubled, G_N_ELEMENTS (doubled), first, length)))
    return FALSE;
  if (n == 2 && is_listed (doubled_pairs, G_N_ELEMENTS (doubled_pairs), first, length))
    return FALSE;

  dt_check_found (check, text, words[i - 1].end, words[i + n - 1].end, "", _ ("“%.*s” stands twice"), (int) length, first);
  return TRUE;
}

/* L15 */
static void
check_repeats (DtCheck *check,
               const DtCheckText *text)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (Word));
  const char *cursor = text->plain;
  const char *start;
  const Word *all;
  gsize length;

  if (!is_prose (text))
    return;

  while (dt_text_next_word (&cursor, text->plain + text->length, &start, &length))
    {
      Word word = { start - text->plain, start - text->plain + length };

      g_array_append_val (words, word);
    }

  all = (const Word *) (gpointer) words->data;
  for (guint i = 1; i < words->len; i++)
    for (guint n = 3; n >= 1; n--)
      if (i >= n && i + n <= words->len && check_repeat (check, text, all, i, n))
        {
          i += n - 1;
          break;
        }
}

static const DtRuleCode codes[] = {
  { "L12", DT_SCOPE_PLAN, DT_INPUT_ALL, check_quotes },
  { "L13", DT_SCOPE_TEXT, 0, check_brackets },
  { "L15", DT_SCOPE_TEXT, 0, check_repeats },
};

DT_RULE_FAMILY (dt_rules_words, codes);
