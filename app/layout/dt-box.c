/* dt-box.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-box"

#include "config.h"

#include "layout/dt-box.h"

#include "layout/dt-layout.h"

static void
clear_piece (gpointer data)
{
  DtPiece *self = data;

  g_clear_pointer (&self->paragraph, dt_paragraph_unref);
  g_clear_pointer (&self->rule, dt_block_unref);
}

void
dt_box_init_pieces (DtBox *self)
{
  self->pieces = g_array_new (FALSE, TRUE, sizeof (DtPiece));
  g_array_set_clear_func (self->pieces, clear_piece);
}

/* How high an empty space is, in twips. */
int
dt_box_space_height (const DtBlock *block,
                     const DtSheet *sheet)
{
  if (block->role == DT_ROLE_SIGNATURE)
    return dt_twips (dt_sheet_get_metrics (sheet)->signature_space);
  return dt_twips (dt_sheet_get_style (sheet, block->role)->line_height);
}

/**
 * dt_layout_space_before:
 * @block: a block
 * @sheet: the styles
 *
 * Gets the room above @block: of a table what the sheet says of its rules, of
 * recipients and signature what it says of the place for the signature.
 *
 * Returns: a length in µm
 */
DtLength
dt_layout_space_before (const DtBlock *block,
                        const DtSheet *sheet)
{
  switch (block->kind)
    {
    case DT_BLOCK_PARAGRAPH:
      return dt_sheet_get_style (sheet, block->role)->space_before;
    case DT_BLOCK_TABLE:
      return dt_sheet_get_style (sheet, DT_ROLE_TABLE_RULE)->space_before;
    case DT_BLOCK_COLUMNS:
      if (block->columns == DT_COLUMNS_SIGNATURE)
        return dt_sheet_get_style (sheet, DT_ROLE_SIGNATURE)->space_before;
      return 0;
    case DT_BLOCK_RULE:
    case DT_BLOCK_SPACE:
    case DT_BLOCK_PART:
    default:
      return 0;
    }
}

static void
set_paragraph (DtBox *self,
               const DtBoxSpec *spec)
{
  const DtStyle *style = dt_sheet_get_style (spec->sheet, self->block->role);
  DtParagraphSpec paragraph = {
    .block = self->block,
    .style = style,
    .size = style->size,
    .width = spec->text_width,
    .limit = spec->text_limit,
  };

  self->paragraph = dt_paragraph_new (spec->setter, &paragraph);
  self->n_bands = self->paragraph->n_lines;
  self->line_height = self->paragraph->line_height;
  self->space_after = dt_twips (style->space_after);
  self->orphans = MAX (style->orphans, 1);
  self->widows = MAX (style->widows, 1);
  self->keep_next = self->keep_next || style->keep_next;
}

/* A rule is drawn, takes no room, and goes wherever the last line above it goes. */
static void
set_rule (DtBox *self,
          const DtBoxSpec *spec,
          const DtBox *above)
{
  const DtStyle *rule = dt_sheet_get_style (spec->sheet, self->block->role);

  self->keep_next = above != NULL && above->keep_next;
  if (above == NULL || above->paragraph == NULL)
    return;

  self->paragraph = dt_paragraph_ref (above->paragraph);
  self->rule_length = dt_fit_rule_of (rule, above->paragraph->width);
  switch (above->block->align)
    {
    case DT_ALIGN_CENTER:
      self->rule_x = (spec->text_width - self->rule_length) / 2;
      break;
    case DT_ALIGN_RIGHT:
      self->rule_x = spec->text_width - self->rule_length;
      break;
    case DT_ALIGN_LEFT:
    case DT_ALIGN_JUSTIFY:
    default:
      self->rule_x = dt_sheet_get_style (spec->sheet, above->block->role)->left_indent;
      break;
    }
}

static void
set_space (DtBox *self,
           const DtBoxSpec *spec)
{
  self->line_height = dt_box_space_height (self->block, spec->sheet);
  self->n_bands = 1;
}

DtBox *
dt_box_new (const DtBoxSpec *spec,
            DtBlock *block,
            const DtBox *above)
{
  DtBox *self = g_atomic_rc_box_new0 (DtBox);

  self->block = dt_block_ref (block);
  self->landscape = spec->landscape;
  self->space_before = dt_twips (dt_layout_space_before (block, spec->sheet));
  self->keep_next = block->keep_next;
  self->orphans = 1;
  self->widows = 1;

  switch (block->kind)
    {
    case DT_BLOCK_PARAGRAPH:
      set_paragraph (self, spec);
      break;
    case DT_BLOCK_RULE:
      set_rule (self, spec, above);
      break;
    case DT_BLOCK_SPACE:
      set_space (self, spec);
      break;
    case DT_BLOCK_COLUMNS:
      dt_columns_set (self, spec);
      break;
    case DT_BLOCK_TABLE:
      dt_table_set (self, spec);
      break;
    case DT_BLOCK_PART:
    default:
      break;
    }

  return self;
}

DtBox *
dt_box_ref (DtBox *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_box (gpointer data)
{
  DtBox *self = data;

  g_clear_pointer (&self->block, dt_block_unref);
  g_clear_pointer (&self->paragraph, dt_paragraph_unref);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  g_free (self->bands);
  g_free (self->edges);
}

void
dt_box_unref (DtBox *self)
{
  g_atomic_rc_box_release_full (self, clear_box);
}
