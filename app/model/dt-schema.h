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

/* How deep sections may stand in sections. */
#define DT_SECTION_MAX_DEPTH 16

/* The most bytes of text one node or one attribute may hold; what is longer
 * could be saved but not opened again. */
#define DT_TEXT_MAX_BYTES ((gsize) 4 * 1024 * 1024)

const char *dt_schema_get_name (DtNodeKind kind);
int dt_schema_find_kind (const char *name);
const char *dt_schema_get_attribute_name (DtAttribute attribute);
int dt_schema_find_attribute (const char *name);
DtTextPolicy dt_schema_get_text_policy (DtNodeKind kind);

/* Whether nodes of this kind repeat and so carry an id. */
gboolean dt_schema_has_id (DtNodeKind kind);
/* What ids given to nodes of this kind begin with ("s" of "s3"); NULL without ids. */
const char *dt_schema_get_id_prefix (DtNodeKind kind);

/* Position of @child among the kinds @parent may hold, or -1; children stand in this order. */
int dt_schema_get_child_rank (DtNodeKind parent,
                              DtNodeKind child,
                              DtOccurrence *occurrence);
/* The kinds @parent may hold, in order. */
guint dt_schema_get_n_child_kinds (DtNodeKind parent);
DtNodeKind dt_schema_get_child_kind (DtNodeKind parent,
                                     guint rank,
                                     DtOccurrence *occurrence);
/* The names of the kinds @parent may hold from @rank on, as "<a>, <b>"; empty if there are none. */
char *dt_schema_describe_children (DtNodeKind parent,
                                   guint rank) G_GNUC_WARN_UNUSED_RESULT;

gboolean dt_schema_allows_attribute (DtNodeKind kind,
                                     DtAttribute attribute);
gboolean dt_schema_requires_attribute (DtNodeKind kind,
                                       DtAttribute attribute);

/* NULL if @value is a lawful value, else a translated text of what was expected. */
char *dt_schema_check_value (DtNodeKind kind,
                             DtAttribute attribute,
                             const char *value) G_GNUC_WARN_UNUSED_RESULT;
/* NULL if @kind may hold @text, else a translated text of what is wrong with it. */
char *dt_schema_check_text (DtNodeKind kind,
                            const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
