/* dui-import-menu.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-import-menu"

#include "config.h"

#include "start/dui-import-menu.h"

#include "start/dui-import-change.h"

#include <glib/gi18n.h>

struct _DuiImportMenu
{
  GtkWidget *page;
  GtkSourceView *view;
  GtkSourceGutterRenderer *margin;
  GtkWidget *popover;
  GSimpleActionGroup *actions;
};

/* What is written, what stands around it, and what has no part of its own. */
static const DuiImportPart sections[][6] = {
  { DUI_IMPORT_HEADING, DUI_IMPORT_SUBHEADING, DUI_IMPORT_POINT, DUI_IMPORT_DASH, DUI_IMPORT_PARAGRAPH, DUI_IMPORT_N_PARTS },
  { DUI_IMPORT_SUBJECT, DUI_IMPORT_BASIS, DUI_IMPORT_RECIPIENT, DUI_IMPORT_N_PARTS },
  { DUI_IMPORT_JOINED, DUI_IMPORT_LEFT_OUT, DUI_IMPORT_N_PARTS },
};

static GMenuModel *
make_model (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      g_autoptr (GMenu) section = g_menu_new ();

      for (guint k = 0; sections[i][k] != DUI_IMPORT_N_PARTS; k++)
        {
          g_autofree char *action = g_strconcat ("part.set::", dui_import_part_get_id (sections[i][k]), NULL);

          g_menu_append (section, dui_import_part_get_label (sections[i][k]), action);
        }
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }

  return G_MENU_MODEL (menu);
}

static GtkTextBuffer *
get_buffer (DuiImportMenu *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static guint
get_line (DuiImportMenu *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  return (guint) gtk_text_iter_get_line (&iter);
}

/* Only what differs is replaced, so that the rest stays where it is on the screen. */
static void
replace_text (GtkTextBuffer *buffer,
              const char *old,
              const char *now)
{
  const char *old_end = old + strlen (old);
  const char *now_end = now + strlen (now);
  glong start = 0;
  glong length;
  GtkTextIter from;
  GtkTextIter to;

  for (; *old != '\0' && g_utf8_get_char (old) == g_utf8_get_char (now); start++)
    {
      old = g_utf8_next_char (old);
      now = g_utf8_next_char (now);
    }
  while (old_end > old && now_end > now)
    {
      const char *old_before = g_utf8_prev_char (old_end);
      const char *now_before = g_utf8_prev_char (now_end);

      if (g_utf8_get_char (old_before) != g_utf8_get_char (now_before))
        break;
      old_end = old_before;
      now_end = now_before;
    }

  length = g_utf8_strlen (old, old_end - old);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, &from, (int) start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, (int) (start + length));
  gtk_text_buffer_delete (buffer, &from, &to);
  gtk_text_buffer_insert (buffer, &from, now, (int) (now_end - now));
  gtk_text_buffer_end_user_action (buffer);
}

static void
set_part (DuiImportMenu *self,
          DuiImportPart part)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autofree char *text = NULL;
  g_autofree char *changed = NULL;
  GtkTextIter start;
  GtkTextIter end;
  guint now = 0;

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    return;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  changed = dui_import_change (text, get_line (self), part, &now);
  if (changed == NULL)
    return;

  replace_text (buffer, text, changed);
  gtk_text_buffer_get_iter_at_line (buffer, &start, (int) now);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer));
}

static void
open_at (DuiImportMenu *self,
         GtkWidget *widget,
         const GdkRectangle *area)
{
  GdkRectangle at = *area;
  double x;
  double y;

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    return;

  gtk_widget_translate_coordinates (widget, self->page, area->x, area->y, &x, &y);
  at.x = (int) x;
  at.y = (int) y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* Callbacks */

static void
set_cb (GSimpleAction *action,
        GVariant *parameter,
        gpointer user_data)
{
  DuiImportPart part;

  if (dui_import_part_find (g_variant_get_string (parameter, NULL), &part))
    set_part (user_data, part);
}

static gboolean
activatable_cb (void)
{
  return TRUE;
}

static void
margin_cb (DuiImportMenu *self,
           GtkTextIter *iter,
           GdkRectangle *area)
{
  gtk_text_buffer_place_cursor (get_buffer (self), iter);
  open_at (self, GTK_WIDGET (self->margin), area);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant *arguments,
        gpointer user_data)
{
  DuiImportMenu *self = user_data;
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter iter;
  GdkRectangle area;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  gtk_text_view_get_iter_location (view, &iter, &area);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, area.x, area.y, &area.x, &area.y);
  area.width = MAX (area.width, 1);
  open_at (self, GTK_WIDGET (view), &area);
  return TRUE;
}

/* The menu of the text is about the line that was clicked. */
static void
pressed_cb (DuiImportMenu *self,
            int n_press,
            double x,
            double y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextIter iter;
  int buffer_x;
  int buffer_y;

  if (gtk_text_buffer_get_has_selection (get_buffer (self)))
    return;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, (int) x, (int) y, &buffer_x, &buffer_y);
  gtk_text_view_get_iter_at_location (view, &iter, buffer_x, buffer_y);
  gtk_text_buffer_place_cursor (get_buffer (self), &iter);
}

static void
add_controllers (DuiImportMenu *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Alt>Return|<Alt>KP_Enter"),
                                                          gtk_callback_action_new (key_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

/* Public functions */

DuiImportMenu *
dui_import_menu_new (GtkWidget *page,
                     GtkSourceView *view,
                     GtkSourceGutterRenderer *margin)
{
  const GActionEntry entries[] = { { .name = "set", .activate = set_cb, .parameter_type = "s" } };
  DuiImportMenu *self = g_new0 (DuiImportMenu, 1);
  g_autoptr (GMenuModel) model = make_model ();
  g_autoptr (GMenu) extra = g_menu_new ();

  self->page = page;
  self->view = view;
  self->margin = margin;
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (page, "part", G_ACTION_GROUP (self->actions));

  self->popover = gtk_popover_menu_new_from_model (model);
  gtk_widget_set_parent (self->popover, page);
  g_menu_append_submenu (extra, _ ("_This Line Is"), model);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (view), G_MENU_MODEL (extra));

  gtk_widget_set_cursor_from_name (GTK_WIDGET (margin), "pointer");
  gtk_widget_set_tooltip_text (GTK_WIDGET (margin), _ ("Say what this line is"));
  g_signal_connect (margin, "query-activatable", G_CALLBACK (activatable_cb), NULL);
  g_signal_connect_swapped (margin, "activate", G_CALLBACK (margin_cb), self);
  add_controllers (self);
  return self;
}

void
dui_import_menu_free (DuiImportMenu *self)
{
  g_return_if_fail (self != NULL);

  g_signal_handlers_disconnect_by_data (self->margin, self);
  gtk_widget_insert_action_group (self->page, "part", NULL);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view), NULL);
  gtk_widget_unparent (self->popover);
  g_object_unref (self->actions);
  g_free (self);
}
