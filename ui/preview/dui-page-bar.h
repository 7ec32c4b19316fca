/* dui-page-bar.h - page number and size of the pages in view
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "preview/dui-page-view.h"

G_BEGIN_DECLS

#define DUI_TYPE_PAGE_BAR (dui_page_bar_get_type ())

/**
 * DuiPageBar:
 *
 * Stands under a #DuiPageView: which page of how many, larger and smaller,
 * fit the width.
 */
G_DECLARE_FINAL_TYPE (DuiPageBar, dui_page_bar, DUI, PAGE_BAR, GtkWidget)

GtkWidget *dui_page_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (nullable) */
DuiPageView *dui_page_bar_get_view (DuiPageBar *self);
void dui_page_bar_set_view (DuiPageBar *self,
                            DuiPageView *view);

G_END_DECLS
