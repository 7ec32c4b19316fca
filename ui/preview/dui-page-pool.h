/* dui-page-pool.h - the sheets on the screen, used again and again
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "preview/dui-page-sheet.h"

G_BEGIN_DECLS

/**
 * DuiPagePool:
 * @parent: of all sheets
 * @sheets: (element-type DuiPageSheet): those that show a page
 * @spare: (element-type DuiPageSheet): hidden ones
 * @store: what they paint on
 *
 * As many widgets as pages were ever in view together.
 */
typedef struct
{
  GtkWidget *parent;
  GPtrArray *sheets;
  GPtrArray *spare;
  DuiSurfaceStore *store;
} DuiPagePool;

void dui_page_pool_init (DuiPagePool *self,
                         GtkWidget *parent);
/* Takes all sheets from their parent. */
void dui_page_pool_empty (DuiPagePool *self);
void dui_page_pool_clear (DuiPagePool *self);

/* Makes sure that @n sheets are there; not while sizes are given out. */
void dui_page_pool_reserve (DuiPagePool *self,
                            guint n);
/* Puts away the sheets of all pages but those from @first to before @end. */
void dui_page_pool_keep (DuiPagePool *self,
                         guint first,
                         guint end);
/* The sheet that shows the page, now that of @pages; %NULL where all are in use. */
DuiPageSheet *dui_page_pool_take (DuiPagePool *self,
                                  DtPages *pages,
                                  guint page);

G_END_DECLS
