/* dui-text-change.h - changes of shown texts that leave caret and eye where they are
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* In what two texts differ: from *@start on, but for the last *@tail bytes; both at characters. */
void dui_text_find_difference (const char *a,
                               const char *b,
                               gsize *start,
                               gsize *tail);

/* Makes @after of the @before that is shown, changing no more than what differs. That cannot be undone in the
 * widget: the document has the history. @end (out) and the position returned lie behind what is new. */
void dui_text_buffer_change (GtkTextBuffer *buffer,
                             const char *before,
                             const char *after,
                             GtkTextIter *end);
int dui_editable_change (GtkEditable *editable,
                         const char *before,
                         const char *after);

G_END_DECLS
