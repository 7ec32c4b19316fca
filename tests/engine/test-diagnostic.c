/* test-diagnostic.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-diagnostic.h"
#include "base/dt-types.h"

#include "dt-test.h"

START_TEST (a_diagnostic_keeps_what_it_was_given)
{
  g_autoptr (DtDiagnostic) diagnostic =
    dt_diagnostic_new (DT_SEVERITY_WARNING, "font-substituted", "n12", 3, 7, "no such font");
  g_autoptr (DtDiagnostic) again = dt_diagnostic_ref (diagnostic);

  ck_assert_ptr_eq (again, diagnostic);
  ck_assert_int_eq (dt_diagnostic_get_severity (diagnostic), DT_SEVERITY_WARNING);
  ck_assert_str_eq (dt_diagnostic_get_code (diagnostic), "font-substituted");
  ck_assert_str_eq (dt_diagnostic_get_node (diagnostic), "n12");
  ck_assert_uint_eq (dt_diagnostic_get_line (diagnostic), 3);
  ck_assert_uint_eq (dt_diagnostic_get_column (diagnostic), 7);
  ck_assert_str_eq (dt_diagnostic_get_message (diagnostic), "no such font");
}
END_TEST

static const struct
{
  DtSeverity severity;
  const char *file;
  guint line;
  guint column;
  const char *text;
} lines[] = {
  { DT_SEVERITY_WARNING, "a.duthao", 3, 7, "a.duthao:3:7: warning: text [code]" },
  { DT_SEVERITY_ERROR, "a.duthao", 3, 0, "a.duthao:3: error: text [code]" },
  { DT_SEVERITY_NOTE, "a.duthao", 0, 0, "a.duthao: note: text [code]" },
  { DT_SEVERITY_NOTE, NULL, 3, 7, "3:7: note: text [code]" },
  { DT_SEVERITY_NOTE, NULL, 0, 0, "note: text [code]" },
};

START_TEST (the_text_form_is_that_of_compilers)
{
  g_autoptr (DtDiagnostic) diagnostic =
    dt_diagnostic_new (lines[_i].severity, "code", NULL, lines[_i].line, lines[_i].column, "text");
  g_autofree char *text = dt_diagnostic_to_string (diagnostic, lines[_i].file);

  ck_assert_str_eq (text, lines[_i].text);
}
END_TEST

START_TEST (a_list_counts_by_severity)
{
  g_autoptr (GPtrArray) list = dt_diagnostics_new ();

  dt_diagnostics_add (list, DT_SEVERITY_NOTE, "a", NULL, 0, 0, "%s", "one");
  dt_diagnostics_add (list, DT_SEVERITY_ERROR, "b", "n", 1, 2, "%d%%", 50);
  dt_diagnostics_add (list, DT_SEVERITY_WARNING, "c", NULL, 0, 0, "three");

  ck_assert_uint_eq (list->len, 3);
  ck_assert_uint_eq (dt_diagnostics_count (list, DT_SEVERITY_NOTE), 3);
  ck_assert_uint_eq (dt_diagnostics_count (list, DT_SEVERITY_WARNING), 2);
  ck_assert_uint_eq (dt_diagnostics_count (list, DT_SEVERITY_ERROR), 1);
  ck_assert_str_eq (dt_diagnostic_get_message (g_ptr_array_index (list, 1)), "50%");
}
END_TEST

START_TEST (no_list_is_a_list_too)
{
  dt_diagnostics_add (NULL, DT_SEVERITY_ERROR, "a", NULL, 0, 0, "%s", "nobody listens");
  ck_assert_uint_eq (dt_diagnostics_count (NULL, DT_SEVERITY_NOTE), 0);
}
END_TEST

START_TEST (lengths_round_to_the_nearest_micrometre)
{
  ck_assert_int_eq (DT_MM (210), 210000);
  ck_assert_int_eq (dt_length_from_mm (12.7), 12700);
  ck_assert_int_eq (dt_length_from_pt (72), 25400);
  ck_assert_int_eq (dt_length_from_pt (14), 4939);
  ck_assert_int_eq (dt_length_from_pt (-14), -4939);
  ck_assert_int_eq (DT_PT_TO_UM (0.5), 176);
  ck_assert_double_eq_tol (dt_length_to_pt (25400), 72.0, 1e-12);
  ck_assert_double_eq_tol (dt_length_to_mm (12700), 12.7, 1e-12);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("diagnostic");
  TCase *basic = tcase_create ("basic");

  tcase_add_test (basic, a_diagnostic_keeps_what_it_was_given);
  tcase_add_loop_test (basic, the_text_form_is_that_of_compilers, 0, G_N_ELEMENTS (lines));
  tcase_add_test (basic, a_list_counts_by_severity);
  tcase_add_test (basic, no_list_is_a_list_too);
  tcase_add_test (basic, lengths_round_to_the_nearest_micrometre);
  suite_add_tcase (suite, basic);

  return dt_test_main (suite);
}
