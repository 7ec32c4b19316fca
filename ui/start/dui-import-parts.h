/* dui-import-parts.h - what became of each line of an imported text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/dt-composition.h"

G_BEGIN_DECLS

/* (element-type utf8): for each line of @text what it was recognised as: "Căn cứ", "II.", "a)", "Nơi nhận"; empty
 * where the line goes on with what stands above it, or stands nowhere. */
GPtrArray *dui_import_parts_list (const DtComposition *composition,
                                  const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
