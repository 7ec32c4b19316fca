/* dui-page-aim.h - what of the pages is to be in view next
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "preview/dui-page-strip.h"

G_BEGIN_DECLS

/**
 * DuiPageFrame:
 * @x: where the view begins on the strip
 * @y: from its top
 * @width: of the view
 * @height: of the view
 *
 * The part of a strip that is in view, in logical pixels.
 */
typedef struct
{
  double x, y;
  int width, height;
} DuiPageFrame;

/**
 * DuiPageAim:
 *
 * What is wanted of the next layout: a page or an area of one that is to come
 * into view, or a point that is to stay where it is on the screen.
 */
typedef struct
{
  struct
  {
    guint page;
    DtRect area;
    gboolean whole_page;
    gboolean wanted;
  } target;
  struct
  {
    guint page;
    double x, y; /* shares of the page */
    double view_x, view_y;
    gboolean wanted;
  } anchor;
} DuiPageAim;

/* The point (@x, @y) of the view stays there, whatever size the pages have then; unless something else is wanted. */
void dui_page_aim_keep (DuiPageAim *self,
                        const DuiPageStrip *strip,
                        const DuiPageFrame *frame,
                        double x,
                        double y);
void dui_page_aim_at_page (DuiPageAim *self,
                           guint page);
void dui_page_aim_at_area (DuiPageAim *self,
                           guint page,
                           const DtRect *area);
/* Moves @frame to what is wanted, which is thereby done. */
void dui_page_aim_take (DuiPageAim *self,
                        const DuiPageStrip *strip,
                        DuiPageFrame *frame);

G_END_DECLS
