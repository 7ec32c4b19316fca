/* dt-cite.h - how a document is cited in a text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-document.h"

G_BEGIN_DECLS

/**
 * DtCiteForm:
 * @DT_CITE_AUTO: in full at the first mention, short at later ones
 * @DT_CITE_FULL: in full
 * @DT_CITE_SHORT: type and number
 */
typedef enum
{
  DT_CITE_AUTO,
  DT_CITE_FULL,
  DT_CITE_SHORT,
} DtCiteForm;

/**
 * DtCiteMark:
 * @number: number and symbol, or the name of a law
 * @date: `@2021-07-15` where the number alone is ambiguous; parts not given are 0
 * @form: `|full`, `|short`
 * @pinpoint: `#điểm a khoản 2 Điều 5`, smallest part first; empty where there is none
 *
 * What stands between `[[` and `]]`.
 */
typedef struct
{
  char *number;
  DtDate date;
  DtCiteForm form;
  char *pinpoint;
} DtCiteMark;

/**
 * DtCiteStart:
 * @DT_CITE_START_TYPE: with the type: `Nghị quyết số 76/NQ-CP`
 * @DT_CITE_START_SO: the type was typed: `số 76/NQ-CP`
 * @DT_CITE_START_NUMBER: the type and `số` were typed: `76/NQ-CP`
 *
 * Where a printed citation starts.
 */
typedef enum
{
  DT_CITE_START_TYPE,
  DT_CITE_START_SO,
  DT_CITE_START_NUMBER,
} DtCiteStart;

/* The marks of one pair of brackets, one or more separated by semicolons. Always at least one. */
GPtrArray *dt_cite_marks_parse (const char *typed) G_GNUC_WARN_UNUSED_RESULT;
void dt_cite_mark_free (DtCiteMark *self);
/* What a mark prints as while no catalogue knows it: number and pinpoint as typed. */
char *dt_cite_mark_to_text (const DtCiteMark *self) G_GNUC_WARN_UNUSED_RESULT;

/* Where the citation has to start so that nothing typed before it is said twice. */
DtCiteStart dt_cite_find_start (const char *before,
                                const DtDocumentFields *document);
char *dt_cite_format (const DtDocumentFields *document,
                      const char *pinpoint,
                      DtCiteStart start,
                      gboolean full,
                      gboolean basis) G_GNUC_WARN_UNUSED_RESULT;
/* Several documents of one type under one word: "các Quyết định: số 1/QĐ-A …; số 2/QĐ-A …". */
char *dt_cite_format_group (const DtDocumentFields *const *documents,
                            const gboolean *full,
                            guint n_documents,
                            gboolean basis) G_GNUC_WARN_UNUSED_RESULT;
gboolean dt_cite_is_law (const DtDocumentFields *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtCiteMark, dt_cite_mark_free)

G_END_DECLS
