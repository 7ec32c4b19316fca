/* dt-plan.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-plan"

#include "config.h"

#include "model/dt-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * DtPlan:
 *
 * A tree of nodes that is known to follow the schema.
 *
 * A plan is checked once, when it is made, and each edit checks what it
 * changes: one that exists can be saved and opened again. In it every node
 * that repeats has an id of its own.
 */

struct _DtPlan
{
  DtNode *root;
};

G_DEFINE_BOXED_TYPE (DtPlan, dt_plan, dt_plan_ref, dt_plan_unref)
G_DEFINE_QUARK (dt_edit_error, dt_edit_error)

/* The singleton child of that name, if the schema has one. */
static gboolean
find_single (DtNodeKind parent,
             const char *name,
             DtNodeKind *found)
{
  int kind = dt_schema_find_kind (name);
  DtOccurrence occurrence;

  if (kind < 0 || dt_schema_get_child_rank (parent, (DtNodeKind) kind, &occurrence) < 0 ||
      occurrence == DT_CHILD_MANY)
    return FALSE;

  *found = (DtNodeKind) kind;
  return TRUE;
}

static void
push_node (DtPlanPath *path,
           DtNode *node,
           guint index)
{
  g_assert (path->n_nodes < DT_PATH_MAX);

  path->nodes[path->n_nodes] = node;
  path->indexes[path->n_nodes] = index;
  path->n_nodes++;
}

static void
push_child (DtPlanPath *path,
            DtNodeKind kind)
{
  DtNode *parent = path->nodes[path->n_nodes - 1];

  if (path->n_missing == 0)
    {
      for (guint i = 0; i < dt_node_get_n_children (parent); i++)
        {
          if (dt_node_get_kind (dt_node_get_child (parent, i)) == kind)
            {
              push_node (path, dt_node_get_child (parent, i), i);
              return;
            }
        }
    }

  g_assert (path->n_missing < DT_PATH_MAX_MISSING);
  path->missing[path->n_missing++] = kind;
}

/* Extends @path to the node with that id below its last node. */
static gboolean
push_id (DtPlanPath *path,
         const char *id)
{
  const DtNode *parent = path->nodes[path->n_nodes - 1];

  for (guint i = 0; i < dt_node_get_n_children (parent); i++)
    {
      DtNode *child = dt_node_get_child (parent, i);
      const char *child_id;

      if (dt_node_get_text (child) != NULL && !dt_schema_has_id (dt_node_get_kind (child)))
        continue;

      push_node (path, child, i);
      child_id = dt_node_get_id (child);
      if ((child_id != NULL && strcmp (child_id, id) == 0) || push_id (path, id))
        return TRUE;
      path->n_nodes--;
    }

  return FALSE;
}

DtNodeKind
dt_plan_path_get_kind (const DtPlanPath *path)
{
  if (path->n_missing > 0)
    return path->missing[path->n_missing - 1];

  return dt_node_get_kind (path->nodes[path->n_nodes - 1]);
}

gboolean
dt_plan_path_init (DtPlanPath *path,
                   DtNode *root,
                   const char *reference)
{
  g_auto (GStrv) parts = g_strsplit (reference, "/", -1);
  guint i = 0;

  path->n_nodes = 0;
  path->n_missing = 0;
  push_node (path, root, 0);

  if (parts[0] == NULL)
    return FALSE;
  if (strcmp (parts[0], dt_schema_get_name (DT_NODE_PLAN)) == 0)
    i++;
  else if (dt_schema_find_kind (parts[0]) < 0)
    {
      if (!push_id (path, parts[0]))
        return FALSE;
      i++;
    }

  for (; parts[i] != NULL; i++)
    {
      DtNodeKind kind;

      if (!find_single (dt_plan_path_get_kind (path), parts[i], &kind))
        return FALSE;
      push_child (path, kind);
    }

  return TRUE;
}

DtPlan *
dt_plan_take_root (DtNode *root)
{
  DtPlan *self = g_atomic_rc_box_new0 (DtPlan);

  self->root = root;
  return self;
}

/**
 * dt_plan_new:
 * @root: a node of kind %DT_NODE_PLAN; the plan takes a reference of its own
 * @error: return location for an error
 *
 * Makes a plan of a tree.
 *
 * The whole tree is checked. Nodes that repeat and have no id are given one,
 * in the order of the document: the prefix of their kind and the number after
 * the highest in use ("s1", "s2", "b1").
 *
 * Returns: (transfer full): a new plan, or %NULL with @error set to an error
 *   of the %DT_EDIT_ERROR domain that names the node, the line it was read
 *   from, and what was expected
 */
DtPlan *
dt_plan_new (DtNode *root,
             GError **error)
{
  g_return_val_if_fail (root != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (dt_node_get_kind (root) != DT_NODE_PLAN)
    {
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED,
                   _ ("expected <%s> at the root, not <%s>"), dt_schema_get_name (DT_NODE_PLAN),
                   dt_schema_get_name (dt_node_get_kind (root)));
      return NULL;
    }

  if (!dt_plan_check_tree (root, 0, error) || !dt_plan_check_doubled_ids (root, error))
    return NULL;

  return dt_plan_take_root (dt_plan_give_ids (root, NULL, NULL));
}

/**
 * dt_plan_new_empty:
 * @kind: id of a document kind, such as "ke-hoach"
 *
 * Makes a plan with an empty head and nothing else.
 *
 * Returns: (transfer full): a new plan
 */
DtPlan *
dt_plan_new_empty (const char *kind)
{
  g_autoptr (DtNode) head = dt_node_new (DT_NODE_HEAD);
  g_autoptr (DtNode) root = NULL;
  g_autoptr (GError) error = NULL;
  const DtAttributeValue attribute = { DT_ATTR_KIND, kind };
  DtPlan *self;

  g_return_val_if_fail (kind != NULL, NULL);

  root = dt_node_new_full (DT_NODE_PLAN, 0, NULL, &attribute, 1, &head, 1);
  self = dt_plan_new (root, &error);
  if (self == NULL)
    g_critical ("%s: %s", G_STRFUNC, error->message);

  return self;
}

/**
 * dt_plan_ref:
 * @self: a plan
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @self
 */
DtPlan *
dt_plan_ref (DtPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_plan (gpointer data)
{
  DtPlan *self = data;

  dt_node_unref (self->root);
}

/**
 * dt_plan_unref:
 * @self: (transfer full): a plan
 *
 * Gives a reference back; any thread may.
 */
void
dt_plan_unref (DtPlan *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_plan);
}

/**
 * dt_plan_get_root:
 * @self: a plan
 *
 * Gets the tree.
 *
 * Returns: (transfer none): a node of kind %DT_NODE_PLAN
 */
DtNode *
dt_plan_get_root (const DtPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->root;
}

/**
 * dt_plan_equal:
 * @a: a plan
 * @b: a plan
 *
 * Compares two plans, ids included.
 *
 * Returns: %TRUE if they would be written as the same bytes
 */
gboolean
dt_plan_equal (const DtPlan *a,
               const DtPlan *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  return dt_node_equal (a->root, b->root);
}

/**
 * dt_plan_child_reference:
 * @parent_reference: (nullable): reference of the parent, or %NULL for the root
 * @child: a node that stands in that parent
 *
 * Makes the reference of a node for somebody who walks down a plan.
 *
 * Returns: (transfer full): "plan" for the root, the id of a node that
 *   repeats, else the names on the way from the root or from the nearest node
 *   with an id ("head/subject", "s3/body")
 */
char *
dt_plan_child_reference (const char *parent_reference,
                         const DtNode *child)
{
  const char *id;
  const char *name;

  g_return_val_if_fail (child != NULL, NULL);

  id = dt_node_get_id (child);
  if (id != NULL)
    return g_strdup (id);

  name = dt_schema_get_name (dt_node_get_kind (child));
  if (parent_reference == NULL ||
      strcmp (parent_reference, dt_schema_get_name (DT_NODE_PLAN)) == 0)
    return g_strdup (name);

  return g_strconcat (parent_reference, "/", name, NULL);
}

/**
 * dt_plan_find:
 * @self: a plan
 * @reference: what dt_plan_child_reference() makes
 *
 * Finds a node.
 *
 * Returns: (transfer none) (nullable): the node, or %NULL if there is none
 */
DtNode *
dt_plan_find (const DtPlan *self,
              const char *reference)
{
  DtPlanPath path;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (reference != NULL, NULL);

  if (!dt_plan_path_init (&path, self->root, reference) || path.n_missing > 0)
    return NULL;

  return path.nodes[path.n_nodes - 1];
}
