/* dui-library-row.h - ties a row of a form to a fact of an entry
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-form-row.h"

G_BEGIN_DECLS

/**
 * DuiLibraryTie:
 * @get: what the row is to show
 * @set: what was typed, with the word an input method holds; %FALSE with an error where it is refused
 * @data: for the two
 * @field: for the two
 *
 * What a row is tied to. Nothing is written into a row in which an input
 * method holds a word; what is refused stays as it was typed, with the reason.
 */
typedef struct
{
  char *(*get) (gpointer data,
                guint field);
  gboolean (*set) (gpointer data,
                   guint field,
                   const char *text,
                   GtkWidget *row,
                   GError **error);
  gpointer data;
  guint field;
} DuiLibraryTie;

/* @tie is copied; its data must outlive the row, or dui_library_row_untie() be called before. */
void dui_library_row_tie (DuiFormRow *row,
                          const DuiLibraryTie *tie);
void dui_library_row_untie (DuiFormRow *row);
/* Shows what there is now, without a verdict. */
void dui_library_row_refresh (DuiFormRow *row);
void dui_library_row_set_editable (DuiFormRow *row,
                                   gboolean editable);

/* Changes no more of @buffer than what differs. */
void dui_library_write_buffer (GtkTextBuffer *buffer,
                               const char *text);

G_END_DECLS
