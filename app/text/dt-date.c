/* dt-date.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-date"

#include "config.h"

#include "text/dt-date.h"

#include <string.h>

#define MAX_YEAR 9999

/* What stands for a day or a month that is written in by hand. */
#define BLANK "    "

/**
 * dt_date_is_empty:
 * @date: a date
 *
 * Returns: whether nothing at all is known
 */
gboolean
dt_date_is_empty (DtDate date)
{
  return date.year == 0 && date.month == 0 && date.day == 0;
}

/**
 * dt_date_is_complete:
 * @date: a date
 *
 * Returns: whether year, month and day are known
 */
gboolean
dt_date_is_complete (DtDate date)
{
  return date.year != 0 && date.month != 0 && date.day != 0;
}

/**
 * dt_date_is_leap_year:
 * @year: a year
 *
 * Returns: whether its February has 29 days
 */
gboolean
dt_date_is_leap_year (guint year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/**
 * dt_date_days_in_month:
 * @year: a year
 * @month: 1 to 12
 *
 * Returns: the number of days, 0 for a month that does not exist
 */
guint
dt_date_days_in_month (guint year,
                       guint month)
{
  static const guint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month < 1 || month > 12)
    return 0;

  return days[month - 1] + (month == 2 && dt_date_is_leap_year (year) ? 1 : 0);
}

/**
 * dt_date_is_valid:
 * @date: a date
 *
 * Returns: whether @date is complete and such a day exists
 */
gboolean
dt_date_is_valid (DtDate date)
{
  return date.year >= 1 && date.year <= MAX_YEAR && date.day >= 1 &&
         date.day <= dt_date_days_in_month (date.year, date.month);
}

/* Reads MIN to MAX digits. More digits than MAX are no number of ours. */
static gboolean
scan_number (const char **cursor,
             const char *end,
             guint min,
             guint max,
             guint *number)
{
  const char *p = *cursor;
  guint n = 0;

  for (*number = 0; p < end && g_ascii_isdigit (*p); p++)
    {
      if (++n > max)
        return FALSE;
      *number = *number * 10 + (guint) (*p - '0');
    }
  if (n < min)
    return FALSE;

  *cursor = p;
  return TRUE;
}

static gboolean
scan_char (const char **cursor,
           const char *end,
           char c)
{
  if (*cursor >= end || **cursor != c)
    return FALSE;
  (*cursor)++;
  return TRUE;
}

/* Blanks and no-break spaces, at least MIN of them. */
static gboolean
scan_blanks (const char **cursor,
             const char *end,
             guint min)
{
  guint n = 0;

  for (;; n++)
    {
      if (*cursor < end && (**cursor == ' ' || **cursor == '\t'))
        (*cursor)++;
      else if (end - *cursor >= 2 && memcmp (*cursor, "\302\240", 2) == 0)
        *cursor += 2;
      else
        break;
    }

  return n >= min;
}

/* WORD in small letters; any case of it is accepted. */
static gboolean
scan_word (const char **cursor,
           const char *end,
           const char *word)
{
  const char *p = *cursor;

  for (; *word != '\0'; word = g_utf8_next_char (word))
    {
      if (p >= end || g_unichar_tolower (g_utf8_get_char (p)) != g_utf8_get_char (word))
        return FALSE;
      p = g_utf8_next_char (p);
    }

  *cursor = p;
  return TRUE;
}

static gboolean
store_date (guint year,
            guint month,
            guint day,
            DtDate *date)
{
  DtDate made;

  if (year > MAX_YEAR || month > 12 || day > 31)
    return FALSE;

  made = dt_date_make (year, month, day);
  if (!dt_date_is_valid (made))
    return FALSE;
  if (date != NULL)
    *date = made;
  return TRUE;
}

/**
 * dt_date_parse_iso_partial:
 * @text: `2026-09-21`, `2026-09` or `2026`
 * @date: (out) (optional): the date
 *
 * Reads the form that dt_date_format_iso() writes.
 *
 * Returns: whether all of @text was such a date
 */
gboolean
dt_date_parse_iso_partial (const char *text,
                           DtDate *date)
{
  const char *p = text;
  const char *end;
  guint year = 0;
  guint month = 0;
  guint day = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  end = text + strlen (text);
  if (!scan_number (&p, end, 4, 4, &year) || year == 0)
    return FALSE;
  if (p < end && (!scan_char (&p, end, '-') || !scan_number (&p, end, 2, 2, &month) ||
                  month < 1 || month > 12))
    return FALSE;
  if (p < end && (!scan_char (&p, end, '-') || !scan_number (&p, end, 2, 2, &day) ||
                  day < 1 || day > dt_date_days_in_month (year, month)))
    return FALSE;
  if (p != end)
    return FALSE;

  if (date != NULL)
    *date = dt_date_make (year, month, day);
  return TRUE;
}

/**
 * dt_date_parse_iso:
 * @text: `2026-09-21`
 * @date: (out) (optional): the date
 *
 * Reads a complete date in the ISO form.
 *
 * Returns: whether all of @text was such a date, and the day exists
 */
gboolean
dt_date_parse_iso (const char *text,
                   DtDate *date)
{
  DtDate read = DT_DATE_INIT;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!dt_date_parse_iso_partial (text, &read) || !dt_date_is_complete (read))
    return FALSE;
  if (date != NULL)
    *date = read;
  return TRUE;
}

/* `05/3/2026`, `5-3-2026`, `05.03.2026`: one separator throughout. */
static gboolean
scan_short (const char **cursor,
            const char *end,
            DtDate *date)
{
  const char *p = *cursor;
  guint day;
  guint month;
  guint year;
  char separator;

  if (!scan_number (&p, end, 1, 2, &day) || p >= end ||
      (*p != '/' && *p != '-' && *p != '.'))
    return FALSE;
  separator = *p++;
  if (!scan_number (&p, end, 1, 2, &month) || !scan_char (&p, end, separator) ||
      !scan_number (&p, end, 4, 4, &year) || !store_date (year, month, day, date))
    return FALSE;

  *cursor = p;
  return TRUE;
}

/* `05 tháng 3 năm 2026` */
static gboolean
scan_long (const char **cursor,
           const char *end,
           DtDate *date)
{
  const char *p = *cursor;
  guint day;
  guint month;
  guint year;

  if (!scan_number (&p, end, 1, 2, &day) || !scan_blanks (&p, end, 1) ||
      !scan_word (&p, end, "tháng") || !scan_blanks (&p, end, 1) ||
      !scan_number (&p, end, 1, 2, &month))
    return FALSE;
  scan_blanks (&p, end, 0);
  scan_char (&p, end, ',');
  scan_blanks (&p, end, 0);
  if (!scan_word (&p, end, "năm") || !scan_blanks (&p, end, 1) ||
      !scan_number (&p, end, 4, 4, &year) || !store_date (year, month, day, date))
    return FALSE;

  *cursor = p;
  return TRUE;
}

static gboolean
scan_iso (const char **cursor,
          const char *end,
          DtDate *date)
{
  const char *p = *cursor;
  guint day;
  guint month;
  guint year;

  if (!scan_number (&p, end, 4, 4, &year) || !scan_char (&p, end, '-') ||
      !scan_number (&p, end, 2, 2, &month) || !scan_char (&p, end, '-') ||
      !scan_number (&p, end, 2, 2, &day) || !store_date (year, month, day, date))
    return FALSE;

  *cursor = p;
  return TRUE;
}

/**
 * dt_date_scan:
 * @text: (array length=length): composed UTF-8 that may start with a date
 * @length: bytes of @text
 * @date: (out) (optional): the date
 *
 * Reads a complete date at the start of a longer text, in any of the forms
 * people write: `ngày 05 tháng 3 năm 2026`, `5 tháng 03 năm 2026`,
 * `05/3/2026`, `5-3-2026`, `05.03.2026`, `2026-03-05`; the word `ngày` may
 * stand before each.
 *
 * Returns: how many bytes belong to the date, 0 when there is none
 */
gsize
dt_date_scan (const char *text,
              gsize length,
              DtDate *date)
{
  const char *p = text;
  const char *end = text + length;

  g_return_val_if_fail (text != NULL, 0);

  if (scan_word (&p, end, "ngày") && !scan_blanks (&p, end, 1))
    return 0;
  if (scan_long (&p, end, date) || scan_short (&p, end, date) || scan_iso (&p, end, date))
    return (gsize) (p - text);

  return 0;
}

/**
 * dt_date_parse:
 * @text: composed UTF-8
 * @date: (out) (optional): the date
 *
 * Reads a text that is a date and nothing else, blanks around it aside, in
 * any form of dt_date_scan().
 *
 * Returns: whether it was one
 */
gboolean
dt_date_parse (const char *text,
               DtDate *date)
{
  const char *end;
  DtDate read;
  gsize used;

  g_return_val_if_fail (text != NULL, FALSE);

  end = text + strlen (text);
  scan_blanks (&text, end, 0);
  used = dt_date_scan (text, (gsize) (end - text), &read);
  if (used == 0)
    return FALSE;
  text += used;
  scan_blanks (&text, end, 0);
  if (text != end)
    return FALSE;

  if (date != NULL)
    *date = read;
  return TRUE;
}

/**
 * dt_date_format_iso:
 * @date: a date
 *
 * Writes the form of our files: `2026-09-21`, `2026-09` without a day, `2026`
 * without a month, nothing without a year.
 *
 * Returns: (transfer full): the text
 */
char *
dt_date_format_iso (DtDate date)
{
  if (date.year == 0)
    return g_strdup ("");
  if (date.month == 0)
    return g_strdup_printf ("%04u", date.year);
  if (date.day == 0)
    return g_strdup_printf ("%04u-%02u", date.year, date.month);
  return g_strdup_printf ("%04u-%02u-%02u", date.year, date.month, date.day);
}

/* Days below 10 and the months 1 and 2 take a zero, the months 3 to 9 do not
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4.b). */
static char *
format_day (DtDate date)
{
  return date.day == 0 ? g_strdup (BLANK) : g_strdup_printf ("%02u", date.day);
}

static char *
format_month (DtDate date)
{
  if (date.month == 0)
    return g_strdup (BLANK);
  return g_strdup_printf (date.month <= 2 ? "%02u" : "%u", date.month);
}

/**
 * dt_date_format_long:
 * @date: a date
 *
 * Writes a date in full words: `ngày 05 tháng 3 năm 2026` (Nghị định
 * 30/2020/NĐ-CP, Phụ lục I, II.4.b).
 *
 * A part that is not known yet leaves room to write it by hand: `ngày
 *      tháng      năm 2026`.
 *
 * Returns: (transfer full): the text
 */
char *
dt_date_format_long (DtDate date)
{
  g_autofree char *day = format_day (date);
  g_autofree char *month = format_month (date);

  if (date.year == 0)
    return g_strdup_printf ("ngày %s tháng %s năm " BLANK, day, month);
  return g_strdup_printf ("ngày %s tháng %s năm %u", day, month, date.year);
}

/**
 * dt_date_format_short:
 * @date: a date
 *
 * Writes `05/3/2026`, padded by the rule of dt_date_format_long(); parts that
 * are not known become `…`.
 *
 * Returns: (transfer full): the text
 */
char *
dt_date_format_short (DtDate date)
{
  g_autofree char *day = date.day == 0 ? g_strdup ("…") : format_day (date);
  g_autofree char *month = date.month == 0 ? g_strdup ("…") : format_month (date);

  if (date.year == 0)
    return g_strdup_printf ("%s/%s/…", day, month);
  return g_strdup_printf ("%s/%s/%u", day, month, date.year);
}

/**
 * dt_date_compare:
 * @a: a date
 * @b: a date
 *
 * Compares by year, month and day; a part that is not known comes first.
 *
 * Returns: less than, equal to or more than 0
 */
int
dt_date_compare (DtDate a,
                 DtDate b)
{
  if (a.year != b.year)
    return a.year < b.year ? -1 : 1;
  if (a.month != b.month)
    return a.month < b.month ? -1 : 1;
  if (a.day != b.day)
    return a.day < b.day ? -1 : 1;
  return 0;
}

/**
 * dt_date_equal:
 * @a: a date
 * @b: a date
 *
 * Returns: whether all parts are the same
 */
gboolean
dt_date_equal (DtDate a,
               DtDate b)
{
  return dt_date_compare (a, b) == 0;
}

/**
 * dt_date_to_day_number:
 * @date: a valid date
 *
 * Counts the days from 0001-01-01, which is 1, a Monday.
 *
 * Returns: the number, 0 when @date is not valid
 */
gint32
dt_date_to_day_number (DtDate date)
{
  guint before;
  gint32 number;

  if (!dt_date_is_valid (date))
    return 0;

  before = date.year - 1u;
  number = (gint32) (before * 365 + before / 4 - before / 100 + before / 400);
  for (guint month = 1; month < date.month; month++)
    number += (gint32) dt_date_days_in_month (date.year, month);

  return number + date.day;
}

/**
 * dt_date_from_day_number:
 * @number: a number as dt_date_to_day_number() gives
 *
 * Returns: the date, empty when out of range
 */
DtDate
dt_date_from_day_number (gint32 number)
{
  DtDate date = DT_DATE_INIT;
  guint year;
  guint month = 1;
  gint32 left;

  if (number < 1 || number > dt_date_to_day_number (dt_date_make (MAX_YEAR, 12, 31)))
    return date;

  /* The guess is never late and at most a few years early. */
  year = (guint) (number / 366) + 1;
  while (year < MAX_YEAR &&
         dt_date_to_day_number (dt_date_make (year + 1, 1, 1)) <= number)
    year++;

  left = number - dt_date_to_day_number (dt_date_make (year, 1, 1));
  while (left >= (gint32) dt_date_days_in_month (year, month))
    left -= (gint32) dt_date_days_in_month (year, month++);

  return dt_date_make (year, month, (guint) left + 1);
}

/**
 * dt_date_weekday:
 * @date: a valid date
 *
 * Returns: 1 for Monday (thứ Hai) to 7 for Sunday (Chủ nhật), 0 when @date is
 *   not valid
 */
guint
dt_date_weekday (DtDate date)
{
  gint32 number = dt_date_to_day_number (date);

  return number == 0 ? 0 : (guint) ((number - 1) % 7) + 1;
}
