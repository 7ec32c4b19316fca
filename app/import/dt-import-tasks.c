/* dt-import-tasks.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-steps-private.h"

#include "model/dt-notation.h"
#include "text/dt-text.h"

#include <string.h>

/*
 * A table that composing would write word for word from a list of tasks is
 * read as that list. Any other table stays a table: its header says things in
 * the words of its author.
 */

#define MAX_COLUMNS 6

/* What composing writes above the columns, in their order. */
static const struct
{
  const char *heading;
  DtNodeKind kind;
} columns[MAX_COLUMNS] = {
  { "STT", DT_NODE_TASK },
  { "Nội dung nhiệm vụ", DT_NODE_WORK },
  { "Đơn vị chủ trì", DT_NODE_LEAD },
  { "Đơn vị phối hợp", DT_NODE_PARTNER },
  { "Thời hạn", DT_NODE_DEADLINE },
  { "Sản phẩm", DT_NODE_PRODUCT },
};

static char *
get_source (const char *body,
            const DtCell *cell)
{
  return g_strstrip (g_strndup (body + cell->start, cell->end - cell->start));
}

static char *
get_text (const DtCell *cell)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cell->n_spans; i++)
    g_string_append (text, cell->spans[i].text);

  return g_string_free (text, FALSE);
}

/* The kinds of the columns; FALSE when the header is not the one composing writes. */
static gboolean
read_header (const DtTable *table,
             DtNodeKind *kinds)
{
  guint next = 0;

  if (table->n_header_rows != 1 || table->n_columns > MAX_COLUMNS || table->n_rows < 2)
    return FALSE;

  for (guint column = 0; column < table->n_columns; column++)
    {
      g_autofree char *text = get_text (&table->cells[column]);

      while (next < MAX_COLUMNS && strcmp (columns[next].heading, text) != 0)
        next++;
      if (next == MAX_COLUMNS || (column < 2 && next != column))
        return FALSE;
      kinds[column] = columns[next++].kind;
    }

  return table->n_columns >= 3;
}

/* Rows are numbered from 1, and every column says something: composing leaves empty ones out. */
static gboolean
is_list (const DtTable *table)
{
  for (guint row = 1; row < table->n_rows; row++)
    {
      g_autofree char *number = get_text (&table->cells[row * table->n_columns]);

      if (g_ascii_strtoull (number, NULL, 10) != row ||
          strspn (number, "0123456789.") != strlen (number))
        return FALSE;
    }

  for (guint column = 1; column < table->n_columns; column++)
    {
      gboolean used = FALSE;

      for (guint row = 1; row < table->n_rows; row++)
        used |= table->cells[row * table->n_columns + column].n_spans > 0;
      if (!used)
        return FALSE;
    }

  return TRUE;
}

/* Units of one cell stand apart by semicolons. */
static void
add_cell (GPtrArray *children,
          DtNodeKind kind,
          const char *text)
{
  g_auto (GStrv) parts = NULL;

  if (*text == '\0')
    return;
  if (kind != DT_NODE_LEAD && kind != DT_NODE_PARTNER)
    {
      g_ptr_array_add (children, dt_node_new_text (kind, text));
      return;
    }

  parts = g_strsplit (text, "; ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (children, dt_node_new_text (kind, parts[i]));
}

static DtNode *
make_task (const char *body,
           const DtTable *table,
           guint row,
           const DtNodeKind *kinds)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);

  for (guint column = 1; column < table->n_columns; column++)
    {
      g_autofree char *text = get_source (body, &table->cells[row * table->n_columns + column]);

      add_cell (children, kinds[column], text);
    }

  return dt_node_new_full (DT_NODE_TASK, 0, NULL, NULL, 0, (DtNode *const *) children->pdata,
                           children->len);
}

/* The header and the numbers come back when the plan is composed. */
static void
drop_written (DtImport *self,
              const DtTable *table)
{
  for (guint i = 0; i < table->n_rows * table->n_columns; i++)
    if (i < table->n_columns || i % table->n_columns == 0)
      {
        g_autofree char *text = get_text (&table->cells[i]);

        dt_import_drop (self, text, -1);
      }
}

/**
 * dt_import_find_tasks:
 * @self: the import
 * @body: what an annex holds, in the notation
 * @line: where it stands
 *
 * Returns: (transfer full) (nullable): the list of tasks that @body is a table
 *   of, or %NULL
 */
DtNode *
dt_import_find_tasks (DtImport *self,
                      const char *body,
                      guint line)
{
  g_autoptr (DtBody) parsed = dt_body_parse (body);
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  g_autofree char *n_rows = NULL;
  DtNodeKind kinds[MAX_COLUMNS];
  const DtTable *table;
  guint n_lines;
  const DtLine *lines = dt_body_get_lines (parsed, &n_lines);

  if (n_lines != 1 || lines[0].kind != DT_LINE_TABLE)
    return NULL;

  table = lines[0].table;
  if (!read_header (table, kinds) || !is_list (table))
    return NULL;

  for (guint row = 1; row < table->n_rows; row++)
    g_ptr_array_add (tasks, make_task (body, table, row, kinds));
  drop_written (self, table);
  n_rows = g_strdup_printf ("%u", tasks->len);
  dt_import_report (self, DT_IMPORT_TABLE_TASKS, line, n_rows, NULL);

  return dt_node_new_full (DT_NODE_TASKS, 0, NULL, NULL, 0, (DtNode *const *) tasks->pdata,
                           tasks->len);
}
