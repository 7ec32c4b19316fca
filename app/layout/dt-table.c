/* dt-table.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-table"

#include "config.h"

#include "layout/dt-table.h"

#include <glib/gi18n-lib.h>

#include "base/dt-diagnostic.h"
#include "layout/dt-box.h"

/* More room than any row takes. */
#define UNDIVIDED (G_MAXINT / 2)

/* Twips of the widest word of a paragraph. */
static int
widest_word (DtSetter *setter,
             const DtBlock *block,
             const DtStyle *style)
{
  gint64 px = 0;
  int widest = 0;

  dt_setter_cut (setter, block, style, style->size);
  for (guint k = 0; k < setter->atoms->len; k++)
    {
      const DtAtom *atom = &g_array_index (setter->atoms, DtAtom, k);

      if (atom->word == NULL || atom->blank)
        {
          px = 0;
          continue;
        }
      px = (atom->before == DT_BREAK_ALLOWED ? 0 : px) + atom->px;
      widest = MAX (widest, dt_px_to_twips (px) + 1 + dt_setter_italic_loss (setter, atom));
    }
  return widest;
}

static int *
find_least_widths (DtSetter *setter,
                   const DtBlock *table,
                   const DtSheet *sheet)
{
  int padding = 2 * dt_twips (dt_sheet_get_metrics (sheet)->cell_padding_x);
  int *least = g_new0 (int, table->n_columns);

  for (guint i = 0; i < table->n_rows * table->n_columns; i++)
    {
      GPtrArray *cell = table->cells[i];
      int *column = &least[i % table->n_columns];

      for (guint k = 0; cell != NULL && k < cell->len; k++)
        {
          const DtBlock *block = g_ptr_array_index (cell, k);

          int word;

          if (block->kind != DT_BLOCK_PARAGRAPH)
            continue;
          word = widest_word (setter, block, dt_sheet_get_style (sheet, block->role));
          *column = MAX (*column, word + padding);
        }
      *column = MAX (*column, padding + 2 * DT_PX_PER_TWIP);
    }
  return least;
}

/* Shares @total by weight among the columns not yet fixed. */
static void
share (int *widths,
       const guint *weights,
       const gboolean *fixed,
       guint n,
       int total)
{
  gint64 sum = 0;
  gint64 seen = 0;
  int given = 0;

  for (guint i = 0; i < n; i++)
    sum += fixed[i] ? 0 : weights[i];
  for (guint i = 0; i < n; i++)
    {
      int upto;

      if (fixed[i])
        continue;
      seen += weights[i];
      upto = (int) (total * seen / MAX (sum, 1));
      widths[i] = upto - given;
      given = upto;
    }
}

/* Columns too narrow for their longest word are widened at the cost of the others. */
static void
widen (int *widths,
       const int *least,
       const guint *weights,
       guint n,
       int total)
{
  g_autofree gboolean *fixed = g_new0 (gboolean, n);
  gboolean changed = TRUE;

  while (changed)
    {
      int rest = total;

      changed = FALSE;
      for (guint i = 0; i < n; i++)
        rest -= fixed[i] ? least[i] : 0;
      share (widths, weights, fixed, n, rest);
      for (guint i = 0; i < n; i++)
        {
          if (!fixed[i] && widths[i] < least[i])
            {
              fixed[i] = changed = TRUE;
              widths[i] = least[i];
            }
        }
    }
}

static int *
find_widths (DtSetter *setter,
             const DtBlock *table,
             const DtSheet *sheet,
             int total)
{
  guint n = table->n_columns;
  g_autofree int *least = find_least_widths (setter, table, sheet);
  g_autofree guint *weights = g_new (guint, MAX (n, 1));
  int *widths = g_new0 (int, MAX (n, 1));
  gint64 least_sum = 0;

  for (guint i = 0; i < n; i++)
    {
      weights[i] = table->weights != NULL ? MIN (MAX (table->weights[i], 1), 1000000) : 1;
      least_sum += least[i];
    }

  if (least_sum < total)
    {
      widen (widths, least, weights, n, total);
    }
  else
    {
      g_autofree gboolean *fixed = g_new0 (gboolean, n);

      for (guint i = 0; i < n; i++)
        weights[i] = (guint) least[i];
      share (widths, weights, fixed, n, total);
    }
  return widths;
}

/**
 * dt_table_column_widths:
 * @table: a table
 * @sheet: the styles
 * @shaper: the font
 * @text_width: what the columns share, in twips
 *
 * Finds how wide the columns are.
 *
 * Returns: (transfer full): one width a column, in twips
 */
int *
dt_table_column_widths (const DtBlock *table,
                        const DtSheet *sheet,
                        DtShaper *shaper,
                        int text_width)
{
  g_autoptr (DtSetter) setter = dt_setter_new (shaper);

  g_return_val_if_fail (table != NULL && table->kind == DT_BLOCK_TABLE, NULL);

  return find_widths (setter, table, sheet, text_width);
}

typedef struct
{
  DtBox *box;
  const DtBoxSpec *spec;
  int *widths;
  int padding_x;
  int padding_y;
  int room;            /* highest content of a row that is not divided */
  GArray *bands;       /* DtBand */
  GArray *cell_pieces; /* DtPiece of the row at hand, y from the top of the content */
} Maker;

/* The paragraphs of a cell; the height of the content. */
static int
set_cell (Maker *self,
          const GPtrArray *cell,
          guint row,
          guint column,
          int left)
{
  int width = self->widths[column] - 2 * self->padding_x;
  int y = 0;
  int after = 0;

  for (guint i = 0; cell != NULL && i < cell->len; i++)
    {
      DtBlock *block = g_ptr_array_index (cell, i);
      const DtStyle *style = dt_sheet_get_style (self->spec->sheet, block->role);
      DtPiece piece = { .row = row, .column = column, .x = dt_twips_to_um (left + self->padding_x) };
      DtParagraphSpec spec = {
        .block = block,
        .style = style,
        .size = style->size,
        .width = dt_twips_to_um (width),
        .limit = width,
        .plain = TRUE,
      };

      if (block->kind != DT_BLOCK_PARAGRAPH)
        continue;
      y += after + dt_twips (style->space_before);
      piece.paragraph = dt_paragraph_new (self->spec->setter, &spec);
      piece.n_lines = piece.paragraph->n_lines;
      piece.y = y;
      y += (int) piece.n_lines * piece.paragraph->line_height;
      after = dt_twips (style->space_after);
      g_array_append_val (self->cell_pieces, piece);
    }
  return y + after;
}

/* How far a column of a row has come: a paragraph of @cell_pieces, a line of it, and the foot of what came before
 * as it would stand in one piece.
 */
typedef struct
{
  guint piece;
  guint line;
  int foot;
} Place;

static const DtPiece *
get_piece (const Maker *self,
           const Place *place,
           guint column)
{
  const DtPiece *piece;

  if (place->piece >= self->cell_pieces->len)
    return NULL;
  piece = &g_array_index (self->cell_pieces, DtPiece, place->piece);
  return piece->column == column ? piece : NULL;
}

/* Takes lines of one column into a band, as many as fit into @room and at least one; @top is where the band's
 * content starts. The height they take.
 */
static int
fill_column (Maker *self,
             guint column,
             int room,
             int top,
             Place *place)
{
  const DtPiece *piece;
  int y = 0;

  while ((piece = get_piece (self, place, column)) != NULL)
    {
      int height = MAX (piece->paragraph->line_height, 1);
      int gap = place->line == 0 ? piece->y - place->foot : 0;
      int lines = MAX ((room - y - gap) / height, y == 0 ? 1 : 0);
      DtPiece part = *piece;

      if (lines == 0)
        break;
      part.paragraph = dt_paragraph_ref (piece->paragraph);
      part.first_line = place->line;
      part.n_lines = MIN ((guint) lines, piece->n_lines - place->line);
      part.y = top + y + gap;
      g_array_append_val (self->box->pieces, part);
      y += gap + (int) part.n_lines * piece->paragraph->line_height;
      place->line += part.n_lines;
      if (place->line < piece->n_lines)
        break;
      place->foot = piece->y + (int) piece->n_lines * piece->paragraph->line_height;
      place->piece++;
      place->line = 0;
    }
  return y;
}

static gboolean
is_done (const Maker *self,
         const Place *places)
{
  for (guint column = 0; column < self->box->block->n_columns; column++)
    {
      if (get_piece (self, &places[column], column) != NULL)
        return FALSE;
    }
  return TRUE;
}

/* One band of a row, with lines of all columns for up to @room; TRUE if it is the last. */
static gboolean
add_band (Maker *self,
          guint row,
          int room,
          int least,
          gboolean is_first,
          Place *places)
{
  int above = self->box->border + self->padding_y;
  DtBand band = { .row = row, .first_piece = self->box->pieces->len };
  int content = least;
  gboolean is_last;

  for (guint column = 0; column < self->box->block->n_columns; column++)
    {
      int filled = fill_column (self, column, room, is_first ? above : 0, &places[column]);

      content = MAX (content, filled);
    }
  is_last = is_done (self, places);

  band.n_pieces = self->box->pieces->len - band.first_piece;
  band.lead = is_first ? 0 : above;
  band.tail = is_last ? 0 : self->padding_y;
  band.height = content + (is_first ? above : 0) + (is_last ? self->padding_y : 0);
  g_array_append_val (self->bands, band);
  return is_last;
}

/* A row higher than a page is divided into its lines, as high as the highest of them. */
static void
divide_row (Maker *self,
            guint row,
            Place *places)
{
  gboolean is_first = TRUE;
  gboolean is_last;
  int step = 1;

  for (guint i = 0; i < self->cell_pieces->len; i++)
    step = MAX (step, g_array_index (self->cell_pieces, DtPiece, i).paragraph->line_height);
  do
    {
      is_last = add_band (self, row, step, 0, is_first, places);
      is_first = FALSE;
    }
  while (!is_last);

  if (self->box->diagnostics == NULL)
    self->box->diagnostics = dt_diagnostics_new ();
  dt_diagnostics_add (self->box->diagnostics, DT_SEVERITY_NOTE, "row-split", self->box->block->node, 0, 0,
                      _ ("row %u of the table is higher than a page and is divided"), row + 1);
}

static void
set_row (Maker *self,
         guint row)
{
  const DtBlock *table = self->box->block;
  g_autofree Place *places = g_new0 (Place, MAX (table->n_columns, 1));
  int content = 0;
  int left = 0;

  g_array_set_size (self->cell_pieces, 0);
  for (guint column = 0; column < table->n_columns; column++)
    {
      int height;

      places[column].piece = self->cell_pieces->len;
      height = set_cell (self, table->cells[row * table->n_columns + column], row, column, left);
      content = MAX (content, height);
      left += self->widths[column];
    }

  if (content <= self->room)
    add_band (self, row, UNDIVIDED, content, TRUE, places);
  else
    divide_row (self, row, places);

  for (guint i = 0; i < self->cell_pieces->len; i++)
    dt_paragraph_unref (g_array_index (self->cell_pieces, DtPiece, i).paragraph);
}

static void
set_edges (DtBox *self,
           const int *widths)
{
  int x = 0;

  self->edges = g_new (DtLength, self->block->n_columns + 1);
  for (guint i = 0; i <= self->block->n_columns; i++)
    {
      self->edges[i] = dt_twips_to_um (x);
      if (i < self->block->n_columns)
        x += widths[i];
    }
}

/* Bands are rows; of rows higher than a page, lines. */
void
dt_table_set (DtBox *self,
              const DtBoxSpec *spec)
{
  const DtMetrics *metrics = dt_sheet_get_metrics (spec->sheet);
  g_autofree int *widths = find_widths (spec->setter, self->block, spec->sheet, spec->text_limit);
  g_autoptr (GArray) bands = g_array_new (FALSE, FALSE, sizeof (DtBand));
  g_autoptr (GArray) cell_pieces = g_array_new (FALSE, FALSE, sizeof (DtPiece));
  Maker maker = {
    .box = self,
    .spec = spec,
    .widths = widths,
    .padding_x = dt_twips (metrics->cell_padding_x),
    .padding_y = dt_twips (metrics->cell_padding_y),
    .bands = bands,
    .cell_pieces = cell_pieces,
  };
  guint n_header_rows = MIN (self->block->n_header_rows, self->block->n_rows);

  const DtStyle *cell = dt_sheet_get_style (spec->sheet, DT_ROLE_TABLE_CELL);

  dt_box_init_pieces (self);
  self->orphans = MAX (cell->orphans, 1);
  self->widows = MAX (cell->widows, 1);
  self->border = dt_twips (metrics->border);
  set_edges (self, widths);
  maker.room = MAX (spec->body_height - 2 * self->border - 2 * maker.padding_y, 1);
  for (guint row = 0; row < self->block->n_rows; row++)
    {
      set_row (&maker, row);
      if (row + 1 == n_header_rows)
        {
          int header = 0;

          for (guint i = 0; i < bands->len; i++)
            header += g_array_index (bands, DtBand, i).height;
          /* A head that leaves no room for rows is not repeated. */
          if (header < spec->body_height / 2)
            {
              self->n_header_bands = bands->len;
              self->header_height = header;
              maker.room -= header;
            }
        }
    }

  self->n_bands = bands->len;
  self->bands = (DtBand *) g_array_free (g_steal_pointer (&bands), FALSE);
}
