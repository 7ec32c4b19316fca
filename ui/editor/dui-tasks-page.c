/* dui-tasks-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-tasks-page"

#include "config.h"

#include "editor/dui-tasks-page.h"

#include "editor/dui-form-value.h"
#include "editor/dui-tasks-drag.h"
#include "editor/dui-tasks-edit.h"
#include "editor/dui-tasks-marks.h"
#include "editor/dui-tasks-sections.h"
#include "editor/dui-unit-bar.h"
#include "template/dt-tasks.h"

#include <glib/gi18n.h>
#include <string.h>

#define CELL_KEY "dui-cell"
/* Number, the typed columns, section, button. */
#define FIRST_COLUMN 1
#define SECTION_COLUMN (FIRST_COLUMN + DUI_N_TASK_COLUMNS)
#define REMOVE_COLUMN (SECTION_COLUMN + 1)

struct _DuiTasksPage
{
  DuiFormPage parent_instance;

  GPtrArray *ids;      /* of the tasks, a row each */
  GPtrArray *sections; /* ids, as the drop-downs list them */
  GtkStringList *section_names;
  gboolean filling;
  guint n_doubtful;                        /* tasks that are marked */
  GtkSizeGroup *widths[REMOVE_COLUMN + 1]; /* of the columns, in the head and below */

  /* Template children */
  GtkGrid *head;
  GtkScrolledWindow *head_scrolled;
  GtkScrolledWindow *scrolled;
  GtkGrid *grid;
  DuiUnitBar *unit_bar;
  GtkLabel *problems_label;
  GtkWidget *add_button;
  GtkDropDown *sort_drop;
  GtkCheckButton *annex_check;
  GtkCheckButton *section_check;
  GtkButton *recipients_button;
};

G_DEFINE_FINAL_TYPE (DuiTasksPage, dui_tasks_page, DUI_TYPE_FORM_PAGE)

/* A cell and the task it belongs to. */
typedef struct
{
  char *id;
  DuiTaskColumn column;
} Cell;

static const struct
{
  const char *title;
  int width; /* in characters */
} columns[DUI_N_TASK_COLUMNS] = {
  [DUI_TASK_WORK] = { N_ ("Task"), 34 },
  [DUI_TASK_LEAD] = { N_ ("Lead"), 18 },
  [DUI_TASK_PARTNERS] = { N_ ("Partners"), 18 },
  [DUI_TASK_DEADLINE] = { N_ ("Deadline"), 12 },
  [DUI_TASK_PRODUCT] = { N_ ("Product"), 16 },
};

static DtPlan *
get_plan (DuiTasksPage *self)
{
  return dui_form_page_get_plan (DUI_FORM_PAGE (self));
}

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

static GtkWidget *
get_cell (DuiTasksPage *self,
          int column,
          int row)
{
  return gtk_grid_get_child_at (self->grid, column, row + 1);
}

static void
find_position (DuiTasksPage *self,
               int *column,
               int *row)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  *row = -1;
  *column = FIRST_COLUMN;
  while (focus != NULL && gtk_widget_get_parent (focus) != GTK_WIDGET (self->grid))
    focus = gtk_widget_get_parent (focus);
  if (focus == NULL)
    return;

  gtk_grid_query_child (self->grid, focus, column, row, NULL, NULL);
  (*row)--;
}

/* Of the row that is typed in, all; of the others, how many. */
static void
tell_problems (DuiTasksPage *self)
{
  const DuiTasksMarks marks = { self->grid, self->ids, FIRST_COLUMN };
  g_autofree char *counted = NULL;
  const char *text;
  int column;
  int row;

  find_position (self, &column, &row);
  text = dui_tasks_marks_get (&marks, row);
  if (*text == '\0' && self->n_doubtful > 0)
    {
      counted = g_strdup_printf (ngettext ("%u task has something to look at; its row is marked",
                                           "%u tasks have something to look at; their rows are marked", self->n_doubtful),
                                 self->n_doubtful);
      text = counted;
    }
  gtk_label_set_label (self->problems_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->problems_label), *text != '\0');
}

static void
focus_cell (DuiTasksPage *self,
            int column,
            int row)
{
  GtkWidget *cell = get_cell (self, column, row);

  if (GTK_IS_TEXT (cell))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (cell));
  else if (cell != NULL)
    gtk_widget_grab_focus (cell);
}

static gboolean
take (DuiTasksPage *self,
      DtPlan *plan,
      GError *error)
{
  if (error != NULL)
    {
      gtk_label_set_label (self->problems_label, error->message);
      gtk_widget_set_visible (GTK_WIDGET (self->problems_label), TRUE);
    }

  return dui_form_page_take (DUI_FORM_PAGE (self), plan, NULL, error);
}

static gboolean
take_offer_cb (GtkWidget *widget,
               GVariant *args,
               gpointer user_data)
{
  return dui_unit_bar_take (DUI_TASKS_PAGE (widget)->unit_bar, g_variant_get_int32 (args));
}

/* Callbacks of cells */

static void
paste_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer data)
{
  g_autoptr (GtkWidget) text = data;
  g_autofree char *pasted = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkWidget *page = gtk_widget_get_ancestor (text, DUI_TYPE_TASKS_PAGE);
  int position;

  if (pasted == NULL || page == NULL)
    return;
  if (GTK_IS_BUTTON (text) || strchr (pasted, '\t') != NULL || strchr (g_strchomp (pasted), '\n') != NULL)
    {
      dui_tasks_page_paste (DUI_TASKS_PAGE (page), pasted, NULL);
      return;
    }

  gtk_editable_delete_selection (GTK_EDITABLE (text));
  position = gtk_editable_get_position (GTK_EDITABLE (text));
  gtk_editable_insert_text (GTK_EDITABLE (text), pasted, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (text), position);
}

static void
read_clipboard (GtkWidget *widget)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, paste_read_cb, g_object_ref (widget));
}

/* Rows of a spreadsheet become tasks; a few words go in as they are. */
static void
paste_cb (GtkText *text)
{
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  read_clipboard (GTK_WIDGET (text));
}

static void
paste_clicked_cb (DuiTasksPage *self)
{
  read_clipboard (self->add_button);
}

/* Enter goes down, and makes a task below the last. */
static void
activate_cb (DuiTasksPage *self)
{
  int column;
  int row;

  find_position (self, &column, &row);
  if (row + 1 < (int) self->ids->len)
    focus_cell (self, column, row + 1);
  else
    gtk_widget_activate (self->add_button);
}

static gboolean
tab_cb (GtkWidget *widget,
        GVariant *args,
        gpointer user_data)
{
  DuiTasksPage *self = DUI_TASKS_PAGE (widget);
  int step = g_variant_get_int32 (args);
  int column;
  int row;

  find_position (self, &column, &row);
  if (row < 0)
    return FALSE;
  column += step;
  if (column > REMOVE_COLUMN)
    {
      column = FIRST_COLUMN;
      row++;
    }
  else if (column < FIRST_COLUMN)
    {
      column = REMOVE_COLUMN;
      row--;
    }
  if (row < 0 || row >= (int) self->ids->len)
    return FALSE;

  focus_cell (self, column, row);
  return TRUE;
}

static void
move_task (DuiTasksPage *self,
           int from,
           int to)
{
  GError *error = NULL;
  int column;
  int row;

  if (from < 0 || to < 0 || from >= (int) self->ids->len || to >= (int) self->ids->len || from == to)
    return;

  find_position (self, &column, &row);
  if (take (self, dt_plan_move (get_plan (self), g_ptr_array_index (self->ids, from), "tasks", to, &error), error))
    focus_cell (self, column, to);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant *args,
         gpointer user_data)
{
  DuiTasksPage *self = DUI_TASKS_PAGE (widget);
  int column;
  int row;

  find_position (self, &column, &row);
  move_task (self, row, row + g_variant_get_int32 (args));
  return row >= 0;
}

static void
remove_cb (DuiTasksPage *self,
           GtkButton *button)
{
  GError *error = NULL;
  int row;

  gtk_grid_query_child (self->grid, GTK_WIDGET (button), NULL, &row, NULL, NULL);
  row--;
  if (!take (self, dt_plan_remove (get_plan (self), g_ptr_array_index (self->ids, row), &error), error))
    return;

  if (self->ids->len > 0)
    focus_cell (self, FIRST_COLUMN, MIN (row, (int) self->ids->len - 1));
  else
    gtk_widget_grab_focus (self->add_button);
  dui_form_page_tell_removed (DUI_FORM_PAGE (self), _ ("Task removed"));
}

static void
section_selected_cb (DuiTasksPage *self,
                     GParamSpec *pspec,
                     GtkDropDown *drop)
{
  guint selected = gtk_drop_down_get_selected (drop);
  GError *error = NULL;
  int row;

  if (self->filling || selected > self->sections->len)
    return;

  gtk_grid_query_child (self->grid, GTK_WIDGET (drop), NULL, &row, NULL, NULL);
  take (self,
        dt_plan_set_attribute (get_plan (self), g_ptr_array_index (self->ids, row - 1), DT_ATTR_SECTION,
                               selected == 0 ? "" : g_ptr_array_index (self->sections, selected - 1), &error),
        error);
}

/* Making the rows */

/* Both tables have the same columns; cells of typed text ask for the same width in every row. */
static void
attach (DuiTasksPage *self,
        GtkWidget *cell,
        int column,
        int row)
{
  gtk_grid_attach (self->grid, cell, column, row, 1, 1);
  if (row == 1 || !GTK_IS_TEXT (cell))
    gtk_size_group_add_widget (self->widths[column], cell);
}

static GtkWidget *
make_number (DuiTasksPage *self,
             guint row)
{
  GtkWidget *number = dui_tasks_marks_new_number (row);

  dui_tasks_drag_add (number, self->grid, (DuiTasksMoveFunc) move_task, self);
  return number;
}

static GtkWidget *
make_cell (DuiTasksPage *self,
           const char *id,
           guint row,
           DuiTaskColumn column)
{
  static const char *const names[] = { "work", NULL, NULL, "deadline", "product" };
  /* Alone it has no role, and screen readers would pass it by. */
  GtkWidget *text = g_object_new (GTK_TYPE_TEXT, "accessible-role", GTK_ACCESSIBLE_ROLE_TEXT_BOX, NULL);
  Cell *cell = g_new0 (Cell, 1);
  g_autofree char *group = g_strdup_printf ("task:%s:%d", id, (int) column);
  /* Translators: a cell for screen readers: "Lead, row 2" */
  g_autofree char *name = g_strdup_printf (_ ("%s, row %u"), _ (columns[column].title), row + 1);
  g_autofree char *reference = names[column] != NULL ? g_strdup_printf ("%s/%s", id, names[column]) : g_strdup (id);
  DuiFormValue value = { get_cell_cb, set_cell_cb, group, cell, (GDestroyNotify) free_cell };

  cell->id = g_strdup (id);
  cell->column = column;
  g_object_set (text, "width-chars", columns[column].width, "hexpand", TRUE, NULL);
  gtk_widget_add_css_class (text, "dui-cell");
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  dui_form_value_bind (GTK_EDITABLE (text), dui_form_page_get_document (DUI_FORM_PAGE (self)), &value);
  dui_form_page_watch (DUI_FORM_PAGE (self), text, reference);
  g_signal_connect_object (text, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (text, "notify::has-focus", G_CALLBACK (tell_problems), self, G_CONNECT_SWAPPED);
  g_signal_connect (text, "paste-clipboard", G_CALLBACK (paste_cb), NULL);
  if (column == DUI_TASK_LEAD || column == DUI_TASK_PARTNERS)
    dui_unit_bar_serve (self->unit_bar, GTK_EDITABLE (text));

  return text;
}

static GtkWidget *
make_section_drop (DuiTasksPage *self,
                   DtNode *task)
{
  const char *section = dt_node_get_attribute (task, DT_ATTR_SECTION);
  GtkWidget *drop = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->section_names)), NULL);

  for (guint i = 0; section != NULL && i < self->sections->len; i++)
    if (g_str_equal (g_ptr_array_index (self->sections, i), section))
      gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), i + 1);
  gtk_widget_add_css_class (drop, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Section"), -1);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (section_selected_cb), self, G_CONNECT_SWAPPED);

  return drop;
}

static void
make_row (DuiTasksPage *self,
          DtNode *task,
          guint row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  int at = (int) row + 1;

  attach (self, make_number (self, row), 0, at);
  for (int column = 0; column < DUI_N_TASK_COLUMNS; column++)
    attach (self, make_cell (self, dt_node_get_id (task), row, (DuiTaskColumn) column), FIRST_COLUMN + column, at);
  attach (self, make_section_drop (self, task), SECTION_COLUMN, at);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  attach (self, button, REMOVE_COLUMN, at);
}

/* The titles stay in view above the rows, and move sideways with them. */
static void
make_header (DuiTasksPage *self)
{
  for (int column = 0; column <= REMOVE_COLUMN; column++)
    {
      gboolean typed = column >= FIRST_COLUMN && column < SECTION_COLUMN;
      const char *title = column == 0                ? _ ("No.")
                          : column == SECTION_COLUMN ? _ ("Section")
                          : typed                    ? _ (columns[column - FIRST_COLUMN].title)
                                                     : NULL;
      GtkWidget *label = gtk_label_new (title);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_hexpand (label, typed);
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_add_css_class (label, "dui-cell");
      gtk_grid_attach (self->head, label, column, 0, 1, 1);
      self->widths[column] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
      gtk_size_group_add_widget (self->widths[column], label);
    }
  gtk_scrolled_window_set_hadjustment (self->head_scrolled, gtk_scrolled_window_get_hadjustment (self->scrolled));
}

static gboolean
same_rows (DuiTasksPage *self,
           DtNode *tasks)
{
  guint n = tasks != NULL ? dt_node_get_n_children (tasks) : 0;

  if (n != self->ids->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!g_str_equal (dt_node_get_id (dt_node_get_child (tasks, i)), g_ptr_array_index (self->ids, i)))
      return FALSE;

  return TRUE;
}

static void
make_rows (DuiTasksPage *self,
           DtPlan *plan)
{
  DtNode *tasks = dt_plan_find (plan, "tasks");
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_ptr_array_set_size (self->ids, 0);
  g_clear_object (&self->section_names);
  self->section_names = dui_tasks_list_sections (plan, self->sections);
  for (guint i = 0; tasks != NULL && i < dt_node_get_n_children (tasks); i++)
    {
      DtNode *task = dt_node_get_child (tasks, i);

      g_ptr_array_add (self->ids, g_strdup (dt_node_get_id (task)));
      make_row (self, task, i);
    }
}

static void
fill_problems (DuiTasksPage *self,
               DtPlan *plan)
{
  const DuiTasksMarks marks = { self->grid, self->ids, FIRST_COLUMN };

  self->n_doubtful = dui_tasks_marks_fill (&marks, plan, dui_engine_get_profile (dui_form_page_get_engine (DUI_FORM_PAGE (self))));
  tell_problems (self);
}

static void
fill_foot (DuiTasksPage *self,
           DtPlan *plan)
{
  DtProfile *profile = dui_engine_get_profile (dui_form_page_get_engine (DUI_FORM_PAGE (self)));
  g_autoptr (GPtrArray) units = dt_tasks_suggest_recipients (plan, profile);
  g_autofree char *label = g_strdup_printf (ngettext ("Add %u unit to the _recipients", "Add %u units to the _recipients", units->len), units->len);

  gtk_check_button_set_active (self->annex_check, dui_tasks_find_annex (plan) != NULL);
  gtk_check_button_set_active (self->section_check, dui_tasks_find_section (plan) != NULL);
  gtk_button_set_label (self->recipients_button, label);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->recipients_button)), units->len > 0);
}

static void
fill (DuiTasksPage *self,
      gboolean anew)
{
  DtPlan *plan = get_plan (self);

  if (plan == NULL)
    return;

  self->filling = TRUE;
  if (anew || !same_rows (self, dt_plan_find (plan, "tasks")))
    make_rows (self, plan);
  fill_problems (self, plan);
  fill_foot (self, plan);
  self->filling = FALSE;
}

/* Callbacks of the foot */

static void
add_cb (DuiTasksPage *self)
{
  g_autoptr (DtNode) task = dt_node_new (DT_NODE_TASK);
  GError *error = NULL;

  if (get_plan (self) != NULL && take (self, dt_plan_insert (get_plan (self), "tasks", -1, task, &error), error))
    focus_cell (self, FIRST_COLUMN, (int) self->ids->len - 1);
}

static void
sort_cb (DuiTasksPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->sort_drop);
  GError *error = NULL;

  if (self->filling || selected == 0 || selected > DUI_N_TASK_COLUMNS || get_plan (self) == NULL)
    return;

  take (self, dui_tasks_sort (get_plan (self), (DuiTaskColumn) (selected - 1), &error), error);
  gtk_drop_down_set_selected (self->sort_drop, 0);
}

static void
annex_cb (DuiTasksPage *self)
{
  GError *error = NULL;

  if (!self->filling && get_plan (self) != NULL)
    take (self, dui_tasks_set_annex (get_plan (self), gtk_check_button_get_active (self->annex_check), &error), error);
}

static void
section_cb (DuiTasksPage *self)
{
  GError *error = NULL;

  if (!self->filling && get_plan (self) != NULL)
    take (self, dui_tasks_set_section (get_plan (self), gtk_check_button_get_active (self->section_check), &error), error);
}

static void
recipients_cb (DuiTasksPage *self)
{
  DtProfile *profile = dui_engine_get_profile (dui_form_page_get_engine (DUI_FORM_PAGE (self)));
  GError *error = NULL;

  take (self, dt_tasks_add_recipients (get_plan (self), profile, &error), error);
}

/* Overrides */

static void
dui_tasks_page_set_document (DuiFormPage *page,
                             DuiDocument *document,
                             const char *reference)
{
  dui_unit_bar_set_profile (DUI_TASKS_PAGE (page)->unit_bar, dui_engine_get_profile (dui_form_page_get_engine (page)));
  fill (DUI_TASKS_PAGE (page), TRUE);
}

static void
dui_tasks_page_refresh (DuiFormPage *page,
                        DtPlan *old,
                        gpointer origin)
{
  fill (DUI_TASKS_PAGE (page), FALSE);
}

static void
dui_tasks_page_finalize (GObject *object)
{
  DuiTasksPage *self = DUI_TASKS_PAGE (object);

  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->sections);
  g_clear_object (&self->section_names);
  for (guint i = 0; i < G_N_ELEMENTS (self->widths); i++)
    g_clear_object (&self->widths[i]);

  G_OBJECT_CLASS (dui_tasks_page_parent_class)->finalize (object);
}

static void
dui_tasks_page_class_init (DuiTasksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dui_tasks_page_finalize;
  g_type_ensure (DUI_TYPE_UNIT_BAR);
  DUI_FORM_PAGE_CLASS (klass)->set_document = dui_tasks_page_set_document;
  DUI_FORM_PAGE_CLASS (klass)->refresh = dui_tasks_page_refresh;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-tasks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, grid);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, head);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, head_scrolled);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, unit_bar);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, problems_label);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, sort_drop);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, annex_check);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, section_check);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, recipients_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_cb);
  gtk_widget_class_bind_template_callback (widget_class, annex_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_cb);
  gtk_widget_class_bind_template_callback (widget_class, recipients_cb);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, 0, tab_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, GDK_SHIFT_MASK, tab_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, tab_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_cb, "i", 1);
  for (int i = 0; i < DUI_UNIT_BAR_MAX; i++)
    gtk_widget_class_add_binding (widget_class, (guint) (GDK_KEY_1 + i), GDK_ALT_MASK, take_offer_cb, "i", i);
}

static void
dui_tasks_page_init (DuiTasksPage *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->sections = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  make_header (self);
}

/* Public functions */

gboolean
dui_tasks_page_paste (DuiTasksPage *self,
                      const char *text,
                      GError **error)
{
  DtProfile *profile = dui_engine_get_profile (dui_form_page_get_engine (DUI_FORM_PAGE (self)));
  GError *problem = NULL;
  g_autoptr (GPtrArray) tasks = dt_tasks_read_tsv (text, _ ("clipboard"), get_plan (self), profile, &problem);
  DtPlan *plan = tasks != NULL ? dt_tasks_add (get_plan (self), tasks, &problem) : NULL;

  if (problem != NULL && error != NULL)
    *error = g_error_copy (problem);
  return take (self, plan, problem);
}
