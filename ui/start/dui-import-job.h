/* dui-import-job.h - reading a text in a thread
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/dui-engine.h"
#include "model/dt-plan.h"

G_BEGIN_DECLS

/**
 * DuiImported:
 * @plan: the plan
 * @text: what it was read from, or what it says where it was no text
 * @is_text: whether it was a text, which can be changed and read again
 * @markdown: whether it is Markdown
 * @labels: (element-type utf8): see dui_import_parts_list()
 * @diagnostics: (element-type DtDiagnostic): what was repaired
 *
 * What an import gives.
 */
typedef struct
{
  DtPlan *plan;
  char *text;
  gboolean is_text;
  gboolean markdown;
  GPtrArray *labels;
  GPtrArray *diagnostics;
} DuiImported;

void dui_imported_free (DuiImported *self);

/* Reads @path, or @text where that is %NULL. */
void dui_import_run_async (DuiEngine *engine,
                           const char *path,
                           const char *text,
                           gboolean markdown,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
DuiImported *dui_import_run_finish (GAsyncResult *result,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiImported, dui_imported_free)

G_END_DECLS
