/* dt-next-scan.c - years, periods and dates in running text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-next-private.h"

#include "catalog/dt-citation.h"

#include <string.h>

typedef struct
{
  const char *text;
  gsize length;
  gsize at;
  GArray *found;   /* DtNextLiteral */
  GArray *guarded; /* Guarded */
} Scan;

typedef struct
{
  DtNextSpan span;
  DtNextGuard guard;
} Guarded;

static gsize
rest (const Scan *self,
      gsize at)
{
  return self->length - at;
}

static gsize
skip_blanks (const Scan *self,
             gsize at)
{
  return at + dt_period_scan_blanks (self->text + at, rest (self, at));
}

/* Behind @word, or @at. */
static gsize
skip_word (const Scan *self,
           gsize at,
           const char *word)
{
  return at + dt_period_scan_word (self->text + at, rest (self, at), word);
}

static gsize
skip_dash (const Scan *self,
           gsize at)
{
  if (at < self->length && self->text[at] == '-')
    return at + 1;
  if (g_str_has_prefix (self->text + at, "–"))
    return at + strlen ("–");

  return at;
}

/* The end of a number of up to two digits from 1 to @max, or 0. */
static gsize
scan_number (const Scan *self,
             gsize at,
             guint max,
             guint *number)
{
  guint value = 0;
  gsize end = at;

  while (end < self->length && g_ascii_isdigit (self->text[end]) && end - at < 3)
    value = value * 10 + (guint) (self->text[end++] - '0');
  if (end == at || end - at > 2 || value < 1 || value > max)
    return 0;

  *number = value;
  return end;
}

static gsize
scan_year (const Scan *self,
           gsize at,
           guint *year)
{
  gsize used = at < self->length ? dt_period_scan_year (self->text + at, rest (self, at), year) : 0;

  return used > 0 ? at + used : 0;
}

/* The three numbers of a date, wherever they stand in it. */
static gboolean
find_numbers (const Scan *self,
              const DtNextSpan *span,
              DtNextSpan numbers[3])
{
  guint n = 0;

  for (gsize i = span->start; i < span->end; i++)
    {
      if (!g_ascii_isdigit (self->text[i]))
        continue;
      if (n == 3)
        return FALSE;
      numbers[n].start = i;
      while (i < span->end && g_ascii_isdigit (self->text[i]))
        i++;
      numbers[n++].end = i;
    }

  return n == 3;
}

static gboolean
scan_date (const Scan *self,
           DtNextLiteral *literal)
{
  DtNextSpan numbers[3];
  gsize used = g_ascii_isdigit (self->text[self->at])
                 ? dt_date_scan (self->text + self->at, rest (self, self->at), &literal->date)
                 : 0;
  gboolean is_iso;

  literal->span.end = self->at + used;
  if (used == 0 || !find_numbers (self, &literal->span, numbers))
    return FALSE;

  is_iso = numbers[0].end - numbers[0].start == 4;
  literal->kind = DT_NEXT_DATE;
  literal->year = numbers[is_iso ? 0 : 2];
  literal->part = numbers[1];
  literal->day = numbers[is_iso ? 2 : 0];
  return TRUE;
}

static gboolean
scan_period (const Scan *self,
             DtNextLiteral *literal)
{
  DtPeriodPlaces places;
  gsize used = dt_period_scan (self->text + self->at, rest (self, self->at), &literal->period, &places);

  if (used == 0)
    return FALSE;

  literal->kind = literal->period.year != 0 ? DT_NEXT_PERIOD : DT_NEXT_PART;
  literal->span.end = self->at + used;
  literal->part.start = self->at + places.part_start;
  literal->part.end = self->at + places.part_end;
  literal->year.start = self->at + places.year_start;
  literal->year.end = self->at + places.year_end;
  literal->last.start = self->at + places.last_start;
  literal->last.end = self->at + places.last_end;
  return TRUE;
}

/* "2026 - 2030", alone or behind "năm học". */
static gboolean
scan_years (const Scan *self,
            DtNextLiteral *literal)
{
  gsize word = skip_word (self, self->at, "năm");
  gsize at = word > self->at ? skip_blanks (self, word) : self->at;
  gsize study = word > self->at ? skip_word (self, at, "học") : at;
  gsize end;
  guint first = 0;
  guint second = 0;

  if (word > self->at && study == at)
    return FALSE;
  at = study > at ? skip_blanks (self, study) : self->at;
  end = scan_year (self, at, &first);
  if (end == 0)
    return FALSE;

  literal->year.start = at;
  literal->year.end = end;
  at = skip_blanks (self, end);
  end = skip_dash (self, at);
  if (end == at)
    return FALSE;
  at = skip_blanks (self, end);
  end = scan_year (self, at, &second);
  if (end == 0 || second <= first)
    return FALSE;

  literal->kind = word > self->at ? DT_NEXT_SCHOOL_YEARS : DT_NEXT_RANGE;
  literal->last.start = at;
  literal->last.end = end;
  literal->span.end = end;
  literal->period.kind = DT_PERIOD_RANGE;
  literal->period.year = (guint16) first;
  literal->period.last_year = (guint16) second;
  return TRUE;
}

/* "8/2026" */
static gboolean
scan_month (const Scan *self,
            DtNextLiteral *literal)
{
  guint month = 0;
  guint year = 0;
  gsize end = scan_number (self, self->at, 12, &month);

  if (end == 0 || end >= self->length || self->text[end] != '/')
    return FALSE;
  literal->part.start = self->at;
  literal->part.end = end;
  literal->year.start = end + 1;
  literal->year.end = scan_year (self, end + 1, &year);
  if (literal->year.end == 0)
    return FALSE;

  literal->kind = DT_NEXT_MONTH;
  literal->span.end = literal->year.end;
  literal->date = dt_date_make (year, month, 0);
  return TRUE;
}

/* A year behind a slash, or alone. */
static gboolean
scan_lone_year (const Scan *self,
                DtNextLiteral *literal)
{
  guint year = 0;
  char before = self->at > 0 ? self->text[self->at - 1] : ' ';

  literal->year.start = self->at;
  literal->year.end = scan_year (self, self->at, &year);
  if (literal->year.end == 0 || before == ':')
    return FALSE;

  literal->kind = before == '/' ? DT_NEXT_OPEN_YEAR : DT_NEXT_LONE_YEAR;
  literal->span.end = literal->year.end;
  literal->period.kind = DT_PERIOD_YEAR;
  literal->period.year = literal->period.last_year = (guint16) year;
  return TRUE;
}

/* "ngày 15/8" */
static gboolean
scan_day (const Scan *self,
          DtNextLiteral *literal)
{
  guint day = 0;
  guint month = 0;
  gsize word = skip_word (self, self->at, "ngày");
  gsize end = word > self->at ? scan_number (self, skip_blanks (self, word), 31, &day) : 0;

  if (end == 0 || end >= self->length || self->text[end] != '/')
    return FALSE;
  end = scan_number (self, end + 1, 12, &month);
  if (end == 0 || (end < self->length && self->text[end] == '/'))
    return FALSE;

  literal->kind = DT_NEXT_PART;
  literal->span.end = end;
  literal->period.kind = DT_PERIOD_MONTH;
  literal->period.part = (guint8) month;
  return TRUE;
}

static gboolean
scan_percent (const Scan *self,
              DtNextLiteral *literal)
{
  gsize at = self->at;

  while (at < self->length && (g_ascii_isdigit (self->text[at]) || ((self->text[at] == ',' || self->text[at] == '.') &&
                                                                    g_ascii_isdigit (self->text[at + 1]))))
    at++;
  if (at == self->at)
    return FALSE;
  at = skip_blanks (self, at);
  if (at >= self->length || self->text[at] != '%')
    return FALSE;

  literal->kind = DT_NEXT_PERCENT;
  literal->span.end = at + 1;
  return TRUE;
}

/* "đợt 1", "đợt II", "lần thứ hai", "lần 2" */
static gboolean
scan_round (const Scan *self,
            DtNextLiteral *literal)
{
  gsize word = skip_word (self, self->at, "đợt");
  gsize at;
  gboolean is_count = FALSE;

  if (word == self->at)
    word = skip_word (self, self->at, "lần");
  if (word == self->at)
    return FALSE;
  at = skip_blanks (self, word);
  if (skip_word (self, at, "thứ") > at)
    {
      at = skip_blanks (self, skip_word (self, at, "thứ"));
      is_count = TRUE;
    }

  word = at;
  while (at < self->length && (g_ascii_isdigit (self->text[at]) || (strchr ("IVX", self->text[at]) != NULL)))
    at++;
  while (is_count && at < self->length && g_unichar_isalpha (g_utf8_get_char (self->text + at)))
    at += (gsize) (g_utf8_next_char (self->text + at) - (self->text + at));
  if (at == word)
    return FALSE;

  literal->kind = DT_NEXT_ROUND;
  literal->span.end = at;
  return TRUE;
}

static gboolean
begins_word (const Scan *self)
{
  const char *before = self->at > 0 ? g_utf8_prev_char (self->text + self->at) : NULL;

  return before == NULL || !(g_unichar_isalpha (g_utf8_get_char (before)) || g_ascii_isdigit (*before));
}

static gboolean
scan_literal (const Scan *self,
              DtNextLiteral *literal)
{
  /* A date that is not one, such as 31/11/2026, is not read from its middle. */
  gboolean behind_slash = self->at > 0 && self->text[self->at - 1] == '/';

  literal->span.start = self->at;
  if (!begins_word (self))
    return FALSE;

  return (!behind_slash && scan_date (self, literal)) || scan_years (self, literal) || scan_period (self, literal) ||
         (!behind_slash && scan_month (self, literal)) || scan_percent (self, literal) || scan_lone_year (self, literal) ||
         scan_day (self, literal) || scan_round (self, literal);
}

static void
guard_span (Scan *self,
            gsize start,
            gsize end,
            DtNextGuard guard)
{
  Guarded guarded = { { start, end }, guard };

  if (end > start)
    g_array_append_val (self->guarded, guarded);
}

/* All that belongs to citations: their spans and what the documents are about. */
static void
guard_citations (Scan *self)
{
  g_autoptr (DtCitations) citations = dt_citations_find (self->text, (gssize) self->length);

  for (guint i = 0; i < dt_citations_get_n (citations); i++)
    {
      const DtCitation *citation = dt_citations_get (citations, i);

      guard_span (self, citation->span.start, citation->span.end, DT_NEXT_CITED);
      guard_span (self, citation->date_span.start, citation->date_span.end, DT_NEXT_CITED);
      guard_span (self, citation->subject_span.start, citation->subject_span.end, DT_NEXT_CITED);
    }
}

static void
guard_between (Scan *self,
               const char *open,
               const char *close,
               DtNextGuard guard)
{
  const char *p = self->text;

  while ((p = strstr (p, open)) != NULL)
    {
      const char *end = strstr (p + strlen (open), close);
      const char *line = strchr (p, '\n');

      if (end != NULL && (line == NULL || end < line))
        {
          guard_span (self, (gsize) (p - self->text), (gsize) (end - self->text) + strlen (close), guard);
          p = end;
        }
      p += strlen (open);
    }
}

/* The words before a bare year that make it a fact and no year of the plan. */
static gboolean
is_fixed (const Scan *self,
          const DtNextLiteral *literal)
{
  static const char *const words[] = { "đến", "từ", "hướng", "nhìn", "khóa", "khoá", "kỳ", "sau", "trước", NULL };
  gsize end = literal->span.start;
  gsize start;

  if (literal->kind == DT_NEXT_RANGE || literal->period.kind != DT_PERIOD_YEAR)
    return FALSE;

  while (end > 0 && self->text[end - 1] == ' ')
    end--;
  start = end;
  while (start > 0 && self->text[start - 1] != ' ' && self->text[start - 1] != '\n')
    start--;
  for (guint i = 0; words[i] != NULL; i++)
    if (dt_period_scan_word (self->text + start, end - start, words[i]) == end - start && end > start)
      return TRUE;

  return FALSE;
}

static DtNextGuard
find_guard (const Scan *self,
            const DtNextLiteral *literal)
{
  DtNextGuard guard = is_fixed (self, literal) ? DT_NEXT_FIXED : DT_NEXT_FREE;

  for (guint i = 0; i < self->guarded->len; i++)
    {
      const Guarded *guarded = &g_array_index (self->guarded, Guarded, i);

      if (literal->span.start < guarded->span.end && literal->span.end > guarded->span.start)
        guard = MAX (guard, guarded->guard);
    }

  return guard;
}

/**
 * dt_next_scan:
 * @text: (array length=length): composed UTF-8, NUL terminated
 * @length: its bytes
 *
 * Finds what another period may change: years, periods, dates, rounds and
 * targets. Those in citations and quotations are found too, and
 * guarded; those between brackets are not.
 *
 * Returns: (transfer full) (element-type DtNextLiteral): in order
 */
GArray *
dt_next_scan (const char *text,
              gsize length)
{
  Scan self = { text, length, 0, g_array_new (FALSE, TRUE, sizeof (DtNextLiteral)),
                g_array_new (FALSE, FALSE, sizeof (Guarded)) };

  guard_citations (&self);
  guard_between (&self, "“", "”", DT_NEXT_QUOTED);
  guard_between (&self, "[[", "]]", DT_NEXT_MARKED);
  while (self.at < length)
    {
      DtNextLiteral literal;

      memset (&literal, 0, sizeof literal);
      if (scan_literal (&self, &literal))
        {
          literal.guard = find_guard (&self, &literal);
          if (literal.guard != DT_NEXT_MARKED)
            g_array_append_val (self.found, literal);
          self.at = literal.span.end;
        }
      else
        self.at += (gsize) (g_utf8_next_char (text + self.at) - (text + self.at));
    }

  g_array_unref (self.guarded);
  return self.found;
}
