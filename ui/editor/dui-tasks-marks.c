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

#define TEXT_KEY "dui-doubts"

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

static gboolean
is_in (const DtNode *task,
       const DtNode *node)
{
  if (task == node)
    return TRUE;

  for (guint i = 0; i < dt_node_get_n_children (task); i++)
    if (dt_node_get_child (task, i) == node)
      return TRUE;

  return FALSE;
}

static int
find_row (const DuiTasksMarks *self,
          DtPlan *plan,
          const DtNode *node)
{
  for (guint i = 0; i < self->ids->len; i++)
    {
      const DtNode *task = dt_plan_find (plan, g_ptr_array_index (self->ids, i));

      if (task != NULL && is_in (task, node))
        return (int) i;
    }

  return -1;
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

static void
tell_cell (GtkWidget *cell,
           const char *text)
{
  if (cell == NULL || g_strcmp0 (gtk_widget_get_tooltip_text (cell), text) == 0)
    return;

  gtk_widget_set_tooltip_text (cell, text);
  if (text != NULL)
    gtk_widget_add_css_class (cell, "dui-doubtful");
  else
    gtk_widget_remove_css_class (cell, "dui-doubtful");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
}

static void
tell_number (GtkWidget *number,
             const char *text)
{
  if (number == NULL)
    return;

  gtk_widget_set_visible (gtk_widget_get_last_child (number), text != NULL);
  gtk_widget_set_tooltip_text (number, text);
  g_object_set_data_full (G_OBJECT (number), TEXT_KEY, g_strdup (text), g_free);
}

GtkWidget *
dui_tasks_marks_new_number (guint row)
{
  g_autofree char *text = g_strdup_printf ("%u", row + 1);
  GtkWidget *number = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_widget_add_css_class (number, "dui-cell");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (sign, "warning");
  gtk_widget_set_visible (sign, FALSE);
  gtk_box_append (GTK_BOX (number), label);
  gtk_box_append (GTK_BOX (number), sign);

  return number;
}

guint
dui_tasks_marks_fill (const DuiTasksMarks *self,
                      DtPlan *plan,
                      const DtProfile *profile)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (free_text);
  const guint stride = DUI_N_TASK_COLUMNS + 1;
  guint n = 0;

  /* The last of a row is of the whole row. */
  g_ptr_array_set_size (texts, (int) (self->ids->len * stride));
  dt_tasks_check (plan, profile, diagnostics);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const DtDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      const DtNode *node = dt_plan_find (plan, dt_diagnostic_get_node (diagnostic));
      int row = node != NULL ? find_row (self, plan, node) : -1;
      GString **first;

      if (row < 0)
        continue;
      first = (GString **) &g_ptr_array_index (texts, (guint) row * stride);
      add_text (first + find_column (diagnostic, node), dt_diagnostic_get_message (diagnostic));
      add_text (first + DUI_N_TASK_COLUMNS, dt_diagnostic_get_message (diagnostic));
    }

  for (guint row = 0; row < self->ids->len; row++)
    {
      GString **first = (GString **) &g_ptr_array_index (texts, row * stride);

      for (int column = 0; column < DUI_N_TASK_COLUMNS; column++)
        tell_cell (gtk_grid_get_child_at (self->grid, self->first_column + column, (int) row + 1),
                   first[column] != NULL ? first[column]->str : NULL);
      tell_number (gtk_grid_get_child_at (self->grid, 0, (int) row + 1),
                   first[DUI_N_TASK_COLUMNS] != NULL ? first[DUI_N_TASK_COLUMNS]->str : NULL);
      n += first[DUI_N_TASK_COLUMNS] != NULL;
    }

  return n;
}

const char *
dui_tasks_marks_get (const DuiTasksMarks *self,
                     int row)
{
  GtkWidget *number = row >= 0 ? gtk_grid_get_child_at (self->grid, 0, row + 1) : NULL;
  const char *text = number != NULL ? g_object_get_data (G_OBJECT (number), TEXT_KEY) : NULL;

  return text != NULL ? text : "";
}
