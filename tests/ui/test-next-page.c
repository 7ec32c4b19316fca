/* test-next-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test-form.h"

#include "start/dui-next-change.h"
#include "start/dui-next-page.h"

static gboolean
is_idle (gpointer page)
{
  return !dui_next_page_is_busy (page);
}

static gboolean
has_catalog (gpointer engine)
{
  return dui_engine_get_catalog (engine) != NULL;
}

static DuiNextPage *
make_page (GtkWidget **window)
{
  DuiNextPage *page = DUI_NEXT_PAGE (dui_next_page_new (dui_test_get_engine ()));
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");

  ck_assert (dui_test_wait (has_catalog, dui_test_get_engine (), 60));
  *window = dui_test_show (GTK_WIDGET (page), 1000, 600);
  dui_next_page_set_plan (page, dui_document_get_plan (document), "ke-hoach-mau.duthao");
  ck_assert (dui_test_wait (is_idle, page, 30));
  return page;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
}

static const struct
{
  const char *from;
  const char *next[2];
} follows[] = {
  { "2026", { "2027", "2028" } },
  { "2026-2030", { "2031-2035", "2036-2040" } },
  { "2026-Q3", { "2026-Q4", "2027-Q1" } },
  { "2026-H1", { "2026-H2", "2027-H1" } },
  { "2026-12", { "2027-01", "2027-02" } },
};

START_TEST (periods_follow_one_another)
{
  DtPeriod from;
  g_autoptr (GArray) periods = NULL;

  ck_assert (dt_period_parse (follows[_i].from, &from));
  periods = dui_next_list_periods (from);
  ck_assert_uint_gt (periods->len, 1);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *code = dt_period_to_code (g_array_index (periods, DtPeriod, i));

      ck_assert_str_eq (code, follows[_i].next[i]);
    }
}
END_TEST

START_TEST (every_change_is_listed)
{
  GtkWidget *window;
  DuiNextPage *page = make_page (&window);
  GListModel *changes = dui_next_page_get_changes (page);

  ck_assert_uint_gt (g_list_model_get_n_items (changes), 3);
  ck_assert_ptr_nonnull (dui_next_page_get_result (page));
  dui_test_check_names (GTK_WIDGET (page));
  close_window (window);
}
END_TEST

START_TEST (a_change_without_its_tick_is_not_made)
{
  GtkWidget *window;
  DuiNextPage *page = make_page (&window);
  GListModel *changes = dui_next_page_get_changes (page);
  guint n_changes = g_list_model_get_n_items (changes);
  g_autoptr (DuiNextChange) change = g_list_model_get_item (changes, n_changes - 1);
  g_autoptr (DtPlan) before = dt_plan_ref (dui_next_page_get_result (page));

  ck_assert (dui_next_change_get_apply (change));
  g_object_set (change, "apply", FALSE, NULL);
  ck_assert (dui_next_page_is_busy (page));
  ck_assert (dui_test_wait (is_idle, page, 30));
  ck_assert (!dt_plan_equal (before, dui_next_page_get_result (page)));
  ck_assert_uint_eq (g_list_model_get_n_items (changes), n_changes);

  g_object_set (change, "apply", TRUE, NULL);
  ck_assert (dui_test_wait (is_idle, page, 30));
  ck_assert (dt_plan_equal (before, dui_next_page_get_result (page)));
  close_window (window);
}
END_TEST

static void
take_plan_cb (DuiNextPage *page,
              DtPlan *plan,
              DtPlan **taken)
{
  *taken = dt_plan_ref (plan);
}

static gboolean
is_create (GtkWidget *button,
           gconstpointer label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0;
}

START_TEST (the_new_plan_is_handed_over)
{
  GtkWidget *window;
  DuiNextPage *page = make_page (&window);
  GtkWidget *button = dui_test_find (GTK_WIDGET (page), GTK_TYPE_BUTTON, is_create, "_Create Plan");
  g_autoptr (DtPlan) plan = NULL;

  g_signal_connect (page, "create", G_CALLBACK (take_plan_cb), &plan);
  ck_assert (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  ck_assert_ptr_nonnull (plan);
  ck_assert_ptr_null (dt_node_get_attribute (dt_plan_find (plan, "head"), DT_ATTR_NUMBER));
  close_window (window);
}
END_TEST

START_TEST (another_period_can_be_typed)
{
  GtkWidget *window;
  DuiNextPage *page = make_page (&window);
  GtkWidget *drop = dui_test_find (GTK_WIDGET (page), GTK_TYPE_DROP_DOWN, NULL, NULL);
  GtkWidget *entry = dui_test_find (GTK_WIDGET (page), GTK_TYPE_ENTRY, NULL, NULL);
  guint last = g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (drop))) - 1;

  ck_assert (!gtk_widget_get_visible (entry));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), last);
  ck_assert (gtk_widget_get_visible (entry));
  ck_assert (dui_test_wait (is_idle, page, 30));
  ck_assert_ptr_null (dui_next_page_get_result (page));
  gtk_editable_set_text (GTK_EDITABLE (entry), "2029");
  ck_assert (dui_test_wait (is_idle, page, 30));
  ck_assert_ptr_nonnull (dui_next_page_get_result (page));
  close_window (window);
}
END_TEST

START_TEST (the_page_goes_without_a_trace_while_it_works)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  GtkWidget *page = dui_next_page_new (dui_test_get_engine ());

  g_object_ref_sink (page);
  dui_next_page_set_plan (DUI_NEXT_PAGE (page), dui_document_get_plan (document), "mau");
  dui_assert_finalizes (page);
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-next-page");
  TCase *tcase = tcase_create ("next");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 90);
  tcase_add_loop_test (tcase, periods_follow_one_another, 0, G_N_ELEMENTS (follows));
  tcase_add_test (tcase, every_change_is_listed);
  tcase_add_test (tcase, a_change_without_its_tick_is_not_made);
  tcase_add_test (tcase, the_new_plan_is_handed_over);
  tcase_add_test (tcase, another_period_can_be_typed);
  tcase_add_test (tcase, the_page_goes_without_a_trace_while_it_works);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
