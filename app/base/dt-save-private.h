/* dt-save-private.h - the system calls of a save, so that tests can fail them
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/types.h>

#include "base/dt-save.h"

G_BEGIN_DECLS

/**
 * DtSaveCalls:
 *
 * Every system call that a save makes, each with the meaning it has in POSIX.
 *
 * A test hands in a table whose k-th call fails; the program always uses
 * dt_save_system_calls.
 */
typedef struct
{
  int (*open) (const char *path, int flags, mode_t mode);
  int (*close) (int fd);
  ssize_t (*write) (int fd, const void *data, size_t length);
  ssize_t (*pread) (int fd, void *data, size_t length, off_t offset);
  int (*fsync) (int fd);
  int (*fstat) (int fd, struct stat *info);
  int (*lstat) (const char *path, struct stat *info);
  ssize_t (*readlink) (const char *path, char *target, size_t size);
  int (*access) (const char *path, int mode);
  int (*fchmod) (int fd, mode_t mode);
  int (*fchown) (int fd, uid_t owner, gid_t group);
  int (*flock) (int fd, int operation);
  int (*rename) (const char *from, const char *to);
  int (*unlink) (const char *path);
  int (*fstatvfs) (int fd, struct statvfs *info);
} DtSaveCalls;

extern const DtSaveCalls dt_save_system_calls;

gboolean dt_save_with_calls (const DtSaveCalls *calls,
                             const char *path,
                             GBytes *bytes,
                             const char *expected_etag,
                             char **new_etag,
                             GError **error);

/* The name of the unfinished file, beside the file of that path. */
char *dt_save_make_part_path (const char *path) G_GNUC_WARN_UNUSED_RESULT;
gboolean dt_save_is_part_name (const char *name,
                               const char *document,
                               int *pid);
guint dt_save_clean_stale_with_calls (const DtSaveCalls *calls,
                                      const char *path);
/* Where PATH leads to, links followed; NULL with errno set. */
char *dt_save_follow_links (const DtSaveCalls *calls,
                            const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
