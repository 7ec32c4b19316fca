/* dt-citation-code-private.h - numbers and symbols: their shape and what they mean
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-citation-tables-private.h"
#include "catalog/dt-citation.h"

G_BEGIN_DECLS

#define DT_CITATION_MAX_PARTS 12
#define DT_CITATION_MAX_PART 24

/**
 * DtCitationPart:
 * @end: behind its last byte
 * @separator: what stands before it: `/`, `-`, `.`, a blank, or 0 for nothing
 * @text: composed, in the case of the table where it is known
 * @fold: capitals without accents
 * @type: (nullable): the type it names
 * @org: (nullable): the body it names, without the number of a term
 * @problems: what is wrong with it
 *
 * A part of a symbol.
 */
typedef struct
{
  guint32 end;
  char separator;
  char text[DT_CITATION_MAX_PART * 3 + 1];
  char fold[DT_CITATION_MAX_PART + 1];
  const DtCitationSymbol *type;
  const DtCitationSymbol *org;
  guint32 problems;
} DtCitationPart;

/**
 * DtCitationCode:
 * @start: the first digit
 * @end: behind the symbol
 * @digits_end: behind the number and the letter that belongs to it
 * @value: the number
 * @n_digits: how many digits were written
 * @year: the year in the number, or 0
 * @separator: what stands behind the number
 * @year_separator: what stands behind the year, 0 for nothing
 * @n_parts: how many parts the symbol has
 * @parts: them
 * @lower: whether the symbol is all small letters
 * @is_open: whether more of the same seems to follow
 * @problems: a bit for each DtCitationProblemCode
 *
 * A number and symbol (số, ký hiệu) by its shape alone.
 */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 digits_end;
  guint32 value;
  guint n_digits;
  guint year;
  char separator;
  char year_separator;
  guint n_parts;
  DtCitationPart parts[DT_CITATION_MAX_PARTS];
  gboolean lower;
  gboolean is_open;
  guint32 problems;
} DtCitationCode;

/**
 * DtCitationContext:
 * @start: where the citation begins: the type, or `số`, or the number
 * @type: (nullable): the type before the number
 * @has_so: whether `số` stands before it
 * @is_form: whether it is the number of a form, a table or an annex
 * @is_standard: whether it is that of a standard
 * @continues: whether a citation stands just before it
 *
 * What stands before a number.
 */
typedef struct
{
  guint32 start;
  const DtCitationType *type;
  gboolean has_so;
  gboolean is_form;
  gboolean is_standard;
  gboolean continues;
} DtCitationContext;

gboolean dt_citation_scan_code (const DtCitationText *text,
                                guint32 pos,
                                DtCitationCode *code);
void dt_citation_read_context (const DtCitationText *text,
                               guint32 pos,
                               DtCitationContext *context);
/* Whether @code is the number of a document; then @number is its canonical form. */
gboolean dt_citation_judge_code (const DtCitationText *text,
                                 DtCitationCode *code,
                                 const DtCitationContext *context,
                                 GString *number,
                                 DtCitationClass *klass);
gboolean dt_citation_code_is_law (const DtCitationCode *code);
/* The type that the symbol itself names. */
const char *dt_citation_code_get_type (const DtCitationCode *code);

static inline guint32
dt_citation_bit (DtCitationProblemCode code)
{
  return 1u << code;
}

G_END_DECLS
