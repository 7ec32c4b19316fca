/* dui-fields-page.h - everything there is to fill in, on one page
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-form-page.h"

G_BEGIN_DECLS

#define DUI_TYPE_FIELDS_PAGE (dui_fields_page_get_type ())

G_DECLARE_FINAL_TYPE (DuiFieldsPage, dui_fields_page, DUI, FIELDS_PAGE, DuiFormPage)

G_END_DECLS
