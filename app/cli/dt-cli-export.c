/* dt-cli-export.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-private.h"

#include "base/dt-diagnostic.h"
#include "export/dt-exporter.h"
#include "layout/dt-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

typedef enum
{
  FORMAT_PDF,
  FORMAT_ODT,
  FORMAT_TEXT,
  N_FORMATS
} Format;

/* As file names end and as --to names them. */
static const char *const format_names[N_FORMATS] = { "pdf", "odt", "txt" };

/* One file to write. */
typedef struct
{
  const char *path;
  Format format;
  GBytes *bytes;
} Output;

typedef struct
{
  const char *input;
  GArray *outputs; /* Output */
  gboolean json;
  gint64 begin;
  GPtrArray *diagnostics;
  DtComposition *composition;
  DtShaper *shaper;
} ExportJob;

static void
clear_output (gpointer data)
{
  Output *output = data;

  g_clear_pointer (&output->bytes, g_bytes_unref);
}

static void
take_diagnostics (GPtrArray *list,
                  GPtrArray *more)
{
  for (guint i = 0; more != NULL && i < more->len; i++)
    g_ptr_array_add (list, dt_diagnostic_ref (g_ptr_array_index (more, i)));
}

static GBytes *
render_pdf (ExportJob *job,
            GError **error)
{
  g_autoptr (DtPages) pages = dt_layout_run (job->composition, job->shaper, NULL, NULL, error);

  if (pages == NULL)
    return NULL;

  take_diagnostics (job->diagnostics, dt_pages_get_diagnostics (pages));
  return dt_export_pdf (pages, job->diagnostics, NULL, dt_cli_progress, &job->begin, error);
}

static GBytes *
render (ExportJob *job,
        Format format,
        GError **error)
{
  if (format == FORMAT_TEXT)
    return dt_export_text (job->composition, error);

  if (job->shaper == NULL)
    job->shaper = dt_cli_make_shaper (job->composition, error);
  if (job->shaper == NULL)
    return NULL;

  return format == FORMAT_PDF ? render_pdf (job, error)
                              : dt_export_odt (job->composition, job->shaper, job->diagnostics, error);
}

static gboolean
render_all (ExportJob *job,
            GError **error)
{
  for (guint i = 0; i < job->outputs->len; i++)
    {
      Output *output = &g_array_index (job->outputs, Output, i);

      output->bytes = render (job, output->format, error);
      if (output->bytes == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_all (ExportJob *job,
           GError **error)
{
  for (guint i = 0; i < job->outputs->len; i++)
    {
      const Output *output = &g_array_index (job->outputs, Output, i);

      if (!dt_cli_write (output->path, output->bytes, error))
        return FALSE;
    }

  return TRUE;
}

/* Nothing is written before everything is there. */
static gboolean
export_plan (ExportJob *job,
             GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  gboolean done;

  job->composition = dt_cli_compose (job->input, job->diagnostics, error);
  if (job->composition == NULL)
    return FALSE;

  /* What reading found is about lines of the file, the rest about nodes. */
  found = g_steal_pointer (&job->diagnostics);
  job->diagnostics = dt_diagnostics_new ();
  take_diagnostics (job->diagnostics, dt_composition_get_diagnostics (job->composition));
  done = render_all (job, error);
  dt_cli_progress_done ();

  dt_cli_locate (found, job->diagnostics, dt_composition_get_plan (job->composition));
  g_ptr_array_unref (job->diagnostics);
  job->diagnostics = g_steal_pointer (&found);

  return done && write_all (job, error);
}

static int
run_job (ExportJob *job)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  job->begin = g_get_monotonic_time ();
  job->diagnostics = dt_diagnostics_new ();
  done = export_plan (job, &error);

  if (!job->json)
    dt_cli_print_diagnostics (job->diagnostics, job->input);
  else if (done)
    done = dt_cli_print_diagnostics_json (job->diagnostics, &error);

  g_clear_pointer (&job->shaper, dt_shaper_unref);
  g_clear_pointer (&job->composition, dt_composition_unref);
  g_clear_pointer (&job->diagnostics, g_ptr_array_unref);

  return done ? DT_CLI_DONE : dt_cli_fail (error);
}

static int
find_format (const char *name)
{
  for (int i = 0; name != NULL && i < N_FORMATS; i++)
    {
      if (g_ascii_strcasecmp (name, format_names[i]) == 0)
        return i;
    }

  return -1;
}

/* Adds one file to write; FALSE after a complaint. */
static gboolean
add_output (const DtCliCommand *command,
            ExportJob *job,
            const char *path,
            const char *to)
{
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_filename_display_name (path);
  const char *dot = strrchr (base, '.');
  gboolean is_stdout = strcmp (path, "-") == 0;
  int format = find_format (is_stdout ? to : dot != NULL ? dot + 1
                                                         : NULL);
  Output output = { path, (Format) format, NULL };

  if (format < 0 && is_stdout)
    {
      dt_cli_usage_error (command, _ ("standard output needs a format: --to=pdf, odt or txt"));
      return FALSE;
    }
  if (format < 0)
    {
      dt_cli_usage_error (command, _ ("%s: the name does not say the format, expected .pdf, .odt or .txt"), name);
      return FALSE;
    }
  if (is_stdout && format != FORMAT_TEXT && isatty (STDOUT_FILENO))
    {
      dt_cli_usage_error (command, _ ("a terminal cannot show this format, send it to a file"));
      return FALSE;
    }
  if (dt_cli_is_same_file (job->input, path) && !is_stdout)
    {
      dt_cli_usage_error (command, _ ("%s: the file to write is the one that is read"), name);
      return FALSE;
    }

  for (guint i = 0; i < job->outputs->len; i++)
    {
      if (dt_cli_is_same_file (g_array_index (job->outputs, Output, i).path, path))
        {
          dt_cli_usage_error (command, _ ("%s: this file is to be written twice"), name);
          return FALSE;
        }
    }

  g_array_append_val (job->outputs, output);
  return TRUE;
}

static gboolean
add_outputs (const DtCliCommand *command,
             ExportJob *job,
             char **paths,
             const char *to)
{
  gboolean is_stdout = paths != NULL && g_strv_contains ((const char *const *) paths, "-");

  if (paths == NULL)
    {
      dt_cli_usage_error (command, _ ("no file to write is named, expected -o FILE"));
      return FALSE;
    }
  if (to != NULL && find_format (to) < 0)
    {
      dt_cli_usage_error (command, _ ("there is no format “%s”, expected pdf, odt or txt"), to);
      return FALSE;
    }
  if (to != NULL && !is_stdout)
    {
      dt_cli_usage_error (command, _ ("--to is for standard output, “-o -”"));
      return FALSE;
    }
  if (job->json && is_stdout)
    {
      dt_cli_usage_error (command, _ ("the document and the report cannot both go to standard output"));
      return FALSE;
    }

  for (guint i = 0; paths[i] != NULL; i++)
    {
      if (!add_output (command, job, paths[i], to))
        return FALSE;
    }

  return TRUE;
}

static int
run_export (const DtCliCommand *self,
            int argc,
            char **argv)
{
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) paths = NULL;
  g_autofree char *to = NULL;
  g_autofree char *format = NULL;
  g_autoptr (GArray) outputs = g_array_new (FALSE, FALSE, sizeof (Output));
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &paths, N_ ("a file to write, may be given more than once"), N_ ("FILE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("what “-o -” writes: pdf, odt or txt"), N_ ("FORMAT") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("how the report is written: text or json"), N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
    { NULL },
  };
  ExportJob job = { 0 };
  int status;

  g_array_set_clear_func (outputs, clear_output);
  if (!dt_cli_parse (self, entries, argc, argv, &status))
    return status;

  job.outputs = outputs;
  job.input = dt_cli_get_only (self, names);
  if (job.input == NULL || !dt_cli_parse_format (self, format, &job.json) || !add_outputs (self, &job, paths, to))
    return DT_CLI_USAGE;

  return run_job (&job);
}

const DtCliCommand dt_cli_export = {
  "export",
  N_ ("PLAN -o FILE [-o FILE]…"),
  N_ ("Write a plan as PDF, ODT or plain text."),
  N_ ("The end of each FILE says what it becomes: .pdf, .odt or .txt. PLAN may be “-”, standard input.\n"
      "Nothing is written over a file until the new one is complete. What is imperfect is reported on\n"
      "standard error and does not change the exit status."),
  run_export,
};
