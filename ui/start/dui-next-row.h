/* dui-next-row.h - a row with the old words, the new ones, and a tick
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "start/dui-next-change.h"

G_BEGIN_DECLS

#define DUI_TYPE_NEXT_ROW (dui_next_row_get_type ())

G_DECLARE_FINAL_TYPE (DuiNextRow, dui_next_row, DUI, NEXT_ROW, GtkBox)

GtkWidget *dui_next_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* (nullable) */
void dui_next_row_set_change (DuiNextRow *self,
                              DuiNextChange *change);

G_END_DECLS
