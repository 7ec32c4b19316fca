/* test-save.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "dt-test-place.h"

static const gsize lengths[] = { 0, 1, 4095, 4096, 4097, 128 * 1024, 128 * 1024 + 1, 3000001 };

START_TEST (every_length_is_saved_whole)
{
  g_auto (Place) place = { 0 };
  g_autofree char *fresh = NULL;
  g_autoptr (GBytes) bytes = make_bytes (lengths[_i]);
  g_autoptr (GError) error = NULL;

  place_init (&place);
  fresh = g_build_filename (place.dir, "new", NULL);
  ck_assert (dt_save (place.path, bytes, &error));
  ck_assert (dt_save (fresh, bytes, &error));
  ck_assert (holds (place.path, bytes));
  ck_assert (holds (fresh, bytes));
  ck_assert_uint_eq (count_files (&place), 2);
}
END_TEST

START_TEST (permissions_are_kept_and_new_files_follow_the_mask)
{
  static const mode_t modes[] = { 0600, 0640, 0644, 0664, 0755 };
  g_auto (Place) place = { 0 };
  g_autofree char *fresh = NULL;
  g_autoptr (GBytes) bytes = make_bytes (10);
  struct stat info;

  place_init (&place);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      ck_assert_int_eq (chmod (place.path, modes[i]), 0);
      ck_assert (dt_save (place.path, bytes, NULL));
      ck_assert_int_eq (stat (place.path, &info), 0);
      ck_assert_uint_eq (info.st_mode & 07777, modes[i]);
    }

  fresh = g_build_filename (place.dir, "new", NULL);
  umask (027);
  ck_assert (dt_save (fresh, bytes, NULL));
  umask (022);
  ck_assert_int_eq (stat (fresh, &info), 0);
  ck_assert_uint_eq (info.st_mode & 07777, 0640);
}
END_TEST

START_TEST (links_stay_links)
{
  g_auto (Place) place = { 0 };
  g_autofree char *link = NULL;
  g_autofree char *link_to_link = NULL;
  g_autofree char *dangling = NULL;
  g_autofree char *fresh = NULL;
  g_autofree char *loop = NULL;
  g_autoptr (GBytes) bytes = make_bytes (1000);
  g_autoptr (GError) error = NULL;

  place_init (&place);
  link = g_build_filename (place.dir, "link", NULL);
  link_to_link = g_build_filename (place.dir, "link2", NULL);
  dangling = g_build_filename (place.dir, "dangling", NULL);
  fresh = g_build_filename (place.dir, "fresh", NULL);
  loop = g_build_filename (place.dir, "loop", NULL);
  ck_assert_int_eq (symlink ("kế hoạch.duthao", link), 0);
  ck_assert_int_eq (symlink (link, link_to_link), 0);
  ck_assert_int_eq (symlink ("./fresh", dangling), 0);
  ck_assert_int_eq (symlink ("loop", loop), 0);

  ck_assert (dt_save (link_to_link, bytes, NULL));
  ck_assert (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  ck_assert (g_file_test (link_to_link, G_FILE_TEST_IS_SYMLINK));
  ck_assert (holds (place.path, bytes));
  ck_assert (dt_save (dangling, bytes, NULL));
  ck_assert (g_file_test (dangling, G_FILE_TEST_IS_SYMLINK));
  ck_assert (holds (fresh, bytes));
  ck_assert (!dt_save (loop, bytes, &error));
  dt_assert_error (error, DT_SAVE_ERROR, DT_SAVE_ERROR_FAILED);
}
END_TEST

START_TEST (only_files_are_replaced)
{
  g_auto (Place) place = { 0 };
  g_autofree char *pipe_path = NULL;
  g_autofree char *nowhere = NULL;
  g_autoptr (GBytes) bytes = make_bytes (10);
  g_autoptr (GError) folder = NULL;
  g_autoptr (GError) fifo = NULL;
  g_autoptr (GError) absent = NULL;

  place_init (&place);
  pipe_path = g_build_filename (place.dir, "pipe", NULL);
  nowhere = g_build_filename (place.dir, "no", "such", NULL);
  ck_assert_int_eq (mkfifo (pipe_path, 0600), 0);
  ck_assert (!dt_save (place.dir, bytes, &folder));
  dt_assert_error (folder, DT_SAVE_ERROR, DT_SAVE_ERROR_NOT_A_FILE);
  ck_assert (!dt_save (pipe_path, bytes, &fifo));
  dt_assert_error (fifo, DT_SAVE_ERROR, DT_SAVE_ERROR_NOT_A_FILE);
  ck_assert (!dt_save (nowhere, bytes, &absent));
  dt_assert_error (absent, DT_SAVE_ERROR, DT_SAVE_ERROR_FAILED);
  ck_assert (g_str_has_prefix (absent->message, nowhere));
}
END_TEST

START_TEST (the_longest_name_can_be_saved)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GString) name = g_string_new ("x");
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = make_bytes (10);

  place_init (&place);
  while (name->len < 253)
    g_string_append (name, "ạ");
  g_string_truncate (name, 253);
  ck_assert_uint_le (name->len, 255);
  path = g_build_filename (place.dir, name->str, NULL);
  ck_assert (dt_save (path, bytes, NULL));
  ck_assert (holds (path, bytes));
}
END_TEST

START_TEST (a_change_by_somebody_else_is_a_conflict)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GBytes) mine = make_bytes (100);
  g_autoptr (GBytes) theirs = make_bytes (200);
  g_autofree char *etag = NULL;
  g_autofree char *new_etag = NULL;
  g_autoptr (GError) error = NULL;

  place_init (&place);
  etag = dt_save_etag_for_file (place.path, &error);
  dt_assert_no_error (error);
  ck_assert (dt_save_full (place.path, mine, etag, &new_etag, &error));
  dt_assert_no_error (error);
  ck_assert_str_ne (etag, new_etag);
  g_free (etag);
  etag = dt_save_etag_for_file (place.path, &error);
  ck_assert_str_eq (etag, new_etag);

  ck_assert (dt_save (place.path, theirs, NULL));
  ck_assert (!dt_save_full (place.path, mine, etag, NULL, &error));
  dt_assert_error (error, DT_SAVE_ERROR, DT_SAVE_ERROR_CONFLICT);
  ck_assert (holds (place.path, theirs));
  ck_assert_uint_eq (count_files (&place), 1);
}
END_TEST

START_TEST (a_file_that_must_be_new_must_be_new)
{
  g_auto (Place) place = { 0 };
  g_autofree char *fresh = NULL;
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) bytes = make_bytes (0);
  g_autoptr (GError) error = NULL;

  place_init (&place);
  fresh = g_build_filename (place.dir, "new", NULL);
  etag = dt_save_etag_for_file (fresh, NULL);
  ck_assert_str_eq (etag, DT_SAVE_ETAG_NEW);
  ck_assert (dt_save_full (fresh, bytes, DT_SAVE_ETAG_NEW, NULL, NULL));
  ck_assert (!dt_save_full (fresh, bytes, DT_SAVE_ETAG_NEW, NULL, &error));
  dt_assert_error (error, DT_SAVE_ERROR, DT_SAVE_ERROR_CONFLICT);
}
END_TEST

static const struct
{
  const char *name;
  gboolean is_part;
} part_names[] = {
  { ".kế hoạch.duthao.123-abcde9.duthao-part", TRUE },
  { ".kế hoạch.duthao.123-abcde.duthao-part", FALSE },
  { ".kế hoạch.duthao.123-abcde99.duthao-part", FALSE },
  { ".kế hoạch.duthao.-123-abcde9.duthao-part", FALSE },
  { ".kế hoạch.duthao.0-abcde9.duthao-part", FALSE },
  { ".kế hoạch.duthao.x123-abcde9.duthao-part", FALSE },
  { ".kế hoạch.duthao.123-abc/e9.duthao-part", FALSE },
  { ".kế hoạch.duthao.123-abcde9.duthao-part~", FALSE },
  { ".other.duthao.123-abcde9.duthao-part", FALSE },
  { "kế hoạch.duthao.123-abcde9.duthao-part", FALSE },
  { ".kế hoạch.duthao.2.duthao.123-abcde9.duthao-part", FALSE },
  { "kế hoạch.duthao", FALSE },
  { "", FALSE },
};

START_TEST (only_names_of_ours_are_cleaned_up)
{
  ck_assert_int_eq (dt_save_is_part_name (part_names[_i].name, "kế hoạch.duthao", NULL),
                    part_names[_i].is_part);
}
END_TEST

START_TEST (part_names_are_recognised)
{
  static const char *const documents[] = { "a", "a.b", "1-2", "kế hoạch 2026.duthao" };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *path = g_build_filename ("/tmp", documents[i], NULL);
      g_autofree char *part = dt_save_make_part_path (path);
      int pid = 0;

      ck_assert (g_str_has_prefix (part, "/tmp/."));
      ck_assert (dt_save_is_part_name (part + strlen ("/tmp/"), documents[i], &pid));
      ck_assert_int_eq (pid, getpid ());
    }
}
END_TEST

START_TEST (what_crashes_left_is_removed_and_live_saves_are_not)
{
  g_auto (Place) place = { 0 };
  g_autofree char *dead = NULL;
  g_autofree char *live = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GBytes) bytes = make_bytes (10);
  int fd;

  place_init (&place);
  dead = dt_save_make_part_path (place.path);
  live = dt_save_make_part_path (place.path);
  other = g_build_filename (place.dir, ".kế hoạch.duthao.swp", NULL);
  ck_assert (g_file_set_contents (dead, "x", -1, NULL));
  ck_assert (g_file_set_contents (live, "x", -1, NULL));
  ck_assert (g_file_set_contents (other, "x", -1, NULL));
  fd = open (live, O_RDONLY);
  ck_assert_int_eq (flock (fd, LOCK_EX), 0);

  ck_assert (dt_save (place.path, bytes, NULL));
  ck_assert (!g_file_test (dead, G_FILE_TEST_EXISTS));
  ck_assert (g_file_test (live, G_FILE_TEST_EXISTS));
  ck_assert (g_file_test (other, G_FILE_TEST_EXISTS));
  close (fd);
  ck_assert_uint_eq (dt_save_clean_stale (place.path), 1);
  ck_assert_uint_eq (dt_save_clean_stale (place.path), 0);
  ck_assert (!g_file_test (live, G_FILE_TEST_EXISTS));
  ck_assert_uint_eq (count_files (&place), 2);
}
END_TEST

static int
no_locks (int fd,
          int operation)
{
  errno = ENOTSUP;
  return -1;
}

START_TEST (without_locks_only_old_files_of_dead_processes_go)
{
  g_auto (Place) place = { 0 };
  DtSaveCalls calls = dt_save_system_calls;
  static const char *const pids[] = { "1", "2147483646" };
  static const guint removed[2][2] = { { 0, 0 }, { 0, 1 } };

  calls.flock = no_locks;
  for (guint is_old = 0; is_old < 2; is_old++)
    for (guint i = 0; i < G_N_ELEMENTS (pids); i++)
      {
        g_autofree char *part = NULL;
        struct timespec times[2] = { { is_old ? 1000 : time (NULL) }, { is_old ? 1000 : time (NULL) } };

        place_init (&place);
        part = g_strdup_printf ("%s/.kế hoạch.duthao.%s-aaaaaa.duthao-part", place.dir, pids[i]);
        ck_assert (g_file_set_contents (part, "x", -1, NULL));
        ck_assert_int_eq (utimensat (AT_FDCWD, part, times, 0), 0);
        ck_assert_uint_eq (dt_save_clean_stale_with_calls (&calls, place.path), removed[is_old][i]);
        place_clear (&place);
      }
  place_init (&place);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("save");
  TCase *basic = tcase_create ("basic");
  TCase *others = tcase_create ("others");

  tcase_add_loop_test (basic, every_length_is_saved_whole, 0, G_N_ELEMENTS (lengths));
  tcase_add_test (basic, permissions_are_kept_and_new_files_follow_the_mask);
  tcase_add_test (basic, links_stay_links);
  tcase_add_test (basic, only_files_are_replaced);
  tcase_add_test (basic, the_longest_name_can_be_saved);
  suite_add_tcase (suite, basic);

  tcase_add_test (others, a_change_by_somebody_else_is_a_conflict);
  tcase_add_test (others, a_file_that_must_be_new_must_be_new);
  tcase_add_loop_test (others, only_names_of_ours_are_cleaned_up, 0, G_N_ELEMENTS (part_names));
  tcase_add_test (others, part_names_are_recognised);
  tcase_add_test (others, what_crashes_left_is_removed_and_live_saves_are_not);
  tcase_add_test (others, without_locks_only_old_files_of_dead_processes_go);
  suite_add_tcase (suite, others);

  return dt_test_main (suite);
}
