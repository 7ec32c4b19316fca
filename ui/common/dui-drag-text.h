/* dui-drag-text.h - what is dragged, told beside the pointer
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the beginning of @text below the pointer, clear of the line where the drop would go. */
void dui_drag_show_text (GdkDrag *drag,
                         const char *text);

G_END_DECLS
