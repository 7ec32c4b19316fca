/* dui-inspector-fields.c - in which fields of the forms findings lie
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-inspector"

#include "config.h"

#include "common/dui-verdict.h"
#include "document/dui-binding.h"
#include "document/dui-inspector.h"

/* The words that were measured tell which attribute of a node a finding is about. */
static gboolean
find_attribute (DtNode *node,
                const DtFinding *finding,
                DtAttribute *attribute)
{
  static const DtAttribute attributes[] = { DT_ATTR_NUMBER, DT_ATTR_SYMBOL, DT_ATTR_PLACE, DT_ATTR_DATE, DT_ATTR_PERIOD };

  if (finding->edit.kind == DT_EDIT_ATTRIBUTE)
    {
      *attribute = finding->edit.attribute;
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      const char *value = dt_node_get_attribute (node, attributes[i]);

      if (value != NULL && *value != '\0' && g_strcmp0 (value, finding->measured) == 0)
        {
          *attribute = attributes[i];
          return TRUE;
        }
    }

  return FALSE;
}

char *
dui_inspector_find_field (DuiInspector *self,
                          const DtFinding *finding)
{
  DtPlan *plan;
  DtNode *node;
  DtAttribute attribute;

  g_return_val_if_fail (DUI_IS_INSPECTOR (self) && finding != NULL, NULL);

  plan = dui_inspector_get_plan (self);
  node = plan != NULL ? dt_plan_find (plan, finding->node) : NULL;
  if (node == NULL || dt_node_get_kind (node) != DT_NODE_HEAD || !find_attribute (node, finding, &attribute))
    return g_strdup (finding->node);

  return dui_binding_make_key (finding->node, attribute);
}

GHashTable *
dui_inspector_describe_fields (DuiInspector *self)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  DtReport *report;
  DtFinding *const *findings;
  guint n = 0;

  g_return_val_if_fail (DUI_IS_INSPECTOR (self), fields);

  report = dui_inspector_get_report (self);
  if (report == NULL)
    return fields;

  findings = dt_report_get_findings (report, &n);
  for (guint i = 0; i < n; i++)
    {
      const DtFinding *finding = findings[i];
      const char *clause = finding->rule->clause;
      g_autofree char *field = dui_inspector_find_field (self, finding);
      const char *before = g_hash_table_lookup (fields, field);
      GString *text = g_string_new (before);

      if (finding->reason == NULL)
        {
          g_autofree char *sentence = dui_verdict_to_sentence (finding->message);

          g_string_append_printf (text, before != NULL ? "\n%s" : "%s", sentence);
          if (clause != NULL && *clause != '\0')
            g_string_append_printf (text, " (%s)", clause);
          g_hash_table_insert (fields, g_steal_pointer (&field), g_strdup (text->str));
        }
      g_string_free (text, TRUE);
    }

  return fields;
}
