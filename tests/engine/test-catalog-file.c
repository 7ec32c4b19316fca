/* test-catalog-file.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-catalog-file.h"

#include "base/dt-xml-reader.h"
#include "catalog/dt-catalog-file-private.h"

#include <glib/gstdio.h>
#include <unistd.h>

START_TEST (what_is_wrong_is_told_where_it_stands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = test_read_documents (bad[_i].text, &error);

  ck_assert_msg (documents == NULL, "taken: %s", bad[_i].text);
  ck_assert_str_eq (g_quark_to_string (error->domain), g_quark_to_string (DT_XML_ERROR));
  ck_assert_msg (g_str_has_prefix (error->message, bad[_i].message), "“%s” is no “%s…”", error->message, bad[_i].message);
}
END_TEST

START_TEST (the_canonical_form_is_read_and_written_the_same)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = test_read_documents (sample, &error);
  g_autofree char *written = NULL;

  dt_assert_no_error (error);
  written = test_write_documents (documents);
  ck_assert_str_eq (written, sample);
}
END_TEST

START_TEST (every_field_is_read)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = test_read_documents (sample, &error);
  const DtDocumentFields *fields;

  dt_assert_no_error (error);
  fields = dt_document_get (g_ptr_array_index (documents, documents->len - 1));
  ck_assert_str_eq (fields->id, "own id");
  ck_assert_str_eq (fields->number, "76/NQ-CP");
  ck_assert_str_eq (fields->type, "Nghị quyết");
  ck_assert_str_eq (fields->issuer, "Chính phủ");
  ck_assert_str_eq (fields->subject, "cải cách & “<đổi mới>”");
  ck_assert (dt_date_equal (fields->date, dt_date_make (2021, 7, 15)));
  ck_assert (dt_date_equal (fields->effective, dt_date_make (2021, 7, 16)));
  ck_assert (dt_date_equal (fields->expiry, dt_date_make (2031, 1, 1)));
  ck_assert_int_eq (fields->status, DT_STATUS_AMENDED);
  ck_assert (dt_date_equal (fields->status_on, dt_date_make (2026, 9, 1)));
  ck_assert_uint_eq (fields->n_relations, 2);
  ck_assert_int_eq (fields->relations[0].kind, DT_RELATION_REPLACES);
  ck_assert_str_eq (fields->relations[0].target, "30c/NQ-CP@2011-11-08");
  ck_assert (dt_date_equal (fields->relations[0].date, dt_date_make (2021, 1, 1)));
  ck_assert_int_eq (fields->relations[1].kind, DT_RELATION_IMPLEMENTS);
  ck_assert_str_eq (fields->link, "https://example.org/a?b&c");
  ck_assert_str_eq (fields->source, "Công báo");
  ck_assert (dt_date_equal (fields->checked, dt_date_make (2026, 9, 2)));
  ck_assert_str_eq (fields->checked_by, "Sở Tư pháp");
}
END_TEST

/* How many lines of @a are not lines of @b. */
static guint
count_new_lines (const char *a,
                 const char *b)
{
  g_auto (GStrv) lines = g_strsplit (a, "\n", -1);
  g_auto (GStrv) others = g_strsplit (b, "\n", -1);
  guint n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n += !g_strv_contains ((const char *const *) others, lines[i]);

  return n;
}

START_TEST (one_fact_changed_changes_one_line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = test_read_documents (sample, &error);
  guint last = documents->len - 1;
  DtDocumentFields fields = *dt_document_get (g_ptr_array_index (documents, last));
  g_autofree char *written = NULL;

  switch (_i)
    {
    case 0:
      fields.subject = "khác";
      break;
    case 1:
      fields.issuer = "Bộ Nội vụ";
      break;
    case 2:
      fields.expiry = dt_date_make (2030, 1, 1);
      break;
    case 3:
      fields.source = "khác";
      break;
    default:
      fields.checked = dt_date_make (2026, 12, 1);
      break;
    }
  g_ptr_array_add (documents, dt_document_new (&fields, NULL));
  g_ptr_array_remove_index (documents, last);
  written = test_write_documents (documents);

  ck_assert_uint_eq (count_new_lines (written, sample), 1);
  ck_assert_uint_eq (count_new_lines (sample, written), 1);
}
END_TEST

START_TEST (the_order_in_which_documents_come_does_not_matter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = test_read_documents (sample, &error);
  g_autofree char *written = NULL;

  for (guint i = 0; i < documents->len; i++)
    g_ptr_array_add (documents, g_ptr_array_steal_index (documents, documents->len - 1 - i));
  written = test_write_documents (documents);
  ck_assert_str_eq (written, sample);
}
END_TEST

static gboolean
lists_equal (GPtrArray *a,
             GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!dt_document_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

/* The fast reader gives up on what is not its own; what it takes, it takes as the other does. */
START_TEST (both_readers_say_the_same)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) _i);
  guint n_taken = 0;

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) text = g_string_new (sample);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GPtrArray) fast = NULL;
      g_autoptr (GPtrArray) slow = NULL;

      for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
        {
          gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) text->len);
          gsize length = (gsize) g_rand_int_range (rand, 1, 40);
          const char *piece = strstr (sample + g_rand_int_range (rand, 0, (gint32) strlen (sample)), i % 2 != 0 ? "<" : "\"");

          if (g_rand_boolean (rand))
            g_string_erase (text, (gssize) at, (gssize) MIN (length, text->len - at));
          else if (piece != NULL)
            g_string_insert_len (text, (gssize) at, piece, (gssize) MIN (length, strlen (piece)));
        }
      bytes = g_bytes_new (text->str, text->len);
      fast = dt_catalog_scan (text->str, text->len);
      slow = dt_catalog_read_slowly (bytes, NULL, NULL);

      ck_assert_msg (fast == NULL || (slow != NULL && lists_equal (fast, slow)), "only one takes:\n%s", text->str);
      n_taken += fast != NULL;
    }

  ck_assert_uint_gt (n_taken, 400);
}
END_TEST

START_TEST (the_fast_reader_takes_what_we_write)
{
  g_autoptr (GPtrArray) documents = dt_catalog_scan (sample, strlen (sample));

  ck_assert_ptr_nonnull (documents);
  ck_assert_uint_eq (documents->len, 3);
}
END_TEST

START_TEST (a_file_cut_off_anywhere_is_refused)
{
  gsize whole = strlen (sample) - 1;

  for (gsize size = 0; size < whole; size++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (sample, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) documents = dt_catalog_file_read (bytes, "file.xml", &error);

      ck_assert_msg (documents == NULL && error != NULL, "%" G_GSIZE_FORMAT " bytes are taken", size);
    }
}
END_TEST

/* Files are read through a window; documents lie across its edges. */
START_TEST (large_files_are_read_as_what_they_hold)
{
  g_autoptr (GString) text = g_string_new (DT_TEST_PROLOG DT_TEST_OPEN);
  g_autofree char *path = NULL;
  g_autofree char *fill = g_strnfill ((gsize) _i * 10000 + 100, 'x');
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) loaded = NULL;
  g_autoptr (GPtrArray) read = NULL;
  int fd = g_file_open_tmp ("dt-test-catalog-XXXXXX", &path, &error);

  dt_assert_no_error (error);
  for (guint i = 0; text->len < 1500000; i++)
    g_string_append_printf (text, "  <document number=\"%u/L\" type=\"Luật\">\n    <subject>%.*s</subject>\n  </document>\n", i,
                            (int) (strlen (fill) - i % 90), fill);
  g_string_append (text, DT_TEST_CLOSE);
  bytes = g_bytes_new (text->str, text->len);
  ck_assert_int_eq (write (fd, text->str, text->len), (gssize) text->len);
  close (fd);

  read = dt_catalog_read_slowly (bytes, path, &error);
  dt_assert_no_error (error);
  loaded = dt_catalog_file_load (path, &error);
  dt_assert_no_error (error);
  ck_assert (lists_equal (loaded, read));

  /* What stands behind the end is still seen. */
  ck_assert (g_file_set_contents (path, text->str, (gssize) text->len - 3, NULL));
  g_clear_pointer (&loaded, g_ptr_array_unref);
  loaded = dt_catalog_file_load (path, &error);
  ck_assert_ptr_null (loaded);
  ck_assert (g_str_has_prefix (error->message, path));
  g_unlink (path);
}
END_TEST

/* Those of one file share memory. */
START_TEST (a_document_outlives_the_others_of_its_file)
{
  g_autoptr (GString) text = g_string_new (DT_TEST_PROLOG DT_TEST_OPEN);
  g_autoptr (GPtrArray) few = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_document_unref);
  GPtrArray *read;

  for (guint i = 0; i < 40000; i++)
    g_string_append_printf (text, "  <document number=\"%u/L\" type=\"Luật\">\n    <subject>Luật thứ %u</subject>\n  </document>\n", i, i);
  g_string_append (text, DT_TEST_CLOSE);
  read = dt_catalog_scan (text->str, text->len);
  ck_assert_ptr_nonnull (read);
  ck_assert_uint_eq (read->len, 40000);
  for (guint i = 0; i < read->len; i += 9999)
    g_ptr_array_add (few, dt_document_ref (g_ptr_array_index (read, i)));
  g_ptr_array_unref (read);

  for (guint i = 0; i < few->len; i++)
    {
      g_autofree char *subject = g_strdup_printf ("Luật thứ %u", i * 9999);

      ck_assert_str_eq (dt_document_get (g_ptr_array_index (few, i))->subject, subject);
    }
}
END_TEST

START_TEST (lines_are_those_of_the_documents)
{
  g_autoptr (GBytes) bytes = g_bytes_new (sample, strlen (sample));
  g_autoptr (GArray) lines = dt_catalog_file_list_lines (bytes);

  ck_assert_uint_eq (lines->len, 3);
  ck_assert_uint_eq (g_array_index (lines, guint, 0), 3);
  ck_assert_uint_eq (g_array_index (lines, guint, 1), 6);
}
END_TEST

START_TEST (a_missing_file_is_an_error_that_names_it)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = dt_catalog_file_load ("/nowhere/at/all.xml", &error);

  ck_assert_ptr_null (documents);
  ck_assert_ptr_nonnull (strstr (error->message, "/nowhere/at/all.xml"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("catalog-file");
  TCase *reading = tcase_create ("reading");
  TCase *writing = tcase_create ("writing");

  tcase_set_timeout (reading, 60);
  tcase_add_loop_test (reading, what_is_wrong_is_told_where_it_stands, 0, G_N_ELEMENTS (bad));
  tcase_add_test (reading, every_field_is_read);
  tcase_add_loop_test (reading, both_readers_say_the_same, 0, 4);
  tcase_add_test (reading, the_fast_reader_takes_what_we_write);
  tcase_add_test (reading, a_file_cut_off_anywhere_is_refused);
  tcase_add_loop_test (reading, large_files_are_read_as_what_they_hold, 0, 2);
  tcase_add_test (reading, a_document_outlives_the_others_of_its_file);
  tcase_add_test (reading, lines_are_those_of_the_documents);
  tcase_add_test (reading, a_missing_file_is_an_error_that_names_it);
  suite_add_tcase (suite, reading);

  tcase_add_test (writing, the_canonical_form_is_read_and_written_the_same);
  tcase_add_loop_test (writing, one_fact_changed_changes_one_line, 0, 5);
  tcase_add_test (writing, the_order_in_which_documents_come_does_not_matter);
  suite_add_tcase (suite, writing);

  return dt_test_main (suite);
}
