/* dui-tasks-marks.h - what is doubtful about a task, told in its row
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/dt-plan.h"
#include "template/dt-profile.h"

G_BEGIN_DECLS

/**
 * DuiTasksMarks:
 * @grid: the table, a task in each row below the first
 * @ids: (element-type utf8): of the tasks, in the order of the rows
 * @first_column: that of the first DuiTaskColumn
 *
 * A table of tasks.
 */
typedef struct
{
  GtkGrid *grid;
  const GPtrArray *ids;
  int first_column;
} DuiTasksMarks;

/* The number of a row, with room for a sign that something about the row is doubtful. */
GtkWidget *dui_tasks_marks_new_number (guint row) G_GNUC_WARN_UNUSED_RESULT;
/* Marks the cells with what dt_tasks_check() finds; returns how many rows have something. */
guint dui_tasks_marks_fill (const DuiTasksMarks *self,
                            DtPlan *plan,
                            const DtProfile *profile);
/* What is doubtful about the row, one thing behind the other; "" where nothing is. */
const char *dui_tasks_marks_get (const DuiTasksMarks *self,
                                 int row);

G_END_DECLS
