/* dui-tasks-drag.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "editor/dui-tasks-drag.h"

#include <glib/gi18n.h>

/* What a label knows; freed with its drop target. */
typedef struct
{
  GtkGrid *grid;
  DuiTasksMoveFunc move;
  gpointer user_data;
} Drag;

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double x,
            double y,
            GtkWidget *number)
{
  return gdk_content_provider_new_typed (GTK_TYPE_LABEL, number);
}

static gboolean
is_below (GtkWidget *number,
          double y)
{
  return y > gtk_widget_get_height (number) / 2.0;
}

static void
leave_cb (GtkDropTarget *target)
{
  GtkWidget *under = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  gtk_widget_remove_css_class (under, "dui-drop-above");
  gtk_widget_remove_css_class (under, "dui-drop-below");
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double x,
           double y)
{
  GtkWidget *under = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  leave_cb (target);
  gtk_widget_add_css_class (under, is_below (under, y) ? "dui-drop-below" : "dui-drop-above");
  return GDK_ACTION_MOVE;
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         Drag *drag)
{
  GtkWidget *dragged = g_value_get_object (value);
  GtkWidget *under = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  int from;
  int to;

  leave_cb (target);
  if (dragged == NULL || gtk_widget_get_parent (dragged) != GTK_WIDGET (drag->grid))
    return FALSE;

  gtk_grid_query_child (drag->grid, dragged, NULL, &from, NULL, NULL);
  gtk_grid_query_child (drag->grid, under, NULL, &to, NULL, NULL);
  to += is_below (under, y);
  drag->move (drag->user_data, from - 1, (to > from ? to - 1 : to) - 1);

  return TRUE;
}

void
dui_tasks_drag_add (GtkWidget *number,
                    GtkGrid *grid,
                    DuiTasksMoveFunc move,
                    gpointer user_data)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (GTK_TYPE_LABEL, GDK_ACTION_MOVE);
  Drag *drag = g_new (Drag, 1);

  drag->grid = grid;
  drag->move = move;
  drag->user_data = user_data;
  g_object_set_data_full (G_OBJECT (target), "dui-drag", drag, g_free);
  gtk_widget_set_cursor_from_name (number, "grab");
  gtk_widget_set_tooltip_text (number, _ ("Drag to move; Alt+Up and Alt+Down do the same"));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), number);
  gtk_widget_add_controller (number, GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), NULL);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), drag);
  gtk_widget_add_controller (number, GTK_EVENT_CONTROLLER (target));
}
