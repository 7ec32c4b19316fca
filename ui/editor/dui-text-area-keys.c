/* dui-text-area-keys.c - keys of the body editor, and pasting
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-editor"

#include "config.h"

#include "editor/dui-text-area-private.h"

#include "editor/dui-text-buffer.h"
#include "editor/dui-text-paste.h"

static GtkTextBuffer *
get_buffer (DuiTextArea *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

/* Selection and text, in bytes. */
static char *
get_state (DuiTextArea *self,
           gsize *start,
           gsize *end)
{
  GtkTextIter from;
  GtkTextIter to;

  gtk_text_buffer_get_selection_bounds (get_buffer (self), &from, &to);
  *start = dui_text_iter_get_byte (&from);
  *end = dui_text_iter_get_byte (&to);

  return dui_text_buffer_dup_text (get_buffer (self));
}

static void
apply (DuiTextArea *self,
       const DuiTextChange *change)
{
  dui_text_buffer_apply (get_buffer (self), change);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (get_buffer (self)));
}

static gboolean
press_enter (DuiTextArea *self)
{
  g_auto (DuiTextChange) change = { 0 };
  gsize start;
  gsize end;
  g_autofree char *text = get_state (self, &start, &end);

  if (start != end || !dui_text_edit_enter (text, start, &change))
    return FALSE;

  apply (self, &change);
  return TRUE;
}

static gboolean
press_tab (DuiTextArea *self,
           gboolean back)
{
  g_auto (DuiTextChange) change = { 0 };
  gsize start;
  gsize end;
  g_autofree char *text = NULL;

  if (dui_text_area_step_snippet (self, back))
    return TRUE;

  text = get_state (self, &start, &end);
  if (!dui_text_edit_indent (text, start, end, back, &change))
    return FALSE;

  apply (self, &change);
  return TRUE;
}

/* Callbacks */

static gboolean
key_pressed_cb (DuiTextArea *self,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GtkEventControllerKey *controller)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean back = keyval == GDK_KEY_ISO_Left_Tab || (keyval == GDK_KEY_Tab && modifiers == GDK_SHIFT_MASK);
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
  gboolean listed = dui_text_complete_is_open (self->complete) &&
                    (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down || keyval == GDK_KEY_Escape);

  if ((modifiers != 0 && !back) || !(enter || back || keyval == GDK_KEY_Tab || listed))
    return FALSE;
  /* The input method comes first: the key may end the word it holds. */
  if (gtk_text_view_im_context_filter_keypress (GTK_TEXT_VIEW (self->view),
                                                gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller))))
    return TRUE;
  if (dui_text_complete_press (self->complete, keyval))
    return TRUE;
  if (listed || !dui_text_sync_is_free (self->sync))
    return FALSE;

  return enter ? press_enter (self) : press_tab (self, back);
}

/* Pasting */

static void
pasted_cb (const char *fragment,
           gpointer user_data)
{
  DuiTextArea *self = user_data;
  gsize start;
  gsize end;
  g_autofree char *text = get_state (self, &start, &end);
  g_autofree char *before = g_strndup (text, start);
  g_autofree char *fitting = dui_text_paste_fit (before, text + end, fragment);

  dui_text_area_insert (self, fitting);
}

static void
paste (DuiTextArea *self,
       gboolean plain)
{
  dui_text_paste (gtk_widget_get_clipboard (GTK_WIDGET (self->view)), plain, self->pasting, pasted_cb, self);
}

static void
paste_clipboard_cb (GtkTextView *view,
                    DuiTextArea *self)
{
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  paste (self, FALSE);
}

/* Actions */

static void
paste_plain_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  paste (DUI_TEXT_AREA (widget), TRUE);
}

static void
toggle_data_free (gpointer data)
{
  g_object_unref (data);
}

static void
toggle (DuiTextArea *self,
        const char *mark)
{
  g_auto (DuiTextChange) change = { 0 };
  gsize start;
  gsize end;
  g_autofree char *text = get_state (self, &start, &end);

  if (dui_text_edit_toggle (text, start, end, mark, &change))
    apply (self, &change);
}

static void
bold_now (gpointer user_data)
{
  toggle (user_data, "**");
}

static void
italic_now (gpointer user_data)
{
  toggle (user_data, "*");
}

static void
toggle_cb (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  DuiTextArea *self = DUI_TEXT_AREA (widget);

  dui_text_sync_when_free (self->sync, g_str_has_suffix (name, "bold") ? bold_now : italic_now, g_object_ref (self),
                           toggle_data_free);
}

static void
cite_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  g_signal_emit_by_name (widget, "cite-requested");
}

static void
find_cb (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  dui_text_area_open_find (DUI_TEXT_AREA (widget), g_str_has_suffix (name, "replace"));
}

void
dui_text_area_install_key_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *action;
    GtkWidgetActionActivateFunc activate;
    guint keyval;
    GdkModifierType modifiers;
  } actions[] = {
    { "text.bold", toggle_cb, GDK_KEY_b, GDK_CONTROL_MASK },
    { "text.italic", toggle_cb, GDK_KEY_i, GDK_CONTROL_MASK },
    { "text.cite", cite_cb, GDK_KEY_k, GDK_CONTROL_MASK },
    { "text.find", find_cb, GDK_KEY_f, GDK_CONTROL_MASK },
    { "text.replace", find_cb, GDK_KEY_h, GDK_CONTROL_MASK },
    { "text.paste-plain", paste_plain_cb, GDK_KEY_v, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].action, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (widget_class, actions[i].keyval, actions[i].modifiers, actions[i].action, NULL);
    }
}

void
dui_text_area_connect_keys (DuiTextArea *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* On the view itself, newest first: before its own handling of Enter and Tab. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_BUBBLE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_object (self->view, "paste-clipboard", G_CALLBACK (paste_clipboard_cb), self, 0);
}
