/* dt-cite-bases.h - the bases of a plan from chosen documents
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog.h"

G_BEGIN_DECLS

/**
 * DtCiteBasis:
 * @lead: `can-cu` or `thuc-hien`, as the attribute of a basis in a plan
 * @text: the marks: `[[72/2025/QH15]]`, `[[892/QĐ-BNV; 49/QĐ-BNV]]`
 *
 * A basis (căn cứ) as it stands in a plan.
 */
typedef struct
{
  const char *lead;
  char *text;
} DtCiteBasis;

/* The less, the higher in force: 0 is the constitution. */
guint dt_cite_get_rank (const DtDocumentFields *document);
const char *dt_cite_get_lead (const DtDocumentFields *document);
/* "76/NQ-CP", with "@2021-07-15" where the number alone is not enough. */
char *dt_cite_make_reference (const DtCatalog *catalog,
                              const DtDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* A GPtrArray of DtCiteBasis that owns its elements. */
GPtrArray *dt_cite_make_bases (const DtCatalog *catalog,
                               const DtDocument *const *documents,
                               guint n_documents,
                               gboolean group) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
