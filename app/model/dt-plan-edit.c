/* dt-plan-edit.c - plans made from plans
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-plan"

#include "config.h"

#include "model/dt-plan-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * Every edit finds the way from the root to a node, makes a new node, and
 * makes new nodes of those on the way. All others are shared.
 *
 * An edit may name a node that is not there but could be, such as the subject
 * of a new plan: the nodes that are missing on the way are made.
 */

static gboolean
find_path (DtPlanPath *path,
           const DtPlan *self,
           const char *reference,
           GError **error)
{
  if (dt_plan_path_init (path, dt_plan_get_root (self), reference))
    return TRUE;

  g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_FOUND,
               _ ("there is no “%s” in the plan"), reference);
  return FALSE;
}

static gboolean
find_existing (DtPlanPath *path,
               const DtPlan *self,
               const char *reference,
               GError **error)
{
  if (!find_path (path, self, reference, error))
    return FALSE;
  if (path->n_missing == 0)
    return TRUE;

  g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_FOUND,
               _ ("there is no “%s” in the plan"), reference);
  return FALSE;
}

/* The node at the end of the way, made if it is missing. */
static DtNode *
take_target (const DtPlanPath *path)
{
  if (path->n_missing > 0)
    return dt_node_new (path->missing[path->n_missing - 1]);

  return dt_node_ref (path->nodes[path->n_nodes - 1]);
}

static const DtNode *
get_existing_target (const DtPlanPath *path)
{
  return path->n_missing > 0 ? NULL : path->nodes[path->n_nodes - 1];
}

/* How many sections stand on the way, its end included. */
static guint
count_sections (const DtPlanPath *path)
{
  guint count = 0;

  for (guint i = 0; i < path->n_nodes; i++)
    count += dt_node_get_kind (path->nodes[i]) == DT_NODE_SECTION;

  return count;
}

/* A new root with @node in place of nodes[level]; takes @node. */
static DtNode *
rebuild (const DtPlanPath *path,
         guint level,
         DtNode *node)
{
  for (; level > 0; level--)
    {
      DtNode *parent = dt_node_with_child (path->nodes[level - 1], path->indexes[level], node);

      dt_node_unref (node);
      node = parent;
    }

  return node;
}

/* A new root with @node at the end of the way; takes @node. */
static DtNode *
put_target (const DtPlanPath *path,
            DtNode *node)
{
  for (guint i = path->n_missing; i > 0; i--)
    {
      g_autoptr (DtNode) parent = i > 1 ? dt_node_new (path->missing[i - 2])
                                        : dt_node_ref (path->nodes[path->n_nodes - 1]);
      DtNode *changed = dt_node_with_child_added (parent, node);

      dt_node_unref (node);
      node = changed;
    }

  return rebuild (path, path->n_nodes - 1, node);
}

static DtPlan *
share_plan (const DtPlan *self)
{
  return dt_plan_ref ((DtPlan *) self);
}

/**
 * dt_plan_set_text:
 * @self: a plan
 * @reference: a node that holds text; one that is missing is made
 * @text: its new text, treated as in dt_node_new_text()
 * @error: return location for an error
 *
 * Changes the text of one node.
 *
 * Returns: (transfer full): a new plan, @self if it said so already, or %NULL
 *   with @error set to %DT_EDIT_ERROR_NOT_FOUND, to
 *   %DT_EDIT_ERROR_NOT_ALLOWED if the node holds no text, or to
 *   %DT_EDIT_ERROR_VALUE if it may not hold that text
 */
DtPlan *
dt_plan_set_text (const DtPlan *self,
                  const char *reference,
                  const char *text,
                  GError **error)
{
  g_autoptr (DtNode) target = NULL;
  g_autoptr (DtNode) changed = NULL;
  g_autofree char *expected = NULL;
  DtPlanPath path;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (reference != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!find_path (&path, self, reference, error))
    return NULL;
  if (dt_schema_get_text_policy (dt_plan_path_get_kind (&path)) == DT_TEXT_NONE)
    {
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED,
                   _ ("“%s” holds no text of its own"), reference);
      return NULL;
    }

  target = take_target (&path);
  changed = dt_node_with_text (target, text);
  if (path.n_missing == 0 &&
      strcmp (dt_node_get_text (target), dt_node_get_text (changed)) == 0)
    return share_plan (self);

  expected = dt_schema_check_text (dt_node_get_kind (changed), dt_node_get_text (changed));
  if (expected != NULL)
    {
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_VALUE, "%s: %s", reference, expected);
      return NULL;
    }

  return dt_plan_take_root (put_target (&path, g_steal_pointer (&changed)));
}

/* What no single value can tell: an id or a field name that is in use elsewhere. */
static gboolean
check_unique (const DtPlan *self,
              const DtPlanPath *path,
              DtAttribute attribute,
              const DtNode *changed,
              GError **error)
{
  const char *value = dt_node_get_attribute (changed, attribute);

  if (attribute == DT_ATTR_ID && value == NULL)
    {
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_VALUE,
                   _ ("<%s>: expected an id"), dt_schema_get_name (dt_node_get_kind (changed)));
      return FALSE;
    }

  if (attribute == DT_ATTR_ID && dt_plan_find (self, value) != NULL)
    {
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_VALUE,
                   _ ("another element has the id “%s”"), value);
      return FALSE;
    }

  if (attribute == DT_ATTR_KEY)
    {
      guint level = path->n_nodes - 1;
      g_autoptr (DtNode) fields = dt_node_with_child (path->nodes[level - 1],
                                                      path->indexes[level], (DtNode *) changed);

      return dt_plan_check_keys (fields, error);
    }

  return TRUE;
}

static gboolean
check_attribute (const DtNode *changed,
                 DtAttribute attribute,
                 const char *reference,
                 GError **error)
{
  const char *value = dt_node_get_attribute (changed, attribute);
  g_autofree char *expected = dt_schema_check_value (dt_node_get_kind (changed), attribute,
                                                     value != NULL ? value : "");

  if (expected == NULL)
    return TRUE;

  g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_VALUE,
               _ ("%s: attribute “%s”: %s"), reference,
               dt_schema_get_attribute_name (attribute), expected);
  return FALSE;
}

/**
 * dt_plan_set_attribute:
 * @self: a plan
 * @reference: a node; one that is missing is made
 * @attribute: an attribute it may carry
 * @value: (nullable): the new value; %NULL or "" takes the attribute away
 * @error: return location for an error
 *
 * Changes one attribute of one node. Tasks that name a section by its id do
 * not follow when that id changes.
 *
 * Returns: (transfer full): a new plan, @self if it said so already, or %NULL
 *   with @error set to %DT_EDIT_ERROR_NOT_FOUND, to
 *   %DT_EDIT_ERROR_NOT_ALLOWED if the node does not carry that attribute, or
 *   to %DT_EDIT_ERROR_VALUE if the value is not lawful, is required, or is an
 *   id or the name of a field that is in use
 */
DtPlan *
dt_plan_set_attribute (const DtPlan *self,
                       const char *reference,
                       DtAttribute attribute,
                       const char *value,
                       GError **error)
{
  g_autoptr (DtNode) target = NULL;
  g_autoptr (DtNode) changed = NULL;
  DtPlanPath path;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (reference != NULL, NULL);
  g_return_val_if_fail ((guint) attribute < DT_N_ATTRIBUTES, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!find_path (&path, self, reference, error))
    return NULL;
  if (!dt_schema_allows_attribute (dt_plan_path_get_kind (&path), attribute))
    {
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED,
                   _ ("“%s” carries no attribute “%s”"), reference,
                   dt_schema_get_attribute_name (attribute));
      return NULL;
    }

  target = take_target (&path);
  changed = dt_node_with_attribute (target, attribute, value);
  if (g_strcmp0 (dt_node_get_attribute (target, attribute),
                 dt_node_get_attribute (changed, attribute)) == 0)
    return share_plan (self);

  if (!check_attribute (changed, attribute, reference, error) ||
      !check_unique (self, &path, attribute, changed, error))
    return NULL;

  return dt_plan_take_root (put_target (&path, g_steal_pointer (&changed)));
}

/* Where the @position-th child of @kind goes, or -1. */
static int
find_place (const DtNode *parent,
            DtNodeKind kind,
            int position,
            GError **error)
{
  DtNodeKind parent_kind = dt_node_get_kind (parent);
  const char *name = dt_schema_get_name (kind);
  const char *parent_name = dt_schema_get_name (parent_kind);
  DtOccurrence occurrence;
  int rank = dt_schema_get_child_rank (parent_kind, kind, &occurrence);
  guint n_before = 0;
  int n_same = 0;

  if (rank < 0)
    {
      g_autofree char *expected = dt_schema_describe_children (parent_kind, 0);

      if (*expected == '\0')
        g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED,
                     _ ("<%s> may not stand in <%s>, which holds no elements"), name, parent_name);
      else
        g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED,
                     _ ("<%s> may not stand in <%s>; expected %s"), name, parent_name, expected);
      return -1;
    }

  for (guint i = 0; i < dt_node_get_n_children (parent); i++)
    {
      DtNodeKind other = dt_node_get_kind (dt_node_get_child (parent, i));

      n_same += other == kind;
      n_before += dt_schema_get_child_rank (parent_kind, other, NULL) < rank;
    }

  if (occurrence != DT_CHILD_MANY && n_same > 0)
    {
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED,
                   _ ("<%s> stands only once in <%s>, and is there"), name, parent_name);
      return -1;
    }
  if (position > n_same)
    {
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED,
                   _ ("there is no place %d for <%s> in <%s>, which holds %d"),
                   position, name, parent_name, n_same);
      return -1;
    }

  return (int) n_before + (position < 0 ? n_same : position);
}

/* A plan with @node at a new place. Nodes whose ids stand in @names get new ones, if that is not NULL. */
static DtPlan *
insert_node (const DtPlanPath *path,
             int position,
             DtNode *node,
             const DtNode *names,
             GError **error)
{
  g_autoptr (DtNode) parent = take_target (path);
  g_autoptr (DtNode) named = NULL;
  g_autoptr (DtNode) changed = NULL;
  int place = find_place (parent, dt_node_get_kind (node), position, error);

  /* The check comes before ids are given: it bounds the depth of the tree. */
  if (place < 0 || !dt_plan_check_tree (node, count_sections (path), error))
    return NULL;

  named = names != NULL ? dt_plan_give_ids (node, names, NULL) : dt_node_ref (node);
  changed = dt_node_with_child_inserted (parent, (guint) place, named);
  if (dt_node_get_kind (changed) == DT_NODE_FIELDS && !dt_plan_check_keys (changed, error))
    return NULL;

  return dt_plan_take_root (put_target (path, g_steal_pointer (&changed)));
}

/**
 * dt_plan_insert:
 * @self: a plan
 * @parent: the node to put it in; one that is missing is made
 * @position: how many nodes of the kind of @node shall stand before it in
 *   @parent; -1 for all of them
 * @node: a tree; the plan takes a reference of its own
 * @error: return location for an error
 *
 * Puts a tree into the plan, among the children of its kind.
 *
 * Nodes of @node that repeat and have no id, or one that is in use in the plan,
 * get a new one, as in dt_plan_new(): a section can be copied by inserting it
 * again.
 *
 * Returns: (transfer full): a new plan, or %NULL with @error set to
 *   %DT_EDIT_ERROR_NOT_FOUND if there is no @parent, to
 *   %DT_EDIT_ERROR_NOT_ALLOWED if @node may not stand there, or to
 *   %DT_EDIT_ERROR_VALUE if something in @node is not lawful
 */
DtPlan *
dt_plan_insert (const DtPlan *self,
                const char *parent,
                int position,
                DtNode *node,
                GError **error)
{
  DtPlanPath path;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (parent != NULL, NULL);
  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!find_path (&path, self, parent, error))
    return NULL;

  return insert_node (&path, position, node, dt_plan_get_root (self), error);
}

/**
 * dt_plan_remove:
 * @self: a plan
 * @reference: a node that the plan can do without
 * @error: return location for an error
 *
 * Takes a node with all below it out of the plan.
 *
 * Returns: (transfer full): a new plan, or %NULL with @error set to
 *   %DT_EDIT_ERROR_NOT_FOUND, or to %DT_EDIT_ERROR_NOT_ALLOWED for the root
 *   and for a node that must be there
 */
DtPlan *
dt_plan_remove (const DtPlan *self,
                const char *reference,
                GError **error)
{
  DtPlanPath path;
  DtNode *node;
  DtNode *parent;
  DtOccurrence occurrence = DT_CHILD_ONE;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (reference != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!find_existing (&path, self, reference, error))
    return NULL;

  node = path.nodes[path.n_nodes - 1];
  parent = path.n_nodes > 1 ? path.nodes[path.n_nodes - 2] : NULL;
  if (parent != NULL)
    dt_schema_get_child_rank (dt_node_get_kind (parent), dt_node_get_kind (node), &occurrence);
  if (occurrence == DT_CHILD_ONE)
    {
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED,
                   _ ("a plan cannot do without <%s>"),
                   dt_schema_get_name (dt_node_get_kind (node)));
      return NULL;
    }

  parent = dt_node_with_child_removed (parent, path.indexes[path.n_nodes - 1]);
  return dt_plan_take_root (rebuild (&path, path.n_nodes - 2, parent));
}

static gboolean
path_contains (const DtPlanPath *path,
               const DtNode *node)
{
  for (guint i = 0; i < path->n_nodes; i++)
    if (path->nodes[i] == node)
      return TRUE;

  return FALSE;
}

/**
 * dt_plan_move:
 * @self: a plan
 * @reference: the node to move
 * @new_parent: the node to put it in; one that is missing is made
 * @position: how many nodes of its kind shall stand before it in @new_parent,
 *   itself not counted; -1 for all of them
 * @error: return location for an error
 *
 * Moves a node with all below it. Ids stay.
 *
 * Returns: (transfer full): a new plan, or %NULL with @error set to
 *   %DT_EDIT_ERROR_NOT_FOUND, or to %DT_EDIT_ERROR_NOT_ALLOWED if the node may
 *   not stand there, above all not in itself
 */
DtPlan *
dt_plan_move (const DtPlan *self,
              const char *reference,
              const char *new_parent,
              int position,
              GError **error)
{
  g_autoptr (DtNode) without = NULL;
  DtPlanPath from;
  DtPlanPath to;
  DtNode *node;
  guint level;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (reference != NULL, NULL);
  g_return_val_if_fail (new_parent != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!find_existing (&from, self, reference, error) || !find_path (&to, self, new_parent, error))
    return NULL;

  level = from.n_nodes - 1;
  node = from.nodes[level];
  if (path_contains (&to, node))
    {
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED,
                   _ ("“%s” cannot be moved into itself"), reference);
      return NULL;
    }

  without = rebuild (&from, level - 1,
                     dt_node_with_child_removed (from.nodes[level - 1], from.indexes[level]));
  if (!dt_plan_path_init (&to, without, new_parent))
    g_assert_not_reached ();

  return insert_node (&to, position, node, NULL, error);
}

/**
 * dt_plan_replace:
 * @self: a plan
 * @reference: the node to replace; one that is missing is made
 * @node: a tree of the same kind; the plan takes a reference of its own
 * @error: return location for an error
 *
 * Puts a tree in the place of another. A @node without an id takes over the
 * old one; other ids are treated as in dt_plan_insert().
 *
 * Returns: (transfer full): a new plan, or %NULL with @error set to
 *   %DT_EDIT_ERROR_NOT_FOUND, to %DT_EDIT_ERROR_NOT_ALLOWED if the kinds
 *   differ, or to %DT_EDIT_ERROR_VALUE if something in @node is not lawful
 */
DtPlan *
dt_plan_replace (const DtPlan *self,
                 const char *reference,
                 DtNode *node,
                 GError **error)
{
  g_autoptr (DtNode) named = NULL;
  g_autoptr (DtNode) settled = NULL;
  const DtNode *old;
  DtPlanPath path;
  DtNodeKind kind;
  guint depth;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (reference != NULL, NULL);
  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!find_path (&path, self, reference, error))
    return NULL;
  if (path.n_nodes == 1 && path.n_missing == 0)
    return dt_plan_new (node, error);

  kind = dt_plan_path_get_kind (&path);
  if (dt_node_get_kind (node) != kind)
    {
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED,
                   _ ("expected <%s> in place of “%s”, not <%s>"), dt_schema_get_name (kind),
                   reference, dt_schema_get_name (dt_node_get_kind (node)));
      return NULL;
    }

  old = get_existing_target (&path);
  depth = count_sections (&path) - (old != NULL && kind == DT_NODE_SECTION);
  if (!dt_plan_check_tree (node, depth, error))
    return NULL;

  if (old != NULL && dt_node_get_id (node) == NULL && dt_node_get_id (old) != NULL)
    named = dt_node_with_attribute (node, DT_ATTR_ID, dt_node_get_id (old));
  else
    named = dt_node_ref (node);
  settled = dt_plan_give_ids (named, dt_plan_get_root (self), old);

  if (kind == DT_NODE_FIELD)
    {
      guint level = path.n_nodes - 1;
      g_autoptr (DtNode) fields = dt_node_with_child (path.nodes[level - 1], path.indexes[level],
                                                      settled);

      if (!dt_plan_check_keys (fields, error))
        return NULL;
    }

  return dt_plan_take_root (put_target (&path, g_steal_pointer (&settled)));
}
