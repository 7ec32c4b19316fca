/* dui-page-strip.h - where pages lie one below the other
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/dt-page.h"

G_BEGIN_DECLS

#define DUI_ZOOM_MIN 0.25
#define DUI_ZOOM_MAX 5.0

/* Logical pixels: in an inch at full size, around the strip, between pages. */
#define DUI_PIXELS_PER_INCH 96.0
#define DUI_PAGE_MARGIN 18
#define DUI_PAGE_GAP 14

/**
 * DuiPageSlot:
 * @scale: logical pixels a µm
 * @top: from the top of the strip
 * @width: in logical pixels, as are the others
 * @height: of the page
 *
 * Where a page lies.
 */
typedef struct
{
  double scale;
  int top;
  int width;
  int height;
} DuiPageSlot;

/**
 * DuiPageStrip:
 * @slots: (element-type DuiPageSlot): one a page
 * @width: of the whole strip, margins and all
 * @height: of the whole strip
 *
 * All pages one below the other.
 */
typedef struct
{
  GArray *slots;
  int width;
  int height;
} DuiPageStrip;

void dui_page_strip_init (DuiPageStrip *self);
void dui_page_strip_clear (DuiPageStrip *self);
/* @pages: (nullable). If @fit_width is not 0 each page is made so wide, margins included, and @zoom does not count. */
void dui_page_strip_lay_out (DuiPageStrip *self,
                             const DtPages *pages,
                             int fit_width,
                             double zoom);

static inline const DuiPageSlot *
dui_page_strip_get_slot (const DuiPageStrip *self,
                         guint page)
{
  return &g_array_index (self->slots, DuiPageSlot, page);
}

/* Where the page begins, from the left edge of the strip or of a wider view. */
static inline int
dui_page_strip_get_left (const DuiPageStrip *self,
                         const DuiPageSlot *slot,
                         int view_width)
{
  return (MAX (self->width, view_width) - slot->width) / 2;
}

/* The last page that begins at or above @y, 0 where there is none. */
guint dui_page_strip_find_page (const DuiPageStrip *self,
                                double y);
/* The value nearest to @value at which a view of that size shows the stretch, with some room around it. */
double dui_page_strip_bring_into_view (double value,
                                       double view,
                                       double start,
                                       double end);

G_END_DECLS
