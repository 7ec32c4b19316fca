/* dt-assemble.h - a plan from a template, a profile and the values of fields
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-plan.h"
#include "template/dt-field-value.h"
#include "template/dt-library.h"

G_BEGIN_DECLS

#define DT_ASSEMBLE_ERROR (dt_assemble_error_quark ())

/**
 * DtAssembleError:
 * @DT_ASSEMBLE_ERROR_TEMPLATE: the template names one that does not exist or cannot stand there
 * @DT_ASSEMBLE_ERROR_FIELD: there is no field of that name
 * @DT_ASSEMBLE_ERROR_VALUE: a field does not take that value
 */
typedef enum
{
  DT_ASSEMBLE_ERROR_TEMPLATE,
  DT_ASSEMBLE_ERROR_FIELD,
  DT_ASSEMBLE_ERROR_VALUE,
} DtAssembleError;

/* Values beside those of fields: số, ngày ban hành, id of the leader who signs. */
#define DT_VALUE_NUMBER "so"
#define DT_VALUE_DATE "ngay"
#define DT_VALUE_SIGNER "nguoi-ky"
/* Id of the advisory body that issues, where it is not the office itself. */
#define DT_VALUE_ADVISORY "to-chuc-tu-van"
/* A field of this name is the unit that drafts; its abbreviation stands behind "Lưu: VT". */
#define DT_VALUE_DRAFTER "thuong-truc"

/**
 * DtAssembler:
 * @template: a plan template
 * @library: the section templates it uses
 * @profile: the office
 * @values: (element-type utf8 GPtrArray): values of fields, see dt_values_new()
 *
 * What a plan is made of.
 */
typedef struct
{
  const DtTemplate *template;
  const DtLibrary *library;
  const DtProfile *profile;
  GHashTable *values;
} DtAssembler;

/**
 * DtMissing:
 * @key: name of the field
 * @label: how a form calls it; the name again where nobody says
 * @node: reference of the node where its blank stands
 * @line: line in the text of that node, from 1
 *
 * A blank of a plan.
 */
typedef struct
{
  char *key;
  char *label;
  char *node;
  guint line;
} DtMissing;

GQuark dt_assemble_error_quark (void);

DtPlan *dt_assemble (const DtAssembler *self,
                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Every field that the template and the section templates it uses ask for, each once, in the order
 * of the text: (element-type DtTemplateField). */
GPtrArray *dt_assembler_list_fields (const DtAssembler *self,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What one section template gives, to be put into a plan: (element-type DtNode). */
GPtrArray *dt_assemble_section (const DtAssembler *self,
                                const DtPlan *plan,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Every blank, in the order of the text: (element-type DtMissing). @fields (nullable) gives labels. */
GPtrArray *dt_plan_list_missing (const DtPlan *plan,
                                 const GPtrArray *fields) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
