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

G_END_DECLS
