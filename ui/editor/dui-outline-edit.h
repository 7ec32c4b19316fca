/* dui-outline-edit.h - moving sections about, as edits of the plan
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-plan.h"

G_BEGIN_DECLS

/**
 * DuiOutlineVerb:
 * @DUI_OUTLINE_MOVE_UP: before the sibling above
 * @DUI_OUTLINE_MOVE_DOWN: behind the sibling below
 * @DUI_OUTLINE_INDENT: into the sibling above, as its last
 * @DUI_OUTLINE_OUTDENT: out of its parent, behind it
 * @DUI_OUTLINE_DUPLICATE: a copy behind it
 * @DUI_OUTLINE_REMOVE: away, with all in it
 *
 * What can be done to a section or an annex.
 */
typedef enum
{
  DUI_OUTLINE_MOVE_UP,
  DUI_OUTLINE_MOVE_DOWN,
  DUI_OUTLINE_INDENT,
  DUI_OUTLINE_OUTDENT,
  DUI_OUTLINE_DUPLICATE,
  DUI_OUTLINE_REMOVE,
  DUI_N_OUTLINE_VERBS,
} DuiOutlineVerb;

typedef enum
{
  DUI_OUTLINE_BEFORE,
  DUI_OUTLINE_INTO,
  DUI_OUTLINE_AFTER,
} DuiOutlinePlace;

/* Whether @verb makes sense for @reference; a bit for each verb. */
guint dui_outline_list_verbs (DtPlan *plan,
                              const char *reference);
/* The plan after it. @select is set to what should be selected then. */
DtPlan *dui_outline_edit (DtPlan *plan,
                          const char *reference,
                          DuiOutlineVerb verb,
                          char **select,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Moves @reference to a place at @target. */
DtPlan *dui_outline_edit_move (DtPlan *plan,
                               const char *reference,
                               const char *target,
                               DuiOutlinePlace place,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Puts @nodes (element-type DtNode), sections, tasks and annexes, at a place: sections at @target,
 * or at the end where that is no section. */
DtPlan *dui_outline_edit_insert (DtPlan *plan,
                                 GPtrArray *nodes,
                                 const char *target,
                                 DuiOutlinePlace place,
                                 char **select,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
