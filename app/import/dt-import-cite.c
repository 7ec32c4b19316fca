/* dt-import-cite.c - citations of a text as marks
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/dt-import-cite.h"

#include "base/dt-diagnostic.h"
#include "catalog/dt-catalog-harvest.h"
#include "catalog/dt-cite.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One run over a plan; @seen holds the documents cited so far, in reading order, as composing will count them;
 * @told the numbers that the catalogue was found not to have. */
typedef struct
{
  DtCatalog *catalog;
  GHashTable *seen;
  GHashTable *told;
  GPtrArray *diagnostics;
} Citer;

/* A stretch of text that a mark can stand for. */
typedef struct
{
  gsize start;
  gsize end;
  const DtDocument *document;
  char *pinpoint; /* empty where there is none */
  gboolean full;
} Match;

/* Of a number that every commune has, the document that was cited before; NULL if there were several. */
static const DtDocument *
find_seen (Citer *self,
           const char *number)
{
  const DtDocument *found = NULL;
  GHashTableIter iter;
  gpointer document;

  g_hash_table_iter_init (&iter, self->seen);
  while (g_hash_table_iter_next (&iter, &document, NULL))
    if (g_str_equal (dt_document_get (document)->number, number))
      {
        if (found != NULL)
          return NULL;
        found = document;
      }

  return found;
}

/* The document that is cited, if that is sure; else it is told why not, once for each number or name. */
static const DtDocument *
find_document (Citer *self,
               const DtCitations *citations,
               guint index,
               const char *node)
{
  const DtCitation *citation = dt_citations_get (citations, index);
  g_autoptr (GPtrArray) found = dt_catalog_find_cited (self->catalog, citations, index);
  const DtDocument *seen = found->len == 0 && citation->number != NULL && dt_date_is_empty (citation->date)
                             ? find_seen (self, citation->number)
                             : NULL;
  g_autofree char *name = NULL;

  if (found->len == 1 || seen != NULL)
    return seen != NULL ? seen : g_ptr_array_index (found, 0);

  name = citation->number != NULL ? g_strdup (citation->number) : dt_citations_dup_subject (citations, index);
  if (name == NULL || !g_hash_table_add (self->told, g_strdup (name)))
    return NULL;
  dt_diagnostics_add (self->diagnostics, DT_SEVERITY_NOTE, "citation-kept-as-text", node, 0, 0,
                      found->len > 1 ? _ ("may be one of several in the catalogue: %s") : _ ("the catalogue does not have %s; the text stays as it is"),
                      name);
  return NULL;
}

/* How far the text is, but for blanks, what the entry prints; the start if it is not. */
static gsize
match_printed (const Match *match,
               const char *text,
               gboolean full,
               gboolean basis)
{
  gsize start = match->start;
  g_autofree char *before = g_strndup (text, start);
  const DtDocumentFields *fields = dt_document_get (match->document);
  g_autofree char *printed = dt_cite_format (fields, match->pinpoint, dt_cite_find_start (before, fields), full, basis);
  const char *have = text + start;
  const char *want = printed;

  while (*want != '\0')
    {
      if (*have != *want)
        return start;
      if (*want == ' ')
        while (have[1] == ' ')
          have++;
      have++;
      want++;
    }

  return (gsize) (have - text);
}

/* Whether a citation may end at @end. A comma may go on with the subject unless a capital follows it. */
static gboolean
ends_citation (const char *text,
               gsize end)
{
  const char *next = text + end;

  if (*next == ',' && next[1] == ' ')
    return g_unichar_isupper (g_utf8_get_char (next + 2));

  return *next == '\0' || strchr (";.:)\n", *next) != NULL;
}

static gsize
get_full_end (const DtCitation *citation)
{
  gsize end = MAX (citation->span.end, citation->issuer_span.end);

  return MAX (end, citation->subject_span.end);
}

/* Says once more what the text says and the entry does not, so that somebody may look. */
static void
report_difference (Citer *self,
                   const DtDocument *document,
                   const char *node)
{
  g_autofree char *name = dt_document_to_string (document);

  dt_diagnostics_add (self->diagnostics, DT_SEVERITY_NOTE, "citation-kept-as-text", node, 0, 0,
                      _ ("the catalogue words %s differently; the text stays as it is"), name);
}

static gboolean
find_match (Citer *self,
            const DtCitations *citations,
            guint index,
            const char *text,
            gboolean basis,
            const char *node,
            Match *match)
{
  const DtCitation *citation = dt_citations_get (citations, index);

  match->document = find_document (self, citations, index, node);
  if (match->document == NULL)
    return FALSE;
  /* A part of a group has no type of its own. */
  if (citation->group != 0 || *dt_document_get (match->document)->number == '\0')
    {
      report_difference (self, match->document, node);
      return FALSE;
    }

  match->pinpoint = dt_citations_dup_pinpoint (citations, index);
  match->start = match->pinpoint != NULL ? citation->pinpoint_span.start : citation->span.start;
  if (match->pinpoint == NULL)
    match->pinpoint = g_strdup ("");
  match->end = match_printed (match, text, TRUE, basis);
  match->full = TRUE;
  if (match->end > match->start && (match->end == get_full_end (citation) || ends_citation (text, match->end)))
    return TRUE;

  match->end = match_printed (match, text, FALSE, basis);
  match->full = FALSE;
  if (match->end > match->start && match->end == get_full_end (citation))
    return TRUE;

  report_difference (self, match->document, node);
  return FALSE;
}

/* "[[76/NQ-CP@2021-07-15]]", with the form only where the place in the text does not give it by itself. */
static void
append_mark (Citer *self,
             GString *text,
             const Match *match)
{
  const DtDocumentFields *fields = dt_document_get (match->document);
  gboolean seen = g_hash_table_contains (self->seen, match->document);
  g_autofree char *date = dt_date_format_iso (fields->date);
  g_autoptr (GPtrArray) same = dt_catalog_find (self->catalog, fields->number, dt_date_make (0, 0, 0), NULL);

  g_string_append_printf (text, "[[%s", fields->number);
  if (same->len > 1)
    g_string_append_printf (text, "@%s", date);
  if (*match->pinpoint != '\0')
    g_string_append_printf (text, "#%s", match->pinpoint);
  /* A law is cited in one form only. */
  if (match->full && seen && !dt_cite_is_law (fields))
    g_string_append (text, "|full");
  if (!match->full && !seen && !dt_cite_is_law (fields))
    g_string_append (text, "|short");
  g_string_append (text, "]]");

  if (match->full)
    g_hash_table_add (self->seen, (gpointer) match->document);
}

/* The text of a node with marks for what the catalogue prints back word for word, or NULL if nothing is. */
static char *
cite_text (Citer *self,
           const char *text,
           gboolean basis,
           const char *node)
{
  g_autoptr (DtCitations) citations = dt_citations_find (text, -1);
  g_autoptr (GString) result = g_string_new (NULL);
  gsize done = 0;

  for (guint i = 0; i < dt_citations_get_n (citations); i++)
    {
      Match match = { 0 };

      if (dt_citations_get (citations, i)->span.start >= done &&
          find_match (self, citations, i, text, basis, node, &match) && match.start >= done)
        {
          g_string_append_len (result, text + done, (gssize) (match.start - done));
          append_mark (self, result, &match);
          done = match.end;
        }
      g_free (match.pinpoint);
    }

  if (done == 0)
    return NULL;

  g_string_append (result, text + done);
  return g_string_free (g_steal_pointer (&result), FALSE);
}

static gboolean
may_cite (DtNodeKind kind)
{
  switch ((int) kind)
    {
    case DT_NODE_BASIS:
    case DT_NODE_OPENING:
    case DT_NODE_BODY:
    case DT_NODE_CLOSING:
      return TRUE;
    default:
      return FALSE;
    }
}

/* The node with its citations as marks; nodes without are shared. The schema bounds the depth. */
static DtNode *
cite_node (Citer *self,
           DtNode *node,
           const char *reference)
{
  g_autoptr (DtNode) result = dt_node_ref (node);

  if (may_cite (dt_node_get_kind (node)))
    {
      g_autofree char *text = cite_text (self, dt_node_get_text (node), dt_node_get_kind (node) == DT_NODE_BASIS, reference);

      return text != NULL ? dt_node_with_text (node, text) : g_steal_pointer (&result);
    }

  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    {
      DtNode *child = dt_node_get_child (node, i);
      g_autofree char *name = dt_plan_child_reference (reference, child);
      g_autoptr (DtNode) cited = cite_node (self, child, name);

      if (cited != child)
        {
          DtNode *changed = dt_node_with_child (result, i, cited);

          dt_node_unref (result);
          result = changed;
        }
    }

  return g_steal_pointer (&result);
}

/**
 * dt_import_cite:
 * @plan: a plan made from a text
 * @catalog: the documents that are known
 * @diagnostics: (nullable) (element-type DtDiagnostic): takes the citations
 *   that stay text: the catalogue words them differently, or does not know them
 *
 * Makes citations into marks where, and only where, the entry prints back the
 * very words that stand there; everything else stays text. Composing the
 * result gives the text that composing @plan gives.
 *
 * Returns: (transfer full): the plan with marks
 */
DtPlan *
dt_import_cite (DtPlan *plan,
                DtCatalog *catalog,
                GPtrArray *diagnostics)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Citer citer = { catalog, seen, told, diagnostics };
  g_autoptr (DtNode) root = NULL;
  DtPlan *cited;

  g_return_val_if_fail (plan != NULL, NULL);
  g_return_val_if_fail (catalog != NULL, NULL);

  root = cite_node (&citer, dt_plan_get_root (plan), "plan");
  cited = dt_plan_new (root, NULL);

  return cited != NULL ? cited : dt_plan_ref (plan);
}
