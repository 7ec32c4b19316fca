/* dt-deadline.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-deadline.h"

#include "text/dt-text.h"

#include <string.h>

/* Words that say when without naming a day. */
static const char *const customary[] = {
  "thường xuyên",
  "liên tục",
  "hằng ",
  "hàng ",
  "định kỳ",
  "đột xuất",
  "khi có",
  "sau khi",
  "theo ",
  "trong kỳ",
  "cả năm",
  "trong năm",
  "cuối năm",
  "đầu năm",
  "ngay sau",
};

/* A stretch of days in a text; @is_open: its year is not said. */
typedef struct
{
  DtDate first;
  DtDate last;
  gsize start;
  gsize end;
  gboolean is_open;
  gboolean is_impossible;
} Spot;

void
dt_period_get_days (DtPeriod period,
                    DtDate *first,
                    DtDate *last)
{
  guint from = dt_period_first_month (period);
  guint to = dt_period_last_month (period);

  *first = dt_date_make (0, 0, 0);
  *last = dt_date_make (0, 0, 0);
  if (period.kind == DT_PERIOD_NONE || period.year == 0)
    return;

  *first = dt_date_make (from / 12, from % 12 + 1, 1);
  *last = dt_date_make (to / 12, to % 12 + 1, dt_date_days_in_month (to / 12, to % 12 + 1));
}

static guint
scan_number (const char **text,
             guint most)
{
  guint value = 0;
  guint n = 0;

  while (g_ascii_isdigit ((*text)[n]) && n < most)
    value = value * 10 + (guint) ((*text)[n++] - '0');
  if (n == 0 || g_ascii_isdigit ((*text)[n]))
    return 0;

  *text += n;
  return value;
}

/* "ngày 15 tháng 12", "15/12": a day and its month, the year not said or impossible with them. */
static gboolean
scan_day (const char *text,
          Spot *spot)
{
  const char *p = text;
  gsize length = strlen (text);
  guint day;
  guint month;
  guint year = 0;

  p += dt_period_scan_word (p, length, "ngày");
  p += dt_period_scan_blanks (p, strlen (p));
  day = scan_number (&p, 2);
  if (day == 0)
    return FALSE;
  if (*p == '/' || *p == '-' || *p == '.')
    {
      p++;
    }
  else
    {
      p += dt_period_scan_blanks (p, strlen (p));
      if (dt_period_scan_word (p, strlen (p), "tháng") == 0)
        return FALSE;
      p += dt_period_scan_word (p, strlen (p), "tháng");
      p += dt_period_scan_blanks (p, strlen (p));
    }
  month = scan_number (&p, 2);
  if (month == 0)
    return FALSE;

  if (*p == '/' && g_ascii_isdigit (p[1]))
    {
      p++;
      year = scan_number (&p, 4);
    }
  spot->is_open = year == 0;
  spot->is_impossible = month > 12 || day > dt_date_days_in_month (year != 0 ? year : 2024, month);
  spot->first = spot->last = dt_date_make (year, month, day);
  spot->end = (gsize) (p - text);
  return TRUE;
}

/* "8/2026" */
static gboolean
scan_month (const char *text,
            Spot *spot)
{
  const char *p = text;
  guint month = scan_number (&p, 2);
  guint year = 0;

  if (month == 0 || month > 12 || *p != '/' || dt_period_scan_year (p + 1, strlen (p + 1), &year) == 0)
    return FALSE;

  spot->first = dt_date_make (year, month, 1);
  spot->last = dt_date_make (year, month, dt_date_days_in_month (year, month));
  spot->end = (gsize) (p + 5 - text);
  return TRUE;
}

static gboolean
scan_period (const char *text,
             Spot *spot)
{
  DtPeriod period = DT_PERIOD_INIT;
  gsize used = dt_period_scan (text, strlen (text), &period, NULL);
  guint year = 0;

  if (used == 0)
    {
      used = dt_period_scan_year (text, strlen (text), &year);
      period.kind = DT_PERIOD_YEAR;
      period.year = period.last_year = (guint16) year;
    }
  if (used == 0)
    return FALSE;

  spot->is_open = period.year == 0;
  if (spot->is_open)
    period.year = period.last_year = 2024;
  dt_period_get_days (period, &spot->first, &spot->last);
  if (spot->is_open)
    spot->first.year = spot->last.year = 0;
  spot->end = used;
  return TRUE;
}

/* What begins at @start of @text, where a word begins. */
static gboolean
scan_spot (const char *text,
           gsize start,
           Spot *spot)
{
  gsize used;

  memset (spot, 0, sizeof *spot);
  used = dt_date_scan (text + start, strlen (text + start), &spot->first);
  if (used > 0)
    {
      spot->last = spot->first;
      spot->end = used;
    }
  else if (!scan_month (text + start, spot) && !scan_period (text + start, spot) && !scan_day (text + start, spot))
    {
      return FALSE;
    }

  spot->start = start;
  spot->end += start;
  return TRUE;
}

static GArray *
find_spots (const char *text)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (Spot));
  gboolean is_inside = FALSE;

  for (gsize i = 0; text[i] != '\0';)
    {
      gunichar c = g_utf8_get_char (text + i);
      Spot spot;

      if (!is_inside && g_unichar_isalnum (c) && scan_spot (text, i, &spot))
        {
          g_array_append_val (spots, spot);
          i = spot.end;
          is_inside = TRUE;
          continue;
        }
      /* A number behind a stroke is a part of a symbol. */
      is_inside = g_unichar_isalnum (c) || c == '/';
      i += (gsize) (g_utf8_next_char (text + i) - (text + i));
    }

  return spots;
}

/* Gives open spots a year: that of the spot behind them, else that of the period. */
static gboolean
close_spots (GArray *spots,
             DtPeriod period)
{
  guint year = period.kind != DT_PERIOD_NONE && period.year == period.last_year ? period.year : 0;

  for (guint i = spots->len; i > 0; i--)
    {
      Spot *spot = &g_array_index (spots, Spot, i - 1);

      if (spot->is_open && year == 0)
        return FALSE;
      if (spot->is_open)
        {
          spot->first.year = (guint16) (year - (i < spots->len && spot->first.month > g_array_index (spots, Spot, i).last.month));
          spot->last.year = (guint16) (spot->first.year + (spot->last.month < spot->first.month));
          spot->last.day = (guint8) MIN (spot->last.day, dt_date_days_in_month (spot->last.year, spot->last.month));
        }
      year = spot->first.year;
    }

  return TRUE;
}

static gboolean
ends_with_word (const char *text,
                gsize length,
                const char *const *words)
{
  g_autofree char *before = g_strndup (text, length);

  g_strchomp (before);
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_suffix (before, words[i]))
      return TRUE;

  return FALSE;
}

static DtDeadline
make_days (const char *text,
           const GArray *spots)
{
  static const char *const until[] = { "trước", "chậm nhất", "đến", "đến hết", "hết", "muộn nhất", "không quá", "là", NULL };
  static const char *const since[] = { "từ", "kể từ", "sau", NULL };
  const Spot *one = &g_array_index (spots, Spot, 0);
  DtDeadline deadline = { DT_DEADLINE_DAYS, one->first, g_array_index (spots, Spot, spots->len - 1).last };

  if (spots->len > 1)
    return deadline;
  if (ends_with_word (text, one->start, until))
    deadline.first = dt_date_make (0, 0, 0);
  else if (ends_with_word (text, one->start, since))
    deadline.last = dt_date_make (0, 0, 0);

  return deadline;
}

static gboolean
is_customary (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (customary); i++)
    if (strstr (text, customary[i]) != NULL)
      return TRUE;

  return FALSE;
}

/**
 * dt_deadline_parse:
 * @text: what is written in the column of deadlines
 * @period: the period of the plan, which says the year where @text does not
 *
 * Reads a deadline in the forms that people write: `trước ngày 15/12/2026`,
 * `từ ngày 01/3 đến ngày 31/5`, `quý II/2026`, `tháng 6`, `hằng quý`.
 *
 * Returns: the deadline
 */
DtDeadline
dt_deadline_parse (const char *text,
                   DtPeriod period)
{
  g_autofree char *normal = NULL;
  g_autofree char *tidy = NULL;
  g_autofree char *lower = NULL;
  g_autoptr (GArray) spots = NULL;
  DtDeadline deadline = { DT_DEADLINE_NONE, DT_DATE_INIT, DT_DATE_INIT };

  g_return_val_if_fail (text != NULL, deadline);

  normal = dt_text_to_nfc (text);
  tidy = dt_text_collapse (normal);
  lower = dt_text_lower (tidy);
  if (*lower == '\0')
    return deadline;

  spots = find_spots (lower);
  for (guint i = 0; i < spots->len; i++)
    if (g_array_index (spots, Spot, i).is_impossible)
      {
        deadline.kind = DT_DEADLINE_IMPOSSIBLE;
        return deadline;
      }
  if (spots->len > 0 && close_spots (spots, period))
    return make_days (lower, spots);

  deadline.kind = spots->len > 0 || is_customary (lower) ? DT_DEADLINE_CUSTOM : DT_DEADLINE_WORDS;
  return deadline;
}

gboolean
dt_deadline_is_within (DtDeadline deadline,
                       DtPeriod period)
{
  DtDate first;
  DtDate last;

  dt_period_get_days (period, &first, &last);
  if (deadline.kind != DT_DEADLINE_DAYS || dt_date_is_empty (first))
    return TRUE;

  return (dt_date_is_empty (deadline.first) || (dt_date_compare (deadline.first, first) >= 0 && dt_date_compare (deadline.first, last) <= 0)) &&
         (dt_date_is_empty (deadline.last) || (dt_date_compare (deadline.last, first) >= 0 && dt_date_compare (deadline.last, last) <= 0));
}

gboolean
dt_deadline_is_backwards (DtDeadline deadline)
{
  return deadline.kind == DT_DEADLINE_DAYS && !dt_date_is_empty (deadline.first) && !dt_date_is_empty (deadline.last) &&
         dt_date_compare (deadline.first, deadline.last) > 0;
}
