/* dt-catalog-index.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog"

#include "config.h"

#include "catalog/dt-catalog-index-private.h"
#include "catalog/dt-catalog-table-private.h"
#include "catalog/dt-document-pool-private.h"

#include <string.h>

/*
 * Two steps: first every word of every document gets a number in the order of
 * its appearance; then the words are sorted and the numbers follow. A word as
 * it is written is looked up by its bytes alone, and taken apart only once.
 */

/* A word as it is written, in a table with open addresses. */
typedef struct
{
  const char *text;
  guint32 length;
  guint32 hash;
  guint32 word;
} Raw;

/* In how many documents a word stands, and which one was the last. */
typedef struct
{
  guint32 n;
  guint32 last;
} Count;

typedef struct
{
  Raw *raws;
  guint32 n_raws;
  guint32 raw_mask;
  GStringChunk *extras;
  GHashTable *known; /* letters, marked letters and tone → number of the word + 1 */
  GArray *words;     /* DtIndexWord */
  GByteArray *letters;
  GArray *counts; /* Count, of each word */
  guint32 document;
  guint32 *text;
  guint32 n_text;
  guint32 text_room;
} Build;

static void
grow (Build *build)
{
  guint32 size = (build->raw_mask + 1) * 2;
  Raw *raws = g_new0 (Raw, size);

  for (guint32 i = 0; i <= build->raw_mask; i++)
    {
      guint32 at = build->raws[i].hash & (size - 1);

      if (build->raws[i].text == NULL)
        continue;
      while (raws[at].text != NULL)
        at = (at + 1) & (size - 1);
      raws[at] = build->raws[i];
    }

  g_free (build->raws);
  build->raws = raws;
  build->raw_mask = size - 1;
}

static guint32
add_word (Build *build,
          const DtWord *word)
{
  g_autofree char *key = g_strdup_printf ("%s %s%u", word->fold, word->marked, word->tone);
  guint32 known = GPOINTER_TO_UINT (g_hash_table_lookup (build->known, key));
  DtIndexWord added = { build->letters->len, build->letters->len, word->tone, word->length };
  const Count none = { 0, G_MAXUINT32 };

  if (known > 0)
    return known - 1;

  g_byte_array_append (build->letters, (const guint8 *) word->fold, word->length + 1u);
  if (memcmp (word->fold, word->marked, word->length) != 0)
    {
      added.marked = build->letters->len;
      g_byte_array_append (build->letters, (const guint8 *) word->marked, word->length + 1u);
    }
  g_array_append_val (build->words, added);
  g_array_append_val (build->counts, none);
  g_hash_table_insert (build->known, g_steal_pointer (&key), GUINT_TO_POINTER (build->words->len));

  return build->words->len - 1;
}

/* Where the word of these bytes stands, or would stand. */
static guint32
find_raw (const Build *build,
          const char *text,
          gsize length,
          guint32 hash)
{
  guint32 at = hash & build->raw_mask;

  for (; build->raws[at].text != NULL; at = (at + 1) & build->raw_mask)
    if (build->raws[at].hash == hash && build->raws[at].length == length &&
        memcmp (build->raws[at].text, text, length) == 0)
      break;

  return at;
}

/* The number of the word of these bytes, which stay where they are. */
static guint32
find_word (Build *build,
           const char *text,
           gsize length)
{
  guint32 hash = dt_table_hash (text, length);
  guint32 at = find_raw (build, text, length, hash);
  DtWord word;

  if (build->raws[at].text != NULL)
    return build->raws[at].word;

  dt_word_read (&word, text, length);
  build->raws[at] = (Raw){ text, (guint32) length, hash, add_word (build, &word) };
  if (++build->n_raws > build->raw_mask / 2)
    {
      guint32 number = build->raws[at].word;

      grow (build);
      return number;
    }

  return build->raws[at].word;
}

static void
append (Build *build,
        guint32 word)
{
  Count *count;

  if (build->n_text == build->text_room)
    {
      build->text_room += build->text_room / 4 + 1024;
      build->text = g_renew (guint32, build->text, build->text_room);
    }
  build->text[build->n_text++] = word;
  count = &g_array_index (build->counts, Count, word);
  if (count->last != build->document)
    {
      count->last = build->document;
      count->n++;
    }
}

static guint8
add_text (Build *build,
          const char *text)
{
  const char *end = text + strlen (text);
  const char *start;
  gsize length;
  guint n = 0;

  while (dt_word_scan (&text, end, &start, &length))
    {
      append (build, find_word (build, start, length));
      n++;
    }

  return (guint8) MIN (n, G_MAXUINT8);
}

/* What is not written in the document, but looked for. */
static guint8
add_extra (Build *build,
           const char *text)
{
  gsize length = strlen (text);
  guint32 at = find_raw (build, text, length, dt_table_hash (text, length));

  /* The table keeps the bytes of those it does not know. */
  if (build->raws[at].text == NULL)
    text = g_string_chunk_insert_len (build->extras, text, (gssize) length);
  append (build, find_word (build, text, length));

  return 1;
}

static guint8
add_number (Build *build,
            const DtDocumentFields *fields)
{
  const char *cursor = fields->number;
  const char *end = cursor + strlen (cursor);
  const char *start;
  gsize length;
  guint n = 0;

  if (dt_word_scan (&cursor, end, &start, &length))
    {
      char extra[DT_WORD_MAX + 1] = "#";

      memcpy (extra + 1, start, MIN (length, DT_WORD_MAX - 1));
      n += add_extra (build, extra);
    }
  n += add_text (build, fields->number);
  if (fields->date.year > 0 && !dt_document_number_has_year (fields->number))
    {
      char year[5] = { 0 };

      for (guint i = 4, rest = fields->date.year; i > 0; i--, rest /= 10)
        year[i - 1] = (char) ('0' + rest % 10);
      n += add_extra (build, year);
    }

  return (guint8) MIN (n, G_MAXUINT8);
}

static guint8
add_issuer (Build *build,
            const char *issuer)
{
  guint n = add_text (build, issuer);

  if (strstr (issuer, "ban nhân dân") != NULL)
    n += add_extra (build, "ubnd");
  else if (strstr (issuer, "đồng nhân dân") != NULL)
    n += add_extra (build, "hdnd");

  return (guint8) MIN (n, G_MAXUINT8);
}

static guint32
intern (GHashTable *table,
        GPtrArray *names,
        const char *name)
{
  guint32 known = GPOINTER_TO_UINT (g_hash_table_lookup (table, name));

  if (known == 0)
    {
      g_ptr_array_add (names, g_strdup (name));
      known = names->len;
      g_hash_table_insert (table, g_ptr_array_index (names, known - 1), GUINT_TO_POINTER (known));
    }

  return known - 1;
}

static void
prefetch (const DtDocument *document)
{
  for (guint i = 0; i < 6; i++)
    __builtin_prefetch ((const char *) document + i * 64);
}

static void
read_documents (DtCatalogIndex *self,
                Build *build,
                DtDocument *const *documents)
{
  g_autoptr (GHashTable) types = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) issuers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint32 i = 0; i < self->n_documents; i++)
    {
      const DtDocumentFields *fields = dt_document_get (documents[i]);

      /* They lie anywhere in memory. */
      if (i + 4 < self->n_documents)
        prefetch (documents[i + 4]);
      self->text_starts[i] = build->n_text;
      build->document = i;
      self->n_number[i] = add_number (build, fields);
      self->n_type[i] = add_text (build, fields->type);
      self->n_issuer[i] = add_issuer (build, fields->issuer);
      add_text (build, fields->subject);
      self->dates[i] = dt_pack_date (fields->date);
      self->types[i] = (guint16) MIN (intern (types, self->type_names, fields->type), G_MAXUINT16);
      self->issuers[i] = intern (issuers, self->issuer_names, fields->issuer);
    }
  self->text_starts[self->n_documents] = build->n_text;
}

static int
compare_words (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  const Build *build = data;
  const DtIndexWord *first = &g_array_index (build->words, DtIndexWord, *(const guint32 *) a);
  const DtIndexWord *second = &g_array_index (build->words, DtIndexWord, *(const guint32 *) b);
  const char *letters = (const char *) build->letters->data;
  int order = strcmp (letters + first->fold, letters + second->fold);

  if (order == 0)
    order = strcmp (letters + first->marked, letters + second->marked);
  return order != 0 ? order : (int) first->tone - (int) second->tone;
}

/* Puts the words in order, and sets aside room for their documents. @places:
 * the new numbers of the words. */
static void
sort_words (DtCatalogIndex *self,
            Build *build,
            guint32 *places)
{
  g_autofree guint32 *order = g_new (guint32, self->n_words);
  guint32 n_posts = 0;

  for (guint32 i = 0; i < self->n_words; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) self->n_words, sizeof *order, compare_words, build);

  self->words = g_new (DtIndexWord, self->n_words);
  self->n_posts = g_new (guint32, self->n_words);
  self->post_starts = g_new (guint32, self->n_words);
  self->bitmaps = g_new0 (guint64 *, self->n_words);
  for (guint32 w = 0; w < self->n_words; w++)
    {
      self->words[w] = g_array_index (build->words, DtIndexWord, order[w]);
      self->n_posts[w] = g_array_index (build->counts, Count, order[w]).n;
      self->post_starts[w] = n_posts;
      places[order[w]] = w;
      /* A bitmap is then smaller than a list. */
      if (self->n_posts[w] > self->n_documents / 32)
        self->bitmaps[w] = g_new0 (guint64, dt_bitmap_size (self->n_documents));
      else
        n_posts += self->n_posts[w];
    }
  self->posts = g_new (guint32, n_posts);
  dt_memory_advise (self->posts, n_posts * sizeof (guint32));
}

/* Gives the texts the new numbers of their words, and the words their documents. */
static void
make_posts (DtCatalogIndex *self,
            const guint32 *places)
{
  g_autofree guint32 *last = g_new (guint32, self->n_words);
  g_autofree guint32 *fill = g_memdup2 (self->post_starts, self->n_words * sizeof *fill);

  for (guint32 w = 0; w < self->n_words; w++)
    last[w] = G_MAXUINT32;
  for (guint32 i = 0; i < self->n_documents; i++)
    for (guint32 at = self->text_starts[i]; at < self->text_starts[i + 1]; at++)
      {
        guint32 w = places[self->text[at]];

        self->text[at] = w;
        if (last[w] == i)
          continue;
        last[w] = i;
        if (self->bitmaps[w] != NULL)
          self->bitmaps[w][i / 64] |= (guint64) 1 << (i % 64);
        else
          self->posts[fill[w]++] = i;
      }
}

/**
 * dt_catalog_index_new:
 * @documents: (array length=n_documents): the documents, the best first
 * @n_documents: how many
 *
 * Finds out which words stand in which documents.
 *
 * Returns: (transfer full): the index
 */
DtCatalogIndex *
dt_catalog_index_new (DtDocument *const *documents,
                      guint n_documents)
{
  DtCatalogIndex *self = g_new0 (DtCatalogIndex, 1);
  g_autofree guint32 *places = NULL;
  Build build = { g_new0 (Raw, 4096), 0, 4095 };

  build.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  build.extras = g_string_chunk_new (4096);
  build.words = g_array_new (FALSE, FALSE, sizeof (DtIndexWord));
  build.counts = g_array_new (FALSE, FALSE, sizeof (Count));
  build.letters = g_byte_array_new ();
  /* Memory that nobody touches costs nothing; moving it does. */
  build.text_room = n_documents * 48;
  build.text = g_new (guint32, build.text_room);
  dt_memory_advise (build.text, build.text_room * sizeof (guint32));

  self->n_documents = n_documents;
  self->text_starts = g_new0 (guint32, n_documents + 1);
  self->n_number = g_new0 (guint8, n_documents);
  self->n_type = g_new0 (guint8, n_documents);
  self->n_issuer = g_new0 (guint8, n_documents);
  self->dates = g_new0 (guint32, n_documents);
  self->types = g_new0 (guint16, n_documents);
  self->issuers = g_new0 (guint32, n_documents);
  self->type_names = g_ptr_array_new_with_free_func (g_free);
  self->issuer_names = g_ptr_array_new_with_free_func (g_free);
  read_documents (self, &build, documents);
  g_free (build.raws);
  g_string_chunk_free (build.extras);
  g_hash_table_unref (build.known);

  self->n_words = build.words->len;
  self->text = g_renew (guint32, build.text, build.n_text);
  places = g_new (guint32, self->n_words);
  sort_words (self, &build, places);
  make_posts (self, places);
  g_array_unref (build.words);
  g_array_unref (build.counts);
  self->letters = (char *) g_byte_array_free (build.letters, FALSE);

  return self;
}

void
dt_catalog_index_free (DtCatalogIndex *self)
{
  for (guint32 w = 0; w < self->n_words; w++)
    g_free (self->bitmaps[w]);
  g_free (self->bitmaps);
  g_free (self->post_starts);
  g_free (self->posts);
  g_free (self->n_posts);
  g_free (self->letters);
  g_free (self->words);
  g_free (self->text);
  g_free (self->text_starts);
  g_free (self->n_number);
  g_free (self->n_type);
  g_free (self->n_issuer);
  g_free (self->dates);
  g_free (self->types);
  g_free (self->issuers);
  g_ptr_array_unref (self->type_names);
  g_ptr_array_unref (self->issuer_names);
  g_free (self);
}

guint32
dt_catalog_index_find (const DtCatalogIndex *self,
                       const char *fold)
{
  guint32 low = 0;
  guint32 high = self->n_words;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (strcmp (self->letters + self->words[middle].fold, fold) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}
