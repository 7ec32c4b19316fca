/* dui-tasks-layout.h - the columns of the table of tasks
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "editor/dui-tasks-edit.h"

G_BEGIN_DECLS

/* Number, the typed columns, section, button. */
#define DUI_TASKS_FIRST_COLUMN 1
#define DUI_TASKS_SECTION_COLUMN (DUI_TASKS_FIRST_COLUMN + DUI_N_TASK_COLUMNS)
#define DUI_TASKS_REMOVE_COLUMN (DUI_TASKS_SECTION_COLUMN + 1)
#define DUI_TASKS_N_COLUMNS (DUI_TASKS_REMOVE_COLUMN + 1)

#define DUI_TYPE_TASKS_LAYOUT (dui_tasks_layout_get_type ())

/**
 * DuiTasksLayout:
 *
 * Lays the children of a row out in the columns of the table, one child a
 * column. Widths follow from the size of the text and the width of the row
 * alone, so that all rows, and the titles above them, agree without being
 * measured against each other.
 */
G_DECLARE_FINAL_TYPE (DuiTasksLayout, dui_tasks_layout, DUI, TASKS_LAYOUT, GtkLayoutManager)

GtkLayoutManager *dui_tasks_layout_new (void);

G_END_DECLS
