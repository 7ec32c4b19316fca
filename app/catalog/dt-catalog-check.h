/* dt-catalog-check.h - what is wrong with the entries of a catalogue
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/dt-diagnostic.h"
#include "catalog/dt-catalog.h"

G_BEGIN_DECLS

/* LINES: (nullable): where each document stands in its file. CONTEXT:
 * (nullable): where relations may lead besides. */
void dt_documents_check (DtDocument *const *documents,
                         guint n_documents,
                         const guint *lines,
                         const DtCatalog *context,
                         GPtrArray *diagnostics);

G_END_DECLS
