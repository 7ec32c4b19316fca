/* dt-next-period.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-next-period.h"

#include "text/dt-text.h"

#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2199

static const char *const quarters[] = { "I", "II", "III", "IV" };

/* A text that is being read. */
typedef struct
{
  const char *begin;
  const char *p;
  const char *end;
} Cursor;

gsize
dt_period_scan_blanks (const char *text,
                       gsize length)
{
  gsize used = 0;

  /* Stars mark bold and italic text. */
  for (;;)
    {
      if (used < length && (text[used] == ' ' || text[used] == '\t' || text[used] == '*'))
        used++;
      else if (used + 1 < length && memcmp (text + used, "\302\240", 2) == 0)
        used += 2;
      else
        return used;
    }
}

gsize
dt_period_scan_word (const char *text,
                     gsize length,
                     const char *word)
{
  const char *p = text;
  const char *end = text + length;

  for (; *word != '\0'; word = g_utf8_next_char (word))
    {
      if (p >= end || g_unichar_tolower (g_utf8_get_char (p)) != g_utf8_get_char (word))
        return 0;
      p = g_utf8_next_char (p);
    }
  if (p < end && (g_unichar_isalpha (g_utf8_get_char (p)) || g_ascii_isdigit (*p)))
    return 0;

  return (gsize) (p - text);
}

gsize
dt_period_scan_year (const char *text,
                     gsize length,
                     guint *year)
{
  guint value = 0;

  if (length < 4)
    return 0;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return 0;
      value = value * 10 + (guint) (text[i] - '0');
    }
  if (value < FIRST_YEAR || value > LAST_YEAR)
    return 0;
  if (length > 4 && (g_ascii_isdigit (text[4]) || g_unichar_isalpha (g_utf8_get_char (text + 4))))
    return 0;
  if (length > 5 && (text[4] == '.' || text[4] == ',') && g_ascii_isdigit (text[5]))
    return 0;
  if (length > 5 && text[4] == '/' && g_unichar_isalpha (g_utf8_get_char (text + 5)))
    return 0;

  *year = value;
  return 4;
}

static gboolean
skip_blanks (Cursor *self,
             gboolean required)
{
  gsize used = dt_period_scan_blanks (self->p, (gsize) (self->end - self->p));

  self->p += used;
  return used > 0 || !required;
}

static gboolean
skip_word (Cursor *self,
           const char *word)
{
  gsize used = dt_period_scan_word (self->p, (gsize) (self->end - self->p), word);

  self->p += used;
  return used > 0;
}

static gboolean
skip_year (Cursor *self,
           guint16 *year,
           gsize *start,
           gsize *end)
{
  guint value = 0;
  gsize used = dt_period_scan_year (self->p, (gsize) (self->end - self->p), &value);

  if (used == 0)
    return FALSE;
  *start = (gsize) (self->p - self->begin);
  self->p += used;
  *end = (gsize) (self->p - self->begin);
  *year = (guint16) value;
  return TRUE;
}

/* "năm 2027", "/2027", "-2027" behind a month or a quarter; nothing is read where no year follows. */
static void
skip_year_behind (Cursor *self,
                  DtPeriod *period,
                  DtPeriodPlaces *places)
{
  Cursor ahead = *self;

  skip_blanks (&ahead, FALSE);
  if (ahead.p < ahead.end && *ahead.p == ',')
    ahead.p++;
  skip_blanks (&ahead, FALSE);
  if (!skip_word (&ahead, "năm") && ahead.p < ahead.end && (*ahead.p == '/' || *ahead.p == '-'))
    ahead.p++;
  skip_blanks (&ahead, FALSE);
  if (skip_year (&ahead, &period->year, &places->year_start, &places->year_end))
    *self = ahead;
}

static gboolean
scan_half (Cursor *self,
           DtPeriod *period,
           DtPeriodPlaces *places)
{
  const char *part;

  if (!skip_word (self, "6") && !skip_word (self, "06") && !skip_word (self, "sáu"))
    return FALSE;
  if (!skip_blanks (self, TRUE) || !skip_word (self, "tháng") || !skip_blanks (self, TRUE))
    return FALSE;
  part = self->p;
  if (skip_word (self, "đầu"))
    period->part = 1;
  else if (skip_word (self, "cuối"))
    period->part = 2;
  else
    return FALSE;

  places->part_start = (gsize) (part - self->begin);
  places->part_end = (gsize) (self->p - self->begin);
  period->kind = DT_PERIOD_HALF;
  if (!skip_blanks (self, TRUE) || !skip_word (self, "năm"))
    return FALSE;
  skip_year_behind (self, period, places);

  return TRUE;
}

static gboolean
scan_quarter (Cursor *self,
              DtPeriod *period,
              DtPeriodPlaces *places)
{
  if ((!skip_word (self, "quý") && !skip_word (self, "quí")) || !skip_blanks (self, TRUE))
    return FALSE;

  places->part_start = (gsize) (self->p - self->begin);
  for (guint i = 0; i < G_N_ELEMENTS (quarters) && period->part == 0; i++)
    {
      char digit[] = { (char) ('1' + (char) i), '\0' };
      g_autofree char *small = g_ascii_strdown (quarters[i], -1);

      if (skip_word (self, small) || skip_word (self, digit))
        period->part = (guint8) (i + 1);
    }
  if (period->part == 0)
    return FALSE;

  places->part_end = (gsize) (self->p - self->begin);
  period->kind = DT_PERIOD_QUARTER;
  skip_year_behind (self, period, places);
  return TRUE;
}

static gboolean
scan_month (Cursor *self,
            DtPeriod *period,
            DtPeriodPlaces *places)
{
  guint value = 0;
  gsize n = 0;

  if (!skip_word (self, "tháng") || !skip_blanks (self, TRUE))
    return FALSE;

  while (n < 3 && self->p + n < self->end && g_ascii_isdigit (self->p[n]))
    value = value * 10 + (guint) (self->p[n++] - '0');
  if (n == 0 || n > 2 || value < 1 || value > 12)
    return FALSE;

  places->part_start = (gsize) (self->p - self->begin);
  self->p += n;
  places->part_end = (gsize) (self->p - self->begin);
  period->kind = DT_PERIOD_MONTH;
  period->part = (guint8) value;
  skip_year_behind (self, period, places);
  return TRUE;
}

static gboolean
scan_range (Cursor *self,
            DtPeriod *period,
            DtPeriodPlaces *places)
{
  if (!skip_word (self, "giai") || !skip_blanks (self, TRUE) || !skip_word (self, "đoạn") || !skip_blanks (self, TRUE) ||
      !skip_year (self, &period->year, &places->year_start, &places->year_end))
    return FALSE;

  skip_blanks (self, FALSE);
  if (self->p < self->end && *self->p == '-')
    self->p++;
  else if (g_str_has_prefix (self->p, "–"))
    self->p += strlen ("–");
  else
    return FALSE;
  skip_blanks (self, FALSE);
  period->kind = DT_PERIOD_RANGE;

  return skip_year (self, &period->last_year, &places->last_start, &places->last_end) && period->last_year > period->year;
}

static gboolean
scan_year (Cursor *self,
           DtPeriod *period,
           DtPeriodPlaces *places)
{
  period->kind = DT_PERIOD_YEAR;

  return skip_word (self, "năm") && skip_blanks (self, TRUE) &&
         skip_year (self, &period->year, &places->year_start, &places->year_end);
}

gsize
dt_period_scan (const char *text,
                gsize length,
                DtPeriod *period,
                DtPeriodPlaces *places)
{
  static gboolean (*const scanners[]) (Cursor *, DtPeriod *, DtPeriodPlaces *) = {
    scan_half, scan_quarter, scan_month, scan_range, scan_year
  };
  DtPeriodPlaces ignored;

  if (places == NULL)
    places = &ignored;
  for (guint i = 0; i < G_N_ELEMENTS (scanners); i++)
    {
      Cursor cursor = { text, text, text + length };
      DtPeriod found = DT_PERIOD_INIT;

      memset (places, 0, sizeof *places);
      if (!scanners[i](&cursor, &found, places))
        continue;
      if (found.kind != DT_PERIOD_RANGE)
        found.last_year = found.year;
      *period = found;
      return (gsize) (cursor.p - text);
    }

  return 0;
}

/* The codes that a field of this type takes, and a range with blanks around its dash. */
static gboolean
parse_code (const char *text,
            DtPeriod *period)
{
  DtPeriod found = { DT_PERIOD_YEAR, 0, 0, 0 };
  const char *rest;
  guint value = 0;
  gsize length = strlen (text);

  if (dt_period_scan_year (text, length, &value) == 0)
    return FALSE;
  found.year = found.last_year = (guint16) value;
  rest = text + 4;
  if (*rest == '\0')
    {
      *period = found;
      return TRUE;
    }
  rest += dt_period_scan_blanks (rest, strlen (rest));
  if (*rest++ != '-')
    return FALSE;
  rest += dt_period_scan_blanks (rest, strlen (rest));

  if (dt_period_scan_year (rest, strlen (rest), &value) != 0 && rest[4] == '\0')
    {
      found.kind = DT_PERIOD_RANGE;
      found.last_year = (guint16) value;
      *period = found;
      return found.last_year > found.year;
    }
  if (strlen (rest) != 2 || !g_ascii_isdigit (rest[1]))
    return FALSE;
  found.part = (guint8) (rest[1] - '0');
  if (rest[0] == 'Q')
    found.kind = DT_PERIOD_QUARTER;
  else if (rest[0] == 'H')
    found.kind = DT_PERIOD_HALF;
  else if (rest[0] == '0' || rest[0] == '1')
    {
      found.kind = DT_PERIOD_MONTH;
      found.part = (guint8) (found.part + 10 * (rest[0] - '0'));
    }
  else
    return FALSE;

  *period = found;
  return found.part >= 1 && found.part <= 12 / dt_period_kind_get_months (found.kind);
}

/**
 * dt_period_parse:
 * @text: a period
 * @period: (out): the period
 *
 * Reads a period as fields take it (`2027`, `2026-2030`, `2027-Q1`, `2027-H1`,
 * `2027-05`), or in words (`năm 2027`, `6 tháng đầu năm 2027`, `quý I năm
 * 2027`, `tháng 5 năm 2027`, `giai đoạn 2026 - 2030`).
 *
 * Returns: whether all of @text was one
 */
gboolean
dt_period_parse (const char *text,
                 DtPeriod *period)
{
  g_autofree char *normal = NULL;
  g_autofree char *tidy = NULL;
  DtPeriod found = DT_PERIOD_INIT;

  g_return_val_if_fail (text != NULL && period != NULL, FALSE);

  normal = dt_text_to_nfc (text);
  tidy = dt_text_collapse (normal);
  if (!parse_code (tidy, &found) &&
      (dt_period_scan (tidy, strlen (tidy), &found, NULL) != strlen (tidy) || *tidy == '\0' || found.year == 0))
    return FALSE;

  *period = found;
  return TRUE;
}

char *
dt_period_to_code (DtPeriod period)
{
  switch (period.kind)
    {
    case DT_PERIOD_MONTH:
      return g_strdup_printf ("%u-%02u", period.year, period.part);
    case DT_PERIOD_QUARTER:
      return g_strdup_printf ("%u-Q%u", period.year, period.part);
    case DT_PERIOD_HALF:
      return g_strdup_printf ("%u-H%u", period.year, period.part);
    case DT_PERIOD_YEAR:
      return g_strdup_printf ("%u", period.year);
    case DT_PERIOD_RANGE:
      return g_strdup_printf ("%u-%u", period.year, period.last_year);
    case DT_PERIOD_NONE:
    default:
      return g_strdup ("");
    }
}

char *
dt_period_to_words (DtPeriod period)
{
  switch (period.kind)
    {
    case DT_PERIOD_MONTH:
      return g_strdup_printf (period.part <= 2 ? "tháng %02u năm %u" : "tháng %u năm %u", period.part, period.year);
    case DT_PERIOD_QUARTER:
      return g_strdup_printf ("quý %s năm %u", quarters[period.part - 1], period.year);
    case DT_PERIOD_HALF:
      return g_strdup_printf ("6 tháng %s năm %u", period.part == 1 ? "đầu" : "cuối", period.year);
    case DT_PERIOD_YEAR:
      return g_strdup_printf ("năm %u", period.year);
    case DT_PERIOD_RANGE:
      return g_strdup_printf ("giai đoạn %u - %u", period.year, period.last_year);
    case DT_PERIOD_NONE:
    default:
      return g_strdup ("");
    }
}

gboolean
dt_period_equal (DtPeriod a,
                 DtPeriod b)
{
  return a.kind == b.kind && a.year == b.year && a.last_year == b.last_year && a.part == b.part;
}

guint
dt_period_kind_get_months (DtPeriodKind kind)
{
  switch (kind)
    {
    case DT_PERIOD_MONTH:
      return 1;
    case DT_PERIOD_QUARTER:
      return 3;
    case DT_PERIOD_HALF:
      return 6;
    case DT_PERIOD_YEAR:
      return 12;
    case DT_PERIOD_RANGE:
    case DT_PERIOD_NONE:
    default:
      return 0;
    }
}

guint
dt_period_first_month (DtPeriod period)
{
  guint length = dt_period_kind_get_months (period.kind);

  return period.year * 12u + (period.part > 0 ? (period.part - 1u) * length : 0);
}

guint
dt_period_last_month (DtPeriod period)
{
  if (period.kind == DT_PERIOD_RANGE)
    return period.last_year * 12u + 11;

  return dt_period_first_month (period) + dt_period_kind_get_months (period.kind) - 1;
}
