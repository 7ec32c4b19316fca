/* dt-citation-problem.c - what the problems of citations are called and what they say
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-citation"

#include "config.h"

#include "catalog/dt-citation.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  DtSeverity severity;
  const char *message;
} problems[DT_CITATION_N_PROBLEMS] = {
  [DT_CITATION_MISSING_SO] = { "missing-so", DT_SEVERITY_WARNING, N_ ("“số” is missing before the number") },
  [DT_CITATION_D_MARK] = { "d-mark", DT_SEVERITY_ERROR, N_ ("the symbol has D for Đ") },
  [DT_CITATION_LOOKALIKE] = { "lookalike", DT_SEVERITY_ERROR, N_ ("the symbol has a letter that only looks like Đ") },
  [DT_CITATION_LETTER_CASE] = { "letter-case", DT_SEVERITY_ERROR, N_ ("the symbol has wrong capitals or small letters") },
  [DT_CITATION_DASH] = { "dash", DT_SEVERITY_ERROR, N_ ("the symbol has a dash for a hyphen") },
  [DT_CITATION_BLANKS] = { "blanks", DT_SEVERITY_ERROR, N_ ("the number or symbol has blanks or a line break inside") },
  [DT_CITATION_SEPARATOR] = { "separator", DT_SEVERITY_ERROR, N_ ("the number or symbol has wrong or missing marks between its parts") },
  [DT_CITATION_FOOTNOTE] = { "footnote", DT_SEVERITY_WARNING, N_ ("the symbol has the number of a footnote, or a word, at its end") },
  [DT_CITATION_PARTY_SHAPE] = { "party-shape", DT_SEVERITY_ERROR, N_ ("a number of the Party is not in the Party's form") },
  [DT_CITATION_STATE_SHAPE] = { "state-shape", DT_SEVERITY_ERROR, N_ ("a number of a state body is in the Party's form") },
  [DT_CITATION_PADDING] = { "padding", DT_SEVERITY_ERROR, N_ ("a number below 10 needs a zero before it") },
  [DT_CITATION_EXTRA_YEAR] = { "extra-year", DT_SEVERITY_ERROR, N_ ("numbers of this type have no year") },
  [DT_CITATION_MISSING_YEAR] = { "missing-year", DT_SEVERITY_WARNING, N_ ("numbers of this type have a year") },
  [DT_CITATION_TRUNCATED] = { "truncated", DT_SEVERITY_ERROR, N_ ("the symbol does not name the body") },
  [DT_CITATION_LETTER_SYMBOL] = { "letter-symbol", DT_SEVERITY_WARNING, N_ ("letters of a state body have no CV in their symbol") },
  [DT_CITATION_DATE_FORM] = { "date-form", DT_SEVERITY_WARNING, N_ ("the date needs a zero before days below 10 and before the months 1 and 2 only") },
  [DT_CITATION_DATE_INVALID] = { "date-invalid", DT_SEVERITY_ERROR, N_ ("there is no such day") },
  [DT_CITATION_ISSUER_SHORT] = { "issuer-short", DT_SEVERITY_ERROR, N_ ("the body is given by its symbol instead of its name") },
  [DT_CITATION_ABBREVIATION] = { "abbreviation", DT_SEVERITY_WARNING, N_ ("“V/v” stands for “về việc”") },
  [DT_CITATION_INCOMPLETE] = { "incomplete", DT_SEVERITY_NOTE, N_ ("the date is there, but neither the body nor the subject") },
  [DT_CITATION_REPEATED] = { "repeated", DT_SEVERITY_NOTE, N_ ("date and subject were given before; type and number are enough") },
  [DT_CITATION_PINPOINT] = { "pinpoint", DT_SEVERITY_ERROR, N_ ("the part of the document is not written from the smallest to the largest, as in “khoản 1 Điều 5”") },
  [DT_CITATION_YEAR_CONFLICT] = { "year-conflict", DT_SEVERITY_ERROR, N_ ("the year in the number is not the year of the date") },
  [DT_CITATION_TERM_CONFLICT] = { "term-conflict", DT_SEVERITY_ERROR, N_ ("the year is not in that term of the National Assembly") },
  [DT_CITATION_TYPE_CONFLICT] = { "type-conflict", DT_SEVERITY_ERROR, N_ ("the type is not the one the symbol names") },
  [DT_CITATION_ISSUER_CONFLICT] = { "issuer-conflict", DT_SEVERITY_ERROR, N_ ("the body is not the one the symbol names") },
  [DT_CITATION_DATE_CONFLICT] = { "date-conflict", DT_SEVERITY_ERROR, N_ ("this number was given with another date before") },
};

/**
 * dt_citation_class_get_name:
 * @klass: a class
 *
 * Returns: its name in JSON
 */
const char *
dt_citation_class_get_name (DtCitationClass klass)
{
  static const char *const names[] = { "qppl", "law", "state", "letter", "party", "union", "consolidated", "named-law" };

  g_return_val_if_fail (klass < G_N_ELEMENTS (names), NULL);

  return names[klass];
}

/**
 * dt_citation_problem_get_name:
 * @code: a problem
 *
 * Returns: its name in JSON
 */
const char *
dt_citation_problem_get_name (DtCitationProblemCode code)
{
  g_return_val_if_fail (code < DT_CITATION_N_PROBLEMS, NULL);

  return problems[code].name;
}

/**
 * dt_citation_problem_get_severity:
 * @code: a problem
 *
 * Returns: how bad it is
 */
DtSeverity
dt_citation_problem_get_severity (DtCitationProblemCode code)
{
  g_return_val_if_fail (code < DT_CITATION_N_PROBLEMS, DT_SEVERITY_NOTE);

  return problems[code].severity;
}

/**
 * dt_citation_problem_get_message:
 * @code: a problem
 *
 * Returns: what to say of it
 */
const char *
dt_citation_problem_get_message (DtCitationProblemCode code)
{
  g_return_val_if_fail (code < DT_CITATION_N_PROBLEMS, NULL);

  return _ (problems[code].message);
}
