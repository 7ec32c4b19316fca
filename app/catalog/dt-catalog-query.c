/* dt-catalog-query.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog"

#include "config.h"

#include "catalog/dt-catalog-query-private.h"

#include "text/dt-text.h"

#include <string.h>

/* Words of a citation that no entry need have. */
static gboolean
is_filler (const char *fold)
{
  static const char *const fillers[] = { "so", "ngay", "thang", "nam", "cua", "ve", "viec" };

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (strcmp (fillers[i], fold) == 0)
      return TRUE;

  return FALSE;
}

static void
add_word (DtQueryTerms *terms,
          const char *text,
          gsize length)
{
  DtQueryWord *word = &terms->words[terms->n];

  if (terms->n >= DT_QUERY_MAX)
    return;

  memset (word, 0, sizeof *word);
  dt_word_read (&word->word, text, length);
  if (word->word.length == 0)
    return;

  word->has_marks = word->word.tone != 0 || strcmp (word->word.fold, word->word.marked) != 0;
  word->is_figure = g_ascii_isdigit (*text);
  word->is_year = length == 4 && strspn (text, "0123456789") >= 4 &&
                  (strncmp (text, "19", 2) == 0 || strncmp (text, "20", 2) == 0);
  word->is_filler = is_filler (word->word.fold);
  word->words = g_array_new (FALSE, FALSE, sizeof (guint32));
  terms->n++;
}

static gboolean
is_known (const DtCatalogIndex *index,
          const DtWord *word)
{
  guint32 at = dt_catalog_index_find (index, word->fold);

  return at < index->n_words && strncmp (index->letters + index->words[at].fold, word->fold, word->length) == 0;
}

/* qh15 is a word, but nđ30 is nđ 30. */
static void
split_word (DtQueryTerms *terms,
            const DtCatalogIndex *index,
            const char *text,
            gsize length)
{
  gsize n = 0;
  DtWord word;

  while (n < length && !g_ascii_isdigit (text[n]))
    n++;
  dt_word_read (&word, text, length);
  if (n > 0 && n < length && strspn (text + n, "0123456789") >= length - n && !is_known (index, &word))
    {
      add_word (terms, text, n);
      add_word (terms, text + n, length - n);
      return;
    }

  add_word (terms, text, length);
}

/* The first date in @text, and where it stands. */
static gboolean
find_date (const char *text,
           const char **start,
           const char **end,
           DtDate *date)
{
  gsize length = strlen (text);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean begins = p == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (p)));
      gsize taken;

      if (!begins || (!g_ascii_isdigit (*p) && *p != 'n' && *p != 'N'))
        continue;
      taken = dt_date_scan (p, length - (gsize) (p - text), date);
      if (taken > 0 && dt_date_is_complete (*date))
        {
          *start = p;
          *end = p + taken;
          return TRUE;
        }
    }

  return FALSE;
}

static void
read_words (DtQueryTerms *terms,
            const DtCatalogIndex *index,
            const char *text,
            const char *end)
{
  const char *start;
  gsize length;

  while (dt_word_scan (&text, end, &start, &length))
    split_word (terms, index, start, length);
}

/**
 * dt_query_read:
 * @terms: (out caller-allocates): what was typed
 * @index: what will be searched
 * @text: any text
 *
 * Takes a query apart. It has no syntax: marks part words and mean nothing.
 */
void
dt_query_read (DtQueryTerms *terms,
               const DtCatalogIndex *index,
               const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = dt_text_to_nfc (valid);
  const char *start;
  const char *end;

  terms->n = 0;
  terms->date = (DtDate) DT_DATE_INIT;
  if (!find_date (composed, &start, &end, &terms->date))
    {
      read_words (terms, index, composed, composed + strlen (composed));
      return;
    }

  read_words (terms, index, composed, start);
  read_words (terms, index, end, end + strlen (end));
}

void
dt_query_clear (DtQueryTerms *terms)
{
  for (guint i = 0; i < terms->n; i++)
    g_array_unref (terms->words[i].words);
  terms->n = 0;
}

/* Whether the marks that were typed are those of the word of the index. */
static gboolean
marks_agree (const DtQueryWord *query,
             const DtCatalogIndex *index,
             const DtIndexWord *word)
{
  const char *marked = index->letters + word->marked;

  if (query->word.tone != 0 && query->word.tone != word->tone)
    return FALSE;

  for (guint i = 0; i < query->word.length; i++)
    if (query->word.marked[i] != query->word.fold[i] && query->word.marked[i] != marked[i])
      return FALSE;

  return TRUE;
}

static void
match_word (DtQueryWord *query,
            const DtCatalogIndex *index,
            gboolean prefix,
            gboolean marks)
{
  guint32 at = dt_catalog_index_find (index, query->word.fold);

  g_array_set_size (query->words, 0);
  query->n_documents = 0;
  for (; at < index->n_words; at++)
    {
      const DtIndexWord *word = &index->words[at];

      if (strncmp (index->letters + word->fold, query->word.fold, query->word.length) != 0 ||
          (!prefix && word->length != query->word.length))
        break;
      if (marks && query->has_marks && !marks_agree (query, index, word))
        continue;
      g_array_append_val (query->words, at);
      query->n_documents += index->n_posts[at];
    }
}

void
dt_query_match (DtQueryTerms *terms,
                const DtCatalogIndex *index,
                DtQueryFlags flags)
{
  for (guint i = 0; i < terms->n; i++)
    match_word (&terms->words[i], index, i + 1 == terms->n || (flags & DT_QUERY_PREFIX) != 0,
                (flags & DT_QUERY_MARKS) != 0);
}

void
dt_query_match_number (const DtQueryWord *word,
                       const DtCatalogIndex *index,
                       gboolean exact,
                       GArray *found)
{
  char fold[DT_WORD_MAX + 2];
  gsize length;
  guint32 at;

  g_snprintf (fold, sizeof fold, "#%s", word->word.fold);
  length = strlen (fold);
  g_array_set_size (found, 0);
  for (at = dt_catalog_index_find (index, fold); at < index->n_words; at++)
    {
      const DtIndexWord *candidate = &index->words[at];

      if (strncmp (index->letters + candidate->fold, fold, length) != 0)
        break;
      if (exact && candidate->length != length)
        break;
      g_array_append_val (found, at);
    }
}
