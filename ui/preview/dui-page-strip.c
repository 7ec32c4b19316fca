/* dui-page-strip.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-page-strip"

#include "config.h"

#include "preview/dui-page-strip.h"

#include <math.h>

/* What is scrolled to keeps this share of the view free above and below it. */
#define ROOM 0.15

void
dui_page_strip_init (DuiPageStrip *self)
{
  self->slots = g_array_new (FALSE, FALSE, sizeof (DuiPageSlot));
  self->width = self->height = 0;
}

void
dui_page_strip_clear (DuiPageStrip *self)
{
  g_clear_pointer (&self->slots, g_array_unref);
}

/* Each page fits by itself: one that lies across makes the others no smaller. */
static double
choose_scale (const DtPage *page,
              int fit_width,
              double zoom)
{
  int width = fit_width - 2 * DUI_PAGE_MARGIN;

  if (width > 0)
    zoom = CLAMP (width / (dt_page_get_width (page) * DUI_PIXELS_PER_INCH / DT_UM_PER_INCH), DUI_ZOOM_MIN, DUI_ZOOM_MAX);
  return zoom * DUI_PIXELS_PER_INCH / DT_UM_PER_INCH;
}

/**
 * dui_page_strip_lay_out:
 * @self: a strip
 * @pages: (nullable): the pages
 * @fit_width: the width to fill, in logical pixels, or 0
 * @zoom: how large paper is shown otherwise
 *
 * Finds out where each page lies.
 */
void
dui_page_strip_lay_out (DuiPageStrip *self,
                        const DtPages *pages,
                        int fit_width,
                        double zoom)
{
  guint n_pages = pages != NULL ? dt_pages_get_n_pages (pages) : 0;
  int top = DUI_PAGE_MARGIN;

  g_array_set_size (self->slots, 0);
  self->width = 0;
  for (guint i = 0; i < n_pages; i++)
    {
      const DtPage *page = dt_pages_get_page (pages, i);
      double scale = choose_scale (page, fit_width, zoom);
      DuiPageSlot slot = {
        .scale = scale,
        .top = top,
        .width = (int) lround (dt_page_get_width (page) * scale),
        .height = (int) lround (dt_page_get_height (page) * scale),
      };

      g_array_append_val (self->slots, slot);
      self->width = MAX (self->width, slot.width + 2 * DUI_PAGE_MARGIN);
      top += slot.height + DUI_PAGE_GAP;
    }
  self->height = n_pages > 0 ? top - DUI_PAGE_GAP + DUI_PAGE_MARGIN : 0;
}

guint
dui_page_strip_find_page (const DuiPageStrip *self,
                          double y)
{
  guint low = 0;
  guint high = self->slots->len;

  while (high > low + 1)
    {
      guint middle = low + (high - low) / 2;

      if (dui_page_strip_get_slot (self, middle)->top <= y)
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * dui_page_strip_bring_into_view:
 * @value: where the view begins
 * @view: its length
 * @start: where the stretch begins
 * @end: where it ends
 *
 * Moves a view no more than it takes to see a stretch. Of one that is longer
 * than the view its beginning is shown.
 *
 * Returns: where the view begins then
 */
double
dui_page_strip_bring_into_view (double value,
                                double view,
                                double start,
                                double end)
{
  double room = CLAMP ((view - (end - start)) / 2, 0, view * ROOM);

  if (start - room < value)
    return start - room;
  if (end + room > value + view)
    return MIN (start - room, end + room - view);
  return value;
}
