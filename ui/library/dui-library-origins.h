/* dui-library-origins.h - from which pack an entry comes
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "catalog/dt-pack.h"
#include "library/dui-library-book.h"

G_BEGIN_DECLS

#define DUI_TYPE_LIBRARY_ORIGINS (dui_library_origins_get_type ())

/**
 * DuiLibraryOrigins:
 *
 * What each pack says of documents, apart from the file of the user's own pack
 * that is worked on. Immutable and reference counted.
 */
typedef struct _DuiLibraryOrigins DuiLibraryOrigins;

GType dui_library_origins_get_type (void);

/* Reads the catalogues of all packs (element-type DtPack). */
DuiLibraryOrigins *dui_library_origins_new (GPtrArray *packs) G_GNUC_WARN_UNUSED_RESULT;
/* The same in a thread. */
void dui_library_origins_load_async (GPtrArray *packs,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
DuiLibraryOrigins *dui_library_origins_load_finish (GAsyncResult *result) G_GNUC_WARN_UNUSED_RESULT;
DuiLibraryOrigins *dui_library_origins_ref (DuiLibraryOrigins *self);
void dui_library_origins_unref (DuiLibraryOrigins *self);

/* What the strongest pack says; it lives as long as @self. @pack (out) (optional): which one that is. */
const DtDocument *dui_library_origins_find (const DuiLibraryOrigins *self,
                                            const char *id,
                                            const DtPack **pack);

/* What an entry says now: of the book, of the other packs, or else of the catalogue. @pack (out)
 * (nullable): the other pack that has it, too. */
const DtDocument *dui_library_find (DuiEngine *engine,
                                    DuiLibraryBook *book,
                                    DuiLibraryOrigins *origins,
                                    const char *id,
                                    gboolean *is_own,
                                    const DtPack **pack);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiLibraryOrigins, dui_library_origins_unref)

G_END_DECLS
