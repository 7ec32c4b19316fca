/* dt-columns.c - head and signature: cells side by side
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-columns"

#include "config.h"

#include "base/dt-diagnostic.h"
#include "layout/dt-box.h"

typedef struct
{
  DtBox *box;
  const DtBoxSpec *spec;
  DtLength x;
  DtLength width;
  guint row;
  guint column;
} Cell;

static DtParagraph *
set_item (const Cell *cell,
          const DtFitItem *item)
{
  static const guint none[] = { 0 };
  DtParagraphSpec spec = {
    .block = (DtBlock *) item->block,
    .style = dt_sheet_get_style (cell->spec->sheet, item->block->role),
    .size = item->size,
    .width = cell->width,
    .limit = dt_twips (cell->width),
    .starts = item->starts != NULL ? item->starts : none,
    .n_starts = item->n_starts,
  };

  return dt_paragraph_new (cell->spec->setter, &spec);
}

/* Puts the items of a cell one under the other; its height in twips. */
static int
set_cell (const Cell *cell,
          const GArray *items,
          int top)
{
  int y = top;
  int after = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const DtFitItem *item = &g_array_index (items, DtFitItem, i);
      const DtStyle *style = dt_sheet_get_style (cell->spec->sheet, item->block->role);
      DtPiece piece = { .row = cell->row, .column = cell->column, .x = cell->x, .y = y };

      switch (item->block->kind)
        {
        case DT_BLOCK_PARAGRAPH:
          y += after + dt_twips (style->space_before);
          piece.paragraph = set_item (cell, item);
          piece.n_lines = piece.paragraph->n_lines;
          piece.y = y;
          y += (int) piece.n_lines * piece.paragraph->line_height;
          after = dt_twips (style->space_after);
          g_array_append_val (cell->box->pieces, piece);
          break;
        case DT_BLOCK_RULE:
          piece.rule = dt_block_ref ((DtBlock *) item->block);
          piece.width = item->width;
          piece.x = cell->x + (cell->width - item->width) / 2;
          g_array_append_val (cell->box->pieces, piece);
          break;
        case DT_BLOCK_SPACE:
          y += after + dt_box_space_height (item->block, cell->spec->sheet);
          after = 0;
          break;
        case DT_BLOCK_COLUMNS:
        case DT_BLOCK_TABLE:
        case DT_BLOCK_PART:
        default:
          break;
        }
    }
  return y + after - top;
}

/* One band: neither head nor signature is ever divided. Rows are as high as
 * their higher cell, tops aligned.
 */
void
dt_columns_set (DtBox *self,
                const DtBoxSpec *spec)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtFit) fit = dt_fit_solve (spec->setter, self->block, spec->sheet, spec->text_width, diagnostics);
  int y = 0;

  dt_box_init_pieces (self);
  for (guint row = 0; row < fit->n_rows; row++)
    {
      Cell left = { self, spec, fit->left_x, fit->left_width, row, 0 };
      Cell right = { self, spec, fit->left_x + fit->left_width, fit->right_width, row, 1 };
      int left_height = set_cell (&left, fit->cells[row * 2], y);
      int right_height = set_cell (&right, fit->cells[row * 2 + 1], y);

      y += MAX (left_height, right_height);
    }

  self->n_bands = 1;
  self->bands = g_new0 (DtBand, 1);
  self->bands[0].height = y;
  self->bands[0].n_pieces = self->pieces->len;
  if (diagnostics->len > 0)
    self->diagnostics = g_steal_pointer (&diagnostics);
}
