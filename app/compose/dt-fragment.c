/* dt-fragment.c - stretches of a composition that later ones take over
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compose/dt-compose-private.h"

#include "base/dt-diagnostic.h"

/**
 * dt_fragment_new:
 * @node: the section
 * @context: what of its surroundings its blocks depend on
 *
 * Makes an empty fragment.
 *
 * Returns: (transfer full): a fragment
 */
DtFragment *
dt_fragment_new (DtNode *node,
                 const char *context)
{
  DtFragment *self = g_atomic_rc_box_new0 (DtFragment);

  self->node = dt_node_ref (node);
  self->context = g_strdup (context);
  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_block_unref);

  return self;
}

/**
 * dt_fragment_ref:
 * @self: a fragment
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
DtFragment *
dt_fragment_ref (DtFragment *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_fragment (gpointer data)
{
  DtFragment *self = data;

  g_clear_pointer (&self->all, g_ptr_array_unref);
  g_clear_pointer (&self->mentions, g_array_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  g_clear_pointer (&self->node, dt_node_unref);
  g_free (self->context);
}

/**
 * dt_fragment_unref:
 * @self: (transfer full): a fragment
 *
 * Gives a reference back.
 */
void
dt_fragment_unref (DtFragment *self)
{
  g_atomic_rc_box_release_full (self, clear_fragment);
}

/**
 * dt_fragment_begin:
 * @composing: the run
 * @outer: (out): what dt_fragment_end() needs
 *
 * Starts a fragment: findings and citations from here on are its own, until
 * dt_fragment_end().
 */
void
dt_fragment_begin (DtComposing *composing,
                   DtOuter *outer)
{
  outer->diagnostics = composing->diagnostics;
  outer->mentions = composing->mentions;
  composing->diagnostics = dt_diagnostics_new ();
  composing->mentions = g_array_new (FALSE, FALSE, sizeof (DtMention));
}

/* Gathers the blocks of @self and of all below it, so that a later composition copies them in one go. */
static void
gather_blocks (DtFragment *self)
{
  self->all = g_ptr_array_new ();
  g_ptr_array_extend (self->all, self->blocks, NULL, NULL);
  self->n_all_diagnostics = self->diagnostics != NULL ? self->diagnostics->len : 0;
  self->n_all_mentions = self->mentions != NULL ? self->mentions->len : 0;

  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    {
      DtFragment *child = g_ptr_array_index (self->children, i);

      g_ptr_array_extend (self->all, child->all, NULL, NULL);
      self->n_all_diagnostics += child->n_all_diagnostics;
      self->n_all_mentions += child->n_all_mentions;
    }
}

/**
 * dt_fragment_end:
 * @self: the fragment, its blocks and children complete
 * @composing: the run
 * @outer: what dt_fragment_begin() gave
 *
 * Gives @self what was found since, and goes back to the fragment around it.
 */
void
dt_fragment_end (DtFragment *self,
                 DtComposing *composing,
                 const DtOuter *outer)
{
  g_autoptr (GPtrArray) diagnostics = g_steal_pointer (&composing->diagnostics);
  g_autoptr (GArray) mentions = g_steal_pointer (&composing->mentions);

  composing->diagnostics = outer->diagnostics;
  composing->mentions = outer->mentions;
  if (diagnostics->len > 0)
    self->diagnostics = g_steal_pointer (&diagnostics);
  if (mentions->len > 0)
    self->mentions = g_steal_pointer (&mentions);
  gather_blocks (self);
}

/* Goes over the citations as they are read; @added takes the documents that were not cited before. */
static gboolean
replay_mentions (const DtFragment *self,
                 DtComposing *composing,
                 GPtrArray *added)
{
  for (guint i = 0; self->mentions != NULL && i < self->mentions->len; i++)
    {
      const DtMention *mention = &g_array_index (self->mentions, DtMention, i);
      gpointer document = (gpointer) mention->document;

      if (g_hash_table_contains (composing->seen, document) != mention->seen)
        return FALSE;
      if (g_hash_table_add (composing->seen, document))
        g_ptr_array_add (added, document);
    }

  for (guint i = 0; self->children != NULL && i < self->children->len; i++)
    {
      const DtFragment *child = g_ptr_array_index (self->children, i);

      if (child->n_all_mentions > 0 && !replay_mentions (child, composing, added))
        return FALSE;
    }

  return TRUE;
}

/**
 * dt_fragment_cites_as_before:
 * @self: a fragment of an earlier composition
 * @composing: the run
 *
 * Tells whether every citation in @self, and below it, would print now as it
 * did then: the first mention of a document is written in full, later ones
 * short, so what stands before decides. If so, they count as cited now.
 *
 * Returns: %TRUE if the fragment may be taken over
 */
gboolean
dt_fragment_cites_as_before (const DtFragment *self,
                             DtComposing *composing)
{
  g_autoptr (GPtrArray) added = NULL;

  if (self->n_all_mentions == 0)
    return TRUE;

  added = g_ptr_array_new ();
  if (replay_mentions (self, composing, added))
    return TRUE;

  for (guint i = 0; i < added->len; i++)
    g_hash_table_remove (composing->seen, g_ptr_array_index (added, i));

  return FALSE;
}
