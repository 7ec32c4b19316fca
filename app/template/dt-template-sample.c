/* dt-template-sample.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-template-sample.h"

#include <string.h>

#define SAMPLE_KIND "ke-hoach"

static GHashTable *
collect_examples (const DtAssembler *assembler,
                  GError **error)
{
  g_autoptr (GPtrArray) fields = dt_assembler_list_fields (assembler, error);
  GHashTable *values;

  if (fields == NULL)
    return NULL;

  values = dt_values_new ();
  for (guint i = 0; i < fields->len; i++)
    {
      const DtTemplateField *field = g_ptr_array_index (fields, i);

      for (guint k = 0; field->examples[k] != NULL; k++)
        dt_values_add (values, field->key, field->examples[k]);
    }

  return values;
}

/* The examples as they are printed. */
static DtNode *
make_fields (const DtTemplate *template,
             const DtProfile *profile,
             GHashTable *values)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);

  for (guint i = 0; i < dt_template_get_n_fields (template); i++)
    {
      const DtTemplateField *field = dt_template_get_field (template, i);
      const GPtrArray *list = g_hash_table_lookup (values, field->key);
      const DtAttributeValue key = { DT_ATTR_KEY, field->key };
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint k = 0; list != NULL && k < list->len; k++)
        {
          const char *expected = NULL;
          g_autofree char *printed = dt_field_value_print (field, profile, g_ptr_array_index (list, k), &expected);

          g_string_append_printf (text, "%s%s", k > 0 ? "; " : "", printed != NULL ? printed : "");
        }
      if (text->len > 0)
        g_ptr_array_add (nodes, dt_node_new_full (DT_NODE_FIELD, 0, text->str, &key, 1, NULL, 0));
    }

  return nodes->len > 0 ? dt_node_new_full (DT_NODE_FIELDS, 0, NULL, NULL, 0, (DtNode *const *) nodes->pdata, nodes->len)
                        : NULL;
}

/* Those of @nodes that are of a kind, in a group of their own; NULL for none. */
static DtNode *
make_group (const GPtrArray *nodes,
            DtNodeKind kind,
            DtNodeKind group)
{
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    if (dt_node_get_kind (g_ptr_array_index (nodes, i)) == kind)
      g_ptr_array_add (members, g_ptr_array_index (nodes, i));

  return members->len > 0 ? dt_node_new_full (group, 0, NULL, NULL, 0, (DtNode *const *) members->pdata, members->len) : NULL;
}

static DtNode *
make_head (const DtTemplate *template,
           const DtProfile *profile)
{
  const DtProfileFields *office = dt_profile_get (profile);
  const char *symbol = dt_profile_find_symbol (profile, SAMPLE_KIND);
  const DtAttributeValue attributes[] = { { DT_ATTR_SYMBOL, symbol != NULL ? symbol : "" }, { DT_ATTR_PLACE, office->place } };
  DtNode *children[] = { dt_node_new_text (DT_NODE_AGENCY, office->agency),
                         dt_node_new_text (DT_NODE_SUBJECT, dt_template_get_title (template)) };
  DtNode *head = dt_node_new_full (DT_NODE_HEAD, 0, NULL, attributes, G_N_ELEMENTS (attributes), children, G_N_ELEMENTS (children));

  dt_node_unref (children[0]);
  dt_node_unref (children[1]);
  return head;
}

/* A plan that holds nothing but what a section template gives. */
static DtPlan *
frame_section (const DtAssembler *assembler,
               GError **error)
{
  const DtAttributeValue kind = { DT_ATTR_KIND, SAMPLE_KIND };
  g_autoptr (GPtrArray) nodes = dt_assemble_section (assembler, NULL, error);
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  g_autoptr (DtNode) root = NULL;
  DtNode *parts[3];

  if (nodes == NULL)
    return NULL;

  g_ptr_array_add (children, make_head (assembler->template, assembler->profile));
  parts[0] = make_fields (assembler->template, assembler->profile, assembler->values);
  parts[1] = make_group (nodes, DT_NODE_SECTION, DT_NODE_SECTIONS);
  parts[2] = make_group (nodes, DT_NODE_TASK, DT_NODE_TASKS);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL)
      g_ptr_array_add (children, parts[i]);
  for (guint i = 0; i < nodes->len; i++)
    if (dt_node_get_kind (g_ptr_array_index (nodes, i)) == DT_NODE_ANNEX)
      g_ptr_array_add (children, dt_node_ref (g_ptr_array_index (nodes, i)));

  root = dt_node_new_full (DT_NODE_PLAN, 0, NULL, &kind, 1, (DtNode *const *) children->pdata, children->len);
  return dt_plan_new (root, error);
}

/**
 * dt_template_make_sample:
 * @self: a template of either kind
 * @library: the section templates it may use
 * @profile: an office
 * @error: return location for an error
 *
 * Makes a plan from a template with the examples of its fields. A section
 * template stands in a plan that has nothing else.
 *
 * Returns: (transfer full): the plan, or %NULL with @error set as
 *   dt_assemble() does
 */
DtPlan *
dt_template_make_sample (const DtTemplate *self,
                         const DtLibrary *library,
                         const DtProfile *profile,
                         GError **error)
{
  DtAssembler assembler = { .template = self, .library = library, .profile = profile };
  g_autoptr (GHashTable) values = NULL;

  g_return_val_if_fail (self != NULL && library != NULL && profile != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  values = collect_examples (&assembler, error);
  if (values == NULL)
    return NULL;
  assembler.values = values;

  return dt_template_get_kind (self) == DT_TEMPLATE_PLAN ? dt_assemble (&assembler, error) : frame_section (&assembler, error);
}
