/* dui-annex-page.h - the form of an annex, or of what a decision issues
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-form-page.h"

G_BEGIN_DECLS

#define DUI_TYPE_ANNEX_PAGE (dui_annex_page_get_type ())

G_DECLARE_FINAL_TYPE (DuiAnnexPage, dui_annex_page, DUI, ANNEX_PAGE, DuiFormPage)

G_END_DECLS
