/* test-data-dir.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-data-dir.h"

#include <glib/gstdio.h>
#include <string.h>

#include "dt-test.h"

START_TEST (the_chosen_folder_comes_first)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *dir = g_dir_make_tmp ("dt-data-XXXXXX", &error);
  g_autofree char *file = g_build_filename (dir, "thing.xml", NULL);
  g_autofree char *found = NULL;
  g_auto (GStrv) dirs = NULL;

  dt_assert_no_error (error);
  ck_assert (g_file_set_contents (file, "x", -1, NULL));
  g_setenv (DT_DATA_DIR_VARIABLE, dir, TRUE);

  dirs = dt_data_list_dirs ();
  ck_assert_str_eq (dirs[0], dir);
  found = dt_data_find ("thing.xml", &error);
  dt_assert_no_error (error);
  ck_assert_str_eq (found, file);

  g_unsetenv (DT_DATA_DIR_VARIABLE);
  g_unlink (file);
  g_rmdir (dir);
}
END_TEST

START_TEST (a_program_in_the_build_tree_uses_the_source_tree)
{
  g_auto (GStrv) dirs = NULL;

  g_unsetenv (DT_DATA_DIR_VARIABLE);
  dirs = dt_data_list_dirs ();
  ck_assert_str_eq (dirs[0], SOURCE_DATA_DIR);
}
END_TEST

START_TEST (the_installation_comes_last_and_nothing_twice)
{
  g_auto (GStrv) dirs = NULL;
  guint n;

  g_setenv (DT_DATA_DIR_VARIABLE, PKGDATADIR, TRUE);
  dirs = dt_data_list_dirs ();
  ck_assert_str_eq (dirs[0], PKGDATADIR);
  n = g_strv_length (dirs);
  for (guint i = 0; i < n; i++)
    {
      ck_assert (g_path_is_absolute (dirs[i]));
      for (guint j = i + 1; j < n; j++)
        ck_assert_str_ne (dirs[i], dirs[j]);
    }

  g_strfreev (g_steal_pointer (&dirs));
  g_unsetenv (DT_DATA_DIR_VARIABLE);
  dirs = dt_data_list_dirs ();
  ck_assert (g_strv_contains ((const char *const *) dirs, PKGDATADIR));
}
END_TEST

START_TEST (a_missing_file_is_reported_with_the_places)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = dt_data_find ("no/such/file", &error);

  ck_assert_ptr_null (found);
  dt_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  ck_assert (g_str_has_prefix (error->message, "no/such/file: "));
  ck_assert_ptr_nonnull (strstr (error->message, SOURCE_DATA_DIR));
  ck_assert_ptr_nonnull (strstr (error->message, PKGDATADIR));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("data-dir");
  TCase *basic = tcase_create ("basic");

  tcase_add_test (basic, the_chosen_folder_comes_first);
  tcase_add_test (basic, a_program_in_the_build_tree_uses_the_source_tree);
  tcase_add_test (basic, the_installation_comes_last_and_nothing_twice);
  tcase_add_test (basic, a_missing_file_is_reported_with_the_places);
  suite_add_tcase (suite, basic);

  return dt_test_main (suite);
}
