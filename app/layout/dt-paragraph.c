/* dt-paragraph.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-paragraph"

#include "config.h"

#include "layout/dt-paragraph.h"

#include <string.h>

#define ATOM(setter, index) (&g_array_index ((setter)->atoms, DtAtom, index))
#define LINED(setter, index) (&g_array_index ((setter)->lined, DtAtom, index))

/* How wide the line is so far. Writer rounds each stretch of one style to twips, but asks of the last one, where
 * it looks for a break, that all its pixels fit.
 */
typedef struct
{
  int done;    /* twips of stretches that ended */
  gint64 open; /* px of the one that did not */
  int style;
} Ruler;

static void
ruler_add (Ruler *self,
           const DtAtom *atom)
{
  int style = atom->bold | atom->italic << 1;

  if (style != self->style)
    {
      self->done += dt_px_to_twips (self->open);
      self->open = 0;
      self->style = style;
    }
  self->open += atom->px;
}

static gint64
ruler_room (const Ruler *self,
            int limit)
{
  return (gint64) (limit - self->done) * DT_PX_PER_TWIP;
}

/* Addresses of this many letters up to a slash are divided there. */
#define LONG_ADDRESS 66

/* A line that would end behind a slash, were that a place to end, ends before the whole word instead, unless the
 * word began the line or is very long: Writer spares addresses so. @last is the place found inside the word, @space
 * where the word starts (0 where it began the line); @k the atom that did not fit into @room px.
 */
static guint
spare_address (DtSetter *setter,
               guint from,
               guint last,
               guint space,
               guint k,
               gint64 room,
               DtAtom *head)
{
  for (guint j = k; j + 1 > MAX (last, from); j--)
    {
      const DtAtom *atom = ATOM (setter, j);
      guint length = dt_setter_find_slash (setter, j, j == k ? room : G_MAXINT);
      guint start = ATOM (setter, space > 0 ? space : from)->start;

      if (length > 0)
        {
          if (space > 0 && atom->start + length - start < LONG_ADDRESS)
            return space;
          dt_setter_split (setter, j, length, head);
          return j;
        }
      if (j == 0)
        break;
    }
  return last;
}

/* The atom the next line starts with. When a word had to be cut, its head goes to @head. */
static guint
fill_line (DtSetter *setter,
           guint from,
           int limit,
           DtAtom *head)
{
  Ruler ruler = { 0, 0, -1 };
  guint n = setter->atoms->len;
  guint last = 0;
  guint space = 0; /* the last place behind a blank */

  head->word = NULL;
  for (guint k = from; k < n; k++)
    {
      const DtAtom *atom = ATOM (setter, k);
      int room = limit - dt_setter_italic_loss (setter, atom);
      gint64 left;
      guint length;

      if (atom->word == NULL)
        return k + 1;
      if (k > from && atom->before == DT_BREAK_ALLOWED)
        {
          last = k;
          space = ATOM (setter, k - 1)->blank ? k : space;
        }
      ruler_add (&ruler, atom);
      if (atom->blank || ruler.open <= ruler_room (&ruler, room))
        continue;

      left = ruler_room (&ruler, room) - (ruler.open - atom->px);
      if (last > 0)
        {
          /* A number that no line holds need not be spared. */
          length = last == k && atom->px > (gint64) room * DT_PX_PER_TWIP ? dt_setter_find_protected (setter, k, left) : 0;
          if (length > 0)
            {
              dt_setter_split (setter, k, length, head);
              return k;
            }
          return last == space ? last : spare_address (setter, from, last, space, k, left, head);
        }
      length = dt_setter_find_head (setter, k, left, k == from);
      if (length > 0)
        dt_setter_split (setter, k, length, head);
      return length == 0 && k == from ? k + 1 : k;
    }

  return n;
}

/* Where Writer, unlike us, would end the line inside a number: between the blank it ends with and the
 * atom @next. Only places that still fit are kept from breaking.
 */
static void
find_held (DtSetter *setter,
           guint from,
           guint next,
           int limit)
{
  Ruler ruler = { 0, 0, -1 };

  for (guint k = from; k < next; k++)
    ruler_add (&ruler, ATOM (setter, k));

  for (guint k = next; k < setter->atoms->len; k++)
    {
      const DtAtom *atom = ATOM (setter, k);
      gint64 px = 0;
      guint glyph = 0;

      if (atom->word == NULL || atom->blank || (k > next && atom->before != DT_BREAK_NONE))
        return;
      ruler_add (&ruler, atom);
      for (guint i = atom->start; i < atom->end; i++)
        {
          if (setter->breaks[i] != DT_BREAK_PROTECTED)
            continue;
          while (glyph < atom->word->n_glyphs && atom->word->glyphs[glyph].cluster < i - atom->start)
            glyph++;
          px = ruler.open - atom->px + dt_setter_measure (setter, atom->word, glyph);
          if (px > ruler_room (&ruler, limit - dt_setter_italic_loss (setter, atom)))
            return;
          g_array_append_val (setter->held, i);
        }
    }
}

static void
end_line (DtSetter *setter,
          guint from,
          guint to,
          const DtAtom *head)
{
  if (to > from)
    g_array_append_vals (setter->lined, ATOM (setter, from), to - from);
  if (head != NULL && head->word != NULL)
    g_array_append_val (setter->lined, *head);
  g_array_append_val (setter->ends, setter->lined->len);
}

static void
break_at_starts (DtSetter *setter,
                 const guint *starts,
                 guint n_starts,
                 gboolean are_atoms)
{
  guint from = 0;
  guint k = 0;

  for (guint s = 0; s < n_starts; s++)
    {
      while (k < setter->atoms->len && (are_atoms ? k : ATOM (setter, k)->start) < starts[s])
        k++;
      if (k > from)
        end_line (setter, from, k, NULL);
      from = k;
    }
  if (from < setter->atoms->len || from == 0)
    end_line (setter, from, setter->atoms->len, NULL);
}

static void
break_greedily (DtSetter *setter,
                const DtParagraphSpec *spec)
{
  const DtStyle *style = spec->style;
  int limit = spec->limit - dt_twips (style->left_indent);
  int first = limit - dt_twips (style->first_indent);
  guint from = 0;

  do
    {
      int room = MAX (setter->ends->len == 0 ? first : limit, 1);
      DtAtom head;
      guint to = fill_line (setter, from, room, &head);

      /* Where a word was cut its rest has the place the whole had. */
      end_line (setter, from, to, &head);
      if (to < setter->atoms->len && to > from && head.word == NULL && ATOM (setter, to - 1)->word != NULL)
        find_held (setter, from, to, room);
      from = to;
    }
  while (from < setter->atoms->len);
}

static gboolean
wants_balance (const DtParagraphSpec *spec)
{
  return !spec->plain && spec->block->align == DT_ALIGN_CENTER &&
         spec->block->role != DT_ROLE_TABLE_HEAD && spec->block->role != DT_ROLE_TABLE_CELL;
}

static void
break_lines (DtSetter *setter,
             const DtParagraphSpec *spec)
{
  g_array_set_size (setter->lined, 0);
  g_array_set_size (setter->ends, 0);
  g_array_set_size (setter->held, 0);

  if (spec->starts != NULL)
    {
      break_at_starts (setter, spec->starts, spec->n_starts, FALSE);
      return;
    }
  if (wants_balance (spec))
    {
      g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (guint));
      int limit = spec->limit - dt_twips (spec->style->left_indent) - MAX (dt_twips (spec->style->first_indent), 0);

      if (dt_balance (setter, limit, 0, starts) >= 0)
        {
          break_at_starts (setter, (const guint *) starts->data, starts->len, TRUE);
          return;
        }
    }
  break_greedily (setter, spec);
}

/* Adds up advances exactly: font units of one face, turned into µm with one rounding. */
typedef struct
{
  const DtSetter *setter;
  DtLength base;
  gint64 units;
  guint em;
} Pen;

static DtLength
pen_get (const Pen *self)
{
  gint64 scaled = self->units * self->setter->size * 127;
  gint64 em36 = (gint64) self->em * 36;

  return self->base + (DtLength) ((scaled + em36 / 2) / em36);
}

static void
pen_advance (Pen *self,
             const DtWord *word)
{
  guint em = dt_shaper_get_face (self->setter->shaper, word->face)->units_per_em;

  if (em != self->em)
    {
      self->base = pen_get (self);
      self->units = 0;
      self->em = em;
    }
  self->units += word->width;
}

static void
add_word (DtSetter *setter,
          const DtAtom *atom,
          DtLength x,
          gboolean new_span)
{
  DtPlacedWord word = { atom->word, x, atom->start, atom->end };
  DtSetSpan *span;

  g_array_append_val (setter->words, word);
  if (new_span)
    {
      DtSetSpan fresh = {
        .first_word = setter->words->len - 1,
        .start = atom->start,
        .x = x,
        .bold = atom->bold,
        .italic = atom->italic,
      };

      g_array_append_val (setter->spans, fresh);
    }
  span = &g_array_index (setter->spans, DtSetSpan, setter->spans->len - 1);
  span->n_words++;
  span->end = atom->end;
}

/* What alignment asks of a line: where it starts, and what its inner blanks share. */
typedef struct
{
  DtLength x;
  DtLength slack;
  guint n_blanks;
} Fit;

static Fit
align_line (const DtSetter *setter,
            const DtParagraphSpec *spec,
            guint from,
            guint to,
            DtLength natural,
            gboolean is_first,
            gboolean is_last)
{
  DtLength left = spec->style->left_indent + (is_first ? spec->style->first_indent : 0);
  Fit fit = { left, 0, 0 };
  DtLength rest = spec->width - left - natural;

  switch (spec->block->align)
    {
    case DT_ALIGN_CENTER:
      fit.x += rest / 2;
      break;
    case DT_ALIGN_RIGHT:
      fit.x += rest;
      break;
    case DT_ALIGN_JUSTIFY:
      if (is_last)
        break;
      for (guint k = from; k < to; k++)
        fit.n_blanks += LINED (setter, k)->blank;
      fit.slack = fit.n_blanks > 0 ? rest : 0;
      break;
    case DT_ALIGN_LEFT:
    default:
      break;
    }
  return fit;
}

static void
place_line (DtSetter *setter,
            const DtParagraphSpec *spec,
            guint from,
            guint to,
            gboolean is_last)
{
  Pen pen = { setter, 0, 0, 1 };
  gboolean is_first = setter->lines->len == 0;
  guint inner = to; /* behind the last atom that is not a blank */
  guint blanks = 0;
  DtSetLine line = { setter->spans->len, 0, 0, 0 };
  Fit fit;

  while (inner > from && (LINED (setter, inner - 1)->blank || LINED (setter, inner - 1)->word == NULL))
    inner--;
  for (guint k = from; k < inner; k++)
    {
      if (LINED (setter, k)->word != NULL)
        pen_advance (&pen, LINED (setter, k)->word);
    }
  fit = align_line (setter, spec, from, inner, pen_get (&pen), is_first,
                    is_last || (to > from && LINED (setter, to - 1)->word == NULL));

  pen = (Pen){ setter, fit.x, 0, 1 };
  line.start = from < setter->lined->len ? LINED (setter, from)->start : 0;
  for (guint k = from; k < to; k++)
    {
      const DtAtom *atom = LINED (setter, k);
      DtLength stretch = fit.n_blanks > 0 ? (DtLength) ((gint64) fit.slack * blanks / fit.n_blanks) : 0;
      gboolean new_span = k == from || atom->bold != LINED (setter, k - 1)->bold ||
                          atom->italic != LINED (setter, k - 1)->italic;
      DtSetSpan *span;

      if (atom->word == NULL)
        break;
      add_word (setter, atom, pen_get (&pen) + stretch, new_span);
      pen_advance (&pen, atom->word);
      if (atom->blank && k < inner && blanks < fit.n_blanks)
        {
          blanks++;
          stretch = (DtLength) ((gint64) fit.slack * blanks / fit.n_blanks);
        }
      span = &g_array_index (setter->spans, DtSetSpan, setter->spans->len - 1);
      if (k < inner)
        {
          span->width = pen_get (&pen) + stretch - span->x;
          line.width = pen_get (&pen) + stretch - fit.x;
        }
    }
  line.n_spans = setter->spans->len - line.first_span;
  g_array_append_val (setter->lines, line);
}

static gpointer
copy_array (const GArray *array,
            char **place)
{
  gpointer start = *place;
  gsize size = (gsize) array->len * g_array_get_element_size ((GArray *) array);

  if (size > 0)
    memcpy (start, array->data, size);
  *place += (size + 7) & ~(gsize) 7;
  return start;
}

static gsize
room_for (const GArray *array)
{
  return ((gsize) array->len * g_array_get_element_size ((GArray *) array) + 7) & ~(gsize) 7;
}

/* One piece of memory for everything. */
static DtParagraph *
freeze (DtSetter *setter,
        const DtParagraphSpec *spec)
{
  gsize size = sizeof (DtParagraph) + room_for (setter->lines) + room_for (setter->spans) +
               room_for (setter->words) + room_for (setter->held);
  DtParagraph *self = g_atomic_rc_box_alloc (size);
  char *place = (char *) self + sizeof (DtParagraph);

  self->block = dt_block_ref (spec->block);
  self->capitals = dt_setter_steal_capitals (setter);
  self->size = spec->size;
  self->line_height = dt_twips (spec->style->line_height);
  self->width = 0;
  self->n_lines = setter->lines->len;
  self->n_held = setter->held->len;
  self->lines = copy_array (setter->lines, &place);
  self->spans = copy_array (setter->spans, &place);
  self->words = copy_array (setter->words, &place);
  self->held = copy_array (setter->held, &place);
  for (guint i = 0; i < self->n_lines; i++)
    self->width = MAX (self->width, self->lines[i].width);
  return self;
}

/**
 * dt_paragraph_new:
 * @setter: a setter
 * @spec: what to set, and how
 *
 * Sets a paragraph.
 *
 * Returns: (transfer full): its lines, at least one
 */
DtParagraph *
dt_paragraph_new (DtSetter *setter,
                  const DtParagraphSpec *spec)
{
  guint from = 0;

  dt_setter_cut (setter, spec->block, spec->style, spec->size);
  break_lines (setter, spec);

  g_array_set_size (setter->lines, 0);
  g_array_set_size (setter->spans, 0);
  g_array_set_size (setter->words, 0);
  for (guint i = 0; i < setter->ends->len; i++)
    {
      guint to = g_array_index (setter->ends, guint, i);

      place_line (setter, spec, from, to, i + 1 == setter->ends->len);
      from = to;
    }
  return freeze (setter, spec);
}

/**
 * dt_paragraph_ref:
 * @self: a paragraph
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
DtParagraph *
dt_paragraph_ref (DtParagraph *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_paragraph (gpointer data)
{
  DtParagraph *self = data;

  g_clear_pointer (&self->block, dt_block_unref);
  g_clear_pointer (&self->capitals, g_free);
}

/**
 * dt_paragraph_unref:
 * @self: (transfer full): a paragraph
 *
 * Gives a reference back.
 */
void
dt_paragraph_unref (DtParagraph *self)
{
  g_atomic_rc_box_release_full (self, clear_paragraph);
}
