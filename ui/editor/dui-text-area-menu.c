/* dui-text-area-menu.c - tooltips and the context menu of the body editor
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-editor"

#include "config.h"

#include "editor/dui-text-area-private.h"

#include "common/dui-compat.h"
#include "document/dui-successor.h"
#include "editor/dui-text-buffer.h"

#include <glib/gi18n.h>

/* More than that no menu is read. */
#define MAX_SUGGESTIONS 6

static GtkTextBuffer *
get_buffer (DuiTextArea *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static gboolean
find_place (DuiTextArea *self,
            int x,
            int y,
            GtkTextIter *iter)
{
  int buffer_x;
  int buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);

  return gtk_text_view_get_iter_at_position (GTK_TEXT_VIEW (self->view), iter, NULL, buffer_x, buffer_y);
}

/* Callbacks */

static gboolean
query_tooltip_cb (DuiTextArea *self,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;
  g_autofree char *messages = NULL;
  const DuiChip *chip;
  GtkTextIter iter;

  if (keyboard)
    gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  else if (!find_place (self, x, y, &iter))
    return FALSE;

  chip = dui_text_body_get_chip (self->view, &iter, FALSE);
  messages = dui_text_body_dup_messages (self->view, &iter);
  if (chip != NULL)
    text = dui_chip_describe (chip, dui_text_body_get_catalog (self->view), dui_text_body_get_date (self->view));
  if (text == NULL && messages == NULL)
    return FALSE;

  if (text != NULL && messages != NULL)
    {
      g_autofree char *both = g_strconcat (messages, "\n\n", text, NULL);

      gtk_tooltip_set_text (tooltip, both);
    }
  else
    gtk_tooltip_set_text (tooltip, text != NULL ? text : messages);

  return TRUE;
}

/* The menu */

static void
add_item (GMenu *menu,
          const char *label,
          const char *action)
{
  g_menu_append (menu, label, action);
}

/* The citation with what is in force, and the number of that; NULL where all of it is. */
static char *
cite_successor (DuiTextArea *self,
                const DuiChip *chip,
                const char **number)
{
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *typed = NULL;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &start, (int) chip->start + 2);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &end, (int) chip->end - 2);
  typed = gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);

  return dui_successor_cite (typed, dui_text_body_get_catalog (self->view), dui_text_body_get_date (self->view), number);
}

static GMenu *
make_citation_menu (DuiTextArea *self,
                    const DuiChip *chip)
{
  GMenu *menu = g_menu_new ();
  g_autofree char *link = dui_chip_dup_link (chip, dui_text_body_get_catalog (self->view));
  DtCiteForm form = chip->marks->len > 0 ? ((DtCiteMark *) g_ptr_array_index (chip->marks, 0))->form : DT_CITE_AUTO;

  const char *successor = NULL;
  g_autofree char *instead = cite_successor (self, chip, &successor);

  if (instead != NULL)
    {
      /* Translators: the number of the document that replaced the one that is cited. */
      g_autofree char *label = g_strdup_printf (_ ("Cite %s _Instead"), successor);

      add_item (menu, label, "text.cite-successor");
    }
  if (link != NULL)
    add_item (menu, _ ("_Open Source"), "text.open-source");
  if (form != DT_CITE_FULL)
    add_item (menu, _ ("Write in _Full"), "text.cite-full");
  if (form != DT_CITE_SHORT)
    add_item (menu, _ ("Write _Short"), "text.cite-short");
  if (form != DT_CITE_AUTO)
    add_item (menu, _ ("In Full Only the First _Time"), "text.cite-auto");

  return menu;
}

static GMenu *
make_spelling_menu (const char *word)
{
  GMenu *menu = g_menu_new ();
  g_auto (GStrv) words = dui_speller_suggest (dui_speller_get_default (), word);

  for (guint i = 0; words[i] != NULL && i < MAX_SUGGESTIONS; i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      g_auto (GStrv) parts = g_strsplit (words[i], "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, "text.correct", "s", words[i]);
      g_menu_append_item (menu, item);
    }
  add_item (menu, _ ("_Add to Dictionary"), "text.learn");
  add_item (menu, _ ("_Ignore This Word"), "text.ignore");

  return menu;
}

static void
prepare_menu (DuiTextArea *self,
              const GtkTextIter *iter)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) marks = g_menu_new ();
  const DuiChip *chip = dui_text_body_get_chip (self->view, iter, FALSE);
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *word = dui_text_spell_dup_word (self->spell, iter, &start, &end);

  gtk_text_buffer_move_mark (get_buffer (self), self->pointed, iter);
  if (word != NULL)
    {
      g_autoptr (GMenu) section = make_spelling_menu (word);

      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  if (chip != NULL)
    {
      g_autoptr (GMenu) section = make_citation_menu (self, chip);

      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  add_item (marks, _ ("Paste as _Plain Text"), "text.paste-plain");
  add_item (marks, _ ("_Bold"), "text.bold");
  add_item (marks, _ ("_Italic"), "text.italic");
  add_item (marks, _ ("_Cite…"), "text.cite");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (marks));
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view), G_MENU_MODEL (menu));
}

static void
pressed_cb (DuiTextArea *self,
            int n_press,
            double x,
            double y)
{
  GtkTextIter iter;

  if (find_place (self, (int) x, (int) y, &iter))
    prepare_menu (self, &iter);
}

static gboolean
menu_key_cb (DuiTextArea *self,
             guint keyval,
             guint keycode,
             GdkModifierType state)
{
  GtkTextIter iter;

  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
      prepare_menu (self, &iter);
    }

  return FALSE;
}

/* Actions, about what the menu was opened at */

static const DuiChip *
get_pointed_chip (DuiTextArea *self)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, self->pointed);

  return dui_text_body_get_chip (self->view, &iter, FALSE);
}

static void
open_source_cb (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  DuiTextArea *self = DUI_TEXT_AREA (widget);
  const DuiChip *chip = get_pointed_chip (self);
  g_autofree char *link = chip != NULL ? dui_chip_dup_link (chip, dui_text_body_get_catalog (self->view)) : NULL;
  GtkRoot *root = gtk_widget_get_root (widget);

  if (link != NULL)
    dui_compat_show_uri (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, link);
}

static void
replace_chip (DuiTextArea *self,
              const DuiChip *chip,
              const char *text)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &start, (int) chip->start);
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), &end, (int) chip->end);
  dui_text_area_replace (self, dui_text_iter_get_byte (&start), dui_text_iter_get_byte (&end), text);
}

static void
cite_successor_cb (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  DuiTextArea *self = DUI_TEXT_AREA (widget);
  const DuiChip *chip = get_pointed_chip (self);
  g_autofree char *text = chip != NULL ? cite_successor (self, chip, NULL) : NULL;

  if (text != NULL)
    replace_chip (self, chip, text);
}

static void
set_form_cb (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DuiTextArea *self = DUI_TEXT_AREA (widget);
  const DuiChip *chip = get_pointed_chip (self);
  DtCiteForm form = g_str_has_suffix (name, "full")    ? DT_CITE_FULL
                    : g_str_has_suffix (name, "short") ? DT_CITE_SHORT
                                                       : DT_CITE_AUTO;
  g_autofree char *text = chip != NULL ? dui_chip_with_form (chip, form) : NULL;

  if (text != NULL)
    replace_chip (self, chip, text);
}

static char *
dup_pointed_word (DuiTextArea *self,
                  GtkTextIter *start,
                  GtkTextIter *end)
{
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, self->pointed);

  return dui_text_spell_dup_word (self->spell, &iter, start, end);
}

static void
correct_cb (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  DuiTextArea *self = DUI_TEXT_AREA (widget);
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *word = dup_pointed_word (self, &start, &end);

  if (word != NULL)
    dui_text_area_replace (self, dui_text_iter_get_byte (&start), dui_text_iter_get_byte (&end),
                           g_variant_get_string (parameter, NULL));
}

static void
learn_cb (GtkWidget *widget,
          const char *name,
          GVariant *parameter)
{
  DuiTextArea *self = DUI_TEXT_AREA (widget);
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *word = dup_pointed_word (self, &start, &end);

  if (word == NULL)
    return;

  dui_speller_add (dui_speller_get_default (), word, g_str_has_suffix (name, "learn"));
  dui_text_spell_recheck (self->spell);
  g_signal_emit_by_name (self, "spelling-changed");
}

void
dui_text_area_install_menu_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "text.open-source", NULL, open_source_cb);
  gtk_widget_class_install_action (widget_class, "text.cite-successor", NULL, cite_successor_cb);
  gtk_widget_class_install_action (widget_class, "text.cite-full", NULL, set_form_cb);
  gtk_widget_class_install_action (widget_class, "text.cite-short", NULL, set_form_cb);
  gtk_widget_class_install_action (widget_class, "text.cite-auto", NULL, set_form_cb);
  gtk_widget_class_install_action (widget_class, "text.correct", "s", correct_cb);
  gtk_widget_class_install_action (widget_class, "text.learn", NULL, learn_cb);
  gtk_widget_class_install_action (widget_class, "text.ignore", NULL, learn_cb);
}

void
dui_text_area_connect_menu (DuiTextArea *self)
{
  GtkGesture *press = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkTextIter start;

  g_signal_connect_object (self->view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (press));

  /* Only looks at the key that opens the menu, and lets it pass. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (menu_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_text_buffer_get_start_iter (get_buffer (self), &start);
  prepare_menu (self, &start);
}
