/* dt-catalog-search.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog"

#include "config.h"

#include "catalog/dt-catalog-search.h"

#include "catalog/dt-catalog-query-private.h"
#include "text/dt-text.h"

#include <string.h>

/*
 * Documents are numbered from the newest on, so that the first that match are
 * already good ones: of a query that matches thousands, a bounded number of
 * them is ranked, while those whose number matches are looked for apart.
 *
 * The rarest word tells which documents come into question. If they are few,
 * each is looked at; if they are many, bitmaps of all words are put together.
 */

#define DEFAULT_LIMIT 50
#define MAX_LIMIT 10000

/* How many documents are looked at one by one, and how many are ranked. */
#define MAX_SCANNED 4096
#define MAX_RANKED 4096

typedef guint32 Mask;

typedef struct
{
  const DtCatalog *catalog;
  const DtCatalogIndex *index;
  const DtCatalogQuery *query;
  DtQueryTerms terms;
  Mask *masks;         /* of each word of the index: which words of the query it matches */
  guint8 *exact;       /* whether it is one of them to the end */
  guint8 *is_number;   /* of each word of the index: 2 when it is a number that was typed, 1 when it begins like one */
  gboolean *type_fits; /* (nullable) */
  gboolean *issuer_fits;
  Mask needed;
  DtDate date;
  guint limit;
  GArray *hits;
  guint64 *seen; /* (nullable): those of an earlier, stricter round */
  guint round;
} Search;

/* Which of @names have the words of @wanted. */
static gboolean *
find_fitting (GPtrArray *names,
              const char *wanted,
              gboolean whole)
{
  gboolean *fits = g_new0 (gboolean, names->len + 1);
  g_autofree char *folded = dt_text_fold (wanted);
  g_auto (GStrv) words = g_strsplit_set (folded, " ,.-", -1);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = dt_text_fold (g_ptr_array_index (names, i));
      g_autofree char *padded = g_strconcat (" ", name, " ", NULL);

      fits[i] = whole ? strcmp (name, folded) == 0 : TRUE;
      for (guint w = 0; !whole && fits[i] && words[w] != NULL; w++)
        {
          g_autofree char *word = g_strconcat (" ", words[w], NULL);

          fits[i] = strstr (padded, word) != NULL;
        }
    }

  return fits;
}

static gboolean
passes (Search *self,
        guint32 at)
{
  const DtDocumentFields *fields;

  if (self->type_fits != NULL && !self->type_fits[self->index->types[at]])
    return FALSE;
  if (self->issuer_fits != NULL && !self->issuer_fits[self->index->issuers[at]])
    return FALSE;
  if (self->query->year == 0 && dt_date_is_empty (self->date))
    return TRUE;

  fields = dt_document_get (self->catalog->documents[at]);
  if (self->query->year != 0 && fields->date.year != self->query->year)
    return FALSE;
  return dt_date_is_empty (self->date) || dt_date_equal (fields->date, self->date);
}

/* What the words of a document have in common with the query. */
typedef struct
{
  Mask found;
  Mask title;   /* found in type or subject */
  Mask pairs;   /* found right behind the one before it */
  Mask whole;   /* found to the end */
  guint number; /* how well the number fits */
  gboolean type_is_whole;
  gboolean subject_is_whole;
  gboolean subject_begins;
} Match;

static void
match_number (Search *self,
              const guint32 *words,
              guint n,
              Match *match)
{
  Mask before = 0;
  guint run = 0;

  if (n == 0)
    return;
  match->number = self->is_number[words[0]] * 32u;
  for (guint i = 0; i < n; i++)
    {
      Mask mask = self->masks[words[i]];
      Mask pair = (before << 1) & mask;

      match->found |= mask;
      match->pairs |= pair;
      match->whole |= self->exact[words[i]] ? mask : 0;
      run += pair != 0;
      before = mask;
    }
  if (match->number > 0)
    match->number += MIN (run, 15) * 2 + (run + 1 == n - 1);
}

static void
match_text (Search *self,
            const guint32 *words,
            guint n,
            Match *match,
            Mask *title,
            gboolean *is_whole,
            gboolean *begins)
{
  Mask before = 0;
  gboolean all = n > 0;

  for (guint i = 0; i < n; i++)
    {
      Mask mask = self->masks[words[i]];

      match->found |= mask;
      *title |= mask;
      match->pairs |= (before << 1) & mask;
      match->whole |= self->exact[words[i]] ? mask : 0;
      all = all && mask != 0;
      if (i == 0 && begins != NULL)
        *begins = mask != 0;
      before = mask;
    }
  if (is_whole != NULL)
    *is_whole = all;
}

static gboolean
match_document (Search *self,
                guint32 at,
                Match *match)
{
  const DtCatalogIndex *index = self->index;
  const guint32 *words = index->text + index->text_starts[at];
  guint n = index->text_starts[at + 1] - index->text_starts[at];
  guint n_number = MIN (index->n_number[at], n);
  guint n_type = MIN (index->n_type[at], n - n_number);
  guint n_issuer = MIN (index->n_issuer[at], n - n_number - n_type);
  Mask issuer = 0;

  memset (match, 0, sizeof *match);
  match_number (self, words, n_number, match);
  words += n_number;
  match_text (self, words, n_type, match, &match->title, &match->type_is_whole, NULL);
  words += n_type;
  match_text (self, words, n_issuer, match, &issuer, NULL, NULL);
  words += n_issuer;
  match_text (self, words, n - n_number - n_type - n_issuer, match, &match->title, &match->subject_is_whole,
              &match->subject_begins);

  return (match->found & self->needed) == self->needed;
}

/* Those in force before those that are not. */
static guint
rank_validity (DtValidity validity)
{
  static const guint8 ranks[DT_N_VALIDITIES] = { 3, 5, 4, 2, 1, 0 };

  return ranks[validity];
}

static guint
score_title (Search *self,
             const Match *match)
{
  guint score = 0;

  score += 3u * (guint) __builtin_popcount (match->title);
  score += 4u * (guint) __builtin_popcount (match->pairs);
  score += 1u * (guint) __builtin_popcount (match->whole);
  score += match->type_is_whole ? 8 : 0;
  score += match->subject_is_whole ? 16 : 0;
  score += match->subject_begins ? 3 : 0;

  return self->terms.n > 0 ? score : 0;
}

static void
add_hit (Search *self,
         guint32 at,
         guint64 score)
{
  GArray *hits = self->hits;
  DtCatalogHit hit = { self->catalog->documents[at], score };
  guint low = 0;
  guint high = hits->len;

  if (hits->len >= self->limit && score <= g_array_index (hits, DtCatalogHit, hits->len - 1).score)
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

/* Ranks the document, if it is one that is looked for. */
static gboolean
consider (Search *self,
          guint32 at)
{
  const DtDocumentFields *fields;
  DtJudgement judgement = { DT_VALIDITY_UNKNOWN };
  Match match;
  guint64 score;

  if (self->seen != NULL && (self->seen[at / 64] >> (at % 64) & 1) != 0)
    return FALSE;
  if (!passes (self, at) || !match_document (self, at, &match))
    return FALSE;
  if (self->query->validities != 0 || !dt_date_is_empty (self->query->on))
    dt_catalog_judge_at (self->catalog, at, self->query->on, &judgement);
  if (self->query->validities != 0 && (self->query->validities >> judgement.validity & 1) == 0)
    return FALSE;

  fields = dt_document_get (self->catalog->documents[at]);
  score = (guint64) (15 - self->round) << 56;
  score |= (guint64) MIN (match.number, 0xff) << 48;
  score |= (guint64) MIN (score_title (self, &match), 0xffff) << 32;
  score |= (guint64) rank_validity (judgement.validity) << 28;
  score |= (guint64) fields->date.year << 9 | (guint) fields->date.month << 5 | fields->date.day;
  add_hit (self, at, score);
  if (self->seen != NULL)
    self->seen[at / 64] |= (guint64) 1 << (at % 64);

  return TRUE;
}

static void
add_to_bitmap (const DtCatalogIndex *index,
               guint32 word,
               guint64 *bitmap)
{
  gsize size = dt_bitmap_size (index->n_documents);
  const guint64 *bits = index->bitmaps[word];

  if (bits != NULL)
    {
      for (gsize i = 0; i < size; i++)
        bitmap[i] |= bits[i];
      return;
    }

  for (guint32 i = 0; i < index->n_posts[word]; i++)
    {
      guint32 at = index->posts[index->post_starts[word] + i];

      bitmap[at / 64] |= (guint64) 1 << (at % 64);
    }
}

static guint64 *
make_bitmap (const DtCatalogIndex *index,
             GArray *words)
{
  guint64 *bitmap = g_new0 (guint64, dt_bitmap_size (index->n_documents));

  for (guint i = 0; i < words->len; i++)
    add_to_bitmap (index, g_array_index (words, guint32, i), bitmap);

  return bitmap;
}

/* Ranks the documents of @bitmap, at most so many. */
static void
consider_bitmap (Search *self,
                 const guint64 *bitmap,
                 guint max)
{
  gsize size = dt_bitmap_size (self->index->n_documents);

  for (gsize i = 0; i < size && max > 0; i++)
    for (guint64 bits = bitmap[i]; bits != 0 && max > 0; bits &= bits - 1)
      max -= consider (self, (guint32) (i * 64 + (guint) __builtin_ctzll (bits)));
}

/* Ranks those that hold all words; @number: (nullable): and one of these numbers. */
static void
consider_all (Search *self,
              GArray *number)
{
  gsize size = dt_bitmap_size (self->index->n_documents);
  GArray *rarest = number;
  guint64 n_rarest = G_MAXUINT64;
  g_autofree guint64 *bitmap = NULL;

  for (guint i = 0; number != NULL && i < number->len; i++)
    n_rarest = (n_rarest == G_MAXUINT64 ? 0 : n_rarest) + self->index->n_posts[g_array_index (number, guint32, i)];
  for (guint i = 0; i < self->terms.n; i++)
    if ((self->needed >> i & 1) != 0 && self->terms.words[i].n_documents < n_rarest)
      {
        rarest = self->terms.words[i].words;
        n_rarest = self->terms.words[i].n_documents;
      }
  if (rarest == NULL || rarest->len == 0)
    return;

  bitmap = make_bitmap (self->index, rarest);
  for (guint i = 0; n_rarest > MAX_SCANNED && i < self->terms.n; i++)
    {
      g_autofree guint64 *other = NULL;

      if ((self->needed >> i & 1) == 0 || self->terms.words[i].words == rarest)
        continue;
      other = make_bitmap (self->index, self->terms.words[i].words);
      for (gsize b = 0; b < size; b++)
        bitmap[b] &= other[b];
    }

  consider_bitmap (self, bitmap, MAX_RANKED);
}

/* Tells the words of the index what they match; or takes that back. */
static void
mark_words (Search *self,
            gboolean on)
{
  for (guint i = 0; i < self->terms.n; i++)
    {
      const DtQueryWord *word = &self->terms.words[i];

      for (guint w = 0; w < word->words->len; w++)
        {
          guint32 at = g_array_index (word->words, guint32, w);

          if (!on)
            self->masks[at] = self->exact[at] = 0;
          else
            {
              self->masks[at] |= (Mask) 1 << i;
              self->exact[at] |= self->index->words[at].length == word->word.length;
            }
        }
    }
}

/* Documents whose number was typed are ranked first of all, whatever else matches. */
static void
consider_numbers (Search *self)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < self->terms.n; i++)
    {
      const DtQueryWord *word = &self->terms.words[i];

      /* kế hoạch 2026 asks for a year, not for a number. */
      if (!word->is_figure || (word->is_year && self->terms.n > 1 && i > 0))
        continue;
      for (guint8 exact = 2; exact >= 1; exact--)
        {
          if (exact == 1 && i + 1 < self->terms.n)
            break;
          dt_query_match_number (word, self->index, exact == 2, numbers);
          for (guint w = 0; w < numbers->len; w++)
            {
              guint8 *known = &self->is_number[g_array_index (numbers, guint32, w)];

              *known = MAX (*known, exact);
            }
          consider_all (self, numbers);
        }
    }
}

static void
run_round (Search *self,
           DtQueryFlags flags,
           Mask needed)
{
  dt_query_match (&self->terms, self->index, flags);
  self->needed = needed;
  mark_words (self, TRUE);
  consider_numbers (self);
  consider_all (self, NULL);
  mark_words (self, FALSE);
}

static Mask
get_all (const Search *self)
{
  return (Mask) (((guint64) 1 << self->terms.n) - 1);
}

static Mask
get_fillers (const Search *self)
{
  Mask fillers = 0;

  for (guint i = 0; i < self->terms.n; i++)
    if (self->terms.words[i].is_filler)
      fillers |= (Mask) 1 << i;

  return fillers;
}

/* From the strict to the lenient, until there is something. */
static void
run_rounds (Search *self)
{
  Mask all = get_all (self);
  Mask weighty = all & ~get_fillers (self);

  run_round (self, DT_QUERY_MARKS, all);
  self->round++;
  if (self->hits->len < self->limit)
    run_round (self, 0, all);
  self->round++;
  if (self->hits->len == 0 && weighty != 0 && weighty != all)
    run_round (self, 0, weighty);
  self->round++;
  if (self->hits->len == 0)
    run_round (self, DT_QUERY_PREFIX, weighty != 0 ? weighty : all);

  /* One of the words may be wrong. */
  self->round++;
  for (guint i = 0; self->hits->len == 0 && self->terms.n >= 3 && i < self->terms.n; i++)
    run_round (self, 0, (weighty != 0 ? weighty : all) & ~((Mask) 1 << i));
}

static void
consider_everything (Search *self)
{
  guint32 n = self->index->n_documents;
  guint max = MAX (self->limit, MAX_RANKED);

  for (guint32 i = 0; i < n && max > 0; i++)
    max -= consider (self, i);
}

/**
 * dt_catalog_search:
 * @self: a catalogue
 * @query: what to look for
 *
 * Finds documents by pieces of numbers and by words, in any order, with or
 * without accents. First come those whose number was typed, then those with
 * the words together in their title, then those in force and the newest.
 *
 * Where nothing has all words as they were typed, they are taken more and more
 * lightly: without accents, without `số` and `ngày`, by their beginnings, and
 * at last with one of them missing.
 *
 * Returns: (transfer full) (element-type DtCatalogHit): what was found, the
 *   best first; the documents live as long as @self
 */
GArray *
dt_catalog_search (const DtCatalog *self,
                   const DtCatalogQuery *query)
{
  Search search = { NULL };

  g_return_val_if_fail (self != NULL && query != NULL, NULL);

  search.catalog = self;
  search.index = self->index;
  search.query = query;
  search.limit = query->limit == 0 ? DEFAULT_LIMIT : MIN (query->limit, MAX_LIMIT);
  search.hits = g_array_new (FALSE, FALSE, sizeof (DtCatalogHit));
  search.masks = g_new0 (Mask, search.index->n_words + 1);
  search.exact = g_new0 (guint8, search.index->n_words + 1);
  search.is_number = g_new0 (guint8, search.index->n_words + 1);
  search.seen = g_new0 (guint64, dt_bitmap_size (search.index->n_documents) + 1);
  if (query->type != NULL && *query->type != '\0')
    search.type_fits = find_fitting (search.index->type_names, query->type, TRUE);
  if (query->issuer != NULL && *query->issuer != '\0')
    search.issuer_fits = find_fitting (search.index->issuer_names, query->issuer, FALSE);

  dt_query_read (&search.terms, query->text != NULL ? query->text : "");
  search.date = search.terms.date;
  if (search.terms.n == 0)
    consider_everything (&search);
  else
    run_rounds (&search);
  /* The date that was typed may be the wrong one. */
  if (search.hits->len == 0 && !dt_date_is_empty (search.date) && search.terms.n > 0)
    {
      search.date = (DtDate) DT_DATE_INIT;
      run_rounds (&search);
    }

  dt_query_clear (&search.terms);
  g_free (search.masks);
  g_free (search.exact);
  g_free (search.is_number);
  g_free (search.seen);
  g_free (search.type_fits);
  g_free (search.issuer_fits);

  return search.hits;
}
