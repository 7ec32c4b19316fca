/* dt-catalog-rank.c - how well a document fits what is looked for
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog"

#include "config.h"

#include "catalog/dt-catalog-search-private.h"

#include <string.h>

/*
 * A score is a number, the weightier the higher its bits: how strictly the
 * words were taken, how well the number fits, how well type and subject, the
 * validity, the date.
 */

static gboolean
passes (DtSearch *self,
        guint32 at)
{
  guint32 date = self->index->dates[at];

  if (self->type_fits != NULL && !self->type_fits[self->index->types[at]])
    return FALSE;
  if (self->issuer_fits != NULL && !self->issuer_fits[self->index->issuers[at]])
    return FALSE;
  if (self->query->year != 0 && date >> 9 != self->query->year)
    return FALSE;
  return dt_date_is_empty (self->date) || date == dt_pack_date (self->date);
}

/* What the words of a document have in common with the query. */
typedef struct
{
  DtSearchMask found;
  DtSearchMask title;  /* found in type or subject */
  DtSearchMask pairs;  /* found right behind the one before it */
  DtSearchMask whole;  /* found to the end */
  guint number;        /* how well the number fits */
  gboolean names_type; /* its symbol says the type that was typed, and no year: 76/NQ-CP */
  gboolean type_is_whole;
  gboolean subject_is_whole;
  gboolean subject_begins;
} Match;

static void
match_number (DtSearch *self,
              const guint32 *words,
              guint n,
              Match *match)
{
  DtSearchMask before = 0;
  guint run = 0;

  if (n == 0)
    return;
  match->number = self->is_number[words[0]] * 64u;
  for (guint i = 0; i < n; i++)
    {
      DtSearchMask mask = self->masks[words[i]];
      DtSearchMask pair = (before << 1) & mask;

      match->found |= mask;
      match->pairs |= pair;
      match->whole |= (mask & DT_SEARCH_WHOLE) != 0 ? mask : 0;
      run += pair != 0;
      before = mask;
    }
  if (match->number > 0)
    match->number += MIN (run, 15) * 4 + (run + 1 == n - 1) * 2u;
}

static void
match_text (DtSearch *self,
            const guint32 *words,
            guint n,
            Match *match,
            DtSearchMask *title,
            gboolean *is_whole)
{
  DtSearchMask before = 0;
  gboolean all = n > 0;

  for (guint i = 0; i < n; i++)
    {
      DtSearchMask mask = self->masks[words[i]];

      if (G_LIKELY (mask == 0))
        {
          all = FALSE;
          before = 0;
          continue;
        }
      match->found |= mask;
      *title |= mask;
      match->pairs |= (before << 1) & mask;
      match->whole |= (mask & DT_SEARCH_WHOLE) != 0 ? mask : 0;
      before = mask;
    }
  if (is_whole != NULL)
    *is_whole = all;
}

/* Whether the symbol right behind the number has the first letters of the type: NQ of "Nghị quyết". Of two
 * resolutions with one number, that is the one the number alone means; the other is cited with its year. */
static gboolean
names_type (const DtCatalogIndex *index,
            const guint32 *number,
            guint n_number,
            const guint32 *type,
            guint n_type)
{
  const DtIndexWord *symbol;

  if (n_number < 3 || n_type == 0)
    return FALSE;

  /* The number itself stands there twice. */
  symbol = &index->words[number[2]];
  if (symbol->length != n_type)
    return FALSE;
  for (guint i = 0; i < n_type; i++)
    if (index->letters[symbol->fold + i] != index->letters[index->words[type[i]].fold])
      return FALSE;

  return TRUE;
}

/* Where the subject is that which was typed, or goes on from it. */
static gboolean
begins (const DtSearch *self,
        const guint32 *words,
        guint n)
{
  return n > 0 && self->masks[words[0]] != 0;
}

static gboolean
match_document (DtSearch *self,
                guint32 at,
                Match *match)
{
  const DtCatalogIndex *index = self->index;
  const guint32 *words = index->text + index->text_starts[at];
  guint n = index->text_starts[at + 1] - index->text_starts[at];
  guint n_number = MIN (index->n_number[at], n);
  guint n_type = MIN (index->n_type[at], n - n_number);
  guint n_issuer = MIN (index->n_issuer[at], n - n_number - n_type);
  DtSearchMask issuer = 0;

  memset (match, 0, sizeof *match);
  match_number (self, words, n_number, match);
  words += n_number;
  match_text (self, words, n_type, match, &match->title, &match->type_is_whole);
  match->names_type = match->number > 0 && match->type_is_whole && names_type (index, words - n_number, n_number, words, n_type);
  words += n_type;
  match_text (self, words, n_issuer, match, &issuer, NULL);
  words += n_issuer;
  match_text (self, words, n - n_number - n_type - n_issuer, match, &match->title, &match->subject_is_whole);
  match->subject_begins = begins (self, words, n - n_number - n_type - n_issuer);

  return (match->found & self->needed) == self->needed;
}

/* Those in force before those that are not. */
#define BEST_VALIDITY 5

static guint
rank_validity (DtValidity validity)
{
  static const guint8 ranks[DT_N_VALIDITIES] = { 3, BEST_VALIDITY, 4, 2, 1, 0 };

  return ranks[validity];
}

static guint
score_title (DtSearch *self,
             const Match *match)
{
  guint score = 0;

  score += 3u * (guint) __builtin_popcount (match->title & ~DT_SEARCH_WHOLE);
  score += 4u * (guint) __builtin_popcount (match->pairs);
  score += 1u * (guint) __builtin_popcount (match->whole & ~DT_SEARCH_WHOLE);
  score += match->type_is_whole ? 8 : 0;
  score += match->subject_is_whole ? 16 : 0;

  return self->terms.n > 0 ? score : 0;
}

/* Whether a document of this score, or a better one, would be among those that are shown. */
static gboolean
is_welcome (const DtSearch *self,
            guint64 score)
{
  const GArray *hits = self->hits;

  return hits->len < self->limit || score > g_array_index (hits, DtCatalogHit, hits->len - 1).score;
}

static void
add_hit (DtSearch *self,
         guint32 at,
         guint64 score)
{
  GArray *hits = self->hits;
  DtCatalogHit hit = { self->catalog->documents[at], score };
  guint low = 0;
  guint high = hits->len;

  if (!is_welcome (self, score))
    return;

  /* Behind those of the same score, which are newer. */
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (hits, DtCatalogHit, middle).score >= score)
        low = middle + 1;
      else
        high = middle;
    }
  g_array_insert_val (hits, low, hit);
  if (hits->len > self->limit)
    g_array_set_size (hits, self->limit);
}

gboolean
dt_search_consider (DtSearch *self,
                    guint32 at)
{
  DtJudgement judgement = { DT_VALIDITY_UNKNOWN };
  Match match;
  guint64 score;

  if ((self->seen[at / 64] >> (at % 64) & 1) != 0)
    return FALSE;
  if (!passes (self, at) || !match_document (self, at, &match))
    return FALSE;

  score = (guint64) (15 - self->round) << 56;
  score |= (guint64) MIN (match.number + match.names_type, 0xff) << 48;
  score |= (guint64) MIN (score_title (self, &match), 0xffff) << 32;
  score |= (guint64) match.subject_begins << 27;
  score |= self->index->dates[at];
  /* Whether it is in force cannot help what is too far behind. */
  if (self->query->validities == 0 && !is_welcome (self, score | (guint64) BEST_VALIDITY << 28))
    return TRUE;

  if (self->query->validities != 0 || !dt_date_is_empty (self->query->on))
    dt_catalog_judge_at (self->catalog, at, self->query->on, &judgement);
  if (self->query->validities != 0 && (self->query->validities >> judgement.validity & 1) == 0)
    return FALSE;

  add_hit (self, at, score | (guint64) rank_validity (judgement.validity) << 28);
  self->seen[at / 64] |= (guint64) 1 << (at % 64);
  return TRUE;
}
