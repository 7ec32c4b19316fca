/* dt-catalog-search.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog"

#include "config.h"

#include "catalog/dt-catalog-search.h"

#include "catalog/dt-catalog-search-private.h"
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
#define MAX_SCANNED 2048
#define MAX_RANKED 1024

/* Of words that stand in many documents, this many documents are looked at
 * first; a multiple of 64. Mostly they are enough. */
#define FIRST_STRETCH 16384

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

/* The first of the documents of @word that is not before @from. */
static guint32
find_post (const DtCatalogIndex *index,
           guint32 word,
           guint32 from)
{
  guint32 low = index->post_starts[word];
  guint32 high = low + index->n_posts[word];

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (index->posts[middle] < from)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Adds the documents of @word from @from to before @to, multiples of 64. */
static void
add_to_bitmap (const DtCatalogIndex *index,
               guint32 word,
               guint32 from,
               guint32 to,
               guint64 *bitmap)
{
  const guint64 *bits = index->bitmaps[word];
  guint32 end = index->post_starts[word] + index->n_posts[word];

  if (bits != NULL)
    {
      for (guint32 i = from / 64; i < to / 64; i++)
        bitmap[i] |= bits[i];
      return;
    }

  for (guint32 i = from == 0 ? index->post_starts[word] : find_post (index, word, from);
       i < end && index->posts[i] < to; i++)
    bitmap[index->posts[i] / 64] |= (guint64) 1 << (index->posts[i] % 64);
}

static void
fill_bitmap (const DtCatalogIndex *index,
             const GArray *words,
             guint32 from,
             guint32 to,
             guint64 *bitmap)
{
  memset (bitmap + from / 64, 0, (to - from) / 64 * sizeof *bitmap);
  for (guint i = 0; i < words->len; i++)
    add_to_bitmap (index, g_array_index (words, guint32, i), from, to, bitmap);
}

/* The words that stand in the fewest documents; @number: (nullable): such that are the number itself. */
static const GArray *
find_rarest (const DtSearch *self,
             const GArray *number,
             guint64 *n_documents)
{
  const GArray *rarest = number;

  *n_documents = number != NULL ? 0 : G_MAXUINT64;
  for (guint i = 0; number != NULL && i < number->len; i++)
    *n_documents += self->index->n_posts[g_array_index (number, guint32, i)];
  for (guint i = 0; i < self->terms.n; i++)
    if ((self->needed >> i & 1) != 0 && self->terms.words[i].n_documents < *n_documents)
      {
        rarest = self->terms.words[i].words;
        *n_documents = self->terms.words[i].n_documents;
      }

  return rarest;
}

/* Ranks those from @from to before @to that hold all words; at most @max. Returns how many are left of that. */
static guint
consider_stretch (DtSearch *self,
                  const GArray *rarest,
                  gboolean all,
                  guint32 from,
                  guint32 to,
                  guint max)
{
  guint64 *bitmap = self->bitmaps[0];
  guint64 *other = self->bitmaps[1];

  fill_bitmap (self->index, rarest, from, to, bitmap);
  for (guint i = 0; all && i < self->terms.n; i++)
    {
      if ((self->needed >> i & 1) == 0 || self->terms.words[i].words == rarest)
        continue;
      fill_bitmap (self->index, self->terms.words[i].words, from, to, other);
      for (guint32 b = from / 64; b < to / 64; b++)
        bitmap[b] &= other[b];
    }

  for (guint32 i = from / 64; i < to / 64 && max > 0; i++)
    for (guint64 bits = bitmap[i]; bits != 0 && max > 0; bits &= bits - 1)
      max -= dt_search_consider (self, i * 64 + (guint) __builtin_ctzll (bits));
  return max;
}

/* Ranks those that hold all words; @number: (nullable): and one of these numbers. */
static void
consider_all (DtSearch *self,
              const GArray *number)
{
  guint32 end = (guint32) dt_bitmap_size (self->index->n_documents) * 64;
  guint32 first = MIN (end, FIRST_STRETCH);
  guint64 n_documents;
  const GArray *rarest = find_rarest (self, number, &n_documents);
  gboolean many = n_documents > MAX_SCANNED;
  guint left = MAX (self->limit, MAX_RANKED);

  if (rarest == NULL || rarest->len == 0)
    return;

  left = consider_stretch (self, rarest, many, 0, many ? first : end, left);
  if (many && left > 0 && first < end)
    consider_stretch (self, rarest, many, first, end, left);
}

/* Tells the words of the index what they match; or takes that back. */
static void
mark_words (DtSearch *self,
            gboolean on)
{
  for (guint i = 0; i < self->terms.n; i++)
    {
      const DtQueryWord *word = &self->terms.words[i];

      for (guint w = 0; w < word->words->len; w++)
        {
          guint32 at = g_array_index (word->words, guint32, w);

          if (!on)
            self->masks[at] = 0;
          else
            {
              self->masks[at] |= (DtSearchMask) 1 << i;
              if (self->index->words[at].length == word->word.length)
                self->masks[at] |= DT_SEARCH_WHOLE;
            }
        }
    }
}

/* Documents whose number was typed are ranked first of all, whatever else matches. */
static void
consider_numbers (DtSearch *self)
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
run_round (DtSearch *self,
           DtQueryFlags flags,
           DtSearchMask needed)
{
  dt_query_match (&self->terms, self->index, flags);
  self->needed = needed;
  mark_words (self, TRUE);
  consider_numbers (self);
  consider_all (self, NULL);
  mark_words (self, FALSE);
}

static DtSearchMask
get_all (const DtSearch *self)
{
  return (DtSearchMask) (((guint64) 1 << self->terms.n) - 1);
}

static DtSearchMask
get_fillers (const DtSearch *self)
{
  DtSearchMask fillers = 0;

  for (guint i = 0; i < self->terms.n; i++)
    if (self->terms.words[i].is_filler)
      fillers |= (DtSearchMask) 1 << i;

  return fillers;
}

static gboolean
has_marks (const DtSearch *self)
{
  for (guint i = 0; i < self->terms.n; i++)
    if (self->terms.words[i].has_marks)
      return TRUE;

  return FALSE;
}

/* From the strict to the lenient, until there is something. Words such as số and
 * ngày need not be there, but count where they are. */
static void
run_rounds (DtSearch *self)
{
  DtSearchMask all = get_all (self);
  DtSearchMask weighty = all & ~get_fillers (self);

  if (weighty == 0)
    weighty = all;
  run_round (self, DT_QUERY_MARKS, weighty);
  self->round++;
  if (self->hits->len < self->limit && has_marks (self))
    run_round (self, 0, weighty);
  self->round++;
  if (self->hits->len == 0)
    run_round (self, DT_QUERY_PREFIX, weighty);

  /* One of the words may be wrong. */
  self->round++;
  for (guint i = 0; self->hits->len == 0 && self->terms.n >= 3 && i < self->terms.n; i++)
    if ((weighty >> i & 1) != 0)
      run_round (self, 0, weighty & ~((DtSearchMask) 1 << i));
}

static void
consider_everything (DtSearch *self)
{
  guint32 n = self->index->n_documents;
  guint max = MAX (self->limit, MAX_RANKED);

  for (guint32 i = 0; i < n && max > 0; i++)
    max -= dt_search_consider (self, i);
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
 * lightly: without accents, by their beginnings, and at last with one of them
 * missing.
 *
 * Returns: (transfer full) (element-type DtCatalogHit): what was found, the
 *   best first; the documents live as long as @self
 */
GArray *
dt_catalog_search (const DtCatalog *self,
                   const DtCatalogQuery *query)
{
  DtSearch search = { NULL };

  g_return_val_if_fail (self != NULL && query != NULL, NULL);

  search.catalog = self;
  search.index = self->index;
  search.query = query;
  search.limit = query->limit == 0 ? DEFAULT_LIMIT : MIN (query->limit, MAX_LIMIT);
  search.hits = g_array_new (FALSE, FALSE, sizeof (DtCatalogHit));
  search.masks = g_new0 (DtSearchMask, search.index->n_words + 1);
  search.is_number = g_new0 (guint8, search.index->n_words + 1);
  search.seen = g_new0 (guint64, dt_bitmap_size (search.index->n_documents) + 1);
  search.bitmaps[0] = g_new (guint64, dt_bitmap_size (search.index->n_documents) + 1);
  search.bitmaps[1] = g_new (guint64, dt_bitmap_size (search.index->n_documents) + 1);
  if (query->type != NULL && *query->type != '\0')
    search.type_fits = find_fitting (search.index->type_names, query->type, TRUE);
  if (query->issuer != NULL && *query->issuer != '\0')
    search.issuer_fits = find_fitting (search.index->issuer_names, query->issuer, FALSE);

  dt_query_read (&search.terms, search.index, query->text != NULL ? query->text : "");
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
  g_free (search.is_number);
  g_free (search.seen);
  g_free (search.bitmaps[0]);
  g_free (search.bitmaps[1]);
  g_free (search.type_fits);
  g_free (search.issuer_fits);

  return search.hits;
}
