/* dt-citation.h - finds the documents that a text cites
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/dt-diagnostic.h"
#include "text/dt-date.h"

G_BEGIN_DECLS

#define DT_TYPE_CITATIONS (dt_citations_get_type ())

/* What a text cites: immutable and reference counted, with its own copy of the text. */
typedef struct _DtCitations DtCitations;

/**
 * DtCitationClass:
 * @DT_CITATION_QPPL: with a year: `118/2025/NĐ-CP`
 * @DT_CITATION_LAW: of the National Assembly or its Standing Committee: `72/2025/QH15`
 * @DT_CITATION_STATE: type and body: `20/KH-UBND`
 * @DT_CITATION_LETTER: a letter (công văn), body and unit: `12/UBND-VX`
 * @DT_CITATION_PARTY: the Party's form: `62-KL/TW`
 * @DT_CITATION_UNION: the Front and the unions: `207/QĐ-MTTW-BTT`
 * @DT_CITATION_CONSOLIDATED: a consolidated text (văn bản hợp nhất): `67/VBHN-VPQH`
 * @DT_CITATION_NAMED_LAW: a law by its name and date or year, without a number
 *
 * Which of the systems of numbering a citation follows.
 */
typedef enum
{
  DT_CITATION_QPPL,
  DT_CITATION_LAW,
  DT_CITATION_STATE,
  DT_CITATION_LETTER,
  DT_CITATION_PARTY,
  DT_CITATION_UNION,
  DT_CITATION_CONSOLIDATED,
  DT_CITATION_NAMED_LAW,
} DtCitationClass;

/**
 * DtCitationProblemCode:
 * @DT_CITATION_MISSING_SO: `số` is not there: `Nghị định 30/2020/NĐ-CP`
 * @DT_CITATION_D_MARK: D written for Đ: `30/2020/ND-CP`
 * @DT_CITATION_LOOKALIKE: a letter of another alphabet for Đ
 * @DT_CITATION_LETTER_CASE: small or capital letters: `30/2020/nđ-cp`, `TTR`
 * @DT_CITATION_DASH: another dash than the hyphen: `20/KH–UBND`
 * @DT_CITATION_BLANKS: blanks or a line break inside: `20 / KH - UBND`
 * @DT_CITATION_SEPARATOR: a wrong, missing or additional mark: `20/KH/UBND`, `NĐCP`
 * @DT_CITATION_FOOTNOTE: the number of a footnote, or a word, at the end: `NĐ-CP1`
 * @DT_CITATION_PARTY_SHAPE: a Party number in another form: `03/NQ-TU`
 * @DT_CITATION_STATE_SHAPE: a state number in the Party's form: `20-KH/UBND`
 * @DT_CITATION_PADDING: a number below ten without zero: `5/KH-UBND`
 * @DT_CITATION_EXTRA_YEAR: a year where that type has none: `20/2026/KH-UBND`
 * @DT_CITATION_MISSING_YEAR: no year where that type has one: `233/NĐ-CP`
 * @DT_CITATION_TRUNCATED: the symbol names no body: `118/2025/NĐ`
 * @DT_CITATION_LETTER_SYMBOL: `CV` in the symbol of a letter: `120/CV-UBND`
 * @DT_CITATION_DATE_FORM: a date not padded as the decree says: `05/03/2020`
 * @DT_CITATION_DATE_INVALID: a day that does not exist
 * @DT_CITATION_ISSUER_SHORT: the body as in the symbol: `của CP`, `của TTg`
 * @DT_CITATION_ABBREVIATION: `V/v` inside a citation
 * @DT_CITATION_INCOMPLETE: a date, and neither body nor subject
 * @DT_CITATION_REPEATED: all data again, after they were given before
 * @DT_CITATION_PINPOINT: capitals, commas or order of `khoản 1 Điều 5`
 * @DT_CITATION_YEAR_CONFLICT: the year in the number is not that of the date
 * @DT_CITATION_TERM_CONFLICT: the year does not fall in the term: `72/2025/QH16`
 * @DT_CITATION_TYPE_CONFLICT: the type is not that of the symbol
 * @DT_CITATION_ISSUER_CONFLICT: the body is not that of the symbol
 * @DT_CITATION_DATE_CONFLICT: the same number with another date before
 *
 * What is wrong with a citation (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3, II.6).
 */
typedef enum
{
  DT_CITATION_MISSING_SO,
  DT_CITATION_D_MARK,
  DT_CITATION_LOOKALIKE,
  DT_CITATION_LETTER_CASE,
  DT_CITATION_DASH,
  DT_CITATION_BLANKS,
  DT_CITATION_SEPARATOR,
  DT_CITATION_FOOTNOTE,
  DT_CITATION_PARTY_SHAPE,
  DT_CITATION_STATE_SHAPE,
  DT_CITATION_PADDING,
  DT_CITATION_EXTRA_YEAR,
  DT_CITATION_MISSING_YEAR,
  DT_CITATION_TRUNCATED,
  DT_CITATION_LETTER_SYMBOL,
  DT_CITATION_DATE_FORM,
  DT_CITATION_DATE_INVALID,
  DT_CITATION_ISSUER_SHORT,
  DT_CITATION_ABBREVIATION,
  DT_CITATION_INCOMPLETE,
  DT_CITATION_REPEATED,
  DT_CITATION_PINPOINT,
  DT_CITATION_YEAR_CONFLICT,
  DT_CITATION_TERM_CONFLICT,
  DT_CITATION_TYPE_CONFLICT,
  DT_CITATION_ISSUER_CONFLICT,
  DT_CITATION_DATE_CONFLICT,
  DT_CITATION_N_PROBLEMS,
} DtCitationProblemCode;

/**
 * DtCitationSpan:
 * @start: offset of the first byte
 * @end: offset behind the last byte; equal to @start where there is nothing
 *
 * A part of the text, in bytes.
 */
typedef struct
{
  guint32 start;
  guint32 end;
} DtCitationSpan;

/**
 * DtCitation:
 * @span: from the type (or `số`, or the number) to the end of number, date and body
 * @number_span: the number and symbol as written; empty for a named law
 * @date_span: the date as written, from `ngày`
 * @issuer_span: the body (cơ quan ban hành); before the type's number or behind
 *   it, or behind the last of a group
 * @subject_span: the subject (trích yếu), or the name of a law
 * @pinpoint_span: `điểm a khoản 2 Điều 5` before the type
 * @type: (nullable): the type (tên loại văn bản), `Nghị định`
 * @number: (nullable): the canonical number and symbol
 * @date: the date; of a law cited by its year only the year is known
 * @klass: the system of numbering
 * @group: which group of citations under one type word this belongs to, from 1,
 *   0 when it stands alone
 * @problems: a bit for each DtCitationProblemCode
 *
 * A citation. The strings belong to the DtCitations.
 */
typedef struct
{
  DtCitationSpan span;
  DtCitationSpan number_span;
  DtCitationSpan date_span;
  DtCitationSpan issuer_span;
  DtCitationSpan subject_span;
  DtCitationSpan pinpoint_span;
  const char *type;
  const char *number;
  DtDate date;
  guint8 klass;
  guint32 group;
  guint32 problems;
} DtCitation;

GType dt_citations_get_type (void);

DtCitations *dt_citations_find (const char *text,
                                gssize length) G_GNUC_WARN_UNUSED_RESULT;
DtCitations *dt_citations_ref (DtCitations *self);
void dt_citations_unref (DtCitations *self);

guint dt_citations_get_n (const DtCitations *self);
const DtCitation *dt_citations_get (const DtCitations *self,
                                    guint index);
/* Composed, with single blanks for runs of blanks and line breaks; NULL when there is none. */
char *dt_citations_dup_span (const DtCitations *self,
                             DtCitationSpan span) G_GNUC_WARN_UNUSED_RESULT;
char *dt_citations_dup_issuer (const DtCitations *self,
                               guint index) G_GNUC_WARN_UNUSED_RESULT;
char *dt_citations_dup_subject (const DtCitations *self,
                                guint index) G_GNUC_WARN_UNUSED_RESULT;
char *dt_citations_dup_pinpoint (const DtCitations *self,
                                 guint index) G_GNUC_WARN_UNUSED_RESULT;
char *dt_citations_dup_suggestion (const DtCitations *self,
                                   guint index,
                                   DtCitationProblemCode code) G_GNUC_WARN_UNUSED_RESULT;

const char *dt_citation_class_get_name (DtCitationClass klass);
const char *dt_citation_problem_get_name (DtCitationProblemCode code);
DtSeverity dt_citation_problem_get_severity (DtCitationProblemCode code);
const char *dt_citation_problem_get_message (DtCitationProblemCode code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtCitations, dt_citations_unref)

G_END_DECLS
