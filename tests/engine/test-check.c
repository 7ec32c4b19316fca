/* test-check.c - rules in layers, answers, what is ignored, clean samples, the slip
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-check.h"

#include "slip/dt-slip.h"

#define OPEN "<rules xmlns=\"" DT_RULES_NAMESPACE "\" version=\"1\">"
#define RULE(id, severity, evidence) \
  "<rule id=\"" id "\" severity=\"" severity "\" evidence=\"" evidence "\" fix=\"safe\"><title>a</title><clause>b</clause></rule>"

static DtRules *
read_rules (const char *text,
            GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return dt_rules_read (bytes, "rules.xml", error);
}

static const struct
{
  const char *text;
  const char *message;
} broken[] = {
  { OPEN RULE ("L01", "error", "P") "</rules>", "evidence T" },
  { OPEN RULE ("L01", "error", "T") RULE ("L01", "note", "T") "</rules>", "already" },
  { OPEN RULE ("1", "note", "T") "</rules>", "id of a rule" },
  { OPEN RULE ("L01", "grave", "T") "</rules>", "note, warning, error" },
  { OPEN "<rule id=\"L01\" severity=\"note\" evidence=\"T\" fix=\"safe\"><title>a</title></rule></rules>", "<clause>" },
  { OPEN "<silence/></rules>", "rule" },
  { "<rules xmlns=\"" DT_RULES_NAMESPACE "\" version=\"2\"/>", "version 1" },
  { "<rules/>", "<rules>" },
};

START_TEST (broken_rules_are_refused_with_the_place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtRules) rules = read_rules (broken[_i].text, &error);

  ck_assert_ptr_null (rules);
  ck_assert_ptr_nonnull (error);
  ck_assert_msg (g_str_has_prefix (error->message, "rules.xml:1:"), "%s", error->message);
  ck_assert_msg (strstr (error->message, broken[_i].message) != NULL, "%s", error->message);
}
END_TEST

/* A pack in a folder of its own. */
static DtPack *
make_pack (const char *folder,
           const char *id,
           const char *rules)
{
  g_autofree char *dir = g_build_filename (folder, id, "rules", NULL);
  g_autofree char *file = g_build_filename (dir, "a.xml", NULL);
  g_autofree char *pack_dir = g_build_filename (folder, id, NULL);
  g_autofree char *pack_file = g_build_filename (pack_dir, "pack.xml", NULL);
  g_autofree char *pack = g_strdup_printf ("<pack xmlns=\"" DT_PACK_NAMESPACE "\" format=\"" DT_PACK_FORMAT "\"><id>%s</id>"
                                           "<version>1</version><title>a</title><publisher>b</publisher></pack>",
                                           id);
  g_autoptr (GError) error = NULL;
  DtPack *loaded;

  g_mkdir_with_parents (dir, 0700);
  ck_assert (g_file_set_contents (file, rules, -1, NULL));
  ck_assert (g_file_set_contents (pack_file, pack, -1, NULL));
  loaded = dt_pack_load (pack_dir, &error);
  dt_assert_no_error (error);
  return loaded;
}

START_TEST (a_stronger_pack_replaces_and_silences)
{
  g_autofree char *folder = g_dir_make_tmp ("dt-check-XXXXXX", NULL);
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_pack_unref);
  g_autoptr (DtRules) rules = NULL;

  g_ptr_array_add (packs, make_pack (folder, "weak", OPEN RULE ("L01", "error", "T") RULE ("L02", "note", "T") RULE ("L10", "note", "T") "</rules>"));
  g_ptr_array_add (packs, make_pack (folder, "strong", OPEN "<silence rule=\"L02\"/>" RULE ("L01", "note", "P") RULE ("C2", "note", "P") "</rules>"));
  rules = dt_rules_new (packs, NULL);

  ck_assert_uint_eq (dt_rules_get_n (rules), 3);
  ck_assert_str_eq (dt_rules_get (rules, 0)->id, "C2");
  ck_assert_str_eq (dt_rules_get (rules, 2)->id, "L10");
  ck_assert_ptr_null (dt_rules_find (rules, "L02"));
  ck_assert_int_eq (dt_rules_find (rules, "L01")->severity, DT_SEVERITY_NOTE);
}
END_TEST

static const DtFinding *
find (const DtReport *report,
      const char *rule)
{
  guint n;
  DtFinding *const *findings = dt_report_get_findings (report, &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (findings[i]->rule->id, rule) == 0)
      return findings[i];
  return NULL;
}

START_TEST (what_is_ignored_is_told_and_does_not_count)
{
  const DtDate none = DT_DATE_INIT;
  g_autoptr (DtPlan) clean = dt_test_load_plan ("plan");
  g_autoptr (DtPlan) plan = dt_plan_set_text (clean, "head/subject", "Chăm sóc cây xanh năm 2027.", NULL);
  g_autoptr (DtReport) report = dt_test_check (plan, none, FALSE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) ignoring = dt_finding_ignore (find (report, "L29"), plan, "theo yêu cầu", &error);
  g_autoptr (DtReport) again = NULL;
  g_autoptr (DtPlan) changed = NULL;
  g_autoptr (DtReport) third = NULL;
  g_autoptr (DtPlan) fixed = NULL;
  guint n;

  dt_assert_no_error (error);
  again = dt_test_check (ignoring, none, FALSE, NULL);
  ck_assert_str_eq (find (again, "L29")->reason, "theo yêu cầu");
  ck_assert_uint_eq (dt_report_count_severity (again, DT_SEVERITY_ERROR), dt_report_count_severity (report, DT_SEVERITY_ERROR) - 1);

  /* What somebody decided to leave is not repaired behind his back. */
  fixed = dt_check_fix (&dt_test_checker, ignoring, DT_FIX_SAFE, &n, NULL);
  ck_assert (dt_plan_equal (fixed, ignoring));

  /* Other words are another question. */
  changed = dt_plan_set_text (ignoring, "head/subject", "CHĂM SÓC CÂY XANH", NULL);
  third = dt_test_check (changed, none, FALSE, NULL);
  ck_assert_ptr_null (find (third, "L29")->reason);
}
END_TEST

START_TEST (a_rule_out_of_force_is_not_applicable)
{
  g_autoptr (DtPlan) clean = dt_test_load_plan ("plan");
  g_autoptr (DtPlan) plan = dt_plan_set_text (clean, "head/subject", "Chăm sóc cây xanh năm 2027.", NULL);
  g_autoptr (DtReport) report = dt_test_check (plan, dt_date_make (2019, 1, 1), FALSE, NULL);

  ck_assert_ptr_null (find (report, "L29"));
}
END_TEST

START_TEST (without_pages_nothing_about_pages_passes)
{
  g_autoptr (DtPlan) plan = dt_test_load_plan ("plan");
  g_autoptr (DtReport) report = dt_test_check (plan, dt_date_make (0, 0, 0), FALSE, NULL);
  guint n;
  guint n_seen = 0;
  DtFinding *const *others = dt_report_get_others (report, &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (others[i]->rule->id, "L17") == 0 || strcmp (others[i]->rule->id, "L130") == 0)
      {
        ck_assert_int_eq (others[i]->state, DT_STATE_NOT_EVALUATED);
        n_seen++;
      }
  ck_assert_uint_eq (n_seen, 2);
}
END_TEST

START_TEST (a_cancelled_check_answers_nothing)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (DtPlan) plan = dt_test_load_plan ("plan");
  g_autoptr (DtReport) report = NULL;

  g_cancellable_cancel (cancellable);
  report = dt_check_run (&dt_test_checker, plan, NULL, NULL, NULL, cancellable);
  ck_assert_ptr_null (report);
  ck_assert_ptr_null (dt_check_fix (&dt_test_checker, plan, DT_FIX_SAFE, NULL, cancellable));
}
END_TEST

static const char *const samples[] = { "ke-hoach-mau", "quyet-dinh-mau", "thong-bao-mau" };

START_TEST (samples_are_without_errors_and_warnings)
{
  g_autofree char *base = g_strdup_printf ("../../data/samples/%s", samples[_i]);
  g_autoptr (DtPlan) plan = dt_test_load_plan (base);
  g_autoptr (DtReport) report = dt_test_check (plan, dt_date_make (0, 0, 0), TRUE, NULL);
  guint n;
  DtFinding *const *findings = dt_report_get_findings (report, &n);

  for (guint i = 0; i < n; i++)
    ck_assert_msg (findings[i]->severity == DT_SEVERITY_NOTE, "%s in %s: %s “%s”", findings[i]->rule->id, findings[i]->node,
                   findings[i]->message, findings[i]->quote != NULL ? findings[i]->quote : "");
}
END_TEST

START_TEST (the_slip_is_a_pdf_and_always_the_same)
{
  g_autoptr (DtPlan) clean = dt_test_load_plan ("plan");
  g_autoptr (DtPlan) plan = dt_plan_set_text (clean, "head/subject", "Chăm sóc | cây **xanh năm 2027.", NULL);
  g_autoptr (DtReport) report = dt_test_check (plan, dt_date_make (0, 0, 0), TRUE, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) one = dt_slip_make_pdf (&dt_test_checker, report, plan, &error);
  g_autoptr (GBytes) two = NULL;

  dt_assert_no_error (error);
  two = dt_slip_make_pdf (&dt_test_checker, report, plan, &error);
  ck_assert_uint_gt (g_bytes_get_size (one), 1000);
  ck_assert_int_eq (memcmp (g_bytes_get_data (one, NULL), "%PDF-", 5), 0);
  ck_assert (g_bytes_equal (one, two));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("check");
  TCase *rules = tcase_create ("rules");
  TCase *report = tcase_create ("report");

  dt_test_open_checker ();
  atexit (dt_test_close_checker);
  tcase_add_loop_test (rules, broken_rules_are_refused_with_the_place, 0, G_N_ELEMENTS (broken));
  tcase_add_test (rules, a_stronger_pack_replaces_and_silences);
  tcase_add_test (report, what_is_ignored_is_told_and_does_not_count);
  tcase_add_test (report, a_rule_out_of_force_is_not_applicable);
  tcase_add_test (report, without_pages_nothing_about_pages_passes);
  tcase_add_test (report, a_cancelled_check_answers_nothing);
  tcase_add_loop_test (report, samples_are_without_errors_and_warnings, 0, G_N_ELEMENTS (samples));
  tcase_add_test (report, the_slip_is_a_pdf_and_always_the_same);
  suite_add_tcase (suite, rules);
  suite_add_tcase (suite, report);

  return dt_test_main (suite);
}
