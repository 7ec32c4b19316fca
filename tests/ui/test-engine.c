/* test-engine.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test.h"

static gboolean
has_catalog (gpointer engine)
{
  return dui_engine_get_catalog (engine) != NULL;
}

START_TEST (the_engine_knows_styles_kinds_and_templates_at_once)
{
  DuiEngine *engine = dui_test_get_engine ();

  ck_assert_ptr_nonnull (dui_engine_get_sheet (engine));
  ck_assert_ptr_nonnull (dt_kinds_find (dui_engine_get_kinds (engine), "ke-hoach"));
  ck_assert_uint_gt (dt_library_get_n (dui_engine_get_library (engine)), 10);
  ck_assert_ptr_nonnull (dui_engine_get_profile (engine));
  ck_assert (!dui_engine_has_own_profile (engine));
}
END_TEST

START_TEST (the_catalogue_comes_by_itself)
{
  ck_assert (dui_test_wait (has_catalog, dui_test_get_engine (), 20));
  ck_assert_uint_gt (dt_catalog_get_n (dui_engine_get_catalog (dui_test_get_engine ())), 0);
}
END_TEST

START_TEST (an_own_profile_is_kept_and_found_again)
{
  g_autoptr (GError) error = NULL;
  DuiEngine *engine = dui_test_get_engine ();
  g_autoptr (DuiEngine) next = NULL;
  g_autofree char *place = g_strdup (dt_profile_get (dui_engine_get_profile (engine))->place);

  ck_assert (dui_engine_set_profile (engine, dui_engine_get_profile (engine), &error));
  dui_assert_no_error (error);

  next = dui_engine_new (&error);
  dui_assert_no_error (error);
  ck_assert (dui_engine_has_own_profile (next));
  ck_assert_str_eq (dt_profile_get (dui_engine_get_profile (next))->place, place);
  ck_assert_uint_eq (dui_engine_get_packs (next)->len, dui_engine_get_packs (engine)->len + 1);
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-engine");
  TCase *tcase = tcase_create ("engine");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, the_engine_knows_styles_kinds_and_templates_at_once);
  tcase_add_test (tcase, the_catalogue_comes_by_itself);
  tcase_add_test (tcase, an_own_profile_is_kept_and_found_again);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
