/* test-cite.c - citation marks and how they print
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-catalog.h"
#include "dt-test.h"

#include "catalog/dt-cite-bases.h"
#include "catalog/dt-cite.h"

#include <string.h>

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

#define ENTRY(number, type, issuer, date) \
  "<document number=\"" number "\" type=\"" type "\" issuer=\"" issuer "\" date=\"" date "\"><subject>về một</subject></document>"

static const char chosen[] =
  ENTRY ("20/KH-UBND", "Kế hoạch", "Ủy ban nhân dân tỉnh A", "2025-07-31")
    ENTRY ("12/NQ-HĐND", "Nghị quyết", "Hội đồng nhân dân xã B", "2025-07-01")
      ENTRY ("57-NQ/TW", "Nghị quyết", "Bộ Chính trị", "2024-12-22")
        ENTRY ("892/QĐ-BNV", "Quyết định", "Bộ Nội vụ", "2024-12-05")
          ENTRY ("49/QĐ-BNV", "Quyết định", "Bộ Nội vụ", "2025-01-10")
            ENTRY ("23/CT-TTg", "Chỉ thị", "Thủ tướng Chính phủ", "2021-09-02")
              ENTRY ("76/NQ-CP", "Nghị quyết", "Chính phủ", "2021-07-15")
                ENTRY ("76/NQ-CP", "Nghị quyết", "Chính phủ", "2018-06-18")
                  ENTRY ("72/2025/QH15", "Luật", "Quốc hội", "2025-06-16");

/* The bases, each as "lead mark", one a line. */
static char *
make_bases (gboolean group)
{
  g_autoptr (DtCatalog) catalog = test_make_catalog (chosen);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GPtrArray) bases = NULL;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dt_catalog_get_n (catalog); i++)
    g_ptr_array_add (documents, (gpointer) dt_catalog_get (catalog, i));
  /* One is chosen twice, one of those of 76/NQ-CP is not chosen. */
  g_ptr_array_remove (documents, (gpointer) test_get_document (catalog, "76/NQ-CP@2018"));
  g_ptr_array_add (documents, (gpointer) test_get_document (catalog, "23/CT-TTg"));

  bases = dt_cite_make_bases (catalog, (const DtDocument *const *) documents->pdata, documents->len, group);
  for (guint i = 0; i < bases->len; i++)
    {
      const DtCiteBasis *basis = g_ptr_array_index (bases, i);

      g_string_append_printf (text, "%s %s\n", basis->lead, basis->text);
    }

  return g_string_free (text, FALSE);
}

START_TEST (bases_stand_by_what_they_are_and_by_rank)
{
  g_autofree char *bases = make_bases (FALSE);

  ck_assert_str_eq (bases, "can-cu [[72/2025/QH15]]\n"
                           "can-cu [[76/NQ-CP@2021-07-15]]\n"
                           "can-cu [[892/QĐ-BNV]]\n"
                           "can-cu [[49/QĐ-BNV]]\n"
                           "can-cu [[12/NQ-HĐND]]\n"
                           "thuc-hien [[57-NQ/TW]]\n"
                           "thuc-hien [[23/CT-TTg]]\n"
                           "thuc-hien [[20/KH-UBND]]\n");
}
END_TEST

START_TEST (bases_of_one_type_are_grouped_when_asked)
{
  g_autofree char *bases = make_bases (TRUE);

  ck_assert_ptr_nonnull (strstr (bases, "can-cu [[892/QĐ-BNV; 49/QĐ-BNV]]\n"));
  ck_assert_ptr_nonnull (strstr (bases, "can-cu [[76/NQ-CP@2021-07-15]]\n"));
}
END_TEST

static const struct
{
  const char *issuer;
  guint rank;
} ranks[] = {
  { "Quốc hội", 1 },
  { "Ủy ban Thường vụ Quốc hội", 2 },
  { "Chính phủ", 5 },
  { "Thủ tướng Chính phủ", 6 },
  { "Bộ trưởng Bộ Nội vụ", 8 },
  { "Ban Thường vụ Tỉnh ủy Hà Tĩnh", 9 },
  { "Ban Chấp hành Đảng bộ tỉnh Hà Tĩnh", 9 },
  { "Hội đồng nhân dân thành phố Hải Phòng", 10 },
  { "Chủ tịch Ủy ban nhân dân tỉnh Hà Tĩnh", 11 },
  { "Ban Chấp hành Đảng bộ xã Tân Phúc", 30 },
  { "Hội đồng nhân dân phường Kinh Môn", 31 },
  { "Ủy ban nhân dân xã Tân Phúc", 32 },
};

START_TEST (bodies_have_their_rank)
{
  const DtDocumentFields document = { .number = "1/A-B", .type = "Nghị quyết", .issuer = ranks[_i].issuer, .subject = "" };

  ck_assert_uint_eq (dt_cite_get_rank (&document), ranks[_i].rank);
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
  tcase_add_test (cite, bases_stand_by_what_they_are_and_by_rank);
  tcase_add_test (cite, bases_of_one_type_are_grouped_when_asked);
  tcase_add_loop_test (cite, bodies_have_their_rank, 0, G_N_ELEMENTS (ranks));
  suite_add_tcase (suite, cite);

  return dt_test_main (suite);
}
