/* test-import.c - what is imported as what, Markdown, and that no word is lost
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dt-test-import.h"
#include "dt-test-words.h"

#include "base/dt-zip.h"
#include "format/dt-plan-file.h"

static const DtImportCase markdown[] = {
  { "headings", "a.md", "# KẾ HOẠCH\n\nTrồng cây năm 2026\n\n## I. MỤC ĐÍCH\n\n### 1. Chung\n\nXã xanh.\n\n## II. NỘI DUNG\n\nTrồng tre.\n", { "plan kind=ke-hoach", "subject: Trồng cây năm 2026\n", "section unit=roman\n   title: MỤC ĐÍCH\n   section unit=arabic\n    title: Chung\n    body: Xã xanh.", "title: NỘI DUNG" }, { "!number-repaired" } },
  { "a type name in small letters", "a.md", "# Kế hoạch trồng cây\n\n## Mục đích\n\nXã xanh.\n", { "plan kind=ke-hoach", "subject: trồng cây\n", "section unit=none\n   title: Mục đích\n   body: Xã xanh." } },
  { "headings without numbers nest by their signs", "a.md", "# KẾ HOẠCH\n\nTrồng cây\n\n## Một\n\n### Hai\n\nChữ.\n\n## Ba\n\nChữ.\n", { "section unit=none\n   title: Một\n   section unit=none\n    title: Hai\n    body: Chữ.\n  section unit=none\n   title: Ba" } },
  { "lists", "a.md", "# KẾ HOẠCH\n\nTrồng cây\n\n## Việc\n\n* Một;\n* Hai:\n  * Ba;\n  * Bốn.\n", { "body: - Một;\n- Hai:\n+ Ba;\n+ Bốn." }, { "!bullet-normalized" } },
  { "soft line ends", "a.md", "# KẾ HOẠCH\n\nTrồng cây\n\n## Việc\n\nThôn nào cũng\ntrồng cây.\n\nAi cũng trồng.\n", { "body: Thôn nào cũng trồng cây.\nAi cũng trồng." } },
  { "emphasis is kept", "a.md", "# KẾ HOẠCH\n\nTrồng cây\n\n## Việc\n\nTrồng **ngay** và *đều*.\n", { "body: Trồng **ngay** và *đều*." } },
  { "tables are kept", "a.md", "# KẾ HOẠCH\n\nTrồng cây\n\n## Việc\n\n| TT | Việc |\n|---|---|\n| 1 | Tre |\n\nXong.\n", { "body: | TT | Việc |\n|---|---|\n| 1 | Tre |\nXong." } },
  { "a year that looks like a number", "a.md", "# KẾ HOẠCH\n\nTrồng cây\n\n## Việc\n\n200. năm trước đã có.\n", { "body: \\200. năm trước" } },
};

START_TEST (markdown_becomes_a_plan)
{
  dt_test_run_case (&markdown[_i]);
}
END_TEST

START_TEST (a_bar_in_plain_text_is_no_table)
{
  g_autoptr (DtPlan) plan = dt_test_import ("KẾ HOẠCH\nTrồng cây\nI. NỘI DUNG\n| tre | bưởi |\n", "a.txt", NULL);
  g_autofree char *dump = dt_test_dump_plan (plan);

  dt_test_check_text ("the plan", "bars", dump, "body: \\| tre \\| bưởi \\|");
}
END_TEST

static GBytes *
make_package (const char *entry,
              GBytes *content)
{
  g_autoptr (DtZipWriter) zip = dt_zip_writer_new ();
  g_autoptr (GBytes) mimetype = g_bytes_new_static ("application/vnd.oasis.opendocument.text", 39);
  g_autoptr (GError) error = NULL;
  GBytes *package;

  ck_assert (dt_zip_writer_add (zip, "mimetype", mimetype, DT_ZIP_STORED, &error));
  ck_assert (dt_zip_writer_add (zip, entry, content, DT_ZIP_DEFLATED, &error));
  package = dt_zip_writer_finish (zip, &error);
  dt_assert_no_error (error);

  return package;
}

static DtPlan *
make_plan (void)
{
  return dt_test_import ("KẾ HOẠCH\nTrồng cây năm 2026\nI. NỘI DUNG\n1. Việc đầu\na) Tre;\nb) Bưởi.\n", "a.txt", NULL);
}

START_TEST (our_package_gives_the_same_plan_back)
{
  g_autoptr (DtPlan) plan = make_plan ();
  g_autoptr (GBytes) file = dt_plan_write (plan);
  g_autoptr (GBytes) package = make_package (DT_IMPORT_ODT_ENTRY, file);
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) back = dt_import_bytes (package, "a.odt", NULL, diagnostics, &error);

  dt_assert_no_error (error);
  ck_assert (dt_plan_equal (plan, back));
  ck_assert_uint_eq (diagnostics->len, 0);
}
END_TEST

START_TEST (a_foreign_package_is_refused_by_name)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("<x/>", 4);
  g_autoptr (GBytes) package = make_package ("content.xml", content);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = dt_import_bytes (package, "cũ.odt", NULL, NULL, &error);

  ck_assert_ptr_null (plan);
  dt_assert_error (error, DT_IMPORT_ERROR, DT_IMPORT_ERROR_FOREIGN);
  ck_assert (g_str_has_prefix (error->message, "cũ.odt: "));
}
END_TEST

START_TEST (a_broken_package_is_refused)
{
  g_autoptr (GBytes) package = g_bytes_new_static ("PK\003\004 and no more", 16);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = dt_import_bytes (package, "a.odt", NULL, NULL, &error);

  ck_assert_ptr_null (plan);
  ck_assert_ptr_nonnull (error);
  ck_assert (g_str_has_prefix (error->message, "a.odt: "));
}
END_TEST

START_TEST (a_plan_file_is_read_whatever_its_name)
{
  g_autoptr (DtPlan) plan = make_plan ();
  g_autoptr (GBytes) file = dt_plan_write (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) back = dt_import_bytes (file, "a.txt", NULL, NULL, &error);

  dt_assert_no_error (error);
  ck_assert (dt_plan_equal (plan, back));
}
END_TEST

START_TEST (a_pdf_is_refused_with_advice)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.7\n", 9);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = dt_import_bytes (bytes, "a.pdf", NULL, NULL, &error);

  ck_assert_ptr_null (plan);
  dt_assert_error (error, DT_IMPORT_ERROR, DT_IMPORT_ERROR_FOREIGN);
}
END_TEST

START_TEST (a_missing_file_is_an_error)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = dt_import ("/nonexistent/plan.txt", NULL, NULL, &error);

  ck_assert_ptr_null (plan);
  ck_assert_ptr_nonnull (error);
}
END_TEST

START_TEST (reports_come_in_the_order_of_the_source)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtPlan) plan = dt_test_import (
    "KẾ HOẠCH\nTrồng cây năm 2026\nI. MỘT HAI\na) Một;\nc) Hai có    gốc.\nII. BA BỐN\n• Năm.\nIV. SÁU BẢY\nTám.\nNơi nhận:\n- Lưu: VT,KT.\n",
    "a.txt", diagnostics);
  guint last = 0;

  ck_assert_ptr_nonnull (plan);
  ck_assert_uint_ge (diagnostics->len, 6);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      guint line = dt_diagnostic_get_line (g_ptr_array_index (diagnostics, i));

      ck_assert_uint_ge (line, last);
      last = line;
    }
}
END_TEST

START_TEST (sections_remember_their_line)
{
  g_autoptr (DtPlan) plan = make_plan ();
  DtNode *sections = dt_node_find_child (dt_plan_get_root (plan), DT_NODE_SECTIONS);

  ck_assert_ptr_nonnull (sections);
  ck_assert_uint_eq (dt_node_get_line (dt_node_get_child (sections, 0)), 3);
}
END_TEST

/* Texts in which much could get lost; each is also run as Markdown. */
static const char *const word_sources[] = {
  "KẾ HOẠCH\nTrồng cây năm 2026\nI. MỘT HAI\na) Một;\nf) Hai.\nIV. BA BỐN\n7. Năm.\nNơi nhận:\n- Các thôn\nxã xa;\n- Lưu: VT,KT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nLê Văn Tám\nPhụ lục 3\nDANH SÁCH CÂY\n(Kèm theo Kế hoạch số 9)\nTre.\n",
  "Số: 7/KH-UBND Long Châu, ngày 5 tháng 3 năm 2026 (bản thảo)\nKẾ HOẠCH\nI.\nII. BA\n1.\n2.\na)\n-\n+ \nĐiều 9.\n",
  "QUYẾT ĐỊNH:\nĐiều 2. Một.\nĐiều 2. Hai: \nPhần thứ ba\nBA\nTên phần\nMục V\nTiểu mục 9\n",
  "Nơi nhận:\nTM. ỦY BAN\nLƯU Ý CHUNG\nlưu: gì đó\nNơi nhận: các thôn   TM. BAN CHỈ ĐẠO   thừa\nPhụ lục\nPhụ lục 9\nTT Một\n1.\nHai\n2.\nBa\n2. Bốn\n",
  "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\n\n\n\n\nMỘT CHỨC VỤ\n\n\n\nHAI CHỨC VỤ\nLÊ VĂN TÁM\nBa Bốn\nNăm Sáu\n",
  "KẾ HOẠCH\nKính gửi: \n- Sở A;\n- Sở B.\nCăn cứ A;\nThực hiện B;\nXét C;\nTheo đề nghị của D;\nnhư sau:\n1. Một\n1. Hai\n1.1. Ba\n3.9. Bốn\n1.1.1.1.1.1.1.1. Năm\n/././.\n",
};

START_TEST (no_word_is_lost)
{
  const char *source = word_sources[_i / 2];
  g_autoptr (GBytes) bytes = g_bytes_new (source, strlen (source));
  g_autofree char *lost = dt_test_find_lost (bytes, _i % 2 == 0 ? "a.txt" : "a.md");

  ck_assert_msg (lost == NULL, "source %d: %s", _i / 2, lost);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("import");
  TCase *tcase = tcase_create ("import");

  tcase_add_loop_test (tcase, markdown_becomes_a_plan, 0, G_N_ELEMENTS (markdown));
  tcase_add_test (tcase, a_bar_in_plain_text_is_no_table);
  tcase_add_test (tcase, our_package_gives_the_same_plan_back);
  tcase_add_test (tcase, a_foreign_package_is_refused_by_name);
  tcase_add_test (tcase, a_broken_package_is_refused);
  tcase_add_test (tcase, a_plan_file_is_read_whatever_its_name);
  tcase_add_test (tcase, a_pdf_is_refused_with_advice);
  tcase_add_test (tcase, a_missing_file_is_an_error);
  tcase_add_test (tcase, reports_come_in_the_order_of_the_source);
  tcase_add_test (tcase, sections_remember_their_line);
  tcase_add_loop_test (tcase, no_word_is_lost, 0, 2 * G_N_ELEMENTS (word_sources));
  suite_add_tcase (suite, tcase);

  return dt_test_main (suite);
}
