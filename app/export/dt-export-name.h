/* dt-export-name.h - what the file of a plan is called
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-plan.h"

G_BEGIN_DECLS

/* The longest name, in bytes, with its suffix: what old file systems and mail programs still take. */
#define DT_EXPORT_NAME_MAX 120

/* "20_KH-UBND_trich-yeu.pdf": number, symbol and subject in ASCII; what the plan lacks is left out.
 * @suffix: "pdf", at most 16 bytes. */
char *dt_export_make_name (const DtPlan *plan,
                           const char *suffix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
