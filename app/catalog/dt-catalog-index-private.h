/* dt-catalog-index-private.h - which words stand in which documents
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-document.h"

G_BEGIN_DECLS

/* How much of a word is told from others, in bytes. */
#define DT_WORD_MAX 31

/**
 * DtWord:
 * @fold: small letters without marks
 * @marked: the same letters, those with a mark of their own (ă â ê ô ơ ư đ)
 *   as a capital or a digit, so that both have the same length
 * @tone: 1 to 5, or 0 without one
 * @length: bytes of either
 *
 * A word the way it is compared. The place of the tone does not matter: hòa is hoà.
 */
typedef struct
{
  char fold[DT_WORD_MAX + 1];
  char marked[DT_WORD_MAX + 1];
  guint8 tone;
  guint8 length;
} DtWord;

/* The next word of @text at *@cursor, before @end; words are runs of letters and
 * digits, with dots between digits. */
gboolean dt_word_scan (const char **cursor,
                       const char *end,
                       const char **start,
                       gsize *length);
void dt_word_read (DtWord *word,
                   const char *text,
                   gsize length);

/* A word of the index: where its letters stand, and where its marked ones; the
 * same where it has none. */
typedef struct
{
  guint32 fold;
  guint32 marked;
  guint8 tone;
  guint8 length;
} DtIndexWord;

/**
 * DtCatalogIndex:
 * @n_documents: how many documents
 * @n_words: how many different words
 * @words: the words, sorted by their letters
 * @letters: the letters of all words
 * @text_starts: where the words of each document begin in @text; one more than there are documents
 * @text: the words of all documents, in their order: number, type, body, subject
 * @n_number: how many words of a document belong to its number
 * @n_type: to its type
 * @n_issuer: to its body
 * @n_posts: in how many documents each word stands
 * @post_starts: where those of each word begin in @posts
 * @posts: the documents of the words that have no bitmap
 * @bitmaps: for words of many documents, a bit for each document; else NULL
 * @dates: the date of each document, packed so that later is more
 * @types: which type each document has
 * @issuers: which body
 * @type_names: the different types
 * @issuer_names: the different bodies
 *
 * Positions of documents are those in the catalogue: the newest first.
 *
 * The first word of a number stands there twice, the first time behind a `#`,
 * so that numbers are found among all other figures.
 */
typedef struct
{
  guint32 n_documents;
  guint32 n_words;
  DtIndexWord *words;
  char *letters;
  guint32 *text_starts;
  guint32 *text;
  guint8 *n_number;
  guint8 *n_type;
  guint8 *n_issuer;
  guint32 *n_posts;
  guint32 *post_starts;
  guint32 *posts;
  guint64 **bitmaps;
  guint32 *dates;
  guint16 *types;
  guint32 *issuers;
  GPtrArray *type_names;
  GPtrArray *issuer_names;
} DtCatalogIndex;

DtCatalogIndex *dt_catalog_index_new (DtDocument *const *documents,
                                      guint n_documents) G_GNUC_WARN_UNUSED_RESULT;
void dt_catalog_index_free (DtCatalogIndex *self);

/* The first word whose letters are not before @fold. */
guint32 dt_catalog_index_find (const DtCatalogIndex *self,
                               const char *fold);

static inline guint32
dt_pack_date (DtDate date)
{
  return (guint32) date.year << 9 | (guint32) date.month << 5 | date.day;
}

static inline gsize
dt_bitmap_size (guint32 n)
{
  return (n + 63) / 64;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtCatalogIndex, dt_catalog_index_free)

G_END_DECLS
