/* test-pdf-tools.c - PDF files as other programs read them
 *
 * Needs pdftotext, pdfinfo, pdffonts (poppler-utils) and qpdf; without them
 * the whole program is skipped, and says so.
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-pages.h"

#include "export/dt-exporter.h"
#include "text/dt-text.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

static const char *const tools[] = { "pdftotext", "pdfinfo", "pdffonts", "qpdf" };

static const char *const plans[] = {
  "golden/paint/short.duthao",
  "../data/samples/ke-hoach-mau.duthao",
  "../data/samples/quyet-dinh-mau.duthao",
  "../data/samples/thong-bao-mau.duthao",
};

/* Exports a plan to a file of its own; gives its name. */
static char *
export_file (DtPages *pages)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = dt_export_pdf (pages, NULL, NULL, NULL, NULL, &error);
  char *file = NULL;
  int fd;

  dt_assert_no_error (error);
  fd = g_file_open_tmp ("dt-XXXXXX.pdf", &file, &error);
  dt_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (file, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error);
  dt_assert_no_error (error);

  return file;
}

static char *
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status, &error);
  dt_assert_no_error (error);
  ck_assert_msg (g_spawn_check_wait_status (status, NULL), "%s failed: %s", argv[0], output);

  return output;
}

static void
remove_file (char *file)
{
  g_unlink (file);
  g_free (file);
}

/* Collects what items show, page by page; a line break that was asked for counts as a blank. */
static void
collect_cb (const DtItem *item,
            gpointer words)
{
  if (item->kind != DT_ITEM_TEXT)
    return;

  g_string_append_len (words, item->text, item->length);
  if (item->last_line || item->block == NULL)
    g_string_append_c (words, '\n');
  else if (item->n_words > 0 && item->block->text[item->words[item->n_words - 1].end] == '\n')
    g_string_append_c (words, ' ');
}

static char *
collect_words (DtPages *pages)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < dt_pages_get_n_pages (pages); i++)
    dt_page_foreach (dt_pages_get_page (pages, i), collect_cb, words);

  return dt_text_collapse (words->str);
}

START_TEST (text_comes_out_as_it_went_in)
{
  g_autoptr (DtPages) pages = dt_test_lay_out (plans[_i]);
  char *file = export_file (pages);
  const char *argv[] = { "pdftotext", "-raw", "-nopgbrk", "-enc", "UTF-8", file, "-", NULL };
  g_autofree char *text = run (argv);
  g_autofree char *got = dt_text_collapse (text);
  g_autofree char *want = collect_words (pages);

  ck_assert (dt_text_is_nfc (text));
  dt_test_same_text (got, want);
  remove_file (file);
}
END_TEST

/* Words of the structure tree, in its order. */
static char *
read_structure (const char *file)
{
  const char *argv[] = { "pdfinfo", "-struct-text", "-enc", "UTF-8", file, NULL };

  return run (argv);
}

static char *
get_quoted (const char *structure)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (structure, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      gsize length = strlen (line);

      if (length >= 2 && line[0] == '"' && line[length - 1] == '"')
        g_string_append_len (text, line + 1, length - 2);
      /* Text of one paragraph runs on; every other element begins anew. */
      else if (strstr (line, "Span") == NULL && strstr (line, "LBody") == NULL)
        g_string_append_c (text, '\n');
    }

  return dt_text_collapse (text->str);
}

static void
collect_content_cb (const DtItem *item,
                    gpointer words)
{
  if (item->block != NULL && !item->header)
    collect_cb (item, words);
}

START_TEST (structure_holds_the_text_and_nothing_else)
{
  g_autoptr (DtPages) pages = dt_test_lay_out (plans[_i]);
  g_autoptr (GString) words = g_string_new (NULL);
  char *file = export_file (pages);
  g_autofree char *structure = read_structure (file);
  g_autofree char *got = get_quoted (structure);
  g_autofree char *want = NULL;

  for (guint i = 0; i < dt_pages_get_n_pages (pages); i++)
    dt_page_foreach (dt_pages_get_page (pages, i), collect_content_cb, words);
  want = dt_text_collapse (words->str);

  dt_test_same_text (got, want);
  remove_file (file);
}
END_TEST

START_TEST (structure_is_as_stored)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "golden/paint/short.struct", NULL);
  g_autoptr (DtPages) pages = dt_test_lay_out (plans[0]);
  char *file = export_file (pages);
  g_autofree char *structure = read_structure (file);
  g_autofree char *stored = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("DT_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, structure, -1, &error);
  dt_assert_no_error (error);

  g_file_get_contents (path, &stored, NULL, &error);
  dt_assert_no_error (error);
  dt_test_same_text (structure, stored);
  remove_file (file);
}
END_TEST

START_TEST (information_is_read_back)
{
  g_autoptr (DtPages) pages = dt_test_lay_out (plans[_i]);
  const DtDocumentInfo *info = dt_composition_get_info (dt_pages_get_composition (pages));
  char *file = export_file (pages);
  const char *argv[] = { "pdfinfo", "-enc", "UTF-8", file, NULL };
  g_autofree char *output = run (argv);
  const struct
  {
    const char *key;
    char *value;
  } lines[] = {
    { "Title", g_strdup (info->title) },
    { "Subject", g_strdup (info->subject) },
    { "Keywords", g_strdup (info->keywords) },
    { "Author", g_strdup (info->author) },
    { "Creator", g_strdup ("Dự Thảo") },
    { "Tagged", g_strdup ("yes") },
    { "Encrypted", g_strdup ("no") },
    { "Page size", g_strdup ("595.276 x 841.89 pts (A4)") },
    { "PDF version", g_strdup ("1.4") },
    { "Pages", g_strdup_printf ("%u", dt_pages_get_n_pages (pages)) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *key = g_strconcat (lines[i].key, ":", NULL);
      g_autofree char *line = g_strdup_printf ("%-16s %s\n", key, lines[i].value);

      ck_assert_msg (strstr (output, line) != NULL, "no line \"%s\" in\n%s", line, output);
      g_free (lines[i].value);
    }
  remove_file (file);
}
END_TEST

START_TEST (one_family_is_embedded_with_its_characters)
{
  g_autoptr (DtPages) pages = dt_test_lay_out (plans[_i]);
  g_autofree char *family = g_strdup (dt_shaper_get_face (dt_pages_get_shaper (pages), 0)->family);
  char *file = export_file (pages);
  const char *argv[] = { "pdffonts", file, NULL };
  g_autofree char *output = run (argv);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (output), "\n", -1);
  g_auto (GStrv) words = g_strsplit (family, " ", -1);
  g_autofree char *squeezed = g_strjoinv ("", words);

  ck_assert_uint_ge (g_strv_length (lines), 3);
  for (guint i = 2; lines[i] != NULL; i++)
    {
      ck_assert_msg (strstr (lines[i], squeezed) != NULL, "a font of another family: %s", lines[i]);
      ck_assert_msg (strstr (lines[i], " yes yes yes ") != NULL, "not embedded as a whole: %s", lines[i]);
    }
  remove_file (file);
}
END_TEST

START_TEST (file_is_sound)
{
  g_autoptr (DtPages) pages = dt_test_lay_out (plans[_i]);
  char *file = export_file (pages);
  const char *argv[] = { "qpdf", "--check", file, NULL };
  g_autofree char *output = run (argv);

  ck_assert_ptr_nonnull (strstr (output, "No syntax or stream encoding errors found"));
  remove_file (file);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("pdf-tools");
  TCase *read = tcase_create ("read");

  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      g_autofree char *found = g_find_program_in_path (tools[i]);

      if (found == NULL)
        {
          printf ("1..0 # SKIP %s is not installed\n", tools[i]);
          return EXIT_SUCCESS;
        }
    }

  tcase_set_timeout (read, 60);
  tcase_add_loop_test (read, text_comes_out_as_it_went_in, 0, G_N_ELEMENTS (plans));
  tcase_add_loop_test (read, structure_holds_the_text_and_nothing_else, 0, G_N_ELEMENTS (plans));
  tcase_add_test (read, structure_is_as_stored);
  tcase_add_loop_test (read, information_is_read_back, 0, G_N_ELEMENTS (plans));
  tcase_add_loop_test (read, one_family_is_embedded_with_its_characters, 0, G_N_ELEMENTS (plans));
  tcase_add_loop_test (read, file_is_sound, 0, G_N_ELEMENTS (plans));
  suite_add_tcase (suite, read);

  return dt_test_main (suite);
}
