/* test-cite-pane.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test.h"

#include "citing/dui-cite-pane.h"

#include <string.h>

/* A search has to be done before the next key comes. */
#define MAX_SEARCH_US 50000

static gboolean
has_catalog (gpointer engine)
{
  return dui_engine_get_catalog (engine) != NULL;
}

static DuiCitePane *
open_pane (GtkWidget **window)
{
  DuiEngine *engine = dui_test_get_engine ();
  DuiCitePane *pane;

  ck_assert (dui_test_wait (has_catalog, engine, 20));
  pane = DUI_CITE_PANE (dui_cite_pane_new (engine));
  *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (*window), 420, 640);
  gtk_window_set_child (GTK_WINDOW (*window), GTK_WIDGET (pane));
  gtk_window_present (GTK_WINDOW (*window));
  dui_test_settle ();

  return pane;
}

static void
close_pane (GtkWidget *window,
            DuiCitePane *pane)
{
  g_object_ref (pane);
  gtk_window_destroy (GTK_WINDOW (window));
  dui_test_settle ();
  dui_assert_finalizes (pane);
}

static void
cite_cb (DuiCitePane *pane,
         const char *number,
         gboolean full,
         GString *told)
{
  g_string_append_printf (told, "%s%s;", number, full ? "|full" : "");
}

/* The entry, wherever it is. */
static GtkWidget *
find_entry (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_entry (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

START_TEST (words_without_marks_find_the_document)
{
  GtkWidget *window;
  DuiCitePane *pane = open_pane (&window);
  g_autoptr (GString) told = g_string_new (NULL);
  gint64 start = g_get_monotonic_time ();

  g_signal_connect (pane, "cite", G_CALLBACK (cite_cb), told);
  dui_cite_pane_search (pane, "nghi quyet 76/nq-cp");
  ck_assert_int_lt (g_get_monotonic_time () - start, MAX_SEARCH_US);
  dui_test_settle ();
  ck_assert_uint_gt (dui_cite_pane_get_n_results (pane), 0);
  g_signal_emit_by_name (find_entry (GTK_WIDGET (pane)), "activate");
  ck_assert_str_eq (told->str, "76/NQ-CP;");
  close_pane (window, pane);
}
END_TEST

START_TEST (the_word_being_typed_is_looked_for)
{
  GtkWidget *window;
  DuiCitePane *pane = open_pane (&window);
  GtkEditable *entry = GTK_EDITABLE (find_entry (GTK_WIDGET (pane)));

  dui_cite_pane_search (pane, "");
  dui_test_settle ();
  ck_assert_uint_gt (dui_cite_pane_get_n_results (pane), 1);
  gtk_editable_set_position (entry, -1);
  g_signal_emit_by_name (gtk_editable_get_delegate (entry), "preedit-changed", "khôngcógìnhưthế");
  dui_test_settle ();
  ck_assert_uint_eq (dui_cite_pane_get_n_results (pane), 0);
  close_pane (window, pane);
}
END_TEST

static gboolean
knows_pasted (gpointer engine)
{
  DtCatalog *catalog = dui_engine_get_catalog (engine);

  return catalog != NULL && dt_catalog_resolve (catalog, "9876/QĐ-UBND@2025-02-01") != NULL;
}

static GtkWidget *
find_shown_button (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "pill"))
    return gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_shown_button (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

START_TEST (a_pasted_citation_is_added_to_the_library)
{
  GtkWidget *window;
  DuiCitePane *pane = open_pane (&window);
  GtkWidget *button;

  ck_assert (!knows_pasted (dui_test_get_engine ()));
  dui_cite_pane_search (pane, "Quyết định số 9876/QĐ-UBND ngày 01 tháng 02 năm 2025 của Ủy ban nhân dân thành phố về việc thử nghiệm");
  dui_test_settle ();
  button = find_shown_button (GTK_WIDGET (pane));
  ck_assert_ptr_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  ck_assert (dui_test_wait (knows_pasted, dui_test_get_engine (), 20));
  dui_test_settle ();
  ck_assert_ptr_null (find_shown_button (GTK_WIDGET (pane)));
  close_pane (window, pane);
}
END_TEST

int
main (int argc,
      char **argv)
{
  Suite *suite = suite_create ("cite-pane");
  TCase *basic = tcase_create ("basic");

  dui_test_init (&argc, &argv);
  tcase_add_test (basic, words_without_marks_find_the_document);
  tcase_add_test (basic, the_word_being_typed_is_looked_for);
  tcase_add_test (basic, a_pasted_citation_is_added_to_the_library);
  suite_add_tcase (suite, basic);

  return dui_test_main (suite);
}
