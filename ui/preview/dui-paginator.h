/* dui-paginator.h - keeps the pages of a document up to date
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/dt-check.h"
#include "document/dui-document.h"
#include "layout/dt-page.h"

G_BEGIN_DECLS

#define DUI_TYPE_PAGINATOR (dui_paginator_get_type ())

/**
 * DuiPaginator:
 *
 * Composes and lays out the plan of a document in a thread, again after every
 * change. One run goes on at a time and takes over what the one before it
 * made; the plans that came meanwhile count as one, the newest. Pages are
 * handed over on the main loop, and only those of the newest plan: what is
 * shown stays until then. After dispose nothing comes any more.
 *
 * Its signal #DuiPaginator::pages-changed tells that dui_paginator_get_pages()
 * are others. The property "busy" is %TRUE while pages are being made.
 */
G_DECLARE_FINAL_TYPE (DuiPaginator, dui_paginator, DUI, PAGINATOR, GObject)

DuiPaginator *dui_paginator_new (DuiEngine *engine,
                                 DuiDocument *document) G_GNUC_WARN_UNUSED_RESULT;

DuiDocument *dui_paginator_get_document (DuiPaginator *self);
/* NULL until the first ones are made. The composition they were made from is theirs. */
DtPages *dui_paginator_get_pages (DuiPaginator *self);
/* What the check of the document said last, NULL before; see DuiInspector::changed. */
DtReport *dui_paginator_get_report (DuiPaginator *self);
/* The family of the font the pages are set in, which need not be that of the sheet; NULL before the first ones. */
const char *dui_paginator_get_font (DuiPaginator *self);
/* How many times the pages changed. */
guint64 dui_paginator_get_serial (DuiPaginator *self);
gboolean dui_paginator_is_busy (DuiPaginator *self);

G_END_DECLS
