/* dt-cli-import.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-private.h"

#include "base/dt-diagnostic.h"
#include "format/dt-plan-file.h"
#include "import/dt-import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *input;
  const char *output;
  gboolean json;
} ImportJob;

static gboolean
import_plan (const ImportJob *job,
             GPtrArray *diagnostics,
             GError **error)
{
  g_autoptr (DtCatalog) catalog = dt_cli_load_catalog (diagnostics);
  g_autoptr (DtPlan) plan = dt_import (job->input, catalog, diagnostics, error);
  g_autoptr (GBytes) bytes = NULL;

  if (plan == NULL)
    return FALSE;
  if (strcmp (job->output, "-") != 0)
    return dt_plan_save (plan, job->output, error);

  bytes = dt_plan_write (plan);
  return dt_cli_write (job->output, bytes, error);
}

static int
run_job (const ImportJob *job)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  gboolean done = import_plan (job, diagnostics, &error);

  if (!job->json)
    dt_cli_print_diagnostics (diagnostics, job->input);
  else if (done)
    done = dt_cli_print_diagnostics_json (diagnostics, &error);

  return done ? DT_CLI_DONE : dt_cli_fail (error);
}

static int
run_import (const DtCliCommand *self,
            int argc,
            char **argv)
{
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) outputs = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &outputs, N_ ("the plan to write, “-” is standard output"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("how the report is written: text or json"), N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
    { NULL },
  };
  ImportJob job = { 0 };
  int status;

  if (!dt_cli_parse (self, entries, argc, argv, &status))
    return status;

  job.input = dt_cli_get_only (self, names);
  if (job.input == NULL || !dt_cli_parse_format (self, format, &job.json))
    return DT_CLI_USAGE;
  if (outputs == NULL)
    return dt_cli_usage_error (self, _ ("no file to write is named, expected -o FILE"));
  if (outputs[1] != NULL)
    return dt_cli_usage_error (self, _ ("only one file can be written"));

  job.output = outputs[0];
  if (job.json && strcmp (job.output, "-") == 0)
    return dt_cli_usage_error (self, _ ("the plan and the report cannot both go to standard output"));
  if (strcmp (job.output, "-") != 0 && dt_cli_is_same_file (job.input, job.output))
    return dt_cli_usage_error (self, _ ("the file to write is the one that is read"));

  return run_job (&job);
}

const DtCliCommand dt_cli_import = {
  "import",
  N_ ("IN -o PLAN"),
  N_ ("Make a plan file from an old plan."),
  N_ ("IN is plain text, Markdown, an ODT file that this program wrote, or a plan file; “-” is standard input.\n"
      "What was repaired or completed is reported on standard error and does not change the exit status."),
  run_import,
};
