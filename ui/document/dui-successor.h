/* dui-successor.h - citing what is in force in the place of what no longer is
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog.h"
#include "check/dt-finding.h"
#include "model/dt-plan.h"

G_BEGIN_DECLS

/**
 * dui_successor_cite:
 * @typed: what stands between the brackets of a citation
 * @catalog: (nullable): where the documents are looked up
 * @on: the day for which validity counts
 * @number: (out) (optional): the number of the first successor, owned by @catalog
 *
 * Puts the successor (văn bản thay thế) in the place of each document that is
 * no longer in force. One that is cited with its article or clause is left:
 * nobody knows where the same stands in the other.
 *
 * Returns: (transfer full) (nullable): the citation with its brackets; %NULL
 *   where nothing is to be replaced
 */
char *dui_successor_cite (const char *typed,
                          const DtCatalog *catalog,
                          DtDate on,
                          const char **number);

/* The plan with the successor in the place of what @finding is about; NULL where it is about no document that has one. */
DtPlan *dui_successor_apply (const DtFinding *finding,
                             DtPlan *plan,
                             const DtCatalog *catalog,
                             DtDate on);

G_END_DECLS
