/* dt-schema.h - which node may stand where, and what it may carry
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-node.h"

G_BEGIN_DECLS

/**
 * DtTextPolicy:
 * @DT_TEXT_NONE: the node holds children only
 * @DT_TEXT_LINE: the node holds one line of text
 * @DT_TEXT_LINES: the node holds text in which newlines count
 */
typedef enum
{
  DT_TEXT_NONE,
  DT_TEXT_LINE,
  DT_TEXT_LINES,
} DtTextPolicy;

/* How often a child may stand in its parent. */
typedef enum
{
  DT_CHILD_ONE,
  DT_CHILD_OPTIONAL,
  DT_CHILD_MANY,
} DtOccurrence;

/* The namespace and the version of the plan file. */
#define DT_PLAN_NAMESPACE "https://duthao.github.io/ns/plan"
#define DT_PLAN_VERSION "1"

const char *dt_schema_get_name (DtNodeKind kind);
int dt_schema_find_kind (const char *name);
const char *dt_schema_get_attribute_name (DtAttribute attribute);
int dt_schema_find_attribute (const char *name);
DtTextPolicy dt_schema_get_text_policy (DtNodeKind kind);

/* Whether nodes of this kind repeat and so carry an id. */
gboolean dt_schema_has_id (DtNodeKind kind);

/* Position of @child among the kinds @parent may hold, or -1; children stand in this order. */
int dt_schema_get_child_rank (DtNodeKind parent,
                              DtNodeKind child,
                              DtOccurrence *occurrence);
gboolean dt_schema_allows_attribute (DtNodeKind kind,
                                     DtAttribute attribute);

/* NULL if @value is a lawful value, else a translated text of what was expected. */
char *dt_schema_check_value (DtNodeKind kind,
                             DtAttribute attribute,
                             const char *value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
