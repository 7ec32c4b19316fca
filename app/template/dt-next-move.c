/* dt-next-move.c - what a year, a period or a date becomes
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-next-private.h"

#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Days, months and parts of years move by the months between the ends of the
 * two periods, years by the years between them. So moving on twice adds up to
 * moving once, as long as no step goes to a shorter period.
 *
 * What stands still is told by words (đến năm, giai đoạn), by quotation marks,
 * by citations and by time: what ended more than a year before the end of the
 * old period is history. What moves keeps its distance to that line.
 */

#define FEBRUARY 2
#define LAST_OF_FEBRUARY 28 /* in every year, so that leap years make no difference */

/* A part of a literal and what it becomes. */
typedef struct
{
  DtNextSpan span;
  char *text;
} Piece;

static guint
last_day (guint year,
          guint month)
{
  return month == FEBRUARY ? LAST_OF_FEBRUARY : dt_date_days_in_month (year, month);
}

/**
 * dt_next_move_date:
 * @date: a date, the day may be open
 * @months: how far
 *
 * Moves a day by months. The end of a month stays the end of a month unless
 * whole years are moved; a day that the other month lacks becomes its last.
 *
 * Returns: the day
 */
DtDate
dt_next_move_date (DtDate date,
                   int months)
{
  int moved = date.year * 12 + date.month - 1 + months;
  guint year = (guint) (moved / 12);
  guint month = (guint) (moved % 12) + 1;
  guint day = date.day;

  if (day > 0 && months % 12 != 0 && day >= last_day (date.year, date.month))
    day = last_day (year, month);
  else if (day > last_day (year, month) && months != 0)
    day = last_day (year, month);

  return dt_date_make (year, month, day);
}

gboolean
dt_next_year_moves (const DtNextRun *run,
                    guint year)
{
  return year >= run->from.year;
}

/* The first month that is no history. */
static guint
find_horizon (const DtNextRun *run)
{
  return run->from.kind == DT_PERIOD_RANGE ? dt_period_first_month (run->from) : dt_period_last_month (run->from) - 11;
}

/* @text in capitals, or with a capital, as @typed is. */
static char *
copy_case (const char *typed,
           char *text)
{
  g_autofree char *plain = text;
  g_autofree char *upper = dt_text_upper (plain);
  g_autofree char *typed_lower = dt_text_lower (typed);
  g_autofree char *typed_upper = dt_text_upper (typed);
  const char *second = g_utf8_next_char (plain);
  g_autofree char *first = NULL;
  g_autofree char *capital = NULL;

  if (strcmp (typed, typed_lower) == 0)
    return g_steal_pointer (&plain);
  if (strcmp (typed, typed_upper) == 0)
    return g_steal_pointer (&upper);
  if (g_utf8_get_char (typed) == g_utf8_get_char (typed_lower))
    return g_steal_pointer (&plain);

  first = g_strndup (plain, (gsize) (second - plain));
  capital = dt_text_upper (first);
  return g_strconcat (capital, second, NULL);
}

static char *
dup_source (const DtNextText *self,
            DtNextSpan span)
{
  gsize start = dt_next_view_get_source (self->view, span.start);

  return g_strndup (self->view->source + start, dt_next_view_get_source (self->view, span.end) - start);
}

static char *
dup_view (const DtNextText *self,
          DtNextSpan span)
{
  return g_strndup (self->view->text->str + span.start, span.end - span.start);
}

/* How @year is written where @span stood: as the same field, if that will hold it. */
static char *
write_year (const DtNextText *self,
            DtNextSpan span,
            guint year)
{
  g_autofree char *source = dup_source (self, span);

  if (g_str_has_prefix (source, "{{"))
    {
      g_autofree char *key = g_strstrip (g_strndup (source + 2, strlen (source) - 4));

      if (GPOINTER_TO_UINT (g_hash_table_lookup (self->run->moved_fields, key)) == year)
        return g_steal_pointer (&source);
    }

  return g_strdup_printf ("%u", year);
}

/* Days have two digits, and so have the months 1 and 2 (Phụ lục I, mục II, khoản 4, điểm b). */
static char *
write_month (guint month)
{
  return g_strdup_printf (month <= 2 ? "%02u" : "%u", month);
}

/* One change: the literal with its pieces, which stand in order. */
static void
replace_pieces (DtNextText *self,
                const DtNextLiteral *literal,
                const char *rule,
                Piece *pieces,
                guint n_pieces)
{
  gsize start = dt_next_view_get_source (self->view, literal->span.start);
  gsize end = dt_next_view_get_source (self->view, literal->span.end);
  GString *text = g_string_new (NULL);
  gsize at = start;

  for (guint i = 0; i < n_pieces; i++)
    {
      gsize from = dt_next_view_get_source (self->view, pieces[i].span.start);

      g_string_append_len (text, self->view->source + at, (gssize) (from - at));
      g_string_append (text, pieces[i].text);
      at = dt_next_view_get_source (self->view, pieces[i].span.end);
      g_free (pieces[i].text);
    }
  g_string_append_len (text, self->view->source + at, (gssize) (end - at));

  dt_next_text_replace (self, start, end, rule, g_string_free (text, FALSE));
}

static void
tell (DtNextText *self,
      const DtNextLiteral *literal,
      DtSeverity severity,
      const char *rule,
      char *message,
      char *suggestion)
{
  dt_next_text_tell (self, dt_next_view_get_source (self->view, literal->span.start),
                     dt_next_view_get_source (self->view, literal->span.end), severity, rule, message, suggestion);
}

/* Whether a literal that stays names a year of the old period. */
static gboolean
names_old_year (const DtNextText *self,
                const DtNextLiteral *literal)
{
  guint first = literal->kind == DT_NEXT_DATE || literal->kind == DT_NEXT_MONTH ? literal->date.year : literal->period.year;
  guint last = literal->period.kind == DT_PERIOD_RANGE ? literal->period.last_year : first;

  return (first >= self->run->from.year && first <= self->run->from.last_year) ||
         (last >= self->run->from.year && last <= self->run->from.last_year);
}

static void
leave (DtNextText *self,
       const DtNextLiteral *literal)
{
  if (self->run->shift == 0 && self->run->years == 0)
    return;

  if (!names_old_year (self, literal))
    {
      if (literal->guard != DT_NEXT_CITED && literal->kind != DT_NEXT_LONE_YEAR)
        tell (self, literal, DT_SEVERITY_NOTE, DT_NEXT_RULE_OTHER_YEAR, g_strdup (_ ("this time was left as it is")), NULL);
    }
  else if (literal->guard == DT_NEXT_CITED)
    tell (self, literal, DT_SEVERITY_NOTE, DT_NEXT_RULE_LEFT_CITED,
          g_strdup (_ ("a document of the old period is cited; see whether there is a new one")), NULL);
  else
    tell (self, literal, DT_SEVERITY_WARNING, DT_NEXT_RULE_LEFT_YEAR,
          g_strdup (_ ("the year of the old period was left as it is")), NULL);
}

/* A half, a quarter, a month by as many months; FALSE where that is no half or quarter again. */
static gboolean
move_part (const DtNextText *self,
           DtPeriod *period)
{
  int length = (int) dt_period_kind_get_months (period->kind);
  int months = (int) dt_period_first_month (*period) + self->run->shift;

  if (length == 0 || self->run->shift % length != 0)
    return FALSE;

  period->year = period->last_year = (guint16) (months / 12);
  period->part = (guint8) (months % 12 / length + 1);
  return TRUE;
}

/* How another part of the year is written where one stood. */
static char *
write_part (const DtNextText *self,
            const DtNextLiteral *literal,
            DtPeriod period)
{
  static const char *const quarters[] = { "I", "II", "III", "IV" };
  g_autofree char *typed = dup_view (self, literal->part);

  if (period.kind == DT_PERIOD_HALF)
    return copy_case (typed, g_strdup (period.part == 1 ? "đầu" : "cuối"));
  if (period.kind == DT_PERIOD_MONTH)
    return write_month (period.part);

  return g_ascii_isdigit (typed[0]) ? g_strdup_printf ("%u", period.part) : g_strdup (quarters[period.part - 1]);
}

/* From one period to another of the same kind: the words stay. */
static void
rewrite_period (DtNextText *self,
                const DtNextLiteral *literal,
                DtPeriod period,
                const char *rule)
{
  Piece pieces[3];
  guint n = 0;

  if (literal->part.end > literal->part.start)
    pieces[n++] = (Piece){ literal->part, write_part (self, literal, period) };
  pieces[n++] = (Piece){ literal->year, write_year (self, literal->year, period.year) };
  if (literal->last.end > literal->last.start)
    pieces[n++] = (Piece){ literal->last, write_year (self, literal->last, period.last_year) };

  replace_pieces (self, literal, rule, pieces, n);
}

/* The new period in words where another kind stood; a year that is a field stays one. */
static void
replace_period (DtNextText *self,
                const DtNextLiteral *literal)
{
  g_autofree char *typed = dup_view (self, literal->span);
  g_autofree char *year = write_year (self, literal->year, self->run->to.year);
  g_autofree char *words = dt_period_to_words (self->run->to);
  char *digits = strrchr (words, ' ') + 1;
  Piece whole = { literal->span, NULL };

  *digits = '\0';
  whole.text = g_strconcat (words, year, NULL);
  if (*year != '{')
    whole.text = copy_case (typed, whole.text);
  replace_pieces (self, literal, DT_NEXT_RULE_PERIOD, &whole, 1);
}

/* The old period itself. */
static void
move_own_period (DtNextText *self,
                 const DtNextLiteral *literal)
{
  if (self->run->from.kind == self->run->to.kind)
    rewrite_period (self, literal, self->run->to, DT_NEXT_RULE_PERIOD);
  else
    replace_period (self, literal);
}

static void
check_deadline (DtNextText *self,
                const DtNextLiteral *literal,
                guint first,
                guint last)
{
  if (!self->is_deadline)
    return;
  if (first >= dt_period_first_month (self->run->to) && last <= dt_period_last_month (self->run->to))
    return;

  tell (self, literal, DT_SEVERITY_WARNING, DT_NEXT_RULE_OUTSIDE, g_strdup (_ ("the deadline is not in the new period")), NULL);
}

static void
move_period (DtNextText *self,
             const DtNextLiteral *literal)
{
  const DtNextRun *run = self->run;
  DtPeriod period = literal->period;
  gboolean moves;

  if (dt_period_equal (period, run->from))
    {
      move_own_period (self, literal);
      return;
    }

  /* What is longer than the period of the plan moves by years. */
  if (period.kind == DT_PERIOD_YEAR || period.kind > run->from.kind)
    {
      moves = dt_next_year_moves (run, period.year) && period.kind != DT_PERIOD_RANGE;
      period.year = period.last_year = (guint16) (period.year + run->years);
    }
  else
    moves = (self->is_deadline || dt_period_last_month (period) >= find_horizon (run)) && move_part (self, &period);

  if (!moves)
    leave (self, literal);
  else
    rewrite_period (self, literal, period,
                    self->is_deadline               ? DT_NEXT_RULE_DEADLINE
                    : period.kind == DT_PERIOD_YEAR ? DT_NEXT_RULE_YEAR
                                                    : DT_NEXT_RULE_PART);
  if (period.kind < DT_PERIOD_YEAR)
    check_deadline (self, literal, dt_period_first_month (period), dt_period_last_month (period));
}

/* A day or a month. */
static void
move_date (DtNextText *self,
           const DtNextLiteral *literal)
{
  const DtNextRun *run = self->run;
  guint month = literal->date.year * 12u + literal->date.month - 1u;
  DtDate date = literal->date;
  Piece pieces[3];
  guint n = 0;

  if (!self->is_deadline && month < find_horizon (run))
    {
      leave (self, literal);
      return;
    }

  date = dt_next_move_date (date, run->shift);
  if (literal->kind == DT_NEXT_DATE && literal->year.start < literal->part.start)
    {
      /* 2026-09-21 */
      pieces[n++] = (Piece){ literal->year, g_strdup_printf ("%u", date.year) };
      pieces[n++] = (Piece){ literal->part, g_strdup_printf ("%02u", date.month) };
      pieces[n++] = (Piece){ literal->day, g_strdup_printf ("%02u", date.day) };
    }
  else
    {
      if (literal->kind == DT_NEXT_DATE)
        pieces[n++] = (Piece){ literal->day, g_strdup_printf ("%02u", date.day) };
      pieces[n++] = (Piece){ literal->part, write_month (date.month) };
      pieces[n++] = (Piece){ literal->year, write_year (self, literal->year, date.year) };
    }
  replace_pieces (self, literal, self->is_deadline ? DT_NEXT_RULE_DEADLINE : DT_NEXT_RULE_DATE, pieces, n);

  month = date.year * 12u + date.month - 1u;
  check_deadline (self, literal, month, month);
}

/* One year or two, by the years between the periods. */
static void
move_years (DtNextText *self,
            const DtNextLiteral *literal)
{
  const DtNextRun *run = self->run;
  gboolean is_pair = literal->kind == DT_NEXT_SCHOOL_YEARS;
  Piece pieces[2];
  guint n = 0;

  if (!dt_next_year_moves (run, literal->period.last_year))
    {
      leave (self, literal);
      return;
    }

  pieces[n++] = (Piece){ literal->year, write_year (self, literal->year, (guint) (literal->period.year + run->years)) };
  if (is_pair)
    pieces[n++] = (Piece){ literal->last, write_year (self, literal->last, (guint) (literal->period.last_year + run->years)) };
  replace_pieces (self, literal, DT_NEXT_RULE_YEAR, pieces, n);
}

/* A half, quarter or month without a year, where more than the year changes. */
static void
tell_part (DtNextText *self,
           const DtNextLiteral *literal)
{
  const DtNextRun *run = self->run;

  if (literal->guard == DT_NEXT_CITED || (run->shift % 12 == 0 && run->from.kind == run->to.kind))
    return;

  tell (self, literal, DT_SEVERITY_WARNING, DT_NEXT_RULE_NO_YEAR,
        g_strdup (_ ("the text does not say of which year; it was left as it is")), NULL);
}

/**
 * dt_next_move_literal:
 * @self: the text
 * @literal: what stands in it
 *
 * Adds the change that the rules ask for, or what there is to say.
 */
void
dt_next_move_literal (DtNextText *self,
                      const DtNextLiteral *literal)
{
  gboolean is_guarded = literal->guard != DT_NEXT_FREE;

  switch (literal->kind)
    {
    case DT_NEXT_PERCENT:
      if (!is_guarded)
        tell (self, literal, DT_SEVERITY_NOTE, DT_NEXT_RULE_PERCENT, g_strdup (_ ("see whether the target still holds")), NULL);
      break;
    case DT_NEXT_ROUND:
      if (literal->guard != DT_NEXT_CITED)
        tell (self, literal, DT_SEVERITY_NOTE, DT_NEXT_RULE_ROUND, g_strdup (_ ("see whether the round is still right")), NULL);
      break;
    case DT_NEXT_PART:
      tell_part (self, literal);
      break;
    case DT_NEXT_PERIOD:
      if (is_guarded)
        leave (self, literal);
      else
        move_period (self, literal);
      break;
    case DT_NEXT_DATE:
    case DT_NEXT_MONTH:
      if (is_guarded)
        leave (self, literal);
      else
        move_date (self, literal);
      break;
    case DT_NEXT_LONE_YEAR:
      if (self->is_year)
        move_years (self, literal);
      else
        leave (self, literal);
      break;
    case DT_NEXT_SCHOOL_YEARS:
    case DT_NEXT_OPEN_YEAR:
      if (is_guarded)
        leave (self, literal);
      else
        move_years (self, literal);
      break;
    case DT_NEXT_RANGE:
    default:
      leave (self, literal);
      break;
    }
}
