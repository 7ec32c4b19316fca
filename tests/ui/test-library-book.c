/* test-library-book.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test.h"

#include "catalog/dt-catalog-file.h"
#include "library/dui-library-book.h"
#include "library/dui-library-store.h"

#include <string.h>

#define BUILT_IN "76/NQ-CP@2021-07-15"

static char *
get_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "duthao", "packs", "cua-toi", "catalog", "cited.xml", NULL);
}

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "duthao", "library", NULL);
}

/* Nothing of the case before. */
static void
clean (void)
{
  g_autofree char *path = get_path ();
  g_autofree char *folder = get_folder ();
  g_autofree char *aside = g_build_filename (folder, "source.xml", NULL);
  g_autofree char *base = g_build_filename (folder, "base.xml", NULL);

  g_unlink (path);
  g_unlink (aside);
  g_unlink (base);
}

static DuiLibraryBook *
open_book (void)
{
  return dui_library_book_new (dui_test_get_engine (), NULL);
}

static DtDocument *
make (const char *number,
      const char *subject)
{
  DtDocumentFields fields = { .number = number, .type = "Quyết định", .issuer = "Ủy ban nhân dân xã", .subject = subject };
  g_autoptr (GError) error = NULL;
  DtDocument *document;

  fields.date = dt_date_make (2026, 2, 3);
  document = dt_document_new (&fields, &error);
  dui_assert_no_error (error);
  return document;
}

static const char *
put (DuiLibraryBook *book,
     const char *id,
     const char *number,
     const char *subject,
     const char *group)
{
  g_autoptr (DtDocument) document = make (number, subject);
  g_autoptr (GError) error = NULL;

  ck_assert (dui_library_book_put (book, id, document, group, NULL, &error));
  dui_assert_no_error (error);
  return dui_library_book_get_touched (book);
}

static const char *
get_subject (DuiLibraryBook *book,
             const char *id)
{
  DtDocument *document = dui_library_book_find (book, id);

  return document != NULL ? dt_document_get (document)->subject : NULL;
}

static char *
read_pack (void)
{
  g_autofree char *path = get_path ();
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}

static gboolean
is_saved (gpointer book)
{
  return dui_library_book_is_saved (book);
}

START_TEST (an_entry_is_on_disk_within_two_seconds)
{
  g_autoptr (DuiLibraryBook) book = NULL;
  g_autofree char *text = NULL;

  clean ();
  book = open_book ();
  put (book, NULL, "12/QĐ-UBND", "về việc thử", NULL);
  ck_assert (!dui_library_book_is_saved (book));
  ck_assert (dui_test_wait (is_saved, book, 2));
  text = read_pack ();
  ck_assert_str_eq (text, dui_library_book_get_text (book));
  ck_assert_ptr_nonnull (strstr (text, "về việc thử"));
}
END_TEST

static gboolean
says_so (gpointer engine)
{
  DtCatalog *catalog = dui_engine_get_catalog (engine);
  const DtDocument *document = catalog != NULL ? dt_catalog_find_id (catalog, BUILT_IN) : NULL;

  return document != NULL && strcmp (dt_document_get (document)->subject, "theo ý tôi") == 0;
}

static gboolean
has_catalog (gpointer engine)
{
  return dui_engine_get_catalog (engine) != NULL;
}

START_TEST (what_comes_with_the_program_is_overridden)
{
  DuiEngine *engine = dui_test_get_engine ();
  g_autoptr (DuiLibraryBook) book = NULL;
  g_autoptr (DtDocument) changed = NULL;
  g_autoptr (GError) error = NULL;
  const DtDocument *document;
  DtDocumentFields fields;

  clean ();
  ck_assert (dui_test_wait (has_catalog, engine, 20));
  book = open_book ();
  document = dt_catalog_resolve (dui_engine_get_catalog (engine), "76/NQ-CP@2021-07-15");
  ck_assert_ptr_nonnull (document);
  ck_assert_str_eq (dt_document_get (document)->id, BUILT_IN);
  fields = *dt_document_get (document);
  fields.subject = "theo ý tôi";
  changed = dt_document_new (&fields, &error);
  ck_assert (dui_library_book_put (book, BUILT_IN, changed, NULL, NULL, &error));
  dui_assert_no_error (error);
  ck_assert (dui_library_book_flush (book, &error));
  ck_assert (dui_test_wait (says_so, engine, 20));

  ck_assert (dui_library_book_remove (book, BUILT_IN, &error));
  ck_assert (dui_library_book_flush (book, &error));
  ck_assert_ptr_null (dui_library_book_find (book, BUILT_IN));
  dui_test_settle ();
}
END_TEST

START_TEST (form_and_source_are_undone_on_one_line)
{
  g_autoptr (DuiLibraryBook) book = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *first = NULL;
  g_autofree char *source = NULL;
  g_autofree char *id = NULL;
  g_auto (GStrv) parts = NULL;

  clean ();
  book = open_book ();
  empty = g_strdup (dui_library_book_get_text (book));
  id = g_strdup (put (book, NULL, "12/QĐ-UBND", "một", NULL));
  first = g_strdup (dui_library_book_get_text (book));
  put (book, id, "12/QĐ-UBND", "một h", "subject");
  put (book, id, "12/QĐ-UBND", "một hai", "subject");
  parts = g_strsplit (dui_library_book_get_text (book), "một hai", 2);
  source = g_strjoinv ("ba", parts);
  dui_library_book_set_text (book, source, NULL);
  ck_assert_str_eq (get_subject (book, id), "ba");

  dui_library_book_undo (book);
  ck_assert_str_eq (get_subject (book, id), "một hai");
  dui_library_book_undo (book);
  ck_assert_str_eq (dui_library_book_get_text (book), first);
  ck_assert_str_eq (dui_library_book_get_touched (book), id);
  dui_library_book_undo (book);
  ck_assert_str_eq (dui_library_book_get_text (book), empty);
  ck_assert (!dui_library_book_can_undo (book));
  while (dui_library_book_can_redo (book))
    dui_library_book_redo (book);
  ck_assert_str_eq (dui_library_book_get_text (book), source);
}
END_TEST

START_TEST (a_broken_source_keeps_the_last_good_entries_and_is_kept)
{
  g_autoptr (DuiLibraryBook) book = NULL;
  g_autoptr (DtDocument) other = make ("13/QĐ-UBND", "khác");
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *good = NULL;
  g_autofree char *broken = NULL;
  g_autofree char *on_disk = NULL;
  g_auto (GStrv) parts = NULL;

  clean ();
  book = open_book ();
  id = g_strdup (put (book, NULL, "12/QĐ-UBND", "một", NULL));
  ck_assert (dui_library_book_flush (book, &error));
  good = g_strdup (dui_library_book_get_text (book));
  parts = g_strsplit (good, "</subject>", 2);
  broken = g_strjoinv ("</subjec>", parts);
  dui_library_book_set_text (book, broken, NULL);
  ck_assert (!dui_library_book_is_good (book));
  ck_assert_uint_eq (dui_library_book_get_file (book)->line, 4);
  ck_assert_str_eq (get_subject (book, id), "một");
  ck_assert (!dui_library_book_put (book, NULL, other, NULL, NULL, &error));
  ck_assert_ptr_nonnull (strstr (error->message, "4"));
  g_clear_error (&error);

  ck_assert (dui_library_book_flush (book, &error));
  on_disk = read_pack ();
  ck_assert_str_eq (on_disk, good);
  dui_assert_finalizes (g_steal_pointer (&book));

  book = open_book ();
  ck_assert_str_eq (dui_library_book_get_text (book), broken);
  ck_assert_str_eq (get_subject (book, id), "một");
  dui_library_book_undo (book);
  ck_assert_str_eq (dui_library_book_get_text (book), good);
}
END_TEST

START_TEST (a_write_that_fails_says_so_and_loses_nothing)
{
  g_autofree char *path = get_path ();
  g_autofree char *text = NULL;
  g_autoptr (DuiLibraryBook) book = NULL;
  g_autoptr (GError) error = NULL;

  clean ();
  book = open_book ();
  put (book, NULL, "12/QĐ-UBND", "một", NULL);
  /* A folder has the name of the file. */
  ck_assert_int_eq (g_mkdir_with_parents (path, 0700), 0);
  ck_assert (dui_library_book_flush (book, &error));
  ck_assert (!dui_library_book_is_saved (book));
  ck_assert_ptr_nonnull (dui_library_book_get_problem (book));
  text = g_strdup (dui_library_book_get_text (book));
  dui_assert_finalizes (g_steal_pointer (&book));

  ck_assert_int_eq (g_rmdir (path), 0);
  book = open_book ();
  ck_assert_str_eq (dui_library_book_get_text (book), text);
  ck_assert (dui_library_book_flush (book, &error));
  ck_assert (dui_library_book_is_saved (book));
  ck_assert_ptr_null (dui_library_book_get_problem (book));
}
END_TEST

START_TEST (what_others_write_is_taken_over)
{
  g_autofree char *path = get_path ();
  g_autofree char *text = NULL;
  g_autoptr (DuiLibraryBook) book = NULL;
  g_autoptr (DtDocument) theirs = make ("14/QĐ-UBND", "của người khác");
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  clean ();
  book = open_book ();
  id = g_strdup (put (book, NULL, "12/QĐ-UBND", "một", NULL));
  ck_assert (dui_library_book_flush (book, &error));
  documents = dt_catalog_file_load (path, &error);
  g_ptr_array_add (documents, dt_document_ref (theirs));
  ck_assert (dt_catalog_file_save (path, (DtDocument *const *) documents->pdata, documents->len, &error));

  put (book, id, "12/QĐ-UBND", "hai", NULL);
  ck_assert (dui_library_book_flush (book, &error));
  text = read_pack ();
  ck_assert_ptr_nonnull (strstr (text, "của người khác"));
  ck_assert_ptr_nonnull (strstr (text, "hai"));
  ck_assert_ptr_null (strstr (text, "một"));
}
END_TEST

START_TEST (comments_and_other_entries_stay_as_they_were_typed)
{
  const char *text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                     "<catalog xmlns=\"" DT_CATALOG_NAMESPACE "\" version=\"1\">\n"
                     "  <!-- </document> của phòng -->\n"
                     "  <document type='Quyết định'   number='1/QĐ-A' date='2026-01-01'/>\n"
                     "  <document number=\"2/QĐ-A\" type=\"Quyết định\" date=\"2026-01-02\">\n"
                     "    <subject>a &gt; b</subject></document>\n"
                     "</catalog>\n";
  g_autoptr (DuiLibraryFile) file = dui_library_file_new (text);
  g_autoptr (DuiLibraryFile) less = NULL;
  g_autoptr (DuiLibraryFile) more = NULL;
  g_autoptr (DtDocument) document = make ("3/QĐ-A", "ba");
  g_autofree char *removed = NULL;
  g_autofree char *inserted = NULL;

  ck_assert_ptr_null (file->message);
  ck_assert_uint_eq (file->documents->len, 2);
  removed = dui_library_file_remove (file, 1);
  less = dui_library_file_new (removed);
  ck_assert_ptr_nonnull (less->documents);
  ck_assert_uint_eq (less->documents->len, 1);
  ck_assert_ptr_nonnull (strstr (removed, "<!-- </document> của phòng -->\n  <document type='Quyết định'   number='1/QĐ-A'"));
  inserted = dui_library_file_replace (less, 0, document);
  more = dui_library_file_new (inserted);
  ck_assert_ptr_nonnull (more->documents);
  ck_assert_uint_eq (more->documents->len, 1);
  ck_assert_ptr_nonnull (strstr (inserted, "của phòng -->\n  <document number=\"3/QĐ-A\""));
}
END_TEST

int
main (int argc,
      char **argv)
{
  Suite *suite = suite_create ("library-book");
  TCase *basic = tcase_create ("basic");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (basic, 60);
  tcase_add_test (basic, an_entry_is_on_disk_within_two_seconds);
  tcase_add_test (basic, what_comes_with_the_program_is_overridden);
  tcase_add_test (basic, form_and_source_are_undone_on_one_line);
  tcase_add_test (basic, a_broken_source_keeps_the_last_good_entries_and_is_kept);
  tcase_add_test (basic, a_write_that_fails_says_so_and_loses_nothing);
  tcase_add_test (basic, what_others_write_is_taken_over);
  tcase_add_test (basic, comments_and_other_entries_stay_as_they_were_typed);
  suite_add_tcase (suite, basic);

  return dui_test_main (suite);
}
