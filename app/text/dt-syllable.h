/* dt-syllable.h - which syllables Vietnamese can have
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DtSyllableAnswer:
 * @DT_SYLLABLE_POSSIBLE: it can be
 * @DT_SYLLABLE_TONE_PLACE: the tone mark stands over the wrong letter: `tòan`, `qúy`
 * @DT_SYLLABLE_TONE: such a syllable does not carry that tone, or cannot be without one: `phôi hơp`
 * @DT_SYLLABLE_IMPOSSIBLE: no onset (phụ âm đầu) and rhyme (vần) of the language make it: `doah`, `tryền`
 *
 * What can be said about a syllable (âm tiết).
 */
typedef enum
{
  DT_SYLLABLE_POSSIBLE,
  DT_SYLLABLE_TONE_PLACE,
  DT_SYLLABLE_TONE,
  DT_SYLLABLE_IMPOSSIBLE,
} DtSyllableAnswer;

/* @word: letters, in any case, composed (NFC); @length bytes. Both ways to place the mark are right: hòa, hoà.
 * What is not a syllable of Vietnamese letters, a number, a symbol, is impossible. */
DtSyllableAnswer dt_syllable_check (const char *word,
                                    gsize length);
/* The word with its tone mark over the right letter, or two syllables parted by a blank, in small letters;
 * NULL where there is no or more than one way. */
char *dt_syllable_repair (const char *word,
                          gsize length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
