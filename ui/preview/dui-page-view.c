/* dui-page-view.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-page-view"

#include "config.h"

#include "preview/dui-page-view-private.h"

#include "preview/dui-page-map.h"
#include "preview/dui-page-strip.h"

#include <glib/gi18n.h>
#include <math.h>

/* One notch of the wheel. */
#define WHEEL_ZOOM 1.1

static const double zooms[] = { 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0, 5.0 };

enum
{
  PROP_0,
  PROP_PAGINATOR,
  PROP_ZOOM,
  PROP_FIT_WIDTH,
  PROP_PAGE,
  PROP_N_PAGES,
  N_PROPS
};

enum
{
  SIGNAL_PLACE_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiPageView, dui_page_view, GTK_TYPE_WIDGET)

/* --- The place that is being written --- */

static void
mark_place (DuiPageView *self)
{
  DtPages *pages = dui_page_canvas_get_pages (self->canvas);
  DuiSpot spot = { 0 };
  gboolean found = pages != NULL && self->node != NULL && dui_page_map_find (pages, self->node, self->offset, &spot);
  DtRect line;
  guint page;

  dui_page_canvas_set_mark (self->canvas, found ? spot.block : NULL);
  if (found && self->follows && dui_page_map_find_line (pages, &spot, &page, &line))
    dui_page_canvas_scroll_to_area (self->canvas, page, &line);
}

static void
scrolled_cb (DuiPageView *self)
{
  self->follows = FALSE;
}

/* In a view of another width, or one that was hidden, the place lies elsewhere. */
static void
keep_place_in_view (DuiPageView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->canvas));

  if (width == self->followed_width)
    return;

  self->followed_width = width;
  if (self->follows)
    mark_place (self);
}

/* --- What others are told --- */

static void
layout_changed_cb (DuiPageView *self)
{
  GObject *object = G_OBJECT (self);
  double zoom = dui_page_view_get_zoom (self);
  gboolean fit_width = dui_page_view_get_fit_width (self);
  guint page = dui_page_view_get_page (self);
  guint n_pages = dui_page_view_get_n_pages (self);

  g_object_freeze_notify (object);
  if (self->zoom != zoom)
    g_object_notify_by_pspec (object, properties[PROP_ZOOM]);
  if (self->fit_width != fit_width)
    g_object_notify_by_pspec (object, properties[PROP_FIT_WIDTH]);
  if (self->page != page)
    g_object_notify_by_pspec (object, properties[PROP_PAGE]);
  if (self->n_pages != n_pages)
    g_object_notify_by_pspec (object, properties[PROP_N_PAGES]);
  self->zoom = zoom;
  self->fit_width = fit_width;
  self->page = page;
  self->n_pages = n_pages;
  g_object_thaw_notify (object);
}

static gboolean
tell_cb (gpointer user_data)
{
  DuiPageView *self = user_data;

  self->told_soon = 0;
  layout_changed_cb (self);
  keep_place_in_view (self);
  return G_SOURCE_REMOVE;
}

/* Who is told may ask for another size, which nobody can while sizes are given out. */
static void
canvas_changed_cb (DuiPageView *self)
{
  if (self->told_soon == 0)
    self->told_soon = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tell_cb, self, NULL);
}

static void
pages_changed_cb (DuiPageView *self)
{
  dui_page_canvas_set_pages (self->canvas, self->paginator != NULL ? dui_paginator_get_pages (self->paginator) : NULL);
  mark_place (self);
  layout_changed_cb (self);
}

/* --- Mouse --- */

static gboolean
locate (DuiPageView *self,
        double x,
        double y,
        char **node,
        guint *offset)
{
  DtLength paper_x, paper_y;
  guint page;

  return dui_page_canvas_pick (self->canvas, x, y, &page, &paper_x, &paper_y) &&
         dui_page_map_locate (dui_page_canvas_get_pages (self->canvas), page, paper_x, paper_y, node, offset);
}

static void
released_cb (DuiPageView *self,
             int n_press,
             double x,
             double y,
             GtkGestureClick *gesture)
{
  g_autofree char *node = NULL;
  guint offset;

  if (n_press != 1 || !locate (self, x, y, &node, &offset))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, signals[SIGNAL_PLACE_ACTIVATED], 0, node, offset);
}

static void
motion_cb (DuiPageView *self,
           double x,
           double y)
{
  g_autofree char *node = NULL;
  guint offset;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->canvas), locate (self, x, y, &node, &offset) ? "pointer" : NULL);
}

static void
zoom_around_pointer (DuiPageView *self,
                     double zoom,
                     GtkEventController *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (controller);
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  double x = gtk_widget_get_width (GTK_WIDGET (self->canvas)) / 2.0;
  double y = gtk_widget_get_height (GTK_WIDGET (self->canvas)) / 2.0;
  double left, top, event_x, event_y;

  if (event != NULL && native != NULL && gdk_event_get_position (event, &event_x, &event_y))
    {
      gtk_native_get_surface_transform (native, &left, &top);
      gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self->canvas),
                                        event_x - left, event_y - top, &x, &y);
    }
  dui_page_canvas_set_zoom (self->canvas, zoom, x, y);
}

static gboolean
scroll_cb (DuiPageView *self,
           double dx,
           double dy,
           GtkEventController *controller)
{
  if ((gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  zoom_around_pointer (self, dui_page_view_get_zoom (self) * pow (WHEEL_ZOOM, -dy), controller);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (DuiPageView *self)
{
  self->pinch_zoom = dui_page_view_get_zoom (self);
}

static void
pinch_cb (DuiPageView *self,
          double scale,
          GtkGesture *gesture)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    dui_page_canvas_set_zoom (self->canvas, self->pinch_zoom * scale, x, y);
}

static void
add_controllers (DuiPageView *self)
{
  GtkWidget *canvas = GTK_WIDGET (self->canvas);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (canvas, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (canvas, motion);
  gtk_widget_add_controller (self->scroller, scroll);
}

/* --- Object --- */

static void
dui_page_view_dispose (GObject *object)
{
  DuiPageView *self = DUI_PAGE_VIEW (object);

  g_clear_handle_id (&self->told_soon, g_source_remove);
  if (self->paginator != NULL)
    g_signal_handlers_disconnect_by_data (self->paginator, self);
  g_clear_object (&self->paginator);
  if (self->scroller != NULL)
    g_signal_handlers_disconnect_by_data (self->canvas, self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->canvas);
  g_clear_pointer (&self->node, g_free);

  G_OBJECT_CLASS (dui_page_view_parent_class)->dispose (object);
}

static void
dui_page_view_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  DuiPageView *self = DUI_PAGE_VIEW (object);

  switch (prop_id)
    {
    case PROP_PAGINATOR:
      g_value_set_object (value, self->paginator);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, dui_page_view_get_zoom (self));
      break;
    case PROP_FIT_WIDTH:
      g_value_set_boolean (value, dui_page_view_get_fit_width (self));
      break;
    case PROP_PAGE:
      g_value_set_uint (value, dui_page_view_get_page (self));
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, dui_page_view_get_n_pages (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dui_page_view_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  DuiPageView *self = DUI_PAGE_VIEW (object);

  switch (prop_id)
    {
    case PROP_PAGINATOR:
      dui_page_view_set_paginator (self, g_value_get_object (value));
      break;
    case PROP_ZOOM:
      dui_page_view_set_zoom (self, g_value_get_double (value));
      break;
    case PROP_FIT_WIDTH:
      dui_page_view_set_fit_width (self, g_value_get_boolean (value));
      break;
    case PROP_PAGE:
      dui_page_view_set_page (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dui_page_view_class_init (DuiPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = dui_page_view_dispose;
  object_class->get_property = dui_page_view_get_property;
  object_class->set_property = dui_page_view_set_property;

  properties[PROP_PAGINATOR] = g_param_spec_object ("paginator", NULL, NULL, DUI_TYPE_PAGINATOR, flags);
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, DUI_ZOOM_MIN, DUI_ZOOM_MAX, 1.0, flags);
  properties[PROP_FIT_WIDTH] = g_param_spec_boolean ("fit-width", NULL, NULL, TRUE, flags);
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_PLACE_ACTIVATED] =
    g_signal_new ("place-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pageview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  dui_page_view_install_keys (widget_class);
}

static void
dui_page_view_init (DuiPageView *self)
{
  self->fit_width = TRUE;
  self->zoom = 1.0;
  self->canvas = g_object_ref_sink (DUI_PAGE_CANVAS (dui_page_canvas_new ()));
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->canvas));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Pages"), -1);
  g_signal_connect_swapped (self->canvas, "layout-changed", G_CALLBACK (canvas_changed_cb), self);
  g_signal_connect_swapped (self->canvas, "scrolled", G_CALLBACK (scrolled_cb), self);
  add_controllers (self);
}

/**
 * dui_page_view_new:
 *
 * Makes a view of pages (trang), which fit its width.
 *
 * Returns: (transfer floating): a widget
 */
GtkWidget *
dui_page_view_new (void)
{
  return g_object_new (DUI_TYPE_PAGE_VIEW, NULL);
}

DuiPaginator *
dui_page_view_get_paginator (DuiPageView *self)
{
  g_return_val_if_fail (DUI_IS_PAGE_VIEW (self), NULL);

  return self->paginator;
}

void
dui_page_view_set_paginator (DuiPageView *self,
                             DuiPaginator *paginator)
{
  g_return_if_fail (DUI_IS_PAGE_VIEW (self));
  g_return_if_fail (paginator == NULL || DUI_IS_PAGINATOR (paginator));

  if (self->paginator == paginator)
    return;

  if (self->paginator != NULL)
    g_signal_handlers_disconnect_by_data (self->paginator, self);
  g_set_object (&self->paginator, paginator);
  if (paginator != NULL)
    g_signal_connect_swapped (paginator, "pages-changed", G_CALLBACK (pages_changed_cb), self);
  pages_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGINATOR]);
}

double
dui_page_view_get_zoom (DuiPageView *self)
{
  g_return_val_if_fail (DUI_IS_PAGE_VIEW (self), 1.0);

  return self->canvas != NULL ? dui_page_canvas_get_zoom (self->canvas) : 1.0;
}

/**
 * dui_page_view_set_zoom:
 * @self: a view
 * @zoom: 1.0 for the size of the paper; bounded to what makes sense
 *
 * Shows pages at that size whatever the width of the view.
 */
void
dui_page_view_set_zoom (DuiPageView *self,
                        double zoom)
{
  g_return_if_fail (DUI_IS_PAGE_VIEW (self));

  dui_page_canvas_set_zoom (self->canvas, zoom, gtk_widget_get_width (GTK_WIDGET (self->canvas)) / 2.0,
                            gtk_widget_get_height (GTK_WIDGET (self->canvas)) / 3.0);
  layout_changed_cb (self);
}

gboolean
dui_page_view_get_fit_width (DuiPageView *self)
{
  g_return_val_if_fail (DUI_IS_PAGE_VIEW (self), FALSE);

  return self->canvas != NULL && dui_page_canvas_get_fit_width (self->canvas);
}

void
dui_page_view_set_fit_width (DuiPageView *self,
                             gboolean fit_width)
{
  g_return_if_fail (DUI_IS_PAGE_VIEW (self));

  dui_page_canvas_set_fit_width (self->canvas, fit_width);
  layout_changed_cb (self);
}

guint
dui_page_view_get_page (DuiPageView *self)
{
  g_return_val_if_fail (DUI_IS_PAGE_VIEW (self), 0);

  return dui_page_view_get_n_pages (self) > 0 ? dui_page_canvas_get_page (self->canvas) + 1 : 0;
}

void
dui_page_view_set_page (DuiPageView *self,
                        guint page)
{
  guint n_pages = dui_page_view_get_n_pages (self);

  g_return_if_fail (DUI_IS_PAGE_VIEW (self));

  if (n_pages == 0)
    return;

  self->follows = FALSE;
  dui_page_canvas_scroll_to_page (self->canvas, CLAMP (page, 1, n_pages) - 1);
}

guint
dui_page_view_get_n_pages (DuiPageView *self)
{
  DtPages *pages;

  g_return_val_if_fail (DUI_IS_PAGE_VIEW (self), 0);

  pages = self->canvas != NULL ? dui_page_canvas_get_pages (self->canvas) : NULL;
  return pages != NULL ? dt_pages_get_n_pages (pages) : 0;
}

void
dui_page_view_zoom_in (DuiPageView *self)
{
  double zoom = dui_page_view_get_zoom (self);

  g_return_if_fail (DUI_IS_PAGE_VIEW (self));

  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    {
      if (zooms[i] > zoom * 1.01)
        {
          dui_page_view_set_zoom (self, zooms[i]);
          return;
        }
    }
}

void
dui_page_view_zoom_out (DuiPageView *self)
{
  double zoom = dui_page_view_get_zoom (self);

  g_return_if_fail (DUI_IS_PAGE_VIEW (self));

  for (guint i = G_N_ELEMENTS (zooms); i > 0; i--)
    {
      if (zooms[i - 1] < zoom / 1.01)
        {
          dui_page_view_set_zoom (self, zooms[i - 1]);
          return;
        }
    }
}

/**
 * dui_page_view_show_place:
 * @self: a view
 * @node: (nullable): reference of a node
 * @offset: bytes into its text
 *
 * Shows where on paper the place stands that is being written.
 */
void
dui_page_view_show_place (DuiPageView *self,
                          const char *node,
                          guint offset)
{
  g_autofree char *old = NULL;

  g_return_if_fail (DUI_IS_PAGE_VIEW (self));

  old = g_steal_pointer (&self->node);
  self->node = g_strdup (node);
  self->offset = offset;
  self->follows = node != NULL;
  mark_place (self);
}
