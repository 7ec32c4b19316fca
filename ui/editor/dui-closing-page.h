/* dui-closing-page.h - closing, recipients and signature
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-form-page.h"

G_BEGIN_DECLS

#define DUI_TYPE_CLOSING_PAGE (dui_closing_page_get_type ())

G_DECLARE_FINAL_TYPE (DuiClosingPage, dui_closing_page, DUI, CLOSING_PAGE, DuiFormPage)

G_END_DECLS
