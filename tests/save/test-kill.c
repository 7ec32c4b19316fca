/* test-kill.c - saves whose process is killed, and saves that race
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-file.h"
#include "base/dt-save.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "dt-test.h"

#define N_KILLS 1000
#define SIZE 100000

/* A kill comes this long after a child has started, in microseconds: a save
 * takes about as long, so every phase of it gets its share. */
#define MAX_DELAY 5000

#define N_WRITERS 2
#define N_LINES 100

/* Shared with the child: the last version whose save was reported as done. */
typedef struct
{
  volatile guint done;
  volatile guint started;
} Progress;

static Progress *
share_progress (void)
{
  Progress *progress = mmap (NULL, sizeof *progress, PROT_READ | PROT_WRITE,
                             MAP_SHARED | MAP_ANONYMOUS, -1, 0);

  ck_assert (progress != MAP_FAILED);
  return progress;
}

/* Every byte tells the version, so that a mixture of two is seen. */
static GBytes *
make_version (guint version)
{
  g_autofree char *line = g_strdup_printf ("%08u\n", version);
  gsize width = strlen (line);
  char *data = g_malloc (SIZE + width);

  for (gsize i = 0; i < SIZE; i += width)
    memcpy (data + i, line, width);
  return g_bytes_new_take (data, SIZE);
}

static gboolean
read_version (const char *path,
              guint *version)
{
  g_autoptr (GBytes) found = dt_file_read (path, SIZE + 1, NULL);
  g_autoptr (GBytes) want = NULL;

  if (found == NULL || g_bytes_get_size (found) != SIZE)
    return FALSE;

  *version = (guint) g_ascii_strtoull (g_bytes_get_data (found, NULL), NULL, 10);
  want = make_version (*version);
  return g_bytes_equal (found, want);
}

static void
save_on_and_on (const char *path,
                guint version,
                Progress *progress)
{
  progress->started = 1;
  for (;;)
    {
      g_autoptr (GBytes) bytes = make_version (++version);

      if (!dt_save (path, bytes, NULL))
        _exit (1);
      progress->done = version;
    }
}

static guint
count_files (const char *dir)
{
  g_autoptr (GDir) listing = g_dir_open (dir, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (listing) != NULL)
    n++;
  return n;
}

/* Starts a child that saves, kills it, and waits for its end. */
static void
kill_one (const char *path,
          guint version,
          Progress *progress,
          guint delay)
{
  pid_t child;
  int status;

  progress->started = 0;
  progress->done = version;
  child = fork ();
  ck_assert_int_ge (child, 0);
  if (child == 0)
    save_on_and_on (path, version, progress);

  while (progress->started == 0)
    g_usleep (50);
  g_usleep (delay);
  kill (child, SIGKILL);
  ck_assert_int_eq (waitpid (child, &status, 0), child);
  ck_assert_msg (WIFSIGNALED (status), "a save failed before the kill");
}

START_TEST (a_thousand_kills_lose_nothing_and_leave_nothing)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (30);
  g_autofree char *dir = g_dir_make_tmp ("dt-kill-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "plan.duthao", NULL);
  g_autoptr (GBytes) first = make_version (0);
  Progress *progress = share_progress ();
  guint version = 0;
  guint n_interrupted = 0;

  ck_assert (dt_save (path, first, NULL));
  for (guint i = 0; i < N_KILLS; i++)
    {
      guint found = 0;

      kill_one (path, version, progress, (guint) g_rand_int_range (random, 0, MAX_DELAY));
      ck_assert_msg (read_version (path, &found), "the file is damaged after kill %u", i);
      ck_assert_msg (found == progress->done || found == progress->done + 1,
                     "version %u was saved but %u is there", progress->done, found);
      version = found;

      /* What the next start does. */
      n_interrupted += dt_save_clean_stale (path);
      ck_assert_uint_eq (count_files (dir), 1);
    }

  /* Else the kills came too early or too late to mean anything. */
  ck_assert_uint_gt (n_interrupted, N_KILLS / 20);
  ck_assert_uint_gt (version, N_KILLS / 20);
  munmap (progress, sizeof *progress);
  g_unlink (path);
  g_rmdir (dir);
}
END_TEST

/* Adds lines to the file, each on top of what others have added. */
static void
add_lines (const char *path,
           guint writer)
{
  for (guint i = 0; i < N_LINES;)
    {
      g_autoptr (GBytes) old = dt_file_read (path, 1 << 20, NULL);
      g_autofree char *etag = dt_save_etag_for_bytes (old);
      g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (old, NULL),
                                                   (gssize) g_bytes_get_size (old));
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      g_string_append_printf (text, "%u %u\n", writer, i);
      bytes = g_bytes_new (text->str, text->len);
      if (dt_save_full (path, bytes, etag, NULL, &error))
        i++;
      else if (!g_error_matches (error, DT_SAVE_ERROR, DT_SAVE_ERROR_CONFLICT))
        _exit (1);
    }
  _exit (0);
}

START_TEST (two_writers_are_told_of_each_other)
{
  g_autofree char *dir = g_dir_make_tmp ("dt-race-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "plan.duthao", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint next[N_WRITERS] = { 0 };

  ck_assert (g_file_set_contents (path, "", 0, NULL));
  for (guint writer = 0; writer < N_WRITERS; writer++)
    {
      pid_t child = fork ();

      ck_assert_int_ge (child, 0);
      if (child == 0)
        add_lines (path, writer);
    }
  for (guint writer = 0; writer < N_WRITERS; writer++)
    {
      int status;

      ck_assert_int_gt (wait (&status), 0);
      ck_assert (WIFEXITED (status) && WEXITSTATUS (status) == 0);
    }

  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  ck_assert_uint_eq (g_strv_length (lines), N_WRITERS * N_LINES + 1);
  for (guint i = 0; i < N_WRITERS * N_LINES; i++)
    {
      guint writer = (guint) (lines[i][0] - '0');

      ck_assert_uint_lt (writer, N_WRITERS);
      ck_assert_uint_eq (g_ascii_strtoull (lines[i] + 2, NULL, 10), next[writer]++);
    }
  ck_assert_uint_eq (count_files (dir), 1);
  g_unlink (path);
  g_rmdir (dir);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("kill");
  TCase *kills = tcase_create ("kills");
  TCase *races = tcase_create ("races");

  tcase_set_timeout (kills, 300);
  tcase_add_test (kills, a_thousand_kills_lose_nothing_and_leave_nothing);
  suite_add_tcase (suite, kills);

  tcase_set_timeout (races, 120);
  tcase_add_test (races, two_writers_are_told_of_each_other);
  suite_add_tcase (suite, races);

  return dt_test_main (suite);
}
