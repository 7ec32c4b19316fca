/* dt-block.c - one composed piece of the document
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compose/dt-block.h"

/**
 * dt_block_new:
 * @kind: what it is
 * @role: which component it belongs to
 * @node: (nullable): reference of the plan node it comes from
 *
 * Makes a block, still to be filled by whoever composes it. Once it stands in
 * a composition it must not change.
 *
 * Returns: (transfer full): a block
 */
DtBlock *
dt_block_new (DtBlockKind kind,
              DtRole role,
              const char *node)
{
  DtBlock *self = g_atomic_rc_box_new0 (DtBlock);

  self->kind = kind;
  self->role = role;
  self->node = g_strdup (node);

  return self;
}

/**
 * dt_block_ref:
 * @self: a block
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
DtBlock *
dt_block_ref (DtBlock *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_block (gpointer data)
{
  DtBlock *self = data;

  if (self->cells != NULL)
    {
      for (guint i = 0; i < self->n_rows * self->n_columns; i++)
        g_clear_pointer (&self->cells[i], g_ptr_array_unref);
    }

  g_free (self->cells);
  g_free (self->weights);
  g_free (self->runs);
  g_free (self->text);
  g_free (self->node);
  g_free (self->part_title);
}

/**
 * dt_block_unref:
 * @self: (transfer full): a block
 *
 * Gives a reference back.
 */
void
dt_block_unref (DtBlock *self)
{
  g_atomic_rc_box_release_full (self, clear_block);
}
