/* dui-library-store.h - the catalogue file of the user's own pack on disk
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/dui-engine.h"
#include "library/dui-library-file.h"

G_BEGIN_DECLS

/* In the folder "catalog" of the pack; the citing pane adds to it, too. */
#define DUI_LIBRARY_CATALOG_FILE "cited.xml"

/**
 * DuiLibraryStore:
 *
 * Where a #DuiLibraryBook comes from and goes to. It knows what the file held
 * when it was last read or written, and sees whether others changed it.
 */
typedef struct _DuiLibraryStore DuiLibraryStore;

/* @folder (nullable): where what is not good enough for the pack is kept; NULL for that of the user. */
DuiLibraryStore *dui_library_store_new (DuiEngine *engine,
                                        const char *folder) G_GNUC_WARN_UNUSED_RESULT;
void dui_library_store_free (DuiLibraryStore *self);

/* What is in the pack now; an empty catalogue where there is no file. @error: it cannot be read. */
char *dui_library_store_read (DuiLibraryStore *self,
                              char **etag,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What was read is taken: from now on the file is stale when it is not this. */
void dui_library_store_set_etag (DuiLibraryStore *self,
                                 const char *etag);
/* What was kept aside, or NULL; then dui_library_store_read_base() is what the pack held at that time. */
char *dui_library_store_read_aside (DuiLibraryStore *self) G_GNUC_WARN_UNUSED_RESULT;
char *dui_library_store_read_base (DuiLibraryStore *self) G_GNUC_WARN_UNUSED_RESULT;

/* Whether the file is not the one that was read or written last. */
gboolean dui_library_store_is_stale (DuiLibraryStore *self);

/* Into the pack, unless others changed the file (%DT_SAVE_ERROR_CONFLICT). What was kept aside goes. */
gboolean dui_library_store_write (DuiLibraryStore *self,
                                  const char *text,
                                  GError **error);
gboolean dui_library_store_write_aside (DuiLibraryStore *self,
                                        const char *text,
                                        const char *base,
                                        GError **error);

/* @mine with what became of @base in @theirs; where both changed an entry, @mine counts. NULL where
 * one of them has mistakes. */
char *dui_library_merge (const char *base,
                         const char *mine,
                         const char *theirs) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiLibraryStore, dui_library_store_free)

G_END_DECLS
