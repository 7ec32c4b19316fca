/* test-gallery.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test-form.h"

#include "start/dui-page-card.h"
#include "start/dui-template-gallery.h"
#include "template/dt-assemble.h"

static guint
count_shown (DuiTemplateGallery *gallery)
{
  GtkFlowBox *cards = GTK_FLOW_BOX (dui_test_find (GTK_WIDGET (gallery), GTK_TYPE_FLOW_BOX, NULL, NULL));
  guint n = 0;

  for (int i = 0; gtk_flow_box_get_child_at_index (cards, i) != NULL; i++)
    n += gtk_widget_get_child_visible (GTK_WIDGET (gtk_flow_box_get_child_at_index (cards, i)));

  return n;
}

static guint
count_plans (void)
{
  DtLibrary *library = dui_engine_get_library (dui_test_get_engine ());
  guint n = 0;

  for (guint i = 0; i < dt_library_get_n (library); i++)
    n += dt_template_get_kind (dt_library_get (library, i)) == DT_TEMPLATE_PLAN;

  return n;
}

static void
take_plan_cb (DuiTemplateGallery *gallery,
              DtPlan *plan,
              DtPlan **taken)
{
  *taken = dt_plan_ref (plan);
}

static gboolean
has_picture (gpointer card)
{
  GtkWidget *stack = dui_test_find (card, GTK_TYPE_STACK, NULL, NULL);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "picture") == 0;
}

START_TEST (every_template_has_a_card_and_then_a_picture)
{
  g_autoptr (DuiPictures) pictures = dui_pictures_new (dui_test_get_engine ());
  DuiTemplateGallery *gallery = DUI_TEMPLATE_GALLERY (dui_template_gallery_new (dui_test_get_engine (), pictures));
  GtkWidget *window = dui_test_show (GTK_WIDGET (gallery), 900, 600);

  ck_assert_uint_gt (count_plans (), 5);
  ck_assert_uint_eq (count_shown (gallery), count_plans ());
  dui_test_check_names (GTK_WIDGET (gallery));
  ck_assert (dui_test_wait (has_picture, dui_test_find (GTK_WIDGET (gallery), DUI_TYPE_PAGE_CARD, NULL, NULL), 60));
  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
}
END_TEST

static const struct
{
  const char *typed;
  const char *title; /* of the first one found; NULL for none */
} searches[] = {
  { "chuyen doi so", "Kế hoạch chuyển đổi số" },
  { "Chuyển đổi số", "Kế hoạch chuyển đổi số" },
  { "so doi chuyen", "Kế hoạch chuyển đổi số" },
  { "thien tai", "Kế hoạch phòng, chống thiên tai" },
  { "khongcogi", NULL },
};

START_TEST (a_search_needs_no_accents)
{
  g_autoptr (DuiPictures) pictures = dui_pictures_new (dui_test_get_engine ());
  DuiTemplateGallery *gallery = DUI_TEMPLATE_GALLERY (dui_template_gallery_new (dui_test_get_engine (), pictures));
  GtkWidget *window = dui_test_show (GTK_WIDGET (gallery), 900, 600);
  GtkWidget *entry = dui_test_find (GTK_WIDGET (gallery), GTK_TYPE_SEARCH_ENTRY, NULL, NULL);
  gboolean found = FALSE;
  GtkFlowBox *cards = GTK_FLOW_BOX (dui_test_find (GTK_WIDGET (gallery), GTK_TYPE_FLOW_BOX, NULL, NULL));

  gtk_editable_set_text (GTK_EDITABLE (entry), searches[_i].typed);
  dui_test_settle ();
  ck_assert_uint_lt (count_shown (gallery), count_plans ());
  for (int i = 0; gtk_flow_box_get_child_at_index (cards, i) != NULL && !found; i++)
    {
      GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (cards, i);

      found = gtk_widget_get_child_visible (GTK_WIDGET (child)) &&
              g_strcmp0 (dui_page_card_get_title (DUI_PAGE_CARD (child)), searches[_i].title) == 0;
    }
  ck_assert_int_eq (found, searches[_i].title != NULL);
  ck_assert_int_eq (count_shown (gallery) > 0, searches[_i].title != NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
}
END_TEST

START_TEST (a_chosen_template_is_a_plan_with_its_blanks)
{
  g_autoptr (DuiPictures) pictures = dui_pictures_new (dui_test_get_engine ());
  DuiTemplateGallery *gallery = DUI_TEMPLATE_GALLERY (dui_template_gallery_new (dui_test_get_engine (), pictures));
  GtkWidget *window = dui_test_show (GTK_WIDGET (gallery), 900, 600);
  g_autoptr (DtPlan) plan = NULL;
  g_autoptr (GPtrArray) missing = NULL;

  g_signal_connect (gallery, "create", G_CALLBACK (take_plan_cb), &plan);
  gtk_widget_activate (dui_test_find (GTK_WIDGET (gallery), DUI_TYPE_PAGE_CARD, NULL, NULL));
  ck_assert_ptr_nonnull (plan);
  missing = dt_plan_list_missing (plan, NULL);
  ck_assert_uint_gt (missing->len, 0);
  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
}
END_TEST

START_TEST (the_gallery_goes_without_a_trace)
{
  DuiPictures *pictures = dui_pictures_new (dui_test_get_engine ());
  GtkWidget *gallery = dui_template_gallery_new (dui_test_get_engine (), pictures);

  g_object_ref_sink (gallery);
  dui_assert_finalizes (gallery);
  dui_assert_finalizes (pictures);
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-gallery");
  TCase *tcase = tcase_create ("gallery");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 90);
  tcase_add_test (tcase, every_template_has_a_card_and_then_a_picture);
  tcase_add_loop_test (tcase, a_search_needs_no_accents, 0, G_N_ELEMENTS (searches));
  tcase_add_test (tcase, a_chosen_template_is_a_plan_with_its_blanks);
  tcase_add_test (tcase, the_gallery_goes_without_a_trace);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
