/* dui-tasks-drag.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "editor/dui-tasks-drag.h"

#include "common/dui-drag-text.h"
#include "common/dui-editable-text.h"
#include "editor/dui-tasks-row.h"

#include <glib/gi18n.h>

/* What a row knows; freed with its drop target. */
typedef struct
{
  GtkWidget *row; /* not owned: it owns us */
  DuiTasksMoveFunc move;
  gpointer user_data;
} Drag;

static GdkContentProvider *
prepare_cb (GtkWidget *row)
{
  return gdk_content_provider_new_typed (GTK_TYPE_WIDGET, row);
}

static void
begin_cb (GtkWidget *row,
          GdkDrag *drag)
{
  GtkWidget *work = dui_tasks_row_get_cell (DUI_TASKS_ROW (row), DUI_TASKS_FIRST_COLUMN + DUI_TASK_WORK);
  g_autofree char *text = dui_text_view_dup_text (GTK_TEXT_VIEW (work));

  dui_drag_show_text (drag, text);
}

static int
get_index (GtkWidget *row)
{
  int index = 0;

  while ((row = gtk_widget_get_prev_sibling (row)) != NULL)
    index++;

  return index;
}

static gboolean
is_below (GtkWidget *row,
          double y)
{
  return y > gtk_widget_get_height (row) / 2.0;
}

static void
leave_cb (GtkWidget *row)
{
  gtk_widget_remove_css_class (row, "dui-drop-above");
  gtk_widget_remove_css_class (row, "dui-drop-below");
}

/* Rows of another window are not of this table. */
static GtkWidget *
get_dragged (const GValue *value,
             GtkWidget *row)
{
  GtkWidget *dragged = value != NULL ? g_value_get_object (value) : NULL;

  return dragged != NULL && gtk_widget_get_parent (dragged) == gtk_widget_get_parent (row) ? dragged : NULL;
}

static GdkDragAction
motion_cb (GtkWidget *row,
           double x,
           double y,
           GtkDropTarget *target)
{
  leave_cb (row);
  if (get_dragged (gtk_drop_target_get_value (target), row) == NULL)
    return 0;

  gtk_widget_add_css_class (row, is_below (row, y) ? "dui-drop-below" : "dui-drop-above");
  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         Drag *drag)
{
  GtkWidget *dragged = get_dragged (value, drag->row);
  int from;
  int to;

  leave_cb (drag->row);
  if (dragged == NULL)
    return FALSE;

  from = get_index (dragged);
  to = get_index (drag->row) + is_below (drag->row, y);
  drag->move (drag->user_data, from, to > from ? to - 1 : to);

  return TRUE;
}

/* Public functions */

void
dui_tasks_drag_add (GtkWidget *row,
                    GtkWidget *handle,
                    DuiTasksMoveFunc move,
                    gpointer user_data)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_WIDGET, GDK_ACTION_MOVE);
  Drag *drag = g_new (Drag, 1);

  drag->row = row;
  drag->move = move;
  drag->user_data = user_data;
  g_object_set_data_full (G_OBJECT (target), "dui-drag", drag, g_free);
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_widget_set_tooltip_text (handle, _ ("Drag to move; Alt+Up and Alt+Down do the same"));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), row);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (begin_cb), row);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), row);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), row);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), drag);
  gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
}
