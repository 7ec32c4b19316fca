/* test-import-cite.c - citations of imported texts
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test.h"

#include "base/dt-diagnostic.h"
#include "compose/dt-composition.h"
#include "import/dt-import-cite.h"

#include <string.h>

static const DtDocumentFields documents[] = {
  { .number = "30/2020/NĐ-CP", .type = "Nghị định", .issuer = "Chính phủ", .date = { 2020, 3, 5 }, .subject = "về công tác văn thư" },
  { .number = "76/NQ-CP", .type = "Nghị quyết", .issuer = "Chính phủ", .date = { 2021, 7, 15 }, .subject = "ban hành Chương trình tổng thể" },
  { .number = "76/NQ-CP", .type = "Nghị quyết", .issuer = "Chính phủ", .date = { 2018, 6, 18 }, .subject = "về công tác phòng, chống thiên tai" },
  { .number = "72/2025/QH15", .type = "Luật", .issuer = "Quốc hội", .date = { 2025, 6, 16 }, .subject = "Tổ chức chính quyền địa phương" },
  { .number = "20/KH-UBND", .type = "Kế hoạch", .issuer = "Ủy ban nhân dân xã A", .date = { 2025, 7, 31 }, .subject = "cải cách hành chính" },
};

/* A text and what it becomes; the same where nothing may change. */
static const struct
{
  gboolean basis;
  const char *text;
  const char *cited;
} cases[] = {
  { TRUE, "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư", "[[30/2020/NĐ-CP]]" },
  { FALSE, "Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư, Ủy ban nhân dân xã.", "Theo [[30/2020/NĐ-CP]], Ủy ban nhân dân xã." },
  { FALSE, "Theo Nghị định số 30/2020/NĐ-CP  ngày 05/3/2020 của Chính phủ về công tác văn thư; nay.", "Theo [[30/2020/NĐ-CP]]; nay." },
  { FALSE, "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể", "[[76/NQ-CP@2021-07-15]]" },
  { FALSE, "Thực hiện Nghị định số 30/2020/NĐ-CP.", "Thực hiện [[30/2020/NĐ-CP|short]]." },
  { TRUE, "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", "[[72/2025/QH15]]" },
  { FALSE, "Theo điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP.", "Theo [[30/2020/NĐ-CP#điểm a khoản 2 Điều 5|short]]." },
  { FALSE, "Kế hoạch số 20/KH-UBND ngày 31/7/2025 của Ủy ban nhân dân xã A về cải cách hành chính; Kế hoạch số 20/KH-UBND.",
    "[[20/KH-UBND]]; [[20/KH-UBND]]." },
  /* Every commune has such a number. */
  { FALSE, "Kế hoạch số 20/KH-UBND.", NULL },
  { FALSE, "Kế hoạch số 20/KH-UBND ngày 31/7/2025 của Ủy ban nhân dân xã B về cải cách hành chính.", NULL },
  { TRUE, "Luật Tổ chức chính quyền địa phương ngày 16/6/2025", NULL },
  { FALSE, "Theo khoản 2, Điều 5 Nghị định số 30/2020/NĐ-CP.", NULL },
  { FALSE, "Nghị định số 30/2020/NĐ-CP và 31/2020/NĐ-CP", NULL },
  /* Another form of the date, another subject, another date, a mistake: the text stays. */
  { TRUE, "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư", NULL },
  { FALSE, "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về việc khác", NULL },
  { FALSE, "Nghị định số 30/2020/NĐ-CP ngày 06/3/2020 của Chính phủ về công tác văn thư", NULL },
  { FALSE, "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư, lưu trữ", NULL },
  { FALSE, "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư và lưu trữ", NULL },
  { FALSE, "Nghị định 30/2020/NĐ-CP", NULL },
  { FALSE, "Nghị quyết số 76/NQ-CP", NULL },
  { FALSE, "Quyết định số 12/QĐ-UBND", NULL },
  { FALSE, "không viện dẫn gì", NULL },
};

static DtCatalog *
make_catalog (void)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_document_unref);

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    g_ptr_array_add (list, dt_document_new (&documents[i], NULL));

  return dt_catalog_new ((DtDocument *const *) list->pdata, list->len);
}

static DtPlan *
make_plan (const char *basis,
           const char *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) empty = dt_plan_new_empty ("ke-hoach");
  g_autoptr (DtNode) section = dt_node_new (DT_NODE_SECTION);
  g_autoptr (DtNode) line = dt_node_new_text (DT_NODE_BASIS, basis);
  g_autoptr (DtPlan) with_section = dt_plan_insert (empty, "sections", 0, section, &error);
  g_autoptr (DtPlan) with_body = NULL;
  DtPlan *plan;

  dt_assert_no_error (error);
  with_body = dt_plan_set_text (with_section, "s1/body", body, &error);
  dt_assert_no_error (error);
  plan = dt_plan_insert (with_body, "bases", 0, line, &error);
  dt_assert_no_error (error);

  return plan;
}

START_TEST (what_prints_back_becomes_a_mark)
{
  g_autoptr (DtCatalog) catalog = make_catalog ();
  g_autoptr (DtPlan) plan = make_plan (cases[_i].basis ? cases[_i].text : "Lời", cases[_i].basis ? "Lời" : cases[_i].text);
  g_autoptr (DtPlan) cited = dt_import_cite (plan, catalog, NULL);
  const DtNode *node = dt_plan_find (cited, cases[_i].basis ? "b1" : "s1/body");

  ck_assert_str_eq (dt_node_get_text (node), cases[_i].cited != NULL ? cases[_i].cited : cases[_i].text);
}
END_TEST

START_TEST (what_is_worded_differently_is_reported)
{
  g_autoptr (DtCatalog) catalog = make_catalog ();
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtPlan) plan = make_plan ("Lời", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về việc khác");
  g_autoptr (DtPlan) cited = dt_import_cite (plan, catalog, diagnostics);

  ck_assert_uint_eq (diagnostics->len, 1);
  ck_assert_str_eq (dt_diagnostic_get_code (g_ptr_array_index (diagnostics, 0)), "citation-kept-as-text");
  ck_assert_str_eq (dt_diagnostic_get_node (g_ptr_array_index (diagnostics, 0)), "s1/body");
  ck_assert (dt_plan_equal (plan, cited));
}
END_TEST

START_TEST (what_the_catalogue_does_not_have_is_reported_once)
{
  static const char *const bodies[] = { "Quyết định số 12/QĐ-UBND; Quyết định số 12/QĐ-UBND", "Luật Tổ chức chính quyền địa phương năm 2024",
                                        "Nghị quyết số 76/NQ-CP", "Kế hoạch số 20/KH-UBND" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (DtCatalog) catalog = make_catalog ();
      g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
      g_autoptr (DtPlan) plan = make_plan ("Lời", bodies[i]);
      g_autoptr (DtPlan) cited = dt_import_cite (plan, catalog, diagnostics);

      ck_assert_msg (diagnostics->len == 1, "%s: %u", bodies[i], diagnostics->len);
      ck_assert_str_eq (dt_diagnostic_get_code (g_ptr_array_index (diagnostics, 0)), "citation-kept-as-text");
      ck_assert (dt_plan_equal (plan, cited));
    }
}
END_TEST

static char *
print (const DtComposer *composer,
       DtPlan *plan)
{
  g_autoptr (DtComposition) composition = dt_compose (composer, plan, NULL);
  GString *text = g_string_new (NULL);
  guint n_blocks;
  DtBlock *const *blocks = dt_composition_get_blocks (composition, &n_blocks);

  for (guint i = 0; i < n_blocks; i++)
    g_string_append_printf (text, "%s\n", blocks[i]->text != NULL ? blocks[i]->text : "");

  return g_string_free (text, FALSE);
}

START_TEST (the_printed_text_stays_what_it_was)
{
  static const char body[] = "Theo Nghị định số 30/2020/NĐ-CP và Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;\n"
                             "lại Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư; rồi Nghị định số 30/2020/NĐ-CP;\n"
                             "theo khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP.";
  g_autoptr (DtCatalog) catalog = make_catalog ();
  g_autoptr (DtSheet) sheet = dt_sheet_load_default (NULL);
  g_autoptr (DtKinds) kinds = dt_kinds_load_default (NULL);
  DtComposer composer = { .sheet = sheet, .kinds = kinds, .catalog = catalog };
  g_autoptr (DtPlan) plan = make_plan ("Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", body);
  g_autoptr (DtPlan) cited = dt_import_cite (plan, catalog, NULL);
  g_autofree char *before = print (&composer, plan);
  g_autofree char *after = print (&composer, cited);
  const char *text = dt_node_get_text (dt_plan_find (cited, "s1/body"));

  ck_assert_str_eq (after, before);
  ck_assert_str_eq (text, "Theo [[30/2020/NĐ-CP|short]] và [[30/2020/NĐ-CP]];\nlại [[30/2020/NĐ-CP|full]]; rồi [[30/2020/NĐ-CP]];\n"
                          "theo [[30/2020/NĐ-CP#khoản 2 Điều 5]].");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("import-cite");
  TCase *cite = tcase_create ("cite");

  tcase_add_loop_test (cite, what_prints_back_becomes_a_mark, 0, G_N_ELEMENTS (cases));
  tcase_add_test (cite, what_is_worded_differently_is_reported);
  tcase_add_test (cite, what_the_catalogue_does_not_have_is_reported_once);
  tcase_add_test (cite, the_printed_text_stays_what_it_was);
  suite_add_tcase (suite, cite);

  return dt_test_main (suite);
}
