/* dt-catalog-check.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog"

#include "config.h"

#include "catalog/dt-catalog-check.h"

#include "catalog/dt-catalog-merge.h"
#include "catalog/dt-catalog-validity.h"
#include "catalog/dt-citation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the grammar of numbers says of an entry too: the rest is about how a text cites. */
#define CONFLICTS                                                                                                  \
  (1u << DT_CITATION_YEAR_CONFLICT | 1u << DT_CITATION_TERM_CONFLICT | 1u << DT_CITATION_TYPE_CONFLICT |           \
   1u << DT_CITATION_ISSUER_CONFLICT | 1u << DT_CITATION_D_MARK | 1u << DT_CITATION_LETTER_CASE |                  \
   1u << DT_CITATION_LOOKALIKE | 1u << DT_CITATION_DASH | 1u << DT_CITATION_BLANKS | 1u << DT_CITATION_SEPARATOR | \
   1u << DT_CITATION_PARTY_SHAPE | 1u << DT_CITATION_STATE_SHAPE | 1u << DT_CITATION_PADDING |                     \
   1u << DT_CITATION_EXTRA_YEAR | 1u << DT_CITATION_MISSING_YEAR | 1u << DT_CITATION_TRUNCATED)

typedef struct
{
  DtDocument *const *documents;
  const guint *lines;
  const DtCatalog *own;
  const DtCatalog *context;
  GPtrArray *diagnostics;
  guint index;
} Check;

static void
tell (Check *self,
      DtSeverity severity,
      const char *code,
      const char *message)
{
  const DtDocument *document = self->documents[self->index];

  dt_diagnostics_add (self->diagnostics, severity, code, dt_document_get (document)->id,
                      self->lines != NULL ? self->lines[self->index] : 0, 0, "%s: %s", dt_document_get (document)->id,
                      message);
}

/* Lets the grammar read the entry as a text would cite it. */
static void
check_number (Check *self)
{
  const DtDocument *document = self->documents[self->index];
  const DtDocumentFields *fields = dt_document_get (document);
  g_autofree char *text = NULL;
  g_autoptr (DtCitations) citations = NULL;
  const DtCitation *citation;

  if (*fields->number == '\0')
    return;

  text = dt_document_to_string (document);
  citations = dt_citations_find (text, -1);
  if (dt_citations_get_n (citations) != 1)
    {
      tell (self, DT_SEVERITY_WARNING, "number", _ ("the number is in no form that documents have"));
      return;
    }

  citation = dt_citations_get (citations, 0);
  for (guint code = 0; code < DT_CITATION_N_PROBLEMS; code++)
    if ((citation->problems & CONFLICTS & (1u << code)) != 0)
      {
        g_autofree char *suggestion = dt_citations_dup_suggestion (citations, 0, (DtCitationProblemCode) code);
        const char *message = dt_citation_problem_get_message ((DtCitationProblemCode) code);
        g_autofree char *whole = suggestion != NULL ? g_strdup_printf ("%s: “%s”", message, suggestion)
                                                    : g_strdup (message);

        tell (self, dt_citation_problem_get_severity ((DtCitationProblemCode) code),
              dt_citation_problem_get_name ((DtCitationProblemCode) code), whole);
      }
}

static void
check_dates (Check *self)
{
  const DtDocumentFields *fields = dt_document_get (self->documents[self->index]);

  if (!dt_date_is_empty (fields->effective) && dt_date_compare (fields->effective, fields->date) < 0)
    tell (self, DT_SEVERITY_WARNING, "dates", _ ("it takes effect before its own date"));
  if (!dt_date_is_empty (fields->expiry) &&
      dt_date_compare (fields->expiry, dt_date_is_empty (fields->effective) ? fields->date : fields->effective) <= 0)
    tell (self, DT_SEVERITY_WARNING, "dates", _ ("it ends before it takes effect"));
}

/* Whether two entries with one number are about one document, with a fact that one of them has wrong. */
static gboolean
are_rivals (const DtDocumentFields *a,
            const DtDocumentFields *b)
{
  if (dt_document_number_is_local (a->number))
    return strcmp (a->issuer, b->issuer) == 0 && a->date.year == b->date.year;
  return dt_document_number_has_year (a->number) || a->date.year == b->date.year;
}

/* Two dates for one number, where numbers are not given again. */
static void
check_rivals (Check *self)
{
  const DtDocument *document = self->documents[self->index];
  const DtDocumentFields *fields = dt_document_get (document);
  g_autoptr (GPtrArray) found = NULL;

  if (*fields->number == '\0')
    return;

  found = dt_catalog_find (self->own, fields->number, (DtDate) DT_DATE_INIT, NULL);
  for (guint i = 0; i < found->len; i++)
    {
      const DtDocument *other = g_ptr_array_index (found, i);
      g_autofree char *name = NULL;
      g_autofree char *message = NULL;

      /* Each pair once. */
      if (strcmp (dt_document_get (other)->id, fields->id) >= 0 || !are_rivals (fields, dt_document_get (other)))
        continue;
      name = dt_document_to_string (other);
      message = g_strdup_printf (_ ("the number is that of another entry too: %s"), name);
      tell (self, DT_SEVERITY_WARNING, "two-dates", message);
    }
}

static void
check_relations (Check *self)
{
  const DtDocument *document = self->documents[self->index];
  const DtDocumentFields *fields = dt_document_get (document);

  for (guint i = 0; i < fields->n_relations; i++)
    {
      const DtRelation *relation = &fields->relations[i];
      const DtDocument *target = dt_catalog_resolve (self->own, relation->target);
      g_autofree char *message = NULL;

      if (target == NULL && self->context != NULL)
        target = dt_catalog_resolve (self->context, relation->target);
      if (target == NULL)
        {
          message = g_strdup_printf (_ ("there is no entry “%s”, or more than one"), relation->target);
          tell (self, DT_SEVERITY_NOTE, "relation", message);
        }
      else if (strcmp (dt_document_get (target)->id, fields->id) == 0)
        tell (self, DT_SEVERITY_WARNING, "relation", _ ("it is related to itself"));
      else if (dt_date_is_complete (fields->date) && dt_date_compare (fields->date, dt_document_get (target)->date) < 0)
        {
          message = g_strdup_printf (_ ("it is older than “%s”, to which it does something"), relation->target);
          tell (self, DT_SEVERITY_WARNING, "relation", message);
        }
    }
}

/**
 * dt_documents_check:
 * @documents: (array length=n_documents): entries
 * @n_documents: how many
 * @lines: (nullable) (array length=n_documents): the line of each in its file
 * @context: (nullable): a catalogue with what else there is
 * @diagnostics: (element-type DtDiagnostic): list to add to what is wrong
 *
 * Finds entries that contradict themselves or each other: type or body and
 * symbol, year or term and date, two dates for one number, relations that lead
 * nowhere.
 */
void
dt_documents_check (DtDocument *const *documents,
                    guint n_documents,
                    const guint *lines,
                    const DtCatalog *context,
                    GPtrArray *diagnostics)
{
  g_autoptr (DtCatalog) own = NULL;
  Check self = { documents, lines };

  g_return_if_fail (documents != NULL || n_documents == 0);
  g_return_if_fail (diagnostics != NULL);

  own = dt_catalog_new (documents, n_documents);
  self.own = own;
  self.context = context;
  self.diagnostics = diagnostics;
  for (self.index = 0; self.index < n_documents; self.index++)
    {
      check_number (&self);
      check_dates (&self);
      check_rivals (&self);
      check_relations (&self);
    }
}
