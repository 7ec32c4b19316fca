/* dt-fit-search.h - sizes, widths and breaks of the head, for layout
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/dt-fit.h"
#include "layout/dt-paragraph.h"

G_BEGIN_DECLS

DtFit *dt_fit_solve (DtSetter *setter,
                     const DtBlock *columns,
                     const DtSheet *sheet,
                     DtLength text_width,
                     GPtrArray *diagnostics) G_GNUC_WARN_UNUSED_RESULT;

/* The sizes and widths of a head (dt-fit-search.c); @sizes has one per role. */
typedef struct
{
  guint sizes[DT_N_ROLES];
  DtLength hang;
  int left; /* twips */
  int right;
  gboolean fits;
} DtHeadChoice;

void dt_fit_search (DtSetter *setter,
                    const DtBlock *columns,
                    const DtSheet *sheet,
                    DtLength text_width,
                    DtHeadChoice *choice);
/* The best breaks of a name for a column of @limit twips; starts as bytes. Its cost, -1 where nothing fits. */
int dt_fit_break_name (DtSetter *setter,
                       const DtBlock *block,
                       const DtStyle *style,
                       guint size,
                       int limit,
                       GArray *starts);
/* Twips of the rule under a line of @width µm. */
DtLength dt_fit_rule_of (const DtStyle *rule,
                         DtLength width);

G_END_DECLS
