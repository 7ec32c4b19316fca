/* dui-successor.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "document/dui-successor.h"

#include "catalog/dt-catalog-validity.h"
#include "catalog/dt-cite.h"

#include <string.h>

/* "Documents cited are in force on the day of the plan." */
#define RULE_IN_FORCE "L49"

static const DtDocument *
find_successor (const DtCiteMark *mark,
                const DtCatalog *catalog,
                DtDate on)
{
  g_autoptr (GPtrArray) found = dt_catalog_find (catalog, mark->number, mark->date, NULL);
  DtJudgement judgement = { 0 };

  if (mark->pinpoint != NULL && *mark->pinpoint != '\0')
    return NULL;
  if (found->len == 0)
    {
      g_ptr_array_unref (found);
      found = dt_catalog_find_reference (catalog, mark->number);
    }
  if (found->len != 1)
    return NULL;

  dt_catalog_judge (catalog, g_ptr_array_index (found, 0), on, &judgement);
  if ((judgement.validity != DT_VALIDITY_EXPIRED && judgement.validity != DT_VALIDITY_REPLACED) ||
      judgement.successor == NULL || dt_document_get (judgement.successor)->number[0] == '\0')
    return NULL;

  return judgement.successor;
}

static void
append_reference (GString *out,
                  const char *number,
                  DtDate date)
{
  g_autofree char *day = dt_date_is_empty (date) ? NULL : dt_date_format_iso (date);

  g_string_append (out, number);
  if (day != NULL)
    g_string_append_printf (out, "@%s", day);
}

static void
append_successor (GString *out,
                  const DtDocument *successor,
                  const DtCatalog *catalog)
{
  const DtDocumentFields *facts = dt_document_get (successor);
  g_autoptr (GPtrArray) same = dt_catalog_find (catalog, facts->number, dt_date_make (0, 0, 0), NULL);

  append_reference (out, facts->number, same->len > 1 ? facts->date : dt_date_make (0, 0, 0));
}

char *
dui_successor_cite (const char *typed,
                    const DtCatalog *catalog,
                    DtDate on,
                    const char **number)
{
  static const char *const forms[] = { "", "|full", "|short" };
  g_autoptr (GPtrArray) marks = NULL;
  g_autoptr (GString) out = g_string_new ("[[");
  gboolean any = FALSE;

  g_return_val_if_fail (typed != NULL, NULL);

  if (catalog == NULL)
    return NULL;

  marks = dt_cite_marks_parse (typed);
  for (guint i = 0; i < marks->len; i++)
    {
      const DtCiteMark *mark = g_ptr_array_index (marks, i);
      const DtDocument *successor = find_successor (mark, catalog, on);

      g_string_append (out, i > 0 ? "; " : "");
      if (successor != NULL)
        append_successor (out, successor, catalog);
      else
        append_reference (out, mark->number, mark->date);
      if (mark->pinpoint != NULL && *mark->pinpoint != '\0')
        g_string_append_printf (out, "#%s", mark->pinpoint);
      g_string_append (out, forms[mark->form]);
      if (successor != NULL && !any && number != NULL)
        *number = dt_document_get (successor)->number;
      any |= successor != NULL;
    }
  g_string_append (out, "]]");

  return any ? g_strdup (out->str) : NULL;
}

/* The brackets of the citation in text[*start, *end), if there is one. */
static gboolean
find_brackets (const char *text,
               gsize *start,
               gsize *end)
{
  const char *open = g_strstr_len (text + *start, (gssize) (*end - *start), "[[");
  const char *close = open != NULL ? g_strstr_len (open, (gssize) (*end - (gsize) (open - text)), "]]") : NULL;

  if (close == NULL)
    return FALSE;

  *start = (gsize) (open - text);
  *end = (gsize) (close - text) + 2;
  return TRUE;
}

DtPlan *
dui_successor_apply (const DtFinding *finding,
                     DtPlan *plan,
                     const DtCatalog *catalog,
                     DtDate on)
{
  DtNode *node;
  const char *text;
  gsize start = finding->start;
  gsize end = finding->end;
  g_autofree char *mark = NULL;
  g_autofree char *changed = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  node = dt_plan_find (plan, finding->node);
  text = node != NULL ? dt_node_get_text (node) : NULL;
  if (strcmp (finding->rule->id, RULE_IN_FORCE) != 0 || finding->suggestion == NULL || text == NULL || end <= start ||
      end > strlen (text))
    return NULL;

  if (find_brackets (text, &start, &end))
    {
      g_autofree char *typed = g_strndup (text + start + 2, end - start - 4);

      mark = dui_successor_cite (typed, catalog, on, NULL);
    }
  else
    /* What was written in words becomes a citation like any other. */
    mark = g_strdup_printf ("[[%s]]", finding->suggestion);
  if (mark == NULL)
    return NULL;

  changed = g_strdup_printf ("%.*s%s%s", (int) start, text, mark, text + end);
  return dt_plan_set_text (plan, finding->node, changed, NULL);
}
