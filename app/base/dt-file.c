/* dt-file.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-file"

#include "config.h"

#include "base/dt-file.h"

#include <glib/gi18n-lib.h>

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK ((gsize) 64 * 1024)

static void
set_errno_error (GError **error,
                 const char *name,
                 int saved_errno)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno),
               _ ("%s: cannot be read: %s"), name, g_strerror (saved_errno));
}

static void
set_size_error (GError **error,
                const char *name,
                gsize cap)
{
  g_autofree char *size = g_format_size_full (cap, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
               _ ("%s: too large, at most %s are read"), name, size);
}

/**
 * dt_file_read_fd:
 * @fd: an open file descriptor; it stays open
 * @name: what to call it in messages
 * @cap: the most bytes to accept
 * @error: return location for an error
 *
 * Reads to the end of @fd, which may be a pipe.
 *
 * Returns: (transfer full): the content, or %NULL with @error set to a
 *   %G_IO_ERROR
 */
GBytes *
dt_file_read_fd (int fd,
                 const char *name,
                 gsize cap,
                 GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  struct stat info;
  gsize used = 0;

  g_return_val_if_fail (fd >= 0, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (cap < G_MAXUINT - CHUNK, NULL);

  /* Room for the whole file at once; a pipe grows by and by. One byte more
   * than asked for is how the end is seen. */
  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode) && info.st_size < (off_t) cap)
    g_byte_array_set_size (content, (guint) info.st_size + 1);

  for (;;)
    {
      gssize n;

      if (used == content->len)
        g_byte_array_set_size (content, content->len + (guint) MAX (CHUNK, used / 2));

      n = read (fd, content->data + used, MIN (content->len - used, cap + 1 - used));
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          set_errno_error (error, name, errno);
          return NULL;
        }
      if (n == 0)
        break;
      used += (gsize) n;
      if (used > cap)
        {
          set_size_error (error, name, cap);
          return NULL;
        }
    }

  g_byte_array_set_size (content, (guint) used);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/**
 * dt_file_read:
 * @path: a file name, or `-` for standard input
 * @cap: the most bytes to accept, such as %DT_FILE_DEFAULT_CAP
 * @error: return location for an error
 *
 * Reads a whole file, after a look at what it is.
 *
 * Folders, pipes and devices are refused without waiting for them, and a file
 * above @cap without reading any of it.
 *
 * Returns: (transfer full): the content, or %NULL with @error set to a
 *   %G_IO_ERROR whose message starts with the name of the file
 */
GBytes *
dt_file_read (const char *path,
              gsize cap,
              GError **error)
{
  g_autofree char *name = NULL;
  struct stat info;
  GBytes *bytes = NULL;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (strcmp (path, "-") == 0)
    return dt_file_read_fd (STDIN_FILENO, "-", cap, error);

  name = g_filename_display_name (path);
  /* Without O_NONBLOCK the opening of a pipe waits for a writer. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0 || fstat (fd, &info) != 0)
    set_errno_error (error, name, errno);
  else if (S_ISDIR (info.st_mode))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY,
                 _ ("%s: is a folder, expected a file"), name);
  else if (!S_ISREG (info.st_mode))
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                 _ ("%s: is not a regular file"), name);
  else if (info.st_size > 0 && (guint64) info.st_size > cap)
    set_size_error (error, name, cap);
  else
    bytes = dt_file_read_fd (fd, name, cap, error);

  if (fd >= 0)
    close (fd);
  return bytes;
}
