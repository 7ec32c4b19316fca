/* dt-template-private.h - the inside of a template, for those who build one
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "template/dt-template.h"

G_BEGIN_DECLS

struct _DtTemplatePart
{
  DtTemplatePartKind kind;
  guint line;
  guint column;
  char *text;
  char *attributes[DT_N_TEMPLATE_PART_ATTRIBUTES];
  GPtrArray *parts;
};

struct _DtTemplate
{
  DtTemplateKind kind;
  char *id;
  char *version;
  char *title;
  char *summary;
  char *document;
  gboolean is_collective;
  GPtrArray *fields; /* DtTemplateField */
  DtTemplatePart *root;
};

DtTemplate *dt_template_new (DtTemplateKind kind) G_GNUC_WARN_UNUSED_RESULT;
DtTemplatePart *dt_template_part_new (DtTemplatePartKind kind) G_GNUC_WARN_UNUSED_RESULT;
void dt_template_part_free (DtTemplatePart *self);
void dt_template_field_free (DtTemplateField *field);

/* dt-template-rules.c: the one table of what a part is. */
const char *dt_template_part_kind_get_name (DtTemplatePartKind kind);
const char *dt_template_part_attribute_get_name (DtTemplatePartAttribute attribute);
gboolean dt_template_part_kind_has_text (DtTemplatePartKind kind);
gboolean dt_template_part_kind_allows_attribute (DtTemplatePartKind kind,
                                                 DtTemplatePartAttribute attribute);
gboolean dt_template_part_kind_requires (DtTemplatePartKind kind,
                                         DtTemplatePartAttribute attribute);
/* What was expected of @value, or NULL if it is lawful; marked for translation. */
const char *dt_template_part_attribute_check (DtTemplatePartKind kind,
                                              DtTemplatePartAttribute attribute,
                                              const char *value);
/* Conditions and repeats hold what the nearest other part around them may hold. */
gboolean dt_template_part_kind_is_control (DtTemplatePartKind kind);
gboolean dt_template_part_kind_allows (DtTemplateKind template_kind,
                                       DtTemplatePartKind parent,
                                       DtTemplatePartKind child);

G_END_DECLS
