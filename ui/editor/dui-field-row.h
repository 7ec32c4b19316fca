/* dui-field-row.h - the row of a field that templates ask for
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-form-page.h"
#include "template/dt-template.h"

G_BEGIN_DECLS

/* The names of the fields in the texts of @node and of all below it, each once: (element-type utf8). */
GPtrArray *dui_fields_list_keys (const DtNode *node) G_GNUC_WARN_UNUSED_RESULT;
/* Its value in the plan, "" without. */
const char *dui_fields_get (DtPlan *plan,
                            const char *key);

/* @from with the examples of the templates where @keys (element-type utf8) have no value; NULL if
 * nothing changes. */
DtPlan *dui_fields_fill_examples (DuiFormPage *page,
                                  DtPlan *from,
                                  const GPtrArray *keys,
                                  const DtTemplate *template) G_GNUC_WARN_UNUSED_RESULT;

/* A row for the type of the field: typed, or chosen from what is allowed. @field (nullable). */
GtkWidget *dui_field_row_new (DuiFormPage *page,
                              const char *key,
                              const DtTemplateField *field);
/* Marks it as missing, or not. */
void dui_field_row_refresh (GtkWidget *row,
                            DtPlan *plan);
const char *dui_field_row_get_key (GtkWidget *row);

G_END_DECLS
