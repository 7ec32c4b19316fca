/* dt-deadline.h - the words of a deadline as days
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "template/dt-next-period.h"
#include "text/dt-date.h"

G_BEGIN_DECLS

/**
 * DtDeadlineKind:
 * @DT_DEADLINE_NONE: nothing is said
 * @DT_DEADLINE_DAYS: days of the calendar
 * @DT_DEADLINE_CUSTOM: customary words: thường xuyên, hằng quý, theo kế hoạch
 * @DT_DEADLINE_WORDS: other words
 * @DT_DEADLINE_IMPOSSIBLE: a day that no calendar has
 */
typedef enum
{
  DT_DEADLINE_NONE,
  DT_DEADLINE_DAYS,
  DT_DEADLINE_CUSTOM,
  DT_DEADLINE_WORDS,
  DT_DEADLINE_IMPOSSIBLE,
} DtDeadlineKind;

/**
 * DtDeadline:
 * @kind: what it is
 * @first: the first day, empty where only the last is said (trước ngày …)
 * @last: the last day, empty where only the first is said (từ ngày …)
 *
 * When a task is to be done (thời hạn), passed by value.
 */
typedef struct
{
  DtDeadlineKind kind;
  DtDate first;
  DtDate last;
} DtDeadline;

/* A day without a year is one of the year of @period; without that too it is customary. */
DtDeadline dt_deadline_parse (const char *text,
                              DtPeriod period);
/* Whether every day that is said lies in @period; what says no day does. */
gboolean dt_deadline_is_within (DtDeadline deadline,
                                DtPeriod period);
/* Whether it ends before it begins. */
gboolean dt_deadline_is_backwards (DtDeadline deadline);
/* Empty without a year. */
void dt_period_get_days (DtPeriod period,
                         DtDate *first,
                         DtDate *last);

G_END_DECLS
