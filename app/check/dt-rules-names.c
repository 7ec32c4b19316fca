/* dt-rules-names.c - units of the administration that are no more, names of today
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "check/dt-check-words-private.h"

#include <glib/gi18n-lib.h>

/* Since this day there are two tiers: provinces, and communes, wards, special zones. */
static const DtDate two_tiers = { 2025, 7, 1 };

/* Words that tell of what was. */
static const DtPhrase history[] = {
  { "cũ", "", NULL, NULL },
  { "trước đây", "", NULL, NULL },
  { "sáp nhập", "", NULL, NULL },
  { "hợp nhất", "", NULL, NULL },
  { "sắp xếp", "", NULL, NULL },
  { "giải thể", "", NULL, NULL },
  { "kết thúc hoạt động", "", NULL, NULL },
  { "không tổ chức cấp huyện", "", NULL, NULL },
  { "trước sắp xếp", "", NULL, NULL },
  { "chuyển giao", "", NULL, NULL },
  { "bàn giao", "", NULL, NULL },
};

/* The sentence or item around a byte; a full stop only counts before a blank. */
static void
find_sentence (const DtCheckText *text,
               gsize offset,
               gsize *start,
               gsize *end)
{
  const char *plain = text->plain;

  for (*start = offset; *start > 0; (*start)--)
    if (plain[*start - 1] == '\n' || plain[*start - 1] == ';' ||
        (plain[*start - 1] == ' ' && *start > 1 && plain[*start - 2] == '.'))
      break;
  for (*end = offset; *end < text->length; (*end)++)
    if (plain[*end] == '\n' || plain[*end] == ';' || (plain[*end] == '.' && plain[*end + 1] == ' '))
      break;
}

/* Whether a citation of an older document, or one whose text is not here, stands before the byte in its sentence: what
 * follows is its title. */
static gboolean
is_in_old_title (const DtCheckText *text,
                 gsize start,
                 gsize offset)
{
  guint n = text->citations != NULL ? dt_citations_get_n (text->citations) : 0;

  for (guint i = 0; i < n; i++)
    {
      const DtCitation *citation = dt_citations_get (text->citations, i);

      if (citation->span.start > offset || citation->span.end < start)
        continue;
      if (citation->date.year > 0 && dt_date_compare (citation->date, two_tiers) < 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_history (const DtCheckText *text,
            guint word)
{
  gsize offset = text->words[word].start;
  DtPhraseSet set;
  gsize start;
  gsize end;
  guint i = word;

  find_sentence (text, offset, &start, &end);
  if (is_in_old_title (text, start, offset) || strstr (text->plain + start, DT_CHECK_OBJECT) != NULL)
    {
      const char *object = strstr (text->plain + start, DT_CHECK_OBJECT);

      if (object == NULL || object < text->plain + offset)
        return TRUE;
    }

  dt_phrase_set_init (&set, history, G_N_ELEMENTS (history));
  while (i > 0 && text->words[i - 1].start >= start)
    i--;
  for (; i < text->n_words && text->words[i].start < end; i++)
    {
      DtPhraseHit hit;

      if (dt_phrase_match (&set, text, i, &hit))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_prose (const DtCheckText *text)
{
  return text->kind != DT_NODE_AGENCY && text->kind != DT_NODE_FIELD && text->kind != DT_NODE_SIGNER &&
         text->kind != DT_NODE_PARENT;
}

static const DtPhrase districts[] = {
  { "huyện", "", "tri", NULL },
  { "quận", "", NULL, "chúa công vương" },
  { "thị xã", "", NULL, NULL },
  { "huyện ủy", "", NULL, NULL },
  { "quận ủy", "", NULL, NULL },
  { "thị ủy", "", NULL, NULL },
  { "cấp huyện", "", NULL, NULL },
};

/* L106 */
static void
check_districts (DtCheck *check,
                 const DtCheckText *text)
{
  DtPhraseSet set;
  DtPhraseHit hit;
  guint word = 0;

  if (!is_prose (text))
    return;

  dt_phrase_set_init (&set, districts, G_N_ELEMENTS (districts));
  while (dt_phrase_next (&set, text, &word, &hit))
    if (!is_history (text, hit.first))
      dt_check_found (check, text, hit.start, hit.end, NULL,
                      _ ("there is no district level since 01/7/2025: “%.*s”; name who has its tasks now"),
                      (int) (hit.end - hit.start), text->plain + hit.start);
}

/* Provinces that are part of another one since 01/7/2025 (Nghị quyết số 202/2025/QH15). */
static const DtPhrase provinces[] = {
  { "tỉnh hà giang", "tỉnh Tuyên Quang", NULL, NULL },
  { "tỉnh yên bái", "tỉnh Lào Cai", NULL, NULL },
  { "tỉnh bắc kạn", "tỉnh Thái Nguyên", NULL, NULL },
  { "tỉnh vĩnh phúc", "tỉnh Phú Thọ", NULL, NULL },
  { "tỉnh hòa bình", "tỉnh Phú Thọ", NULL, NULL },
  { "tỉnh bắc giang", "tỉnh Bắc Ninh", NULL, NULL },
  { "tỉnh thái bình", "tỉnh Hưng Yên", NULL, NULL },
  { "tỉnh hải dương", "thành phố Hải Phòng", NULL, NULL },
  { "tỉnh hà nam", "tỉnh Ninh Bình", NULL, NULL },
  { "tỉnh nam định", "tỉnh Ninh Bình", NULL, NULL },
  { "tỉnh quảng bình", "tỉnh Quảng Trị", NULL, NULL },
  { "tỉnh quảng nam", "thành phố Đà Nẵng", NULL, NULL },
  { "tỉnh kon tum", "tỉnh Quảng Ngãi", NULL, NULL },
  { "tỉnh bình định", "tỉnh Gia Lai", NULL, NULL },
  { "tỉnh ninh thuận", "tỉnh Khánh Hòa", NULL, NULL },
  { "tỉnh đắk nông", "tỉnh Lâm Đồng", NULL, NULL },
  { "tỉnh bình thuận", "tỉnh Lâm Đồng", NULL, NULL },
  { "tỉnh phú yên", "tỉnh Đắk Lắk", NULL, NULL },
  { "tỉnh bà rịa - vũng tàu", "Thành phố Hồ Chí Minh", NULL, NULL },
  { "tỉnh bình dương", "Thành phố Hồ Chí Minh", NULL, NULL },
  { "tỉnh bình phước", "tỉnh Đồng Nai", NULL, NULL },
  { "tỉnh long an", "tỉnh Tây Ninh", NULL, NULL },
  { "tỉnh sóc trăng", "thành phố Cần Thơ", NULL, NULL },
  { "tỉnh hậu giang", "thành phố Cần Thơ", NULL, NULL },
  { "tỉnh bến tre", "tỉnh Vĩnh Long", NULL, NULL },
  { "tỉnh trà vinh", "tỉnh Vĩnh Long", NULL, NULL },
  { "tỉnh tiền giang", "tỉnh Đồng Tháp", NULL, NULL },
  { "tỉnh bạc liêu", "tỉnh Cà Mau", NULL, NULL },
  { "tỉnh kiên giang", "tỉnh An Giang", NULL, NULL },
  { "thị trấn", "", NULL, NULL },
};

/* L107 */
static void
check_old_places (DtCheck *check,
                  const DtCheckText *text)
{
  DtPhraseSet set;
  DtPhraseHit hit;
  guint word = 0;

  if (!is_prose (text))
    return;

  dt_phrase_set_init (&set, provinces, G_N_ELEMENTS (provinces));
  while (dt_phrase_next (&set, text, &word, &hit))
    {
      const char *start = text->plain + hit.start;
      int length = (int) (hit.end - hit.start);

      if (is_history (text, hit.first))
        continue;
      if (*hit.phrase->right == '\0')
        dt_check_found (check, text, hit.start, hit.end, NULL, _ ("there are no townships since 01/7/2025: “%.*s”"), length, start);
      else
        dt_check_found (check, text, hit.start, hit.end, NULL, _ ("“%.*s” is part of %s since 01/7/2025"), length, start,
                        hit.phrase->right);
    }
}

/* Ministries and departments before they were put together in 2025. */
static const DtPhrase ministries[] = {
  { "bộ nông nghiệp và phát triển nông thôn", "Bộ Nông nghiệp và Môi trường", NULL, NULL },
  { "bộ tài nguyên và môi trường", "Bộ Nông nghiệp và Môi trường", NULL, NULL },
  { "bộ kế hoạch và đầu tư", "Bộ Tài chính", NULL, NULL },
  { "bộ giao thông vận tải", "Bộ Xây dựng", NULL, NULL },
  { "bộ thông tin và truyền thông", "Bộ Khoa học và Công nghệ", NULL, NULL },
  { "bộ lao động - thương binh và xã hội", "Bộ Nội vụ", NULL, NULL },
  { "ủy ban dân tộc", "Bộ Dân tộc và Tôn giáo", NULL, NULL },
  { "sở nông nghiệp và phát triển nông thôn", "Sở Nông nghiệp và Môi trường", NULL, NULL },
  { "sở tài nguyên và môi trường", "Sở Nông nghiệp và Môi trường", NULL, NULL },
  { "sở kế hoạch và đầu tư", "Sở Tài chính", NULL, NULL },
  { "sở giao thông vận tải", "Sở Xây dựng", NULL, NULL },
  { "sở thông tin và truyền thông", "Sở Khoa học và Công nghệ", NULL, NULL },
  { "sở lao động - thương binh và xã hội", "Sở Nội vụ", NULL, NULL },
};

/* L108: which body has a task now depends on the task, so nothing is put right without asking. */
static void
check_ministries (DtCheck *check,
                  const DtCheckText *text)
{
  DtPhraseSet set;
  DtPhraseHit hit;
  guint word = 0;

  if (!is_prose (text))
    return;

  dt_phrase_set_init (&set, ministries, G_N_ELEMENTS (ministries));
  while (dt_phrase_next (&set, text, &word, &hit))
    if (!is_history (text, hit.first))
      dt_check_found (check, text, hit.start, hit.end, hit.phrase->right, _ ("its tasks are with “%s” since 01/3/2025"),
                      hit.phrase->right);
}

static const DtRuleCode codes[] = {
  { "L106", DT_SCOPE_TEXT, 0, check_districts },
  { "L107", DT_SCOPE_TEXT, 0, check_old_places },
  { "L108", DT_SCOPE_TEXT, 0, check_ministries },
};

DT_RULE_FAMILY (dt_rules_names, codes);
