/* dui-library-relations.h - what a document does to others, as a form
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "catalog/dt-catalog.h"

G_BEGIN_DECLS

#define DUI_TYPE_LIBRARY_RELATIONS (dui_library_relations_get_type ())

/**
 * DuiLibraryRelations:
 *
 * The relations (quan hệ) of an entry: one row each, with the kind, the other
 * document and the day. A row without the other document is none yet.
 *
 * #DuiLibraryRelations::changed tells that something was typed, and
 * #DuiLibraryRelations::open (id) that another document is asked for.
 */
G_DECLARE_FINAL_TYPE (DuiLibraryRelations, dui_library_relations, DUI, LIBRARY_RELATIONS, AdwPreferencesGroup)

void dui_library_relations_show (DuiLibraryRelations *self,
                                 const DtDocument *document,
                                 DtCatalog *catalog,
                                 gboolean editable);
/* What the rows say; valid until something is typed. */
const DtRelation *dui_library_relations_get (DuiLibraryRelations *self,
                                             guint *n_relations);

const char *dui_library_get_relation_name (DtRelationKind kind);

G_END_DECLS
