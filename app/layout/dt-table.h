/* dt-table.h - the column widths of a ruled table
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/dt-block.h"
#include "layout/dt-shaper.h"

G_BEGIN_DECLS

/* The widths of the table's columns by its weights, no column narrower than its longest word where that can
 * be: n_columns of them, in twips; they add up to @text_width, also in twips. */
int *dt_table_column_widths (const DtBlock *table,
                             const DtSheet *sheet,
                             DtShaper *shaper,
                             int text_width) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
