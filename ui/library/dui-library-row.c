/* dui-library-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-library"

#include "config.h"

#include "library/dui-library-row.h"

#include "common/dui-editable-text.h"
#include "common/dui-text-change.h"

#include <string.h>

#define TIE_KEY "dui-library-tie"

typedef struct
{
  DuiLibraryTie tie;
  DuiFormRow *row; /* owns us */
  gboolean filling;
  gboolean waiting; /* another text is to be shown when no word is held any more */
} Tied;

static Tied *
get_tied (DuiFormRow *row)
{
  return g_object_get_data (G_OBJECT (row), TIE_KEY);
}

void
dui_library_write_buffer (GtkTextBuffer *buffer,
                          const char *text)
{
  g_autofree char *before = NULL;
  GtkTextIter end;

  g_object_get (buffer, "text", &before, NULL);
  if (strcmp (before, text) != 0)
    dui_text_buffer_change (buffer, before, text, &end);
}

static void
fill (Tied *self)
{
  GtkWidget *editor = dui_form_row_get_editor (self->row);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (*dui_preedit_get (editor) != '\0')
    {
      self->waiting = TRUE;
      return;
    }

  self->waiting = FALSE;
  before = dui_form_row_dup_text (self->row);
  after = self->tie.get (self->tie.data, self->tie.field);
  if (strcmp (before, after) == 0)
    return;

  self->filling = TRUE;
  if (GTK_IS_TEXT_VIEW (editor))
    dui_library_write_buffer (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), after);
  else
    gtk_editable_set_position (GTK_EDITABLE (editor), dui_editable_change (GTK_EDITABLE (editor), before, after));
  self->filling = FALSE;
}

static void
typed_cb (DuiFormRow *row)
{
  Tied *self = get_tied (row);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self == NULL || self->filling)
    return;

  text = dui_form_row_dup_text (row);
  self->tie.set (self->tie.data, self->tie.field, text, GTK_WIDGET (row), &error);
  /* The row may be another one by now, or gone. */
  if (get_tied (row) == self)
    dui_form_row_set_verdict (row, error != NULL ? error->message : NULL);
}

static void
preedit_cb (DuiFormRow *row)
{
  Tied *self = get_tied (row);

  if (self == NULL)
    return;
  if (self->waiting && *dui_preedit_get (dui_form_row_get_editor (row)) == '\0')
    fill (self);
  else
    typed_cb (row);
}

void
dui_library_row_tie (DuiFormRow *row,
                     const DuiLibraryTie *tie)
{
  GtkWidget *editor;
  Tied *self;

  g_return_if_fail (DUI_IS_FORM_ROW (row) && tie != NULL && get_tied (row) == NULL);

  self = g_new0 (Tied, 1);
  self->tie = *tie;
  self->row = row;
  g_object_set_data_full (G_OBJECT (row), TIE_KEY, self, g_free);

  editor = dui_form_row_get_editor (row);
  dui_preedit_follow (editor);
  g_signal_connect_object (editor, "preedit-changed", G_CALLBACK (preedit_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (GTK_IS_TEXT_VIEW (editor) ? G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)))
                                                     : G_OBJECT (editor),
                           "changed", G_CALLBACK (typed_cb), row, G_CONNECT_SWAPPED);
  fill (self);
}

void
dui_library_row_untie (DuiFormRow *row)
{
  g_object_set_data (G_OBJECT (row), TIE_KEY, NULL);
}

void
dui_library_row_refresh (DuiFormRow *row)
{
  Tied *self = get_tied (row);

  if (self == NULL)
    return;
  fill (self);
  if (!self->waiting)
    dui_form_row_set_verdict (row, NULL);
}

void
dui_library_row_set_editable (DuiFormRow *row,
                              gboolean editable)
{
  GtkWidget *editor = dui_form_row_get_editor (row);

  if (GTK_IS_TEXT_VIEW (editor))
    gtk_text_view_set_editable (GTK_TEXT_VIEW (editor), editable);
  else
    gtk_editable_set_editable (GTK_EDITABLE (editor), editable);
}
