/* test-save.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-save-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "dt-test.h"

/* A folder of its own for each test, with a document in it. */
typedef struct
{
  char *dir;
  char *path;
} Place;

static const char old_text[] = "old content";

static void
place_init (Place *place)
{
  g_autoptr (GError) error = NULL;

  place->dir = g_dir_make_tmp ("dt-save-XXXXXX", &error);
  dt_assert_no_error (error);
  place->path = g_build_filename (place->dir, "kế hoạch.duthao", NULL);
  ck_assert (g_file_set_contents (place->path, old_text, -1, NULL));
}

static guint
count_files (const Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->dir, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
place_clear (Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place->dir, name, NULL);

      if (g_unlink (path) != 0)
        g_rmdir (path);
    }
  g_rmdir (place->dir);
  g_free (place->dir);
  g_free (place->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

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

static GBytes *
make_bytes (gsize length)
{
  char *data = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    data[i] = (char) (i * 7 + i / 251);
  return g_bytes_new_take (data, length);
}

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

#define FAULTY(type, name, parameters, arguments)   \
  static type faulty_##name parameters              \
  {                                                 \
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
  g_autoptr (GBytes) old = g_bytes_new_static (old_text, strlen (old_text));
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
      g_autoptr (GBytes) old = g_bytes_new_static (old_text, strlen (old_text));
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
  TCase *faults = tcase_create ("faults");
  TCase *others = tcase_create ("others");
  const int n_numbers = G_N_ELEMENTS (error_numbers);

  tcase_add_loop_test (basic, every_length_is_saved_whole, 0, G_N_ELEMENTS (lengths));
  tcase_add_test (basic, permissions_are_kept_and_new_files_follow_the_mask);
  tcase_add_test (basic, links_stay_links);
  tcase_add_test (basic, only_files_are_replaced);
  tcase_add_test (basic, the_longest_name_can_be_saved);
  suite_add_tcase (suite, basic);

  tcase_set_timeout (faults, 60);
  tcase_add_loop_test (faults, no_single_failure_harms_the_old_file, 0, n_numbers);
  tcase_add_loop_test (faults, no_single_failure_harms_the_old_file_when_conflicts_are_checked, 0,
                       n_numbers);
  tcase_add_loop_test (faults, no_lasting_failure_harms_the_old_file, 0, n_numbers);
  tcase_add_test (faults, failures_have_codes_to_decide_by);
  tcase_add_test (faults, an_unconfirmed_rename_is_told_apart);
  tcase_add_test (faults, a_folder_that_cannot_be_synced_is_no_error);
  tcase_add_test (faults, short_writes_and_interruptions_are_gone_through);
  tcase_add_test (faults, a_disk_that_lies_is_found_out);
  tcase_add_test (faults, a_full_disk_is_told_before_writing);
  suite_add_tcase (suite, faults);

  tcase_add_test (others, a_change_by_somebody_else_is_a_conflict);
  tcase_add_test (others, a_file_that_must_be_new_must_be_new);
  tcase_add_loop_test (others, only_names_of_ours_are_cleaned_up, 0, G_N_ELEMENTS (part_names));
  tcase_add_test (others, part_names_are_recognised);
  tcase_add_test (others, what_crashes_left_is_removed_and_live_saves_are_not);
  tcase_add_test (others, without_locks_only_old_files_of_dead_processes_go);
  suite_add_tcase (suite, others);

  return dt_test_main (suite);
}
