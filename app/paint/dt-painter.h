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

/* How many bytes of the text of @item each of its words shows; @lengths has room for all of them.
 * FALSE, with nothing to rely on in @lengths, where the words do not make up the text. */
gboolean dt_painter_measure_words (const DtItem *item,
                                   guint *lengths);

G_END_DECLS
