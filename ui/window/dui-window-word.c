/* dui-window-word.c - what is opened waits for the word an input method holds
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-window"

#include "config.h"

#include "common/dui-editable-text.h"
#include "window/dui-window-private.h"

/*
 * Input methods hand over the word they hold when the focus leaves, some at
 * once and some a little later. If the form showed another part by then, the
 * word would land in the wrong place.
 */

#define MAX_WAIT_MS 150
#define STEP_MS 10

static gboolean
waited_cb (gpointer user_data)
{
  DuiWindow *self = user_data;
  g_autofree char *wanted = NULL;

  self->word_waited += STEP_MS;
  if (self->word_waited < MAX_WAIT_MS && self->typed_in != NULL && *dui_preedit_get (self->typed_in) != '\0')
    return G_SOURCE_CONTINUE;

  /* What is wanted may be the first of several: the last of them is shown. */
  self->word_timer = 0;
  wanted = g_steal_pointer (&self->wanted);
  g_set_weak_pointer (&self->typed_in, NULL);
  if (self->wanted_place)
    dui_window_open_place (self, wanted, self->wanted_offset);
  else
    dui_window_show_part (self, wanted);
  return G_SOURCE_REMOVE;
}

void
dui_window_follow_focus (DuiWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *search = gtk_stack_get_child_by_name (self->side_stack, "cite");
  GAction *add = g_action_map_lookup_action (G_ACTION_MAP (self), "add-section");

  /* Keys of the window come before those of its parts, and there Ctrl+Enter is another verb. */
  g_simple_action_set_enabled (G_SIMPLE_ACTION (add),
                               focus == NULL || search == NULL || !gtk_widget_is_ancestor (focus, search));

  if ((GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)) && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->form_stack)))
    g_set_weak_pointer (&self->typed_in, focus);
}

/**
 * dui_window_wait_for_word:
 * @self: a window
 * @reference: what shall be shown
 * @place: whether it is a place, or a part
 * @offset: of the place
 *
 * Where an input method holds a word, takes the focus from it and shows
 * @reference when the word has come, or after 150 ms.
 *
 * Returns: whether to wait
 */
gboolean
dui_window_wait_for_word (DuiWindow *self,
                          const char *reference,
                          gboolean place,
                          guint offset)
{
  gboolean waiting = self->word_timer != 0;

  if (!waiting)
    {
      if (self->typed_in == NULL || *dui_preedit_get (self->typed_in) == '\0')
        return FALSE;
      gtk_window_set_focus (GTK_WINDOW (self), NULL);
      if (self->typed_in == NULL || *dui_preedit_get (self->typed_in) == '\0')
        return FALSE;
    }

  if (reference != self->wanted)
    {
      g_free (self->wanted);
      self->wanted = g_strdup (reference);
    }
  self->wanted_place = place;
  self->wanted_offset = offset;
  if (!waiting)
    {
      self->word_waited = 0;
      self->word_timer = g_timeout_add (STEP_MS, waited_cb, self);
    }
  return TRUE;
}

void
dui_window_stop_waiting (DuiWindow *self)
{
  g_clear_handle_id (&self->word_timer, g_source_remove);
  g_clear_pointer (&self->wanted, g_free);
  g_set_weak_pointer (&self->typed_in, NULL);
}
