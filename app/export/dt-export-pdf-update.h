/* dt-export-pdf-update.h - what Cairo cannot say of a PDF, appended to it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One entry of the document information beside those Cairo knows; both strings live as long as the call. */
typedef struct
{
  const char *key; /* a PDF name of ASCII letters */
  const char *value;
} DtPdfField;

/* Appends an incremental update (ISO 32000-1, 7.5.6) with the language, the wish that viewers
 * show the title, an identifier made from the content, and @fields. FALSE, with @pdf
 * untouched, where the file is not built as expected. */
gboolean dt_pdf_update_append (GByteArray *pdf,
                               const char *language,
                               const DtPdfField *fields,
                               guint n_fields) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
