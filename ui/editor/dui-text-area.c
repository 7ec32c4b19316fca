/* dui-text-area.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-editor"

#include "config.h"

#include "editor/dui-text-area-private.h"

#include "common/dui-editable-text.h"
#include "editor/dui-text-buffer.h"
#include "editor/dui-text-insert.h"

#include <string.h>

enum
{
  SIGNAL_CARET_MOVED,
  SIGNAL_CITE_REQUESTED,
  SIGNAL_SPELLING_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiTextArea, dui_text_area, ADW_TYPE_BIN)

/* What is to be put in as soon as no word is held. */
typedef struct
{
  DuiTextArea *area;
  GtkTextMark *start;
  GtkTextMark *end;
  char *text;
  gboolean snippet;
  gboolean words; /* whole ones, which split no other */
} Insertion;

static GtkTextBuffer *
get_buffer (DuiTextArea *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

/* Putting in */

static void
insertion_free (gpointer data)
{
  Insertion *insertion = data;
  GtkTextBuffer *buffer = gtk_text_mark_get_buffer (insertion->start);

  if (buffer != NULL)
    {
      gtk_text_buffer_delete_mark (buffer, insertion->start);
      gtk_text_buffer_delete_mark (buffer, insertion->end);
    }
  g_object_unref (insertion->start);
  g_object_unref (insertion->end);
  g_free (insertion->text);
  g_free (insertion);
}

/* One step of undo, apart from what is typed before and after. */
static void
end_step (DuiTextArea *self)
{
  if (dui_text_sync_get_document (self->sync) != NULL)
    dui_document_end_group (dui_text_sync_get_document (self->sync));
}

static void
start_snippet (DuiTextArea *self,
               const GtkTextIter *start,
               const GtkTextIter *end)
{
  gtk_text_buffer_move_mark (get_buffer (self), self->snippet_start, start);
  gtk_text_buffer_move_mark (get_buffer (self), self->snippet_end, end);
  gtk_text_buffer_place_cursor (get_buffer (self), start);
  if (!dui_text_area_step_snippet (self, FALSE))
    gtk_text_buffer_place_cursor (get_buffer (self), end);
}

static void
insert_words (DuiTextArea *self,
              const GtkTextIter *start,
              const GtkTextIter *end,
              const char *words)
{
  g_auto (DuiTextChange) change = { 0 };
  g_autofree char *text = dui_text_buffer_dup_text (get_buffer (self));

  dui_text_insert_words (text, dui_text_iter_get_byte (start), dui_text_iter_get_byte (end), words, &change);
  dui_text_buffer_apply (get_buffer (self), &change);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (get_buffer (self)));
}

static void
insert_now (gpointer user_data)
{
  Insertion *insertion = user_data;
  DuiTextArea *self = insertion->area;
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_mark (buffer, &start, insertion->start);
  gtk_text_buffer_get_iter_at_mark (buffer, &end, insertion->end);
  if (insertion->words)
    {
      insert_words (self, &start, &end, insertion->text);
      end_step (self);
      return;
    }

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &start, &end);
  gtk_text_buffer_insert (buffer, &start, insertion->text, -1);
  gtk_text_buffer_place_cursor (buffer, &start);
  gtk_text_buffer_end_user_action (buffer);
  end_step (self);

  if (insertion->snippet)
    {
      end = start;
      gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (insertion->text, -1));
      start_snippet (self, &start, &end);
    }
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer));
}

static void
insert_at (DuiTextArea *self,
           const GtkTextIter *start,
           const GtkTextIter *end,
           Insertion *insertion)
{
  GtkTextBuffer *buffer = get_buffer (self);

  insertion->area = self;
  /* A word that is still held comes into the text before what is put in at its place. */
  insertion->start = g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, start, !gtk_text_iter_equal (start, end)));
  insertion->end = g_object_ref (gtk_text_buffer_create_mark (buffer, NULL, end, FALSE));

  end_step (self);
  dui_text_sync_when_free (self->sync, insert_now, insertion, insertion_free);
}

static Insertion *
insertion_new (const char *text)
{
  Insertion *insertion = g_new0 (Insertion, 1);

  insertion->text = g_strdup (text);
  return insertion;
}

void
dui_text_area_replace (DuiTextArea *self,
                       gsize start,
                       gsize end,
                       const char *text)
{
  GtkTextIter from;
  GtkTextIter to;

  dui_text_buffer_get_iter_at_byte (get_buffer (self), &from, start);
  dui_text_buffer_get_iter_at_byte (get_buffer (self), &to, end);
  insert_at (self, &from, &to, insertion_new (text));
}

/* The selection; the caret, where a held word is about to take the place of the selection. */
static void
get_insertion_bounds (DuiTextArea *self,
                      GtkTextIter *start,
                      GtkTextIter *end)
{
  gtk_text_buffer_get_selection_bounds (get_buffer (self), start, end);
  if (!dui_text_sync_is_free (self->sync))
    *start = *end;
}

void
dui_text_area_insert (DuiTextArea *self,
                      const char *text)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (DUI_IS_TEXT_AREA (self) && text != NULL);

  get_insertion_bounds (self, &start, &end);
  insert_at (self, &start, &end, insertion_new (text));
}

void
dui_text_area_insert_snippet (DuiTextArea *self,
                              const char *text)
{
  Insertion *insertion;
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (DUI_IS_TEXT_AREA (self) && text != NULL);

  insertion = insertion_new (text);
  insertion->snippet = TRUE;
  get_insertion_bounds (self, &start, &end);
  insert_at (self, &start, &end, insertion);
}

void
dui_text_area_cite (DuiTextArea *self,
                    const char *number,
                    gboolean full)
{
  g_autofree char *mark = NULL;
  Insertion *insertion;
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (DUI_IS_TEXT_AREA (self) && number != NULL);

  mark = g_strdup_printf ("[[%s%s]]", number, full ? "|full" : "");
  insertion = insertion_new (mark);
  insertion->words = TRUE;
  get_insertion_bounds (self, &start, &end);
  insert_at (self, &start, &end, insertion);
}

gboolean
dui_text_area_step_snippet (DuiTextArea *self,
                            gboolean back)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter first;
  GtkTextIter last;
  GtkTextIter at;
  GtkTextIter end;
  gboolean found;

  gtk_text_buffer_get_iter_at_mark (buffer, &first, self->snippet_start);
  gtk_text_buffer_get_iter_at_mark (buffer, &last, self->snippet_end);
  if (gtk_text_iter_equal (&first, &last))
    return FALSE;

  gtk_text_buffer_get_selection_bounds (buffer, &at, &end);
  if (gtk_text_iter_compare (&at, &first) < 0 || gtk_text_iter_compare (&end, &last) > 0)
    return FALSE;

  found = back ? gtk_text_iter_backward_search (&at, "{{", GTK_TEXT_SEARCH_TEXT_ONLY, &at, NULL, &first)
               : gtk_text_iter_forward_search (&end, "{{", GTK_TEXT_SEARCH_TEXT_ONLY, &at, NULL, &last);
  if (!found || !gtk_text_iter_forward_search (&at, "}}", GTK_TEXT_SEARCH_TEXT_ONLY, NULL, &end, &last))
    {
      gtk_text_buffer_move_mark (buffer, self->snippet_end, &first);
      return FALSE;
    }

  gtk_text_buffer_select_range (buffer, &end, &at);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer));
  return TRUE;
}

/* The plan and the catalogue */

static void
refresh_catalog (DuiTextArea *self)
{
  DuiDocument *document = dui_text_sync_get_document (self->sync);
  DtDate on = document != NULL ? dui_document_get_day (document) : dui_engine_get_today (self->engine);

  dui_text_body_set_catalog (self->view, dui_engine_get_catalog (self->engine), on);
}

/* Callbacks */

static gboolean
ask_for_citation (gpointer user_data)
{
  DuiTextArea *self = user_data;

  g_signal_emit (self, signals[SIGNAL_CITE_REQUESTED], 0);

  return G_SOURCE_REMOVE;
}

static void
inserted_cb (DuiTextArea *self,
             GtkTextIter *at,
             const char *text,
             int length)
{
  GtkTextIter before = *at;

  self->typing = length <= 16;
  if (length != 1 || *text != '[')
    return;

  if (gtk_text_iter_get_offset (at) >= 2 && gtk_text_iter_backward_chars (&before, 2) && gtk_text_iter_get_char (&before) == '[')
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, ask_for_citation, g_object_ref (self), g_object_unref);
}

static void
buffer_changed_cb (DuiTextArea *self)
{
  dui_text_body_refresh (self->view);
}

static void
settled_cb (DuiTextArea *self)
{
  dui_text_complete_update (self->complete, self->typing && gtk_widget_has_focus (GTK_WIDGET (self->view)));
  self->typing = FALSE;
}

static void
caret_moved_cb (DuiTextArea *self)
{
  if (!self->typing)
    dui_text_complete_update (self->complete, FALSE);
  g_signal_emit (self, signals[SIGNAL_CARET_MOVED], 0, dui_text_area_get_offset (self));
}

static void
preedit_changed_cb (DuiTextArea *self)
{
  g_signal_emit (self, signals[SIGNAL_CARET_MOVED], 0, dui_text_area_get_offset (self));
}

static void
verdict_cb (DuiTextArea *self,
            const char *message)
{
  gboolean wrong = message != NULL;

  if (wrong)
    gtk_label_set_text (self->verdict_label, message);
  if (wrong != gtk_revealer_get_reveal_child (self->verdict_revealer))
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_STATE_INVALID,
                                 wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_revealer_set_reveal_child (self->verdict_revealer, wrong);
}

static void
accepted_cb (DuiTextArea *self,
             guint start,
             guint end,
             const char *text)
{
  dui_text_area_replace (self, start, end, text);
}

static void
spelling_changed_cb (DuiTextArea *self)
{
  dui_text_spell_set_enabled (self->spell, g_settings_get_boolean (dui_engine_get_settings (self->engine), "spelling"));
}

static void
profile_changed_cb (DuiTextArea *self)
{
  dui_speller_add_profile (dui_speller_get_default (), dui_engine_get_profile (self->engine));
  dui_text_spell_recheck (self->spell);
}

static void
dui_text_area_dispose (GObject *object)
{
  DuiTextArea *self = DUI_TEXT_AREA (object);

  if (self->sync != NULL)
    {
      dui_text_sync_flush (self->sync);
      g_cancellable_cancel (self->pasting);
      g_signal_handlers_disconnect_by_data (get_buffer (self), self);
    }
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->menu));
  self->menu = NULL;
  g_clear_object (&self->pasting);
  g_clear_object (&self->complete);
  g_clear_object (&self->spell);
  g_clear_object (&self->sync);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_text_area_parent_class)->dispose (object);
}

static gboolean
dui_text_area_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DUI_TEXT_AREA (widget)->view));
}

/* Ends a scrolling that goes by steps: hidden in the midst of it, the toolkit ends it twice and complains. */
static void
dui_text_area_unmap (GtkWidget *widget)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (DUI_TEXT_AREA (widget)->scroller);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment));
  GTK_WIDGET_CLASS (dui_text_area_parent_class)->unmap (widget);
}

static guint
add_signal (const char *name,
            GType argument)
{
  return argument == G_TYPE_NONE
           ? g_signal_new (name, DUI_TYPE_TEXT_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0)
           : g_signal_new (name, DUI_TYPE_TEXT_AREA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, argument);
}

static void
dui_text_area_class_init (DuiTextAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_text_area_dispose;
  widget_class->grab_focus = dui_text_area_grab_focus;
  widget_class->unmap = dui_text_area_unmap;

  signals[SIGNAL_CARET_MOVED] = add_signal ("caret-moved", G_TYPE_UINT);
  signals[SIGNAL_CITE_REQUESTED] = add_signal ("cite-requested", G_TYPE_NONE);
  signals[SIGNAL_SPELLING_CHANGED] = add_signal ("spelling-changed", G_TYPE_NONE);

  g_type_ensure (DUI_TYPE_TEXT_BODY);
  g_type_ensure (DUI_TYPE_TEXT_FIND);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-text-area.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiTextArea, view);
  gtk_widget_class_bind_template_child (widget_class, DuiTextArea, find);
  gtk_widget_class_bind_template_child (widget_class, DuiTextArea, overlay);
  gtk_widget_class_bind_template_child (widget_class, DuiTextArea, scroller);
  gtk_widget_class_bind_template_child (widget_class, DuiTextArea, verdict_revealer);
  gtk_widget_class_bind_template_child (widget_class, DuiTextArea, verdict_label);
  dui_text_area_install_key_actions (widget_class);
  dui_text_area_install_menu_actions (widget_class);
}

static void
dui_text_area_init (DuiTextArea *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;

  gtk_widget_init_template (GTK_WIDGET (self));
  buffer = get_buffer (self);
  gtk_text_buffer_get_start_iter (buffer, &start);
  self->snippet_start = gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE);
  self->snippet_end = gtk_text_buffer_create_mark (buffer, NULL, &start, FALSE);
  self->pointed = gtk_text_buffer_create_mark (buffer, NULL, &start, TRUE);
  self->pasting = g_cancellable_new ();
  dui_text_find_set_view (self->find, GTK_SOURCE_VIEW (self->view));

  /* The chips are found before anybody asks for them. */
  g_signal_connect_swapped (buffer, "changed", G_CALLBACK (buffer_changed_cb), self);
  g_signal_connect_data (buffer, "insert-text", G_CALLBACK (inserted_cb), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_data (buffer, "notify::cursor-position", G_CALLBACK (caret_moved_cb), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  self->complete = dui_text_complete_new (self->view, self->overlay);
  g_signal_connect_object (self->complete, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  self->spell = dui_text_spell_new (GTK_TEXT_VIEW (self->view), dui_speller_get_default ());
  self->sync = dui_text_sync_new (GTK_TEXT_VIEW (self->view));
  g_signal_connect_object (self->sync, "settled", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sync, "verdict", G_CALLBACK (verdict_cb), self, G_CONNECT_SWAPPED);
  /* After the document has it. */
  g_signal_connect_object (self->view, "preedit-changed", G_CALLBACK (preedit_changed_cb), self, G_CONNECT_SWAPPED);
  dui_text_area_connect_keys (self);
  dui_text_area_connect_menu (self);
}

GtkWidget *
dui_text_area_new (DuiEngine *engine)
{
  DuiTextArea *self;

  g_return_val_if_fail (DUI_IS_ENGINE (engine), NULL);

  self = g_object_new (DUI_TYPE_TEXT_AREA, NULL);
  self->engine = g_object_ref (engine);
  g_signal_connect_object (engine, "catalog-changed", G_CALLBACK (refresh_catalog), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (engine, "profile-changed", G_CALLBACK (profile_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dui_engine_get_settings (engine), "changed::spelling", G_CALLBACK (spelling_changed_cb), self, G_CONNECT_SWAPPED);
  profile_changed_cb (self);
  spelling_changed_cb (self);

  return GTK_WIDGET (self);
}

void
dui_text_area_set_document (DuiTextArea *self,
                            DuiDocument *document,
                            const char *reference)
{
  DuiDocument *old;

  g_return_if_fail (DUI_IS_TEXT_AREA (self));

  old = dui_text_sync_get_document (self->sync);
  if (old != document)
    {
      if (old != NULL)
        g_signal_handlers_disconnect_by_func (old, G_CALLBACK (refresh_catalog), self);
      if (document != NULL)
        g_signal_connect_object (document, "changed", G_CALLBACK (refresh_catalog), self, G_CONNECT_SWAPPED);
    }
  dui_text_body_set_marks (self->view, NULL, 0);
  dui_text_sync_set_document (self->sync, document, reference);
  dui_text_complete_set_document (self->complete, document, reference);
  refresh_catalog (self);
}

void
dui_text_area_show_offset (DuiTextArea *self,
                           guint offset)
{
  GtkTextIter iter;

  g_return_if_fail (DUI_IS_TEXT_AREA (self));

  /* Moving the caret would end the word that is being typed. */
  if (!dui_text_sync_is_free (self->sync))
    return;

  dui_text_buffer_get_iter_at_byte (get_buffer (self), &iter, offset);
  gtk_text_buffer_place_cursor (get_buffer (self), &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (get_buffer (self)), 0.1, FALSE, 0, 0);
}

guint
dui_text_area_get_offset (DuiTextArea *self)
{
  GtkTextIter caret;

  g_return_val_if_fail (DUI_IS_TEXT_AREA (self), 0);

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &caret, gtk_text_buffer_get_insert (get_buffer (self)));

  /* Behind the word that is held, which is in the document already. */
  return (guint) (dui_text_iter_get_byte (&caret) + strlen (dui_preedit_get (GTK_WIDGET (self->view))));
}

void
dui_text_area_set_marks (DuiTextArea *self,
                         const DuiTextMark *marks,
                         guint n_marks)
{
  g_return_if_fail (DUI_IS_TEXT_AREA (self));

  /* The places count from a text that has the held word in it; the lines move with the text anyway. */
  if (dui_text_sync_is_free (self->sync))
    dui_text_body_set_marks (self->view, marks, n_marks);
}

void
dui_text_area_flush (DuiTextArea *self)
{
  g_return_if_fail (DUI_IS_TEXT_AREA (self));

  dui_text_sync_flush (self->sync);
}

void
dui_text_area_open_find (DuiTextArea *self,
                         gboolean replace)
{
  g_return_if_fail (DUI_IS_TEXT_AREA (self));

  dui_text_find_open (self->find, replace);
}

DuiTextBody *
dui_text_area_get_view (DuiTextArea *self)
{
  g_return_val_if_fail (DUI_IS_TEXT_AREA (self), NULL);

  return self->view;
}
