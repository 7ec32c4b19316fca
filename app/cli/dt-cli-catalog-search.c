/* dt-cli-catalog-search.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-catalog-private.h"

#include "catalog/dt-catalog-search.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_LIMIT 10000

static int
search (const DtCatalogQuery *query,
        gboolean json)
{
  g_autoptr (DtCatalog) catalog = dt_cli_open_catalog ();
  g_autoptr (GArray) hits = dt_catalog_search (catalog, query);
  g_autofree const DtDocument **documents = g_new (const DtDocument *, hits->len + 1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < hits->len; i++)
    documents[i] = g_array_index (hits, DtCatalogHit, i).document;

  return dt_cli_print_documents (catalog, documents, hits->len, query->on, json, &error) ? DT_CLI_DONE
                                                                                         : dt_cli_fail (error);
}

/* A list of names with commas, as bits. */
static gboolean
parse_statuses (const DtCliCommand *self,
                const char *text,
                guint *validities)
{
  g_auto (GStrv) names = g_strsplit (text != NULL ? text : "", ",", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      DtValidity validity;

      if (*names[i] == '\0')
        continue;
      if (!dt_validity_from_string (names[i], &validity))
        {
          dt_cli_usage_error (self,
                              _ ("there is no status “%s”, expected in-force, amended, not-yet, expired, replaced or "
                                 "unknown"),
                              names[i]);
          return FALSE;
        }
      *validities |= 1u << validity;
    }

  return TRUE;
}

static gboolean
check_number (const DtCliCommand *self,
              const char *option,
              int number,
              int most)
{
  if (number >= 0 && number <= most)
    return TRUE;

  dt_cli_usage_error (self, _ ("%d is no value for --%s, expected 1 to %d"), number, option, most);
  return FALSE;
}

static int
run_search (const DtCliCommand *self,
            int argc,
            char **argv)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *format = NULL, *on = NULL, *type = NULL, *issuer = NULL, *statuses = NULL, *text = NULL;
  int limit = 20, year = 0, status;
  const GOptionEntry entries[] = {
    { "on", 0, 0, G_OPTION_ARG_FILENAME, &on, N_ ("the day for which validity counts; otherwise today"), N_ ("DATE") },
    { "limit", 0, 0, G_OPTION_ARG_INT, &limit, N_ ("how many at most; otherwise 20"), N_ ("N") },
    { "type", 0, 0, G_OPTION_ARG_STRING, &type, N_ ("only of this type"), N_ ("TYPE") },
    { "issuer", 0, 0, G_OPTION_ARG_STRING, &issuer, N_ ("only of bodies with these words in their name"), N_ ("WORDS") },
    { "year", 0, 0, G_OPTION_ARG_INT, &year, N_ ("only of this year"), N_ ("YEAR") },
    { "status", 0, 0, G_OPTION_ARG_STRING, &statuses, N_ ("only what is in-force, amended, expired, …"), N_ ("STATUS,…") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("how the list is written: text or json"), N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &words, NULL, NULL },
    { NULL },
  };
  DtCatalogQuery query = DT_CATALOG_QUERY_INIT;
  gboolean json;

  if (!dt_cli_parse (self, entries, argc, argv, &status))
    return status;
  if (words == NULL)
    return dt_cli_usage_error (self, _ ("no words to look for are given"));
  if (!dt_cli_parse_format (self, format, &json) || !dt_cli_parse_on (self, on, &query.on) ||
      !parse_statuses (self, statuses, &query.validities) || !check_number (self, "limit", limit, MAX_LIMIT) ||
      !check_number (self, "year", year, 9999))
    return DT_CLI_USAGE;

  text = g_strjoinv (" ", words);
  query.text = text;
  query.type = type;
  query.issuer = issuer;
  query.year = (guint) year;
  query.limit = (guint) limit;
  return search (&query, json);
}

const DtCliCommand dt_cli_catalog_search = {
  "catalog search",
  N_ ("WORDS…"),
  N_ ("Find documents in the catalogue."),
  N_ ("WORDS are pieces of numbers and words of titles, in any order, with or without accents; the last may be\n"
      "half a word."),
  run_search,
};
