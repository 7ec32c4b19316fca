/* dui-tasks-layout.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-tasks-page"

#include "config.h"

#include "editor/dui-tasks-layout.h"

struct _DuiTasksLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (DuiTasksLayout, dui_tasks_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The deadline is in view beside a page on a small screen; what is used less stands behind it. */
static const struct
{
  int chars;  /* of text that is in view at least */
  int pixels; /* of what is around it */
  int share;  /* of the width that is left */
} columns[DUI_TASKS_N_COLUMNS] = {
  [0] = { 2, 32, 0 },
  [DUI_TASKS_FIRST_COLUMN +
    DUI_TASK_WORK] = { 18, 16, 8 },
  [DUI_TASKS_FIRST_COLUMN +
    DUI_TASK_LEAD] = { 11, 16, 3 },
  [DUI_TASKS_FIRST_COLUMN +
    DUI_TASK_PARTNERS] = { 11, 16, 3 },
  [DUI_TASKS_FIRST_COLUMN +
    DUI_TASK_DEADLINE] = { 12, 16, 2 },
  [DUI_TASKS_FIRST_COLUMN +
    DUI_TASK_PRODUCT] = { 10, 16, 3 },
  [DUI_TASKS_SECTION_COLUMN] = { 5, 26, 0 },
  [DUI_TASKS_REMOVE_COLUMN] = { 0, 40, 0 },
};

static int
measure_columns (GtkWidget *widget,
                 int *widths)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int char_width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics));
  int total = 0;

  pango_font_metrics_unref (metrics);
  for (guint i = 0; i < DUI_TASKS_N_COLUMNS; i++)
    {
      widths[i] = columns[i].chars * char_width + columns[i].pixels;
      total += widths[i];
    }

  return total;
}

/* Where the toolkit asks for the height of a row of any width, more than a screen will do. */
#define MAX_WIDTH 16384

/* What is left goes to the columns by their shares. */
static void
find_widths (GtkWidget *widget,
             int width,
             int *widths)
{
  int left = MIN (width, MAX_WIDTH) - measure_columns (widget, widths);
  int shares = 0;

  for (guint i = 0; i < DUI_TASKS_N_COLUMNS; i++)
    shares += columns[i].share;
  for (guint i = 0; i < DUI_TASKS_N_COLUMNS && left > 0; i++)
    {
      int more = shares > 0 ? left * columns[i].share / shares : 0;

      widths[i] += more;
      left -= more;
      shares -= columns[i].share;
    }
}

/* Overrides */

static GtkSizeRequestMode
dui_tasks_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dui_tasks_layout_measure (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  int widths[DUI_TASKS_N_COLUMNS];
  int total = measure_columns (widget, widths);
  guint i = 0;

  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? total : 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  find_widths (widget, MAX (for_size, total), widths);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && i < DUI_TASKS_N_COLUMNS;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      int height = 0;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, widths[i], NULL, &height, NULL, NULL);
      *natural = *minimum = MAX (*minimum, height);
    }
}

static void
dui_tasks_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           int width,
                           int height,
                           int baseline)
{
  gboolean from_right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int widths[DUI_TASKS_N_COLUMNS];
  guint i = 0;
  int x = 0;

  find_widths (widget, width, widths);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && i < DUI_TASKS_N_COLUMNS;
       child = gtk_widget_get_next_sibling (child), i++)
    {
      GtkAllocation place = { from_right ? width - x - widths[i] : x, 0, widths[i], height };

      gtk_widget_size_allocate (child, &place, -1);
      x += widths[i];
    }
}

static void
dui_tasks_layout_class_init (DuiTasksLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = dui_tasks_layout_get_request_mode;
  layout_class->measure = dui_tasks_layout_measure;
  layout_class->allocate = dui_tasks_layout_allocate;
}

static void
dui_tasks_layout_init (DuiTasksLayout *self)
{
}

/* Public functions */

GtkLayoutManager *
dui_tasks_layout_new (void)
{
  return g_object_new (DUI_TYPE_TASKS_LAYOUT, NULL);
}
