/* dt-rules-language-short.c - abbreviations: said in full before they are used
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

/* Everybody knows them, or the decree itself uses them; columns of tables; what is known all over the world. */
static const char known[] =
  "ubnd hđnd mttq tm kt tl tuq q vt tp tw nđ qđ kh nq ct tt bc ttr tb cp qh ubtvqh bnv btc bgdđt stt đvt đt tn cmnd vnđ vbhn "
  "vneid usd eur gdp grdp fdi oda who unesco unicef undp asean wto apec un eu pdf odt xml qr it ai iot iso tcvn qcvn sms usb gps "
  "led id ip lan wan wifi www http html url api covid hiv aids pci papi sipas dti par index ocop kpi pc tv vtv vov ok vnpt fpt "
  "nfc atm pos cd dvd vip zalo facebook internet video hd lh fax tel email sđt tnhh cp tnxh trđ đ g kg km ha vat cn hai ba";

/* What the common ones stand for. */
static const DtPhrase meanings[] = {
  { "cchc", "cải cách hành chính", NULL, NULL },
  { "tthc", "thủ tục hành chính", NULL, NULL },
  { "cntt", "công nghệ thông tin", NULL, NULL },
  { "cđs", "chuyển đổi số", NULL, NULL },
  { "attt", "an toàn thông tin", NULL, NULL },
  { "bcđ", "Ban Chỉ đạo", NULL, NULL },
  { "bhyt", "bảo hiểm y tế", NULL, NULL },
  { "bhxh", "bảo hiểm xã hội", NULL, NULL },
  { "antt", "an ninh, trật tự", NULL, NULL },
  { "attp", "an toàn thực phẩm", NULL, NULL },
  { "pccc", "phòng cháy, chữa cháy", NULL, NULL },
  { "pctt", "phòng, chống thiên tai", NULL, NULL },
  { "pbgdpl", "phổ biến, giáo dục pháp luật", NULL, NULL },
  { "qlnn", "quản lý nhà nước", NULL, NULL },
  { "gpmb", "giải phóng mặt bằng", NULL, NULL },
  { "ntm", "nông thôn mới", NULL, NULL },
  { "tdtt", "thể dục thể thao", NULL, NULL },
  { "vhxh", "văn hóa - xã hội", NULL, NULL },
  { "qppl", "quy phạm pháp luật", NULL, NULL },
  { "dvc", "dịch vụ công", NULL, NULL },
  { "dvctt", "dịch vụ công trực tuyến", NULL, NULL },
  { "cbcc", "cán bộ, công chức", NULL, NULL },
  { "hcc", "hành chính công", NULL, NULL },
};

/* One abbreviation in the document. */
typedef struct
{
  guint n_defined;
  guint n_used;
  const DtCheckText *text; /* of its first definition */
  gsize start;
  gsize end;
} Short;

static gboolean
is_read (const DtCheckText *text)
{
  return text->kind == DT_NODE_BODY || text->kind == DT_NODE_OPENING || text->kind == DT_NODE_CLOSING ||
         text->kind == DT_NODE_TITLE || text->kind == DT_NODE_BASIS || text->kind == DT_NODE_SUBJECT;
}

/* Whether the line around a word holds a word in small letters: in a heading of capitals nothing is an abbreviation. */
static gboolean
is_in_capital_line (const DtCheckText *text,
                    guint word)
{
  const DtCheckLine *line = dt_check_text_find_line (text, text->words[word].start);
  guint n = 0;

  for (guint i = word; i > 0 && text->words[i - 1].start >= line->start; i--)
    {
      if ((text->words[i - 1].flags & (DT_WORD_CAPITALS | DT_WORD_DIGITS)) == 0)
        return FALSE;
      n++;
    }
  for (guint i = word + 1; i < text->n_words && text->words[i].start < line->end; i++)
    {
      if ((text->words[i].flags & (DT_WORD_CAPITALS | DT_WORD_DIGITS)) == 0)
        return FALSE;
      n++;
    }

  return n > 0;
}

/* Whether it is a word in capitals and no abbreviation, which has no tone marks: "TRỒNG". */
static gboolean
is_shouted (const DtCheckText *text,
            guint word)
{
  const DtCheckWord *at = &text->words[word];

  return (at->flags & DT_WORD_MARKED) != 0 && (at->flags & DT_WORD_CAPITALS) != 0 &&
         dt_syllable_check (text->plain + at->start, at->end - at->start) == DT_SYLLABLE_POSSIBLE;
}

static gboolean
is_abbreviation (const DtCheckText *text,
                 guint word)
{
  const DtCheckWord *at = &text->words[word];
  gsize length = at->end - at->start;
  char before = at->start > 0 ? text->plain[at->start - 1] : ' ';
  char after = text->plain[at->end];

  if ((at->flags & DT_WORD_CAPITALS) == 0 || (at->flags & DT_WORD_DIGITS) != 0 || length < 2 || length > 14)
    return FALSE;
  /* Parts of symbols: "20/KH-UBND". */
  if (strchr ("/-_.@&", before) != NULL || (after != '\0' && strchr ("/-_@&", after) != NULL))
    return FALSE;
  if (is_shouted (text, word) || (word > 0 && dt_word_meets_next (text, word - 1) && is_shouted (text, word - 1)) ||
      (dt_word_meets_next (text, word) && is_shouted (text, word + 1)))
    return FALSE;
  if (g_utf8_next_char (text->plain + at->start) == text->plain + at->end || dt_word_is_in (text, word, known) ||
      dt_text_parse_roman (text->plain + at->start, length) > 0)
    return FALSE;

  return dt_scan_find_citation (text, at->start) == NULL && !dt_check_text_is_opaque (text, at->start) &&
         !is_in_capital_line (text, word);
}

/* "(CCHC)", "(sau đây gọi tắt là CCHC)", "(viết tắt: CCHC)", "CCHC (cải cách hành chính)". */
static gboolean
is_definition (const DtCheckText *text,
               guint word)
{
  const DtCheckWord *at = &text->words[word];
  gsize start = at->start;
  gboolean closes;
  gboolean opens;

  closes = text->plain[at->end] == ')' || (strchr ("\"", text->plain[at->end]) != NULL && text->plain[at->end + 1] == ')') ||
           g_str_has_prefix (text->plain + at->end, "”)");
  opens = start > 0 && text->plain[start - 1] == '(';
  if (opens && closes)
    return TRUE;
  if (text->plain[at->end] == ' ' && text->plain[at->end + 1] == '(' && word + 1 < text->n_words &&
      (text->words[word + 1].flags & DT_WORD_CAPITALS) == 0)
    return TRUE;

  return closes && word >= 2 && (dt_word_is (text, word - 1, "là") || dt_word_is (text, word - 1, "tắt")) &&
         (dt_word_is_in (text, word - 1, "tắt") || dt_word_is_in (text, word - 2, "tắt đây"));
}

static const char *
find_meaning (const char *lower)
{
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (strcmp (meanings[i].key, lower) == 0)
      return meanings[i].right;

  return NULL;
}

typedef void (*ShortFunc) (DtCheck *check, Short *at, const DtCheckText *text, guint word, gboolean is_definition);

/* Every abbreviation of the document, in its order; the table has what was seen before. */
static GHashTable *
visit (DtCheck *check,
       ShortFunc func)
{
  GHashTable *seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *text = check->texts[i];

      if (!is_read (text))
        continue;
      for (guint word = 0; word < text->n_words; word++)
        {
          g_autofree char *name = NULL;
          gboolean defines;
          Short *at;

          if (!is_abbreviation (text, word))
            continue;
          name = g_strndup (text->lower + text->words[word].start, text->words[word].end - text->words[word].start);
          at = g_hash_table_lookup (seen, name);
          if (at == NULL)
            {
              at = g_new0 (Short, 1);
              g_hash_table_insert (seen, g_strdup (name), at);
            }
          defines = is_definition (text, word);
          func (check, at, text, word, defines);
          if (defines && at->n_defined == 0)
            {
              at->text = text;
              at->start = text->words[word].start;
              at->end = text->words[word].end;
            }
          at->n_defined += defines;
          at->n_used += !defines;
        }
    }

  return seen;
}

static void
tell_use (DtCheck *check,
          Short *at,
          const DtCheckText *text,
          guint word,
          gboolean defines)
{
  gsize start = text->words[word].start;
  gsize end = text->words[word].end;
  g_autofree char *name = NULL;
  g_autofree char *right = NULL;
  const char *meaning;

  if (defines || at->n_defined > 0 || at->n_used > 0)
    return;
  name = g_strndup (text->lower + start, end - start);
  meaning = find_meaning (name);
  if (meaning != NULL)
    right = g_strdup_printf ("%s (%.*s)", meaning, (int) (end - start), text->plain + start);
  dt_check_found (check, text, start, end, right, _ ("“%.*s” is used before it is written in full"), (int) (end - start),
                  text->plain + start);
}

/* L112 */
static void
check_undefined (DtCheck *check,
                 const DtCheckText *text)
{
  (void) text;
  g_hash_table_unref (visit (check, tell_use));
}

static void
tell_again (DtCheck *check,
            Short *at,
            const DtCheckText *text,
            guint word,
            gboolean defines)
{
  if (defines && at->n_defined > 0)
    dt_check_found (check, text, text->words[word].start, text->words[word].end, NULL, _ ("“%.*s” was explained before"),
                    (int) (text->words[word].end - text->words[word].start), text->plain + text->words[word].start);
}

/* L113 */
static void
check_unused (DtCheck *check,
              const DtCheckText *text)
{
  g_autoptr (GHashTable) seen = visit (check, tell_again);
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (seen), (GCompareFunc) strcmp);

  (void) text;
  for (const GList *l = names; l != NULL; l = l->next)
    {
      const Short *at = g_hash_table_lookup (seen, l->data);

      if (at->n_defined == 1 && at->n_used == 0)
        dt_check_found (check, at->text, at->start, at->end, NULL, _ ("“%.*s” is explained and never used"),
                        (int) (at->end - at->start), at->text->plain + at->start);
    }
}

static const DtRuleCode codes[] = {
  { "L112", DT_SCOPE_PLAN, DT_INPUT_ALL, check_undefined },
  { "L113", DT_SCOPE_PLAN, DT_INPUT_ALL, check_unused },
};

DT_RULE_FAMILY (dt_rules_language_short, codes);
