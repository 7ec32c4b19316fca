/* dt-next.h - next year's plan from this year's
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/dt-diagnostic.h"
#include "catalog/dt-catalog.h"
#include "model/dt-plan.h"
#include "template/dt-next-period.h"
#include "template/dt-profile.h"

G_BEGIN_DECLS

#define DT_NEXT_ERROR (dt_next_error_quark ())

/**
 * DtNextError:
 * @DT_NEXT_ERROR_PERIOD: the old period is not known, or does not lead to the new one
 */
typedef enum
{
  DT_NEXT_ERROR_PERIOD,
} DtNextError;

/* The rules, as a report names them. */
#define DT_NEXT_RULE_NUMBER "number"           /* số: cleared */
#define DT_NEXT_RULE_ISSUE_DATE "issue-date"   /* ngày ban hành: cleared, or as asked */
#define DT_NEXT_RULE_PLAN_PERIOD "plan-period" /* kỳ kế hoạch of the head */
#define DT_NEXT_RULE_PERIOD "period"           /* the old period in words becomes the new one */
#define DT_NEXT_RULE_PART "part"               /* another half, quarter or month */
#define DT_NEXT_RULE_YEAR "year"               /* a year of the old period or later */
#define DT_NEXT_RULE_DATE "date"               /* a day or month of the last year of the old period, or later */
#define DT_NEXT_RULE_DEADLINE "deadline"       /* thời hạn of a task, whenever it is */
#define DT_NEXT_RULE_CITATION "citation"       /* a document that has been replaced */
/* What is only told. */
#define DT_NEXT_RULE_LEFT_YEAR "left-year"      /* the year of the old period still stands there */
#define DT_NEXT_RULE_LEFT_CITED "left-cited"    /* so it does in a citation */
#define DT_NEXT_RULE_OTHER_YEAR "other-year"    /* another year that was not moved */
#define DT_NEXT_RULE_NO_YEAR "no-year"          /* quý II, tháng 8: which year, is not said */
#define DT_NEXT_RULE_PERCENT "percent"          /* a target */
#define DT_NEXT_RULE_ROUND "round"              /* đợt, lần thứ */
#define DT_NEXT_RULE_OUTSIDE "deadline-outside" /* a deadline is not in the new period */
#define DT_NEXT_RULE_EXPIRED "citation-expired" /* no longer in force, or replaced in a way that is not plain */
#define DT_NEXT_RULE_UNKNOWN "citation-unknown" /* the catalogue does not know it */
#define DT_NEXT_RULE_SIGNER "signer-unknown"    /* who signs is not in the profile */
#define DT_NEXT_RULE_UNIT "unit-unknown"        /* a unit is not in the profile */

/**
 * DtNextOptions:
 * @period: the period of the new plan
 * @from: the period of the old one; %DT_PERIOD_NONE to take it from the plan
 * @date: the day of issue of the new plan; empty to leave it open
 * @today: the day to judge documents on, where it is later than the begin of the new period and @date is open;
 *   may be empty
 * @catalog: (nullable): the documents; without one none is judged
 * @profile: (nullable): the office; without one no name is looked up
 * @keep: (nullable) (array zero-terminated=1): keys of changes that are not wanted
 */
typedef struct
{
  DtPeriod period;
  DtPeriod from;
  DtDate date;
  DtDate today;
  const DtCatalog *catalog;
  const DtProfile *profile;
  const char *const *keep;
} DtNextOptions;

/**
 * DtNextChange:
 * @key: names the change, for DtNextOptions.keep; the same whenever the same plan is moved
 * @node: reference of the node
 * @attribute: (nullable): the attribute that changes, else it is the text
 * @line: line in the text of the node, from 1; 0 for an attribute
 * @start: where the old text begins, in bytes of the text of the node in the old plan
 * @end: where it ends
 * @new_start: where the new text begins, in bytes of the text of the node in the new plan
 * @old_text: what stood there, empty for nothing
 * @new_text: what stands there now, or would
 * @rule: why
 * @applied: whether it was done, or is kept as it was
 */
typedef struct
{
  char *key;
  char *node;
  char *attribute;
  guint line;
  gsize start;
  gsize end;
  gsize new_start;
  char *old_text;
  char *new_text;
  const char *rule;
  gboolean applied;
} DtNextChange;

/**
 * DtNextFinding:
 * @severity: how much it matters
 * @rule: what it is
 * @node: reference of the node
 * @line: line in the text of the node, from 1
 * @start: where it begins, in bytes of the text of the node in the new plan
 * @end: where it ends
 * @text: what stands there
 * @message: what is to be looked at, translated
 * @suggestion: (nullable): what could stand there instead
 *
 * What somebody has to look at: nothing was changed there.
 */
typedef struct
{
  DtSeverity severity;
  const char *rule;
  char *node;
  guint line;
  gsize start;
  gsize end;
  char *text;
  char *message;
  char *suggestion;
} DtNextFinding;

/**
 * DtNextReport:
 * @plan: the new plan
 * @from: the period of the old one
 * @to: the period of the new one
 * @changes: (element-type DtNextChange): in the order of the document
 * @findings: (element-type DtNextFinding): in the order of the document
 */
typedef struct
{
  DtPlan *plan;
  DtPeriod from;
  DtPeriod to;
  GPtrArray *changes;
  GPtrArray *findings;
} DtNextReport;

GQuark dt_next_error_quark (void);

DtNextReport *dt_next_run (const DtNextOptions *options,
                           const DtPlan *plan,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
void dt_next_report_free (DtNextReport *self);
/* The period that a plan says it covers; FALSE if it does not say. */
gboolean dt_next_find_period (const DtPlan *plan,
                              DtPeriod *period);
/* What a rule of changes does, translated; NULL for others. */
const char *dt_next_rule_get_title (const char *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtNextReport, dt_next_report_free)

G_END_DECLS
