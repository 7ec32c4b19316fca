/* dt-check.h - checks a plan against the rules (kiểm tra thể thức)
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/dt-finding.h"
#include "layout/dt-page.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* template/dt-profile.h, which has a DtUnit of its own. */
typedef struct _DtProfile DtProfile;

#define DT_TYPE_REPORT (dt_report_get_type ())

/**
 * DtChecker:
 * @rules: the rules
 * @composer: what plans are composed with; its day is today
 * @profile: (nullable): the office, for its units and names
 * @on: the day documents and rules are judged on; empty for the plan's date, or today where it has none
 *
 * What checking needs beside the plan. All but @rules, @composer's sheet and kinds may be missing; rules
 * that need more answer that they were not evaluated.
 */
typedef struct
{
  DtRules *rules;
  DtComposer composer;
  DtProfile *profile;
  DtDate on;
} DtChecker;

/* The answers of all rules. Immutable, atomically reference counted. */
typedef struct _DtReport DtReport;

GType dt_report_get_type (void);

/* @composition: (nullable): of @plan. @pages: (nullable): of @composition. @previous: (nullable): an earlier report of
 * the same checker, from which everything is taken whose input did not change; the result is as without it.
 * NULL only if cancelled. */
DtReport *dt_check_run (const DtChecker *checker,
                        DtPlan *plan,
                        DtComposition *composition,
                        DtPages *pages,
                        DtReport *previous,
                        GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
DtReport *dt_report_ref (DtReport *self);
void dt_report_unref (DtReport *self);

/* What was found (fail, needs-review), ignored ones included, in the order of the plan. */
DtFinding *const *dt_report_get_findings (const DtReport *self,
                                          guint *n_findings);
/* One for each rule that found nothing: pass, not-applicable, not-evaluated. */
DtFinding *const *dt_report_get_others (const DtReport *self,
                                        guint *n_others);
/* Findings of that state that are not ignored, or rules of that state. */
guint dt_report_count (const DtReport *self,
                       DtState state);
/* Failures at least so bad that are not ignored. */
guint dt_report_count_severity (const DtReport *self,
                                DtSeverity at_least);
/* How many answers were worked out in this run and not taken from an earlier one, for tests. */
guint dt_report_get_n_evaluated (const DtReport *self);

/* Applies the repairs of findings that are not ignored, of @grade or safer, once; those that overlap wait for the
 * next time. The plan itself, with another reference, when there is nothing to do. */
DtPlan *dt_report_fix (const DtReport *self,
                       DtPlan *plan,
                       DtFixGrade grade,
                       guint *n_applied) G_GNUC_WARN_UNUSED_RESULT;
/* The same again and again until nothing is left; a repair that would make something else wrong is not applied.
 * Pages are not asked. NULL only if cancelled. */
DtPlan *dt_check_fix (const DtChecker *checker,
                      DtPlan *plan,
                      DtFixGrade grade,
                      guint *n_applied,
                      GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
/* One repair, whatever its grade. */
DtPlan *dt_finding_apply (const DtFinding *self,
                          DtPlan *plan,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* "Ignore, because …": a plan that says so; dt_plan_remove() takes it back. */
DtPlan *dt_finding_ignore (const DtFinding *self,
                           DtPlan *plan,
                           const char *reason,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The ids that have code, for tests: NULL terminated. */
char **dt_check_list_codes (void) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtReport, dt_report_unref)

G_END_DECLS
