/* dt-catalog-harvest.h - entries from what a text cites
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog-merge.h"
#include "catalog/dt-catalog.h"
#include "catalog/dt-citation.h"

G_BEGIN_DECLS

/**
 * DtHarvestState:
 * @DT_HARVEST_NEW: the catalogue has no such document
 * @DT_HARVEST_SAME: it has it, and says the same
 * @DT_HARVEST_CONFLICT: it has it, and says something else
 * @DT_HARVEST_AMBIGUOUS: it may be one of several in the catalogue
 */
typedef enum
{
  DT_HARVEST_NEW,
  DT_HARVEST_SAME,
  DT_HARVEST_CONFLICT,
  DT_HARVEST_AMBIGUOUS,
} DtHarvestState;

/**
 * DtHarvest:
 * @document: what the text says about the document
 * @state: how that compares with the catalogue
 * @known: (nullable) (transfer none): what the catalogue has; lives as long as the catalogue
 * @difference: in what they disagree
 * @problems: what is wrong with the citation, a bit for each DtCitationProblemCode
 * @span: where it is cited for the first time
 */
typedef struct
{
  DtDocument *document;
  DtHarvestState state;
  const DtDocument *known;
  DtDifference difference;
  guint32 problems;
  DtCitationSpan span;
} DtHarvest;

/* A GPtrArray of DtHarvest that owns its elements, in the order of the text. */
GPtrArray *dt_catalog_harvest (const DtCatalog *self,
                               const char *text,
                               gssize length) G_GNUC_WARN_UNUSED_RESULT;
/* How HARVEST->document compares with the catalogue: sets state, known and difference. */
void dt_catalog_compare (const DtCatalog *self,
                         DtHarvest *harvest);
/* The documents that a citation may mean, the newest first; they live as long as SELF. */
GPtrArray *dt_catalog_find_cited (const DtCatalog *self,
                                  const DtCitations *citations,
                                  guint index) G_GNUC_WARN_UNUSED_RESULT;
const char *dt_harvest_state_to_string (DtHarvestState state);

G_END_DECLS
