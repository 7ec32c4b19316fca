/* dt-import-html.h - what is pasted from word processors, the web and tables
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/dt-import.h"

G_BEGIN_DECLS

/* Body text in our notation from a piece of HTML; @diagnostics (nullable) is told what has no
 * notation: "html-picture". The text of the piece is never left out. */
char *dt_import_html_fragment (GBytes *html,
                               GPtrArray *diagnostics,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Plain text made clean: composed, without what cannot be seen, with our letters and blanks. */
char *dt_import_clean_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @text is what spreadsheets give: lines with as many tabulators each. */
gboolean dt_import_is_tsv (const char *text);
/* A table in our notation of cells between tabulators. */
char *dt_import_tsv_fragment (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* The same cells: rows of GStrv; %NULL terminated lists in a GPtrArray. */
GPtrArray *dt_import_tsv_rows (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
