/* dui-section-page.h - the form of a section
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-form-page.h"

G_BEGIN_DECLS

#define DUI_TYPE_SECTION_PAGE (dui_section_page_get_type ())

G_DECLARE_FINAL_TYPE (DuiSectionPage, dui_section_page, DUI, SECTION_PAGE, DuiFormPage)

G_END_DECLS
