/* dt-layout.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-layout"

#include "config.h"

#include "layout/dt-layout.h"

#include "base/dt-diagnostic.h"
#include "layout/dt-page-private.h"

/* What an earlier layout has in common with the one to be made: blocks at the
 * beginning and at the end that are the same objects. A keystroke changes one
 * block between them.
 */
typedef struct
{
  const DtPages *pages; /* or NULL */
  DtBlock *const *blocks;
  guint n_blocks;
  guint prefix;
  guint suffix;
  GHashTable *middle; /* block to box, of those between */
} Earlier;

typedef struct
{
  DtPages *pages;
  DtBlock *const *blocks;
  guint n_blocks;
  DtBoxSpec spec;
  Earlier earlier;
  GPtrArray *made; /* boxes that no content owns yet */
} Run;

static void
find_common (Run *self,
             DtPages *previous)
{
  Earlier *earlier = &self->earlier;
  guint least;

  if (previous == NULL || previous->shaper != self->pages->shaper || previous->sheet != self->pages->sheet)
    return;

  earlier->pages = previous;
  earlier->blocks = dt_composition_get_blocks (previous->composition, &earlier->n_blocks);
  least = MIN (earlier->n_blocks, self->n_blocks);
  while (earlier->prefix < least && earlier->blocks[earlier->prefix] == self->blocks[earlier->prefix])
    earlier->prefix++;
  while (earlier->suffix < least - earlier->prefix &&
         earlier->blocks[earlier->n_blocks - 1 - earlier->suffix] == self->blocks[self->n_blocks - 1 - earlier->suffix])
    earlier->suffix++;
  /* Rules go by the block above them. */
  while (earlier->suffix > 0 && self->blocks[self->n_blocks - earlier->suffix]->kind == DT_BLOCK_RULE)
    earlier->suffix--;
}

/* Looks a moved block up; the table of the changed stretch is made when first needed. */
static DtBox *
find_moved (Earlier *earlier,
            const DtBlock *block,
            gboolean landscape)
{
  guint end = earlier->n_blocks - earlier->suffix;
  DtBox *box;

  if (earlier->pages == NULL || earlier->prefix == end || block->kind == DT_BLOCK_RULE)
    return NULL;

  if (earlier->middle == NULL)
    {
      earlier->middle = g_hash_table_new (NULL, NULL);
      for (guint i = earlier->prefix; i < end; i++)
        g_hash_table_insert (earlier->middle, earlier->blocks[i], earlier->pages->boxes[i]);
    }
  box = g_hash_table_lookup (earlier->middle, block);
  return box != NULL && box->landscape == landscape ? box : NULL;
}

static void
set_orientation (DtBoxSpec *spec,
                 gboolean landscape)
{
  const DtPageSpec *page = dt_sheet_get_page (spec->sheet);
  DtLength width = landscape ? page->height : page->width;
  DtLength height = landscape ? page->width : page->height;

  spec->landscape = landscape;
  spec->text_width = width - page->margin_left - page->margin_right;
  spec->text_limit = dt_twips (width) - dt_twips (page->margin_left) - dt_twips (page->margin_right);
  spec->body_height = dt_twips (height) - dt_twips (page->margin_top) - dt_twips (page->margin_bottom);
}

static void
make_box (Run *self,
          guint index)
{
  DtBlock *block = self->blocks[index];
  DtBox **boxes = self->pages->boxes;

  if (block->kind == DT_BLOCK_PART && block->landscape != self->spec.landscape)
    set_orientation (&self->spec, block->landscape);

  boxes[index] = find_moved (&self->earlier, block, self->spec.landscape);
  if (boxes[index] == NULL)
    {
      boxes[index] = dt_box_new (&self->spec, block, index > 0 ? boxes[index - 1] : NULL);
      g_ptr_array_add (self->made, boxes[index]);
    }
}

static gboolean
make_boxes (Run *self,
            GCancellable *cancellable,
            GError **error)
{
  Earlier *earlier = &self->earlier;
  DtBox **boxes = self->pages->boxes;
  guint n = self->n_blocks;

  for (guint i = 0; i < earlier->prefix; i++)
    boxes[i] = earlier->pages->boxes[i];
  if (earlier->prefix > 0)
    set_orientation (&self->spec, boxes[earlier->prefix - 1]->landscape);

  for (guint i = earlier->prefix; i < n - earlier->suffix; i++)
    {
      if (i % 64 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      make_box (self, i);
    }

  if (earlier->suffix > 0)
    {
      DtBox *const *kept = earlier->pages->boxes + earlier->n_blocks - earlier->suffix;
      guint first = n - earlier->suffix;

      if (self->blocks[first]->kind != DT_BLOCK_PART && kept[0]->landscape != self->spec.landscape)
        {
          /* A part above was turned: what follows has another width now. */
          earlier->suffix = 0;
          for (guint i = first; i < n; i++)
            make_box (self, i);
          return TRUE;
        }
      for (guint i = 0; i < earlier->suffix; i++)
        boxes[first + i] = kept[i];
    }
  return TRUE;
}

static void
add_page (Run *self,
          DtContent *content,
          DtPlace start)
{
  DtPage page = {
    .content = content,
    .pages = self->pages,
    .start = start,
    .n_looked_at = content->n_looked_at,
    .has_diagnostics = content->diagnostics != NULL,
  };

  g_array_append_val (self->pages->pages, page);
}

/* Takes an earlier page; its boxes now have numbers @shift higher. */
static void
take_page (Run *self,
           const DtPage *page,
           guint shift)
{
  DtPage copy = *page;

  dt_content_ref (copy.content);
  copy.pages = self->pages;
  copy.start.box += shift;
  g_array_append_val (self->pages->pages, copy);
}

/* Pages before the change that nothing in it can move. */
static DtPlace
take_head (Run *self,
           guint *n_taken)
{
  const Earlier *earlier = &self->earlier;
  DtPlace at = { 0, 0 };
  guint n = earlier->pages != NULL ? earlier->pages->pages->len : 0;
  guint i = 0;

  for (; i + 1 < n; i++)
    {
      const DtPage *page = &g_array_index (earlier->pages->pages, DtPage, i);

      if (page->start.box + page->n_looked_at > earlier->prefix)
        break;
      take_page (self, page, 0);
      at = g_array_index (earlier->pages->pages, DtPage, i + 1).start;
    }
  *n_taken = i;
  return at;
}

/* All pages behind the change, once one starts where one started before. */
static gboolean
take_tail (Run *self,
           DtPlace at,
           guint *cursor)
{
  const Earlier *earlier = &self->earlier;
  const GArray *pages;
  guint shift = self->n_blocks - earlier->n_blocks;

  if (earlier->pages == NULL || at.box < self->n_blocks - earlier->suffix)
    return FALSE;

  pages = earlier->pages->pages;
  for (; *cursor < pages->len; ++*cursor)
    {
      const DtPlace *start = &g_array_index (pages, DtPage, *cursor).start;

      if (start->box + shift > at.box && start->box >= earlier->n_blocks - earlier->suffix)
        return FALSE;
      if (start->box + shift == at.box && start->band > at.band)
        return FALSE;
      if (start->box >= earlier->n_blocks - earlier->suffix && start->box + shift == at.box && start->band == at.band)
        break;
    }
  if (*cursor == pages->len)
    return FALSE;

  for (guint i = *cursor; i < pages->len; i++)
    take_page (self, &g_array_index (pages, DtPage, i), shift);
  return TRUE;
}

static int
get_body_height (const Run *self,
                 DtPlace at)
{
  DtBoxSpec spec = self->spec;

  set_orientation (&spec, self->pages->boxes[at.box]->landscape);
  return spec.body_height;
}

static gboolean
fill_pages (Run *self,
            GCancellable *cancellable,
            GError **error)
{
  DtPages *pages = self->pages;
  guint cursor;
  DtPlace at = take_head (self, &cursor);

  while (at.box < pages->n_boxes)
    {
      DtPlace start = at;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (take_tail (self, at, &cursor))
        break;
      add_page (self, dt_flow_fill (pages->boxes, pages->n_boxes, start, get_body_height (self, start), &at), start);
    }
  return TRUE;
}

static void
number_pages (DtPages *self)
{
  guint number = 0;
  GPtrArray *shaper = self->shaper->diagnostics;

  for (guint i = 0; shaper != NULL && i < shaper->len; i++)
    g_ptr_array_add (self->diagnostics, dt_diagnostic_ref (g_ptr_array_index (shaper, i)));
  for (guint i = 0; i < self->pages->len; i++)
    {
      DtPage *page = &g_array_index (self->pages, DtPage, i);

      number = self->boxes[page->start.box]->block->kind == DT_BLOCK_PART ? 1 : number + 1;
      page->number = number;
      if (!page->has_diagnostics)
        continue;
      for (guint k = 0; k < page->content->diagnostics->len; k++)
        g_ptr_array_add (self->diagnostics, dt_diagnostic_ref (g_ptr_array_index (page->content->diagnostics, k)));
    }
}

static void
shape_digits (DtPages *self)
{
  const DtStyle *style = dt_sheet_get_style (self->sheet, DT_ROLE_PAGE_NUMBER);

  for (int i = 0; i < 10; i++)
    {
      char digit = (char) ('0' + i);

      self->digits[i] = dt_shaper_get_word (self->shaper, style->bold, style->italic, &digit, 1);
    }
}

static DtPages *
new_pages (DtComposition *composition,
           DtShaper *shaper,
           guint n_blocks)
{
  DtPages *self = g_atomic_rc_box_new0 (DtPages);

  self->composition = dt_composition_ref (composition);
  self->sheet = dt_composition_get_sheet (composition);
  self->shaper = dt_shaper_ref (shaper);
  self->pages = g_array_new (FALSE, FALSE, sizeof (DtPage));
  self->boxes = g_new0 (DtBox *, MAX (n_blocks, 1));
  self->n_boxes = n_blocks;
  self->diagnostics = dt_diagnostics_new ();
  return self;
}

/**
 * dt_layout_run:
 * @composition: what to lay out
 * @shaper: the font
 * @previous: (nullable): an earlier layout of the same document
 * @cancellable: (nullable): looked at before each page
 * @error: return location for an error
 *
 * Lays a composition out into pages.
 *
 * Returns: (transfer full): the pages, or %NULL with @error set, which can
 *   only be that it was cancelled
 */
DtPages *
dt_layout_run (DtComposition *composition,
               DtShaper *shaper,
               DtPages *previous,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (DtPages) pages = NULL;
  g_autoptr (DtSetter) setter = NULL;
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_box_unref);
  Run run = { 0 };
  gboolean done;

  g_return_val_if_fail (composition != NULL && shaper != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  setter = dt_setter_new (shaper);
  run.blocks = dt_composition_get_blocks (composition, &run.n_blocks);
  run.pages = pages = new_pages (composition, shaper, run.n_blocks);
  run.spec.setter = setter;
  run.spec.sheet = pages->sheet;
  run.made = made;
  set_orientation (&run.spec, FALSE);

  shape_digits (pages);
  find_common (&run, previous);
  done = make_boxes (&run, cancellable, error) && fill_pages (&run, cancellable, error);
  g_clear_pointer (&run.earlier.middle, g_hash_table_unref);
  if (!done)
    return NULL;

  number_pages (pages);
  return g_steal_pointer (&pages);
}
