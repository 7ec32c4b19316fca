/* test-catalog-exchange.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-catalog-file.h"

#include "catalog/dt-catalog-check.h"
#include "catalog/dt-catalog-exchange.h"
#include "catalog/dt-catalog-harvest.h"

static GPtrArray *
read_csv (const char *text,
          GPtrArray *diagnostics,
          GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return dt_catalog_csv_read (bytes, "t.csv", diagnostics, error);
}

static GPtrArray *
read_json (const char *text,
           GPtrArray *diagnostics,
           GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return dt_catalog_json_read (bytes, "t.json", diagnostics, error);
}

START_TEST (what_is_written_is_read_again)
{
  static const char separators[] = { ',', ';', '\t' };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = test_read_documents (sample, &error);
  DtDocument *const *list = (DtDocument *const *) documents->pdata;
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GBytes) bytes = _i < 3 ? dt_catalog_csv_write (list, documents->len, separators[_i])
                                    : dt_catalog_json_write (list, documents->len);
  g_autoptr (GPtrArray) again = _i < 3 ? dt_catalog_csv_read (bytes, NULL, diagnostics, &error)
                                       : dt_catalog_json_read (bytes, NULL, diagnostics, &error);

  dt_assert_no_error (error);
  ck_assert_uint_eq (diagnostics->len, 0);
  ck_assert_uint_eq (again->len, documents->len);
  for (guint i = 0; i < again->len; i++)
    ck_assert (dt_document_equal (g_ptr_array_index (again, i), g_ptr_array_index (documents, i)));
}
END_TEST

static const struct
{
  const char *text;
  const char *number;
  const char *subject;
  const char *date;
  DtStatus status;
} tables[] = {
  { "number,type\n1/L,Luật\n", "1/L", "", "", DT_STATUS_UNKNOWN },
  { "number,type\r\n1/L,Luật", "1/L", "", "", DT_STATUS_UNKNOWN },
  { "\357\273\277type;number\nLuật;1/L\n", "1/L", "", "", DT_STATUS_UNKNOWN },
  { "type\tnumber\tsubject\nLuật\t1/L\ta, b; c\n", "1/L", "a, b; c", "", DT_STATUS_UNKNOWN },
  { "number,type,subject\n1/L,Luật,\"a, \"\"b\"\"\r\nc\"\n", "1/L", "a, \"b\" c", "", DT_STATUS_UNKNOWN },
  { "Số, ký hiệu;Loại văn bản;Ngày ban hành;Trích yếu;Tình trạng\n1/L;Luật;15/7/2021;về việc x;Còn hiệu lực\n", "1/L", "về việc x", "2021-07-15", DT_STATUS_IN_FORCE },
  { "SỐ KÝ HIỆU,LOẠI,NGÀY,HIỆU LỰC\n1/L,Luật,ngày 05 tháng 3 năm 2020,\"hết hiệu lực, đã thay thế\"\n", "1/L", "", "2020-03-05", DT_STATUS_REPLACED },
  { "number,type,status\n1/L,Luật,hết thời hạn thực hiện\n", "1/L", "", "", DT_STATUS_EXPIRED },
  { "number,type,status\n1/L,Luật,chưa rõ\n", "1/L", "", "", DT_STATUS_UNKNOWN },
  { "number,type,status\n1/L,Luật,\"còn hiệu lực, đã sửa đổi, bổ sung\"\n", "1/L", "", "", DT_STATUS_AMENDED },
  { "number,type,date\n1/L,Luật,2015\n", "1/L", "", "2015", DT_STATUS_UNKNOWN },
  { "number,type\n,\n1/L,Luật\n\n", "1/L", "", "", DT_STATUS_UNKNOWN },
  { "number,type,number\n1/L,Luật,2/L\n", "1/L", "", "", DT_STATUS_UNKNOWN },
};

START_TEST (tables_of_others_are_understood)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = read_csv (tables[_i].text, NULL, &error);
  const DtDocumentFields *fields;

  dt_assert_no_error (error);
  ck_assert_uint_eq (documents->len, 1);
  fields = dt_document_get (g_ptr_array_index (documents, 0));
  ck_assert_str_eq (fields->number, tables[_i].number);
  ck_assert_str_eq (fields->subject, tables[_i].subject);
  ck_assert (dt_date_equal (fields->date, test_day (tables[_i].date)));
  ck_assert_int_eq (fields->status, tables[_i].status);
}
END_TEST

static const struct
{
  const char *text;
  DtExchangeError code;
  const char *message;
} bad_tables[] = {
  { "", DT_EXCHANGE_ERROR_CONTENT, "t.csv:1: " },
  { "a,b\n1,2\n", DT_EXCHANGE_ERROR_CONTENT, "t.csv:1: expected columns named" },
  { "number\n1/L\n", DT_EXCHANGE_ERROR_CONTENT, "t.csv:1: expected columns named" },
  { "number,type\n1/L,\"Luật\n2/L,Luật\n", DT_EXCHANGE_ERROR_SYNTAX, "t.csv:2: the quotation mark" },
  { "number,type\n1/L,\377\n", DT_EXCHANGE_ERROR_ENCODING, "t.csv:2: expected UTF-8" },
};

START_TEST (what_is_no_table_of_ours_is_refused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = read_csv (bad_tables[_i].text, NULL, &error);

  ck_assert_ptr_null (documents);
  dt_assert_error (error, DT_EXCHANGE_ERROR, bad_tables[_i].code);
  ck_assert_msg (g_str_has_prefix (error->message, bad_tables[_i].message), "%s", error->message);
}
END_TEST

START_TEST (bad_rows_are_left_out_and_told)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = read_csv ("number,type,date,mood\n1/L,Luật,2025-02-30,x\n2/L,,,\n3/L,Luật,,\n", diagnostics, &error);

  dt_assert_no_error (error);
  ck_assert_uint_eq (documents->len, 1);
  ck_assert_uint_eq (diagnostics->len, 3);
  ck_assert_uint_eq (dt_diagnostics_count (diagnostics, DT_SEVERITY_ERROR), 2);
  ck_assert_uint_eq (dt_diagnostic_get_line (g_ptr_array_index (diagnostics, 1)), 2);
  ck_assert_uint_eq (dt_diagnostic_get_line (g_ptr_array_index (diagnostics, 2)), 3);
}
END_TEST

static const struct
{
  const char *text;
  DtExchangeError code;
} bad_json[] = {
  { "", DT_EXCHANGE_ERROR_ENCODING },
  { "\377", DT_EXCHANGE_ERROR_ENCODING },
  { "{}", DT_EXCHANGE_ERROR_CONTENT },
  { "3", DT_EXCHANGE_ERROR_CONTENT },
  { "[", DT_EXCHANGE_ERROR_SYNTAX },
  { "[/* \" */[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", DT_EXCHANGE_ERROR_SYNTAX },
  { "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", DT_EXCHANGE_ERROR_SYNTAX },
};

START_TEST (what_is_no_json_of_ours_is_refused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = read_json (bad_json[_i].text, NULL, &error);

  ck_assert_ptr_null (documents);
  dt_assert_error (error, DT_EXCHANGE_ERROR, bad_json[_i].code);
}
END_TEST

START_TEST (deep_json_does_not_break_the_stack)
{
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = read_json (deep, NULL, &error);

  ck_assert_ptr_null (documents);
}
END_TEST

START_TEST (elements_of_json_that_are_no_documents_are_told)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = read_json ("[3, {\"number\":\"1/L\"}, {\"number\":\"2/L\",\"type\":\"Luật\",\"date\":2015,\"mood\":[]},"
                                               "{\"number\":\"3/L\",\"type\":\"Luật\",\"relations\":[{\"kind\":\"x\",\"target\":\"1/L\"}]}]",
                                               diagnostics, &error);

  dt_assert_no_error (error);
  ck_assert_uint_eq (documents->len, 1);
  ck_assert_uint_eq (diagnostics->len, 3);
}
END_TEST

static GPtrArray *
merge (const char *table,
       GPtrArray *diagnostics)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = read_csv (table, NULL, &error);

  dt_assert_no_error (error);
  return dt_documents_merge ((DtDocument *const *) documents->pdata, documents->len, diagnostics);
}

static const struct
{
  const char *rows;
  guint n_documents;
  guint n_conflicts;
} merges[] = {
  /* The same, with more. */
  { "30/2020/NĐ-CP,Nghị định,Chính phủ,2020-03-05,\n30/2020/NĐ-CP,Nghị định,,,về công tác văn thư\n", 1, 0 },
  { "30/2020/nđ-cp,nghị định,,,\n30/2020/NĐ-CP,Nghị định,Chính phủ,2020-03-05,x\n", 1, 0 },
  /* Another date is another document where numbers come again. */
  { "76/NQ-CP,Nghị quyết,Chính phủ,2018-06-18,a\n76/NQ-CP,Nghị quyết,Chính phủ,2021-07-15,b\n", 2, 0 },
  { "76/NQ-CP,Nghị quyết,Chính phủ,2018-06-18,a\n76/NQ-CP,Nghị quyết,Chính phủ,,a\n", 2, 0 },
  { "76/NQ-CP,Nghị quyết,Chính phủ,2018-06-18,a\n76/NQ-CP,Nghị quyết,Chính phủ,2018-06-18,a b c\n", 1, 0 },
  /* Every commune has its own. */
  { "20/KH-UBND,Kế hoạch,UBND xã A,2025-07-31,a\n20/KH-UBND,Kế hoạch,UBND xã B,2025-07-31,a\n", 2, 0 },
  { "20/KH-UBND,Kế hoạch,UBND xã A,2025-07-31,a\n20/KH-UBND,Kế hoạch,Ủy ban nhân dân xã A,2025-07-31,a\n", 1, 0 },
  { "20/KH-UBND,Kế hoạch,UBND xã A,2025-07-31,a\n20/KH-UBND,Kế hoạch,,2025-07-31,a\n", 2, 0 },
  /* One of two is wrong. */
  { "1/2020/NĐ-CP,Nghị định,Chính phủ,2020-01-01,thuế đất\n1/2020/NĐ-CP,Nghị định,Chính phủ,2020-01-01,đường sắt cao tốc\n", 1, 1 },
  { "1/2020/NĐ-CP,Nghị định,Chính phủ,2020-01-01,\n1/2020/NĐ-CP,Thông tư,Chính phủ,2020-01-01,\n", 1, 1 },
};

START_TEST (entries_about_one_document_become_one)
{
  g_autofree char *table = g_strconcat ("number,type,issuer,date,subject\n", merges[_i].rows, NULL);
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GPtrArray) merged = merge (table, diagnostics);

  ck_assert_uint_eq (merged->len, merges[_i].n_documents);
  ck_assert_uint_eq (diagnostics->len, merges[_i].n_conflicts);
}
END_TEST

START_TEST (what_was_checked_is_believed)
{
  g_autoptr (GPtrArray) merged = merge ("number,type,issuer,date,subject,checked,source\n"
                                        "1/2020/NĐ-CP,Nghị định,Chính phủ,2020-01-01,sai,,một\n"
                                        "1/2020/NĐ-CP,Nghị định,Chính phủ,2020-01-02,đúng,2026-01-01,\n",
                                        NULL);
  const DtDocumentFields *fields;

  /* Of a number with a year, another date is another entry of the same file; the id is one. */
  ck_assert_uint_eq (merged->len, 1);
  fields = dt_document_get (g_ptr_array_index (merged, 0));
  ck_assert_str_eq (fields->subject, "đúng");
  ck_assert (dt_date_equal (fields->date, dt_date_make (2020, 1, 2)));
  ck_assert_str_eq (fields->source, "một");
}
END_TEST

static const char known[] =
  "<document number=\"76/NQ-CP\" type=\"Nghị quyết\" issuer=\"Chính phủ\" date=\"2021-07-15\"><subject>ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030</subject></document>"
  "<document number=\"30/2020/NĐ-CP\" type=\"Nghị định\" issuer=\"Chính phủ\" date=\"2020-03-05\"><subject>về công tác văn thư</subject></document>"
  "<document number=\"20/KH-UBND\" type=\"Kế hoạch\" issuer=\"Ủy ban nhân dân xã A\" date=\"2025-07-31\"><subject>cải cách</subject></document>"
  "<document number=\"72/2025/QH15\" type=\"Luật\" issuer=\"Quốc hội\" date=\"2025-06-16\"><subject>Tổ chức chính quyền địa phương</subject></document>";

static const struct
{
  const char *text;
  DtHarvestState state;
  DtDifference difference;
} harvests[] = {
  { "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;", DT_HARVEST_SAME, 0 },
  { "Căn cứ Nghị định số 30/2020/NĐ-CP;", DT_HARVEST_SAME, 0 },
  { "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 06 tháng 3 năm 2020 của Chính phủ;", DT_HARVEST_CONFLICT, DT_DIFFERENCE_DATE },
  { "Căn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ ban hành Chương trình tổng thể cải cách hành chính nhà nước giai đoạn 2021-2030;", DT_HARVEST_SAME, 0 },
  { "Căn cứ Nghị quyết số 76/NQ-CP ngày 16/7/2021 của Chính phủ;", DT_HARVEST_CONFLICT, DT_DIFFERENCE_DATE },
  { "Căn cứ Nghị quyết số 76/NQ-CP ngày 18/6/2018 của Chính phủ;", DT_HARVEST_NEW, 0 },
  { "Căn cứ Nghị quyết số 77/NQ-CP ngày 18/6/2018 của Chính phủ;", DT_HARVEST_NEW, 0 },
  { "Thực hiện Kế hoạch số 20/KH-UBND ngày 31/7/2025 của Ủy ban nhân dân xã A;", DT_HARVEST_SAME, 0 },
  { "Thực hiện Kế hoạch số 20/KH-UBND ngày 31/7/2025 của Ủy ban nhân dân xã B;", DT_HARVEST_NEW, 0 },
  { "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", DT_HARVEST_SAME, 0 },
};

START_TEST (citations_are_compared_with_the_catalogue)
{
  g_autoptr (DtCatalog) catalog = test_make_catalog (known);
  g_autoptr (GPtrArray) found = dt_catalog_harvest (catalog, harvests[_i].text, -1);
  const DtHarvest *harvest;

  ck_assert_uint_eq (found->len, 1);
  harvest = g_ptr_array_index (found, 0);
  ck_assert_msg (harvest->state == harvests[_i].state, "%s: %s", harvests[_i].text, dt_harvest_state_to_string (harvest->state));
  ck_assert_int_eq (harvest->difference, harvests[_i].difference);
  ck_assert ((harvest->known != NULL) == (harvest->state != DT_HARVEST_NEW));
}
END_TEST

static const struct
{
  const char *text;
  const char *ids; /* of what may be meant */
} cited[] = {
  { "Căn cứ Nghị định số 30/2020/NĐ-CP;", "30/2020/NĐ-CP " },
  { "Căn cứ Nghị định 30/2020/ND-CP ngày 05 tháng 3 năm 2020 của Chính phú;", "30/2020/NĐ-CP " },
  { "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 06 tháng 3 năm 2020 của Chính phủ;", "" },
  { "Căn cứ Nghị quyết số 76/NQ-CP;", "76/NQ-CP@2021-07-15 " },
  { "Căn cứ Nghị quyết số 76/NQ-CP ngày 18/6/2018 của Chính phủ;", "" },
  { "Căn cứ Nghị định số 30/2020/NĐ;", "" },
  { "Thực hiện Kế hoạch số 20/KH-UBND;", "" },
  { "Thực hiện Kế hoạch số 20/KH-UBND ngày 31/7/2025;", "20/KH-UBND@2025-07-31@Ủy ban nhân dân xã A " },
  { "Thực hiện Kế hoạch số 20/KH-UBND của Ủy ban nhân dân xã A;", "20/KH-UBND@2025-07-31@Ủy ban nhân dân xã A " },
  { "Thực hiện Kế hoạch số 20/KH-UBND ngày 31/7/2025 của Ủy ban nhân dân xã B;", "" },
  { "Căn cứ Luật Tổ chức chính quyền địa phương năm 2025;", "72/2025/QH15 " },
  { "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", "" },
};

START_TEST (what_a_citation_means_is_found_in_the_catalogue)
{
  g_autoptr (DtCatalog) catalog = test_make_catalog (known);
  g_autoptr (DtCitations) citations = dt_citations_find (cited[_i].text, -1);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GString) ids = g_string_new (NULL);

  ck_assert_uint_eq (dt_citations_get_n (citations), 1);
  found = dt_catalog_find_cited (catalog, citations, 0);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (ids, "%s ", dt_document_get (g_ptr_array_index (found, i))->id);
  ck_assert_str_eq (ids->str, cited[_i].ids);
}
END_TEST

START_TEST (a_document_is_gathered_once)
{
  static const char text[] = "Căn cứ Nghị định số 1/2020/NĐ-CP;\nThực hiện Nghị định số 1/2020/NĐ-CP ngày 02 tháng 01 năm 2020 của Chính phủ về thuế, "
                             "theo Nghị định số 1/2020/NĐ-CP.";
  g_autoptr (DtCatalog) catalog = dt_catalog_new (NULL, 0);
  g_autoptr (GPtrArray) found = dt_catalog_harvest (catalog, text, -1);
  const DtDocumentFields *fields;

  ck_assert_uint_eq (found->len, 1);
  fields = dt_document_get (((const DtHarvest *) g_ptr_array_index (found, 0))->document);
  ck_assert (dt_date_equal (fields->date, dt_date_make (2020, 1, 2)));
  ck_assert_str_eq (fields->issuer, "Chính phủ");
}
END_TEST

static const struct
{
  const char *document;
  const char *code;
} conflicts[] = {
  { "<document number=\"72/2025/QH16\" type=\"Luật\" issuer=\"Quốc hội\" date=\"2025-06-16\"/>", "term-conflict" },
  { "<document number=\"30/2020/NĐ-CP\" type=\"Thông tư\" issuer=\"Chính phủ\" date=\"2020-03-05\"/>", "type-conflict" },
  { "<document number=\"30/2020/NĐ-CP\" type=\"Nghị định\" issuer=\"Bộ Nội vụ\" date=\"2020-03-05\"/>", "issuer-conflict" },
  { "<document number=\"30/2020/NĐ-CP\" type=\"Nghị định\" issuer=\"Chính phủ\" date=\"2021-03-05\"/>", "year-conflict" },
  { "<document id=\"a\" number=\"30/2020/NĐ-CP\" type=\"Nghị định\" issuer=\"Chính phủ\" date=\"2020-03-05\"/>"
    "<document id=\"b\" number=\"30/2020/NĐ-CP\" type=\"Nghị định\" issuer=\"Chính phủ\" date=\"2020-03-06\"/>",
    "two-dates" },
  { "<document id=\"a\" number=\"76/NQ-CP\" type=\"Nghị quyết\" issuer=\"Chính phủ\" date=\"2021-07-15\"/>"
    "<document id=\"b\" number=\"76/NQ-CP\" type=\"Nghị quyết\" issuer=\"Chính phủ\" date=\"2021-07-16\"/>",
    "two-dates" },
  { "<document number=\"xyz\" type=\"Nghị định\"/>", "number" },
  { "<document number=\"30/2020/NĐ-CP\" type=\"Nghị định\" date=\"2020-03-05\"><validity from=\"2020-03-04\"/></document>", "dates" },
  { "<document number=\"30/2020/NĐ-CP\" type=\"Nghị định\" date=\"2020-03-05\"><validity to=\"2020-03-05\"/></document>", "dates" },
  { "<document number=\"30/2020/NĐ-CP\" type=\"Nghị định\" date=\"2020-03-05\"><relation kind=\"amends\" target=\"30/2020/NĐ-CP\"/></document>", "relation" },
  { "<document number=\"30/2020/NĐ-CP\" type=\"Nghị định\" date=\"2020-03-05\"><relation kind=\"amends\" target=\"1/2021/NĐ-CP\"/></document>"
    "<document number=\"1/2021/NĐ-CP\" type=\"Nghị định\" date=\"2021-03-05\"/>",
    "relation" },
  { "<document number=\"30/2020/NĐ-CP\" type=\"Nghị định\" date=\"2020-03-05\"><relation kind=\"amends\" target=\"9/2021/NĐ-CP\"/></document>", "relation" },
};

static GPtrArray *
check (const char *elements)
{
  g_autofree char *text = g_strconcat (DT_TEST_PROLOG DT_TEST_OPEN, elements, DT_TEST_CLOSE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = test_read_documents (text, &error);
  GPtrArray *diagnostics = dt_diagnostics_new ();

  dt_assert_no_error (error);
  dt_documents_check ((DtDocument *const *) documents->pdata, documents->len, NULL, NULL, diagnostics);
  return diagnostics;
}

START_TEST (conflicts_are_found_with_their_reasons)
{
  g_autoptr (GPtrArray) diagnostics = check (conflicts[_i].document);
  gboolean found = FALSE;

  for (guint i = 0; i < diagnostics->len; i++)
    found = found || strcmp (dt_diagnostic_get_code (g_ptr_array_index (diagnostics, i)), conflicts[_i].code) == 0;
  ck_assert_msg (found, "not found: %s", conflicts[_i].code);
}
END_TEST

START_TEST (good_entries_have_no_conflicts)
{
  g_autoptr (GPtrArray) diagnostics = check (
    "<document number=\"76/NQ-CP\" type=\"Nghị quyết\" issuer=\"Chính phủ\" date=\"2018-06-18\"/>"
    "<document number=\"76/NQ-CP\" type=\"Nghị quyết\" issuer=\"Chính phủ\" date=\"2021-07-15\"/>"
    "<document number=\"27-NQ/TW\" type=\"Nghị quyết\" issuer=\"Ban Chấp hành Trung ương Đảng khóa XII\" date=\"2018-05-21\"/>"
    "<document number=\"27-NQ/TW\" type=\"Nghị quyết\" issuer=\"Ban Chấp hành Trung ương Đảng khóa XIII\" date=\"2022-11-09\"/>"
    "<document number=\"20/KH-UBND\" type=\"Kế hoạch\" issuer=\"Ủy ban nhân dân xã A\" date=\"2025-07-31\"/>"
    "<document number=\"20/KH-UBND\" type=\"Kế hoạch\" issuer=\"Ủy ban nhân dân xã B\" date=\"2025-07-31\"/>"
    "<document number=\"72/2025/QH15\" type=\"Luật\" issuer=\"Quốc hội\" date=\"2025-06-16\"/>"
    "<document number=\"66.7/2025/NQ-CP\" type=\"Nghị quyết\" issuer=\"Chính phủ\" date=\"2025-11-15\"/>");

  for (guint i = 0; i < diagnostics->len; i++)
    ck_abort_msg ("%s", dt_diagnostic_get_message (g_ptr_array_index (diagnostics, i)));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("catalog-exchange");
  TCase *tables_case = tcase_create ("tables");
  TCase *merging = tcase_create ("merging");
  TCase *gathering = tcase_create ("gathering");
  TCase *checking = tcase_create ("checking");

  tcase_add_loop_test (tables_case, what_is_written_is_read_again, 0, 4);
  tcase_add_loop_test (tables_case, tables_of_others_are_understood, 0, G_N_ELEMENTS (tables));
  tcase_add_loop_test (tables_case, what_is_no_table_of_ours_is_refused, 0, G_N_ELEMENTS (bad_tables));
  tcase_add_test (tables_case, bad_rows_are_left_out_and_told);
  tcase_add_loop_test (tables_case, what_is_no_json_of_ours_is_refused, 0, G_N_ELEMENTS (bad_json));
  tcase_add_test (tables_case, deep_json_does_not_break_the_stack);
  tcase_add_test (tables_case, elements_of_json_that_are_no_documents_are_told);
  suite_add_tcase (suite, tables_case);

  tcase_add_loop_test (merging, entries_about_one_document_become_one, 0, G_N_ELEMENTS (merges));
  tcase_add_test (merging, what_was_checked_is_believed);
  suite_add_tcase (suite, merging);

  tcase_add_loop_test (gathering, citations_are_compared_with_the_catalogue, 0, G_N_ELEMENTS (harvests));
  tcase_add_loop_test (gathering, what_a_citation_means_is_found_in_the_catalogue, 0, G_N_ELEMENTS (cited));
  tcase_add_test (gathering, a_document_is_gathered_once);
  suite_add_tcase (suite, gathering);

  tcase_add_loop_test (checking, conflicts_are_found_with_their_reasons, 0, G_N_ELEMENTS (conflicts));
  tcase_add_test (checking, good_entries_have_no_conflicts);
  suite_add_tcase (suite, checking);

  return dt_test_main (suite);
}
