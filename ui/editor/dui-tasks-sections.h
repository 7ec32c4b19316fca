/* dui-tasks-sections.h - the sections that a task can belong to, as the table names them
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/dt-plan.h"
#include "template/dt-library.h"

G_BEGIN_DECLS

/**
 * DuiTasksSection:
 * @id: of the section
 * @number: with those of the sections around it, "II.1"; the beginning of the
 *   title where there is none
 * @name: number and title
 *
 * A section.
 */
typedef struct
{
  char *id;
  char *number;
  char *name;
} DuiTasksSection;

/* (element-type DuiTasksSection): in the order of the plan. @library (nullable): for fields in titles. */
GPtrArray *dui_tasks_list_sections (DtPlan *plan,
                                    DtLibrary *library) G_GNUC_WARN_UNUSED_RESULT;
/* NULL for none of that @id. */
const DuiTasksSection *dui_tasks_find_section_in (GPtrArray *sections,
                                                  const char *id);
/* @action takes the id of the one that is chosen, "" for none. */
GMenuModel *dui_tasks_make_section_menu (GPtrArray *sections,
                                         const char *action) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
