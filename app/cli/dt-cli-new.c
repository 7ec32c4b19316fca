/* dt-cli-new.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-private.h"

#include "base/dt-diagnostic.h"
#include "base/dt-file.h"
#include "format/dt-plan-file.h"
#include "template/dt-assemble.h"
#include "template/dt-tasks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *template;
  const char *profile; /* nullable */
  const char *tasks;   /* nullable */
  GHashTable *values;
  const char *output;
  gboolean json;
} NewJob;

/* "KEY=VALUE" of each --set; FALSE after a complaint. */
static gboolean
parse_values (const DtCliCommand *command,
              char **sets,
              GHashTable *values)
{
  for (guint i = 0; sets != NULL && sets[i] != NULL; i++)
    {
      const char *equals = strchr (sets[i], '=');
      g_autofree char *key = equals != NULL ? g_strndup (sets[i], (gsize) (equals - sets[i])) : NULL;

      if (equals == NULL || equals == sets[i] || !g_utf8_validate (sets[i], -1, NULL))
        {
          g_autofree char *name = g_filename_display_name (sets[i]);

          dt_cli_usage_error (command, _ ("expected --set KEY=VALUE in UTF-8, not “%s”"), name);
          return FALSE;
        }
      dt_values_add (values, key, equals + 1);
    }

  return TRUE;
}

static DtProfile *
find_profile (const NewJob *job,
              const DtLibrary *library,
              GError **error)
{
  DtProfile *profile;

  if (job->profile != NULL)
    return dt_profile_load (job->profile, error);

  profile = dt_library_find_profile (library, NULL);
  if (profile == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("no pack has a profile; name one with --profile FILE"));
      return NULL;
    }

  return dt_profile_ref (profile);
}

static void
add_missing (const GPtrArray *missing,
             GPtrArray *diagnostics)
{
  for (guint i = 0; i < missing->len; i++)
    {
      const DtMissing *blank = g_ptr_array_index (missing, i);

      dt_diagnostics_add (diagnostics, DT_SEVERITY_NOTE, "field-missing", blank->node, 0, 0,
                          _ ("line %u of “%s”: the field “%s” (%s) is not filled in yet"), blank->line, blank->node,
                          blank->key, blank->label);
    }
}

/* The plan with the tasks of a file; whom they name becomes a recipient. */
static DtPlan *
add_tasks (const char *path,
           const DtPlan *plan,
           const DtProfile *profile,
           GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GBytes) bytes = dt_file_read (path, DT_FILE_DEFAULT_CAP, error);
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (DtPlan) with_tasks = NULL;
  g_autofree char *text = NULL;

  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  if (strlen (text) != g_bytes_get_size (bytes) || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, DT_TASKS_ERROR, DT_TASKS_ERROR_TABLE, _ ("%s: expected text in UTF-8 with tabs between the cells"), name);
      return NULL;
    }

  tasks = dt_tasks_read_tsv (text, name, plan, profile, error);
  with_tasks = tasks != NULL ? dt_tasks_add (plan, tasks, error) : NULL;

  return with_tasks != NULL ? dt_tasks_add_recipients (with_tasks, profile, error) : NULL;
}

static gboolean
make_plan (const NewJob *job,
           GPtrArray *diagnostics,
           GError **error)
{
  g_autoptr (DtLibrary) library = dt_library_load_default (diagnostics);
  g_autoptr (DtProfile) profile = find_profile (job, library, error);
  DtAssembler assembler = { dt_library_find (library, job->template), library, profile, job->values };
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (DtPlan) plan = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (profile == NULL)
    return FALSE;
  if (assembler.template == NULL || dt_template_get_kind (assembler.template) != DT_TEMPLATE_PLAN)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("there is no plan template “%s”; “%s template list” shows them"),
                   job->template, DT_CLI_NAME);
      return FALSE;
    }

  plan = dt_assemble (&assembler, error);
  if (plan != NULL && job->tasks != NULL)
    {
      g_autoptr (DtPlan) bare = g_steal_pointer (&plan);

      plan = add_tasks (job->tasks, bare, profile, error);
    }
  if (plan != NULL && job->tasks != NULL)
    dt_tasks_check (plan, profile, diagnostics);
  fields = plan != NULL ? dt_assembler_list_fields (&assembler, error) : NULL;
  if (fields == NULL)
    return FALSE;
  missing = dt_plan_list_missing (plan, fields);
  add_missing (missing, diagnostics);

  if (strcmp (job->output, "-") != 0)
    return dt_plan_save (plan, job->output, error);
  bytes = dt_plan_write (plan);
  return dt_cli_write (job->output, bytes, error);
}

static int
run_job (const NewJob *job)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  gboolean done = make_plan (job, diagnostics, &error);

  if (!job->json)
    dt_cli_print_diagnostics (diagnostics, job->output);
  else if (done)
    done = dt_cli_print_diagnostics_json (diagnostics, &error);

  return done ? DT_CLI_DONE : dt_cli_fail (error);
}

static int
run_new (const DtCliCommand *self,
         int argc,
         char **argv)
{
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) outputs = NULL;
  g_auto (GStrv) sets = NULL;
  g_autofree char *template = NULL;
  g_autofree char *profile = NULL;
  g_autofree char *tasks = NULL;
  g_autofree char *format = NULL;
  g_autoptr (GHashTable) values = dt_values_new ();
  const GOptionEntry entries[] = {
    { "template", 't', 0, G_OPTION_ARG_FILENAME, &template, N_ ("the plan template"), N_ ("ID") },
    { "profile", 'p', 0, G_OPTION_ARG_FILENAME, &profile, N_ ("the profile of the office"), N_ ("FILE") },
    { "set", 's', 0, G_OPTION_ARG_FILENAME_ARRAY, &sets, N_ ("the value of a field; again for the next item of a list"), N_ ("KEY=VALUE") },
    { "tasks", 0, 0, G_OPTION_ARG_FILENAME, &tasks, N_ ("a table of tasks, cells with tabs between them"), N_ ("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &outputs, N_ ("the plan to write, “-” is standard output"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("how the report is written: text or json"), N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
    { NULL },
  };
  NewJob job = { 0 };
  int status;

  if (!dt_cli_parse (self, entries, argc, argv, &status))
    return status;

  if (names != NULL && names[0] != NULL)
    return dt_cli_usage_error (self, _ ("expected options only"));
  if (template == NULL || !g_utf8_validate (template, -1, NULL))
    return dt_cli_usage_error (self, _ ("no template is named, expected --template ID"));
  if (outputs == NULL)
    return dt_cli_usage_error (self, _ ("no file to write is named, expected -o FILE"));
  if (outputs[1] != NULL)
    return dt_cli_usage_error (self, _ ("only one file can be written"));
  if (!dt_cli_parse_format (self, format, &job.json) || !parse_values (self, sets, values))
    return DT_CLI_USAGE;

  job.template = template;
  job.profile = profile;
  job.tasks = tasks;
  job.values = values;
  job.output = outputs[0];
  if (job.json && strcmp (job.output, "-") == 0)
    return dt_cli_usage_error (self, _ ("the plan and the report cannot both go to standard output"));

  return run_job (&job);
}

const DtCliCommand dt_cli_new = {
  "new",
  N_ ("--template ID [--profile FILE] [--set KEY=VALUE]… [--tasks FILE] -o PLAN"),
  N_ ("Make a plan file from a template."),
  N_ ("Fields without a value are blanks in the plan; each is reported on standard error with its place.\n"
      "Beside the fields of the template “so” sets the number, “ngay” the date (YYYY-MM-DD), “nguoi-ky” the id\n"
      "of the leader who signs and “to-chuc-tu-van” that of an advisory body which issues.\n"
      "A table of tasks has the cells work, leads, partners, deadline, product and section, or a header that\n"
      "names them; “;” stands between units. Each unit with a task becomes a recipient."),
  run_new,
};
