/* dt-date.h - calendar dates as the decree writes them
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DtDate:
 * @year: 1 to 9999, or 0 when not known
 * @month: 1 to 12, or 0 when not known
 * @day: 1 to 31, or 0 when not known
 *
 * A day of the Gregorian calendar, possibly with parts still open.
 *
 * A draft is written before it is signed, so the day, and often the month, of
 * its date are blank: zero stands for a part that is not known yet. The value
 * is plain and passed by value.
 */
typedef struct
{
  guint16 year;
  guint8 month;
  guint8 day;
} DtDate;

#define DT_DATE_INIT \
  {                  \
    0, 0, 0          \
  }

static inline DtDate
dt_date_make (guint year,
              guint month,
              guint day)
{
  DtDate date = { (guint16) year, (guint8) month, (guint8) day };

  return date;
}

gboolean dt_date_is_empty (DtDate date);
gboolean dt_date_is_complete (DtDate date);
gboolean dt_date_is_valid (DtDate date);
gboolean dt_date_is_leap_year (guint year);
guint dt_date_days_in_month (guint year,
                             guint month);

gboolean dt_date_parse_iso (const char *text,
                            DtDate *date);
gboolean dt_date_parse_iso_partial (const char *text,
                                    DtDate *date);
gboolean dt_date_parse (const char *text,
                        DtDate *date);
gsize dt_date_scan (const char *text,
                    gsize length,
                    DtDate *date);

char *dt_date_format_iso (DtDate date) G_GNUC_WARN_UNUSED_RESULT;
char *dt_date_format_long (DtDate date) G_GNUC_WARN_UNUSED_RESULT;
char *dt_date_format_short (DtDate date) G_GNUC_WARN_UNUSED_RESULT;

int dt_date_compare (DtDate a,
                     DtDate b);
gboolean dt_date_equal (DtDate a,
                        DtDate b);
guint dt_date_weekday (DtDate date);
gint32 dt_date_to_day_number (DtDate date);
DtDate dt_date_from_day_number (gint32 number);

G_END_DECLS
