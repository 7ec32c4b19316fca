/* test-check-rules.c - every rule fires where it should, and only there
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-check-case.h"

static GPtrArray *cases;

static void
close_all (void)
{
  g_ptr_array_unref (cases);
  dt_test_close_checker ();
}

/* What the repaired node says: its text, or the attribute. */
static char *
apply (const DtFinding *finding,
       DtPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) fixed = dt_finding_apply (finding, plan, &error);
  const DtNode *node;

  dt_assert_no_error (error);
  node = dt_plan_find (fixed, finding->edit.node);
  if (finding->edit.kind == DT_EDIT_REMOVE)
    return g_strdup (node == NULL ? "(removed)" : "(left)");
  if (finding->edit.kind == DT_EDIT_ATTRIBUTE)
    return g_strdup (dt_node_get_attribute (node, finding->edit.attribute));

  return g_strdup (dt_node_get_text (node));
}

START_TEST (a_rule_answers_as_told)
{
  const DtTestCase *test = g_ptr_array_index (cases, _i);
  g_autoptr (DtReport) report = dt_test_check (test->plan, test->on, test->pages, test->sheet);
  guint n;
  DtFinding *const *findings = dt_report_get_findings (report, &n);
  const DtFinding *found = NULL;

  for (guint i = 0; i < n; i++)
    if (strcmp (findings[i]->rule->id, test->rule) == 0 &&
        (found == NULL || g_strcmp0 (findings[i]->quote, test->quote) == 0))
      found = findings[i];

  if (!test->fires)
    {
      ck_assert_msg (found == NULL, "%s, “%s”: found “%s” in %s", test->rule, test->name,
                     found != NULL ? found->message : "", found != NULL ? found->node : "");
      return;
    }

  ck_assert_msg (found != NULL, "%s, “%s”: nothing was found", test->rule, test->name);
  ck_assert_msg (*found->message != '\0', "%s: no message", test->rule);
  if (test->quote != NULL)
    ck_assert_msg (g_strcmp0 (found->quote, test->quote) == 0, "%s, “%s”: about “%s”, not “%s”", test->rule, test->name,
                   found->quote, test->quote);
  if (test->becomes != NULL)
    {
      g_autofree char *text = apply (found, test->plan);

      ck_assert_msg (strcmp (text, test->becomes) == 0, "%s, “%s”: became “%s”, not “%s”", test->rule, test->name, text,
                     test->becomes);
    }
}
END_TEST

START_TEST (every_rule_has_code_and_all_code_has_a_rule)
{
  g_auto (GStrv) codes = dt_check_list_codes ();

  for (guint i = 0; i < dt_rules_get_n (dt_test_checker.rules); i++)
    {
      const DtRule *rule = dt_rules_get (dt_test_checker.rules, i);

      ck_assert_msg (g_strv_contains ((const char *const *) codes, rule->id), "%s has no code", rule->id);
      ck_assert_msg (rule->n_examples > 0, "%s has no example", rule->id);
    }
  for (guint i = 0; codes[i] != NULL; i++)
    {
      ck_assert_msg (dt_rules_find (dt_test_checker.rules, codes[i]) != NULL, "%s has no rule", codes[i]);
      for (guint k = 0; k < i; k++)
        ck_assert_str_ne (codes[i], codes[k]);
    }
}
END_TEST

/* Those about signatures, seals and scans are never applicable to a draft: they have no case. */
static gboolean
is_never_applicable (const char *rule)
{
  g_autoptr (DtPlan) plan = dt_test_load_plan ("plan");
  g_autoptr (DtReport) report = dt_test_check (plan, dt_date_make (0, 0, 0), TRUE, NULL);
  guint n;
  DtFinding *const *others = dt_report_get_others (report, &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (others[i]->rule->id, rule) == 0)
      return others[i]->state == DT_STATE_NOT_APPLICABLE;

  return FALSE;
}

START_TEST (every_rule_has_a_case_that_fires_and_one_that_nearly_does)
{
  for (guint i = 0; i < dt_rules_get_n (dt_test_checker.rules); i++)
    {
      const char *rule = dt_rules_get (dt_test_checker.rules, i)->id;
      guint n_fire = 0;
      guint n_quiet = 0;

      for (guint k = 0; k < cases->len; k++)
        {
          const DtTestCase *test = g_ptr_array_index (cases, k);

          n_fire += test->fires && strcmp (test->rule, rule) == 0;
          n_quiet += !test->fires && strcmp (test->rule, rule) == 0;
        }
      ck_assert_msg ((n_fire > 0 && n_quiet > 0) || is_never_applicable (rule), "%s: %u cases fire, %u are quiet", rule,
                     n_fire, n_quiet);
    }
}
END_TEST

/* What the cases start from has no fault of its own. */
START_TEST (the_base_plans_are_clean)
{
  static const char *const bases[] = { "plan", "decision" };
  g_autoptr (DtPlan) plan = dt_test_load_plan (bases[_i]);
  g_autoptr (DtReport) report = dt_test_check (plan, dt_date_make (0, 0, 0), TRUE, NULL);
  guint n;
  DtFinding *const *findings = dt_report_get_findings (report, &n);

  for (guint i = 0; i < n; i++)
    ck_assert_msg (findings[i]->severity == DT_SEVERITY_NOTE, "%s in %s: %s “%s”", findings[i]->rule->id, findings[i]->node,
                   findings[i]->message, findings[i]->quote != NULL ? findings[i]->quote : "");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("check-rules");
  TCase *whole = tcase_create ("whole");
  TCase *single = tcase_create ("single");

  dt_test_open_checker ();
  cases = dt_test_load_cases ();
  atexit (close_all);

  tcase_add_test (whole, every_rule_has_code_and_all_code_has_a_rule);
  tcase_add_test (whole, every_rule_has_a_case_that_fires_and_one_that_nearly_does);
  tcase_add_loop_test (whole, the_base_plans_are_clean, 0, 2);
  tcase_add_loop_test (single, a_rule_answers_as_told, 0, (int) cases->len);
  suite_add_tcase (suite, whole);
  suite_add_tcase (suite, single);

  return dt_test_main (suite);
}
