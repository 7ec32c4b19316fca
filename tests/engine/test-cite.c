/* test-cite.c - citation marks and how they print
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test.h"

#include "catalog/dt-cite.h"

static const DtDocumentFields resolution = {
  .number = "76/NQ-CP",
  .type = "Nghị quyết",
  .issuer = "Chính phủ",
  .date = { 2021, 7, 15 },
  .subject = "ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030",
};

static const DtDocumentFields decree = {
  .number = "30/2020/NĐ-CP",
  .type = "Nghị định",
  .issuer = "Chính phủ",
  .date = { 2020, 3, 5 },
  .subject = "Về công tác văn thư",
};

static const DtDocumentFields law = {
  .number = "72/2025/QH15",
  .type = "Luật",
  .issuer = "Quốc hội",
  .date = { 2025, 6, 16 },
  .subject = "Tổ chức chính quyền địa phương",
};

static const DtDocumentFields party = {
  .number = "57-NQ/TW",
  .type = "Nghị quyết",
  .issuer = "Bộ Chính trị",
  .date = { 2024, 12, 22 },
  .subject = "đột phá phát triển khoa học",
};

static const DtDocumentFields sparse = {
  .number = "09/QĐ-UBND",
  .type = "Quyết định",
  .issuer = "",
  .date = { 0, 0, 0 },
  .subject = "",
};

static const struct
{
  const DtDocumentFields *document;
  const char *pinpoint;
  DtCiteStart start;
  gboolean full;
  gboolean basis;
  const char *text;
} printed[] = {
  { &resolution, "", DT_CITE_START_TYPE, TRUE, TRUE, "Nghị quyết số 76/NQ-CP ngày 15 tháng 7 năm 2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021 - 2030" },
  { &resolution, "", DT_CITE_START_TYPE, FALSE, TRUE, "Nghị quyết số 76/NQ-CP" },
  { &resolution, "", DT_CITE_START_SO, FALSE, FALSE, "số 76/NQ-CP" },
  { &resolution, "", DT_CITE_START_NUMBER, FALSE, FALSE, "76/NQ-CP" },
  { &decree, "", DT_CITE_START_TYPE, TRUE, FALSE, "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư" },
  { &decree, "điểm a khoản 2 Điều 5", DT_CITE_START_TYPE, FALSE, FALSE, "điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP" },
  { &law, "", DT_CITE_START_TYPE, TRUE, TRUE, "Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025" },
  { &law, "", DT_CITE_START_TYPE, TRUE, FALSE, "Luật Tổ chức chính quyền địa phương" },
  { &law, "", DT_CITE_START_SO, FALSE, FALSE, "Tổ chức chính quyền địa phương" },
  { &law, "khoản 1 Điều 3", DT_CITE_START_TYPE, FALSE, FALSE, "khoản 1 Điều 3 Luật Tổ chức chính quyền địa phương" },
  { &party, "", DT_CITE_START_TYPE, TRUE, FALSE, "Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học" },
  { &sparse, "", DT_CITE_START_TYPE, TRUE, TRUE, "Quyết định số 09/QĐ-UBND" },
};

static const struct
{
  const char *typed;
  const char *number;
  const char *date;
  DtCiteForm form;
  const char *pinpoint;
} marks[] = {
  { "76/NQ-CP", "76/NQ-CP", "", DT_CITE_AUTO, "" },
  { " 76/NQ-CP @2021-07-15 ", "76/NQ-CP", "2021-07-15", DT_CITE_AUTO, "" },
  { "76/NQ-CP|full", "76/NQ-CP", "", DT_CITE_FULL, "" },
  { "76/NQ-CP@2021|short", "76/NQ-CP", "2021", DT_CITE_SHORT, "" },
  { "118/2025/NĐ-CP#điểm a khoản 2 Điều 5", "118/2025/NĐ-CP", "", DT_CITE_AUTO, "điểm a khoản 2 Điều 5" },
  { "118/2025/NĐ-CP#Điều 5, Khoản 2, Điểm a|full", "118/2025/NĐ-CP", "", DT_CITE_FULL, "điểm a khoản 2 Điều 5" },
  { "X#mục 1 chương II điều 7", "X", "", DT_CITE_AUTO, "Điều 7 Mục 1 Chương II" },
  { "X#tiểu mục 2 mục 1", "X", "", DT_CITE_AUTO, "Tiểu mục 2 Mục 1" },
  { "X#Phụ lục I", "X", "", DT_CITE_AUTO, "Phụ lục I" },
  { "X@hôm qua", "X", "", DT_CITE_AUTO, "" },
  { "", "", "", DT_CITE_AUTO, "" },
  { "@|#", "", "", DT_CITE_AUTO, "" },
};

static const struct
{
  const char *before;
  DtCiteStart start;
} starts[] = {
  { "", DT_CITE_START_TYPE },
  { "Thực hiện ", DT_CITE_START_TYPE },
  { "Thực hiện Nghị quyết ", DT_CITE_START_SO },
  { "nghị quyết ", DT_CITE_START_SO },
  { "Thực hiện Nghị quyết số ", DT_CITE_START_NUMBER },
  { "Thực hiện Nghị quyết số", DT_CITE_START_TYPE },
  { "hỗsố ", DT_CITE_START_TYPE },
  { "Quyết định ", DT_CITE_START_TYPE },
};

START_TEST (citations_print_as_the_decree_asks)
{
  g_autofree char *text = dt_cite_format (printed[_i].document, printed[_i].pinpoint, printed[_i].start, printed[_i].full, printed[_i].basis);

  ck_assert_str_eq (text, printed[_i].text);
}
END_TEST

START_TEST (marks_are_read)
{
  g_autoptr (GPtrArray) list = dt_cite_marks_parse (marks[_i].typed);
  DtCiteMark *mark = g_ptr_array_index (list, 0);
  g_autofree char *date = dt_date_format_iso (mark->date);

  ck_assert_uint_eq (list->len, 1);
  ck_assert_str_eq (mark->number, marks[_i].number);
  ck_assert_str_eq (date, marks[_i].date);
  ck_assert_int_eq (mark->form, marks[_i].form);
  ck_assert_str_eq (mark->pinpoint, marks[_i].pinpoint);
}
END_TEST

START_TEST (several_marks_stand_in_one_pair_of_brackets)
{
  g_autoptr (GPtrArray) list = dt_cite_marks_parse ("892/QĐ-BNV@2024-12-05; 49/QĐ-BNV|short");
  DtCiteMark *second = g_ptr_array_index (list, 1);

  ck_assert_uint_eq (list->len, 2);
  ck_assert_str_eq (second->number, "49/QĐ-BNV");
  ck_assert_int_eq (second->form, DT_CITE_SHORT);
}
END_TEST

START_TEST (unknown_marks_print_as_typed)
{
  g_autoptr (GPtrArray) list = dt_cite_marks_parse ("118/2025/NĐ-CP@2025-06-09|full#khoản 2 Điều 5");
  g_autofree char *text = dt_cite_mark_to_text (g_ptr_array_index (list, 0));

  ck_assert_str_eq (text, "khoản 2 Điều 5 118/2025/NĐ-CP");
}
END_TEST

START_TEST (nothing_typed_before_is_said_twice)
{
  ck_assert_int_eq (dt_cite_find_start (starts[_i].before, &resolution), starts[_i].start);
}
END_TEST

START_TEST (documents_of_one_type_are_grouped)
{
  const DtDocumentFields *documents[] = { &resolution, &party };
  const gboolean full[] = { FALSE, TRUE };
  g_autofree char *text = dt_cite_format_group (documents, full, 2, TRUE);

  ck_assert_str_eq (text, "các Nghị quyết: số 76/NQ-CP; số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển khoa học");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("cite");
  TCase *cite = tcase_create ("cite");

  tcase_add_loop_test (cite, citations_print_as_the_decree_asks, 0, G_N_ELEMENTS (printed));
  tcase_add_loop_test (cite, marks_are_read, 0, G_N_ELEMENTS (marks));
  tcase_add_test (cite, several_marks_stand_in_one_pair_of_brackets);
  tcase_add_test (cite, unknown_marks_print_as_typed);
  tcase_add_loop_test (cite, nothing_typed_before_is_said_twice, 0, G_N_ELEMENTS (starts));
  tcase_add_test (cite, documents_of_one_type_are_grouped);
  suite_add_tcase (suite, cite);

  return dt_test_main (suite);
}
