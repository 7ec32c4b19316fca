/* test-versions.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/dui-versions.h"
#include "window/dui-versions-pane.h"

#include "dui-test.h"

static DuiDocument *
make_document (void)
{
  g_autoptr (DtPlan) plan = dt_plan_new_empty ("ke-hoach");

  return dui_document_new (dui_test_get_engine (), plan, NULL);
}

static void
set_subject (DuiDocument *document,
             const char *text)
{
  ck_assert (dui_document_set_text (document, "head/subject", text, NULL, NULL));
  dui_document_end_group (document);
}

static const char *
get_subject (DuiDocument *document)
{
  return dt_node_get_text (dt_plan_find (dui_document_get_plan (document), "head/subject"));
}

START_TEST (versions_are_kept_listed_and_taken_back)
{
  g_autoptr (DuiDocument) document = make_document ();
  g_autoptr (GPtrArray) versions = NULL;
  const DuiVersion *round;

  set_subject (document, "Một");
  ck_assert (dui_versions_keep (document, DUI_VERSION_ROUND, NULL));
  set_subject (document, "Hai");
  ck_assert (dui_versions_keep (document, DUI_VERSION_SAVE, NULL));
  ck_assert (dui_versions_keep (document, DUI_VERSION_SAVE, NULL));

  versions = dui_versions_list (document);
  ck_assert_uint_eq (versions->len, 2);
  round = g_ptr_array_index (versions, 1);
  ck_assert_int_eq (round->kind, DUI_VERSION_ROUND);
  ck_assert (dui_versions_restore (document, round, NULL));
  ck_assert_str_eq (get_subject (document), "Một");
  dui_document_undo (document);
  ck_assert_str_eq (get_subject (document), "Hai");
}
END_TEST

START_TEST (old_saves_are_cleaned_away_and_rounds_never)
{
  g_autoptr (DuiDocument) document = make_document ();
  g_autoptr (GPtrArray) versions = NULL;
  GSettings *settings = dui_engine_get_settings (dui_test_get_engine ());

  g_settings_set_uint (settings, "kept-versions", 5);
  set_subject (document, "Trình");
  ck_assert (dui_versions_keep (document, DUI_VERSION_ROUND, NULL));
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *text = g_strdup_printf ("Lần %u", i);

      set_subject (document, text);
      ck_assert (dui_versions_keep (document, DUI_VERSION_SAVE, NULL));
    }
  versions = dui_versions_list (document);
  ck_assert_uint_eq (versions->len, 6);
  ck_assert_int_eq (((const DuiVersion *) g_ptr_array_index (versions, 5))->kind, DUI_VERSION_ROUND);
  g_settings_reset (settings, "kept-versions");
}
END_TEST

START_TEST (plans_are_compared_text_by_text)
{
  g_autoptr (DuiDocument) document = make_document ();
  g_autoptr (DtPlan) old = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  const DuiVersionChange *change;

  set_subject (document, "Phòng chống thiên tai");
  dui_document_set_text (document, "closing", "Hết.", NULL, NULL);
  old = dt_plan_ref (dui_document_get_plan (document));
  set_subject (document, "Phòng, chống thiên tai");
  ck_assert (dui_document_remove (document, "closing", NULL, NULL));
  dui_document_set_text (document, "opening", "Mới", NULL, NULL);

  changes = dui_versions_compare (old, dui_document_get_plan (document));
  ck_assert_uint_eq (changes->len, 3);
  change = g_ptr_array_index (changes, 0);
  ck_assert_str_eq (change->reference, "head/subject");
  ck_assert_str_eq (change->old, "Phòng chống thiên tai");
  change = g_ptr_array_index (changes, 1);
  ck_assert_str_eq (change->reference, "opening");
  ck_assert_str_eq (change->old, "");
  change = g_ptr_array_index (changes, 2);
  ck_assert_str_eq (change->reference, "closing");
  ck_assert_str_eq (change->now, "");
}
END_TEST

START_TEST (words_that_differ_are_marked)
{
  g_autofree char *marked = dui_versions_mark ("trước ngày 15 & sau", "trước ngày 20 & sau");

  ck_assert_str_eq (marked, "trước ngày <s>15</s><u>20</u> &amp; sau");
}
END_TEST

START_TEST (the_pane_shows_them_and_goes_without_a_trace)
{
  g_autoptr (DuiDocument) document = make_document ();
  GtkWidget *pane = g_object_ref_sink (dui_versions_pane_new (document));

  ck_assert_uint_eq (dui_versions_pane_get_n (DUI_VERSIONS_PANE (pane)), 0);
  set_subject (document, "Một");
  ck_assert (dui_versions_keep (document, DUI_VERSION_SAVE, NULL));
  dui_versions_pane_refresh (DUI_VERSIONS_PANE (pane));
  ck_assert_uint_eq (dui_versions_pane_get_n (DUI_VERSIONS_PANE (pane)), 1);
  dui_assert_finalizes (pane);
  dui_assert_finalizes (g_steal_pointer (&document));
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-versions");
  TCase *tcase = tcase_create ("versions");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, versions_are_kept_listed_and_taken_back);
  tcase_add_test (tcase, old_saves_are_cleaned_away_and_rounds_never);
  tcase_add_test (tcase, plans_are_compared_text_by_text);
  tcase_add_test (tcase, words_that_differ_are_marked);
  tcase_add_test (tcase, the_pane_shows_them_and_goes_without_a_trace);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
