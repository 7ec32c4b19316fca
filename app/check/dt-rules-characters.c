/* dt-rules-characters.c - which characters the text is made of
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>

/* Whether it is one letter of ours, or of ASCII. */
static gboolean
is_composed_letter (const char *p,
                    const char *next)
{
  gunichar c = g_utf8_get_char (p);

  return next == g_utf8_next_char (p) && (c < 0x0250 || (c >= 0x1EA0 && c < 0x1F00));
}

/* L01: a letter and the marks on it are one character (TCVN 6909:2001). */
static void
check_composed (DtCheck *check,
                const DtCheckText *text)
{
  const char *end = text->plain + text->length;
  const char *p = text->plain;

  while (p < end)
    {
      const char *next = g_utf8_next_char (p);
      g_autofree char *right = NULL;
      g_autofree char *wrong = NULL;

      /* No mark stands before U+0300. */
      while (next < end && (guchar) *next >= 0xCC && g_unichar_ismark (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);

      if (!is_composed_letter (p, next))
        {
          wrong = g_strndup (p, next - p);
          right = dt_text_to_nfc (wrong);
          if (strcmp (right, wrong) != 0)
            dt_check_found (check, text, p - text->plain, next - text->plain, right,
                            _ ("“%s” is typed as several characters"), wrong);
          else if (next > g_utf8_next_char (p))
            dt_check_found (check, text, p - text->plain, next - text->plain, NULL,
                            _ ("no Vietnamese letter carries such a mark: “%s”"), wrong);
        }
      p = next;
    }
}

/* Letters of other alphabets that look like ours: each stands before the one that is meant. */
static const char lookalikes[] =
  "ÐĐƉĐɖđðđ"
  "АAВBЕEКKМMНHОOРPСCТTУYХXІIЅSЈJаaеeоoрpсcуyхxіiѕsјj"
  "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοo";

static const char *
find_meant (gunichar c)
{
  /* Most are letters of our own: those of Greek and Cyrillic stand between, and four crossed ones before. */
  if ((c < 0x0370 && c != 0x00D0 && c != 0x00F0 && c != 0x0189 && c != 0x0256) || c > 0x052F)
    return NULL;

  for (const char *p = lookalikes; *p != '\0'; p = g_utf8_next_char (g_utf8_next_char (p)))
    if (g_utf8_get_char (p) == c)
      return g_utf8_next_char (p);

  return NULL;
}

/* L02 */
static void
check_lookalikes (DtCheck *check,
                  const DtCheckText *text)
{
  const char *end = text->plain + text->length;

  for (const char *p = text->plain; p < end; p = g_utf8_next_char (p))
    {
      const char *meant = (guchar) *p >= 0x80 ? find_meant (g_utf8_get_char (p)) : NULL;
      g_autofree char *right = NULL;

      if (meant == NULL)
        continue;

      right = g_strndup (meant, g_utf8_next_char (meant) - meant);
      dt_check_found (check, text, p - text->plain, g_utf8_next_char (p) - text->plain, right,
                      _ ("the letter only looks like “%s”"), right);
    }
}

/* Begins units of measure: "µm". */
#define MICRO 0x00B5

/* Signs that stand for Vietnamese letters in texts of the old one-byte sets TCVN3 and VNI. A strong one is a sign of
 * it wherever it touches a letter; weak ones are letters of other languages and count only when there are several. */
static const char strong_signs[] = "®©ª«¬µ¶¸¹»¼½¾Þþß";
static const char weak_signs[] = "ÆÇÑÖØÜåæçëïîñöøûüä";

static gboolean
holds (const char *signs,
       gunichar c)
{
  return c >= 0x80 && g_utf8_strchr (signs, -1, c) != NULL;
}

typedef struct
{
  gsize start;
  gsize end;
  guint strong;
  guint weak;
} OldWord;

/* The next run of letters and such signs that a plain letter is part of. */
static gboolean
next_old_word (const char *plain,
               gsize *cursor,
               OldWord *word)
{
  const char *p = plain + *cursor;
  gboolean has_letter = FALSE;

  *word = (OldWord){ 0 };
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean is_strong = holds (strong_signs, c);

      if (!is_strong && !g_unichar_isalpha (c))
        {
          if (word->end > 0)
            break;
          continue;
        }
      if (word->end == 0)
        word->start = p - plain;
      word->end = g_utf8_next_char (p) - plain;
      /* A sign between two letters, or before one, is a letter; one behind a word is a trade mark. */
      word->strong += is_strong && c != MICRO && g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (p)));
      word->strong += is_strong && has_letter && !holds ("®©ª", c);
      word->weak += holds (weak_signs, c) && (has_letter || g_unichar_isalpha (g_utf8_get_char (g_utf8_next_char (p))));
      has_letter |= g_ascii_isalpha (c);
    }

  *cursor = p - plain;
  if (!has_letter)
    word->strong = word->weak = 0;
  return word->end > 0;
}

/* L03 */
static void
check_old_sets (DtCheck *check,
                const DtCheckText *text)
{
  gsize cursor = 0;
  guint n_signs = 0;
  OldWord word;

  while (next_old_word (text->plain, &cursor, &word))
    n_signs += 2 * word.strong + word.weak;
  if (n_signs < 2)
    return;

  cursor = 0;
  while (next_old_word (text->plain, &cursor, &word))
    if (word.strong + word.weak > 0)
      dt_check_found (check, text, word.start, word.end, NULL,
                      _ ("“%.*s” is typed in an old character set (TCVN3, VNI), type it again in Unicode"),
                      (int) (word.end - word.start), text->plain + word.start);
}

static gboolean
is_code_part (const char *start,
              gsize length)
{
  return length >= 1 && length <= 12 && dt_scan_is_capitals (start, 0, length);
}

static gsize
measure_capitals_back (const char *plain,
                       gsize at)
{
  gsize start = at;

  while (start > 0 && g_unichar_isupper (dt_scan_before (plain, start)))
    start = g_utf8_prev_char (plain + start) - plain;

  return at - start;
}

static gsize
measure_capitals (const char *plain,
                  gsize at)
{
  gsize end = at;

  while (g_unichar_isupper (dt_scan_at (plain, end)))
    end = g_utf8_next_char (plain + end) - plain;

  return end - at;
}

/* L10: codes of bodies and types, "KH-UBND", are written with a hyphen. Those of documents cited are L43. */
static void
check_dashes (DtCheck *check,
              const DtCheckText *text)
{
  for (const char *p = text->plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gsize at = p - text->plain;
      gsize after = g_utf8_next_char (p) - text->plain;
      gsize before_length;
      gsize after_length;

      if (c < 0x2010 || c > 0x2015)
        continue;

      before_length = measure_capitals_back (text->plain, at);
      after_length = measure_capitals (text->plain, after);
      if (before_length > 0 && after_length > 0 &&
          is_code_part (p - before_length, before_length) && is_code_part (text->plain + after, after_length) &&
          dt_scan_is_whole (text->plain, at - before_length, after + after_length) && !dt_scan_is_in_number (text, at))
        dt_check_found (check, text, at, after, "-", _ ("codes are written with a hyphen: “%.*s-%.*s”"),
                        (int) before_length, p - before_length, (int) after_length, text->plain + after);
    }
}

/* L14: "2O26". Litres ("10l") and the Roman numeral one are no mistakes. */
static void
check_letters_for_digits (DtCheck *check,
                          const DtCheckText *text)
{
  const char *end = text->plain + text->length;
  const char *cursor = text->plain;
  const char *word;
  gsize length;

  while (dt_text_next_word (&cursor, end, &word, &length))
    {
      g_autofree char *right = NULL;
      DtAnswer answer = { .text = text, .start = word - text->plain, .end = word + length - text->plain };
      guint n_digits = 0;
      gsize i;

      for (i = 0; i < length && strchr ("0123456789OolI", word[i]) != NULL; i++)
        n_digits += g_ascii_isdigit (word[i]);
      if (i < length || n_digits < 2 || n_digits == length || (n_digits == length - 1 && word[length - 1] == 'l'))
        continue;

      right = g_strndup (word, length);
      for (i = 0; i < length; i++)
        right[i] = strchr ("Oo", right[i]) != NULL ? '0' : (strchr ("lI", right[i]) != NULL ? '1' : right[i]);
      answer.replacement = right;
      /* The number of another document is a fact: people compare it with the original. */
      answer.unsafe = dt_scan_find_citation (text, answer.start) != NULL;
      dt_check_add (check, &answer, _ ("letters stand for digits: “%s”"), right);
    }
}

static const DtRuleCode codes[] = {
  { "L01", DT_SCOPE_TEXT, 0, check_composed },
  { "L02", DT_SCOPE_TEXT, 0, check_lookalikes },
  { "L03", DT_SCOPE_TEXT, 0, check_old_sets },
  { "L10", DT_SCOPE_TEXT, 0, check_dashes },
  { "L14", DT_SCOPE_TEXT, 0, check_letters_for_digits },
};

DT_RULE_FAMILY (dt_rules_characters, codes);
