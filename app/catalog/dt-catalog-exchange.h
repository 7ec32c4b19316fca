/* dt-catalog-exchange.h - documents from and for other programs: CSV, TSV, JSON
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/dt-diagnostic.h"
#include "catalog/dt-document.h"

G_BEGIN_DECLS

#define DT_EXCHANGE_ERROR (dt_exchange_error_quark ())

/**
 * DtExchangeError:
 * @DT_EXCHANGE_ERROR_SYNTAX: not what it should be: an open quotation mark, no JSON
 * @DT_EXCHANGE_ERROR_ENCODING: not UTF-8
 * @DT_EXCHANGE_ERROR_CONTENT: no columns or members of ours
 */
typedef enum
{
  DT_EXCHANGE_ERROR_SYNTAX,
  DT_EXCHANGE_ERROR_ENCODING,
  DT_EXCHANGE_ERROR_CONTENT,
} DtExchangeError;

GQuark dt_exchange_error_quark (void);

/* A list of documents is a GPtrArray that owns its elements, in the order of
 * the file. A row that makes no document is reported and left out. */
GPtrArray *dt_catalog_csv_read (GBytes *bytes,
                                const char *name,
                                GPtrArray *diagnostics,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *dt_catalog_csv_write (DtDocument *const *documents,
                              guint n_documents,
                              char separator) G_GNUC_WARN_UNUSED_RESULT;

GPtrArray *dt_catalog_json_read (GBytes *bytes,
                                 const char *name,
                                 GPtrArray *diagnostics,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *dt_catalog_json_write (DtDocument *const *documents,
                               guint n_documents) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
