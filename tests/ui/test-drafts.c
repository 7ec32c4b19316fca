/* test-drafts.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-save-private.h"
#include "document/dui-document-file.h"
#include "document/dui-drafts-private.h"
#include "format/dt-plan-file.h"

#include <errno.h>

#include "dui-test.h"

static char *
make_folder (void)
{
  return g_dir_make_tmp ("duthao-drafts-XXXXXX", NULL);
}

static DuiDocument *
make_document (void)
{
  g_autoptr (DtPlan) plan = dt_plan_new_empty ("ke-hoach");

  return dui_document_new (dui_test_get_engine (), plan, NULL);
}

static const char *
get_subject (DuiDocument *document)
{
  DtNode *node = dt_plan_find (dui_document_get_plan (document), "head/subject");

  return node != NULL ? dt_node_get_text (node) : NULL;
}

static void
set_subject (DuiDocument *document,
             const char *text)
{
  ck_assert (dui_document_set_text (document, "head/subject", text, NULL, NULL));
}

static char *
get_draft_path (const char *folder,
                DuiDocument *document)
{
  g_autofree char *name = g_strconcat (dui_document_get_id (document), ".duthao", NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
is_kept (gpointer document)
{
  return dui_document_get_draft_state (document) == DUI_DRAFT_KEPT;
}

static gboolean
has_failed (gpointer document)
{
  return dui_document_get_draft_state (document) == DUI_DRAFT_FAILED;
}

static gboolean
is_absent (gpointer path)
{
  return !g_file_test (path, G_FILE_TEST_EXISTS);
}

START_TEST (a_change_is_on_disk_within_two_seconds)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);
  g_autoptr (DuiDocument) document = make_document ();
  g_autofree char *path = get_draft_path (folder, document);
  g_autoptr (DtPlan) read = NULL;
  gint64 begin;

  dui_drafts_add (drafts, document);
  dui_test_settle ();
  ck_assert (is_absent (path));

  begin = g_get_monotonic_time ();
  set_subject (document, "Một");
  ck_assert_int_eq (dui_document_get_draft_state (document), DUI_DRAFT_PENDING);
  ck_assert (dui_test_wait (is_kept, document, 5));
  ck_assert_int_lt (g_get_monotonic_time () - begin, 2 * G_USEC_PER_SEC);
  read = dt_plan_load (path, NULL, NULL);
  ck_assert (dt_plan_equal (read, dui_document_get_plan (document)));
}
END_TEST

START_TEST (typing_on_does_not_put_the_draft_off)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);
  g_autoptr (DuiDocument) document = make_document ();
  g_autofree char *path = get_draft_path (folder, document);

  dui_drafts_add (drafts, document);
  for (guint i = 0; i < 50 && is_absent (path); i++)
    {
      g_autofree char *text = g_strdup_printf ("chữ %u", i);

      set_subject (document, text);
      g_usleep (40000);
      dui_test_settle ();
    }
  ck_assert (!is_absent (path));
}
END_TEST

START_TEST (flushing_writes_at_once)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);
  g_autoptr (DuiDocument) document = make_document ();
  g_autofree char *path = get_draft_path (folder, document);

  dui_drafts_add (drafts, document);
  set_subject (document, "Một");
  dui_drafts_flush (drafts);
  ck_assert (!is_absent (path));
  ck_assert (is_kept (document));
}
END_TEST

/* As the start hands over a plan of a template. */
static DuiDocument *
make_new_plan (void)
{
  DuiDocument *document = make_document ();

  dui_document_restore (document, dui_document_get_plan (document), NULL);
  return document;
}

/* How the program ends in the first second: by itself, or not at all while the session is written. */
static void (*const ends[]) (DuiDrafts *) = { dui_drafts_end, dui_drafts_flush, dui_drafts_end_start };

START_TEST (a_new_plan_is_on_disk_before_the_session_names_it)
{
  g_autofree char *folder = make_folder ();
  DuiDrafts *drafts = dui_drafts_new (dui_test_get_engine (), folder);
  g_autoptr (DuiDocument) document = make_new_plan ();
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) restored = NULL;

  dui_drafts_add (drafts, document);
  ends[_i](drafts);
  g_object_unref (drafts);

  drafts = dui_drafts_new (dui_test_get_engine (), folder);
  restored = dui_drafts_restore (drafts, messages);
  ck_assert_msg (messages->len == 0, "%s", messages->len > 0 ? (const char *) g_ptr_array_index (messages, 0) : "");
  ck_assert_uint_eq (restored->len, 1);
  g_object_unref (drafts);
}
END_TEST

START_TEST (a_new_plan_closed_at_once_is_listed)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);
  g_autoptr (DuiDocument) document = make_new_plan ();
  g_autoptr (GPtrArray) listed = NULL;

  dui_drafts_add (drafts, document);
  dui_drafts_remove (drafts, document, FALSE);
  listed = dui_drafts_list (drafts);
  ck_assert_uint_eq (listed->len, 1);
}
END_TEST

/* Begun by a service, a plan may stand in a window before what was open is asked for. */
START_TEST (what_is_open_already_does_not_come_back)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);
  g_autoptr (DuiDocument) document = make_new_plan ();
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) restored = NULL;

  dui_drafts_add (drafts, document);
  restored = dui_drafts_restore (drafts, messages);
  ck_assert_uint_eq (restored->len, 0);
  ck_assert_uint_eq (messages->len, 0);
}
END_TEST

START_TEST (windows_texts_and_carets_come_back)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = NULL;
  guint offset;

  {
    g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);

    for (guint i = 0; i < 3; i++)
      {
        g_autoptr (DuiDocument) document = make_document ();
        g_autofree char *text = g_strdup_printf ("Kế hoạch %u", i);

        dui_drafts_add (drafts, document);
        set_subject (document, text);
        dui_document_set_caret (document, "head/subject", 4 + i);
        dui_document_set_attribute (document, "head", DT_ATTR_DATE, "chưa rõ", NULL, NULL);
      }
    /* As at focus loss; the program is then cut short. */
    dui_drafts_flush (drafts);
  }

  {
    g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);

    ck_assert (dui_drafts_was_cut_short (drafts));
    documents = dui_drafts_restore (drafts, messages);
    ck_assert_uint_eq (documents->len, 3);
    ck_assert_uint_eq (messages->len, 0);
    for (guint i = 0; i < 3; i++)
      {
        DuiDocument *document = g_ptr_array_index (documents, i);
        g_autofree char *text = g_strdup_printf ("Kế hoạch %u", i);

        ck_assert_str_eq (get_subject (document), text);
        ck_assert_str_eq (dui_document_get_caret (document, &offset), "head/subject");
        ck_assert_uint_eq (offset, 4 + i);
        ck_assert_str_eq (dui_document_get_refused (document, "head", DT_ATTR_DATE), "chưa rõ");
        ck_assert (dui_document_is_modified (document));
      }
    dui_drafts_end (drafts);
  }

  {
    g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);

    ck_assert (!dui_drafts_was_cut_short (drafts));
  }
}
END_TEST

START_TEST (a_draft_lies_on_top_of_its_file_and_knows_its_mark)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "plan.duthao", NULL);
  g_autofree char *drafts_folder = g_build_filename (folder, "drafts", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (DtPlan) plan = dt_plan_new_empty ("ke-hoach");
  g_autoptr (DtPlan) other = dt_plan_new_empty ("bao-cao");
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = NULL;
  DuiDocument *restored;

  ck_assert (dt_plan_save (plan, path, NULL));
  {
    g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), drafts_folder);
    g_autoptr (DuiDocument) document = dui_document_load (dui_test_get_engine (), file, NULL);

    dui_drafts_add (drafts, document);
    set_subject (document, "Một");
    dui_drafts_flush (drafts);
  }
  /* Somebody changes the file while the program is not running. */
  ck_assert (dt_plan_save (other, path, NULL));
  {
    g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), drafts_folder);

    documents = dui_drafts_restore (drafts, messages);
    ck_assert_uint_eq (documents->len, 1);
    restored = g_ptr_array_index (documents, 0);
    ck_assert_str_eq (get_subject (restored), "Một");
    ck_assert (g_file_equal (dui_document_get_file (restored), file));
    ck_assert (dui_document_is_changed_outside (restored));
    dui_document_undo (restored);
    ck_assert (dt_plan_equal (dui_document_get_plan (restored), other));
  }
}
END_TEST

START_TEST (a_saved_or_undone_document_has_no_draft)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);
  g_autoptr (DuiDocument) document = make_document ();
  g_autofree char *path = get_draft_path (folder, document);

  dui_drafts_add (drafts, document);
  set_subject (document, "Một");
  dui_drafts_flush (drafts);
  ck_assert (!is_absent (path));
  dui_document_undo (document);
  ck_assert (dui_test_wait (is_absent, path, 5));
  dui_document_redo (document);
  ck_assert (dui_test_wait (is_kept, document, 5));
  ck_assert (!is_absent (path));
  dui_drafts_remove (drafts, document, TRUE);
  ck_assert (is_absent (path));
}
END_TEST

START_TEST (a_draft_of_a_closed_window_is_listed_and_opened)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);
  g_autoptr (DuiDocument) document = make_document ();
  g_autoptr (DuiDocument) opened = NULL;
  g_autoptr (GPtrArray) list = NULL;
  DuiDraft *draft;

  dui_drafts_add (drafts, document);
  set_subject (document, "Phòng chống thiên tai");
  list = dui_drafts_list (drafts);
  ck_assert_uint_eq (list->len, 0);
  g_ptr_array_unref (list);

  dui_drafts_remove (drafts, document, FALSE);
  list = dui_drafts_list (drafts);
  ck_assert_uint_eq (list->len, 1);
  draft = g_ptr_array_index (list, 0);
  ck_assert_str_eq (draft->title, "Phòng chống thiên tai");
  ck_assert_ptr_null (draft->file);
  opened = dui_drafts_open (drafts, draft->id, NULL);
  ck_assert_str_eq (get_subject (opened), "Phòng chống thiên tai");
}
END_TEST

/* Files of the folder of drafts that are not what we wrote. */
static const char *const damages[] = { "", "\0", "<plan", "<?xml version=\"1.0\"?><x/>", "\xff\xfe\x00", "[session\nopen" };

START_TEST (damaged_files_are_moved_aside_and_others_open)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *bad = NULL;
  g_autofree char *session = g_build_filename (folder, "session.ini", NULL);
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = NULL;

  {
    g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);
    g_autoptr (DuiDocument) good = make_document ();
    g_autoptr (DuiDocument) damaged = make_document ();

    dui_drafts_add (drafts, good);
    dui_drafts_add (drafts, damaged);
    set_subject (good, "Tốt");
    set_subject (damaged, "Hỏng");
    dui_drafts_flush (drafts);
    bad = get_draft_path (folder, damaged);
  }
  ck_assert (g_file_set_contents (bad, damages[_i], -1, NULL));
  if (_i % 2 == 1)
    ck_assert (g_file_set_contents (session, damages[_i], -1, NULL));
  {
    g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);

    documents = dui_drafts_restore (drafts, messages);
    ck_assert_uint_eq (documents->len, 1);
    ck_assert_str_eq (get_subject (g_ptr_array_index (documents, 0)), "Tốt");
    ck_assert_uint_ge (messages->len, 1);
    ck_assert (is_absent (bad));
  }
}
END_TEST

START_TEST (bytes_changed_at_random_never_stop_the_start)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autofree char *folder = make_folder ();
  g_autofree char *session = g_build_filename (folder, "session.ini", NULL);
  g_autofree char *path = NULL;
  g_autofree char *texts[2] = { NULL, NULL };
  gsize lengths[2];

  {
    g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);
    g_autoptr (DuiDocument) document = make_document ();

    dui_drafts_add (drafts, document);
    set_subject (document, "Một");
    dui_drafts_flush (drafts);
    path = get_draft_path (folder, document);
  }
  ck_assert (g_file_get_contents (path, &texts[0], &lengths[0], NULL));
  ck_assert (g_file_get_contents (session, &texts[1], &lengths[1], NULL));

  for (guint i = 0; i < 300; i++)
    {
      const char *paths[2] = { path, session };
      g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) documents = NULL;
      g_autoptr (DuiDrafts) drafts = NULL;

      for (guint j = 0; j < 2; j++)
        {
          g_autofree char *changed = g_memdup2 (texts[j], lengths[j]);
          gsize length = (gsize) g_rand_int_range (random, 0, (int) lengths[j] + 1);

          if (g_rand_boolean (random))
            length = lengths[j];
          for (guint k = 0; k < 4; k++)
            changed[g_rand_int_range (random, 0, (int) lengths[j])] = (char) g_rand_int_range (random, 0, 256);
          ck_assert (g_file_set_contents (paths[j], changed, (gssize) length, NULL));
        }
      drafts = dui_drafts_new (dui_test_get_engine (), folder);
      documents = dui_drafts_restore (drafts, messages);
      ck_assert_uint_le (documents->len, 1);
      dui_drafts_end_start (drafts);
    }
}
END_TEST

START_TEST (three_failed_starts_open_nothing_by_themselves)
{
  g_autofree char *folder = make_folder ();

  {
    g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);
    g_autoptr (DuiDocument) document = make_document ();

    dui_drafts_add (drafts, document);
    set_subject (document, "Một");
    dui_drafts_flush (drafts);
  }
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);
      g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) documents = dui_drafts_restore (drafts, messages);

      ck_assert_uint_eq (documents->len, i < 3 ? 1 : 0);
      ck_assert_uint_eq (messages->len, i < 3 ? 0 : 1);
    }
  {
    g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);
    g_autoptr (GPtrArray) list = dui_drafts_list (drafts);

    ck_assert_uint_eq (list->len, 1);
  }
}
END_TEST

/* Saves of which the call with the number FAIL_AT, or all from there on, fail. */
static struct
{
  guint n;
  guint fail_at;
  gboolean for_ever;
} fault;

static gboolean
fails (void)
{
  fault.n++;
  if (fault.n != fault.fail_at && !(fault.for_ever && fault.n > fault.fail_at))
    return FALSE;
  errno = ENOSPC;
  return TRUE;
}

static int
faulty_open (const char *path,
             int flags,
             mode_t mode)
{
  return fails () ? -1 : dt_save_system_calls.open (path, flags, mode);
}

static ssize_t
faulty_write (int fd,
              const void *data,
              size_t length)
{
  return fails () ? -1 : dt_save_system_calls.write (fd, data, length);
}

static int
faulty_fsync (int fd)
{
  return fails () ? -1 : dt_save_system_calls.fsync (fd);
}

static int
faulty_rename (const char *from,
               const char *to)
{
  return fails () ? -1 : dt_save_system_calls.rename (from, to);
}

static gboolean
save_badly (const char *path,
            GBytes *bytes,
            GError **error)
{
  DtSaveCalls calls = dt_save_system_calls;

  calls.open = faulty_open;
  calls.write = faulty_write;
  calls.fsync = faulty_fsync;
  calls.rename = faulty_rename;
  return dt_save_with_calls (&calls, path, bytes, NULL, NULL, error);
}

START_TEST (a_draft_that_fails_is_told_kept_in_memory_and_tried_again)
{
  for (guint k = 1; k < 8; k++)
    {
      g_autofree char *folder = make_folder ();
      g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), folder);
      g_autoptr (DuiDocument) document = make_document ();
      g_autofree char *path = get_draft_path (folder, document);
      g_autoptr (DtPlan) before = NULL;
      g_autoptr (DtPlan) on_disk = NULL;

      fault.for_ever = FALSE;
      fault.fail_at = 0;
      dui_drafts_set_save (drafts, save_badly);
      dui_drafts_add (drafts, document);
      set_subject (document, "Trước");
      dui_drafts_flush (drafts);
      before = dt_plan_ref (dui_document_get_plan (document));

      set_subject (document, "Sau");
      fault.n = 0;
      fault.fail_at = k;
      fault.for_ever = TRUE;
      dui_drafts_flush (drafts);
      if (fault.n < k)
        break;
      if (has_failed (document))
        {
          ck_assert_ptr_nonnull (dui_document_get_draft_error (document));
          on_disk = dt_plan_load (path, NULL, NULL);
          ck_assert (dt_plan_equal (on_disk, before) || dt_plan_equal (on_disk, dui_document_get_plan (document)));
        }
      ck_assert_str_eq (get_subject (document), "Sau");

      fault.fail_at = 0;
      fault.for_ever = FALSE;
      dui_drafts_flush (drafts);
      ck_assert (is_kept (document));
      g_clear_pointer (&on_disk, dt_plan_unref);
      on_disk = dt_plan_load (path, NULL, NULL);
      ck_assert (dt_plan_equal (on_disk, dui_document_get_plan (document)));
    }
  ck_assert_uint_gt (fault.n, 2);
}
END_TEST

START_TEST (a_folder_that_vanished_is_made_again)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *inner = g_build_filename (folder, "drafts", NULL);
  g_autoptr (DuiDrafts) drafts = dui_drafts_new (dui_test_get_engine (), inner);
  g_autoptr (DuiDocument) document = make_document ();
  g_autofree char *path = get_draft_path (inner, document);
  g_autofree char *elsewhere = g_build_filename (folder, "elsewhere", NULL);

  dui_drafts_add (drafts, document);
  set_subject (document, "Một");
  dui_drafts_flush (drafts);
  ck_assert_int_eq (g_rename (inner, elsewhere), 0);
  set_subject (document, "Hai");
  ck_assert (dui_test_wait (is_kept, document, 5));
  ck_assert (!is_absent (path));

  /* Something else in its place is told at once. */
  ck_assert_int_eq (g_rename (inner, g_build_filename (folder, "third", NULL)), 0);
  ck_assert (g_file_set_contents (inner, "x", 1, NULL));
  set_subject (document, "Ba");
  ck_assert (dui_test_wait (has_failed, document, 5));
  ck_assert_str_eq (get_subject (document), "Ba");
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-drafts");
  TCase *tcase = tcase_create ("drafts");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, a_change_is_on_disk_within_two_seconds);
  tcase_add_test (tcase, typing_on_does_not_put_the_draft_off);
  tcase_add_test (tcase, flushing_writes_at_once);
  tcase_add_loop_test (tcase, a_new_plan_is_on_disk_before_the_session_names_it, 0, G_N_ELEMENTS (ends));
  tcase_add_test (tcase, a_new_plan_closed_at_once_is_listed);
  tcase_add_test (tcase, what_is_open_already_does_not_come_back);
  tcase_add_test (tcase, windows_texts_and_carets_come_back);
  tcase_add_test (tcase, a_draft_lies_on_top_of_its_file_and_knows_its_mark);
  tcase_add_test (tcase, a_saved_or_undone_document_has_no_draft);
  tcase_add_test (tcase, a_draft_of_a_closed_window_is_listed_and_opened);
  tcase_add_loop_test (tcase, damaged_files_are_moved_aside_and_others_open, 0, G_N_ELEMENTS (damages));
  tcase_add_test (tcase, bytes_changed_at_random_never_stop_the_start);
  tcase_add_test (tcase, three_failed_starts_open_nothing_by_themselves);
  tcase_add_test (tcase, a_draft_that_fails_is_told_kept_in_memory_and_tried_again);
  tcase_add_test (tcase, a_folder_that_vanished_is_made_again);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
