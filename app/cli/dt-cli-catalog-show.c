/* dt-cli-catalog-show.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-catalog-private.h"

#include <glib/gi18n-lib.h>

static int
show (const char *reference,
      DtDate on,
      gboolean json)
{
  g_autoptr (DtCatalog) catalog = dt_cli_open_catalog ();
  g_autofree char *valid = g_utf8_make_valid (reference, -1);
  g_autoptr (GPtrArray) found = dt_catalog_find_reference (catalog, valid);
  g_autoptr (GError) error = NULL;

  if (found->len == 0)
    {
      g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("the catalogue has no document “%s”"), valid);
      return dt_cli_fail (error);
    }

  return dt_cli_print_documents (catalog, (const DtDocument *const *) found->pdata, found->len, on, json, &error)
           ? DT_CLI_DONE
           : dt_cli_fail (error);
}

static int
run_show (const DtCliCommand *self,
          int argc,
          char **argv)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *format = NULL, *on = NULL;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on, N_ ("the day for which validity counts; otherwise today"), N_ ("DATE") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("how the list is written: text or json"), N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL },
    { NULL },
  };
  DtDate date;
  gboolean json;
  int status;

  if (!dt_cli_parse (self, entries, argc, argv, &status))
    return status;
  if (words == NULL || words[1] != NULL)
    return dt_cli_usage_error (self, _ ("expected one number"));
  if (!dt_cli_parse_format (self, format, &json) || !dt_cli_parse_on (self, on, &date))
    return DT_CLI_USAGE;

  return show (words[0], date, json);
}

const DtCliCommand dt_cli_catalog_show = {
  "catalog show",
  N_ ("NUMBER"),
  N_ ("Show the documents of a number."),
  N_ ("NUMBER may have “@” and a date or a year behind it: 76/NQ-CP@2021. Case and accents do not matter."),
  run_show,
};
