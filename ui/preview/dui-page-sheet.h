/* dui-page-sheet.h - one page on the screen
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "layout/dt-page.h"
#include "preview/dui-surface-store.h"

G_BEGIN_DECLS

#define DUI_TYPE_PAGE_SHEET (dui_page_sheet_get_type ())

/**
 * DuiPageSheet:
 *
 * White paper with a page on it, painted once for each size and content and
 * kept as pictures. A screen reader finds the number and the title of the
 * page as its name and the text as its description.
 *
 * # CSS nodes
 *
 * `page`, whose `color` marks the paragraph being written.
 */
G_DECLARE_FINAL_TYPE (DuiPageSheet, dui_page_sheet, DUI, PAGE_SHEET, GtkWidget)

GtkWidget *dui_page_sheet_new (DuiSurfaceStore *store) G_GNUC_WARN_UNUSED_RESULT;

/* Pictures are kept where the page looks as the one before it. @index is counted from 0. */
void dui_page_sheet_set_page (DuiPageSheet *self,
                              DtPages *pages,
                              guint index);
guint dui_page_sheet_get_index (DuiPageSheet *self);
/* @scale: of the screen's logical pixels, how many a µm has. */
void dui_page_sheet_set_scale (DuiPageSheet *self,
                               double scale);
/* The part in view, in logical pixels of the sheet; nothing else is painted. */
void dui_page_sheet_set_view (DuiPageSheet *self,
                              const GdkRectangle *view);
/* @block (nullable): the paragraph that is being written. */
void dui_page_sheet_set_mark (DuiPageSheet *self,
                              const DtBlock *block);
/* Paints what is in view and not painted yet; %FALSE if there was nothing to do. */
gboolean dui_page_sheet_prepare (DuiPageSheet *self);

G_END_DECLS
