/* dt-missing.c - the blanks of a plan
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-assemble.h"

#include "model/dt-notation.h"
#include "model/dt-schema.h"
#include "template/dt-missing-private.h"

#include <string.h>

static void
visit_spans (const DtSpan *spans,
             guint n_spans,
             const char *reference,
             guint line,
             DtFieldFunc func,
             gpointer user_data)
{
  for (guint i = 0; i < n_spans; i++)
    if (spans[i].kind == DT_SPAN_FIELD)
      {
        g_autofree char *key = g_strstrip (g_strdup (spans[i].text));

        func (key, reference, line, user_data);
      }
}

static void
visit_line (const DtLine *line,
            const char *reference,
            DtFieldFunc func,
            gpointer user_data)
{
  visit_spans (line->spans, line->n_spans, reference, line->line, func, user_data);
  for (guint i = 0; line->table != NULL && i < line->table->n_rows * line->table->n_columns; i++)
    visit_spans (line->table->cells[i].spans, line->table->cells[i].n_spans, reference, line->line, func, user_data);
}

void
dt_node_visit_fields (const DtNode *node,
                      const char *parent_reference,
                      DtFieldFunc func,
                      gpointer user_data)
{
  g_autofree char *reference = dt_plan_child_reference (parent_reference, node);
  DtTextPolicy policy = dt_schema_get_text_policy (dt_node_get_kind (node));
  g_autoptr (DtBody) body = NULL;
  const DtLine *lines;
  guint n_lines = 0;

  if (dt_node_get_kind (node) == DT_NODE_FIELDS)
    return;
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    dt_node_visit_fields (dt_node_get_child (node, i), reference, func, user_data);
  if (policy == DT_TEXT_NONE || strstr (dt_node_get_text (node), "{{") == NULL)
    return;

  body = policy == DT_TEXT_LINES ? dt_body_parse (dt_node_get_text (node))
                                 : dt_body_parse_inline (dt_node_get_text (node));
  lines = dt_body_get_lines (body, &n_lines);
  for (guint i = 0; i < n_lines; i++)
    visit_line (&lines[i], reference, func, user_data);
}

typedef struct
{
  DtNode *fields;
  const GPtrArray *known;
  GPtrArray *missing;
} Search;

static void
free_missing (gpointer data)
{
  DtMissing *missing = data;

  g_free (missing->key);
  g_free (missing->label);
  g_free (missing->node);
  g_free (missing);
}

static gboolean
is_filled (DtNode *fields,
           const char *key)
{
  for (guint i = 0; fields != NULL && i < dt_node_get_n_children (fields); i++)
    {
      DtNode *field = dt_node_get_child (fields, i);

      if (g_strcmp0 (dt_node_get_attribute (field, DT_ATTR_KEY), key) == 0)
        return *dt_node_get_text (field) != '\0';
    }

  return FALSE;
}

static void
add_missing_cb (const char *key,
                const char *reference,
                guint line,
                gpointer user_data)
{
  Search *self = user_data;
  DtMissing *missing;

  if (is_filled (self->fields, key))
    return;

  missing = g_new0 (DtMissing, 1);
  missing->key = g_strdup (key);
  missing->node = g_strdup (reference);
  missing->line = line;
  for (guint i = 0; self->known != NULL && missing->label == NULL && i < self->known->len; i++)
    {
      const DtTemplateField *field = g_ptr_array_index (self->known, i);

      if (strcmp (field->key, key) == 0)
        missing->label = g_strdup (field->label);
    }
  if (missing->label == NULL)
    missing->label = g_strdup (key);
  g_ptr_array_add (self->missing, missing);
}

/**
 * dt_plan_list_missing:
 * @plan: a plan
 * @fields: (nullable) (element-type DtTemplateField): fields, for their labels
 *
 * Lists what is still to be filled in: each place where composing leaves a
 * blank.
 *
 * Returns: (transfer full) (element-type DtMissing): the blanks
 */
GPtrArray *
dt_plan_list_missing (const DtPlan *plan,
                      const GPtrArray *fields)
{
  DtNode *root;
  Search search;

  g_return_val_if_fail (plan != NULL, NULL);

  root = dt_plan_get_root (plan);
  search.fields = dt_node_find_child (root, DT_NODE_FIELDS);
  search.known = fields;
  search.missing = g_ptr_array_new_with_free_func (free_missing);
  dt_node_visit_fields (root, NULL, add_missing_cb, &search);

  return search.missing;
}
