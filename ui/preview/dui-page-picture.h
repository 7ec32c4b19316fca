/* dui-page-picture.h - pages as pictures
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "layout/dt-page.h"

G_BEGIN_DECLS

/* A cutting of a page, counted from 0, black on white: @area is in pixels, of which one µm has @scale. */
GdkTexture *dui_page_picture_new_area (const DtPages *pages,
                                       guint page,
                                       double scale,
                                       const GdkRectangle *area) G_GNUC_WARN_UNUSED_RESULT;
/* The whole page, @width pixels wide: for galleries and cards. */
GdkTexture *dui_page_picture_new (const DtPages *pages,
                                  guint page,
                                  int width) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
