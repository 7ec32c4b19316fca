/* dt-citation-date.c - dates in citations, in figures and in words
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-citation"

#include "config.h"

#include "catalog/dt-citation-find-private.h"

#define MAX_NEWLINES 2
#define MAX_DOTS 12

/* Where the next token is read. */
typedef struct
{
  const DtCitationText *text;
  DtCitationToken token;
} Cursor;

static gboolean
advance (Cursor *self)
{
  return dt_citation_next_solid (self->text, self->token.end, &self->token) <= MAX_NEWLINES;
}

static guint
read_digit_word (const DtCitationToken *token)
{
  static const struct
  {
    const char *plain;
    guint value;
  } words[] = {
    { "mot", 1 },
    { "hai", 2 },
    { "ba", 3 },
    { "bon", 4 },
    { "tu", 4 },
    { "nam", 5 },
    { "lam", 5 },
    { "sau", 6 },
    { "bay", 7 },
    { "tam", 8 },
    { "chin", 9 },
    { "muoi", 10 },
    { "gieng", 1 },
    { "chap", 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (dt_citation_is_plain (token, words[i].plain))
      return words[i].value;

  return 0;
}

/* Hai mươi sáu, mười một, ba; @self is then at the last word of the number. */
static guint
read_words (Cursor *self)
{
  guint value = read_digit_word (&self->token);
  Cursor next = *self;

  if (value == 0)
    return 0;
  if (!advance (&next))
    return value;

  if (value < 4 && dt_citation_is_plain (&next.token, "muoi"))
    {
      *self = next;
      value *= 10;
      if (!advance (&next))
        return value;
    }
  if (value >= 10 && value % 10 == 0)
    {
      guint ones = read_digit_word (&next.token);

      /* Five is lăm here, and năm is the year. */
      if (ones > 0 && ones < 10 && !dt_citation_is_plain (&next.token, "nam"))
        {
          *self = next;
          value += ones;
        }
    }

  return value;
}

/* A day or a month, in figures or words; 0 for dots where it is to be filled in. */
static gboolean
read_part (Cursor *self,
           guint *value,
           gboolean *is_written,
           guint *n_digits)
{
  *is_written = TRUE;
  *n_digits = 0;
  if (self->token.kind == DT_TOKEN_NUMBER && self->token.n <= 2)
    {
      *value = self->token.value;
      *n_digits = self->token.n;
      return TRUE;
    }
  if (self->token.kind == DT_TOKEN_WORD)
    {
      if ((dt_citation_is_plain (&self->token, "mong") || dt_citation_is_plain (&self->token, "mung")) && !advance (self))
        return FALSE;
      *value = self->token.kind == DT_TOKEN_NUMBER && self->token.n <= 2 ? self->token.value : read_words (self);
      return *value > 0;
    }

  *value = 0;
  *is_written = FALSE;
  for (guint i = 0; i < MAX_DOTS; i++)
    {
      Cursor next = *self;

      if (!dt_citation_is_mark (&self->token, '.') && !dt_citation_is_mark (&self->token, 0x2026) &&
          !dt_citation_is_mark (&self->token, '_'))
        return FALSE;
      if (!advance (&next) || next.token.kind != DT_TOKEN_MARK)
        return TRUE;
      *self = next;
    }

  return FALSE;
}

/* A year; the number of a footnote that was set behind it is cut off. */
static gboolean
take_year (Cursor *self)
{
  DtCitationToken *token = &self->token;

  if (token->kind != DT_TOKEN_NUMBER || token->n < 4 || token->n > 6)
    return FALSE;
  for (; token->n > 4; token->n--)
    {
      token->value /= 10;
      token->end--;
    }

  return token->value >= 1900 && token->value <= 2199;
}

typedef struct
{
  guint day;
  guint month;
  guint year;
  guint day_digits;
  guint month_digits;
} Parts;

/* Ngày 05 tháng 3 năm 2026. */
static gboolean
scan_long (Cursor *self,
           Parts *parts)
{
  gboolean is_written;

  if (!read_part (self, &parts->day, &is_written, &parts->day_digits) || !advance (self) ||
      !dt_citation_is_plain (&self->token, "thang") || !advance (self) ||
      !read_part (self, &parts->month, &is_written, &parts->month_digits) || !advance (self))
    return FALSE;
  if (dt_citation_is_mark (&self->token, ',') && !advance (self))
    return FALSE;
  if (!dt_citation_is_plain (&self->token, "nam") || !advance (self) || !take_year (self))
    return FALSE;

  parts->year = self->token.value;
  return TRUE;
}

static gboolean
is_separator (const DtCitationToken *token)
{
  return dt_citation_is_mark (token, '/') || dt_citation_is_mark (token, '-') || dt_citation_is_mark (token, '.');
}

/* 05/3/2026, 5-3-2026, 05.03.2026. */
static gboolean
scan_short (Cursor *self,
            Parts *parts)
{
  if (self->token.kind != DT_TOKEN_NUMBER || self->token.n > 2)
    return FALSE;
  parts->day = self->token.value;
  parts->day_digits = self->token.n;
  if (!advance (self) || !is_separator (&self->token) || !advance (self) ||
      self->token.kind != DT_TOKEN_NUMBER || self->token.n > 2)
    return FALSE;
  parts->month = self->token.value;
  parts->month_digits = self->token.n;
  if (!advance (self) || !is_separator (&self->token) || !advance (self) || !take_year (self))
    return FALSE;

  parts->year = self->token.value;
  return TRUE;
}

/* Phụ lục I, II.4.b: a zero before days below ten and before the months 1 and 2. */
static gboolean
is_padded_right (const Parts *parts)
{
  if (parts->day_digits == 1)
    return FALSE;
  if (parts->month_digits == 1)
    return parts->month > 2;
  return parts->month_digits != 2 || parts->month >= 10 || parts->month <= 2;
}

/**
 * dt_citation_scan_date:
 * @text: a text
 * @pos: where a date may stand
 * @date: (out): the date; parts that are not filled in, or make no day, are 0
 * @span: (out): the date with its `ngày`
 * @problems: takes what is wrong with it
 *
 * Reads a date.
 *
 * Returns: whether there is one
 */
gboolean
dt_citation_scan_date (const DtCitationText *text,
                       guint32 pos,
                       DtDate *date,
                       DtCitationSpan *span,
                       guint32 *problems)
{
  Cursor start = { .text = text };
  Cursor cursor;
  Parts parts = { 0 };
  gboolean has_word;

  if (dt_citation_next_solid (text, pos, &start.token) > MAX_NEWLINES)
    return FALSE;
  span->start = start.token.start;
  has_word = dt_citation_is_plain (&start.token, "ngay");
  if (has_word && !advance (&start))
    return FALSE;

  cursor = start;
  if (!scan_short (&cursor, &parts))
    {
      parts = (Parts){ 0 };
      cursor = start;
      if (!has_word || !scan_long (&cursor, &parts))
        return FALSE;
    }

  span->end = cursor.token.end;
  /* A day of an open month says nothing. */
  *date = dt_date_make (parts.year, parts.month, parts.month > 0 ? parts.day : 0);
  if (parts.month > 12 || (date->day > 0 && !dt_date_is_valid (*date)))
    {
      *date = (DtDate) DT_DATE_INIT;
      *problems |= dt_citation_bit (DT_CITATION_DATE_INVALID);
    }
  else if (!is_padded_right (&parts))
    *problems |= dt_citation_bit (DT_CITATION_DATE_FORM);

  return TRUE;
}
