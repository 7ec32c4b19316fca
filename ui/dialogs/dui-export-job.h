/* dui-export-job.h - writes the file of a plan in a thread
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/dui-document.h"

G_BEGIN_DECLS

/**
 * DuiExportFormat:
 * @DUI_EXPORT_PDF: the pages
 * @DUI_EXPORT_ODT: a document that LibreOffice Writer and Word open
 * @DUI_EXPORT_TEXT: words alone
 * @DUI_EXPORT_SLIP: the slip of the check (phiếu kiểm tra), as PDF
 *
 * What is written.
 */
typedef enum
{
  DUI_EXPORT_PDF,
  DUI_EXPORT_ODT,
  DUI_EXPORT_TEXT,
  DUI_EXPORT_SLIP,
  DUI_N_EXPORT_FORMATS
} DuiExportFormat;

/* "pdf", as the settings know it. */
const char *dui_export_format_to_string (DuiExportFormat format);
DuiExportFormat dui_export_format_from_string (const char *name);
const char *dui_export_format_get_suffix (DuiExportFormat format);
char *dui_export_format_make_name (DuiExportFormat format,
                                   DtPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

/* Begins to write the plan of now. The file is there complete, or as it was before. */
GTask *dui_export_start (DuiDocument *document,
                         DuiExportFormat format,
                         GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;
/* How much is done, from 0 to 1. */
double dui_export_get_progress (GTask *task);
gboolean dui_export_finish (GAsyncResult *result,
                            GError **error);

G_END_DECLS
