/* dui-library-facts.h - what others do to a document, and which plans cite it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "catalog/dt-catalog-validity.h"

G_BEGIN_DECLS

/* Fills @list with the documents of @catalog that do something to the one called @id; how many. */
guint dui_library_show_incoming (GtkListBox *list,
                                 DtCatalog *catalog,
                                 const char *id);
/* The id of the document that a row leads to, or NULL. */
const char *dui_library_get_link (GtkListBoxRow *row);

G_END_DECLS
