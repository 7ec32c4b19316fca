/* dt-check-words.c - the words of a text, and tables of phrases looked up in them
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-words-private.h"

#include "check/dt-check-scan-private.h"

/* The new style of tone marks and the old one: as many bytes each. */
static const char *const styles[][2] = {
  { "oà", "òa" },
  { "oá", "óa" },
  { "oả", "ỏa" },
  { "oã", "õa" },
  { "oạ", "ọa" },
  { "oè", "òe" },
  { "oé", "óe" },
  { "oẻ", "ỏe" },
  { "oẽ", "õe" },
  { "oẹ", "ọe" },
  { "uỳ", "ùy" },
  { "uý", "úy" },
  { "uỷ", "ủy" },
  { "uỹ", "ũy" },
  { "uỵ", "ụy" },
};

static guint32
hash_bytes (const char *text,
            gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;
  return hash;
}

/* Appends @c in small; as it is where that takes another number of bytes. */
static gsize
put_lower (char *out,
           gunichar c)
{
  char bytes[6];
  int length = g_unichar_to_utf8 (c, bytes);
  gunichar small = g_unichar_tolower (c);

  if (small != c)
    {
      char other[6];

      if (g_unichar_to_utf8 (small, other) == length)
        memcpy (bytes, other, (gsize) length);
    }
  memcpy (out, bytes, (gsize) length);

  return (gsize) length;
}

static void
use_old_style (char *word,
               gsize length)
{
  for (guint i = 0; length >= 3 && i < G_N_ELEMENTS (styles); i++)
    {
      gsize size = strlen (styles[i][0]);
      char *tail = word + length - size;

      if (length >= size && memcmp (tail, styles[i][0], size) == 0)
        {
          if (tail == word || tail[-1] != 'q')
            memcpy (tail, styles[i][1], size);
          return;
        }
    }
}

static void
finish_word (DtCheckWord *word,
             char *lower,
             gsize end,
             guint n_capitals,
             guint n_letters)
{
  word->end = (guint) end;
  if (n_letters > 0 && n_capitals == n_letters)
    word->flags |= DT_WORD_CAPITALS;
  else if (n_capitals > ((word->flags & DT_WORD_CAPITAL) != 0 ? 1u : 0u))
    word->flags |= DT_WORD_MIXED;
  if ((word->flags & DT_WORD_MARKED) != 0)
    use_old_style (lower + word->start, word->end - word->start);
  word->hash = hash_bytes (lower + word->start, word->end - word->start);
}

DtCheckWord *
dt_check_words_new (const char *plain,
                    gsize length,
                    char **lower,
                    guint *n_words)
{
  GArray *words = g_array_sized_new (FALSE, FALSE, sizeof (DtCheckWord), (guint) (length / 5 + 1));
  char *small = g_malloc (length + 1);
  DtCheckWord word = { 0 };
  guint n_capitals = 0;
  guint n_letters = 0;
  gboolean is_in = FALSE;

  for (const char *p = plain; p < plain + length; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
      gboolean is_letter = c < 0x80 ? g_ascii_isalpha ((char) c) : g_unichar_isalpha (c);
      gboolean is_part = is_letter || (c < 0x80 ? g_ascii_isdigit ((char) c) : g_unichar_ismark (c));
      gboolean is_capital = is_letter && (c < 0x80 ? g_ascii_isupper ((char) c) : g_unichar_isupper (c));
      gsize at = (gsize) (p - plain);

      if (c < 0x80)
        small[at] = g_ascii_tolower ((char) c);
      else
        put_lower (small + at, c);

      if (is_in && !is_part)
        {
          finish_word (&word, small, at, n_capitals, n_letters);
          g_array_append_val (words, word);
          is_in = FALSE;
        }
      if (!is_part)
        continue;
      if (!is_in)
        {
          word = (DtCheckWord){ .start = (guint) at, .flags = is_capital ? DT_WORD_CAPITAL : 0 };
          n_capitals = n_letters = 0;
          is_in = TRUE;
        }
      n_letters += is_letter;
      n_capitals += is_capital;
      word.flags |= !is_letter ? DT_WORD_DIGITS : (c >= 0x80 ? DT_WORD_MARKED : 0);
    }
  small[length] = '\0';
  if (is_in)
    {
      finish_word (&word, small, length, n_capitals, n_letters);
      g_array_append_val (words, word);
    }

  *lower = small;
  *n_words = words->len;
  return (DtCheckWord *) g_array_free (words, FALSE);
}

static gsize
measure_first (const char *key)
{
  gsize length = 0;

  while ((guchar) key[length] >= 0x80 || g_ascii_isalnum (key[length]))
    length++;
  return length;
}

void
dt_phrase_set_init (DtPhraseSet *self,
                    const DtPhrase *phrases,
                    guint n_phrases)
{
  *self = (DtPhraseSet){ phrases, n_phrases, { 0 } };
  for (guint i = 0; i < n_phrases; i++)
    {
      guint32 hash = hash_bytes (phrases[i].key, measure_first (phrases[i].key)) % (64 * 64);

      self->bits[hash / 64] |= G_GUINT64_CONSTANT (1) << (hash % 64);
    }
}

gboolean
dt_word_is (const DtCheckText *text,
            guint word,
            const char *lower)
{
  gsize length;

  if (word >= text->n_words)
    return FALSE;
  length = text->words[word].end - text->words[word].start;
  return strncmp (text->lower + text->words[word].start, lower, length) == 0 && lower[length] == '\0';
}

gboolean
dt_word_is_in (const DtCheckText *text,
               guint word,
               const char *list)
{
  const char *p = list;
  gsize length;

  if (word >= text->n_words || list == NULL)
    return FALSE;

  length = text->words[word].end - text->words[word].start;
  while (*p != '\0')
    {
      gsize size = strcspn (p, " ");

      if (size == length && memcmp (p, text->lower + text->words[word].start, length) == 0)
        return TRUE;
      p += size;
      p += *p == ' ';
    }

  return FALSE;
}

gboolean
dt_word_meets_next (const DtCheckText *text,
                    guint word)
{
  return word + 1 < text->n_words && text->words[word + 1].start == text->words[word].end + 1 &&
         text->plain[text->words[word].end] == ' ';
}

gboolean
dt_words_are_capitals (const DtCheckText *text,
                       guint first,
                       guint last)
{
  for (guint i = first; i <= last; i++)
    if ((text->words[i].flags & DT_WORD_CAPITALS) == 0)
      return FALSE;

  return TRUE;
}

static gboolean
is_excepted (const DtCheckText *text,
             const DtPhrase *phrase,
             guint first,
             guint last)
{
  return (first > 0 && dt_word_meets_next (text, first - 1) && dt_word_is_in (text, first - 1, phrase->not_before)) ||
         (dt_word_meets_next (text, last) && dt_word_is_in (text, last + 1, phrase->not_after));
}

gboolean
dt_phrase_match (const DtPhraseSet *self,
                 const DtCheckText *text,
                 guint word,
                 DtPhraseHit *hit)
{
  const DtCheckWord *first = &text->words[word];
  guint32 hash = first->hash % (64 * 64);
  gsize longest = 0;

  if ((self->bits[hash / 64] >> (hash % 64) & 1) == 0)
    return FALSE;

  for (guint i = 0; i < self->n_phrases; i++)
    {
      const DtPhrase *phrase = &self->phrases[i];
      gsize length;
      guint last = word;

      if (phrase->key[0] != text->lower[first->start])
        continue;
      length = strlen (phrase->key);
      if (length <= longest || strncmp (text->lower + first->start, phrase->key, length) != 0)
        continue;
      while (last + 1 < text->n_words && text->words[last].end < first->start + length)
        last++;
      if (text->words[last].end != first->start + length || is_excepted (text, phrase, word, last))
        continue;
      *hit = (DtPhraseHit){ phrase, word, last, first->start, first->start + length };
      longest = length;
    }

  return longest > 0;
}

gboolean
dt_phrase_next (const DtPhraseSet *self,
                const DtCheckText *text,
                guint *word,
                DtPhraseHit *hit)
{
  for (; *word < text->n_words; (*word)++)
    if (dt_phrase_match (self, text, *word, hit))
      {
        *word = hit->last + 1;
        return TRUE;
      }

  return FALSE;
}

gboolean
dt_word_begins (const DtCheckText *text,
                guint word)
{
  gsize start = text->words[word].start;
  const DtCheckLine *line = dt_check_text_find_line (text, start);
  gsize begin = line != NULL ? line->text : 0;
  gunichar before;

  while (start > begin && g_unichar_isspace (dt_scan_before (text->plain, start)))
    start--;
  if (start <= begin)
    return TRUE;

  before = dt_scan_before (text->plain, start);
  return before != ',' && before != ')' && before != 0xFFFC && before != '%' && before != 0x201D && !g_unichar_isalnum (before);
}

char *
dt_words_recase (const DtCheckText *text,
                 gsize start,
                 gsize end,
                 const char *model)
{
  GString *result = g_string_new (NULL);
  const char *p = text->plain + start;

  for (; p < text->plain + end && *model != '\0'; p = g_utf8_next_char (p), model = g_utf8_next_char (model))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (result, g_unichar_isupper (g_utf8_get_char (model)) ? g_unichar_toupper (c) : g_unichar_tolower (c));
    }
  if (p == text->plain + end && *model == '\0')
    return g_string_free (result, FALSE);

  g_string_free (result, TRUE);
  return NULL;
}
