/* dui-place.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "window/dui-place.h"

#include <string.h>

/* Parts that stand once, and the form that shows them. */
static const struct
{
  const char *name;
  const char *part;
} parts[] = {
  { "head", "head" },
  { "fields", "fields" },
  { "bases", "bases" },
  { "opening", "bases" },
  { "tasks", "tasks" },
  { "closing", "recipients" },
  { "recipients", "recipients" },
  { "signature", "recipients" },
  { "attachment", "attachment" },
};

static const char *
find_part_of_kind (DtNodeKind kind)
{
  /* Only what has an id of its own; the others begin with the name of their part. */
  if (kind == DT_NODE_FIELD)
    return "fields";
  if (kind == DT_NODE_ADDRESSEE)
    return "head";
  if (kind == DT_NODE_BASIS)
    return "bases";
  if (kind == DT_NODE_RECIPIENT || kind == DT_NODE_CAPACITY)
    return "recipients";
  if (kind == DT_NODE_TASK || kind == DT_NODE_LEAD || kind == DT_NODE_PARTNER)
    return "tasks";

  return NULL;
}

/**
 * dui_place_find_part:
 * @plan: a plan
 * @reference: a node
 *
 * Finds the part of the outline in which a node is edited.
 *
 * Returns: (transfer full): a reference; the head if there is no such node
 */
char *
dui_place_find_part (DtPlan *plan,
                     const char *reference)
{
  /* The field of an attribute bears the name of its node. */
  g_autofree char *first = g_strndup (reference, strcspn (reference, "/@"));
  DtNode *node;
  const char *part;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (strcmp (parts[i].name, first) == 0)
        return g_strdup (parts[i].part);
    }

  node = dt_plan_find (plan, first);
  if (node == NULL)
    return g_strdup ("head");

  part = find_part_of_kind (dt_node_get_kind (node));
  return part != NULL ? g_strdup (part) : g_steal_pointer (&first);
}

static guint
count_in_text (const char *text)
{
  guint n = 0;
  gboolean inside = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      gboolean blank = *p == ' ' || *p == '\n' || *p == '\t';

      n += !blank && !inside;
      inside = !blank;
    }

  return n;
}

static guint
count_in_node (const DtNode *node)
{
  const char *text = dt_node_get_text (node);
  guint n = text != NULL ? count_in_text (text) : 0;

  /* Why a finding is ignored is written beside the plan, not in it. */
  if (dt_node_get_kind (node) == DT_NODE_IGNORED)
    return 0;
  /* The schema bounds the depth. */
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    n += count_in_node (dt_node_get_child (node, i));

  return n;
}

guint
dui_place_count_words (DtPlan *plan)
{
  return count_in_node (dt_plan_get_root (plan));
}
