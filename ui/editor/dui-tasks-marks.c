/* dui-tasks-marks.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-tasks-page"

#include "config.h"

#include "editor/dui-tasks-marks.h"

#include "base/dt-diagnostic.h"
#include "editor/dui-tasks-edit.h"
#include "template/dt-tasks.h"

#include <string.h>

/* The cell a finding is about. */
static DuiTaskColumn
find_column (const DtDiagnostic *diagnostic,
             const DtNode *node)
{
  static const struct
  {
    const char *code;
    DuiTaskColumn column;
  } columns[] = {
    { DT_TASKS_NO_WORK, DUI_TASK_WORK },
    { DT_TASKS_NO_LEAD, DUI_TASK_LEAD },
    { DT_TASKS_NO_DEADLINE, DUI_TASK_DEADLINE },
    { DT_TASKS_NO_PRODUCT, DUI_TASK_PRODUCT },
    { DT_TASKS_OWN_PARTNER, DUI_TASK_PARTNERS },
    { DT_TASKS_OUTSIDE, DUI_TASK_DEADLINE },
    { DT_TASKS_BACKWARDS, DUI_TASK_DEADLINE },
    { DT_TASKS_IMPOSSIBLE, DUI_TASK_DEADLINE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (strcmp (columns[i].code, dt_diagnostic_get_code (diagnostic)) == 0)
      return columns[i].column;

  return dt_node_get_kind (node) == DT_NODE_PARTNER ? DUI_TASK_PARTNERS : DUI_TASK_LEAD;
}

/* Of every task and what it holds, the number of its row, from 1. */
static GHashTable *
index_rows (GPtrArray *rows,
            DtPlan *plan)
{
  GHashTable *index = g_hash_table_new (NULL, NULL);

  for (guint row = 0; row < rows->len; row++)
    {
      const DtNode *task = dt_plan_find (plan, dui_tasks_row_get_id (g_ptr_array_index (rows, row)));

      if (task == NULL)
        continue;
      g_hash_table_insert (index, (gpointer) task, GUINT_TO_POINTER (row + 1));
      for (guint i = 0; i < dt_node_get_n_children (task); i++)
        g_hash_table_insert (index, dt_node_get_child (task, i), GUINT_TO_POINTER (row + 1));
    }

  return index;
}

/* Puts @more behind what is there. */
static void
add_text (GString **text,
          const char *more)
{
  if (*text == NULL)
    *text = g_string_new (NULL);
  if ((*text)->len > 0)
    g_string_append (*text, "; ");
  g_string_append (*text, more);
}

static void
free_text (gpointer text)
{
  if (text != NULL)
    g_string_free (text, TRUE);
}

static const char *
get_text (const GString *text)
{
  return text != NULL ? text->str : NULL;
}

static gboolean
show (DuiTasksRow *row,
      GString *const *texts)
{
  const char *doubts[DUI_N_TASK_COLUMNS];

  for (int column = 0; column < DUI_N_TASK_COLUMNS; column++)
    doubts[column] = get_text (texts[column]);
  dui_tasks_row_set_doubts (row, doubts, get_text (texts[DUI_N_TASK_COLUMNS]));

  return texts[DUI_N_TASK_COLUMNS] != NULL;
}

guint
dui_tasks_marks_fill (GPtrArray *rows,
                      DtPlan *plan,
                      const DtProfile *profile)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (free_text);
  g_autoptr (GHashTable) index = index_rows (rows, plan);
  const guint stride = DUI_N_TASK_COLUMNS + 1;
  guint n = 0;

  /* The last of a row is of the whole row. */
  g_ptr_array_set_size (texts, (int) (rows->len * stride));
  dt_tasks_check (plan, profile, diagnostics);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const DtDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      const DtNode *node = dt_plan_find (plan, dt_diagnostic_get_node (diagnostic));
      guint row = node != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (index, node)) : 0;
      GString **first;

      if (row == 0)
        continue;
      first = (GString **) &g_ptr_array_index (texts, (row - 1) * stride);
      add_text (first + find_column (diagnostic, node), dt_diagnostic_get_message (diagnostic));
      add_text (first + DUI_N_TASK_COLUMNS, dt_diagnostic_get_message (diagnostic));
    }

  for (guint row = 0; row < rows->len; row++)
    n += show (g_ptr_array_index (rows, row), (GString **) &g_ptr_array_index (texts, row * stride));

  return n;
}
