/* dt-cli-template-private.h - what "template" does beyond listing
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/dt-cli-private.h"

#include "template/dt-library.h"

G_BEGIN_DECLS

/* The profile in a file, or without one that of the packs. */
DtProfile *dt_cli_find_profile (const char *path,
                                const DtLibrary *library,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A file whose name says what it becomes: .duthao, .pdf, .odt or .txt. */
int dt_cli_template_sample (const DtTemplate *template,
                            const DtLibrary *library,
                            const char *profile,
                            const char *output);
/* @output: (nullable): without one the sections are listed only. */
int dt_cli_template_update (const char *input,
                            const DtLibrary *library,
                            const char *profile,
                            const char *output,
                            gboolean json);

G_END_DECLS
