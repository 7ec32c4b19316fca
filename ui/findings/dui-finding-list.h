/* dui-finding-list.h - findings and blanks as a list under headings
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/dui-inspector.h"
#include "findings/dui-finding-item.h"

G_BEGIN_DECLS

#define DUI_TYPE_FINDING_LIST (dui_finding_list_get_type ())

/**
 * DuiFindingList:
 *
 * Keeps a list model of #DuiFindingItem in step with an inspector. What is
 * found again stays where it is.
 */
G_DECLARE_FINAL_TYPE (DuiFindingList, dui_finding_list, DUI, FINDING_LIST, GObject)

DuiFindingList *dui_finding_list_new (DuiInspector *inspector) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type DuiFindingItem). */
GListModel *dui_finding_list_get_model (DuiFindingList *self);
/* Takes over the report of now. */
void dui_finding_list_refresh (DuiFindingList *self);
/* Shows or hides what stands under a heading. */
void dui_finding_list_toggle (DuiFindingList *self,
                              DuiFindingGroup group);
/* Nothing is missing, wrong or to be looked at. */
gboolean dui_finding_list_is_clean (DuiFindingList *self);

G_END_DECLS
