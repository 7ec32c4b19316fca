/* test-form-head.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test-form.h"

#include "editor/dui-form-factory.h"
#include "editor/dui-head-page.h"

#include <string.h>

static DuiFormPage *
make_page (DuiDocument *document)
{
  DuiFormPage *page = g_object_ref_sink (g_object_new (DUI_TYPE_HEAD_PAGE, "engine", dui_test_get_engine (), NULL));

  dui_form_page_set_document (page, document, "head");
  return page;
}

static gboolean
is_label (GtkWidget *widget,
          gconstpointer text)
{
  return strcmp (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;
}

START_TEST (a_subject_with_fields_shows_what_will_stand_on_the_page)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  DuiFormPage *page = g_object_ref_sink (dui_form_page_new_for (dui_test_get_engine (), "head"));

  dui_form_page_set_document (page, document, "head");
  dui_test_replace (dui_test_find_row (page, "S_ubject"), "Tuyên truyền năm {{nam}} của {{thuong-truc}}");
  ck_assert_ptr_nonnull (dui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, is_label,
                                        "On the page: Tuyên truyền năm 2027 của [Đơn vị thường trực]"));
  dui_test_replace (dui_test_find_row (page, "S_ubject"), "Tuyên truyền");
  ck_assert_ptr_nonnull (dui_test_find (GTK_WIDGET (page), GTK_TYPE_LABEL, is_label,
                                        "What the document is about, without the kind and without a full stop."));
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (what_is_typed_is_in_the_plan_and_undone)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  DuiFormPage *page = make_page (document);
  DuiFormRow *row = dui_test_find_row (page, "P_lace");
  g_autofree char *shown = NULL;

  dui_test_replace (row, "Kinh Môn");
  ck_assert_str_eq (dui_test_get_attribute (document, "head", DT_ATTR_PLACE), "Kinh Môn");
  while (dui_document_can_undo (document))
    dui_document_undo (document);
  shown = dui_form_row_dup_text (row);
  ck_assert_str_eq (shown, "Tân Phúc");
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (a_subject_is_typed_in_several_lines_of_one)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  DuiFormPage *page = make_page (document);

  dui_test_replace (dui_test_find_row (page, "S_ubject"), "Phòng cháy");
  ck_assert_str_eq (dui_test_get_text (document, "head/subject"), "Phòng cháy");
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (dates_are_typed_as_people_write_them)
{
  static const struct
  {
    const char *typed;
    const char *kept;
  } dates[] = {
    { "5/3/2026", "2026-03-05" },
    { "05/03/2026", "2026-03-05" },
    { "3/2026", "2026-03" },
    { "2026", "2026" },
    { "", NULL },
  };
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  DuiFormPage *page = make_page (document);
  DuiFormRow *row = dui_test_find_row (page, "_Date");

  dui_test_replace (row, dates[_i].typed);
  if (dates[_i].kept == NULL)
    ck_assert_ptr_null (dui_test_get_attribute (document, "head", DT_ATTR_DATE));
  else
    ck_assert_str_eq (dui_test_get_attribute (document, "head", DT_ATTR_DATE), dates[_i].kept);
  ck_assert_ptr_null (dui_form_row_get_verdict (row));
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (a_refused_value_stays_and_is_explained)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  DuiFormPage *page = make_page (document);
  DuiFormRow *date = dui_test_find_row (page, "_Date");
  DuiFormRow *number = dui_test_find_row (page, "_Number");
  g_autofree char *shown = NULL;
  g_autofree char *typed = NULL;

  dui_test_replace (date, "31/02/2026");
  dui_test_replace (number, "mười");
  ck_assert_ptr_nonnull (dui_form_row_get_verdict (date));
  ck_assert_ptr_nonnull (dui_form_row_get_verdict (number));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (dui_form_row_get_editor (date)), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  /* Another change does not take it away. */
  dui_test_replace (dui_test_find_row (page, "P_lace"), "Kinh Môn");
  shown = dui_form_row_dup_text (date);
  typed = dui_form_row_dup_text (number);
  ck_assert_str_eq (shown, "31/02/2026");
  ck_assert_str_eq (typed, "mười");
  ck_assert_ptr_nonnull (dui_form_row_get_verdict (date));
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (the_symbol_follows_the_kind_unless_it_was_changed)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  DuiFormPage *page = make_page (document);
  GtkWidget *row = dui_test_find (GTK_WIDGET (page), ADW_TYPE_COMBO_ROW, dui_test_row_is, "_Kind");
  const DtKind *kinds;
  guint n_kinds = 0;
  guint report = 0;

  kinds = dt_kinds_get_all (dui_engine_get_kinds (dui_test_get_engine ()), &n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (g_str_equal (kinds[i].id, "bao-cao"))
      report = i;

  adw_combo_row_set_selected (ADW_COMBO_ROW (row), report);
  ck_assert_str_eq (dui_test_get_attribute (document, "plan", DT_ATTR_KIND), "bao-cao");
  ck_assert_str_eq (dui_test_get_attribute (document, "head", DT_ATTR_SYMBOL), "BC-UBND");

  dui_test_replace (dui_test_find_row (page, "S_ymbol"), "BC-VP");
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), 0);
  ck_assert_str_eq (dui_test_get_attribute (document, "head", DT_ATTR_SYMBOL), "BC-VP");
  dui_document_undo (document);
  ck_assert_uint_eq (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), report);
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (what_the_rules_say_stands_beside_the_field)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  DuiFormPage *page = make_page (document);
  DuiFormRow *row = dui_test_find_row (page, "S_ubject");
  g_autoptr (GHashTable) findings = g_hash_table_new (g_str_hash, g_str_equal);

  g_hash_table_insert (findings, (gpointer) "head/subject", (gpointer) "quá dài (Phụ lục I, mục II, khoản 5)");
  dui_form_page_set_findings (page, findings);
  ck_assert_str_eq (dui_form_row_get_finding (row), "quá dài (Phụ lục I, mục II, khoản 5)");
  dui_form_page_set_findings (page, NULL);
  ck_assert_ptr_null (dui_form_row_get_finding (row));
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (every_control_has_a_name)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  DuiFormPage *page = make_page (document);
  GtkWidget *window = dui_test_show (GTK_WIDGET (page), 700, 700);

  dui_test_check_names (window);
  ck_assert (dui_form_page_show_place (page, "head/subject", 4));
  gtk_window_destroy (GTK_WINDOW (window));
  dui_assert_finalizes (page);
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-form-head");
  TCase *tcase = tcase_create ("form-head");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, a_subject_with_fields_shows_what_will_stand_on_the_page);
  tcase_add_test (tcase, what_is_typed_is_in_the_plan_and_undone);
  tcase_add_test (tcase, a_subject_is_typed_in_several_lines_of_one);
  tcase_add_loop_test (tcase, dates_are_typed_as_people_write_them, 0, 5);
  tcase_add_test (tcase, a_refused_value_stays_and_is_explained);
  tcase_add_test (tcase, the_symbol_follows_the_kind_unless_it_was_changed);
  tcase_add_test (tcase, what_the_rules_say_stands_beside_the_field);
  tcase_add_test (tcase, every_control_has_a_name);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
