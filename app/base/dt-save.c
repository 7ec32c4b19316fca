/* dt-save.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-save"

#include "config.h"

#include "base/dt-save-private.h"

#include <glib/gi18n-lib.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/* Every file of ours is saved here, always in the same steps: write all of it
 * to a new file beside the old one, have the disk confirm it, read it back,
 * put it in the place of the old one in one step, have the disk confirm that.
 *
 * GLib's own functions are not used because g_file_replace_contents() puts a
 * half-written file in place when the disk is full, g_file_set_contents_full()
 * replaces a symbolic link and never syncs the folder, and neither leaves a
 * name by which the remains of a crash can be told. */

/* Free space asked for beyond the file itself. */
#define SPARE_ROOM ((guint64) 64 * 1024)

#define CHUNK ((gsize) 128 * 1024)
#define MAX_TRIES 20

#define LOCK_TRIES 250
#define LOCK_PAUSE (20 * 1000)

/* One save under way. */
typedef struct
{
  const DtSaveCalls *calls;
  const char *name;
  char *path;
  char *folder;
  char *part;
  int folder_fd;
  int part_fd;
  gboolean exists;
  struct stat old;
} Save;

G_DEFINE_QUARK (dt_save_error, dt_save_error)

static int
open_file (const char *path,
           int flags,
           mode_t mode)
{
  return open (path, flags, mode);
}

const DtSaveCalls dt_save_system_calls = {
  .open = open_file,
  .close = close,
  .write = write,
  .pread = pread,
  .fsync = fsync,
  .fstat = fstat,
  .lstat = lstat,
  .readlink = readlink,
  .access = access,
  .fchmod = fchmod,
  .fchown = fchown,
  .flock = flock,
  .rename = rename,
  .unlink = unlink,
  .fstatvfs = fstatvfs,
};

static DtSaveError
get_code (int saved_errno)
{
  switch (saved_errno)
    {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return DT_SAVE_ERROR_NO_SPACE;
    case EACCES:
    case EPERM:
    case EROFS:
      return DT_SAVE_ERROR_DENIED;
    default:
      return DT_SAVE_ERROR_FAILED;
    }
}

/* Always FALSE, to be returned. Looks at errno. */
static gboolean
fail (const char *name,
      GError **error)
{
  int saved_errno = errno;

  g_set_error (error, DT_SAVE_ERROR, get_code (saved_errno),
               _ ("%s: cannot be saved: %s"), name, g_strerror (saved_errno));
  return FALSE;
}

static gboolean
look_at_old_file (Save *save,
                  GError **error)
{
  const DtSaveCalls *calls = save->calls;

  if (calls->lstat (save->path, &save->old) != 0)
    return errno == ENOENT ? TRUE : fail (save->name, error);

  save->exists = TRUE;
  if (!S_ISREG (save->old.st_mode))
    {
      g_set_error (error, DT_SAVE_ERROR, DT_SAVE_ERROR_NOT_A_FILE,
                   _ ("%s: cannot be saved: this is a folder or a device, expected a file"),
                   save->name);
      return FALSE;
    }
  /* A file that its owner made read-only stays, although its folder would let
   * us replace it. */
  if (calls->access (save->path, W_OK) != 0)
    return fail (save->name, error);

  return TRUE;
}

/* A look ahead that gives a better message than the write that fails; what
 * cannot be found out is no reason to stop. */
static gboolean
check_room (Save *save,
            gsize length,
            GError **error)
{
  struct statvfs info;
  guint64 room;
  g_autofree char *has = NULL;
  g_autofree char *needs = NULL;

  if (save->folder_fd < 0 || save->calls->fstatvfs (save->folder_fd, &info) != 0 ||
      info.f_blocks == 0)
    return TRUE;

  room = (guint64) info.f_bavail * info.f_frsize;
  if (room >= length + SPARE_ROOM)
    return TRUE;

  has = g_format_size (room);
  needs = g_format_size (length + SPARE_ROOM);
  g_set_error (error, DT_SAVE_ERROR, DT_SAVE_ERROR_NO_SPACE,
               _ ("%s: cannot be saved: the disk has %s left, expected at least %s"),
               save->name, has, needs);
  return FALSE;
}

/* Locks the new file for as long as it is unfinished. FALSE when somebody who
 * cleans up took it for a leftover in the moment before. */
static gboolean
claim_part (Save *save)
{
  struct stat info;

  if (save->calls->flock (save->part_fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    return FALSE;

  return save->calls->fstat (save->part_fd, &info) != 0 || info.st_nlink > 0;
}

static gboolean
create_part (Save *save,
             GError **error)
{
  const DtSaveCalls *calls = save->calls;
  /* What replaces a private file is never public, not even for a moment. */
  mode_t mode = save->exists ? 0600 : 0666;

  for (guint i = 0; i < MAX_TRIES; i++)
    {
      g_clear_pointer (&save->part, g_free);
      save->part = dt_save_make_part_path (save->path);
      save->part_fd = calls->open (save->part, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW,
                                   mode);
      if (save->part_fd < 0 && (errno == EEXIST || errno == EINTR))
        continue;
      if (save->part_fd < 0)
        break;
      if (claim_part (save))
        return TRUE;

      calls->close (save->part_fd);
      save->part_fd = -1;
      errno = EBUSY;
    }

  g_clear_pointer (&save->part, g_free);
  return fail (save->name, error);
}

/* As far as it may be done. When the group cannot be kept, the rights of the
 * old group must not go to another. */
static void
copy_owner_and_mode (Save *save)
{
  const DtSaveCalls *calls = save->calls;
  mode_t mode = save->old.st_mode & 07777;
  struct stat info;

  if (!save->exists || calls->fstat (save->part_fd, &info) != 0)
    return;

  if (info.st_gid != save->old.st_gid &&
      calls->fchown (save->part_fd, (uid_t) -1, save->old.st_gid) != 0)
    mode &= ~(mode_t) S_IRWXG;
  if (info.st_uid != save->old.st_uid &&
      calls->fchown (save->part_fd, save->old.st_uid, (gid_t) -1) != 0)
    mode &= ~(mode_t) (S_ISUID | S_ISGID);
  (void) calls->fchmod (save->part_fd, mode);
}

static gboolean
write_all (Save *save,
           const char *data,
           gsize length,
           GError **error)
{
  while (length > 0)
    {
      ssize_t n = save->calls->write (save->part_fd, data, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n == 0)
        errno = EIO;
      if (n <= 0)
        return fail (save->name, error);
      data += n;
      length -= (gsize) n;
    }

  return TRUE;
}

static gboolean
sync_file (const DtSaveCalls *calls,
           int fd)
{
  while (calls->fsync (fd) != 0)
    if (errno != EINTR)
      return FALSE;

  return TRUE;
}

/* A network share or a quota can take everything without a word and keep less. */
static gboolean
read_back (Save *save,
           const char *data,
           gsize length,
           GError **error)
{
  g_autofree char *chunk = g_malloc (CHUNK);
  struct stat info;
  gsize offset = 0;
  gboolean same;

  if (save->calls->fstat (save->part_fd, &info) != 0)
    return fail (save->name, error);

  same = (guint64) info.st_size == length;
  while (same && offset < length)
    {
      ssize_t n = save->calls->pread (save->part_fd, chunk, MIN (CHUNK, length - offset),
                                      (off_t) offset);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (save->name, error);
      same = n > 0 && memcmp (chunk, data + offset, (gsize) n) == 0;
      offset += (gsize) MAX (n, 0);
    }

  if (!same)
    g_set_error (error, DT_SAVE_ERROR, DT_SAVE_ERROR_FAILED,
                 _ ("%s: cannot be saved: the disk gives back other bytes than were written"),
                 save->name);
  return same;
}

static char *
make_etag (guint64 size,
           GChecksum *sum)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT "-%s", size, g_checksum_get_string (sum));
}

/* The etag of what is there now, "" for nothing; NULL with errno set. */
static char *
read_etag (const DtSaveCalls *calls,
           const char *path)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *chunk = g_malloc (CHUNK);
  guint64 size = 0;
  ssize_t n;
  int saved_errno;
  int fd = calls->open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0);

  if (fd < 0)
    return errno == ENOENT ? g_strdup (DT_SAVE_ETAG_NEW) : NULL;

  while ((n = calls->pread (fd, chunk, CHUNK, (off_t) size)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        break;
      g_checksum_update (sum, chunk, n);
      size += (guint64) n;
    }

  saved_errno = errno;
  calls->close (fd);
  errno = saved_errno;
  return n == 0 ? make_etag (size, sum) : NULL;
}

/* Between the look at the old file and its replacement no other save of ours
 * may come: the folder is locked. Where locks do not exist we do without. */
static gboolean
check_conflict (Save *save,
                const char *expected_etag,
                GError **error)
{
  g_autofree char *etag = NULL;

  for (guint i = 0; save->folder_fd >= 0; i++)
    {
      if (save->calls->flock (save->folder_fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
        break;
      if (i == LOCK_TRIES)
        return fail (save->name, error);
      g_usleep (LOCK_PAUSE);
    }

  etag = read_etag (save->calls, save->path);
  if (etag == NULL)
    return fail (save->name, error);
  if (strcmp (etag, expected_etag) == 0)
    return TRUE;

  g_set_error (error, DT_SAVE_ERROR, DT_SAVE_ERROR_CONFLICT,
               _ ("%s: was changed by somebody else, nothing was saved"), save->name);
  return FALSE;
}

static gboolean
put_in_place (Save *save,
              GError **error)
{
  if (save->calls->rename (save->part, save->path) != 0)
    return fail (save->name, error);

  g_clear_pointer (&save->part, g_free);
  /* Some file systems in user space cannot sync a folder. */
  if (save->folder_fd < 0 || sync_file (save->calls, save->folder_fd) ||
      errno == EINVAL || errno == ENOSYS || errno == ENOTSUP)
    return TRUE;

  g_set_error (error, DT_SAVE_ERROR, DT_SAVE_ERROR_NOT_SURE,
               _ ("%s: is saved, but the disk does not confirm it: %s"),
               save->name, g_strerror (errno));
  return FALSE;
}

static gboolean
run (Save *save,
     GBytes *bytes,
     const char *expected_etag,
     GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  save->folder_fd = save->calls->open (save->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  /* One may be allowed to write in a folder and not to list it. */
  if (save->folder_fd < 0 && errno != EACCES)
    return fail (save->name, error);

  if (!look_at_old_file (save, error))
    return FALSE;
  dt_save_clean_stale_with_calls (save->calls, save->path);
  if (!check_room (save, length, error) || !create_part (save, error))
    return FALSE;

  copy_owner_and_mode (save);
  if (!write_all (save, data, length, error))
    return FALSE;
  if (!sync_file (save->calls, save->part_fd))
    return fail (save->name, error);

  return read_back (save, data, length, error) &&
         (expected_etag == NULL || check_conflict (save, expected_etag, error)) &&
         put_in_place (save, error);
}

gboolean
dt_save_with_calls (const DtSaveCalls *calls,
                    const char *path,
                    GBytes *bytes,
                    const char *expected_etag,
                    char **new_etag,
                    GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  Save save = { calls, name, .folder_fd = -1, .part_fd = -1 };
  gboolean done = FALSE;

  save.path = dt_save_follow_links (calls, path);
  if (save.path == NULL)
    fail (name, error);
  else
    {
      save.folder = g_path_get_dirname (save.path);
      done = run (&save, bytes, expected_etag, error);
    }

  /* The part is gone once it is in place. Closing comes last: it ends the
   * locks, and has nothing left to report after the sync. */
  if (save.part != NULL)
    calls->unlink (save.part);
  if (save.part_fd >= 0)
    calls->close (save.part_fd);
  if (save.folder_fd >= 0)
    calls->close (save.folder_fd);
  g_free (save.part);
  g_free (save.folder);
  g_free (save.path);

  if (done && new_etag != NULL)
    *new_etag = dt_save_etag_for_bytes (bytes);
  return done;
}

/**
 * dt_save_full:
 * @path: a file name; links are followed
 * @bytes: the whole new content
 * @expected_etag: (nullable): what the file should hold now, as one of the
 *   etag functions gave it; %DT_SAVE_ETAG_NEW when there should be none, %NULL
 *   when it does not matter
 * @new_etag: (out) (optional): the etag of @bytes
 * @error: return location for an error
 *
 * Replaces a file, or makes a new one.
 *
 * The old file stays whole until the new one is complete and on disk. Owner
 * and permissions of the old file are kept; extended attributes and further
 * hard links are not.
 *
 * Returns: %FALSE with @error set to a %DT_SAVE_ERROR when it did not happen.
 *   Only after %DT_SAVE_ERROR_NOT_SURE is the new content in place.
 */
gboolean
dt_save_full (const char *path,
              GBytes *bytes,
              const char *expected_etag,
              char **new_etag,
              GError **error)
{
  g_return_val_if_fail (path != NULL && *path != '\0', FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return dt_save_with_calls (&dt_save_system_calls, path, bytes, expected_etag, new_etag, error);
}

/**
 * dt_save:
 * @path: a file name; links are followed
 * @bytes: the whole new content
 * @error: return location for an error
 *
 * Like dt_save_full(), whatever the file holds now.
 *
 * Returns: whether the file is saved
 */
gboolean
dt_save (const char *path,
         GBytes *bytes,
         GError **error)
{
  return dt_save_full (path, bytes, NULL, NULL, error);
}

/**
 * dt_save_etag_for_bytes:
 * @bytes: the content of a file
 *
 * Makes the mark by which dt_save_full() tells whether a file is still what it
 * was. It is made of the content alone, since times of files can be the same
 * by chance or be copied.
 *
 * Returns: (transfer full): the etag
 */
char *
dt_save_etag_for_bytes (GBytes *bytes)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize size;
  const guchar *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > 0)
    g_checksum_update (sum, data, (gssize) size);
  return make_etag (size, sum);
}

/**
 * dt_save_etag_for_file:
 * @path: a file name
 * @error: return location for an error
 *
 * Reads a file to make its etag.
 *
 * Returns: (transfer full): the etag, %DT_SAVE_ETAG_NEW when there is no such
 *   file, or %NULL with @error set
 */
char *
dt_save_etag_for_file (const char *path,
                       GError **error)
{
  char *etag;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  etag = read_etag (&dt_save_system_calls, path);
  if (etag == NULL)
    {
      int saved_errno = errno;
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, DT_SAVE_ERROR, get_code (saved_errno),
                   _ ("%s: cannot be read: %s"), name, g_strerror (saved_errno));
    }
  return etag;
}
