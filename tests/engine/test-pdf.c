/* test-pdf.c - PDF files looked at byte by byte
 *
 * Called with "--export PLAN FILE" it only exports, so that another process
 * can do the same as this one.
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include "dt-test-pages.h"

#include "export/dt-export-pdf-update.h"
#include "export/dt-exporter.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char *program;

static const char short_plan[] = "golden/paint/short.duthao";
static const char sample_plan[] = "../data/samples/ke-hoach-mau.duthao";

static GBytes *
export_pages (DtPages *pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) diagnostics = g_ptr_array_new ();
  GBytes *pdf = dt_export_pdf (pages, diagnostics, NULL, NULL, NULL, &error);

  dt_assert_no_error (error);
  ck_assert_uint_eq (diagnostics->len, 0);
  return pdf;
}

static GBytes *
export_plan (const char *path)
{
  g_autoptr (DtPages) pages = dt_test_lay_out (path);

  return export_pages (pages);
}

static guint
count (GBytes *pdf,
       const char *needle)
{
  const char *at = g_bytes_get_data (pdf, NULL);
  const char *end = at + g_bytes_get_size (pdf);
  guint n = 0;

  while ((at = memmem (at, end - at, needle, strlen (needle))) != NULL)
    {
      at += strlen (needle);
      n++;
    }

  return n;
}

/* How a text stands in an outline or in the document information. */
static char *
to_pdf_text (const char *text)
{
  g_autofree gunichar2 *units = NULL;
  GString *hex = g_string_new ("<FEFF");
  glong n_units;

  units = g_utf8_to_utf16 (text, -1, NULL, &n_units, NULL);
  for (glong i = 0; i < n_units; i++)
    g_string_append_printf (hex, "%04X", units[i]);

  return g_string_free (g_string_append_c (hex, '>'), FALSE);
}

static void
assert_has_text (GBytes *pdf,
                 const char *text)
{
  g_autofree char *hex = to_pdf_text (text);

  ck_assert_msg (count (pdf, hex) > 0, "not in the file: %s", text);
}

START_TEST (file_says_language_title_and_marks)
{
  g_autoptr (GBytes) pdf = export_plan (short_plan);

  ck_assert (memcmp (g_bytes_get_data (pdf, NULL), "%PDF-1.4\n", 9) == 0);
  ck_assert_uint_eq (count (pdf, "/Lang (vi-VN)"), 1);
  ck_assert_uint_eq (count (pdf, "/ViewerPreferences << /DisplayDocTitle true >>"), 1);
  ck_assert_uint_eq (count (pdf, "/MarkInfo << /Marked true >>"), 2);
  ck_assert_uint_eq (count (pdf, "/ID [<"), 1);
}
END_TEST

START_TEST (information_is_that_of_the_plan)
{
  g_autoptr (GBytes) pdf = export_plan (short_plan);

  assert_has_text (pdf, "Kế hoạch số 07/KH-UBND Vệ sinh môi trường (đợt 1) năm 2026");
  assert_has_text (pdf, "Vệ sinh môi trường (đợt 1) năm 2026");
  assert_has_text (pdf, "Dự Thảo");
  assert_has_text (pdf, "vi-VN");
  assert_has_text (pdf, "05/03/2026");
  ck_assert_uint_ge (count (pdf, "/CodeNotation <FEFF"), 1);
  ck_assert_uint_ge (count (pdf, "/CreationDate (20260305000000+07'00"), 1);
}
END_TEST

START_TEST (an_unknown_day_leaves_no_date)
{
  g_autoptr (GBytes) pdf = export_plan (sample_plan);

  ck_assert_uint_eq (count (pdf, "/CreationDate"), 0);
  ck_assert_uint_eq (count (pdf, "/ModDate"), 0);
  ck_assert_uint_eq (count (pdf, "/IssuedDate"), 0);
}
END_TEST

START_TEST (outline_has_parts_and_headings)
{
  g_autoptr (GBytes) pdf = export_plan (short_plan);

  assert_has_text (pdf, "I. MỤC ĐÍCH");
  assert_has_text (pdf, "II. PHÂN CÔNG");
  assert_has_text (pdf, "Kế hoạch");
  assert_has_text (pdf, "Phụ lục. TUYẾN ĐƯỜNG TỰ QUẢN");
  ck_assert_uint_eq (count (pdf, "/XYZ 0 "), 4);
}
END_TEST

START_TEST (same_pages_give_same_bytes)
{
  g_autoptr (DtPages) pages = dt_test_lay_out (sample_plan);
  g_autoptr (GBytes) first = export_pages (pages);
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) third = export_plan (sample_plan);

  g_setenv ("TZ", "Pacific/Kiritimati", TRUE);
  tzset ();
  second = export_pages (pages);

  ck_assert (g_bytes_equal (first, second));
  ck_assert (g_bytes_equal (first, third));
}
END_TEST

static const struct
{
  const char *name;
  const char *value;
} environments[] = {
  { "TZ", "America/St_Johns" },
  { "LC_ALL", "de_DE.UTF-8" },
  { "LC_ALL", "C" },
  { "MALLOC_PERTURB_", "170" },
};

START_TEST (another_process_gives_same_bytes)
{
  g_autofree char *file = g_strdup_printf ("%s/pdf-%d-%d.pdf", g_get_tmp_dir (), _i, (int) getpid ());
  const char *argv[] = { program, "--export", short_plan, file, NULL };
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), environments[_i].name, environments[_i].value, TRUE);
  g_autoptr (GBytes) here = export_plan (short_plan);
  g_autoptr (GBytes) there = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;
  char *data;
  int status;

  g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status, &error);
  dt_assert_no_error (error);
  ck_assert_int_eq (status, 0);
  g_file_get_contents (file, &data, &size, &error);
  dt_assert_no_error (error);
  g_unlink (file);

  there = g_bytes_new_take (data, size);
  ck_assert (g_bytes_equal (here, there));
}
END_TEST

static void
progress_cb (double fraction,
             gpointer user_data)
{
  double *last = user_data;

  ck_assert (fraction > *last && fraction <= 1);
  *last = fraction;
}

START_TEST (progress_rises_to_one)
{
  g_autoptr (DtPages) pages = dt_test_lay_out (sample_plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  double last = 0;

  pdf = dt_export_pdf (pages, NULL, NULL, progress_cb, &last, &error);
  dt_assert_no_error (error);
  ck_assert (last == 1);
}
END_TEST

static void
cancel_cb (double fraction,
           gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

START_TEST (cancelling_gives_no_file)
{
  g_autoptr (DtPages) pages = dt_test_lay_out (sample_plan);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  ck_assert_uint_gt (dt_pages_get_n_pages (pages), 1);
  ck_assert_ptr_null (dt_export_pdf (pages, NULL, cancellable, cancel_cb, cancellable, &error));
  dt_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  g_clear_error (&error);
  ck_assert_ptr_null (dt_export_pdf (pages, NULL, cancellable, NULL, NULL, &error));
  dt_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}
END_TEST

/* The update */

#define BODY                                      \
  "%PDF-1.4\n"                                    \
  "1 0 obj\n<< /Type /Catalog\n>>\nendobj\n"      \
  "2 0 obj\n<< /Producer (cairo)\n>>\nendobj\n"   \
  "% filler filler filler filler filler filler\n" \
  "% filler filler filler filler filler filler\n"
#define XREF "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000045 00000 n \n"
#define TRAILER "trailer\n<< /Size 3\n   /Root 1 0 R\n   /Info 2 0 R\n>>\n"
#define END "startxref\n172\n%%EOF\n"

static const struct
{
  const char *what;
  const char *pdf;
} strange_files[] = {
  { "nothing", "" },
  { "no end", BODY XREF TRAILER },
  { "no table", BODY TRAILER END },
  { "a table elsewhere", BODY XREF TRAILER "startxref\n17\n%%EOF\n" },
  { "a table beyond the end", BODY XREF TRAILER "startxref\n99999999999999999999\n%%EOF\n" },
  { "a table of too many rows", BODY "xref\n0 999999\n0000000000 65535 f \n" TRAILER END },
  { "a table in pieces", BODY "xref\n1 2\n0000000009 00000 n \n0000000045 00000 n \n" TRAILER END },
  { "an update already", BODY XREF "trailer\n<< /Size 3 /Root 1 0 R /Info 2 0 R /Prev 5 >>\n" END },
  { "no root", BODY XREF "trailer\n<< /Size 3 /Info 2 0 R >>\n" END },
  { "a root that is not there", BODY XREF "trailer\n<< /Size 3 /Root 7 0 R /Info 2 0 R >>\n" END },
  { "a root that is free", BODY XREF "trailer\n<< /Size 3 /Root 0 0 R /Info 2 0 R >>\n" END },
  { "a root that is no catalog", BODY XREF "trailer\n<< /Size 3 /Root 2 0 R /Info 1 0 R >>\n" END },
};

START_TEST (a_plain_file_is_updated)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  DtPdfField field = { "OrganName", "Xã" };
  g_autofree char *text = NULL;

  g_byte_array_append (pdf, (const guint8 *) BODY XREF TRAILER END, strlen (BODY XREF TRAILER END));
  ck_assert (dt_pdf_update_append (pdf, "vi-VN", &field, 1));
  text = g_strndup ((const char *) pdf->data, pdf->len);

  ck_assert (g_str_has_prefix (text, BODY XREF TRAILER END));
  ck_assert_ptr_nonnull (strstr (text, "<< /Type /Catalog\n   /Lang (vi-VN)\n"));
  ck_assert_ptr_nonnull (strstr (text, "<< /Producer (cairo)\n   /OrganName <FEFF005800E3>\n>>\nendobj\n"));
  ck_assert_ptr_nonnull (strstr (text, "   /Prev 172\n"));
  ck_assert (g_str_has_suffix (text, "%%EOF\n"));

  /* Once is enough. */
  ck_assert (!dt_pdf_update_append (pdf, "vi-VN", &field, 1));
}
END_TEST

START_TEST (a_strange_file_is_left_alone)
{
  const char *before = strange_files[_i].pdf;
  g_autoptr (GByteArray) pdf = g_byte_array_new ();

  g_byte_array_append (pdf, (const guint8 *) before, strlen (before));
  ck_assert_msg (!dt_pdf_update_append (pdf, "vi-VN", NULL, 0), "%s", strange_files[_i].what);
  ck_assert_uint_eq (pdf->len, strlen (before));
  ck_assert (pdf->len == 0 || memcmp (pdf->data, before, pdf->len) == 0);
}
END_TEST

START_TEST (a_cut_file_is_left_alone)
{
  g_autoptr (GBytes) whole = export_plan (short_plan);
  gsize size = g_bytes_get_size (whole);

  for (gsize length = 0; length < size - 1; length += 1 + size / 500)
    {
      g_autoptr (GByteArray) pdf = g_byte_array_new ();

      g_byte_array_append (pdf, g_bytes_get_data (whole, NULL), length);
      if (!dt_pdf_update_append (pdf, "vi-VN", NULL, 0))
        ck_assert_uint_eq (pdf->len, length);
    }
}
END_TEST

START_TEST (a_strange_language_is_refused)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();

  g_byte_array_append (pdf, (const guint8 *) BODY XREF TRAILER END, strlen (BODY XREF TRAILER END));
  ck_assert (!dt_pdf_update_append (pdf, "vi) /X (", NULL, 0));
  ck_assert (!dt_pdf_update_append (pdf, "", NULL, 0));
}
END_TEST

/* Outside of a test: nothing of Check may be used. */
static int
export_only (const char *path,
             const char *file)
{
  g_autofree char *full = g_build_filename (g_getenv ("G_TEST_SRCDIR"), path, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = dt_plan_load (full, NULL, &error);
  g_autoptr (DtPages) pages = NULL;
  g_autoptr (GBytes) pdf = NULL;

  setlocale (LC_ALL, "");
  if (plan != NULL)
    pages = dt_test_lay_out_plan (plan);
  if (pages != NULL)
    pdf = dt_export_pdf (pages, NULL, NULL, NULL, NULL, &error);
  if (pdf != NULL && g_file_set_contents (file, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error))
    return EXIT_SUCCESS;

  g_printerr ("%s\n", error->message);
  return EXIT_FAILURE;
}

int
main (int argc,
      char *argv[])
{
  Suite *suite;
  TCase *file;
  TCase *update;

  if (argc == 4 && strcmp (argv[1], "--export") == 0)
    return export_only (argv[2], argv[3]);
  program = argv[0];

  suite = suite_create ("pdf");
  file = tcase_create ("file");
  update = tcase_create ("update");
  tcase_set_timeout (file, 60);
  tcase_add_test (file, file_says_language_title_and_marks);
  tcase_add_test (file, information_is_that_of_the_plan);
  tcase_add_test (file, an_unknown_day_leaves_no_date);
  tcase_add_test (file, outline_has_parts_and_headings);
  tcase_add_test (file, same_pages_give_same_bytes);
  tcase_add_loop_test (file, another_process_gives_same_bytes, 0, G_N_ELEMENTS (environments));
  tcase_add_test (file, progress_rises_to_one);
  tcase_add_test (file, cancelling_gives_no_file);
  suite_add_tcase (suite, file);

  tcase_add_test (update, a_plain_file_is_updated);
  tcase_add_loop_test (update, a_strange_file_is_left_alone, 0, G_N_ELEMENTS (strange_files));
  tcase_add_test (update, a_cut_file_is_left_alone);
  tcase_add_test (update, a_strange_language_is_refused);
  suite_add_tcase (suite, update);

  return dt_test_main (suite);
}
