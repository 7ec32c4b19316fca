/* dui-tasks-row.h - a task in the table, with its cells
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-form-page.h"
#include "editor/dui-tasks-layout.h"
#include "editor/dui-unit-bar.h"

G_BEGIN_DECLS

#define DUI_TYPE_TASKS_ROW (dui_tasks_row_get_type ())

/**
 * DuiTasksRow:
 *
 * One task. What is typed in its cells goes into the document by itself.
 *
 * Signals: "step" (int rows) for a key that leaves the cell upwards or
 * downwards; "confirm" for Enter; "focused" when a cell took the keys or lost
 * them; "paste"; "choose-section"; "remove".
 */
G_DECLARE_FINAL_TYPE (DuiTasksRow, dui_tasks_row, DUI, TASKS_ROW, GtkWidget)

/* @page has a document with the task of that @id; @bar offers units. */
GtkWidget *dui_tasks_row_new (DuiFormPage *page,
                              DuiUnitBar *bar,
                              const char *id);
const char *dui_tasks_row_get_id (DuiTasksRow *self);
/* The title of a column, translated; NULL for that of the buttons. */
const char *dui_tasks_row_get_title (int column);
/* From 1. */
void dui_tasks_row_set_number (DuiTasksRow *self,
                               guint number);
/* The sign of dragging stands here. */
GtkWidget *dui_tasks_row_get_handle (DuiTasksRow *self);
/* What takes the keys in @column, DUI_TASKS_FIRST_COLUMN and those behind; NULL elsewhere. */
GtkWidget *dui_tasks_row_get_cell (DuiTasksRow *self,
                                   int column);
/* The column that has the keys, -1 for none. */
int dui_tasks_row_find_column (DuiTasksRow *self);
void dui_tasks_row_focus (DuiTasksRow *self,
                          int column);
/* @number: short, "II.1"; @name: in full. Both (nullable) without a section. */
void dui_tasks_row_set_section (DuiTasksRow *self,
                                const char *number,
                                const char *name);
/* @doubts: a text for each DuiTaskColumn, or NULL; @all (nullable): all of them together. */
void dui_tasks_row_set_doubts (DuiTasksRow *self,
                               const char *const doubts[DUI_N_TASK_COLUMNS],
                               const char *all);
/* "" where nothing is doubtful. */
const char *dui_tasks_row_get_doubts (DuiTasksRow *self);

G_END_DECLS
