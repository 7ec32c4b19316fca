/* dt-node-with.c - nodes made from nodes
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-node"

#include "config.h"

#include "model/dt-node-private.h"

#include "model/dt-schema.h"

#include <string.h>

static void
copy_attribute (DtNode *self,
                guint at,
                const DtNodeAttribute *from)
{
  self->attributes[at].attribute = from->attribute;
  self->attributes[at].value = g_ref_string_acquire (from->value);
}

static void
copy_children (DtNode *self,
               guint at,
               const DtNode *from,
               guint start,
               guint end)
{
  for (guint i = start; i < end; i++)
    self->children[at + i - start] = dt_node_ref (from->children[i]);
}

/* A copy without children, with room for @n_children. */
static DtNode *
copy_shell (const DtNode *from,
            guint n_children)
{
  DtNode *self = dt_node_alloc (from->kind, from->line, from->n_attributes, n_children);

  for (guint i = 0; i < from->n_attributes; i++)
    copy_attribute (self, i, &from->attributes[i]);
  if (from->text != NULL)
    self->text = g_ref_string_acquire (from->text);

  return self;
}

/**
 * dt_node_with_text:
 * @self: a node
 * @text: the new text, treated as in dt_node_new_text()
 *
 * Makes a node that differs from @self in its text.
 *
 * Returns: (transfer full): a new node
 */
DtNode *
dt_node_with_text (const DtNode *self,
                   const char *text)
{
  DtNode *copy;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  copy = copy_shell (self, self->n_children);
  copy_children (copy, 0, self, 0, self->n_children);
  g_clear_pointer (&copy->text, g_ref_string_release);
  copy->text = dt_node_make_text (self->kind, text);

  return copy;
}

/**
 * dt_node_with_attribute:
 * @self: a node
 * @attribute: an attribute
 * @value: (nullable): the new value; %NULL or "" takes the attribute away
 *
 * Makes a node that differs from @self in one attribute.
 *
 * Returns: (transfer full): a new node
 */
DtNode *
dt_node_with_attribute (const DtNode *self,
                        DtAttribute attribute,
                        const char *value)
{
  gboolean set = value != NULL && *value != '\0';
  DtNode *copy;
  guint at = 0;
  guint from = 0;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint) attribute < DT_N_ATTRIBUTES, NULL);

  copy = dt_node_alloc (self->kind, self->line, self->n_attributes + set, self->n_children);
  copy->text = self->text != NULL ? g_ref_string_acquire (self->text) : NULL;
  copy_children (copy, 0, self, 0, self->n_children);

  while (from < self->n_attributes && self->attributes[from].attribute < attribute)
    copy_attribute (copy, at++, &self->attributes[from++]);
  if (set)
    {
      copy->attributes[at].attribute = attribute;
      copy->attributes[at++].value = dt_node_make_string (value);
    }
  if (from < self->n_attributes && self->attributes[from].attribute == attribute)
    from++;
  while (from < self->n_attributes)
    copy_attribute (copy, at++, &self->attributes[from++]);
  copy->n_attributes = at;

  return copy;
}

/**
 * dt_node_with_child:
 * @self: a node
 * @index: less than dt_node_get_n_children()
 * @child: the child to stand there; the new node takes a reference of its own
 *
 * Makes a node that differs from @self in one child.
 *
 * Returns: (transfer full): a new node
 */
DtNode *
dt_node_with_child (const DtNode *self,
                    guint index,
                    DtNode *child)
{
  DtNode *copy;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_children, NULL);
  g_return_val_if_fail (child != NULL, NULL);

  copy = copy_shell (self, self->n_children);
  copy_children (copy, 0, self, 0, index);
  copy->children[index] = dt_node_ref (child);
  copy_children (copy, index + 1, self, index + 1, self->n_children);

  return copy;
}

/**
 * dt_node_with_child_inserted:
 * @self: a node
 * @index: at most dt_node_get_n_children()
 * @child: the child to put before the one at @index; the new node takes a
 *   reference of its own
 *
 * Makes a node with one child more than @self.
 *
 * Returns: (transfer full): a new node
 */
DtNode *
dt_node_with_child_inserted (const DtNode *self,
                             guint index,
                             DtNode *child)
{
  DtNode *copy;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index <= self->n_children, NULL);
  g_return_val_if_fail (child != NULL, NULL);

  copy = copy_shell (self, self->n_children + 1);
  copy_children (copy, 0, self, 0, index);
  copy->children[index] = dt_node_ref (child);
  copy_children (copy, index + 1, self, index, self->n_children);

  return copy;
}

/**
 * dt_node_with_child_removed:
 * @self: a node
 * @index: less than dt_node_get_n_children()
 *
 * Makes a node with one child less than @self.
 *
 * Returns: (transfer full): a new node
 */
DtNode *
dt_node_with_child_removed (const DtNode *self,
                            guint index)
{
  DtNode *copy;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->n_children, NULL);

  copy = copy_shell (self, self->n_children - 1);
  copy_children (copy, 0, self, 0, index);
  copy_children (copy, index, self, index + 1, self->n_children);

  return copy;
}

/**
 * dt_node_with_children:
 * @self: a node
 * @children: (array length=n_children) (nullable): all children in order; the
 *   new node takes references of its own
 * @n_children: how many children
 *
 * Makes a node that holds other children than @self.
 *
 * Returns: (transfer full): a new node
 */
DtNode *
dt_node_with_children (const DtNode *self,
                       DtNode *const *children,
                       guint n_children)
{
  DtNode *copy;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_children == 0 || children != NULL, NULL);

  copy = copy_shell (self, n_children);
  for (guint i = 0; i < n_children; i++)
    copy->children[i] = dt_node_ref (children[i]);

  return copy;
}

/**
 * dt_node_with_child_added:
 * @self: a node
 * @child: a child of a kind that may stand in @self; the new node takes a
 *   reference of its own
 *
 * Makes a node with one child more than @self, standing behind all that the
 * schema wants before it.
 *
 * Returns: (transfer full): a new node
 */
DtNode *
dt_node_with_child_added (const DtNode *self,
                          DtNode *child)
{
  guint index;
  int rank;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (child != NULL, NULL);

  rank = dt_schema_get_child_rank (self->kind, child->kind, NULL);
  for (index = self->n_children; index > 0; index--)
    if (dt_schema_get_child_rank (self->kind, self->children[index - 1]->kind, NULL) <= rank)
      break;

  return dt_node_with_child_inserted (self, index, child);
}

/* Compares what two nodes hold, children left out. */
static gboolean
equal_shells (const DtNode *a,
              const DtNode *b)
{
  if (a->kind != b->kind || a->n_attributes != b->n_attributes || a->n_children != b->n_children)
    return FALSE;

  for (guint i = 0; i < a->n_attributes; i++)
    if (a->attributes[i].attribute != b->attributes[i].attribute ||
        strcmp (a->attributes[i].value, b->attributes[i].value) != 0)
      return FALSE;

  return g_strcmp0 (a->text, b->text) == 0;
}

/**
 * dt_node_equal:
 * @a: a node
 * @b: a node
 *
 * Compares two trees: kinds, attributes, texts and children, not source lines.
 * Shared parts are passed over, so that comparing a plan with an edited copy
 * costs little; depth does not matter.
 *
 * Returns: %TRUE if they say the same
 */
gboolean
dt_node_equal (const DtNode *a,
               const DtNode *b)
{
  g_autoptr (GPtrArray) pending = NULL;

  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  pending = g_ptr_array_new ();
  for (;;)
    {
      if (a != b)
        {
          if (!equal_shells (a, b))
            return FALSE;
          for (guint i = a->n_children; i > 0; i--)
            {
              g_ptr_array_add (pending, a->children[i - 1]);
              g_ptr_array_add (pending, b->children[i - 1]);
            }
        }

      if (pending->len == 0)
        return TRUE;
      b = g_ptr_array_steal_index_fast (pending, pending->len - 1);
      a = g_ptr_array_steal_index_fast (pending, pending->len - 1);
    }
}
