/* dt-citation-tables-private.h - types, symbols, bodies and words that tell what follows
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-citation-lex-private.h"

G_BEGIN_DECLS

/* What a symbol, or a part of it, says about its document. */
typedef enum
{
  DT_SYMBOL_TYPE = 1 << 0,     /* names a type */
  DT_SYMBOL_ORG = 1 << 1,      /* names a body */
  DT_SYMBOL_YEAR = 1 << 2,     /* this type's numbers have a year */
  DT_SYMBOL_NO_YEAR = 1 << 3,  /* and this one's never */
  DT_SYMBOL_PARTY = 1 << 4,    /* only the Party has it */
  DT_SYMBOL_UNION = 1 << 5,    /* the Front and the unions */
  DT_SYMBOL_TERM = 1 << 6,     /* the number of a term, or of a series, belongs to it */
  DT_SYMBOL_ASSEMBLY = 1 << 7, /* the National Assembly or its Standing Committee */
  DT_SYMBOL_JOINT = 1 << 8,    /* several bodies follow */
  DT_SYMBOL_LOCAL = 1 << 9,    /* people's committees and councils */
  DT_SYMBOL_CONSOLIDATED = 1 << 10,
  DT_SYMBOL_ALONE = 1 << 11, /* an old symbol of one part: 43/CP */
} DtCitationFlags;

/**
 * DtCitationSymbol:
 * @fold: capitals, without accents
 * @text: as it is written
 * @flags: what it is
 * @name: (nullable): of a type, the type; of a body, the body
 *
 * An abbreviation in a symbol (ký hiệu): `NĐ`, `BTC`.
 */
typedef struct
{
  const char *fold;
  const char *text;
  DtCitationFlags flags;
  const char *name;
} DtCitationSymbol;

/**
 * DtCitationType:
 * @plain: the words, in small letters without accents
 * @tail: the first letter of the last of them
 * @n_words: how many they are
 * @name: as it is written
 *
 * A type as text names it.
 */
typedef struct
{
  const char *plain;
  char tail;
  guint n_words;
  const char *name;
} DtCitationType;

/**
 * DtCitationBody:
 * @plain: the words, in small letters without accents
 * @codes: its symbols, each with a `|` before and behind
 * @local: whether a name of a place may follow
 *
 * A body (cơ quan) as text names it.
 */
typedef struct
{
  const char *plain;
  const char *codes;
  gboolean local;
} DtCitationBody;

/* @exact first, then without case, then without accents; one of @flags, if any. */
const DtCitationSymbol *dt_citation_find_symbol (const char *exact,
                                                 const char *fold,
                                                 DtCitationFlags flags);
/* A symbol that @fold begins with, behind which a body follows to the end; NĐCP. */
const DtCitationSymbol *dt_citation_split_symbol (const char *fold,
                                                  const DtCitationSymbol **org);
/* The type whose words end with the word @last; @start is set to the first of them. */
const DtCitationType *dt_citation_find_type_before (const DtCitationText *text,
                                                    const DtCitationToken *last,
                                                    guint32 *start);
/* The body whose words begin at @first; @end is set behind the last. */
const DtCitationBody *dt_citation_find_body (const DtCitationText *text,
                                             const DtCitationToken *first,
                                             guint32 *end);
/* A title before a body: `Bộ trưởng`. */
gboolean dt_citation_match_title (const DtCitationText *text,
                                  const DtCitationToken *first,
                                  guint32 *end);

/* Whether the one or two words @phrase, or one of @phrases, begin at @first, accents and all. */
gboolean dt_citation_is_phrase (const DtCitationText *text,
                                const DtCitationToken *first,
                                const char *phrase);
gboolean dt_citation_is_among (const DtCitationText *text,
                               const DtCitationToken *first,
                               const char *const *phrases,
                               gsize n);
/* Words before a date that say when something happens. */
gboolean dt_citation_is_before_date (const DtCitationText *text,
                                     const DtCitationToken *word);
/* Words that begin a subject (về, quy định …) and words that neither begin one nor belong to a body. */
gboolean dt_citation_opens_subject (const DtCitationText *text,
                                    const DtCitationToken *first);
gboolean dt_citation_ends_name (const DtCitationText *text,
                                const DtCitationToken *word);

G_END_DECLS
