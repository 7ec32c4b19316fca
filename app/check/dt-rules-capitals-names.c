/* dt-rules-capitals-names.c - names that are written in one way (Phụ lục II of the decree)
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

/* Each name as it is to be written, behind the same in small letters. */
static const DtPhrase bodies[] = {
  /* C08 */
  { "ủy ban nhân dân", "Ủy ban nhân dân", NULL, NULL },
  { "hội đồng nhân dân", "Hội đồng nhân dân", NULL, NULL },
  { "văn phòng hội đồng nhân dân", "Văn phòng Hội đồng nhân dân", NULL, NULL },
  { "văn phòng hội đồng nhân dân và ủy ban nhân dân", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", NULL, NULL },
  { "ủy ban mặt trận tổ quốc việt nam", "Ủy ban Mặt trận Tổ quốc Việt Nam", NULL, NULL },
  { "mặt trận tổ quốc việt nam", "Mặt trận Tổ quốc Việt Nam", NULL, NULL },
  { "mặt trận tổ quốc", "Mặt trận Tổ quốc", NULL, NULL },
  { "phòng văn hóa - xã hội", "Phòng Văn hóa - Xã hội", "trưởng", NULL },
  { "phòng kinh tế", "Phòng Kinh tế", "trưởng", NULL },
  { "phòng kinh tế, hạ tầng và đô thị", "Phòng Kinh tế, Hạ tầng và Đô thị", "trưởng", NULL },
  { "trung tâm phục vụ hành chính công", "Trung tâm Phục vụ hành chính công", NULL, NULL },
  { "trung tâm văn hóa, thể thao và truyền thông", "Trung tâm Văn hóa, Thể thao và Truyền thông", NULL, NULL },
  { "trung tâm cung ứng dịch vụ công", "Trung tâm Cung ứng dịch vụ công", NULL, NULL },
  { "ban chỉ huy quân sự", "Ban Chỉ huy Quân sự", NULL, NULL },
  { "đoàn thanh niên cộng sản hồ chí minh", "Đoàn Thanh niên Cộng sản Hồ Chí Minh", NULL, NULL },
  { "hội liên hiệp phụ nữ", "Hội Liên hiệp Phụ nữ", NULL, NULL },
  { "hội nông dân", "Hội Nông dân", NULL, NULL },
  { "hội cựu chiến binh", "Hội Cựu chiến binh", NULL, NULL },
  { "hội chữ thập đỏ", "Hội Chữ thập đỏ", NULL, NULL },
  { "chính phủ", "Chính phủ", "phi", NULL },
  { "quốc hội", "Quốc hội", NULL, NULL },
  { "ủy ban thường vụ quốc hội", "Ủy ban Thường vụ Quốc hội", NULL, NULL },
  { "văn phòng chính phủ", "Văn phòng Chính phủ", NULL, NULL },
  { "văn phòng quốc hội", "Văn phòng Quốc hội", NULL, NULL },
  { "tòa án nhân dân", "Tòa án nhân dân", NULL, NULL },
  { "viện kiểm sát nhân dân", "Viện kiểm sát nhân dân", NULL, NULL },
  { "thanh tra chính phủ", "Thanh tra Chính phủ", NULL, NULL },
  { "ngân hàng nhà nước việt nam", "Ngân hàng Nhà nước Việt Nam", NULL, NULL },
  { "bộ công an", "Bộ Công an", NULL, NULL },
  { "bộ công thương", "Bộ Công Thương", NULL, NULL },
  { "bộ dân tộc và tôn giáo", "Bộ Dân tộc và Tôn giáo", NULL, NULL },
  { "bộ giáo dục và đào tạo", "Bộ Giáo dục và Đào tạo", NULL, NULL },
  { "bộ khoa học và công nghệ", "Bộ Khoa học và Công nghệ", NULL, NULL },
  { "bộ ngoại giao", "Bộ Ngoại giao", NULL, NULL },
  { "bộ nội vụ", "Bộ Nội vụ", NULL, NULL },
  { "bộ nông nghiệp và môi trường", "Bộ Nông nghiệp và Môi trường", NULL, NULL },
  { "bộ quốc phòng", "Bộ Quốc phòng", NULL, NULL },
  { "bộ tài chính", "Bộ Tài chính", NULL, NULL },
  { "bộ tư pháp", "Bộ Tư pháp", NULL, NULL },
  { "bộ văn hóa, thể thao và du lịch", "Bộ Văn hóa, Thể thao và Du lịch", NULL, NULL },
  { "bộ xây dựng", "Bộ Xây dựng", NULL, NULL },
  { "bộ y tế", "Bộ Y tế", NULL, NULL },
  { "sở công thương", "Sở Công Thương", NULL, NULL },
  { "sở dân tộc và tôn giáo", "Sở Dân tộc và Tôn giáo", NULL, NULL },
  { "sở giáo dục và đào tạo", "Sở Giáo dục và Đào tạo", NULL, NULL },
  { "sở khoa học và công nghệ", "Sở Khoa học và Công nghệ", NULL, NULL },
  { "sở ngoại vụ", "Sở Ngoại vụ", NULL, NULL },
  { "sở nội vụ", "Sở Nội vụ", NULL, NULL },
  { "sở nông nghiệp và môi trường", "Sở Nông nghiệp và Môi trường", NULL, NULL },
  { "sở tài chính", "Sở Tài chính", NULL, NULL },
  { "sở tư pháp", "Sở Tư pháp", NULL, NULL },
  { "sở văn hóa, thể thao và du lịch", "Sở Văn hóa, Thể thao và Du lịch", NULL, NULL },
  { "sở xây dựng", "Sở Xây dựng", NULL, NULL },
  { "sở y tế", "Sở Y tế", NULL, NULL },
};

static const DtPhrase party_bodies[] = {
  /* C09 */
  { "ban chấp hành trung ương", "Ban Chấp hành Trung ương", NULL, NULL },
  { "ban chấp hành trung ương đảng", "Ban Chấp hành Trung ương Đảng", NULL, NULL },
  { "ban chấp hành trung ương đảng cộng sản việt nam", "Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam", NULL, NULL },
  { "văn phòng trung ương đảng", "Văn phòng Trung ương Đảng", NULL, NULL },
  { "ban bí thư trung ương đảng", "Ban Bí thư Trung ương Đảng", NULL, NULL },
  { "ban chấp hành đảng bộ", "Ban Chấp hành Đảng bộ", NULL, NULL },
  { "bộ chính trị", "Bộ Chính trị", NULL, NULL },
};

static const DtPhrase regions[] = {
  /* C07 */
  { "tây bắc", "Tây Bắc", NULL, NULL },
  { "đông bắc", "Đông Bắc", NULL, NULL },
  { "tây nam bộ", "Tây Nam Bộ", NULL, "đội" },
  { "đông nam bộ", "Đông Nam Bộ", NULL, NULL },
  { "bắc bộ", "Bắc Bộ", NULL, "đội phận" },
  { "trung bộ", "Trung Bộ", "bắc nam", "đội phận" },
  { "nam bộ", "Nam Bộ", NULL, "đội phận luật trưởng môn" },
  { "bắc trung bộ", "Bắc Trung Bộ", NULL, NULL },
  { "nam trung bộ", "Nam Trung Bộ", NULL, NULL },
  { "duyên hải nam trung bộ", "Duyên hải Nam Trung Bộ", NULL, NULL },
  { "tây nguyên", "Tây Nguyên", NULL, NULL },
};

static const DtPhrase landforms[] = {
  /* C06 */
  { "sông vàm cỏ", "sông Vàm Cỏ", NULL, NULL },
  { "sông đồng nai", "sông Đồng Nai", NULL, NULL },
  { "sông cửu long", "sông Cửu Long", NULL, NULL },
  { "sông mê công", "sông Mê Công", NULL, NULL },
  { "sông hồng", "sông Hồng", NULL, NULL },
  { "sông thái bình", "sông Thái Bình", NULL, NULL },
  { "vịnh hạ long", "vịnh Hạ Long", NULL, NULL },
  { "biển cửa lò", "biển Cửa Lò", NULL, NULL },
  { "núi bà đen", "núi Bà Đen", NULL, NULL },
  { "đảo phú quốc", "đảo Phú Quốc", NULL, NULL },
  { "hồ hoàn kiếm", "hồ Hoàn Kiếm", NULL, NULL },
  { "đèo hải vân", "đèo Hải Vân", NULL, NULL },
};

static const DtPhrase awards[] = {
  /* C12 */
  { "huân chương sao vàng", "Huân chương Sao vàng", NULL, NULL },
  { "huân chương hồ chí minh", "Huân chương Hồ Chí Minh", NULL, NULL },
  { "huân chương độc lập", "Huân chương Độc lập", NULL, NULL },
  { "huân chương quân công", "Huân chương Quân công", NULL, NULL },
  { "huân chương lao động", "Huân chương Lao động", NULL, NULL },
  { "nghệ sĩ nhân dân", "Nghệ sĩ Nhân dân", NULL, NULL },
  { "nghệ sĩ ưu tú", "Nghệ sĩ Ưu tú", NULL, NULL },
  { "nhà giáo nhân dân", "Nhà giáo Nhân dân", NULL, NULL },
  { "nhà giáo ưu tú", "Nhà giáo Ưu tú", NULL, NULL },
  { "thầy thuốc nhân dân", "Thầy thuốc Nhân dân", NULL, NULL },
  { "thầy thuốc ưu tú", "Thầy thuốc Ưu tú", NULL, NULL },
  { "anh hùng lao động", "Anh hùng Lao động", NULL, NULL },
  { "anh hùng lực lượng vũ trang nhân dân", "Anh hùng Lực lượng vũ trang nhân dân", NULL, NULL },
};

static const DtPhrase holidays[] = {
  /* C13 */
  { "ngày quốc khánh", "ngày Quốc khánh", NULL, NULL },
  { "ngày quốc tế lao động", "ngày Quốc tế Lao động", NULL, NULL },
  { "ngày quốc tế phụ nữ", "ngày Quốc tế Phụ nữ", NULL, NULL },
  { "ngày quốc tế thiếu nhi", "ngày Quốc tế Thiếu nhi", NULL, NULL },
  { "ngày phụ nữ việt nam", "ngày Phụ nữ Việt Nam", NULL, NULL },
  { "ngày nhà giáo việt nam", "ngày Nhà giáo Việt Nam", NULL, NULL },
  { "ngày thầy thuốc việt nam", "ngày Thầy thuốc Việt Nam", NULL, NULL },
  { "ngày pháp luật việt nam", "ngày Pháp luật Việt Nam", NULL, NULL },
};

static const DtPhrase feasts[] = {
  /* C16 */
  { "tết nguyên đán", "tết Nguyên đán", NULL, NULL },
  { "tết trung thu", "tết Trung thu", NULL, NULL },
  { "tết đoan ngọ", "tết Đoan ngọ", NULL, NULL },
  { "tháng giêng", "tháng Giêng", NULL, NULL },
};

static const DtPhrase events[] = {
  /* C17 */
  { "cách mạng tháng tám", "Cách mạng tháng Tám", NULL, NULL },
  { "phong trào xô viết nghệ tĩnh", "Phong trào Xô viết Nghệ Tĩnh", NULL, NULL },
  { "phong trào cần vương", "Phong trào Cần Vương", NULL, NULL },
  { "triều lý", "Triều Lý", NULL, NULL },
  { "triều trần", "Triều Trần", NULL, NULL },
  { "triều lê", "Triều Lê", NULL, NULL },
  { "triều nguyễn", "Triều Nguyễn", NULL, NULL },
  { "cách mạng tháng 8", "Cách mạng tháng Tám", NULL, NULL },
};

static const DtPhrase foreign[] = {
  /* C18 */
  { "liên hợp quốc", "Liên hợp quốc", NULL, NULL },
  { "unesco", "UNESCO", NULL, NULL },
  { "unicef", "UNICEF", NULL, NULL },
  { "asean", "ASEAN", NULL, NULL },
  { "undp", "UNDP", NULL, NULL },
  { "wto", "WTO", NULL, NULL },
  { "apec", "APEC", NULL, NULL },
  { "liên hiệp quốc", "Liên hợp quốc", NULL, NULL },
};

static const DtPhrase party[] = {
  /* C19 */
  { "đảng cộng sản việt nam", "Đảng Cộng sản Việt Nam", NULL, NULL },
  { "đảng ủy xã", "Đảng ủy xã", NULL, NULL },
  { "đảng ủy phường", "Đảng ủy phường", NULL, NULL },
  { "đảng ủy đặc khu", "Đảng ủy đặc khu", NULL, NULL },
  { "đảng bộ xã", "Đảng bộ xã", NULL, NULL },
  { "đảng bộ phường", "Đảng bộ phường", NULL, NULL },
  { "đảng bộ đặc khu", "Đảng bộ đặc khu", NULL, NULL },
  { "bác hồ", "Bác Hồ", NULL, NULL },
};

/* How a name may be written otherwise. */
typedef enum
{
  NAME_EXACT = 0,
  NAME_SMALL_IS_COMMON = 1 << 0,   /* all in small letters it is a common word: "quốc hội các nước" */
  NAME_SMALL_IS_DOUBTFUL = 1 << 1, /* all in small letters it may be one: a warning */
  NAME_FIRST_IS_FREE = 1 << 2,     /* the first letter may be a capital anywhere: "Ngày Quốc khánh" */
  NAME_DOUBTFUL = 1 << 3,          /* nothing about it is certain */
  NAME_CAPITAL_ONLY = 1 << 4,      /* only what begins with a capital is the name */
} NameFlags;

static gboolean
is_prose (const DtCheckText *text)
{
  return text->kind != DT_NODE_AGENCY && text->kind != DT_NODE_FIELD && text->kind != DT_NODE_ARCHIVE &&
         text->kind != DT_NODE_SIGNER;
}

static gboolean
is_cited_title (const DtCheckText *text,
                gsize offset)
{
  const DtCitation *citation = dt_scan_find_citation (text, offset);

  return citation != NULL && offset >= citation->subject_span.start && offset < citation->subject_span.end;
}

static gboolean
is_all_small (const DtCheckText *text,
              const DtPhraseHit *hit)
{
  for (guint i = hit->first; i <= hit->last; i++)
    if ((text->words[i].flags & DT_WORD_CAPITAL) != 0)
      return FALSE;

  return TRUE;
}

/* How the stretch is to be written; @again is its first letter as it is now, where that may stay. */
static char *
write_name (const DtCheckText *text,
            const DtPhraseHit *hit,
            NameFlags flags)
{
  gboolean is_capital = (text->words[hit->first].flags & DT_WORD_CAPITAL) != 0;
  char *right = dt_words_recase (text, hit->start, hit->end, hit->phrase->right);

  if (right == NULL)
    right = g_strdup (hit->phrase->right);
  if (is_capital && ((flags & NAME_FIRST_IS_FREE) != 0 || dt_word_begins (text, hit->first)))
    {
      char *capital = dt_scan_capitalize (right);

      g_free (right);
      right = capital;
    }

  return right;
}

static void
check_name (DtCheck *check,
            const DtCheckText *text,
            const DtPhraseHit *hit,
            NameFlags flags)
{
  const char *start = text->plain + hit->start;
  gboolean is_small = is_all_small (text, hit);
  g_autofree char *right = NULL;
  DtAnswer answer = { .text = text, .start = hit->start, .end = hit->end };

  if ((is_small && (flags & NAME_SMALL_IS_COMMON) != 0) || is_cited_title (text, hit->start))
    return;
  if ((flags & NAME_CAPITAL_ONLY) != 0 && (text->words[hit->first].flags & DT_WORD_CAPITAL) == 0)
    return;
  right = write_name (text, hit, flags);
  if (dt_words_are_capitals (text, hit->first, hit->last) ||
      (strlen (right) == hit->end - hit->start && strncmp (start, right, strlen (right)) == 0))
    return;

  answer.replacement = right;
  answer.warning = (flags & NAME_DOUBTFUL) != 0 || (is_small && (flags & NAME_SMALL_IS_DOUBTFUL) != 0);
  answer.unsafe = answer.warning;
  dt_check_add (check, &answer, _ ("“%.*s” is written “%s”"), (int) (hit->end - hit->start), start, right);
}

static void
check_names (DtCheck *check,
             const DtCheckText *text,
             const DtPhrase *phrases,
             guint n_phrases,
             NameFlags flags)
{
  DtPhraseSet set;
  DtPhraseHit hit;
  guint word = 0;

  if (!is_prose (text))
    return;

  dt_phrase_set_init (&set, phrases, n_phrases);
  while (dt_phrase_next (&set, text, &word, &hit))
    check_name (check, text, &hit, flags);
}

#define CHECK_NAMES(name, table, flags)                            \
  static void                                                      \
  name (DtCheck *check,                                            \
        const DtCheckText *text)                                   \
  {                                                                \
    check_names (check, text, table, G_N_ELEMENTS (table), flags); \
  }

static const DtPhrase special_cities[] = {
  /* C05 */
  { "thành phố hồ chí minh", "Thành phố Hồ Chí Minh", NULL, NULL },
  { "thủ đô hà nội", "Thủ đô Hà Nội", NULL, NULL },
};

static const DtPhrase peoples[] = {
  /* C10 */
  { "của nhà nước", "của Nhà nước", NULL, NULL },
  { "đảng và nhà nước", "Đảng và Nhà nước", NULL, NULL },
  { "đảng, nhà nước", "Đảng, Nhà nước", NULL, NULL },
  { "nhà nước ta", "Nhà nước ta", NULL, NULL },
};

static const DtPhrase titles[] = {
  /* C11 */
  { "thủ tướng chính phủ", "Thủ tướng Chính phủ", NULL, NULL },
  { "phó thủ tướng chính phủ", "Phó Thủ tướng Chính phủ", NULL, NULL },
  { "chủ tịch nước", "Chủ tịch nước", NULL, NULL },
  { "chủ tịch quốc hội", "Chủ tịch Quốc hội", NULL, NULL },
  { "tổng bí thư", "Tổng Bí thư", NULL, NULL },
};

static const DtPhrase offices[] = {
  /* C11: of whom it is only if a name follows */
  { "chủ tịch", "Chủ tịch", "phó", NULL },
  { "phó chủ tịch", "Phó Chủ tịch", NULL, NULL },
  { "bí thư", "Bí thư", "phó", NULL },
  { "phó bí thư", "Phó Bí thư", NULL, NULL },
  { "trưởng phòng", "Trưởng phòng", "phó", NULL },
  { "chánh văn phòng", "Chánh Văn phòng", "phó", NULL },
};

CHECK_NAMES (check_special_cities, special_cities, NAME_EXACT)
CHECK_NAMES (check_landforms, landforms, NAME_CAPITAL_ONLY | NAME_DOUBTFUL)
CHECK_NAMES (check_regions, regions, NAME_CAPITAL_ONLY | NAME_DOUBTFUL)
CHECK_NAMES (check_bodies, bodies, NAME_SMALL_IS_COMMON)
CHECK_NAMES (check_party_bodies, party_bodies, NAME_SMALL_IS_DOUBTFUL)
CHECK_NAMES (check_peoples, peoples, NAME_DOUBTFUL)
CHECK_NAMES (check_awards, awards, NAME_SMALL_IS_DOUBTFUL)
CHECK_NAMES (check_holidays, holidays, NAME_FIRST_IS_FREE)
CHECK_NAMES (check_events, events, NAME_SMALL_IS_DOUBTFUL)
CHECK_NAMES (check_foreign, foreign, NAME_SMALL_IS_DOUBTFUL)

/* Whether a name of two words or more stands close behind word @word, in the same stretch of text: "chủ tịch UBND xã
 * Nguyễn Văn An". */
static gboolean
is_of_somebody (const DtCheckText *text,
                guint word)
{
  static const char surnames[] = "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ ngô dương trương đinh đoàn lương tạ phùng "
                                 "trịnh quách đào";

  for (guint i = word; i < word + 9 && dt_word_meets_next (text, i); i++)
    if (dt_word_is_in (text, i + 1, surnames) && (text->words[i + 1].flags & DT_WORD_CAPITAL) != 0 &&
        dt_word_meets_next (text, i + 1) && (text->words[i + 2].flags & DT_WORD_CAPITAL) != 0)
      /* "xã Trần Phú" is a place, "xã Trần Minh Khôi" is hardly one. */
      return !dt_word_is_in (text, i, "xã phường tỉnh phố đường thôn khu") ||
             (dt_word_meets_next (text, i + 2) && (text->words[i + 3].flags & DT_WORD_CAPITAL) != 0);

  return FALSE;
}

/* C11 */
static void
check_titles (DtCheck *check,
              const DtCheckText *text)
{
  DtPhraseSet set;
  DtPhraseHit hit;
  guint word = 0;

  check_names (check, text, titles, G_N_ELEMENTS (titles), NAME_EXACT);
  if (!is_prose (text))
    return;

  dt_phrase_set_init (&set, offices, G_N_ELEMENTS (offices));
  while (dt_phrase_next (&set, text, &word, &hit))
    if ((text->words[hit.first].flags & DT_WORD_CAPITAL) == 0 && is_of_somebody (text, hit.last) &&
        !dt_word_is_in (text, hit.last + 1, "nước quốc"))
      check_name (check, text, &hit, NAME_EXACT);
}

/* C16: "thứ hai" is also the second; a day of the week is told by the words around it. */
static void
check_calendar (DtCheck *check,
                const DtCheckText *text)
{
  check_names (check, text, feasts, G_N_ELEMENTS (feasts), NAME_FIRST_IS_FREE);
  if (!is_prose (text))
    return;

  for (guint i = 0; i + 1 < text->n_words; i++)
    {
      gboolean is_day = dt_word_is (text, i, "thứ") && dt_word_meets_next (text, i) &&
                        dt_word_is_in (text, i + 1, "hai ba tư năm sáu bảy") &&
                        (text->words[i + 1].flags & DT_WORD_CAPITAL) == 0;
      DtPhrase day = { NULL, "thứ Hai", NULL, NULL };
      DtPhraseHit hit = { &day, i, i + 1, text->words[i].start, 0 };
      g_autofree char *right = NULL;

      if (!is_day || !((i > 0 && dt_word_meets_next (text, i - 1) && dt_word_is_in (text, i - 1, "sáng chiều tối từ đến vào")) ||
                       (dt_word_meets_next (text, i + 1) && dt_word_is_in (text, i + 2, "hằng hàng đến tuần"))))
        continue;
      hit.end = text->words[i + 1].end;
      right = g_strndup (text->plain + hit.start, hit.end - hit.start);
      {
        g_autofree char *last = dt_scan_capitalize (right + strlen ("thứ "));
        g_autofree char *name = g_strdup_printf ("thứ %s", last);
        DtAnswer answer = { .text = text, .start = text->words[i + 1].start, .end = hit.end, .replacement = last, .warning = TRUE };

        answer.unsafe = TRUE;
        dt_check_add (check, &answer, _ ("“%.*s” is written “%s”"), (int) (hit.end - hit.start), text->plain + hit.start, name);
      }
    }
}

/* C19: "của đảng"; names of its bodies. */
static void
check_party (DtCheck *check,
             const DtCheckText *text)
{
  static const DtPhrase of_it[] = {
    { "của đảng", "của Đảng", NULL, "bộ ủy viên phái đoàn" },
    { "lãnh đạo của đảng", "lãnh đạo của Đảng", NULL, "bộ ủy viên phái" },
    { "trung ương đảng", "Trung ương Đảng", NULL, "bộ" },
  };

  check_names (check, text, party, G_N_ELEMENTS (party), NAME_EXACT);
  check_names (check, text, of_it, G_N_ELEMENTS (of_it), NAME_DOUBTFUL);
}

/* Common words that get two capitals because they stand in titles. */
static const DtPhrase common[] = {
  { "báo cáo", "báo cáo", NULL, NULL },
  { "chủ trì", "chủ trì", NULL, NULL },
  { "cán bộ", "cán bộ", NULL, NULL },
  { "công chức", "công chức", NULL, NULL },
  { "công tác", "công tác", NULL, NULL },
  { "cải cách", "cải cách", NULL, NULL },
  { "doanh nghiệp", "doanh nghiệp", NULL, NULL },
  { "giải pháp", "giải pháp", NULL, NULL },
  { "hành chính", "hành chính", NULL, NULL },
  { "hướng dẫn", "hướng dẫn", NULL, NULL },
  { "kinh phí", "kinh phí", NULL, NULL },
  { "kế hoạch", "kế hoạch", NULL, NULL },
  { "kết quả", "kết quả", NULL, NULL },
  { "mục đích", "mục đích", NULL, NULL },
  { "người dân", "người dân", NULL, NULL },
  { "nhiệm vụ", "nhiệm vụ", NULL, NULL },
  { "nội dung", "nội dung", NULL, NULL },
  { "phối hợp", "phối hợp", NULL, NULL },
  { "phổ biến", "phổ biến", NULL, NULL },
  { "quyết định", "quyết định", NULL, NULL },
  { "thông báo", "thông báo", NULL, NULL },
  { "thời gian", "thời gian", NULL, NULL },
  { "thủ tục", "thủ tục", NULL, NULL },
  { "thực hiện", "thực hiện", NULL, NULL },
  { "triển khai", "triển khai", NULL, NULL },
  { "trách nhiệm", "trách nhiệm", NULL, NULL },
  { "tuyên truyền", "tuyên truyền", NULL, NULL },
  { "tổ chức", "tổ chức", NULL, NULL },
  { "yêu cầu", "yêu cầu", NULL, NULL },
  { "địa phương", "địa phương", NULL, NULL },
};

/* L111: capitals that nothing asks for: inside of a syllable, in the second syllable of a common word. */
static void
check_stray (DtCheck *check,
             const DtCheckText *text)
{
  DtPhraseSet set;
  DtPhraseHit hit;
  guint word = 0;

  if (!is_prose (text))
    return;

  for (guint i = 0; i < text->n_words; i++)
    {
      const DtCheckWord *at = &text->words[i];
      g_autofree char *small = NULL;
      g_autofree char *right = NULL;

      if ((at->flags & DT_WORD_MIXED) == 0 || (at->flags & DT_WORD_DIGITS) != 0 || at->end - at->start < 3 ||
          dt_syllable_check (text->plain + at->start, at->end - at->start) != DT_SYLLABLE_POSSIBLE)
        continue;
      if (dt_scan_find_citation (text, at->start) != NULL || strchr ("-/", text->plain[at->end]) != NULL ||
          (at->start > 0 && strchr ("-/", text->plain[at->start - 1]) != NULL))
        continue;
      right = g_strndup (text->plain + at->start, at->end - at->start);
      small = dt_text_lower (right);
      g_free (right);
      right = (at->flags & DT_WORD_CAPITAL) != 0 ? dt_scan_capitalize (small) : g_strdup (small);
      dt_check_found (check, text, at->start, at->end, right, _ ("a capital stands inside of a syllable: “%.*s”"),
                      (int) (at->end - at->start), text->plain + at->start);
    }

  dt_phrase_set_init (&set, common, G_N_ELEMENTS (common));
  while (dt_phrase_next (&set, text, &word, &hit))
    if ((text->words[hit.last].flags & DT_WORD_CAPITAL) != 0)
      check_name (check, text, &hit, NAME_FIRST_IS_FREE);
}

static const DtRuleCode codes[] = {
  { "C05", DT_SCOPE_TEXT, 0, check_special_cities },
  { "C06", DT_SCOPE_TEXT, 0, check_landforms },
  { "C07", DT_SCOPE_TEXT, 0, check_regions },
  { "C08", DT_SCOPE_TEXT, 0, check_bodies },
  { "C09", DT_SCOPE_TEXT, 0, check_party_bodies },
  { "C10", DT_SCOPE_TEXT, 0, check_peoples },
  { "C11", DT_SCOPE_TEXT, 0, check_titles },
  { "C12", DT_SCOPE_TEXT, 0, check_awards },
  { "C13", DT_SCOPE_TEXT, 0, check_holidays },
  { "C16", DT_SCOPE_TEXT, 0, check_calendar },
  { "C17", DT_SCOPE_TEXT, 0, check_events },
  { "C18", DT_SCOPE_TEXT, 0, check_foreign },
  { "C19", DT_SCOPE_TEXT, 0, check_party },
  { "L111", DT_SCOPE_TEXT, 0, check_stray },
};

DT_RULE_FAMILY (dt_rules_capitals_names, codes);
