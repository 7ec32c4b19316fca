/* dt-rules-citation-shape.c - how a citation is written
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-scan-private.h"

#include <glib/gi18n-lib.h>

/* Which part of a citation a problem is about. */
typedef enum
{
  PART_NUMBER,
  PART_DATE,
  PART_ISSUER,
  PART_PINPOINT,
  PART_HEAD, /* from the type to the number */
  PART_ALL,
} Part;

/* What the finder of citations names, and the rule each problem belongs to. */
static const struct
{
  const char *rule;
  DtCitationProblemCode code;
  Part part;
} shapes[] = {
  { "L38", DT_CITATION_MISSING_SO, PART_HEAD },
  { "L43", DT_CITATION_LETTER_CASE, PART_NUMBER },
  { "L43", DT_CITATION_LOOKALIKE, PART_NUMBER },
  { "L43", DT_CITATION_DASH, PART_NUMBER },
  { "L43", DT_CITATION_BLANKS, PART_NUMBER },
  { "L43", DT_CITATION_SEPARATOR, PART_NUMBER },
  { "L43", DT_CITATION_FOOTNOTE, PART_NUMBER },
  { "L43", DT_CITATION_PADDING, PART_NUMBER },
  { "L43", DT_CITATION_TRUNCATED, PART_NUMBER },
  { "L44", DT_CITATION_D_MARK, PART_NUMBER },
  { "L47", DT_CITATION_YEAR_CONFLICT, PART_ALL },
  { "L47", DT_CITATION_TERM_CONFLICT, PART_NUMBER },
  { "L53", DT_CITATION_PINPOINT, PART_PINPOINT },
  { "L54", DT_CITATION_PARTY_SHAPE, PART_NUMBER },
  { "L54", DT_CITATION_STATE_SHAPE, PART_NUMBER },
  { "L55", DT_CITATION_LETTER_SYMBOL, PART_NUMBER },
  { "V01", DT_CITATION_TYPE_CONFLICT, PART_HEAD },
  { "V02", DT_CITATION_ISSUER_CONFLICT, PART_ISSUER },
  { "V03", DT_CITATION_EXTRA_YEAR, PART_NUMBER },
  { "V03", DT_CITATION_MISSING_YEAR, PART_NUMBER },
  { "V04", DT_CITATION_ISSUER_SHORT, PART_ISSUER },
  { "V05", DT_CITATION_ABBREVIATION, PART_ALL },
};

static DtCitationSpan
get_part (const DtCitation *citation,
          Part part)
{
  DtCitationSpan span = citation->span;

  switch (part)
    {
    case PART_NUMBER:
      span = citation->number_span;
      break;
    case PART_DATE:
      span = citation->date_span;
      break;
    case PART_ISSUER:
      span = citation->issuer_span;
      break;
    case PART_PINPOINT:
      span = citation->pinpoint_span;
      break;
    case PART_HEAD:
      span.end = citation->number_span.end;
      break;
    case PART_ALL:
    default:
      break;
    }

  return span.end > span.start ? span : citation->span;
}

static void
tell (DtCheck *check,
      const DtCheckText *text,
      guint index,
      DtCitationProblemCode code,
      Part part)
{
  DtCitationSpan span = get_part (dt_citations_get (text->citations, index), part);
  g_autofree char *right = dt_citations_dup_suggestion (text->citations, index, code);
  /* What takes the place of the whole citation would drop the rest of it; such an answer is words only. */
  gboolean replaces = part != PART_ALL && code != DT_CITATION_TYPE_CONFLICT;
  DtAnswer answer = {
    .text = text,
    .start = span.start,
    .end = span.end,
    .replacement = replaces ? right : NULL,
    .suggestion = replaces ? NULL : right,
    .allowed = right,
    .note = dt_citation_problem_get_severity (code) == DT_SEVERITY_NOTE,
    .warning = dt_citation_problem_get_severity (code) == DT_SEVERITY_WARNING,
  };

  dt_check_add (check, &answer, "%s", dt_citation_problem_get_message (code));
}

static void
check_shape (DtCheck *check,
             const DtCheckText *text)
{
  const char *rule = check->rule->id;
  guint n = text->citations != NULL ? dt_citations_get_n (text->citations) : 0;

  for (guint i = 0; i < n; i++)
    {
      guint32 problems = dt_citations_get (text->citations, i)->problems;

      for (guint k = 0; problems != 0 && k < G_N_ELEMENTS (shapes); k++)
        if ((problems & (1u << shapes[k].code)) != 0 && strcmp (shapes[k].rule, rule) == 0)
          {
            /* One answer a citation: what is right is the same for all of them. */
            tell (check, text, i, shapes[k].code, shapes[k].part);
            break;
          }
    }
}

static const DtRuleCode codes[] = {
  { "L38", DT_SCOPE_TEXT, 0, check_shape },
  { "L43", DT_SCOPE_TEXT, 0, check_shape },
  { "L44", DT_SCOPE_TEXT, 0, check_shape },
  { "L47", DT_SCOPE_TEXT, 0, check_shape },
  { "L53", DT_SCOPE_TEXT, 0, check_shape },
  { "L54", DT_SCOPE_TEXT, 0, check_shape },
  { "L55", DT_SCOPE_TEXT, 0, check_shape },
  { "V01", DT_SCOPE_TEXT, 0, check_shape },
  { "V02", DT_SCOPE_TEXT, 0, check_shape },
  { "V03", DT_SCOPE_TEXT, 0, check_shape },
  { "V04", DT_SCOPE_TEXT, 0, check_shape },
  { "V05", DT_SCOPE_TEXT, 0, check_shape },
};

DT_RULE_FAMILY (dt_rules_citation_shape, codes);
