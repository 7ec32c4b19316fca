/* test-import-sections.c - numbering, sections, points and articles of imported text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dt-test-import.h"

#define HEAD "KẾ HOẠCH\nTrồng cây đầu xuân năm 2026\n"

static const DtImportCase cases[] = {
  { "Roman headings are sections", NULL, HEAD "I. MỤC ĐÍCH\nXã xanh.\nII. NỘI DUNG\nTrồng tre.\n", { "section unit=roman\n   title: MỤC ĐÍCH\n   body: Xã xanh.\n", "section unit=roman\n   title: NỘI DUNG\n   body: Trồng tre.\n" }, { "!number-repaired" } },
  { "a missing blank behind a Roman number", NULL, HEAD "I. MỤC ĐÍCH\nXã xanh.\nII.NỘI DUNG\nTrồng tre.\n", { "title: NỘI DUNG" }, { "!number-repaired" } },
  { "other marks behind a Roman number", NULL, HEAD "I/ MỤC ĐÍCH\nXã xanh.\nII) NỘI DUNG\nTrồng tre.\nIII- KINH PHÍ\nTự lo.\nIV - TỔ CHỨC\nXã.\n", { "title: MỤC ĐÍCH", "title: NỘI DUNG", "title: KINH PHÍ", "IV - TỔ CHỨC" } },
  { "a Roman letter in a word is none", NULL, HEAD "I. MỤC ĐÍCH\nV-League của thôn.\nX là chữ.\n", { "body: V-League của thôn.\nX là chữ." } },
  { "a doubled number is repaired", NULL, HEAD "I. MỘT HAI\nA.\nII. HAI BA\nB.\nII. BA BỐN\nC.\nIII. BỐN NĂM\nD.\n", { "title: BỐN NĂM" }, { "number-repaired@7: number repaired: II → III", "number-repaired@9: number repaired: III → IV" } },
  { "short titles under a Roman heading", NULL, HEAD "I. YÊU CẦU CHUNG\n1. Mục đích\nXã xanh.\n2. Yêu cầu\nĐúng vụ.\n", { "section unit=arabic\n    title: Mục đích\n    body: Xã xanh.", "section unit=arabic\n    title: Yêu cầu" } },
  { "sentences under a Roman heading are clauses", NULL, HEAD "I. YÊU CẦU CHUNG\n1. Mỗi nhà trồng hai cây.\n2. Thôn chăm sóc chung.\n", { "body: 1. Mỗi nhà trồng hai cây.\n2. Thôn chăm sóc chung.", "!arabic" } },
  { "a list of names is no row of titles", NULL, HEAD "I. TỔ CÔNG TÁC\n1. Ông Lê Văn Tám - Tổ trưởng\n2. Bà Trần Thị Chín - Tổ phó\n", { "body: 1. Ông Lê Văn Tám - Tổ trưởng\n2. Bà Trần" } },
  { "one title makes its neighbours sections", NULL, HEAD "I. TỔ CHỨC LÀM\n1. Văn phòng\n- Ghi sổ.\n2. Các thôn chọn đất, đào hố và giữ cây qua mùa khô.\n", { "title: Văn phòng", "section unit=arabic\n    body: Các thôn chọn đất" } },
  { "skipped numbers are repaired", NULL, HEAD "I. TỔ CHỨC LÀM\n1. Văn phòng\n- Ghi sổ.\n3. Các thôn\n- Đào hố.\n", { "title: Các thôn" }, { "number-repaired@6: number repaired: 3 → 2" } },
  { "a list inside a section begins again", NULL, HEAD "I. TỔ CHỨC LÀM\n1. Văn phòng\nLàm các việc:\n1. Ghi sổ.\n2. Gửi báo cáo.\n2. Các thôn\n- Đào hố.\n", { "title: Văn phòng\n    body: Làm các việc:\n1. Ghi sổ.\n2. Gửi báo cáo.", "title: Các thôn" }, { "!number-repaired" } },
  { "numbers without a blank or with another mark", NULL, HEAD "I. TỔ CHỨC LÀM\n1.Văn phòng\n- Ghi sổ.\n2) Các thôn\n- Đào hố.\n3/ Nhà trường\n- Tưới cây.\n", { "title: Văn phòng", "title: Các thôn", "title: Nhà trường" } },
  { "a date is no number", NULL, HEAD "I. TỔ CHỨC LÀM\n15/02/2026 là ngày trồng.\n2.500 cây được giao.\n", { "body: 15/02/2026 là ngày trồng.\n2.500 cây được giao." } },
  { "decimals are sections", NULL, HEAD "I. NỘI DUNG\n1. Chọn giống\n1.1. Cây bóng mát\nGiáng hương.\n1.2. Cây ăn quả\nBưởi.\n2. Đào hố\n2.1. Hố lớn có bờ giữ nước, rải phân trước một tuần.\n", { "section unit=decimal\n     title: Cây bóng mát\n     body: Giáng hương.", "title: Cây ăn quả", "section unit=decimal\n     body: Hố lớn" }, { "!number-repaired" } },
  { "decimals that skip are repaired", NULL, HEAD "1. Chọn giống\n1.1. Cây bóng mát\nGiáng hương.\n1.3. Cây ăn quả\nBưởi.\n", { "title: Cây ăn quả" }, { "number-repaired@6: number repaired: 1.3 → 1.2" } },
  { "points stay in the text", NULL, HEAD "I. NỘI DUNG\na) Chọn giống;\nb) Đào hố;\nc) Tưới;\nd) Rào;\nđ) Kiểm đếm.\n", { "body: a) Chọn giống;\nb) Đào hố;\nc) Tưới;\nd) Rào;\nđ) Kiểm đếm." }, { "!number-repaired" } },
  { "points that skip đ are repaired", NULL, HEAD "I. NỘI DUNG\na) Một;\nb) Hai;\nc) Ba;\nd) Bốn;\ne) Năm;\nf) Sáu.\n", { "d) Bốn;\nđ) Năm;\ne) Sáu." }, { "number-repaired@8: number repaired: e → đ", "number-repaired@9: number repaired: f → e" } },
  { "points with a full stop", NULL, HEAD "I. NỘI DUNG\na. Chọn giống;\nb. Đào hố.\n", { "body: a) Chọn giống;\nb) Đào hố." } },
  { "points begin again in a new section", NULL, HEAD "I. NỘI DUNG\na) Một;\nb) Hai.\nII. CÁCH LÀM\na) Ba;\nb) Bốn.\n", { "body: a) Ba;\nb) Bốn." }, { "!number-repaired" } },
  { "goals with dashes below", NULL, HEAD "I. MỤC TIÊU CHUNG\na) Mục tiêu chung:\n- Xã xanh;\n+ Đường thôn;\nb) Mục tiêu cụ thể:\n- Nghìn cây.\n", { "body: a) Mục tiêu chung:\n- Xã xanh;\n+ Đường thôn;\nb) Mục tiêu cụ thể:\n- Nghìn cây." } },
  { "other bullets become dashes", NULL, HEAD "I. NỘI DUNG\n• Một;\n• Hai;\n* Ba;\n– Bốn;\n-Năm.\n", { "body: - Một;\n- Hai;\n- Ba;\n- Bốn;\n- Năm." }, { "bullet-normalized@4: bullet “•” made “-”", "bullet-normalized@6", "!bullet-normalized@5" } },
  { "a negative number is no bullet", NULL, HEAD "I. NỘI DUNG\n-5 độ là rét.\n", { "body: -5 độ là rét." } },
  { "a title over two lines", NULL, HEAD "I. NỘI DUNG VÀ GIẢI PHÁP THỰC HIỆN TRONG CẢ MÙA MƯA CỦA\nTOÀN XÃ\nTrồng tre dọc theo bờ mương của các thôn, mỗi thôn một đoạn dài\ndo các hộ ở gần đó nhận chăm sóc trong suốt ba năm đầu, sau đó\ngiao lại cho hợp tác xã.\n", { "title: NỘI DUNG VÀ GIẢI PHÁP THỰC HIỆN TRONG CẢ MÙA MƯA CỦA TOÀN XÃ\n" } },
  { "parts and chapters", NULL, HEAD "Phần I\nTÌNH HÌNH CHUNG\nI. ĐẤT ĐAI\nÍt.\nPhần II\nNHIỆM VỤ\nI. TRỒNG CÂY\nNhiều.\n", { "section unit=phan\n   title: TÌNH HÌNH CHUNG\n   section unit=roman\n    title: ĐẤT ĐAI", "section unit=phan\n   title: NHIỆM VỤ" }, { "!number-repaired" } },
  { "chapters, divisions and articles", NULL, "QUY CHẾ\nGiữ cây của xã\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nMọi cây trên đất công.\nChương II\nCHĂM SÓC\nMục 1\nTƯỚI CÂY\nĐiều 2. Người tưới\n1. Hộ gần nhất tưới.\n2. Thôn kiểm tra.\n", { "plan kind=quy-che", "section unit=chuong\n   title: QUY ĐỊNH CHUNG\n   section unit=dieu\n    title: Phạm vi\n    body: Mọi cây", "section unit=muc\n    title: TƯỚI CÂY\n    section unit=dieu\n     title: Người tưới\n     body: 1. Hộ gần nhất tưới.\n2. Thôn kiểm tra." }, { "!number-repaired" } },
  { "the word of a division in a sentence", NULL, HEAD "I. NỘI DUNG\nMục 2 của Kế hoạch trước đã xong.\nĐiều 5 của quy chế vẫn giữ.\nPhần I của sổ đã đầy.\n", { "body: Mục 2 của Kế hoạch trước đã xong.\nĐiều 5 của quy chế vẫn giữ.\nPhần I của sổ" } },
  { "capital letters head titles in capitals", NULL, HEAD "A. TÌNH HÌNH CHUNG\nI. ĐẤT ĐAI\nÍt.\nB. NHIỆM VỤ CHUNG\nI. TRỒNG CÂY\nNhiều.\n", { "section unit=none\n   title: A. TÌNH HÌNH CHUNG\n   section unit=roman", "title: B. NHIỆM VỤ CHUNG" }, { "!number-repaired" } },
  { "text without any section", NULL, HEAD "Xã trồng cây như sau:\nThôn Đông trồng tre.\nThôn Tây trồng bưởi.\n", { "opening: Xã trồng cây như sau:", "section unit=none\n   body: Thôn Đông trồng tre.\nThôn Tây trồng bưởi." } },
  { "a decision with articles", NULL, "QUYẾT ĐỊNH\nVề việc lập tổ trồng cây\nỦY BAN NHÂN DÂN XÃ LONG CHÂU\nCăn cứ Luật Tổ chức chính quyền địa phương;\nCăn cứ Kế hoạch trồng cây của xã;\nTheo đề nghị của Văn phòng xã.\nQUYẾT ĐỊNH:\nĐiều 1. Lập tổ trồng cây gồm 5 người.\nĐiều 2. Tổ tự giải thể khi xong việc.\nĐiều 3. Văn phòng và các thôn chịu trách nhiệm thi hành./.\n", { "plan kind=quyet-dinh-truc-tiep", "subject: Về việc lập tổ trồng cây\n", "authority: ỦY BAN NHÂN DÂN XÃ LONG CHÂU\n", "basis lead=can-cu: Luật Tổ chức chính quyền địa phương\n", "basis lead=theo-de-nghi: Văn phòng xã\n", "articles\n  section unit=dieu\n   body: Lập tổ trồng cây gồm 5 người.", "thi hành\n", "!QUYẾT ĐỊNH:", "!sections" } },
  { "a plan inside the first article", NULL, "QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch trồng cây\nCăn cứ Luật Lâm nghiệp;\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành Kế hoạch với nội dung sau:\nI. MỤC TIÊU\n1. Chung\nXã xanh.\n2. Riêng\nNghìn cây.\nII. TỔ CHỨC\nCác thôn làm.\nĐiều 2. Có hiệu lực ngay.\n", { "section scheme=roman unit=dieu\n   body: Ban hành Kế hoạch với nội dung sau:\n   section unit=roman\n    title: MỤC TIÊU\n    section unit=arabic\n     title: Chung", "section unit=dieu\n   body: Có hiệu lực ngay." }, { "!number-repaired" } },
};

START_TEST (numbering_becomes_a_tree)
{
  dt_test_run_case (&cases[_i]);
}
END_TEST

START_TEST (more_points_than_letters_are_kept)
{
  GString *source = g_string_new (HEAD "I. NỘI DUNG\n");
  g_autofree char *dump = NULL;
  g_autoptr (DtPlan) plan = NULL;

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (source, "%c) Việc số %u;\n", i == 0 ? 'a' : 'b', i + 1);
  plan = dt_test_import (source->str, "a.txt", NULL);
  dump = dt_test_dump_plan (plan);
  dt_test_check_text ("the plan", "points", dump, ") Việc số 30;");
  g_string_free (source, TRUE);
}
END_TEST

START_TEST (deep_headings_stay_within_the_schema)
{
  g_autofree char *dump = NULL;
  g_autoptr (DtPlan) plan = dt_test_import (
    "# A\n## B\n### C\n#### D\n##### E\n###### F\nPhần I\nG\nChương I\nH\nMục 1\nI J\nTiểu mục 1\nK\nĐiều 1. L\nI. MNOP\n"
    "1. Q\n1.1. R\n1.1.1. S\n1.1.1.1. T\n1.1.1.1.1. U\n1.1.1.1.1.1. V\nChữ cuối.\n",
    "a.md", NULL);

  dump = dt_test_dump_plan (plan);
  dt_test_check_text ("the plan", "depth", dump, "Chữ cuối.");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("import-sections");
  TCase *tcase = tcase_create ("sections");

  tcase_add_loop_test (tcase, numbering_becomes_a_tree, 0, G_N_ELEMENTS (cases));
  tcase_add_test (tcase, more_points_than_letters_are_kept);
  tcase_add_test (tcase, deep_headings_stay_within_the_schema);
  suite_add_tcase (suite, tcase);

  return dt_test_main (suite);
}
