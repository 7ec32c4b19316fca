/* test-check-clean.c - samples and templates that are as they should be
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dt-test-check-repairs.h"

#include "template/dt-template-sample.h"

#define MAX_TEMPLATES 64

static const char *const samples[] = { "ke-hoach-mau", "quyet-dinh-mau", "thong-bao-mau" };

static DtLibrary *library;
static DtProfile *ward; /* an office of the other kind */
static const DtTemplate *templates[MAX_TEMPLATES];
static guint n_templates;

/* Neither errors nor warnings; a person may have to look at something. */
static void
check_is_clean (DtPlan *plan,
                DtProfile *profile,
                const char *name)
{
  DtProfile *usual = dt_test_checker.profile;
  g_autoptr (DtReport) report = NULL;
  guint n;
  DtFinding *const *findings;

  dt_test_checker.profile = profile;
  report = dt_test_check (plan, dt_date_make (0, 0, 0), TRUE, NULL);
  dt_test_checker.profile = usual;

  findings = dt_report_get_findings (report, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *place = dt_test_describe_finding (findings[i]);

      ck_assert_msg (findings[i]->state == DT_STATE_NEEDS_REVIEW || findings[i]->severity == DT_SEVERITY_NOTE,
                     "%s: %s: %s “%s”", name, place, findings[i]->message, findings[i]->quote != NULL ? findings[i]->quote : "");
      /* The day of the plan is not known yet, nor every document of a province. */
      ck_assert_msg (findings[i]->state != DT_STATE_NEEDS_REVIEW || strcmp (findings[i]->rule->id, "L45") == 0,
                     "%s: %s: %s", name, place, findings[i]->message);
    }
}

static DtPlan *
load_sample (guint index)
{
  g_autofree char *path = g_strdup_printf ("%s/../data/samples/%s.duthao", g_getenv ("G_TEST_SRCDIR"), samples[index]);
  g_autoptr (GError) error = NULL;
  DtPlan *plan = dt_plan_load (path, NULL, &error);

  dt_assert_no_error (error);
  return plan;
}

START_TEST (samples_are_clean)
{
  g_autoptr (DtPlan) plan = load_sample ((guint) _i);

  check_is_clean (plan, dt_test_checker.profile, samples[_i]);
}
END_TEST

static DtPlan *
make_template_plan (guint index,
                    DtProfile *profile)
{
  g_autoptr (GError) error = NULL;
  DtPlan *plan = dt_template_make_sample (templates[index], library, profile, &error);

  dt_assert_no_error (error);
  return plan;
}

START_TEST (templates_with_their_examples_are_clean)
{
  DtProfile *const profiles[] = { dt_test_checker.profile, ward };

  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++)
    {
      g_autoptr (DtPlan) plan = make_template_plan ((guint) _i, profiles[i]);
      g_autofree char *name = g_strdup_printf ("template %d, office %u", _i, i);

      check_is_clean (plan, profiles[i], name);
    }
}
END_TEST

START_TEST (repairs_of_samples_settle)
{
  g_autoptr (DtPlan) plan = load_sample ((guint) _i);

  dt_test_check_repairs (plan, samples[_i]);
}
END_TEST

START_TEST (repairs_of_templates_settle)
{
  g_autoptr (DtPlan) plan = make_template_plan ((guint) _i, dt_test_checker.profile);

  dt_test_check_repairs (plan, dt_template_get_id (templates[_i]));
}
END_TEST

/* The list of the decree's rules (Phụ lục I, II, III) has no gap. */
START_TEST (every_rule_of_the_list_is_there)
{
  for (guint i = 1; i <= 132; i++)
    {
      g_autofree char *id = g_strdup_printf ("L%02u", i);

      ck_assert_msg (dt_rules_find (dt_test_checker.rules, id) != NULL, "%s is missing", id);
    }
  for (guint i = 1; i <= 19; i++)
    {
      g_autofree char *id = g_strdup_printf ("C%02u", i);

      ck_assert_msg (dt_rules_find (dt_test_checker.rules, id) != NULL, "%s is missing", id);
    }
}
END_TEST

/* The office of the built-in profile as a ward, which has quarters for hamlets. */
static DtProfile *
make_ward (void)
{
  static const char *const words[][2] = {
    { "XÃ", "PHƯỜNG" },
    { "level=\"xa\"", "level=\"phuong\"" },
    { "Văn hóa - Xã hội", "Văn hóa - Xã-hội" },
    { " xã", " phường" },
    { "\"xã", "\"phường" },
    { "Xã-hội", "Xã hội" },
    { "chính trị - phường hội", "chính trị - xã hội" },
    { "Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị" },
    { "các thôn", "các tổ dân phố" },
    { "Các thôn", "Các tổ dân phố" },
    { "hamlet=\"thôn\"", "hamlet=\"tổ dân phố\"" },
    { "Trưởng các tổ dân phố", "Tổ trưởng các tổ dân phố" },
  };
  g_autofree char *path =
    g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "packs", "builtin", "profiles", "xa-tan-phuc.xml", NULL);
  g_autoptr (GString) text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *contents = NULL;
  DtProfile *profile;

  if (!g_file_get_contents (path, &contents, NULL, &error))
    g_error ("%s", error->message);
  text = g_string_new (contents);
  g_free (contents);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_string_replace (text, words[i][0], words[i][1], 0);
  bytes = g_bytes_new (text->str, text->len);
  profile = dt_profile_read (bytes, "phuong.xml", &error);
  if (profile == NULL)
    g_error ("%s", error->message);

  return profile;
}

static void
open_all (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "packs", "builtin", NULL);
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_pack_unref);
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  DtPack *pack = dt_pack_load (path, &error);

  dt_test_open_checker ();
  if (pack == NULL)
    g_error ("%s", error->message);
  g_ptr_array_add (packs, pack);
  library = dt_library_new (packs, diagnostics);
  ward = make_ward ();
  for (guint i = 0; i < dt_library_get_n (library); i++)
    if (dt_template_get_kind (dt_library_get (library, i)) == DT_TEMPLATE_PLAN)
      templates[n_templates++] = dt_library_get (library, i);
}

static void
close_all (void)
{
  dt_profile_unref (ward);
  dt_library_unref (library);
  dt_test_close_checker ();
}

int
main (void)
{
  Suite *suite = suite_create ("check-clean");
  TCase *tcase = tcase_create ("clean");

  open_all ();
  atexit (close_all);
  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, samples_are_clean, 0, G_N_ELEMENTS (samples));
  tcase_add_loop_test (tcase, templates_with_their_examples_are_clean, 0, (int) n_templates);
  tcase_add_loop_test (tcase, repairs_of_samples_settle, 0, G_N_ELEMENTS (samples));
  tcase_add_loop_test (tcase, repairs_of_templates_settle, 0, (int) n_templates);
  tcase_add_test (tcase, every_rule_of_the_list_is_there);
  suite_add_tcase (suite, tcase);

  return dt_test_main (suite);
}
