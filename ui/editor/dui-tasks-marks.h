/* dui-tasks-marks.h - what is doubtful about a task, told in its row
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-tasks-row.h"

G_BEGIN_DECLS

/* @rows: (element-type DuiTasksRow): of the table, in their order. Marks the cells with what
 * dt_tasks_check() finds; returns how many rows have something. */
guint dui_tasks_marks_fill (GPtrArray *rows,
                            DtPlan *plan,
                            const DtProfile *profile);

G_END_DECLS
