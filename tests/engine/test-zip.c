/* test-zip.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-zip.h"

#include <string.h>
#include <time.h>

#include "dt-test.h"

#define MIMETYPE "application/vnd.oasis.opendocument.text"

static GBytes *
make_package (void)
{
  g_autoptr (DtZipWriter) writer = dt_zip_writer_new ();
  g_autoptr (GBytes) mimetype = g_bytes_new_static (MIMETYPE, strlen (MIMETYPE));
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autofree char *text = g_strnfill (100000, 'x');
  g_autoptr (GBytes) content = g_bytes_new (text, 100000);
  g_autoptr (GError) error = NULL;
  GBytes *package;

  ck_assert (dt_zip_writer_add (writer, "mimetype", mimetype, DT_ZIP_STORED, &error));
  ck_assert (dt_zip_writer_add (writer, "content.xml", content, DT_ZIP_DEFLATED, &error));
  ck_assert (dt_zip_writer_add (writer, "META-INF/kế.xml", empty, DT_ZIP_DEFLATED, &error));
  package = dt_zip_writer_finish (writer, &error);
  dt_assert_no_error (error);

  return package;
}

static guint
get_le16 (const guint8 *p)
{
  return p[0] | (guint) p[1] << 8;
}

static guint32
get_le32 (const guint8 *p)
{
  return get_le16 (p) | (guint32) get_le16 (p + 2) << 16;
}

START_TEST (what_was_added_can_be_read)
{
  g_autoptr (GBytes) package = make_package ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DtZipReader) reader = dt_zip_reader_new (package, &error);
  g_autoptr (GBytes) mimetype = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) empty = NULL;

  dt_assert_no_error (error);
  ck_assert_uint_eq (dt_zip_reader_get_n_entries (reader), 3);
  ck_assert_str_eq (dt_zip_reader_get_name (reader, 0), "mimetype");
  ck_assert_str_eq (dt_zip_reader_get_name (reader, 1), "content.xml");
  ck_assert_str_eq (dt_zip_reader_get_name (reader, 2), "META-INF/kế.xml");
  ck_assert (dt_zip_reader_has (reader, "content.xml"));
  ck_assert (!dt_zip_reader_has (reader, "Content.xml"));

  mimetype = dt_zip_reader_read (reader, "mimetype", &error);
  dt_assert_no_error (error);
  ck_assert_uint_eq (g_bytes_get_size (mimetype), strlen (MIMETYPE));
  ck_assert_mem_eq (g_bytes_get_data (mimetype, NULL), MIMETYPE, strlen (MIMETYPE));
  content = dt_zip_reader_read (reader, "content.xml", &error);
  dt_assert_no_error (error);
  ck_assert_uint_eq (g_bytes_get_size (content), 100000);
  empty = dt_zip_reader_read (reader, "META-INF/kế.xml", &error);
  dt_assert_no_error (error);
  ck_assert_uint_eq (g_bytes_get_size (empty), 0);
  ck_assert_ptr_null (dt_zip_reader_read (reader, "none", &error));
  dt_assert_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_NOT_FOUND);
}
END_TEST

START_TEST (a_stored_first_entry_lies_where_opendocument_wants_it)
{
  g_autoptr (GBytes) package = make_package ();
  gsize size;
  const guint8 *data = g_bytes_get_data (package, &size);

  ck_assert_uint_gt (size, 100);
  ck_assert_mem_eq (data, "PK\003\004", 4);
  ck_assert_msg ((get_le16 (data + 6) & 0x08) == 0, "there is a data descriptor");
  ck_assert_uint_eq (get_le16 (data + 8), 0);
  ck_assert_uint_eq (get_le32 (data + 18), strlen (MIMETYPE));
  ck_assert_uint_eq (get_le16 (data + 26), strlen ("mimetype"));
  ck_assert_msg (get_le16 (data + 28) == 0, "there is an extra field");
  ck_assert_mem_eq (data + 30, "mimetype" MIMETYPE, strlen ("mimetype" MIMETYPE));
}
END_TEST

START_TEST (every_entry_has_the_first_time_and_no_extra_field)
{
  g_autoptr (GBytes) package = make_package ();
  gsize size;
  const guint8 *data = g_bytes_get_data (package, &size);
  const guint8 *end = data + size - 22;
  const guint8 *entry;

  ck_assert_mem_eq (end, "PK\005\006", 4);
  ck_assert_uint_eq (get_le16 (end + 10), 3);
  entry = data + get_le32 (end + 16);
  for (guint i = 0; i < 3; i++)
    {
      ck_assert_mem_eq (entry, "PK\001\002", 4);
      ck_assert_uint_eq (get_le16 (entry + 12), 0);
      ck_assert_uint_eq (get_le16 (entry + 14), 1 << 5 | 1);
      ck_assert_uint_eq (get_le16 (entry + 30), 0);
      ck_assert_uint_eq (get_le32 (entry + 38), 0);
      ck_assert (i != 2 || (get_le16 (entry + 8) & 0x0800) != 0);
      entry += 46 + get_le16 (entry + 28);
    }
}
END_TEST

START_TEST (the_same_content_gives_the_same_bytes_in_any_time_zone)
{
  static const char *const zones[] = { "UTC", "Asia/Ho_Chi_Minh", "America/New_York", "SST+11" };
  g_autoptr (GBytes) first = make_package ();

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GBytes) package = NULL;

      g_setenv ("TZ", zones[i], TRUE);
      tzset ();
      package = make_package ();
      ck_assert (g_bytes_equal (first, package));
    }
}
END_TEST

static const struct
{
  const char *name;
  gboolean ok;
} names[] = {
  { "a", TRUE },
  { "a/b.xml", TRUE },
  { "a..b/..c", TRUE },
  { "Configurations2/", TRUE },
  { "", FALSE },
  { "/a", FALSE },
  { "..", FALSE },
  { "../a", FALSE },
  { "a/../b", FALSE },
  { "a/..", FALSE },
  { "./a", FALSE },
  { "a\\b", FALSE },
  { "C:a", FALSE },
  { "a\nb", FALSE },
  { "a\x7f", FALSE },
  { "a\xff", FALSE },
};

START_TEST (names_that_lead_elsewhere_are_refused)
{
  g_autoptr (DtZipWriter) writer = dt_zip_writer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;
  gboolean ok = dt_zip_writer_add (writer, names[_i].name, bytes, DT_ZIP_DEFLATED, &error);

  ck_assert_msg (ok == names[_i].ok, "%s", names[_i].name);
  if (!ok)
    dt_assert_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_FORBIDDEN);
}
END_TEST

START_TEST (a_name_can_be_added_once)
{
  g_autoptr (DtZipWriter) writer = dt_zip_writer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  ck_assert (dt_zip_writer_add (writer, "a", bytes, DT_ZIP_STORED, NULL));
  ck_assert (!dt_zip_writer_add (writer, "a", bytes, DT_ZIP_STORED, &error));
  dt_assert_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_FAILED);
}
END_TEST

/* Replaces every FROM in a good package by TO, which is as long. */
static DtZipReader *
open_forged (const char *from,
             const char *to,
             gsize length,
             GError **error)
{
  g_autoptr (GBytes) package = make_package ();
  gsize size;
  const char *data = g_bytes_get_data (package, &size);
  g_autofree char *copy = g_memdup2 (data, size);
  g_autoptr (GBytes) forged = NULL;
  guint n = 0;

  for (gsize i = 0; i + length <= size; i++)
    if (memcmp (copy + i, from, length) == 0)
      {
        memcpy (copy + i, to, length);
        n++;
      }
  ck_assert_uint_gt (n, 0);

  forged = g_bytes_new (copy, size);
  return dt_zip_reader_new (forged, error);
}

START_TEST (forged_names_are_refused)
{
  static const char *const forged[] = {
    "../tent.xml",
    "/ontent.xml",
    "con\\ent.xml",
    "mon/../.xml",
    "content.x\nl",
    "c:ntent.xml",
  };

  for (guint i = 0; i < G_N_ELEMENTS (forged); i++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_msg (open_forged ("content.xml", forged[i], 11, &error) == NULL, "%s", forged[i]);
      dt_assert_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_FORBIDDEN);
    }
}
END_TEST

START_TEST (a_forged_nul_hides_nothing)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtZipReader) reader = open_forged ("content.xml", "content\0xml", 11, &error);

  ck_assert (reader == NULL || !dt_zip_reader_has (reader, "content"));
}
END_TEST

/* A package of one entry whose directory and header bear any sizes. */
static DtZipReader *
open_with_sizes (guint32 declared,
                 guint32 compressed,
                 GError **error)
{
  g_autoptr (DtZipWriter) writer = dt_zip_writer_new ();
  g_autofree char *zeros = g_malloc0 (4 << 20);
  g_autoptr (GBytes) content = g_bytes_new (zeros, 4 << 20);
  g_autoptr (GBytes) package = NULL;
  g_autoptr (GBytes) forged = NULL;
  g_autofree guint8 *copy = NULL;
  guint8 *directory;
  gsize size;

  ck_assert (dt_zip_writer_add (writer, "a", content, DT_ZIP_DEFLATED, NULL));
  package = dt_zip_writer_finish (writer, NULL);
  copy = g_memdup2 (g_bytes_get_data (package, &size), g_bytes_get_size (package));
  directory = copy + get_le32 (copy + size - 22 + 16);
  if (compressed == 0)
    compressed = get_le32 (directory + 20);
  for (guint i = 0; i < 4; i++)
    {
      copy[18 + i] = directory[20 + i] = (guint8) (compressed >> 8 * i);
      copy[22 + i] = directory[24 + i] = (guint8) (declared >> 8 * i);
    }

  forged = g_bytes_new (copy, size);
  return dt_zip_reader_new (forged, error);
}

START_TEST (bombs_are_refused_before_inflating)
{
  g_autoptr (GError) huge = NULL;
  g_autoptr (GError) dense = NULL;

  ck_assert_ptr_null (open_with_sizes (DT_ZIP_MAX_ENTRY_SIZE + 1, 0, &huge));
  dt_assert_error (huge, DT_ZIP_ERROR, DT_ZIP_ERROR_LIMIT);
  ck_assert_ptr_null (open_with_sizes (4 << 20, 0, &dense));
  dt_assert_error (dense, DT_ZIP_ERROR, DT_ZIP_ERROR_LIMIT);
}
END_TEST

START_TEST (a_declared_size_that_lies_is_noticed)
{
  static const guint32 sizes[] = { 10, (1 << 20) - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DtZipReader) reader = open_with_sizes (sizes[i], 0, &error);

      dt_assert_no_error (error);
      ck_assert_ptr_null (dt_zip_reader_read (reader, "a", &error));
      dt_assert_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_DAMAGED);
    }
}
END_TEST

START_TEST (too_many_entries_are_refused)
{
  g_autoptr (DtZipWriter) writer = dt_zip_writer_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GBytes) package = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= DT_ZIP_MAX_ENTRIES; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      ck_assert (dt_zip_writer_add (writer, name, bytes, DT_ZIP_STORED, &error));
    }
  package = dt_zip_writer_finish (writer, &error);
  dt_assert_no_error (error);
  ck_assert_ptr_null (dt_zip_reader_new (package, &error));
  dt_assert_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_LIMIT);
}
END_TEST

/* Reads all that can be read; whether all of it could. */
static gboolean
read_everything (const guint8 *data,
                 gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (DtZipReader) reader = dt_zip_reader_new (bytes, NULL);

  if (reader == NULL)
    return FALSE;
  for (guint i = 0; i < dt_zip_reader_get_n_entries (reader); i++)
    {
      g_autoptr (GBytes) content =
        dt_zip_reader_read (reader, dt_zip_reader_get_name (reader, i), NULL);

      if (content == NULL)
        return FALSE;
    }
  return TRUE;
}

START_TEST (a_package_cut_anywhere_is_refused)
{
  g_autoptr (GBytes) package = make_package ();
  gsize size;
  const guint8 *data = g_bytes_get_data (package, &size);

  ck_assert (read_everything (data, size));
  for (gsize length = 0; length < size; length++)
    ck_assert_msg (!read_everything (data, length), "%u", (guint) length);
}
END_TEST

START_TEST (a_package_with_any_bit_flipped_does_no_harm)
{
  g_autoptr (GBytes) package = make_package ();
  gsize size;
  const guint8 *data = g_bytes_get_data (package, &size);

  for (gsize bit = 0; bit < 8 * size; bit++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);

      copy[bit / 8] ^= (guint8) (1 << bit % 8);
      read_everything (copy, size);
    }
}
END_TEST

START_TEST (what_is_no_package_is_refused)
{
  static const char *const texts[] = { "", "P", "PK\003\004", "Kế hoạch", "<?xml version='1.0'?>" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;

      ck_assert_ptr_null (dt_zip_reader_new (bytes, &error));
      dt_assert_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_DAMAGED);
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("zip");
  TCase *good = tcase_create ("good");
  TCase *bad = tcase_create ("bad");

  tcase_add_test (good, what_was_added_can_be_read);
  tcase_add_test (good, a_stored_first_entry_lies_where_opendocument_wants_it);
  tcase_add_test (good, every_entry_has_the_first_time_and_no_extra_field);
  tcase_add_test (good, the_same_content_gives_the_same_bytes_in_any_time_zone);
  tcase_add_loop_test (good, names_that_lead_elsewhere_are_refused, 0, G_N_ELEMENTS (names));
  tcase_add_test (good, a_name_can_be_added_once);
  suite_add_tcase (suite, good);

  tcase_set_timeout (bad, 60);
  tcase_add_test (bad, forged_names_are_refused);
  tcase_add_test (bad, a_forged_nul_hides_nothing);
  tcase_add_test (bad, bombs_are_refused_before_inflating);
  tcase_add_test (bad, a_declared_size_that_lies_is_noticed);
  tcase_add_test (bad, too_many_entries_are_refused);
  tcase_add_test (bad, a_package_cut_anywhere_is_refused);
  tcase_add_test (bad, a_package_with_any_bit_flipped_does_no_harm);
  tcase_add_test (bad, what_is_no_package_is_refused);
  suite_add_tcase (suite, bad);

  return dt_test_main (suite);
}
