/* dt-catalog-words.c - the words of a text, and how they are compared
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog"

#include "config.h"

#include "catalog/dt-catalog-index-private.h"

#include <string.h>

/* By the first byte: how many bytes the character has if it belongs to a word,
 * else 0. It need not be right for signs that no document has: U+0080 to U+00BF
 * and U+2000 to U+2FFF are taken for signs. */
static const guint8 letter_sizes[256] = {
  ['0' ... '9'] = 1,
  ['A' ... 'Z'] = 1,
  ['a' ... 'z'] = 1,
  [0xc3 ... 0xdf] = 2,
  [0xe0 ... 0xe1] = 3,
  [0xe3 ... 0xef] = 3,
  [0xf0 ... 0xf7] = 4,
};

static inline guint
get_letter_size (const guchar *p)
{
  /* × and ÷, and U+3000 to U+303F. */
  if ((*p == 0xc3 && (p[1] == 0x97 || p[1] == 0xb7)) || (*p == 0xe3 && p[1] == 0x80))
    return 0;
  return letter_sizes[*p];
}

static guint
get_sign_size (const guchar *p)
{
  if (*p < 0x80)
    return 1;
  return *p < 0xe0 ? 2 : *p < 0xf0 ? 3
                                   : 4;
}

gboolean
dt_word_scan (const char **cursor,
              const char *end,
              const char **start,
              gsize *length)
{
  const guchar *p = (const guchar *) *cursor;
  const guchar *stop = (const guchar *) end;
  const guchar *first;

  while (p < stop && get_letter_size (p) == 0)
    p += get_sign_size (p);
  if (p >= stop)
    {
      *cursor = end;
      return FALSE;
    }

  first = p;
  while (p < stop)
    {
      guint size = get_letter_size (p);

      /* 66.7/2025/NQ-CP */
      if (size == 0 && *p == '.' && p > first && p + 1 < stop && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]))
        size = 1;
      if (size == 0)
        break;
      p += size;
    }
  p = MIN (p, stop);

  *start = (const char *) first;
  *length = (gsize) (p - first);
  *cursor = (const char *) p;
  return TRUE;
}

static guint8
get_tone (gunichar mark)
{
  switch (mark)
    {
    case 0x0300:
      return 1;
    case 0x0301:
      return 2;
    case 0x0309:
      return 3;
    case 0x0303:
      return 4;
    case 0x0323:
      return 5;
    default:
      return 0;
    }
}

/* What @letter becomes under @mark in DtWord.marked. */
static char
get_marked (char letter,
            gunichar mark)
{
  if (mark == 0x0302 && strchr ("aeo", letter) != NULL)
    return letter == 'a' ? 'B' : letter == 'e' ? 'E'
                                               : 'O';
  if (mark == 0x0306 && letter == 'a')
    return 'A';
  if (mark == 0x031b && strchr ("ou", letter) != NULL)
    return letter == 'o' ? 'P' : 'U';
  return letter;
}

static void
add_letter (DtWord *word,
            gunichar c)
{
  char bytes[6];
  guint size;

  if (c == 0x0110 || c == 0x0111 || c == 0x00d0)
    {
      if (word->length < DT_WORD_MAX)
        {
          word->fold[word->length] = 'd';
          word->marked[word->length++] = 'D';
        }
      return;
    }

  size = (guint) g_unichar_to_utf8 (g_unichar_tolower (c), bytes);
  if (word->length + size > DT_WORD_MAX)
    return;
  memcpy (word->fold + word->length, bytes, size);
  memcpy (word->marked + word->length, bytes, size);
  word->length = (guint8) (word->length + size);
}

/**
 * dt_word_read:
 * @word: (out caller-allocates): the word
 * @text: valid UTF-8
 * @length: bytes of it
 *
 * Takes a word apart into letters, their marks and the tone.
 */
void
dt_word_read (DtWord *word,
              const char *text,
              gsize length)
{
  const char *end = text + length;

  memset (word, 0, sizeof *word);
  while (text < end)
    {
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gsize n;

      if ((guchar) *text < 0x80)
        {
          add_letter (word, (gunichar) *text++);
          continue;
        }

      n = g_unichar_fully_decompose (g_utf8_get_char (text), FALSE, parts, G_N_ELEMENTS (parts));
      text = g_utf8_next_char (text);
      for (gsize i = 0; i < n; i++)
        {
          guint8 tone = get_tone (parts[i]);

          if (tone != 0)
            word->tone = tone;
          else if (!g_unichar_ismark (parts[i]))
            add_letter (word, parts[i]);
          else if (word->length > 0)
            word->marked[word->length - 1] = get_marked (word->fold[word->length - 1], parts[i]);
        }
    }
}
