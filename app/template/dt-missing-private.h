/* dt-missing-private.h - finding the fields in the texts of a plan
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-node.h"

G_BEGIN_DECLS

typedef void (*DtFieldFunc) (const char *key,
                             const char *reference,
                             guint line,
                             gpointer user_data);

/* Every {{field}} in @node and below. */
void dt_node_visit_fields (const DtNode *node,
                           const char *parent_reference,
                           DtFieldFunc func,
                           gpointer user_data);

G_END_DECLS
