/* dui-verdict.h - shows the judgement of the engine at a field
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows @verdict (nullable: all is well) by a mark, in words and to a screen reader. The text is
 * the widget's tooltip and, for an AdwActionRow, its subtitle. */
void dui_row_set_verdict (GtkWidget *widget,
                          const char *verdict);

/* The engine says what is wrong in lower case; alone it begins with a capital. */
char *dui_verdict_to_sentence (const char *verdict) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
