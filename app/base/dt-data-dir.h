/* dt-data-dir.h - where the data files of the program are
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Names a folder that is searched before all others. */
#define DT_DATA_DIR_VARIABLE "DUTHAO_DATA_DIR"

char *dt_data_find (const char *relative,
                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The bytes of the file that dt_data_find() finds; @path takes its name for messages. */
GBytes *dt_data_read (const char *relative,
                      char **path,
                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
char **dt_data_list_dirs (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean dt_data_runs_from_build_tree (void);

G_END_DECLS
