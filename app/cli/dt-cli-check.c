/* dt-cli-check.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-check-private.h"

#include "base/dt-diagnostic.h"
#include "format/dt-plan-file.h"
#include "slip/dt-slip.h"
#include "template/dt-library.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What the command was asked for, and what it needs. */
typedef struct
{
  const char *input;
  const char *profile; /* nullable */
  const char *output;  /* where the repaired plan goes, or NULL */
  const char *slip;    /* where the slip goes, or NULL */
  gboolean json;
  gboolean all;
  DtChecker checker;
  DtCatalog *catalog;
  GPtrArray *diagnostics;
} CheckJob;

static void
clear_job (CheckJob *job)
{
  g_clear_pointer (&job->checker.rules, dt_rules_unref);
  g_clear_pointer (&job->checker.profile, dt_profile_unref);
  g_clear_pointer (&job->checker.composer.sheet, dt_sheet_unref);
  g_clear_pointer (&job->checker.composer.kinds, dt_kinds_unref);
  g_clear_pointer (&job->catalog, dt_catalog_unref);
  g_clear_pointer (&job->diagnostics, g_ptr_array_unref);
}

/* A profile that no one named counts only if it is that of the body that issues the plan. */
static DtProfile *
find_profile (const CheckJob *job,
              const DtPlan *plan,
              GError **error)
{
  const DtNode *agency = dt_plan_find (plan, "head/agency");
  g_autoptr (DtLibrary) library = NULL;
  DtProfile *profile;

  if (job->profile != NULL)
    return dt_profile_load (job->profile, error);

  library = dt_library_load_default (job->diagnostics);
  profile = dt_library_find_profile (library, NULL);
  if (profile == NULL || agency == NULL || g_strcmp0 (dt_profile_get (profile)->agency, dt_node_get_text (agency)) != 0)
    return NULL;

  return dt_profile_ref (profile);
}

static gboolean
open_checker (CheckJob *job,
              const DtPlan *plan,
              GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) failure = NULL;

  job->checker.composer.sheet = dt_sheet_load_default (error);
  if (job->checker.composer.sheet == NULL)
    return FALSE;
  job->checker.composer.kinds = dt_kinds_load_default (error);
  if (job->checker.composer.kinds == NULL)
    return FALSE;

  job->checker.profile = find_profile (job, plan, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  job->catalog = dt_cli_load_catalog (job->diagnostics);
  job->checker.composer.catalog = job->catalog;
  job->checker.composer.today = dt_date_make ((guint) g_date_time_get_year (now), (guint) g_date_time_get_month (now),
                                              (guint) g_date_time_get_day_of_month (now));
  job->checker.rules = dt_rules_load_default (job->diagnostics);
  return TRUE;
}

/* The plan as it is reported: repaired if that was asked for. */
static DtPlan *
read_plan (CheckJob *job,
           GError **error)
{
  g_autoptr (DtPlan) plan = dt_plan_load (job->input, job->diagnostics, error);
  DtPlan *fixed;
  guint n;

  if (plan == NULL || !open_checker (job, plan, error))
    return NULL;
  if (job->output == NULL)
    return g_steal_pointer (&plan);

  fixed = dt_check_fix (&job->checker, plan, DT_FIX_SAFE, &n, NULL);
  if (!job->json)
    {
      g_autofree char *line = g_strdup_printf (ngettext ("%u place was repaired", "%u places were repaired", n), n);

      dt_cli_print_line (line);
    }
  return fixed;
}

static gboolean
write_plan (const CheckJob *job,
            const DtPlan *plan,
            GError **error)
{
  g_autoptr (GBytes) bytes = job->output != NULL ? dt_plan_write (plan) : NULL;

  return job->output == NULL || (bytes != NULL && dt_cli_write (job->output, bytes, error));
}

static gboolean
write_slip (const CheckJob *job,
            const DtReport *report,
            DtPlan *plan,
            GError **error)
{
  g_autoptr (GBytes) bytes = job->slip != NULL ? dt_slip_make_pdf (&job->checker, report, plan, error) : NULL;

  return job->slip == NULL || (bytes != NULL && dt_cli_write (job->slip, bytes, error));
}

static int
run_job (CheckJob *job)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = NULL;
  g_autoptr (DtComposition) composition = NULL;
  g_autoptr (DtPages) pages = NULL;
  g_autoptr (DtReport) report = NULL;

  job->diagnostics = dt_diagnostics_new ();
  plan = read_plan (job, &error);
  composition = plan != NULL ? dt_compose (&job->checker.composer, plan, NULL) : NULL;
  pages = composition != NULL ? dt_cli_lay_out (composition, &error) : NULL;
  dt_cli_print_diagnostics (job->diagnostics, job->input);
  if (pages == NULL)
    return dt_cli_fail (error);

  report = dt_check_run (&job->checker, plan, composition, pages, NULL, NULL);
  if (!write_plan (job, plan, &error) || !write_slip (job, report, plan, &error) ||
      !dt_cli_print_report (report, plan, job->input, job->json, job->all, &error))
    return dt_cli_fail (error);

  return dt_report_count_severity (report, DT_SEVERITY_WARNING) > 0 ? DT_CLI_FAILED : DT_CLI_DONE;
}

static int
list_rules (gboolean json)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtRules) rules = dt_rules_load_default (diagnostics);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < diagnostics->len; i++)
    dt_cli_print_error (dt_diagnostic_get_message (g_ptr_array_index (diagnostics, i)));

  return dt_cli_print_rules (rules, json, &error) ? DT_CLI_DONE : dt_cli_fail (error);
}

/* FALSE after a complaint. */
static gboolean
check_options (const DtCliCommand *self,
               CheckJob *job,
               const char *on,
               const char *fix)
{
  if (on != NULL && !dt_date_parse_iso (on, &job->checker.on))
    {
      dt_cli_usage_error (self, _ ("“%s” is no day, expected YYYY-MM-DD"), on);
      return FALSE;
    }
  if (fix != NULL && strcmp (fix, "safe") != 0)
    {
      dt_cli_usage_error (self, _ ("there are no repairs “%s”, expected safe"), fix);
      return FALSE;
    }
  if ((fix != NULL) != (job->output != NULL))
    {
      dt_cli_usage_error (self, _ ("--fix=safe and -o FILE belong together"));
      return FALSE;
    }
  if (job->slip != NULL && strcmp (job->slip, "-") == 0)
    {
      dt_cli_usage_error (self, _ ("the slip goes to a file, the report to standard output"));
      return FALSE;
    }
  if (job->output != NULL && job->json && strcmp (job->output, "-") == 0)
    {
      dt_cli_usage_error (self, _ ("the document and the report cannot both go to standard output"));
      return FALSE;
    }

  return TRUE;
}

static int
run_check (const DtCliCommand *self,
           int argc,
           char **argv)
{
  g_auto (GStrv) names = NULL;
  g_autofree char *format = NULL;
  g_autofree char *on = NULL;
  g_autofree char *fix = NULL;
  g_autofree char *output = NULL;
  g_autofree char *profile = NULL;
  g_autofree char *slip = NULL;
  gboolean all = FALSE;
  gboolean rules = FALSE;
  const GOptionEntry entries[] = {
    { "rules", 0, 0, G_OPTION_ARG_NONE, &rules, N_ ("list the rules and their clauses"), NULL },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("tell of the rules that found nothing too"), NULL },
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on, N_ ("the day to judge on, else the day of the plan, or today"), N_ ("YYYY-MM-DD") },
    { "fix", 0, 0, G_OPTION_ARG_FILENAME, &fix, N_ ("repair first what can be repaired safely"), "safe" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("where the repaired plan goes"), N_ ("FILE") },
    { "slip", 0, 0, G_OPTION_ARG_FILENAME, &slip, N_ ("a PDF of the findings to go up with the draft"), N_ ("FILE") },
    { "profile", 'p', 0, G_OPTION_ARG_FILENAME, &profile, N_ ("the profile of the office"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("how the report is written: text or json"), N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
    { NULL },
  };
  CheckJob job = { 0 };
  int status;

  if (!dt_cli_parse (self, entries, argc, argv, &status))
    return status;
  if (!dt_cli_parse_format (self, format, &job.json))
    return DT_CLI_USAGE;
  if (rules && names == NULL)
    return list_rules (job.json);
  if (rules)
    return dt_cli_usage_error (self, _ ("--rules takes no plan"));

  job.all = all;
  job.output = output;
  job.profile = profile;
  job.slip = slip;
  job.input = dt_cli_get_only (self, names);
  if (job.input == NULL || !check_options (self, &job, on, fix))
    return DT_CLI_USAGE;

  status = run_job (&job);
  clear_job (&job);
  return status;
}

const DtCliCommand dt_cli_check = {
  "check",
  N_ ("PLAN | --rules"),
  N_ ("Check a plan as the records office would."),
  N_ ("Errors break the text of the decree, warnings its sample forms or custom, notes are for thought.\n"
      "The exit status is 1 when there are errors or warnings, those that the plan says to ignore left\n"
      "out, and 0 when there are only notes. With --fix=safe the repaired plan is written to FILE, and\n"
      "the report is about that. PLAN may be “-”, standard input."),
  run_check,
};
