/* dt-task-units.h - the table of tasks, seen from each unit that has one
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-node.h"

G_BEGIN_DECLS

/**
 * DtTaskUnit:
 * @name: as the first of its tasks names it, fields filled in
 * @leads: (element-type DtNode): the tasks it leads (chủ trì), in their order
 * @partners: (element-type DtNode): those it helps with (phối hợp)
 *
 * A unit that has tasks.
 */
typedef struct
{
  char *name;
  GPtrArray *leads;
  GPtrArray *partners;
} DtTaskUnit;

/* In the order in which the table names them, those that lead something first. */
typedef struct _DtTaskUnits DtTaskUnits;

/* @tasks (nullable): the table; @fields (nullable): the values of fields that names may hold. Keeps both. */
DtTaskUnits *dt_task_units_new (DtNode *tasks,
                                DtNode *fields) G_GNUC_WARN_UNUSED_RESULT;
void dt_task_units_free (DtTaskUnits *self);
guint dt_task_units_get_n (const DtTaskUnits *self);
const DtTaskUnit *dt_task_units_get (const DtTaskUnits *self,
                                     guint index);
/* The unit of that name, whatever the case; NULL if it has no task. */
const DtTaskUnit *dt_task_units_find (const DtTaskUnits *self,
                                      const char *name);

/* @text with its {{fields}} replaced by their values; those without one stay. */
char *dt_task_fill (const char *text,
                    DtNode *fields) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtTaskUnits, dt_task_units_free)

G_END_DECLS
