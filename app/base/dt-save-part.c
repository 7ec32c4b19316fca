/* dt-save-part.c - the unfinished files of saves: names, and what crashes left
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-save"

#include "config.h"

#include "base/dt-save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

/* `.NAME.PID-RANDOM.duthao-part`. The whole must fit the 255 bytes that a
 * name may have, so a long NAME is cut. */
#define SUFFIX ".duthao-part"
#define MAX_NAME 200
#define N_RANDOM 6

#define MAX_LINKS 40

/* Where locks are not to be had, a file that old has no living writer. */
#define STALE_SECONDS (10 * 60)

static char *
make_prefix (const char *document)
{
  gsize length = strlen (document);

  if (length > MAX_NAME)
    {
      length = MAX_NAME;
      while (length > 0 && ((guchar) document[length] & 0xc0) == 0x80)
        length--;
    }

  return g_strdup_printf (".%.*s.", (int) length, document);
}

/**
 * dt_save_make_part_path:
 * @path: the file that is saved
 *
 * Makes up a name for the unfinished file, in the same folder: only within
 * one file system can it take the place of the old one in one step.
 *
 * Returns: (transfer full): a path, most likely free
 */
char *
dt_save_make_part_path (const char *path)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *document = g_path_get_basename (path);
  g_autofree char *prefix = make_prefix (document);
  g_autofree char *name = NULL;
  char random[N_RANDOM + 1] = "";

  for (guint i = 0; i < N_RANDOM; i++)
    random[i] = letters[g_random_int_range (0, sizeof letters - 1)];
  name = g_strdup_printf ("%s%d-%s" SUFFIX, prefix, (int) getpid (), random);

  return g_build_filename (folder, name, NULL);
}

/**
 * dt_save_is_part_name:
 * @name: the name of a file
 * @document: the name of a document
 * @pid: (out) (optional): the process that made it
 *
 * Returns: whether @name is an unfinished file of @document
 */
gboolean
dt_save_is_part_name (const char *name,
                      const char *document,
                      int *pid)
{
  g_autofree char *prefix = make_prefix (document);
  const char *p;
  char *end;
  gint64 number;

  if (!g_str_has_prefix (name, prefix))
    return FALSE;

  p = name + strlen (prefix);
  number = g_ascii_strtoll (p, &end, 10);
  if (end == p || number <= 0 || number > G_MAXINT || *end != '-' ||
      strlen (end) != 1 + N_RANDOM + strlen (SUFFIX) || strcmp (end + 1 + N_RANDOM, SUFFIX) != 0)
    return FALSE;
  for (guint i = 1; i <= N_RANDOM; i++)
    if (!g_ascii_isalnum (end[i]))
      return FALSE;

  if (pid != NULL)
    *pid = (int) number;
  return TRUE;
}

/**
 * dt_save_follow_links:
 * @calls: system calls
 * @path: a path
 *
 * Follows symbolic links to the file itself, which need not exist, so that a
 * save replaces the file and not the link.
 *
 * Returns: (transfer full) (nullable): the path of the file, or %NULL with
 *   `errno` set
 */
char *
dt_save_follow_links (const DtSaveCalls *calls,
                      const char *path)
{
  g_autofree char *real = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *folder = NULL;
      char link[PATH_MAX];
      ssize_t n = calls->readlink (real, link, sizeof link - 1);

      /* EINVAL: there, and no link. */
      if (n < 0)
        return errno == EINVAL || errno == ENOENT ? g_steal_pointer (&real) : NULL;

      link[n] = '\0';
      folder = g_path_get_dirname (real);
      g_free (real);
      real = g_path_is_absolute (link) ? g_strdup (link) : g_build_filename (folder, link, NULL);
    }

  errno = ELOOP;
  return NULL;
}

/* Whether nobody writes to the file any more. A writer holds a lock until its
 * last breath, which says more than a process id: ids differ between sandboxes
 * and machines, and come back. */
static gboolean
is_abandoned (const DtSaveCalls *calls,
              int fd,
              int pid)
{
  struct stat info;

  if (calls->fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    return FALSE;
  if (calls->flock (fd, LOCK_EX | LOCK_NB) == 0)
    return TRUE;
  if (errno == EWOULDBLOCK || errno == EINTR)
    return FALSE;

  return kill (pid, 0) != 0 && errno == ESRCH &&
         time (NULL) - info.st_mtime > STALE_SECONDS;
}

/* Like dt_save_clean_stale(), for a path that is no link. */
guint
dt_save_clean_stale_with_calls (const DtSaveCalls *calls,
                                const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *document = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_removed = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *part = NULL;
      int pid;
      int fd;

      if (!dt_save_is_part_name (name, document, &pid))
        continue;

      part = g_build_filename (folder, name, NULL);
      fd = calls->open (part, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
      if (fd < 0)
        continue;
      if (is_abandoned (calls, fd, pid) && calls->unlink (part) == 0)
        n_removed++;
      calls->close (fd);
    }

  return n_removed;
}

/**
 * dt_save_clean_stale:
 * @path: a document, which need not exist
 *
 * Removes what saves of @path left behind when their process was killed or
 * the power failed. Saves that are under way elsewhere are left alone.
 *
 * Each save does so first; a program may do so when it opens a document.
 *
 * Returns: how many files were removed
 */
guint
dt_save_clean_stale (const char *path)
{
  g_autofree char *real = NULL;

  g_return_val_if_fail (path != NULL, 0);

  real = dt_save_follow_links (&dt_save_system_calls, path);
  return real != NULL ? dt_save_clean_stale_with_calls (&dt_save_system_calls, real) : 0;
}
