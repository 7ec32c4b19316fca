/* dui-form-view.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-form-view"

#include "config.h"

#include "editor/dui-form-view.h"

enum
{
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

struct _DuiFormView
{
  GtkTextView parent_instance;

  int width; /* that the height was asked for */
  guint idle;
  gboolean single_line;
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

/* A text of one line that is shown in several has another use for Enter. */
static gboolean
key_cb (DuiFormView *self,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        GtkEventControllerKey *controller)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (!enter || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  /* The input method comes first: the key may end the word it holds. */
  if (!gtk_text_view_im_context_filter_keypress (GTK_TEXT_VIEW (self),
                                                 gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller))))
    g_signal_emit (self, signals[ACTIVATE], 0);

  return TRUE;
}

static void
pasted_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  g_autoptr (DuiFormView) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  g_strstrip (text);
  g_strdelimit (text, "\r\n\t", ' ');
  dui_form_view_put_in (self, text);
}

static void
dui_form_view_paste_clipboard (GtkTextView *view)
{
  if (DUI_FORM_VIEW (view)->single_line)
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (view)), NULL, pasted_cb, g_object_ref (view));
  else
    GTK_TEXT_VIEW_CLASS (dui_form_view_parent_class)->paste_clipboard (view);
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
  GTK_TEXT_VIEW_CLASS (klass)->paste_clipboard = dui_form_view_paste_clipboard;

  signals[ACTIVATE] = g_signal_new ("activate", DUI_TYPE_FORM_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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

void
dui_form_view_set_single_line (DuiFormView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (DUI_IS_FORM_VIEW (self));

  self->single_line = TRUE;
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
dui_form_view_put_in (DuiFormView *self,
                      const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));

  gtk_text_buffer_delete_selection (buffer, FALSE, TRUE);
  gtk_text_buffer_insert_at_cursor (buffer, text, -1);
}
