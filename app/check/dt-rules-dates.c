/* dt-rules-dates.c - days that are said: deadlines, spans, days of the week
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "template/dt-deadline.h"
#include "template/dt-next-period.h"
#include "text/dt-date.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>

static DtDate
get_day (const DtDateHit *hit)
{
  DtDate date = { (guint16) hit->year, (guint8) hit->month, (guint8) hit->day };

  return dt_date_is_valid (date) ? date : (DtDate){ 0 };
}

/* The period of the plan; its year is 0 where the head gives none. */
static DtPeriod
get_period (const DtCheck *check)
{
  const char *typed = check->head != NULL ? dt_node_get_attribute (check->head, DT_ATTR_PERIOD) : NULL;
  DtPeriod period = { 0 };

  if (typed == NULL || !dt_period_parse (typed, &period))
    period = (DtPeriod){ 0 };
  return period;
}

/* Whether the words before a byte say that something is to be done by then. */
static gboolean
is_behind_limit (const char *plain,
                 gsize at)
{
  static const char *const limits[] = { "trước ", "trước ngày ", "chậm nhất ngày ", "chậm nhất là ngày ", "chậm nhất đến ngày ", "xong ngày " };

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      gsize length = strlen (limits[i]);

      if (at >= length && strncmp (plain + at - length, limits[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

typedef struct
{
  const DtCheckText *text;
  gsize start;
  gsize end;
  DtDate last;
} Limit;

/* Every deadline of the plan that is a day: of tasks, and in running text. */
static GArray *
list_limits (const DtCheck *check)
{
  GArray *limits = g_array_new (FALSE, FALSE, sizeof (Limit));
  DtPeriod period = get_period (check);

  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *text = check->texts[i];
      gsize cursor = 0;
      DtDateHit hit;

      if (text->kind == DT_NODE_DEADLINE)
        {
          DtDeadline deadline = dt_deadline_parse (text->plain, period);
          Limit limit = { text, 0, text->length, deadline.last };

          if (deadline.kind == DT_DEADLINE_DAYS && dt_date_is_complete (deadline.last))
            g_array_append_val (limits, limit);
          continue;
        }
      if (text->kind != DT_NODE_BODY)
        continue;
      while (dt_check_next_date (text->plain, text->length, &cursor, &hit))
        {
          Limit limit = { text, hit.start, hit.end, get_day (&hit) };

          if (dt_date_is_complete (limit.last) && is_behind_limit (text->plain, hit.start) &&
              dt_scan_find_citation (text, hit.start) == NULL)
            g_array_append_val (limits, limit);
        }
    }

  return limits;
}

/* L71 */
static void
check_past (DtCheck *check,
            const DtCheckText *text)
{
  g_autoptr (GArray) limits = list_limits (check);
  g_autofree char *on = dt_date_format_short (check->on);

  (void) text;
  for (guint i = 0; i < limits->len; i++)
    {
      const Limit *limit = &g_array_index (limits, Limit, i);
      DtAnswer answer = { .text = limit->text, .start = limit->start, .end = limit->end, .allowed = on };
      g_autofree char *last = dt_date_format_short (limit->last);

      if (dt_date_compare (limit->last, check->on) >= 0)
        continue;
      answer.measured = last;
      answer.state = check->on_is_guess ? DT_STATE_NEEDS_REVIEW : DT_STATE_FAIL;
      dt_check_add (check, &answer, _ ("the deadline %s lies before the day of this document, %s"), last, on);
    }
}

/* L72 */
static void
check_outside (DtCheck *check,
               const DtCheckText *text)
{
  g_autoptr (GArray) limits = list_limits (check);
  DtPeriod period = get_period (check);
  g_autofree char *words = NULL;
  DtDate first;
  DtDate last;

  (void) text;
  dt_period_get_days (period, &first, &last);
  if (!dt_date_is_complete (last))
    {
      dt_check_not_applicable (check, _ ("the head names no period"));
      return;
    }

  words = dt_period_to_words (period);
  for (guint i = 0; i < limits->len; i++)
    {
      const Limit *limit = &g_array_index (limits, Limit, i);
      DtAnswer answer = { .text = limit->text, .start = limit->start, .end = limit->end, .allowed = words };
      g_autofree char *day = dt_date_format_short (limit->last);

      /* Work for the period may have to be ready before it begins; L71 knows what is too early. */
      if (dt_date_compare (limit->last, last) <= 0)
        continue;
      answer.measured = day;
      dt_check_add (check, &answer, _ ("the deadline %s lies behind the period of the plan, %s"), day, words);
    }
}

/* L73: "từ ngày 20/12 đến ngày 15/12". A year that is said once counts for both. */
static void
check_spans (DtCheck *check,
             const DtCheckText *text)
{
  gsize cursor = 0;
  DtDateHit before = { 0 };
  DtDateHit hit;

  while (dt_check_next_date (text->plain, text->length, &cursor, &hit))
    {
      g_autofree char *between = before.end > 0 ? g_strndup (text->plain + before.end, hit.start - before.end) : g_strdup ("");
      guint lead = before.start >= strlen ("từ ngày ") ? before.start - strlen ("từ ngày ") : 0;
      g_autofree char *words = g_strndup (text->plain + lead, before.start - lead);
      DtDateHit from = before;

      before = hit;
      g_strstrip (between);
      if ((strcmp (between, "đến") != 0 && strcmp (between, "đến ngày") != 0 && strcmp (between, "đến hết ngày") != 0) ||
          (strstr (words, "từ") == NULL && strstr (words, "Từ") == NULL))
        continue;
      if (from.year == 0)
        from.year = hit.year;
      if (from.year > hit.year || (from.year == hit.year && (from.month > hit.month || (from.month == hit.month && from.day > hit.day))))
        dt_check_found (check, text, from.start, hit.end, NULL, _ ("the span ends before it begins"));
    }
}

/* L74. Words in the bases and figures in the text are both custom, so words beside figures are only a note. */
static void
check_forms (DtCheck *check,
             const DtCheckText *text)
{
  guint counts[DT_DATE_DASH + 1] = { 0 };

  (void) text;
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < check->n_texts; i++)
      {
        const DtCheckText *at = check->texts[i];
        gsize cursor = 0;
        DtDateHit hit;

        if (at->kind != DT_NODE_BODY && at->kind != DT_NODE_OPENING && at->kind != DT_NODE_CLOSING)
          continue;
        while (dt_check_next_date (at->plain, at->length, &cursor, &hit))
          {
            DtAnswer answer = { .text = at, .start = hit.start, .end = hit.end };
            guint best = counts[DT_DATE_WORDS] >= counts[DT_DATE_SLASH] ? DT_DATE_WORDS : DT_DATE_SLASH;

            if (hit.year == 0 || get_day (&hit).year == 0)
              continue;
            if (pass == 0)
              {
                counts[hit.form]++;
                continue;
              }
            if (hit.form == best || (hit.form <= DT_DATE_SLASH && counts[!best] == 0))
              continue;
            answer.note = hit.form <= DT_DATE_SLASH;
            dt_check_add (check, &answer, _ ("other dates of this document are written in another form"));
          }
      }
}

/* L75 */
static void
check_weekdays (DtCheck *check,
                const DtCheckText *text)
{
  static const char *const days[] = { "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật" };
  g_autofree char *lower = dt_text_lower (text->plain);
  gsize cursor = 0;
  DtDateHit hit;

  if (strlen (lower) != text->length)
    return;

  while (dt_check_next_date (text->plain, text->length, &cursor, &hit))
    {
      DtDate date = get_day (&hit);
      gsize from = hit.start > 40 ? hit.start - 40 : 0;

      for (guint i = 0; date.year > 0 && i < G_N_ELEMENTS (days); i++)
        {
          const char *found = NULL;
          gsize end;

          for (const char *p = strstr (lower + from, days[i]); p != NULL && p < lower + hit.start; p = strstr (p + 1, days[i]))
            found = p;
          if (found == NULL)
            continue;
          end = found - lower + strlen (days[i]);
          if (strspn (lower + end, ", (") + end != hit.start &&
              strncmp (lower + end + strspn (lower + end, ", ("), "ngày ", strlen ("ngày ")) != 0)
            continue;
          if (dt_date_weekday (date) != i + 1)
            dt_check_found (check, text, found - lower, hit.end, NULL, _ ("this day is a “%s”"), days[dt_date_weekday (date) - 1]);
        }
    }
}

/* L76: days on which offices are closed; the lunar ones move and are left out. */
static void
check_holidays (DtCheck *check,
                const DtCheckText *text)
{
  static const struct
  {
    guint8 day;
    guint8 month;
  } holidays[] = { { 1, 1 }, { 30, 4 }, { 1, 5 }, { 2, 9 } };
  g_autoptr (GArray) limits = list_limits (check);

  (void) text;
  for (guint i = 0; i < limits->len; i++)
    {
      const Limit *limit = &g_array_index (limits, Limit, i);
      gboolean is_closed = dt_date_weekday (limit->last) >= 6;
      g_autofree char *day = dt_date_format_short (limit->last);

      for (guint k = 0; k < G_N_ELEMENTS (holidays); k++)
        is_closed |= limit->last.day == holidays[k].day && limit->last.month == holidays[k].month;
      /* "Before" such a day is the working day before it. */
      if (!is_closed || (limit->text->kind == DT_NODE_BODY) || strstr (limit->text->plain, "rước") != NULL)
        continue;
      dt_check_found (check, limit->text, limit->start, limit->end, NULL, _ ("offices are closed on %s"), day);
    }
}

#define DEADLINES (DT_INPUT_HEAD | DT_INPUT_SECTIONS | DT_INPUT_TASKS | DT_INPUT_ANNEXES | DT_INPUT_ATTACHMENT | DT_INPUT_ARTICLES)

static const DtRuleCode codes[] = {
  { "L71", DT_SCOPE_PLAN, DEADLINES, check_past },
  { "L72", DT_SCOPE_PLAN, DEADLINES, check_outside },
  { "L73", DT_SCOPE_TEXT, 0, check_spans },
  { "L74", DT_SCOPE_PLAN, DEADLINES | DT_INPUT_OPENING | DT_INPUT_CLOSING, check_forms },
  { "L75", DT_SCOPE_TEXT, 0, check_weekdays },
  { "L76", DT_SCOPE_PLAN, DEADLINES, check_holidays },
};

DT_RULE_FAMILY (dt_rules_dates, codes);
