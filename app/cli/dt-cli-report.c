/* dt-cli-report.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-private.h"

#include "base/dt-diagnostic.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* The line a node stands in; a node that is missing stands where its parent does. */
guint
dt_cli_find_line (const DtPlan *plan,
                  const char *reference)
{
  g_autofree char *path = g_strdup (reference);

  for (;;)
    {
      DtNode *node = dt_plan_find (plan, path);
      char *slash = strrchr (path, '/');

      if (node != NULL)
        return dt_node_get_line (node);
      if (slash == NULL)
        return 0;
      *slash = '\0';
    }
}

/**
 * dt_cli_locate:
 * @list: (element-type DtDiagnostic): where they are added
 * @diagnostics: (element-type DtDiagnostic): what composing and layout found
 * @plan: the plan as it was read
 *
 * Composing counts lines inside the text of a node; people look for lines of
 * the file. The text of a node begins in the line of its tag. What two outputs
 * found alike is told once.
 */
void
dt_cli_locate (GPtrArray *list,
               GPtrArray *diagnostics,
               const DtPlan *plan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const DtDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      const char *node = dt_diagnostic_get_node (diagnostic);
      guint inner = dt_diagnostic_get_line (diagnostic);
      guint line = node != NULL ? dt_cli_find_line (plan, node) : 0;
      g_autoptr (DtDiagnostic) located = NULL;

      if (line > 0 && inner > 0)
        line += inner - 1;
      located = dt_diagnostic_new (dt_diagnostic_get_severity (diagnostic), dt_diagnostic_get_code (diagnostic), node,
                                   line, dt_diagnostic_get_column (diagnostic),
                                   dt_diagnostic_get_message (diagnostic));
      if (g_hash_table_add (seen, dt_diagnostic_to_string (located, NULL)))
        g_ptr_array_add (list, g_steal_pointer (&located));
    }
}

/**
 * dt_cli_print_diagnostics:
 * @diagnostics: (element-type DtDiagnostic): what was found
 * @file: name of the file it is about
 *
 * Prints a line for each on standard error.
 */
void
dt_cli_print_diagnostics (GPtrArray *diagnostics,
                          const char *file)
{
  g_autofree char *name = g_filename_display_name (file);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      g_autofree char *line = dt_diagnostic_to_string (g_ptr_array_index (diagnostics, i), name);

      dt_cli_print_line (line);
    }
}

static void
add_place (JsonBuilder *builder,
           const char *name,
           guint place)
{
  json_builder_set_member_name (builder, name);
  if (place > 0)
    json_builder_add_int_value (builder, place);
  else
    json_builder_add_null_value (builder);
}

static void
add_text (JsonBuilder *builder,
          const char *name,
          const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

gboolean
dt_cli_print_diagnostics_json (GPtrArray *diagnostics,
                               GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const DtDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      json_builder_begin_object (builder);
      add_text (builder, "severity", dt_severity_to_string (dt_diagnostic_get_severity (diagnostic)));
      add_text (builder, "code", dt_diagnostic_get_code (diagnostic));
      add_text (builder, "node", dt_diagnostic_get_node (diagnostic));
      add_place (builder, "line", dt_diagnostic_get_line (diagnostic));
      add_place (builder, "column", dt_diagnostic_get_column (diagnostic));
      add_text (builder, "message", dt_diagnostic_get_message (diagnostic));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return dt_cli_write_stdout (text, strlen (text), error) && dt_cli_write_stdout ("\n", 1, error) &&
         dt_cli_flush_stdout (error);
}
