/* dt-template-sample.h - a plan that shows what a template gives
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "template/dt-assemble.h"

G_BEGIN_DECLS

DtPlan *dt_template_make_sample (const DtTemplate *self,
                                 const DtLibrary *library,
                                 const DtProfile *profile,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
