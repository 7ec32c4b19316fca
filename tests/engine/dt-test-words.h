/* dt-test-words.h - whether an import lost or invented anything
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/dt-import-steps-private.h"
#include "model/dt-notation.h"

#include <string.h>

/*
 * Letters and digits are counted: those of the source and those the import
 * says it made up must be those of the plan and those it says it left out.
 * Signs and blanks do not count, so that joined lines, marks at the ends of
 * items and the notation do not matter.
 */

static inline void
dt_test_count (GHashTable *counts,
               const char *text,
               int sign)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int n;

      if (!g_unichar_isalnum (c))
        continue;
      n = GPOINTER_TO_INT (g_hash_table_lookup (counts, GUINT_TO_POINTER (c))) + sign;
      g_hash_table_insert (counts, GUINT_TO_POINTER (c), GINT_TO_POINTER (n));
    }
}

static inline void
dt_test_count_spans (GHashTable *counts,
                     const DtSpan *spans,
                     guint n_spans)
{
  for (guint i = 0; i < n_spans; i++)
    dt_test_count (counts, spans[i].text, -1);
}

static inline void
dt_test_count_body (GHashTable *counts,
                    DtBody *body)
{
  guint n_lines;
  const DtLine *lines = dt_body_get_lines (body, &n_lines);

  for (guint i = 0; i < n_lines; i++)
    {
      const DtTable *table = lines[i].table;

      if (lines[i].kind != DT_LINE_TABLE)
        {
          dt_test_count_spans (counts, lines[i].spans, lines[i].n_spans);
          continue;
        }
      for (guint cell = 0; cell < table->n_rows * table->n_columns; cell++)
        dt_test_count_spans (counts, table->cells[cell].spans, table->cells[cell].n_spans);
    }
}

static inline void
dt_test_count_node (GHashTable *counts,
                    const DtNode *node)
{
  const char *text = dt_node_get_text (node);
  g_autoptr (DtBody) body = NULL;

  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    dt_test_count_node (counts, dt_node_get_child (node, i));
  if (text == NULL)
    return;

  switch ((int) dt_node_get_kind (node))
    {
    case DT_NODE_PARENT:
    case DT_NODE_AGENCY:
    case DT_NODE_AUTHORITY:
      dt_test_count (counts, text, -1);
      return;
    case DT_NODE_BODY:
    case DT_NODE_OPENING:
    case DT_NODE_CLOSING:
      body = dt_body_parse (text);
      break;
    default:
      body = dt_body_parse_inline (text);
    }
  dt_test_count_body (counts, body);
}

/* What is wrong, or NULL when every letter is where it should be; NULL too for a source that is refused. */
static inline char *
dt_test_find_lost (GBytes *bytes,
                   const char *name)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (DtNode) root = NULL;
  g_autofree char *text = NULL;
  DtImport *import = dt_import_state_new (name, NULL);
  GHashTableIter iter;
  gpointer key;
  gpointer value;
  char *lost = NULL;

  import->markdown = g_str_has_suffix (name, ".md");
  text = dt_import_decode (import, bytes, NULL);
  if (text != NULL)
    root = dt_import_read_text (import, text);
  if (root != NULL)
    {
      dt_test_count (counts, text, 1);
      dt_test_count (counts, import->added->str, 1);
      dt_test_count (counts, import->dropped->str, -1);
      dt_test_count_node (counts, root);
    }

  g_hash_table_iter_init (&iter, counts);
  while (lost == NULL && g_hash_table_iter_next (&iter, &key, &value))
    if (GPOINTER_TO_INT (value) != 0)
      {
        char letter[7] = { 0 };

        g_unichar_to_utf8 (GPOINTER_TO_UINT (key), letter);
        lost = g_strdup_printf ("%s: %d too %s in the plan", letter, ABS (GPOINTER_TO_INT (value)),
                                GPOINTER_TO_INT (value) > 0 ? "few" : "many");
      }
  dt_import_state_free (import);

  return lost;
}
