/* dui-page-bar.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-page-bar"

#include "config.h"

#include "preview/dui-page-bar.h"

#include "preview/dui-page-strip.h"

#include <glib/gi18n.h>
#include <math.h>

struct _DuiPageBar
{
  GtkWidget parent_instance;

  DuiPageView *view;
  GBinding *fit_binding;

  GtkWidget *previous_button;
  GtkWidget *next_button;
  GtkLabel *page_label;
  GtkWidget *zoom_out_button;
  GtkButton *zoom_button;
  GtkWidget *zoom_in_button;
  GtkWidget *fit_button;
};

enum
{
  PROP_0,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DuiPageBar, dui_page_bar, GTK_TYPE_WIDGET)

static void
update_page (DuiPageBar *self)
{
  guint page = self->view != NULL ? dui_page_view_get_page (self->view) : 0;
  guint n_pages = self->view != NULL ? dui_page_view_get_n_pages (self->view) : 0;
  /* Translators: which page of how many is in view. */
  g_autofree char *text = n_pages > 0 ? g_strdup_printf (_ ("Page %u / %u"), page, n_pages) : g_strdup ("");

  gtk_label_set_text (self->page_label, text);
  gtk_widget_set_sensitive (self->previous_button, page > 1);
  gtk_widget_set_sensitive (self->next_button, page < n_pages);
}

static void
update_zoom (DuiPageBar *self)
{
  double zoom = self->view != NULL ? dui_page_view_get_zoom (self->view) : 1.0;
  /* Translators: how large pages are shown. */
  g_autofree char *text = g_strdup_printf (_ ("%d %%"), (int) lround (zoom * 100));

  gtk_button_set_label (self->zoom_button, text);
  gtk_widget_set_sensitive (self->zoom_out_button, self->view != NULL && zoom > DUI_ZOOM_MIN * 1.01);
  gtk_widget_set_sensitive (self->zoom_in_button, self->view != NULL && zoom < DUI_ZOOM_MAX / 1.01);
}

/* Callbacks */

static void
turn (DuiPageBar *self,
      int by)
{
  if (self->view != NULL)
    dui_page_view_set_page (self->view, (guint) MAX (1, (int) dui_page_view_get_page (self->view) + by));
}

static void
previous_clicked_cb (DuiPageBar *self)
{
  turn (self, -1);
}

static void
next_clicked_cb (DuiPageBar *self)
{
  turn (self, 1);
}

static void
zoom_out_clicked_cb (DuiPageBar *self)
{
  if (self->view != NULL)
    dui_page_view_zoom_out (self->view);
}

static void
zoom_in_clicked_cb (DuiPageBar *self)
{
  if (self->view != NULL)
    dui_page_view_zoom_in (self->view);
}

static void
zoom_clicked_cb (DuiPageBar *self)
{
  if (self->view != NULL)
    dui_page_view_set_zoom (self->view, 1.0);
}

/* Object */

static void
dui_page_bar_dispose (GObject *object)
{
  DuiPageBar *self = DUI_PAGE_BAR (object);
  GtkWidget *child;

  if (self->page_label != NULL)
    dui_page_bar_set_view (self, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_dispose_template (GTK_WIDGET (self), DUI_TYPE_PAGE_BAR);

  G_OBJECT_CLASS (dui_page_bar_parent_class)->dispose (object);
}

static void
dui_page_bar_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  DuiPageBar *self = DUI_PAGE_BAR (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      g_value_set_object (value, self->view);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dui_page_bar_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  DuiPageBar *self = DUI_PAGE_BAR (object);

  switch (prop_id)
    {
    case PROP_VIEW:
      dui_page_bar_set_view (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dui_page_bar_class_init (DuiPageBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dui_page_bar_dispose;
  object_class->get_property = dui_page_bar_get_property;
  object_class->set_property = dui_page_bar_set_property;

  properties[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, DUI_TYPE_PAGE_VIEW,
                                               G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/preview/dui-page-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiPageBar, previous_button);
  gtk_widget_class_bind_template_child (widget_class, DuiPageBar, next_button);
  gtk_widget_class_bind_template_child (widget_class, DuiPageBar, page_label);
  gtk_widget_class_bind_template_child (widget_class, DuiPageBar, zoom_out_button);
  gtk_widget_class_bind_template_child (widget_class, DuiPageBar, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, DuiPageBar, zoom_in_button);
  gtk_widget_class_bind_template_child (widget_class, DuiPageBar, fit_button);
  gtk_widget_class_bind_template_callback (widget_class, previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "pagebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
}

static void
dui_page_bar_init (DuiPageBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_page (self);
  update_zoom (self);
}

/**
 * dui_page_bar_new:
 *
 * Makes a bar, to be tied to a view.
 *
 * Returns: (transfer floating): a widget
 */
GtkWidget *
dui_page_bar_new (void)
{
  return g_object_new (DUI_TYPE_PAGE_BAR, NULL);
}

DuiPageView *
dui_page_bar_get_view (DuiPageBar *self)
{
  g_return_val_if_fail (DUI_IS_PAGE_BAR (self), NULL);

  return self->view;
}

void
dui_page_bar_set_view (DuiPageBar *self,
                       DuiPageView *view)
{
  g_return_if_fail (DUI_IS_PAGE_BAR (self));
  g_return_if_fail (view == NULL || DUI_IS_PAGE_VIEW (view));

  if (self->view == view)
    return;

  g_clear_pointer (&self->fit_binding, g_binding_unbind);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_set_object (&self->view, view);
  if (view != NULL)
    {
      g_signal_connect_swapped (view, "notify::page", G_CALLBACK (update_page), self);
      g_signal_connect_swapped (view, "notify::n-pages", G_CALLBACK (update_page), self);
      g_signal_connect_swapped (view, "notify::zoom", G_CALLBACK (update_zoom), self);
      self->fit_binding = g_object_bind_property (view, "fit-width", self->fit_button, "active",
                                                  G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
    }

  update_page (self);
  update_zoom (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}
