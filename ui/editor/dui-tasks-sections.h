/* dui-tasks-sections.h - the sections a task may belong to
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/dt-plan.h"

G_BEGIN_DECLS

/* Their names, behind a first one for none; their ids go into @ids (element-type utf8). */
GtkStringList *dui_tasks_list_sections (DtPlan *plan,
                                        GPtrArray *ids) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
