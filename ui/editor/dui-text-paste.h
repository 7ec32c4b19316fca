/* dui-text-paste.h - what is pasted from other programs becomes notation
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @text: what to put in, in our notation. */
typedef void (*DuiPasteFunc) (const char *text,
                              gpointer user_data);

/* Reads the clipboard and gives @function its text in our notation, without formatting if @plain.
 * @function is not called when there is no text, or after @cancellable is cancelled. */
void dui_text_paste (GdkClipboard *clipboard,
                     gboolean plain,
                     GCancellable *cancellable,
                     DuiPasteFunc function,
                     gpointer user_data);
/* The same of plain text: clean, cells between tabulators as a table unless @plain. */
char *dui_text_paste_convert (const char *text,
                              gboolean plain) G_GNUC_WARN_UNUSED_RESULT;
/* @fragment as it fits behind @before on its line: tables begin a line, markers are not said twice. */
char *dui_text_paste_fit (const char *before,
                          const char *after,
                          const char *fragment) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
