/* dt-shaper-harfbuzz.c - words shaped by HarfBuzz, each once
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-shaper"

#include "config.h"

#include "layout/dt-shaper.h"

#include <glib/gi18n-lib.h>
#include <hb-ot.h>
#include <hb.h>
#include <string.h>

#include "base/dt-diagnostic.h"
#include "layout/dt-fonts.h"

#define N_STYLES 4 /* regular, bold, italic, bold italic */
#define ARENA_SIZE (64 * 1024)
#define MIN_TABLE 1024

typedef struct
{
  DtFace face;
  hb_font_t *font;
  FcCharSet *chars; /* of a font taken for its characters, else NULL */
  guint style;
} Face;

/* A place in the hash table. The text of the word follows it in the arena. */
typedef struct
{
  guint32 hash;
  guint32 length;
  const char *text;
  const DtWord *word;
} Entry;

typedef struct
{
  DtShaper parent;
  char *family;      /* as asked for */
  char *used_family; /* what stands in for it; NULL: whatever fontconfig gives */
  Face *styles[N_STYLES];
  GPtrArray *faces; /* (element-type Face), by number; owns them */
  hb_buffer_t *buffer;
  gboolean glyph_told;

  Entry *table;
  guint n_table; /* a power of two */
  guint n_words;
  GPtrArray *chunks;
  char *arena;
  gsize arena_left;
} HarfbuzzShaper;

static void
free_face (gpointer data)
{
  Face *self = data;

  hb_font_destroy (self->font);
  g_clear_pointer (&self->chars, FcCharSetDestroy);
  g_clear_pointer ((FcPattern **) &self->face.pattern, FcPatternDestroy);
  g_free (self->face.family);
  g_free (self->face.file);
  g_free (self);
}

/* Takes @pattern. HarfBuzz maps the file, and reads of it what words need. */
static Face *
open_face (FcPattern *pattern,
           guint style)
{
  int index;
  const char *file = dt_fonts_get_file (pattern, &index);
  hb_blob_t *blob = hb_blob_create_from_file_or_fail (file);
  hb_face_t *hb_face;
  hb_font_extents_t extents;
  Face *self;

  if (blob == NULL)
    {
      FcPatternDestroy (pattern);
      return NULL;
    }

  hb_face = hb_face_create (blob, (guint) index & 0xffff);
  hb_blob_destroy (blob);

  self = g_new0 (Face, 1);
  self->style = style;
  self->face.pattern = pattern;
  self->face.family = g_strdup (dt_fonts_get_family (pattern));
  self->face.file = g_strdup (file);
  self->face.file_index = index;
  self->face.units_per_em = hb_face_get_upem (hb_face);
  self->font = hb_font_create (hb_face);
  hb_face_destroy (hb_face);
  hb_font_set_scale (self->font, (int) self->face.units_per_em, (int) self->face.units_per_em);
  if (hb_font_get_h_extents (self->font, &extents))
    {
      self->face.ascent = extents.ascender;
      self->face.descent = -extents.descender;
      self->face.line_gap = extents.line_gap;
    }

  return self;
}

static guint
add_face (HarfbuzzShaper *self,
          Face *face)
{
  g_ptr_array_add (self->faces, face);
  return self->faces->len - 1;
}

/* The number of a style's own face is the style, opened or not. */
static Face *
get_style_face (HarfbuzzShaper *self,
                guint style)
{
  gboolean bold = (style & 1) != 0;
  gboolean italic = (style & 2) != 0;
  FcPattern *pattern = NULL;
  Face *face = NULL;

  if (self->styles[style] != NULL)
    return self->styles[style];

  if (self->used_family != NULL)
    pattern = dt_fonts_find_face (self->used_family, bold, italic);
  if (pattern == NULL)
    pattern = dt_fonts_match (self->family, bold, italic, NULL, 0);
  if (pattern != NULL)
    face = open_face (pattern, style);
  /* The file went away since the first face was opened: better upright than nothing. */
  if (face == NULL)
    return self->styles[0];

  self->styles[style] = face;
  self->faces->pdata[style] = face;
  return face;
}

static gboolean
covers (FcCharSet *chars,
        const char *text,
        gsize length)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      if (!FcCharSetHasChar (chars, g_utf8_get_char (at)))
        return FALSE;
    }
  return TRUE;
}

/* A face that has all of @text, opened before or found now; its number, or -1. */
static int
find_fallback (HarfbuzzShaper *self,
               guint style,
               const char *text,
               gsize length)
{
  FcPattern *pattern;
  FcCharSet *chars = NULL;
  Face *face;

  for (guint i = N_STYLES; i < self->faces->len; i++)
    {
      face = g_ptr_array_index (self->faces, i);
      if (face->style == style && covers (face->chars, text, length))
        return (int) i;
    }

  pattern = dt_fonts_match (self->family, (style & 1) != 0, (style & 2) != 0, text, length);
  if (pattern == NULL)
    return -1;
  if (FcPatternGetCharSet (pattern, FC_CHARSET, 0, &chars) != FcResultMatch ||
      !covers (chars, text, length))
    {
      FcPatternDestroy (pattern);
      return -1;
    }

  chars = FcCharSetCopy (chars);
  face = open_face (pattern, style);
  if (face == NULL)
    {
      FcCharSetDestroy (chars);
      return -1;
    }
  face->chars = chars;
  return (int) add_face (self, face);
}

static void
tell_of_glyph (HarfbuzzShaper *self,
               gunichar c,
               int fallback)
{
  char text[7] = "";

  if (self->glyph_told)
    return;

  self->glyph_told = TRUE;
  text[g_unichar_to_utf8 (c, text)] = '\0';
  if (fallback >= 0)
    {
      const Face *face = g_ptr_array_index (self->faces, fallback);

      dt_diagnostics_add (self->parent.diagnostics, DT_SEVERITY_WARNING, "glyph-substituted", NULL, 0, 0,
                          _ ("the font has no “%s” (U+%04X): it is taken from %s"),
                          text, c, face->face.family);
    }
  else
    {
      dt_diagnostics_add (self->parent.diagnostics, DT_SEVERITY_WARNING, "glyph-substituted", NULL, 0, 0,
                          _ ("no font has “%s” (U+%04X): an empty box is shown"), text, c);
    }
}

/* Shapes into the buffer; the first character that has no glyph, or 0. */
static gunichar
shape (HarfbuzzShaper *self,
       hb_font_t *font,
       const char *text,
       gsize length)
{
  static const hb_feature_t features[] = {
    { HB_TAG ('k', 'e', 'r', 'n'), 0, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END },
  };
  const hb_glyph_info_t *infos;
  guint n_glyphs;

  hb_buffer_clear_contents (self->buffer);
  hb_buffer_set_direction (self->buffer, HB_DIRECTION_LTR);
  hb_buffer_set_language (self->buffer, hb_language_from_string ("vi", 2));
  hb_buffer_set_cluster_level (self->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
  hb_buffer_add_utf8 (self->buffer, text, (int) length, 0, (int) length);
  hb_buffer_guess_segment_properties (self->buffer);
  hb_shape (font, self->buffer, features, G_N_ELEMENTS (features));

  infos = hb_buffer_get_glyph_infos (self->buffer, &n_glyphs);
  for (guint i = 0; i < n_glyphs; i++)
    {
      if (infos[i].codepoint == 0)
        return g_utf8_get_char (text + infos[i].cluster);
    }
  return 0;
}

static gpointer
arena_alloc (HarfbuzzShaper *self,
             gsize size)
{
  char *place;

  size = (size + 7) & ~(gsize) 7;
  if (size > self->arena_left)
    {
      gsize chunk = MAX (size, ARENA_SIZE);

      self->arena = g_malloc (chunk);
      self->arena_left = chunk;
      g_ptr_array_add (self->chunks, self->arena);
    }
  place = self->arena;
  self->arena += size;
  self->arena_left -= size;
  return place;
}

static const DtWord *
make_word (HarfbuzzShaper *self,
           guint style,
           const char *text,
           gsize length)
{
  const Face *face = get_style_face (self, style);
  guint number = self->styles[style] != NULL ? style : 0;
  const hb_glyph_info_t *infos;
  const hb_glyph_position_t *positions;
  gunichar missing;
  guint n_glyphs;
  DtWord *word;

  missing = shape (self, face->font, text, length);
  if (missing != 0)
    {
      int fallback = find_fallback (self, style, text, length);

      if (fallback >= 0)
        {
          number = (guint) fallback;
          face = g_ptr_array_index (self->faces, number);
          shape (self, face->font, text, length);
        }
      tell_of_glyph (self, missing, fallback);
    }

  infos = hb_buffer_get_glyph_infos (self->buffer, &n_glyphs);
  positions = hb_buffer_get_glyph_positions (self->buffer, NULL);
  word = arena_alloc (self, sizeof (DtWord) + n_glyphs * sizeof (DtGlyph));
  word->face = number;
  word->n_glyphs = n_glyphs;
  word->width = 0;
  for (guint i = 0; i < n_glyphs; i++)
    {
      word->glyphs[i].glyph = infos[i].codepoint;
      word->glyphs[i].cluster = infos[i].cluster;
      word->glyphs[i].advance = positions[i].x_advance;
      word->width += positions[i].x_advance;
    }
  return word;
}

static guint32
hash_word (guint style,
           const char *text,
           gsize length)
{
  guint32 hash = 2166136261u ^ style;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;
  return hash ^ (hash >> 15);
}

static void
grow_table (HarfbuzzShaper *self)
{
  guint n_old = self->n_table;
  Entry *old = self->table;

  self->n_table = n_old == 0 ? MIN_TABLE : n_old * 2;
  self->table = g_new0 (Entry, self->n_table);
  for (guint i = 0; i < n_old; i++)
    {
      guint at = old[i].hash & (self->n_table - 1);

      if (old[i].word == NULL)
        continue;
      while (self->table[at].word != NULL)
        at = (at + 1) & (self->n_table - 1);
      self->table[at] = old[i];
    }
  g_free (old);
}

static const DtWord *
harfbuzz_shaper_get_word (DtShaper *shaper,
                          gboolean bold,
                          gboolean italic,
                          const char *text,
                          gsize length)
{
  HarfbuzzShaper *self = (HarfbuzzShaper *) shaper;
  guint style = (bold ? 1 : 0) | (italic ? 2 : 0);
  guint32 hash = hash_word (style, text, length);
  guint32 key = (guint32) length << 2 | style;
  const DtWord *word;
  char *copy;
  guint at;

  for (at = hash & (self->n_table - 1); self->table[at].word != NULL; at = (at + 1) & (self->n_table - 1))
    {
      const Entry *entry = &self->table[at];

      if (entry->hash == hash && entry->length == key && memcmp (entry->text, text, length) == 0)
        return entry->word;
    }

  word = make_word (self, style, text, length);
  copy = arena_alloc (self, length);
  memcpy (copy, text, length);
  self->table[at] = (Entry){ hash, key, copy, word };
  self->n_words++;
  if (self->n_words > self->n_table / 2)
    grow_table (self);
  return word;
}

static const DtFace *
harfbuzz_shaper_get_face (DtShaper *shaper,
                          guint number)
{
  HarfbuzzShaper *self = (HarfbuzzShaper *) shaper;
  const Face *face;

  g_return_val_if_fail (number < self->faces->len, NULL);

  if (number < N_STYLES)
    return &get_style_face (self, number)->face;
  face = g_ptr_array_index (self->faces, number);
  return &face->face;
}

static void
harfbuzz_shaper_free (DtShaper *shaper)
{
  HarfbuzzShaper *self = (HarfbuzzShaper *) shaper;

  g_clear_pointer (&self->buffer, hb_buffer_destroy);
  for (guint i = 0; i < self->faces->len; i++)
    {
      if (g_ptr_array_index (self->faces, i) != NULL)
        free_face (g_ptr_array_index (self->faces, i));
    }
  g_ptr_array_unref (self->faces);
  g_ptr_array_unref (self->chunks);
  g_clear_pointer (&self->parent.diagnostics, g_ptr_array_unref);
  g_free (self->table);
  g_free (self->family);
  g_free (self->used_family);
  g_free (self);
}

static const DtShaperClass harfbuzz_shaper_class = {
  harfbuzz_shaper_get_word,
  harfbuzz_shaper_get_face,
  harfbuzz_shaper_free,
};

/* The family itself, else the first twin that is there, else NULL. */
static char *
choose_family (const char *family,
               const char *const *twins)
{
  if (dt_fonts_have_family (family))
    return g_strdup (family);

  for (guint i = 0; twins != NULL && twins[i] != NULL; i++)
    {
      if (dt_fonts_have_family (twins[i]))
        return g_strdup (twins[i]);
    }
  return NULL;
}

/**
 * dt_shaper_new:
 * @family: the font family wanted
 * @twins: (nullable): families with the same advance widths, best first
 * @diagnostics: (nullable): where to tell of fonts and glyphs that stand in for others
 * @error: return location for an error
 *
 * Makes a shaper over HarfBuzz and the fonts fontconfig knows. Only the regular
 * face is opened now.
 *
 * Returns: (transfer full): a shaper, or %NULL with @error set to
 *   %DT_LAYOUT_ERROR_FONT where there is no font at all
 */
DtShaper *
dt_shaper_new (const char *family,
               const char *const *twins,
               GPtrArray *diagnostics,
               GError **error)
{
  HarfbuzzShaper *self;
  const Face *face;

  g_return_val_if_fail (family != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (HarfbuzzShaper, 1);
  self->parent.klass = &harfbuzz_shaper_class;
  g_atomic_ref_count_init (&self->parent.ref_count);
  self->parent.diagnostics = diagnostics != NULL ? g_ptr_array_ref (diagnostics) : NULL;
  self->family = g_strdup (family);
  self->faces = g_ptr_array_new ();
  g_ptr_array_set_size (self->faces, N_STYLES);
  self->chunks = g_ptr_array_new_with_free_func (g_free);
  self->buffer = hb_buffer_create ();
  grow_table (self);

  self->used_family = choose_family (family, twins);
  face = get_style_face (self, 0);
  if (face == NULL)
    {
      harfbuzz_shaper_free (&self->parent);
      g_set_error (error, DT_LAYOUT_ERROR, DT_LAYOUT_ERROR_FONT,
                   _ ("no usable font was found: install “%s” or a font like it"), family);
      return NULL;
    }
  if (g_ascii_strcasecmp (face->face.family, family) != 0 &&
      (self->used_family == NULL || g_ascii_strcasecmp (self->used_family, family) != 0))
    dt_diagnostics_add (diagnostics, DT_SEVERITY_WARNING, "font-substituted", NULL, 0, 0,
                        _ ("the font “%s” is not installed: “%s” takes its place"),
                        family, face->face.family);

  return &self->parent;
}
