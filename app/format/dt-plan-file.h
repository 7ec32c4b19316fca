/* dt-plan-file.h - reading and writing .duthao
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-plan.h"

G_BEGIN_DECLS

/* @name stands in messages; @diagnostics (nullable) takes what was repaired while reading (text that was not NFC). */
DtPlan *dt_plan_read (GBytes *bytes,
                      const char *name,
                      GPtrArray *diagnostics,
                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtPlan *dt_plan_load (const char *path,
                      GPtrArray *diagnostics,
                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Canonical: equal plans give equal bytes. */
GBytes *dt_plan_write (const DtPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
gboolean dt_plan_save (const DtPlan *plan,
                       const char *path,
                       GError **error);

G_END_DECLS
