/* dui-outline-edit.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-outline"

#include "config.h"

#include "editor/dui-outline-edit.h"

#include "model/dt-schema.h"

#include <glib/gi18n.h>

/* Where a node stands among those of its kind. */
typedef struct
{
  DtNode *node;
  DtNode *parent;
  char *parent_reference;
  char *grandparent_reference;
  guint parent_position; /* of the parent among its siblings */
  int position;
  guint n_siblings;
  guint depth; /* how many sections it stands in */
} Spot;

static void
clear_spot (Spot *self)
{
  g_free (self->parent_reference);
  g_free (self->grandparent_reference);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Spot, clear_spot)

static guint
count_kind (const DtNode *parent,
            DtNodeKind kind,
            guint end)
{
  guint n = 0;

  for (guint i = 0; i < end; i++)
    n += dt_node_get_kind (dt_node_get_child (parent, i)) == kind;

  return n;
}

/* Fills @spot, innermost first, once the node is found. */
static gboolean
find_below (DtNode *parent,
            const char *reference,
            const char *id,
            guint depth,
            Spot *spot)
{
  for (guint i = 0; i < dt_node_get_n_children (parent); i++)
    {
      DtNode *child = dt_node_get_child (parent, i);
      DtNodeKind kind = dt_node_get_kind (child);
      gboolean found = g_strcmp0 (dt_node_get_id (child), id) == 0;
      g_autofree char *own = NULL;

      if (!found && dt_node_get_n_children (child) == 0)
        continue;
      if (found)
        {
          spot->node = child;
          spot->parent = parent;
          spot->parent_reference = g_strdup (reference);
          spot->position = (int) count_kind (parent, kind, i);
          spot->n_siblings = count_kind (parent, kind, dt_node_get_n_children (parent));
          spot->depth = depth;
          return TRUE;
        }

      own = dt_plan_child_reference (reference, child);
      if (!find_below (child, own, id, depth + (kind == DT_NODE_SECTION), spot))
        continue;
      if (spot->parent == child)
        {
          spot->grandparent_reference = g_strdup (reference);
          spot->parent_position = count_kind (parent, kind, i);
        }
      return TRUE;
    }

  return FALSE;
}

static gboolean
find_spot (DtPlan *plan,
           const char *reference,
           Spot *spot)
{
  return reference != NULL && find_below (dt_plan_get_root (plan), "plan", reference, 0, spot) &&
         (dt_node_get_kind (spot->node) == DT_NODE_SECTION || dt_node_get_kind (spot->node) == DT_NODE_ANNEX);
}

static guint
measure_depth (const DtNode *section)
{
  guint deepest = 0;

  for (guint i = 0; i < dt_node_get_n_children (section); i++)
    if (dt_node_get_kind (dt_node_get_child (section, i)) == DT_NODE_SECTION)
      deepest = MAX (deepest, measure_depth (dt_node_get_child (section, i)));

  return deepest + 1;
}

/* The sibling of the same kind at @position. */
static DtNode *
get_sibling (const Spot *spot,
             int position)
{
  int n = 0;

  for (guint i = 0; i < dt_node_get_n_children (spot->parent); i++)
    {
      DtNode *child = dt_node_get_child (spot->parent, i);

      if (dt_node_get_kind (child) == dt_node_get_kind (spot->node) && n++ == position)
        return child;
    }

  return NULL;
}

guint
dui_outline_list_verbs (DtPlan *plan,
                        const char *reference)
{
  g_auto (Spot) spot = { 0 };
  gboolean is_section;
  guint verbs;

  if (plan == NULL || !find_spot (plan, reference, &spot))
    return 0;

  is_section = dt_node_get_kind (spot.node) == DT_NODE_SECTION;
  verbs = 1u << DUI_OUTLINE_DUPLICATE | 1u << DUI_OUTLINE_REMOVE;
  if (spot.position > 0)
    verbs |= 1u << DUI_OUTLINE_MOVE_UP;
  if (spot.position + 1 < (int) spot.n_siblings)
    verbs |= 1u << DUI_OUTLINE_MOVE_DOWN;
  if (is_section && spot.position > 0 && spot.depth + 1 + measure_depth (spot.node) <= DT_SECTION_MAX_DEPTH)
    verbs |= 1u << DUI_OUTLINE_INDENT;
  if (is_section && dt_node_get_kind (spot.parent) == DT_NODE_SECTION)
    verbs |= 1u << DUI_OUTLINE_OUTDENT;

  return verbs;
}

static char *
get_id_at (DtPlan *plan,
           const char *parent,
           DtNodeKind kind,
           int position)
{
  DtNode *node = dt_plan_find (plan, parent);
  int n = 0;
  const char *last = NULL;

  for (guint i = 0; node != NULL && i < dt_node_get_n_children (node); i++)
    {
      DtNode *child = dt_node_get_child (node, i);

      if (dt_node_get_kind (child) != kind)
        continue;
      last = dt_node_get_id (child);
      if (n++ == position)
        break;
    }

  return g_strdup (last);
}

/* What is selected once @spot is gone: the next, the one before, or the parent. */
static char *
choose_neighbour (const Spot *spot)
{
  DtNode *next = get_sibling (spot, spot->position + 1);

  if (next == NULL && spot->position > 0)
    next = get_sibling (spot, spot->position - 1);
  if (next == NULL && dt_node_get_id (spot->parent) != NULL)
    next = spot->parent;

  return g_strdup (next != NULL ? dt_node_get_id (next) : "head");
}

DtPlan *
dui_outline_edit (DtPlan *plan,
                  const char *reference,
                  DuiOutlineVerb verb,
                  char **select,
                  GError **error)
{
  g_auto (Spot) spot = { 0 };
  DtPlan *edited = NULL;

  *select = NULL;
  if ((dui_outline_list_verbs (plan, reference) & (1u << verb)) == 0 || !find_spot (plan, reference, &spot))
    {
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED, _ ("this part cannot be moved that way"));
      return NULL;
    }

  switch (verb)
    {
    case DUI_OUTLINE_MOVE_UP:
      edited = dt_plan_move (plan, reference, spot.parent_reference, spot.position - 1, error);
      break;
    case DUI_OUTLINE_MOVE_DOWN:
      edited = dt_plan_move (plan, reference, spot.parent_reference, spot.position + 1, error);
      break;
    case DUI_OUTLINE_INDENT:
      edited = dt_plan_move (plan, reference, dt_node_get_id (get_sibling (&spot, spot.position - 1)), -1, error);
      break;
    case DUI_OUTLINE_OUTDENT:
      edited = dt_plan_move (plan, reference, spot.grandparent_reference, (int) spot.parent_position + 1, error);
      break;
    case DUI_OUTLINE_DUPLICATE:
      edited = dt_plan_insert (plan, spot.parent_reference, spot.position + 1, spot.node, error);
      break;
    case DUI_OUTLINE_REMOVE:
      edited = dt_plan_remove (plan, reference, error);
      break;
    case DUI_N_OUTLINE_VERBS:
    default:
      g_assert_not_reached ();
    }

  if (edited == NULL)
    return NULL;
  if (verb == DUI_OUTLINE_DUPLICATE)
    *select = get_id_at (edited, spot.parent_reference, dt_node_get_kind (spot.node), spot.position + 1);
  else if (verb == DUI_OUTLINE_REMOVE)
    *select = choose_neighbour (&spot);
  else
    *select = g_strdup (reference);

  return edited;
}

DtPlan *
dui_outline_edit_move (DtPlan *plan,
                       const char *reference,
                       const char *target,
                       DuiOutlinePlace place,
                       GError **error)
{
  g_auto (Spot) from = { 0 };
  g_auto (Spot) to = { 0 };
  int position;

  if (!find_spot (plan, reference, &from) || !find_spot (plan, target, &to) || from.node == to.node ||
      (place != DUI_OUTLINE_INTO && dt_node_get_kind (from.node) != dt_node_get_kind (to.node)))
    {
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED, _ ("this part cannot stand there"));
      return NULL;
    }
  if (place == DUI_OUTLINE_INTO)
    return dt_plan_move (plan, reference, target, -1, error);

  position = to.position + (place == DUI_OUTLINE_AFTER);
  if (g_str_equal (from.parent_reference, to.parent_reference) && from.position < position)
    position--;

  return dt_plan_move (plan, reference, to.parent_reference, position, error);
}

/* Where sections go when no section is selected. */
static const char *
get_home (DtPlan *plan,
          const char *target)
{
  if (g_strcmp0 (target, "attachment") == 0)
    return "attachment/sections";
  if (dt_plan_find (plan, "sections") == NULL && dt_plan_find (plan, "articles") != NULL &&
      dt_plan_find (plan, "attachment") != NULL)
    return "attachment/sections";

  return dt_plan_find (plan, "sections") == NULL && dt_plan_find (plan, "articles") != NULL ? "articles" : "sections";
}

DtPlan *
dui_outline_edit_insert (DtPlan *plan,
                         GPtrArray *nodes,
                         const char *target,
                         DuiOutlinePlace place,
                         char **select,
                         GError **error)
{
  g_auto (Spot) spot = { 0 };
  g_autofree char *parent = NULL;
  DtPlan *edited = dt_plan_ref (plan);
  int position = -1;

  *select = NULL;
  if (find_spot (plan, target, &spot))
    {
      gboolean into = place == DUI_OUTLINE_INTO || dt_node_get_kind (spot.node) == DT_NODE_ANNEX;

      parent = g_strdup (into ? target : spot.parent_reference);
      position = into ? -1 : spot.position + (place == DUI_OUTLINE_AFTER);
    }
  else
    parent = g_strdup (get_home (plan, target));

  for (guint i = 0; edited != NULL && i < nodes->len; i++)
    {
      DtNode *node = g_ptr_array_index (nodes, i);
      DtNodeKind kind = dt_node_get_kind (node);
      gboolean is_section = kind == DT_NODE_SECTION;
      const char *where = is_section ? parent : kind == DT_NODE_TASK ? "tasks"
                                                                     : "plan";
      DtPlan *next = dt_plan_insert (edited, where, is_section ? position : -1, node, error);

      if (next != NULL && *select == NULL && kind != DT_NODE_TASK)
        *select = get_id_at (next, where, kind, is_section && position >= 0 ? position : G_MAXINT);
      if (is_section && position >= 0)
        position++;
      dt_plan_unref (edited);
      edited = next;
    }

  return edited;
}
