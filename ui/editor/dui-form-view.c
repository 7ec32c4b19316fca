/* dui-form-view.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-form-view"

#include "config.h"

#include "editor/dui-form-view.h"

struct _DuiFormView
{
  GtkTextView parent_instance;

  int width; /* that the height was asked for */
  guint idle;
};

G_DEFINE_FINAL_TYPE (DuiFormView, dui_form_view, GTK_TYPE_TEXT_VIEW)

static gboolean
resize_cb (gpointer user_data)
{
  DuiFormView *self = user_data;

  self->idle = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));

  return G_SOURCE_REMOVE;
}

/* Not while sizes are given: the request would be forgotten. */
static void
dui_form_view_size_allocate (GtkWidget *widget,
                             int width,
                             int height,
                             int baseline)
{
  DuiFormView *self = DUI_FORM_VIEW (widget);

  GTK_WIDGET_CLASS (dui_form_view_parent_class)->size_allocate (widget, width, height, baseline);

  if (width == self->width)
    return;
  self->width = width;
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, resize_cb, self, NULL);
}

static void
dui_form_view_dispose (GObject *object)
{
  g_clear_handle_id (&DUI_FORM_VIEW (object)->idle, g_source_remove);

  G_OBJECT_CLASS (dui_form_view_parent_class)->dispose (object);
}

static void
dui_form_view_class_init (DuiFormViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dui_form_view_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = dui_form_view_size_allocate;
}

static void
dui_form_view_init (DuiFormView *self)
{
}

/* Public functions */

GtkWidget *
dui_form_view_new (void)
{
  return g_object_new (DUI_TYPE_FORM_VIEW, NULL);
}
