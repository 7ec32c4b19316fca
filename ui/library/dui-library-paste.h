/* dui-library-paste.h - documents from a text that cites them
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "library/dui-library-book.h"

G_BEGIN_DECLS

#define DUI_TYPE_LIBRARY_PASTE (dui_library_paste_get_type ())

/**
 * DuiLibraryPaste:
 *
 * A text to paste, what the library has of the documents it cites, and a tick
 * for each that is new or says something else.
 */
G_DECLARE_FINAL_TYPE (DuiLibraryPaste, dui_library_paste, DUI, LIBRARY_PASTE, AdwBin)

void dui_library_paste_set_book (DuiLibraryPaste *self,
                                 DuiEngine *engine,
                                 DuiLibraryBook *book);
/* As if typed. */
void dui_library_paste_set_text (DuiLibraryPaste *self,
                                 const char *text);
/* The catalogue is another one. */
void dui_library_paste_refresh (DuiLibraryPaste *self);
/* Takes what is ticked to the user's own pack. */
gboolean dui_library_paste_add (DuiLibraryPaste *self,
                                guint *n_added,
                                GError **error);

G_END_DECLS
