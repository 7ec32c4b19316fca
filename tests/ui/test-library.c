/* test-library.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test.h"

#include "library/dui-library-window.h"

#include <string.h>

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

static DuiFormRow *
get_row (DuiLibraryWindow *window,
         DuiLibraryField field)
{
  return dui_library_form_get_row (dui_library_window_get_form (window), field);
}

static void
type_text (DuiLibraryWindow *window,
           DuiLibraryField field,
           const char *text)
{
  GtkWidget *editor = dui_form_row_get_editor (get_row (window, field));

  if (GTK_IS_TEXT_VIEW (editor))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (editor), text);
}

static GtkTextBuffer *
get_source (DuiLibraryWindow *window)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (dui_library_source_get_view (dui_library_window_get_source (window))));
}

static char *
dup_source (DuiLibraryWindow *window)
{
  char *text = NULL;

  g_object_get (get_source (window), "text", &text, NULL);
  return text;
}

static void
replace_in_source (DuiLibraryWindow *window,
                   const char *old,
                   const char *new)
{
  g_autofree char *text = dup_source (window);
  g_auto (GStrv) parts = g_strsplit (text, old, 2);
  g_autofree char *changed = g_strjoinv (new, parts);

  ck_assert_uint_eq (g_strv_length (parts), 2);
  gtk_text_buffer_set_text (get_source (window), changed, -1);
}

static gboolean
was_checked (gpointer window)
{
  return dui_library_form_is_editable (dui_library_window_get_form (window));
}

static gboolean
is_refused (gpointer window)
{
  return !was_checked (window);
}

START_TEST (form_and_source_are_one_document)
{
  DuiLibraryWindow *window = open_library ();
  DuiLibraryBook *book = dui_library_window_get_book (window);
  g_autofree char *typed = NULL;
  g_autofree char *again = NULL;
  g_autofree char *broken = NULL;

  dui_library_window_search (window, "76/NQ-CP");
  dui_test_settle ();
  type_text (window, DUI_LIBRARY_FIELD_SUBJECT, "gõ trong biểu mẫu");
  typed = dup_source (window);
  ck_assert_ptr_nonnull (strstr (typed, "<subject>gõ trong biểu mẫu</subject>"));

  replace_in_source (window, "gõ trong biểu mẫu", "gõ trong nguồn");
  dui_library_book_get_file (book);
  dui_library_form_refresh (dui_library_window_get_form (window));
  again = dui_form_row_dup_text (get_row (window, DUI_LIBRARY_FIELD_SUBJECT));
  ck_assert_str_eq (again, "gõ trong nguồn");

  replace_in_source (window, "</subject>", "</subjec>");
  ck_assert (dui_test_wait (is_refused, window, 5));
  ck_assert_uint_eq (dui_library_source_get_n_problems (dui_library_window_get_source (window)), 1);
  broken = dui_form_row_dup_text (get_row (window, DUI_LIBRARY_FIELD_SUBJECT));
  ck_assert_str_eq (broken, "gõ trong nguồn");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  while (dui_library_book_can_undo (book))
    dui_library_book_undo (book);
  ck_assert (dui_test_wait (was_checked, window, 5));
  ck_assert_ptr_null (dui_library_book_find (book, "76/NQ-CP@2021-07-15"));
  close_library (window);
}
END_TEST

START_TEST (what_is_refused_stays_and_says_why)
{
  DuiLibraryWindow *window = open_library ();
  DuiLibraryBook *book = dui_library_window_get_book (window);
  g_autofree char *shown = NULL;
  GtkEditable *editor;
  int end = strlen ("15/7/2021");

  dui_library_window_search (window, "76/NQ-CP");
  dui_test_settle ();
  editor = GTK_EDITABLE (dui_form_row_get_editor (get_row (window, DUI_LIBRARY_FIELD_DATE)));
  gtk_editable_insert_text (editor, "x", -1, &end);
  ck_assert_ptr_nonnull (dui_form_row_get_verdict (get_row (window, DUI_LIBRARY_FIELD_DATE)));
  ck_assert (!dui_library_book_can_undo (book));

  /* Another fact is taken meanwhile, and what was refused stays. */
  type_text (window, DUI_LIBRARY_FIELD_SOURCE, "Công báo");
  ck_assert (dui_library_book_can_undo (book));
  shown = dui_form_row_dup_text (get_row (window, DUI_LIBRARY_FIELD_DATE));
  ck_assert_str_eq (shown, "15/7/2021x");
  ck_assert_ptr_nonnull (dui_form_row_get_verdict (get_row (window, DUI_LIBRARY_FIELD_DATE)));

  /* Nor does an entry end before it takes effect. */
  gtk_editable_delete_text (editor, end - 1, end);
  ck_assert_ptr_null (dui_form_row_get_verdict (get_row (window, DUI_LIBRARY_FIELD_DATE)));
  type_text (window, DUI_LIBRARY_FIELD_EXPIRY, "1/1/2000");
  ck_assert_ptr_nonnull (dui_form_row_get_finding (get_row (window, DUI_LIBRARY_FIELD_EXPIRY)));
  while (dui_library_book_can_undo (book))
    dui_library_book_undo (book);
  close_library (window);
}
END_TEST

START_TEST (typing_is_undone_word_by_word)
{
  DuiLibraryWindow *window = open_library ();
  DuiLibraryBook *book = dui_library_window_get_book (window);
  GtkTextBuffer *buffer;
  g_autofree char *shown = NULL;

  dui_library_window_search (window, "30/2020/NĐ-CP");
  dui_test_settle ();
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (dui_form_row_get_editor (get_row (window, DUI_LIBRARY_FIELD_SUBJECT))));
  type_text (window, DUI_LIBRARY_FIELD_SUBJECT, "về");
  dui_library_book_end_group (book);
  for (const char *key = " công tác"; *key != '\0'; key = g_utf8_next_char (key))
    gtk_text_buffer_insert_at_cursor (buffer, key, (int) (g_utf8_next_char (key) - key));
  dui_library_book_undo (book);
  shown = dui_form_row_dup_text (get_row (window, DUI_LIBRARY_FIELD_SUBJECT));
  ck_assert_str_eq (shown, "về công");
  dui_library_book_undo (book);
  g_free (shown);
  shown = dui_form_row_dup_text (get_row (window, DUI_LIBRARY_FIELD_SUBJECT));
  ck_assert_str_eq (shown, "về");
  while (dui_library_book_can_undo (book))
    dui_library_book_undo (book);
  close_library (window);
}
END_TEST

START_TEST (a_new_document_gets_its_number_and_stays_the_one_shown)
{
  DuiLibraryWindow *window = open_library ();
  DuiLibraryForm *form = dui_library_window_get_form (window);
  DuiLibraryBook *book = dui_library_window_get_book (window);

  dui_library_window_search (window, "");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.add", NULL);
  ck_assert_ptr_nonnull (dui_library_form_get_id (form));
  type_text (window, DUI_LIBRARY_FIELD_NUMBER, "4321/QĐ-UBND");
  type_text (window, DUI_LIBRARY_FIELD_DATE, "9/9/2026");
  ck_assert_str_eq (dui_library_form_get_id (form), "4321/QĐ-UBND@2026-09-09");
  ck_assert_ptr_nonnull (dui_library_book_find (book, "4321/QĐ-UBND@2026-09-09"));
  ck_assert_ptr_null (dui_library_book_find (book, "4321/QĐ-UBND"));
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
  tcase_add_test (basic, form_and_source_are_one_document);
  tcase_add_test (basic, what_is_refused_stays_and_says_why);
  tcase_add_test (basic, typing_is_undone_word_by_word);
  tcase_add_test (basic, a_new_document_gets_its_number_and_stays_the_one_shown);
  suite_add_tcase (suite, basic);

  return dui_test_main (suite);
}
