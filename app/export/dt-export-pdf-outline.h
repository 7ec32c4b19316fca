/* dt-export-pdf-outline.h - the outline of a PDF: parts and headings
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "layout/dt-page.h"

G_BEGIN_DECLS

typedef struct _DtPdfOutline DtPdfOutline;

/* @surface and @composition are borrowed and must outlive the outline. */
DtPdfOutline *dt_pdf_outline_new (cairo_surface_t *surface,
                                  const DtComposition *composition) G_GNUC_WARN_UNUSED_RESULT;
/* Every item of the document in order; @page counts from 1. */
void dt_pdf_outline_add (DtPdfOutline *self,
                         const DtItem *item,
                         guint page);
/* Writes what is left and frees. */
void dt_pdf_outline_finish (DtPdfOutline *self);

G_END_DECLS
