/* dt-import-cite.h - citations of a text as marks
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog.h"
#include "model/dt-plan.h"

G_BEGIN_DECLS

DtPlan *dt_import_cite (DtPlan *plan,
                        DtCatalog *catalog,
                        GPtrArray *diagnostics) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
