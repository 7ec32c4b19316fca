/* dui-document-file.h - reading and saving the file of a document
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/dui-document.h"

G_BEGIN_DECLS

/* Reads @file in a thread. */
void dui_document_load_async (DuiEngine *engine,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
DuiDocument *dui_document_load_finish (GAsyncResult *result,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same, at once. */
DuiDocument *dui_document_load (DuiEngine *engine,
                                GFile *file,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Saves the plan of now in a thread, to @file or, if that is NULL, to its own. Fails with
 * %DT_SAVE_ERROR_CONFLICT where the file was changed outside, unless @overwrite. What is changed
 * while it goes on stays unsaved. */
void dui_document_save_async (DuiDocument *self,
                              GFile *file,
                              gboolean overwrite,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean dui_document_save_finish (DuiDocument *self,
                                   GAsyncResult *result,
                                   GError **error);

/* The file is no longer what was read or saved. */
gboolean dui_document_is_changed_outside (DuiDocument *self);
/* The same, but once only for each change. */
gboolean dui_document_notice_outside (DuiDocument *self);
/* Takes over what is in the file, as a step that can be undone. */
gboolean dui_document_reload (DuiDocument *self,
                              GError **error);

G_END_DECLS
