/* dt-next-cite.c - documents that are cited and will have expired
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-next-private.h"

#include "catalog/dt-catalog-validity.h"
#include "catalog/dt-citation.h"
#include "catalog/dt-cite.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The document that has this number; @n says how many have. */
static const DtDocument *
find_document (const DtCatalog *catalog,
               const char *number,
               DtDate date,
               guint *n)
{
  g_autoptr (GPtrArray) found = dt_catalog_find (catalog, number, date, NULL);

  if (found->len == 0)
    {
      g_ptr_array_unref (found);
      found = dt_catalog_find_reference (catalog, number);
    }
  *n = found->len;

  return found->len == 1 ? g_ptr_array_index (found, 0) : NULL;
}

/* Whether each document on the way to the successor has been replaced by one only. */
static gboolean
is_one_chain (const DtNextRun *run,
              const DtDocument *document,
              const DtDocument *successor)
{
  const DtCatalog *catalog = run->options->catalog;

  for (guint i = 0; document != successor; i++)
    {
      g_autoptr (GPtrArray) by = dt_catalog_list_incoming (catalog, document, DT_RELATION_REPLACES, run->on);

      if (by->len != 1 || i == 64)
        return FALSE;
      document = g_ptr_array_index (by, 0);
    }

  return TRUE;
}

static gboolean
has_ended (const DtJudgement *judgement)
{
  return judgement->validity == DT_VALIDITY_EXPIRED || judgement->validity == DT_VALIDITY_REPLACED;
}

/* What replaces @document beyond doubt, or NULL. */
static const DtDocument *
find_successor (const DtNextRun *run,
                const DtDocument *document,
                const DtJudgement *judgement)
{
  const DtDocument *successor = judgement->successor;
  DtJudgement theirs;

  if (judgement->validity != DT_VALIDITY_REPLACED || successor == NULL || !judgement->is_sure ||
      *dt_document_get (successor)->number == '\0')
    return NULL;

  dt_catalog_judge (run->options->catalog, successor, run->on, &theirs);
  if (has_ended (&theirs) || theirs.validity == DT_VALIDITY_NOT_YET || !is_one_chain (run, document, successor))
    return NULL;

  return successor;
}

/* The mark of a document as it is typed, the date only where the number is not enough. */
static char *
make_mark (const DtNextRun *run,
           const DtDocument *document,
           DtCiteForm form)
{
  const DtDocumentFields *fields = dt_document_get (document);
  const DtDate any = DT_DATE_INIT;
  g_autoptr (GPtrArray) found = dt_catalog_find (run->options->catalog, fields->number, any, NULL);
  g_autofree char *date = found->len > 1 ? dt_date_format_iso (fields->date) : g_strdup ("");

  return g_strconcat (fields->number, *date != '\0' ? "@" : "", date,
                      form == DT_CITE_FULL    ? "|full"
                      : form == DT_CITE_SHORT ? "|short"
                                              : "",
                      NULL);
}

static gboolean
is_basis_already (const DtNextRun *run,
                  const DtDocument *document)
{
  return g_ptr_array_find (run->basis_documents, document, NULL);
}

static void
tell_ended (DtNextText *self,
            gsize start,
            gsize end,
            const DtDocument *document,
            const DtJudgement *judgement)
{
  g_autofree char *name = dt_document_to_string (document);
  char *successor = judgement->successor != NULL ? dt_document_to_string (judgement->successor) : NULL;
  char *message = successor != NULL ? g_strdup_printf (_ ("%s will no longer be in force; see %s"), name, successor)
                                    : g_strdup_printf (_ ("%s will no longer be in force"), name);

  dt_next_text_tell (self, start, end, DT_SEVERITY_WARNING, DT_NEXT_RULE_EXPIRED, message, successor);
}

/* One of the marks between brackets: what stands there now, owned by the caller. */
static char *
move_mark (DtNextText *self,
           const DtCiteMark *mark,
           const char *typed,
           const DtNextSpan *brackets,
           gboolean is_basis)
{
  const DtNextRun *run = self->run;
  guint n = 0;
  const DtDocument *document = find_document (run->options->catalog, mark->number, mark->date, &n);
  const DtDocument *successor;
  DtJudgement judgement;

  if (document == NULL)
    {
      dt_next_text_tell (self, brackets->start, brackets->end, DT_SEVERITY_NOTE, DT_NEXT_RULE_UNKNOWN,
                         g_strdup_printf (n == 0 ? _ ("the catalogue does not know “%s”")
                                                 : _ ("the catalogue knows several documents “%s”"),
                                          mark->number),
                         NULL);
      return g_strdup (typed);
    }

  dt_catalog_judge (run->options->catalog, document, run->on, &judgement);
  if (!has_ended (&judgement))
    return g_strdup (typed);

  /* A pinpoint of the old document says nothing of the new one. */
  successor = *mark->pinpoint == '\0' ? find_successor (run, document, &judgement) : NULL;
  if (successor != NULL && !(is_basis && is_basis_already (run, successor)))
    return make_mark (run, successor, mark->form);

  tell_ended (self, brackets->start, brackets->end, document, &judgement);
  return g_strdup (typed);
}

static void
move_marks (DtNextText *self,
            const DtNextSpan *brackets,
            gboolean is_basis)
{
  g_autofree char *typed = g_strndup (self->view->source + brackets->start + 2, brackets->end - brackets->start - 4);
  g_autoptr (GPtrArray) marks = dt_cite_marks_parse (typed);
  g_auto (GStrv) parts = g_strsplit (typed, ";", -1);
  g_autoptr (GString) text = g_string_new ("[[");

  if (g_strv_length (parts) != marks->len)
    return;

  for (guint i = 0; i < marks->len; i++)
    {
      const DtCiteMark *mark = g_ptr_array_index (marks, i);
      g_autofree char *now = move_mark (self, mark, parts[i], brackets, is_basis);

      g_string_append_printf (text, "%s%s%s", i > 0 ? ";" : "", i > 0 && *now != ' ' ? " " : "", now);
    }
  g_string_append (text, "]]");

  dt_next_text_replace (self, brackets->start, brackets->end, DT_NEXT_RULE_CITATION, g_strdup (text->str));
}

/* A citation that was typed out: its words are the author's, so it is only told. */
static void
check_typed (DtNextText *self,
             const DtCitation *citation)
{
  const DtNextRun *run = self->run;
  guint n = 0;
  const DtDocument *document = citation->number != NULL ? find_document (run->options->catalog, citation->number, citation->date, &n)
                                                        : NULL;
  DtJudgement judgement;

  if (document == NULL)
    return;
  dt_catalog_judge (run->options->catalog, document, run->on, &judgement);
  if (has_ended (&judgement))
    tell_ended (self, dt_next_view_get_source (self->view, citation->span.start),
                dt_next_view_get_source (self->view, citation->span.end), document, &judgement);
}

static gboolean
find_brackets (const char *source,
               gsize from,
               DtNextSpan *brackets)
{
  for (const char *open = strstr (source + from, "[["); open != NULL; open = strstr (open + 2, "[["))
    {
      const char *close = strstr (open + 2, "]]");
      const char *line = strchr (open, '\n');

      if (close == NULL)
        return FALSE;
      if (close == open + 2 || (line != NULL && line < close) || (open > source && open[-1] == '\\'))
        continue;
      brackets->start = (gsize) (open - source);
      brackets->end = (gsize) (close + 2 - source);
      return TRUE;
    }

  return FALSE;
}

/**
 * dt_next_check_citations:
 * @self: the text
 * @is_basis: whether it is a basis (căn cứ) of the plan
 *
 * Replaces marks of documents that have been replaced by one other, and tells
 * of those that are no longer in force in another way.
 */
void
dt_next_check_citations (DtNextText *self,
                         gboolean is_basis)
{
  const char *source = self->view->source;
  g_autoptr (DtCitations) citations = NULL;
  DtNextSpan brackets = { 0, 0 };

  if (self->run->options->catalog == NULL)
    return;

  while (find_brackets (source, brackets.end, &brackets))
    move_marks (self, &brackets, is_basis);

  citations = dt_citations_find (self->view->text->str, (gssize) self->view->text->len);
  for (guint i = 0; i < dt_citations_get_n (citations); i++)
    {
      const DtCitation *citation = dt_citations_get (citations, i);
      gsize start = dt_next_view_get_source (self->view, citation->span.start);
      gboolean is_marked = FALSE;

      brackets.end = 0;
      while (!is_marked && find_brackets (source, brackets.end, &brackets) && brackets.start < start + 2)
        is_marked = start + 2 >= brackets.start && start < brackets.end;
      if (!is_marked)
        check_typed (self, citation);
    }
}

/**
 * dt_next_note_bases:
 * @run: the run
 * @root: the plan
 *
 * Notes which documents stand among the bases, so that none comes to stand
 * there twice.
 */
void
dt_next_note_bases (DtNextRun *run,
                    const DtNode *root)
{
  DtNode *bases = dt_node_find_child (root, DT_NODE_BASES);

  for (guint i = 0; run->options->catalog != NULL && bases != NULL && i < dt_node_get_n_children (bases); i++)
    {
      const char *source = dt_node_get_text (dt_node_get_child (bases, i));
      DtNextSpan brackets = { 0, 0 };

      while (find_brackets (source, brackets.end, &brackets))
        {
          g_autofree char *typed = g_strndup (source + brackets.start + 2, brackets.end - brackets.start - 4);
          g_autoptr (GPtrArray) marks = dt_cite_marks_parse (typed);

          for (guint k = 0; k < marks->len; k++)
            {
              const DtCiteMark *mark = g_ptr_array_index (marks, k);
              guint n = 0;
              const DtDocument *document = find_document (run->options->catalog, mark->number, mark->date, &n);

              if (document != NULL)
                g_ptr_array_add (run->basis_documents, (gpointer) document);
            }
        }
    }
}
