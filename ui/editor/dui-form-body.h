/* dui-form-body.h - the text area of a form
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-form-page.h"
#include "editor/dui-text-area.h"

G_BEGIN_DECLS

/* A text area that tells its caret and its wish for a citation through @page, in which it stands. */
DuiTextArea *dui_form_body_new (DuiFormPage *page);
/* Shows the body of @parent (nullable), the reference of a section or an annex. */
void dui_form_body_set (DuiTextArea *area,
                        DuiFormPage *page,
                        const char *parent);
/* FALSE if @reference is not the body of the part that @page shows. */
gboolean dui_form_body_show (DuiTextArea *area,
                             DuiFormPage *page,
                             const char *reference,
                             guint offset);

G_END_DECLS
