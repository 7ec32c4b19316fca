/* dui-page-picture.h - pages as pictures
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "layout/dt-page.h"

G_BEGIN_DECLS

/* A cutting of a page, counted from 0, black on white, over all of @surface: @x and @y of it are in pixels, of which
 * one µm has @scale. */
void dui_page_picture_paint (const DtPages *pages,
                             guint page,
                             double scale,
                             int x,
                             int y,
                             cairo_surface_t *surface);
/* The same pixels as a texture; takes a reference. */
GdkTexture *dui_page_picture_wrap (cairo_surface_t *surface) G_GNUC_WARN_UNUSED_RESULT;
/* The whole page, @width pixels wide: for galleries and cards. */
GdkTexture *dui_page_picture_new (const DtPages *pages,
                                  guint page,
                                  int width) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
