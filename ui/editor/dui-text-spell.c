/* dui-text-spell.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-editor"

#include "config.h"

#include "editor/dui-text-spell.h"

/* How many lines are looked at before events are handled again. */
#define LINES_A_TURN 20
/* Lines above and below what can be seen that are looked at too. */
#define MARGIN_LINES 10

struct _DuiTextSpell
{
  GObject parent_instance;
  GtkTextView *view; /* weak */
  DuiSpeller *speller;
  GtkSourceRegion *dirty;
  GtkTextTag *tag;
  GtkTextMark *left; /* the line the caret was on */
  guint idle;
  gboolean enabled;
};

G_DEFINE_FINAL_TYPE (DuiTextSpell, dui_text_spell, G_TYPE_OBJECT)

static GtkTextBuffer *
get_buffer (DuiTextSpell *self)
{
  return gtk_text_view_get_buffer (self->view);
}

static void
take_whole_lines (GtkTextIter *start,
                  GtkTextIter *end)
{
  gtk_text_iter_set_line_offset (start, 0);
  if (!gtk_text_iter_ends_line (end))
    gtk_text_iter_forward_to_line_end (end);
}

/* The word the caret touches is still being typed. */
static gboolean
is_being_typed (DuiTextSpell *self,
                const GtkTextIter *start,
                const GtkTextIter *end)
{
  GtkTextIter caret;

  if (!gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return FALSE;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &caret, gtk_text_buffer_get_insert (get_buffer (self)));
  return gtk_text_iter_compare (&caret, start) >= 0 && gtk_text_iter_compare (&caret, end) <= 0;
}

static void
check_line (DuiTextSpell *self,
            const GtkTextIter *start,
            const GtkTextIter *end)
{
  g_autofree char *text = gtk_text_iter_get_text (start, end);
  g_autoptr (GArray) wrong = dui_speller_find (self->speller, text);

  gtk_text_buffer_remove_tag (get_buffer (self), self->tag, start, end);
  for (guint i = 0; i < wrong->len; i++)
    {
      const DuiMisspelling *word = &g_array_index (wrong, DuiMisspelling, i);
      GtkTextIter from = *start;
      GtkTextIter to = *start;

      gtk_text_iter_set_line_index (&from, (int) word->start);
      gtk_text_iter_set_line_index (&to, (int) word->end);
      if (!is_being_typed (self, &from, &to))
        gtk_text_buffer_apply_tag (get_buffer (self), self->tag, &from, &to);
    }
}

static void
find_visible (DuiTextSpell *self,
              GtkTextIter *start,
              GtkTextIter *end)
{
  GdkRectangle visible;

  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_line_at_y (self->view, start, visible.y, NULL);
  gtk_text_view_get_line_at_y (self->view, end, visible.y + visible.height, NULL);
  gtk_text_iter_backward_lines (start, MARGIN_LINES);
  gtk_text_iter_forward_lines (end, MARGIN_LINES);
  take_whole_lines (start, end);
}

/* Whether there is more to do. */
static gboolean
check_some (DuiTextSpell *self)
{
  g_autoptr (GtkSourceRegion) seen = NULL;
  GtkSourceRegionIter part;
  GtkTextIter start;
  GtkTextIter end;

  find_visible (self, &start, &end);
  seen = gtk_source_region_intersect_subregion (self->dirty, &start, &end);
  if (seen == NULL || gtk_source_region_is_empty (seen))
    return FALSE;

  gtk_source_region_get_start_region_iter (seen, &part);
  if (!gtk_source_region_iter_get_subregion (&part, &start, &end))
    return FALSE;

  for (guint i = 0; i < LINES_A_TURN && gtk_text_iter_compare (&start, &end) <= 0; i++)
    {
      GtkTextIter line_end = start;

      take_whole_lines (&start, &line_end);
      check_line (self, &start, &line_end);
      if (!gtk_text_iter_forward_line (&line_end))
        gtk_text_buffer_get_end_iter (get_buffer (self), &line_end);
      gtk_source_region_subtract_subregion (self->dirty, &start, &line_end);
      if (gtk_text_iter_equal (&start, &line_end) || gtk_text_iter_is_end (&line_end))
        break;
      start = line_end;
    }

  return TRUE;
}

static gboolean
idle_cb (gpointer user_data)
{
  DuiTextSpell *self = user_data;

  if (check_some (self))
    return G_SOURCE_CONTINUE;

  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
schedule (DuiTextSpell *self)
{
  if (self->idle == 0 && self->enabled && self->view != NULL &&
      dui_speller_get_state (self->speller) == DUI_SPELLER_READY)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

static void
add_dirty (DuiTextSpell *self,
           GtkTextIter start,
           GtkTextIter end)
{
  take_whole_lines (&start, &end);
  if (!gtk_text_iter_is_end (&end))
    gtk_text_iter_forward_char (&end);
  gtk_source_region_add_subregion (self->dirty, &start, &end);
  schedule (self);
}

/* Callbacks */

static void
inserted_cb (DuiTextSpell *self,
             const GtkTextIter *at,
             const char *text,
             int length)
{
  GtkTextIter start = *at;

  gtk_text_iter_backward_chars (&start, (int) g_utf8_strlen (text, length));
  add_dirty (self, start, *at);
}

static void
deleted_cb (DuiTextSpell *self,
            const GtkTextIter *start,
            const GtkTextIter *end)
{
  add_dirty (self, *start, *end);
}

/* A word is looked at when the caret leaves its line, or goes on. */
static void
caret_moved_cb (DuiTextSpell *self)
{
  GtkTextIter left;
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &left, self->left);
  gtk_text_buffer_get_iter_at_mark (get_buffer (self), &caret, gtk_text_buffer_get_insert (get_buffer (self)));
  if (gtk_text_iter_equal (&left, &caret))
    return;
  add_dirty (self, left, left);
  gtk_text_buffer_move_mark (get_buffer (self), self->left, &caret);
}

static void
scrolled_cb (DuiTextSpell *self)
{
  schedule (self);
}

static void
adjustment_cb (DuiTextSpell *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

static void
view_gone_cb (gpointer user_data,
              GObject *view)
{
  DuiTextSpell *self = user_data;

  self->view = NULL;
  g_clear_handle_id (&self->idle, g_source_remove);
}

static void
dui_text_spell_dispose (GObject *object)
{
  DuiTextSpell *self = DUI_TEXT_SPELL (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (get_buffer (self), self);
      g_signal_handlers_disconnect_by_data (self->view, self);
      g_object_weak_unref (G_OBJECT (self->view), view_gone_cb, self);
      self->view = NULL;
    }
  g_clear_object (&self->dirty);
  g_clear_object (&self->speller);

  G_OBJECT_CLASS (dui_text_spell_parent_class)->dispose (object);
}

static void
dui_text_spell_class_init (DuiTextSpellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dui_text_spell_dispose;
}

static void
dui_text_spell_init (DuiTextSpell *self)
{
}

DuiTextSpell *
dui_text_spell_new (GtkTextView *view,
                    DuiSpeller *speller)
{
  static const GdkRGBA red = { 0.88f, 0.11f, 0.14f, 1 };
  DuiTextSpell *self = g_object_new (DUI_TYPE_TEXT_SPELL, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start;

  self->view = view;
  g_object_weak_ref (G_OBJECT (view), view_gone_cb, self);
  self->speller = g_object_ref (speller);
  self->dirty = gtk_source_region_new (buffer);
  self->tag = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_ERROR, "underline-rgba", &red, NULL);
  gtk_text_buffer_get_start_iter (buffer, &start);
  self->left = gtk_text_buffer_create_mark (buffer, NULL, &start, FALSE);
  g_signal_connect_data (buffer, "insert-text", G_CALLBACK (inserted_cb), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_data (buffer, "delete-range", G_CALLBACK (deleted_cb), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_swapped (buffer, "notify::cursor-position", G_CALLBACK (caret_moved_cb), self);
  g_signal_connect_swapped (view, "notify::vadjustment", G_CALLBACK (adjustment_cb), self);
  adjustment_cb (self);

  return self;
}

void
dui_text_spell_set_enabled (DuiTextSpell *self,
                            gboolean enabled)
{
  g_return_if_fail (DUI_IS_TEXT_SPELL (self));

  if (self->enabled == enabled)
    return;

  self->enabled = enabled;
  dui_text_spell_recheck (self);
}

void
dui_text_spell_recheck (DuiTextSpell *self)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (DUI_IS_TEXT_SPELL (self));

  if (self->view == NULL)
    return;

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_remove_tag (get_buffer (self), self->tag, &start, &end);
  if (self->enabled)
    add_dirty (self, start, end);
}

char *
dui_text_spell_dup_word (DuiTextSpell *self,
                         const GtkTextIter *iter,
                         GtkTextIter *start,
                         GtkTextIter *end)
{
  g_return_val_if_fail (DUI_IS_TEXT_SPELL (self), NULL);

  if (self->view == NULL || (!gtk_text_iter_has_tag (iter, self->tag) && !gtk_text_iter_ends_tag (iter, self->tag)))
    return NULL;

  *start = *iter;
  *end = *iter;
  if (!gtk_text_iter_starts_tag (start, self->tag))
    gtk_text_iter_backward_to_tag_toggle (start, self->tag);
  if (!gtk_text_iter_ends_tag (end, self->tag))
    gtk_text_iter_forward_to_tag_toggle (end, self->tag);

  return gtk_text_iter_get_text (start, end);
}
