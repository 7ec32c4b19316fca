/* dt-merge.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-merge.h"

#include <string.h>

/*
 * Texts are compared as words, blanks and signs. The shortest edit script is
 * found as Myers (1986) does it, from both ends to a middle, so that memory
 * grows with the texts and not with their product.
 */

/* A text as numbers of words; equal words have equal numbers. */
typedef struct
{
  const char *text;
  GArray *words;  /* guint */
  GArray *starts; /* gsize: where each begins, and the end */
} Words;

/* Two stretches that are compared. */
typedef struct
{
  const guint *a;
  const guint *b;
  int *forward; /* furthest points by diagonal */
  int *backward;
  int offset;   /* of the diagonal 0 */
  int *matches; /* for each word of the first text the one of the second, or -1 */
} Diff;

static gboolean
is_word_char (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* The end of the word, blank or sign at @p. */
static const char *
find_end (const char *p)
{
  gunichar first = g_utf8_get_char (p);

  if (is_word_char (first))
    while (*p != '\0' && is_word_char (g_utf8_get_char (p)))
      p = g_utf8_next_char (p);
  else if (first == ' ')
    p += strspn (p, " ");
  else
    p = g_utf8_next_char (p);

  return p;
}

static void
words_init (Words *self,
            const char *text,
            GHashTable *numbers)
{
  const char *p = text;
  gsize start = 0;

  self->text = text;
  self->words = g_array_new (FALSE, FALSE, sizeof (guint));
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  while (*p != '\0')
    {
      const char *end = find_end (p);
      char *word = g_strndup (p, (gsize) (end - p));
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, word));

      if (number == 0)
        {
          number = g_hash_table_size (numbers) + 1;
          g_hash_table_insert (numbers, word, GUINT_TO_POINTER (number));
        }
      else
        g_free (word);
      start = (gsize) (p - text);
      g_array_append_val (self->words, number);
      g_array_append_val (self->starts, start);
      p = end;
    }
  start = (gsize) (p - text);
  g_array_append_val (self->starts, start);
}

static void
words_clear (Words *self)
{
  g_array_unref (self->words);
  g_array_unref (self->starts);
}

static char *
words_slice (const Words *self,
             int from,
             int to)
{
  gsize start = g_array_index (self->starts, gsize, from);

  return g_strndup (self->text + start, g_array_index (self->starts, gsize, to) - start);
}

/* One round from the front; TRUE with the middle in @x, @y if it meets the way from the back. */
static gboolean
step_forward (Diff *self,
              int a0,
              int a1,
              int b0,
              int b1,
              int d,
              int *x,
              int *y)
{
  int delta = (a1 - a0) - (b1 - b0);
  int *v = self->forward + self->offset;
  const int *back = self->backward + self->offset;

  for (int k = -d; k <= d; k += 2)
    {
      int i = k == -d || (k != d && v[k - 1] < v[k + 1]) ? v[k + 1] : v[k - 1] + 1;

      while (i < a1 - a0 && i - k >= 0 && i - k < b1 - b0 && self->a[a0 + i] == self->b[b0 + i - k])
        i++;
      v[k] = i;
      if (delta % 2 == 0 || k < delta - (d - 1) || k > delta + (d - 1) || i < back[k - delta])
        continue;
      *x = a0 + i;
      *y = b0 + i - k;
      return TRUE;
    }

  return FALSE;
}

/* The same from the back; diagonals are counted from the end. */
static gboolean
step_backward (Diff *self,
               int a0,
               int a1,
               int b0,
               int b1,
               int d,
               int *x,
               int *y)
{
  int delta = (a1 - a0) - (b1 - b0);
  int *v = self->backward + self->offset;
  const int *front = self->forward + self->offset;

  for (int k = -d; k <= d; k += 2)
    {
      int i = k == d || (k != -d && v[k - 1] < v[k + 1]) ? v[k - 1] : v[k + 1] - 1;

      while (i > 0 && i - k - delta > 0 && i - k - delta <= b1 - b0 && self->a[a0 + i - 1] == self->b[b0 + i - k - delta - 1])
        i--;
      v[k] = i;
      if (delta % 2 != 0 || k + delta < -d || k + delta > d || i > front[k + delta])
        continue;
      *x = a0 + i;
      *y = b0 + i - k - delta;
      return TRUE;
    }

  return FALSE;
}

/* A point on a shortest way, in the middle of it. */
static void
find_middle (Diff *self,
             int a0,
             int a1,
             int b0,
             int b1,
             int *x,
             int *y)
{
  self->forward[self->offset + 1] = 0;
  self->backward[self->offset - 1] = a1 - a0;
  for (int d = 0;; d++)
    if (step_forward (self, a0, a1, b0, b1, d, x, y) || step_backward (self, a0, a1, b0, b1, d, x, y))
      return;
}

static void
compare (Diff *self,
         int a0,
         int a1,
         int b0,
         int b1)
{
  int x = 0;
  int y = 0;

  while (a0 < a1 && b0 < b1 && self->a[a0] == self->b[b0])
    self->matches[a0++] = b0++;
  while (a0 < a1 && b0 < b1 && self->a[a1 - 1] == self->b[b1 - 1])
    self->matches[--a1] = --b1;
  if (a0 == a1 || b0 == b1)
    return;

  find_middle (self, a0, a1, b0, b1, &x, &y);
  compare (self, a0, x, b0, y);
  compare (self, x, a1, y, b1);
}

/* For each word of @a the one of @b that it is, or -1. */
static int *
match (const Words *a,
       const Words *b)
{
  int n = (int) a->words->len;
  int m = (int) b->words->len;
  gsize size = (gsize) (n + m) * 2 + 8;
  Diff diff = { (const guint *) (gpointer) a->words->data, (const guint *) (gpointer) b->words->data, NULL, NULL, n + m + 3, NULL };

  diff.forward = g_new0 (int, size);
  diff.backward = g_new0 (int, size);
  diff.matches = g_new (int, (gsize) n + 1);
  for (int i = 0; i < n; i++)
    diff.matches[i] = -1;
  compare (&diff, 0, n, 0, m);
  g_free (diff.forward);
  g_free (diff.backward);

  return diff.matches;
}

static void
free_chunk (gpointer data)
{
  DtMergeChunk *chunk = data;

  g_free (chunk->old);
  g_free (chunk->mine);
  g_free (chunk->theirs);
  g_free (chunk);
}

/* Takes the texts; what nobody changed joins what stands before. */
static void
add_chunk (GPtrArray *chunks,
           char *old,
           char *mine,
           char *theirs)
{
  DtMergeChunk *chunk = g_new0 (DtMergeChunk, 1);
  gboolean is_mine = strcmp (old, mine) != 0;
  gboolean is_theirs = strcmp (old, theirs) != 0;

  chunk->old = old;
  chunk->mine = mine;
  chunk->theirs = theirs;
  if (is_mine && is_theirs)
    chunk->kind = strcmp (mine, theirs) == 0 ? DT_MERGE_BOTH : DT_MERGE_CONFLICT;
  else
    chunk->kind = is_mine     ? DT_MERGE_MINE
                  : is_theirs ? DT_MERGE_THEIRS
                              : DT_MERGE_SAME;
  g_ptr_array_add (chunks, chunk);
}

/**
 * dt_merge_words:
 * @old: the text both come from
 * @mine: what one made of it
 * @theirs: what the other made of it
 *
 * Compares three texts word by word. What only one has changed is told apart
 * from what both have; nothing is decided where both have.
 *
 * Returns: (transfer full) (element-type DtMergeChunk): the stretches; their
 *   old texts together are @old, and so on
 */
GPtrArray *
dt_merge_words (const char *old,
                const char *mine,
                const char *theirs)
{
  g_autoptr (GHashTable) numbers = NULL;
  GPtrArray *chunks;
  g_autofree int *to_mine = NULL;
  g_autofree int *to_theirs = NULL;
  Words o;
  Words m;
  Words t;
  int i = 0;
  int a = 0;
  int b = 0;

  g_return_val_if_fail (old != NULL && mine != NULL && theirs != NULL, NULL);

  numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  chunks = g_ptr_array_new_with_free_func (free_chunk);
  words_init (&o, old, numbers);
  words_init (&m, mine, numbers);
  words_init (&t, theirs, numbers);
  to_mine = match (&o, &m);
  to_theirs = match (&o, &t);

  while (i < (int) o.words->len || a < (int) m.words->len || b < (int) t.words->len)
    {
      int same = i;
      int next;

      while (same < (int) o.words->len && to_mine[same] == a + same - i && to_theirs[same] == b + same - i)
        same++;
      if (same > i)
        {
          add_chunk (chunks, words_slice (&o, i, same), words_slice (&m, a, a + same - i), words_slice (&t, b, b + same - i));
          a += same - i;
          b += same - i;
          i = same;
          continue;
        }

      next = i;
      while (next < (int) o.words->len && (to_mine[next] < 0 || to_theirs[next] < 0))
        next++;
      same = next < (int) o.words->len ? to_mine[next] : (int) m.words->len;
      add_chunk (chunks, words_slice (&o, i, next), words_slice (&m, a, same),
                 words_slice (&t, b, next < (int) o.words->len ? to_theirs[next] : (int) t.words->len));
      a = same;
      b = next < (int) o.words->len ? to_theirs[next] : (int) t.words->len;
      i = next;
    }

  words_clear (&o);
  words_clear (&m);
  words_clear (&t);
  return chunks;
}

guint
dt_merge_count_conflicts (const GPtrArray *chunks)
{
  guint n = 0;

  g_return_val_if_fail (chunks != NULL, 0);

  for (guint i = 0; i < chunks->len; i++)
    n += ((const DtMergeChunk *) g_ptr_array_index (chunks, i))->kind == DT_MERGE_CONFLICT;

  return n;
}

/**
 * dt_merge_to_text:
 * @chunks: (element-type DtMergeChunk): what dt_merge_words() gave
 * @prefer_theirs: which of the two is taken where both have changed
 *
 * Puts the changes of both together.
 *
 * Returns: (transfer full): the text
 */
char *
dt_merge_to_text (const GPtrArray *chunks,
                  gboolean prefer_theirs)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (chunks != NULL, NULL);

  for (guint i = 0; i < chunks->len; i++)
    {
      const DtMergeChunk *chunk = g_ptr_array_index (chunks, i);
      gboolean is_theirs = chunk->kind == DT_MERGE_THEIRS || (chunk->kind == DT_MERGE_CONFLICT && prefer_theirs);

      g_string_append (text, is_theirs ? chunk->theirs : chunk->mine);
    }

  return g_string_free (text, FALSE);
}

double
dt_merge_measure (const char *a,
                  const char *b)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree int *matches = NULL;
  Words first;
  Words second;
  guint n = 0;
  guint longer;

  words_init (&first, a, numbers);
  words_init (&second, b, numbers);
  matches = match (&first, &second);
  for (guint i = 0; i < first.words->len; i++)
    n += matches[i] >= 0;
  longer = MAX (first.words->len, second.words->len);
  words_clear (&first);
  words_clear (&second);

  return longer > 0 ? (double) n / longer : 1;
}
