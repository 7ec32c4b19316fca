/* test-paint.c - pages painted as text and on an image
 *
 * A case of the trace is a pair in tests/golden/paint: NAME.duthao and
 * NAME.trace. With DT_UPDATE_GOLDEN=1 the second is written anew.
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-pages.h"

#include "paint/dt-painter-cairo.h"
#include "paint/dt-painter-trace.h"

#include <string.h>

#define PIXELS_PER_POINT 2

static const char *const traces[] = {
  "short",
  "stamps",
};

START_TEST (trace_is_as_stored)
{
  g_autofree char *plan = g_strdup_printf ("golden/paint/%s.duthao", traces[_i]);
  g_autofree char *file = g_strdup_printf ("golden/paint/%s.trace", traces[_i]);
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), file, NULL);
  g_autoptr (DtPages) pages = dt_test_lay_out (plan);
  DtPainter *painter = dt_painter_trace_new ();
  g_autofree char *trace = NULL;
  g_autofree char *stored = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < dt_pages_get_n_pages (pages); i++)
    dt_paint_page (painter, dt_pages_get_page (pages, i));
  trace = dt_painter_trace_finish (painter);

  if (g_getenv ("DT_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, trace, -1, &error);
  dt_assert_no_error (error);

  g_file_get_contents (path, &stored, NULL, &error);
  dt_assert_no_error (error);
  dt_test_same_text (trace, stored);
}
END_TEST

static void
check_words_cb (const DtItem *item,
                gpointer user_data)
{
  g_autofree guint *lengths = g_new0 (guint, item->n_words + 1);
  guint *n_items = user_data;
  gsize sum = 0;

  if (item->kind != DT_ITEM_TEXT)
    return;

  ck_assert (dt_painter_measure_words (item, lengths));
  for (guint i = 0; i < item->n_words; i++)
    sum += lengths[i];
  ck_assert_uint_eq (sum, item->length);
  (*n_items)++;
}

START_TEST (words_make_up_the_text_of_every_item)
{
  g_autoptr (DtPages) pages = dt_test_lay_out ("golden/paint/short.duthao");
  guint n_items = 0;

  for (guint i = 0; i < dt_pages_get_n_pages (pages); i++)
    dt_page_foreach (dt_pages_get_page (pages, i), check_words_cb, &n_items);
  ck_assert_uint_gt (n_items, 30);
}
END_TEST

START_TEST (capitals_of_another_length_are_measured)
{
  /* U+0250 takes two bytes, its capital U+2C6F three. */
  char text[] = "a\u0250 b";
  DtBlock block = { .kind = DT_BLOCK_PARAGRAPH, .text = text };
  DtPlacedWord words[] = { { NULL, 0, 0, 3 }, { NULL, 0, 3, 4 }, { NULL, 0, 4, 5 } };
  DtItem item = {
    .kind = DT_ITEM_TEXT,
    .block = &block,
    .text = "A\u2c6f B",
    .length = strlen ("A\u2c6f B"),
    .words = words,
    .n_words = 3,
  };
  guint lengths[3];

  ck_assert (dt_painter_measure_words (&item, lengths));
  ck_assert_uint_eq (lengths[0], 4);
  ck_assert_uint_eq (lengths[1], 1);
  ck_assert_uint_eq (lengths[2], 1);

  item.length = 17;
  ck_assert (!dt_painter_measure_words (&item, lengths));
  item.block = NULL;
  ck_assert (!dt_painter_measure_words (&item, lengths));
}
END_TEST

/* How dark the rectangle is, from 0 to 255 in each pixel. */
static guint64
sum_ink (cairo_surface_t *surface,
         const DtRect *rect)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double scale = PIXELS_PER_POINT * (double) DT_PT_PER_INCH / DT_UM_PER_INCH;
  int left = MAX (0, (int) (rect->x * scale));
  int top = MAX (0, (int) (rect->y * scale));
  int right = MIN (cairo_image_surface_get_width (surface), (int) ((rect->x + rect->width) * scale) + 1);
  int bottom = MIN (cairo_image_surface_get_height (surface), (int) ((rect->y + rect->height) * scale) + 1);
  guint64 sum = 0;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      sum += data[y * stride + x];

  return sum;
}

static void
check_ink_cb (const DtItem *item,
              gpointer surface)
{
  gboolean visible = item->kind == DT_ITEM_RULE;

  for (gsize i = 0; item->kind == DT_ITEM_TEXT && i < item->length; i++)
    visible = visible || item->text[i] != ' ';
  if (visible)
    ck_assert_msg (sum_ink (surface, &item->rect) > 0, "nothing is painted for %s", dt_role_get_name (item->role));
}

START_TEST (ink_stands_where_layout_put_it)
{
  g_autoptr (DtPages) pages = dt_test_lay_out ("golden/paint/short.duthao");
  const DtPage *page = dt_pages_get_page (pages, 0);
  DtRect left = { 0, 0, DT_MM (18), dt_page_get_height (page) };
  DtRect foot = { 0, dt_page_get_height (page) - DT_MM (19), dt_page_get_width (page), DT_MM (19) };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8,
                                                         (int) dt_length_to_pt (dt_page_get_width (page)) * PIXELS_PER_POINT,
                                                         (int) dt_length_to_pt (dt_page_get_height (page)) * PIXELS_PER_POINT);
  cairo_t *cr = cairo_create (surface);
  DtPainter *painter;

  cairo_scale (cr, PIXELS_PER_POINT, PIXELS_PER_POINT);
  painter = dt_painter_cairo_new (cr, dt_pages_get_shaper (pages));
  dt_paint_page (painter, page);
  ck_assert_int_eq (cairo_status (cr), CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);

  dt_page_foreach (page, check_ink_cb, surface);
  ck_assert_uint_eq (sum_ink (surface, &left), 0);
  ck_assert_uint_eq (sum_ink (surface, &foot), 0);

  dt_painter_cairo_free (painter);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}
END_TEST

START_TEST (a_painter_follows_the_scale)
{
  g_autoptr (DtPages) pages = dt_test_lay_out ("golden/paint/short.duthao");
  const DtPage *page = dt_pages_get_page (pages, 0);
  DtRect all = { 0, 0, dt_page_get_width (page), dt_page_get_height (page) };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1200, 1700);
  cairo_t *cr = cairo_create (surface);
  DtPainter *painter = dt_painter_cairo_new (cr, dt_pages_get_shaper (pages));
  guint64 small;

  dt_paint_page (painter, page);
  cairo_surface_flush (surface);
  small = sum_ink (surface, &all);
  ck_assert_uint_gt (small, 0);

  cairo_save (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_scale (cr, 2, 2);
  dt_paint_page (painter, page);
  cairo_surface_flush (surface);
  ck_assert_uint_gt (sum_ink (surface, &all), 3 * small);
  ck_assert_uint_lt (sum_ink (surface, &all), 5 * small);

  dt_painter_cairo_free (painter);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("paint");
  TCase *trace = tcase_create ("trace");
  TCase *image = tcase_create ("image");

  tcase_add_loop_test (trace, trace_is_as_stored, 0, G_N_ELEMENTS (traces));
  tcase_add_test (trace, words_make_up_the_text_of_every_item);
  tcase_add_test (trace, capitals_of_another_length_are_measured);
  suite_add_tcase (suite, trace);

  tcase_add_test (image, ink_stands_where_layout_put_it);
  tcase_add_test (image, a_painter_follows_the_scale);
  suite_add_tcase (suite, image);

  return dt_test_main (suite);
}
