/* dt-export-pdf-tags.h - the structure of a tagged PDF, told while painting
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "paint/dt-painter.h"

G_BEGIN_DECLS

/* The outline level of a paragraph that is a heading (đề mục), 0 for any other. */
guint dt_pdf_heading_level (const DtSheet *sheet,
                            const DtBlock *block);

/* Paints on @cr, whose surface is a PDF, through @target, and wraps what it paints in
 * structure elements; @has_artifacts says that this Cairo has a tag for what is none.
 * Everything is borrowed and must outlive the painter. */
DtPainter *dt_pdf_tags_new (cairo_t *cr,
                            DtPainter *target,
                            DtShaper *shaper,
                            const DtComposition *composition,
                            gboolean has_artifacts) G_GNUC_WARN_UNUSED_RESULT;
/* Paints one page. @goes_on (nullable): the paragraph in whose midst the page ends. */
void dt_pdf_tags_paint (DtPainter *painter,
                        const DtPage *page,
                        const DtBlock *goes_on);
/* Closes what is open; to be called on the last page, before it is shown. */
void dt_pdf_tags_finish (DtPainter *painter);
void dt_pdf_tags_free (DtPainter *painter);

G_END_DECLS
