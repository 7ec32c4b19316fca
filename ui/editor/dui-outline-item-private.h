/* dui-outline-item-private.h - what the model writes into its rows
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-outline-model.h"

G_BEGIN_DECLS

/* What a row says. */
typedef struct
{
  const char *number;
  const char *title;
  guint depth;
  int count;
  gboolean can_move;
  gboolean has_children;
  gboolean is_open;
} DuiOutlineFacts;

DuiOutlineItem *dui_outline_item_new (const char *reference) G_GNUC_WARN_UNUSED_RESULT;
void dui_outline_item_set_facts (DuiOutlineItem *self,
                                 const DuiOutlineFacts *facts);
void dui_outline_item_set_counts (DuiOutlineItem *self,
                                  const DuiOutlineCount *count);

G_END_DECLS
