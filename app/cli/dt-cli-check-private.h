/* dt-cli-check-private.h - what "check" prints
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/dt-cli-private.h"

#include "check/dt-check.h"

G_BEGIN_DECLS

/* On standard output. Lines are those of @file, from which @plan was read. */
gboolean dt_cli_print_report (const DtReport *report,
                              const DtPlan *plan,
                              const char *file,
                              gboolean json,
                              gboolean all,
                              GError **error);
gboolean dt_cli_print_rules (const DtRules *rules,
                             gboolean json,
                             GError **error);

G_END_DECLS
