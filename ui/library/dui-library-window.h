/* dui-library-window.h - the documents that can be cited
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "library/dui-library-book.h"
#include "library/dui-library-form.h"
#include "library/dui-library-source.h"

G_BEGIN_DECLS

#define DUI_TYPE_LIBRARY_WINDOW (dui_library_window_get_type ())

/**
 * DuiLibraryWindow:
 *
 * The catalogue (thư viện): search and filters, and beside them the form of
 * the selected document, the XML source of the user's own pack, or a text to
 * paste whose documents are taken to it. Where there is no room for both, one
 * lies behind the other.
 */
G_DECLARE_FINAL_TYPE (DuiLibraryWindow, dui_library_window, DUI, LIBRARY_WINDOW, AdwApplicationWindow)

GtkWidget *dui_library_window_new (GtkApplication *application,
                                   DuiEngine *engine) G_GNUC_WARN_UNUSED_RESULT;
/* As if typed into the search. */
void dui_library_window_search (DuiLibraryWindow *self,
                                const char *text);
guint dui_library_window_get_n_results (DuiLibraryWindow *self);
/* Shows what the catalogue has of the documents that @text cites. */
void dui_library_window_compare (DuiLibraryWindow *self,
                                 const char *text);
/* Adds those that are ticked; FALSE with @error where they cannot be written. */
gboolean dui_library_window_add (DuiLibraryWindow *self,
                                 guint *n_added,
                                 GError **error);

DuiLibraryBook *dui_library_window_get_book (DuiLibraryWindow *self);
DuiLibraryForm *dui_library_window_get_form (DuiLibraryWindow *self);
DuiLibrarySource *dui_library_window_get_source (DuiLibraryWindow *self);

G_END_DECLS
