/* test-import-head.c - head, bases, signature, recipients and annexes of imported text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dt-test-import.h"

#define HEAD "KẾ HOẠCH\nTrồng cây đầu xuân năm 2026\n"
#define BODY "I. NỘI DUNG\nTrồng tre dọc mương.\n"
#define NATION "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
#define CLOSE "Nơi nhận:\n- Các thôn;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\n\nLê Văn Tám\n"

static const DtImportCase cases[] = {
  { "a whole head, column after column", NULL, "ỦY BAN NHÂN DÂN\nXÃ LONG CHÂU\n\nSố: 07/KH-UBND\n" NATION "Long Châu, ngày 05 tháng 3 năm 2026\n\n" HEAD BODY, { "head number=07 symbol=KH-UBND date=2026-03-05 place=Long Châu period=2026", "agency: ỦY BAN NHÂN DÂN\nXÃ LONG CHÂU\n", "subject: Trồng cây đầu xuân năm 2026\n", "!CỘNG HÒA", "!parent" }, { "!head-completed@1: the place", "!head-text-kept" } },
  { "two columns on one line", NULL, "ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n   XÃ LONG CHÂU               Độc lập - Tự do - Hạnh phúc\n"
                                     "Số: 07/KH-UBND           Long Châu, ngày 05 tháng 3 năm 2026\n\n" HEAD BODY,
    { "number=07 symbol=KH-UBND date=2026-03-05 place=Long Châu", "agency: ỦY BAN NHÂN DÂN\nXÃ LONG CHÂU\n", "!CỘNG HÒA" },
    { "!head-text-kept" } },
  { "two columns with one blank between", NULL, "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nXÃ LONG CHÂU Độc lập – Tự do – Hạnh phúc\nSố: 07/KH-UBND Long Châu, ngày 05 tháng 3 năm 2026\n" HEAD BODY, { "number=07 symbol=KH-UBND date=2026-03-05 place=Long Châu", "agency: ỦY BAN NHÂN DÂN\nXÃ LONG CHÂU\n" }, { "!head-text-kept" } },
  { "blanks where number and day will be", NULL, "ỦY BAN NHÂN DÂN\nXÃ LONG CHÂU\nSố:       /KH-UBND           Long Châu, ngày      tháng      năm 2026\n" HEAD BODY, { "head symbol=KH-UBND date=2026 place=Long Châu", "!number=" } },
  { "blanks that parted number and day", NULL, "ỦY BAN NHÂN DÂN\nXÃ LONG CHÂU\nSố:\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n/KH-UBND\n\nĐộc lập - Tự do - Hạnh phúc\nLong Châu, ngày\n\ntháng 4 năm 2026\n\n" HEAD BODY, { "head symbol=KH-UBND date=2026-04 place=Long Châu" }, { "!head-text-kept" } },
  { "dots where number and day will be", NULL, "ỦY BAN NHÂN DÂN\nXÃ LONG CHÂU\nSố: ....../KH-UBND\nLong Châu, ngày ... tháng 4 năm 2026\n" HEAD BODY, { "head symbol=KH-UBND date=2026-04 place=Long Châu" } },
  { "a day that is none", NULL, "Long Châu, ngày 31 tháng 02 năm 2026\n" HEAD BODY, { "date=2026-02 place=Long Châu", "!2026-02-31" } },
  { "a date in another form", NULL, "Long Châu, ngày 5 tháng 03 năm 2026\n" HEAD BODY, { "date=2026-03-05" }, { "head-rewritten@1: “Long Châu, ngày 5 tháng 03 năm 2026” is written as “Long Châu, ngày 05 tháng 3 năm 2026”" } },
  { "a body and its parent", NULL, "UBND XÃ LONG CHÂU\nPHÒNG KINH TẾ\nSố: 12/KH-KT\n" HEAD BODY, { "parent: UBND XÃ LONG CHÂU\n", "agency: PHÒNG KINH TẾ\n", "number=12 symbol=KH-KT" } },
  { "stamps", NULL, "ỦY BAN NHÂN DÂN\nXÃ LONG CHÂU\nHỎA TỐC\nLƯU HÀNH NỘI BỘ\n" HEAD BODY, { "urgency=hoa-toc", "circulation: LƯU HÀNH NỘI BỘ" } },
  { "a line nobody knows is kept", NULL, "ỦY BAN NHÂN DÂN\nXÃ LONG CHÂU\n(Dự thảo lần 2)\n" HEAD BODY, { "opening: (Dự thảo lần 2)\n" }, { "head-text-kept@3" } },
  { "other kinds by their name", NULL, "CHƯƠNG TRÌNH\nTrồng cây năm 2026\n" BODY, { "plan kind=chuong-trinh" } },
  { "a type name in a sentence is none", NULL, "KẾ HOẠCH\nTrồng cây\nI. NỘI DUNG\nBÁO CÁO\n", { "plan kind=ke-hoach" } },
  { "type and subject on one line", NULL, "KẾ HOẠCH Trồng cây đầu xuân\n" BODY, { "plan kind=ke-hoach", "subject: Trồng cây đầu xuân\n" } },
  { "a subject over two lines", NULL, "KẾ HOẠCH\nTrồng cây đầu xuân và chăm sóc\ncây đã trồng năm 2026\n" BODY, { "subject: Trồng cây đầu xuân và chăm sóc cây đã trồng năm 2026\n" } },
  { "periods", NULL, "KẾ HOẠCH\nTrồng cây 6 tháng đầu năm 2026\n" BODY, { "period=6 tháng đầu năm 2026" }, { "head-completed@1: the period" } },
  { "a quarter", NULL, "KẾ HOẠCH\nTrồng cây quý II năm 2026\n" BODY, { "period=quý II năm 2026" } },
  { "no year, no period", NULL, "KẾ HOẠCH\nTrồng cây\n" BODY, { "!period=", "!date=" }, { "!head-completed" } },
  { "the body from the text", NULL, HEAD "Ủy ban nhân dân xã Long Châu trồng cây như sau:\n" BODY "Các thôn của xã Long Châu làm. UBND xã Long Châu theo dõi.\n", { "symbol=KH-UBND", "place=Long Châu", "agency: ỦY BAN NHÂN DÂN\nXÃ LONG CHÂU\n" }, { "head-completed@1: the issuing body completed from the text: “ỦY BAN NHÂN DÂN XÃ LONG CHÂU”" } },
  { "the body most often named wins", NULL, HEAD "UBND xã Long Châu nêu: như UBND xã Bình Tân, UBND xã Long Châu và UBND xã Long Châu cùng làm.\n" BODY, { "XÃ LONG CHÂU" } },
  { "a unit with a number keeps its noun", NULL, HEAD "UBND phường 7 trồng cây như sau:\n" BODY, { "place=Phường 7", "PHƯỜNG 7" } },
  { "no committee, no body", NULL, HEAD BODY "Trường ở xã Long Châu tham gia.\n", { "!agency", "!place=" } },
  { "bases as lines", NULL, HEAD "Căn cứ Luật Lâm nghiệp;\nCăn cứ Nghị quyết của Hội đồng nhân dân xã;\nThực hiện thư kêu gọi của tỉnh;\nXã trồng cây như sau:\n" BODY, { "basis lead=can-cu: Luật Lâm nghiệp\n", "basis lead=can-cu: Nghị quyết của Hội đồng nhân dân xã\n", "basis lead=thuc-hien: thư kêu gọi của tỉnh\n", "opening: Xã trồng cây như sau:\n" } },
  { "prose opens", NULL, HEAD "Thực hiện thư kêu gọi của tỉnh, xã trồng cây như sau:\n" BODY, { "opening: Thực hiện thư kêu gọi của tỉnh, xã trồng cây như sau:\n", "!bases" } },
  { "a basis inside a section is text", NULL, HEAD BODY "Căn cứ tình hình, thôn tự chọn cây.\n", { "dọc mương.\nCăn cứ tình hình", "!bases" } },
  { "addressees", NULL, "TỜ TRÌNH\nVề việc mua cây giống\nKính gửi: Ủy ban nhân dân tỉnh.\nXã xin mua cây:\n" BODY, { "addressee: Ủy ban nhân dân tỉnh\n" } },
  { "several addressees", NULL, "TỜ TRÌNH\nVề việc mua cây giống\nKính gửi:\n- Sở Tài chính;\n- Sở Nông nghiệp.\nXã xin mua cây:\n" BODY, { "addressee: Sở Tài chính\n", "addressee: Sở Nông nghiệp\n" } },
  { "the closing words", NULL, HEAD BODY "Trên đây là Kế hoạch trồng cây năm 2026./.\n" CLOSE, { "closing: Trên đây là Kế hoạch trồng cây năm 2026\n", "recipient: Các thôn\n", "archive: VT\n", "capacity form=tm: ỦY BAN NHÂN DÂN\n", "capacity: CHỦ TỊCH\n", "signer: Lê Văn Tám\n" } },
  { "the end mark without closing words", NULL, HEAD BODY "Thôn nào xong trước được khen./.\n" CLOSE, { "được khen\n", "!./." } },
  { "recipients and signature side by side", NULL, HEAD BODY "Nơi nhận:                      TM. ỦY BAN NHÂN DÂN\n- Các thôn;                     KT.CHỦ TỊCH\n- Đoàn thể xã;                PHÓ CHỦ TỊCH\n- Lưu: VT,KT.\n\n\n                                        Trần Thị Chín\n", { "recipient: Các thôn\n  recipient: Đoàn thể xã\n  archive: VT, KT\n", "capacity form=tm: ỦY BAN NHÂN DÂN\n", "capacity form=kt: CHỦ TỊCH\n", "capacity: PHÓ CHỦ TỊCH\n", "signer: Trần Thị Chín\n" }, { "archive-repaired" } },
  { "the signature before the recipients", NULL, HEAD BODY "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n\nLê Văn Tám\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\n", { "recipient: Các thôn\n", "signer: Lê Văn Tám\n" } },
  { "a signature without TM.", NULL, HEAD BODY "CHỦ TỊCH\n\n\n\nLê Văn Tám\n", { "capacity: CHỦ TỊCH\n", "signer: Lê Văn Tám\n" } },
  { "a position above the name", NULL, HEAD BODY "TM. BAN CHỈ ĐẠO\nTRƯỞNG BAN\n\n\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\nLê Văn Tám\n", { "capacity form=tm: BAN CHỈ ĐẠO\n", "capacity: TRƯỞNG BAN\n", "position: CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ\n", "signer: Lê Văn Tám\n" } },
  { "a note in place of the signature", NULL, HEAD BODY "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n(Đã ký)\nLê Văn Tám\n", { "signer: Lê Văn Tám\n", "!Đã ký" }, { "signature-note-dropped@7" } },
  { "a recipient over two lines", NULL, HEAD BODY "Nơi nhận:\n- Ban Chỉ huy quân sự và các\nđoàn thể của xã;\n- Lưu: VT.\n", { "recipient: Ban Chỉ huy quân sự và các đoàn thể của xã\n" } },
  { "the archive without its colon", NULL, HEAD BODY "Nơi nhận:\n- Các thôn;\n- Lưu VT, VP.\n", { "archive: VT, VP\n" }, { "archive-repaired" } },
  { "an annex", NULL, HEAD BODY CLOSE "Phụ lục\nDANH SÁCH ĐƯỜNG TRỒNG CÂY\n(Kèm theo Kế hoạch số /KH-UBND của Ủy ban nhân dân xã)\nĐường thôn Đông.\nĐường thôn Tây.\n", { "annex\n  title: DANH SÁCH ĐƯỜNG TRỒNG CÂY\n  body: Đường thôn Đông.\nĐường thôn Tây.\n", "!Kèm theo", "!paper" }, { "annex-reference-rewritten@16", "!number-repaired" } },
  { "annexes with numbers of another kind", NULL, HEAD BODY CLOSE "Phụ lục 1\nDANH SÁCH ĐƯỜNG\nĐường thôn.\nPhụ lục 2\nDANH SÁCH CÂY\nCây tre.\n", { "title: DANH SÁCH ĐƯỜNG\n", "title: DANH SÁCH CÂY\n" }, { "number-repaired@14: number repaired: Phụ lục 1 → Phụ lục I", "number-repaired@17: number repaired: Phụ lục 2 → Phụ lục II" } },
  { "an annex mentioned in the text is none", NULL, HEAD BODY "Phụ lục kèm theo nêu rõ.\n" CLOSE, { "Phụ lục kèm theo nêu rõ.", "!annex" } },
  { "a reference line that is filled in", NULL, HEAD BODY CLOSE "Phụ lục\nDANH SÁCH ĐƯỜNG\n(Kèm theo Kế hoạch số 07/KH-UBND ngày 05 tháng 3\nnăm 2026)\nĐường thôn.\n", { "issue=paper", "body: Đường thôn.\n" } },
  { "text after the signature is kept", NULL, HEAD BODY CLOSE "Danh mục đi theo còn ghi ở sổ của xã.\n", { "annex\n  body: Danh mục đi theo" }, { "trailing-text@14" } },
  { "a table of tasks from its cells", NULL, HEAD BODY CLOSE "Phụ lục\nVIỆC CỤ THỂ TRONG NĂM\nTT Nội dung\nĐơn vị\nchủ trì\nĐơn vị\nphối hợp\nThời gian\n1.\nƯơm cây giống\ntại vườn xã\nPhòng Kinh tế\nCác tổ tự quản\nTrước tháng 2\n2.\nTrồng cây\nVăn phòng\nCông an xã\nTrong tháng 3\nnăm 2026\n", { "| TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian |\n", "| 1. | Ươm cây giống tại vườn xã | Phòng Kinh tế | Các tổ tự quản | Trước tháng 2 |\n", "| 2. | Trồng cây | Văn phòng | Công an xã | Trong tháng 3 năm 2026 |" }, { "table-rebuilt@16: table of 2 rows" } },
  { "a table that cannot be read", NULL, HEAD BODY CLOSE "Phụ lục\nVIỆC CỤ THỂ TRONG NĂM\nTT Nội dung\nĐơn vị\nThời gian\n1.\nƯơm cây giống\nPhòng Kinh tế\n2.\nTrồng cây\nVăn phòng\nTrong tháng 3\n", { "TT Nội dung Đơn vị Thời gian\n\\1. Ươm cây giống Phòng Kinh tế\n\\2. Trồng cây Văn phòng Trong tháng 3" }, { "table-unreadable@19", "table-unreadable@22" } },
  { "a pasted table", NULL, HEAD BODY CLOSE "Phụ lục\nVIỆC CỤ THỂ TRONG NĂM\nTT\tViệc\tNgười làm\n1\tƯơm cây\tThôn Đông\n2\tTrồng | rào\tThôn Tây\nXong.\n", { "| TT | Việc | Người làm |\n|:-:|---|---|\n| 1 | Ươm cây | Thôn Đông |\n| 2 | Trồng \\| rào | Thôn Tây |\nXong." } },
  { "numbers with tabulators behind are no table", NULL, HEAD "I.\tMỤC ĐÍCH\n1.\tChung\n-\tXã xanh;\n-\tĐường đẹp.\n2.\tRiêng\n-\tNghìn cây.\n", { "title: MỤC ĐÍCH", "title: Chung\n    body: - Xã xanh;\n- Đường đẹp.\n", "!|" } },
  { "a table of tasks as composing writes it", NULL, HEAD BODY CLOSE "Phụ lục\nVIỆC CỤ THỂ TRONG NĂM\nSTT | Nội dung nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn\n1 | Ươm cây | Văn phòng | Thôn Đông; Thôn Tây | 30/6/2026\n2 | Trồng cây | Công an xã |  | hằng quý\n", { "tasks\n  task\n   work: Ươm cây\n   lead: Văn phòng\n   partner: Thôn Đông\n   partner: Thôn Tây\n   deadline: 30/6/2026\n", "work: Trồng cây\n   lead: Công an xã\n   deadline: hằng quý\n", "annex source=tasks\n  title: VIỆC CỤ THỂ", "!body: |" }, { "table-of-tasks@16: the table of 2 rows" } },
  { "a table with bars around it and empty cells", NULL, HEAD BODY "| Tên | Số | Ghi chú |\n| Tre | 5 | |\n| | 7 | |\nXong.\n", { "| Tên | Số | Ghi chú |\n| Tre | 5 |  |\n|  | 7 |  |\nXong." } },
  { "the end mark of an annex", NULL, HEAD BODY CLOSE "Phụ lục\nDANH SÁCH ĐƯỜNG\nĐường thôn./.\n", { "body: Đường thôn\n", "!./." } },
  { "the last basis ends in a full stop", NULL, HEAD "Căn cứ Luật Lâm nghiệp;\nTheo đề nghị của Văn phòng xã.\nXã trồng cây như sau:\n" BODY, { "basis lead=theo-de-nghi: Văn phòng xã\n", "opening: Xã trồng cây như sau:\n" } },
  { "a table of tasks in other words stays a table", NULL, HEAD BODY CLOSE "Phụ lục\nVIỆC CỤ THỂ TRONG NĂM\nSTT | Việc | Đơn vị chủ trì\n1 | Ươm cây | Văn phòng\n2 | Trồng cây | Công an xã\n", { "body: | STT | Việc | Đơn vị chủ trì |", "!tasks" } },
  { "tasks that are numbered otherwise stay a table", NULL, HEAD BODY CLOSE "Phụ lục\nVIỆC CỤ THỂ TRONG NĂM\nSTT | Nội dung nhiệm vụ | Đơn vị chủ trì\n1 | Ươm cây | Văn phòng\n3 | Trồng cây | Công an xã\n", { "body: | STT | Nội dung", "!tasks" } },
  { "the body on one line breaks before the unit", NULL, "ỦY BAN NHÂN DÂN XÃ LONG CHÂU\nSố: 07/KH-UBND\n" HEAD BODY, { "agency: ỦY BAN NHÂN DÂN\nXÃ LONG CHÂU\n" } },
  { "a decision and what it issues", NULL, "ỦY BAN NHÂN DÂN\nXÃ LONG CHÂU\nSố: 09/QĐ-UBND\nQUYẾT ĐỊNH\nBan hành Kế hoạch trồng cây\nỦY BAN NHÂN DÂN XÃ LONG CHÂU\nCăn cứ Luật Lâm nghiệp.\nQUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây.\nĐiều 2. Các thôn thi hành./.\n" CLOSE "ỦY BAN NHÂN DÂN\nXÃ LONG CHÂU\n" NATION "KẾ HOẠCH\nTrồng cây đầu xuân\n(Kèm theo Quyết định số 09/QĐ-UBND)\nXã trồng cây như sau:\nI. NỘI DUNG\nTrồng tre.\nII. TỔ CHỨC\nCác thôn làm.\nTrên đây là Kế hoạch trồng cây./.\n", { "plan kind=quyet-dinh-gian-tiep", "attachment kind=ke-hoach\n  subject: Trồng cây đầu xuân\n  opening: Xã trồng cây như sau:\n  sections\n   section unit=roman\n    title: NỘI DUNG", "  closing: Trên đây là Kế hoạch trồng cây\n", "signer: Lê Văn Tám\n", "!annex" }, { "attachment-head-rewritten" } },
};

START_TEST (head_and_close_are_read)
{
  dt_test_run_case (&cases[_i]);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("import-head");
  TCase *tcase = tcase_create ("head");

  tcase_add_loop_test (tcase, head_and_close_are_read, 0, G_N_ELEMENTS (cases));
  suite_add_tcase (suite, tcase);

  return dt_test_main (suite);
}
