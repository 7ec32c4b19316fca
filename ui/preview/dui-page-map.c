/* dui-page-map.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-page-map"

#include "config.h"

#include "preview/dui-page-map.h"

#include <string.h>

/* A click farther from all text than this means nothing. */
#define REACH DT_MM (4)

/* Font units at a size to µm: a size is hundredths of a point, and 127/36 µm are one of those. */
static gint64
units_to_um (gint64 units,
             guint size,
             guint units_per_em)
{
  return units * size * 127 / ((gint64) units_per_em * 36);
}

/* --- From a point to a place --- */

typedef struct
{
  const DtPages *pages;
  DtLength x;
  DtLength y;
  gint64 distance; /* of the best so far, squared */
  const DtBlock *block;
  guint offset; /* bytes into its text */
} Search;

static gint64
outside (DtLength at,
         DtLength start,
         DtLength extent)
{
  return at < start ? start - at : at > start + extent ? at - start - extent
                                                       : 0;
}

/* The boundary between letters of @word that is nearest to @x: bytes into the word. */
static guint
find_letter (const DtPages *pages,
             const DtItem *item,
             const DtPlacedWord *word,
             DtLength x)
{
  const DtFace *face = dt_shaper_get_face (dt_pages_get_shaper (pages), word->word->face);
  guint length = word->end - word->start;
  gint64 units = 0;
  guint best = 0;
  gint64 nearest = G_MAXINT64;

  for (guint i = 0; i <= word->word->n_glyphs; i++)
    {
      gint64 distance = ABS (word->x + units_to_um (units, item->size, face->units_per_em) - x);

      if (distance < nearest)
        {
          nearest = distance;
          best = i < word->word->n_glyphs ? word->word->glyphs[i].cluster : length;
        }
      if (i < word->word->n_glyphs)
        units += word->word->glyphs[i].advance;
    }
  return MIN (best, length);
}

static void
search_item (const DtItem *item,
             gpointer user_data)
{
  Search *self = user_data;
  const DtPlacedWord *word = NULL;
  gint64 dx, dy, distance;

  if (item->kind != DT_ITEM_TEXT || item->node == NULL || item->block == NULL || item->n_words == 0)
    return;

  dx = outside (self->x, item->rect.x, item->rect.width);
  dy = outside (self->y, item->rect.y, item->rect.height);
  distance = dx * dx + dy * dy;
  if (distance >= self->distance)
    return;

  for (guint i = 0; i < item->n_words && (word == NULL || item->words[i].x <= self->x); i++)
    word = &item->words[i];

  self->distance = distance;
  self->block = item->block;
  self->offset = word->start + find_letter (self->pages, item, word, self->x);
  /* Capitals may be longer than the letters they came from. */
  while (self->offset > 0 && ((guchar) item->block->text[self->offset] & 0xc0) == 0x80)
    self->offset--;
}

static gboolean
has_source (const DtRun *run)
{
  return run->source_end > run->source_start;
}

/* The text of the node that @block comes from; NULL where it holds none, as a task does. */
static const char *
get_node_text (const DtPages *pages,
               const DtBlock *block)
{
  DtPlan *plan = dt_composition_get_plan (dt_pages_get_composition (pages));
  DtNode *node = plan != NULL ? dt_plan_find (plan, block->node) : NULL;

  return node != NULL ? dt_node_get_text (node) : NULL;
}

static gboolean
is_same_letter (const char *a,
                const char *b)
{
  gunichar c = g_utf8_get_char (a);
  gunichar d = g_utf8_get_char (b);

  return c == d || g_unichar_toupper (c) == g_unichar_toupper (d);
}

/* Walks through a run and the notation it was made from, whose marks are not in the paragraph, until one of them
 * has come to its limit. */
static void
walk_together (const DtBlock *block,
               const DtRun *run,
               const char *source,
               guint offset_limit,
               guint source_limit,
               guint *offset,
               guint *source_offset)
{
  guint o = run->start;
  guint s = run->source_start;

  while (s < MIN (run->source_end, source_limit) && o < run->end)
    {
      const char *shown = block->text + o;
      const char *typed = source + s;

      if (!is_same_letter (shown, typed) && strchr ("*\\", *typed) != NULL)
        {
          s++;
          continue;
        }
      if (o >= offset_limit)
        break;
      o = (guint) (g_utf8_next_char (shown) - block->text);
      s = (guint) (g_utf8_next_char (typed) - source);
    }
  *offset = o;
  *source_offset = MIN (s, run->source_end);
}

/* Bytes into the text of the node; computed text counts to what stands next to it. */
static guint
to_source (const DtBlock *block,
           const char *text,
           guint offset)
{
  guint source = 0;
  gboolean found = FALSE;

  for (guint i = 0; i < block->n_runs; i++)
    {
      const DtRun *run = &block->runs[i];
      guint reached;

      if (!has_source (run))
        continue;
      if (found && run->start > offset)
        break;
      found = TRUE;
      source = run->source_start;
      if (run->kind == DT_RUN_TEXT)
        walk_together (block, run, text, offset, G_MAXUINT, &reached, &source);
      else if (offset >= run->end)
        source = run->source_end;
    }
  return source;
}

static guint
from_source (const DtBlock *block,
             const char *text,
             guint source)
{
  guint offset = block->label;

  for (guint i = 0; i < block->n_runs; i++)
    {
      const DtRun *run = &block->runs[i];
      guint reached;

      if (!has_source (run) || run->source_start > source)
        continue;
      offset = run->start;
      if (run->kind == DT_RUN_TEXT)
        walk_together (block, run, text, G_MAXUINT, source, &offset, &reached);
    }
  return offset;
}

/* Whether the paragraph shows the text of the node as it is, without saying where each letter comes from. */
static gboolean
is_plain (const DtBlock *block,
          const char *text)
{
  for (guint i = 0; i < block->n_runs; i++)
    {
      if (has_source (&block->runs[i]))
        return FALSE;
    }
  return strlen (block->text) == strlen (text);
}

static gboolean
source_fits (const DtBlock *block,
             gsize length)
{
  for (guint i = 0; i < block->n_runs; i++)
    {
      if (block->runs[i].source_end > length)
        return FALSE;
    }
  return TRUE;
}

/* An offset that is lawful in the text of the node. */
static guint
fit_offset (const DtPages *pages,
            const DtBlock *block,
            guint offset)
{
  const char *text = get_node_text (pages, block);
  guint source;

  if (text == NULL || !source_fits (block, strlen (text)))
    return 0;

  source = is_plain (block, text) ? MIN (offset, (guint) strlen (text)) : to_source (block, text, offset);
  while (source > 0 && ((guchar) text[source] & 0xc0) == 0x80)
    source--;
  return source;
}

/* The other way round. */
static guint
fit_source (const DtPages *pages,
            const DtBlock *block,
            guint source)
{
  const char *text = get_node_text (pages, block);

  if (text == NULL || !source_fits (block, strlen (text)))
    return 0;
  return is_plain (block, text) ? MIN (source, (guint) strlen (text)) : from_source (block, text, source);
}

/**
 * dui_page_map_locate:
 * @pages: pages
 * @page: one of them, counted from 0
 * @x: µm from the left edge of the paper
 * @y: µm from its top
 * @node: (out): reference of the node that stands there
 * @offset: (out): bytes into its text
 *
 * Finds what a click on a page means: the letter next to it.
 *
 * Returns: %FALSE where no text of the plan is near
 */
gboolean
dui_page_map_locate (const DtPages *pages,
                     guint page,
                     DtLength x,
                     DtLength y,
                     char **node,
                     guint *offset)
{
  Search search = { pages, x, y, (gint64) REACH * REACH, NULL, 0 };

  g_return_val_if_fail (pages != NULL && page < dt_pages_get_n_pages (pages), FALSE);

  dt_page_foreach (dt_pages_get_page (pages, page), search_item, &search);
  if (search.block == NULL)
    return FALSE;

  *node = g_strdup (search.block->node);
  *offset = fit_offset (pages, search.block, search.offset);
  return TRUE;
}

static void
take_first (const DtItem *item,
            gpointer user_data)
{
  Search *self = user_data;

  if (self->block != NULL || item->kind != DT_ITEM_TEXT || item->node == NULL || item->block == NULL || item->n_words == 0)
    return;

  self->block = item->block;
  self->offset = item->words[0].start;
}

/**
 * dui_page_map_find_first:
 * @pages: pages
 * @page: one of them, counted from 0
 * @node: (out): reference of the node whose text the page begins with
 * @offset: (out): bytes into its text
 *
 * Finds what stands at the top of a page.
 *
 * Returns: %FALSE if there is no text of the plan on it
 */
gboolean
dui_page_map_find_first (const DtPages *pages,
                         guint page,
                         char **node,
                         guint *offset)
{
  Search search = { .pages = pages };

  g_return_val_if_fail (pages != NULL && page < dt_pages_get_n_pages (pages), FALSE);

  dt_page_foreach (dt_pages_get_page (pages, page), take_first, &search);
  if (search.block == NULL)
    return FALSE;

  *node = g_strdup (search.block->node);
  *offset = fit_offset (pages, search.block, search.offset);
  return TRUE;
}

/* --- From a place to a point --- */

typedef struct
{
  const char *node;
  gsize prefix; /* if not 0, nodes that start with so many bytes of @node will do */
  guint offset;
  DuiSpot spot;
} Lookup;

static void
get_source_range (const DtBlock *block,
                  guint *start,
                  guint *end)
{
  *start = G_MAXUINT;
  *end = 0;
  for (guint i = 0; i < block->n_runs; i++)
    {
      if (!has_source (&block->runs[i]))
        continue;
      *start = MIN (*start, block->runs[i].source_start);
      *end = MAX (*end, block->runs[i].source_end);
    }
  if (*start == G_MAXUINT)
    *start = 0;
}

static gboolean
is_wanted (const Lookup *self,
           const DtBlock *block)
{
  if (block->kind != DT_BLOCK_PARAGRAPH || block->node == NULL)
    return FALSE;
  return self->prefix > 0 ? strncmp (block->node, self->node, self->prefix) == 0 : strcmp (block->node, self->node) == 0;
}

/* Takes the last paragraph of the node that starts at or before the offset; TRUE once it holds it. */
static gboolean
look_at (Lookup *self,
         const DtBlock *block,
         guint index)
{
  if (is_wanted (self, block))
    {
      guint start, end;

      get_source_range (block, &start, &end);
      if (self->spot.block == NULL || (start <= self->offset && end > 0))
        {
          self->spot.block = block;
          self->spot.index = index;
        }
      return self->prefix > 0 || (start <= self->offset && self->offset <= end);
    }

  for (guint i = 0; block->cells != NULL && i < block->n_rows * block->n_columns; i++)
    {
      const GPtrArray *cell = block->cells[i];

      for (guint k = 0; k < cell->len; k++)
        {
          if (look_at (self, g_ptr_array_index (cell, k), index))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
look_up (Lookup *self,
         const DtPages *pages)
{
  guint n_blocks;
  DtBlock *const *blocks = dt_composition_get_blocks (dt_pages_get_composition (pages), &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    {
      if (look_at (self, blocks[i], i))
        break;
    }
  return self->spot.block != NULL;
}

/* What stands for a node that shows nothing itself: what is below it. */
static gboolean
look_below (Lookup *self,
            const DtPages *pages,
            const char *reference,
            DtNode *node)
{
  for (guint i = 0; node != NULL && i < dt_node_get_n_children (node); i++)
    {
      DtNode *child = dt_node_get_child (node, i);
      g_autofree char *below = dt_plan_child_reference (reference, child);

      self->node = below;
      if (look_up (self, pages) || look_below (self, pages, below, child))
        return TRUE;
    }
  return FALSE;
}

/**
 * dui_page_map_find:
 * @pages: pages
 * @node: reference of a node
 * @offset: bytes into its text
 * @spot: (out): where it stands
 *
 * Finds the paragraph in which a place of the plan stands. A node without
 * text on the page is stood for by what is below it, or beside it.
 *
 * Returns: %FALSE if nothing of it is on a page
 */
gboolean
dui_page_map_find (const DtPages *pages,
                   const char *node,
                   guint offset,
                   DuiSpot *spot)
{
  Lookup lookup = { .node = node, .offset = offset };
  DtPlan *plan = dt_composition_get_plan (dt_pages_get_composition (pages));
  gboolean found = look_up (&lookup, pages);

  if (!found)
    {
      found = plan != NULL && look_below (&lookup, pages, node, dt_plan_find (plan, node));
      lookup.node = node;
    }
  if (!found && strchr (node, '/') != NULL)
    {
      lookup.prefix = (gsize) (strchr (node, '/') - node) + 1;
      found = look_up (&lookup, pages);
    }
  if (!found)
    return FALSE;

  *spot = lookup.spot;
  spot->offset = g_strcmp0 (spot->block->node, node) == 0 ? fit_source (pages, spot->block, offset) : 0;
  return TRUE;
}

typedef struct
{
  const DuiSpot *spot;
  gboolean found;
  gboolean passed; /* a later line begins behind the spot */
  DtRect line;
} LineSearch;

static void
search_line (const DtItem *item,
             gpointer user_data)
{
  LineSearch *self = user_data;

  if (item->kind != DT_ITEM_TEXT || item->block != self->spot->block || item->n_words == 0)
    return;

  if (!self->found || item->words[0].start <= self->spot->offset)
    self->line = item->rect;
  self->found = TRUE;
  self->passed = self->passed || item->words[item->n_words - 1].end > self->spot->offset;
}

/**
 * dui_page_map_find_line:
 * @pages: pages
 * @spot: what dui_page_map_find() found on them
 * @page: (out): the page, counted from 0
 * @line: (out): the line, in µm
 *
 * Finds the line in which a place stands.
 *
 * Returns: %FALSE if it is on no page
 */
gboolean
dui_page_map_find_line (const DtPages *pages,
                        const DuiSpot *spot,
                        guint *page,
                        DtRect *line)
{
  LineSearch search = { .spot = spot };
  gboolean found = FALSE;
  guint first, last;

  dt_pages_find_block (pages, spot->index, &first, &last);
  for (guint i = first; i <= last && !search.passed; i++)
    {
      search.found = FALSE;
      dt_page_foreach (dt_pages_get_page (pages, i), search_line, &search);
      if (!search.found)
        continue;
      found = TRUE;
      *page = i;
      *line = search.line;
    }
  return found;
}

typedef struct
{
  const DtBlock *block;
  GArray *lines;
} LineList;

static void
list_line (const DtItem *item,
           gpointer user_data)
{
  LineList *self = user_data;
  DtRect *last = self->lines->len > 0 ? &g_array_index (self->lines, DtRect, self->lines->len - 1) : NULL;

  if (item->kind != DT_ITEM_TEXT || item->block != self->block)
    return;

  if (last != NULL && last->y == item->rect.y)
    last->width = MAX (last->x + last->width, item->rect.x + item->rect.width) - last->x;
  else
    g_array_append_val (self->lines, item->rect);
}

/**
 * dui_page_map_list_lines:
 * @pages: pages
 * @page: one of them, counted from 0
 * @block: a paragraph
 *
 * Lists the lines of a paragraph on a page.
 *
 * Returns: (transfer full) (element-type DtRect): rectangles in µm
 */
GArray *
dui_page_map_list_lines (const DtPages *pages,
                         guint page,
                         const DtBlock *block)
{
  LineList list = { block, g_array_new (FALSE, FALSE, sizeof (DtRect)) };

  dt_page_foreach (dt_pages_get_page (pages, page), list_line, &list);
  return list.lines;
}
