/* dui-editable-text.h - the text of an entry or view with the word an input method holds
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What has the keyboard when @widget is typed in: an entry has a part for that. */
GtkWidget *dui_find_typed_in (GtkWidget *widget);

/* Begins to follow the word (preedit) that an input method holds in @widget, an editable or a text
 * view. Toolkits tell of it only when it changes, so call this when the widget is made; more than
 * once does no harm. */
void dui_preedit_follow (GtkWidget *widget);
/* The word, "" when none is held. Valid until it changes. */
const char *dui_preedit_get (GtkWidget *widget);

/* What the user sees: the text, with the word in the place of the selection or at the caret. */
char *dui_editable_dup_text (GtkEditable *editable) G_GNUC_WARN_UNUSED_RESULT;
char *dui_text_view_dup_text (GtkTextView *view) G_GNUC_WARN_UNUSED_RESULT;
/* Of whichever of the two @widget is. */
char *dui_typed_dup_text (GtkWidget *widget) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
