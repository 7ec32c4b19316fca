/* test-import-lines.c - lines, pages and paragraphs of imported text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dt-test-import.h"

/* A page of text broken by its width, with the lines each test adds. */
#define WRAPPED                                                                                                 \
  "KẾ HOẠCH\n"                                                                                              \
  "Vệ sinh đường làng năm 2026\n"                                                                       \
  "\n"                                                                                                          \
  "I. MỤC ĐÍCH\n"                                                                                           \
  "Giữ cho đường làng, ngõ xóm luôn sạch sẽ, thông thoáng, tạo thói quen bỏ rác\n"        \
  "đúng nơi quy định và phân loại rác ngay tại nhà của từng gia đình trong thôn,\n"        \
  "góp phần bảo vệ nguồn nước, mương tưới và cảnh quan chung của cả xã Long Châu.\n"  \
  "Mỗi thôn cử một tổ tự quản trông coi, nhắc nhở nhau cùng làm mỗi sáng chủ nhật\n" \
  "hằng tuần, ghi sổ theo dõi và gửi kết quả cho xã.\n"

#define SPACED                                                                                                     \
  "KẾ HOẠCH \n\nVệ sinh đường làng năm 2026 \n\n \n\nI. MỤC ĐÍCH \n\n"                             \
  "Giữ cho đường làng, ngõ xóm luôn sạch sẽ, thông thoáng, tạo thói quen bỏ rác \n\n"        \
  "đúng nơi quy định và phân loại rác ngay tại nhà của từng gia đình trong thôn, \n\n"        \
  "góp phần bảo vệ nguồn nước, mương tưới và cảnh quan chung của cả xã. \n\n"             \
  "Mỗi thôn cử một tổ tự quản trông coi, nhắc nhở nhau cùng làm mỗi sáng chủ nhật \n\n" \
  "hằng tuần, ghi sổ theo dõi và gửi kết quả cho xã. \n\n"

static const DtImportCase cases[] = {
  { "hard lines are joined", NULL, WRAPPED, { "tạo thói quen bỏ rác đúng nơi quy định và phân loại rác ngay tại nhà của từng gia đình trong thôn, góp phần" } },
  { "a short line ends its paragraph", NULL, WRAPPED "Giao Văn phòng xã đôn đốc việc này.\n", { "kết quả cho xã.\nGiao Văn phòng" } },
  { "blank lines between all lines mean nothing", NULL, SPACED, { "tạo thói quen bỏ rác đúng nơi", "chung của cả xã.\nMỗi thôn cử", "mỗi sáng chủ nhật hằng tuần" } },
  { "blank lines between paragraphs do", NULL, "KẾ HOẠCH\nVệ sinh\n\nI. MỤC ĐÍCH\n\nĐường sạch.\n\nngõ xóm thoáng.\n", { "Đường sạch.\nngõ xóm thoáng." } },
  { "lines that were never broken are paragraphs", NULL, "KẾ HOẠCH\nVệ sinh\nI. MỤC ĐÍCH\nĐường sạch, ngõ thoáng\nNhà nhà cùng làm\nXã xanh hơn\n", { "Đường sạch, ngõ thoáng\nNhà nhà cùng làm\nXã xanh hơn" } },
  { "a range over the end of a line is one token", NULL, WRAPPED "Việc này nằm trong chương trình chung của xã về môi trường giai đoạn 2021-\n2030 đã được giao.\n", { "giai đoạn 2021-2030 đã" }, { "hyphen-joined@11: “2021-2030”" } },
  { "a number and its symbol are one token", NULL, WRAPPED "Việc này làm theo văn bản của huyện cũ đã giao cho xã là Kế hoạch số 07/KH-\nUBND còn hiệu lực.\n", { "07/KH-UBND còn" }, { "hyphen-joined@11" } },
  { "a dash with blanks stays between blanks", NULL, WRAPPED "Việc này nằm trong chương trình chung của xã về môi trường giai đoạn 2021 -\n2030 đã được giao.\n", { "giai đoạn 2021 - 2030 đã", "!2021 -2030" } },
  { "a dash that carries a word pair on is no bullet", NULL, WRAPPED "- Lồng ghép việc giữ vệ sinh với các nhiệm vụ phát triển đời sống kinh tế\n- xã hội của thôn.\n", { "- Lồng ghép việc giữ vệ sinh với các nhiệm vụ phát triển đời sống kinh tế - xã hội của thôn." } },
  { "a fixed pair parted in a title", NULL, WRAPPED "1. Đề nghị các tổ chức chính trị\n- xã hội\nCùng làm với xã.\n", { "title: Đề nghị các tổ chức chính trị - xã hội\n" } },
  { "a dash after the end of a sentence is a bullet", NULL, WRAPPED "- Lồng ghép việc giữ vệ sinh với các nhiệm vụ phát triển kinh tế, giáo dục;\n- xã hội hóa việc thu gom rác.\n", { "giáo dục;\n- xã hội hóa" } },
  { "an abbreviation carried over is no title", NULL, WRAPPED "Các tổ tự quản ghi sổ theo dõi, cuối tháng gửi số liệu về cho bộ phận phụ trách\nVSMT.\n", { "phụ trách VSMT." } },
  { "a year at the start of a line is no number", NULL, WRAPPED "Các tổ tự quản hoàn thành việc ký cam kết của từng hộ gia đình trong tháng 3 năm\n2026. Sau đó báo cáo xã.\n", { "tháng 3 năm 2026. Sau đó" } },
  { "a small number after its unit is no number either", NULL, WRAPPED "Các tổ tự quản hoàn thành việc ký cam kết của từng hộ gia đình và nộp trong quý\n2. Sau đó báo cáo xã.\n", { "trong quý 2. Sau đó" } },
  { "page numbers go", NULL, WRAPPED "\f2\n\nGiao Văn phòng xã đôn đốc việc này.\n", { "Giao Văn phòng", "!\n2\n", "!2 Giao" }, { "page-number-dropped@10: page number “2” left out" } },
  { "decorated page numbers go", NULL, WRAPPED "\n- 2 -\n\nGiao Văn phòng xã đôn đốc việc này.\n", { "Giao Văn phòng", "!- 2" }, { "page-number-dropped@11" } },
  { "page words go", NULL, WRAPPED "\nTrang 2/5\n\nGiao Văn phòng xã đôn đốc việc này.\n", { "!Trang" }, { "page-number-dropped" } },
  { "a sentence goes on over a page", NULL, "KẾ HOẠCH\nVệ sinh\n\nI. MỤC ĐÍCH\nGiữ cho đường làng, ngõ xóm luôn sạch sẽ, thông thoáng, tạo thói quen bỏ rác\n"
                                            "\n2\n\nđúng nơi quy định và phân loại rác ngay tại nhà.\nMỗi thôn cử một tổ tự quản trông coi, nhắc nhở nhau cùng\nlàm mỗi sáng.\n",
    { "bỏ rác đúng nơi quy định" },
    { "page-number-dropped@7" } },
  { "a number in the text stays", NULL, WRAPPED "Số hộ đã ký:\n42\nSố hộ còn lại:\n7\n", { "42", "7" } },
  { "a year alone is no page number", NULL, WRAPPED "\n\n2026\n\nGiao Văn phòng.\n", { "2026" } },
  { "numbers of rows are no page numbers", NULL, WRAPPED "TT\n\nViệc\n\n1\n\nTưới cây ở đường thôn Đông.\n\nMột\n\nHai\n\nBa\n\nBốn\n\n2\n\nTưới cây ở đường thôn Tây.\n", { "\n1\n", "\n2\n" }, { "!page-number-dropped" } },
  { "with form feeds only numbers beside one go", NULL, WRAPPED "\n7\n\nTưới cây.\n\f2\n\nTỉa cành.\n", { "\n7\n", "!\n2\n" }, { "page-number-dropped@14", "!page-number-dropped@11" } },
  { "headers on every page go", NULL, WRAPPED "\fVăn bản lưu nội bộ\nMột là giữ sạch.\n\fVăn bản lưu nội bộ\nHai là giữ xanh.\n\fVăn bản lưu nội bộ\nBa là giữ đẹp.\n", { "Một là", "Hai là", "Ba là", "!nội bộ" }, { "page-header-dropped@10", "page-header-dropped@12" } },
  { "a header on two pages is text", NULL, WRAPPED "\fVăn bản lưu nội bộ\nMột là giữ sạch.\n\fVăn bản lưu nội bộ\nHai là giữ xanh.\n", { "nội bộ" } },
  { "drawn rules go", NULL, "KẾ HOẠCH\nVệ sinh\n-------\nI. MỤC ĐÍCH\nĐường sạch.\n", { "!---" }, { "rule-dropped@3" } },
  { "gaps are reported", NULL, WRAPPED "Tăng cường    luật trong việc giữ gìn vệ sinh.\n", { "Tăng cường luật trong" }, { "suspicious-gap@10: suspicious gap: “Tăng cường    luật" } },
  { "two blanks alone are no gap", NULL, WRAPPED "Tăng cường  kỷ luật.\n", { "Tăng cường kỷ luật." }, { "!suspicious-gap" } },
  { "lost letters are reported and kept", NULL, WRAPPED "Giữ gìn sạch đ p và nh m tới chất lư ng.\n", { "sạch đ p và nh m tới" }, { "lost-letters@10" } },
  { "units of measure are no lost letters", NULL, WRAPPED "Dài 5 km, rộng 3 m, nặng 20 kg.\n", { "5 km" }, { "!lost-letters" } },
  { "carriage returns end lines", NULL, "KẾ HOẠCH\r\nVệ sinh\r\nI. MỤC ĐÍCH\r\nĐường sạch.\r\n", { "body: Đường sạch." } },
  { "old Mac line ends too", NULL, "KẾ HOẠCH\rVệ sinh\rI. MỤC ĐÍCH\rĐường sạch.\r", { "body: Đường sạch." } },
  { "no-break blanks are blanks", NULL, "KẾ HOẠCH\nVệ sinh\nI.\u00a0MỤC ĐÍCH\n\u00a0Đường\u00a0sạch.\n", { "title: MỤC ĐÍCH", "body: Đường sạch." } },
  { "control characters go", NULL, "KẾ HOẠCH\nVệ sinh\nI. MỤC ĐÍCH\nĐường\001 sạch\u200b.\n", { "body: Đường sạch." }, { "control-character-dropped@4: control characters left out, the first is U+0001" } },
  { "separate accents are composed", NULL, "KẾ HOẠCH\nVệ sinh\nI. MỤC ĐÍCH\nĐu\u031bo\u031b\u0300ng sa\u0323ch.\n", { "body: Đường sạch." }, { "not-nfc@4" } },
  { "signs of the notation stay signs", NULL, "KẾ HOẠCH\nVệ sinh\nI. MỤC ĐÍCH\nDấu *sao*, [[ngoặc]] và {{nhọn}} | gạch.\n", { "\\*sao\\*" } },
};

START_TEST (lines_become_paragraphs)
{
  dt_test_run_case (&cases[_i]);
}
END_TEST

static char *
import_error (const void *data,
              gsize size,
              GQuark domain,
              int code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = dt_import_text (bytes, "a.txt", NULL, &error);

  ck_assert_ptr_null (plan);
  dt_assert_error (error, domain, code);

  return g_strdup (error->message);
}

START_TEST (bad_bytes_are_refused_with_their_place)
{
  static const char source[] = "K\xe1\xba\xbe HO\xe1\xba\xa0\x43H\nV\xe1\xbb\x87 sinh \xff\n";
  g_autofree char *message = import_error (source, sizeof source - 1, DT_IMPORT_ERROR,
                                           DT_IMPORT_ERROR_ENCODING);

  ck_assert_msg (g_str_has_prefix (message, "a.txt:2:9: "), "%s", message);
}
END_TEST

START_TEST (binary_data_is_refused)
{
  static const char source[] = "KE\0HOACH";
  g_autofree char *message = import_error (source, sizeof source - 1, DT_IMPORT_ERROR,
                                           DT_IMPORT_ERROR_ENCODING);

  ck_assert_msg (g_str_has_prefix (message, "a.txt:1:3: "), "%s", message);
}
END_TEST

START_TEST (a_text_of_nothing_is_refused)
{
  static const char *const sources[] = { "", " \n\n\t\n", "\xef\xbb\xbf" };

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autofree char *message = import_error (sources[i], strlen (sources[i]), DT_IMPORT_ERROR,
                                               DT_IMPORT_ERROR_EMPTY);

      ck_assert_ptr_nonnull (message);
    }
}
END_TEST

START_TEST (heaps_of_accents_are_refused)
{
  GString *source = g_string_new ("K");
  g_autofree char *message = NULL;

  for (guint i = 0; i < 100; i++)
    g_string_append (source, i % 2 == 0 ? "\u0301" : "\u0323");
  message = import_error (source->str, source->len, DT_IMPORT_ERROR, DT_IMPORT_ERROR_ENCODING);
  ck_assert_ptr_nonnull (message);
  g_string_free (source, TRUE);
}
END_TEST

START_TEST (too_large_a_text_is_refused)
{
  gsize size = DT_IMPORT_CAP + 1;
  g_autofree char *source = g_malloc (size);
  g_autofree char *message = NULL;

  memset (source, 'a', size);
  message = import_error (source, size, DT_IMPORT_ERROR, DT_IMPORT_ERROR_TOO_LARGE);
  ck_assert_msg (strstr (message, "16") != NULL, "%s", message);
}
END_TEST

START_TEST (utf16_is_read_in_both_byte_orders)
{
  static const char source[] = "KẾ HOẠCH\nVệ sinh\nI. MỤC ĐÍCH\nĐường sạch.\n";

  for (guint big = 0; big < 2; big++)
    {
      glong n;
      g_autofree gunichar2 *units = g_utf8_to_utf16 (source, -1, NULL, &n, NULL);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (GBytes) all = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (DtPlan) plan = NULL;
      g_autofree char *dump = NULL;

      g_byte_array_append (bytes, (const guint8 *) (big ? "\xfe\xff" : "\xff\xfe"), 2);
      for (glong i = 0; i < n; i++)
        {
          guint8 pair[2] = { (guint8) (units[i] >> (big ? 8 : 0)), (guint8) (units[i] >> (big ? 0 : 8)) };

          g_byte_array_append (bytes, pair, 2);
        }
      all = g_bytes_new (bytes->data, bytes->len);
      plan = dt_import_text (all, "a.txt", NULL, &error);
      dt_assert_no_error (error);
      dump = dt_test_dump_plan (plan);
      dt_test_check_text ("the plan", "UTF-16", dump, "body: Đường sạch.");
    }
}
END_TEST

START_TEST (half_a_utf16_unit_is_refused)
{
  g_autofree char *message = import_error ("\xff\xfeK\0E", 5, DT_IMPORT_ERROR,
                                           DT_IMPORT_ERROR_ENCODING);

  ck_assert_ptr_nonnull (message);
}
END_TEST

START_TEST (a_long_text_takes_linear_time)
{
  gint64 times[2];

  for (guint round = 0; round < 2; round++)
    {
      GString *source = g_string_new ("KẾ HOẠCH\nVệ sinh\n");
      guint n = round == 0 ? 2000 : 16000;
      gint64 start;

      for (guint i = 0; i < n; i++)
        g_string_append_printf (source, "I. PHẦN VIỆC\n1. Việc thứ nhất\na) Làm sạch, làm đẹp;\n- Rồi gửi về xã.\n");
      start = g_get_monotonic_time ();
      dt_plan_unref (dt_test_import (source->str, "a.txt", NULL));
      times[round] = g_get_monotonic_time () - start;
      g_string_free (source, TRUE);
    }

  /* Eight times the text; a quadratic step would take sixty-four times as long. */
  ck_assert_msg (times[1] < 32 * MAX (times[0], 2000), "%" G_GINT64_FORMAT " then %" G_GINT64_FORMAT " µs",
                 times[0], times[1]);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("import-lines");
  TCase *tcase = tcase_create ("lines");

  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, lines_become_paragraphs, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tcase, bad_bytes_are_refused_with_their_place);
  tcase_add_test (tcase, binary_data_is_refused);
  tcase_add_test (tcase, a_text_of_nothing_is_refused);
  tcase_add_test (tcase, heaps_of_accents_are_refused);
  tcase_add_test (tcase, too_large_a_text_is_refused);
  tcase_add_test (tcase, utf16_is_read_in_both_byte_orders);
  tcase_add_test (tcase, half_a_utf16_unit_is_refused);
  tcase_add_test (tcase, a_long_text_takes_linear_time);
  suite_add_tcase (suite, tcase);

  return dt_test_main (suite);
}
