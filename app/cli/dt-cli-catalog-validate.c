/* dt-cli-catalog-validate.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-catalog-private.h"

#include "base/dt-diagnostic.h"
#include "base/dt-file.h"
#include "catalog/dt-catalog-check.h"
#include "catalog/dt-catalog-file.h"

#include <glib/gi18n-lib.h>

static gboolean
check_file (const char *path,
            GPtrArray *diagnostics,
            GError **error)
{
  g_autoptr (GBytes) bytes = dt_file_read (path, DT_FILE_DEFAULT_CAP, error);
  g_autoptr (GPtrArray) documents = bytes != NULL ? dt_catalog_file_read (bytes, path, error) : NULL;
  g_autoptr (GArray) lines = NULL;
  g_autoptr (DtCatalog) context = NULL;

  if (documents == NULL)
    return FALSE;

  lines = dt_catalog_file_list_lines (bytes);
  context = dt_cli_open_catalog ();
  dt_documents_check ((DtDocument *const *) documents->pdata, documents->len,
                      lines->len == documents->len ? (const guint *) lines->data : NULL, context, diagnostics);
  return TRUE;
}

static int
validate (const char *path,
          gboolean json)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;

  if (!check_file (path, diagnostics, &error))
    return dt_cli_fail (error);

  if (!json)
    dt_cli_print_diagnostics (diagnostics, path);
  else if (!dt_cli_print_diagnostics_json (diagnostics, &error))
    return dt_cli_fail (error);

  return dt_diagnostics_count (diagnostics, DT_SEVERITY_WARNING) > 0 ? DT_CLI_FAILED : DT_CLI_DONE;
}

static int
run_validate (const DtCliCommand *self,
              int argc,
              char **argv)
{
  g_auto (GStrv) names = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("how the report is written: text or json"), N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
    { NULL },
  };
  const char *path;
  gboolean json;
  int status;

  if (!dt_cli_parse (self, entries, argc, argv, &status))
    return status;
  path = dt_cli_get_only (self, names);
  if (path == NULL || !dt_cli_parse_format (self, format, &json))
    return DT_CLI_USAGE;

  return validate (path, json);
}

const DtCliCommand dt_cli_catalog_validate = {
  "catalog validate",
  N_ ("FILE"),
  N_ ("Check a file of the catalogue."),
  N_ ("Finds what is no catalogue file, and entries that contradict themselves or each other. The exit status is 1\n"
      "if there is anything but notes."),
  run_validate,
};
