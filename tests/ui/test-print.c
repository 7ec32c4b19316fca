/* test-print.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test-pages.h"

#include "dialogs/dui-print.h"

#include <string.h>

/* How often @text stands in a PDF, whose page objects Cairo writes in the open. */
static guint
count (const char *pdf,
       gsize length,
       const char *text)
{
  gsize size = strlen (text);
  guint n = 0;

  for (gsize i = 0; i + size <= length; i++)
    n += memcmp (pdf + i, text, size) == 0 ? 1 : 0;
  return n;
}

START_TEST (all_pages_are_printed_in_their_size)
{
  g_autoptr (DtPlan) plan = dui_test_load_sample (dui_test_samples[_i]);
  g_autoptr (DtPages) pages = dui_test_lay_out (plan);
  g_autofree char *path = g_build_filename (g_get_home_dir (), "print.pdf", NULL);
  g_autofree char *pdf = NULL;
  g_autoptr (GError) error = NULL;
  GtkPrintOperation *operation = dui_print_operation_new (pages, "Kế hoạch");
  gsize length;
  guint n_across = 0;

  gtk_print_operation_set_export_filename (operation, path);
  ck_assert_int_eq (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error),
                    GTK_PRINT_OPERATION_RESULT_APPLY);
  dui_assert_no_error (error);
  dui_test_settle ();

  ck_assert (g_file_get_contents (path, &pdf, &length, NULL));
  ck_assert_uint_eq (count (pdf, length, "/Type /Page "), dt_pages_get_n_pages (pages));
  for (guint i = 0; i < dt_pages_get_n_pages (pages); i++)
    n_across += dt_page_get_width (dt_pages_get_page (pages, i)) > dt_page_get_height (dt_pages_get_page (pages, i)) ? 1 : 0;
  ck_assert_uint_eq (count (pdf, length, "/MediaBox [ 0 0 595"), dt_pages_get_n_pages (pages) - n_across);
  ck_assert_uint_eq (count (pdf, length, "/MediaBox [ 0 0 841"), n_across);
  dui_assert_finalizes (operation);
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-print");
  TCase *tcase = tcase_create ("print");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 120);
  tcase_add_loop_test (tcase, all_pages_are_printed_in_their_size, 0, G_N_ELEMENTS (dui_test_samples));
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
