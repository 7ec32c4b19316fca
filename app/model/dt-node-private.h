/* dt-node-private.h - what a node is made of
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-node.h"

G_BEGIN_DECLS

typedef struct
{
  DtAttribute attribute;
  GRefString *value;
} DtNodeAttribute;

/* @attributes is sorted; @text is NULL for kinds that hold children. */
struct _DtNode
{
  gatomicrefcount ref_count;
  DtNodeKind kind;
  guint line;
  guint n_attributes;
  guint n_children;
  GRefString *text;
  DtNodeAttribute *attributes;
  DtNode **children;
};

/* A node with room for attributes and children, and nothing in it yet. */
DtNode *dt_node_alloc (DtNodeKind kind,
                       guint line,
                       guint n_attributes,
                       guint n_children) G_GNUC_WARN_UNUSED_RESULT;
/* Valid UTF-8 in normal form C with LF line ends. */
GRefString *dt_node_make_string (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The text of a node of @kind, NULL if it is to have none. */
GRefString *dt_node_make_text (DtNodeKind kind,
                               const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
