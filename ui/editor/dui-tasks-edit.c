/* dui-tasks-edit.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-tasks-page"

#include "config.h"

#include "editor/dui-tasks-edit.h"

#include "text/dt-date.h"
#include "text/dt-text.h"

#include <string.h>

static const DtNodeKind kinds[DUI_N_TASK_COLUMNS] = {
  [DUI_TASK_WORK] = DT_NODE_WORK,
  [DUI_TASK_LEAD] = DT_NODE_LEAD,
  [DUI_TASK_PARTNERS] = DT_NODE_PARTNER,
  [DUI_TASK_DEADLINE] = DT_NODE_DEADLINE,
  [DUI_TASK_PRODUCT] = DT_NODE_PRODUCT,
};

static gboolean
is_list (DuiTaskColumn column)
{
  return column == DUI_TASK_LEAD || column == DUI_TASK_PARTNERS;
}

static char *
join_cell (const DtNode *task,
           DuiTaskColumn column)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; task != NULL && i < dt_node_get_n_children (task); i++)
    {
      DtNode *child = dt_node_get_child (task, i);

      if (dt_node_get_kind (child) == kinds[column])
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", dt_node_get_text (child));
    }

  return g_string_free (text, FALSE);
}

char *
dui_task_get_cell (DtPlan *plan,
                   const char *id,
                   DuiTaskColumn column)
{
  return join_cell (dt_plan_find (plan, id), column);
}

DtPlan *
dui_task_set_cell (DtPlan *plan,
                   const char *id,
                   DuiTaskColumn column,
                   const char *text,
                   GError **error)
{
  DtNode *task = dt_plan_find (plan, id);
  g_auto (GStrv) items = is_list (column) ? g_strsplit (text, ";", -1) : g_strsplit (text, "\n", 1);
  g_autoptr (DtNode) changed = NULL;

  if (task == NULL)
    {
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_FOUND, "%s", id);
      return NULL;
    }

  changed = dt_node_ref (task);
  for (guint i = dt_node_get_n_children (changed); i > 0; i--)
    if (dt_node_get_kind (dt_node_get_child (changed, i - 1)) == kinds[column])
      {
        DtNode *less = dt_node_with_child_removed (changed, i - 1);

        dt_node_unref (changed);
        changed = less;
      }
  for (guint i = 0; items[i] != NULL; i++)
    {
      const char *item = is_list (column) ? g_strstrip (items[i]) : items[i];
      g_autoptr (DtNode) child = dt_node_new_text (kinds[column], item);
      DtNode *more;

      if (*item == '\0')
        continue;
      more = dt_node_with_child_added (changed, child);
      dt_node_unref (changed);
      changed = more;
    }

  return dt_plan_replace (plan, id, changed, error);
}

/* What rows are compared by: a day as YYYY-MM-DD, before all words. */
static char *
make_key (const DtNode *task,
          DuiTaskColumn column)
{
  g_autofree char *text = join_cell (task, column);
  DtDate date;

  if (column == DUI_TASK_DEADLINE)
    for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
      if ((p == text || p[-1] == ' ') && dt_date_scan (p, strlen (p), &date) > 0)
        {
          g_autofree char *day = dt_date_format_iso (date);

          return g_strconcat ("0", day, NULL);
        }

  return *text == '\0' ? g_strdup ("2") : g_strconcat ("1", text, NULL);
}

static int
compare_keys (gconstpointer a,
              gconstpointer b,
              gpointer keys)
{
  const char *one = g_hash_table_lookup (keys, *(gconstpointer *) a);
  const char *two = g_hash_table_lookup (keys, *(gconstpointer *) b);
  g_autofree char *fold_one = dt_text_fold (one);
  g_autofree char *fold_two = dt_text_fold (two);

  return strcmp (fold_one, fold_two);
}

DtPlan *
dui_tasks_sort (DtPlan *plan,
                DuiTaskColumn column,
                GError **error)
{
  DtNode *tasks = dt_plan_find (plan, "tasks");
  g_autoptr (GHashTable) keys = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (DtNode) changed = NULL;

  if (tasks == NULL)
    return dt_plan_ref (plan);

  for (guint i = 0; i < dt_node_get_n_children (tasks); i++)
    {
      DtNode *task = dt_node_get_child (tasks, i);

      g_ptr_array_add (sorted, task);
      g_hash_table_insert (keys, task, make_key (task, column));
    }
  g_ptr_array_sort_with_data (sorted, compare_keys, keys);
  changed = dt_node_with_children (tasks, (DtNode *const *) sorted->pdata, sorted->len);

  return dt_plan_replace (plan, "tasks", changed, error);
}

static gboolean
shows_tasks (const DtNode *node)
{
  return g_strcmp0 (dt_node_get_attribute (node, DT_ATTR_SOURCE), "tasks") == 0;
}

const char *
dui_tasks_find_annex (DtPlan *plan)
{
  DtNode *root = dt_plan_get_root (plan);

  for (guint i = 0; i < dt_node_get_n_children (root); i++)
    if (dt_node_get_kind (dt_node_get_child (root, i)) == DT_NODE_ANNEX && shows_tasks (dt_node_get_child (root, i)))
      return dt_node_get_id (dt_node_get_child (root, i));

  return NULL;
}

static const char *
find_section (const DtNode *node)
{
  const char *found = NULL;

  if (dt_node_get_kind (node) == DT_NODE_SECTION && shows_tasks (node))
    return dt_node_get_id (node);
  for (guint i = 0; found == NULL && i < dt_node_get_n_children (node); i++)
    found = find_section (dt_node_get_child (node, i));

  return found;
}

const char *
dui_tasks_find_section (DtPlan *plan)
{
  return find_section (dt_plan_get_root (plan));
}

DtPlan *
dui_tasks_set_annex (DtPlan *plan,
                     gboolean wanted,
                     GError **error)
{
  const char *id = dui_tasks_find_annex (plan);
  const DtAttributeValue attributes[] = { { DT_ATTR_SOURCE, "tasks" }, { DT_ATTR_ORIENTATION, "landscape" } };
  g_autoptr (DtNode) title = dt_node_new_text (DT_NODE_TITLE, "Phân công nhiệm vụ");
  g_autoptr (DtNode) annex = NULL;

  if ((id != NULL) == wanted)
    return dt_plan_ref (plan);
  if (!wanted)
    return dt_plan_remove (plan, id, error);

  annex = dt_node_new_full (DT_NODE_ANNEX, 0, NULL, attributes, G_N_ELEMENTS (attributes), &title, 1);
  return dt_plan_insert (plan, "plan", -1, annex, error);
}

/* The last section of the plan that is called so. */
static const char *
find_titled (DtPlan *plan,
             const char *parent)
{
  DtNode *sections = dt_plan_find (plan, parent);
  const char *found = NULL;

  for (guint i = 0; sections != NULL && i < dt_node_get_n_children (sections); i++)
    {
      const char *title = dt_node_get_child_text (dt_node_get_child (sections, i), DT_NODE_TITLE);
      g_autofree char *folded = dt_text_fold (title != NULL ? title : "");

      if (strstr (folded, "to chuc thuc hien") != NULL)
        found = dt_node_get_id (dt_node_get_child (sections, i));
    }

  return found;
}

DtPlan *
dui_tasks_set_section (DtPlan *plan,
                       gboolean wanted,
                       GError **error)
{
  const char *id = dui_tasks_find_section (plan);
  const char *parent = dt_plan_find (plan, "attachment") != NULL ? "attachment/sections" : "sections";
  const DtAttributeValue source = { DT_ATTR_SOURCE, "tasks" };
  g_autoptr (DtNode) title = dt_node_new_text (DT_NODE_TITLE, "Tổ chức thực hiện");
  g_autoptr (DtNode) section = NULL;

  if ((id != NULL) == wanted)
    return dt_plan_ref (plan);
  if (!wanted)
    return dt_plan_set_attribute (plan, id, DT_ATTR_SOURCE, "", error);

  id = find_titled (plan, parent);
  if (id != NULL)
    return dt_plan_set_attribute (plan, id, DT_ATTR_SOURCE, "tasks", error);

  section = dt_node_new_full (DT_NODE_SECTION, 0, NULL, &source, 1, &title, 1);
  return dt_plan_insert (plan, parent, -1, section, error);
}
