/* dt-import.h - old plans, pasted or taken out of a PDF, made into plans
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog.h"
#include "model/dt-plan.h"

G_BEGIN_DECLS

#define DT_IMPORT_ERROR (dt_import_error_quark ())

/* The largest text that is imported, in bytes. */
#define DT_IMPORT_CAP ((gsize) 16 * 1024 * 1024)

/* The entry of our ODT files that holds the plan they were made from. */
#define DT_IMPORT_ODT_ENTRY "duthao/plan.xml"

/**
 * DtImportError:
 * @DT_IMPORT_ERROR_ENCODING: neither UTF-8 nor UTF-16 with a byte order mark
 * @DT_IMPORT_ERROR_TOO_LARGE: more than %DT_IMPORT_CAP bytes
 * @DT_IMPORT_ERROR_FOREIGN: a package that this program did not make
 * @DT_IMPORT_ERROR_EMPTY: there is no text in it
 */
typedef enum
{
  DT_IMPORT_ERROR_ENCODING,
  DT_IMPORT_ERROR_TOO_LARGE,
  DT_IMPORT_ERROR_FOREIGN,
  DT_IMPORT_ERROR_EMPTY,
} DtImportError;

GQuark dt_import_error_quark (void);

/* Plain text or Markdown (when @name ends in .md or .markdown). The codes that @diagnostics
 * (nullable) takes are the table of dt-import-report.c. */
DtPlan *dt_import_text (GBytes *text,
                        const char *name,
                        GPtrArray *diagnostics,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Looks at the content: a plan file, an ODT of ours, or text, whose citations become marks where
 * @catalog (nullable) prints them back word for word. */
DtPlan *dt_import_bytes (GBytes *bytes,
                         const char *name,
                         DtCatalog *catalog,
                         GPtrArray *diagnostics,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @path: a file, or "-" for standard input. */
DtPlan *dt_import (const char *path,
                   DtCatalog *catalog,
                   GPtrArray *diagnostics,
                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
