/* test-save-faults.c - saves whose system calls fail
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-save-private.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "dt-test-place.h"

/* The table of calls that fail. Each call counts; the one with the number
 * FAIL_AT fails, or all from there on. */
static struct
{
  guint n;
  guint fail_at;
  gboolean sticky;
  int error_number;
  const char *failed;
} fault;

static gboolean
fails (const char *name)
{
  fault.n++;
  if (fault.n != fault.fail_at && !(fault.sticky && fault.n > fault.fail_at))
    return FALSE;
  if (fault.failed == NULL)
    fault.failed = name;
  errno = fault.error_number;
  return TRUE;
}

#define FAULTY(type, name, parameters, arguments)                    \
  static type faulty_##name parameters                               \
  {                                                                  \
    return fails (#name) ? -1 : dt_save_system_calls.name arguments; \
  }

FAULTY (int, open, (const char *path, int flags, mode_t mode), (path, flags, mode))
FAULTY (ssize_t, write, (int fd, const void *data, size_t n), (fd, data, n))
FAULTY (ssize_t, pread, (int fd, void *data, size_t n, off_t at), (fd, data, n, at))
FAULTY (int, fsync, (int fd), (fd))
FAULTY (int, fstat, (int fd, struct stat *info), (fd, info))
FAULTY (int, lstat, (const char *path, struct stat *info), (path, info))
FAULTY (ssize_t, readlink, (const char *path, char *link, size_t n), (path, link, n))
FAULTY (int, access, (const char *path, int mode), (path, mode))
FAULTY (int, fchmod, (int fd, mode_t mode), (fd, mode))
FAULTY (int, fchown, (int fd, uid_t owner, gid_t group), (fd, owner, group))
FAULTY (int, flock, (int fd, int operation), (fd, operation))
FAULTY (int, rename, (const char *from, const char *to), (from, to))
FAULTY (int, unlink, (const char *path), (path))
FAULTY (int, fstatvfs, (int fd, struct statvfs *info), (fd, info))

/* Linux closes the descriptor even when it reports an error. */
static int
faulty_close (int fd)
{
  int result = close (fd);

  return fails ("close") ? -1 : result;
}

static const DtSaveCalls faulty_calls = {
  .open = faulty_open,
  .close = faulty_close,
  .write = faulty_write,
  .pread = faulty_pread,
  .fsync = faulty_fsync,
  .fstat = faulty_fstat,
  .lstat = faulty_lstat,
  .readlink = faulty_readlink,
  .access = faulty_access,
  .fchmod = faulty_fchmod,
  .fchown = faulty_fchown,
  .flock = faulty_flock,
  .rename = faulty_rename,
  .unlink = faulty_unlink,
  .fstatvfs = faulty_fstatvfs,
};

static void
set_fault (guint fail_at,
           gboolean sticky,
           int error_number)
{
  memset (&fault, 0, sizeof fault);
  fault.fail_at = fail_at;
  fault.sticky = sticky;
  fault.error_number = error_number;
}

/* What may fail without a word: looks ahead, locks, rights that cannot be
 * kept, and a folder that may be written but not listed. */
static gboolean
may_be_ignored (const char *name)
{
  static const char *const ignored[] = {
    "close", "fstatvfs", "flock", "fchmod", "fchown", "fstat", NULL
  };

  return g_strv_contains (ignored, name) ||
         (strcmp (name, "open") == 0 && fault.error_number == EACCES);
}

static const int error_numbers[] = { EIO, ENOSPC, EDQUOT, EACCES };

/* Saves with fault number K. Returns whether the fault was met at all. */
static gboolean
save_with_fault (guint k,
                 gboolean sticky,
                 gboolean with_etag,
                 int error_number)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GBytes) old = g_bytes_new_static (OLD_TEXT, strlen (OLD_TEXT));
  g_autoptr (GBytes) bytes = make_bytes (300000);
  g_autofree char *etag = with_etag ? dt_save_etag_for_bytes (old) : NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  place_init (&place);
  set_fault (k, sticky, error_number);
  done = dt_save_with_calls (&faulty_calls, place.path, bytes, etag, NULL, &error);
  if (fault.failed == NULL)
    {
      ck_assert (done);
      return FALSE;
    }

  ck_assert_msg (done == (error == NULL), "%s", fault.failed);
  if (done)
    ck_assert_msg (sticky || may_be_ignored (fault.failed), "%s was ignored", fault.failed);
  if (done || g_error_matches (error, DT_SAVE_ERROR, DT_SAVE_ERROR_NOT_SURE))
    ck_assert_msg (holds (place.path, bytes), "after %s the new file is not there", fault.failed);
  else
    ck_assert_msg (holds (place.path, old), "after %s the old file is not there", fault.failed);

  if (sticky)
    dt_save_clean_stale (place.path);
  ck_assert_msg (count_files (&place) == 1, "after %s something is left", fault.failed);

  ck_assert (dt_save (place.path, bytes, NULL));
  ck_assert (holds (place.path, bytes));
  return TRUE;
}

START_TEST (no_single_failure_harms_the_old_file)
{
  guint k = 1;

  while (save_with_fault (k, FALSE, FALSE, error_numbers[_i]))
    k++;
  ck_assert_uint_gt (k, 15);
}
END_TEST

START_TEST (no_single_failure_harms_the_old_file_when_conflicts_are_checked)
{
  guint k = 1;

  while (save_with_fault (k, FALSE, TRUE, error_numbers[_i]))
    k++;
  ck_assert_uint_gt (k, 18);
}
END_TEST

START_TEST (no_lasting_failure_harms_the_old_file)
{
  guint k = 1;

  while (save_with_fault (k, TRUE, FALSE, error_numbers[_i]))
    k++;
  ck_assert_uint_gt (k, 15);
}
END_TEST

START_TEST (failures_have_codes_to_decide_by)
{
  static const struct
  {
    const char *call;
    int error_number;
    DtSaveError code;
  } rows[] = {
    { "write", ENOSPC, DT_SAVE_ERROR_NO_SPACE },
    { "write", EDQUOT, DT_SAVE_ERROR_NO_SPACE },
    { "write", EIO, DT_SAVE_ERROR_FAILED },
    { "access", EROFS, DT_SAVE_ERROR_DENIED },
    { "access", EACCES, DT_SAVE_ERROR_DENIED },
    { "rename", EPERM, DT_SAVE_ERROR_DENIED },
    { "fsync", ENOSPC, DT_SAVE_ERROR_NO_SPACE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gboolean met = FALSE;

      for (guint k = 1; k < 100 && !met; k++)
        {
          g_auto (Place) place = { 0 };
          g_autoptr (GBytes) bytes = make_bytes (10);
          g_autoptr (GError) error = NULL;

          place_init (&place);
          set_fault (k, FALSE, rows[i].error_number);
          dt_save_with_calls (&faulty_calls, place.path, bytes, NULL, NULL, &error);
          met = g_strcmp0 (fault.failed, rows[i].call) == 0;
          if (met)
            dt_assert_error (error, DT_SAVE_ERROR, rows[i].code);
        }
      ck_assert_msg (met, "%s", rows[i].call);
    }
}
END_TEST

START_TEST (an_unconfirmed_rename_is_told_apart)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GBytes) bytes = make_bytes (10);
  g_autoptr (GError) error = NULL;

  place_init (&place);
  /* The last call that can fail is the sync of the folder, before two closes. */
  set_fault (0, FALSE, EIO);
  ck_assert (dt_save_with_calls (&faulty_calls, place.path, bytes, NULL, NULL, NULL));
  set_fault (fault.n - 2, FALSE, EIO);
  ck_assert (!dt_save_with_calls (&faulty_calls, place.path, bytes, NULL, NULL, &error));
  ck_assert_str_eq (fault.failed, "fsync");
  dt_assert_error (error, DT_SAVE_ERROR, DT_SAVE_ERROR_NOT_SURE);
}
END_TEST

START_TEST (a_folder_that_cannot_be_synced_is_no_error)
{
  g_auto (Place) place = { 0 };
  g_autoptr (GBytes) bytes = make_bytes (10);
  g_autoptr (GError) error = NULL;

  place_init (&place);
  set_fault (0, FALSE, EINVAL);
  ck_assert (dt_save_with_calls (&faulty_calls, place.path, bytes, NULL, NULL, NULL));
  set_fault (fault.n - 2, FALSE, EINVAL);
  ck_assert (dt_save_with_calls (&faulty_calls, place.path, bytes, NULL, NULL, &error));
  ck_assert_str_eq (fault.failed, "fsync");
}
END_TEST

/* Writes and reads a little at a time, and is interrupted every other time. */
static gboolean
interrupted (void)
{
  errno = EINTR;
  return ++fault.n % 2 == 0;
}

static ssize_t
slow_write (int fd,
            const void *data,
            size_t n)
{
  return interrupted () ? -1 : write (fd, data, MIN (n, 1 + fault.n % 977));
}

static ssize_t
slow_pread (int fd,
            void *data,
            size_t n,
            off_t at)
{
  return interrupted () ? -1 : pread (fd, data, MIN (n, 1 + fault.n % 977), at);
}

static int
slow_fsync (int fd)
{
  return interrupted () ? -1 : fsync (fd);
}

START_TEST (short_writes_and_interruptions_are_gone_through)
{
  g_auto (Place) place = { 0 };
  DtSaveCalls calls = dt_save_system_calls;
  g_autoptr (GBytes) bytes = make_bytes (100000);
  g_autoptr (GError) error = NULL;

  calls.write = slow_write;
  calls.pread = slow_pread;
  calls.fsync = slow_fsync;
  place_init (&place);
  memset (&fault, 0, sizeof fault);
  ck_assert (dt_save_with_calls (&calls, place.path, bytes, NULL, NULL, &error));
  dt_assert_no_error (error);
  ck_assert (holds (place.path, bytes));
  ck_assert_uint_gt (fault.n, 400);
}
END_TEST

/* A share that says it has written everything. */
static ssize_t
lying_write (int fd,
             const void *data,
             size_t n)
{
  return write (fd, data, n / 2) < 0 ? -1 : (ssize_t) n;
}

static ssize_t
damaging_write (int fd,
                const void *data,
                size_t n)
{
  g_autofree char *copy = g_memdup2 (data, n);

  copy[n - 1] ^= 1;
  return write (fd, copy, n);
}

START_TEST (a_disk_that_lies_is_found_out)
{
  for (guint i = 0; i < 2; i++)
    {
      g_auto (Place) place = { 0 };
      DtSaveCalls calls = dt_save_system_calls;
      g_autoptr (GBytes) old = g_bytes_new_static (OLD_TEXT, strlen (OLD_TEXT));
      g_autoptr (GBytes) bytes = make_bytes (100000);
      g_autoptr (GError) error = NULL;

      calls.write = i == 0 ? lying_write : damaging_write;
      place_init (&place);
      ck_assert (!dt_save_with_calls (&calls, place.path, bytes, NULL, NULL, &error));
      dt_assert_error (error, DT_SAVE_ERROR, DT_SAVE_ERROR_FAILED);
      ck_assert (holds (place.path, old));
      ck_assert_uint_eq (count_files (&place), 1);
    }
}
END_TEST

static int
little_room (int fd,
             struct statvfs *info)
{
  int result = fstatvfs (fd, info);

  info->f_bavail = 100 * 1024 / info->f_frsize;
  return result;
}

START_TEST (a_full_disk_is_told_before_writing)
{
  g_auto (Place) place = { 0 };
  DtSaveCalls calls = dt_save_system_calls;
  g_autoptr (GBytes) small = make_bytes (20 * 1024);
  g_autoptr (GBytes) large = make_bytes (60 * 1024);
  g_autoptr (GError) error = NULL;

  calls.fstatvfs = little_room;
  place_init (&place);
  ck_assert (dt_save_with_calls (&calls, place.path, small, NULL, NULL, NULL));
  ck_assert (!dt_save_with_calls (&calls, place.path, large, NULL, NULL, &error));
  dt_assert_error (error, DT_SAVE_ERROR, DT_SAVE_ERROR_NO_SPACE);
  ck_assert (holds (place.path, small));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("save-faults");
  TCase *faults = tcase_create ("faults");
  TCase *disks = tcase_create ("disks");
  const int n_numbers = G_N_ELEMENTS (error_numbers);

  tcase_set_timeout (faults, 60);
  tcase_add_loop_test (faults, no_single_failure_harms_the_old_file, 0, n_numbers);
  tcase_add_loop_test (faults, no_single_failure_harms_the_old_file_when_conflicts_are_checked, 0,
                       n_numbers);
  tcase_add_loop_test (faults, no_lasting_failure_harms_the_old_file, 0, n_numbers);
  tcase_add_test (faults, failures_have_codes_to_decide_by);
  tcase_add_test (faults, an_unconfirmed_rename_is_told_apart);
  tcase_add_test (faults, a_folder_that_cannot_be_synced_is_no_error);
  suite_add_tcase (suite, faults);

  tcase_add_test (disks, short_writes_and_interruptions_are_gone_through);
  tcase_add_test (disks, a_disk_that_lies_is_found_out);
  tcase_add_test (disks, a_full_disk_is_told_before_writing);
  suite_add_tcase (suite, disks);

  return dt_test_main (suite);
}
