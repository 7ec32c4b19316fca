/* dt-painter.h - the interface that puts pages on paper or screen
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/dt-page.h"

G_BEGIN_DECLS

typedef struct _DtPainter DtPainter;

/* Lengths in µm. Between begin_page and end_page items come in reading order. */
typedef struct
{
  void (*begin_page) (DtPainter *self, DtLength width, DtLength height);
  void (*item) (DtPainter *self, const DtItem *item);
  void (*end_page) (DtPainter *self);
} DtPainterClass;

struct _DtPainter
{
  const DtPainterClass *klass;
};

/* Paints one page; the painter is the caller's. */
void dt_paint_page (DtPainter *painter,
                    const DtPage *page);

G_END_DECLS
