/* test-full-disk.c - saves on a disk that is nearly or quite full
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For unshare (). */
#define _GNU_SOURCE

#include "config.h"

#include "base/dt-save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

/* Check has no word for a test that cannot be run, and whether a small disk
 * may be made is known only by trying: hence plain TAP. */

#define DISK_SIZE (1024 * 1024)
#define N_SAVES 1000
#define MAX_LENGTH (400 * 1024)

enum
{
  PASSED,
  FAILED,
  NOT_PERMITTED,
};

static gboolean
write_text (const char *path,
            const char *text)
{
  int fd = open (path, O_WRONLY);
  gboolean ok = fd >= 0 && write (fd, text, strlen (text)) == (ssize_t) strlen (text);

  if (fd >= 0)
    close (fd);
  return ok;
}

/* Mounts a small disk that no other process sees and that goes with us. */
static gboolean
mount_small_disk (const char *dir)
{
  g_autofree char *options = g_strdup_printf ("size=%d,mode=0700", DISK_SIZE);
  g_autofree char *uid_map = g_strdup_printf ("0 %u 1", getuid ());
  gboolean is_root = geteuid () == 0;

  if (unshare (CLONE_NEWNS | (is_root ? 0 : CLONE_NEWUSER)) != 0)
    return FALSE;
  if (!is_root && !write_text ("/proc/self/uid_map", uid_map))
    return FALSE;
  if (mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
    return FALSE;
  return mount ("tmpfs", dir, "tmpfs", 0, options) == 0;
}

static GBytes *
make_content (GRand *random)
{
  gsize length = (gsize) g_rand_int_range (random, 1, MAX_LENGTH);
  char *data = g_malloc (length);

  memset (data, 'a' + g_rand_int_range (random, 0, 26), length);
  return g_bytes_new_take (data, length);
}

/* Leaves little room: a file of any size up to all that is free. */
static void
fill_disk (const char *dir,
           GRand *random)
{
  g_autofree char *path = g_build_filename (dir, "filler", NULL);
  g_autofree char *data = g_malloc0 (DISK_SIZE);
  gsize length = (gsize) g_rand_int_range (random, 0, DISK_SIZE + 1);
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

  while (fd >= 0 && length > 0)
    {
      ssize_t n = write (fd, data, length);

      if (n <= 0)
        break;
      length -= (gsize) n;
    }
  if (fd >= 0)
    close (fd);
}

static gboolean
holds (const char *path,
       GBytes *want)
{
  g_autofree char *text = NULL;
  gsize length;

  return g_file_get_contents (path, &text, &length, NULL) &&
         length == g_bytes_get_size (want) &&
         memcmp (text, g_bytes_get_data (want, NULL), length) == 0;
}

static int
blind_fstatvfs (int fd,
                struct statvfs *info)
{
  errno = ENOSYS;
  return -1;
}

/* The look ahead would refuse most saves before a byte is written; without it
 * the disk fills up in the middle of them. */
static int
save_many (const char *dir,
           gboolean look_ahead)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2020);
  g_autofree char *path = g_build_filename (dir, "plan.duthao", NULL);
  DtSaveCalls calls = dt_save_system_calls;
  g_autoptr (GBytes) current = g_bytes_new_static ("first", 5);
  guint n_done = 0;
  guint n_refused = 0;

  if (!look_ahead)
    calls.fstatvfs = blind_fstatvfs;
  if (!dt_save (path, current, NULL))
    return FAILED;

  for (guint i = 0; i < N_SAVES; i++)
    {
      g_autoptr (GBytes) next = make_content (random);
      g_autoptr (GError) error = NULL;

      fill_disk (dir, random);
      if (dt_save_with_calls (&calls, path, next, NULL, NULL, &error))
        {
          g_bytes_unref (current);
          current = g_steal_pointer (&next);
          n_done++;
        }
      else if (g_error_matches (error, DT_SAVE_ERROR, DT_SAVE_ERROR_NO_SPACE))
        n_refused++;
      else
        {
          printf ("# save %u: %s\n", i, error->message);
          return FAILED;
        }

      if (!holds (path, current))
        {
          printf ("# save %u: the file is damaged\n", i);
          return FAILED;
        }
      if (dt_save_clean_stale (path) != 0)
        {
          printf ("# save %u: an unfinished file was left\n", i);
          return FAILED;
        }
    }

  printf ("# %u saved, %u refused, none damaged\n", n_done, n_refused);
  return n_done > N_SAVES / 10 && n_refused > N_SAVES / 10 ? PASSED : FAILED;
}

static void
run_case (guint number,
          const char *name,
          const char *dir,
          gboolean look_ahead,
          gboolean *failed)
{
  pid_t child;
  int status = 0;

  fflush (stdout);
  child = fork ();
  if (child == 0)
    {
      int result = mount_small_disk (dir) ? save_many (dir, look_ahead) : NOT_PERMITTED;

      fflush (stdout);
      _exit (result);
    }

  if (child < 0 || waitpid (child, &status, 0) != child || !WIFEXITED (status) ||
      WEXITSTATUS (status) == FAILED)
    {
      printf ("not ok %u - %s\n", number, name);
      *failed = TRUE;
    }
  else if (WEXITSTATUS (status) == NOT_PERMITTED)
    printf ("ok %u - %s # SKIP a small disk may not be mounted here\n", number, name);
  else
    printf ("ok %u - %s\n", number, name);
}

int
main (void)
{
  g_autofree char *dir = g_dir_make_tmp ("dt-full-XXXXXX", NULL);
  gboolean failed = FALSE;

  if (dir == NULL)
    return 1;

  printf ("1..2\n");
  run_case (1, "a_full_disk_is_refused_before_writing", dir, TRUE, &failed);
  run_case (2, "a_disk_that_fills_up_while_writing_harms_nothing", dir, FALSE, &failed);
  g_rmdir (dir);

  return failed ? 1 : 0;
}
