/* dui-head-page.h - the form of the head of a document
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-form-page.h"

G_BEGIN_DECLS

#define DUI_TYPE_HEAD_PAGE (dui_head_page_get_type ())

G_DECLARE_FINAL_TYPE (DuiHeadPage, dui_head_page, DUI, HEAD_PAGE, DuiFormPage)

G_END_DECLS
