/* dt-export-odt-table.c - head, signature and ruled tables of content.xml
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-export-odt"

#include "config.h"

#include "export/dt-export-odt-private.h"

#include "layout/dt-fit.h"
#include "layout/dt-layout.h"
#include "layout/dt-table.h"

/* What Writer takes the width of a table for while it shares it out. */
#define SHARES 65535

#define STYLE_ROW "row"

/* How cells are ruled. A table without a head has lines on all sides of its cells, which Writer joins into one.
 * Where it has a head, Writer does not count the line that closes the table on a page when it asks whether the head
 * and the first row fit, and then loses all the others; so there each cell draws the lines that are its own.
 */
typedef enum
{
  CELL_PLAIN,
  CELL_BOXED,
  CELL_TOP, /* of the first row: lines above, on the left and below */
  CELL_TOP_LAST,
  CELL_NEXT,      /* lines on the left and below */
  CELL_NEXT_LAST, /* and on the right */
} CellKind;

static const char *const cell_styles[] = {
  [CELL_PLAIN] = "cell-plain",
  [CELL_BOXED] = "cell",
  [CELL_TOP] = "cell-top",
  [CELL_TOP_LAST] = "cell-top-last",
  [CELL_NEXT] = "cell-next",
  [CELL_NEXT_LAST] = "cell-next-last",
};

/* The outside of a table: columns in twips, which is what Writer counts in. */
typedef struct
{
  DtLength left;  /* from the left of the text area */
  DtLength right; /* from its right */
  DtLength before;
  const int *columns;
  guint n_columns;
  gboolean whole;  /* never divided between pages */
  gboolean joined; /* lines of neighbours are one */
  gboolean keep_next;
} Frame;

/* Lines and room of a cell. A line the cell draws takes room inside it; where it lies on the border between two
 * columns, as in layout, the room beside it is less by its width.
 */
static void
write_cell_properties (DtOdt *self,
                       CellKind kind)
{
  const DtMetrics *metrics = dt_sheet_get_metrics (self->sheet);
  DtXmlWriter *xml = self->styles;
  gboolean is_own = kind != CELL_PLAIN && kind != CELL_BOXED;
  gboolean is_top = kind == CELL_TOP || kind == CELL_TOP_LAST;
  gboolean is_last = kind == CELL_TOP_LAST || kind == CELL_NEXT_LAST;

  dt_xml_writer_start_element (xml, "style:table-cell-properties");
  if (kind == CELL_PLAIN)
    {
      dt_odt_border (xml, "fo:border", 0);
      dt_odt_length (xml, "fo:padding", 0);
      dt_xml_writer_end_element (xml);
      return;
    }

  if (is_own)
    {
      dt_odt_border (xml, "fo:border-left", metrics->border);
      dt_odt_border (xml, "fo:border-right", is_last ? metrics->border : 0);
      dt_odt_border (xml, "fo:border-top", is_top ? metrics->border : 0);
      dt_odt_border (xml, "fo:border-bottom", metrics->border);
    }
  else
    {
      dt_odt_border (xml, "fo:border", metrics->border);
    }
  dt_odt_length (xml, "fo:padding-left", MAX (metrics->cell_padding_x - (is_own ? metrics->border : 0), 0));
  dt_odt_length (xml, "fo:padding-right", MAX (metrics->cell_padding_x - (is_last ? metrics->border : 0), 0));
  dt_odt_length (xml, "fo:padding-top", metrics->cell_padding_y);
  dt_odt_length (xml, "fo:padding-bottom", metrics->cell_padding_y);
  dt_xml_writer_end_element (xml);
}

static const char *
ensure_cell_style (DtOdt *self,
                   CellKind kind)
{
  if ((self->cell_styles & (1u << kind)) != 0)
    return cell_styles[kind];

  self->cell_styles |= 1u << kind;
  dt_xml_writer_start_element (self->styles, "style:style");
  dt_xml_writer_attribute (self->styles, "style:name", cell_styles[kind]);
  dt_xml_writer_attribute (self->styles, "style:family", "table-cell");
  write_cell_properties (self, kind);
  dt_xml_writer_end_element (self->styles);
  return cell_styles[kind];
}

static void
ensure_row_style (DtOdt *self)
{
  if (self->row_style)
    return;

  self->row_style = TRUE;
  dt_xml_writer_start_element (self->styles, "style:style");
  dt_xml_writer_attribute (self->styles, "style:name", STYLE_ROW);
  dt_xml_writer_attribute (self->styles, "style:family", "table-row");
  dt_xml_writer_start_element (self->styles, "style:table-row-properties");
  dt_xml_writer_attribute (self->styles, "fo:keep-together", "always");
  dt_xml_writer_end_element (self->styles);
  dt_xml_writer_end_element (self->styles);
}

/* Writer turns shares into twips and drops what is left of each, so shares are rounded up; the last column
 * gets the rest.
 */
static void
write_column_styles (DtOdt *self,
                     const Frame *frame)
{
  int width = MAX (self->text_limit - dt_twips (frame->left) - dt_twips (frame->right), 1);
  int rest = SHARES;
  DtXmlWriter *xml = self->styles;

  for (guint i = 0; i < frame->n_columns; i++)
    {
      int share = (int) (((gint64) frame->columns[i] * SHARES + width - 1) / width);

      if (i + 1 == frame->n_columns)
        share = MAX (rest, 1);
      rest -= share;
      dt_xml_writer_start_element (xml, "style:style");
      dt_xml_writer_attribute_printf (xml, "style:name", "T%u.%u", self->n_tables, i + 1);
      dt_xml_writer_attribute (xml, "style:family", "table-column");
      dt_xml_writer_start_element (xml, "style:table-column-properties");
      dt_odt_length (xml, "style:column-width", dt_twips_to_um (frame->columns[i]));
      dt_xml_writer_attribute_printf (xml, "style:rel-column-width", "%d*", share);
      dt_xml_writer_end_element (xml);
      dt_xml_writer_end_element (xml);
    }
}

static void
write_table_style (DtOdt *self,
                   const Frame *frame)
{
  const DtBlock *part = dt_odt_take_start (self);
  DtXmlWriter *xml = self->styles;

  dt_xml_writer_start_element (xml, "style:style");
  dt_xml_writer_attribute_printf (xml, "style:name", "T%u", self->n_tables);
  dt_xml_writer_attribute (xml, "style:family", "table");
  dt_odt_start_attributes (xml, part);
  dt_xml_writer_start_element (xml, "style:table-properties");
  dt_odt_length (xml, "style:width", self->text_width - frame->left - frame->right);
  dt_odt_length (xml, "fo:margin-left", frame->left);
  dt_odt_length (xml, "fo:margin-right", frame->right);
  dt_odt_length (xml, "fo:margin-top", frame->before);
  dt_odt_length (xml, "fo:margin-bottom", 0);
  dt_xml_writer_attribute (xml, "table:align", "margins");
  dt_xml_writer_attribute (xml, "table:border-model", frame->joined ? "collapsing" : "separating");
  if (frame->whole)
    dt_xml_writer_attribute (xml, "style:may-break-between-rows", "false");
  if (frame->keep_next)
    dt_odt_keep_next (xml, TRUE);
  dt_odt_start_properties (xml, part);
  dt_xml_writer_end_element (xml);
  dt_xml_writer_end_element (xml);

  write_column_styles (self, frame);
}

static void
start_table (DtOdt *self,
             const Frame *frame)
{
  ensure_row_style (self);
  self->n_tables++;
  write_table_style (self, frame);

  dt_xml_writer_start_element (self->body, "table:table");
  dt_xml_writer_attribute_printf (self->body, "table:name", "T%u", self->n_tables);
  dt_xml_writer_attribute_printf (self->body, "table:style-name", "T%u", self->n_tables);
  for (guint i = 0; i < frame->n_columns; i++)
    {
      dt_xml_writer_start_element (self->body, "table:table-column");
      dt_xml_writer_attribute_printf (self->body, "table:style-name", "T%u.%u", self->n_tables, i + 1);
      dt_xml_writer_end_element (self->body);
    }
}

static void
start_row (DtOdt *self)
{
  dt_xml_writer_start_element (self->body, "table:table-row");
  dt_xml_writer_attribute (self->body, "table:style-name", STYLE_ROW);
}

static void
start_cell (DtOdt *self,
            CellKind kind)
{
  const char *style = ensure_cell_style (self, kind);

  dt_xml_writer_start_element (self->body, "table:table-cell");
  dt_xml_writer_attribute (self->body, "table:style-name", style);
  dt_xml_writer_attribute (self->body, "office:value-type", "string");
}

/* A paragraph of a head or signature. Only centred lines are broken by hand: lists go on as Writer likes. */
static void
write_item (DtOdt *self,
            const DtFitItem *item,
            const DtFitItem *next,
            DtLength width)
{
  gboolean centred = item->block->align == DT_ALIGN_CENTER;
  gboolean has_rule = next != NULL && next->block->kind == DT_BLOCK_RULE;
  DtOdtParagraph paragraph = {
    .block = item->block,
    .size = item->size,
    .keep_next = item->block->keep_next,
    .limit = dt_twips (width),
    .starts = centred ? item->starts : NULL,
    .n_starts = centred ? item->n_starts : 0,
    .n_lines = g_strv_length (item->lines),
    .rule = has_rule ? next->block : NULL,
    .rule_length = has_rule ? next->width : 0,
  };

  dt_odt_paragraph (self, &paragraph);
}

static void
write_items (DtOdt *self,
             const GArray *items,
             DtLength width)
{
  guint n_written = 0;

  for (guint i = 0; i < items->len; i++)
    {
      const DtFitItem *item = &g_array_index (items, DtFitItem, i);
      const DtFitItem *next = i + 1 < items->len ? &g_array_index (items, DtFitItem, i + 1) : NULL;

      if (item->block->kind == DT_BLOCK_PARAGRAPH)
        write_item (self, item, next, width);
      else if (item->block->kind == DT_BLOCK_SPACE)
        dt_odt_empty_paragraph (self, item->block->role);
      else
        continue;
      n_written++;
    }

  if (n_written == 0)
    dt_odt_empty_paragraph (self, DT_ROLE_RECIPIENT);
}

/* Head and signature: a table without lines, as wide as the fit says. */
void
dt_odt_columns (DtOdt *self,
                const DtBlock *block)
{
  g_autoptr (DtFit) fit = dt_fit_columns (block, self->sheet, self->setter->shaper, self->text_width, self->diagnostics);
  int columns[] = { dt_twips (fit->left_width), dt_twips (fit->right_width) };
  Frame frame = {
    .left = fit->left_x,
    .right = self->text_width - fit->left_x - fit->left_width - fit->right_width,
    .before = dt_layout_space_before (block, self->sheet),
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .whole = TRUE,
    .keep_next = block->keep_next,
  };

  start_table (self, &frame);
  for (guint row = 0; row < fit->n_rows; row++)
    {
      start_row (self);
      for (guint column = 0; column < frame.n_columns; column++)
        {
          start_cell (self, CELL_PLAIN);
          write_items (self, fit->cells[row * frame.n_columns + column], column == 0 ? fit->left_width : fit->right_width);
          dt_xml_writer_end_element (self->body);
        }
      dt_xml_writer_end_element (self->body);
    }
  dt_xml_writer_end_element (self->body);
}

static void
write_cell (DtOdt *self,
            const GPtrArray *cell,
            CellKind kind,
            int limit)
{
  guint n_written = 0;

  start_cell (self, kind);
  for (guint i = 0; cell != NULL && i < cell->len; i++)
    {
      const DtBlock *block = g_ptr_array_index (cell, i);
      DtOdtParagraph paragraph = {
        .block = block,
        .size = dt_sheet_get_style (self->sheet, block->role)->size,
        .keep_next = block->keep_next,
        .limit = limit,
      };

      if (block->kind != DT_BLOCK_PARAGRAPH)
        continue;
      dt_odt_paragraph (self, &paragraph);
      n_written++;
    }
  if (n_written == 0)
    dt_odt_empty_paragraph (self, DT_ROLE_TABLE_CELL);
  dt_xml_writer_end_element (self->body);
}

static CellKind
get_cell_kind (const DtBlock *table,
               guint row,
               guint column)
{
  gboolean is_last = column + 1 == table->n_columns;

  if (table->n_header_rows == 0)
    return CELL_BOXED;
  if (row == 0)
    return is_last ? CELL_TOP_LAST : CELL_TOP;
  return is_last ? CELL_NEXT_LAST : CELL_NEXT;
}

void
dt_odt_table (DtOdt *self,
              const DtBlock *block,
              gboolean keep_next)
{
  int padding = dt_twips (dt_sheet_get_metrics (self->sheet)->cell_padding_x);
  guint n_header_rows = MIN (block->n_header_rows, block->n_rows);
  g_autofree int *columns = NULL;
  Frame frame = {
    .before = dt_layout_space_before (block, self->sheet),
    .n_columns = block->n_columns,
    .joined = block->n_header_rows == 0,
    .keep_next = keep_next,
  };

  if (block->n_rows == 0 || block->n_columns == 0)
    return;

  columns = dt_table_column_widths (block, self->sheet, self->setter->shaper, self->text_limit);
  frame.columns = columns;
  start_table (self, &frame);
  if (n_header_rows > 0)
    dt_xml_writer_start_element (self->body, "table:table-header-rows");
  for (guint row = 0; row < block->n_rows; row++)
    {
      if (row > 0 && row == n_header_rows)
        dt_xml_writer_end_element (self->body);
      start_row (self);
      for (guint column = 0; column < block->n_columns; column++)
        write_cell (self, block->cells[row * block->n_columns + column], get_cell_kind (block, row, column),
                    columns[column] - 2 * padding);
      dt_xml_writer_end_element (self->body);
    }
  if (n_header_rows == block->n_rows)
    dt_xml_writer_end_element (self->body);
  dt_xml_writer_end_element (self->body);
}
