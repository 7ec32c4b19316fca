/* dt-save.h - the one way a file of ours reaches the disk
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DT_SAVE_ERROR (dt_save_error_quark ())

/**
 * DtSaveError:
 * @DT_SAVE_ERROR_FAILED: the system refused; the message says what and why
 * @DT_SAVE_ERROR_NO_SPACE: the disk or the quota is full
 * @DT_SAVE_ERROR_DENIED: the file or its folder may not be written
 * @DT_SAVE_ERROR_NOT_A_FILE: the name belongs to a folder, a pipe or a device
 * @DT_SAVE_ERROR_CONFLICT: somebody else changed the file meanwhile
 * @DT_SAVE_ERROR_NOT_SURE: the new file is in place and complete, but the
 *   disk would not confirm it; the only error after which the old one is gone
 */
typedef enum
{
  DT_SAVE_ERROR_FAILED,
  DT_SAVE_ERROR_NO_SPACE,
  DT_SAVE_ERROR_DENIED,
  DT_SAVE_ERROR_NOT_A_FILE,
  DT_SAVE_ERROR_CONFLICT,
  DT_SAVE_ERROR_NOT_SURE,
} DtSaveError;

/* The mark of a file that must not exist yet, for dt_save_full(). */
#define DT_SAVE_ETAG_NEW ""

GQuark dt_save_error_quark (void);

gboolean dt_save (const char *path,
                  GBytes *bytes,
                  GError **error);
gboolean dt_save_full (const char *path,
                       GBytes *bytes,
                       const char *expected_etag,
                       char **new_etag,
                       GError **error);
char *dt_save_etag_for_bytes (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
char *dt_save_etag_for_file (const char *path,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
guint dt_save_clean_stale (const char *path);

G_END_DECLS
