/* dt-painter-trace.h - writes down in words what it is asked to paint
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "paint/dt-painter.h"

G_BEGIN_DECLS

/* One line an item, whole micrometres, for comparison with a stored text. */
DtPainter *dt_painter_trace_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Frees the painter and gives what it wrote. */
char *dt_painter_trace_finish (DtPainter *painter) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
