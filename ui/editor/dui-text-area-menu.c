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
#define TOOLTIP_CHARS 60

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

/* Lines as long as are read at a glance. */
static void
show_tooltip (GtkTooltip *tooltip,
              const char *messages,
              const char *facts)
{
  g_autofree char *both = messages != NULL && facts != NULL ? g_strconcat (messages, "\n\n", facts, NULL) : NULL;
  GtkWidget *label = gtk_label_new (both != NULL ? both : messages != NULL ? messages
                                                                           : facts);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TOOLTIP_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_tooltip_set_custom (tooltip, label);
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

  /* The menu is about the same place. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->menu)))
    return FALSE;
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

  show_tooltip (tooltip, messages, text);
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

/* What every text has. */
static void
add_common (GMenu *menu)
{
  static const struct
  {
    const char *label;
    const char *action;
    gboolean first; /* of a section */
  } items[] = {
    { N_ ("Cu_t"), "text.cut", TRUE },
    { N_ ("_Copy"), "text.copy", FALSE },
    { N_ ("_Paste"), "text.paste", FALSE },
    { N_ ("Paste as _Plain Text"), "text.paste-plain", FALSE },
    { N_ ("_Delete"), "text.delete", FALSE },
    { N_ ("_Undo"), "win.undo", TRUE },
    { N_ ("_Redo"), "win.redo", FALSE },
    { N_ ("_Bold"), "text.bold", TRUE },
    { N_ ("_Italic"), "text.italic", FALSE },
    { N_ ("_Cite…"), "text.cite", FALSE },
    { N_ ("Select _All"), "text.select-all", TRUE },
  };
  g_autoptr (GMenu) section = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      if (items[i].first)
        {
          g_clear_object (&section);
          section = g_menu_new ();
          g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
        }
      add_item (section, _ (items[i].label), items[i].action);
    }
}

/* Shows the menu for what stands at @iter, at a place of the view. */
static void
pop_up (DuiTextArea *self,
        const GtkTextIter *iter,
        const GdkRectangle *at)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  gboolean selected = gtk_text_buffer_get_has_selection (get_buffer (self));
  GdkRectangle place = *at;
  double x;
  double y;
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
  add_common (menu);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.cut", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.copy", selected);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.delete", selected);
  gtk_popover_menu_set_menu_model (self->menu, G_MENU_MODEL (menu));

  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self), at->x, at->y, &x, &y);
  place.x = (int) x;
  place.y = (int) y;
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (DuiTextArea *self,
            int n_press,
            double x,
            double y,
            GtkGesture *gesture)
{
  GtkTextIter iter;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  if (!find_place (self, (int) x, (int) y, &iter))
    gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  pop_up (self, &iter, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static gboolean
menu_key_cb (DuiTextArea *self,
             guint keyval,
             guint keycode,
             GdkModifierType state)
{
  GtkTextIter iter;
  GdkRectangle caret;

  if (keyval != GDK_KEY_Menu && (keyval != GDK_KEY_F10 || (state & GDK_SHIFT_MASK) == 0))
    return FALSE;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &iter, gtk_text_buffer_get_insert (get_buffer (self)));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &iter, &caret);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, caret.x, caret.y, &caret.x, &caret.y);
  pop_up (self, &iter, &caret);
  return TRUE;
}

/* The view has them under names of its own. */
static void
clipboard_cb (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  static const char *const names[][2] = {
    { "text.cut", "clipboard.cut" },
    { "text.copy", "clipboard.copy" },
    { "text.paste", "clipboard.paste" },
    { "text.delete", "selection.delete" },
    { "text.select-all", "selection.select-all" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (name, names[i][0]))
        gtk_widget_activate_action (GTK_WIDGET (DUI_TEXT_AREA (widget)->view), names[i][1], NULL);
    }
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
  gtk_widget_class_install_action (widget_class, "text.cut", NULL, clipboard_cb);
  gtk_widget_class_install_action (widget_class, "text.copy", NULL, clipboard_cb);
  gtk_widget_class_install_action (widget_class, "text.paste", NULL, clipboard_cb);
  gtk_widget_class_install_action (widget_class, "text.delete", NULL, clipboard_cb);
  gtk_widget_class_install_action (widget_class, "text.select-all", NULL, clipboard_cb);
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

  self->menu = GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (NULL));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  g_signal_connect_object (self->view, "query-tooltip", G_CALLBACK (query_tooltip_cb), self, G_CONNECT_SWAPPED);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (press));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (menu_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}
