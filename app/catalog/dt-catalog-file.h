/* dt-catalog-file.h - catalogue files, read and written
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-document.h"

G_BEGIN_DECLS

#define DT_CATALOG_NAMESPACE "https://duthao.github.io/ns/catalog"
#define DT_CATALOG_VERSION "1"

/* A list of documents is a GPtrArray that owns its elements, in the order of the file. */
GPtrArray *dt_catalog_file_read (GBytes *bytes,
                                 const char *name,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *dt_catalog_file_load (const char *path,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The lines in which the documents of a file that can be read begin. */
GArray *dt_catalog_file_list_lines (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;

/* The same documents give the same bytes, in whatever order they come. */
GBytes *dt_catalog_file_write (DtDocument *const *documents,
                               guint n_documents) G_GNUC_WARN_UNUSED_RESULT;
gboolean dt_catalog_file_save (const char *path,
                               DtDocument *const *documents,
                               guint n_documents,
                               GError **error);

G_END_DECLS
