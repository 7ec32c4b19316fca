/* dt-export-pdf-outline.c - the outline of a PDF: parts and headings
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-export-pdf-outline"

#include "config.h"

#include "export/dt-export-pdf-outline.h"

#include "export/dt-export-pdf-tags.h"
#include "text/dt-text.h"

#include <cairo-pdf.h>

/**
 * DtPdfOutline:
 *
 * Entries for the headings (đề mục), nested by their level, and, where the
 * file holds more than the document itself, for its parts (phụ lục, văn bản
 * kèm theo) above them. A heading on two lines, "Chương I" and its title, is
 * one entry; it is held back until the line after it is known.
 */

#define MAX_LEVEL 7
#define MAX_TITLE 160

typedef struct
{
  char *title;
  guint level; /* 0 for parts */
  guint page;
  int y; /* points from the top of the page */
} Entry;

struct _DtPdfOutline
{
  cairo_surface_t *surface;
  const DtSheet *sheet;
  GHashTable *parts; /* DtBlock, the first paragraph of a part → DtBlock, the part; NULL with one part */

  const DtBlock *block; /* the paragraph the last item was of */
  Entry pending;        /* without a title where there is none */
  int ids[MAX_LEVEL];   /* the last entry of each level, 0 where there is none */
};

static void
flush (DtPdfOutline *self)
{
  Entry *entry = &self->pending;
  g_autofree char *place = NULL;
  int parent = 0;

  if (entry->title == NULL)
    return;

  for (guint level = 0; level < entry->level; level++)
    if (self->ids[level] != 0)
      parent = self->ids[level];

  /* The left edge of the page, lest a viewer scrolls sideways to a centred heading. */
  place = g_strdup_printf ("page=%u pos=[0 %d]", entry->page, entry->y);
  self->ids[entry->level] = cairo_pdf_surface_add_outline (self->surface, parent, entry->title, place,
                                                           entry->level <= 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
  for (guint level = entry->level + 1; level < MAX_LEVEL; level++)
    self->ids[level] = 0;

  g_clear_pointer (&entry->title, g_free);
}

/* One line, not too long, cut at a blank. */
static char *
make_title (const char *text)
{
  g_autofree char *title = dt_text_collapse (text);
  char *cut;

  if (g_utf8_strlen (title, -1) <= MAX_TITLE)
    return g_steal_pointer (&title);

  *g_utf8_offset_to_pointer (title, MAX_TITLE) = '\0';
  cut = g_utf8_strrchr (title, -1, ' ');
  if (cut != NULL && cut > title)
    *cut = '\0';

  return g_strconcat (title, "…", NULL);
}

static void
begin_entry (DtPdfOutline *self,
             const char *text,
             guint level,
             const DtItem *item,
             guint page)
{
  g_autofree char *title = make_title (text);

  flush (self);
  if (*title == '\0')
    return;

  self->pending.title = g_steal_pointer (&title);
  self->pending.level = MIN (level, MAX_LEVEL - 1);
  self->pending.page = page;
  self->pending.y = (int) dt_length_to_pt (item->rect.y);
}

/* The line that belongs to the number line before it. */
static gboolean
is_second_line (DtRole role)
{
  return role == DT_ROLE_PART_TITLE || role == DT_ROLE_DIVISION_TITLE || role == DT_ROLE_ANNEX_TITLE;
}

static void
join_title (DtPdfOutline *self,
            const char *text)
{
  g_autofree char *joined = g_strconcat (self->pending.title, ". ", text, NULL);

  g_free (self->pending.title);
  self->pending.title = make_title (joined);
}

static const DtBlock *
find_first_paragraph (const DtBlock *block)
{
  guint n_cells = 0;

  if (block->kind == DT_BLOCK_PARAGRAPH)
    return block->text != NULL && *block->text != '\0' ? block : NULL;

  if (block->kind == DT_BLOCK_COLUMNS)
    n_cells = block->n_rows * 2;
  else if (block->kind == DT_BLOCK_TABLE)
    n_cells = block->n_rows * block->n_columns;

  for (guint i = 0; i < n_cells; i++)
    for (guint j = 0; j < block->cells[i]->len; j++)
      {
        const DtBlock *found = find_first_paragraph (g_ptr_array_index (block->cells[i], j));

        if (found != NULL)
          return found;
      }

  return NULL;
}

static void
find_parts (DtPdfOutline *self,
            const DtComposition *composition)
{
  guint n_blocks;
  DtBlock *const *blocks = dt_composition_get_blocks (composition, &n_blocks);
  const DtBlock *part = NULL;

  self->parts = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_blocks; i++)
    {
      const DtBlock *first = NULL;

      if (blocks[i]->kind == DT_BLOCK_PART)
        part = blocks[i];
      else if (part != NULL)
        first = find_first_paragraph (blocks[i]);

      if (first != NULL)
        {
          g_hash_table_insert (self->parts, (gpointer) first, (gpointer) part);
          part = NULL;
        }
    }

  if (g_hash_table_size (self->parts) < 2)
    g_clear_pointer (&self->parts, g_hash_table_unref);
}

DtPdfOutline *
dt_pdf_outline_new (cairo_surface_t *surface,
                    const DtComposition *composition)
{
  DtPdfOutline *self = g_new0 (DtPdfOutline, 1);

  self->surface = surface;
  self->sheet = dt_composition_get_sheet (composition);
  find_parts (self, composition);

  return self;
}

void
dt_pdf_outline_add (DtPdfOutline *self,
                    const DtItem *item,
                    guint page)
{
  const DtBlock *block = item->block;
  const DtBlock *part;
  guint level;

  if (item->kind != DT_ITEM_TEXT || block == NULL || block == self->block)
    return;

  self->block = block;
  part = self->parts != NULL ? g_hash_table_lookup (self->parts, block) : NULL;
  if (part != NULL)
    begin_entry (self, part->part_title != NULL ? part->part_title : block->text, 0, item, page);

  if (self->pending.title != NULL && is_second_line (block->role))
    {
      join_title (self, block->text);
      return;
    }

  /* The first line of an annex says what its part is called. */
  level = item->table == NULL ? dt_pdf_heading_level (self->sheet, block) : 0;
  if (level > 0 && !(part != NULL && block->role == DT_ROLE_ANNEX))
    {
      begin_entry (self, block->text, level, item, page);
    }
  else if (block->role == DT_ROLE_ARTICLE && block->label > 0)
    {
      g_autofree char *label = g_strndup (block->text, block->label);

      begin_entry (self, label, 1, item, page);
    }
}

void
dt_pdf_outline_finish (DtPdfOutline *self)
{
  if (self == NULL)
    return;

  flush (self);
  g_clear_pointer (&self->parts, g_hash_table_unref);
  g_free (self);
}
