/* dt-cli-next.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-private.h"

#include "format/dt-plan-file.h"
#include "template/dt-library.h"
#include "template/dt-next.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

typedef struct
{
  const char *input;
  const char *output;
  const char *profile; /* nullable */
  DtNextOptions options;
  gboolean json;
} NextJob;

static void
add_text (JsonBuilder *builder,
          const char *name,
          const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_number (JsonBuilder *builder,
            const char *name,
            gsize number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, (gint64) number);
}

static void
add_change (JsonBuilder *builder,
            const DtNextChange *change)
{
  json_builder_begin_object (builder);
  add_text (builder, "key", change->key);
  add_text (builder, "node", change->node);
  add_text (builder, "attribute", change->attribute);
  add_number (builder, "line", change->line);
  add_number (builder, "start", change->start);
  add_number (builder, "end", change->end);
  add_number (builder, "new_start", change->new_start);
  add_text (builder, "old", change->old_text);
  add_text (builder, "new", change->new_text);
  add_text (builder, "rule", change->rule);
  json_builder_set_member_name (builder, "applied");
  json_builder_add_boolean_value (builder, change->applied);
  json_builder_end_object (builder);
}

static void
add_finding (JsonBuilder *builder,
             const DtNextFinding *finding)
{
  json_builder_begin_object (builder);
  add_text (builder, "severity", dt_severity_to_string (finding->severity));
  add_text (builder, "rule", finding->rule);
  add_text (builder, "node", finding->node);
  add_number (builder, "line", finding->line);
  add_number (builder, "start", finding->start);
  add_number (builder, "end", finding->end);
  add_text (builder, "text", finding->text);
  add_text (builder, "message", finding->message);
  add_text (builder, "suggestion", finding->suggestion);
  json_builder_end_object (builder);
}

static char *
make_json (const DtNextReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *from = dt_period_to_code (report->from);
  g_autofree char *to = dt_period_to_code (report->to);
  g_autofree char *text = NULL;

  json_builder_begin_object (builder);
  add_text (builder, "from", from);
  add_text (builder, "to", to);
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->changes->len; i++)
    add_change (builder, g_ptr_array_index (report->changes, i));
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->findings->len; i++)
    add_finding (builder, g_ptr_array_index (report->findings, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}

/* A line a change, then a line for all there is to look at. */
static char *
make_text (const DtNextReport *report)
{
  g_autofree char *from = dt_period_to_words (report->from);
  g_autofree char *to = dt_period_to_words (report->to);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s → %s\n", from, to);
  for (guint i = 0; i < report->changes->len; i++)
    {
      const DtNextChange *change = g_ptr_array_index (report->changes, i);

      g_string_append_printf (text, "%s: %s → %s [%s]%s\n", change->key, *change->old_text != '\0' ? change->old_text : "∅",
                              *change->new_text != '\0' ? change->new_text : "∅", change->rule,
                              change->applied ? "" : _ (" (kept as it was)"));
    }
  for (guint i = 0; i < report->findings->len; i++)
    {
      const DtNextFinding *finding = g_ptr_array_index (report->findings, i);

      g_string_append_printf (text, "%s:%u: %s: %s: %s [%s]\n", finding->node, finding->line,
                              dt_severity_get_label (finding->severity), finding->text, finding->message, finding->rule);
    }

  return g_string_free (text, FALSE);
}

static gboolean
save (const NextJob *job,
      const DtNextReport *report,
      GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (strcmp (job->output, "-") == 0)
    {
      bytes = dt_plan_write (report->plan);
      return dt_cli_write ("-", bytes, error);
    }

  text = job->json ? make_json (report) : make_text (report);
  return dt_plan_save (report->plan, job->output, error) && dt_cli_write_stdout (text, strlen (text), error) &&
         dt_cli_flush_stdout (error);
}

static int
run_job (NextJob *job)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = dt_plan_load (job->input, diagnostics, &error);
  g_autoptr (DtProfile) profile = NULL;
  g_autoptr (DtCatalog) catalog = NULL;
  g_autoptr (DtNextReport) report = NULL;

  if (plan == NULL)
    return dt_cli_fail (error);
  if (job->profile != NULL)
    {
      profile = dt_profile_load (job->profile, &error);
      if (profile == NULL)
        return dt_cli_fail (error);
    }

  catalog = dt_cli_load_catalog (diagnostics);
  dt_cli_print_diagnostics (diagnostics, job->input);
  job->options.profile = profile;
  job->options.catalog = catalog;
  report = dt_next_run (&job->options, plan, &error);
  if (report == NULL)
    {
      g_autofree char *name = g_filename_display_name (job->input);

      g_prefix_error (&error, "%s: ", name);
      return dt_cli_fail (error);
    }

  return save (job, report, &error) ? DT_CLI_DONE : dt_cli_fail (error);
}

static gboolean
parse_period (const DtCliCommand *command,
              const char *option,
              const char *text,
              DtPeriod *period)
{
  g_autofree char *name = g_filename_display_name (text);

  if (g_utf8_validate (text, -1, NULL) && dt_period_parse (text, period))
    return TRUE;

  dt_cli_usage_error (command, _ ("%s: expected a period such as 2027, “6 tháng đầu năm 2027”, “quý I năm 2027” or 2026-2030, not “%s”"),
                      option, name);
  return FALSE;
}

static gboolean
parse_date (const DtCliCommand *command,
            const char *option,
            const char *text,
            DtDate *date)
{
  g_autofree char *name = text != NULL ? g_filename_display_name (text) : NULL;

  if (text == NULL || dt_date_parse_iso (text, date))
    return TRUE;

  dt_cli_usage_error (command, _ ("%s: expected a date such as 2027-01-05, not “%s”"), option, name);
  return FALSE;
}

static gboolean
check_files (const DtCliCommand *command,
             const NextJob *job,
             char **outputs)
{
  if (outputs == NULL || outputs[1] != NULL)
    {
      dt_cli_usage_error (command, outputs == NULL ? _ ("no file to write is named, expected -o FILE") : _ ("only one file can be written"));
      return FALSE;
    }
  if (job->json && strcmp (outputs[0], "-") == 0)
    {
      dt_cli_usage_error (command, _ ("the plan and the report cannot both go to standard output"));
      return FALSE;
    }

  return TRUE;
}

static int
run_next (const DtCliCommand *self,
          int argc,
          char **argv)
{
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) outputs = NULL;
  g_auto (GStrv) keep = NULL;
  g_autofree char *period = NULL;
  g_autofree char *from = NULL;
  g_autofree char *date = NULL;
  g_autofree char *on = NULL;
  g_autofree char *profile = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "period", 0, 0, G_OPTION_ARG_FILENAME, &period, N_ ("the period of the new plan"), N_ ("PERIOD") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("the period of PLAN, where it does not say so"), N_ ("PERIOD") },
    { "date", 0, 0, G_OPTION_ARG_FILENAME, &date, N_ ("the date of issue; open without"), N_ ("DATE") },
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on, N_ ("the day to judge documents on, if it lies in the new period"), N_ ("DATE") },
    { "profile", 'p', 0, G_OPTION_ARG_FILENAME, &profile, N_ ("the profile of the office, to look names up in"), N_ ("FILE") },
    { "keep", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &keep, N_ ("a change that is not wanted, as the report names it"), N_ ("PLACE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &outputs, N_ ("the plan to write, “-” is standard output"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("how the report is written: text or json"), N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
    { NULL },
  };
  NextJob job = { 0 };
  int status;

  if (!dt_cli_parse (self, entries, argc, argv, &status))
    return status;

  job.input = dt_cli_get_only (self, names);
  if (job.input == NULL || !dt_cli_parse_format (self, format, &job.json) || !check_files (self, &job, outputs))
    return DT_CLI_USAGE;
  if (period == NULL)
    return dt_cli_usage_error (self, _ ("no period is named, expected --period PERIOD"));
  if (!parse_period (self, "--period", period, &job.options.period) ||
      (from != NULL && !parse_period (self, "--from", from, &job.options.from)) ||
      !parse_date (self, "--date", date, &job.options.date) || !parse_date (self, "--on", on, &job.options.today))
    return DT_CLI_USAGE;

  job.output = outputs[0];
  job.profile = profile;
  job.options.keep = (const char *const *) keep;
  return run_job (&job);
}

const DtCliCommand dt_cli_next = {
  "next",
  N_ ("PLAN --period PERIOD -o PLAN2"),
  N_ ("Make the plan of the next year or period."),
  N_ ("PERIOD is a year, or such as “6 tháng đầu năm 2027”, “quý I năm 2027”. Years, periods, dates and\n"
      "deadlines move; number and date of issue are cleared; documents that have been replaced give way to\n"
      "their successors. The report on standard output has a line for every change (place, old → new, rule)\n"
      "and for what is left to look at: years that stay, documents without a successor, rounds, targets,\n"
      "names. With “-o -” there is no report."),
  run_next,
};
