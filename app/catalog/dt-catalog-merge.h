/* dt-catalog-merge.h - one document from several entries about it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/dt-diagnostic.h"
#include "catalog/dt-document.h"

G_BEGIN_DECLS

/**
 * DtDifference:
 *
 * In what two entries about one document disagree.
 */
typedef enum
{
  DT_DIFFERENCE_NUMBER = 1 << 0,
  DT_DIFFERENCE_TYPE = 1 << 1,
  DT_DIFFERENCE_ISSUER = 1 << 2,
  DT_DIFFERENCE_DATE = 1 << 3,
  DT_DIFFERENCE_SUBJECT = 1 << 4,
} DtDifference;

/* What both know and say differently; case, accents and blanks do not count. */
DtDifference dt_document_compare_facts (const DtDocument *self,
                                        const DtDocument *other);
/* The names of the fields, for messages: "date, subject". */
char *dt_difference_describe (DtDifference difference) G_GNUC_WARN_UNUSED_RESULT;
gboolean dt_document_is_same (const DtDocument *self,
                              const DtDocument *other);
/* SELF with what only OTHER knows. */
DtDocument *dt_document_complete (const DtDocument *self,
                                  const DtDocument *other) G_GNUC_WARN_UNUSED_RESULT;

/* A GPtrArray that owns its elements. */
GPtrArray *dt_documents_merge (DtDocument *const *documents,
                               guint n_documents,
                               GPtrArray *diagnostics) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
