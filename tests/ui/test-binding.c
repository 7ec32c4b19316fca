/* test-binding.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/dui-binding.h"

#include "dui-test.h"

static DuiDocument *
make_document (void)
{
  g_autoptr (DtPlan) plan = dt_plan_new_empty ("ke-hoach");

  return dui_document_new (dui_test_get_engine (), plan, NULL);
}

static const char *
get_text (DuiDocument *document,
          const char *reference)
{
  DtNode *node = dt_plan_find (dui_document_get_plan (document), reference);

  return node != NULL ? dt_node_get_text (node) : "";
}

/* What an input method does while it holds a word. */
static void
hold (GtkWidget *widget,
      const char *word)
{
  while (GTK_IS_EDITABLE (widget) && gtk_editable_get_delegate (GTK_EDITABLE (widget)) != NULL)
    widget = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));
  g_signal_emit_by_name (widget, "preedit-changed", word);
}

static GtkWidget *
make_entry (void)
{
  return g_object_ref_sink (gtk_entry_new ());
}

static GtkWidget *
make_row (void)
{
  return g_object_ref_sink (adw_entry_row_new ());
}

static GtkWidget *(*const makers[]) (void) = { make_entry, make_row };

START_TEST (what_is_typed_is_in_the_document)
{
  g_autoptr (DuiDocument) document = make_document ();
  GtkWidget *entry = makers[_i]();

  dui_binding_new_editable (document, GTK_EDITABLE (entry), "head/subject");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Kế hoạch");
  ck_assert_str_eq (get_text (document, "head/subject"), "Kế hoạch");
  dui_document_undo (document);
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (entry)), "");
  dui_document_redo (document);
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (entry)), "Kế hoạch");
  dui_assert_finalizes (entry);
}
END_TEST

START_TEST (a_word_that_is_held_is_in_the_document)
{
  g_autoptr (DuiDocument) document = make_document ();
  GtkWidget *entry = makers[_i]();

  dui_binding_new_editable (document, GTK_EDITABLE (entry), "head/subject");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Kế ");
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  hold (entry, "hoạch");
  ck_assert_str_eq (get_text (document, "head/subject"), "Kế hoạch");
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (entry)), "Kế ");
  hold (entry, "");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Kế hoạch");
  ck_assert_str_eq (get_text (document, "head/subject"), "Kế hoạch");
  dui_assert_finalizes (entry);
}
END_TEST

START_TEST (nothing_is_written_where_a_word_is_held)
{
  g_autoptr (DuiDocument) document = make_document ();
  GtkWidget *entry = makers[_i]();

  dui_binding_new_editable (document, GTK_EDITABLE (entry), "head/subject");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Kế ");
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  hold (entry, "ho");
  ck_assert (dui_document_set_text (document, "head/subject", "Khác", NULL, NULL));
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (entry)), "Kế ");
  hold (entry, "");
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (entry)), "Khác");
  dui_assert_finalizes (entry);
}
END_TEST

START_TEST (a_view_keeps_its_caret_when_the_document_changes)
{
  g_autoptr (DuiDocument) document = make_document ();
  GtkWidget *view = g_object_ref_sink (gtk_text_view_new ());
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  dui_binding_new_view (document, GTK_TEXT_VIEW (view), "opening");
  gtk_text_buffer_set_text (buffer, "một hai ba", -1);
  ck_assert_str_eq (get_text (document, "opening"), "một hai ba");
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 9);
  gtk_text_buffer_place_cursor (buffer, &start);

  dui_document_set_text (document, "opening", "một HAI ba", NULL, NULL);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  ck_assert_str_eq (text, "một HAI ba");
  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  ck_assert_int_eq (gtk_text_iter_get_offset (&start), 9);
  dui_assert_finalizes (view);
}
END_TEST

START_TEST (what_is_refused_stays_in_the_field_with_a_verdict)
{
  g_autoptr (DuiDocument) document = make_document ();
  GtkWidget *entry = makers[_i]();

  dui_binding_new_attribute (document, GTK_EDITABLE (entry), "head", DT_ATTR_DATE);
  gtk_editable_set_text (GTK_EDITABLE (entry), "mai");
  ck_assert (gtk_widget_has_css_class (entry, "error"));
  ck_assert_ptr_nonnull (gtk_widget_get_tooltip_text (entry));
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (entry)), "mai");
  ck_assert_ptr_null (dt_node_get_attribute (dt_plan_find (dui_document_get_plan (document), "head"), DT_ATTR_DATE));

  /* Another change of the plan does not take it away. */
  dui_document_set_text (document, "head/subject", "A", NULL, NULL);
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (entry)), "mai");

  gtk_editable_set_text (GTK_EDITABLE (entry), "2026-12-01");
  ck_assert (!gtk_widget_has_css_class (entry, "error"));
  dui_assert_finalizes (entry);
}
END_TEST

START_TEST (a_field_is_bound_to_one_node_at_a_time)
{
  g_autoptr (DuiDocument) document = make_document ();
  GtkWidget *entry = makers[_i]();
  DuiBinding *binding = dui_binding_new_editable (document, GTK_EDITABLE (entry), "head/subject");

  gtk_editable_set_text (GTK_EDITABLE (entry), "A");
  dui_binding_set_reference (binding, "head/parent");
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (entry)), "");
  ck_assert_str_eq (get_text (document, "head/subject"), "A");
  gtk_editable_set_text (GTK_EDITABLE (entry), "B");
  ck_assert_str_eq (get_text (document, "head/subject"), "A");
  ck_assert_str_eq (get_text (document, "head/parent"), "B");

  dui_binding_new_editable (document, GTK_EDITABLE (entry), "head/subject");
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (entry)), "A");
  gtk_editable_set_text (GTK_EDITABLE (entry), "C");
  ck_assert_str_eq (get_text (document, "head/parent"), "B");
  dui_assert_finalizes (entry);
  dui_assert_finalizes (g_steal_pointer (&document));
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-binding");
  TCase *tcase = tcase_create ("binding");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, what_is_typed_is_in_the_document, 0, G_N_ELEMENTS (makers));
  tcase_add_loop_test (tcase, a_word_that_is_held_is_in_the_document, 0, G_N_ELEMENTS (makers));
  tcase_add_loop_test (tcase, nothing_is_written_where_a_word_is_held, 0, G_N_ELEMENTS (makers));
  tcase_add_test (tcase, a_view_keeps_its_caret_when_the_document_changes);
  tcase_add_loop_test (tcase, what_is_refused_stays_in_the_field_with_a_verdict, 0, G_N_ELEMENTS (makers));
  tcase_add_loop_test (tcase, a_field_is_bound_to_one_node_at_a_time, 0, G_N_ELEMENTS (makers));
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
