/* dt-rules-bases.c - what the document rests on (căn cứ)
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "catalog/dt-cite-bases.h"
#include "check/dt-check-mentions-private.h"
#include "check/dt-check-scan-private.h"

#include <glib/gi18n-lib.h>

static const char *
get_lead (const DtCheckText *text)
{
  const char *lead = dt_node_get_attribute (text->node, DT_ATTR_LEAD);

  return lead != NULL ? lead : "can-cu";
}

/* L33: the program writes the words before a basis and the marks between bases. */
static void
check_marks (DtCheck *check,
             const DtCheckText *text)
{
  static const struct
  {
    const char *lead;
    const char *words;
  } leads[] = {
    { "can-cu", "Căn cứ " },
    { "thuc-hien", "Thực hiện " },
    { "theo-de-nghi", "Theo đề nghị của " },
    { "xet", "Xét " },
  };
  gsize end = text->length;

  if (text->kind != DT_NODE_BASIS)
    return;

  while (end > 0 && strchr (" ;,", text->plain[end - 1]) != NULL)
    end--;
  if (end < text->length)
    dt_check_found (check, text, end, text->length, "", _ ("the program puts “;” and “.” behind the bases"));

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    if (strcmp (leads[i].lead, get_lead (text)) == 0 && g_str_has_prefix (text->plain, leads[i].words))
      dt_check_found (check, text, 0, strlen (leads[i].words), "", _ ("the program writes “%s” before this basis"), leads[i].words);
}

/* L37: in administrative documents laws are named with their date (Phụ lục I, mục II, khoản 6, điểm a). */
static void
check_law_numbers (DtCheck *check,
                   const DtCheckText *text)
{
  guint n = text->citations != NULL ? dt_citations_get_n (text->citations) : 0;

  if (text->top != DT_NODE_BASES)
    return;

  for (guint i = 0; i < n; i++)
    {
      const DtCitation *citation = dt_citations_get (text->citations, i);

      if (citation->type != NULL && (strcmp (citation->type, "Luật") == 0 || strcmp (citation->type, "Bộ luật") == 0) &&
          citation->number_span.end > citation->number_span.start)
        dt_check_found (check, text, citation->number_span.start, citation->number_span.end, NULL,
                        _ ("a law is named with its date, without number and body: “%s”"), citation->number);
    }
}

static gboolean
is_listed_base (const DtMention *mention)
{
  return mention->text->top == DT_NODE_BASES;
}

/* L39: what is higher in force stands first, within the bases of one kind. */
static void
check_order (DtCheck *check,
             const DtCheckText *text)
{
  guint n_mentions;
  const DtMention *const *mentions = dt_check_get_mentions (check, &n_mentions);
  const DtMention *before = NULL;

  (void) text;
  for (guint i = 0; i < n_mentions; i++)
    {
      const DtMention *mention = mentions[i];

      if (!is_listed_base (mention) || mention->document == NULL)
        continue;
      if (before != NULL && strcmp (get_lead (before->text), get_lead (mention->text)) == 0 &&
          dt_cite_get_rank (dt_document_get (before->document)) > dt_cite_get_rank (dt_document_get (mention->document)))
        dt_check_found (check, mention->text, mention->start, mention->end, NULL,
                        _ ("“%s” is higher in force than “%s” and stands before it"), mention->number, before->number);
      before = mention;
    }
}

/* L40 */
static void
check_proposal (DtCheck *check,
                const DtCheckText *text)
{
  const DtCheckText *proposal = NULL;

  (void) text;
  for (guint i = 0; i < check->n_texts; i++)
    {
      const DtCheckText *at = check->texts[i];

      if (at->kind != DT_NODE_BASIS)
        continue;
      if (proposal != NULL && strcmp (get_lead (at), "theo-de-nghi") != 0)
        {
          dt_check_found (check, proposal, 0, proposal->length, NULL, _ ("“Theo đề nghị của …” is the last of the bases"));
          return;
        }
      if (strcmp (get_lead (at), "theo-de-nghi") == 0)
        proposal = at;
    }
}

/* L41 */
static void
check_doubled (DtCheck *check,
               const DtCheckText *text)
{
  guint n_mentions;
  const DtMention *const *mentions = dt_check_get_mentions (check, &n_mentions);

  (void) text;
  for (guint i = 0; i < n_mentions; i++)
    for (guint k = 0; is_listed_base (mentions[i]) && k < i; k++)
      {
        const DtMention *mention = mentions[i];
        const DtMention *other = mentions[k];

        if (!is_listed_base (other) || !dt_mention_is_same (mention, other))
          continue;
        dt_check_found (check, mention->text, mention->start, mention->end, NULL, _ ("“%s” is among the bases already"),
                        mention->number);
        break;
      }
}

/* L42: a document of the administration says what it rests on, in bases or in its first sentence. */
static void
check_any (DtCheck *check,
           const DtCheckText *text)
{
  guint n_mentions;
  const DtMention *const *mentions = dt_check_get_mentions (check, &n_mentions);
  DtAnswer answer = { .node = "bases" };

  (void) text;
  for (guint i = 0; i < n_mentions; i++)
    {
      DtNodeKind top = mentions[i]->text->top;

      if (top == DT_NODE_BASES || top == DT_NODE_OPENING)
        return;
    }
  for (guint i = 0; i < check->n_texts; i++)
    if (check->texts[i]->kind == DT_NODE_BASIS && check->texts[i]->length > 0)
      return;

  dt_check_add (check, &answer, _ ("no basis is given: cite what the document implements"));
}

static const DtRuleCode codes[] = {
  { "L33", DT_SCOPE_TEXT, 0, check_marks },
  { "L37", DT_SCOPE_TEXT, 0, check_law_numbers },
  { "L39", DT_SCOPE_PLAN, DT_INPUT_BASES | DT_INPUT_CATALOG, check_order },
  { "L40", DT_SCOPE_PLAN, DT_INPUT_BASES, check_proposal },
  { "L41", DT_SCOPE_PLAN, DT_INPUT_BASES, check_doubled },
  { "L42", DT_SCOPE_PLAN, DT_INPUT_BASES | DT_INPUT_OPENING, check_any },
};

DT_RULE_FAMILY (dt_rules_bases, codes);
