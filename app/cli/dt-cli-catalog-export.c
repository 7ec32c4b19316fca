/* dt-cli-catalog-export.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-catalog-private.h"

#include "base/dt-diagnostic.h"

#include <glib/gi18n-lib.h>

/* All that the packs have, the oldest first. */
static GPtrArray *
list_catalog (void)
{
  g_autoptr (DtCatalog) catalog = dt_cli_open_catalog ();
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_document_unref);

  for (guint i = dt_catalog_get_n (catalog); i > 0; i--)
    g_ptr_array_add (documents, dt_document_ref ((DtDocument *) dt_catalog_get (catalog, i - 1)));

  return documents;
}

static int
export_documents (const char *input,
                  DtCliList input_list,
                  const char *output,
                  DtCliList list)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  documents = input != NULL ? dt_cli_read_documents (input, input_list, diagnostics, &error) : list_catalog ();
  if (input != NULL)
    dt_cli_print_diagnostics (diagnostics, input);
  if (documents == NULL)
    return dt_cli_fail (error);

  bytes = dt_cli_write_documents ((DtDocument *const *) documents->pdata, documents->len, list);
  return dt_cli_write (output, bytes, &error) ? DT_CLI_DONE : dt_cli_fail (error);
}

static int
run_export (const DtCliCommand *self,
            int argc,
            char **argv)
{
  g_auto (GStrv) names = NULL;
  g_autofree char *output = NULL, *to = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("the file to write; otherwise standard output"), N_ ("FILE") },
    { "to", 0, 0, G_OPTION_ARG_FILENAME, &to, N_ ("what is written: csv, tsv, json or xml"), N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
    { NULL },
  };
  DtCliList list, input_list = DT_CLI_LIST_XML;
  const char *input = NULL;
  int status;

  if (!dt_cli_parse (self, entries, argc, argv, &status))
    return status;
  if (names != NULL && (input = dt_cli_get_only (self, names)) == NULL)
    return DT_CLI_USAGE;
  if (!dt_cli_parse_list (self, to, output, DT_CLI_LIST_CSV, &list) ||
      !dt_cli_parse_list (self, NULL, input, DT_CLI_LIST_XML, &input_list))
    return DT_CLI_USAGE;
  if (list == DT_CLI_LIST_TEXT)
    return dt_cli_usage_error (self, _ ("the catalogue is written as csv, tsv, json or xml"));

  return export_documents (input, input_list, output != NULL ? output : "-", list);
}

const DtCliCommand dt_cli_catalog_export = {
  "catalog export",
  N_ ("[FILE] [-o FILE]"),
  N_ ("Write the catalogue as a table or as JSON."),
  N_ ("Without FILE all documents are written that the packs have. The name of the file to write tells the format."),
  run_export,
};
