/* test-check-plans.c - real plans with their faults
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dt-test-check-faults.h"
#include "dt-test-check-repairs.h"
#include "dt-test-import.h"

#include <stdio.h>

/*
 * The real plans are looked for in $DUTHAO_SHARED, else in ../shared beside
 * the sources; where they are not, the whole program is skipped and says so.
 */

static const char *const files[] = { "kinh-mon", "bach-mai", "song-tri" };

/* Of each real plan: what the import said, and what the check. */
typedef struct
{
  DtPlan *plan;
  char *notes;
  DtReport *report;
} Real;

static Real reals[G_N_ELEMENTS (files)];

static char *
get_path (const char *file)
{
  const char *shared = g_getenv ("DUTHAO_SHARED");
  g_autofree char *beside = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "..", "shared", NULL);

  return g_strdup_printf ("%s/reference-plans/%s.txt", shared != NULL && *shared != '\0' ? shared : beside, file);
}

static void
load_real (Real *real,
           const char *file)
{
  g_autofree char *path = get_path (file);
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  dt_assert_no_error (error);
  real->plan = dt_test_import (text, path, diagnostics);
  real->notes = dt_test_dump_notes (diagnostics);
  real->report = dt_test_check (real->plan, dt_date_make (0, 0, 0), FALSE, NULL);
}

/* A finding of the fault's rule at its place, about its words. */
static const DtFinding *
find_fault (const Real *real,
            const DtTestFault *fault)
{
  guint n;
  DtFinding *const *findings = dt_report_get_findings (real->report, &n);

  for (guint i = 0; i < n; i++)
    if (strcmp (findings[i]->rule->id, fault->rule) == 0 && strcmp (findings[i]->node, fault->node) == 0 &&
        (fault->quote == NULL || (findings[i]->quote != NULL && strstr (findings[i]->quote, fault->quote) != NULL)))
      return findings[i];

  return NULL;
}

/* A line of the import's report that stands for the fault's rule, at its line, and quotes its words. */
static gboolean
is_reported (const Real *real,
             const DtTestFault *fault)
{
  g_auto (GStrv) lines = g_strsplit (real->notes, "\n", -1);
  g_autofree char *place = g_strdup_printf ("@%u: ", fault->line);
  g_autofree char *rule = g_strdup_printf ("(%s)", fault->rule);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], place) != NULL && strstr (lines[i], fault->quote) != NULL && g_str_has_suffix (lines[i], rule))
      return TRUE;

  return FALSE;
}

START_TEST (every_fault_of_a_real_plan_is_told_with_its_place)
{
  const DtTestFault *fault = &dt_test_faults[_i];
  const Real *real = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    if (strcmp (files[i], fault->file) == 0)
      real = &reals[i];
  ck_assert_ptr_nonnull (real);

  if (fault->node == NULL)
    ck_assert_msg (is_reported (real, fault), "%s, line %u: %s is not reported as %s:\n%s", fault->file, fault->line,
                   fault->fault, fault->rule, real->notes);
  else
    {
      const DtFinding *finding = find_fault (real, fault);

      ck_assert_msg (finding != NULL, "%s: %s is not found as %s in %s", fault->file, fault->fault, fault->rule, fault->node);
      ck_assert_msg (fault->quote == NULL || (finding->line > 0 && finding->column > 0), "%s: no place", fault->fault);
    }
}
END_TEST

/* Nothing else is called an error than what the decree calls one, and all of that is. */
START_TEST (only_what_is_unlawful_is_an_error)
{
  const Real *real = &reals[_i];
  guint n;
  DtFinding *const *findings = dt_report_get_findings (real->report, &n);
  g_autoptr (GString) told = g_string_new (NULL);
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *line = dt_test_describe_finding (findings[i]);

      if (findings[i]->severity == DT_SEVERITY_ERROR)
        g_string_append_printf (told, "%s\n", line);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dt_test_errors); i++)
    if (strcmp (dt_test_errors[i].file, files[_i]) == 0)
      g_string_append_printf (known, "%s\n", dt_test_errors[i].place);
  ck_assert_str_eq (told->str, known->str);
}
END_TEST

START_TEST (repairs_of_real_plans_settle)
{
  dt_test_check_repairs (reals[_i].plan, files[_i]);
}
END_TEST

static void
open_all (void)
{
  dt_test_open_checker ();
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    load_real (&reals[i], files[i]);
}

static void
close_all (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      dt_plan_unref (reals[i].plan);
      dt_report_unref (reals[i].report);
      g_free (reals[i].notes);
    }
  dt_test_close_checker ();
}

int
main (void)
{
  Suite *suite = suite_create ("check-plans");
  TCase *tcase = tcase_create ("plans");

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = get_path (files[i]);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        {
          printf ("1..0 # SKIP %s is not there; DUTHAO_SHARED names the folder above reference-plans\n", path);
          return EXIT_SUCCESS;
        }
    }

  tcase_add_unchecked_fixture (tcase, open_all, close_all);
  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, every_fault_of_a_real_plan_is_told_with_its_place, 0, G_N_ELEMENTS (dt_test_faults));
  tcase_add_loop_test (tcase, only_what_is_unlawful_is_an_error, 0, G_N_ELEMENTS (files));
  tcase_add_loop_test (tcase, repairs_of_real_plans_settle, 0, G_N_ELEMENTS (files));
  suite_add_tcase (suite, tcase);

  return dt_test_main (suite);
}
