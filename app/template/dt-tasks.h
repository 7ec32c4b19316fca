/* dt-tasks.h - the table of tasks: read from a table, checked, and who must know of it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-plan.h"
#include "template/dt-profile.h"

G_BEGIN_DECLS

#define DT_TASKS_ERROR (dt_tasks_error_quark ())

/**
 * DtTasksError:
 * @DT_TASKS_ERROR_TABLE: a table is not one of tasks
 */
typedef enum
{
  DT_TASKS_ERROR_TABLE,
} DtTasksError;

/* What dt_tasks_check() finds, as the codes of its diagnostics. */
#define DT_TASKS_NO_WORK "task-no-work"
#define DT_TASKS_NO_LEAD "task-no-lead"
#define DT_TASKS_NO_DEADLINE "task-no-deadline"
#define DT_TASKS_NO_PRODUCT "task-no-product"
#define DT_TASKS_OWN_PARTNER "task-own-partner"
#define DT_TASKS_UNKNOWN_UNIT "task-unknown-unit"
#define DT_TASKS_OUTSIDE "task-deadline-outside"
#define DT_TASKS_BACKWARDS "task-deadline-backwards"
#define DT_TASKS_IMPOSSIBLE "task-deadline-impossible"

GQuark dt_tasks_error_quark (void);

/* Rows of cells with tabs between them, as a spreadsheet gives them: (element-type DtNode) of kind task. */
GPtrArray *dt_tasks_read_tsv (const char *text,
                              const char *name,
                              const DtPlan *plan,
                              const DtProfile *profile,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Behind those that are there. */
DtPlan *dt_tasks_add (const DtPlan *plan,
                      const GPtrArray *tasks,
                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* @profile (nullable) knows the units. */
void dt_tasks_check (const DtPlan *plan,
                     const DtProfile *profile,
                     GPtrArray *diagnostics);

/* The units that have a task and are no recipients: (element-type utf8), in the order of the table. */
GPtrArray *dt_tasks_suggest_recipients (const DtPlan *plan,
                                        const DtProfile *profile) G_GNUC_WARN_UNUSED_RESULT;
/* @plan with all of these. */
DtPlan *dt_tasks_add_recipients (const DtPlan *plan,
                                 const DtProfile *profile,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the recipients of the plan name @unit: itself, a group it belongs to, or an article that names it. */
gboolean dt_plan_tells_unit (const DtPlan *plan,
                             const DtProfile *profile,
                             const char *unit);

G_END_DECLS
