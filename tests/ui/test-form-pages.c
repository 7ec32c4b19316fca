/* test-form-pages.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test-form.h"

#include "catalog/dt-catalog-validity.h"
#include "editor/dui-bases-page.h"
#include "editor/dui-form-factory.h"
#include "editor/dui-form-list.h"

#include <string.h>

static const struct
{
  const char *sample;
  const char *part;
} parts[] = {
  { "ke-hoach-mau.duthao", "head" },
  { "ke-hoach-mau.duthao", "fields" },
  { "ke-hoach-mau.duthao", "bases" },
  { "ke-hoach-mau.duthao", "s3" },
  { "ke-hoach-mau.duthao", "tasks" },
  { "ke-hoach-mau.duthao", "recipients" },
  { "ke-hoach-mau.duthao", "signature" },
  { "ke-hoach-mau.duthao", "a1" },
  { "quyet-dinh-mau.duthao", "attachment" },
  { "quyet-dinh-mau.duthao", "s1" },
};

static DuiFormPage *
make_page (DuiDocument *document,
           const char *part)
{
  DuiFormPage *page = g_object_ref_sink (dui_form_page_new_for (dui_test_get_engine (), part));

  dui_form_page_set_document (page, document, part);
  return page;
}

static gboolean
has_catalog (gpointer engine)
{
  return dui_engine_get_catalog (engine) != NULL;
}

START_TEST (every_page_is_made_named_emptied_and_gone)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample (parts[_i].sample);
  g_autoptr (DtPlan) plan = dt_plan_ref (dui_document_get_plan (document));
  DuiFormPage *page = make_page (document, parts[_i].part);
  GtkWidget *window = dui_test_show (GTK_WIDGET (page), 720, 700);

  dui_test_check_names (window);
  ck_assert_msg (dt_plan_equal (plan, dui_document_get_plan (document)), "showing %s changed the plan", parts[_i].part);
  ck_assert (!dui_document_can_undo (document));
  dui_form_page_set_document (page, document, parts[_i].part);
  gtk_window_destroy (GTK_WINDOW (window));
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (every_node_has_a_part)
{
  static const char *const places[][2] = {
    { "head/subject", "head" }, { "b3", "bases" }, { "opening", "bases" }, { "s3/body", "s3" }, { "f2", "fields" }, { "r1", "recipients" }, { "signature/signer", "recipients" }, { "a1/body", "a1" }, { "t1", "tasks" }
  };
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *part = dui_form_dup_part (dui_document_get_plan (document), places[i][0]);

      ck_assert_str_eq (part, places[i][1]);
    }
}
END_TEST

START_TEST (what_was_undone_is_found)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  g_autoptr (DtPlan) before = dt_plan_ref (dui_document_get_plan (document));
  g_autofree char *change = NULL;

  dui_document_set_text (document, "s11/body", "Khác", NULL, NULL);
  change = dui_form_find_change (dui_document_get_plan (document), before);
  ck_assert_str_eq (change, "s11/body");
  ck_assert_ptr_null (dui_form_find_change (before, before));
}
END_TEST

START_TEST (bases_are_typed_added_moved_and_removed)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  g_autoptr (DtPlan) before = dt_plan_ref (dui_document_get_plan (document));
  DuiFormPage *page = make_page (document, "bases");
  DuiFormList *list = DUI_FORM_LIST (dui_test_find (GTK_WIDGET (page), DUI_TYPE_FORM_LIST, NULL, NULL));
  GtkWidget *window = dui_test_show (GTK_WIDGET (page), 700, 700);

  ck_assert_uint_eq (dui_form_list_get_n (list), 5);
  dui_test_replace (dui_form_list_get_row (list, 4), "Trưởng Công an xã");
  ck_assert_str_eq (dui_test_get_text (document, "b5"), "Trưởng Công an xã");

  dui_form_list_add (list, 1);
  ck_assert_uint_eq (dui_form_list_get_n (list), 6);
  dui_test_type (dui_form_list_get_row (list, 1), "Quy chế làm việc");
  ck_assert_str_eq (dt_node_get_text (dt_node_get_child (dt_plan_find (dui_document_get_plan (document), "bases"), 1)),
                    "Quy chế làm việc");

  while (dui_document_can_undo (document))
    dui_document_undo (document);
  ck_assert (dt_plan_equal (before, dui_document_get_plan (document)));
  ck_assert_uint_eq (dui_form_list_get_n (list), 5);
  gtk_window_destroy (GTK_WINDOW (window));
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (a_pasted_block_becomes_bases)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  DuiFormPage *page;
  DtNode *bases;

  ck_assert (dui_test_wait (has_catalog, dui_test_get_engine (), 20));
  page = make_page (document, "bases");
  ck_assert_uint_eq (dui_bases_page_paste (DUI_BASES_PAGE (page),
                                           "Căn cứ Quy chế làm việc của Ủy ban nhân dân xã;\n"
                                           "\n"
                                           "Thực hiện Kế hoạch số 9/KH-UBND ngày 02/01/2026 của Ủy ban nhân dân tỉnh,",
                                           0),
                     2);
  bases = dt_plan_find (dui_document_get_plan (document), "bases");
  ck_assert_str_eq (dt_node_get_text (dt_node_get_child (bases, 0)), "Quy chế làm việc của Ủy ban nhân dân xã");
  ck_assert_str_eq (dt_node_get_attribute (dt_node_get_child (bases, 1), DT_ATTR_LEAD), "thuc-hien");
  ck_assert_str_eq (dt_node_get_text (dt_node_get_child (bases, 1)), "Kế hoạch số 9/KH-UBND ngày 02/01/2026 của Ủy ban nhân dân tỉnh");
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (a_basis_that_is_no_longer_in_force_says_so_and_offers_what_is)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  g_autoptr (GError) error = NULL;
  DtCatalog *catalog;
  DuiFormPage *page;
  DuiFormList *list;
  DtDate day = dt_date_make (2026, 12, 1);
  const char *number = NULL;

  ck_assert (dui_test_wait (has_catalog, dui_test_get_engine (), 20));
  catalog = dui_engine_get_catalog (dui_test_get_engine ());
  for (guint i = 0; number == NULL && i < dt_catalog_get_n (catalog); i++)
    {
      const DtDocumentFields *fields = dt_document_get (dt_catalog_get (catalog, i));
      g_autoptr (GPtrArray) same = dt_catalog_find (catalog, fields->number, (DtDate) DT_DATE_INIT, NULL);
      DtJudgement judgement;

      dt_catalog_judge (catalog, dt_catalog_get (catalog, i), day, &judgement);
      if (*fields->number != '\0' && same->len == 1 && judgement.validity == DT_VALIDITY_REPLACED && judgement.successor != NULL)
        number = fields->number;
    }
  ck_assert_ptr_nonnull (number);

  dui_document_set_attribute (document, "head", DT_ATTR_DATE, "2026-12-01", NULL, &error);
  ck_assert (dui_bases_page_add (document, number, NULL, &error));
  page = make_page (document, "bases");
  list = DUI_FORM_LIST (dui_test_find (GTK_WIDGET (page), DUI_TYPE_FORM_LIST, NULL, NULL));
  ck_assert_ptr_nonnull (dui_form_row_get_finding (dui_form_list_get_row (list, 5)));

  g_signal_emit_by_name (g_object_get_data (G_OBJECT (dui_form_list_get_row (list, 5)), "dui-offer"), "clicked");
  ck_assert_ptr_null (strstr (dui_test_get_text (document, dt_node_get_id (dt_node_get_child (dt_plan_find (dui_document_get_plan (document), "bases"), 5))), number));
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (fields_are_kept_as_they_are_printed)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  DuiFormPage *page = make_page (document, "fields");
  GtkWidget *row = dui_test_find (GTK_WIDGET (page), DUI_TYPE_FORM_ROW, dui_test_row_is, "");

  ck_assert_ptr_nonnull (row);
  dui_test_replace (DUI_FORM_ROW (row), "2028");
  ck_assert_str_eq (dui_test_get_text (document, "f1"), "2028");
  dui_test_replace (DUI_FORM_ROW (row), "");
  ck_assert_str_eq (dui_test_get_text (document, "f1"), "");
  while (dui_document_can_undo (document))
    dui_document_undo (document);
  ck_assert_str_eq (dui_test_get_text (document, "f1"), "2027");
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (a_section_is_typed_and_numbered)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  DuiFormPage *page = make_page (document, "s3");

  dui_test_replace (dui_test_find_row (page, "_Title"), "Những yêu cầu");
  ck_assert_str_eq (dui_test_get_text (document, "s3/title"), "Những yêu cầu");
  dui_form_page_set_document (page, document, "s2");
  dui_test_replace (dui_test_find_row (page, "_Title"), "Đích");
  ck_assert_str_eq (dui_test_get_text (document, "s2/title"), "Đích");
  ck_assert_str_eq (dui_test_get_text (document, "s3/title"), "Những yêu cầu");
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (only_lawful_signers_are_offered)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  DuiFormPage *page = make_page (document, "recipients");
  GtkWidget *row = dui_test_find (GTK_WIDGET (page), ADW_TYPE_COMBO_ROW, dui_test_row_is, "_Who");
  guint n = g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (row)));

  ck_assert_uint_ge (n, 2);
  for (guint i = 1; i < n; i++)
    {
      adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
      ck_assert_uint_eq (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), i);
      ck_assert_ptr_nonnull (dui_test_get_text (document, "signature/signer"));
    }
  dui_test_replace (dui_test_find_row (page, "_Name"), "Người khác");
  ck_assert_str_eq (dui_test_get_text (document, "signature/signer"), "Người khác");
  ck_assert_uint_eq (adw_combo_row_get_selected (ADW_COMBO_ROW (row)), 0);
  dui_assert_finalizes (page);
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-form-pages");
  TCase *tcase = tcase_create ("form-pages");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, every_page_is_made_named_emptied_and_gone, 0, G_N_ELEMENTS (parts));
  tcase_add_test (tcase, every_node_has_a_part);
  tcase_add_test (tcase, what_was_undone_is_found);
  tcase_add_test (tcase, bases_are_typed_added_moved_and_removed);
  tcase_add_test (tcase, a_pasted_block_becomes_bases);
  tcase_add_test (tcase, a_basis_that_is_no_longer_in_force_says_so_and_offers_what_is);
  tcase_add_test (tcase, fields_are_kept_as_they_are_printed);
  tcase_add_test (tcase, a_section_is_typed_and_numbered);
  tcase_add_test (tcase, only_lawful_signers_are_offered);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
