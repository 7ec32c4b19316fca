/* dt-history.h - undo and redo as a list of plans
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-plan.h"

G_BEGIN_DECLS

/* Mutable; belongs to one thread. */
typedef struct _DtHistory DtHistory;

DtHistory *dt_history_new (DtPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
void dt_history_free (DtHistory *self);

DtPlan *dt_history_get_plan (const DtHistory *self);
gboolean dt_history_can_undo (const DtHistory *self);
gboolean dt_history_can_redo (const DtHistory *self);
gboolean dt_history_is_saved (const DtHistory *self);

/* @group: steps with the same non-NULL group, one after the other, are undone together;
 * dt_history_end_group() closes the group (a pause, a caret that moved). */
void dt_history_push (DtHistory *self,
                      DtPlan *plan,
                      const char *group);
void dt_history_end_group (DtHistory *self);
gboolean dt_history_undo (DtHistory *self);
gboolean dt_history_redo (DtHistory *self);
void dt_history_mark_saved (DtHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtHistory, dt_history_free)

G_END_DECLS
