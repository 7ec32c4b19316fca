/* dui-tasks-drag.h - rows of the table of tasks, dragged by their numbers
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Moves the row @from to @to, both from 0. */
typedef void (*DuiTasksMoveFunc) (gpointer user_data,
                                  int from,
                                  int to);

/* Makes @row, a DuiTasksRow in a box of them, something that is dragged by its @handle and dropped on.
 * @user_data must live as long as @row. */
void dui_tasks_drag_add (GtkWidget *row,
                         GtkWidget *handle,
                         DuiTasksMoveFunc move,
                         gpointer user_data);

G_END_DECLS
