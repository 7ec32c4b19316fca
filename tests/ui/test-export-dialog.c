/* test-export-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test-pages.h"

#include "dialogs/dui-export-dialog.h"
#include "export/dt-export-name.h"

#include <string.h>

static const struct
{
  DuiExportFormat format;
  const char *name;
  const char *begins;
} files[] = {
  { DUI_EXPORT_PDF, "mau.pdf", "%PDF-" },
  { DUI_EXPORT_ODT, "mau.odt", "PK" },
  { DUI_EXPORT_TEXT, "mau.txt", "" },
  { DUI_EXPORT_SLIP, "mau.phieu.pdf", "%PDF-" },
};

static DuiDocument *
make_document (void)
{
  g_autoptr (DtPlan) plan = dui_test_load_sample (dui_test_samples[0]);

  dui_test_wait_for_catalog ();
  return dui_document_new (dui_test_get_engine (), plan, NULL);
}

static DuiExportDialog *
open_dialog (DuiDocument *document)
{
  DuiExportDialog *dialog = DUI_EXPORT_DIALOG (dui_export_dialog_new (NULL, document));

  gtk_window_present (GTK_WINDOW (dialog));
  dui_test_settle ();
  return dialog;
}

static void
exported_cb (DuiExportDialog *dialog,
             GFile *file,
             GFile **told)
{
  *told = g_object_ref (file);
}

static gboolean
is_told (gpointer data)
{
  return *(GFile **) data != NULL;
}

static gboolean
has_problem (gpointer data)
{
  return dui_export_dialog_get_problem (data) != NULL;
}

START_TEST (each_format_is_written_and_remembered)
{
  g_autoptr (DuiDocument) document = make_document ();
  DuiExportDialog *dialog = open_dialog (document);
  g_autofree char *path = g_build_filename (g_get_home_dir (), files[_i].name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) told = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *saved = NULL;
  gpointer weak = dialog;
  gsize length;

  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  g_signal_connect (dialog, "exported", G_CALLBACK (exported_cb), &told);
  dui_export_dialog_set_format (dialog, files[_i].format);
  ck_assert_int_eq (dui_export_dialog_get_format (dialog), files[_i].format);
  dui_export_dialog_write (dialog, file);
  ck_assert (dui_test_wait (is_told, &told, 60));
  dui_test_settle ();
  ck_assert_ptr_null (weak);
  ck_assert (g_file_equal (told, file));
  ck_assert (g_file_get_contents (path, &bytes, &length, NULL));
  ck_assert_uint_gt (length, 200);
  ck_assert (g_str_has_prefix (bytes, files[_i].begins));

  saved = g_settings_get_string (dui_engine_get_settings (dui_test_get_engine ()), "export-format");
  ck_assert_str_eq (saved, dui_export_format_to_string (files[_i].format));
  dialog = open_dialog (document);
  ck_assert_int_eq (dui_export_dialog_get_format (dialog), files[_i].format);
  gtk_window_destroy (GTK_WINDOW (dialog));
  dui_assert_finalizes (g_steal_pointer (&document));
}
END_TEST

START_TEST (the_proposed_name_is_that_of_the_plan)
{
  g_autoptr (DtPlan) plan = dui_test_load_sample (dui_test_samples[0]);
  g_autofree char *name = dui_export_format_make_name (DUI_EXPORT_ODT, plan);

  ck_assert (g_str_is_ascii (name));
  ck_assert (g_str_has_suffix (name, ".odt"));
  ck_assert_ptr_nonnull (strstr (name, "KH-UBND_"));
}
END_TEST

START_TEST (a_name_without_its_suffix_is_refused)
{
  g_autoptr (DuiDocument) document = make_document ();
  DuiExportDialog *dialog = open_dialog (document);
  g_autofree char *path = g_build_filename (g_get_home_dir (), "khong-duoi", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  dui_export_dialog_set_format (dialog, DUI_EXPORT_PDF);
  dui_export_dialog_write (dialog, file);
  dui_test_settle ();
  ck_assert_ptr_nonnull (strstr (dui_export_dialog_get_problem (dialog), ".pdf"));
  ck_assert (!g_file_test (path, G_FILE_TEST_EXISTS));
  gtk_window_destroy (GTK_WINDOW (dialog));
}
END_TEST

START_TEST (what_cannot_be_written_is_told_and_nothing_is_lost)
{
  g_autoptr (DuiDocument) document = make_document ();
  DuiExportDialog *dialog = open_dialog (document);
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all/mau.txt");

  dui_export_dialog_set_format (dialog, DUI_EXPORT_TEXT);
  dui_export_dialog_write (dialog, file);
  ck_assert (dui_test_wait (has_problem, dialog, 30));
  gtk_window_destroy (GTK_WINDOW (dialog));
}
END_TEST

START_TEST (what_is_cancelled_leaves_the_old_file)
{
  g_autoptr (DuiDocument) document = make_document ();
  DuiExportDialog *dialog = open_dialog (document);
  g_autofree char *path = g_build_filename (g_get_home_dir (), "cu.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = NULL;
  gpointer weak = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  ck_assert (g_file_set_contents (path, "old", -1, NULL));
  dui_export_dialog_set_format (dialog, DUI_EXPORT_PDF);
  dui_export_dialog_write (dialog, file);
  gtk_window_close (GTK_WINDOW (dialog));
  for (guint i = 0; i < 500 && weak != NULL; i++)
    {
      dui_test_settle ();
      g_usleep (10000);
    }
  ck_assert_ptr_null (weak);
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  ck_assert_str_eq (text, "old");
}
END_TEST

START_TEST (the_name_that_is_proposed_says_what_was_filled_in)
{
  g_autoptr (DtPlan) plan = dui_test_load_sample ("ke-hoach-mau");
  g_autofree char *name = dt_export_make_name (plan, "pdf");

  ck_assert_ptr_nonnull (strstr (dt_node_get_text (dt_plan_find (plan, "head/subject")), "{{nam}}"));
  ck_assert_msg (strstr (name, "nam-2027") != NULL, "%s", name);
}
END_TEST

int
main (int argc,
      char **argv)
{
  Suite *suite = suite_create ("export-dialog");
  TCase *basic = tcase_create ("basic");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (basic, 120);
  tcase_add_loop_test (basic, each_format_is_written_and_remembered, 0, G_N_ELEMENTS (files));
  tcase_add_test (basic, the_proposed_name_is_that_of_the_plan);
  tcase_add_test (basic, a_name_without_its_suffix_is_refused);
  tcase_add_test (basic, what_cannot_be_written_is_told_and_nothing_is_lost);
  tcase_add_test (basic, what_is_cancelled_leaves_the_old_file);
  tcase_add_test (basic, the_name_that_is_proposed_says_what_was_filled_in);
  suite_add_tcase (suite, basic);

  return dui_test_main (suite);
}
