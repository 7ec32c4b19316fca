/* test-export-text.c - compositions written as plain text
 *
 * With DT_UPDATE_GOLDEN=1 the stored text is written anew.
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-pages.h"

#include "export/dt-exporter.h"
#include "text/dt-text.h"

#include <string.h>

static const char *const plans[] = {
  "golden/paint/short.duthao",
  "../data/samples/ke-hoach-mau.duthao",
  "../data/samples/quyet-dinh-mau.duthao",
  "../data/samples/thong-bao-mau.duthao",
};

static char *
export_text (const char *path)
{
  g_autoptr (DtPlan) plan = dt_test_load_plan (path);
  g_autoptr (DtComposition) composition = dt_test_compose_plan (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dt_export_text (composition, &error);

  dt_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

START_TEST (text_is_as_stored)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "golden/paint/short.txt", NULL);
  g_autofree char *text = export_text ("golden/paint/short.duthao");
  g_autofree char *stored = NULL;
  g_autoptr (GError) error = NULL;

  if (g_getenv ("DT_UPDATE_GOLDEN") != NULL)
    g_file_set_contents (path, text, -1, &error);
  dt_assert_no_error (error);

  g_file_get_contents (path, &stored, NULL, &error);
  dt_assert_no_error (error);
  dt_test_same_text (text, stored);
}
END_TEST

START_TEST (text_is_normal_and_has_no_stray_blanks)
{
  g_autofree char *text = export_text (plans[_i]);
  g_auto (GStrv) lines = NULL;

  ck_assert (g_utf8_validate (text, -1, NULL));
  ck_assert (dt_text_is_nfc (text));
  ck_assert (g_str_has_suffix (text, "\n"));
  ck_assert (!g_str_has_suffix (text, "\n\n"));
  ck_assert_ptr_null (strstr (text, "\n\n\n"));

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      ck_assert_msg (!g_str_has_prefix (lines[i], " ") || g_str_has_prefix (lines[i], " | "),
                     "line %u begins with a blank: %s", i + 1, lines[i]);
      ck_assert_msg (!g_str_has_suffix (lines[i], " ") || g_str_has_suffix (lines[i], " | "),
                     "line %u ends with a blank: %s", i + 1, lines[i]);
    }
}
END_TEST

START_TEST (every_paragraph_is_one_line)
{
  g_autofree char *text = export_text ("golden/paint/short.duthao");

  ck_assert_ptr_nonnull (strstr (text, "\nĐộc lập - Tự do - Hạnh phúc\n"));
  ck_assert_ptr_nonnull (strstr (text, "\nI. MỤC ĐÍCH\n"));
  ck_assert_ptr_nonnull (strstr (text, "\n+ ủ tại vườn;\n"));
  ck_assert_ptr_nonnull (strstr (text, "\n1 | Đông | 07/3/2026\n"));
  ck_assert_ptr_nonnull (strstr (text, "\n2 | Đoài | \n"));
  ck_assert (strstr (text, "CỘNG HÒA") < strstr (text, "KẾ HOẠCH"));
  ck_assert (strstr (text, "Nơi nhận:") < strstr (text, "Đỗ Thị Ưu"));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("export-text");
  TCase *basic = tcase_create ("basic");

  tcase_add_test (basic, text_is_as_stored);
  tcase_add_loop_test (basic, text_is_normal_and_has_no_stray_blanks, 0, G_N_ELEMENTS (plans));
  tcase_add_test (basic, every_paragraph_is_one_line);
  suite_add_tcase (suite, basic);

  return dt_test_main (suite);
}
