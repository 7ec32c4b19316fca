/* dt-painter-cairo.h - paints on a Cairo context: PDF, print, screen
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "paint/dt-painter.h"

G_BEGIN_DECLS

/* One unit of @cr's user space is a point; scale it for the screen. Both arguments are kept
 * alive by the painter. Pages are not cleared first and not shown afterwards. */
DtPainter *dt_painter_cairo_new (cairo_t *cr,
                                 DtShaper *shaper) G_GNUC_WARN_UNUSED_RESULT;
void dt_painter_cairo_free (DtPainter *painter);

G_END_DECLS
