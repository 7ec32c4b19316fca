/* dt-catalog-query-private.h - a query in pieces, and what its words match
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog-private.h"
#include "catalog/dt-catalog-search.h"

G_BEGIN_DECLS

/* More words say nothing more. */
#define DT_QUERY_MAX 24

/**
 * DtQueryWord:
 * @word: the word
 * @has_marks: whether it was typed with accents
 * @is_figure: whether it begins with a figure
 * @is_year: whether it may be a year
 * @is_filler: whether it says little: số, ngày, tháng, năm, của
 * @n_spans: how many stretches of words of the index it matches
 * @n_documents: in how many documents these are, those that have several counted more than once
 * @words: (element-type guint32): the words of the index it matches
 */
typedef struct
{
  DtWord word;
  gboolean has_marks;
  gboolean is_figure;
  gboolean is_year;
  gboolean is_filler;
  guint64 n_documents;
  GArray *words;
} DtQueryWord;

/* How strict words are compared. */
typedef enum
{
  DT_QUERY_MARKS = 1 << 0,  /* accents that were typed must be there */
  DT_QUERY_PREFIX = 1 << 1, /* every word may be the beginning of one */
} DtQueryFlags;

/**
 * DtQueryTerms:
 * @words: the words
 * @n: how many
 * @date: a date that was typed
 *
 * What was typed.
 */
typedef struct
{
  DtQueryWord words[DT_QUERY_MAX];
  guint n;
  DtDate date;
} DtQueryTerms;

void dt_query_read (DtQueryTerms *terms,
                    const DtCatalogIndex *index,
                    const char *text);
void dt_query_clear (DtQueryTerms *terms);
/* Finds the words of the index that each word matches. */
void dt_query_match (DtQueryTerms *terms,
                     const DtCatalogIndex *index,
                     DtQueryFlags flags);
/* Those that WORD matches as the number itself; exactly, or else by their beginning. */
void dt_query_match_number (const DtQueryWord *word,
                            const DtCatalogIndex *index,
                            gboolean exact,
                            GArray *found);

G_END_DECLS
