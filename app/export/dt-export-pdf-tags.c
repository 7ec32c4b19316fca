/* dt-export-pdf-tags.c - the structure of a tagged PDF, told while painting
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-export-pdf-tags"

#include "config.h"

#include "export/dt-export-pdf-tags.h"

#include <string.h>

/**
 * DtPdfTags:
 *
 * A painter in front of the Cairo painter that opens and closes structure
 * elements (ISO 32000-1, 14.7) as the items pass: Document, then H1 to H6, P,
 * L › LI › Lbl, LBody, and Table › TR › TH, TD.
 *
 * Cairo 1.16 marks the content of an element only if the element has no
 * children, and leaves all other content unmarked. Both are put to use here:
 * page numbers, rules and repeated table heads are painted while no childless
 * element is open, and so belong to nothing (artifacts); and a paragraph that
 * goes on overleaf is one element with a Span for each page, so that it can
 * stay open while the number of the next page is painted. Later versions of
 * Cairo know artifacts by name and are told.
 */

#define MAX_DEPTH 32
/* One for each rank of list items. */
#define MAX_LISTS 4

/* A list that is open. */
typedef struct
{
  guint rank;  /* of its items; deeper ones have a higher rank */
  guint depth; /* open elements around it */
} OpenList;

typedef struct
{
  DtPainter parent;

  cairo_t *cr;
  DtPainter *target;
  DtShaper *shaper;
  const DtSheet *sheet;
  DtBlock *const *blocks;
  guint n_blocks;
  guint cursor;           /* into the blocks: where the last list item was found */
  gboolean has_artifacts; /* Cairo knows them by name */

  const char *open[MAX_DEPTH];
  guint depth;
  OpenList lists[MAX_LISTS];
  guint n_lists;

  /* The paragraph whose element is open. */
  const DtBlock *block;
  guint end_depth;   /* elements that stay open when it ends */
  guint span_depth;  /* elements around the Span of a page, 0 where the text stands in none */
  gboolean in_label; /* in the number of a list item */
  gboolean nested;   /* a list item that is followed by one of its own */
  gboolean split;    /* it goes on overleaf */

  /* The table whose element is open. */
  const DtBlock *table;
  guint table_depth; /* elements around it */
  gboolean in_row;
  guint row;
  guint column;  /* of the cell that is open or was the last one */
  guint n_cells; /* cells of the row so far */

  const DtBlock *goes_on; /* the paragraph in whose midst the page ends */
  GArray *rules;          /* (element-type DtItem): painted when the page is done */
} DtPdfTags;

guint
dt_pdf_heading_level (const DtSheet *sheet,
                      const DtBlock *block)
{
  guint level = dt_sheet_get_style (sheet, block->role)->heading_level;

  /* An article without a title is a paragraph that begins with its number. */
  if (block->role == DT_ROLE_ARTICLE && !block->keep_next)
    return 0;

  return MIN (level, 6);
}

/* How deep the items of a role stand in lists, 0 for what is no list item. */
static guint
get_rank (const DtBlock *block)
{
  guint rank = 0;

  if (block->kind != DT_BLOCK_PARAGRAPH || block->label == 0)
    return 0;

  if (block->role == DT_ROLE_CLAUSE)
    rank = 1;
  else if (block->role == DT_ROLE_POINT)
    rank = 2;
  else if (block->role == DT_ROLE_DASH)
    rank = 3;
  else if (block->role == DT_ROLE_PLUS)
    rank = 4;

  return rank;
}

/* Elements */

static void
open_element (DtPdfTags *self,
              const char *name)
{
  g_assert (self->depth < MAX_DEPTH);

  self->open[self->depth++] = name;
  cairo_tag_begin (self->cr, name, NULL);
}

static void
close_to (DtPdfTags *self,
          guint depth)
{
  while (self->depth > depth)
    cairo_tag_end (self->cr, self->open[--self->depth]);
}

static void
open_span (DtPdfTags *self)
{
  self->span_depth = self->depth;
  open_element (self, "Span");
}

/* Paragraphs and lists */

static void
end_block (DtPdfTags *self)
{
  if (self->block == NULL)
    return;

  close_to (self, self->end_depth);
  self->block = NULL;
  self->span_depth = 0;
  self->in_label = FALSE;
}

static void
end_lists (DtPdfTags *self)
{
  end_block (self);
  if (self->n_lists > 0)
    close_to (self, self->lists[0].depth);
  self->n_lists = 0;
}

/* Whether the paragraph after @block is an item of a list inside this one. */
static gboolean
is_followed_by_nested (DtPdfTags *self,
                       const DtBlock *block,
                       guint rank)
{
  for (guint i = self->cursor; i < self->n_blocks; i++)
    if (self->blocks[i] == block)
      {
        self->cursor = i;
        return i + 1 < self->n_blocks && get_rank (self->blocks[i + 1]) > rank;
      }

  return FALSE;
}

static void
begin_list_item (DtPdfTags *self,
                 const DtBlock *block,
                 guint rank)
{
  end_block (self);

  while (self->n_lists > 0 && self->lists[self->n_lists - 1].rank > rank)
    close_to (self, self->lists[--self->n_lists].depth);

  if (self->n_lists > 0 && self->lists[self->n_lists - 1].rank == rank)
    {
      close_to (self, self->lists[self->n_lists - 1].depth + 1);
    }
  else
    {
      self->lists[self->n_lists++] = (OpenList){ rank, self->depth };
      open_element (self, "L");
    }

  open_element (self, "LI");
  self->end_depth = self->depth;
  self->nested = is_followed_by_nested (self, block, rank);
  self->in_label = TRUE;
  open_element (self, "Lbl");
}

static void
begin_list_body (DtPdfTags *self)
{
  close_to (self, self->end_depth);
  open_element (self, "LBody");
  if (self->nested)
    self->end_depth = self->depth;
  if (self->nested || self->split)
    open_span (self);
  self->in_label = FALSE;
}

static void
begin_paragraph (DtPdfTags *self,
                 const DtBlock *block)
{
  static const char *const headings[] = { "P", "H1", "H2", "H3", "H4", "H5", "H6" };

  end_lists (self);
  self->end_depth = self->depth;
  open_element (self, headings[dt_pdf_heading_level (self->sheet, block)]);
  if (self->split)
    open_span (self);
}

static void
begin_block (DtPdfTags *self,
             const DtBlock *block)
{
  guint rank = get_rank (block);

  self->split = block == self->goes_on;
  if (rank > 0)
    begin_list_item (self, block, rank);
  else
    begin_paragraph (self, block);
  self->block = block;
}

/* Tables */

static void
open_empty_cells (DtPdfTags *self,
                  guint up_to)
{
  const char *name = self->row < self->table->n_header_rows ? "TH" : "TD";

  for (; self->n_cells < up_to; self->n_cells++)
    {
      guint depth = self->depth;

      open_element (self, name);
      close_to (self, depth);
    }
}

static void
end_row (DtPdfTags *self)
{
  end_block (self);
  if (!self->in_row)
    return;

  close_to (self, self->table_depth + 2);
  open_empty_cells (self, self->table->n_columns);
  close_to (self, self->table_depth + 1);
  self->in_row = FALSE;
}

static void
end_table (DtPdfTags *self)
{
  if (self->table == NULL)
    return;

  end_row (self);
  close_to (self, self->table_depth);
  self->table = NULL;
}

static void
begin_table (DtPdfTags *self,
             const DtBlock *table)
{
  end_table (self);
  end_lists (self);
  self->table = table;
  self->table_depth = self->depth;
  open_element (self, "Table");
}

static void
begin_row (DtPdfTags *self,
           guint row)
{
  end_row (self);
  open_element (self, "TR");
  self->in_row = TRUE;
  self->row = row;
  self->n_cells = 0;
}

static void
begin_cell_item (DtPdfTags *self,
                 const DtItem *item)
{
  GPtrArray *cell;

  if (self->table != item->table)
    begin_table (self, item->table);

  if (!self->in_row || self->row != item->row || item->column + 1 < self->n_cells)
    begin_row (self, item->row);

  if (item->column + 1 != self->n_cells)
    {
      end_block (self);
      close_to (self, self->table_depth + 2);
      open_empty_cells (self, item->column);
      open_element (self, item->row < item->table->n_header_rows ? "TH" : "TD");
      self->n_cells = item->column + 1;
    }

  if (self->block == item->block)
    return;

  cell = item->table->cells[item->row * item->table->n_columns + item->column];
  end_block (self);
  self->split = FALSE;
  self->end_depth = self->depth;
  if (cell->len > 1)
    open_element (self, "P");
  self->block = item->block;
}

/* Painting */

/* Leaves every element that would take in what is painted next. */
static void
suspend (DtPdfTags *self)
{
  if (self->table != NULL)
    {
      end_row (self);
    }
  else if (self->block != NULL && self->split)
    {
      close_to (self, self->span_depth > 0 ? self->span_depth : self->end_depth);
      self->span_depth = 0;
    }
  else
    {
      end_block (self);
    }
}

static void
paint_artifact (DtPdfTags *self,
                const DtItem *item)
{
  suspend (self);

  if (self->has_artifacts)
    cairo_tag_begin (self->cr, "Artifact", NULL);
  self->target->klass->item (self->target, item);
  if (self->has_artifacts)
    cairo_tag_end (self->cr, "Artifact");
}

/* Whether the line ends where the text asks for a new one (Ủy ban nhân dân / xã …) and not at a blank. */
static gboolean
ends_in_break (const DtItem *item)
{
  const char *text = item->block != NULL ? item->block->text : NULL;

  return text != NULL && item->n_words > 0 && text[item->words[item->n_words - 1].end] == '\n';
}

/* Paints an item that ends in a line break with a blank behind it, for the words on both sides not to grow together
 * when the text is read.
 */
static void
paint_with_blank (DtPdfTags *self,
                  const DtItem *item)
{
  g_autofree DtPlacedWord *words = g_new (DtPlacedWord, item->n_words + 1);
  g_autofree char *text = g_strdup_printf ("%.*s ", (int) item->length, item->text);
  DtItem part = *item;

  memcpy (words, item->words, item->n_words * sizeof (DtPlacedWord));
  words[item->n_words].word = dt_shaper_get_word (self->shaper, item->bold, item->italic, " ", 1);
  words[item->n_words].x = item->rect.x + item->rect.width;
  words[item->n_words].start = words[item->n_words - 1].end;
  words[item->n_words].end = words[item->n_words].start + 1;

  part.text = text;
  part.length++;
  part.words = words;
  part.n_words++;
  self->target->klass->item (self->target, &part);
}

/* Paints what belongs to the element that is open. */
static void
paint_content (DtPdfTags *self,
               const DtItem *item)
{
  if (ends_in_break (item))
    paint_with_blank (self, item);
  else
    self->target->klass->item (self->target, item);
}

/* The words of @item from @first up to @end, as an item of their own. */
static void
paint_words (DtPdfTags *self,
             const DtItem *item,
             const guint *lengths,
             guint first,
             guint end)
{
  DtItem part = *item;

  part.length = 0;
  for (guint i = 0; i < first; i++)
    part.text += lengths[i];
  for (guint i = first; i < end; i++)
    part.length += lengths[i];

  part.words = item->words + first;
  part.n_words = end - first;
  paint_content (self, &part);
}

/* The number goes into Lbl, what follows into LBody, even where both are one stretch. */
static void
paint_label (DtPdfTags *self,
             const DtItem *item)
{
  g_autofree guint *lengths = g_new (guint, item->n_words + 1);
  guint n_label = 0;

  while (n_label < item->n_words && item->words[n_label].start < self->block->label)
    n_label++;

  if (n_label == item->n_words || (n_label > 0 && !dt_painter_measure_words (item, lengths)))
    {
      paint_content (self, item);
      return;
    }

  if (n_label > 0)
    paint_words (self, item, lengths, 0, n_label);

  begin_list_body (self);
  if (n_label > 0)
    paint_words (self, item, lengths, n_label, item->n_words);
  else
    paint_content (self, item);
}

static void
dt_pdf_tags_begin_page (DtPainter *painter,
                        DtLength width,
                        DtLength height)
{
  DtPdfTags *self = (DtPdfTags *) painter;

  self->target->klass->begin_page (self->target, width, height);
  if (self->depth == 0)
    open_element (self, "Document");
}

static void
dt_pdf_tags_item (DtPainter *painter,
                  const DtItem *item)
{
  DtPdfTags *self = (DtPdfTags *) painter;

  if (item->kind == DT_ITEM_RULE)
    {
      g_array_append_vals (self->rules, item, 1);
      return;
    }

  if (item->block == NULL || item->header)
    {
      paint_artifact (self, item);
      return;
    }

  if (item->table != NULL)
    {
      begin_cell_item (self, item);
    }
  else
    {
      end_table (self);
      if (self->block != item->block)
        begin_block (self, item->block);
      else if (self->split && self->span_depth == 0 && !self->in_label)
        open_span (self);
    }

  if (self->in_label)
    paint_label (self, item);
  else
    paint_content (self, item);
}

static void
dt_pdf_tags_end_page (DtPainter *painter)
{
  DtPdfTags *self = (DtPdfTags *) painter;

  suspend (self);
  for (guint i = 0; i < self->rules->len; i++)
    paint_artifact (self, &g_array_index (self->rules, DtItem, i));
  g_array_set_size (self->rules, 0);

  self->target->klass->end_page (self->target);
}

static const DtPainterClass dt_pdf_tags_class = {
  dt_pdf_tags_begin_page,
  dt_pdf_tags_item,
  dt_pdf_tags_end_page,
};

DtPainter *
dt_pdf_tags_new (cairo_t *cr,
                 DtPainter *target,
                 DtShaper *shaper,
                 const DtComposition *composition,
                 gboolean has_artifacts)
{
  DtPdfTags *self = g_new0 (DtPdfTags, 1);

  self->parent.klass = &dt_pdf_tags_class;
  self->cr = cr;
  self->target = target;
  self->shaper = shaper;
  self->sheet = dt_composition_get_sheet (composition);
  self->blocks = dt_composition_get_blocks (composition, &self->n_blocks);
  self->has_artifacts = has_artifacts;
  self->rules = g_array_new (FALSE, FALSE, sizeof (DtItem));

  return &self->parent;
}

void
dt_pdf_tags_paint (DtPainter *painter,
                   const DtPage *page,
                   const DtBlock *goes_on)
{
  DtPdfTags *self = (DtPdfTags *) painter;

  self->goes_on = goes_on;
  dt_paint_page (painter, page);
}

void
dt_pdf_tags_finish (DtPainter *painter)
{
  DtPdfTags *self = (DtPdfTags *) painter;

  close_to (self, 0);
}

void
dt_pdf_tags_free (DtPainter *painter)
{
  DtPdfTags *self = (DtPdfTags *) painter;

  if (self == NULL)
    return;

  g_array_unref (self->rules);
  g_free (self);
}
