/* dui-tasks-page.h - the table of tasks, edited like a spreadsheet
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-form-page.h"

G_BEGIN_DECLS

#define DUI_TYPE_TASKS_PAGE (dui_tasks_page_get_type ())

G_DECLARE_FINAL_TYPE (DuiTasksPage, dui_tasks_page, DUI, TASKS_PAGE, DuiFormPage)

/* Adds the rows of a table copied from a spreadsheet. */
gboolean dui_tasks_page_paste (DuiTasksPage *self,
                               const char *text,
                               GError **error);

G_END_DECLS
