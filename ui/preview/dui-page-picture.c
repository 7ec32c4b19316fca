/* dui-page-picture.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-page-picture"

#include "config.h"

#include "preview/dui-page-picture.h"

#include "paint/dt-painter-cairo.h"

/**
 * dui_page_picture_paint:
 * @pages: pages
 * @page: one of them, counted from 0
 * @scale: pixels a µm
 * @x: where the cutting begins, in pixels from the left edge of the paper
 * @y: the same from its top
 * @surface: an image surface, all of which is painted
 *
 * Paints a cutting of a page (trang). Paper is white whatever the colours of
 * the program.
 */
void
dui_page_picture_paint (const DtPages *pages,
                        guint page,
                        double scale,
                        int x,
                        int y,
                        cairo_surface_t *surface)
{
  cairo_t *cr = cairo_create (surface);
  double points = scale * DT_UM_PER_INCH / DT_PT_PER_INCH;
  DtPainter *painter;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -x, -y);
  cairo_scale (cr, points, points);

  painter = dt_painter_cairo_new (cr, dt_pages_get_shaper (pages));
  dt_paint_page (painter, dt_pages_get_page (pages, page));
  dt_painter_cairo_free (painter);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
}

/**
 * dui_page_picture_wrap:
 * @surface: a surface of dui_page_picture_paint(), which is not painted on any more
 *
 * Makes a texture of a painted surface. Both hold the same pixels.
 *
 * Returns: (transfer full): a texture
 */
GdkTexture *
dui_page_picture_wrap (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                      (GDestroyNotify) cairo_surface_destroy, cairo_surface_reference (surface));
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
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
  int height = (int) (dt_page_get_height (paper) * scale + 0.5);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  GdkTexture *texture;

  dui_page_picture_paint (pages, page, scale, 0, 0, surface);
  texture = dui_page_picture_wrap (surface);
  cairo_surface_destroy (surface);
  return texture;
}
