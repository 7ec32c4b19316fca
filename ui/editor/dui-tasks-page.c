/* dui-tasks-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-tasks-page"

#include "config.h"

#include "editor/dui-tasks-page.h"

#include "editor/dui-form-view.h"
#include "editor/dui-tasks-edit.h"
#include "editor/dui-tasks-marks.h"
#include "editor/dui-tasks-sections.h"
#include "editor/dui-tasks-table.h"
#include "editor/dui-unit-bar.h"
#include "template/dt-tasks.h"

#include <glib/gi18n.h>
#include <string.h>

/* What is doubtful, and what the foot offers, is told when the fingers rest. */
#define REST_MS 150

struct _DuiTasksPage
{
  DuiFormPage parent_instance;

  GPtrArray *sections; /* DuiTasksSection */
  char *asked;         /* the task whose section is chosen */
  gboolean filling;
  guint n_doubtful; /* tasks that are marked */
  guint rest;       /* timeout */
  GtkWidget *menu;

  /* Template children */
  DuiTasksTable *table;
  DuiUnitBar *unit_bar;
  GtkLabel *problems_label;
  GtkWidget *empty_label;
  GtkWidget *add_button;
  GtkDropDown *sort_drop;
  GtkCheckButton *annex_check;
  GtkCheckButton *section_check;
  GtkButton *recipients_button;
};

G_DEFINE_FINAL_TYPE (DuiTasksPage, dui_tasks_page, DUI_TYPE_FORM_PAGE)

static DtPlan *
get_plan (DuiTasksPage *self)
{
  return dui_form_page_get_plan (DUI_FORM_PAGE (self));
}

static DtProfile *
get_profile (DuiTasksPage *self)
{
  return dui_engine_get_profile (dui_form_page_get_engine (DUI_FORM_PAGE (self)));
}

static DuiTasksRow *
get_row (DuiTasksPage *self,
         int row)
{
  GPtrArray *rows = dui_tasks_table_get_rows (self->table);

  return row >= 0 && row < (int) rows->len ? g_ptr_array_index (rows, row) : NULL;
}

/* Of the row that is typed in, all; of the others, how many. */
static void
tell_problems (DuiTasksPage *self)
{
  g_autofree char *counted = NULL;
  const char *text = "";
  int column;
  int row;

  dui_tasks_table_find_position (self->table, &column, &row);
  if (get_row (self, row) != NULL)
    text = dui_tasks_row_get_doubts (get_row (self, row));
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

/* Pasting */

/* The cell that asked, or the button; it may be gone when the answer comes. */
static void
paste_read_cb (GObject *source,
               GAsyncResult *result,
               gpointer data)
{
  g_autoptr (GtkWidget) widget = data;
  g_autofree char *pasted = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  GtkWidget *page = gtk_widget_get_ancestor (widget, DUI_TYPE_TASKS_PAGE);

  if (pasted == NULL || page == NULL)
    return;
  if (GTK_IS_BUTTON (widget) || strchr (pasted, '\t') != NULL || strchr (g_strchomp (pasted), '\n') != NULL)
    {
      dui_tasks_page_paste (DUI_TASKS_PAGE (page), pasted, NULL);
      return;
    }

  dui_form_view_put_in (DUI_FORM_VIEW (widget), pasted);
}

static void
read_clipboard (GtkWidget *widget)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, paste_read_cb, g_object_ref (widget));
}

/* Rows of a spreadsheet become tasks; a few words go in as they are. */
static void
paste_cb (DuiTasksPage *self)
{
  int column;
  int row;

  dui_tasks_table_find_position (self->table, &column, &row);
  if (get_row (self, row) != NULL)
    read_clipboard (dui_tasks_row_get_cell (get_row (self, row), column));
}

static void
paste_clicked_cb (DuiTasksPage *self)
{
  read_clipboard (self->add_button);
}

/* Callbacks of the table */

static gboolean
take_offer_cb (GtkWidget *widget,
               GVariant *args,
               gpointer user_data)
{
  return dui_unit_bar_take (DUI_TASKS_PAGE (widget)->unit_bar, g_variant_get_int32 (args));
}

static gboolean
tab_cb (GtkWidget *widget,
        GVariant *args,
        gpointer user_data)
{
  return dui_tasks_table_step (DUI_TASKS_PAGE (widget)->table, g_variant_get_int32 (args));
}

static void
move_task (DuiTasksPage *self,
           int from,
           int to)
{
  GError *error = NULL;
  int column;
  int row;

  if (get_row (self, from) == NULL || get_row (self, to) == NULL || from == to)
    return;

  dui_tasks_table_find_position (self->table, &column, &row);
  if (take (self, dt_plan_move (get_plan (self), dui_tasks_row_get_id (get_row (self, from)), "tasks", to, &error), error))
    dui_tasks_table_focus (self->table, column, to);
}

static gboolean
move_key_cb (GtkWidget *widget,
             GVariant *args,
             gpointer user_data)
{
  DuiTasksPage *self = DUI_TASKS_PAGE (widget);
  int column;
  int row;

  dui_tasks_table_find_position (self->table, &column, &row);
  move_task (self, row, row + g_variant_get_int32 (args));
  return row >= 0;
}

static void
remove_cb (DuiTasksPage *self,
           int row)
{
  GError *error = NULL;
  guint n;

  if (!take (self, dt_plan_remove (get_plan (self), dui_tasks_row_get_id (get_row (self, row)), &error), error))
    return;

  n = dui_tasks_table_get_rows (self->table)->len;
  if (n > 0)
    dui_tasks_table_focus (self->table, DUI_TASKS_FIRST_COLUMN, MIN (row, (int) n - 1));
  else
    gtk_widget_grab_focus (self->add_button);
  dui_form_page_tell_removed (DUI_FORM_PAGE (self), _ ("Task removed"));
}

static void
choose_section_cb (DuiTasksPage *self,
                   int row)
{
  GtkWidget *button = dui_tasks_row_get_cell (get_row (self, row), DUI_TASKS_SECTION_COLUMN);
  g_autoptr (GMenuModel) model = dui_tasks_make_section_menu (self->sections, "tasks.set-section");
  GdkRectangle at = { 0, 0, gtk_widget_get_width (button), gtk_widget_get_height (button) };
  double x;
  double y;

  if (!gtk_widget_translate_coordinates (button, GTK_WIDGET (self), 0, 0, &x, &y))
    return;

  g_free (self->asked);
  self->asked = g_strdup (dui_tasks_row_get_id (get_row (self, row)));
  at.x = (int) x;
  at.y = (int) y;
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
set_section_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  DuiTasksPage *self = DUI_TASKS_PAGE (widget);
  GError *error = NULL;

  if (self->asked != NULL && dt_plan_find (get_plan (self), self->asked) != NULL)
    take (self,
          dt_plan_set_attribute (get_plan (self), self->asked, DT_ATTR_SECTION, g_variant_get_string (parameter, NULL), &error),
          error);
}

/* Filling */

static void
fill_problems (DuiTasksPage *self,
               DtPlan *plan)
{
  self->n_doubtful = dui_tasks_marks_fill (dui_tasks_table_get_rows (self->table), plan, get_profile (self));
  tell_problems (self);
}

static void
fill_sections (DuiTasksPage *self,
               DtPlan *plan)
{
  GPtrArray *rows = dui_tasks_table_get_rows (self->table);

  g_ptr_array_unref (self->sections);
  self->sections = dui_tasks_list_sections (plan, dui_engine_get_library (dui_form_page_get_engine (DUI_FORM_PAGE (self))));
  for (guint i = 0; i < rows->len; i++)
    {
      DuiTasksRow *row = g_ptr_array_index (rows, i);
      DtNode *task = dt_plan_find (plan, dui_tasks_row_get_id (row));
      const DuiTasksSection *section =
        task != NULL ? dui_tasks_find_section_in (self->sections, dt_node_get_attribute (task, DT_ATTR_SECTION)) : NULL;

      dui_tasks_row_set_section (row, section != NULL ? section->number : NULL, section != NULL ? section->name : NULL);
    }
}

static void
fill_foot (DuiTasksPage *self,
           DtPlan *plan)
{
  g_autoptr (GPtrArray) units = dt_tasks_suggest_recipients (plan, get_profile (self));
  g_autofree char *label = g_strdup_printf (ngettext ("Add %u unit to the _recipients", "Add %u units to the _recipients", units->len), units->len);

  gtk_check_button_set_active (self->annex_check, dui_tasks_find_annex (plan) != NULL);
  gtk_check_button_set_active (self->section_check, dui_tasks_find_section (plan) != NULL);
  gtk_button_set_label (self->recipients_button, label);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->recipients_button)), units->len > 0);
}

/* What follows from the tasks. */
static gboolean
fill_rest_cb (gpointer user_data)
{
  DuiTasksPage *self = user_data;
  DtPlan *plan = get_plan (self);

  self->rest = 0;
  if (plan == NULL)
    return G_SOURCE_REMOVE;

  self->filling = TRUE;
  fill_sections (self, plan);
  fill_problems (self, plan);
  fill_foot (self, plan);
  self->filling = FALSE;
  return G_SOURCE_REMOVE;
}

static void
fill (DuiTasksPage *self,
      gboolean anew)
{
  guint n = dui_tasks_table_get_rows (self->table)->len;

  dui_tasks_table_fill (self->table, DUI_FORM_PAGE (self), self->unit_bar, anew);
  gtk_widget_set_visible (self->empty_label, dui_tasks_table_get_rows (self->table)->len == 0);
  g_clear_handle_id (&self->rest, g_source_remove);
  if (anew || n != dui_tasks_table_get_rows (self->table)->len)
    fill_rest_cb (self);
  else
    self->rest = g_timeout_add (REST_MS, fill_rest_cb, self);
}

/* Callbacks of the foot */

static void
add_cb (DuiTasksPage *self)
{
  g_autoptr (DtNode) task = dt_node_new (DT_NODE_TASK);
  GError *error = NULL;

  if (get_plan (self) != NULL && take (self, dt_plan_insert (get_plan (self), "tasks", -1, task, &error), error))
    dui_tasks_table_focus (self->table, DUI_TASKS_FIRST_COLUMN, (int) dui_tasks_table_get_rows (self->table)->len - 1);
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
  GError *error = NULL;

  take (self, dt_tasks_add_recipients (get_plan (self), get_profile (self), &error), error);
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

static gboolean
dui_tasks_page_show_place (DuiFormPage *page,
                           const char *reference,
                           guint offset)
{
  dui_tasks_table_complete (DUI_TASKS_PAGE (page)->table);

  return DUI_FORM_PAGE_CLASS (dui_tasks_page_parent_class)->show_place (page, reference, offset);
}

/* Rows that came later have their marks now. */
static void
filled_cb (DuiTasksPage *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  fill_rest_cb (self);
}

static void
dui_tasks_page_dispose (GObject *object)
{
  DuiTasksPage *self = DUI_TASKS_PAGE (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_pointer (&self->menu, gtk_widget_unparent);

  G_OBJECT_CLASS (dui_tasks_page_parent_class)->dispose (object);
}

static void
dui_tasks_page_finalize (GObject *object)
{
  DuiTasksPage *self = DUI_TASKS_PAGE (object);

  g_ptr_array_unref (self->sections);
  g_free (self->asked);

  G_OBJECT_CLASS (dui_tasks_page_parent_class)->finalize (object);
}

static void
dui_tasks_page_class_init (DuiTasksPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_tasks_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = dui_tasks_page_finalize;
  g_type_ensure (DUI_TYPE_TASKS_TABLE);
  g_type_ensure (DUI_TYPE_UNIT_BAR);
  DUI_FORM_PAGE_CLASS (klass)->set_document = dui_tasks_page_set_document;
  DUI_FORM_PAGE_CLASS (klass)->refresh = dui_tasks_page_refresh;
  DUI_FORM_PAGE_CLASS (klass)->show_place = dui_tasks_page_show_place;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-tasks-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, table);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, empty_label);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, unit_bar);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, problems_label);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, sort_drop);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, annex_check);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, section_check);
  gtk_widget_class_bind_template_child (widget_class, DuiTasksPage, recipients_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_task);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_section_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, tell_problems);
  gtk_widget_class_bind_template_callback (widget_class, filled_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, sort_cb);
  gtk_widget_class_bind_template_callback (widget_class, annex_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_cb);
  gtk_widget_class_bind_template_callback (widget_class, recipients_cb);

  gtk_widget_class_install_action (widget_class, "tasks.set-section", "s", set_section_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, 0, tab_cb, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, GDK_SHIFT_MASK, tab_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, tab_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_key_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_key_cb, "i", 1);
  for (int i = 0; i < DUI_UNIT_BAR_MAX; i++)
    gtk_widget_class_add_binding (widget_class, (guint) (GDK_KEY_1 + i), GDK_ALT_MASK, take_offer_cb, "i", i);
}

static void
dui_tasks_page_init (DuiTasksPage *self)
{
  self->sections = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

/* Public functions */

gboolean
dui_tasks_page_paste (DuiTasksPage *self,
                      const char *text,
                      GError **error)
{
  GError *problem = NULL;
  g_autoptr (GPtrArray) tasks = dt_tasks_read_tsv (text, _ ("clipboard"), get_plan (self), get_profile (self), &problem);
  DtPlan *plan = tasks != NULL ? dt_tasks_add (get_plan (self), tasks, &problem) : NULL;
  guint n;

  dui_tasks_table_complete (self->table);
  n = dui_tasks_table_get_rows (self->table)->len;
  if (problem != NULL && error != NULL)
    *error = g_error_copy (problem);
  if (!take (self, plan, problem))
    return FALSE;

  dui_tasks_table_focus (self->table, DUI_TASKS_FIRST_COLUMN, (int) n);
  return TRUE;
}
