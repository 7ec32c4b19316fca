/* dui-page-view.h - the pages of a document as they will be on paper
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "preview/dui-paginator.h"

G_BEGIN_DECLS

#define DUI_TYPE_PAGE_VIEW (dui_page_view_get_type ())

/**
 * DuiPageView:
 *
 * All pages of a document, one below the other; it scrolls by itself. What was
 * last laid out stays in view until newer pages are there.
 *
 * Its signal #DuiPageView::place-activated (const char *node, guint offset)
 * tells that a word was clicked: @node is a reference, @offset counts bytes of
 * its text.
 *
 * Properties: "paginator", "zoom" (1.0 is the size of the paper), "fit-width",
 * "page" (counted from 1, 0 without pages; setting it goes there), "n-pages".
 *
 * # Keys
 *
 * Arrows, Page Up and Down, Space, Home and End move; with Ctrl, Page Up and
 * Down go page by page. Ctrl with plus, minus, 0 and the wheel makes pages
 * larger and smaller. Enter goes to the text of the page.
 *
 * # CSS nodes
 *
 * `pageview`, in it a scrolled window with `pages` and one `page` for each that
 * is in view.
 */
G_DECLARE_FINAL_TYPE (DuiPageView, dui_page_view, DUI, PAGE_VIEW, GtkWidget)

GtkWidget *dui_page_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable) */
DuiPaginator *dui_page_view_get_paginator (DuiPageView *self);
void dui_page_view_set_paginator (DuiPageView *self,
                                  DuiPaginator *paginator);
double dui_page_view_get_zoom (DuiPageView *self);
void dui_page_view_set_zoom (DuiPageView *self,
                             double zoom);
gboolean dui_page_view_get_fit_width (DuiPageView *self);
void dui_page_view_set_fit_width (DuiPageView *self,
                                  gboolean fit_width);
guint dui_page_view_get_page (DuiPageView *self);
void dui_page_view_set_page (DuiPageView *self,
                             guint page);
guint dui_page_view_get_n_pages (DuiPageView *self);

/* The next larger and smaller of the usual sizes. */
void dui_page_view_zoom_in (DuiPageView *self);
void dui_page_view_zoom_out (DuiPageView *self);

/* Marks the paragraph in which the place stands and brings it into view, now and when the pages change, until
 * somebody scrolls; @node NULL marks nothing. */
void dui_page_view_show_place (DuiPageView *self,
                               const char *node,
                               guint offset);

G_END_DECLS
