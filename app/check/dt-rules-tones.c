/* dt-rules-tones.c - one way to place the tone mark, one way to write the last i
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>

/* Open syllables that can be written two ways: the old one stands first (kiểu cũ: "hòa", "ủy"), the new one second. */
static const char *const tones[][2] = {
  { "òa", "oà" },
  { "óa", "oá" },
  { "ỏa", "oả" },
  { "õa", "oã" },
  { "ọa", "oạ" },
  { "òe", "oè" },
  { "óe", "oé" },
  { "ỏe", "oẻ" },
  { "õe", "oẽ" },
  { "ọe", "oẹ" },
  { "ùy", "uỳ" },
  { "úy", "uý" },
  { "ủy", "uỷ" },
  { "ũy", "uỹ" },
  { "ụy", "uỵ" },
};

/* The same syllable with y and with i. */
static const char *const ys[][2] = {
  { "kỹ", "kĩ" },
  { "lý", "lí" },
  { "mỹ", "mĩ" },
  { "tỷ", "tỉ" },
  { "kỳ", "kì" },
  { "quý", "quí" },
  { "ký", "kí" },
  { "hy", "hi" },
  { "sỹ", "sĩ" },
  { "kỵ", "kị" },
  { "quỹ", "quĩ" },
};

enum
{
  FIRST,
  SECOND,
  NEITHER,
};

typedef struct
{
  gsize start;
  gsize end;
  guint pair;
  guint form;
} Hit;

static gboolean
ends_in (const char *lower,
         gsize length,
         const char *ending)
{
  gsize size = strlen (ending);

  return length >= size && strncmp (lower + length - size, ending, size) == 0;
}

/* Whether the last two letters are a plain one and a marked one, whichever comes first. */
static gboolean
ends_in_one_mark (const char *lower,
                  gsize length)
{
  const char *last = g_utf8_find_prev_char (lower, lower + length);

  if (last == NULL || last == lower)
    return FALSE;

  return (guchar) *last < 0x80 ? strchr ("aey", *last) != NULL && (guchar) last[-1] >= 0x80
                               : last[-1] == 'o' || last[-1] == 'u';
}

/* How a word is written: the pair of endings, and which of the two. After q the letter u belongs to the consonant. */
static guint
find_tone (const char *lower,
           gsize length,
           guint *pair)
{
  for (guint i = 0; i < G_N_ELEMENTS (tones); i++)
    for (guint form = FIRST; form < NEITHER; form++)
      if (ends_in (lower, length, tones[i][form]))
        {
          gsize before = length - strlen (tones[i][form]);

          *pair = i;
          return before > 0 && lower[before - 1] == 'q' ? NEITHER : form;
        }

  return NEITHER;
}

static guint
find_y (const char *lower,
        gsize length,
        guint *pair)
{
  for (guint i = 0; i < G_N_ELEMENTS (ys); i++)
    for (guint form = FIRST; form < NEITHER; form++)
      if (*lower == *ys[i][form] && strlen (ys[i][form]) == length && strncmp (lower, ys[i][form], length) == 0)
        {
          *pair = i;
          return form;
        }

  return NEITHER;
}

/* Names of people are written as their bearers write them, what is quoted or cited as it stands there. */
static gboolean
is_free (const DtCheckText *text)
{
  return text->kind == DT_NODE_SIGNER;
}

/* Whether the word can be one that is looked for, in small letters with tone marks of the old style. */
typedef gboolean (*MayBeFunc) (const char *lower, gsize length);
typedef guint (*FindFunc) (const char *lower, gsize length, guint *pair);

static gboolean
may_be_y (const char *lower,
          gsize length)
{
  return length <= strlen ("quỹ") && strchr ("hklmqst", *lower) != NULL;
}

/* The words of a text that can be written two ways: (element-type Hit). */
static GArray *
collect (const DtCheckText *text,
         MayBeFunc may_be,
         FindFunc find)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  for (guint i = 0; i < text->n_words && !is_free (text); i++)
    {
      const DtCheckWord *word = &text->words[i];
      Hit hit = { .start = word->start, .end = word->end };
      g_autofree char *typed = NULL;
      g_autofree char *lower = NULL;

      if (!may_be (text->lower + word->start, word->end - word->start))
        continue;
      typed = g_strndup (text->plain + word->start, word->end - word->start);
      lower = dt_text_lower (typed);
      /* Letters of the sets used here keep their size in lower case; a word with others is left alone. */
      if (strlen (lower) != word->end - word->start)
        continue;
      hit.form = find (lower, strlen (lower), &hit.pair);
      if (hit.form != NEITHER && dt_scan_find_citation (text, hit.start) == NULL)
        g_array_append_val (hits, hit);
    }

  return hits;
}

static GArray *
extract_tones (const DtCheckText *text)
{
  return collect (text, ends_in_one_mark, find_tone);
}

static GArray *
extract_ys (const DtCheckText *text)
{
  return collect (text, may_be_y, find_y);
}

/* @word with the ending of the other form, capitals kept letter by letter: both forms have as many letters. */
static char *
rewrite (const char *word,
         gsize length,
         const char *ending)
{
  g_autofree char *text = g_strndup (word, length);
  glong n_ending = g_utf8_strlen (ending, -1);
  glong n = g_utf8_strlen (text, -1);
  const char *p = text;
  GString *result = g_string_new (NULL);

  for (glong i = 0; i < n; i++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gunichar right = i < n - n_ending ? c : g_utf8_get_char (g_utf8_offset_to_pointer (ending, i - (n - n_ending)));

      g_string_append_unichar (result, g_unichar_isupper (c) ? g_unichar_toupper (right) : right);
    }

  return g_string_free (result, FALSE);
}

/* L08. The old form wins a tie: it is the one of the State's own texts. */
static void
check_tones (DtCheck *check,
             const DtCheckText *text)
{
  guint counts[NEITHER] = { 0 };
  guint rare;

  (void) text;
  for (guint i = 0; i < check->n_texts; i++)
    {
      const GArray *hits = dt_check_get_facts (check, check->texts[i]);

      for (guint k = 0; hits != NULL && k < hits->len; k++)
        counts[g_array_index (hits, Hit, k).form]++;
    }
  if (counts[FIRST] == 0 || counts[SECOND] == 0)
    return;

  rare = counts[FIRST] < counts[SECOND] ? FIRST : SECOND;
  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *at = check->texts[i];
      const GArray *hits = dt_check_get_facts (check, at);

      for (guint k = 0; hits != NULL && k < hits->len; k++)
        {
          const Hit *hit = &g_array_index (hits, Hit, k);
          g_autofree char *right = NULL;

          if (hit->form != rare)
            continue;
          right = rewrite (at->plain + hit->start, hit->end - hit->start, tones[hit->pair][!rare]);
          dt_check_found (check, at, hit->start, hit->end, right,
                          _ ("the tone mark stands elsewhere in other words of this document: “%s”"), right);
        }
    }
}

/* L09: each syllable one way; the one that is used more often is kept. */
static void
check_ys (DtCheck *check,
          const DtCheckText *text)
{
  guint counts[G_N_ELEMENTS (ys)][NEITHER] = { { 0 } };

  (void) text;
  for (guint i = 0; i < check->n_texts; i++)
    {
      const GArray *hits = dt_check_get_facts (check, check->texts[i]);

      for (guint k = 0; hits != NULL && k < hits->len; k++)
        counts[g_array_index (hits, Hit, k).pair][g_array_index (hits, Hit, k).form]++;
    }

  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *at = check->texts[i];
      const GArray *hits = dt_check_get_facts (check, at);

      for (guint k = 0; hits != NULL && k < hits->len; k++)
        {
          const Hit *hit = &g_array_index (hits, Hit, k);
          const guint *n = counts[hit->pair];
          guint rare = n[FIRST] < n[SECOND] ? FIRST : SECOND;
          g_autofree char *right = NULL;

          if (n[FIRST] == 0 || n[SECOND] == 0 || hit->form != rare)
            continue;
          right = rewrite (at->plain + hit->start, hit->end - hit->start, ys[hit->pair][!rare]);
          dt_check_found (check, at, hit->start, hit->end, right,
                          _ ("elsewhere in this document the word is written “%s”"), right);
        }
    }
}

static const DtRuleCode codes[] = {
  { "L08", DT_SCOPE_PLAN, DT_INPUT_ALL, check_tones, extract_tones },
  { "L09", DT_SCOPE_PLAN, DT_INPUT_ALL, check_ys, extract_ys },
};

DT_RULE_FAMILY (dt_rules_tones, codes);
