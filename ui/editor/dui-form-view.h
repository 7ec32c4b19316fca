/* dui-form-view.h - a text of a form, as high as its words
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_FORM_VIEW (dui_form_view_get_type ())

/**
 * DuiFormView:
 *
 * A text view that asks for its height again once it has got a width: one
 * that is put into a window that is already shown keeps the height it would
 * need with one letter a line.
 */
G_DECLARE_FINAL_TYPE (DuiFormView, dui_form_view, DUI, FORM_VIEW, GtkTextView)

GtkWidget *dui_form_view_new (void);
/* Nothing breaks the line: Enter emits "activate", what is pasted becomes one line. */
void dui_form_view_set_single_line (DuiFormView *self);
/* Puts @text in the place of the selection, or at the caret. */
void dui_form_view_put_in (DuiFormView *self,
                           const char *text);

G_END_DECLS
