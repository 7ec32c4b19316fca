/* dt-citation-lex.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-citation"

#include "config.h"

#include "catalog/dt-citation-lex-private.h"

#include <string.h>

/* No word of any language here is longer; what is, is taken in pieces. */
#define MAX_WORD 64
#define MAX_BLANK 256
#define MAX_DIGITS 32
/* The head of a page of the official gazette, with its date. */
#define MAX_HEAD 120
#define PAGE_HEAD "CÔNG BÁO/S"

/* U+00C0 to U+01B0 without accents, U+1EA0 to U+1EF9; a blank is no letter of Vietnamese. */
static const char latin[] = "AAAAAAACEEEEIIIIDNOOOOO OUUUUYTSaaaaaaaceeeeiiiidnooooo ouuuuyty"
                            "  Aa            Dd                      Ii                              "
                            "                                Uu                               D"
                            "                      Oo             Uu";
static const char vietnamese[] = "AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEeEeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy";

/* The letter without its accents, in its case; a blank for what is no letter. */
static inline char
get_base (gunichar c)
{
  if (c < 0x80)
    return (c | 0x20) >= 'a' && (c | 0x20) <= 'z' ? (char) c : ' ';
  if (c >= 0x1ea0 && c <= 0x1ef9)
    return vietnamese[c - 0x1ea0];
  if (c >= 0xc0 && c <= 0x1b0)
    return latin[c - 0xc0];

  return ' ';
}

char
dt_citation_fold (gunichar c,
                  gboolean *upper)
{
  char base = get_base (c);

  if (base == ' ')
    return 0;
  *upper = (base & 0x20) == 0;
  return base | 0x20;
}

gboolean
dt_citation_is_accent (gunichar c)
{
  return c >= 0x300 && c <= 0x36f;
}

gunichar
dt_citation_fold_mark (gunichar c)
{
  switch (c)
    {
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xff0d:
      return '-';
    case 0x2044:
    case 0x2215:
    case 0xff0f:
      return '/';
    default:
      return c;
    }
}

/* U+200B and U+FEFF are seen as blanks: neither is drawn. */
static inline gboolean
is_blank (gunichar c)
{
  if (c < 0xa0)
    return c == ' ' || (c >= '\t' && c <= '\r');
  return c == 0xa0 || (c >= 0x2000 && c <= 0x200b) || c == 0x202f || c == 0x2028 || c == 0x2029 ||
         c == 0x2060 || c == 0x3000 || c == 0xfeff || c == 0xad;
}

/* The text is valid, so its letters of two and three bytes are read without looking twice. */
static inline gunichar
decode (const char *s)
{
  guchar c = (guchar) s[0];

  if (c < 0x80)
    return c;
  if (c < 0xe0)
    return ((c & 0x1fu) << 6) | ((guchar) s[1] & 0x3fu);
  if (c < 0xf0)
    return ((c & 0x0fu) << 12) | (((guchar) s[1] & 0x3fu) << 6) | ((guchar) s[2] & 0x3fu);

  return g_utf8_get_char (s);
}

static inline gunichar
get_char (const DtCitationText *text,
          guint32 pos)
{
  return decode (text->s + pos);
}

static inline guint32
after (const DtCitationText *text,
       guint32 pos)
{
  guchar c = (guchar) text->s[pos];

  return pos + (c < 0x80 ? 1 : c < 0xe0 ? 2
                             : c < 0xf0 ? 3
                                        : 4);
}

static inline guint32
before (const DtCitationText *text,
        guint32 pos)
{
  do
    pos--;
  while (pos > 0 && ((guchar) text->s[pos] & 0xc0) == 0x80);

  return pos;
}

/* A page head in the middle of a sentence, with the number of the page in the line below it. */
static guint32
skip_page_head (const DtCitationText *text,
                guint32 pos)
{
  guint32 end = MIN (text->n, pos + MAX_HEAD);
  const char *line_end;

  if (text->n - pos < strlen (PAGE_HEAD) || memcmp (text->s + pos, PAGE_HEAD, strlen (PAGE_HEAD)) != 0)
    return pos;

  line_end = memchr (text->s + pos, '\n', end - pos);
  if (line_end == NULL)
    return pos;

  pos = (guint32) (line_end - text->s);
  end = MIN (text->n, pos + MAX_HEAD);
  while (pos < end && g_ascii_isspace (text->s[pos]))
    pos++;
  for (end = MIN (text->n, pos + 5); pos < end && g_ascii_isdigit (text->s[pos]);)
    pos++;

  return pos;
}

static void
lex_blank (const DtCitationText *text,
           DtCitationToken *token)
{
  guint32 pos = token->start;
  guint32 limit = MIN (text->n, pos + MAX_BLANK);

  token->kind = DT_TOKEN_BLANK;
  while (pos < limit)
    {
      gunichar c = get_char (text, pos);
      guint32 head;

      if (c == '\n')
        token->newlines = MIN (token->newlines + 1, 255);
      else if (!is_blank (c))
        {
          head = token->newlines > 0 ? skip_page_head (text, pos) : pos;
          if (head == pos)
            break;
          pos = head;
          token->newlines = 1;
          limit = MIN (text->n, pos + MAX_BLANK);
          if (pos >= limit || !is_blank (get_char (text, pos)))
            break;
          while (pos < limit && is_blank (get_char (text, pos)))
            pos = after (text, pos);
          break;
        }
      pos = after (text, pos);
    }
  token->end = pos;
}

static void
lex_word (const DtCitationText *text,
          DtCitationToken *token)
{
  guint32 pos = token->start;
  guint32 limit = MIN (text->n, pos + MAX_WORD);
  guint n_plain = 0;

  token->kind = DT_TOKEN_WORD;
  token->all_upper = TRUE;
  while (pos < limit)
    {
      gunichar c = get_char (text, pos);
      char base = get_base (c);

      if (base != ' ')
        {
          gboolean upper = (base & 0x20) == 0;

          if (token->n == 0)
            token->upper = upper;
          token->all_upper &= upper;
          if (n_plain < DT_TOKEN_PLAIN - 1)
            token->plain[n_plain++] = base | 0x20;
          token->n++;
        }
      else if (!dt_citation_is_accent (c))
        break;
      pos = after (text, pos);
    }
  token->plain[n_plain] = '\0';
  token->end = MIN (pos, text->n);
}

static void
lex_number (const DtCitationText *text,
            DtCitationToken *token)
{
  guint32 pos = token->start;
  guint32 limit = MIN (text->n, pos + MAX_DIGITS);

  token->kind = DT_TOKEN_NUMBER;
  for (; pos < limit && g_ascii_isdigit (text->s[pos]); pos++, token->n++)
    token->value = token->n < 9 ? token->value * 10 + (guint32) (text->s[pos] - '0') : G_MAXUINT32;
  token->end = pos;
}

void
dt_citation_next (const DtCitationText *text,
                  guint32 pos,
                  DtCitationToken *token)
{
  gunichar c;

  token->start = token->end = pos;
  token->kind = DT_TOKEN_END;
  token->upper = token->all_upper = FALSE;
  token->n = token->newlines = 0;
  token->mark = 0;
  token->value = 0;
  token->plain[0] = '\0';
  if (pos >= text->n)
    return;

  c = get_char (text, pos);
  if (c >= '0' && c <= '9')
    lex_number (text, token);
  else if (is_blank (c))
    lex_blank (text, token);
  else if (get_base (c) != ' ')
    lex_word (text, token);
  else
    {
      token->kind = DT_TOKEN_MARK;
      token->mark = dt_citation_fold_mark (c);
      token->end = after (text, pos);
    }
}

guint
dt_citation_next_solid (const DtCitationText *text,
                        guint32 pos,
                        DtCitationToken *token)
{
  guint newlines = 0;

  dt_citation_next (text, pos, token);
  if (token->kind == DT_TOKEN_BLANK)
    {
      newlines = token->newlines;
      dt_citation_next (text, token->end, token);
    }

  return newlines;
}

/* Where the run of characters of the kind of the one before @pos starts. */
static guint32
find_run_start (const DtCitationText *text,
                guint32 pos,
                guint32 room,
                gboolean blank)
{
  guint32 limit = pos > room ? pos - room : 0;
  guint32 start = pos;

  while (start > limit)
    {
      guint32 p = before (text, start);
      gunichar c = get_char (text, p);

      if (blank ? !is_blank (c) : get_base (c) == ' ' && !dt_citation_is_accent (c))
        break;
      start = p;
    }

  return start;
}

void
dt_citation_prev (const DtCitationText *text,
                  guint32 pos,
                  DtCitationToken *token)
{
  guint32 start;
  gunichar c;

  if (pos == 0)
    {
      dt_citation_next (text, text->n, token);
      token->start = token->end = 0;
      return;
    }

  start = before (text, pos);
  c = get_char (text, start);
  if (c < 0x80 && g_ascii_isdigit ((char) c))
    {
      guint32 limit = pos > MAX_DIGITS ? pos - MAX_DIGITS : 0;

      while (start > limit && g_ascii_isdigit (text->s[start - 1]))
        start--;
    }
  else if (is_blank (c))
    start = find_run_start (text, pos, MAX_BLANK, TRUE);
  else if (get_base (c) != ' ' || dt_citation_is_accent (c))
    start = find_run_start (text, pos, MAX_WORD, FALSE);

  dt_citation_next (text, start, token);
  /* A page head takes more with it than what stands before @pos. */
  token->end = pos;
}

guint
dt_citation_prev_solid (const DtCitationText *text,
                        guint32 pos,
                        DtCitationToken *token)
{
  guint newlines = 0;

  dt_citation_prev (text, pos, token);
  if (token->kind == DT_TOKEN_BLANK)
    {
      newlines = token->newlines;
      dt_citation_prev (text, token->start, token);
    }

  return newlines;
}

gboolean
dt_citation_is_plain (const DtCitationToken *token,
                      const char *plain)
{
  return token->kind == DT_TOKEN_WORD && strcmp (token->plain, plain) == 0;
}

/* The next letter with the set of its accents; the order of accents does not count. */
static gboolean
next_letter (const char **cursor,
             const char *end,
             gunichar *base,
             guint *accents)
{
  static const gunichar known[] = { 0x300, 0x301, 0x303, 0x309, 0x323, 0x302, 0x306, 0x31b };
  gboolean is_first = TRUE;

  *accents = 0;
  while (*cursor < end)
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gunichar c = g_unichar_tolower (g_utf8_get_char (*cursor));
      gsize n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));

      if (!is_first && !dt_citation_is_accent (c))
        break;
      if (is_first)
        *base = parts[0];
      for (gsize i = is_first ? 1 : 0; i < n; i++)
        for (guint k = 0; k < G_N_ELEMENTS (known); k++)
          if (parts[i] == known[k])
            *accents |= 1u << k;
      is_first = FALSE;
      *cursor = g_utf8_next_char (*cursor);
    }

  return !is_first;
}

gboolean
dt_citation_is (const DtCitationText *text,
                const DtCitationToken *token,
                const char *word)
{
  return dt_citation_is_n (text, token, word, strlen (word));
}

gboolean
dt_citation_is_n (const DtCitationText *text,
                  const DtCitationToken *token,
                  const char *word,
                  gsize length)
{
  const char *a = text->s + token->start;
  const char *a_end = text->s + token->end;
  const char *b_end = word + length;
  const char *plain = token->plain;

  if (token->kind != DT_TOKEN_WORD)
    return FALSE;

  /* Most words are not it, and most of the others are written just so. */
  for (const char *p = word; p < b_end; p = g_utf8_next_char (p))
    if (*plain++ != (get_base (decode (p)) | 0x20))
      return FALSE;
  if (*plain != '\0')
    return FALSE;
  if (token->end - token->start == length && memcmp (a, word, length) == 0)
    return TRUE;

  for (;;)
    {
      gunichar a_base = 0, b_base = 0;
      guint a_accents, b_accents;
      gboolean a_more = next_letter (&a, a_end, &a_base, &a_accents);
      gboolean b_more = next_letter (&word, b_end, &b_base, &b_accents);

      if (!a_more && !b_more)
        return TRUE;
      if (a_more != b_more || a_base != b_base || a_accents != b_accents)
        return FALSE;
    }
}

gboolean
dt_citation_match (const DtCitationText *text,
                   const DtCitationToken *token,
                   const char *phrase,
                   guint32 *end)
{
  DtCitationToken next = *token;

  for (;;)
    {
      const char *plain = next.plain;

      if (next.kind != DT_TOKEN_WORD)
        return FALSE;
      while (*phrase != '\0' && *phrase != ' ')
        if (*plain++ != *phrase++)
          return FALSE;
      if (*plain != '\0')
        return FALSE;
      *end = next.end;
      if (*phrase == '\0')
        return TRUE;
      phrase++;
      if (dt_citation_next_solid (text, next.end, &next) > 2)
        return FALSE;
    }
}
