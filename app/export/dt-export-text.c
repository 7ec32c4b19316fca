/* dt-export-text.c - a composition to plain text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-export-text"

#include "config.h"

#include "export/dt-exporter.h"

#include "text/dt-text.h"

#define CELL_SEPARATOR " | "
#define PARAGRAPH_SEPARATOR " / "

typedef struct
{
  GString *out;
  const DtSheet *sheet;
  gboolean gap; /* an empty line is due before the next one */
} Writer;

/* The text as it is shown, on one line: capitals applied, blanks at the end dropped. */
static char *
get_shown_text (Writer *self,
                const DtBlock *block)
{
  const char *text = block->text != NULL ? block->text : "";
  g_autofree char *caps = NULL;
  g_autofree char *shown = NULL;

  if (dt_sheet_get_style (self->sheet, block->role)->caps)
    text = caps = dt_text_upper (text);

  shown = dt_text_is_nfc (text) ? g_strdup (text) : dt_text_to_nfc (text);
  g_strdelimit (shown, "\r\n\t\v\f", ' ');

  return g_strchomp (g_steal_pointer (&shown));
}

static void
begin_line (Writer *self)
{
  if (self->gap && self->out->len > 0)
    g_string_append_c (self->out, '\n');
  self->gap = FALSE;
}

static void
write_paragraph (Writer *self,
                 const DtBlock *block)
{
  g_autofree char *text = get_shown_text (self, block);

  if (*text == '\0')
    return;

  begin_line (self);
  g_string_append (self->out, text);
  g_string_append_c (self->out, '\n');
}

static void
write_cell (Writer *self,
            const GPtrArray *cell)
{
  for (guint i = 0; i < cell->len; i++)
    {
      const DtBlock *block = g_ptr_array_index (cell, i);

      if (block->kind == DT_BLOCK_PARAGRAPH)
        write_paragraph (self, block);
    }
}

/* Row by row, the left cell before the right one: agency, national title, number, date. */
static void
write_columns (Writer *self,
               const DtBlock *block)
{
  self->gap = TRUE;
  for (guint i = 0; i < block->n_rows * 2; i++)
    {
      write_cell (self, block->cells[i]);
      if (block->columns == DT_COLUMNS_SIGNATURE)
        self->gap = TRUE;
    }
  self->gap = TRUE;
}

static void
append_table_cell (Writer *self,
                   const GPtrArray *cell)
{
  gboolean first = TRUE;

  for (guint i = 0; i < cell->len; i++)
    {
      const DtBlock *block = g_ptr_array_index (cell, i);
      g_autofree char *text = block->kind == DT_BLOCK_PARAGRAPH ? get_shown_text (self, block) : NULL;

      if (text == NULL || *text == '\0')
        continue;

      if (!first)
        g_string_append (self->out, PARAGRAPH_SEPARATOR);
      g_string_append (self->out, text);
      first = FALSE;
    }
}

static void
write_table (Writer *self,
             const DtBlock *table)
{
  self->gap = TRUE;
  for (guint row = 0; row < table->n_rows; row++)
    {
      begin_line (self);
      for (guint column = 0; column < table->n_columns; column++)
        {
          if (column > 0)
            g_string_append (self->out, CELL_SEPARATOR);
          append_table_cell (self, table->cells[row * table->n_columns + column]);
        }
      g_string_append_c (self->out, '\n');
    }
  self->gap = TRUE;
}

static void
write_block (Writer *self,
             const DtBlock *block)
{
  switch (block->kind)
    {
    case DT_BLOCK_PARAGRAPH:
      write_paragraph (self, block);
      break;

    case DT_BLOCK_COLUMNS:
      write_columns (self, block);
      break;

    case DT_BLOCK_TABLE:
      write_table (self, block);
      break;

    case DT_BLOCK_RULE:
    case DT_BLOCK_SPACE:
    case DT_BLOCK_PART:
      self->gap = TRUE;
      break;

    default:
      g_assert_not_reached ();
    }
}

/**
 * dt_export_text:
 * @composition: what to write
 * @error: return location for an error
 *
 * Writes the text alone: one paragraph a line as it is shown on paper, the head
 * and the signature cell by cell, a table row a line, an empty line where a
 * rule, a table or another part sets things apart.
 *
 * Returns: (transfer full): UTF-8 text in normal form C, or %NULL with @error set
 */
GBytes *
dt_export_text (DtComposition *composition,
                GError **error)
{
  DtBlock *const *blocks;
  Writer writer = { 0 };
  guint n_blocks;

  g_return_val_if_fail (composition != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  writer.out = g_string_new (NULL);
  writer.sheet = dt_composition_get_sheet (composition);
  blocks = dt_composition_get_blocks (composition, &n_blocks);
  for (guint i = 0; i < n_blocks; i++)
    write_block (&writer, blocks[i]);

  return g_string_free_to_bytes (writer.out);
}
