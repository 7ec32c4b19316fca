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

/* @previous (nullable): an earlier layout of the same document by the same shaper. Paragraphs whose block is the
 * same and pages that come out the same are taken from it; the result is as without it. */
DtPages *dt_layout_run (DtComposition *composition,
                        DtShaper *shaper,
                        DtPages *previous,
                        GCancellable *cancellable,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
