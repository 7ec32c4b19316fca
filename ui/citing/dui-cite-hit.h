/* dui-cite-hit.h - a document that was found, and how it is shown
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "catalog/dt-catalog-search.h"

G_BEGIN_DECLS

#define DUI_TYPE_CITE_HIT (dui_cite_hit_get_type ())

G_DECLARE_FINAL_TYPE (DuiCiteHit, dui_cite_hit, DUI, CITE_HIT, GObject)

DuiCiteHit *dui_cite_hit_new (const DtCatalog *catalog,
                              const DtDocument *document,
                              DtDate on) G_GNUC_WARN_UNUSED_RESULT;
const DtDocument *dui_cite_hit_get_document (DuiCiteHit *self);
/* What stands between the brackets of a citation. */
const char *dui_cite_hit_get_mark (DuiCiteHit *self);

/* A factory of rows: number, date and body, two lines of the subject, validity in words. */
GtkListItemFactory *dui_cite_hit_make_factory (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
