/* dt-painter-cairo.c - paints on a Cairo context: PDF, print, screen
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-painter-cairo"

#include "config.h"

#include "paint/dt-painter-cairo.h"

#include <cairo-ft.h>

/**
 * DtPainterCairo:
 *
 * Draws the glyphs exactly where layout put them: no hinting, no rounding to
 * pixels, fonts opened from the very files that were measured. Where the
 * target takes text (PDF), each stretch goes out with its characters, so that
 * what is copied from the file is what the plan says, blanks included.
 */

/* A face at a size, ready for the context. */
typedef struct
{
  guint face;
  guint size;
  double scale; /* font units to points */
  cairo_scaled_font_t *font;
} SizedFont;

typedef struct
{
  DtPainter parent;

  cairo_t *cr;
  DtShaper *shaper;
  cairo_matrix_t matrix; /* the fonts were made for it */
  cairo_font_options_t *options;
  GArray *fonts;    /* (element-type SizedFont) */
  GPtrArray *faces; /* (element-type cairo_font_face_t), by face number, NULL until used */
  const SizedFont *current;
  guint color; /* the one the context draws with */
  gboolean takes_text;

  /* Scratch space of one stretch. */
  GArray *glyphs;   /* (element-type cairo_glyph_t) */
  GArray *clusters; /* (element-type cairo_text_cluster_t) */
  GArray *lengths;  /* (element-type guint) */
} DtPainterCairo;

static void
clear_font (gpointer data)
{
  SizedFont *sized = data;

  cairo_scaled_font_destroy (sized->font);
}

static void
destroy_face (gpointer face)
{
  if (face != NULL)
    cairo_font_face_destroy (face);
}

static cairo_font_face_t *
get_face (DtPainterCairo *self,
          guint number)
{
  if (number >= self->faces->len)
    g_ptr_array_set_size (self->faces, number + 1);

  if (self->faces->pdata[number] == NULL)
    self->faces->pdata[number] =
      cairo_ft_font_face_create_for_pattern (dt_shaper_get_face (self->shaper, number)->pattern);

  return self->faces->pdata[number];
}

static const SizedFont *
make_font (DtPainterCairo *self,
           guint face,
           guint size)
{
  SizedFont sized = { .face = face, .size = size };
  cairo_matrix_t em;

  cairo_matrix_init_scale (&em, size / 100.0, size / 100.0);
  sized.scale = size / 100.0 / dt_shaper_get_face (self->shaper, face)->units_per_em;
  sized.font = cairo_scaled_font_create (get_face (self, face), &em, &self->matrix, self->options);
  g_array_append_val (self->fonts, sized);

  return &g_array_index (self->fonts, SizedFont, self->fonts->len - 1);
}

/* Makes the face at that size the one the context draws with. */
static void
select_font (DtPainterCairo *self,
             guint face,
             guint size)
{
  const SizedFont *found = NULL;

  if (self->current != NULL && self->current->face == face && self->current->size == size)
    return;

  for (guint i = 0; i < self->fonts->len && found == NULL; i++)
    {
      const SizedFont *sized = &g_array_index (self->fonts, SizedFont, i);

      if (sized->face == face && sized->size == size)
        found = sized;
    }

  self->current = found != NULL ? found : make_font (self, face, size);
  cairo_set_scaled_font (self->cr, self->current->font);
}

/* Appends the glyphs of a word, and the clusters that tie them to @length bytes of text. */
static void
append_word (DtPainterCairo *self,
             const DtPlacedWord *placed,
             double baseline,
             guint length)
{
  const DtWord *word = placed->word;
  double origin = dt_length_to_pt (placed->x);
  guint first = self->glyphs->len;
  cairo_glyph_t *glyph;
  gint32 advance = 0;

  g_array_set_size (self->glyphs, first + word->n_glyphs);
  glyph = &g_array_index (self->glyphs, cairo_glyph_t, first);

  for (guint i = 0; i < word->n_glyphs; i++)
    {
      glyph[i].index = word->glyphs[i].glyph;
      glyph[i].x = origin + advance * self->current->scale;
      glyph[i].y = baseline;
      advance += word->glyphs[i].advance;
    }

  for (guint i = 0; i < word->n_glyphs;)
    {
      cairo_text_cluster_t cluster = { 0, 0 };
      guint start = i == 0 ? 0 : word->glyphs[i].cluster;
      guint next = i;

      while (next < word->n_glyphs && word->glyphs[next].cluster == word->glyphs[i].cluster)
        next++;

      cluster.num_bytes = (int) ((next < word->n_glyphs ? word->glyphs[next].cluster : length) - start);
      cluster.num_glyphs = (int) (next - i);
      g_array_append_val (self->clusters, cluster);
      i = next;
    }

  /* Characters that show nothing still belong to the text. */
  if (word->n_glyphs == 0 && length > 0)
    {
      cairo_text_cluster_t cluster = { (int) length, 0 };

      g_array_append_val (self->clusters, cluster);
    }
}

static void
show_stretch (DtPainterCairo *self,
              const char *text,
              gsize length)
{
  cairo_glyph_t *glyphs = (cairo_glyph_t *) (gpointer) self->glyphs->data;

  if (text != NULL)
    cairo_show_text_glyphs (self->cr, text, (int) length, glyphs, (int) self->glyphs->len,
                            (cairo_text_cluster_t *) (gpointer) self->clusters->data,
                            (int) self->clusters->len, 0);
  else
    cairo_show_glyphs (self->cr, glyphs, (int) self->glyphs->len);
}

/* One call for every stretch of the item that one face covers, and nearly always that is the item. */
static void
paint_text (DtPainterCairo *self,
            const DtItem *item)
{
  double baseline = dt_length_to_pt (item->baseline);
  const char *text = item->text;
  gboolean with_text;
  guint *lengths;

  g_array_set_size (self->lengths, item->n_words);
  lengths = (guint *) (gpointer) self->lengths->data;
  with_text = self->takes_text && dt_painter_measure_words (item, lengths);

  for (guint i = 0; i < item->n_words;)
    {
      guint face = item->words[i].word->face;
      gsize length = 0;

      g_array_set_size (self->glyphs, 0);
      g_array_set_size (self->clusters, 0);
      select_font (self, face, item->size);

      for (; i < item->n_words && item->words[i].word->face == face; i++)
        {
          append_word (self, &item->words[i], baseline, with_text ? lengths[i] : 0);
          length += with_text ? lengths[i] : 0;
        }

      show_stretch (self, with_text ? text : NULL, length);
      text += length;
    }
}

static void
set_color (DtPainterCairo *self,
           guint color)
{
  if (color == self->color)
    return;

  self->color = color;
  cairo_set_source_rgb (self->cr, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0);
}

static void
dt_painter_cairo_begin_page (DtPainter *painter,
                             DtLength width,
                             DtLength height)
{
  DtPainterCairo *self = (DtPainterCairo *) painter;
  cairo_matrix_t matrix;

  cairo_save (self->cr);
  cairo_set_source_rgb (self->cr, 0, 0, 0);
  self->color = 0;

  cairo_get_matrix (self->cr, &matrix);
  if (matrix.xx != self->matrix.xx || matrix.yx != self->matrix.yx ||
      matrix.xy != self->matrix.xy || matrix.yy != self->matrix.yy)
    {
      g_array_set_size (self->fonts, 0);
      self->matrix = matrix;
    }
  self->current = NULL;
}

static void
dt_painter_cairo_item (DtPainter *painter,
                       const DtItem *item)
{
  DtPainterCairo *self = (DtPainterCairo *) painter;

  set_color (self, item->color);
  switch (item->kind)
    {
    case DT_ITEM_TEXT:
      paint_text (self, item);
      break;

    case DT_ITEM_RULE:
      cairo_rectangle (self->cr,
                       dt_length_to_pt (item->rect.x), dt_length_to_pt (item->rect.y),
                       dt_length_to_pt (item->rect.width), dt_length_to_pt (item->rect.height));
      cairo_fill (self->cr);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
dt_painter_cairo_end_page (DtPainter *painter)
{
  DtPainterCairo *self = (DtPainterCairo *) painter;

  cairo_restore (self->cr);
  self->current = NULL;
}

static const DtPainterClass dt_painter_cairo_class = {
  dt_painter_cairo_begin_page,
  dt_painter_cairo_item,
  dt_painter_cairo_end_page,
};

/**
 * dt_painter_cairo_new:
 * @cr: the context, whose unit is the point
 * @shaper: the shaper of the pages to paint
 *
 * Makes a painter for a Cairo context. Everything it draws is black (Nghị định
 * 30/2020/NĐ-CP, Phụ lục I, mục I, khoản 4), but for what the sheet gives a
 * colour: the stamp of urgency (mục III, khoản 2, điểm b).
 *
 * Returns: (transfer full): a painter, to be freed with dt_painter_cairo_free()
 */
DtPainter *
dt_painter_cairo_new (cairo_t *cr,
                      DtShaper *shaper)
{
  DtPainterCairo *self;

  g_return_val_if_fail (cr != NULL, NULL);
  g_return_val_if_fail (shaper != NULL, NULL);

  self = g_new0 (DtPainterCairo, 1);
  self->parent.klass = &dt_painter_cairo_class;
  self->cr = cairo_reference (cr);
  self->shaper = dt_shaper_ref (shaper);
  cairo_get_matrix (cr, &self->matrix);
  self->takes_text = cairo_surface_has_show_text_glyphs (cairo_get_target (cr));

  self->options = cairo_font_options_create ();
  cairo_font_options_set_antialias (self->options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_subpixel_order (self->options, CAIRO_SUBPIXEL_ORDER_DEFAULT);
  cairo_font_options_set_hint_style (self->options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (self->options, CAIRO_HINT_METRICS_OFF);

  self->fonts = g_array_new (FALSE, FALSE, sizeof (SizedFont));
  g_array_set_clear_func (self->fonts, clear_font);
  self->faces = g_ptr_array_new_with_free_func (destroy_face);
  self->glyphs = g_array_sized_new (FALSE, FALSE, sizeof (cairo_glyph_t), 256);
  self->clusters = g_array_sized_new (FALSE, FALSE, sizeof (cairo_text_cluster_t), 256);
  self->lengths = g_array_sized_new (FALSE, FALSE, sizeof (guint), 64);

  return &self->parent;
}

/**
 * dt_painter_cairo_free:
 * @painter: (transfer full) (nullable): a painter of dt_painter_cairo_new()
 *
 * Frees the painter. What it painted stays.
 */
void
dt_painter_cairo_free (DtPainter *painter)
{
  DtPainterCairo *self = (DtPainterCairo *) painter;

  if (self == NULL)
    return;

  g_array_unref (self->fonts);
  g_ptr_array_unref (self->faces);
  g_array_unref (self->glyphs);
  g_array_unref (self->clusters);
  g_array_unref (self->lengths);
  cairo_font_options_destroy (self->options);
  dt_shaper_unref (self->shaper);
  cairo_destroy (self->cr);
  g_free (self);
}
