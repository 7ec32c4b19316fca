/* dt-check-words-private.h - the words of a text, and tables of phrases looked up in them
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/dt-check-private.h"

G_BEGIN_DECLS

/**
 * DtPhrase:
 * @key: words in small letters, blanks between them, tone marks of the old style (kiểu cũ: hòa, ủy)
 * @right: what the rule at hand says about them
 * @not_before: (nullable): words, a blank around each, behind which @key is something else
 * @not_after: (nullable): words in front of which it is something else
 *
 * A phrase that is looked for.
 */
typedef struct
{
  const char *key;
  const char *right;
  const char *not_before;
  const char *not_after;
} DtPhrase;

/* A table made ready for looking things up; lives on the stack. */
typedef struct
{
  const DtPhrase *phrases;
  guint n_phrases;
  guint64 bits[64]; /* which first words there are */
} DtPhraseSet;

/* A phrase in a text: words @first to @last. */
typedef struct
{
  const DtPhrase *phrase;
  guint first;
  guint last;
  gsize start; /* bytes */
  gsize end;
} DtPhraseHit;

/* Words and small letters of @plain; to be freed with g_free(). */
DtCheckWord *dt_check_words_new (const char *plain,
                                 gsize length,
                                 char **lower,
                                 guint *n_words) G_GNUC_WARN_UNUSED_RESULT;

void dt_phrase_set_init (DtPhraseSet *self,
                         const DtPhrase *phrases,
                         guint n_phrases);
/* The longest phrase that begins at word @word. */
gboolean dt_phrase_match (const DtPhraseSet *self,
                          const DtCheckText *text,
                          guint word,
                          DtPhraseHit *hit);
/* The next one from word *@word on, which moves behind it. */
gboolean dt_phrase_next (const DtPhraseSet *self,
                         const DtCheckText *text,
                         guint *word,
                         DtPhraseHit *hit);

/* Whether word @word is @lower. */
gboolean dt_word_is (const DtCheckText *text,
                     guint word,
                     const char *lower);
/* Whether it is one of @list, a blank around each. */
gboolean dt_word_is_in (const DtCheckText *text,
                        guint word,
                        const char *list);
/* Whether only one blank stands between words @word and @word + 1. */
gboolean dt_word_meets_next (const DtCheckText *text,
                             guint word);
/* Whether words @first to @last are all in capitals. */
gboolean dt_words_are_capitals (const DtCheckText *text,
                                guint first,
                                guint last);
/* Whether a capital is due at word @word anyway: it begins a line, a cell, a sentence, what is quoted or set off. */
gboolean dt_word_begins (const DtCheckText *text,
                         guint word);
/* Bytes @start to @end of the text with capitals where @model has them, letter by letter; NULL if they differ in length. */
char *dt_words_recase (const DtCheckText *text,
                       gsize start,
                       gsize end,
                       const char *model) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
