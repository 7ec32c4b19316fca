/* dt-next-period.h - the period a plan covers, as value, code and words
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DtPeriodKind:
 * @DT_PERIOD_NONE: no period
 * @DT_PERIOD_MONTH: tháng 5 năm 2027
 * @DT_PERIOD_QUARTER: quý I năm 2027
 * @DT_PERIOD_HALF: 6 tháng đầu năm 2027
 * @DT_PERIOD_YEAR: năm 2027
 * @DT_PERIOD_RANGE: giai đoạn 2026 - 2030
 *
 * How long a period is; the later ones are the longer ones.
 */
typedef enum
{
  DT_PERIOD_NONE,
  DT_PERIOD_MONTH,
  DT_PERIOD_QUARTER,
  DT_PERIOD_HALF,
  DT_PERIOD_YEAR,
  DT_PERIOD_RANGE,
} DtPeriodKind;

/**
 * DtPeriod:
 * @kind: how long it is
 * @year: the year, or the first of a range; 0 where a text does not say it
 * @last_year: the last year of a range, else @year
 * @part: which month, quarter or half, from 1; 0 for years
 *
 * A period (kỳ kế hoạch), passed by value.
 */
typedef struct
{
  DtPeriodKind kind;
  guint16 year;
  guint16 last_year;
  guint8 part;
} DtPeriod;

#define DT_PERIOD_INIT      \
  {                         \
    DT_PERIOD_NONE, 0, 0, 0 \
  }

/* Where the parts of a period stand in a text, in bytes from its begin; equal where there is none. */
typedef struct
{
  gsize part_start;
  gsize part_end;
  gsize year_start;
  gsize year_end;
  gsize last_start;
  gsize last_end;
} DtPeriodPlaces;

/* "2027", "2026-2030", "2027-Q1", "2027-H1", "2027-05", or in words; all of @text, blanks aside. */
gboolean dt_period_parse (const char *text,
                          DtPeriod *period);
/* In words at the start of a longer text: how many bytes, 0 if there is none. The year may be missing but
 * for years and ranges; then @period has no year. */
gsize dt_period_scan (const char *text,
                      gsize length,
                      DtPeriod *period,
                      DtPeriodPlaces *places);
/* A year of four digits at the start of a text, which is no part of a longer number or of a symbol: 4 or 0. */
gsize dt_period_scan_year (const char *text,
                           gsize length,
                           guint *year);
gsize dt_period_scan_blanks (const char *text,
                             gsize length);
/* @word in small letters at the start of a text in any case, and a blank or no letter behind it. */
gsize dt_period_scan_word (const char *text,
                           gsize length,
                           const char *word);

char *dt_period_to_code (DtPeriod period) G_GNUC_WARN_UNUSED_RESULT;
char *dt_period_to_words (DtPeriod period) G_GNUC_WARN_UNUSED_RESULT;
gboolean dt_period_equal (DtPeriod a,
                          DtPeriod b);
/* Months since the year 0. */
guint dt_period_first_month (DtPeriod period);
guint dt_period_last_month (DtPeriod period);
/* How many months the period has where its length is fixed, else 0. */
guint dt_period_kind_get_months (DtPeriodKind kind);

G_END_DECLS
