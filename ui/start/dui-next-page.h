/* dui-next-page.h - next year's plan from this year's, every change in view
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-engine.h"
#include "model/dt-plan.h"

G_BEGIN_DECLS

#define DUI_TYPE_NEXT_PAGE (dui_next_page_get_type ())

/**
 * DuiNextPage:
 *
 * A plan and a new period, every change from old to new with a tick, and what
 * somebody has to look at. Its signal #DuiNextPage::create (DtPlan *plan)
 * hands over the new plan.
 */
G_DECLARE_FINAL_TYPE (DuiNextPage, dui_next_page, DUI, NEXT_PAGE, AdwBin)

GtkWidget *dui_next_page_new (DuiEngine *engine) G_GNUC_WARN_UNUSED_RESULT;

void dui_next_page_take_file (DuiNextPage *self,
                              GFile *file);
void dui_next_page_set_plan (DuiNextPage *self,
                             DtPlan *plan,
                             const char *name);
gboolean dui_next_page_is_busy (DuiNextPage *self);
/* (element-type DuiNextChange) */
GListModel *dui_next_page_get_changes (DuiNextPage *self);
guint dui_next_page_get_n_findings (DuiNextPage *self);
/* NULL while there is none. */
DtPlan *dui_next_page_get_result (DuiNextPage *self);

G_END_DECLS
