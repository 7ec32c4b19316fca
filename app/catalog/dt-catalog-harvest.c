/* dt-catalog-harvest.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog"

#include "config.h"

#include "catalog/dt-catalog-harvest.h"

#include <string.h>

static void
harvest_free (gpointer data)
{
  DtHarvest *harvest = data;

  dt_document_unref (harvest->document);
  g_free (harvest);
}

/* What the text says about a document; NULL if that is too little. */
static DtDocument *
make_document (const DtCitations *citations,
               guint index)
{
  const DtCitation *citation = dt_citations_get (citations, index);
  g_autofree char *issuer = dt_citations_dup_issuer (citations, index);
  g_autofree char *subject = dt_citations_dup_subject (citations, index);
  DtDocumentFields fields = { .number = citation->number, .type = citation->type, .issuer = issuer, .subject = subject };

  /* A symbol that names no body is not the number of anything. */
  if (citation->type == NULL || (citation->problems & (1u << DT_CITATION_TRUNCATED)) != 0)
    return NULL;
  if (dt_date_is_valid (citation->date) || (citation->date.day == 0 && citation->date.year != 0))
    fields.date = citation->date;

  return dt_document_new (&fields, NULL);
}

static GPtrArray *
find_candidates (const DtCatalog *self,
                 const DtDocumentFields *fields)
{
  if (*fields->number != '\0')
    return dt_catalog_find (self, fields->number, (DtDate) DT_DATE_INIT, NULL);

  return dt_catalog_find_named (self, fields->type, fields->subject, fields->date);
}

/* How near a document of the catalogue is; the less the better. */
static guint
get_distance (const DtDocument *document,
              const DtDocument *candidate)
{
  DtDifference difference = dt_document_compare_facts (document, candidate);
  guint distance = 0;

  distance += (difference & DT_DIFFERENCE_DATE) != 0 ? 8 : 0;
  distance += (difference & DT_DIFFERENCE_ISSUER) != 0 ? 4 : 0;
  distance += (difference & DT_DIFFERENCE_TYPE) != 0 ? 2 : 0;
  distance += (difference & DT_DIFFERENCE_SUBJECT) != 0 ? 1 : 0;

  return distance;
}

/* Whether another date means another document: 01/NQ-CP comes every year. */
static gboolean
is_another (const DtDocument *document,
            const DtDocument *known,
            DtDifference difference)
{
  const DtDocumentFields *a = dt_document_get (document);
  const DtDocumentFields *b = dt_document_get (known);

  if ((difference & DT_DIFFERENCE_ISSUER) != 0 && dt_document_number_is_local (a->number))
    return TRUE;
  return (difference & DT_DIFFERENCE_DATE) != 0 && !dt_document_number_has_year (a->number) &&
         a->date.year != b->date.year;
}

/**
 * dt_catalog_compare:
 * @self: a catalogue
 * @harvest: an entry whose document is set
 *
 * Compares an entry with what the catalogue has of that number, or that name.
 */
void
dt_catalog_compare (const DtCatalog *self,
                    DtHarvest *harvest)
{
  g_autoptr (GPtrArray) candidates = find_candidates (self, dt_document_get (harvest->document));
  guint best = G_MAXUINT;
  guint n_best = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const DtDocument *candidate = g_ptr_array_index (candidates, i);
      guint distance = get_distance (harvest->document, candidate);

      n_best = distance < best ? 1 : n_best + (distance == best);
      if (distance < best)
        {
          best = distance;
          harvest->known = candidate;
        }
    }

  harvest->state = DT_HARVEST_NEW;
  if (harvest->known == NULL)
    return;

  harvest->difference = dt_document_compare_facts (harvest->document, harvest->known);
  if (is_another (harvest->document, harvest->known, harvest->difference))
    {
      harvest->known = NULL;
      harvest->difference = 0;
    }
  else if (harvest->difference != 0)
    harvest->state = DT_HARVEST_CONFLICT;
  else
    harvest->state = n_best > 1 ? DT_HARVEST_AMBIGUOUS : DT_HARVEST_SAME;
}

/* Of documents with one number no more are told apart. */
#define MAX_WITH_NUMBER 8

/* A later mention adds what the first did not say. @earlier: those with the same number. */
static gboolean
add_to_earlier (GPtrArray *earlier,
                const DtDocument *document)
{
  const DtDocumentFields *fields = dt_document_get (document);

  for (guint i = 0; i < earlier->len; i++)
    {
      DtHarvest *harvest = g_ptr_array_index (earlier, i);
      DtDocument *whole;

      if (dt_document_compare_facts (harvest->document, document) != 0)
        continue;
      if (dt_date_is_empty (fields->date) && *fields->subject == '\0')
        return TRUE;
      whole = dt_document_complete (harvest->document, document);
      if (whole == NULL)
        continue;
      dt_document_unref (harvest->document);
      harvest->document = whole;
      return TRUE;
    }

  return earlier->len >= MAX_WITH_NUMBER;
}

/* Those with the number, or the name, of @document. */
static GPtrArray *
get_earlier (GHashTable *table,
             const DtDocument *document)
{
  const DtDocumentFields *fields = dt_document_get (document);
  const char *key = *fields->number != '\0' ? fields->number : fields->subject;
  GPtrArray *earlier = g_hash_table_lookup (table, key);

  if (earlier == NULL)
    {
      earlier = g_ptr_array_new ();
      g_hash_table_insert (table, g_strdup (key), earlier);
    }

  return earlier;
}

/**
 * dt_catalog_harvest:
 * @self: the catalogue to compare with
 * @text: valid UTF-8: a basis (căn cứ), or a whole plan
 * @length: bytes of @text, or -1
 *
 * Makes entries from what a text cites, each document once.
 *
 * Returns: (transfer full) (element-type DtHarvest): the entries, in the order
 *   of the text
 */
GPtrArray *
dt_catalog_harvest (const DtCatalog *self,
                    const char *text,
                    gssize length)
{
  GPtrArray *list;
  g_autoptr (DtCitations) citations = NULL;
  g_autoptr (GHashTable) table = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  list = g_ptr_array_new_with_free_func (harvest_free);
  citations = dt_citations_find (text, length);
  for (guint i = 0; i < dt_citations_get_n (citations); i++)
    {
      const DtCitation *citation = dt_citations_get (citations, i);
      g_autoptr (DtDocument) document = make_document (citations, i);
      GPtrArray *earlier = document != NULL ? get_earlier (table, document) : NULL;
      DtHarvest *harvest;

      if (document == NULL || add_to_earlier (earlier, document))
        continue;
      harvest = g_new0 (DtHarvest, 1);
      harvest->document = g_steal_pointer (&document);
      harvest->problems = citation->problems;
      harvest->span = citation->span;
      g_ptr_array_add (list, harvest);
      g_ptr_array_add (earlier, harvest);
    }

  for (guint i = 0; i < list->len; i++)
    dt_catalog_compare (self, g_ptr_array_index (list, i));
  return list;
}

/**
 * dt_catalog_find_cited:
 * @self: a catalogue
 * @citations: what a text cites
 * @index: which of it
 *
 * Finds the documents that a citation may mean: those of its number and date,
 * or of its name. The body counts where every commune has such numbers; there
 * a number without body and date means nothing that one could find.
 *
 * Returns: (transfer container) (element-type DtDocument): the documents, the
 *   newest first; they live as long as @self
 */
GPtrArray *
dt_catalog_find_cited (const DtCatalog *self,
                       const DtCitations *citations,
                       guint index)
{
  const DtCitation *citation;
  g_autofree char *issuer = NULL;
  g_autofree char *name = NULL;
  gboolean is_local;

  g_return_val_if_fail (self != NULL && citations != NULL, NULL);

  citation = dt_citations_get (citations, index);
  if (citation->number == NULL)
    {
      name = dt_citations_dup_subject (citations, index);
      if (citation->type == NULL || name == NULL)
        return g_ptr_array_new ();
      return dt_catalog_find_named (self, citation->type, name, citation->date);
    }

  is_local = dt_document_number_is_local (citation->number);
  issuer = is_local ? dt_citations_dup_issuer (citations, index) : NULL;
  if ((citation->problems & (1u << DT_CITATION_TRUNCATED)) != 0 ||
      (is_local && issuer == NULL && !dt_date_is_complete (citation->date)))
    return g_ptr_array_new ();

  return dt_catalog_find (self, citation->number, citation->date, issuer);
}

const char *
dt_harvest_state_to_string (DtHarvestState state)
{
  static const char *const names[] = { "new", "same", "conflict", "ambiguous" };

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (names), NULL);

  return names[state];
}
