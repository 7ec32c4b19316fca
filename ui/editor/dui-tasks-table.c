/* dui-tasks-table.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-tasks-page"

#include "config.h"

#include "editor/dui-tasks-table.h"

#include "editor/dui-tasks-drag.h"

#include <graphene.h>

/* What a screen shows is made at once; of what is below it, so many rows between frames. */
#define FIRST_ROWS 24
#define MORE_ROWS 8

struct _DuiTasksTable
{
  AdwBin parent_instance;

  DuiFormPage *page; /* not owned: we stand in it */
  DuiUnitBar *bar;   /* not owned: stands in it too */
  guint idle;
  guint head_idle;
  GPtrArray *rows;    /* DuiTasksRow, which the box holds */
  GtkWidget *awaited; /* weak: the cell that has to come into view */
  guint tick;
  guint n_ticks;

  /* Template children */
  GtkWidget *head;
  GtkScrolledWindow *head_scrolled;
  GtkScrolledWindow *scrolled;
  GtkWidget *box;
};

enum
{
  ADD,
  MOVE,
  REMOVE,
  CHOOSE_SECTION,
  PASTE,
  FOCUSED,
  FILLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiTasksTable, dui_tasks_table, ADW_TYPE_BIN)

static int
find_row (DuiTasksTable *self,
          gpointer row)
{
  guint index;

  return g_ptr_array_find (self->rows, row, &index) ? (int) index : -1;
}

/* Coming into view */

static void
reveal (DuiTasksTable *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (self->awaited, DUI_TYPE_TASKS_ROW);
  GtkWidget *viewport = gtk_scrolled_window_get_child (self->scrolled);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scrolled);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (self->scrolled);
  graphene_rect_t cell;
  graphene_rect_t whole;
  double top;
  double left;

  if (row == NULL || !gtk_widget_compute_bounds (self->awaited, viewport, &cell) ||
      !gtk_widget_compute_bounds (row, viewport, &whole))
    return;

  top = whole.origin.y + gtk_adjustment_get_value (down);
  left = cell.origin.x + gtk_adjustment_get_value (across);
  gtk_adjustment_clamp_page (down, top, top + whole.size.height);
  /* The number is seen with the first cell. */
  if (self->awaited == dui_tasks_row_get_cell (DUI_TASKS_ROW (row), DUI_TASKS_FIRST_COLUMN))
    gtk_adjustment_set_value (across, gtk_adjustment_get_lower (across));
  else
    gtk_adjustment_clamp_page (across, left, left + cell.size.width);
}

/* A row that is new has its place only after a frame; texts in it ask for their height in the next. */
static gboolean
tick_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer user_data)
{
  DuiTasksTable *self = DUI_TASKS_TABLE (widget);

  if (self->awaited != NULL && self->n_ticks > 0)
    reveal (self);
  if (++self->n_ticks < 4 && self->awaited != NULL)
    return G_SOURCE_CONTINUE;

  self->tick = 0;
  g_clear_weak_pointer (&self->awaited);
  return G_SOURCE_REMOVE;
}

static void
bring_into_view (DuiTasksTable *self,
                 GtkWidget *cell)
{
  g_set_weak_pointer (&self->awaited, cell);
  self->n_ticks = 0;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* Callbacks */

static void
focused_cb (DuiTasksTable *self,
            DuiTasksRow *row)
{
  int column = dui_tasks_row_find_column (row);

  if (column >= 0)
    bring_into_view (self, dui_tasks_row_get_cell (row, column));
  g_signal_emit (self, signals[FOCUSED], 0);
}

static void
step_cb (DuiTasksTable *self,
         int rows,
         DuiTasksRow *row)
{
  dui_tasks_table_focus (self, dui_tasks_row_find_column (row), find_row (self, row) + rows);
}

/* Enter goes down, and makes a task below the last. */
static void
confirm_cb (DuiTasksTable *self,
            DuiTasksRow *row)
{
  int index = find_row (self, row);

  if (index + 1 < (int) self->rows->len)
    dui_tasks_table_focus (self, dui_tasks_row_find_column (row), index + 1);
  else
    g_signal_emit (self, signals[ADD], 0);
}

static void
paste_cb (DuiTasksTable *self)
{
  g_signal_emit (self, signals[PASTE], 0);
}

static void
choose_section_cb (DuiTasksTable *self,
                   DuiTasksRow *row)
{
  g_signal_emit (self, signals[CHOOSE_SECTION], 0, find_row (self, row));
}

static void
remove_cb (DuiTasksTable *self,
           DuiTasksRow *row)
{
  g_signal_emit (self, signals[REMOVE], 0, find_row (self, row));
}

static void
moved_cb (DuiTasksTable *self,
          int from,
          int to)
{
  g_signal_emit (self, signals[MOVE], 0, from, to);
}

/* Making the rows */

static GtkWidget *
make_row (DuiTasksTable *self,
          const char *id)
{
  GtkWidget *row = dui_tasks_row_new (self->page, self->bar, id);

  dui_tasks_drag_add (row, dui_tasks_row_get_handle (DUI_TASKS_ROW (row)), (DuiTasksMoveFunc) moved_cb, self);
  g_signal_connect_object (row, "focused", G_CALLBACK (focused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "step", G_CALLBACK (step_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "confirm", G_CALLBACK (confirm_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "paste", G_CALLBACK (paste_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "choose-section", G_CALLBACK (choose_section_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
clear (DuiTasksTable *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->rows, 0);
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
}

/* Takes the row of the task out of @old, or makes one, and puts it behind @before. */
static GtkWidget *
place_row (DuiTasksTable *self,
           const char *id,
           GHashTable *old,
           GtkWidget *before)
{
  GtkWidget *row = g_hash_table_lookup (old, id);

  if (row == NULL)
    {
      row = make_row (self, id);
      gtk_box_insert_child_after (GTK_BOX (self->box), row, before);
      return row;
    }

  g_hash_table_remove (old, id);
  if (gtk_widget_get_prev_sibling (row) != before)
    gtk_box_reorder_child_after (GTK_BOX (self->box), row, before);

  return row;
}

static gboolean
move_head_cb (gpointer user_data)
{
  DuiTasksTable *self = user_data;
  GtkAdjustment *below = gtk_scrolled_window_get_hadjustment (self->scrolled);

  self->head_idle = 0;
  gtk_adjustment_set_value (gtk_scrolled_window_get_hadjustment (self->head_scrolled), gtk_adjustment_get_value (below));

  return G_SOURCE_REMOVE;
}

/* Before the next frame, but not while sizes are given out, when this may be called. */
static void
scrolled_cb (DuiTasksTable *self)
{
  if (self->head_idle == 0)
    self->head_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, move_head_cb, self, NULL);
}

/* The titles stay in view above the rows, and move sideways with them. */
static void
make_head (DuiTasksTable *self)
{
  gtk_widget_set_layout_manager (self->head, dui_tasks_layout_new ());
  for (int column = 0; column < DUI_TASKS_N_COLUMNS; column++)
    {
      GtkWidget *label = gtk_label_new (dui_tasks_row_get_title (column));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_add_css_class (label, "dui-cell");
      gtk_box_append (GTK_BOX (self->head), label);
    }
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled), "value-changed", G_CALLBACK (scrolled_cb),
                           self, G_CONNECT_SWAPPED);
}

/* Overrides */

static void
dui_tasks_table_dispose (GObject *object)
{
  DuiTasksTable *self = DUI_TASKS_TABLE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->head_idle, g_source_remove);
  g_clear_weak_pointer (&self->awaited);

  G_OBJECT_CLASS (dui_tasks_table_parent_class)->dispose (object);
}

static void
dui_tasks_table_finalize (GObject *object)
{
  g_ptr_array_unref (DUI_TASKS_TABLE (object)->rows);

  G_OBJECT_CLASS (dui_tasks_table_parent_class)->finalize (object);
}

static void
dui_tasks_table_class_init (DuiTasksTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_tasks_table_dispose;
  G_OBJECT_CLASS (klass)->finalize = dui_tasks_table_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-tasks-table.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiTasksTable, head);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksTable, head_scrolled);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksTable, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksTable, box);

  signals[ADD] = g_signal_new ("add", DUI_TYPE_TASKS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MOVE] = g_signal_new ("move", DUI_TYPE_TASKS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[REMOVE] = g_signal_new ("remove", DUI_TYPE_TASKS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CHOOSE_SECTION] = g_signal_new ("choose-section", DUI_TYPE_TASKS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_INT);
  signals[PASTE] = g_signal_new ("paste", DUI_TYPE_TASKS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FOCUSED] = g_signal_new ("focused", DUI_TYPE_TASKS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[FILLED] = g_signal_new ("filled", DUI_TYPE_TASKS_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
dui_tasks_table_init (DuiTasksTable *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  make_head (self);
}

static void
remove_rows (DuiTasksTable *self,
             GHashTable *rows,
             int column,
             int row)
{
  GHashTableIter iter;
  gpointer gone;

  g_hash_table_iter_init (&iter, rows);
  while (g_hash_table_iter_next (&iter, NULL, &gone))
    {
      /* The keys stay in the table. */
      if (row >= 0 && self->rows->len > 0 && dui_tasks_row_find_column (gone) >= 0)
        dui_tasks_table_focus (self, column, MIN (row, (int) self->rows->len - 1));
      gtk_box_remove (GTK_BOX (self->box), gone);
    }
}

static gboolean more_cb (gpointer user_data);

/* Rows that are there are taken as they are; @limit is how many there shall be at most. */
static void
fill (DuiTasksTable *self,
      guint limit)
{
  DtPlan *plan = dui_form_page_get_plan (self->page);
  DtNode *tasks = plan != NULL ? dt_plan_find (plan, "tasks") : NULL;
  guint n = tasks != NULL ? dt_node_get_n_children (tasks) : 0;
  g_autoptr (GHashTable) old = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *before = NULL;
  int column;
  int row;

  dui_tasks_table_find_position (self, &column, &row);
  for (guint i = 0; i < self->rows->len; i++)
    g_hash_table_insert (old, (gpointer) dui_tasks_row_get_id (g_ptr_array_index (self->rows, i)),
                         g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < MIN (n, limit); i++)
    {
      before = place_row (self, dt_node_get_id (dt_node_get_child (tasks, i)), old, before);
      dui_tasks_row_set_number (DUI_TASKS_ROW (before), i + 1);
      g_ptr_array_add (self->rows, before);
    }
  remove_rows (self, old, column, row);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (n > limit)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, more_cb, self, NULL);
}

static gboolean
more_cb (gpointer user_data)
{
  DuiTasksTable *self = user_data;

  self->idle = 0;
  fill (self, self->rows->len + MORE_ROWS);
  if (self->idle == 0)
    g_signal_emit (self, signals[FILLED], 0);

  return G_SOURCE_REMOVE;
}

/* Public functions */

void
dui_tasks_table_fill (DuiTasksTable *self,
                      DuiFormPage *page,
                      DuiUnitBar *bar,
                      gboolean anew)
{
  g_return_if_fail (DUI_IS_TASKS_TABLE (self));

  self->page = page;
  self->bar = bar;
  if (anew)
    clear (self);
  fill (self, anew ? FIRST_ROWS : G_MAXUINT);
}

gboolean
dui_tasks_table_complete (DuiTasksTable *self)
{
  g_return_val_if_fail (DUI_IS_TASKS_TABLE (self), FALSE);

  if (self->idle == 0)
    return FALSE;

  fill (self, G_MAXUINT);
  g_signal_emit (self, signals[FILLED], 0);
  return TRUE;
}

GPtrArray *
dui_tasks_table_get_rows (DuiTasksTable *self)
{
  g_return_val_if_fail (DUI_IS_TASKS_TABLE (self), NULL);

  return self->rows;
}

void
dui_tasks_table_find_position (DuiTasksTable *self,
                               int *column,
                               int *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *found = focus != NULL ? gtk_widget_get_ancestor (focus, DUI_TYPE_TASKS_ROW) : NULL;

  *row = found != NULL ? find_row (self, found) : -1;
  *column = *row >= 0 ? dui_tasks_row_find_column (DUI_TASKS_ROW (found)) : DUI_TASKS_FIRST_COLUMN;
}

void
dui_tasks_table_focus (DuiTasksTable *self,
                       int column,
                       int row)
{
  g_return_if_fail (DUI_IS_TASKS_TABLE (self));

  if (row < 0 || row >= (int) self->rows->len)
    return;

  dui_tasks_row_focus (g_ptr_array_index (self->rows, row), column);
  bring_into_view (self, dui_tasks_row_get_cell (g_ptr_array_index (self->rows, row), column));
}

gboolean
dui_tasks_table_step (DuiTasksTable *self,
                      int columns)
{
  int column;
  int row;

  dui_tasks_table_find_position (self, &column, &row);
  if (row < 0)
    return FALSE;

  column += columns;
  if (column >= DUI_TASKS_N_COLUMNS)
    {
      column = DUI_TASKS_FIRST_COLUMN;
      row++;
    }
  else if (column < DUI_TASKS_FIRST_COLUMN)
    {
      column = DUI_TASKS_REMOVE_COLUMN;
      row--;
    }
  if (row < 0 || row >= (int) self->rows->len)
    return FALSE;

  dui_tasks_table_focus (self, column, row);
  return TRUE;
}
