/* dt-flow.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-flow"

#include "config.h"

#include "layout/dt-flow.h"

/* The rules are Writer's, which our ODT is shown by:
 *
 *  - the room between two blocks is the one below the first and the one above the second together; what is
 *    above the first block of a page counts only where the page was begun on purpose (a new part);
 *  - a line fits if its whole height does; of a paragraph at least `orphans` lines stay and `widows` go over;
 *  - a block that keeps with the next is not divided, and goes over when the first lines of the next do not fit
 *    below it, and so on backwards; a chain that began the page is broken after all;
 *  - head rows of a table stay with the first row, and are repeated on each page.
 */

/* Signatures look two lines of text back, so a page's end may hang on the blocks behind the one it ends at:
 * that one, a paragraph of one line, the signature, and a rule between.
 */
#define LOOK_AHEAD 4

DtContent *
dt_content_ref (DtContent *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_content (gpointer data)
{
  DtContent *self = data;

  g_array_unref (self->placements);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
}

void
dt_content_unref (DtContent *self)
{
  g_atomic_rc_box_release_full (self, clear_content);
}

static void
clear_placement (gpointer data)
{
  DtPlacement *self = data;

  dt_box_unref (self->box);
}

static gboolean
is_signature (const DtBox *box)
{
  return box->block->kind == DT_BLOCK_COLUMNS && box->block->columns == DT_COLUMNS_SIGNATURE;
}

gboolean
dt_flow_keeps_next (DtBox *const *boxes,
                    guint n_boxes,
                    guint index)
{
  guint lines = 0;

  if (boxes[index]->keep_next)
    return TRUE;
  if (boxes[index]->block->kind != DT_BLOCK_PARAGRAPH)
    return FALSE;

  /* At least two lines of the text stand above a signature. */
  for (guint i = index + 1; i < n_boxes && lines < 2; i++)
    {
      if (is_signature (boxes[i]))
        return TRUE;
      if (boxes[i]->block->kind == DT_BLOCK_RULE)
        continue;
      if (boxes[i]->block->kind != DT_BLOCK_PARAGRAPH)
        return FALSE;
      lines += boxes[i]->n_bands;
    }
  return FALSE;
}

typedef struct
{
  DtBox *const *boxes;
  guint n_boxes;
  DtPlace start;
  int room; /* twips of the text area */
  GArray *placements;
  int y;
  int after;      /* room below the block before */
  gboolean fresh; /* nothing stands on the page yet */
  gboolean begun; /* the page was begun on purpose */
} Filler;

static void
place (Filler *self,
       DtBox *box,
       guint first,
       guint n,
       int y,
       gboolean repeats)
{
  DtPlacement placement = { dt_box_ref (box), first, n, y, repeats };

  g_array_append_val (self->placements, placement);
}

static int
space_above (const Filler *self,
             const DtBox *box,
             guint band)
{
  if (band > 0)
    return 0;
  if (self->fresh)
    return self->begun ? box->space_before : 0;
  return self->after + box->space_before;
}

/* How many bands from @first on fit into @room. */
static guint
count_fitting (const DtBox *box,
               guint first,
               int room)
{
  guint n = 0;

  room -= box->border;
  if (box->bands == NULL)
    {
      if (room < 0)
        return 0;
      n = box->line_height > 0 ? (guint) (room / box->line_height) : box->n_bands;
      return MIN (n, box->n_bands - first);
    }

  room -= first < box->n_bands ? box->bands[first].lead : 0;
  while (first + n < box->n_bands && box->bands[first + n].height + box->bands[first + n].tail <= room)
    {
      room -= box->bands[first + n].height;
      n++;
    }
  return n;
}

/* Lines of a row that is divided: enough of them on both sides. @first and @fitting as below; the page ends in
 * the middle of a row.
 */
static guint
split_row (const DtBox *box,
           guint first,
           guint fitting)
{
  guint row = box->bands[first + fitting].row;
  guint start = first + fitting;
  guint end = first + fitting;
  guint keep;

  while (start > first && box->bands[start - 1].row == row)
    start--;
  while (end < box->n_bands && box->bands[end].row == row)
    end++;
  keep = first + fitting - start;
  if (end - first - fitting < box->widows)
    keep -= MIN (keep, box->widows - (end - first - fitting));
  /* The row began on an earlier page: a line of it is better than none. */
  if (box->bands[start].lead > 0)
    keep = MAX (keep, 1);
  else if (keep < box->orphans)
    keep = 0;
  return start + keep - first;
}

/* How many of the @fitting bands may stay when the rest goes over. */
static guint
allowed_split (const DtBox *box,
               guint first,
               guint fitting)
{
  guint rest = box->n_bands - first - fitting;

  if (box->block->kind == DT_BLOCK_TABLE)
    {
      if (fitting > 0 && box->bands[first + fitting].lead > 0)
        fitting = split_row (box, first, fitting);
      return first == 0 && fitting <= box->n_header_bands ? 0 : fitting;
    }
  if (box->block->kind != DT_BLOCK_PARAGRAPH)
    return fitting;

  if (rest < box->widows)
    fitting = fitting > box->widows - rest ? fitting - (box->widows - rest) : 0;
  return first == 0 && fitting < box->orphans ? 0 : fitting;
}

/* A page must take something, or filling would never end. */
static guint
forced_split (const DtBox *box,
              guint first,
              guint fitting)
{
  guint least = first == 0 ? box->n_header_bands + 1 : 1;

  return MIN (MAX (fitting, least), box->n_bands - first);
}

static int
sum_bands (const DtBox *box,
           guint first,
           guint n)
{
  int sum = 0;

  if (box->bands == NULL)
    return (int) n * box->line_height;
  for (guint i = first; i < first + n; i++)
    sum += box->bands[i].height;
  return sum;
}

/* Puts as much of the box as fits on the page; FALSE when some was left, from @at on. */
static gboolean
fill_box (Filler *self,
          DtPlace *at)
{
  DtBox *box = self->boxes[at->box];
  int above = space_above (self, box, at->band);
  gboolean repeats = at->band > 0 && box->n_header_bands > 0 && at->band >= box->n_header_bands;
  int header = repeats ? box->header_height : 0;
  int top = self->y + above;
  guint rest = box->n_bands - at->band;
  guint n;

  /* Rules take no room and stay with the line above them. */
  if (box->block->kind == DT_BLOCK_RULE)
    {
      place (self, box, 0, 0, self->y, FALSE);
      at->box++;
      return TRUE;
    }

  n = count_fitting (box, at->band, self->room - top - header);
  if (n < rest)
    {
      guint fitting = n;

      n = allowed_split (box, at->band, fitting);
      if (at->band == 0 && box->block->kind == DT_BLOCK_PARAGRAPH && dt_flow_keeps_next (self->boxes, self->n_boxes, at->box))
        n = 0;
      if (n == 0 && self->fresh)
        n = forced_split (box, at->band, fitting);
    }
  if (n > 0 || rest == 0)
    place (self, box, at->band, n, top, repeats);
  if (n < rest)
    {
      at->band += n;
      return FALSE;
    }

  self->y = top + header + sum_bands (box, at->band, n) + box->border;
  if (box->bands != NULL && n > 0)
    self->y += box->bands[at->band].lead;
  self->after = box->space_after;
  self->fresh = FALSE;
  at->box++;
  at->band = 0;
  return TRUE;
}

/* Where the page ends when it would end before box @end: blocks that keep with the next go along. */
static guint
find_legal_end (const Filler *self,
                guint end)
{
  guint legal = end;
  guint first = self->start.box + (self->boxes[self->start.box]->block->kind == DT_BLOCK_PART ? 1 : 0);

  while (legal > first && dt_flow_keeps_next (self->boxes, self->n_boxes, legal - 1))
    legal--;
  /* A rule goes with what it stands under. */
  while (legal > first && legal < self->n_boxes && self->boxes[legal]->block->kind == DT_BLOCK_RULE)
    legal--;
  if (legal <= first)
    return end;
  return legal;
}

static void
take_back (Filler *self,
           guint end)
{
  for (guint i = self->placements->len; i > 0; i--)
    {
      const DtPlacement *placement = &g_array_index (self->placements, DtPlacement, i - 1);

      if (placement->box != self->boxes[end])
        continue;
      g_array_set_size (self->placements, i - 1);
      break;
    }
}

static void
collect_diagnostics (DtContent *content)
{
  for (guint i = 0; i < content->placements->len; i++)
    {
      const DtPlacement *placement = &g_array_index (content->placements, DtPlacement, i);

      if (placement->box->diagnostics == NULL || placement->first_band > 0)
        continue;
      if (content->diagnostics == NULL)
        content->diagnostics = g_ptr_array_new ();
      for (guint k = 0; k < placement->box->diagnostics->len; k++)
        g_ptr_array_add (content->diagnostics, g_ptr_array_index (placement->box->diagnostics, k));
    }
}

DtContent *
dt_flow_fill (DtBox *const *boxes,
              guint n_boxes,
              DtPlace start,
              int body_height,
              DtPlace *next)
{
  DtContent *content = g_atomic_rc_box_new0 (DtContent);
  Filler filler = {
    .boxes = boxes,
    .n_boxes = n_boxes,
    .start = start,
    .room = body_height,
    .placements = g_array_new (FALSE, FALSE, sizeof (DtPlacement)),
    .fresh = TRUE,
  };
  DtPlace at = start;

  g_array_set_clear_func (filler.placements, clear_placement);
  if (boxes[at.box]->block->kind == DT_BLOCK_PART)
    {
      filler.begun = TRUE;
      place (&filler, boxes[at.box], 0, 0, 0, FALSE);
      at.box++;
    }
  else if (at.box == 0 && at.band == 0)
    {
      filler.begun = TRUE;
    }

  while (at.box < n_boxes && boxes[at.box]->block->kind != DT_BLOCK_PART)
    {
      if (!fill_box (&filler, &at))
        break;
    }

  content->placements = filler.placements;
  content->n_looked_at = at.box + LOOK_AHEAD - start.box;
  content->starts_part = filler.begun;
  content->landscape = boxes[start.box]->landscape;
  if (at.box < n_boxes && at.band == 0 && boxes[at.box]->block->kind != DT_BLOCK_PART)
    {
      guint end = find_legal_end (&filler, at.box);

      if (end < at.box)
        take_back (&filler, end);
      at.box = end;
    }
  *next = at;
  collect_diagnostics (content);
  return content;
}
