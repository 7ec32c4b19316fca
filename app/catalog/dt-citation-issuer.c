/* dt-citation-issuer.c - the bodies that issue documents
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-citation"

#include "config.h"

#include "catalog/dt-citation-find-private.h"

#include <string.h>

#define MAX_NEWLINES 2
#define MAX_WORDS 14
#define MAX_BODIES 8

/* Words of the levels of administration, before the name of a place. */
static gboolean
is_level (const DtCitationToken *token)
{
  static const char *const levels[] = { "tinh", "thanh", "pho", "tp", "quan", "huyen", "thi", "xa", "tran", "phuong",
                                        "dac", "khu", "cap", "cac", "quoc", "gia", "dang", "bo", "khoa", "lam" };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (dt_citation_is_plain (token, levels[i]))
      return TRUE;

  return FALSE;
}

static gboolean
stops_name (const DtCitationText *text,
            const DtCitationToken *token)
{
  if (dt_citation_ends_name (text, token) || dt_citation_is (text, token, "về"))
    return TRUE;

  /* V/v has a capital as well. */
  return (!token->upper || token->n == 1) && dt_citation_opens_subject (text, token);
}

/* A comma, a hyphen or a dot inside a name; @next is the word behind it. */
static gboolean
crosses_mark (const DtCitationText *text,
              const DtCitationToken *mark,
              const DtCitationToken *last,
              DtCitationToken *next)
{
  if (dt_citation_next_solid (text, mark->end, next) > MAX_NEWLINES || next->kind != DT_TOKEN_WORD)
    return FALSE;
  if (dt_citation_is_mark (mark, '.'))
    return dt_citation_is_plain (last, "tp");
  if (dt_citation_is_mark (mark, '-'))
    return next->upper && !dt_citation_opens_subject (text, next);

  return dt_citation_is_mark (mark, ',') && is_level (next);
}

/* The place behind `Ủy ban nhân dân`: tỉnh Bà Rịa - Vũng Tàu; thành phố Hà Nội. */
static guint32
scan_place (const DtCitationText *text,
            guint32 end,
            guint32 limit)
{
  DtCitationToken token, last = { .kind = DT_TOKEN_END };
  guint n_small = 0;

  for (guint i = 0; i < MAX_WORDS; i++)
    {
      if (dt_citation_next_solid (text, i == 0 ? end : last.end, &token) > MAX_NEWLINES)
        break;
      if (token.kind == DT_TOKEN_MARK)
        {
          DtCitationToken next;

          if (!crosses_mark (text, &token, &last, &next))
            break;
          last = token;
          continue;
        }
      if (token.end > limit)
        break;
      if (token.kind == DT_TOKEN_NUMBER)
        {
          if (!is_level (&last) || token.n > 2)
            break;
        }
      else if (token.kind != DT_TOKEN_WORD || stops_name (text, &token))
        break;
      else if (!token.upper && !is_level (&token))
        {
          /* In a text without capitals a place is at most three words. */
          if (n_small >= 3 || (n_small == 0 && !is_level (&last)) || dt_citation_is_plain (&token, "va"))
            break;
          n_small++;
        }
      last = token;
      end = token.end;
    }

  return end;
}

/* Khóa XIII, (khóa XIII), khóa XV kỳ họp thứ 5. */
static guint32
scan_term (const DtCitationText *text,
           guint32 end)
{
  DtCitationToken token, term, close;
  gboolean has_bracket;

  dt_citation_next_solid (text, end, &token);
  has_bracket = dt_citation_is_mark (&token, '(');
  if (has_bracket)
    dt_citation_next_solid (text, token.end, &token);
  if (!dt_citation_is_plain (&token, "khoa"))
    return end;

  dt_citation_next_solid (text, token.end, &term);
  if (term.kind != DT_TOKEN_NUMBER && !(term.kind == DT_TOKEN_WORD && term.all_upper))
    return end;
  if (!has_bracket)
    return term.end;

  dt_citation_next_solid (text, term.end, &close);
  return dt_citation_is_mark (&close, ')') ? close.end : end;
}

/* A body that no table knows: words with capitals and what binds them. */
static guint32
scan_unknown (const DtCitationText *text,
              guint32 pos,
              guint32 limit)
{
  DtCitationToken token;
  guint32 end = pos;
  guint n = 0;

  for (guint i = 0; i < MAX_WORDS; i++)
    {
      if (dt_citation_next_solid (text, pos, &token) > MAX_NEWLINES || token.end > limit)
        break;
      if (token.kind == DT_TOKEN_WORD)
        {
          if ((i == 0 && !token.upper) || stops_name (text, &token))
            break;
          if (dt_citation_is_plain (&token, "va"))
            {
              DtCitationToken next;

              dt_citation_next_solid (text, token.end, &next);
              if (!next.upper)
                break;
            }
          else
            n++;
          end = token.end;
        }
      else
        {
          DtCitationToken next;

          if (i == 0 || !dt_citation_is_mark (&token, '-'))
            break;
          dt_citation_next_solid (text, token.end, &next);
          if (next.kind != DT_TOKEN_WORD || !next.upper)
            break;
        }
      pos = token.end;
    }

  return n >= 2 ? end : 0;
}

/* One body, with the title before it and the place behind it; 0 for none. */
static guint32
scan_one (const DtCitationText *text,
          guint32 pos,
          guint32 limit,
          gboolean is_first)
{
  DtCitationToken token;
  const DtCitationBody *body;
  gboolean has_title = FALSE;
  guint32 end;

  if (dt_citation_next_solid (text, pos, &token) > MAX_NEWLINES || token.kind != DT_TOKEN_WORD)
    return 0;

  body = dt_citation_find_body (text, &token, &end);
  for (guint i = 0; body == NULL && i < 3 && dt_citation_match_title (text, &token, &end); i++)
    {
      has_title = TRUE;
      dt_citation_next_solid (text, end, &token);
      if (token.kind == DT_TOKEN_NUMBER || dt_citation_is_mark (&token, ','))
        dt_citation_next_solid (text, token.end, &token);
      body = dt_citation_find_body (text, &token, &end);
    }

  if (body != NULL)
    {
      if (end > limit)
        return 0;
      if (body->local)
        end = scan_place (text, end, limit);
      return scan_term (text, end);
    }
  if (!is_first && !has_title)
    return 0;

  return scan_unknown (text, token.start, limit);
}

/* What stands between two bodies: `và`, a comma, a hyphen. */
static guint32
skip_link (const DtCitationText *text,
           guint32 pos)
{
  DtCitationToken token;

  if (dt_citation_next_solid (text, pos, &token) > MAX_NEWLINES)
    return 0;
  if (dt_citation_is_mark (&token, ',') || dt_citation_is_mark (&token, '-') || dt_citation_is_mark (&token, ';') ||
      dt_citation_is (text, &token, "và"))
    return token.end;

  return 0;
}

/**
 * dt_citation_scan_issuer:
 * @text: a text
 * @pos: where a body may be named, behind `của`
 * @limit: where the next citation begins
 * @span: (out): the body, or the bodies
 *
 * Reads who issued a document.
 *
 * Returns: whether somebody is named
 */
gboolean
dt_citation_scan_issuer (const DtCitationText *text,
                         guint32 pos,
                         guint32 limit,
                         DtCitationSpan *span)
{
  DtCitationToken first;
  guint32 end = scan_one (text, pos, limit, TRUE);

  if (end == 0)
    return FALSE;

  dt_citation_next_solid (text, pos, &first);
  *span = (DtCitationSpan){ first.start, end };
  for (guint i = 0; i < MAX_BODIES; i++)
    {
      guint32 link = skip_link (text, end);
      guint32 next = link != 0 ? scan_one (text, link, limit, FALSE) : 0;

      if (next == 0)
        break;
      span->end = end = next;
    }

  return TRUE;
}

/* Whether a part of @number, without the number of a term, is among @codes. */
static gboolean
has_code (const char *codes,
          const char *number)
{
  while (*number != '\0')
    {
      gsize length = strcspn (number, "/-");
      gsize letters = length;
      const char *found = codes;

      while (letters > 0 && g_ascii_isdigit (number[letters - 1]))
        letters--;
      while (letters > 0 && (found = strchr (found, '|')) != NULL)
        {
          found++;
          if (strncmp (found, number, letters) == 0 && found[letters] == '|')
            return TRUE;
        }
      number += length;
      if (*number != '\0')
        number++;
    }

  return FALSE;
}

/**
 * dt_citation_issuer_agrees:
 * @text: a text
 * @span: the bodies
 * @number: a canonical number
 *
 * Compares the bodies with the symbol.
 *
 * Returns: %FALSE when all the bodies are known and none is in the symbol
 */
gboolean
dt_citation_issuer_agrees (const DtCitationText *text,
                           DtCitationSpan span,
                           const char *number)
{
  guint32 pos = span.start;
  gboolean is_known = FALSE;

  for (guint i = 0; i < MAX_WORDS * 2 && pos < span.end; i++)
    {
      DtCitationToken token;
      const DtCitationBody *body;
      guint32 end;

      dt_citation_next_solid (text, pos, &token);
      if (token.start >= span.end)
        break;
      pos = token.end;
      body = dt_citation_find_body (text, &token, &end);
      if (body == NULL)
        continue;
      if (body->codes[1] == '\0' || has_code (body->codes, number))
        return TRUE;
      is_known = TRUE;
      pos = end;
    }

  return !is_known;
}
