/* dui-library-facts.h - what the library knows of a document
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "catalog/dt-catalog-validity.h"

G_BEGIN_DECLS

/* Fills @list with facts and relations in both directions; @on: the day for which validity counts. */
void dui_library_show_facts (GtkListBox *list,
                             DtCatalog *catalog,
                             const DtDocument *document,
                             DtDate on);
/* The number of the document that a row of relations leads to, or NULL. */
const char *dui_library_get_link (GtkListBoxRow *row);

G_END_DECLS
