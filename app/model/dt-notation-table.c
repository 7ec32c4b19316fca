/* dt-notation-table.c - tables of "| cell | cell |" lines
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-notation"

#include "config.h"

#include "model/dt-notation-private.h"

#include <string.h>

typedef struct
{
  gsize start;
  gsize end;
} Bounds;

typedef struct
{
  guint first;
  guint n_cells;
  gsize end;
  gsize start;
  guint line;
} Row;

typedef struct
{
  DtBodyBuilder *builder;
  GArray *bounds;
  GArray *rows;
  guint n_columns;
} TableScanner;

/* Short rows are padded. So that a table costs no more than its text, it ends
 * where padding would make it much larger than that, and another one begins. */
#define FREE_CELLS 4096
#define CELLS_PER_BYTE 2

static const Row *
get_row (const TableScanner *scanner,
         guint index)
{
  return &g_array_index (scanner->rows, Row, index);
}

static void
add_bounds (TableScanner *scanner,
            gsize start,
            gsize end)
{
  const char *source = scanner->builder->source;
  Bounds bounds;

  while (start < end && dt_notation_is_blank (source[start]))
    start++;
  while (end > start && dt_notation_is_blank (source[end - 1]))
    end--;

  bounds.start = start;
  bounds.end = end;
  g_array_append_val (scanner->bounds, bounds);
}

/* Past the row of brackets at @at, and past what they enclose. */
static gsize
skip_brackets (const char *source,
               gsize at,
               gsize end,
               gsize *close)
{
  gsize inside = at;
  gsize found;

  while (inside < end && source[inside] == source[at])
    inside++;
  if (inside - at < 2)
    return inside;

  found = dt_notation_find_close (source, inside - 2, end, close);
  return found > 0 ? found + 2 : inside;
}

/* Cuts source[start, end), which begins with a bar, at its bars. */
static Row
scan_row (TableScanner *scanner,
          gsize start,
          gsize end,
          guint line)
{
  const char *source = scanner->builder->source;
  Row row = { scanner->bounds->len, 0, end, start, line };
  gsize citation_close = 0;
  gsize field_close = 0;
  gsize cell = start + 1;
  gsize at = start + 1;

  while (at < end)
    {
      switch (source[at])
        {
        case '|':
          add_bounds (scanner, cell, at);
          cell = ++at;
          break;
        case '\\':
          /* A second backslash may itself protect a sign. */
          at += at + 1 < end && source[at + 1] != '\\' ? 2 : 1;
          break;
        case '[':
          at = skip_brackets (source, at, end, &citation_close);
          break;
        case '{':
          at = skip_brackets (source, at, end, &field_close);
          break;
        default:
          at++;
          break;
        }
    }

  /* The last bar closes its cell; a line that ends without one is being typed. */
  if (cell < end || scanner->bounds->len == row.first)
    add_bounds (scanner, cell, end);
  row.n_cells = scanner->bounds->len - row.first;

  return row;
}

/* Takes the rows that make one table; gives the offset behind them. */
static gsize
scan_rows (TableScanner *scanner,
           gsize at,
           guint *line)
{
  const char *source = scanner->builder->source;
  gsize table_start = at;

  while (source[at] != '\0')
    {
      gsize next = at + strcspn (source + at, "\n");
      gsize start = at;
      gsize end = next;
      guint64 n_cells;
      guint n_columns;
      Row row;

      while (start < end && dt_notation_is_blank (source[start]))
        start++;
      while (end > start && dt_notation_is_blank (source[end - 1]))
        end--;
      if (start == end || source[start] != '|')
        break;

      row = scan_row (scanner, start, end, *line);
      n_columns = MAX (scanner->n_columns, row.n_cells);
      n_cells = (guint64) n_columns * (scanner->rows->len + 1);
      if (scanner->rows->len > 0 &&
          n_cells > (guint64) (end - table_start) * CELLS_PER_BYTE + FREE_CELLS)
        break;

      g_array_append_val (scanner->rows, row);
      scanner->n_columns = n_columns;
      at = next + (source[next] != '\0');
      (*line)++;
    }

  return at;
}

/* Whether source[start, end) says how a column is aligned: "---", ":--", ":-:", "--:". */
static gboolean
scan_align (const char *source,
            const Bounds *bounds,
            DtCellAlign *align)
{
  gsize start = bounds->start;
  gsize end = bounds->end;
  gboolean left;
  gboolean right;

  if (end - start < 3)
    return FALSE;

  left = source[start] == ':';
  right = source[end - 1] == ':';
  start += left;
  end -= right;
  for (gsize i = start; i < end; i++)
    if (source[i] != '-')
      return FALSE;

  *align = DT_CELL_LEFT;
  if (right)
    *align = left ? DT_CELL_CENTER : DT_CELL_RIGHT;
  return start < end;
}

/* Whether the second row sets the alignments; if so they are set. */
static gboolean
read_aligns (TableScanner *scanner)
{
  const char *source = scanner->builder->source;
  GArray *aligns = scanner->builder->aligns;
  guint first = aligns->len;
  const Row *row;

  g_array_set_size (aligns, first + scanner->n_columns);
  for (guint i = 0; i < scanner->n_columns; i++)
    g_array_index (aligns, DtCellAlign, first + i) = DT_CELL_LEFT;

  if (scanner->rows->len < 2)
    return FALSE;

  row = get_row (scanner, 1);
  for (guint i = 0; i < row->n_cells; i++)
    {
      DtCellAlign align;

      if (!scan_align (source, &g_array_index (scanner->bounds, Bounds, row->first + i), &align))
        {
          for (guint j = 0; j < i && j < scanner->n_columns; j++)
            g_array_index (aligns, DtCellAlign, first + j) = DT_CELL_LEFT;
          return FALSE;
        }
      if (i < scanner->n_columns)
        g_array_index (aligns, DtCellAlign, first + i) = align;
    }

  return TRUE;
}

static void
write_row (TableScanner *scanner,
           const Row *row)
{
  DtBodyBuilder *builder = scanner->builder;

  for (guint i = 0; i < scanner->n_columns; i++)
    {
      DtCell cell = { NULL, 0, row->end, row->end };

      if (i < row->n_cells)
        {
          const Bounds *bounds = &g_array_index (scanner->bounds, Bounds, row->first + i);
          DtSpanRange range = dt_body_add_spans (builder, bounds->start, bounds->end, row->line);

          cell.spans = GSIZE_TO_POINTER (range.first_span);
          cell.n_spans = range.n_spans;
          cell.start = bounds->start;
          cell.end = bounds->end;
        }
      g_array_append_val (builder->cells, cell);
    }

  if (row->n_cells != scanner->n_columns)
    dt_body_add_problem (builder, "ragged-table", row->line, row->start, row->end);
}

/* The most cells in a row, the one that sets the alignments left out. */
static guint
count_columns (const TableScanner *scanner,
               gboolean aligned)
{
  guint n_columns = 0;

  for (guint i = 0; i < scanner->rows->len; i++)
    if (!(aligned && i == 1))
      n_columns = MAX (n_columns, get_row (scanner, i)->n_cells);

  return n_columns;
}

gsize
dt_body_add_table (DtBodyBuilder *builder,
                   gsize start,
                   guint *line)
{
  g_autoptr (GArray) bounds = g_array_new (FALSE, FALSE, sizeof (Bounds));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  TableScanner scanner = { builder, bounds, rows, 0 };
  DtTable table = { GSIZE_TO_POINTER (builder->cells->len), 0, 0, 0,
                    GSIZE_TO_POINTER (builder->aligns->len) };
  DtLine whole = { DT_LINE_TABLE };
  gboolean aligned;

  start = scan_rows (&scanner, start, line);
  aligned = read_aligns (&scanner);
  scanner.n_columns = count_columns (&scanner, aligned);

  for (guint i = 0; i < rows->len; i++)
    if (!(aligned && i == 1))
      write_row (&scanner, get_row (&scanner, i));

  table.n_rows = rows->len - aligned;
  table.n_columns = scanner.n_columns;
  table.n_header_rows = aligned;

  whole.start = get_row (&scanner, 0)->start;
  whole.end = get_row (&scanner, rows->len - 1)->end;
  whole.line = get_row (&scanner, 0)->line;
  whole.table = GSIZE_TO_POINTER (builder->tables->len);
  g_array_append_val (builder->tables, table);
  g_array_append_val (builder->lines, whole);

  return start;
}
