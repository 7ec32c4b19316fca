/* dt-citation-pinpoint.c - the parts of a document that are meant
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-citation"

#include "config.h"

#include "catalog/dt-citation-find-private.h"

#include <string.h>

#define MAX_NEWLINES 2
#define MAX_TOKENS 40

/* Phụ lục II, V.7: from the smallest to the largest. */
static const struct
{
  const char *plain;
  const char *word;
  guint rank;
} units[] = {
  { "tiet", "tiết", 1 },
  { "diem", "điểm", 2 },
  { "doan", "đoạn", 3 },
  { "khoan", "khoản", 4 },
  { "dieu", "Điều", 5 },
  { "muc", "Mục", 6 },
  { "chuong", "Chương", 7 },
  { "phan", "Phần", 8 },
};

static int
find_unit (const DtCitationToken *token)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (dt_citation_is_plain (token, units[i].plain))
      return (int) i;

  return -1;
}

/* 5, a, đ, III, 4a. */
static gboolean
is_label (const DtCitationToken *token)
{
  if (token->kind == DT_TOKEN_NUMBER)
    return token->n <= 3;
  return token->kind == DT_TOKEN_WORD &&
         (token->n == 1 || (token->all_upper && token->n <= 6 && strspn (token->plain, "ivxlc") == token->n));
}

static gboolean
is_link (const DtCitationText *text,
         const DtCitationToken *token)
{
  return dt_citation_is_mark (token, ',') || dt_citation_is_mark (token, '.') || dt_citation_is_mark (token, ';') ||
         dt_citation_is (text, token, "và") || dt_citation_is (text, token, "của") || dt_citation_is (text, token, "các") ||
         dt_citation_is (text, token, "hoặc");
}

/* The order, the capitals and the marks between @span. */
static gboolean
is_well_written (const DtCitationText *text,
                 DtCitationSpan span,
                 gboolean begins_sentence)
{
  guint32 pos = span.start;
  guint last_rank = 0;
  DtCitationToken token, previous = { .kind = DT_TOKEN_END };

  while (pos < span.end)
    {
      int unit;

      dt_citation_next_solid (text, pos, &token);
      if (token.start >= span.end)
        break;
      pos = token.end;
      unit = find_unit (&token);
      if (unit >= 0)
        {
          gboolean wants_capital = units[unit].rank >= 5;
          gboolean is_linked = dt_citation_is (text, &previous, "và") || dt_citation_is_mark (&previous, ';') ||
                               dt_citation_is (text, &previous, "hoặc") || dt_citation_is_mark (&previous, ',');

          if (token.upper != wants_capital && !(begins_sentence && token.start == span.start))
            return FALSE;
          if (!is_linked && units[unit].rank <= last_rank)
            return FALSE;
          /* A comma between a part and the larger one that holds it. */
          if (dt_citation_is_mark (&previous, ',') && units[unit].rank > last_rank && last_rank > 0)
            return FALSE;
          last_rank = units[unit].rank;
        }
      previous = token;
    }

  return !dt_citation_is_mark (&previous, ',');
}

static gboolean
begins_sentence (const DtCitationText *text,
                 guint32 pos)
{
  DtCitationToken token;

  if (dt_citation_prev_solid (text, pos, &token) > 0)
    return TRUE;
  return token.kind == DT_TOKEN_END || (token.kind == DT_TOKEN_MARK && token.mark != ',' && token.mark != '(');
}

/**
 * dt_citation_scan_pinpoint:
 * @text: a text
 * @pos: where a citation begins
 * @span: (out): what stands before it of `điểm a khoản 2 Điều 5`
 * @is_right: (out): whether order, capitals and marks are right
 *
 * Reads backwards which part of a document is cited.
 *
 * Returns: whether a part is named
 */
gboolean
dt_citation_scan_pinpoint (const DtCitationText *text,
                           guint32 pos,
                           DtCitationSpan *span,
                           gboolean *is_right)
{
  guint32 start = 0, end = 0;
  gboolean has_label = FALSE;

  for (guint i = 0; i < MAX_TOKENS; i++)
    {
      DtCitationToken token;

      if (dt_citation_prev_solid (text, pos, &token) > MAX_NEWLINES)
        break;
      if (find_unit (&token) >= 0)
        {
          if (!has_label)
            break;
          start = token.start;
          has_label = FALSE;
        }
      else if (is_label (&token))
        {
          has_label = TRUE;
          end = MAX (end, token.end);
        }
      else if (!is_link (text, &token))
        break;
      pos = token.start;
    }

  if (start == 0 && !(pos == 0 && end > 0 && !has_label))
    return FALSE;
  if (end <= start)
    return FALSE;

  *span = (DtCitationSpan){ start, end };
  *is_right = is_well_written (text, *span, begins_sentence (text, start));
  return TRUE;
}

/**
 * dt_citation_write_pinpoint:
 * @text: a text
 * @span: a part of a document
 *
 * Writes it in the decree's order and letters, without commas between a part
 * and the larger one.
 *
 * Returns: (transfer full): `khoản 1 Điều 5`
 */
char *
dt_citation_write_pinpoint (const DtCitationText *text,
                            DtCitationSpan span)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ranks = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *piece = NULL;
  g_autoptr (GString) all = g_string_new (NULL);
  gboolean is_rising = TRUE;
  guint32 pos = span.start;

  while (pos < span.end)
    {
      DtCitationToken token;
      int unit;

      guint gap = pos;

      dt_citation_next_solid (text, pos, &token);
      if (token.start >= span.end)
        break;
      pos = token.end;
      unit = find_unit (&token);
      if (unit >= 0)
        {
          if (piece != NULL)
            g_ptr_array_add (pieces, g_string_free (piece, FALSE));
          piece = g_string_new (units[unit].word);
          g_array_append_val (ranks, units[unit].rank);
        }
      else if (piece != NULL && !dt_citation_is (text, &token, "của"))
        {
          if (token.start > gap && token.kind != DT_TOKEN_MARK)
            g_string_append_c (piece, ' ');
          g_string_append_len (piece, text->s + token.start, token.end - token.start);
        }
    }
  if (piece == NULL)
    return g_string_free (g_steal_pointer (&all), FALSE);
  g_ptr_array_add (pieces, g_string_free (piece, FALSE));

  for (guint i = 1; i < ranks->len; i++)
    is_rising &= g_array_index (ranks, guint, i) > g_array_index (ranks, guint, i - 1);
  if (!is_rising && ranks->len > 1)
    {
      gboolean is_falling = TRUE;

      for (guint i = 1; i < ranks->len; i++)
        is_falling &= g_array_index (ranks, guint, i) < g_array_index (ranks, guint, i - 1);
      for (guint i = 0; is_falling && i < pieces->len / 2; i++)
        {
          gpointer other = pieces->pdata[pieces->len - 1 - i];

          pieces->pdata[pieces->len - 1 - i] = pieces->pdata[i];
          pieces->pdata[i] = other;
        }
      is_rising = is_falling;
    }

  for (guint i = 0; i < pieces->len; i++)
    {
      char *one = pieces->pdata[i];
      gsize length = strlen (one);

      /* Parts within larger ones have no comma between them. */
      while (is_rising && length > 0 && (one[length - 1] == ',' || one[length - 1] == ' '))
        one[--length] = '\0';
      if (all->len > 0)
        g_string_append_c (all, ' ');
      g_string_append (all, one);
    }

  return g_string_free (g_steal_pointer (&all), FALSE);
}
