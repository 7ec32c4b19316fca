/* dt-citation-find-private.h - the steps of finding citations
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-citation-code-private.h"

G_BEGIN_DECLS

/**
 * DtCitationCore:
 * @c: what is known by now
 * @year: the year in the number, or 0
 * @limit: where what belongs to it ends at the latest
 * @has_type: whether the type stands before its number
 * @is_first: whether it begins a sentence or a line
 * @is_dead: whether another citation took what made it one
 *
 * A citation while it is found.
 */
typedef struct
{
  DtCitation c;
  guint year;
  guint32 limit;
  gboolean has_type;
  gboolean is_dead;
} DtCitationCore;

/**
 * DtCitationFinder:
 * @text: what is looked through
 * @cores: (element-type DtCitationCore): the citations, in their order
 * @strings: the numbers
 */
typedef struct
{
  DtCitationText text;
  GArray *cores;
  GStringChunk *strings;
} DtCitationFinder;

static inline DtCitationCore *
dt_citation_core (const DtCitationFinder *finder,
                  guint index)
{
  return &g_array_index (finder->cores, DtCitationCore, index);
}

static inline gboolean
dt_citation_has (DtCitationSpan span)
{
  return span.end > span.start;
}

/* dt-citation-date.c: a date at @pos; @problems are added to. */
gboolean dt_citation_scan_date (const DtCitationText *text,
                                guint32 pos,
                                DtDate *date,
                                DtCitationSpan *span,
                                guint32 *problems);

/* dt-citation-law.c */

/**
 * DtCitationLaw:
 * @type: the type
 * @start: of the type
 * @name: the name
 * @number: where its number begins, or 0
 * @end: behind the date or the year, or where looking stopped
 * @date: the date, or only the year
 * @date_span: it
 * @problems: of the date
 *
 * A law by its name.
 */
typedef struct
{
  const char *type;
  guint32 start;
  DtCitationSpan name;
  guint32 number;
  guint32 end;
  DtDate date;
  DtCitationSpan date_span;
  guint32 problems;
} DtCitationLaw;

gboolean dt_citation_scan_law (const DtCitationText *text,
                               guint32 pos,
                               DtCitationLaw *law);

/* dt-citation-issuer.c: the bodies that begin at @pos, none of them behind @limit. */
gboolean dt_citation_scan_issuer (const DtCitationText *text,
                                  guint32 pos,
                                  guint32 limit,
                                  DtCitationSpan *span);
/* Whether one of the bodies in @span is in the symbol of @number; TRUE when that is not known. */
gboolean dt_citation_issuer_agrees (const DtCitationText *text,
                                    DtCitationSpan span,
                                    const char *number);

/* dt-citation-pinpoint.c: what stands before @pos; whether it is written as it should be. */
gboolean dt_citation_scan_pinpoint (const DtCitationText *text,
                                    guint32 pos,
                                    DtCitationSpan *span,
                                    gboolean *is_right);
char *dt_citation_write_pinpoint (const DtCitationText *text,
                                  DtCitationSpan span) G_GNUC_WARN_UNUSED_RESULT;

/* dt-citation-tail.c: date, body and subject of the citation @index. */
void dt_citation_read_tail (DtCitationFinder *finder,
                            guint index);
/* dt-citation-group.c: types and bodies that stand once for several numbers. */
void dt_citation_group (DtCitationFinder *finder);
/* dt-citation-check.c: what disagrees. */
void dt_citation_check (DtCitationFinder *finder);
char *dt_citation_suggest (const DtCitationText *text,
                           const DtCitation *citation,
                           DtCitationProblemCode code) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
