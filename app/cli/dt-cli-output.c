/* dt-cli-output.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-private.h"

#include "base/dt-save.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Shorter jobs do not talk. */
#define PROGRESS_DELAY G_USEC_PER_SEC
#define PROGRESS_STEP (G_USEC_PER_SEC / 10)

/**
 * dt_cli_keep_standard_files:
 *
 * Makes sure that no file that is opened later gets the number of a standard
 * one that was closed: what is meant for the screen would go into it. What is
 * put in the place fails when it is used.
 */
void
dt_cli_keep_standard_files (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    {
      if (fcntl (fd, F_GETFD) == -1 && errno == EBADF &&
          open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
        _exit (DT_CLI_FAILED);
    }
}

/**
 * dt_cli_print_line:
 * @line: UTF-8
 *
 * Prints a line on standard error, in UTF-8 whatever the locale is.
 */
void
dt_cli_print_line (const char *line)
{
  g_autofree char *whole = g_strconcat (line, "\n", NULL);

  fwrite (whole, 1, strlen (whole), stderr);
}

/**
 * dt_cli_print_error:
 * @message: UTF-8
 *
 * Prints a message with the name of the program before it.
 */
void
dt_cli_print_error (const char *message)
{
  g_autofree char *line = g_strconcat (DT_CLI_NAME, ": ", message, NULL);

  dt_cli_print_line (line);
}

/**
 * dt_cli_fail:
 * @error: why the operation did not happen
 *
 * Prints @error.
 *
 * Returns: the exit status
 */
int
dt_cli_fail (const GError *error)
{
  dt_cli_print_error (error->message);

  return DT_CLI_FAILED;
}

static gboolean
set_stdout_error (GError **error,
                  int saved_errno)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), _ ("standard output: %s"),
               g_strerror (saved_errno));
  return FALSE;
}

gboolean
dt_cli_write_stdout (const void *data,
                     gsize size,
                     GError **error)
{
  errno = 0;
  if (fwrite (data, 1, size, stdout) == size)
    return TRUE;

  return set_stdout_error (error, errno);
}

/**
 * dt_cli_flush_stdout:
 * @error: return location for an error
 *
 * Sends on what was written: a full disk or a closed pipe shows only here.
 *
 * Returns: %TRUE, or %FALSE with @error set
 */
gboolean
dt_cli_flush_stdout (GError **error)
{
  errno = 0;
  if (fflush (stdout) == 0)
    return TRUE;

  return set_stdout_error (error, errno);
}

gboolean
dt_cli_write (const char *path,
              GBytes *bytes,
              GError **error)
{
  if (strcmp (path, "-") != 0)
    return dt_save (path, bytes, error);

  return dt_cli_write_stdout (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), error) &&
         dt_cli_flush_stdout (error);
}

/**
 * dt_cli_is_same_file:
 * @a: a file name
 * @b: another
 *
 * Tells whether two names belong to one file, which need not be there.
 *
 * Returns: %TRUE if they do
 */
gboolean
dt_cli_is_same_file (const char *a,
                     const char *b)
{
  g_autofree char *full_a = NULL;
  g_autofree char *full_b = NULL;
  GStatBuf info_a;
  GStatBuf info_b;

  if (strcmp (a, "-") == 0 || strcmp (b, "-") == 0)
    return strcmp (a, b) == 0;
  if (g_stat (a, &info_a) == 0 && g_stat (b, &info_b) == 0)
    return info_a.st_dev == info_b.st_dev && info_a.st_ino == info_b.st_ino;

  full_a = g_canonicalize_filename (a, NULL);
  full_b = g_canonicalize_filename (b, NULL);
  return strcmp (full_a, full_b) == 0;
}

/**
 * dt_cli_progress:
 * @fraction: how much is done
 * @user_data: (type gint64): when the job began, on the monotonic clock
 *
 * Says how far a job is, in one line that is written over.
 */
void
dt_cli_progress (double fraction,
                 gpointer user_data)
{
  const gint64 *begin = user_data;
  static gint64 last;
  gint64 now = g_get_monotonic_time ();

  if (now - *begin < PROGRESS_DELAY || now - last < PROGRESS_STEP || !isatty (STDERR_FILENO))
    return;

  last = now;
  fprintf (stderr, "\r%3d %%", (int) (fraction * 100.0));
  fflush (stderr);
}

void
dt_cli_progress_done (void)
{
  /* Writes blanks over the number and goes back. */
  if (isatty (STDERR_FILENO))
    fputs ("\r     \r", stderr);
}
