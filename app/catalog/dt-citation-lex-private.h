/* dt-citation-lex-private.h - words, numbers and marks of a text, both ways
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text that is looked through: valid UTF-8, composed or not. */
typedef struct
{
  const char *s;
  guint32 n;
} DtCitationText;

typedef enum
{
  DT_TOKEN_END,    /* nothing is left */
  DT_TOKEN_BLANK,  /* blanks, line breaks and page heads */
  DT_TOKEN_WORD,   /* letters with their marks */
  DT_TOKEN_NUMBER, /* digits */
  DT_TOKEN_MARK,   /* any other character */
} DtTokenKind;

/* How much of a word is kept: no Vietnamese syllable has more than seven letters. */
#define DT_TOKEN_PLAIN 16

/**
 * DtCitationToken:
 * @start: its first byte
 * @end: the byte behind it
 * @kind: what it is
 * @upper: whether a word begins with a capital
 * @all_upper: whether it has nothing but capitals
 * @n: letters of a word, digits of a number
 * @newlines: line breaks in a blank, at most 255
 * @mark: the character of a mark; every dash is `-`, every slash `/`
 * @value: of a number; G_MAXUINT32 where it is too large
 * @plain: a word in small letters without accents, cut behind 15 letters
 *
 * A piece of the text. No piece is longer than some 70 bytes, except page
 * heads: however a text is made, looking at the next piece costs the same.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  DtTokenKind kind;
  gboolean upper;
  gboolean all_upper;
  guint n;
  guint newlines;
  gunichar mark;
  guint32 value;
  char plain[DT_TOKEN_PLAIN];
} DtCitationToken;

/* The token at @pos, which is not inside a character. */
void dt_citation_next (const DtCitationText *text,
                       guint32 pos,
                       DtCitationToken *token);
/* The next that is no blank; how many line breaks stood before it. */
guint dt_citation_next_solid (const DtCitationText *text,
                              guint32 pos,
                              DtCitationToken *token);
/* The token that ends at @pos. */
void dt_citation_prev (const DtCitationText *text,
                       guint32 pos,
                       DtCitationToken *token);
guint dt_citation_prev_solid (const DtCitationText *text,
                              guint32 pos,
                              DtCitationToken *token);
/* Whether @token is the word @word (composed, small letters), accents and all. */
gboolean dt_citation_is (const DtCitationText *text,
                         const DtCitationToken *token,
                         const char *word);
gboolean dt_citation_is_n (const DtCitationText *text,
                           const DtCitationToken *token,
                           const char *word,
                           gsize length);
gboolean dt_citation_is_plain (const DtCitationToken *token,
                               const char *plain);
/* Whether the words @phrase (small letters without accents, single blanks) begin at @token;
 * @end is then behind the last. */
gboolean dt_citation_match (const DtCitationText *text,
                            const DtCitationToken *token,
                            const char *phrase,
                            guint32 *end);
/* The letter @c in small, without its accents, or 0 when it is no Latin letter. */
char dt_citation_fold (gunichar c,
                       gboolean *upper);
gboolean dt_citation_is_accent (gunichar c);
gunichar dt_citation_fold_mark (gunichar c);

static inline gboolean
dt_citation_is_mark (const DtCitationToken *token,
                     gunichar mark)
{
  return token->kind == DT_TOKEN_MARK && token->mark == mark;
}

G_END_DECLS
