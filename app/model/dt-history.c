/* dt-history.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-history"

#include "config.h"

#include "model/dt-history.h"

/**
 * DtHistory:
 *
 * The plans of one document, in the order in which they came to be.
 *
 * Plans share what they have in common, so keeping them costs little more than
 * the changes themselves. Going back and forth is choosing another one.
 */

#define NOT_SAVED (-1)

struct _DtHistory
{
  GPtrArray *plans;
  guint current;
  int saved;
  char *group;
};

/**
 * dt_history_new:
 * @plan: the plan to begin with, which counts as saved; the history takes a
 *   reference of its own
 *
 * Makes a history without steps.
 *
 * Returns: (transfer full): a new history, to be freed with dt_history_free()
 */
DtHistory *
dt_history_new (DtPlan *plan)
{
  DtHistory *self;

  g_return_val_if_fail (plan != NULL, NULL);

  self = g_new0 (DtHistory, 1);
  self->plans = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_plan_unref);
  g_ptr_array_add (self->plans, dt_plan_ref (plan));

  return self;
}

/**
 * dt_history_free:
 * @self: (transfer full): a history
 *
 * Frees the history.
 */
void
dt_history_free (DtHistory *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->plans);
  g_free (self->group);
  g_free (self);
}

/**
 * dt_history_get_plan:
 * @self: a history
 *
 * Gets the plan of now.
 *
 * Returns: (transfer none): the plan
 */
DtPlan *
dt_history_get_plan (const DtHistory *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_ptr_array_index (self->plans, self->current);
}

/**
 * dt_history_can_undo:
 * @self: a history
 *
 * Tells whether there is a step to undo.
 *
 * Returns: %TRUE if dt_history_undo() will do something
 */
gboolean
dt_history_can_undo (const DtHistory *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->current > 0;
}

/**
 * dt_history_can_redo:
 * @self: a history
 *
 * Tells whether there is a step to do again.
 *
 * Returns: %TRUE if dt_history_redo() will do something
 */
gboolean
dt_history_can_redo (const DtHistory *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->current + 1 < self->plans->len;
}

/**
 * dt_history_is_saved:
 * @self: a history
 *
 * Tells whether the plan of now is the one that was marked as saved.
 *
 * Returns: %TRUE if closing would lose nothing
 */
gboolean
dt_history_is_saved (const DtHistory *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->saved == (int) self->current;
}

/**
 * dt_history_push:
 * @self: a history
 * @plan: the plan of now on; the history takes a reference of its own
 * @group: (nullable): what the step belongs to, such as "text:s3/body"
 *
 * Adds a step. What could be done again is forgotten. The plan that is the one
 * of now already is no step.
 *
 * Steps with the same @group, one after the other, count as one. A plan that
 * was marked as saved is never merged away.
 */
void
dt_history_push (DtHistory *self,
                 DtPlan *plan,
                 const char *group)
{
  gboolean merge;

  g_return_if_fail (self != NULL);
  g_return_if_fail (plan != NULL);

  if (plan == dt_history_get_plan (self))
    return;

  merge = group != NULL && g_strcmp0 (group, self->group) == 0;

  if (self->current + 1 < self->plans->len)
    g_ptr_array_set_size (self->plans, (int) self->current + 1);
  if (self->saved > (int) self->current)
    self->saved = NOT_SAVED;

  if (merge)
    g_ptr_array_remove_index (self->plans, self->current);
  else
    self->current++;
  g_ptr_array_add (self->plans, dt_plan_ref (plan));

  if (!merge)
    {
      g_free (self->group);
      self->group = g_strdup (group);
    }
}

/**
 * dt_history_end_group:
 * @self: a history
 *
 * Makes the next step one of its own, whatever its group.
 */
void
dt_history_end_group (DtHistory *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->group, g_free);
}

/**
 * dt_history_undo:
 * @self: a history
 *
 * Goes back one step.
 *
 * Returns: %TRUE if there was one
 */
gboolean
dt_history_undo (DtHistory *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!dt_history_can_undo (self))
    return FALSE;

  self->current--;
  dt_history_end_group (self);
  return TRUE;
}

/**
 * dt_history_redo:
 * @self: a history
 *
 * Goes forth one step.
 *
 * Returns: %TRUE if there was one
 */
gboolean
dt_history_redo (DtHistory *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!dt_history_can_redo (self))
    return FALSE;

  self->current++;
  dt_history_end_group (self);
  return TRUE;
}

/**
 * dt_history_mark_saved:
 * @self: a history
 *
 * Notes that the plan of now is on disk. The group is closed.
 */
void
dt_history_mark_saved (DtHistory *self)
{
  g_return_if_fail (self != NULL);

  self->saved = (int) self->current;
  dt_history_end_group (self);
}
