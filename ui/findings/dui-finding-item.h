/* dui-finding-item.h - a row of the list of findings
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/dt-finding.h"
#include "template/dt-assemble.h"

G_BEGIN_DECLS

#define DUI_TYPE_FINDING_ITEM (dui_finding_item_get_type ())

/**
 * DuiFindingGroup:
 * @DUI_FINDING_MISSING: còn thiếu
 * @DUI_FINDING_ERRORS: lỗi (quy định)
 * @DUI_FINDING_WARNINGS: cảnh báo (biểu mẫu)
 * @DUI_FINDING_NOTES: lưu ý (thông lệ)
 * @DUI_FINDING_REVIEW: cần xem lại
 * @DUI_FINDING_IGNORED: đã bỏ qua
 * @DUI_FINDING_UNSEEN: không xét
 *
 * Under which heading something stands.
 */
typedef enum
{
  DUI_FINDING_MISSING,
  DUI_FINDING_ERRORS,
  DUI_FINDING_WARNINGS,
  DUI_FINDING_NOTES,
  DUI_FINDING_REVIEW,
  DUI_FINDING_IGNORED,
  DUI_FINDING_UNSEEN,
  DUI_N_FINDING_GROUPS
} DuiFindingGroup;

/**
 * DuiFindingItem:
 *
 * A heading, a finding or a blank. It stays the same object as long as what it
 * is about is found again; #DuiFindingItem::changed tells that its words are
 * others.
 */
G_DECLARE_FINAL_TYPE (DuiFindingItem, dui_finding_item, DUI, FINDING_ITEM, GObject)

DuiFindingItem *dui_finding_item_new_heading (DuiFindingGroup group) G_GNUC_WARN_UNUSED_RESULT;
DuiFindingItem *dui_finding_item_new (DuiFindingGroup group,
                                      const char *key) G_GNUC_WARN_UNUSED_RESULT;

DuiFindingGroup dui_finding_item_get_group (DuiFindingItem *self);
gboolean dui_finding_item_is_heading (DuiFindingItem *self);
/* What it is about; it is the same in the next report if nothing was done about it. NULL for a heading. */
const char *dui_finding_item_get_key (DuiFindingItem *self);
/* NULL for a heading and a blank. */
DtFinding *dui_finding_item_get_finding (DuiFindingItem *self);
const char *dui_finding_item_get_title (DuiFindingItem *self);
/* "II.1, line 3, page 2"; empty without one. */
const char *dui_finding_item_get_place (DuiFindingItem *self);
/* The node to go to, and the byte in its text. NULL if there is none. */
const char *dui_finding_item_get_node (DuiFindingItem *self,
                                       guint *offset);
/* Of a heading: how many stand under it, and whether they are shown. */
guint dui_finding_item_get_count (DuiFindingItem *self);
gboolean dui_finding_item_is_open (DuiFindingItem *self);

void dui_finding_item_set_heading (DuiFindingItem *self,
                                   guint count,
                                   gboolean open);
void dui_finding_item_set_finding (DuiFindingItem *self,
                                   DtFinding *finding,
                                   const char *place);
/* @offset: the blank, in bytes of the text of its node. */
void dui_finding_item_set_missing (DuiFindingItem *self,
                                   const DtMissing *missing,
                                   guint offset,
                                   const char *place);

/* Why the reason is being asked; kept here because rows come and go. */
gboolean dui_finding_item_is_asking (DuiFindingItem *self);
void dui_finding_item_set_asking (DuiFindingItem *self,
                                  gboolean asking);

const char *dui_finding_group_get_title (DuiFindingGroup group);
/* The clause with what stands behind it, and what was measured; NULL where there is nothing to say. */
char *dui_finding_describe_clause (const DtFinding *finding) G_GNUC_WARN_UNUSED_RESULT;
char *dui_finding_describe_measure (const DtFinding *finding) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
