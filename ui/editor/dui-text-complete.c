/* dui-text-complete.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-editor"

#include "config.h"

#include "editor/dui-text-complete.h"

#include "editor/dui-text-buffer.h"

#include <glib/gi18n.h>
#include <string.h>

/* As many as can be seen without scrolling; typing on narrows them. */
#define MAX_CANDIDATES 8

struct _DuiTextComplete
{
  GObject parent_instance;
  DuiTextBody *view;   /* weak */
  GtkOverlay *overlay; /* weak */
  GtkWidget *box;
  GtkListBox *list;
  DuiDocument *document;
  char *section;
  GPtrArray *candidates;
  gsize caret;
};

enum
{
  SIGNAL_ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiTextComplete, dui_text_complete, G_TYPE_OBJECT)

static void
close_list (DuiTextComplete *self)
{
  if (self->overlay != NULL)
    gtk_widget_set_visible (self->box, FALSE);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
}

static void
accept (DuiTextComplete *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  const DuiCandidate *candidate;
  g_autofree char *text = NULL;
  gsize start;

  if (row == NULL || self->candidates == NULL || (guint) gtk_list_box_row_get_index (row) >= self->candidates->len)
    return;

  candidate = g_ptr_array_index (self->candidates, (guint) gtk_list_box_row_get_index (row));
  text = g_strdup (candidate->text);
  start = candidate->start;
  close_list (self);
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0, (guint) start, (guint) self->caret, text);
}

static void
place_list (DuiTextComplete *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self->view);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter caret;
  GdkRectangle place;
  GtkRequisition natural;
  double x;
  double y;
  int left;
  int top;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_view_get_iter_location (view, &caret, &place);
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &left, &top);
  if (!gtk_widget_translate_coordinates (GTK_WIDGET (view), GTK_WIDGET (self->overlay), left, top, &x, &y))
    return;

  gtk_widget_get_preferred_size (self->box, NULL, &natural);
  left = CLAMP ((int) x, 0, MAX (0, gtk_widget_get_width (GTK_WIDGET (self->overlay)) - natural.width));
  top = (int) y + place.height + 4;
  if (top + natural.height > gtk_widget_get_height (GTK_WIDGET (self->overlay)))
    top = MAX (0, (int) y - natural.height - 4);
  gtk_widget_set_margin_start (self->box, left);
  gtk_widget_set_margin_top (self->box, top);
}

static GtkWidget *
make_row (const DuiCandidate *candidate)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (candidate->label);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (candidate->detail != NULL)
    {
      GtkWidget *detail = gtk_label_new (candidate->detail);

      gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (detail), 30);
      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (box), detail);
    }

  return box;
}

static void
fill_list (DuiTextComplete *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->candidates->len; i++)
    {
      gtk_list_box_append (self->list, make_row (g_ptr_array_index (self->candidates, i)));
      row = gtk_list_box_get_row_at_index (self->list, (int) i);
      gtk_widget_set_focusable (GTK_WIDGET (row), FALSE);
    }
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

/* Callbacks */

static void
row_activated_cb (DuiTextComplete *self)
{
  accept (self);
}

static void
overlay_gone_cb (gpointer user_data,
                 GObject *overlay)
{
  DuiTextComplete *self = user_data;

  self->overlay = NULL;
  self->view = NULL;
}

static void
dui_text_complete_dispose (GObject *object)
{
  DuiTextComplete *self = DUI_TEXT_COMPLETE (object);

  if (self->overlay != NULL)
    {
      gtk_overlay_remove_overlay (self->overlay, self->box);
      g_object_weak_unref (G_OBJECT (self->overlay), overlay_gone_cb, self);
      self->overlay = NULL;
      self->view = NULL;
    }
  g_clear_object (&self->document);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);

  G_OBJECT_CLASS (dui_text_complete_parent_class)->dispose (object);
}

static void
dui_text_complete_class_init (DuiTextCompleteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dui_text_complete_dispose;

  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", DUI_TYPE_TEXT_COMPLETE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_STRING);
}

static void
dui_text_complete_init (DuiTextComplete *self)
{
}

DuiTextComplete *
dui_text_complete_new (DuiTextBody *view,
                       GtkOverlay *overlay)
{
  DuiTextComplete *self = g_object_new (DUI_TYPE_TEXT_COMPLETE, NULL);

  self->view = view;
  self->overlay = overlay;
  g_object_weak_ref (G_OBJECT (overlay), overlay_gone_cb, self);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_set_focusable (GTK_WIDGET (self->list), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Suggestions"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  self->box = gtk_frame_new (NULL);
  gtk_frame_set_child (GTK_FRAME (self->box), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (self->box, "dui-suggestions");
  gtk_widget_set_halign (self->box, GTK_ALIGN_START);
  gtk_widget_set_valign (self->box, GTK_ALIGN_START);
  gtk_widget_set_visible (self->box, FALSE);
  gtk_overlay_add_overlay (overlay, self->box);

  return self;
}

void
dui_text_complete_set_document (DuiTextComplete *self,
                                DuiDocument *document,
                                const char *reference)
{
  const char *slash;

  g_return_if_fail (DUI_IS_TEXT_COMPLETE (self));

  g_set_object (&self->document, document);
  slash = reference != NULL ? strchr (reference, '/') : NULL;
  g_free (self->section);
  self->section = slash != NULL ? g_strndup (reference, (gsize) (slash - reference)) : g_strdup (reference);
  close_list (self);
}

void
dui_text_complete_update (DuiTextComplete *self,
                          gboolean typing)
{
  DuiEngine *engine;
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter caret;
  g_autofree char *before = NULL;

  g_return_if_fail (DUI_IS_TEXT_COMPLETE (self));

  if (self->view == NULL)
    return;
  close_list (self);
  if (!typing || self->document == NULL)
    return;

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  if (gtk_text_buffer_get_has_selection (buffer))
    return;
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  before = gtk_text_iter_get_text (&start, &caret);
  self->caret = strlen (before);
  engine = dui_document_get_engine (self->document);
  self->candidates = dui_candidates_find (before, dui_document_get_plan (self->document), self->section,
                                          dui_engine_get_library (engine), dui_engine_get_profile (engine), MAX_CANDIDATES);
  if (self->candidates->len == 0)
    {
      g_clear_pointer (&self->candidates, g_ptr_array_unref);
      return;
    }

  fill_list (self);
  gtk_widget_set_visible (self->box, TRUE);
  place_list (self);
}

gboolean
dui_text_complete_is_open (DuiTextComplete *self)
{
  g_return_val_if_fail (DUI_IS_TEXT_COMPLETE (self), FALSE);

  return self->candidates != NULL;
}

gboolean
dui_text_complete_press (DuiTextComplete *self,
                         guint keyval)
{
  GtkListBoxRow *row;
  int index;

  g_return_val_if_fail (DUI_IS_TEXT_COMPLETE (self), FALSE);

  if (self->candidates == NULL)
    return FALSE;

  row = gtk_list_box_get_selected_row (self->list);
  index = row != NULL ? gtk_list_box_row_get_index (row) : 0;
  switch (keyval)
    {
    case GDK_KEY_Escape:
      close_list (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      /* Behind a word that could become a unit, Enter ends the line. */
      if (!g_str_has_prefix (((DuiCandidate *) g_ptr_array_index (self->candidates, (guint) index))->text, "{{"))
        {
          close_list (self);
          return FALSE;
        }
      accept (self);
      return TRUE;
    case GDK_KEY_Tab:
      accept (self);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      index = CLAMP (index + (keyval == GDK_KEY_Up ? -1 : 1), 0, (int) self->candidates->len - 1);
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, index));
      return TRUE;
    default:
      return FALSE;
    }
}
