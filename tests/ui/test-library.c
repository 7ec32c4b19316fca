/* test-library.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test.h"

#include "library/dui-library-window.h"

static gboolean
has_catalog (gpointer engine)
{
  return dui_engine_get_catalog (engine) != NULL;
}

static DuiLibraryWindow *
open_library (void)
{
  DuiLibraryWindow *window;

  ck_assert (dui_test_wait (has_catalog, dui_test_get_engine (), 20));
  window = DUI_LIBRARY_WINDOW (dui_library_window_new (NULL, dui_test_get_engine ()));
  gtk_window_present (GTK_WINDOW (window));
  dui_test_settle ();
  return window;
}

static void
close_library (DuiLibraryWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
  ck_assert_ptr_null (weak);
}

START_TEST (all_documents_are_shown_and_words_narrow_them)
{
  DuiLibraryWindow *window = open_library ();
  guint n = dt_catalog_get_n (dui_engine_get_catalog (dui_test_get_engine ()));

  ck_assert_uint_gt (n, 1);
  ck_assert_uint_eq (dui_library_window_get_n_results (window), n);
  dui_library_window_search (window, "nghi quyet 76/nq-cp");
  ck_assert_uint_gt (dui_library_window_get_n_results (window), 0);
  ck_assert_uint_lt (dui_library_window_get_n_results (window), n);
  dui_library_window_search (window, "khôngcógìnhưthế");
  ck_assert_uint_eq (dui_library_window_get_n_results (window), 0);
  close_library (window);
}
END_TEST

static gboolean
knows_pasted (gpointer engine)
{
  DtCatalog *catalog = dui_engine_get_catalog (engine);

  return catalog != NULL && dt_catalog_resolve (catalog, "8765/QĐ-UBND@2025-03-04") != NULL;
}

START_TEST (what_a_pasted_text_cites_is_added_once)
{
  DuiLibraryWindow *window = open_library ();
  const char *text = "Quyết định số 8765/QĐ-UBND ngày 04 tháng 3 năm 2025 của Ủy ban nhân dân thành phố về việc thử nghiệm; "
                     "Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ";
  g_autoptr (GError) error = NULL;
  guint n = 0;

  ck_assert (!knows_pasted (dui_test_get_engine ()));
  dui_library_window_compare (window, text);
  ck_assert (dui_library_window_add (window, &n, &error));
  dui_assert_no_error (error);
  ck_assert_uint_eq (n, 1);
  ck_assert (dui_test_wait (knows_pasted, dui_test_get_engine (), 20));
  dui_test_settle ();

  dui_library_window_compare (window, text);
  ck_assert (dui_library_window_add (window, &n, &error));
  ck_assert_uint_eq (n, 0);
  dui_library_window_search (window, "8765/QĐ-UBND");
  ck_assert_uint_eq (dui_library_window_get_n_results (window), 1);
  close_library (window);
}
END_TEST

int
main (int argc,
      char **argv)
{
  Suite *suite = suite_create ("library");
  TCase *basic = tcase_create ("basic");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (basic, 60);
  tcase_add_test (basic, all_documents_are_shown_and_words_narrow_them);
  tcase_add_test (basic, what_a_pasted_text_cites_is_added_once);
  suite_add_tcase (suite, basic);

  return dui_test_main (suite);
}
