/* dt-cli-catalog-import.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-catalog-private.h"

#include "base/dt-diagnostic.h"
#include "base/dt-file.h"
#include "catalog/dt-catalog-exchange.h"
#include "catalog/dt-catalog-file.h"
#include "catalog/dt-catalog-harvest.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>
#include <string.h>

typedef struct
{
  const char *input;
  DtCliList list;
  const char *output;
  gboolean all;
  gboolean json;
  DtCatalog *catalog;
  GPtrArray *diagnostics;
  GPtrArray *chosen; /* (element-type DtDocument) */
} ImportJob;

/* What an entry is called in the report, and how it compares. */
static void
report (ImportJob *job,
        const DtDocument *document,
        DtHarvestState state,
        DtDifference difference)
{
  g_autofree char *name = dt_document_to_string (document);
  g_autofree char *fields = dt_difference_describe (difference);

  switch (state)
    {
    case DT_HARVEST_NEW:
      dt_diagnostics_add (job->diagnostics, DT_SEVERITY_NOTE, "new", NULL, 0, 0, _ ("new: %s"), name);
      break;
    case DT_HARVEST_SAME:
      dt_diagnostics_add (job->diagnostics, DT_SEVERITY_NOTE, "same", NULL, 0, 0, _ ("in the catalogue: %s"), name);
      break;
    case DT_HARVEST_CONFLICT:
      dt_diagnostics_add (job->diagnostics, DT_SEVERITY_WARNING, "conflict", NULL, 0, 0,
                          _ ("the catalogue says otherwise of %s: %s"), name, fields);
      break;
    case DT_HARVEST_AMBIGUOUS:
    default:
      dt_diagnostics_add (job->diagnostics, DT_SEVERITY_WARNING, "ambiguous", NULL, 0, 0,
                          _ ("may be one of several in the catalogue: %s"), name);
      break;
    }
}

static void
take (ImportJob *job,
      DtDocument *document,
      DtHarvestState state,
      DtDifference difference)
{
  report (job, document, state, difference);
  if (job->all || state == DT_HARVEST_NEW)
    g_ptr_array_add (job->chosen, dt_document_ref (document));
}

static gboolean
take_text (ImportJob *job,
           GError **error)
{
  g_autoptr (GBytes) bytes = dt_file_read (job->input, DT_FILE_DEFAULT_CAP, error);
  g_autoptr (GPtrArray) harvest = NULL;
  const char *text;
  gsize size;

  if (bytes == NULL)
    return FALSE;

  text = g_bytes_get_data (bytes, &size);
  if (!g_utf8_validate_len (text, size, NULL))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s: expected UTF-8"), job->input);
      return FALSE;
    }
  harvest = dt_catalog_harvest (job->catalog, size > 0 ? text : "", (gssize) size);
  for (guint i = 0; i < harvest->len; i++)
    {
      const DtHarvest *found = g_ptr_array_index (harvest, i);

      take (job, found->document, found->state, found->difference);
    }

  return TRUE;
}

static gboolean
take_list (ImportJob *job,
           GError **error)
{
  g_autoptr (GPtrArray) read = dt_cli_read_documents (job->input, job->list, job->diagnostics, error);
  g_autoptr (GPtrArray) documents = NULL;

  if (read == NULL)
    return FALSE;

  documents = dt_documents_merge ((DtDocument *const *) read->pdata, read->len, job->diagnostics);
  for (guint i = 0; i < documents->len; i++)
    {
      DtHarvest found = { g_ptr_array_index (documents, i) };

      dt_catalog_compare (job->catalog, &found);
      take (job, found.document, found.state, found.difference);
    }

  return TRUE;
}

/* Puts what was chosen with what the file to write has already. */
static gboolean
write_output (ImportJob *job,
              GError **error)
{
  g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_document_unref);
  g_autoptr (GPtrArray) merged = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (strcmp (job->output, "-") != 0 && g_file_test (job->output, G_FILE_TEST_EXISTS))
    {
      GPtrArray *known = dt_catalog_file_load (job->output, error);

      if (known == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (whole, known);
    }
  for (guint i = 0; i < job->chosen->len; i++)
    g_ptr_array_add (whole, dt_document_ref (g_ptr_array_index (job->chosen, i)));
  merged = dt_documents_merge ((DtDocument *const *) whole->pdata, whole->len, job->diagnostics);
  bytes = dt_catalog_file_write ((DtDocument *const *) merged->pdata, merged->len);

  return dt_cli_write (job->output, bytes, error);
}

static int
run_job (ImportJob *job)
{
  g_autoptr (DtCatalog) catalog = dt_cli_open_catalog ();
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GPtrArray) chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_document_unref);
  g_autoptr (GError) error = NULL;
  gboolean done;

  job->catalog = catalog;
  job->diagnostics = diagnostics;
  job->chosen = chosen;
  done = job->list == DT_CLI_LIST_TEXT ? take_text (job, &error) : take_list (job, &error);
  if (done && job->output != NULL)
    done = write_output (job, &error);

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
  g_autofree char *output = NULL, *from = NULL, *format = NULL;
  gboolean all = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("the catalogue file to write or to add to"), N_ ("FILE") },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &from, N_ ("what the input is: csv, tsv, json, xml or text"), N_ ("FORMAT") },
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("also take what the catalogue has already, or says otherwise"), NULL },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("how the report is written: text or json"), N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
    { NULL },
  };
  ImportJob job = { NULL };
  int status;

  if (!dt_cli_parse (self, entries, argc, argv, &status))
    return status;
  job.input = dt_cli_get_only (self, names);
  if (job.input == NULL || !dt_cli_parse_format (self, format, &job.json) ||
      !dt_cli_parse_list (self, from, job.input, DT_CLI_LIST_TEXT, &job.list))
    return DT_CLI_USAGE;
  if (job.json && g_strcmp0 (output, "-") == 0)
    return dt_cli_usage_error (self, _ ("the catalogue and the report cannot both go to standard output"));

  job.output = output;
  job.all = all;
  return run_job (&job);
}

const DtCliCommand dt_cli_catalog_import = {
  "catalog import",
  N_ ("FILE [-o FILE]"),
  N_ ("Make catalogue entries from a table, from JSON or from what a text cites."),
  N_ ("Each entry is compared with the catalogue: new, the same, or with other facts. With -o the new ones are\n"
      "written; a catalogue file that is there keeps what it has."),
  run_import,
};
