/* dt-plan.h - a plan as an immutable value, and the edits that give a new one
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-node.h"

G_BEGIN_DECLS

#define DT_TYPE_PLAN (dt_plan_get_type ())
#define DT_EDIT_ERROR (dt_edit_error_quark ())

/**
 * DtEditError:
 * @DT_EDIT_ERROR_NOT_FOUND: no node has that reference
 * @DT_EDIT_ERROR_NOT_ALLOWED: the node may not stand there
 * @DT_EDIT_ERROR_VALUE: the text or the attribute value is not lawful
 */
typedef enum
{
  DT_EDIT_ERROR_NOT_FOUND,
  DT_EDIT_ERROR_NOT_ALLOWED,
  DT_EDIT_ERROR_VALUE,
} DtEditError;

/* Immutable; shares every node an edit did not touch with the plan it came from. */
typedef struct _DtPlan DtPlan;

GType dt_plan_get_type (void);
GQuark dt_edit_error_quark (void);

/* Checks the whole tree against the schema, gives ids to nodes that lack one and refuses doubled ids. */
DtPlan *dt_plan_new (DtNode *root,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtPlan *dt_plan_new_empty (const char *kind) G_GNUC_WARN_UNUSED_RESULT;
DtPlan *dt_plan_ref (DtPlan *self);
void dt_plan_unref (DtPlan *self);
DtNode *dt_plan_get_root (const DtPlan *self);
gboolean dt_plan_equal (const DtPlan *a,
                        const DtPlan *b);

/* References: a node that repeats is named by its id ("s3"), one that stands once by its
 * parent and its name ("head/subject", "s3/body"); the root is "plan". An edit makes the nodes
 * that its reference names and that are missing, such as the subject of a new plan. */
char *dt_plan_child_reference (const char *parent_reference,
                               const DtNode *child) G_GNUC_WARN_UNUSED_RESULT;
DtNode *dt_plan_find (const DtPlan *self,
                      const char *reference);

DtPlan *dt_plan_set_text (const DtPlan *self,
                          const char *reference,
                          const char *text,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtPlan *dt_plan_set_attribute (const DtPlan *self,
                               const char *reference,
                               DtAttribute attribute,
                               const char *value,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Puts @node among the children of its kind; @position counts nodes of that kind, -1 is the end. */
DtPlan *dt_plan_insert (const DtPlan *self,
                        const char *parent,
                        int position,
                        DtNode *node,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtPlan *dt_plan_remove (const DtPlan *self,
                        const char *reference,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtPlan *dt_plan_move (const DtPlan *self,
                      const char *reference,
                      const char *new_parent,
                      int position,
                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtPlan *dt_plan_replace (const DtPlan *self,
                         const char *reference,
                         DtNode *node,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtPlan, dt_plan_unref)

G_END_DECLS
