/* dui-page-picture.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-page-picture"

#include "config.h"

#include "preview/dui-page-picture.h"

#include "paint/dt-painter-cairo.h"

static GdkTexture *
wrap_surface (cairo_surface_t *surface,
              int width,
              int height)
{
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

/**
 * dui_page_picture_new_area:
 * @pages: pages
 * @page: one of them, counted from 0
 * @scale: pixels a µm
 * @area: what to paint, in pixels from the top left corner of the paper
 *
 * Paints a cutting of a page (trang). Paper is white whatever the colours of
 * the program.
 *
 * Returns: (transfer full): the picture
 */
GdkTexture *
dui_page_picture_new_area (const DtPages *pages,
                           guint page,
                           double scale,
                           const GdkRectangle *area)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, area->width, area->height);
  cairo_t *cr = cairo_create (surface);
  double points = scale * DT_UM_PER_INCH / DT_PT_PER_INCH;
  DtPainter *painter;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -area->x, -area->y);
  cairo_scale (cr, points, points);

  painter = dt_painter_cairo_new (cr, dt_pages_get_shaper (pages));
  dt_paint_page (painter, dt_pages_get_page (pages, page));
  dt_painter_cairo_free (painter);
  cairo_destroy (cr);

  return wrap_surface (surface, area->width, area->height);
}

/**
 * dui_page_picture_new:
 * @pages: pages
 * @page: one of them, counted from 0
 * @width: of the picture, in pixels
 *
 * Paints a whole page.
 *
 * Returns: (transfer full): the picture
 */
GdkTexture *
dui_page_picture_new (const DtPages *pages,
                      guint page,
                      int width)
{
  const DtPage *paper = dt_pages_get_page (pages, page);
  double scale = (double) width / dt_page_get_width (paper);
  GdkRectangle area = { 0, 0, width, (int) (dt_page_get_height (paper) * scale + 0.5) };

  return dui_page_picture_new_area (pages, page, scale, &area);
}
