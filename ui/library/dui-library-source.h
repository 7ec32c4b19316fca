/* dui-library-source.h - the XML of the user's own pack, and of an entry of another
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

#include "library/dui-library-book.h"
#include "library/dui-library-origins.h"

G_BEGIN_DECLS

#define DUI_TYPE_LIBRARY_SOURCE (dui_library_source_get_type ())

/**
 * DuiLibrarySource:
 *
 * The text of a #DuiLibraryBook to type in, checked while it is typed: marks
 * on the lines, and what is wrong below. An entry of another pack is shown to
 * read, and can be copied.
 *
 * #DuiLibrarySource::copy tells that the entry shown is to be copied.
 */
G_DECLARE_FINAL_TYPE (DuiLibrarySource, dui_library_source, DUI, LIBRARY_SOURCE, AdwBin)

void dui_library_source_set_book (DuiLibrarySource *self,
                                  DuiEngine *engine,
                                  DuiLibraryBook *book);
/* Goes to the entry @id of the book; @other (nullable): the entry is not there, but of the pack @title. */
void dui_library_source_show (DuiLibrarySource *self,
                              const char *id,
                              const DtDocument *other,
                              const char *title);
/* To the first mistake. */
void dui_library_source_show_mistake (DuiLibrarySource *self);
GtkSourceView *dui_library_source_get_view (DuiLibrarySource *self);
guint dui_library_source_get_n_problems (DuiLibrarySource *self);

G_END_DECLS
