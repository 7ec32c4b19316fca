/* dui-form-factory.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "editor/dui-form-factory.h"

#include "editor/dui-annex-page.h"
#include "editor/dui-bases-page.h"
#include "editor/dui-closing-page.h"
#include "editor/dui-fields-page.h"
#include "editor/dui-head-page.h"
#include "editor/dui-section-page.h"
#include "editor/dui-tasks-page.h"

#include <string.h>

/* The part that stands for what is below a node of each kind; sections and annexes stand for themselves. */
static const struct
{
  DtNodeKind kind;
  const char *part;
} parts[] = {
  { DT_NODE_HEAD, "head" },
  { DT_NODE_FIELDS, "fields" },
  { DT_NODE_BASES, "bases" },
  { DT_NODE_OPENING, "bases" },
  { DT_NODE_CLOSING, "recipients" },
  { DT_NODE_RECIPIENTS, "recipients" },
  { DT_NODE_SIGNATURE, "recipients" },
  { DT_NODE_ATTACHMENT, "attachment" },
  { DT_NODE_TASKS, "tasks" },
};

GType
dui_form_page_type_for (DtPlan *plan,
                        const char *part)
{
  DtNode *node = plan != NULL ? dt_plan_find (plan, part) : NULL;

  if (g_str_equal (part, "head") || g_str_equal (part, "plan"))
    return DUI_TYPE_HEAD_PAGE;
  if (g_str_equal (part, "fields"))
    return DUI_TYPE_FIELDS_PAGE;
  if (g_str_equal (part, "bases"))
    return DUI_TYPE_BASES_PAGE;
  if (g_str_equal (part, "tasks"))
    return DUI_TYPE_TASKS_PAGE;
  if (g_str_equal (part, "recipients") || g_str_equal (part, "signature") || g_str_equal (part, "closing"))
    return DUI_TYPE_CLOSING_PAGE;
  if (g_str_equal (part, "attachment") || (node != NULL && dt_node_get_kind (node) == DT_NODE_ANNEX))
    return DUI_TYPE_ANNEX_PAGE;
  if (plan == NULL && part[0] == 'a' && g_ascii_isdigit (part[1]))
    return DUI_TYPE_ANNEX_PAGE;

  return DUI_TYPE_SECTION_PAGE;
}

DuiFormPage *
dui_form_page_new_for (DuiEngine *engine,
                       const char *part)
{
  return g_object_new (dui_form_page_type_for (NULL, part), "engine", engine, NULL);
}

/* Whether @target is @node or below it; @part is set to the innermost part on the way. */
static gboolean
find_part (DtNode *node,
           const DtNode *target,
           char **part)
{
  DtNodeKind kind = dt_node_get_kind (node);
  gboolean found = node == target;

  for (guint i = 0; !found && i < dt_node_get_n_children (node); i++)
    found = find_part (dt_node_get_child (node, i), target, part);
  if (!found || *part != NULL)
    return found;

  if (kind == DT_NODE_SECTION || kind == DT_NODE_ANNEX)
    *part = g_strdup (dt_node_get_id (node));
  for (guint i = 0; *part == NULL && i < G_N_ELEMENTS (parts); i++)
    if (parts[i].kind == kind)
      *part = g_strdup (parts[i].part);

  return TRUE;
}

/* The closing of an attachment is edited with the attachment. */
static gboolean
is_in_attachment (const char *reference)
{
  return g_str_has_prefix (reference, "attachment/") && !g_str_has_prefix (reference, "attachment/sections");
}

char *
dui_form_dup_part (DtPlan *plan,
                   const char *reference)
{
  g_autofree char *top = g_strndup (reference, strcspn (reference, "/"));
  DtNode *node = dt_plan_find (plan, reference);
  char *part = NULL;

  if (is_in_attachment (reference))
    return g_strdup ("attachment");
  if (node == NULL)
    node = dt_plan_find (plan, top);
  if (node != NULL && node != dt_plan_get_root (plan) && find_part (dt_plan_get_root (plan), node, &part) && part != NULL)
    return part;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].part, top))
      return g_strdup (top);

  return g_strdup (g_str_equal (top, "opening") ? "bases" : g_str_equal (top, "closing") || g_str_equal (top, "signature") ? "recipients"
                                                                                                                           : "head");
}

static char *
find_change (DtNode *old,
             DtNode *now,
             const char *reference)
{
  guint n_old = dt_node_get_n_children (old);
  guint n_now = dt_node_get_n_children (now);

  for (guint i = 0; i < n_now; i++)
    {
      DtNode *child = dt_node_get_child (now, i);
      DtNode *before = i < n_old ? dt_node_get_child (old, i) : NULL;
      g_autofree char *own = NULL;

      if (before == child || (before != NULL && dt_node_equal (before, child)))
        continue;

      own = dt_plan_child_reference (reference, child);
      if (before == NULL || dt_node_get_kind (before) != dt_node_get_kind (child) ||
          g_strcmp0 (dt_node_get_id (before), dt_node_get_id (child)) != 0)
        return n_old > n_now ? g_strdup (reference) : g_steal_pointer (&own);

      return find_change (before, child, own);
    }

  return g_strdup (reference);
}

char *
dui_form_find_change (DtPlan *old,
                      DtPlan *plan)
{
  if (old == plan || dt_plan_equal (old, plan))
    return NULL;

  return find_change (dt_plan_get_root (old), dt_plan_get_root (plan), "plan");
}
