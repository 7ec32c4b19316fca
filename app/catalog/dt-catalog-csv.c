/* dt-catalog-csv.c - tables with commas, semicolons or tabs (RFC 4180)
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog-exchange"

#include "config.h"

#include "catalog/dt-catalog-exchange.h"

#include "base/dt-xml-reader.h"
#include "catalog/dt-catalog-columns-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_COLUMNS 64
#define IGNORED (-1)

G_DEFINE_QUARK (dt - exchange - error, dt_exchange_error)

/* A table while it is read. */
typedef struct
{
  const char *p;
  const char *end;
  const char *name;
  char separator;
  guint line;       /* of the cursor */
  guint row_line;   /* where the row began */
  GPtrArray *cells; /* (element-type utf8) */
  int columns[MAX_COLUMNS];
  guint n_columns;
} Table;

static gboolean
set_error (Table *table,
           GError **error,
           DtExchangeError code,
           const char *message)
{
  g_autofree char *place = dt_place_prefix (table->name, table->line, 0);

  g_set_error (error, DT_EXCHANGE_ERROR, code, "%s%s", place, message);
  return FALSE;
}

/* At a quotation mark: to behind the closing one. */
static gboolean
read_quoted (Table *table,
             GString *cell,
             GError **error)
{
  guint line = table->line;

  for (table->p++; table->p < table->end; table->p++)
    {
      if (*table->p == '"')
        {
          if (table->p + 1 < table->end && table->p[1] == '"')
            table->p++;
          else
            {
              table->p++;
              return TRUE;
            }
        }
      if (*table->p == '\n')
        table->line++;
      /* Line ends of other systems are line ends. */
      if (*table->p == '\r' && table->p + 1 < table->end && table->p[1] == '\n')
        continue;
      g_string_append_c (cell, *table->p);
    }

  table->line = line;
  return set_error (table, error, DT_EXCHANGE_ERROR_SYNTAX, _ ("the quotation mark that begins here is never closed"));
}

/* A cell up to a separator or the end of the row. */
static gboolean
read_cell (Table *table,
           GError **error)
{
  GString *cell = g_string_new (NULL);

  if (table->p < table->end && *table->p == '"' && !read_quoted (table, cell, error))
    {
      g_string_free (cell, TRUE);
      return FALSE;
    }
  while (table->p < table->end && *table->p != table->separator && *table->p != '\n' && *table->p != '\r')
    g_string_append_c (cell, *table->p++);

  g_ptr_array_add (table->cells, g_string_free (cell, FALSE));
  return TRUE;
}

/* The next row into the cells; FALSE without an error at the end. */
static gboolean
read_row (Table *table,
          GError **error)
{
  g_ptr_array_set_size (table->cells, 0);
  if (table->p >= table->end)
    return FALSE;

  table->row_line = table->line;
  for (;;)
    {
      if (!read_cell (table, error))
        return FALSE;
      if (table->p >= table->end || *table->p != table->separator)
        break;
      table->p++;
    }

  if (table->p < table->end && *table->p == '\r')
    table->p++;
  if (table->p < table->end && *table->p == '\n')
    table->p++;
  table->line++;
  return TRUE;
}

/* What parts the cells: that which stands most often in the first line. */
static char
guess_separator (const Table *table)
{
  static const char candidates[] = { '\t', ';', ',' };
  const char *end = memchr (table->p, '\n', (gsize) (table->end - table->p));
  gsize n_best = 0;
  char best = ',';

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      gsize n = 0;

      for (const char *p = table->p; p < (end != NULL ? end : table->end); p++)
        n += *p == candidates[i];
      if (n > n_best)
        {
          n_best = n;
          best = candidates[i];
        }
    }

  return best;
}

static gboolean
read_header (Table *table,
             GPtrArray *diagnostics,
             GError **error)
{
  guint32 seen = 0;

  if (!read_row (table, error))
    return (error == NULL || *error == NULL)
             ? set_error (table, error, DT_EXCHANGE_ERROR_CONTENT, _ ("expected a line with the names of the columns"))
             : FALSE;
  if (table->cells->len > MAX_COLUMNS)
    return set_error (table, error, DT_EXCHANGE_ERROR_CONTENT, _ ("too many columns"));

  table->n_columns = table->cells->len;
  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *heading = g_ptr_array_index (table->cells, i);
      int column = dt_column_find (heading);

      if (column >= 0 && (seen >> column & 1) != 0)
        column = IGNORED;
      table->columns[i] = column;
      if (column >= 0)
        seen |= 1u << column;
      else if (*heading != '\0')
        dt_diagnostics_add (diagnostics, DT_SEVERITY_NOTE, "column", NULL, 1, 0, _ ("the column “%s” is not read"),
                            heading);
    }

  if ((seen & (1u << DT_COLUMN_NUMBER)) == 0 || (seen & (1u << DT_COLUMN_TYPE)) == 0)
    {
      table->line = 1;
      return set_error (table, error, DT_EXCHANGE_ERROR_CONTENT,
                        _ ("expected columns named “number” and “type” in the first line"));
    }
  return TRUE;
}

static gboolean
is_blank_row (const Table *table)
{
  for (guint i = 0; i < table->cells->len; i++)
    if (*(const char *) g_ptr_array_index (table->cells, i) != '\0')
      return FALSE;

  return TRUE;
}

static DtDocument *
make_document (Table *table,
               DtRow *row,
               GPtrArray *diagnostics)
{
  g_autoptr (GError) error = NULL;
  DtDocument *document;

  dt_row_reset (row);
  for (guint i = 0; i < MIN (table->cells->len, table->n_columns); i++)
    {
      const char *problem = table->columns[i] == IGNORED
                              ? NULL
                              : dt_row_set (row, (DtColumn) table->columns[i], g_ptr_array_index (table->cells, i));

      if (problem != NULL)
        {
          dt_diagnostics_add (diagnostics, DT_SEVERITY_ERROR, "field", NULL, table->row_line, 0,
                              _ ("the row is left out: “%s”: %s"), dt_column_get_name ((DtColumn) table->columns[i]),
                              _ (problem));
          return NULL;
        }
    }

  document = dt_row_make (row, &error);
  if (document == NULL)
    dt_diagnostics_add (diagnostics, DT_SEVERITY_ERROR, "field", NULL, table->row_line, 0, _ ("the row is left out: %s"),
                        error->message);
  return document;
}

static gboolean
read_table (Table *table,
            GPtrArray *documents,
            GPtrArray *diagnostics,
            GError **error)
{
  GError *problem = NULL;
  DtRow row;

  if (!read_header (table, diagnostics, error))
    return FALSE;

  dt_row_init (&row);
  while (read_row (table, &problem))
    {
      DtDocument *document = is_blank_row (table) ? NULL : make_document (table, &row, diagnostics);

      if (document != NULL)
        g_ptr_array_add (documents, document);
    }
  dt_row_clear (&row);

  if (problem != NULL)
    g_propagate_error (error, problem);
  return problem == NULL;
}

/**
 * dt_catalog_csv_read:
 * @bytes: a table in UTF-8, its first row the names of the columns
 * @name: (nullable): what to call it in messages
 * @diagnostics: (nullable) (element-type DtDiagnostic): list to add to what was left out
 * @error: return location for an error
 *
 * Reads documents from a table. Cells are parted by tabs, semicolons or
 * commas, whichever the first line has most of.
 *
 * Returns: (transfer full) (element-type DtDocument): the documents, or %NULL
 *   with @error set to an error of the %DT_EXCHANGE_ERROR domain
 */
GPtrArray *
dt_catalog_csv_read (GBytes *bytes,
                     const char *name,
                     GPtrArray *diagnostics,
                     GError **error)
{
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GPtrArray) cells = NULL;
  Table table = { NULL };
  const char *bad;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  table.p = g_bytes_get_data (bytes, &size);
  if (size == 0)
    table.p = "";
  table.end = table.p + size;
  table.name = name;
  table.line = 1;
  if (size > 0 && !g_utf8_validate_len (table.p, size, &bad))
    {
      for (const char *p = table.p; p < bad; p++)
        table.line += *p == '\n';
      set_error (&table, error, DT_EXCHANGE_ERROR_ENCODING, _ ("expected UTF-8"));
      return NULL;
    }

  if (size >= 3 && memcmp (table.p, "\357\273\277", 3) == 0)
    table.p += 3;
  documents = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_document_unref);
  cells = g_ptr_array_new_with_free_func (g_free);
  table.cells = cells;
  table.separator = guess_separator (&table);

  return read_table (&table, documents, diagnostics, error) ? g_steal_pointer (&documents) : NULL;
}

static void
write_cell (GString *table,
            const char *text,
            char separator)
{
  const char special[] = { separator, '"', '\n', '\r', '\0' };

  if (strpbrk (text, special) == NULL)
    {
      g_string_append (table, text);
      return;
    }

  g_string_append_c (table, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"')
        g_string_append_c (table, '"');
      g_string_append_c (table, *text);
    }
  g_string_append_c (table, '"');
}

/**
 * dt_catalog_csv_write:
 * @documents: (array length=n_documents): documents
 * @n_documents: how many
 * @separator: what parts the cells: a comma, a semicolon or a tab
 *
 * Writes a table that dt_catalog_csv_read() reads.
 *
 * Returns: (transfer full): the table, with CR LF at the ends of rows
 */
GBytes *
dt_catalog_csv_write (DtDocument *const *documents,
                      guint n_documents,
                      char separator)
{
  GString *table;

  g_return_val_if_fail (documents != NULL || n_documents == 0, NULL);
  g_return_val_if_fail (separator == ',' || separator == ';' || separator == '\t', NULL);

  table = g_string_new (NULL);
  for (guint c = 0; c < DT_N_COLUMNS; c++)
    g_string_append_printf (table, "%.*s%s", c > 0, &separator, dt_column_get_name ((DtColumn) c));
  g_string_append (table, "\r\n");

  for (guint i = 0; i < n_documents; i++)
    {
      for (guint c = 0; c < DT_N_COLUMNS; c++)
        {
          g_autofree char *text = dt_column_format (dt_document_get (documents[i]), (DtColumn) c);

          if (c > 0)
            g_string_append_c (table, separator);
          write_cell (table, text, separator);
        }
      g_string_append (table, "\r\n");
    }

  return g_string_free_to_bytes (table);
}
