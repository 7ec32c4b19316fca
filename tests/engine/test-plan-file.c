/* test-plan-file.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-plan-file.h"

START_TEST (the_sample_is_written_as_it_was_read)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = read_text (sample, NULL, &error);
  g_autofree char *written = NULL;

  dt_assert_no_error (error);
  written = write_text (plan);
  ck_assert_str_eq (written, sample);
}
END_TEST

START_TEST (text_is_kept_to_the_last_blank)
{
  g_autoptr (DtPlan) plan = read_text (sample, NULL, NULL);

  ck_assert_str_eq (dt_node_get_text (dt_plan_find (plan, "s1/body")), "- Một.\n\n  - Hai.\n");
  ck_assert_str_eq (dt_node_get_text (dt_plan_find (plan, "head/agency")), "ỦY BAN NHÂN DÂN\nXÃ AN HẢI");
}
END_TEST

START_TEST (nodes_know_their_lines)
{
  g_autoptr (DtPlan) plan = read_text (sample, NULL, NULL);

  ck_assert_uint_eq (dt_node_get_line (dt_plan_get_root (plan)), 2);
  ck_assert_uint_eq (dt_node_get_line (dt_plan_find (plan, "head")), 3);
  ck_assert_uint_eq (dt_node_get_line (dt_plan_find (plan, "s1/body")), 17);
  ck_assert_uint_eq (dt_node_get_line (dt_plan_find (plan, "s2")), 21);
}
END_TEST

START_TEST (what_means_the_same_is_written_the_same)
{
  g_autofree char *source = g_strconcat (PROLOG OPEN HEAD, accepted[_i].text, CLOSE, NULL);
  g_autofree char *expected = g_strconcat (PROLOG OPEN HEAD, accepted[_i].written, CLOSE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = read_text (source, NULL, &error);
  g_autofree char *written = NULL;

  dt_assert_no_error (error);
  written = write_text (plan);
  ck_assert_str_eq (written, expected);
}
END_TEST

START_TEST (a_prefix_does_not_matter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = read_text ("<p:plan xmlns:p=\"" DT_PLAN_NAMESPACE "\" kind=\"ke-hoach\" version=\"1\">"
                                       "<p:head/></p:plan>",
                                       NULL, &error);
  g_autofree char *written = NULL;

  dt_assert_no_error (error);
  written = write_text (plan);
  ck_assert_str_eq (written, PROLOG OPEN HEAD CLOSE);
}
END_TEST

START_TEST (bad_files_are_refused_at_the_place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = read_text (bad[_i].text, NULL, &error);

  ck_assert_ptr_null (plan);
  ck_assert_ptr_nonnull (error);
  ck_assert_str_eq (g_quark_to_string (error->domain), g_quark_to_string (DT_XML_ERROR));
  ck_assert_msg (g_str_has_prefix (error->message, bad[_i].place), "expected %s, not %s", bad[_i].place, error->message);
  ck_assert_msg (strstr (error->message, bad[_i].words) != NULL, "%s", error->message);
}
END_TEST

START_TEST (an_error_may_be_ignored)
{
  ck_assert_ptr_null (read_text (bad[_i].text, NULL, NULL));
}
END_TEST

static char *
make_deep (guint depth)
{
  GString *text = g_string_new (PROLOG OPEN HEAD "<sections>");

  for (guint i = 0; i < depth; i++)
    g_string_append (text, "<section>");
  for (guint i = 0; i < depth; i++)
    g_string_append (text, "</section>");
  g_string_append (text, "</sections>" CLOSE);

  return g_string_free (text, FALSE);
}

START_TEST (sixteen_sections_may_stand_in_each_other)
{
  g_autofree char *fits = make_deep (DT_SECTION_MAX_DEPTH);
  g_autofree char *deep = make_deep (DT_SECTION_MAX_DEPTH + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = read_text (fits, NULL, &error);

  dt_assert_no_error (error);
  ck_assert_ptr_nonnull (plan);
  ck_assert_ptr_null (read_text (deep, NULL, &error));
  dt_assert_error (error, DT_XML_ERROR, DT_XML_ERROR_CONTENT);
  ck_assert_msg (g_str_has_prefix (error->message, "a.duthao:4:155: sections may stand at most 16 deep"), "%s", error->message);
}
END_TEST

START_TEST (ten_thousand_levels_are_refused_without_harm)
{
  g_autofree char *deep = make_deep (10000);
  g_autoptr (GError) error = NULL;

  ck_assert_ptr_null (read_text (deep, NULL, &error));
  dt_assert_error (error, DT_XML_ERROR, DT_XML_ERROR_LIMIT);
}
END_TEST

/* Cut anywhere, a file is an error or, where only white space is lost, the whole plan. */
START_TEST (a_file_cut_at_any_byte_is_never_a_shorter_plan)
{
  g_autoptr (DtPlan) whole = read_text (sample, NULL, NULL);

  for (gsize length = 0; length < strlen (sample); length++)
    {
      g_autofree char *cut = g_strndup (sample, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (DtPlan) plan = read_text (cut, NULL, &error);

      ck_assert_int_eq (plan == NULL, error != NULL);
      if (plan != NULL)
        {
          ck_assert_uint_eq (length, strlen (sample) - 1);
          ck_assert (dt_plan_equal (plan, whole));
        }
    }
}
END_TEST

/* One bit wrong anywhere: an error, or a plan that can be written and read. */
START_TEST (a_file_with_one_wrong_bit_does_no_harm)
{
  for (gsize at = 0; at < strlen (sample); at++)
    {
      g_autofree char *broken = g_strdup (sample);
      g_autofree char *written = NULL;
      g_autoptr (DtPlan) plan = NULL;
      g_autoptr (DtPlan) again = NULL;

      broken[at] = (char) (broken[at] ^ (1 << _i));
      plan = read_text (broken, NULL, NULL);
      if (plan == NULL)
        continue;
      written = write_text (plan);
      again = read_text (written, NULL, NULL);
      ck_assert_ptr_nonnull (again);
      ck_assert (dt_plan_equal (plan, again));
    }
}
END_TEST

START_TEST (random_plans_come_back_equal)
{
  for (guint32 i = 0; i < 20; i++)
    {
      g_autoptr (DtNode) root = dt_random_root ((guint32) _i * 20 + i);
      g_autoptr (DtPlan) plan = dt_plan_new (root, NULL);
      g_autofree char *written = write_text (plan);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
      g_autoptr (DtPlan) again = read_text (written, diagnostics, &error);
      g_autofree char *rewritten = NULL;

      dt_assert_no_error (error);
      ck_assert (dt_plan_equal (plan, again));
      ck_assert_uint_eq (diagnostics->len, 0);
      rewritten = write_text (again);
      ck_assert_str_eq (written, rewritten);
    }
}
END_TEST

START_TEST (letters_in_parts_are_put_together_and_noted)
{
  static const char text[] = PROLOG OPEN
    "<head place=\"Hue\314\202\314\201\">\n<subject>Vie\314\243\314\202t</subject>\n</head>\n" CLOSE;
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = read_text (text, diagnostics, &error);
  const DtDiagnostic *first;
  const DtDiagnostic *second;

  dt_assert_no_error (error);
  ck_assert_str_eq (dt_node_get_text (dt_plan_find (plan, "head/subject")), "Việt");
  ck_assert_uint_eq (diagnostics->len, 2);
  first = g_ptr_array_index (diagnostics, 0);
  second = g_ptr_array_index (diagnostics, 1);
  ck_assert_str_eq (dt_diagnostic_get_code (first), "normal-form");
  ck_assert_int_eq (dt_diagnostic_get_severity (first), DT_SEVERITY_NOTE);
  ck_assert_uint_eq (dt_diagnostic_get_line (first), 3);
  ck_assert_uint_eq (dt_diagnostic_get_column (first), 7);
  ck_assert_uint_eq (dt_diagnostic_get_line (second), 4);
}
END_TEST

START_TEST (a_saved_plan_is_loaded)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "kế hoạch.duthao", NULL);
  g_autofree char *missing = g_build_filename (folder, "no", "a.duthao", NULL);
  g_autoptr (DtPlan) plan = read_text (sample, NULL, NULL);
  g_autoptr (DtPlan) loaded = NULL;
  g_autoptr (GError) error = NULL;

  ck_assert (dt_plan_save (plan, path, &error));
  dt_assert_no_error (error);
  loaded = dt_plan_load (path, NULL, &error);
  dt_assert_no_error (error);
  ck_assert (dt_plan_equal (plan, loaded));

  ck_assert (!dt_plan_save (plan, missing, &error));
  ck_assert (error->domain == DT_SAVE_ERROR);
  g_clear_error (&error);
  ck_assert_ptr_null (dt_plan_load (missing, NULL, &error));
  ck_assert (error->domain == G_IO_ERROR);

  remove_folder (folder);
}
END_TEST

/* About 600 pages: 300 sections of ten paragraphs. */
START_TEST (six_hundred_pages_take_no_time)
{
  g_autoptr (GString) text = g_string_new (PROLOG OPEN HEAD "<sections>\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = NULL;
  g_autofree char *written = NULL;
  gint64 start;
  gint64 read;

  for (int i = 0; i < 1500; i++)
    {
      g_string_append (text, "<section><title>Nhiệm vụ trọng tâm</title>\n<body>");
      for (int j = 0; j < 6; j++)
        g_string_append (text, "- Phòng Văn hóa - Xã hội chủ trì, phối hợp với các thôn tổ chức tuyên truyền, vận động "
                               "Nhân dân thực hiện; báo cáo Ủy ban nhân dân xã trước ngày 20 hằng tháng.\n");
      g_string_append (text, "</body></section>\n");
    }
  g_string_append (text, "</sections>" CLOSE);

  start = g_get_monotonic_time ();
  plan = read_text (text->str, NULL, &error);
  read = g_get_monotonic_time ();
  dt_assert_no_error (error);
  written = write_text (plan);
  g_print ("# %u kB: read in %.1f ms, written in %.1f ms\n", (guint) text->len / 1000,
           (double) (read - start) / 1000, (double) (g_get_monotonic_time () - read) / 1000);

  /* Tens of milliseconds, seconds under a memory checker. */
  ck_assert_int_lt (g_get_monotonic_time () - start, 10 * G_USEC_PER_SEC);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("plan-file");
  TCase *reading = tcase_create ("reading");
  TCase *hostile = tcase_create ("hostile");

  tcase_set_timeout (reading, 120);
  tcase_add_test (reading, the_sample_is_written_as_it_was_read);
  tcase_add_test (reading, text_is_kept_to_the_last_blank);
  tcase_add_test (reading, nodes_know_their_lines);
  tcase_add_loop_test (reading, what_means_the_same_is_written_the_same, 0, G_N_ELEMENTS (accepted));
  tcase_add_test (reading, a_prefix_does_not_matter);
  tcase_add_loop_test (reading, bad_files_are_refused_at_the_place, 0, G_N_ELEMENTS (bad));
  tcase_add_loop_test (reading, an_error_may_be_ignored, 0, G_N_ELEMENTS (bad));
  tcase_add_test (reading, sixteen_sections_may_stand_in_each_other);
  tcase_add_loop_test (reading, random_plans_come_back_equal, 0, 10);
  tcase_add_test (reading, letters_in_parts_are_put_together_and_noted);
  tcase_add_test (reading, a_saved_plan_is_loaded);
  suite_add_tcase (suite, reading);

  tcase_set_timeout (hostile, 120);
  tcase_add_test (hostile, ten_thousand_levels_are_refused_without_harm);
  tcase_add_test (hostile, a_file_cut_at_any_byte_is_never_a_shorter_plan);
  tcase_add_loop_test (hostile, a_file_with_one_wrong_bit_does_no_harm, 0, 8);
  tcase_add_test (hostile, six_hundred_pages_take_no_time);
  suite_add_tcase (suite, hostile);

  return dt_test_main (suite);
}
