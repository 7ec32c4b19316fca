/* dt-rules-capitals.c - capitals that follow from where a word stands (Phụ lục II of the decree)
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "check/dt-check-words-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>

/* Kinds of text that hold sentences, titles, items of lists. */
static gboolean
is_prose (const DtCheckText *text)
{
  return text->kind == DT_NODE_BODY || text->kind == DT_NODE_OPENING || text->kind == DT_NODE_CLOSING ||
         text->kind == DT_NODE_TITLE || text->kind == DT_NODE_SUBJECT || text->kind == DT_NODE_RECIPIENT;
}

static gboolean
is_small (const DtCheckText *text,
          guint word)
{
  return (text->words[word].flags & (DT_WORD_CAPITAL | DT_WORD_DIGITS)) == 0;
}

static gboolean
is_capital (const DtCheckText *text,
            guint word)
{
  return word < text->n_words && (text->words[word].flags & DT_WORD_CAPITAL) != 0;
}

/* What ends in a full stop and no sentence. */
static gboolean
is_abbreviation (const DtCheckText *text,
                 guint word)
{
  const DtCheckWord *at = &text->words[word];
  gsize length = at->end - at->start;

  return length <= 1 || (at->flags & DT_WORD_CAPITALS) != 0 || dt_word_is_in (text, word, "tr st ts ths gs pgs bs ks tp tx q p vv");
}

/* Whether a sentence ends right in front of word @word, behind another in the same line. */
static gboolean
follows_sentence (const DtCheckText *text,
                  guint word)
{
  const DtCheckWord *before = word > 0 ? &text->words[word - 1] : NULL;
  gsize start = text->words[word].start;
  char mark;

  if (before == NULL || start != before->end + 2 || text->plain[start - 1] != ' ')
    return FALSE;
  mark = text->plain[before->end];
  if (mark == '?' || mark == '!')
    return TRUE;

  /* A number at the start of a line is one of a list. */
  return mark == '.' && !is_abbreviation (text, word - 1) &&
         !((before->flags & DT_WORD_DIGITS) != 0 && dt_word_begins (text, word - 1));
}

static void
tell_first (DtCheck *check,
            const DtCheckText *text,
            guint word,
            gboolean capital,
            gboolean warning,
            const char *message)
{
  gsize start = text->words[word].start;
  gsize end = text->words[word].end;
  g_autofree char *now = g_strndup (text->plain + start, end - start);
  g_autofree char *right = capital ? dt_scan_capitalize (now) : dt_text_lower (now);
  const DtAnswer answer = { .text = text, .start = start, .end = end, .replacement = right, .warning = warning };

  dt_check_add (check, &answer, "%s: “%s”", message, right);
}

/* Whether a byte is part of the title of another document, which stays as it is. */
static gboolean
is_cited_title (const DtCheckText *text,
                gsize offset)
{
  const DtCitation *citation = dt_scan_find_citation (text, offset);

  return citation != NULL && offset >= citation->subject_span.start && offset < citation->subject_span.end;
}

/* Whether a word stands at the beginning of the text of a line, behind the marker if there is one. */
static gboolean
begins_line (const DtCheckText *text,
             const DtCheckLine *line,
             guint word)
{
  gsize at = line->text;

  while (at < text->words[word].start && text->plain[at] == ' ')
    at++;

  return at == text->words[word].start;
}

/* C01. Cells of tables may hold less than a sentence. */
static void
check_sentences (DtCheck *check,
                 const DtCheckText *text)
{
  guint k = 0;

  if (!is_prose (text) || text->n_lines == 0)
    return;

  for (guint i = 0; i < text->n_words; i++)
    {
      gsize start = text->words[i].start;

      while (k + 1 < text->n_lines && text->lines[k + 1].start <= start)
        k++;
      if (!is_small (text, i) || start < text->lines[k].text || is_cited_title (text, start))
        continue;
      if (begins_line (text, &text->lines[k], i))
        {
          if (text->lines[k].row < 0)
            tell_first (check, text, i, TRUE, FALSE, _ ("a line begins with a capital"));
        }
      else if (follows_sentence (text, i))
        tell_first (check, text, i, TRUE, FALSE, _ ("a sentence begins with a capital"));
    }
}

static const char surnames[] =
  "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý trương đinh đoàn lương tô tạ chu tôn mạc cao hà mai "
  "thái phùng triệu lâm trịnh quách đào đồng tống thân bạch tăng la kiều từ khổng diệp nông vi ma hứa lưu châu quang nghiêm "
  "doãn thạch sơn kim danh";

static const char middle_names[] =
  "văn thị hữu đình đức xuân ngọc minh quang thanh hoàng công quốc thế viết bá trọng hồng thu kim mạnh tuấn anh duy gia tiến";

/* C02: "Nguyễn văn A"; each word of the one who signs. */
static void
check_people (DtCheck *check,
              const DtCheckText *text)
{
  for (guint i = 0; i < text->n_words; i++)
    {
      gboolean is_signer = text->kind == DT_NODE_SIGNER && (i == 0 || dt_word_meets_next (text, i - 1));
      gboolean is_middle = i > 0 && is_capital (text, i - 1) && is_capital (text, i + 1) && dt_word_meets_next (text, i - 1) &&
                           dt_word_meets_next (text, i) && dt_word_is_in (text, i, middle_names) &&
                           dt_word_is_in (text, i - 1, surnames);

      if (is_small (text, i) && (is_signer || is_middle))
        tell_first (check, text, i, TRUE, FALSE, _ ("every word of a name is written with a capital"));
    }
}

typedef struct
{
  gboolean is_province;
  guint last; /* last word of the noun */
} Unit;

/* The noun of a unit at word @word: "xã", "thị trấn", "thành phố". */
static gboolean
read_unit (const DtCheckText *text,
           guint word,
           Unit *unit)
{
  static const DtPhrase nouns[] = {
    { "xã", "", NULL, NULL },
    { "phường", "", NULL, NULL },
    { "đặc khu", "", NULL, NULL },
    { "thị trấn", "", NULL, NULL },
    { "thị xã", "", NULL, NULL },
    { "huyện", "", NULL, NULL },
    { "quận", "", NULL, NULL },
    { "tỉnh", "p", NULL, NULL },
    { "thành phố", "p", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      const char *key = nouns[i].key;
      gsize length = strlen (key);
      guint last = word + (strchr (key, ' ') != NULL ? 1 : 0);

      if (last >= text->n_words || text->words[last].end != text->words[word].start + length ||
          strncmp (text->lower + text->words[word].start, key, length) != 0)
        continue;
      *unit = (Unit){ *nouns[i].right == 'p', last };
      return TRUE;
    }

  return FALSE;
}

/* How many words with a capital follow word @word side by side. */
static guint
count_name (const DtCheckText *text,
            guint word)
{
  guint n = 0;

  while (dt_word_meets_next (text, word + n) && is_capital (text, word + n + 1))
    n++;

  return n;
}

/* People and events that units are named after, and the numbers of wards, take the noun into the name. */
static gboolean
is_named_after (const DtCheckText *text,
                const Unit *unit)
{
  return !unit->is_province && dt_word_is_in (text, unit->last + 1, surnames);
}

/* C03: "xã Long Hồ" inside of a sentence. Titles of honour, "Xã Nông thôn mới", are no names. */
static void
check_units (DtCheck *check,
             const DtCheckText *text)
{
  if (!is_prose (text))
    return;

  for (guint i = 1; i + 1 < text->n_words; i++)
    {
      Unit unit;
      guint n;

      if (!is_capital (text, i) || !read_unit (text, i, &unit) || dt_words_are_capitals (text, i, unit.last) ||
          dt_word_begins (text, i) || is_cited_title (text, text->words[i].start))
        continue;
      n = count_name (text, unit.last);
      if (n < 2 || is_named_after (text, &unit) || (text->words[unit.last + 1].flags & DT_WORD_CAPITALS) != 0)
        continue;
      /* "Thành phố Hồ Chí Minh" is C05; what is named after people or events is C04. */
      if (dt_word_is (text, unit.last + 1, "hồ") && dt_word_is (text, unit.last + 2, "chí"))
        continue;
      if (dt_word_is (text, unit.last + 1, "điện") && dt_word_is (text, unit.last + 2, "biên") && dt_word_is (text, unit.last + 3, "phủ"))
        continue;
      tell_first (check, text, i, FALSE, FALSE, _ ("the noun before the name of a unit has no capital"));
    }
}

/* Names of people and events that many units carry. */
static const DtPhrase honoured[] = {
  { "phường điện biên phủ", "Phường Điện Biên Phủ", NULL, NULL },
  { "phường hai bà trưng", "Phường Hai Bà Trưng", NULL, NULL },
  { "phường lê chân", "Phường Lê Chân", NULL, NULL },
  { "phường lê lợi", "Phường Lê Lợi", NULL, NULL },
  { "phường lê thanh nghị", "Phường Lê Thanh Nghị", NULL, NULL },
  { "phường ngô quyền", "Phường Ngô Quyền", NULL, NULL },
  { "phường nguyễn du", "Phường Nguyễn Du", NULL, NULL },
  { "phường nguyễn trãi", "Phường Nguyễn Trãi", NULL, NULL },
  { "phường quang trung", "Phường Quang Trung", NULL, NULL },
  { "phường trần hưng đạo", "Phường Trần Hưng Đạo", NULL, NULL },
  { "phường trần phú", "Phường Trần Phú", NULL, NULL },
  { "phường võ thị sáu", "Phường Võ Thị Sáu", NULL, NULL },
};

/* Whether "phường 7" at word @word is a name, not a count: "3 phường 2 xã". */
static gboolean
is_numbered (const DtCheckText *text,
             guint word)
{
  const DtCheckWord *number = &text->words[word + 1];
  gsize length = number->end - number->start;
  gunichar after = dt_scan_at (text->plain, number->end);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text->plain[number->start + i]))
      return FALSE;
  if (length > 2 || (word > 0 && ((text->words[word - 1].flags & DT_WORD_DIGITS) != 0 ||
                                  dt_word_is_in (text, word - 1, "các những mỗi từng mấy nhiều một hai ba bốn năm sáu bảy tám chín mười"))))
    return FALSE;

  return after == 0 || after == '\n' || after == '.' || after == ';' || after == ')' ||
         (after == ',' && !g_ascii_isdigit (text->plain[number->end + 1])) || (after == ' ' && is_capital (text, word + 2));
}

/* C04 */
static void
check_honoured (DtCheck *check,
                const DtCheckText *text)
{
  DtPhraseSet set;

  if (!is_prose (text))
    return;

  dt_phrase_set_init (&set, honoured, G_N_ELEMENTS (honoured));
  for (guint i = 0; i + 1 < text->n_words; i++)
    {
      DtPhraseHit hit;

      if (!is_small (text, i) || is_cited_title (text, text->words[i].start))
        continue;
      if (dt_phrase_match (&set, text, i, &hit) && is_capital (text, i + 1))
        /* That a ward is named after them is not certain; the battle is the example of the decree. */
        tell_first (check, text, i, TRUE, !dt_word_is (text, i + 1, "điện"),
                    _ ("the noun before the name of a person or an event has a capital"));
      else if ((dt_word_is (text, i, "phường") || dt_word_is (text, i, "quận")) && dt_word_meets_next (text, i) && is_numbered (text, i))
        tell_first (check, text, i, TRUE, FALSE, _ ("the noun before the number of a unit has a capital"));
    }
}

/* C14: the type of one document, before its number; laws before their names. */
static void
check_documents (DtCheck *check,
                 const DtCheckText *text)
{
  static const DtPhrase types[] = {
    { "báo cáo số", "", NULL, NULL },
    { "chỉ thị số", "", NULL, NULL },
    { "chương trình số", "", NULL, NULL },
    { "công điện số", "", NULL, NULL },
    { "công văn số", "", NULL, NULL },
    { "hướng dẫn số", "", NULL, NULL },
    { "kế hoạch số", "", NULL, NULL },
    { "kết luận số", "", NULL, NULL },
    { "nghị quyết số", "", NULL, NULL },
    { "nghị định số", "", NULL, NULL },
    { "phương án số", "", NULL, NULL },
    { "quy định số", "", NULL, NULL },
    { "quyết định số", "", NULL, NULL },
    { "thông báo số", "", NULL, NULL },
    { "thông tư số", "", NULL, NULL },
    { "thông tư liên tịch số", "", NULL, NULL },
    { "tờ trình số", "", NULL, NULL },
    { "luật số", "", NULL, NULL },
  };
  DtPhraseSet set;

  dt_phrase_set_init (&set, types, G_N_ELEMENTS (types));
  for (guint i = 0; i + 1 < text->n_words; i++)
    {
      DtPhraseHit hit;

      if (!is_small (text, i) || !dt_phrase_match (&set, text, i, &hit) || hit.last + 1 >= text->n_words)
        continue;
      if ((text->words[hit.last + 1].flags & DT_WORD_DIGITS) != 0 && strchr ("/-", text->plain[text->words[hit.last + 1].end]) != NULL &&
          text->plain[text->words[hit.last + 1].end] != '\0')
        tell_first (check, text, i, TRUE, FALSE, _ ("the type of a certain document has a capital"));
    }
}

static gboolean
is_told_as_citation (const DtCheckText *text,
                     gsize offset)
{
  const DtCitation *citation = dt_scan_find_citation (text, offset);

  return citation != NULL && (citation->problems & (1u << DT_CITATION_PINPOINT)) != 0;
}

/* Whether word @word is the number of a part: "5", "II", "5a". */
static gboolean
is_part_number (const DtCheckText *text,
                guint word)
{
  const DtCheckWord *at = &text->words[word];

  return word < text->n_words && (g_ascii_isdigit (text->plain[at->start]) ||
                                  ((at->flags & DT_WORD_CAPITALS) != 0 && dt_text_parse_roman (text->plain + at->start, at->end - at->start) > 0));
}

/* Whether a document or an article follows close behind: "mục 2 của Kế hoạch", "chương II Luật". */
static gboolean
names_document (const DtCheckText *text,
                guint word)
{
  guint i = word + 2;

  if (dt_word_is_in (text, i, "của ban trong"))
    i++;
  return is_capital (text, i) && dt_word_is_in (text, i, "nghị luật kế quyết thông quy bộ điều chương phần đề hiến");
}

/* C15 */
static void
check_parts (DtCheck *check,
             const DtCheckText *text)
{
  for (guint i = 0; i + 1 < text->n_words; i++)
    {
      gsize start = text->words[i].start;

      if (!dt_word_meets_next (text, i) || is_told_as_citation (text, start))
        continue;
      if (dt_word_is (text, i, "điều") && is_small (text, i) && is_part_number (text, i + 1) &&
          !dt_word_is_in (text, i - (i > 0), "chỉ phép những các") && !dt_word_is_in (text, i + 2, "năm tháng lần"))
        tell_first (check, text, i, TRUE, FALSE, _ ("an article that is cited has a capital"));
      else if (dt_word_is_in (text, i, "phần chương mục") && is_small (text, i) && is_part_number (text, i + 1) &&
               names_document (text, i))
        tell_first (check, text, i, TRUE, FALSE, _ ("part, chapter and section of a document have a capital"));
      else if (dt_word_is_in (text, i, "khoản điểm") && is_capital (text, i) && !dt_words_are_capitals (text, i, i) &&
               !dt_word_begins (text, i) && (is_part_number (text, i + 1) || text->words[i + 1].end - text->words[i + 1].start <= 2))
        tell_first (check, text, i, FALSE, FALSE, _ ("clause and point have no capital inside of a sentence"));
    }
}

static const DtRuleCode codes[] = {
  { "C01", DT_SCOPE_TEXT, 0, check_sentences },
  { "C02", DT_SCOPE_TEXT, 0, check_people },
  { "C03", DT_SCOPE_TEXT, 0, check_units },
  { "C04", DT_SCOPE_TEXT, 0, check_honoured },
  { "C14", DT_SCOPE_TEXT, 0, check_documents },
  { "C15", DT_SCOPE_TEXT, 0, check_parts },
};

DT_RULE_FAMILY (dt_rules_capitals, codes);
