/* dt-layout.h - from composition to pages
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "layout/dt-fit.h"
#include "layout/dt-page.h"

G_BEGIN_DECLS

/* Lines and pages end where LibreOffice Writer ends those of the exported ODT: see dt-measure.h, dt-breaks.h and
 * dt-flow.c. Rules are drawn over the page and take no room; the centre of one lies rule_gap below the foot of the
 * line above it.
 *
 * @previous (nullable): an earlier layout of the same document by the same shaper. Paragraphs whose block is the
 * same and pages that come out the same are taken from it; the result is as without it. */
DtPages *dt_layout_run (DtComposition *composition,
                        DtShaper *shaper,
                        DtPages *previous,
                        GCancellable *cancellable,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The room above a block; for tables and signatures, which have no role with one, that of body text. */
DtLength dt_layout_space_before (const DtBlock *block,
                                 const DtSheet *sheet);

G_END_DECLS
