/* dt-catalog-merge.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog"

#include "config.h"

#include "catalog/dt-catalog-merge.h"

#include "catalog/dt-catalog-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
texts_differ (const char *a,
              const char *b)
{
  g_autofree char *fold_a = NULL;
  g_autofree char *fold_b = NULL;

  if (*a == '\0' || *b == '\0' || strcmp (a, b) == 0)
    return FALSE;

  fold_a = dt_text_fold (a);
  fold_b = dt_text_fold (b);
  return strcmp (fold_a, fold_b) != 0;
}

static GHashTable *
list_words (const char *text)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *folded = dt_text_fold (text);
  const char *cursor = folded;
  const char *end = folded + strlen (folded);
  const char *start;
  gsize length;

  while (dt_word_scan (&cursor, end, &start, &length))
    g_hash_table_add (words, g_strndup (start, length));

  return words;
}

/* Of ten words of the shorter subject, how many the longer must have. Texts abbreviate
 * and cut subjects, and lose letters. */
#define MIN_SHARED 6

/* Whether two subjects are of different documents: too few words in common, or another figure. */
static gboolean
subjects_differ (const char *a,
                 const char *b)
{
  g_autoptr (GHashTable) words_a = NULL;
  g_autoptr (GHashTable) words_b = NULL;
  GHashTable *few;
  GHashTable *many;
  GHashTableIter iter;
  gpointer word;
  guint n_shared = 0;

  if (!texts_differ (a, b))
    return FALSE;

  words_a = list_words (a);
  words_b = list_words (b);
  few = g_hash_table_size (words_a) < g_hash_table_size (words_b) ? words_a : words_b;
  many = few == words_a ? words_b : words_a;
  g_hash_table_iter_init (&iter, few);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    {
      if (g_hash_table_contains (many, word))
        n_shared++;
      else if (g_ascii_isdigit (*(const char *) word))
        return TRUE;
    }

  return n_shared * 10 < g_hash_table_size (few) * MIN_SHARED;
}

/**
 * dt_document_compare_facts:
 * @self: an entry
 * @other: another
 *
 * Compares what two entries say about number, type, body, date and subject.
 * A subject may be cut short.
 *
 * Returns: in what they disagree; what only one of them knows is no disagreement
 */
DtDifference
dt_document_compare_facts (const DtDocument *self,
                           const DtDocument *other)
{
  const DtDocumentFields *a;
  const DtDocumentFields *b;
  g_autofree char *number_a = NULL;
  g_autofree char *number_b = NULL;
  DtDifference difference = 0;

  g_return_val_if_fail (self != NULL && other != NULL, 0);

  a = dt_document_get (self);
  b = dt_document_get (other);
  number_a = dt_document_fold_number (a->number);
  number_b = dt_document_fold_number (b->number);
  if (texts_differ (number_a, number_b))
    difference |= DT_DIFFERENCE_NUMBER;
  if (texts_differ (a->type, b->type))
    difference |= DT_DIFFERENCE_TYPE;
  if (!dt_catalog_issuer_matches (a->issuer, b->issuer))
    difference |= DT_DIFFERENCE_ISSUER;
  if (!dt_catalog_date_matches (a->date, b->date))
    difference |= DT_DIFFERENCE_DATE;
  if (subjects_differ (a->subject, b->subject))
    difference |= DT_DIFFERENCE_SUBJECT;

  return difference;
}

char *
dt_difference_describe (DtDifference difference)
{
  static const struct
  {
    DtDifference bit;
    const char *name;
  } names[] = {
    { DT_DIFFERENCE_NUMBER, N_ ("number") },
    { DT_DIFFERENCE_TYPE, N_ ("type") },
    { DT_DIFFERENCE_ISSUER, N_ ("issuing body") },
    { DT_DIFFERENCE_DATE, N_ ("date") },
    { DT_DIFFERENCE_SUBJECT, N_ ("subject") },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((difference & names[i].bit) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", _ (names[i].name));

  return g_string_free (text, FALSE);
}

/**
 * dt_document_is_same:
 * @self: an entry
 * @other: another
 *
 * Tells whether two entries are about one document. A number is no key: the
 * date has to fit too, and the body where many have such numbers.
 *
 * Returns: whether they are, as far as one can see
 */
gboolean
dt_document_is_same (const DtDocument *self,
                     const DtDocument *other)
{
  const DtDocumentFields *a;
  const DtDocumentFields *b;
  DtDifference difference;

  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  a = dt_document_get (self);
  b = dt_document_get (other);
  if (strcmp (a->id, b->id) == 0)
    return TRUE;

  difference = dt_document_compare_facts (self, other);
  if (*a->number == '\0' || *b->number == '\0')
    return *a->number == *b->number && (difference & ~DT_DIFFERENCE_ISSUER) == 0 &&
           strlen (a->subject) == strlen (b->subject);
  if ((difference & (DT_DIFFERENCE_NUMBER | DT_DIFFERENCE_DATE)) != 0)
    return FALSE;
  /* Without the body it may be that of any other commune. */
  if (dt_document_number_is_local (a->number))
    return (difference & DT_DIFFERENCE_ISSUER) == 0 && *a->issuer != '\0' && *b->issuer != '\0';
  /* 01/NQ-CP without a date may be that of any year. */
  return dt_document_number_has_year (a->number) ||
         (!dt_date_is_empty (a->date) && !dt_date_is_empty (b->date));
}

static const char *
either (const char *a,
        const char *b)
{
  return *a != '\0' ? a : b;
}

static DtDate
either_date (DtDate a,
             DtDate b)
{
  return dt_date_is_complete (a) || dt_date_is_empty (b) ? a : b;
}

static gboolean
has_relation (const DtDocumentFields *fields,
              const DtRelation *relation)
{
  for (guint i = 0; i < fields->n_relations; i++)
    if (fields->relations[i].kind == relation->kind && strcmp (fields->relations[i].target, relation->target) == 0)
      return TRUE;

  return FALSE;
}

/**
 * dt_document_complete:
 * @self: an entry
 * @other: another about the same document
 *
 * Puts two entries together. Where both know something, @self is believed.
 *
 * Returns: (transfer full): a new entry
 */
DtDocument *
dt_document_complete (const DtDocument *self,
                      const DtDocument *other)
{
  DtDocumentFields fields;
  const DtDocumentFields *a;
  const DtDocumentFields *b;
  g_autoptr (GArray) relations = g_array_new (FALSE, FALSE, sizeof (DtRelation));
  g_autofree char *usual = NULL;

  g_return_val_if_fail (self != NULL && other != NULL, NULL);

  a = dt_document_get (self);
  b = dt_document_get (other);
  fields = *a;
  usual = dt_document_make_id (a->number, a->type, a->issuer, a->subject, a->date);
  if (strcmp (usual, a->id) == 0)
    fields.id = NULL;
  fields.number = either (a->number, b->number);
  fields.issuer = either (a->issuer, b->issuer);
  fields.date = either_date (a->date, b->date);
  fields.subject = either (a->subject, b->subject);
  fields.effective = either_date (a->effective, b->effective);
  fields.expiry = either_date (a->expiry, b->expiry);
  if (a->status == DT_STATUS_UNKNOWN)
    {
      fields.status = b->status;
      fields.status_on = b->status_on;
    }
  fields.link = either (a->link, b->link);
  fields.source = either (a->source, b->source);
  if (a->n_relations > 0)
    g_array_append_vals (relations, a->relations, a->n_relations);
  for (guint i = 0; i < b->n_relations; i++)
    if (!has_relation (a, &b->relations[i]))
      g_array_append_vals (relations, &b->relations[i], 1);
  fields.relations = (const DtRelation *) relations->data;
  fields.n_relations = MIN (relations->len, 1000);

  return dt_document_new (&fields, NULL);
}

/* Whether @self is to be believed rather than @other. */
static gboolean
is_better (const DtDocument *self,
           const DtDocument *other)
{
  const DtDocumentFields *a = dt_document_get (self);
  const DtDocumentFields *b = dt_document_get (other);
  int order = dt_date_compare (a->checked, b->checked);

  if (order != 0)
    return order > 0;
  if (dt_date_is_complete (a->date) != dt_date_is_complete (b->date))
    return dt_date_is_complete (a->date);
  return strlen (a->subject) > strlen (b->subject);
}

static void
merge_into (GPtrArray *merged,
            guint index,
            DtDocument *document,
            GPtrArray *diagnostics)
{
  DtDocument *known = g_ptr_array_index (merged, index);
  DtDifference difference = dt_document_compare_facts (known, document);
  gboolean better = is_better (document, known);
  DtDocument *whole = better ? dt_document_complete (document, known) : dt_document_complete (known, document);

  if (whole == NULL)
    return;
  if (difference != 0)
    {
      g_autofree char *name = dt_document_to_string (whole);
      g_autofree char *fields = dt_difference_describe (difference);

      dt_diagnostics_add (diagnostics, DT_SEVERITY_WARNING, "merge-conflict", NULL, 0, 0,
                          _ ("two entries about %s disagree in: %s"), name, fields);
    }
  dt_document_unref (known);
  g_ptr_array_index (merged, index) = whole;
}

/**
 * dt_documents_merge:
 * @documents: (array length=n_documents): entries
 * @n_documents: how many
 * @diagnostics: (nullable) (element-type DtDiagnostic): list to add to what disagrees
 *
 * Makes one of all entries about one document: of what was checked last, or
 * else of what is more complete, with what only the others know.
 *
 * Returns: (transfer full) (element-type DtDocument): the documents, in the
 *   order of their first entries
 */
GPtrArray *
dt_documents_merge (DtDocument *const *documents,
                    guint n_documents,
                    GPtrArray *diagnostics)
{
  GPtrArray *merged = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_document_unref);
  g_autoptr (GHashTable) first = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) next = g_array_new (FALSE, FALSE, sizeof (guint));

  g_return_val_if_fail (documents != NULL || n_documents == 0, NULL);

  for (guint i = 0; i < n_documents; i++)
    {
      const DtDocumentFields *fields = dt_document_get (documents[i]);
      char *key = dt_document_fold_number (*fields->number != '\0' ? fields->number : fields->id);
      guint start = GPOINTER_TO_UINT (g_hash_table_lookup (first, key));
      guint at = start;

      while (at > 0 && !dt_document_is_same (g_ptr_array_index (merged, at - 1), documents[i]))
        at = g_array_index (next, guint, at - 1);
      if (at > 0)
        {
          merge_into (merged, at - 1, documents[i], diagnostics);
          g_free (key);
          continue;
        }
      g_ptr_array_add (merged, dt_document_ref (documents[i]));
      g_array_append_val (next, start);
      g_hash_table_insert (first, key, GUINT_TO_POINTER (merged->len));
    }

  return merged;
}
