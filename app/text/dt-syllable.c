/* dt-syllable.c - which syllables Vietnamese can have
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-text"

#include "config.h"

#include "text/dt-syllable.h"

#include <stdlib.h>
#include <string.h>

/* The longest syllable, "nghiêng", has seven letters. */
#define MAX_LETTERS 7
#define N_TONES 6

/* Vowels: the plain one, then with huyền, sắc, hỏi, ngã, nặng. */
static const gunichar vowels[][N_TONES] = {
  { 'a', 0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1 },
  { 0x103, 0x1EB1, 0x1EAF, 0x1EB3, 0x1EB5, 0x1EB7 },
  { 0xE2, 0x1EA7, 0x1EA5, 0x1EA9, 0x1EAB, 0x1EAD },
  { 'e', 0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9 },
  { 0xEA, 0x1EC1, 0x1EBF, 0x1EC3, 0x1EC5, 0x1EC7 },
  { 'i', 0xEC, 0xED, 0x1EC9, 0x129, 0x1ECB },
  { 'o', 0xF2, 0xF3, 0x1ECF, 0xF5, 0x1ECD },
  { 0xF4, 0x1ED3, 0x1ED1, 0x1ED5, 0x1ED7, 0x1ED9 },
  { 0x1A1, 0x1EDD, 0x1EDB, 0x1EDF, 0x1EE1, 0x1EE3 },
  { 'u', 0xF9, 0xFA, 0x1EE7, 0x169, 0x1EE5 },
  { 0x1B0, 0x1EEB, 0x1EE9, 0x1EED, 0x1EEF, 0x1EF1 },
  { 'y', 0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5 },
};

enum
{
  TONE_NONE,
  TONE_HUYEN,
  TONE_SAC,
  TONE_HOI,
  TONE_NGA,
  TONE_NANG,
};

/* One letter each: ă = A, â = B, ê = E, ô = O, ơ = P, ư = U, đ = D. So a rhyme is a short ASCII string. */
static const char vowel_codes[] = "aABeEioOPuUy";

/* Where the tone mark stands: the index of the letter; @other is that of the new style (kiểu mới), if it differs. */
typedef struct
{
  const char *rhyme;
  guint8 place;
  guint8 other;
} Rhyme;

/* Every rhyme (vần), in the order of strcmp. Those that only "qu" has are here by what they sound like: quau = oau. */
static const Rhyme rhymes[] = {
  { "Ac", 0, 0 },
  { "Am", 0, 0 },
  { "An", 0, 0 },
  { "Ang", 0, 0 },
  { "Ap", 0, 0 },
  { "At", 0, 0 },
  { "Bc", 0, 0 },
  { "Bm", 0, 0 },
  { "Bn", 0, 0 },
  { "Bng", 0, 0 },
  { "Bp", 0, 0 },
  { "Bt", 0, 0 },
  { "Bu", 0, 0 },
  { "By", 0, 0 },
  { "E", 0, 0 },
  { "Ech", 0, 0 },
  { "Em", 0, 0 },
  { "En", 0, 0 },
  { "Enh", 0, 0 },
  { "Ep", 0, 0 },
  { "Et", 0, 0 },
  { "Eu", 0, 0 },
  { "O", 0, 0 },
  { "OOng", 1, 1 },
  { "Oc", 0, 0 },
  { "Oi", 0, 0 },
  { "Om", 0, 0 },
  { "On", 0, 0 },
  { "Ong", 0, 0 },
  { "Op", 0, 0 },
  { "Ot", 0, 0 },
  { "P", 0, 0 },
  { "Pi", 0, 0 },
  { "Pm", 0, 0 },
  { "Pn", 0, 0 },
  { "Pp", 0, 0 },
  { "Pt", 0, 0 },
  { "Pu", 0, 0 },
  { "U", 0, 0 },
  { "UPc", 1, 1 },
  { "UPi", 1, 1 },
  { "UPm", 1, 1 },
  { "UPn", 1, 1 },
  { "UPng", 1, 1 },
  { "UPp", 1, 1 },
  { "UPt", 1, 1 },
  { "UPu", 1, 1 },
  { "Ua", 0, 0 },
  { "Uc", 0, 0 },
  { "Ui", 0, 0 },
  { "Um", 0, 0 },
  { "Un", 0, 0 },
  { "Ung", 0, 0 },
  { "Ut", 0, 0 },
  { "Uu", 0, 0 },
  { "a", 0, 0 },
  { "ac", 0, 0 },
  { "ach", 0, 0 },
  { "ai", 0, 0 },
  { "am", 0, 0 },
  { "an", 0, 0 },
  { "ang", 0, 0 },
  { "anh", 0, 0 },
  { "ao", 0, 0 },
  { "ap", 0, 0 },
  { "at", 0, 0 },
  { "au", 0, 0 },
  { "ay", 0, 0 },
  { "e", 0, 0 },
  { "ec", 0, 0 },
  { "em", 0, 0 },
  { "en", 0, 0 },
  { "eng", 0, 0 },
  { "eo", 0, 0 },
  { "ep", 0, 0 },
  { "et", 0, 0 },
  { "i", 0, 0 },
  { "iEc", 1, 1 },
  { "iEm", 1, 1 },
  { "iEn", 1, 1 },
  { "iEng", 1, 1 },
  { "iEp", 1, 1 },
  { "iEt", 1, 1 },
  { "iEu", 1, 1 },
  { "ia", 0, 0 },
  { "ich", 0, 0 },
  { "im", 0, 0 },
  { "in", 0, 0 },
  { "inh", 0, 0 },
  { "ip", 0, 0 },
  { "it", 0, 0 },
  { "iu", 0, 0 },
  { "o", 0, 0 },
  { "oAc", 1, 1 },
  { "oAm", 1, 1 },
  { "oAn", 1, 1 },
  { "oAng", 1, 1 },
  { "oAp", 1, 1 },
  { "oAt", 1, 1 },
  { "oa", 0, 1 },
  { "oac", 1, 1 },
  { "oach", 1, 1 },
  { "oai", 1, 1 },
  { "oam", 1, 1 },
  { "oan", 1, 1 },
  { "oang", 1, 1 },
  { "oanh", 1, 1 },
  { "oao", 1, 1 },
  { "oap", 1, 1 },
  { "oat", 1, 1 },
  { "oau", 1, 1 },
  { "oay", 1, 1 },
  { "oc", 0, 0 },
  { "oe", 0, 1 },
  { "oem", 1, 1 },
  { "oen", 1, 1 },
  { "oeng", 1, 1 },
  { "oeo", 1, 1 },
  { "oep", 1, 1 },
  { "oet", 1, 1 },
  { "oi", 0, 0 },
  { "om", 0, 0 },
  { "on", 0, 0 },
  { "ong", 0, 0 },
  { "ooc", 1, 1 },
  { "oong", 1, 1 },
  { "op", 0, 0 },
  { "ot", 0, 0 },
  { "u", 0, 0 },
  { "uBc", 1, 1 },
  { "uBn", 1, 1 },
  { "uBng", 1, 1 },
  { "uBp", 1, 1 },
  { "uBt", 1, 1 },
  { "uBu", 1, 1 },
  { "uBy", 1, 1 },
  { "uE", 1, 1 },
  { "uEch", 1, 1 },
  { "uEn", 1, 1 },
  { "uEnh", 1, 1 },
  { "uEt", 1, 1 },
  { "uEu", 1, 1 },
  { "uOc", 1, 1 },
  { "uOi", 1, 1 },
  { "uOm", 1, 1 },
  { "uOn", 1, 1 },
  { "uOng", 1, 1 },
  { "uOt", 1, 1 },
  { "uP", 1, 1 },
  { "uPn", 1, 1 },
  { "uPt", 1, 1 },
  { "ua", 0, 0 },
  { "uc", 0, 0 },
  { "ui", 0, 0 },
  { "um", 0, 0 },
  { "un", 0, 0 },
  { "ung", 0, 0 },
  { "up", 0, 0 },
  { "ut", 0, 0 },
  { "uy", 0, 1 },
  { "uyEc", 2, 2 },
  { "uyEm", 2, 2 },
  { "uyEn", 2, 2 },
  { "uyEt", 2, 2 },
  { "uya", 1, 1 },
  { "uych", 1, 1 },
  { "uym", 1, 1 },
  { "uyn", 1, 1 },
  { "uynh", 1, 1 },
  { "uyp", 1, 1 },
  { "uyt", 1, 1 },
  { "uyu", 1, 1 },
  { "y", 0, 0 },
  { "yEc", 1, 1 },
  { "yEm", 1, 1 },
  { "yEn", 1, 1 },
  { "yEng", 1, 1 },
  { "yEp", 1, 1 },
  { "yEt", 1, 1 },
  { "yEu", 1, 1 },
  { "ych", 0, 0 },
  { "yn", 0, 0 },
  { "ynh", 0, 0 },
  { "yt", 0, 0 },
};

/* Longest first. */
static const char *const onsets[] = { "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "th", "tr", "qu", "b", "c", "d", "D",
                                      "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "" };

typedef struct
{
  char letters[MAX_LETTERS + 1]; /* codes, without tone */
  guint n;
  guint tone;
  guint tone_at; /* the letter that carries it */
  guint n_tones;
} Letters;

/* The tables are looked through for letters beyond ASCII only. */
static gboolean
read_letter (Letters *self,
             gunichar c)
{
  guint tone = TONE_NONE;
  char code = 0;

  if (self->n == MAX_LETTERS)
    return FALSE;

  c = g_unichar_tolower (c);
  if (c < 0x80)
    code = g_ascii_islower ((char) c) && strchr ("fjwz", (char) c) == NULL ? (char) c : 0;
  else if (c == 0x111)
    code = 'D';
  else
    for (guint i = 0; i < G_N_ELEMENTS (vowels) && code == 0; i++)
      for (guint k = 0; k < N_TONES; k++)
        if (vowels[i][k] == c)
          {
            code = vowel_codes[i];
            tone = k;
          }
  if (code == 0)
    return FALSE;

  if (tone != TONE_NONE)
    {
      self->tone = tone;
      self->tone_at = self->n;
      self->n_tones++;
    }
  self->letters[self->n++] = code;
  return TRUE;
}

static gboolean
read_letters (Letters *self,
              const char *word,
              gsize length)
{
  const char *end = word + length;

  *self = (Letters){ 0 };
  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    if (!read_letter (self, g_utf8_get_char (p)))
      return FALSE;

  return self->n > 0 && self->n_tones <= 1;
}

static int
compare_rhymes (const void *a,
                const void *b)
{
  return strcmp (((const Rhyme *) a)->rhyme, ((const Rhyme *) b)->rhyme);
}

static const Rhyme *
find_rhyme (const char *letters)
{
  const Rhyme key = { letters, 0, 0 };

  return bsearch (&key, rhymes, G_N_ELEMENTS (rhymes), sizeof (Rhyme), compare_rhymes);
}

/* Whether the spelling of an onset goes with the first letter of a rhyme: c and k, g and gh, ng and ngh. */
static gboolean
is_spelled_so (const char *onset,
               const char *rhyme)
{
  gboolean is_front = strchr ("ieEy", rhyme[0]) != NULL;

  if (strcmp (onset, "k") == 0)
    return is_front && !g_str_has_prefix (rhyme, "yE");
  if (strcmp (onset, "c") == 0)
    return !is_front;
  if (strcmp (onset, "gh") == 0 || strcmp (onset, "ngh") == 0)
    return is_front && rhyme[0] != 'y';
  if (strcmp (onset, "g") == 0 || strcmp (onset, "ng") == 0)
    return !is_front;
  /* "yêu" stands alone, "iêu" behind a consonant. */
  if (*onset == '\0')
    return !g_str_has_prefix (rhyme, "iE");
  return !g_str_has_prefix (rhyme, "yE") && (rhyme[0] != 'y' || rhyme[1] == '\0');
}

/* The rhyme behind "qu" with the u or o it is spoken with. */
static const Rhyme *
find_behind_q (const char *rest)
{
  char letters[MAX_LETTERS + 2];

  if (strcmp (rest, "Oc") == 0)
    return find_rhyme ("uOc");
  if (*rest == '\0' || strchr ("uUoO", *rest) != NULL)
    return NULL;

  letters[0] = strchr ("aAe", *rest) != NULL ? 'o' : 'u';
  strcpy (letters + 1, rest);
  if (letters[1] == 'i')
    letters[1] = 'y';
  return find_rhyme (letters);
}

/* Onset and rhyme of the letters; @first is the letter the rhyme begins with. */
static const Rhyme *
split (const Letters *self,
       guint *first)
{
  const char *onset = NULL;
  const char *rest;
  const Rhyme *rhyme;

  for (guint i = 0; onset == NULL; i++)
    if (g_str_has_prefix (self->letters, onsets[i]))
      onset = onsets[i];

  rest = self->letters + strlen (onset);
  *first = (guint) strlen (onset);
  if (strcmp (onset, "qu") == 0)
    {
      *first = 1;
      return find_behind_q (rest);
    }
  if (strcmp (onset, "gi") == 0)
    {
      /* In "gì", "gìn", "giếng" the i is part of the rhyme too. */
      if (*rest == '\0' || *rest == 'E' || strchr ("aAeoOPuUBy", *rest) == NULL)
        {
          *first = 1;
          return find_rhyme (self->letters + 1);
        }
      return find_rhyme (rest);
    }

  rhyme = find_rhyme (rest);
  return rhyme != NULL && is_spelled_so (onset, rest) ? rhyme : NULL;
}

static gboolean
is_stopped (const Letters *self)
{
  char last = self->letters[self->n - 1];

  return last == 'c' || last == 'p' || last == 't' || (last == 'h' && self->n > 1 && self->letters[self->n - 2] == 'c');
}

/* A rhyme that ends in c, ch, p, t carries sắc or nặng. */
static gboolean
has_right_tone (const Letters *self)
{
  return !is_stopped (self) || self->tone == TONE_SAC || self->tone == TONE_NANG;
}

static DtSyllableAnswer
judge (const Letters *self,
       guint *place)
{
  guint first;
  const Rhyme *rhyme = split (self, &first);

  if (rhyme == NULL)
    return DT_SYLLABLE_IMPOSSIBLE;
  *place = first + rhyme->place;
  /* Behind q there is no choice: the u is no vowel. */
  if (self->letters[0] == 'q' && *place == 1)
    *place = 2;
  if (!has_right_tone (self))
    return DT_SYLLABLE_TONE;
  if (self->tone != TONE_NONE && self->tone_at != *place &&
      (self->letters[0] == 'q' || self->tone_at != first + rhyme->other))
    return DT_SYLLABLE_TONE_PLACE;

  return DT_SYLLABLE_POSSIBLE;
}

DtSyllableAnswer
dt_syllable_check (const char *word,
                   gsize length)
{
  Letters letters;
  guint place;

  g_return_val_if_fail (word != NULL, DT_SYLLABLE_IMPOSSIBLE);

  return read_letters (&letters, word, length) ? judge (&letters, &place) : DT_SYLLABLE_IMPOSSIBLE;
}

static char *
spell (const Letters *self,
       guint place)
{
  GString *result = g_string_new (NULL);

  for (guint i = 0; i < self->n; i++)
    {
      const char *vowel = strchr (vowel_codes, self->letters[i]);

      if (self->letters[i] == 'D')
        g_string_append (result, "đ");
      else if (vowel == NULL)
        g_string_append_c (result, self->letters[i]);
      else
        g_string_append_unichar (result, vowels[vowel - vowel_codes][i == place ? self->tone : TONE_NONE]);
    }

  return g_string_free (result, FALSE);
}

static gboolean
begins_with_consonant (const char *word)
{
  Letters letters;

  return read_letters (&letters, word, (gsize) (g_utf8_next_char (word) - word)) &&
         strchr (vowel_codes, letters.letters[0]) == NULL;
}

/* "phườngcó": two syllables, if there is one way only; the second begins with a consonant. */
static char *
part (const char *word,
      gsize length)
{
  const char *end = word + length;
  const char *found = NULL;

  for (const char *p = g_utf8_next_char (word); p < end; p = g_utf8_next_char (p))
    {
      if (g_utf8_next_char (word) == p || g_utf8_next_char (p) == end)
        continue;
      if (dt_syllable_check (word, p - word) != DT_SYLLABLE_POSSIBLE ||
          dt_syllable_check (p, end - p) != DT_SYLLABLE_POSSIBLE)
        continue;
      if (found != NULL)
        return NULL;
      found = p;
    }

  if (found == NULL || !begins_with_consonant (found))
    return NULL;

  return g_strdup_printf ("%.*s %.*s", (int) (found - word), word, (int) (end - found), found);
}

char *
dt_syllable_repair (const char *word,
                    gsize length)
{
  Letters letters;
  guint place;

  g_return_val_if_fail (word != NULL, NULL);

  if (read_letters (&letters, word, length) && judge (&letters, &place) == DT_SYLLABLE_TONE_PLACE)
    return spell (&letters, place);

  return length > 0 ? part (word, length) : NULL;
}
