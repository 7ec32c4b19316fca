/* dt-cli-catalog-private.h - what the commands of the catalogue share
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog-validity.h"
#include "cli/dt-cli-private.h"

G_BEGIN_DECLS

/* What a file of documents is written in. */
typedef enum
{
  DT_CLI_LIST_XML,
  DT_CLI_LIST_CSV,
  DT_CLI_LIST_TSV,
  DT_CLI_LIST_JSON,
  DT_CLI_LIST_TEXT, /* any text that cites */
} DtCliList;

/* dt-cli-catalog-list.c */

/* The catalogue of all packs; what could not be read is printed. */
DtCatalog *dt_cli_open_catalog (void) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE after a complaint; NULL is today. */
gboolean dt_cli_parse_on (const DtCliCommand *command,
                          const char *text,
                          DtDate *on);
/* FALSE after a complaint; NULL is what the name of the file ends with, or @usual. */
gboolean dt_cli_parse_list (const DtCliCommand *command,
                            const char *format,
                            const char *path,
                            DtCliList usual,
                            DtCliList *list);
/* The documents on standard output, each with its validity on that day. */
gboolean dt_cli_print_documents (const DtCatalog *catalog,
                                 const DtDocument *const *documents,
                                 guint n_documents,
                                 DtDate on,
                                 gboolean json,
                                 GError **error);
GPtrArray *dt_cli_read_documents (const char *path,
                                  DtCliList list,
                                  GPtrArray *diagnostics,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *dt_cli_write_documents (DtDocument *const *documents,
                                guint n_documents,
                                DtCliList list) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
