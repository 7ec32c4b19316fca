/* dui-tasks-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-tasks-page"

#include "config.h"

#include "editor/dui-tasks-row.h"

#include "editor/dui-form-value.h"
#include "editor/dui-form-view.h"

#include <glib/gi18n.h>

struct _DuiTasksRow
{
  GtkWidget parent_instance;

  DuiFormPage *page; /* not owned: we stand in it */
  char *id;
  char *doubts;
  guint number;
  GtkWidget *handle;
  GtkWidget *number_label;
  GtkWidget *sign;
  GtkWidget *cells[DUI_TASKS_N_COLUMNS];
};

enum
{
  STEP,
  CONFIRM,
  FOCUSED,
  PASTE,
  CHOOSE_SECTION,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiTasksRow, dui_tasks_row, GTK_TYPE_WIDGET)

/* A cell and the task it belongs to. */
typedef struct
{
  char *id;
  DuiTaskColumn column;
} Cell;

static void
free_cell (Cell *cell)
{
  g_free (cell->id);
  g_free (cell);
}

static char *
get_cell_cb (DtPlan *plan,
             gpointer data)
{
  Cell *cell = data;

  return dui_task_get_cell (plan, cell->id, cell->column);
}

static DtPlan *
set_cell_cb (DtPlan *plan,
             const char *text,
             gpointer data,
             char **verdict,
             GError **error)
{
  Cell *cell = data;

  return dui_task_set_cell (plan, cell->id, cell->column, text, error);
}

/* Callbacks */

static void
focus_cb (DuiTasksRow *self)
{
  g_signal_emit (self, signals[FOCUSED], 0);
}

/* Rows of a spreadsheet become tasks, which the table looks after. */
static void
paste_cb (DuiTasksRow *self,
          GtkWidget *view)
{
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  g_signal_emit (self, signals[PASTE], 0);
}

static void
section_cb (DuiTasksRow *self)
{
  g_signal_emit (self, signals[CHOOSE_SECTION], 0);
}

static void
remove_cb (DuiTasksRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

/* Whether the caret stands in the first or the last line as it is shown. */
static gboolean
is_at_edge (GtkTextView *view,
            gboolean up)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  if (up)
    return !gtk_text_view_backward_display_line (view, &caret);

  return !gtk_text_view_forward_display_line (view, &caret) || gtk_text_iter_is_end (&caret);
}

/* A text of several lines keeps Enter and arrows for itself; a cell does not. */
static gboolean
view_key_cb (DuiTasksRow *self,
             guint keyval,
             guint keycode,
             GdkModifierType state,
             GtkEventControllerKey *controller)
{
  GtkTextView *view = GTK_TEXT_VIEW (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
  gboolean up = keyval == GDK_KEY_Up;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || !(enter || up || keyval == GDK_KEY_Down))
    return FALSE;
  /* The input method comes first: the key may end the word it holds. */
  if (gtk_text_view_im_context_filter_keypress (view, gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller))))
    return TRUE;
  if (enter)
    g_signal_emit (self, signals[CONFIRM], 0);
  else if (is_at_edge (view, up))
    g_signal_emit (self, signals[STEP], 0, up ? -1 : 1);
  else
    return FALSE;

  return TRUE;
}

/* Making the cells */

static void
follow_keys (DuiTasksRow *self,
             GtkWidget *cell)
{
  g_signal_connect_object (cell, "notify::has-focus", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  if (GTK_IS_TEXT_VIEW (cell))
    g_signal_connect_object (cell, "paste-clipboard", G_CALLBACK (paste_cb), self, G_CONNECT_SWAPPED);
}

/* All of a cell is shown, in as many lines as it takes. */
static GtkWidget *
make_view (DuiTasksRow *self,
           int column)
{
  GtkTextView *view = GTK_TEXT_VIEW (dui_form_view_new ());
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_left_margin (view, 8);
  gtk_text_view_set_right_margin (view, 8);
  gtk_text_view_set_top_margin (view, 6);
  gtk_text_view_set_bottom_margin (view, 6);
  gtk_text_buffer_set_enable_undo (gtk_text_view_get_buffer (view), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (view), "dui-cell");
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (view_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  self->cells[DUI_TASKS_FIRST_COLUMN + column] = GTK_WIDGET (view);

  return GTK_WIDGET (view);
}

static void
bind_view (DuiTasksRow *self,
           DuiUnitBar *bar,
           DuiTaskColumn column)
{
  static const char *const names[] = { "work", NULL, NULL, "deadline", "product" };
  GtkWidget *view = make_view (self, (int) column);
  Cell *cell = g_new0 (Cell, 1);
  g_autofree char *group = g_strdup_printf ("task:%s:%d", self->id, (int) column);
  g_autofree char *reference = names[column] != NULL ? g_strdup_printf ("%s/%s", self->id, names[column])
                                                     : g_strdup (self->id);
  DuiFormValue value = { get_cell_cb, set_cell_cb, group, cell, (GDestroyNotify) free_cell };

  cell->id = g_strdup (self->id);
  cell->column = column;
  dui_form_value_bind (view, dui_form_page_get_document (self->page), &value);
  dui_form_page_watch (self->page, view, reference);
  if (column == DUI_TASK_LEAD || column == DUI_TASK_PARTNERS)
    dui_unit_bar_serve (bar, view);
}

static GtkWidget *
make_button (DuiTasksRow *self,
             GtkWidget *button,
             GCallback clicked)
{
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
make_handle (DuiTasksRow *self)
{
  self->handle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  self->number_label = gtk_label_new (NULL);
  self->sign = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_widget_add_css_class (self->handle, "dui-cell");
  gtk_widget_add_css_class (self->number_label, "numeric");
  gtk_widget_add_css_class (self->sign, "warning");
  gtk_widget_set_valign (self->number_label, GTK_ALIGN_START);
  gtk_widget_set_valign (self->sign, GTK_ALIGN_START);
  gtk_widget_set_visible (self->sign, FALSE);
  gtk_box_append (GTK_BOX (self->handle), self->number_label);
  gtk_box_append (GTK_BOX (self->handle), self->sign);

  return self->handle;
}

static void
make_cells (DuiTasksRow *self,
            DuiUnitBar *bar)
{
  GtkWidget *section = gtk_button_new_with_label ("—");

  gtk_widget_set_parent (make_handle (self), GTK_WIDGET (self));
  for (int column = 0; column < DUI_N_TASK_COLUMNS; column++)
    bind_view (self, bar, (DuiTaskColumn) column);
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (section))), PANGO_ELLIPSIZE_END);
  self->cells[DUI_TASKS_SECTION_COLUMN] = make_button (self, section, G_CALLBACK (section_cb));
  self->cells[DUI_TASKS_REMOVE_COLUMN] =
    make_button (self, gtk_button_new_from_icon_name ("user-trash-symbolic"), G_CALLBACK (remove_cb));
  gtk_widget_set_tooltip_text (self->cells[DUI_TASKS_REMOVE_COLUMN], _ ("Remove"));
  for (int column = DUI_TASKS_FIRST_COLUMN; column < DUI_TASKS_N_COLUMNS; column++)
    {
      follow_keys (self, self->cells[column]);
      gtk_widget_set_parent (self->cells[column], GTK_WIDGET (self));
    }
}

/* Overrides */

static void
dui_tasks_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dui_tasks_row_parent_class)->dispose (object);
}

static void
dui_tasks_row_finalize (GObject *object)
{
  DuiTasksRow *self = DUI_TASKS_ROW (object);

  g_free (self->id);
  g_free (self->doubts);

  G_OBJECT_CLASS (dui_tasks_row_parent_class)->finalize (object);
}

static void
dui_tasks_row_class_init (DuiTasksRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_tasks_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = dui_tasks_row_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, DUI_TYPE_TASKS_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "taskrow");

  signals[STEP] = g_signal_new ("step", DUI_TYPE_TASKS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[CONFIRM] = g_signal_new ("confirm", DUI_TYPE_TASKS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[FOCUSED] = g_signal_new ("focused", DUI_TYPE_TASKS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[PASTE] = g_signal_new ("paste", DUI_TYPE_TASKS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[CHOOSE_SECTION] = g_signal_new ("choose-section", DUI_TYPE_TASKS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", DUI_TYPE_TASKS_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
dui_tasks_row_init (DuiTasksRow *self)
{
  self->doubts = g_strdup ("");
}

/* Public functions */

GtkWidget *
dui_tasks_row_new (DuiFormPage *page,
                   DuiUnitBar *bar,
                   const char *id)
{
  DuiTasksRow *self = g_object_new (DUI_TYPE_TASKS_ROW, NULL);

  self->page = page;
  self->id = g_strdup (id);
  make_cells (self, bar);

  return GTK_WIDGET (self);
}

const char *
dui_tasks_row_get_id (DuiTasksRow *self)
{
  return self->id;
}

const char *
dui_tasks_row_get_title (int column)
{
  static const char *const titles[DUI_TASKS_N_COLUMNS] = { N_ ("No."), N_ ("Task"), N_ ("Lead"), N_ ("Partners"),
                                                           N_ ("Deadline"), N_ ("Product"), N_ ("Section"), NULL };

  return titles[column] != NULL ? _ (titles[column]) : NULL;
}

void
dui_tasks_row_set_number (DuiTasksRow *self,
                          guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *task = g_strdup_printf (_ ("Task %u"), number);

  g_return_if_fail (DUI_IS_TASKS_ROW (self));

  if (self->number == number)
    return;

  self->number = number;
  gtk_label_set_label (GTK_LABEL (self->number_label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, task, -1);
  for (int column = DUI_TASKS_FIRST_COLUMN; column < DUI_TASKS_N_COLUMNS; column++)
    {
      const char *title = dui_tasks_row_get_title (column);
      /* Translators: a cell for screen readers: "Lead, row 2" */
      g_autofree char *name = g_strdup_printf (_ ("%s, row %u"), title != NULL ? title : _ ("Remove"), number);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->cells[column]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

GtkWidget *
dui_tasks_row_get_handle (DuiTasksRow *self)
{
  return self->handle;
}

GtkWidget *
dui_tasks_row_get_cell (DuiTasksRow *self,
                        int column)
{
  g_return_val_if_fail (DUI_IS_TASKS_ROW (self), NULL);

  return column >= 0 && column < DUI_TASKS_N_COLUMNS ? self->cells[column] : NULL;
}

int
dui_tasks_row_find_column (DuiTasksRow *self)
{
  g_return_val_if_fail (DUI_IS_TASKS_ROW (self), -1);

  for (int column = DUI_TASKS_FIRST_COLUMN; column < DUI_TASKS_N_COLUMNS; column++)
    if (gtk_widget_is_focus (self->cells[column]))
      return column;

  return -1;
}

void
dui_tasks_row_focus (DuiTasksRow *self,
                     int column)
{
  GtkWidget *cell = dui_tasks_row_get_cell (self, column);

  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

void
dui_tasks_row_set_section (DuiTasksRow *self,
                           const char *number,
                           const char *name)
{
  GtkWidget *button = dui_tasks_row_get_cell (self, DUI_TASKS_SECTION_COLUMN);
  const char *shown = number != NULL ? number : "—";

  if (g_str_equal (gtk_button_get_label (GTK_BUTTON (button)), shown) &&
      g_strcmp0 (gtk_widget_get_tooltip_text (button), name) == 0)
    return;

  gtk_button_set_label (GTK_BUTTON (button), shown);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name != NULL ? name : "", -1);
}

static void
tell_cell (GtkWidget *cell,
           const char *text)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (cell), text) == 0)
    return;

  gtk_widget_set_tooltip_text (cell, text);
  if (text != NULL)
    gtk_widget_add_css_class (cell, "dui-doubtful");
  else
    gtk_widget_remove_css_class (cell, "dui-doubtful");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text != NULL ? text : "", -1);
}

void
dui_tasks_row_set_doubts (DuiTasksRow *self,
                          const char *const doubts[DUI_N_TASK_COLUMNS],
                          const char *all)
{
  g_return_if_fail (DUI_IS_TASKS_ROW (self));

  for (int column = 0; column < DUI_N_TASK_COLUMNS; column++)
    tell_cell (self->cells[DUI_TASKS_FIRST_COLUMN + column], doubts[column]);
  if (g_str_equal (self->doubts, all != NULL ? all : ""))
    return;

  g_free (self->doubts);
  self->doubts = g_strdup (all != NULL ? all : "");
  gtk_widget_set_visible (self->sign, all != NULL);
  gtk_widget_set_tooltip_text (self->handle, all != NULL ? all : _ ("Drag to move; Alt+Up and Alt+Down do the same"));
}

const char *
dui_tasks_row_get_doubts (DuiTasksRow *self)
{
  g_return_val_if_fail (DUI_IS_TASKS_ROW (self), "");

  return self->doubts;
}
