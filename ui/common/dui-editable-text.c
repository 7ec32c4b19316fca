/* dui-editable-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-common"

#include "config.h"

#include "common/dui-editable-text.h"

/* The word is kept on the widget that has the input method. */
#define PREEDIT_KEY "dui-preedit"

/* Callbacks */

static void
preedit_changed_cb (GObject *typed_in,
                    const char *preedit,
                    gpointer user_data)
{
  g_object_set_data_full (typed_in, PREEDIT_KEY, g_strdup (preedit), g_free);
}

/**
 * dui_find_typed_in:
 * @widget: any widget
 *
 * Finds what has the keyboard and the input method when @widget is typed in: an
 * entry hands typing to another widget, which may do so too.
 *
 * Returns: (transfer none): that widget; @widget itself where it hands on nothing
 */
GtkWidget *
dui_find_typed_in (GtkWidget *widget)
{
  while (GTK_IS_EDITABLE (widget) && !GTK_IS_TEXT (widget))
    {
      GtkEditable *delegate = gtk_editable_get_delegate (GTK_EDITABLE (widget));

      if (delegate == NULL)
        break;
      widget = GTK_WIDGET (delegate);
    }

  return widget;
}

/**
 * dui_preedit_follow:
 * @widget: a #GtkEditable or #GtkTextView
 *
 * Begins to follow the word an input method holds in @widget.
 */
void
dui_preedit_follow (GtkWidget *widget)
{
  GtkWidget *typed_in;

  g_return_if_fail (GTK_IS_EDITABLE (widget) || GTK_IS_TEXT_VIEW (widget));

  typed_in = dui_find_typed_in (widget);
  if (!GTK_IS_TEXT (typed_in) && !GTK_IS_TEXT_VIEW (typed_in))
    return;
  if (g_object_get_data (G_OBJECT (typed_in), PREEDIT_KEY) != NULL)
    return;

  preedit_changed_cb (G_OBJECT (typed_in), "", NULL);
  g_signal_connect (typed_in, "preedit-changed", G_CALLBACK (preedit_changed_cb), NULL);
}

/**
 * dui_preedit_get:
 * @widget: a #GtkEditable or #GtkTextView that is followed
 *
 * Returns: (transfer none): the word an input method holds; empty for none
 */
const char *
dui_preedit_get (GtkWidget *widget)
{
  const char *preedit;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), "");

  preedit = g_object_get_data (G_OBJECT (dui_find_typed_in (widget)), PREEDIT_KEY);

  return preedit != NULL ? preedit : "";
}

static char *
put_in (const char *text,
        int start,
        int end,
        const char *word)
{
  const char *first = g_utf8_offset_to_pointer (text, start);
  const char *last = g_utf8_offset_to_pointer (first, end - start);

  return g_strdup_printf ("%.*s%s%s", (int) (first - text), text, word, last);
}

/**
 * dui_editable_dup_text:
 * @editable: an entry
 *
 * Gets what the user sees in @editable, for saving, the pages and the checks:
 * input methods hold the word being typed for themselves.
 *
 * Returns: (transfer full): the text, as typed
 */
char *
dui_editable_dup_text (GtkEditable *editable)
{
  const char *text;
  const char *word;
  int start;
  int end;

  g_return_val_if_fail (GTK_IS_EDITABLE (editable), NULL);

  text = gtk_editable_get_text (editable);
  word = dui_preedit_get (GTK_WIDGET (editable));
  if (*word == '\0')
    return g_strdup (text);

  if (!gtk_editable_get_selection_bounds (editable, &start, &end))
    start = end = gtk_editable_get_position (editable);

  return put_in (text, start, end, word);
}

/**
 * dui_text_view_dup_text:
 * @view: a text view
 *
 * Gets what the user sees in @view; see dui_editable_dup_text().
 *
 * Returns: (transfer full): the text, as typed
 */
char *
dui_text_view_dup_text (GtkTextView *view)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;
  const char *word;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);

  buffer = gtk_text_view_get_buffer (view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  word = dui_preedit_get (GTK_WIDGET (view));
  if (*word == '\0')
    return g_steal_pointer (&text);

  gtk_text_buffer_get_selection_bounds (buffer, &start, &end);

  return put_in (text, gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end), word);
}

/**
 * dui_typed_dup_text:
 * @widget: an entry or a text view
 *
 * Gets what the user sees in @widget; see dui_editable_dup_text().
 *
 * Returns: (transfer full): the text, as typed
 */
char *
dui_typed_dup_text (GtkWidget *widget)
{
  return GTK_IS_TEXT_VIEW (widget) ? dui_text_view_dup_text (GTK_TEXT_VIEW (widget))
                                   : dui_editable_dup_text (GTK_EDITABLE (widget));
}
