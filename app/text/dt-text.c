/* dt-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-text"

#include "config.h"

#include "text/dt-text.h"

#include <string.h>

/* The letters that name points, in the order of the Vietnamese alphabet
 * without its marked vowels (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.5). */
static const char point_letters[DT_TEXT_N_POINT_LETTERS][3] = {
  "a",
  "b",
  "c",
  "d",
  "đ",
  "e",
  "g",
  "h",
  "i",
  "k",
  "l",
  "m",
  "n",
  "o",
  "p",
  "q",
  "r",
  "s",
  "t",
  "u",
  "v",
  "x",
  "y",
};

/* Characters of these ranges never take part in composition, or are already
 * composed; a text made of them alone needs no closer look. */
static gboolean
is_always_nfc (gunichar c)
{
  return c < 0x0300 || (c >= 0x1e00 && c <= 0x1eff) || (c >= 0x2010 && c <= 0x206f);
}

/**
 * dt_text_is_nfc:
 * @text: valid UTF-8
 *
 * Tells whether @text is in normal form C, the form every text of a plan has.
 *
 * Returns: whether dt_text_to_nfc() would give the same bytes
 */
gboolean
dt_text_is_nfc (const char *text)
{
  g_autofree char *normal = NULL;
  const char *p;

  g_return_val_if_fail (text != NULL, FALSE);

  for (p = text; *p != '\0'; p = g_utf8_next_char (p))
    if ((guchar) *p >= 0x80 && !is_always_nfc (g_utf8_get_char (p)))
      break;
  if (*p == '\0')
    return TRUE;

  normal = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  return normal != NULL && strcmp (normal, text) == 0;
}

/**
 * dt_text_to_nfc:
 * @text: a text
 *
 * Puts @text into normal form C (dựng sẵn).
 *
 * Returns: (transfer full) (nullable): the normal form, or %NULL when @text
 *   is not valid UTF-8
 */
char *
dt_text_to_nfc (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;
  if (dt_text_is_nfc (text))
    return g_strdup (text);

  return g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

/* The base letter of the composed Vietnamese vowels U+1EA0 to U+1EF9. */
static char
get_vowel_base (gunichar c)
{
  if (c <= 0x1eb7)
    return 'a';
  if (c <= 0x1ec7)
    return 'e';
  if (c <= 0x1ecb)
    return 'i';
  if (c <= 0x1ee3)
    return 'o';
  if (c <= 0x1ef1)
    return 'u';
  return 'y';
}

static void
fold_append_char (GString *folded,
                  gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  if (c >= 0x1ea0 && c <= 0x1ef9)
    {
      g_string_append_c (folded, get_vowel_base (c));
      return;
    }
  if (c == 0x0110 || c == 0x0111)
    {
      g_string_append_c (folded, 'd');
      return;
    }

  n_parts = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    if (!g_unichar_ismark (parts[i]))
      g_string_append_unichar (folded, g_unichar_tolower (parts[i]));
}

/**
 * dt_text_fold_append:
 * @folded: where the result goes
 * @text: valid UTF-8
 * @length: bytes of @text, or -1
 *
 * Like dt_text_fold(), at the end of an existing string.
 */
void
dt_text_fold_append (GString *folded,
                     const char *text,
                     gssize length)
{
  const char *end;

  g_return_if_fail (folded != NULL);
  g_return_if_fail (text != NULL);

  end = text + (length < 0 ? strlen (text) : (gsize) length);
  while (text < end)
    {
      if ((guchar) *text < 0x80)
        {
          g_string_append_c (folded, g_ascii_tolower (*text));
          text++;
          continue;
        }
      fold_append_char (folded, g_utf8_get_char (text));
      text = g_utf8_next_char (text);
    }
}

/**
 * dt_text_fold:
 * @text: valid UTF-8, composed or not
 *
 * Takes case, tones and accents away, and turns đ into d, so that what is
 * typed without marks finds what was written with them.
 *
 * Returns: (transfer full): the folded text
 */
char *
dt_text_fold (const char *text)
{
  GString *folded;

  g_return_val_if_fail (text != NULL, NULL);

  folded = g_string_sized_new (strlen (text));
  dt_text_fold_append (folded, text, -1);

  return g_string_free (folded, FALSE);
}

static char *
map_chars (const char *text,
           gunichar (*map) (gunichar c))
{
  GString *mapped = g_string_sized_new (strlen (text));

  for (; *text != '\0'; text = g_utf8_next_char (text))
    g_string_append_unichar (mapped, map (g_utf8_get_char (text)));

  return g_string_free (mapped, FALSE);
}

/**
 * dt_text_upper:
 * @text: valid UTF-8
 *
 * Puts @text into capitals, letter by letter.
 *
 * g_utf8_strup() asks the locale and gives İ for i in a Turkish one; the
 * bytes of a document may not depend on that.
 *
 * Returns: (transfer full): the text in capitals
 */
char *
dt_text_upper (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return map_chars (text, g_unichar_toupper);
}

/**
 * dt_text_lower:
 * @text: valid UTF-8
 *
 * Puts @text into small letters, letter by letter and in no locale.
 *
 * Returns: (transfer full): the text in small letters
 */
char *
dt_text_lower (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return map_chars (text, g_unichar_tolower);
}

static gboolean
is_space (gunichar c)
{
  /* The no-break spaces count: they come in with text copied from the web. */
  return g_unichar_isspace (c) || c == 0x00a0 || c == 0x202f || c == 0x2007;
}

/**
 * dt_text_collapse:
 * @text: valid UTF-8
 *
 * Drops white space at both ends and makes one blank of every run between,
 * line ends and no-break spaces included.
 *
 * Returns: (transfer full): the tidy text
 */
char *
dt_text_collapse (const char *text)
{
  GString *tidy;
  gboolean pending = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  tidy = g_string_sized_new (strlen (text));
  while (*text != '\0')
    {
      const char *next = g_utf8_next_char (text);

      if (is_space (g_utf8_get_char (text)))
        pending = tidy->len > 0;
      else
        {
          if (pending)
            g_string_append_c (tidy, ' ');
          pending = FALSE;
          g_string_append_len (tidy, text, next - text);
        }
      text = next;
    }

  return g_string_free (tidy, FALSE);
}

/**
 * dt_text_next_word:
 * @cursor: (inout): where to look; moved behind the word
 * @end: the end of the text
 * @word: (out): the start of the word
 * @length: (out): bytes of the word
 *
 * Finds the next run of letters, digits and combining marks.
 *
 * Returns: %FALSE when there is none before @end
 */
gboolean
dt_text_next_word (const char **cursor,
                   const char *end,
                   const char **word,
                   gsize *length)
{
  const char *p;
  const char *start = NULL;

  g_return_val_if_fail (cursor != NULL && *cursor != NULL, FALSE);
  g_return_val_if_fail (word != NULL && length != NULL, FALSE);

  for (p = *cursor; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean inside = g_unichar_isalnum (c) || (start != NULL && g_unichar_ismark (c));

      if (inside && start == NULL)
        start = p;
      else if (!inside && start != NULL)
        break;
    }

  *cursor = p;
  if (start == NULL)
    return FALSE;

  *word = start;
  *length = p - start;
  return TRUE;
}

/**
 * dt_text_point_letter:
 * @index: 0 for a
 *
 * Gets the letter of a point (điểm).
 *
 * Returns: (nullable): a static string, or %NULL past y
 */
const char *
dt_text_point_letter (guint index)
{
  return index < DT_TEXT_N_POINT_LETTERS ? point_letters[index] : NULL;
}

/**
 * dt_text_point_index:
 * @letter: one small letter
 * @length: bytes of @letter
 *
 * The inverse of dt_text_point_letter().
 *
 * Returns: the index, or -1 when no point has that letter
 */
int
dt_text_point_index (const char *letter,
                     gsize length)
{
  g_return_val_if_fail (letter != NULL, -1);

  for (guint i = 0; i < DT_TEXT_N_POINT_LETTERS; i++)
    if (strlen (point_letters[i]) == length &&
        memcmp (point_letters[i], letter, length) == 0)
      return (int) i;

  return -1;
}

/**
 * dt_text_is_foreign_letter:
 * @letter: one small letter
 * @length: bytes of @letter
 *
 * Tells whether @letter is f, j, w or z, which are not Vietnamese: people who
 * count through the Latin alphabet use them for points, and should not.
 *
 * Returns: whether it is one
 */
gboolean
dt_text_is_foreign_letter (const char *letter,
                           gsize length)
{
  g_return_val_if_fail (letter != NULL, FALSE);

  return length == 1 && letter[0] != '\0' && strchr ("fjwz", letter[0]) != NULL;
}

static const struct
{
  guint value;
  const char *digits;
} roman_steps[] = {
  { 1000, "M" },
  { 900, "CM" },
  { 500, "D" },
  { 400, "CD" },
  { 100, "C" },
  { 90, "XC" },
  { 50, "L" },
  { 40, "XL" },
  { 10, "X" },
  { 9, "IX" },
  { 5, "V" },
  { 4, "IV" },
  { 1, "I" },
};

/**
 * dt_text_roman:
 * @number: 1 to %DT_TEXT_ROMAN_MAX
 *
 * Writes a number in Roman numerals, as the parts of a plan are numbered.
 *
 * Returns: (transfer full): the numeral, or decimal digits out of range
 */
char *
dt_text_roman (guint number)
{
  GString *roman;

  if (number == 0 || number > DT_TEXT_ROMAN_MAX)
    return g_strdup_printf ("%u", number);

  roman = g_string_sized_new (16);
  for (guint i = 0; i < G_N_ELEMENTS (roman_steps); i++)
    for (; number >= roman_steps[i].value; number -= roman_steps[i].value)
      g_string_append (roman, roman_steps[i].digits);

  return g_string_free (roman, FALSE);
}

/**
 * dt_text_parse_roman:
 * @text: capital letters
 * @length: bytes of @text
 *
 * Reads a Roman numeral in the one form dt_text_roman() writes; IIII, VX and
 * small letters are no numerals.
 *
 * Returns: the number, or 0 when @text is none
 */
guint
dt_text_parse_roman (const char *text,
                     gsize length)
{
  g_autofree char *canonical = NULL;
  const char *p = text;
  const char *end = text + length;
  guint number = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (roman_steps); i++)
    {
      gsize width = strlen (roman_steps[i].digits);

      while ((gsize) (end - p) >= width && number <= DT_TEXT_ROMAN_MAX &&
             memcmp (p, roman_steps[i].digits, width) == 0)
        {
          number += roman_steps[i].value;
          p += width;
        }
    }

  if (p != end || number == 0 || number > DT_TEXT_ROMAN_MAX)
    return 0;

  /* What was eaten greedily can still be a form nobody writes: IIII, IXI. */
  canonical = dt_text_roman (number);
  return strlen (canonical) == length && memcmp (canonical, text, length) == 0 ? number : 0;
}
