/* dui-tasks-edit.h - cells of the table of tasks, as edits of the plan
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-plan.h"

G_BEGIN_DECLS

/**
 * DuiTaskColumn:
 *
 * The columns that are typed, in their order.
 */
typedef enum
{
  DUI_TASK_WORK,     /* nhiệm vụ */
  DUI_TASK_LEAD,     /* chủ trì; several with ";" between them */
  DUI_TASK_PARTNERS, /* phối hợp; the same */
  DUI_TASK_DEADLINE, /* thời hạn */
  DUI_TASK_PRODUCT,  /* sản phẩm */
  DUI_N_TASK_COLUMNS,
} DuiTaskColumn;

/* What a cell shows; "" for a task that is not there. */
char *dui_task_get_cell (DtPlan *plan,
                         const char *id,
                         DuiTaskColumn column) G_GNUC_WARN_UNUSED_RESULT;
DtPlan *dui_task_set_cell (DtPlan *plan,
                           const char *id,
                           DuiTaskColumn column,
                           const char *text,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Deadlines by their day where they name one, the rest as text; stable. */
DtPlan *dui_tasks_sort (DtPlan *plan,
                        DuiTaskColumn column,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The id of the annex, or the section, that shows the tasks; NULL without. */
const char *dui_tasks_find_annex (DtPlan *plan);
const char *dui_tasks_find_section (DtPlan *plan);
DtPlan *dui_tasks_set_annex (DtPlan *plan,
                             gboolean wanted,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The section “Tổ chức thực hiện” tells the tasks, made where there is none. */
DtPlan *dui_tasks_set_section (DtPlan *plan,
                               gboolean wanted,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
