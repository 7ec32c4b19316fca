/* dui-page-view-keys.c - keys of the page view
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-page-view"

#include "config.h"

#include "preview/dui-page-view-private.h"

#include "preview/dui-page-map.h"

/* Logical pixels that an arrow key moves. */
#define ARROW 60

/* (orientation, direction, how far: 0 an arrow, 1 a view, 2 all the way) */
static gboolean
move_cb (GtkWidget *widget,
         GVariant *args,
         gpointer user_data)
{
  DuiPageView *self = DUI_PAGE_VIEW (widget);
  gboolean across;
  int direction, reach;
  double pixels = ARROW;

  g_variant_get (args, "(bii)", &across, &direction, &reach);
  if (reach == 1)
    pixels = 0.9 * gtk_widget_get_height (GTK_WIDGET (self->canvas));
  else if (reach == 2)
    pixels = G_MAXINT;
  dui_page_canvas_scroll_by (self->canvas, across ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL,
                             direction * pixels);
  return GDK_EVENT_STOP;
}

static gboolean
turn_cb (GtkWidget *widget,
         GVariant *args,
         gpointer user_data)
{
  DuiPageView *self = DUI_PAGE_VIEW (widget);
  int page = (int) dui_page_view_get_page (self) + g_variant_get_int32 (args);

  dui_page_view_set_page (self, (guint) MAX (page, 1));
  return GDK_EVENT_STOP;
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant *args,
         gpointer user_data)
{
  DuiPageView *self = DUI_PAGE_VIEW (widget);
  int direction = g_variant_get_int32 (args);

  if (direction > 0)
    dui_page_view_zoom_in (self);
  else if (direction < 0)
    dui_page_view_zoom_out (self);
  else
    dui_page_view_set_zoom (self, 1.0);
  return GDK_EVENT_STOP;
}

/* The place that is marked, or the first text of the page one reads. */
static gboolean
activate_cb (GtkWidget *widget,
             GVariant *args,
             gpointer user_data)
{
  DuiPageView *self = DUI_PAGE_VIEW (widget);
  DtPages *pages = dui_page_canvas_get_pages (self->canvas);
  g_autofree char *node = g_strdup (self->node);
  guint offset = self->offset;

  if (pages == NULL || dt_pages_get_n_pages (pages) == 0)
    return GDK_EVENT_PROPAGATE;
  if (node == NULL && !dui_page_map_find_first (pages, dui_page_canvas_get_page (self->canvas), &node, &offset))
    return GDK_EVENT_STOP;

  g_signal_emit_by_name (self, "place-activated", node, offset);
  return GDK_EVENT_STOP;
}

static const struct
{
  guint key;
  GdkModifierType modifiers;
  gboolean across;
  int direction;
  int reach;
} moves[] = {
  { GDK_KEY_Up, 0, FALSE, -1, 0 },
  { GDK_KEY_KP_Up, 0, FALSE, -1, 0 },
  { GDK_KEY_Down, 0, FALSE, 1, 0 },
  { GDK_KEY_KP_Down, 0, FALSE, 1, 0 },
  { GDK_KEY_Left, 0, TRUE, -1, 0 },
  { GDK_KEY_KP_Left, 0, TRUE, -1, 0 },
  { GDK_KEY_Right, 0, TRUE, 1, 0 },
  { GDK_KEY_KP_Right, 0, TRUE, 1, 0 },
  { GDK_KEY_Page_Up, 0, FALSE, -1, 1 },
  { GDK_KEY_KP_Page_Up, 0, FALSE, -1, 1 },
  { GDK_KEY_space, GDK_SHIFT_MASK, FALSE, -1, 1 },
  { GDK_KEY_Page_Down, 0, FALSE, 1, 1 },
  { GDK_KEY_KP_Page_Down, 0, FALSE, 1, 1 },
  { GDK_KEY_space, 0, FALSE, 1, 1 },
  { GDK_KEY_Home, 0, FALSE, -1, 2 },
  { GDK_KEY_KP_Home, 0, FALSE, -1, 2 },
  { GDK_KEY_End, 0, FALSE, 1, 2 },
  { GDK_KEY_KP_End, 0, FALSE, 1, 2 },
};

static const struct
{
  guint key;
  int direction;
} zoom_keys[] = {
  { GDK_KEY_plus, 1 },
  { GDK_KEY_equal, 1 },
  { GDK_KEY_KP_Add, 1 },
  { GDK_KEY_minus, -1 },
  { GDK_KEY_KP_Subtract, -1 },
  { GDK_KEY_0, 0 },
  { GDK_KEY_KP_0, 0 },
};

void
dui_page_view_install_keys (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    gtk_widget_class_add_binding (widget_class, moves[i].key, moves[i].modifiers, move_cb, "(bii)",
                                  moves[i].across, moves[i].direction, moves[i].reach);
  for (guint i = 0; i < G_N_ELEMENTS (zoom_keys); i++)
    gtk_widget_class_add_binding (widget_class, zoom_keys[i].key, GDK_CONTROL_MASK, zoom_cb, "i", zoom_keys[i].direction);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, turn_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Up, GDK_CONTROL_MASK, turn_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, turn_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Down, GDK_CONTROL_MASK, turn_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
}
