/* catalog-parse.c - how long finding citations takes
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "catalog/dt-citation.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* Usage: catalog-parse TIMES FILE…. For each file: its bytes, the citations found in it, and the shortest time of
 * TIMES runs in milliseconds by the clock and of the processor.
 */

static gboolean
measure (const char *path,
         guint times)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  double best = G_MAXDOUBLE;
  double best_work = G_MAXDOUBLE;
  guint n_found = 0;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return FALSE;
    }

  for (guint i = 0; i < times; i++)
    {
      gint64 start = g_get_monotonic_time ();
      clock_t work = clock ();
      g_autoptr (DtCitations) found = dt_citations_find (text, (gssize) size);

      work = clock () - work;
      best = MIN (best, (double) (g_get_monotonic_time () - start) / 1000.0);
      best_work = MIN (best_work, 1000.0 * (double) work / CLOCKS_PER_SEC);
      n_found = dt_citations_get_n (found);
    }
  printf ("%lu %u %.3f %.3f\n", (gulong) size, n_found, best, best_work);

  return TRUE;
}

int
main (int argc,
      char **argv)
{
  guint times = argc > 2 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 0;

  if (times == 0)
    return 2;
  for (int i = 2; i < argc; i++)
    if (!measure (argv[i], times))
      return 1;

  return 0;
}
