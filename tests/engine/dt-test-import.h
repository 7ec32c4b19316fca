/* dt-test-import.h - what the import tests share: a plan and its reports as text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dt-test.h"

#include "base/dt-diagnostic.h"
#include "import/dt-import.h"
#include "model/dt-schema.h"

#include <string.h>

/* A source, what the plan made of it must say, and what must be reported. A want that begins with "!" must
 * not be there. */
typedef struct
{
  const char *title;
  const char *name;
  const char *source;
  const char *wants[10];
  const char *notes[6]; /* "code@line" or "code" */
} DtImportCase;

static inline void
dt_test_dump_node (const DtNode *node,
                   guint depth,
                   GString *text)
{
  g_string_append_printf (text, "%*s%s", (int) depth, "",
                          dt_schema_get_name (dt_node_get_kind (node)));
  for (int i = 0; i < DT_N_ATTRIBUTES; i++)
    if (i != DT_ATTR_ID && dt_node_get_attribute (node, (DtAttribute) i) != NULL)
      g_string_append_printf (text, " %s=%s", dt_schema_get_attribute_name ((DtAttribute) i),
                              dt_node_get_attribute (node, (DtAttribute) i));
  if (dt_node_get_text (node) != NULL)
    g_string_append_printf (text, ": %s", dt_node_get_text (node));
  g_string_append_c (text, '\n');

  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    dt_test_dump_node (dt_node_get_child (node, i), depth + 1, text);
}

static inline char *
dt_test_dump_plan (DtPlan *plan)
{
  GString *text = g_string_new (NULL);

  dt_test_dump_node (dt_plan_get_root (plan), 0, text);

  return g_string_free (text, FALSE);
}

/* "code@line: message", one a line. */
static inline char *
dt_test_dump_notes (GPtrArray *diagnostics)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < diagnostics->len; i++)
    {
      const DtDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      g_string_append_printf (text, "%s@%u: %s\n", dt_diagnostic_get_code (diagnostic),
                              dt_diagnostic_get_line (diagnostic),
                              dt_diagnostic_get_message (diagnostic));
    }

  return g_string_free (text, FALSE);
}

static inline DtPlan *
dt_test_import (const char *source,
                const char *name,
                GPtrArray *diagnostics)
{
  g_autoptr (GBytes) bytes = g_bytes_new (source, strlen (source));
  g_autoptr (GError) error = NULL;
  DtPlan *plan = dt_import_text (bytes, name, diagnostics, &error);

  dt_assert_no_error (error);
  ck_assert_ptr_nonnull (plan);

  return plan;
}

static inline void
dt_test_check_text (const char *what,
                    const char *title,
                    const char *text,
                    const char *want)
{
  if (want[0] == '!')
    ck_assert_msg (strstr (text, want + 1) == NULL, "%s: %s must not hold “%s”:\n%s", title, what,
                   want + 1, text);
  else
    ck_assert_msg (strstr (text, want) != NULL, "%s: %s lacks “%s”:\n%s", title, what, want, text);
}

static inline void
dt_test_run_case (const DtImportCase *row)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtPlan) plan = dt_test_import (row->source, row->name != NULL ? row->name : "a.txt",
                                            diagnostics);
  g_autofree char *dump = dt_test_dump_plan (plan);
  g_autofree char *notes = dt_test_dump_notes (diagnostics);

  for (guint i = 0; i < G_N_ELEMENTS (row->wants) && row->wants[i] != NULL; i++)
    dt_test_check_text ("the plan", row->title, dump, row->wants[i]);
  for (guint i = 0; i < G_N_ELEMENTS (row->notes) && row->notes[i] != NULL; i++)
    dt_test_check_text ("the report", row->title, notes, row->notes[i]);
}
