/* dui-library-book.h - the documents of the user's own pack, as form and as text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/dui-engine.h"
#include "library/dui-library-file.h"

G_BEGIN_DECLS

#define DUI_TYPE_LIBRARY_BOOK (dui_library_book_get_type ())

/**
 * DuiLibraryBook:
 *
 * The catalogue file of the user's own pack, while it is worked on: one text
 * that the form changes entry by entry and the source as a whole, with one
 * undo for both.
 *
 * While the text has mistakes the entries are those of its last good state.
 * What is good goes to the pack within two seconds; what has mistakes, or
 * cannot be written there, is kept aside and is there again at the next start.
 * What others write to the file meanwhile is taken over.
 *
 * #DuiLibraryBook::changed (origin) tells that the text is another one, and
 * #DuiLibraryBook::checked that it was read; #DuiLibraryBook::saved (success)
 * tells how a write went.
 */
G_DECLARE_FINAL_TYPE (DuiLibraryBook, dui_library_book, DUI, LIBRARY_BOOK, GObject)

/* @folder (nullable): where what has mistakes is kept; NULL for that of the user. */
DuiLibraryBook *dui_library_book_new (DuiEngine *engine,
                                      const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/* What was typed last. */
const char *dui_library_book_get_text (DuiLibraryBook *self);
/* The text as it was read last; reads it when it was not yet. */
DuiLibraryFile *dui_library_book_get_file (DuiLibraryBook *self);
/* The last one without mistakes. */
DuiLibraryFile *dui_library_book_get_good (DuiLibraryBook *self);
gboolean dui_library_book_is_good (DuiLibraryBook *self);
/* An entry of the last good text, or NULL. */
DtDocument *dui_library_book_find (DuiLibraryBook *self,
                                   const char *id);

/* Writes @document in the place of the entry @id, or as a new one. @group (nullable): changes of one
 * group that follow each other are undone together. */
gboolean dui_library_book_put (DuiLibraryBook *self,
                               const char *id,
                               DtDocument *document,
                               const char *group,
                               gpointer origin,
                               GError **error);
gboolean dui_library_book_remove (DuiLibraryBook *self,
                                  const char *id,
                                  GError **error);
void dui_library_book_set_text (DuiLibraryBook *self,
                                const char *text,
                                gpointer origin);

gboolean dui_library_book_can_undo (DuiLibraryBook *self);
gboolean dui_library_book_can_redo (DuiLibraryBook *self);
void dui_library_book_undo (DuiLibraryBook *self);
void dui_library_book_redo (DuiLibraryBook *self);
/* What comes next is undone by itself. */
void dui_library_book_end_group (DuiLibraryBook *self);
/* The entry that the last change, undo or redo was about; NULL for the text as a whole. */
const char *dui_library_book_get_touched (DuiLibraryBook *self);

/* Everything on disk before this returns; FALSE where something is nowhere but in memory. */
gboolean dui_library_book_flush (DuiLibraryBook *self,
                                 GError **error);
/* NULL while all is well: why the last write went wrong. */
const char *dui_library_book_get_problem (DuiLibraryBook *self);
gboolean dui_library_book_is_saved (DuiLibraryBook *self);

G_END_DECLS
