/* test-start.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test-form.h"

#include "base/dt-save.h"
#include "start/dui-page-card.h"
#include "start/dui-recent.h"
#include "start/dui-start-window.h"

#include <string.h>

static DuiStartWindow *
make_window (DuiDrafts *drafts)
{
  g_settings_set_boolean (dui_engine_get_settings (dui_test_get_engine ()), "profile-asked", TRUE);
  return DUI_START_WINDOW (dui_start_window_new (NULL, dui_test_get_engine (), drafts));
}

START_TEST (the_window_goes_without_a_trace)
{
  DuiStartWindow *window = make_window (NULL);
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_present (GTK_WINDOW (window));
  dui_test_settle ();
  ck_assert_str_eq (dui_start_window_get_page (window), "recent");
  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
  ck_assert_ptr_null (weak);
}
END_TEST

static const char *const pages[] = { "gallery", "next", "import", "profile" };

START_TEST (every_page_is_shown_and_left)
{
  DuiStartWindow *window = make_window (NULL);
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_present (GTK_WINDOW (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "start.page", "s", pages[_i]);
  dui_test_settle ();
  ck_assert_str_eq (dui_start_window_get_page (window), pages[_i]);
  dui_test_check_names (GTK_WIDGET (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "start.back", NULL);
  ck_assert_str_eq (dui_start_window_get_page (window), "recent");
  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
  ck_assert_ptr_null (weak);
}
END_TEST

START_TEST (the_first_start_asks_for_the_office)
{
  GSettings *settings = dui_engine_get_settings (dui_test_get_engine ());
  DuiStartWindow *window;

  g_settings_set_boolean (settings, "profile-asked", FALSE);
  window = DUI_START_WINDOW (dui_start_window_new (NULL, dui_test_get_engine (), NULL));
  ck_assert_str_eq (dui_start_window_get_page (window), "profile");
  g_signal_emit_by_name (dui_test_find (GTK_WIDGET (window), g_type_from_name ("DuiProfilePage"), NULL, NULL), "done");
  ck_assert_str_eq (dui_start_window_get_page (window), "recent");
  ck_assert (g_settings_get_boolean (settings, "profile-asked"));
  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
}
END_TEST

static void
take_document_cb (DuiStartWindow *window,
                  DuiDocument *document,
                  const char *place,
                  DuiDocument **taken)
{
  g_set_object (taken, document);
}

static gboolean
has_picture (gpointer card)
{
  GtkWidget *stack = dui_test_find (card, GTK_TYPE_STACK, NULL, NULL);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (stack)), "picture") == 0;
}

START_TEST (a_draft_that_was_never_saved_comes_first_with_its_page)
{
  g_autofree char *folder = g_dir_make_tmp ("duthao-drafts-XXXXXX", NULL);
  g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  g_autoptr (DuiDocument) taken = NULL;
  DuiStartWindow *window;
  GtkWidget *card;

  dui_drafts_add (drafts, document);
  ck_assert (dui_document_set_text (document, "head/subject", "Phòng, chống thiên tai năm 2026", NULL, NULL));
  dui_drafts_flush (drafts);
  dui_drafts_remove (drafts, document, FALSE);

  window = make_window (drafts);
  g_signal_connect (window, "open-document", G_CALLBACK (take_document_cb), &taken);
  gtk_window_present (GTK_WINDOW (window));
  card = dui_test_find (GTK_WIDGET (window), DUI_TYPE_PAGE_CARD, NULL, NULL);
  ck_assert_ptr_nonnull (card);
  ck_assert_str_eq (dui_page_card_get_title (DUI_PAGE_CARD (card)), "Phòng, chống thiên tai năm 2026");
  ck_assert (dui_test_wait (has_picture, card, 60));

  gtk_widget_activate (card);
  ck_assert_ptr_nonnull (taken);
  ck_assert_str_eq (dui_document_get_title (taken), "Phòng, chống thiên tai năm 2026");
  ck_assert (dui_document_is_modified (taken));
  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
}
END_TEST

static DuiDrafts *
make_drafts (const char *folder,
             const char *subject)
{
  DuiDrafts *drafts = dui_drafts_new (dui_test_get_engine (), folder);
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");

  dui_drafts_add (drafts, document);
  ck_assert (dui_document_set_text (document, "head/subject", subject, NULL, NULL));
  dui_drafts_flush (drafts);
  dui_drafts_remove (drafts, document, FALSE);
  return drafts;
}

static gboolean
is_titled (GtkWidget *card,
           gconstpointer title)
{
  return strcmp (dui_page_card_get_title (DUI_PAGE_CARD (card)), title) == 0;
}

static GtkWidget *
find_card (DuiStartWindow *window,
           const char *title)
{
  return dui_test_find (GTK_WIDGET (window), DUI_TYPE_PAGE_CARD, is_titled, title);
}

static gboolean
says (GtkWidget *label,
      gconstpointer text)
{
  return strcmp (gtk_label_get_text (GTK_LABEL (label)), text) == 0;
}

static guint
count_drafts (DuiDrafts *drafts)
{
  g_autoptr (GPtrArray) list = dui_drafts_list (drafts);

  return list->len;
}

static gboolean
never (gpointer unused)
{
  return FALSE;
}

/* Where it has come to rest: until then nobody clicks on it. */
static AdwToast *
find_toast (DuiStartWindow *window)
{
  GtkWidget *widget = dui_test_find (GTK_WIDGET (window), g_type_from_name ("AdwToastWidget"), NULL, NULL);
  AdwToast *toast = NULL;

  dui_test_wait (never, NULL, 0.5);
  ck_assert_ptr_nonnull (widget);
  g_object_get (widget, "toast", &toast, NULL);
  g_object_unref (toast);
  return toast;
}

static gboolean
has_no_toast (gpointer window)
{
  return dui_test_find (window, g_type_from_name ("AdwToastWidget"), NULL, NULL) == NULL;
}

START_TEST (a_draft_goes_only_when_nobody_takes_it_back)
{
  g_autofree char *folder = g_dir_make_tmp ("duthao-drafts-XXXXXX", NULL);
  g_autoptr (DuiDrafts) drafts = make_drafts (folder, "Bỏ đi");
  DuiStartWindow *window = make_window (drafts);
  AdwToast *toast;

  gtk_window_present (GTK_WINDOW (window));
  dui_test_settle ();
  gtk_widget_grab_focus (find_card (window, "Bỏ đi"));
  gtk_widget_activate_action (find_card (window, "Bỏ đi"), "recent.remove", NULL);
  ck_assert_ptr_null (find_card (window, "Bỏ đi"));
  ck_assert_uint_eq (count_drafts (drafts), 1);

  toast = find_toast (window);
  g_signal_emit_by_name (toast, "button-clicked");
  adw_toast_dismiss (toast);
  ck_assert (dui_test_wait (has_no_toast, window, 10));
  ck_assert_ptr_nonnull (find_card (window, "Bỏ đi"));
  ck_assert_uint_eq (count_drafts (drafts), 1);

  gtk_widget_grab_focus (find_card (window, "Bỏ đi"));
  gtk_widget_activate_action (find_card (window, "Bỏ đi"), "recent.remove", NULL);
  adw_toast_dismiss (find_toast (window));
  ck_assert (dui_test_wait (has_no_toast, window, 10));
  ck_assert_uint_eq (count_drafts (drafts), 0);
  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
}
END_TEST

START_TEST (a_draft_outlives_a_window_that_goes_with_its_toast)
{
  g_autofree char *folder = g_dir_make_tmp ("duthao-drafts-XXXXXX", NULL);
  g_autoptr (DuiDrafts) drafts = make_drafts (folder, "Bỏ đi");
  DuiStartWindow *window = make_window (drafts);

  gtk_window_present (GTK_WINDOW (window));
  dui_test_settle ();
  gtk_widget_grab_focus (find_card (window, "Bỏ đi"));
  gtk_widget_activate_action (find_card (window, "Bỏ đi"), "recent.remove", NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
  ck_assert_uint_eq (count_drafts (drafts), 1);
}
END_TEST

START_TEST (a_file_that_is_gone_is_told_and_taken_off_the_list)
{
  g_autofree char *folder = g_dir_make_tmp ("duthao-gone-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "mat.duthao", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  DuiStartWindow *window;
  GtkWidget *badge;

  dui_recent_note (file);
  window = make_window (NULL);
  gtk_window_present (GTK_WINDOW (window));
  dui_test_settle ();
  ck_assert_ptr_nonnull (find_card (window, "mat.duthao"));
  badge = dui_test_find (find_card (window, "mat.duthao"), GTK_TYPE_LABEL, says, "no longer there");
  ck_assert (badge != NULL && gtk_widget_get_visible (badge));

  gtk_widget_grab_focus (find_card (window, "mat.duthao"));
  gtk_widget_activate_action (find_card (window, "mat.duthao"), "recent.remove", NULL);
  ck_assert_ptr_null (find_card (window, "mat.duthao"));
  g_signal_emit_by_name (find_toast (window), "button-clicked");
  ck_assert_ptr_nonnull (find_card (window, "mat.duthao"));
  adw_toast_dismiss (find_toast (window));
  ck_assert (dui_test_wait (has_no_toast, window, 10));
  dui_recent_forget (file);
  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
}
END_TEST

static const struct
{
  int days;
  const char *begin;
} times[] = { { 0, "today, " }, { 1, "yesterday, " } };

START_TEST (times_are_said_as_people_do)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, 22, 15, 0, 0);
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -times[_i].days);
  g_autofree char *text = dui_recent_describe_time (g_date_time_to_unix (then), now);

  ck_assert_msg (g_str_has_prefix (text, times[_i].begin), "%s", text);
  ck_assert (g_str_has_suffix (text, "15:00"));
}
END_TEST

START_TEST (an_older_day_is_a_date)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 11, 22, 15, 0, 0);
  g_autoptr (GDateTime) then = g_date_time_new_local (2026, 5, 3, 8, 15, 0);
  g_autofree char *text = dui_recent_describe_time (g_date_time_to_unix (then), now);

  ck_assert_str_eq (text, "03/5/2026");
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-start");
  TCase *tcase = tcase_create ("start");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 90);
  tcase_add_test (tcase, the_window_goes_without_a_trace);
  tcase_add_loop_test (tcase, every_page_is_shown_and_left, 0, G_N_ELEMENTS (pages));
  tcase_add_test (tcase, the_first_start_asks_for_the_office);
  tcase_add_test (tcase, a_draft_that_was_never_saved_comes_first_with_its_page);
  tcase_add_test (tcase, a_draft_goes_only_when_nobody_takes_it_back);
  tcase_add_test (tcase, a_draft_outlives_a_window_that_goes_with_its_toast);
  tcase_add_test (tcase, a_file_that_is_gone_is_told_and_taken_off_the_list);
  tcase_add_loop_test (tcase, times_are_said_as_people_do, 0, G_N_ELEMENTS (times));
  tcase_add_test (tcase, an_older_day_is_a_date);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
