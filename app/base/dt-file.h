/* dt-file.h - reading whole files, with a size cap
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The largest file that is read unless the caller says otherwise. */
#define DT_FILE_DEFAULT_CAP ((gsize) 64 * 1024 * 1024)

GBytes *dt_file_read (const char *path,
                      gsize cap,
                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *dt_file_read_fd (int fd,
                         const char *name,
                         gsize cap,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
