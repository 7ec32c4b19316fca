/* dt-import-html-table.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-html-private.h"

#include <string.h>

/* As many columns as word processors can have; the text of further ones joins the last. */
#define MAX_COLUMNS 63
/* As many rows as HTML lets one cell take. */
#define MAX_ROW_SPAN 65534

typedef struct
{
  char *text; /* NULL where a cell of another row or column reaches to */
  char align;
} Cell;

typedef struct
{
  Cell cells[MAX_COLUMNS];
  guint n_cells;
  gboolean header;
  gboolean all_heads;
} Row;

struct _DtHtmlTable
{
  GPtrArray *rows;
  guint reach[MAX_COLUMNS]; /* how many rows below a cell still reaches over */
  guint n_columns;
};

static void
row_free (gpointer data)
{
  Row *row = data;

  for (guint i = 0; i < row->n_cells; i++)
    g_free (row->cells[i].text);
  g_free (row);
}

DtHtmlTable *
dt_html_table_new (void)
{
  DtHtmlTable *self = g_new0 (DtHtmlTable, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);

  return self;
}

void
dt_html_table_free (DtHtmlTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Over the columns that cells of the rows above reach into. */
static void
skip_reached (DtHtmlTable *self,
              Row *row)
{
  while (row->n_cells < MAX_COLUMNS && self->reach[row->n_cells] > 0)
    {
      self->reach[row->n_cells]--;
      row->n_cells++;
    }
}

static void
finish_row (DtHtmlTable *self)
{
  Row *row;

  if (self->rows->len == 0)
    return;

  row = g_ptr_array_index (self->rows, self->rows->len - 1);
  for (guint i = row->n_cells; i < MAX_COLUMNS; i++)
    {
      if (self->reach[i] > 0)
        {
          self->reach[i]--;
          row->n_cells = i + 1;
        }
    }
  self->n_columns = MAX (self->n_columns, row->n_cells);
}

void
dt_html_table_start_row (DtHtmlTable *self,
                         gboolean header)
{
  Row *row = g_new0 (Row, 1);

  finish_row (self);
  row->header = header;
  row->all_heads = TRUE;
  g_ptr_array_add (self->rows, row);
}

static void
join_last (Row *row,
           char *text)
{
  Cell *last = &row->cells[row->n_cells - 1];
  char *joined = last->text != NULL ? g_strconcat (last->text, " ", text, NULL) : g_strdup (text);

  g_free (last->text);
  g_free (text);
  last->text = joined;
}

void
dt_html_table_add_cell (DtHtmlTable *self,
                        char *text,
                        gboolean header,
                        char align,
                        guint column_span,
                        guint row_span)
{
  Row *row;
  guint first;

  if (self->rows->len == 0)
    dt_html_table_start_row (self, FALSE);

  row = g_ptr_array_index (self->rows, self->rows->len - 1);
  row->all_heads = row->all_heads && header;
  skip_reached (self, row);
  if (row->n_cells == MAX_COLUMNS)
    {
      join_last (row, text);
      return;
    }

  first = row->n_cells;
  row->cells[first].text = text;
  row->cells[first].align = align;
  column_span = CLAMP (column_span, 1, MAX_COLUMNS - first);
  row_span = CLAMP (row_span, 1, MAX_ROW_SPAN);
  for (guint i = 0; i < column_span; i++)
    self->reach[first + i] = row_span - 1;
  row->n_cells += column_span;
}

static void
write_paragraphs (const DtHtmlTable *self,
                  GString *out)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      if (row->n_cells > 0 && row->cells[0].text != NULL && row->cells[0].text[0] != '\0')
        g_string_append_printf (out, "%s\n", row->cells[0].text);
    }
}

/* How most cells below the first row stand. */
static char
column_align (const DtHtmlTable *self,
              guint column)
{
  guint n_center = 0;
  guint n_right = 0;
  guint n = 0;

  for (guint i = 1; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      const Cell *cell = &row->cells[column];

      if (column >= row->n_cells || cell->text == NULL || cell->text[0] == '\0')
        continue;
      n++;
      n_center += cell->align == 'c';
      n_right += cell->align == 'r';
    }

  if (2 * n_center > n)
    return 'c';
  return 2 * n_right > n ? 'r' : 'l';
}

static void
write_row (const DtHtmlTable *self,
           const Row *row,
           GString *out)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *text = i < row->n_cells && row->cells[i].text != NULL ? row->cells[i].text : "";

      g_string_append_printf (out, *text != '\0' ? "| %s " : "|%s ", text);
    }
  g_string_append (out, "|\n");
}

void
dt_html_table_write (DtHtmlTable *self,
                     GString *out)
{
  finish_row (self);
  if (self->n_columns <= 1)
    {
      write_paragraphs (self, out);
      return;
    }

  /* Two tables with nothing between them would be one. */
  if (out->len > 1 && g_str_has_suffix (out->str, "|\n"))
    g_string_append_c (out, '\n');
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      if (row->n_cells == 0)
        continue;
      write_row (self, row, out);
      if (i > 0 || !(row->header || row->all_heads))
        continue;

      for (guint j = 0; j < self->n_columns; j++)
        {
          char align = column_align (self, j);

          g_string_append (out, align == 'c' ? "|:-:" : align == 'r' ? "|--:"
                                                                     : "|---");
        }
      g_string_append (out, "|\n");
    }
}
