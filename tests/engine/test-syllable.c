/* test-syllable.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "text/dt-syllable.h"
#include "text/dt-text.h"

#include <stdio.h>
#include <string.h>

#include "dt-test.h"

static const char possible[] =
  "kế hoạch ủy ban nhân dân xã phường đặc khu thành phố tỉnh quyết định thông báo báo cáo tờ trình công văn hướng dẫn "
  "tuyên truyền cải cách hành chính thủ tục chuyển đổi số doanh nghiệp hợp tác hộ kinh doanh khuyến khích quý quỹ quốc "
  "hội đồng chính phủ pháp luật nghị quyết điều khoản điểm chương mục phụ lục căn cứ thực hiện nhiệm vụ giải pháp "
  "nghiêm nghiêng ngành nghề nguyên nguyễn khoẻ khỏe hoà hòa thuý thúy loè lòe huỷ hủy uỷ tuỳ tùy khuya khuỷu khuyên "
  "gì gìn giữ giếng giết giặt giỏi giúp giấy giờ giao giêng quà quả quan quang quanh quân quen quê quên queo quăn "
  "quắt quét quẹo quốc quơ quýt quỳnh quyển quyền quỷ yêu yên yết yếm ý y tế kỹ kĩ lý lí mỹ tỷ tỉ ký sĩ sỹ bác sĩ "
  "xoong boong xoáy xoay xoắn xoè xòe ngoằn ngoèo khoeo toán toàn hoạch hoạt hoàng hoành loài ngoài ngoan thoát "
  "luật tuần tuân xuân xuất khuấy quấy thuế huệ tuế thuê huơ thuở ươn ướt ương ước hươu rượu bướu lưới người mười "
  "cười tươi chuối muối suối tuổi uống uốn chuột luộc thuốc buồn buồm nhuộm biếc tiếc tiệc tiên tiếng tiếp tiết biểu "
  "chiều nhiều kiểu phiếu liên liêm khiêm nghiệm ưu lưu mưu cứu hưu tựu bưng từng những vững đứng ít ích ịch kịch "
  "lịch thích bệnh lệnh kênh ếch lệch chếch trệch bếp hết kết tết lễ nghĩ nghỉ ngã ngủ ngô ngày ngoại nguy nguồn "
  "nguội nhà nhường nhiệt nhuận ghe ghế ghi gỗ gà gần gửi gạch gạo cơm cỏ cũng cửa cân cần cấp cát ký kinh kê kể "
  "kiến kiểm khai thác khoáng sản thôn xóm ấp bản làng buôn phum sóc tổ dân phố khu cụm trạm trại trường lớp học "
  "sinh viên giáo phòng chống bão lụt hạn hán cháy nổ cứu nạn an ninh trật tự biên giới hải đảo ô tô xe máy đò phà "
  "rừng núi sông suối hồ ao đầm phá biển vịnh cầu cống đường kênh mương thủy lợi xâm nhập mặn sạt lở úng ngập tràn "
  "vắc ngoắc ngoắt choắt oẳn oăm khoắng thoăn loét khoét toét ọp ẹp oang oác oái oai oán oan oách oằn uỵch huých "
  "luýnh quýnh huỳnh khuynh suýt xuýt tuýt tuyết huyết duyệt thuyết quyết nguyệt khuyết huyện tuyến chuyên luyện "
  "xoạch toạch ngoạch toe toét toa tòa toà oe óe oé giặc giẫm giập giũ giễu giựt giòn già giả giã gia giá giác pin";

static const char impossible[] =
  "doah tryền phườngcó kếhoạch tuyêntruyền nghành nghề2 gê kà cế ke3 ghan ngiêm ngê kao khôngg thựcc nhânn iêu iên kyêu "
  "tyên lyên byêt trryền bbáo đđiều xãa phườg thôg bcáo hàh chíh dâm2 uiy oay2 aoi eua đươn2 uơi ơơ ââ ăă ă â ăy ăo ău âo "
  "âi ơo ơy êo êi êa ôo ôu ưo ưy ươo đưc2 wa za fa ja nghà gho kư ngie quu quuan qua2 qoan q qa cq rt b đ tr kh";

/* The mark over the wrong letter, and where it belongs. */
static const char *const displaced[][2] = {
  { "tòan", "toàn" },
  { "hòang", "hoàng" },
  { "qúy", "quý" },
  { "qủa", "quả" },
  { "gìa", "già" },
  { "gỉam", "giảm" },
  { "tíên", "tiến" },
  { "nhìêu", "nhiều" },
  { "lụât", "luật" },
  { "đìêu", "điều" },
  { "trừơng", "trường" },
  { "ngừơi", "người" },
  { "thụât", "thuật" },
  { "chuýên", "chuyến" },
  { "ngòai", "ngoài" },
  { "TÒAN", "toàn" },
};

static const char *const toneless[] = { "hơp", "tâp", "luât", "biêt", "trách2", "cap", "thưc", "tệc2", "hoạch2", "bàc", "mẹt2", "sỏt",
                                        "phàp", "nhât", "viêc", "kich", "kỉch", "măt", "kểt" };

static const char *const parted[][2] = {
  { "phườngcó", "phường có" },
  { "kếhoạch", "kế hoạch" },
  { "tuyêntruyền", "tuyên truyền" },
  { "Ủyban", "Ủy ban" },
  { "tryền", NULL },
  { "doah", NULL },
  { "khôngan", NULL },
  { "kế", NULL },
};

static void
assert_all (const char *words,
            gboolean want)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *upper = dt_text_upper (list[i]);

      ck_assert_msg ((dt_syllable_check (list[i], strlen (list[i])) == DT_SYLLABLE_POSSIBLE) == want, "“%s”", list[i]);
      ck_assert_msg ((dt_syllable_check (upper, strlen (upper)) == DT_SYLLABLE_POSSIBLE) == want, "“%s”", upper);
    }
}

START_TEST (syllables_of_the_language_are_possible)
{
  assert_all (possible, TRUE);
}
END_TEST

START_TEST (others_are_not)
{
  assert_all (impossible, FALSE);
  ck_assert_int_eq (dt_syllable_check ("", 0), DT_SYLLABLE_IMPOSSIBLE);
}
END_TEST

START_TEST (a_displaced_mark_is_put_right)
{
  const char *word = displaced[_i][0];
  g_autofree char *right = dt_syllable_repair (word, strlen (word));

  ck_assert_msg (dt_syllable_check (word, strlen (word)) == DT_SYLLABLE_TONE_PLACE, "“%s”", word);
  ck_assert_str_eq (right, displaced[_i][1]);
}
END_TEST

START_TEST (a_stopped_syllable_wants_its_tone)
{
  const char *word = toneless[_i];

  ck_assert_msg (dt_syllable_check (word, strlen (word)) ==
                   (g_str_has_suffix (word, "2") ? DT_SYLLABLE_IMPOSSIBLE : DT_SYLLABLE_TONE),
                 "“%s”", word);
}
END_TEST

START_TEST (words_run_together_are_parted_if_there_is_one_way)
{
  g_autofree char *right = dt_syllable_repair (parted[_i][0], strlen (parted[_i][0]));

  ck_assert_pstr_eq (right, parted[_i][1]);
}
END_TEST

static const char speller[] = "/usr/share/hunspell/vi_VN.dic";

/* In the list of the Vietnamese speller, but words of other languages, names of letters and rarities. */
static const char foreign[] = " basoi email gen gip giê giề gram internet intranet ka palăng ping quoàng quoạng quoắt tivi tout têt v web xit ";

START_TEST (the_syllables_of_the_speller_are_possible)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;
  guint n = 0;

  ck_assert (g_file_get_contents (speller, &text, NULL, NULL));
  words = g_strsplit (text, "\n", -1);
  for (guint i = 1; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_autofree char *word = g_strndup (words[i], strcspn (words[i], "/\r"));
      g_autofree char *lower = dt_text_lower (word);
      g_autofree char *padded = g_strdup_printf (" %s ", word);

      /* Abbreviations and names begin with a capital. */
      if (strcmp (lower, word) != 0 || strstr (foreign, padded) != NULL)
        continue;
      n++;
      ck_assert_msg (dt_syllable_check (word, strlen (word)) == DT_SYLLABLE_POSSIBLE, "“%s”", word);
    }
  ck_assert_uint_gt (n, 6000);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("syllable");
  TCase *tcase = tcase_create ("syllable");

  tcase_add_test (tcase, syllables_of_the_language_are_possible);
  tcase_add_test (tcase, others_are_not);
  tcase_add_loop_test (tcase, a_displaced_mark_is_put_right, 0, G_N_ELEMENTS (displaced));
  tcase_add_loop_test (tcase, a_stopped_syllable_wants_its_tone, 0, G_N_ELEMENTS (toneless));
  tcase_add_loop_test (tcase, words_run_together_are_parted_if_there_is_one_way, 0, G_N_ELEMENTS (parted));
  if (g_file_test (speller, G_FILE_TEST_EXISTS))
    tcase_add_test (tcase, the_syllables_of_the_speller_are_possible);
  else
    printf ("# the_syllables_of_the_speller_are_possible is skipped: %s is not there\n", speller);
  suite_add_tcase (suite, tcase);

  return dt_test_main (suite);
}
