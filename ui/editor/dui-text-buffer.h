/* dui-text-buffer.h - places in a text buffer counted in bytes, and small changes to it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "editor/dui-text-edit.h"

G_BEGIN_DECLS

char *dui_text_buffer_dup_text (GtkTextBuffer *buffer) G_GNUC_WARN_UNUSED_RESULT;
gsize dui_text_iter_get_byte (const GtkTextIter *iter);
/* The last place where @byte lies behind the end; before its character where it lies inside one. */
void dui_text_buffer_get_iter_at_byte (GtkTextBuffer *buffer,
                                       GtkTextIter *iter,
                                       gsize byte);
/* Makes @text the text with the smallest change, so that caret and marks stay where they are. */
void dui_text_buffer_refill (GtkTextBuffer *buffer,
                             const char *text);
void dui_text_buffer_apply (GtkTextBuffer *buffer,
                            const DuiTextChange *change);

G_END_DECLS
