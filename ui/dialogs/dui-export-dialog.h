/* dui-export-dialog.h - asks what to write and where, and writes it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dialogs/dui-export-job.h"

G_BEGIN_DECLS

#define DUI_TYPE_EXPORT_DIALOG (dui_export_dialog_get_type ())

/**
 * DuiExportDialog:
 *
 * Remembers what was chosen. Its signal "exported" (GFile *file) tells that
 * the file is there; the dialog is gone then.
 */
G_DECLARE_FINAL_TYPE (DuiExportDialog, dui_export_dialog, DUI, EXPORT_DIALOG, AdwWindow)

GtkWidget *dui_export_dialog_new (GtkWindow *parent,
                                  DuiDocument *document) G_GNUC_WARN_UNUSED_RESULT;
DuiExportFormat dui_export_dialog_get_format (DuiExportDialog *self);
void dui_export_dialog_set_format (DuiExportDialog *self,
                                   DuiExportFormat format);
/* Writes to @file what is chosen, as after the question where to. */
void dui_export_dialog_write (DuiExportDialog *self,
                              GFile *file);
/* What went wrong, or NULL. */
const char *dui_export_dialog_get_problem (DuiExportDialog *self);

G_END_DECLS
