/* dt-plan-private.h - what the parts of a plan share
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-plan.h"
#include "model/dt-schema.h"

G_BEGIN_DECLS

/* More than the nodes between the root and the deepest leaf of a lawful plan. */
#define DT_PATH_MAX (DT_SECTION_MAX_DEPTH + 8)

/* How many nodes of a reference may be missing: each stands once in the one before. */
#define DT_PATH_MAX_MISSING 4

/* The way from the root to a node. The last @n_missing nodes are not in the
 * plan; all of them may stand where the reference names them. */
typedef struct
{
  DtNode *nodes[DT_PATH_MAX];
  guint indexes[DT_PATH_MAX];
  guint n_nodes;
  DtNodeKind missing[DT_PATH_MAX_MISSING];
  guint n_missing;
} DtPlanPath;

/* FALSE if the reference names nothing that is there or could be. */
gboolean dt_plan_path_init (DtPlanPath *path,
                            DtNode *root,
                            const char *reference);
DtNodeKind dt_plan_path_get_kind (const DtPlanPath *path);

/* Wraps a root that is known to be lawful; takes the reference. */
DtPlan *dt_plan_take_root (DtNode *root) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @node, with @depth sections above it, and all below it is lawful. */
gboolean dt_plan_check_tree (const DtNode *node,
                             guint depth,
                             GError **error);
/* Whether no two fields have one name. */
gboolean dt_plan_check_keys (const DtNode *fields,
                             GError **error);
gboolean dt_plan_check_doubled_ids (const DtNode *root,
                                    GError **error);
/* @node with an id on each node that repeats; ids that stand in @root outside of
 * @except are given up for new ones. */
DtNode *dt_plan_give_ids (DtNode *node,
                          const DtNode *root,
                          const DtNode *except) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
