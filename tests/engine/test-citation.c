/* test-citation.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dt-test.h"

#include "catalog/dt-citation.h"

#include <string.h>
#include <time.h>

#define BIT(code) (1u << (code))

/* One citation each: text, type, number, class. */
static const struct
{
  const char *text;
  const char *type;
  const char *number;
  DtCitationClass klass;
} classes[] = {
  { "Nghị định số 118/2025/NĐ-CP", "Nghị định", "118/2025/NĐ-CP", DT_CITATION_QPPL },
  { "Nghị quyết số 21/2026/NQ-CP", "Nghị quyết", "21/2026/NQ-CP", DT_CITATION_QPPL },
  { "Nghị quyết số 66.7/2025/NQ-CP", "Nghị quyết", "66.7/2025/NQ-CP", DT_CITATION_QPPL },
  { "Quyết định số 11/2026/QĐ-TTg", "Quyết định", "11/2026/QĐ-TTg", DT_CITATION_QPPL },
  { "Thông tư số 01/2025/TT-BNV", "Thông tư", "01/2025/TT-BNV", DT_CITATION_QPPL },
  { "Thông tư liên tịch số 01/2016/TTLT-BNV-BTC", "Thông tư liên tịch", "01/2016/TTLT-BNV-BTC", DT_CITATION_QPPL },
  { "Nghị quyết liên tịch số 01/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN", "Nghị quyết liên tịch",
    "01/2025/NQLT-UBTVQH15-CP-ĐCTUBTWMTTQVN", DT_CITATION_QPPL },
  { "Nghị quyết số 12/2024/NQ-HĐND", "Nghị quyết", "12/2024/NQ-HĐND", DT_CITATION_QPPL },
  { "Luật số 72/2025/QH15", "Luật", "72/2025/QH15", DT_CITATION_LAW },
  { "Nghị quyết số 202/2025/QH15", "Nghị quyết", "202/2025/QH15", DT_CITATION_LAW },
  { "Pháp lệnh số 02/2020/UBTVQH14", "Pháp lệnh", "02/2020/UBTVQH14", DT_CITATION_LAW },
  { "Nghị quyết số 1669/NQ-UBTVQH15", "Nghị quyết", "1669/NQ-UBTVQH15", DT_CITATION_STATE },
  { "Kế hoạch số 20/KH-UBND", "Kế hoạch", "20/KH-UBND", DT_CITATION_STATE },
  { "Tờ trình số 1573/TTr-VHXH", "Tờ trình", "1573/TTr-VHXH", DT_CITATION_STATE },
  { "Công điện số 280/CĐ-TTg", "Công điện", "280/CĐ-TTg", DT_CITATION_STATE },
  { "Nghị định số 43/CP", "Nghị định", "43/CP", DT_CITATION_STATE },
  { "Quyết định số 30c/QĐ-UBND", "Quyết định", "30c/QĐ-UBND", DT_CITATION_STATE },
  { "công văn số 10495/UBND-CNXD", "Công văn", "10495/UBND-CNXD", DT_CITATION_LETTER },
  { "văn bản số 1826/BNV-CVT&LTNN", "Công văn", "1826/BNV-CVT&LTNN", DT_CITATION_LETTER },
  { "Kết luận số 62-KL/TW", "Kết luận", "62-KL/TW", DT_CITATION_PARTY },
  { "Quy định số 08-QĐi/TW", "Quy định", "08-QĐi/TW", DT_CITATION_PARTY },
  { "Quyết định số 141/2003/QĐ/BTC", "Quyết định", "141/2003/QĐ/BTC", DT_CITATION_QPPL },
  { "số 1982/QĐ-XYZ", "Quyết định", "1982/QĐ-XYZ", DT_CITATION_STATE },
  { "Nghị quyết số 12-NQ/CB", "Nghị quyết", "12-NQ/CB", DT_CITATION_PARTY },
  { "Báo cáo số 05-BC/VPĐU", "Báo cáo", "05-BC/VPĐU", DT_CITATION_PARTY },
  { "Kế hoạch số 01-KH/TWĐTN-KHCN", "Kế hoạch", "01-KH/TWĐTN-KHCN", DT_CITATION_UNION },
  { "Quyết định số 207/QĐ-MTTW-BTT", "Quyết định", "207/QĐ-MTTW-BTT", DT_CITATION_UNION },
  { "Kế hoạch phối hợp số 63/KHPH-MTTQ-UBND", "Kế hoạch phối hợp", "63/KHPH-MTTQ-UBND", DT_CITATION_UNION },
  { "Văn bản hợp nhất số 67/VBHN-VPQH", "Văn bản hợp nhất", "67/VBHN-VPQH", DT_CITATION_CONSOLIDATED },
  { "Luật Lưu trữ năm 2024", "Luật", NULL, DT_CITATION_NAMED_LAW },
  { "Bộ luật Dân sự ngày 24 tháng 11 năm 2015", "Bộ luật", NULL, DT_CITATION_NAMED_LAW },
  { "Pháp lệnh Cảnh vệ năm 2005", "Pháp lệnh", NULL, DT_CITATION_NAMED_LAW },
  { "Hiến pháp năm 2013", "Hiến pháp", NULL, DT_CITATION_NAMED_LAW },
};

START_TEST (every_class_is_found_and_named)
{
  g_autoptr (DtCitations) found = dt_citations_find (classes[_i].text, -1);
  const DtCitation *citation;

  ck_assert_uint_eq (dt_citations_get_n (found), 1);
  citation = dt_citations_get (found, 0);
  ck_assert_str_eq (citation->type, classes[_i].type);
  ck_assert_pstr_eq (citation->number, classes[_i].number);
  ck_assert_int_eq (citation->klass, classes[_i].klass);
  ck_assert_uint_eq (citation->problems, 0);
  ck_assert_uint_eq (citation->span.start, 0);
  ck_assert_uint_eq (citation->span.end, strlen (classes[_i].text));
}
END_TEST

/* What is wrong, what is found of it, and what is told to write. */
static const struct
{
  const char *text;
  DtCitationProblemCode code;
  const char *number;
  const char *right;
} errors[] = {
  { "Nghị định 30/2020/NĐ-CP", DT_CITATION_MISSING_SO, "30/2020/NĐ-CP", "Nghị định số 30/2020/NĐ-CP" },
  { "Nghị định số 30/2020/ND-CP", DT_CITATION_D_MARK, "30/2020/NĐ-CP", "30/2020/NĐ-CP" },
  { "Quyết định số 45/2023/QD-UBND", DT_CITATION_D_MARK, "45/2023/QĐ-UBND", "45/2023/QĐ-UBND" },
  { "Nghị quyết số 07/NQ-HDND", DT_CITATION_D_MARK, "07/NQ-HĐND", "07/NQ-HĐND" },
  { "nghị định số 30/2020/nđ-cp", DT_CITATION_LETTER_CASE, "30/2020/NĐ-CP", "30/2020/NĐ-CP" },
  { "Kế hoạch số 20/KH–UBND", DT_CITATION_DASH, "20/KH-UBND", "20/KH-UBND" },
  { "Kế hoạch số 20 / KH - UBND", DT_CITATION_BLANKS, "20/KH-UBND", "20/KH-UBND" },
  { "Nghị định số 118/2025/NĐ-\nCP", DT_CITATION_BLANKS, "118/2025/NĐ-CP", "118/2025/NĐ-CP" },
  { "Kế hoạch số 20/KH/UBND", DT_CITATION_SEPARATOR, "20/KH-UBND", "20/KH-UBND" },
  { "Nghị định số 118-2025-NĐ-CP", DT_CITATION_SEPARATOR, "118/2025/NĐ-CP", "118/2025/NĐ-CP" },
  { "Nghị định số 118/2025/NĐCP", DT_CITATION_SEPARATOR, "118/2025/NĐ-CP", "118/2025/NĐ-CP" },
  { "Nghị định số 118/2025NĐ-CP", DT_CITATION_SEPARATOR, "118/2025/NĐ-CP", "118/2025/NĐ-CP" },
  { "Nghị định số 118/2025/NĐ-CP1", DT_CITATION_FOOTNOTE, "118/2025/NĐ-CP", "118/2025/NĐ-CP" },
  { "Nghị quyết số 03/NQ-TU", DT_CITATION_PARTY_SHAPE, "03-NQ/TU", "03-NQ/TU" },
  { "Nghị quyết số 03-NQ-TU", DT_CITATION_PARTY_SHAPE, "03-NQ/TU", "03-NQ/TU" },
  { "Kết luận số 62 KL/TW", DT_CITATION_PARTY_SHAPE, "62-KL/TW", "62-KL/TW" },
  { "Kế hoạch số 20-KH/UBND", DT_CITATION_STATE_SHAPE, "20/KH-UBND", "20/KH-UBND" },
  { "Kế hoạch số 5/KH-UBND", DT_CITATION_PADDING, "05/KH-UBND", "05/KH-UBND" },
  { "Thông tư số 7/2020/TT-BYT", DT_CITATION_PADDING, "7/2020/TT-BYT", "07/2020/TT-BYT" },
  { "Kế hoạch số 20/2026/KH-UBND", DT_CITATION_EXTRA_YEAR, "20/KH-UBND", "20/KH-UBND" },
  { "Nghị định số 233/NĐ-CP", DT_CITATION_MISSING_YEAR, "233/NĐ-CP", NULL },
  { "Nghị định số 118/2025/NĐ", DT_CITATION_TRUNCATED, "118/2025/NĐ", NULL },
  { "Thông tư số 07/2015/TT-Bộ Y tế", DT_CITATION_TRUNCATED, "07/2015/TT", NULL },
  { "Quyết định số 141/2006/QĐ/BTC", DT_CITATION_SEPARATOR, "141/2006/QĐ-BTC", "141/2006/QĐ-BTC" },
  { "công văn số 7317/by-mt ngày 03/9/2021 của bộ y tế", DT_CITATION_LETTER_CASE, "7317/BY-MT", "7317/BY-MT" },
  { "Tờ trình số 15/TTR-UBND", DT_CITATION_LETTER_CASE, "15/TTr-UBND", "15/TTr-UBND" },
  { "Chương trình số 15/CTR-UBND", DT_CITATION_LETTER_CASE, "15/CTr-UBND", "15/CTr-UBND" },
  { "Chỉ thị số 23/CT-TTG", DT_CITATION_LETTER_CASE, "23/CT-TTg", "23/CT-TTg" },
  { "Nghị định số 91/2014/N\303\220-CP", DT_CITATION_LOOKALIKE, "91/2014/NĐ-CP", "91/2014/NĐ-CP" },
  { "Nghị định số 91/2014/N\306\211-CP", DT_CITATION_LOOKALIKE, "91/2014/NĐ-CP", "91/2014/NĐ-CP" },
  { "công văn số 120/CV-UBND", DT_CITATION_LETTER_SYMBOL, "120/CV-UBND", NULL },
  { "Nghị định số 30/2020/NĐ-CP ngày 5/3/2020 của Chính phủ", DT_CITATION_DATE_FORM, "30/2020/NĐ-CP", "ngày 05/3/2020" },
  { "Nghị định số 30/2020/NĐ-CP ngày 05/03/2020 của Chính phủ", DT_CITATION_DATE_FORM, "30/2020/NĐ-CP", "ngày 05/3/2020" },
  { "Nghị định số 30/2020/NĐ-CP ngày 5 tháng 3 năm 2020 của Chính phủ", DT_CITATION_DATE_FORM, "30/2020/NĐ-CP",
    "ngày 05 tháng 3 năm 2020" },
  { "Kế hoạch số 12/KH-UBND ngày 31/02/2025 của UBND xã", DT_CITATION_DATE_INVALID, "12/KH-UBND", NULL },
  { "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của CP", DT_CITATION_ISSUER_SHORT, "30/2020/NĐ-CP", "Chính phủ" },
  { "Chỉ thị số 23/CT-TTg ngày 02/9/2021 của TTg", DT_CITATION_ISSUER_SHORT, "23/CT-TTg", "Thủ tướng Chính phủ" },
  { "theo Khoản 1, Điều 5, Nghị định số 30/2020/NĐ-CP", DT_CITATION_PINPOINT, "30/2020/NĐ-CP", "khoản 1 Điều 5" },
  { "theo điều 5 Nghị định số 30/2020/NĐ-CP", DT_CITATION_PINPOINT, "30/2020/NĐ-CP", "Điều 5" },
  { "theo Điều 5 khoản 1 điểm a Nghị định số 30/2020/NĐ-CP", DT_CITATION_PINPOINT, "30/2020/NĐ-CP", "điểm a khoản 1 Điều 5" },
  { "Quyết định số 3041/QĐ-UBND ngày 26/7/2025.", DT_CITATION_INCOMPLETE, "3041/QĐ-UBND", NULL },
  { "Quyết định số 12/QĐ-UBND ngày 26/7/2025 của UBND tỉnh V/v thành lập tổ công tác", DT_CITATION_ABBREVIATION,
    "12/QĐ-UBND", "về việc" },
  { "Luật số 72/2025/QH16", DT_CITATION_TERM_CONFLICT, "72/2025/QH16", "72/2025/QH15" },
  { "Nghị định số 30/2020/NĐ-CP ngày 05/3/2021 của Chính phủ", DT_CITATION_YEAR_CONFLICT, "30/2020/NĐ-CP", NULL },
  { "Quyết định số 30/2020/NĐ-CP", DT_CITATION_TYPE_CONFLICT, "30/2020/NĐ-CP", "Nghị định" },
  { "Thông tư số 72/2025/QH15", DT_CITATION_TYPE_CONFLICT, "72/2025/QH15", NULL },
  { "Quyết định số 1588/QĐ-TTg ngày 17/12/2024 của Chính phủ", DT_CITATION_ISSUER_CONFLICT, "1588/QĐ-TTg",
    "Thủ tướng Chính phủ" },
  { "Thông tư số 01/2025/TT-BNV ngày 10/01/2025 của Bộ Tài chính", DT_CITATION_ISSUER_CONFLICT, "01/2025/TT-BNV",
    "Bộ Nội vụ" },
};

START_TEST (every_error_is_named_and_put_right)
{
  g_autoptr (DtCitations) found = dt_citations_find (errors[_i].text, -1);
  g_autofree char *right = NULL;
  const DtCitation *citation;

  ck_assert_uint_eq (dt_citations_get_n (found), 1);
  citation = dt_citations_get (found, 0);
  ck_assert_str_eq (citation->number, errors[_i].number);
  ck_assert_msg ((citation->problems & BIT (errors[_i].code)) != 0, "%s: problems %x", errors[_i].text,
                 citation->problems);
  right = dt_citations_dup_suggestion (found, 0, errors[_i].code);
  ck_assert_pstr_eq (right, errors[_i].right);
  ck_assert_ptr_nonnull (dt_citation_problem_get_name (errors[_i].code));
  ck_assert_ptr_nonnull (dt_citation_problem_get_message (errors[_i].code));
}
END_TEST

/* Nothing of these is a citation. */
static const char *const others[] = {
  "ngày 16/6/2025",
  "trực 24/7",
  "giai đoạn 2021-2025",
  "tỷ lệ 50/60",
  "ĐT: 0243.825/1234",
  "TCVN ISO 9001:2015",
  "QCVN 01:2019/BCA",
  "QCVN: 02/2019/BLĐTBXH",
  "TCCS 20:2010/BVTV",
  "theo Mẫu số 04/CK-NSNN",
  "Biểu số 11/BC-BNG",
  "theomẫu số 01/QĐ-TTg",
  "biểu mẫu số 02/TT-LLTP",
  "Phụ lục số 09/QĐ-UBND",
  "Mẫu số 03/TB-UBND, 04/TB-UBND",
  "Luật này có hiệu lực từ ngày 01 tháng 7 năm 2025",
  "điểm b khoản 1 Điều 9 của Nghị định này",
  "pháp luật năm 2020",
  "Luật Đất đai có hiệu lực từ ngày 01/01/2025",
  "kỷ luật năm 2024",
  "06 m2/người",
  "cổng type 2/Tesla",
  "120 km/h",
  "1.500 đồng/kg",
  "5.000/HĐ",
  "12/2025",
  "số 12/5",
  "https://example.org/12/QĐ%2DTTg",
  "QĐ-UBND",
  "Quyết định này",
  "hạng 3/4",
  "Luật năm 2020",
  "12/KH",
};

START_TEST (near_misses_are_left_alone)
{
  g_autoptr (DtCitations) found = dt_citations_find (others[_i], -1);

  ck_assert_msg (dt_citations_get_n (found) == 0, "%s", others[_i]);
}
END_TEST

/* All fields, in the orders people use. */
static const struct
{
  const char *text;
  const char *number;
  const char *date;
  const char *issuer;
  const char *subject;
} fields[] = {
  { "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ về Chương trình tổng thể; Kế hoạch khác", "76/NQ-CP",
    "2021-07-15", "Chính phủ", "về Chương trình tổng thể" },
  { "Kế hoạch số 20/KH-UBND ngày 31 tháng 7 năm 2025 của Ủy ban nhân dân phường An Hòa về chuyển đổi số.", "20/KH-UBND",
    "2025-07-31", "Ủy ban nhân dân phường An Hòa", "về chuyển đổi số" },
  { "Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của Đảng ủy xã Bình Minh về nông thôn mới", "12-NQ/ĐU", "2026-09-05",
    "Đảng ủy xã Bình Minh", "về nông thôn mới" },
  { "Thông tư số 05/2021/TT-BYT Quy định việc khám bệnh ngày 12/04/2021 của Bộ Y tế", "05/2021/TT-BYT", "2021-04-12",
    "Bộ Y tế", "Quy định việc khám bệnh" },
  { "Luật 23/2012/QH13 Hợp tác xã ban hành ngày 20/11/2012", "23/2012/QH13", "2012-11-20", NULL, "Hợp tác xã" },
  { "Luật Nhà ở số 27/2023/QH15 ngày 27 tháng 11 năm 2023 của Quốc hội", "27/2023/QH15", "2023-11-27", "Quốc hội", "Nhà ở" },
  { "Quyết định của Thủ tướng Chính phủ số 12/QĐ-TTg ngày 05/3/2020", "12/QĐ-TTg", "2020-03-05", "Thủ tướng Chính phủ", NULL },
  { "Quyết định số 49/QĐ-BNV ngày 10/01/2025 về ban hành kế hoạch tuyên truyền của Bộ trưởng Bộ Nội vụ.", "49/QĐ-BNV",
    "2025-01-10", "Bộ trưởng Bộ Nội vụ", "về ban hành kế hoạch tuyên truyền" },
  { "Kế hoạch số 08/KH-UBND ngày mùng 5 tháng Ba năm 2025 của UBND xã Long Hồ", "08/KH-UBND", "2025-03-05",
    "UBND xã Long Hồ", NULL },
  { "Kế hoạch số 08/KH-UBND ngày hai mươi sáu tháng mười năm 2025 của UBND xã", "08/KH-UBND", "2025-10-26", "UBND xã", NULL },
  { "Chỉ thị số 15/CT-TTg của Thủ tướng Chính phủ ngày 05 tháng 4 năm 2025 về phòng cháy", "15/CT-TTg", "2025-04-05",
    "Thủ tướng Chính phủ", "về phòng cháy" },
  { "Thông tư số 01/2019/TT-BKHĐT Quy định báo cáo ngành Kế hoạch và Đầu tư ngày 04/01/2019 của Bộ Kế hoạch và Đầu tư",
    "01/2019/TT-BKHĐT", "2019-01-04", "Bộ Kế hoạch và Đầu tư", "Quy định báo cáo ngành Kế hoạch và Đầu tư" },
  { "Thông tư liên tịch số 20/2010/TTLT-BTTTT-BYT ngày 20/8/2010 của Bộ Thông tin và Truyền thông và Bộ Y tế hướng dẫn ưu tiên",
    "20/2010/TTLT-BTTTT-BYT", "2010-08-20", "Bộ Thông tin và Truyền thông và Bộ Y tế", "hướng dẫn ưu tiên" },
  { "Quyết định số 5/2024/QĐ-UBND ngày 10/01/2024 của Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu ban hành quy chế",
    "5/2024/QĐ-UBND", "2024-01-10", "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu", "ban hành quy chế" },
};

START_TEST (all_fields_are_read_in_any_order)
{
  g_autoptr (DtCitations) found = dt_citations_find (fields[_i].text, -1);
  g_autofree char *date = NULL;
  g_autofree char *issuer = NULL;
  g_autofree char *subject = NULL;

  ck_assert_uint_ge (dt_citations_get_n (found), 1);
  date = dt_date_format_iso (dt_citations_get (found, 0)->date);
  issuer = dt_citations_dup_issuer (found, 0);
  subject = dt_citations_dup_subject (found, 0);
  ck_assert_str_eq (dt_citations_get (found, 0)->number, fields[_i].number);
  ck_assert_str_eq (date, fields[_i].date);
  ck_assert_pstr_eq (issuer, fields[_i].issuer);
  ck_assert_pstr_eq (subject, fields[_i].subject);
}
END_TEST

START_TEST (numbers_under_one_type_are_a_group)
{
  g_autoptr (DtCitations) found = dt_citations_find ("theo Công điện số 280/CĐ-TTg và 968/CĐ-TTg của Thủ tướng Chính phủ", -1);
  g_autofree char *issuer = dt_citations_dup_issuer (found, 0);

  ck_assert_uint_eq (dt_citations_get_n (found), 2);
  ck_assert_str_eq (dt_citations_get (found, 1)->type, "Công điện");
  ck_assert_uint_ne (dt_citations_get (found, 0)->group, 0);
  ck_assert_uint_eq (dt_citations_get (found, 0)->group, dt_citations_get (found, 1)->group);
  ck_assert_str_eq (issuer, "Thủ tướng Chính phủ");
}
END_TEST

START_TEST (a_base_with_several_numbers_is_a_group)
{
  static const char text[] = "Căn cứ các Quyết định: số 892/QĐ-BNV ngày 05/12/2024 phê duyệt Đề án “Chỉ số”; "
                             "số 49/QĐ-BNV ngày 10/01/2025 về kế hoạch năm 2025 của Bộ trưởng Bộ Nội vụ;";
  g_autoptr (DtCitations) found = dt_citations_find (text, -1);

  ck_assert_uint_eq (dt_citations_get_n (found), 2);
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *issuer = dt_citations_dup_issuer (found, i);

      ck_assert_str_eq (dt_citations_get (found, i)->type, "Quyết định");
      ck_assert_uint_eq (dt_citations_get (found, i)->group, 1);
      ck_assert_str_eq (issuer, "Bộ trưởng Bộ Nội vụ");
    }
}
END_TEST

START_TEST (what_a_group_gives_in_full_needs_so_too)
{
  static const char text[] = "Căn cứ các Quyết định: số 1/QĐ-BNV ngày 05/12/2024 về một; 12/QĐ-BNV ngày 10/01/2025 về hai; "
                             "số 13/QĐ-BNV ngày 11/01/2025 về ba của Bộ trưởng Bộ Nội vụ;";
  g_autoptr (DtCitations) found = dt_citations_find (text, -1);
  g_autofree char *right = NULL;

  ck_assert_uint_eq (dt_citations_get_n (found), 3);
  ck_assert_uint_eq (dt_citations_get (found, 0)->problems & BIT (DT_CITATION_MISSING_SO), 0);
  ck_assert_uint_ne (dt_citations_get (found, 1)->problems & BIT (DT_CITATION_MISSING_SO), 0);
  ck_assert_uint_eq (dt_citations_get (found, 2)->problems & BIT (DT_CITATION_MISSING_SO), 0);
  right = dt_citations_dup_suggestion (found, 1, DT_CITATION_MISSING_SO);
  ck_assert_str_eq (right, "số 12/QĐ-BNV");
}
END_TEST

START_TEST (citations_in_a_subject_are_found_too)
{
  static const char text[] = "Thông tư số 16/2013/TT-BTP Sửa đổi Thông tư số 13/2011/TT-BTP ngày 27 tháng 6 năm 2011 của "
                             "Bộ trưởng Bộ Tư pháp về biểu mẫu ngày 11/11/2013 của Bộ Tư pháp";
  g_autoptr (DtCitations) found = dt_citations_find (text, -1);
  g_autofree char *outer = NULL;
  g_autofree char *inner = NULL;

  ck_assert_uint_eq (dt_citations_get_n (found), 2);
  outer = dt_date_format_iso (dt_citations_get (found, 0)->date);
  inner = dt_date_format_iso (dt_citations_get (found, 1)->date);
  ck_assert_str_eq (outer, "2013-11-11");
  ck_assert_str_eq (inner, "2011-06-27");
}
END_TEST

START_TEST (an_amending_law_is_one_citation)
{
  g_autoptr (DtCitations) found = dt_citations_find ("Luật sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế ngày 13/6/2014", -1);
  g_autofree char *name = dt_citations_dup_subject (found, 0);

  ck_assert_uint_eq (dt_citations_get_n (found), 1);
  ck_assert_str_eq (name, "sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế");
}
END_TEST

START_TEST (the_part_that_is_meant_is_told)
{
  g_autoptr (DtCitations) found = dt_citations_find ("theo điểm a, b khoản 2 Điều 5 của Nghị định số 30/2020/NĐ-CP", -1);
  g_autofree char *pinpoint = dt_citations_dup_pinpoint (found, 0);

  ck_assert_str_eq (pinpoint, "điểm a, b khoản 2 Điều 5");
  ck_assert_uint_eq (dt_citations_get (found, 0)->problems, 0);
}
END_TEST

START_TEST (decomposed_text_gives_offsets_of_its_own_bytes)
{
  static const char text[] = "Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;";
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  g_autoptr (DtCitations) found = dt_citations_find (decomposed, -1);
  g_autofree char *issuer = dt_citations_dup_issuer (found, 0);
  g_autofree char *subject = dt_citations_dup_subject (found, 0);
  const DtCitation *citation = dt_citations_get (found, 0);

  ck_assert_uint_eq (dt_citations_get_n (found), 1);
  ck_assert_str_eq (citation->number, "30/2020/NĐ-CP");
  ck_assert_str_eq (issuer, "Chính phủ");
  ck_assert_str_eq (subject, "về công tác văn thư");
  ck_assert_uint_eq (citation->span.start, strstr (decomposed, "Ngh") - decomposed);
  ck_assert_uint_eq (citation->problems, 0);
}
END_TEST

START_TEST (a_page_head_in_a_name_is_left_out)
{
  static const char text[] = "Thông tư số 24/2020/TT-BLĐTBXH ngày 30 tháng 12 năm 2020 của Bộ trưởng Bộ Lao động - Thương \n"
                             "\nCÔNG BÁO/Số 303 + 304/Ngày 18-4-2022 \n7 \n\nbinh và Xã hội về việc làm";
  g_autoptr (DtCitations) found = dt_citations_find (text, -1);
  g_autofree char *issuer = dt_citations_dup_issuer (found, 0);

  ck_assert_uint_eq (dt_citations_get_n (found), 1);
  ck_assert_str_eq (issuer, "Bộ trưởng Bộ Lao động - Thương binh và Xã hội");
}
END_TEST

START_TEST (two_dates_for_one_number_conflict)
{
  g_autoptr (DtCitations) found = dt_citations_find ("Luật số 72/2025/QH15 ngày 16/6/2025; Luật số 72/2025/QH15 ngày 15/6/2025;", -1);

  ck_assert_uint_eq (dt_citations_get_n (found), 2);
  ck_assert_uint_eq (dt_citations_get (found, 0)->problems & BIT (DT_CITATION_DATE_CONFLICT), 0);
  ck_assert_uint_ne (dt_citations_get (found, 1)->problems & BIT (DT_CITATION_DATE_CONFLICT), 0);
}
END_TEST

START_TEST (a_number_of_another_year_is_no_conflict)
{
  g_autoptr (DtCitations) found = dt_citations_find ("Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ; "
                                                     "Nghị quyết số 76/NQ-CP ngày 18/6/2018 của Chính phủ.",
                                                     -1);

  ck_assert_uint_eq (dt_citations_get (found, 1)->problems, 0);
}
END_TEST

START_TEST (full_data_again_are_noted)
{
  static const char once[] = "Kế hoạch số 20/KH-UBND ngày 31/7/2025 của UBND phường về chuyển đổi số; ";
  g_autofree char *twice = g_strconcat (once, once, NULL);
  g_autoptr (DtCitations) found = dt_citations_find (twice, -1);
  g_autofree char *right = dt_citations_dup_suggestion (found, 1, DT_CITATION_REPEATED);

  ck_assert_uint_eq (dt_citations_get (found, 0)->problems, 0);
  ck_assert_uint_eq (dt_citations_get (found, 1)->problems, BIT (DT_CITATION_REPEATED));
  ck_assert_str_eq (right, "Kế hoạch số 20/KH-UBND");
}
END_TEST

START_TEST (what_is_not_utf8_has_no_citations)
{
  g_autoptr (DtCitations) found = dt_citations_find ("Luật số 72/2025/QH15 \377", -1);

  ck_assert_uint_eq (dt_citations_get_n (found), 0);
}
END_TEST

/* What made some earlier search look again and again at the same words. */
static const char *const patterns[] = {
  "76/NQ-",
  "12/2020/NĐ-CP quy định ",
  "Luật sửa đổi của Luật ",
  "Luật a ",
  "12/QĐ-UBND, ",
  "1",
  "1/",
  "a",
  " ",
  "\n",
  "khoản 1 Điều 5 ",
  "12/2020/NĐ-CP của Bộ ",
  "12/2020/NĐ-CP quy định (",
  "ngày 1/1/2020 ",
  "12/A-",
  "\314\243",
  "số ",
};

/* In microseconds; what other programs do at the same time does not count. */
static double
get_cpu_time (void)
{
  return (double) clock () * (1e6 / CLOCKS_PER_SEC);
}

static double
measure (const char *pattern,
         gsize size)
{
  g_autoptr (GString) text = g_string_sized_new (size + 64);
  double best = G_MAXDOUBLE;

  while (text->len < size)
    g_string_append (text, pattern);
  for (guint i = 0; i < 3; i++)
    {
      double start = get_cpu_time ();
      g_autoptr (DtCitations) found = dt_citations_find (text->str, (gssize) text->len);

      ck_assert_ptr_nonnull (found);
      best = MIN (best, get_cpu_time () - start);
    }

  return best;
}

/* Eight times the text takes eight times as long; a search that is not linear takes 64 times. */
START_TEST (time_grows_with_the_length_alone)
{
  double small = measure (patterns[_i], 64 * 1024);
  double large = measure (patterns[_i], 512 * 1024);

  ck_assert_msg (large < 25 * small + 20000, "%s: %.0f and %.0f µs", patterns[_i], small, large);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("citation");
  TCase *reading = tcase_create ("reading");
  TCase *context = tcase_create ("context");
  TCase *speed = tcase_create ("speed");

  tcase_add_loop_test (reading, every_class_is_found_and_named, 0, G_N_ELEMENTS (classes));
  tcase_add_loop_test (reading, every_error_is_named_and_put_right, 0, G_N_ELEMENTS (errors));
  tcase_add_loop_test (reading, near_misses_are_left_alone, 0, G_N_ELEMENTS (others));
  tcase_add_loop_test (reading, all_fields_are_read_in_any_order, 0, G_N_ELEMENTS (fields));
  suite_add_tcase (suite, reading);

  tcase_add_test (context, numbers_under_one_type_are_a_group);
  tcase_add_test (context, a_base_with_several_numbers_is_a_group);
  tcase_add_test (context, what_a_group_gives_in_full_needs_so_too);
  tcase_add_test (context, citations_in_a_subject_are_found_too);
  tcase_add_test (context, an_amending_law_is_one_citation);
  tcase_add_test (context, the_part_that_is_meant_is_told);
  tcase_add_test (context, decomposed_text_gives_offsets_of_its_own_bytes);
  tcase_add_test (context, a_page_head_in_a_name_is_left_out);
  tcase_add_test (context, two_dates_for_one_number_conflict);
  tcase_add_test (context, a_number_of_another_year_is_no_conflict);
  tcase_add_test (context, full_data_again_are_noted);
  tcase_add_test (context, what_is_not_utf8_has_no_citations);
  suite_add_tcase (suite, context);

  tcase_set_timeout (speed, 60);
  tcase_add_loop_test (speed, time_grows_with_the_length_alone, 0, G_N_ELEMENTS (patterns));
  suite_add_tcase (suite, speed);

  return dt_test_main (suite);
}
