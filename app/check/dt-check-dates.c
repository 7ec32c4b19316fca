/* dt-check-dates.c - finds dates, right or wrong, in a text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-private.h"

#include <string.h>

#define MONTH_WORD "tháng"
#define YEAR_WORD "năm"

static gsize
count_digits (const char *text,
              const char *end)
{
  gsize n = 0;

  while (text + n < end && g_ascii_isdigit (text[n]))
    n++;
  return n;
}

static guint
read_number (const char *text,
             gsize length)
{
  guint number = 0;

  for (gsize i = 0; i < length; i++)
    number = number * 10 + (guint) (text[i] - '0');
  return number;
}

/* Behind " word " at @p, or NULL. */
static const char *
skip_word (const char *p,
           const char *end,
           const char *word)
{
  gsize length = strlen (word);

  if (p == end || *p != ' ')
    return NULL;
  while (p < end && *p == ' ')
    p++;
  if ((gsize) (end - p) <= length || strncmp (p, word, length) != 0 || p[length] != ' ')
    return NULL;
  p += length;
  while (p < end && *p == ' ')
    p++;
  return p;
}

static gboolean
read_words (const char *plain,
            const char *end,
            DtDateHit *hit)
{
  const char *month = skip_word (plain + hit->end, end, MONTH_WORD);
  gsize n = month != NULL ? count_digits (month, end) : 0;
  const char *year;

  if (n == 0 || n > 2)
    return FALSE;

  hit->form = DT_DATE_WORDS;
  hit->month_start = (gsize) (month - plain);
  hit->month_length = n;
  hit->month = read_number (month, n);
  hit->end = hit->month_start + n;

  year = skip_word (plain + hit->end, end, YEAR_WORD);
  n = year != NULL ? count_digits (year, end) : 0;
  if (n == 4)
    {
      hit->year_start = (gsize) (year - plain);
      hit->year_length = n;
      hit->year = read_number (year, n);
      hit->end = hit->year_start + n;
    }

  return TRUE;
}

static gboolean
read_signs (const char *plain,
            const char *end,
            DtDateHit *hit)
{
  static const char signs[] = "/.-";
  const char *p = plain + hit->end;
  const char *sign = p < end && *p != '\0' ? strchr (signs, *p) : NULL;
  gsize month = sign != NULL ? count_digits (p + 1, end) : 0;
  const char *year = p + 1 + month + 1;
  gsize n;

  if (month == 0 || month > 2 || year >= end || year[-1] != *sign)
    return FALSE;
  n = count_digits (year, end);
  if (n != 4)
    return FALSE;

  hit->form = (DtDateForm) (DT_DATE_SLASH + (sign - signs));
  hit->month_start = (gsize) (p + 1 - plain);
  hit->month_length = month;
  hit->month = read_number (p + 1, month);
  hit->year_start = (gsize) (year - plain);
  hit->year_length = n;
  hit->year = read_number (year, n);
  hit->end = hit->year_start + n;

  /* "12/4/2026/QĐ" is a number of a document. */
  return year + n == end || (year[n] != *sign && !g_ascii_isalnum (year[n])) ||
         (*sign == '.' && year + n + 1 <= end && !g_ascii_isdigit (year[n + 1]));
}

/**
 * dt_check_next_date:
 * @plain: a text
 * @length: its bytes
 * @cursor: (inout): where to look from
 * @hit: (out): what was found
 *
 * Finds dates written in words or in figures, whether the calendar has them or not.
 *
 * Returns: %FALSE when there is no more
 */
gboolean
dt_check_next_date (const char *plain,
                    gsize length,
                    gsize *cursor,
                    DtDateHit *hit)
{
  const char *end = plain + length;
  gsize at = *cursor;

  while (at < length)
    {
      gsize n;
      gboolean starts;

      if (!g_ascii_isdigit (plain[at]))
        {
          at++;
          continue;
        }
      n = count_digits (plain + at, end);
      starts = at == 0 || !(g_ascii_isalnum (plain[at - 1]) || strchr ("/.-,", plain[at - 1]) != NULL);

      *hit = (DtDateHit){ .start = at, .end = at + n, .day_length = n };
      if (starts && n <= 2)
        {
          hit->day = read_number (plain + at, n);
          if (read_words (plain, end, hit) || read_signs (plain, end, hit))
            {
              *cursor = hit->end;
              return TRUE;
            }
        }
      at += n;
    }

  *cursor = length;
  return FALSE;
}

char *
dt_check_format_day (guint day)
{
  return g_strdup_printf ("%02u", day);
}

char *
dt_check_format_month (guint month)
{
  return g_strdup_printf (month < 3 ? "%02u" : "%u", month);
}
