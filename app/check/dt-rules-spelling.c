/* dt-rules-spelling.c - syllables no Vietnamese word has, and slips that make other words
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "check/dt-check-words-private.h"
#include "text/dt-syllable.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>

/* Words of other languages that sound and look as if they could be ours, units of measure, parts of borrowed words. */
static const char foreign[] =
  "mail gmail web site link chat blog clip clips video audio logo menu file folder scan fax telex tivi radio internet intranet "
  "online offline email wifi server hosting cloud data big chip robot camera laptop tablet smartphone app apps code token "
  "test pin gen gram gam gas euro dollar ping set game gameshow show group fanpage page post poster pano banner slide "
  "standee backdrop in lob hot line hotline stream livestream podcast infographic talk talkshow clo ozon protein vitamin "
  "vaccine virus covid dioxin gluten bus taxi container logistics marketing startup start up sandbox dashboard chatbot kiosk "
  "checklist quiz kahoot form forms sheet sheets drive google zoom meet teams team workshop seminar catalogue brochure "
  "km m cm mm dm ha kg g mg tr kw kwh kv mw hz mhz ghz kb mb gb tb db ml cl lit lux vnd usd stt tt tp "
  "the of and for to on at is by de la le du van von san los new par index mbps gbps vbf ncov xls xlsx doc docx pdf odt xml "
  "html http https www com vn gov org net edu info cctv smart city street food drone flycam bot spam hacker hack phishing "
  "malware firewall backup update upgrade reset click tour homestay resort farmstay golf gym yoga aerobic dance club "
  "karaoke bar massage spa shop mart outlet voucher coupon shipper ship cod grab pano xtec ektp blockchain bitcoin portal "
  "mobile phone sms sim mms gps qr ocr ai iot id idc it erp crm url cntt";

/* What is often typed for something else. */
static const DtPhrase slips[] = {
  { "băng rol", "băng rôn", NULL, NULL },
  { "băng rôl", "băng rôn", NULL, NULL },
  { "băng zôn", "băng rôn", NULL, NULL },
  { "bàng giao", "bàn giao", NULL, NULL },
  { "bão vệ", "bảo vệ", "chống", "sinh" },
  { "bão đảm", "bảo đảm", "chống", "bảo đương nhận" },
  { "băng dôn", "băng rôn", NULL, NULL },
  { "bổ nhiêm", "bổ nhiệm", NULL, NULL },
  { "bổ xung", "bổ sung", NULL, NULL },
  { "chia sẽ", "chia sẻ", "phân", "được do có là theo không" },
  { "chiển khai", "triển khai", NULL, NULL },
  { "chung tâm", "trung tâm", NULL, NULL },
  { "chuyển đổi sổ", "chuyển đổi số", NULL, "hộ bảo đăng sách ghi theo tay lương đỏ hồng tiết" },
  { "chính sát", "chính sách", NULL, NULL },
  { "chú chọng", "chú trọng", NULL, NULL },
  { "chế đô", "chế độ", NULL, "thị" },
  { "chỉ đao", "chỉ đạo", NULL, NULL },
  { "chỉnh sữa", "chỉnh sửa", NULL, NULL },
  { "chủ đông", "chủ động", NULL, NULL },
  { "cán bô", "cán bộ", NULL, NULL },
  { "cãi cách", "cải cách", NULL, NULL },
  { "công tát", "công tác", NULL, NULL },
  { "cũng cố", "củng cố", NULL, NULL },
  { "cơ quang", "cơ quan", NULL, NULL },
  { "cơ sỡ", "cơ sở", NULL, NULL },
  { "cải cánh", "cải cách", NULL, NULL },
  { "cộng đông", "cộng đồng", NULL, NULL },
  { "củng như", "cũng như", NULL, NULL },
  { "dám sát", "giám sát", NULL, NULL },
  { "dự trử", "dự trữ", NULL, NULL },
  { "giai đoan", "giai đoạn", NULL, NULL },
  { "giám xát", "giám sát", NULL, NULL },
  { "hiệu quã", "hiệu quả", NULL, NULL },
  { "hành chinh", "hành chính", NULL, NULL },
  { "hướng dẩn", "hướng dẫn", NULL, NULL },
  { "hướng dẫng", "hướng dẫn", NULL, NULL },
  { "hổ trợ", "hỗ trợ", NULL, NULL },
  { "hỗ trơ", "hỗ trợ", NULL, NULL },
  { "hội đồn", "hội đồng", NULL, NULL },
  { "khen thường", "khen thưởng", NULL, "xuyên" },
  { "khó khắn", "khó khăn", NULL, NULL },
  { "kinh phi", "kinh phí", NULL, NULL },
  { "kiểm xoát", "kiểm soát", NULL, NULL },
  { "kê hoạch", "kế hoạch", "thống liệt", "định" },
  { "kết hoạch", "kế hoạch", NULL, "định" },
  { "kết quã", "kết quả", NULL, NULL },
  { "kỷ năng", "kỹ năng", NULL, NULL },
  { "kỷ thuật", "kỹ thuật", NULL, NULL },
  { "kỹ cương", "kỷ cương", NULL, NULL },
  { "kỹ luật", "kỷ luật", NULL, NULL },
  { "kỹ niệm", "kỷ niệm", NULL, NULL },
  { "lao đông", "lao động", NULL, NULL },
  { "lãng phi", "lãng phí", NULL, NULL },
  { "lãnh đao", "lãnh đạo", NULL, NULL },
  { "lưu trử", "lưu trữ", NULL, NULL },
  { "lảnh đạo", "lãnh đạo", NULL, NULL },
  { "mức đô", "mức độ", NULL, "thị" },
  { "nghĩ hưu", "nghỉ hưu", NULL, NULL },
  { "nghĩ lễ", "nghỉ lễ", NULL, NULL },
  { "nghị đinh", "nghị định", NULL, NULL },
  { "nhiệm vu", "nhiệm vụ", NULL, NULL },
  { "nhân dận", "nhân dân", NULL, NULL },
  { "nâng cáo", "nâng cao", NULL, NULL },
  { "năng xuất", "năng suất", NULL, NULL },
  { "phát triễn", "phát triển", NULL, NULL },
  { "phương trâm", "phương châm", NULL, NULL },
  { "phường trâm", "phương châm", NULL, NULL },
  { "phổ biên", "phổ biến", NULL, NULL },
  { "phụ tránh", "phụ trách", NULL, NULL },
  { "quy đinh", "quy định", NULL, NULL },
  { "quyết đinh", "quyết định", NULL, NULL },
  { "quãn lý", "quản lý", NULL, NULL },
  { "quản lỹ", "quản lý", NULL, NULL },
  { "rà xoát", "rà soát", NULL, NULL },
  { "suy nghỉ", "suy nghĩ", NULL, NULL },
  { "suất sắc", "xuất sắc", NULL, NULL },
  { "sát nhập", "sáp nhập", NULL, NULL },
  { "sắp sếp", "sắp xếp", NULL, NULL },
  { "sử lí", "xử lí", "lịch", NULL },
  { "sử lý", "xử lý", "lịch", NULL },
  { "sửa chửa", "sửa chữa", NULL, NULL },
  { "sữ dụng", "sử dụng", NULL, NULL },
  { "sữa chữa", "sửa chữa", NULL, NULL },
  { "sữa đổi", "sửa đổi", NULL, NULL },
  { "tham mưa", "tham mưu", NULL, NULL },
  { "theo dỏi", "theo dõi", NULL, NULL },
  { "theo giõi", "theo dõi", NULL, NULL },
  { "thuận lơi", "thuận lợi", NULL, NULL },
  { "thông tinh", "thông tin", NULL, NULL },
  { "thế kỹ", "thế kỷ", NULL, NULL },
  { "thục hiện", "thực hiện", NULL, NULL },
  { "thủ túc", "thủ tục", NULL, NULL },
  { "thực hiên", "thực hiện", NULL, NULL },
  { "tiến đô", "tiến độ", NULL, "thị" },
  { "tiết kiêm", "tiết kiệm", NULL, NULL },
  { "triển khia", "triển khai", NULL, NULL },
  { "triễn khai", "triển khai", NULL, NULL },
  { "truyên thanh", "truyền thanh", NULL, NULL },
  { "trách nhiêm", "trách nhiệm", NULL, NULL },
  { "trình đô", "trình độ", NULL, "thị" },
  { "trụ sở", "trụ sở", NULL, NULL },
  { "trụ sỡ", "trụ sở", NULL, NULL },
  { "tuyên chuyền", "tuyên truyền", NULL, NULL },
  { "tuyên truyên", "tuyên truyền", NULL, NULL },
  { "tuyên truền", "tuyên truyền", NULL, NULL },
  { "tập chung", "tập trung", "học bài luyện diễn thực", NULL },
  { "tồn đông", "tồn đọng", NULL, NULL },
  { "tổ chúc", "tổ chức", NULL, NULL },
  { "tự đông", "tự động", NULL, NULL },
  { "vướng mắt", "vướng mắc", NULL, NULL },
  { "vận đông", "vận động", NULL, NULL },
  { "xuất xắc", "xuất sắc", NULL, NULL },
  { "xác đinh", "xác định", NULL, NULL },
  { "xát nhập", "sáp nhập", NULL, NULL },
  { "xâu rộng", "sâu rộng", NULL, NULL },
  { "xâu sắc", "sâu sắc", NULL, NULL },
  { "xây dưng", "xây dựng", NULL, NULL },
  { "xây dựn", "xây dựng", NULL, NULL },
  { "xắp xếp", "sắp xếp", NULL, NULL },
  { "xử dụng", "sử dụng", NULL, NULL },
  { "xữ lý", "xử lý", NULL, NULL },
  { "đia bàn", "địa bàn", NULL, NULL },
  { "đia phương", "địa phương", NULL, NULL },
  { "điều hánh", "điều hành", NULL, NULL },
  { "đãm bảo", "đảm bảo", NULL, NULL },
  { "đôn đóc", "đôn đốc", NULL, NULL },
  { "đơn vi", "đơn vị", NULL, "phạm" },
  { "đảm bão", "đảm bảo", NULL, NULL },
  { "đề suất", "đề xuất", NULL, NULL },
  { "địa bàng", "địa bàn", NULL, NULL },
  { "địa phượng", "địa phương", NULL, NULL },
  { "ổn đinh", "ổn định", NULL, NULL },
  { "ủy bân", "ủy ban", NULL, NULL },
};

/* Whether the word is one of an address, a symbol, a code, a name joined to others: "a@b.vn", "KH-UBND", "i-ốt". */
static gboolean
is_part_of_more (const DtCheckText *text,
                 const DtCheckWord *word)
{
  static const char joints[] = "@/\\_-.&+#=%°~'";
  gunichar before = dt_scan_before (text->plain, word->start);
  gunichar after = dt_scan_at (text->plain, word->end);

  if (after == '.')
    after = word->end + 1 < text->length && g_ascii_isalnum (text->plain[word->end + 1]) ? '.' : ' ';
  return (before != 0 && before < 0x80 && strchr (joints, (int) before) != NULL && before != '-') ||
         (after != 0 && after < 0x80 && strchr (joints, (int) after) != NULL) || before == 0x2019 || after == 0x2019 ||
         before == 0xFFFC || after == 0xFFFC || (before == '-' && word->start >= 2 && text->plain[word->start - 2] != ' ' && text->plain[word->start - 2] != '\n');
}

/* Names of people, places and firms are left alone: a capital, unless it only begins a sentence of small letters. */
static gboolean
is_name (const DtCheckText *text,
         guint at)
{
  guint flags = text->words[at].flags;

  if ((flags & DT_WORD_CAPITAL) == 0)
    return FALSE;
  if ((flags & (DT_WORD_CAPITALS | DT_WORD_MIXED)) != 0 || (flags & DT_WORD_MARKED) == 0)
    return TRUE;

  return !dt_word_begins (text, at) || !dt_word_meets_next (text, at) || (text->words[at + 1].flags & DT_WORD_CAPITAL) != 0;
}

/* Letters only other languages have, or begin words with, tell their words: "fax", "zalo", "blog". */
static gboolean
looks_foreign (const char *lower,
               gsize length)
{
  static const char *const beginnings[] = { "bl", "br", "cl", "cr", "dr", "fl", "fr", "gl", "gr", "pl", "pr", "sc", "sh",
                                            "sk", "sl", "sm", "sn", "sp", "st", "str", "sw", "tw", "wh" };
  guint n_groups = 0;
  gboolean in_vowels = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      gboolean is_vowel = strchr ("aeiouy", lower[i]) != NULL;

      if ((guchar) lower[i] >= 0x80)
        return FALSE;
      if (strchr ("fjwz", lower[i]) != NULL)
        return TRUE;
      n_groups += is_vowel && !in_vowels;
      in_vowels = is_vowel;
    }
  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (length > strlen (beginnings[i]) && strncmp (lower, beginnings[i], strlen (beginnings[i])) == 0)
      return TRUE;

  return n_groups != 1 || length > 7;
}

static gboolean
is_prose (const DtCheckText *text)
{
  return text->kind != DT_NODE_SIGNER && text->kind != DT_NODE_AGENCY && text->kind != DT_NODE_ARCHIVE &&
         text->kind != DT_NODE_FIELD && text->kind != DT_NODE_CAPACITY;
}

static void
report_syllable (DtCheck *check,
                 const DtCheckText *text,
                 guint at,
                 DtSyllableAnswer answer)
{
  const DtCheckWord *word = &text->words[at];
  const char *start = text->plain + word->start;
  gsize length = word->end - word->start;
  g_autofree char *repaired = dt_syllable_repair (start, length);
  g_autofree char *right =
    repaired != NULL && (word->flags & DT_WORD_CAPITAL) != 0 ? dt_scan_capitalize (repaired) : g_steal_pointer (&repaired);

  if (answer == DT_SYLLABLE_TONE_PLACE)
    dt_check_found (check, text, word->start, word->end, right, _ ("the tone mark stands over the wrong letter in “%.*s”"),
                    (int) length, start);
  else if (answer == DT_SYLLABLE_TONE)
    dt_check_found (check, text, word->start, word->end, NULL, _ ("“%.*s” lacks its tone mark or has the wrong one"),
                    (int) length, start);
  else if (right != NULL)
    dt_check_found (check, text, word->start, word->end, right, _ ("two words are run together: “%.*s”"), (int) length, start);
  else
    dt_check_found (check, text, word->start, word->end, NULL, _ ("“%.*s” is no Vietnamese syllable"), (int) length, start);
}

/* Words that were found possible a moment ago: most of a text is the same few hundred syllables. */
#define N_KNOWN 512

/* Whether the word was found possible before in this text, letter by letter. */
static gboolean
is_known (const DtCheckText *text,
          const guint *known,
          const DtCheckWord *word)
{
  guint at = known[word->hash % N_KNOWN];
  const DtCheckWord *before = at > 0 ? &text->words[at - 1] : NULL;

  return before != NULL && before->end - before->start == word->end - word->start &&
         memcmp (text->plain + before->start, text->plain + word->start, word->end - word->start) == 0;
}

/* Words of the longest phrase of the table, less one. */
#define REACH 4

/* Whether S02 tells of the word as a part of a phrase. */
static gboolean
is_slip (const DtPhraseSet *set,
         const DtCheckText *text,
         guint at)
{
  DtPhraseHit hit;

  for (guint i = at > REACH ? at - REACH : 0; i <= at; i++)
    if (dt_phrase_match (set, text, i, &hit) && hit.last >= at)
      return TRUE;

  return FALSE;
}

/* S01 */
static void
check_syllables (DtCheck *check,
                 const DtCheckText *text)
{
  DtPhraseSet set;
  guint known[N_KNOWN] = { 0 }; /* number of a word, from 1, by its hash */

  if (!is_prose (text))
    return;

  dt_phrase_set_init (&set, slips, G_N_ELEMENTS (slips));
  for (guint i = 0; i < text->n_words; i++)
    {
      const DtCheckWord *word = &text->words[i];
      gsize length = word->end - word->start;
      DtSyllableAnswer answer;

      if (length < 2 || (word->flags & (DT_WORD_DIGITS | DT_WORD_CAPITALS)) != 0)
        continue;
      if (is_known (text, known, word))
        continue;
      answer = dt_syllable_check (text->plain + word->start, length);
      if (answer == DT_SYLLABLE_POSSIBLE)
        known[word->hash % N_KNOWN] = i + 1;
      if (answer == DT_SYLLABLE_POSSIBLE || is_name (text, i) || dt_word_is_in (text, i, foreign) ||
          g_utf8_next_char (text->plain + word->start) == text->plain + word->end)
        continue;
      /* Without a mark, and with only the tone missing, it is a word of another language: "set", "test". */
      if ((word->flags & DT_WORD_MARKED) == 0 &&
          (answer == DT_SYLLABLE_TONE || looks_foreign (text->lower + word->start, length)))
        continue;
      if (!is_part_of_more (text, word) && !is_slip (&set, text, i) && dt_scan_find_citation (text, word->start) == NULL)
        report_syllable (check, text, i, answer);
    }
}

/* Names: "Cù Lao Đông". */
static gboolean
holds_capital (const DtCheckText *text,
               guint first,
               guint last)
{
  for (guint i = first; i <= last; i++)
    if ((text->words[i].flags & DT_WORD_CAPITAL) != 0)
      return TRUE;

  return FALSE;
}

/* S02 */
static void
check_slips (DtCheck *check,
             const DtCheckText *text)
{
  DtPhraseSet set;
  DtPhraseHit hit;
  guint word = 0;

  if (!is_prose (text))
    return;

  dt_phrase_set_init (&set, slips, G_N_ELEMENTS (slips));
  while (dt_phrase_next (&set, text, &word, &hit))
    {
      const char *start = text->plain + hit.start;
      gboolean is_capitals = dt_words_are_capitals (text, hit.first, hit.last);
      gboolean is_capital = (text->words[hit.first].flags & DT_WORD_CAPITAL) != 0;
      g_autofree char *right = is_capitals  ? dt_text_upper (hit.phrase->right)
                               : is_capital ? dt_scan_capitalize (hit.phrase->right)
                                            : g_strdup (hit.phrase->right);

      /* A phrase that is right but for its capitals: "trụ Sở". */
      if (strlen (right) == hit.end - hit.start && strncmp (start, right, strlen (right)) == 0)
        continue;
      if (strcmp (hit.phrase->key, hit.phrase->right) != 0 && !is_capitals && holds_capital (text, hit.first + 1, hit.last))
        continue;
      dt_check_found (check, text, hit.start, hit.end, right, _ ("“%.*s” is probably a slip for “%s”"),
                      (int) (hit.end - hit.start), start, right);
    }
}

static const DtRuleCode codes[] = {
  { "S01", DT_SCOPE_TEXT, 0, check_syllables },
  { "S02", DT_SCOPE_TEXT, 0, check_slips },
};

DT_RULE_FAMILY (dt_rules_spelling, codes);
