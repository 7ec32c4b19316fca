/* test-profile-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test-form.h"

#include "start/dui-profile-entry.h"
#include "start/dui-profile-page.h"

#include <string.h>

static DuiProfilePage *
make_page (GtkWidget **window)
{
  DuiProfilePage *page = DUI_PROFILE_PAGE (dui_profile_page_new (dui_test_get_engine (), TRUE));

  *window = dui_test_show (GTK_WIDGET (page), 800, 600);
  return page;
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
}

static gboolean
shows (GtkWidget *widget,
       gconstpointer title)
{
  return strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0;
}

START_TEST (an_unfilled_form_says_what_is_missing_and_saves_nothing)
{
  GtkWidget *window;
  DuiProfilePage *page = make_page (&window);

  ck_assert (!dui_profile_page_save (page));
  ck_assert_ptr_nonnull (dui_form_row_get_verdict (dui_test_find_row (page, "_Name of the place")));
  ck_assert (!dui_engine_has_own_profile (dui_test_get_engine ()));
  dui_test_check_names (GTK_WIDGET (page));
  close_window (window);
}
END_TEST

START_TEST (names_follow_from_level_and_place_and_are_saved)
{
  GtkWidget *window;
  DuiProfilePage *page = make_page (&window);
  AdwComboRow *level = ADW_COMBO_ROW (dui_test_find (GTK_WIDGET (page), ADW_TYPE_COMBO_ROW, shows, "_Level"));
  GtkWidget *leader = dui_test_find (GTK_WIDGET (page), DUI_TYPE_PROFILE_ENTRY, NULL, NULL);
  const DtProfileFields *fields;
  const DtLeader *leaders;
  guint n_leaders;

  adw_combo_row_set_selected (level, DT_LEVEL_PHUONG);
  dui_test_replace (dui_test_find_row (page, "_Name of the place"), "Kinh Môn");
  dui_profile_page_complete (page);
  dui_test_replace (dui_test_find_row (leader, "_Full name"), "Trần Văn An");
  ck_assert (dui_profile_page_save (page));

  ck_assert (dui_engine_has_own_profile (dui_test_get_engine ()));
  fields = dt_profile_get (dui_engine_get_profile (dui_test_get_engine ()));
  ck_assert_int_eq (fields->level, DT_LEVEL_PHUONG);
  ck_assert_str_eq (fields->name, "Ủy ban nhân dân phường Kinh Môn");
  ck_assert_str_eq (fields->short_name, "UBND phường");
  ck_assert_str_eq (fields->agency, "ỦY BAN NHÂN DÂN\nPHƯỜNG KINH MÔN");
  ck_assert_str_eq (fields->hamlet, "tổ dân phố");
  leaders = dt_profile_get_leaders (dui_engine_get_profile (dui_test_get_engine ()), &n_leaders);
  ck_assert_uint_eq (n_leaders, 1);
  ck_assert_str_eq (leaders[0].name, "Trần Văn An");
  ck_assert_int_eq (leaders[0].rank, DT_RANK_HEAD);
  ck_assert_ptr_nonnull (strstr (dt_profile_find_kind (dui_engine_get_profile (dui_test_get_engine ()), "cong-an")->name, "phường"));
  close_window (window);
}
END_TEST

START_TEST (the_form_of_an_own_profile_gives_it_back)
{
  GtkWidget *window;
  DuiProfilePage *page = make_page (&window);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtProfile) profile = dui_profile_page_make_profile (page, &error);
  g_autoptr (GBytes) before = dt_profile_write (dui_engine_get_profile (dui_test_get_engine ()));
  g_autoptr (GBytes) after = NULL;

  dui_assert_no_error (error);
  after = dt_profile_write (profile);
  ck_assert_str_eq (g_bytes_get_data (after, NULL), g_bytes_get_data (before, NULL));
  close_window (window);
}
END_TEST

START_TEST (a_unit_can_be_taken_away)
{
  GtkWidget *window;
  DuiProfilePage *page = make_page (&window);
  g_autoptr (DtProfile) profile = NULL;
  GtkWidget *unit = dui_test_find (GTK_WIDGET (page), DUI_TYPE_PROFILE_ENTRY, shows, "Phòng Kinh tế");

  ck_assert_ptr_nonnull (unit);
  g_signal_emit_by_name (unit, "remove");
  profile = dui_profile_page_make_profile (page, NULL);
  ck_assert_ptr_nonnull (profile);
  ck_assert_ptr_null (dt_profile_find_kind (profile, "kinh-te"));
  ck_assert_ptr_nonnull (dt_profile_find_kind (profile, "van-xa"));
  close_window (window);
}
END_TEST

/* Rows of an entry are made when it is opened; before and after, it says the same. */
START_TEST (an_entry_says_the_same_opened_and_closed)
{
  GtkWidget *window;
  DuiProfilePage *page = make_page (&window);
  GtkWidget *unit = dui_test_find (GTK_WIDGET (page), DUI_TYPE_PROFILE_ENTRY, shows, "Phòng Kinh tế");
  g_autoptr (DtProfile) profile = NULL;

  ck_assert (!dui_profile_page_is_changed (page));
  ck_assert_ptr_null (dui_test_find (unit, DUI_TYPE_FORM_ROW, NULL, NULL));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (unit), TRUE);
  dui_test_settle ();
  ck_assert (!dui_profile_page_is_changed (page));
  dui_test_check_names (GTK_WIDGET (page));

  dui_test_replace (dui_test_find_row (unit, "_Name of the unit"), "Phòng Kinh tế, Hạ tầng");
  ck_assert (dui_profile_page_is_changed (page));
  profile = dui_profile_page_make_profile (page, NULL);
  ck_assert_str_eq (dt_profile_find_kind (profile, "kinh-te")->name, "Phòng Kinh tế, Hạ tầng");
  close_window (window);
}
END_TEST

START_TEST (symbols_say_the_same_opened_and_closed)
{
  GtkWidget *window;
  DuiProfilePage *page = make_page (&window);
  GtkWidget *row = dui_test_find (GTK_WIDGET (page), ADW_TYPE_EXPANDER_ROW, shows, "Symbols");

  ck_assert_ptr_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  dui_test_settle ();
  ck_assert (!dui_profile_page_is_changed (page));
  dui_test_replace (DUI_FORM_ROW (dui_test_find (row, DUI_TYPE_FORM_ROW, NULL, NULL)), "KHOAC-UBND");
  ck_assert (dui_profile_page_is_changed (page));
  close_window (window);
}
END_TEST

START_TEST (the_page_goes_without_a_trace)
{
  GtkWidget *page = dui_profile_page_new (dui_test_get_engine (), FALSE);

  g_object_ref_sink (page);
  dui_assert_finalizes (page);
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-profile-page");
  TCase *tcase = tcase_create ("profile");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, an_unfilled_form_says_what_is_missing_and_saves_nothing);
  tcase_add_test (tcase, names_follow_from_level_and_place_and_are_saved);
  tcase_add_test (tcase, the_form_of_an_own_profile_gives_it_back);
  tcase_add_test (tcase, a_unit_can_be_taken_away);
  tcase_add_test (tcase, an_entry_says_the_same_opened_and_closed);
  tcase_add_test (tcase, symbols_say_the_same_opened_and_closed);
  tcase_add_test (tcase, the_page_goes_without_a_trace);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
