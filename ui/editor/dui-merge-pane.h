/* dui-merge-pane.h - a section beside a newer version of its template
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "template/dt-template-update.h"

G_BEGIN_DECLS

#define DUI_TYPE_MERGE_PANE (dui_merge_pane_get_type ())

/**
 * DuiMergePane:
 *
 * Three texts with the words that differ marked: what the template gave, what
 * it gives now, and what stands in the plan. Signals: "merge" (gboolean
 * prefer_theirs), "keep" and "close".
 */
G_DECLARE_FINAL_TYPE (DuiMergePane, dui_merge_pane, DUI, MERGE_PANE, AdwBin)

/* Borrows @comparison for the time of the call. */
void dui_merge_pane_show (DuiMergePane *self,
                          const DtTemplateComparison *comparison);

/* The section as it is, which from now on counts as made from the newer template. */
DtPlan *dui_merge_keep (const DtTemplateComparison *comparison,
                        const DtPlan *plan,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
