/* dui-page-view-private.h - what the files of DuiPageView share
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "preview/dui-page-canvas.h"
#include "preview/dui-page-view.h"

G_BEGIN_DECLS

struct _DuiPageView
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  DuiPageCanvas *canvas;
  DuiPaginator *paginator;

  char *node; /* the place that is marked, or NULL */
  guint offset;
  double pinch_zoom; /* when the fingers came down */

  /* As last told. */
  double zoom;
  guint page;
  guint n_pages;
  guint told_soon;    /* an idle source */
  int followed_width; /* of the view in which the place was brought into view */

  guint fit_width : 1;
  guint follows : 1; /* the place is kept in view */
};

/* dui-page-view-keys.c */
void dui_page_view_install_keys (GtkWidgetClass *widget_class);

G_END_DECLS
