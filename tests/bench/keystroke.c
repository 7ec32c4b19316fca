/* keystroke.c - how long the pages take after one letter was typed
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "format/dt-plan-file.h"
#include "layout/dt-layout.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

/* Usage: keystroke PLAN N. Types N letters into the text in the middle of PLAN and prints the median, the 95th
 * percentile and the longest time, in milliseconds, of what follows each: edit, composing, layout. Then the number
 * of pages.
 */

#define LETTER "ă"

typedef struct
{
  DtComposer composer;
  DtShaper *shaper;
  DtPlan *plan;
  DtComposition *composition;
  DtPages *pages;
} Keys;

static void
collect_bodies (DtNode *parent,
                GPtrArray *bodies)
{
  for (guint i = 0; i < dt_node_get_n_children (parent); i++)
    {
      DtNode *child = dt_node_get_child (parent, i);

      if (dt_node_get_kind (child) != DT_NODE_SECTION)
        continue;
      if (dt_node_find_child (child, DT_NODE_BODY) != NULL)
        g_ptr_array_add (bodies, child);
      collect_bodies (child, bodies);
    }
}

/* The reference of the body in the middle. */
static char *
find_middle (Keys *self)
{
  g_autoptr (GPtrArray) bodies = g_ptr_array_new ();
  DtNode *sections = dt_node_find_child (dt_plan_get_root (self->plan), DT_NODE_SECTIONS);

  collect_bodies (sections, bodies);
  return g_strconcat (dt_node_get_id (g_ptr_array_index (bodies, bodies->len / 2)), "/body", NULL);
}

/* Puts the letter into the middle of the text. */
static char *
type_letter (const char *text)
{
  const char *middle = g_utf8_offset_to_pointer (text, g_utf8_strlen (text, -1) / 2);
  g_autofree char *head = g_strndup (text, (gsize) (middle - text));

  return g_strconcat (head, LETTER, middle, NULL);
}

static double
press (Keys *self,
       const char *reference)
{
  const char *text = dt_node_get_text (dt_plan_find (self->plan, reference));
  g_autofree char *typed = type_letter (text);
  gint64 begin = g_get_monotonic_time ();
  DtPlan *plan = dt_plan_set_text (self->plan, reference, typed, NULL);
  DtComposition *composition = dt_compose (&self->composer, plan, self->composition);
  DtPages *pages = dt_layout_run (composition, self->shaper, self->pages, NULL, NULL);
  gint64 end = g_get_monotonic_time ();

  dt_pages_unref (self->pages);
  dt_composition_unref (self->composition);
  dt_plan_unref (self->plan);
  self->plan = plan;
  self->composition = composition;
  self->pages = pages;

  return (double) (end - begin) / 1000.0;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static gboolean
prepare (Keys *self,
         const char *path)
{
  self->composer.sheet = dt_sheet_load_default (NULL);
  self->composer.kinds = dt_kinds_load_default (NULL);
  self->plan = dt_plan_load (path, NULL, NULL);
  if (self->composer.sheet == NULL || self->composer.kinds == NULL || self->plan == NULL)
    return FALSE;

  self->shaper = dt_shaper_new (dt_sheet_get_font_family (self->composer.sheet),
                                dt_sheet_get_font_twins (self->composer.sheet), NULL, NULL);
  if (self->shaper == NULL)
    return FALSE;

  self->composition = dt_compose (&self->composer, self->plan, NULL);
  self->pages = dt_layout_run (self->composition, self->shaper, NULL, NULL, NULL);
  return self->pages != NULL;
}

int
main (int argc,
      char *argv[])
{
  Keys self = { 0 };
  g_autofree char *reference = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = argc == 3 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;

  if (n == 0 || !prepare (&self, argv[1]))
    return 2;

  reference = find_middle (&self);
  for (guint i = 0; i < n; i++)
    {
      double time = press (&self, reference);

      g_array_append_val (times, time);
    }
  g_array_sort (times, compare);
  printf ("%.3f %.3f %.3f %u\n", g_array_index (times, double, n / 2), g_array_index (times, double, n * 95 / 100),
          g_array_index (times, double, n - 1), dt_pages_get_n_pages (self.pages));

  return 0;
}
