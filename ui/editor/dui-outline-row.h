/* dui-outline-row.h - one row of the outline
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "editor/dui-outline-edit.h"
#include "editor/dui-outline-model.h"

G_BEGIN_DECLS

#define DUI_TYPE_OUTLINE_ROW (dui_outline_row_get_type ())

/**
 * DuiOutlineRow:
 *
 * Number, title and counts of a part; can be dragged, and takes what is
 * dropped above, into or below it. Signals: "fold" (const char *reference,
 * gboolean open), "check-drop" (const char *dragged, const char *target, int
 * place) → gboolean, "dropped" (the same).
 */
G_DECLARE_FINAL_TYPE (DuiOutlineRow, dui_outline_row, DUI, OUTLINE_ROW, AdwBin)

GtkWidget *dui_outline_row_new (void);
/* @item (nullable). */
void dui_outline_row_set_item (DuiOutlineRow *self,
                               DuiOutlineItem *item);
DuiOutlineItem *dui_outline_row_get_item (DuiOutlineRow *self);

G_END_DECLS
