/* test-page-view.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test-pages.h"

#include "preview/dui-page-bar.h"
#include "preview/dui-page-canvas.h"
#include "preview/dui-page-map.h"
#include "preview/dui-page-picture.h"
#include "preview/dui-page-sheet.h"
#include "preview/dui-page-view.h"

#include <string.h>

#define N_POINTS 400

typedef struct
{
  DuiDocument *document;
  DuiPaginator *paginator;
  GtkWidget *window;
  DuiPageView *view;
  DuiPageCanvas *canvas;
} Stage;

static gpointer
find_widget (GtkWidget *widget,
             GType type)
{
  gpointer found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static gboolean
is_shown (gpointer data)
{
  Stage *stage = data;
  GtkWidget *sheet = gtk_widget_get_first_child (GTK_WIDGET (stage->canvas));

  return dui_test_is_idle (stage->paginator) && sheet != NULL && gtk_widget_get_width (GTK_WIDGET (stage->canvas)) > 0 &&
         dui_page_canvas_get_pages (stage->canvas) == dui_paginator_get_pages (stage->paginator);
}

static void
frame_cb (GdkFrameClock *clock,
          guint *n)
{
  ++*n;
}

static gboolean
is_over_one (gpointer n)
{
  return *(guint *) n > 1;
}

/* Until two frames were painted: the next one holds all that was asked for by now. */
static void
wait_for_frames (Stage *stage)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (stage->window);
  guint n = 0;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (frame_cb), &n);

  gdk_frame_clock_begin_updating (clock);
  ck_assert (dui_test_wait (is_over_one, &n, 20));
  gdk_frame_clock_end_updating (clock);
  g_signal_handler_disconnect (clock, id);
}

static void
set_stage (Stage *stage,
           DtPlan *plan,
           int width,
           int height)
{
  dui_test_wait_for_catalog ();
  stage->document = dui_document_new (dui_test_get_engine (), plan, NULL);
  stage->paginator = dui_paginator_new (dui_test_get_engine (), stage->document);
  stage->view = DUI_PAGE_VIEW (dui_page_view_new ());
  stage->canvas = find_widget (GTK_WIDGET (stage->view), DUI_TYPE_PAGE_CANVAS);
  dui_page_view_set_paginator (stage->view, stage->paginator);
  stage->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (stage->window), width, height);
  gtk_window_set_child (GTK_WINDOW (stage->window), GTK_WIDGET (stage->view));
  gtk_window_present (GTK_WINDOW (stage->window));
  ck_assert (dui_test_wait (is_shown, stage, 60));
  wait_for_frames (stage);
}

static void
clear_stage (Stage *stage)
{
  g_object_ref (stage->view);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  dui_assert_finalizes (stage->view);
  dui_assert_finalizes (stage->paginator);
  g_clear_object (&stage->document);
}

START_TEST (an_empty_view_comes_and_goes)
{
  GtkWidget *view = g_object_ref_sink (dui_page_view_new ());

  ck_assert_uint_eq (dui_page_view_get_n_pages (DUI_PAGE_VIEW (view)), 0);
  ck_assert_uint_eq (dui_page_view_get_page (DUI_PAGE_VIEW (view)), 0);
  dui_page_view_set_page (DUI_PAGE_VIEW (view), 3);
  dui_page_view_show_place (DUI_PAGE_VIEW (view), "head/subject", 0);
  dui_page_view_zoom_in (DUI_PAGE_VIEW (view));
  dui_assert_finalizes (view);
}
END_TEST

START_TEST (pages_are_counted_and_turned)
{
  g_autoptr (DtPlan) plan = dui_test_load_sample (dui_test_samples[_i]);
  g_autoptr (DtPages) pages = NULL;
  Stage stage;
  guint n;

  set_stage (&stage, plan, 700, 900);
  pages = dui_test_lay_out (plan);
  n = dt_pages_get_n_pages (pages);
  ck_assert_uint_eq (dui_page_view_get_n_pages (stage.view), n);
  ck_assert_uint_eq (dui_page_view_get_page (stage.view), 1);

  for (guint page = n; page > 0; page--)
    {
      dui_page_view_set_page (stage.view, page);
      wait_for_frames (&stage);
      /* The last one may not reach the top. */
      ck_assert_uint_ge (dui_page_view_get_page (stage.view) + (page == n ? 1 : 0), page);
      ck_assert_uint_le (dui_page_view_get_page (stage.view), page);
    }
  clear_stage (&stage);
}
END_TEST

static void
count_cb (GObject *object,
          GParamSpec *pspec,
          guint *n)
{
  ++*n;
}

START_TEST (zoom_is_told_once_and_bounded)
{
  g_autoptr (DtPlan) plan = dui_test_load_sample (dui_test_samples[0]);
  Stage stage;
  guint n = 0;
  double fitting;

  set_stage (&stage, plan, 700, 900);
  fitting = dui_page_view_get_zoom (stage.view);
  ck_assert (dui_page_view_get_fit_width (stage.view));
  ck_assert (fitting > 0.8 && fitting < 0.9);

  g_signal_connect (stage.view, "notify::zoom", G_CALLBACK (count_cb), &n);
  dui_page_view_set_zoom (stage.view, 1.5);
  ck_assert_uint_eq (n, 1);
  ck_assert (!dui_page_view_get_fit_width (stage.view));
  dui_page_view_set_zoom (stage.view, 1.5);
  ck_assert_uint_eq (n, 1);
  dui_page_view_set_zoom (stage.view, 100);
  ck_assert_double_eq (dui_page_view_get_zoom (stage.view), 5.0);
  wait_for_frames (&stage);
  dui_page_view_zoom_in (stage.view);
  ck_assert_double_eq (dui_page_view_get_zoom (stage.view), 5.0);
  dui_page_view_zoom_out (stage.view);
  ck_assert_double_eq (dui_page_view_get_zoom (stage.view), 4.0);
  dui_page_view_set_fit_width (stage.view, TRUE);
  wait_for_frames (&stage);
  ck_assert_double_eq_tol (dui_page_view_get_zoom (stage.view), fitting, 0.001);
  clear_stage (&stage);
}
END_TEST

START_TEST (zooming_keeps_the_page_that_is_read)
{
  g_autofree char *reference = NULL;
  g_autoptr (DtPlan) plan = dui_test_make_long_plan (300, &reference);
  Stage stage;

  set_stage (&stage, plan, 700, 900);
  dui_page_view_set_page (stage.view, 9);
  wait_for_frames (&stage);
  for (double zoom = 0.5; zoom < 3; zoom *= 1.3)
    {
      dui_page_view_set_zoom (stage.view, zoom);
      wait_for_frames (&stage);
      ck_assert_uint_eq (dui_page_view_get_page (stage.view), 9);
    }
  clear_stage (&stage);
}
END_TEST

/* Whether that page, counted from 0, lies in the view. */
static gboolean
has_sheet (Stage *stage,
           guint index)
{
  GtkWidget *canvas = GTK_WIDGET (stage->canvas);

  for (GtkWidget *child = gtk_widget_get_first_child (canvas); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (gtk_widget_get_child_visible (child) && dui_page_sheet_get_index (DUI_PAGE_SHEET (child)) == index &&
          gtk_widget_compute_bounds (child, canvas, &bounds))
        return bounds.size.height > 0 && bounds.origin.y < gtk_widget_get_height (canvas) &&
               bounds.origin.y + bounds.size.height > 0;
    }
  return FALSE;
}

/* The window that holds the view is given out anew, the box around the view is not: what its scroll bars ask for
 * then must not be lost, or the pages stay blank from there on. */
START_TEST (pages_stay_when_something_changes_beside_them)
{
  g_autofree char *reference = NULL;
  g_autoptr (DtPlan) plan = dui_test_make_long_plan (40, &reference);
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = gtk_label_new (NULL);
  Stage stage;

  set_stage (&stage, plan, 700, 900);
  g_object_ref (stage.view);
  gtk_window_set_child (GTK_WINDOW (stage.window), outer);
  gtk_box_append (GTK_BOX (outer), inner);
  gtk_box_append (GTK_BOX (outer), label);
  gtk_box_append (GTK_BOX (inner), GTK_WIDGET (stage.view));
  g_object_unref (stage.view);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);

  for (guint i = 1; i <= 8; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      guint page = i % 2 == 0 ? 1 : 4;

      gtk_label_set_text (GTK_LABEL (label), text);
      dui_page_view_set_zoom (stage.view, 0.8 + 0.1 * i);
      wait_for_frames (&stage);
      dui_page_view_set_page (stage.view, page);
      wait_for_frames (&stage);
      ck_assert_uint_eq (dui_page_view_get_page (stage.view), page);
      ck_assert (has_sheet (&stage, page - 1));
    }
  clear_stage (&stage);
}
END_TEST

/* --- From a click to the text and back --- */

static gboolean
contains_block (const DtPages *pages,
                guint page,
                const DtBlock *block,
                DtLength x,
                DtLength y)
{
  g_autoptr (GArray) lines = dui_page_map_list_lines (pages, page, block);

  for (guint i = 0; i < lines->len; i++)
    {
      const DtRect *line = &g_array_index (lines, DtRect, i);
      DtLength reach = DT_MM (5);

      if (x >= line->x - reach && x <= line->x + line->width + reach && y >= line->y - reach &&
          y <= line->y + line->height + reach)
        return TRUE;
    }
  return FALSE;
}

START_TEST (a_point_leads_to_the_text_and_back)
{
  g_autoptr (DtPlan) plan = dui_test_load_sample (dui_test_samples[_i]);
  g_autoptr (DtPages) pages = dui_test_lay_out (plan);
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  guint n_found = 0;

  for (guint i = 0; i < N_POINTS; i++)
    {
      guint page = (guint) g_rand_int_range (random, 0, (gint32) dt_pages_get_n_pages (pages));
      const DtPage *paper = dt_pages_get_page (pages, page);
      DtLength x = g_rand_int_range (random, 0, dt_page_get_width (paper));
      DtLength y = g_rand_int_range (random, 0, dt_page_get_height (paper));
      g_autofree char *node = NULL;
      const char *text;
      DuiSpot spot;
      guint offset, line_page;
      DtRect line;

      if (!dui_page_map_locate (pages, page, x, y, &node, &offset))
        continue;
      n_found++;

      ck_assert_ptr_nonnull (dt_plan_find (plan, node));
      text = dt_node_get_text (dt_plan_find (plan, node));
      ck_assert_uint_le (offset, text != NULL ? strlen (text) : 0);
      ck_assert (text == NULL || g_utf8_validate (text + offset, -1, NULL));

      ck_assert_msg (dui_page_map_find (pages, node, offset, &spot), "%s is on no page", node);
      ck_assert_str_eq (spot.block->node, node);
      ck_assert (dui_page_map_find_line (pages, &spot, &line_page, &line));
      /* Computed text, such as that of a table of tasks, has no place of its own; that of the head may be repeated. */
      if (text != NULL && !g_str_has_prefix (node, "head/"))
        ck_assert_msg (contains_block (pages, page, spot.block, x, y), "%s %u is elsewhere than %d,%d on page %u",
                       node, offset, x, y, page + 1);
    }
  ck_assert_uint_gt (n_found, N_POINTS / 4);
}
END_TEST

START_TEST (letters_are_found_one_by_one)
{
  g_autoptr (DtPlan) sample = dui_test_load_sample (dui_test_samples[0]);
  g_autofree char *reference = dui_test_find_body (dt_plan_get_root (sample));
  const char *text = "Chữ thường rồi **chữ đậm** rồi *chữ nghiêng* và chữ thường, dài hơn một dòng để có dòng thứ hai của đoạn.";
  g_autoptr (DtPlan) plan = dt_plan_set_text (sample, reference, text, NULL);
  g_autoptr (DtPages) pages = dui_test_lay_out (plan);
  guint n_lines = 0;
  DtLength last_y = -1;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      guint offset = (guint) (at - text);
      g_autofree char *node = NULL;
      DuiSpot spot;
      guint page, found;
      DtRect line;

      if (*at == '*')
        continue;
      ck_assert (dui_page_map_find (pages, reference, offset, &spot));
      /* The same letter of the text stands at that place of the paragraph. */
      ck_assert_msg (strncmp (spot.block->text + spot.offset, at, (gsize) (g_utf8_next_char (at) - at)) == 0,
                     "at %u: %s", offset, spot.block->text + spot.offset);
      ck_assert (dui_page_map_find_line (pages, &spot, &page, &line));
      n_lines += line.y != last_y ? 1 : 0;
      last_y = line.y;
      ck_assert (dui_page_map_locate (pages, page, line.x, line.y + line.height / 2, &node, &found));
      ck_assert_str_eq (node, reference);
      ck_assert_uint_le (found, offset);
    }
  ck_assert_uint_ge (n_lines, 2);
}
END_TEST

typedef struct
{
  char *node;
  guint offset;
  guint n;
} Place;

static void
activated_cb (DuiPageView *view,
              const char *node,
              guint offset,
              Place *place)
{
  g_free (place->node);
  place->node = g_strdup (node);
  place->offset = offset;
  place->n++;
}

/* As if the mouse button was pressed and let go there. */
static void
click (Stage *stage,
       double x,
       double y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (stage->canvas));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, "released", 1, x, y);
    }
}

START_TEST (a_click_is_answered_and_the_place_shown)
{
  g_autoptr (DtPlan) plan = dui_test_load_sample (dui_test_samples[_i]);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  Place place = { NULL, 0, 0 };
  Stage stage;

  set_stage (&stage, plan, 700, 500);
  g_signal_connect (stage.view, "place-activated", G_CALLBACK (activated_cb), &place);

  for (guint i = 0; i < 25; i++)
    {
      guint page, n_pages = dui_page_view_get_n_pages (stage.view);
      DtPages *pages = dui_page_canvas_get_pages (stage.canvas);
      DuiSpot spot;
      DtRect line;
      double x, y;

      dui_page_view_set_page (stage.view, 1 + (guint) g_rand_int_range (random, 0, (gint32) n_pages));
      wait_for_frames (&stage);
      place.n = 0;
      for (guint k = 0; k < 50 && place.n == 0; k++)
        click (&stage, g_rand_int_range (random, 0, 700), g_rand_int_range (random, 0, 500));
      if (place.n == 0)
        continue;

      /* From the other end of the document the place comes into view. */
      dui_page_view_set_page (stage.view, i % 2 == 0 ? 1 : n_pages);
      wait_for_frames (&stage);
      dui_page_view_show_place (stage.view, place.node, place.offset);
      wait_for_frames (&stage);
      ck_assert (dui_page_map_find (pages, place.node, place.offset, &spot));
      ck_assert (dui_page_map_find_line (pages, &spot, &page, &line));
      dui_page_canvas_get_point (stage.canvas, page, line.x, line.y, &x, &y);
      ck_assert_msg (y >= 0 && y < gtk_widget_get_height (GTK_WIDGET (stage.canvas)), "%s is at %f", place.node, y);
    }
  ck_assert_ptr_nonnull (place.node);
  g_free (place.node);
  clear_stage (&stage);
}
END_TEST

START_TEST (the_place_is_followed_until_somebody_scrolls)
{
  g_autofree char *reference = NULL;
  g_autoptr (DtPlan) plan = dui_test_make_long_plan (10, &reference);
  g_autoptr (GString) text = g_string_new (dt_node_get_text (dt_plan_find (plan, reference)));
  Stage stage;
  GtkAdjustment *adjustment;
  double value;

  set_stage (&stage, plan, 700, 500);
  adjustment = gtk_scrolled_window_get_vadjustment (find_widget (GTK_WIDGET (stage.view), GTK_TYPE_SCROLLED_WINDOW));
  for (guint i = 0; i < 60; i++)
    {
      g_string_append (text, "\nMột dòng nữa.");
      ck_assert (dui_document_set_text (stage.document, reference, text->str, NULL, NULL));
      dui_page_view_show_place (stage.view, reference, (guint) text->len);
    }
  ck_assert (dui_test_wait (is_shown, &stage, 20));
  wait_for_frames (&stage);
  ck_assert_uint_ge (dui_page_view_get_page (stage.view), 2);

  gtk_adjustment_set_value (adjustment, 0);
  wait_for_frames (&stage);
  g_string_append (text, "\nMột dòng nữa.");
  ck_assert (dui_document_set_text (stage.document, reference, text->str, NULL, NULL));
  ck_assert (dui_test_wait (is_shown, &stage, 20));
  wait_for_frames (&stage);
  value = gtk_adjustment_get_value (adjustment);
  ck_assert_double_eq (value, 0);
  clear_stage (&stage);
}
END_TEST

/* In a small window the pages stand behind the form: they come back at the place that was written meanwhile. */
START_TEST (pages_come_back_at_the_place)
{
  g_autofree char *reference = NULL;
  g_autoptr (DtPlan) plan = dui_test_make_long_plan (300, &reference);
  guint offset = (guint) strlen (dt_node_get_text (dt_plan_find (plan, reference))) / 2;
  DuiSpot spot = { 0 };
  DtRect line;
  guint page = 0;
  Stage stage;

  set_stage (&stage, plan, 300, 500);
  ck_assert (dui_page_map_find (dui_page_canvas_get_pages (stage.canvas), reference, offset, &spot));
  ck_assert (dui_page_map_find_line (dui_page_canvas_get_pages (stage.canvas), &spot, &page, &line));
  ck_assert_uint_ge (page, 3);
  gtk_widget_set_visible (GTK_WIDGET (stage.view), FALSE);
  dui_page_view_show_place (stage.view, reference, offset);
  wait_for_frames (&stage);
  gtk_window_set_default_size (GTK_WINDOW (stage.window), 1000, 500);
  gtk_widget_set_visible (GTK_WIDGET (stage.view), TRUE);
  wait_for_frames (&stage);
  wait_for_frames (&stage);
  ck_assert_msg (has_sheet (&stage, page), "page %u of %u at %d, not %u", dui_page_view_get_page (stage.view), dui_page_view_get_n_pages (stage.view), gtk_widget_get_width (GTK_WIDGET (stage.view)), page + 1);
  clear_stage (&stage);
}
END_TEST
START_TEST (parts_without_text_lead_to_what_is_below_them)
{
  static const char *const parts[] = { "head", "bases", "recipients", "signature", "sections" };
  g_autoptr (DtPlan) plan = dui_test_load_sample (dui_test_samples[0]);
  g_autoptr (DtPages) pages = dui_test_lay_out (plan);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      DuiSpot spot;

      ck_assert_msg (dui_page_map_find (pages, parts[i], 0, &spot), "%s", parts[i]);
    }
}
END_TEST

/* --- What is drawn, and what is said --- */

static guint
count_sheets (Stage *stage)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stage->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

START_TEST (only_pages_in_view_have_a_sheet)
{
  g_autofree char *reference = NULL;
  g_autoptr (DtPlan) plan = dui_test_make_long_plan (3000, &reference);
  Stage stage;

  set_stage (&stage, plan, 700, 900);
  ck_assert_uint_gt (dui_page_view_get_n_pages (stage.view), 150);
  for (guint page = 1; page < dui_page_view_get_n_pages (stage.view); page += 13)
    {
      dui_page_view_set_page (stage.view, page);
      wait_for_frames (&stage);
      ck_assert_uint_ge (count_sheets (&stage), 2);
      ck_assert_uint_le (count_sheets (&stage), 5);
    }

  /* The plan becomes short while its end is in view. */
  dui_page_view_set_page (stage.view, dui_page_view_get_n_pages (stage.view));
  wait_for_frames (&stage);
  ck_assert (dui_document_set_text (stage.document, reference, "Một dòng.", NULL, NULL));
  ck_assert (dui_test_wait (is_shown, &stage, 20));
  wait_for_frames (&stage);
  ck_assert_uint_lt (dui_page_view_get_n_pages (stage.view), 10);
  ck_assert_uint_le (dui_page_view_get_page (stage.view), dui_page_view_get_n_pages (stage.view));
  clear_stage (&stage);
}
END_TEST

START_TEST (each_page_says_what_it_is)
{
  g_autoptr (DtPlan) plan = dui_test_load_sample (dui_test_samples[0]);
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;
  DtPages *pages;
  GtkAccessible *sheet;
  Stage stage;

  set_stage (&stage, plan, 700, 900);
  pages = dui_page_canvas_get_pages (stage.canvas);
  sheet = find_widget (GTK_WIDGET (stage.canvas), DUI_TYPE_PAGE_SHEET);
  title = dui_page_map_dup_title (pages, 0);
  text = dui_page_map_dup_text (pages, 0);
  label = g_strdup_printf ("Page 1 of %u: %s", dt_pages_get_n_pages (pages), title);
  ck_assert_msg (g_str_has_prefix (title, "KẾ HOẠCH "), "%s", title);
  ck_assert_ptr_nonnull (strstr (text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"));
  ck_assert_ptr_eq (find_widget (GTK_WIDGET (stage.canvas), DUI_TYPE_PAGE_SHEET), sheet);
  gtk_test_accessible_assert_role (sheet, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (sheet, GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  gtk_test_accessible_assert_property (sheet, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
  clear_stage (&stage);
}
END_TEST

static guint32
get_pixel (GdkTexture *texture,
           int x,
           int y)
{
  int width = gdk_texture_get_width (texture);
  g_autofree guint32 *pixels = g_new (guint32, width * gdk_texture_get_height (texture));

  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  return pixels[y * width + x];
}

START_TEST (paper_is_white_and_text_black)
{
  g_autoptr (DtPlan) plan = dui_test_load_sample (dui_test_samples[0]);
  g_autoptr (DtPages) pages = dui_test_lay_out (plan);
  g_autoptr (GdkTexture) whole = dui_page_picture_new (pages, 0, 300);
  g_autoptr (GdkTexture) part = NULL;
  cairo_surface_t *surface;
  GdkRectangle area = { 30, 60, 100, 80 };
  guint n_dark = 0;

  ck_assert_int_eq (gdk_texture_get_width (whole), 300);
  ck_assert_int_eq (gdk_texture_get_height (whole), 424);
  ck_assert_uint_eq (get_pixel (whole, 0, 0), 0xffffffff);
  ck_assert_uint_eq (get_pixel (whole, 299, 423), 0xffffffff);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, area.width, area.height);
  dui_page_picture_paint (pages, 0, 300.0 / dt_page_get_width (dt_pages_get_page (pages, 0)), area.x, area.y, surface);
  part = dui_page_picture_wrap (surface);
  cairo_surface_destroy (surface);
  for (int y = 0; y < area.height; y += 4)
    {
      for (int x = 0; x < area.width; x += 4)
        {
          ck_assert_uint_eq (get_pixel (part, x, y), get_pixel (whole, x + area.x, y + area.y));
          n_dark += (get_pixel (part, x, y) & 0xff) < 0xc0 ? 1 : 0;
        }
    }
  ck_assert_uint_gt (n_dark, 5);
}
END_TEST

START_TEST (the_bar_follows_the_view)
{
  g_autoptr (DtPlan) plan = dui_test_load_sample (dui_test_samples[0]);
  GtkWidget *bar = g_object_ref_sink (dui_page_bar_new ());
  GtkWidget *label = find_widget (bar, GTK_TYPE_LABEL);
  g_autofree char *want = NULL;
  GtkWidget *toggle = find_widget (bar, GTK_TYPE_TOGGLE_BUTTON);
  Stage stage;

  ck_assert_str_eq (gtk_label_get_text (GTK_LABEL (label)), "");
  set_stage (&stage, plan, 700, 900);
  dui_page_bar_set_view (DUI_PAGE_BAR (bar), stage.view);
  want = g_strdup_printf ("Page 1 / %u", dui_page_view_get_n_pages (stage.view));
  ck_assert_str_eq (gtk_label_get_text (GTK_LABEL (label)), want);
  ck_assert (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), FALSE);
  ck_assert (!dui_page_view_get_fit_width (stage.view));
  dui_page_view_set_fit_width (stage.view, TRUE);
  ck_assert (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, "Fit pages to the width");
  dui_assert_finalizes (bar);
  clear_stage (&stage);
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-page-view");
  TCase *tcase = tcase_create ("page-view");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 300);
  tcase_add_test (tcase, an_empty_view_comes_and_goes);
  tcase_add_loop_test (tcase, pages_are_counted_and_turned, 0, G_N_ELEMENTS (dui_test_samples));
  tcase_add_test (tcase, zoom_is_told_once_and_bounded);
  tcase_add_test (tcase, zooming_keeps_the_page_that_is_read);
  tcase_add_test (tcase, pages_stay_when_something_changes_beside_them);
  tcase_add_loop_test (tcase, a_point_leads_to_the_text_and_back, 0, G_N_ELEMENTS (dui_test_samples));
  tcase_add_test (tcase, letters_are_found_one_by_one);
  tcase_add_loop_test (tcase, a_click_is_answered_and_the_place_shown, 0, G_N_ELEMENTS (dui_test_samples));
  tcase_add_test (tcase, the_place_is_followed_until_somebody_scrolls);
  tcase_add_test (tcase, pages_come_back_at_the_place);
  tcase_add_test (tcase, parts_without_text_lead_to_what_is_below_them);
  tcase_add_test (tcase, only_pages_in_view_have_a_sheet);
  tcase_add_test (tcase, each_page_says_what_it_is);
  tcase_add_test (tcase, paper_is_white_and_text_black);
  tcase_add_test (tcase, the_bar_follows_the_view);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
