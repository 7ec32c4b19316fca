/* dt-document-private.h - what entries are made with
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-document-pool-private.h"
#include "catalog/dt-document.h"

G_BEGIN_DECLS

/* Whether @text is composed and has single blanks between words and nothing
 * invisible; some texts that are get FALSE too. */
gboolean dt_document_text_is_tidy (const char *text,
                                   gsize length);
/* The tidy form, or NULL when @text is not UTF-8. */
char *dt_document_tidy_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* As dt_document_new(), in the memory of @pool if that is not NULL. */
DtDocument *dt_document_new_in (DtDocumentPool *pool,
                                const DtDocumentFields *fields,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* dt_table_hash() of the id. */
guint32 dt_document_get_id_hash (const DtDocument *self);

G_END_DECLS
