/* dt-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-page"

#include "config.h"

#include "layout/dt-page-private.h"

/**
 * dt_page_get_width:
 * @self: a page
 *
 * Gets the width of the paper.
 *
 * Returns: a length in µm
 */
DtLength
dt_page_get_width (const DtPage *self)
{
  const DtPageSpec *spec = dt_sheet_get_page (self->pages->sheet);

  return self->content->landscape ? spec->height : spec->width;
}

/**
 * dt_page_get_height:
 * @self: a page
 *
 * Gets the height of the paper.
 *
 * Returns: a length in µm
 */
DtLength
dt_page_get_height (const DtPage *self)
{
  const DtPageSpec *spec = dt_sheet_get_page (self->pages->sheet);

  return self->content->landscape ? spec->width : spec->height;
}

guint
dt_page_get_number (const DtPage *self)
{
  return self->number;
}

gboolean
dt_page_same_content (const DtPage *self,
                      const DtPage *other)
{
  return self->content == other->content;
}

/* What is common to the items of a page while they are handed over. */
typedef struct
{
  const DtPage *page;
  const DtPageSpec *spec;
  DtItemFunc func;
  gpointer user_data;
  GArray *words; /* DtPlacedWord */
  DtItem item;
} Walker;

static DtLength
to_y (const Walker *self,
      int twips)
{
  return self->spec->margin_top + dt_twips_to_um (twips);
}

static void
hand_over_span (Walker *self,
                const DtParagraph *paragraph,
                const DtSetSpan *span,
                DtLength x)
{
  DtItem *item = &self->item;

  g_array_set_size (self->words, 0);
  g_array_append_vals (self->words, &paragraph->words[span->first_word], span->n_words);
  for (guint i = 0; i < span->n_words; i++)
    g_array_index (self->words, DtPlacedWord, i).x += x;

  item->rect.x = span->x + x;
  item->rect.width = span->width;
  item->text = dt_paragraph_get_text (paragraph) + span->start;
  item->length = span->end - span->start;
  item->words = (const DtPlacedWord *) self->words->data;
  item->n_words = span->n_words;
  item->bold = span->bold;
  item->italic = span->italic;
  self->func (item, self->user_data);
}

/* @x: of the column, from the left of the text area; @y: twips from its top. */
static void
walk_lines (Walker *self,
            const DtParagraph *paragraph,
            guint first,
            guint n,
            DtLength x,
            int y)
{
  DtItem *item = &self->item;
  int height = paragraph->line_height;

  item->kind = DT_ITEM_TEXT;
  item->role = paragraph->block->role;
  item->node = paragraph->block->node;
  item->block = paragraph->block;
  item->size = paragraph->size;
  item->color = dt_sheet_get_style (self->page->pages->sheet, item->role)->color;
  for (guint i = first; i < first + n; i++, y += height)
    {
      const DtSetLine *line = &paragraph->lines[i];

      item->last_line = i + 1 == paragraph->n_lines;
      item->rect.y = to_y (self, y);
      item->rect.height = to_y (self, y + height) - item->rect.y;
      item->baseline = to_y (self, y + height * 4 / 5);
      for (guint s = 0; s < line->n_spans; s++)
        hand_over_span (self, paragraph, &paragraph->spans[line->first_span + s], self->spec->margin_left + x);
    }
}

static void
hand_over_rule (Walker *self,
                DtRole role,
                const DtBlock *block,
                const DtRect *rect)
{
  DtItem rule = {
    .kind = DT_ITEM_RULE,
    .role = role,
    .node = block != NULL ? block->node : self->item.table != NULL ? self->item.table->node
                                                                   : NULL,
    .block = block,
    .table = self->item.table,
    .row = self->item.row,
    .column = self->item.column,
    .header = self->item.header,
    .color = dt_sheet_get_style (self->page->pages->sheet, role)->color,
    .rect = *rect,
  };

  self->func (&rule, self->user_data);
}

/* Its four sides; the middles of the strokes are as far apart as the sheet says. */
static void
walk_frame (Walker *self,
            const DtBlock *block,
            const DtStyle *style,
            const DtRect *frame)
{
  DtLength stroke = style->rule_width;
  DtLength left = frame->x - stroke / 2;
  DtLength top = frame->y - stroke / 2;
  DtRect sides[] = {
    { left, top, frame->width + stroke, stroke },
    { left, top + frame->height, frame->width + stroke, stroke },
    { left, top, stroke, frame->height + stroke },
    { left + frame->width, top, stroke, frame->height + stroke },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    hand_over_rule (self, block->role, block, &sides[i]);
}

/* @y: of the foot of the line above, twips. */
static void
walk_rule (Walker *self,
           const DtBlock *block,
           DtLength x,
           int y,
           DtLength length)
{
  const DtStyle *style = dt_sheet_get_style (self->page->pages->sheet, block->role);
  DtRect rect = {
    self->spec->margin_left + x,
    to_y (self, y) + style->rule_gap - style->rule_width / 2,
    length,
    style->rule_width,
  };

  if (style->frame_height > 0)
    {
      rect.y = to_y (self, y) + style->rule_gap - style->frame_height;
      rect.height = style->frame_height;
      walk_frame (self, block, style, &rect);
      return;
    }
  hand_over_rule (self, block->role, block, &rect);
}

static void
walk_band (Walker *self,
           const DtBox *box,
           guint index,
           int y)
{
  const DtBand *band = &box->bands[index];

  for (guint i = 0; i < band->n_pieces; i++)
    {
      const DtPiece *piece = &g_array_index (box->pieces, DtPiece, band->first_piece + i);

      self->item.row = piece->row;
      self->item.column = piece->column;
      if (piece->rule != NULL)
        walk_rule (self, piece->rule, piece->x, y + piece->y, piece->width);
      else
        walk_lines (self, piece->paragraph, piece->first_line, piece->n_lines, piece->x, y + piece->y);
    }
}

/* Strokes lie in the middle of the bands Writer leaves for borders. */
static void
walk_horizontal (Walker *self,
                 const DtBox *box,
                 int y)
{
  DtLength width = dt_sheet_get_style (self->page->pages->sheet, DT_ROLE_TABLE_RULE)->rule_width;
  DtLength left = self->spec->margin_left + box->edges[0] - width / 2;
  DtRect rect = {
    left,
    to_y (self, y + box->border / 2) - width / 2,
    self->spec->margin_left + box->edges[box->block->n_columns] - width / 2 + width - left,
    width,
  };

  hand_over_rule (self, DT_ROLE_TABLE_RULE, NULL, &rect);
}

static void
walk_vertical (Walker *self,
               const DtBox *box,
               int top,
               int bottom)
{
  DtLength width = dt_sheet_get_style (self->page->pages->sheet, DT_ROLE_TABLE_RULE)->rule_width;
  DtRect rect = { 0, to_y (self, top + box->border / 2) - width / 2, width, 0 };

  rect.height = to_y (self, bottom + box->border / 2) - width / 2 + width - rect.y;
  for (guint i = 0; i <= box->block->n_columns; i++)
    {
      rect.x = self->spec->margin_left + box->edges[i] - width / 2;
      hand_over_rule (self, DT_ROLE_TABLE_RULE, NULL, &rect);
    }
}

/* The bands from @first on, one below the other; where the last ends. With @rules, the strokes above rows instead. */
static int
walk_bands (Walker *self,
            const DtBox *box,
            guint first,
            guint n,
            int y,
            gboolean rules)
{
  for (guint i = first; i < first + n; i++)
    {
      const DtBand *band = &box->bands[i];

      if (rules && (i == first || band->lead == 0))
        walk_horizontal (self, box, y);
      if (i == first)
        y += band->lead;
      if (!rules)
        walk_band (self, box, i, y);
      y += band->height;
    }
  return n > 0 ? y + box->bands[first + n - 1].tail : y;
}

static void
walk_table (Walker *self,
            const DtPlacement *placement)
{
  const DtBox *box = placement->box;
  guint n_header = placement->repeats_header ? box->n_header_bands : 0;
  int y = placement->y;

  if (placement->n_bands == 0)
    return;

  self->item.table = box->block;
  self->item.header = TRUE;
  y = walk_bands (self, box, 0, n_header, y, FALSE);
  self->item.header = FALSE;
  walk_bands (self, box, placement->first_band, placement->n_bands, y, FALSE);

  self->item.row = self->item.column = 0;
  y = walk_bands (self, box, 0, n_header, placement->y, TRUE);
  y = walk_bands (self, box, placement->first_band, placement->n_bands, y, TRUE);
  walk_horizontal (self, box, y);
  walk_vertical (self, box, placement->y, y);
  self->item.table = NULL;
}

static void
walk_placement (Walker *self,
                const DtPlacement *placement)
{
  const DtBox *box = placement->box;
  int y = placement->y;

  self->item.row = self->item.column = 0;
  switch (box->block->kind)
    {
    case DT_BLOCK_PARAGRAPH:
      walk_lines (self, box->paragraph, placement->first_band, placement->n_bands, 0, y);
      break;
    case DT_BLOCK_RULE:
      if (box->rule_length > 0)
        walk_rule (self, box->block, box->rule_x, y, box->rule_length);
      break;
    case DT_BLOCK_COLUMNS:
      for (guint i = 0; i < placement->n_bands; i++)
        walk_band (self, box, placement->first_band + i, y);
      break;
    case DT_BLOCK_TABLE:
      walk_table (self, placement);
      break;
    case DT_BLOCK_SPACE:
    case DT_BLOCK_PART:
    default:
      break;
    }
}

/* Digits stand one by one: their widths do not depend on each other. */
static void
walk_number (Walker *self)
{
  const DtPages *pages = self->page->pages;
  const DtStyle *style = dt_sheet_get_style (pages->sheet, DT_ROLE_PAGE_NUMBER);
  char text[16];
  int length = g_snprintf (text, sizeof text, "%u", self->page->number);
  DtPlacedWord words[sizeof text];
  DtLength width = dt_page_get_width (self->page) - self->spec->margin_left - self->spec->margin_right;
  gint64 units = 0;
  DtItem item = {
    .kind = DT_ITEM_TEXT,
    .role = DT_ROLE_PAGE_NUMBER,
    .last_line = TRUE,
    .text = text,
    .length = (gsize) length,
    .words = words,
    .n_words = (guint) length,
    .size = style->size,
    .bold = style->bold,
    .italic = style->italic,
  };

  for (int i = 0; i < length; i++)
    {
      const DtWord *word = pages->digits[text[i] - '0'];
      gint64 em36 = (gint64) dt_shaper_get_face (pages->shaper, word->face)->units_per_em * 36;

      words[i] = (DtPlacedWord){ word, (DtLength) ((units * style->size * 127 + em36 / 2) / em36), (guint) i, (guint) i + 1 };
      units += word->width;
      item.rect.width = (DtLength) ((units * style->size * 127 + em36 / 2) / em36);
    }
  item.rect.x = self->spec->margin_left + (width - item.rect.width) / 2;
  item.rect.y = self->spec->number_top;
  item.rect.height = style->line_height;
  item.baseline = item.rect.y + dt_twips_to_um (dt_twips (style->line_height) * 4 / 5);
  for (int i = 0; i < length; i++)
    words[i].x += item.rect.x;
  self->func (&item, self->user_data);
}

/**
 * dt_page_foreach:
 * @self: a page
 * @func: (scope call): takes each item
 * @user_data: for @func
 *
 * Hands over the items of a page in reading order, the number first. An item
 * and what it points to live during the call only.
 */
void
dt_page_foreach (const DtPage *self,
                 DtItemFunc func,
                 gpointer user_data)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (DtPlacedWord));
  Walker walker = {
    .page = self,
    .spec = dt_sheet_get_page (self->pages->sheet),
    .func = func,
    .user_data = user_data,
    .words = words,
  };

  g_return_if_fail (self != NULL && func != NULL);

  if (self->number > 1)
    walk_number (&walker);
  for (guint i = 0; i < self->content->placements->len; i++)
    walk_placement (&walker, &g_array_index (self->content->placements, DtPlacement, i));
}

/**
 * dt_pages_ref:
 * @self: pages
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
DtPages *
dt_pages_ref (DtPages *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_pages (gpointer data)
{
  DtPages *self = data;

  for (guint i = 0; i < self->pages->len; i++)
    dt_content_unref (g_array_index (self->pages, DtPage, i).content);
  g_array_unref (self->pages);
  g_clear_pointer (&self->composition, dt_composition_unref);
  g_clear_pointer (&self->shaper, dt_shaper_unref);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  g_free (self->boxes);
}

/**
 * dt_pages_unref:
 * @self: (transfer full): pages
 *
 * Gives a reference back.
 */
void
dt_pages_unref (DtPages *self)
{
  g_atomic_rc_box_release_full (self, clear_pages);
}

guint
dt_pages_get_n_pages (const DtPages *self)
{
  return self->pages->len;
}

/**
 * dt_pages_get_page:
 * @self: pages
 * @index: counted from 0
 *
 * Gets a page, which lives as long as @self.
 *
 * Returns: (transfer none): a page
 */
const DtPage *
dt_pages_get_page (const DtPages *self,
                   guint index)
{
  g_return_val_if_fail (index < self->pages->len, NULL);

  return &g_array_index (self->pages, DtPage, index);
}

DtComposition *
dt_pages_get_composition (const DtPages *self)
{
  return self->composition;
}

DtShaper *
dt_pages_get_shaper (const DtPages *self)
{
  return self->shaper;
}

GPtrArray *
dt_pages_get_diagnostics (const DtPages *self)
{
  return self->diagnostics;
}

/**
 * dt_pages_keeps_next:
 * @self: pages
 * @block: index of a block of the composition
 *
 * Tells what the ODT has to say of a block so that Writer's pages end alike.
 *
 * Returns: %TRUE if the block keeps with the next
 */
gboolean
dt_pages_keeps_next (const DtPages *self,
                     guint block)
{
  g_return_val_if_fail (block < self->n_boxes, FALSE);

  return dt_flow_keeps_next (self->boxes, self->n_boxes, block);
}

/* The last page that starts before band @band of block @block, or with it. */
static guint
find_page (const DtPages *self,
           guint block,
           guint band)
{
  guint low = 0;
  guint high = self->pages->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;
      const DtPlace *start = &g_array_index (self->pages, DtPage, middle).start;

      if (start->box < block || (start->box == block && start->band <= band))
        low = middle;
      else
        high = middle;
    }
  return low;
}

/**
 * dt_pages_find_block:
 * @self: pages
 * @block: index of a block of the composition
 * @first: (out): the page on which it begins, counted from 0
 * @last: (out): the page on which it ends
 *
 * Finds the pages on which a block stands.
 */
void
dt_pages_find_block (const DtPages *self,
                     guint block,
                     guint *first,
                     guint *last)
{
  g_return_if_fail (block < self->n_boxes);

  *first = find_page (self, block, 0);
  *last = find_page (self, block, G_MAXUINT);
}

/**
 * dt_pages_list_held_breaks:
 * @self: pages
 *
 * Lists the places in the text where Writer has to be kept from ending a line.
 *
 * Returns: (transfer full) (element-type DtTextPlace): the places
 */
GArray *
dt_pages_list_held_breaks (const DtPages *self)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (DtTextPlace));

  for (guint i = 0; i < self->n_boxes; i++)
    {
      const DtBox *box = self->boxes[i];
      guint n_pieces = box->pieces != NULL ? box->pieces->len : box->block->kind == DT_BLOCK_PARAGRAPH ? 1
                                                                                                       : 0;

      for (guint k = 0; k < n_pieces; k++)
        {
          const DtPiece *piece = box->pieces != NULL ? &g_array_index (box->pieces, DtPiece, k) : NULL;
          const DtParagraph *paragraph = piece != NULL ? piece->paragraph : box->paragraph;

          /* A paragraph divided between bands has several pieces. */
          if (paragraph == NULL || (piece != NULL && piece->first_line > 0))
            continue;
          for (guint h = 0; h < paragraph->n_held; h++)
            {
              DtTextPlace place = { paragraph->block, paragraph->held[h] };

              g_array_append_val (places, place);
            }
        }
    }
  return places;
}
