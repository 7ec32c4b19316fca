/* dui-finding-row.h - what is wrong, where, and what can be done
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-inspector.h"
#include "findings/dui-finding-item.h"

G_BEGIN_DECLS

#define DUI_TYPE_FINDING_ROW (dui_finding_row_get_type ())

/**
 * DuiFindingRow:
 *
 * Shows a #DuiFindingItem. The reason to ignore a finding is asked in the row.
 * Its signal "tell" (const char *text, gboolean undo) says what was done, or
 * why not.
 */
G_DECLARE_FINAL_TYPE (DuiFindingRow, dui_finding_row, DUI, FINDING_ROW, AdwBin)

GtkWidget *dui_finding_row_new (DuiInspector *inspector) G_GNUC_WARN_UNUSED_RESULT;
/* @item (nullable). */
void dui_finding_row_set_item (DuiFindingRow *self,
                               DuiFindingItem *item);
/* Repairs what is shown; FALSE if it has no repair. */
gboolean dui_finding_row_fix (DuiFindingRow *self);

G_END_DECLS
