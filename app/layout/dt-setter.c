/* dt-setter.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-setter"

#include "config.h"

#include "layout/dt-setter.h"

#include <string.h>

#include "layout/dt-page.h"
#include "layout/dt-paragraph.h"

/* Longer words are shaped in pieces, which changes nothing with kerning off
 * and keeps one word of a megabyte from being shaped again for every line.
 */
#define MAX_WORD 96

DtSetter *
dt_setter_new (DtShaper *shaper)
{
  DtSetter *self = g_new0 (DtSetter, 1);

  self->shaper = dt_shaper_ref (shaper);
  self->atoms = g_array_new (FALSE, FALSE, sizeof (DtAtom));
  self->lined = g_array_new (FALSE, FALSE, sizeof (DtAtom));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->words = g_array_new (FALSE, FALSE, sizeof (DtPlacedWord));
  self->spans = g_array_new (FALSE, FALSE, sizeof (DtSetSpan));
  self->lines = g_array_new (FALSE, FALSE, sizeof (DtSetLine));
  self->held = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
dt_setter_free (DtSetter *self)
{
  dt_shaper_unref (self->shaper);
  g_array_unref (self->atoms);
  g_array_unref (self->lined);
  g_array_unref (self->ends);
  g_array_unref (self->words);
  g_array_unref (self->spans);
  g_array_unref (self->lines);
  g_array_unref (self->held);
  g_free (self->capitals);
  g_free (self->breaks);
  g_free (self);
}

/* Letters whose capital takes another number of bytes (ŉ, ı: none of them
 * Vietnamese) stay as they are, so that places in the text remain the same.
 */
char *
dt_setter_make_capitals (const char *text,
                         gsize length)
{
  char *capitals = g_malloc (length + 1);

  for (gsize i = 0; i < length;)
    {
      gunichar c = g_utf8_get_char (text + i);
      gsize size = g_utf8_next_char (text + i) - (text + i);
      gunichar upper = g_unichar_toupper (c);

      if (upper != c && (gsize) g_unichar_to_utf8 (upper, NULL) == size)
        g_unichar_to_utf8 (upper, capitals + i);
      else
        memcpy (capitals + i, text + i, size);
      i += size;
    }
  capitals[length] = '\0';
  return capitals;
}

char *
dt_setter_steal_capitals (DtSetter *self)
{
  return g_steal_pointer (&self->capitals);
}

gint32
dt_setter_measure (const DtSetter *self,
                   const DtWord *word,
                   guint n_glyphs)
{
  const DtFace *face = dt_shaper_get_face (self->shaper, word->face);
  double scale = (double) self->size * 12 / (10.0 * face->units_per_em);
  gint32 px = 0;

  for (guint i = 0; i < n_glyphs; i++)
    px += (gint32) (word->glyphs[i].advance * scale + 0.5);
  return px;
}

/* Writer leaves a twelfth of the font's line height for the slant of the last letter. */
int
dt_setter_italic_loss (const DtSetter *self,
                       const DtAtom *atom)
{
  const DtFace *face;
  gint64 scale = (gint64) self->size * 6;
  gint64 em5;
  gint64 body;
  gint64 gap;

  if (!atom->italic || atom->word == NULL)
    return 0;

  face = dt_shaper_get_face (self->shaper, atom->word->face);
  em5 = (gint64) face->units_per_em * 5;
  body = (face->ascent * scale + em5 / 2) / em5 + (face->descent * scale + em5 / 2) / em5;
  gap = (face->line_gap * scale + em5 / 2) / em5;
  return (dt_px_to_twips (body) + dt_px_to_twips (gap)) / 12;
}

/* Characters a Latin text font may lack form words of their own, so that a
 * font that stands in for them takes no more than it must.
 */
static gboolean
is_foreign (const char *at)
{
  guchar lead = (guchar) at[0];

  if (lead < 0xe2)
    return FALSE;
  if (lead == 0xe2)
    return (guchar) at[1] > 0x81;
  return TRUE;
}

static gsize
blank_length (const char *at)
{
  if (*at == ' ' || *at == '\t')
    return 1;
  if (((guchar) *at == 0xe2 || (guchar) *at == 0xe3) && dt_breaks_is_blank (g_utf8_get_char (at)))
    return 3;
  return 0;
}

/* Where the word that starts at @start ends; @limit is where the style changes. */
static guint
find_word_end (const DtSetter *self,
               guint start,
               guint limit)
{
  const char *text = self->text;
  gboolean foreign = is_foreign (text + start);
  guint i = start + (guint) g_utf8_skip[(guchar) text[start]];

  limit = MIN (limit, start + MAX_WORD);
  while (i < limit)
    {
      guchar c = (guchar) text[i];

      if (self->breaks[i] == DT_BREAK_ALLOWED || c == ' ' || c == '\n' || c == '\t')
        break;
      if (c >= 0xe2 && blank_length (text + i) > 0)
        break;
      if (is_foreign (text + i) != foreign)
        break;
      i += (guint) g_utf8_skip[c];
    }
  return i;
}

static void
add_atom (DtSetter *self,
          guint start,
          guint end,
          gboolean bold,
          gboolean italic,
          gboolean blank)
{
  DtAtom atom = {
    .start = start,
    .end = end,
    .before = self->breaks[start],
    .bold = bold != FALSE,
    .italic = italic != FALSE,
    .blank = blank,
  };

  if (self->text[start] != '\n')
    {
      if (blank)
        atom.word = dt_shaper_get_word (self->shaper, bold, italic, " ", 1);
      else
        atom.word = dt_shaper_get_word (self->shaper, bold, italic, self->text + start, end - start);
      atom.px = dt_setter_measure (self, atom.word, atom.word->n_glyphs);
    }
  g_array_append_val (self->atoms, atom);
}

void
dt_setter_cut (DtSetter *self,
               const DtBlock *block,
               const DtStyle *style,
               guint size)
{
  const char *source = block->text != NULL ? block->text : "";
  gsize length = strlen (source);
  guint run = 0;

  g_clear_pointer (&self->capitals, g_free);
  if (style->caps)
    self->capitals = dt_setter_make_capitals (source, length);
  self->text = self->capitals != NULL ? self->capitals : source;
  self->length = (guint) length;
  self->first_blank = (guint) strcspn (self->text, " ");
  self->size = size;
  g_array_set_size (self->atoms, 0);
  if (self->breaks_room < length + 1)
    {
      self->breaks_room = MAX (2 * self->breaks_room, length + 1);
      g_free (self->breaks);
      self->breaks = g_malloc (self->breaks_room);
    }
  dt_breaks_find (self->text, length, self->breaks);

  for (guint i = 0; i < length;)
    {
      gboolean bold = style->bold;
      gboolean italic = style->italic;
      guint limit = (guint) length;
      gsize blank = blank_length (self->text + i);
      guint end;

      while (run < block->n_runs && block->runs[run].end <= i)
        run++;
      if (run < block->n_runs && block->runs[run].start <= i)
        {
          bold = block->runs[run].bold;
          italic = block->runs[run].italic;
          limit = MIN (limit, block->runs[run].end);
        }
      else if (run < block->n_runs)
        {
          limit = block->runs[run].start;
        }

      if (self->text[i] == '\n')
        end = i + 1;
      else if (blank > 0)
        end = i + (guint) blank;
      else
        end = find_word_end (self, i, limit);
      add_atom (self, i, end, bold, italic, blank > 0);
      i = end;
    }
}

guint
dt_setter_find_slash (const DtSetter *self,
                      guint index,
                      gint64 room)
{
  const DtAtom *atom = &g_array_index (self->atoms, DtAtom, index);
  const char *text = self->text + atom->start;
  const DtWord *word = atom->word;
  guint found = 0;

  if (memchr (text, '/', atom->end - atom->start) == NULL)
    return 0;
  for (guint i = 1; i < word->n_glyphs; i++)
    {
      guint cluster = word->glyphs[i].cluster;

      if (text[cluster - 1] != '/' || !g_unichar_isalpha (g_utf8_get_char (text + cluster)))
        continue;
      if (dt_setter_measure (self, word, i + 1) > room)
        break;
      found = cluster;
    }
  return found;
}

guint
dt_setter_find_protected (const DtSetter *self,
                          guint index,
                          gint64 room)
{
  const DtAtom *atom = &g_array_index (self->atoms, DtAtom, index);
  const DtWord *word = atom->word;
  guint length = atom->end - atom->start;
  guint found = 0;
  guint glyph = 0;

  if (memchr (self->breaks + atom->start, DT_BREAK_PROTECTED, length) == NULL)
    return 0;
  for (guint i = 1; i < length; i++)
    {
      if (self->breaks[atom->start + i] != DT_BREAK_PROTECTED)
        continue;
      while (glyph < word->n_glyphs && word->glyphs[glyph].cluster < i)
        glyph++;
      if (dt_setter_measure (self, word, glyph) > room)
        break;
      found = i;
    }
  return found;
}

/* A slash is a place to end only where Writer finds no blank to go back to. Letters are kept with their marks. */
guint
dt_setter_find_head (const DtSetter *self,
                     guint index,
                     gint64 room,
                     gboolean force)
{
  const DtAtom *atom = &g_array_index (self->atoms, DtAtom, index);
  const DtWord *word = atom->word;
  guint slash = dt_setter_find_slash (self, index, room);
  guint hyphen = dt_setter_find_protected (self, index, room);
  guint best = 0;

  if (hyphen > slash)
    return hyphen;
  if (slash > 0 && self->first_blank >= atom->start)
    return slash;
  for (guint i = 1; i < word->n_glyphs; i++)
    {
      guint cluster = word->glyphs[i].cluster;

      if (cluster == word->glyphs[i - 1].cluster || cluster >= atom->end - atom->start ||
          g_unichar_ismark (g_utf8_get_char (self->text + atom->start + cluster)))
        continue;
      if (dt_setter_measure (self, word, i) > room && !(force && best == 0))
        break;
      best = cluster;
    }
  return best;
}

void
dt_setter_split (DtSetter *self,
                 guint index,
                 guint length,
                 DtAtom *head)
{
  DtAtom *rest = &g_array_index (self->atoms, DtAtom, index);

  *head = *rest;
  head->end = rest->start + length;
  head->word = dt_shaper_get_word (self->shaper, rest->bold, rest->italic, self->text + head->start, length);
  head->px = dt_setter_measure (self, head->word, head->word->n_glyphs);
  rest->start = head->end;
  rest->before = DT_BREAK_ALLOWED;
  rest->word = dt_shaper_get_word (self->shaper, rest->bold, rest->italic, self->text + rest->start, rest->end - rest->start);
  rest->px = dt_setter_measure (self, rest->word, rest->word->n_glyphs);
}
