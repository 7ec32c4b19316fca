/* dui-form-factory.h - which form belongs to which part of a plan
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-form-page.h"

G_BEGIN_DECLS

/* A page for @part, to be given a document; floating. What an id names is told by its first letter. */
DuiFormPage *dui_form_page_new_for (DuiEngine *engine,
                                    const char *part) G_GNUC_WARN_UNUSED_RESULT;
/* The type of that page: a page can be kept for all parts that have one. @plan (nullable) is asked
 * what an id names. */
GType dui_form_page_type_for (DtPlan *plan,
                              const char *part);
/* The part in whose form @reference, any node, is edited: "s3" of "s3/body", "bases" of "b2". */
char *dui_form_dup_part (DtPlan *plan,
                         const char *reference) G_GNUC_WARN_UNUSED_RESULT;
/* The first node, in reading order, in which the plans differ; NULL if they do not. What undo
 * changed, to be shown. */
char *dui_form_find_change (DtPlan *old,
                            DtPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
