/* ui-pages.c - how long new pages take to come on the screen after one letter was typed, and scrolling
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <adwaita.h>

#include "format/dt-plan-file.h"
#include "preview/dui-page-view.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* Usage: ui-pages PLAN N. Shows PLAN in a window and types N letters into the text in the middle of it, at uneven
 * times, then scrolls through the pages for N frames. Prints two times, each as median, 95th percentile and longest in
 * milliseconds of the clock and then the same of the processor: from the change of the plan to the end of the frame
 * that shows its pages; the work on a frame while scrolling. Then the number of pages.
 */

#define LETTER "ă"
#define WIDTH 700
#define HEIGHT 900
#define SCROLL_STEP 180.0

/* In ms. */
typedef struct
{
  double clock;
  double processor; /* of all threads */
} Moment;

typedef struct
{
  GArray *clock; /* (element-type double): milliseconds */
  GArray *processor;
} Times;

typedef struct
{
  DuiEngine *engine;
  DuiDocument *document;
  DuiPaginator *paginator;
  DuiPageView *view;
  GtkWidget *window;
  GMainLoop *loop;
  char *reference;
  guint offset; /* of the letter, in bytes of the text */
  guint n;
  GRand *random;

  Moment pressed; /* when a letter was, while it is on its way */
  Moment frame;   /* when it began */
  gboolean waits;
  gboolean scrolls;
  Times keys;
  Times frames;
} Bench;

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static Moment
get_moment (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (Moment){ (double) g_get_monotonic_time () / 1e3, (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6 };
}

static void
init_times (Times *times)
{
  times->clock = g_array_new (FALSE, FALSE, sizeof (double));
  times->processor = g_array_new (FALSE, FALSE, sizeof (double));
}

static void
add_time (Times *times,
          const Moment *begin)
{
  Moment now = get_moment ();
  double clock = now.clock - begin->clock;
  double processor = now.processor - begin->processor;

  g_array_append_val (times->clock, clock);
  g_array_append_val (times->processor, processor);
}

static void
print_times (GArray *times)
{
  guint n = times->len;

  g_array_sort (times, compare);
  printf ("%.2f %.2f %.2f ", g_array_index (times, double, n / 2), g_array_index (times, double, n * 95 / 100),
          g_array_index (times, double, n - 1));
}

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

/* The reference of the body in the middle, and a place in the middle of it. */
static void
find_middle (Bench *self)
{
  g_autoptr (GPtrArray) bodies = g_ptr_array_new ();
  DtPlan *plan = dui_document_get_plan (self->document);
  const char *text;

  collect_bodies (dt_node_find_child (dt_plan_get_root (plan), DT_NODE_SECTIONS), bodies);
  self->reference = g_strconcat (dt_node_get_id (g_ptr_array_index (bodies, bodies->len / 2)), "/body", NULL);
  text = dt_node_get_text (dt_plan_find (plan, self->reference));
  self->offset = (guint) (g_utf8_offset_to_pointer (text, g_utf8_strlen (text, -1) / 2) - text);
}

/* As an editor does: the plan changes, the caret moves. */
static gboolean
press_cb (gpointer user_data)
{
  Bench *self = user_data;
  const char *text = dt_node_get_text (dt_plan_find (dui_document_get_plan (self->document), self->reference));
  g_autofree char *head = g_strndup (text, self->offset);
  g_autofree char *typed = g_strconcat (head, LETTER, text + self->offset, NULL);

  self->pressed = get_moment ();
  self->waits = TRUE;
  if (!dui_document_set_text (self->document, self->reference, typed, self, NULL))
    g_error ("the letter was refused");
  self->offset += (guint) strlen (LETTER);
  dui_page_view_show_place (self->view, self->reference, self->offset);

  return G_SOURCE_REMOVE;
}

static void
press_soon (Bench *self)
{
  g_timeout_add ((guint) g_rand_int_range (self->random, 40, 90), press_cb, self);
}

static gboolean
is_up_to_date (const Bench *self)
{
  DtPages *pages = dui_paginator_get_pages (self->paginator);

  return pages != NULL && dt_composition_get_plan (dt_pages_get_composition (pages)) == dui_document_get_plan (self->document);
}

static gboolean
scroll_cb (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer user_data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (widget)));
  double value = gtk_adjustment_get_value (adjustment) + SCROLL_STEP;

  if (value > gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment))
    value = 0;
  gtk_adjustment_set_value (adjustment, value);
  return G_SOURCE_CONTINUE;
}

static void
before_paint_cb (GdkFrameClock *clock,
                 Bench *self)
{
  self->frame = get_moment ();
}

static void
after_paint_cb (GdkFrameClock *clock,
                Bench *self)
{
  if (self->scrolls)
    {
      add_time (&self->frames, &self->frame);
      if (self->frames.clock->len == self->n)
        g_main_loop_quit (self->loop);
      return;
    }
  if (!self->waits || !is_up_to_date (self))
    return;

  add_time (&self->keys, &self->pressed);
  self->waits = FALSE;
  if (self->keys.clock->len < self->n)
    press_soon (self);
  else
    {
      self->scrolls = TRUE;
      gtk_widget_add_tick_callback (GTK_WIDGET (self->view), scroll_cb, self, NULL);
    }
}

/* Once the first pages are on the screen, and the catalogue can change them no more. */
static gboolean
begin_cb (gpointer user_data)
{
  Bench *self = user_data;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (self->window);

  if (clock == NULL || !is_up_to_date (self) || dui_paginator_is_busy (self->paginator) ||
      dui_engine_get_catalog (self->engine) == NULL)
    return G_SOURCE_CONTINUE;

  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), self);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  press_soon (self);
  return G_SOURCE_REMOVE;
}

int
main (int argc,
      char *argv[])
{
  Bench self = { 0 };
  g_autoptr (DtPlan) plan = NULL;

  self.n = argc == 3 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : 0;
  if (self.n == 0 || !gtk_init_check ())
    return 2;

  adw_init ();
  self.engine = dui_engine_new (NULL);
  plan = dt_plan_load (argv[1], NULL, NULL);
  if (self.engine == NULL || plan == NULL)
    return 2;

  self.random = g_rand_new_with_seed (1);
  init_times (&self.keys);
  init_times (&self.frames);
  self.document = dui_document_new (self.engine, plan, NULL);
  self.paginator = dui_paginator_new (self.engine, self.document);
  find_middle (&self);
  self.view = DUI_PAGE_VIEW (dui_page_view_new ());
  dui_page_view_set_paginator (self.view, self.paginator);
  self.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self.window), WIDTH, HEIGHT);
  gtk_window_set_child (GTK_WINDOW (self.window), GTK_WIDGET (self.view));
  gtk_window_present (GTK_WINDOW (self.window));
  g_timeout_add (100, begin_cb, &self);
  self.loop = g_main_loop_new (NULL, FALSE);
  g_main_loop_run (self.loop);

  print_times (self.keys.clock);
  print_times (self.keys.processor);
  print_times (self.frames.clock);
  print_times (self.frames.processor);
  printf ("%u\n", dui_page_view_get_n_pages (self.view));
  return 0;
}
