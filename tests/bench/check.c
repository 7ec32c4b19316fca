/* check.c - how long a check takes, whole and after one letter was typed
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "catalog/dt-pack.h"
#include "check/dt-check.h"
#include "format/dt-plan-file.h"
#include "layout/dt-layout.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* Usage: check PLAN N. Prints the median of N whole checks beyond layout, by the clock and by the processor; median
 * and 95th percentile of N checks that follow a letter typed in the middle, by the clock, and their median by the
 * processor, all in milliseconds; and the number of pages.
 */

#define LETTER "ă"

typedef struct
{
  DtChecker checker;
  DtShaper *shaper;
  DtPlan *plan;
  DtComposition *composition;
  DtPages *pages;
  DtReport *report;
} Bench;

static void
lay_out (Bench *self)
{
  g_autoptr (GError) error = NULL;
  DtComposition *composition = dt_compose (&self->checker.composer, self->plan, self->composition);
  DtPages *pages = dt_layout_run (composition, self->shaper, self->pages, NULL, &error);

  if (pages == NULL)
    g_error ("%s", error->message);
  g_clear_pointer (&self->composition, dt_composition_unref);
  g_clear_pointer (&self->pages, dt_pages_unref);
  self->composition = composition;
  self->pages = pages;
}

static double
get_processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* Milliseconds of one check; @previous may be NULL. */
static void
check (Bench *self,
       DtReport *previous,
       double *clock,
       double *processor)
{
  gint64 start = g_get_monotonic_time ();
  double work = get_processor_time ();
  DtReport *report = dt_check_run (&self->checker, self->plan, self->composition, self->pages, previous, NULL);

  *processor = get_processor_time () - work;
  *clock = (double) (g_get_monotonic_time () - start) / 1000;
  g_clear_pointer (&self->report, dt_report_unref);
  self->report = report;
}

static void
collect_bodies (DtNode *parent,
                GPtrArray *bodies)
{
  for (guint i = 0; i < dt_node_get_n_children (parent); i++)
    {
      DtNode *child = dt_node_get_child (parent, i);

      if (dt_node_get_kind (child) == DT_NODE_SECTION && dt_node_find_child (child, DT_NODE_BODY) != NULL)
        g_ptr_array_add (bodies, g_strconcat (dt_node_get_id (child), "/body", NULL));
      collect_bodies (child, bodies);
    }
}

/* A letter more at the end of the body in the middle. */
static void
type (Bench *self,
      const char *body)
{
  g_autofree char *text = g_strconcat (dt_node_get_text (dt_plan_find (self->plan, body)), LETTER, NULL);
  g_autoptr (GError) error = NULL;
  DtPlan *next = dt_plan_set_text (self->plan, body, text, &error);

  if (next == NULL)
    g_error ("%s", error->message);
  dt_plan_unref (self->plan);
  self->plan = next;
  lay_out (self);
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double one = *(const double *) a;
  double two = *(const double *) b;

  return (one > two) - (one < two);
}

static void
open_bench (Bench *self,
            const char *path)
{
  g_autoptr (GPtrArray) packs = dt_packs_find (NULL, NULL);
  g_autoptr (GError) error = NULL;

  self->plan = dt_plan_load (path, NULL, &error);
  if (self->plan == NULL)
    g_error ("%s", error->message);
  self->checker.rules = dt_rules_new (packs, NULL);
  self->checker.composer.sheet = dt_sheet_load_default (&error);
  self->checker.composer.kinds = dt_kinds_load_default (&error);
  self->checker.composer.catalog = dt_packs_load_catalog (packs, NULL);
  self->checker.composer.today = dt_date_make (2026, 11, 22);
  self->shaper = dt_shaper_new (dt_sheet_get_font_family (self->checker.composer.sheet),
                                dt_sheet_get_font_twins (self->checker.composer.sheet), NULL, &error);
  if (self->shaper == NULL)
    g_error ("%s", error->message);
  lay_out (self);
}

int
main (int argc,
      char **argv)
{
  guint n = argc == 3 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;
  g_autofree double *clock = NULL;
  g_autofree double *processor = NULL;
  g_autoptr (GPtrArray) bodies = g_ptr_array_new_with_free_func (g_free);
  Bench self = { 0 };

  setlocale (LC_ALL, "C.UTF-8");
  if (n == 0)
    g_error ("usage: check PLAN N");

  open_bench (&self, argv[1]);
  clock = g_new (double, n);
  processor = g_new (double, n);
  for (guint i = 0; i < n; i++)
    check (&self, NULL, &clock[i], &processor[i]);
  qsort (clock, n, sizeof *clock, compare_times);
  qsort (processor, n, sizeof *processor, compare_times);
  printf ("%.3f %.3f ", clock[n / 2], processor[n / 2]);

  collect_bodies (dt_plan_get_root (self.plan), bodies);
  for (guint i = 0; i < n; i++)
    {
      type (&self, g_ptr_array_index (bodies, bodies->len / 2));
      check (&self, self.report, &clock[i], &processor[i]);
    }
  qsort (clock, n, sizeof *clock, compare_times);
  qsort (processor, n, sizeof *processor, compare_times);
  printf ("%.3f %.3f %.3f %u\n", clock[n / 2], clock[n * 95 / 100], processor[n / 2], dt_pages_get_n_pages (self.pages));
  return 0;
}
