/* dui-findings-pane.h - what is missing and what is wrong, with what can be done
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-inspector.h"

G_BEGIN_DECLS

#define DUI_TYPE_FINDINGS_PANE (dui_findings_pane_get_type ())

/**
 * DuiFindingsPane:
 *
 * Stands in the place of the pages. It follows the inspector of its document;
 * rows that are found again stay, so that selection and scrolling do.
 *
 * Signals: "open-place" (const char *reference, guint offset), "tell" (const
 * char *text, gboolean undo), "slip" () when the slip (phiếu kiểm tra) is
 * wanted, "close" ().
 */
G_DECLARE_FINAL_TYPE (DuiFindingsPane, dui_findings_pane, DUI, FINDINGS_PANE, AdwBin)

GtkWidget *dui_findings_pane_new (DuiDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* Of DuiFindingItem, for tests; the selected one is NULL where nothing is selected. */
GListModel *dui_findings_pane_get_model (DuiFindingsPane *self);
gpointer dui_findings_pane_get_selected (DuiFindingsPane *self);

G_END_DECLS
