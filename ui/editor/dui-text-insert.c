/* dui-text-insert.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "editor/dui-text-insert.h"

#include <string.h>

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

static gunichar
get_before (const char *text,
            gsize at)
{
  return at > 0 ? g_utf8_get_char (g_utf8_prev_char (text + at)) : 0;
}

/* Whether the bytes before and behind @at belong to one word; "30/2020/NĐ-CP" is one. */
static gboolean
is_in_word (const char *text,
            gsize at)
{
  gunichar before = get_before (text, at);
  gunichar behind = g_utf8_get_char (text + at);
  gboolean joins;

  if (is_letter (before) && is_letter (behind))
    return TRUE;

  joins = behind < 0x80 && behind != 0 && strchr ("/-.", (int) behind) != NULL;
  if (joins)
    return is_letter (before) && is_letter (g_utf8_get_char (text + at + 1));
  joins = before < 0x80 && before != 0 && strchr ("/-.", (int) before) != NULL;
  return joins && is_letter (behind) && is_letter (get_before (text, at - 1));
}

/* The end of what stands between @open and @close around @at on one line, or @at. */
static gsize
leave_brackets (const char *text,
                gsize at,
                const char *open,
                const char *close)
{
  gsize line = at;
  g_autofree char *before = NULL;
  const char *begin;
  gsize end;

  while (line > 0 && text[line - 1] != '\n')
    line--;
  before = g_strndup (text + line, at - line);
  begin = g_strrstr (before, open);
  /* Between the two signs of one of them, too. */
  if (begin == NULL && at > line && text[at - 1] == *open && text[at] == *open)
    begin = before + (at - line) - 1;
  if (begin == NULL || strstr (begin, close) != NULL)
    return at;

  for (end = line + (gsize) (begin - before) + 2; text[end] != '\0' && text[end] != '\n'; end++)
    {
      if (g_str_has_prefix (text + end, close))
        return MAX (at, end + 2);
      /* The next one begins: this one was never closed. */
      if (end >= at && g_str_has_prefix (text + end, open))
        return at;
    }

  return at;
}

static gsize
leave_word (const char *text,
            gsize at)
{
  gsize outside = leave_brackets (text, at, "[[", "]]");

  if (outside == at)
    outside = leave_brackets (text, at, "{{", "}}");
  if (outside != at)
    return outside;

  while (is_in_word (text, at))
    at = (gsize) (g_utf8_next_char (text + at) - text);
  return at;
}

/* Where the brackets begin that were typed to cite, or @at. */
static gsize
find_open (const char *text,
           gsize at)
{
  gsize line = at;
  g_autofree char *before = NULL;
  const char *open;

  while (line > 0 && text[line - 1] != '\n')
    line--;
  before = g_strndup (text + line, at - line);
  open = g_strrstr (before, "[[");

  return open != NULL && strstr (open, "]]") == NULL ? line + (gsize) (open - before) : at;
}

/* Marks of bold and italic belong to the word they stand at. */
static gboolean
wants_blank_before (const char *text,
                    gsize at)
{
  gunichar before;

  while (at > 0 && text[at - 1] == '*')
    at--;
  before = get_before (text, at);
  if (before == 0 || g_unichar_isspace (before))
    return FALSE;

  return before > 0x7f ? g_unichar_type (before) != G_UNICODE_INITIAL_PUNCTUATION &&
                           g_unichar_type (before) != G_UNICODE_OPEN_PUNCTUATION
                       : strchr ("([{/\"'", (int) before) == NULL;
}

static gboolean
wants_blank_behind (const char *text,
                    gsize at)
{
  gunichar behind;

  at += strspn (text + at, "*");
  behind = g_utf8_get_char (text + at);
  return is_letter (behind) || behind == '|' || behind == '(' || behind == '[' || behind == '{' || behind == 0x201c;
}

void
dui_text_insert_words (const char *text,
                       gsize start,
                       gsize end,
                       const char *words,
                       DuiTextChange *change)
{
  g_autofree char *rest = NULL;
  g_autofree char *left = NULL;
  gsize open;
  gsize at;
  gsize n_rest;
  gboolean before;
  gboolean behind;

  g_return_if_fail (text != NULL && start <= end && end <= strlen (text) && words != NULL && change != NULL);

  /* Blanks at the ends of a selection are no part of the words. */
  while (end > start && g_ascii_isspace (text[end - 1]))
    end--;
  while (start < end && g_ascii_isspace (text[start]))
    start++;

  open = start == end && leave_brackets (text, start, "[[", "]]") == start ? find_open (text, start) : start;
  /* As the text is without what is replaced. */
  left = g_strdup_printf ("%.*s%s", (int) open, text, text + end);
  at = start == end ? leave_word (left, open) : open;
  n_rest = at - open;
  rest = g_strndup (left + open, n_rest);
  before = wants_blank_before (left, at);
  behind = wants_blank_behind (left, at);

  change->start = open;
  change->end = end + n_rest;
  change->text = g_strdup_printf ("%s%s%s%s", rest, before ? " " : "", words, behind ? " " : "");
  change->caret = open + n_rest + (before ? 1 : 0) + strlen (words);
  change->bound = change->caret;
}
