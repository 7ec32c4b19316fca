/* dt-compose-cite.c - citations in composed text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compose/dt-compose-private.h"

#include "base/dt-diagnostic.h"
#include "catalog/dt-catalog-validity.h"
#include "catalog/dt-cite.h"

#include <glib/gi18n-lib.h>

/* Citations of one pair of brackets, resolved. */
typedef struct
{
  GPtrArray *marks;     /* (element-type DtCiteMark) */
  GPtrArray *documents; /* (element-type DtDocument): as many, borrowed */
  GArray *full;         /* (element-type gboolean): as many */
} Resolved;

/* The document a mark names: by number and date, or a law by its name. NULL if there is none or more than one. */
static const DtDocument *
resolve (DtComposing *composing,
         const DtCiteMark *mark,
         const char *node,
         guint line)
{
  DtCatalog *catalog = composing->composer->catalog;
  g_autoptr (GPtrArray) found = NULL;

  if (catalog == NULL || *mark->number == '\0')
    return NULL;

  found = dt_catalog_find (catalog, mark->number, mark->date, NULL);
  if (found->len == 0)
    {
      g_ptr_array_unref (found);
      found = dt_catalog_find_reference (catalog, mark->number);
    }
  if (found->len == 1)
    return g_ptr_array_index (found, 0);

  if (found->len == 0)
    dt_diagnostics_add (composing->diagnostics, DT_SEVERITY_NOTE, "citation-unknown", node, line, 0,
                        _ ("the catalogue does not know “%s”; it prints as typed"), mark->number);
  else
    dt_diagnostics_add (composing->diagnostics, DT_SEVERITY_WARNING, "citation-ambiguous", node, line, 0,
                        _ ("the catalogue knows %u documents “%s”; add the date, as in [[%s@2021-07-15]]"),
                        found->len, mark->number, mark->number);

  return NULL;
}

/* A document that is not in force on the day of the plan is cited all the same, and reported. */
static void
report_validity (DtComposing *composing,
                 const DtDocument *document,
                 const char *node,
                 guint line)
{
  g_autofree char *name = NULL;
  g_autofree char *successor = NULL;
  DtJudgement judgement;

  if (!dt_date_is_complete (composing->on))
    return;

  dt_catalog_judge (composing->composer->catalog, document, composing->on, &judgement);
  name = dt_document_to_string (document);
  successor = judgement.successor != NULL ? dt_document_to_string (judgement.successor) : NULL;
  switch (judgement.validity)
    {
    case DT_VALIDITY_REPLACED:
    case DT_VALIDITY_EXPIRED:
      if (successor != NULL)
        dt_diagnostics_add (composing->diagnostics, DT_SEVERITY_WARNING, "citation-replaced", node, line, 0,
                            _ ("%s is no longer in force; cite %s instead"), name, successor);
      else
        dt_diagnostics_add (composing->diagnostics, DT_SEVERITY_WARNING, "citation-expired", node, line, 0,
                            _ ("%s is no longer in force"), name);
      break;
    case DT_VALIDITY_NOT_YET:
      dt_diagnostics_add (composing->diagnostics, DT_SEVERITY_WARNING, "citation-not-yet-in-force", node, line, 0,
                          _ ("%s is not in force yet"), name);
      break;
    case DT_VALIDITY_UNKNOWN:
    case DT_VALIDITY_IN_FORCE:
    case DT_VALIDITY_AMENDED:
    case DT_N_VALIDITIES:
    default:
      break;
    }
}

/* Whether this mention is written in full. A mention that was asked to be short introduces nothing. */
static gboolean
mention (DtComposing *composing,
         const DtDocument *document,
         DtCiteForm form)
{
  DtMention entry = { document, g_hash_table_contains (composing->seen, document) };

  if (form == DT_CITE_SHORT)
    return FALSE;

  g_array_append_val (composing->mentions, entry);
  g_hash_table_add (composing->seen, (gpointer) document);

  return form == DT_CITE_FULL || !entry.seen;
}

/* Several marks in one pair of brackets go under one word where all are known and of one type. */
static gboolean
can_group (const GPtrArray *documents)
{
  const DtDocumentFields *first = NULL;

  for (guint i = 0; i < documents->len; i++)
    {
      const DtDocument *document = g_ptr_array_index (documents, i);
      const DtDocumentFields *fields = document != NULL ? dt_document_get (document) : NULL;

      if (fields == NULL || dt_cite_is_law (fields))
        return FALSE;
      if (first != NULL && !g_str_equal (first->type, fields->type))
        return FALSE;
      first = fields;
    }

  return documents->len > 1;
}

static char *
format_group (const Resolved *resolved,
              gboolean basis)
{
  guint n = resolved->documents->len;
  g_autofree const DtDocumentFields **fields = g_new (const DtDocumentFields *, n);

  for (guint i = 0; i < n; i++)
    fields[i] = dt_document_get (g_ptr_array_index (resolved->documents, i));

  return dt_cite_format_group (fields, (const gboolean *) (gpointer) resolved->full->data, n, basis);
}

static char *
format_each (const Resolved *resolved,
             const char *before,
             gboolean basis)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < resolved->marks->len; i++)
    {
      const DtCiteMark *mark = g_ptr_array_index (resolved->marks, i);
      const DtDocument *document = g_ptr_array_index (resolved->documents, i);
      g_autofree char *one = NULL;

      if (i > 0)
        g_string_append (text, "; ");

      if (document != NULL)
        one = dt_cite_format (dt_document_get (document), mark->pinpoint,
                              i > 0 ? DT_CITE_START_TYPE : dt_cite_find_start (before, dt_document_get (document)),
                              g_array_index (resolved->full, gboolean, i), basis);
      else
        one = dt_cite_mark_to_text (mark);
      g_string_append (text, one);
    }

  return g_string_free (text, FALSE);
}

/**
 * dt_compose_citation:
 * @builder: the paragraph
 * @composing: the run
 * @node: reference of the node
 * @line: line in its text
 * @span: the mark
 *
 * Adds a citation: the first mention of a document in reading order in full,
 * later ones by type and number (Phụ lục I, mục II, khoản 6, điểm b), unless
 * the mark says otherwise; what no catalogue knows prints as typed.
 */
void
dt_compose_citation (DtTextBuilder *builder,
                     DtComposing *composing,
                     const char *node,
                     guint line,
                     const DtSpan *span)
{
  gboolean basis = builder->style->role == DT_ROLE_BASIS;
  g_autoptr (GPtrArray) marks = dt_cite_marks_parse (span->text);
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GArray) full = g_array_new (FALSE, FALSE, sizeof (gboolean));
  Resolved resolved = { marks, documents, full };
  g_autofree char *text = NULL;

  for (guint i = 0; i < marks->len; i++)
    {
      const DtCiteMark *mark = g_ptr_array_index (marks, i);
      const DtDocument *document = resolve (composing, mark, node, line);
      gboolean in_full = document != NULL && mention (composing, document, mark->form);

      if (document != NULL)
        report_validity (composing, document, node, line);
      g_ptr_array_add (documents, (gpointer) document);
      g_array_append_val (full, in_full);
    }

  text = can_group (documents) ? format_group (&resolved, basis) : format_each (&resolved, builder->text->str, basis);
  dt_text_builder_add (builder, DT_RUN_CITATION, span->bold, span->italic, text, span->start, span->end);
}
