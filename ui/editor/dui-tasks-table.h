/* dui-tasks-table.h - the rows of the table of tasks below their titles
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-tasks-row.h"

G_BEGIN_DECLS

#define DUI_TYPE_TASKS_TABLE (dui_tasks_table_get_type ())

/**
 * DuiTasksTable:
 *
 * Shows a row for each task and moves the keys between the cells, which come
 * into view with them.
 *
 * Signals, with rows from 0: "add" for Enter in the last row; "move" (int from,
 * int to); "remove" (int row); "choose-section" (int row); "paste"; "focused";
 * "filled" when the last row of a long table is there.
 */
G_DECLARE_FINAL_TYPE (DuiTasksTable, dui_tasks_table, DUI, TASKS_TABLE, AdwBin)

/* Makes the rows of the plan of @page; those that stay keep what is typed in them. @anew makes all. */
void dui_tasks_table_fill (DuiTasksTable *self,
                           DuiFormPage *page,
                           DuiUnitBar *bar,
                           gboolean anew);
/* A long table is made little by little; this makes the rest now. FALSE where nothing was left. */
gboolean dui_tasks_table_complete (DuiTasksTable *self);
/* (element-type DuiTasksRow): in their order; those that are there. */
GPtrArray *dui_tasks_table_get_rows (DuiTasksTable *self);
/* The cell that has the keys; @row -1 for none. */
void dui_tasks_table_find_position (DuiTasksTable *self,
                                    int *column,
                                    int *row);
/* Gives the keys to a cell and brings it into view. */
void dui_tasks_table_focus (DuiTasksTable *self,
                            int column,
                            int row);
/* From cell to cell, FALSE where there is none that way. */
gboolean dui_tasks_table_step (DuiTasksTable *self,
                               int columns);

G_END_DECLS
