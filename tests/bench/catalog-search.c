/* catalog-search.c - how long loading and searching a large catalogue take
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "catalog/dt-catalog-search.h"
#include "catalog/dt-pack.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* Usage: catalog-search PACK QUERIES TIMES. Loads the catalogue of PACK and prints how long that took, in
 * milliseconds by the clock and of the processor, and the highest memory of the process till then, in KiB. Then, for each line of the file QUERIES,
 * how many documents were found and the median time of searching TIMES times, in milliseconds.
 */

/* As many as a list shows. */
#define LIMIT 50

static double
get_seconds (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

static guint
get_memory (void)
{
  g_autofree char *status = NULL;
  const char *line = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    line = strstr (status, "VmHWM:");
  return line != NULL ? (guint) g_ascii_strtoull (line + strlen ("VmHWM:"), NULL, 10) : 0;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
measure (const DtCatalog *catalog,
         const char *text,
         guint times)
{
  g_autofree double *taken = g_new (double, times);
  DtCatalogQuery query = { .text = text, .on = dt_date_make (2026, 11, 1), .limit = LIMIT };
  guint n_hits = 0;

  for (guint i = 0; i < times; i++)
    {
      double start = get_seconds ();
      g_autoptr (GArray) hits = dt_catalog_search (catalog, &query);

      taken[i] = (get_seconds () - start) * 1000.0;
      n_hits = hits->len;
    }

  qsort (taken, times, sizeof *taken, compare_doubles);
  printf ("%u %.4f\n", n_hits, taken[times / 2]);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GPtrArray) packs = NULL;
  g_autoptr (DtCatalog) catalog = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_auto (GStrv) queries = NULL;
  DtPack *pack;
  double start;
  clock_t work;

  if (argc != 4 || !g_file_get_contents (argv[2], &content, NULL, NULL))
    return 2;
  pack = dt_pack_load (argv[1], NULL);
  if (pack == NULL)
    return 1;

  packs = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_pack_unref);
  g_ptr_array_add (packs, pack);
  start = get_seconds ();
  work = clock ();
  catalog = dt_packs_load_catalog (packs, diagnostics);
  work = clock () - work;
  printf ("%u %.1f %.1f %u\n", dt_catalog_get_n (catalog), (get_seconds () - start) * 1000.0,
          1000.0 * (double) work / CLOCKS_PER_SEC, get_memory ());

  if (diagnostics->len > 0)
    {
      fprintf (stderr, "%s\n", dt_diagnostic_get_message (g_ptr_array_index (diagnostics, 0)));
      return 1;
    }

  queries = g_strsplit (content, "\n", -1);
  for (guint i = 0; queries[i] != NULL && *queries[i] != '\0'; i++)
    measure (catalog, queries[i], MAX ((guint) g_ascii_strtoull (argv[3], NULL, 10), 1));

  return 0;
}
