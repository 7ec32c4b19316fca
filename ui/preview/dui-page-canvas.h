/* dui-page-canvas.h - pages one below the other, those in view on the screen
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "layout/dt-page.h"

G_BEGIN_DECLS

#define DUI_TYPE_PAGE_CANVAS (dui_page_canvas_get_type ())

/**
 * DuiPageCanvas:
 *
 * The long strip of all pages, for a #GtkScrolledWindow. Only the pages in
 * view and their neighbours have a widget; the widgets are used again as the
 * strip goes by.
 *
 * Its signal #DuiPageCanvas::layout-changed tells that zoom, page or number of
 * pages may be others, #DuiPageCanvas::scrolled that somebody moved the strip.
 */
G_DECLARE_FINAL_TYPE (DuiPageCanvas, dui_page_canvas, DUI, PAGE_CANVAS, GtkWidget)

GtkWidget *dui_page_canvas_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable) */
void dui_page_canvas_set_pages (DuiPageCanvas *self,
                                DtPages *pages);
DtPages *dui_page_canvas_get_pages (DuiPageCanvas *self);

/* 1.0 shows paper in its size where 96 logical pixels are an inch. What is at @x, @y, in logical pixels of the
 * canvas, stays there. */
double dui_page_canvas_get_zoom (DuiPageCanvas *self);
void dui_page_canvas_set_zoom (DuiPageCanvas *self,
                               double zoom,
                               double x,
                               double y);
gboolean dui_page_canvas_get_fit_width (DuiPageCanvas *self);
void dui_page_canvas_set_fit_width (DuiPageCanvas *self,
                                    gboolean fit_width);

/* Pages are counted from 0 here; 0 where there is none. */
guint dui_page_canvas_get_page (DuiPageCanvas *self);
void dui_page_canvas_scroll_to_page (DuiPageCanvas *self,
                                     guint page);
/* Moves the strip no more than it takes to see @area, µm on that page. */
void dui_page_canvas_scroll_to_area (DuiPageCanvas *self,
                                     guint page,
                                     const DtRect *area);
void dui_page_canvas_scroll_by (DuiPageCanvas *self,
                                GtkOrientation orientation,
                                double pixels);

/* The page at a point of the canvas, and where on its paper. */
gboolean dui_page_canvas_pick (DuiPageCanvas *self,
                               double x,
                               double y,
                               guint *page,
                               DtLength *paper_x,
                               DtLength *paper_y) G_GNUC_WARN_UNUSED_RESULT;
/* Where a point of the paper is on the canvas; it need not be in view. */
void dui_page_canvas_get_point (DuiPageCanvas *self,
                                guint page,
                                DtLength paper_x,
                                DtLength paper_y,
                                double *x,
                                double *y);

/* @block (nullable): the paragraph that is being written. */
void dui_page_canvas_set_mark (DuiPageCanvas *self,
                               const DtBlock *block);

G_END_DECLS
