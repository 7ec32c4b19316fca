/* dt-check-mentions-private.h - every place where the plan names a legal document
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog-validity.h"
#include "catalog/dt-cite.h"
#include "check/dt-check-private.h"

G_BEGIN_DECLS

/**
 * DtMention:
 * @text: where
 * @start: first byte in the plain text
 * @end: byte behind the last, the subject (trích yếu) included
 * @number: canonical number, or the number of the entry; "" for a law named without
 * @type: (nullable): type of the document
 * @issuer: (nullable): body that issued it, as written
 * @date: as written; parts may be 0
 * @document: (nullable): the one entry of the catalogue that it can only be; lives as long as the catalogue
 * @mark: (nullable): of what stands in double brackets
 * @citation: (nullable): of what is typed in words
 * @index: which of the text's citations
 * @has_subject: whether the subject is said
 *
 * A mention of a legal document (viện dẫn), in reading order.
 */
typedef struct
{
  const DtCheckText *text;
  gsize start;
  gsize end;
  char *number;
  const char *type;
  char *issuer;
  DtDate date;
  const DtDocument *document;
  DtCiteMark *mark;
  const DtCitation *citation;
  guint index;
  gboolean has_subject;
} DtMention;

/* Those of one text, for dt-check.c, which keeps them with it: (element-type DtMention), owning what they hold. */
GArray *dt_check_list_text_mentions (const DtCheck *check,
                                     const DtCheckText *text) G_GNUC_WARN_UNUSED_RESULT;
/* Those of the plan; gathered once in a run. */
const DtMention *const *dt_check_get_mentions (const DtCheck *check,
                                               guint *n_mentions);
/* Where the document of mention @index is named first: @index itself, or less. */
guint dt_check_find_first_mention (const DtCheck *check,
                                   guint index);

/* Whether date, body and subject are all there. */
gboolean dt_mention_is_full (const DtMention *self);
/* Whether both name the same document, as far as one can tell. */
gboolean dt_mention_is_same (const DtMention *self,
                             const DtMention *other);
/* "Nghị quyết số 76/NQ-CP" */
char *dt_mention_dup_short (const DtMention *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
