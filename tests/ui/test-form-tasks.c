/* test-form-tasks.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test-form.h"

#include "editor/dui-form-factory.h"
#include "editor/dui-tasks-drag.h"
#include "editor/dui-tasks-page.h"
#include "editor/dui-tasks-sections.h"
#include "editor/dui-tasks-table.h"

#include <graphene.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/* What a form is beside a page on a small screen. */
#define WIDTH 520
#define HEIGHT 560

typedef struct
{
  DuiDocument *document;
  DuiFormPage *page;
  DuiTasksTable *table;
  GtkWidget *window;
} Desk;

static DuiDocument *
open_tasks (guint n)
{
  g_autoptr (DuiDocument) sample = dui_test_open_sample ("ke-hoach-mau.duthao");
  g_autoptr (DtPlan) plan = dt_plan_ref (dui_document_get_plan (sample));
  g_autoptr (GPtrArray) tasks = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  g_autoptr (DtNode) list = NULL;
  g_autoptr (DtPlan) changed = NULL;
  g_autoptr (GError) error = NULL;

  if (n == 0)
    return g_steal_pointer (&sample);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *work = g_strdup_printf ("Rà soát, niêm yết công khai thủ tục hành chính đợt %u tại trụ sở xã", i + 1);
      g_autofree char *id = g_strdup_printf ("n%u", i + 1);
      DtNode *children[] = { dt_node_new_text (DT_NODE_WORK, work), dt_node_new_text (DT_NODE_LEAD, "Phòng Văn hóa - Xã hội"),
                             dt_node_new_text (DT_NODE_DEADLINE, "Quý II") };
      const DtAttributeValue attribute = { DT_ATTR_ID, id };

      g_ptr_array_add (tasks, dt_node_new_full (DT_NODE_TASK, 0, NULL, &attribute, 1, children, G_N_ELEMENTS (children)));
      for (guint j = 0; j < G_N_ELEMENTS (children); j++)
        dt_node_unref (children[j]);
    }
  list = dt_node_with_children (dt_plan_find (plan, "tasks"), (DtNode *const *) tasks->pdata, tasks->len);
  changed = dt_plan_replace (plan, "tasks", list, &error);
  dui_assert_no_error (error);

  return dui_document_new (dui_test_get_engine (), changed, NULL);
}

static Desk
open_desk (guint n)
{
  Desk desk = { open_tasks (n), NULL, NULL, NULL };

  desk.page = dui_form_page_new_for (dui_test_get_engine (), "tasks");
  dui_form_page_set_document (desk.page, desk.document, "tasks");
  desk.window = dui_test_show (GTK_WIDGET (desk.page), WIDTH, HEIGHT);
  desk.table = DUI_TASKS_TABLE (dui_test_find (desk.window, DUI_TYPE_TASKS_TABLE, NULL, NULL));

  return desk;
}

static void
close_desk (Desk *desk)
{
  gtk_window_destroy (GTK_WINDOW (desk->window));
  dui_test_settle ();
  dui_assert_finalizes (desk->document);
}

static guint
count_tasks (Desk *desk)
{
  return dt_node_get_n_children (dt_plan_find (dui_document_get_plan (desk->document), "tasks"));
}

static DuiTasksRow *
get_row (Desk *desk,
         guint row)
{
  GPtrArray *rows = dui_tasks_table_get_rows (desk->table);

  ck_assert_uint_lt (row, rows->len);
  return g_ptr_array_index (rows, row);
}

static GtkTextBuffer *
get_buffer (Desk *desk,
            guint row,
            DuiTaskColumn column)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (dui_tasks_row_get_cell (get_row (desk, row), DUI_TASKS_FIRST_COLUMN + (int) column)));
}

static gboolean
never (gpointer data)
{
  return FALSE;
}

/* Whether all of the cell is in what the table shows. */
static gboolean
is_in_view (Desk *desk,
            GtkWidget *cell)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (cell, GTK_TYPE_VIEWPORT);
  graphene_rect_t box;

  ck_assert (gtk_widget_compute_bounds (cell, viewport, &box));
  return box.origin.x >= -1 && box.origin.y >= -1 && box.origin.x + box.size.width <= (float) gtk_widget_get_width (viewport) + 1 &&
         box.origin.y + box.size.height <= (float) gtk_widget_get_height (viewport) + 1;
}

static gboolean
has_label (GtkWidget *widget,
           gconstpointer label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

START_TEST (a_new_task_has_the_keys_and_is_in_view)
{
  Desk desk = open_desk (30);
  GtkWidget *add = dui_test_find (desk.window, GTK_TYPE_BUTTON, has_label, "_Add task");
  GtkWidget *across = gtk_widget_get_ancestor (GTK_WIDGET (get_row (&desk, 0)), GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (across));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  dui_test_wait (never, NULL, 0.2);
  ck_assert_double_gt (gtk_adjustment_get_value (adjustment), 0);
  if (_i == 0)
    g_signal_emit_by_name (add, "clicked");
  else
    {
      dui_tasks_table_focus (desk.table, DUI_TASKS_FIRST_COLUMN + DUI_TASK_PRODUCT, 29);
      g_signal_emit_by_name (get_row (&desk, 29), "confirm");
    }
  ck_assert_uint_eq (count_tasks (&desk), 31);
  dui_test_wait (never, NULL, 0.3);

  ck_assert_int_eq (dui_tasks_row_find_column (get_row (&desk, 30)), DUI_TASKS_FIRST_COLUMN);
  ck_assert (is_in_view (&desk, dui_tasks_row_get_cell (get_row (&desk, 30), DUI_TASKS_FIRST_COLUMN)));
  ck_assert (is_in_view (&desk, dui_tasks_row_get_handle (get_row (&desk, 30))));
  close_desk (&desk);
}
END_TEST

static gboolean
is_heading (GtkWidget *widget,
            gconstpointer text)
{
  return gtk_widget_has_css_class (widget, "heading") && strcmp (gtk_label_get_label (GTK_LABEL (widget)), text) == 0;
}

static gboolean
heads_stand_above (Desk *desk)
{
  GtkWidget *title = dui_test_find (desk->window, GTK_TYPE_LABEL, is_heading, "Product");
  GtkWidget *cell = dui_tasks_row_get_cell (get_row (desk, 0), DUI_TASKS_FIRST_COLUMN + DUI_TASK_PRODUCT);
  graphene_rect_t head;
  graphene_rect_t below;

  ck_assert (gtk_widget_compute_bounds (title, desk->window, &head));
  ck_assert (gtk_widget_compute_bounds (cell, desk->window, &below));
  return ABS (head.origin.x - below.origin.x) < 10;
}

START_TEST (the_deadline_is_in_view_beside_a_page)
{
  Desk desk = open_desk (3);

  dui_test_wait (never, NULL, 0.2);
  for (int column = DUI_TASKS_FIRST_COLUMN; column <= DUI_TASKS_FIRST_COLUMN + DUI_TASK_DEADLINE; column++)
    ck_assert_msg (is_in_view (&desk, dui_tasks_row_get_cell (get_row (&desk, 0), column)), "column %d", column);
  dui_tasks_table_focus (desk.table, DUI_TASKS_REMOVE_COLUMN, 2);
  dui_test_wait (never, NULL, 0.2);
  ck_assert (is_in_view (&desk, dui_tasks_row_get_cell (get_row (&desk, 2), DUI_TASKS_REMOVE_COLUMN)));
  ck_assert (heads_stand_above (&desk));
  close_desk (&desk);
}
END_TEST

START_TEST (keys_go_from_cell_to_cell)
{
  Desk desk = open_desk (3);
  int column;
  int row;

  dui_tasks_table_focus (desk.table, DUI_TASKS_FIRST_COLUMN, 0);
  for (int i = DUI_TASKS_FIRST_COLUMN; i < DUI_TASKS_N_COLUMNS; i++)
    ck_assert (dui_tasks_table_step (desk.table, 1));
  dui_tasks_table_find_position (desk.table, &column, &row);
  ck_assert_int_eq (row, 1);
  ck_assert_int_eq (column, DUI_TASKS_FIRST_COLUMN);
  g_signal_emit_by_name (get_row (&desk, 1), "step", 1);
  dui_tasks_table_find_position (desk.table, &column, &row);
  ck_assert_int_eq (row, 2);
  ck_assert (dui_tasks_table_step (desk.table, -1));
  dui_tasks_table_find_position (desk.table, &column, &row);
  ck_assert_int_eq (row, 1);
  ck_assert_int_eq (column, DUI_TASKS_REMOVE_COLUMN);
  close_desk (&desk);
}
END_TEST

START_TEST (tasks_are_typed_pasted_sorted_and_undone)
{
  Desk desk = open_desk (0);
  g_autoptr (DtPlan) before = dt_plan_ref (dui_document_get_plan (desk.document));
  guint n = count_tasks (&desk);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) table = g_string_new ("Nhiệm vụ\tChủ trì\tPhối hợp\tThời hạn\tSản phẩm\n");
  g_autofree char *typed = NULL;
  GtkTextBuffer *buffer = get_buffer (&desk, 0, DUI_TASK_LEAD);

  gtk_text_buffer_set_text (buffer, "Công an xã; Trạm Y tế xã", -1);
  typed = dui_task_get_cell (dui_document_get_plan (desk.document), "t1", DUI_TASK_LEAD);
  ck_assert_str_eq (typed, "Công an xã; Trạm Y tế xã");
  for (guint i = 0; i < 60; i++)
    g_string_append_printf (table, "Tập huấn lớp %u\tVăn phòng\tCông an xã\t15/3/2027\tBáo cáo\n", i + 1);
  ck_assert (dui_tasks_page_paste (DUI_TASKS_PAGE (desk.page), table->str, &error));
  ck_assert_uint_eq (count_tasks (&desk), n + 60);
  ck_assert_int_eq (dui_tasks_row_find_column (get_row (&desk, n)), DUI_TASKS_FIRST_COLUMN);
  ck_assert_uint_eq (dui_tasks_table_get_rows (desk.table)->len, n + 60);

  while (dui_document_can_undo (desk.document))
    dui_document_undo (desk.document);
  ck_assert (dt_plan_equal (before, dui_document_get_plan (desk.document)));
  ck_assert_uint_eq (dui_tasks_table_get_rows (desk.table)->len, n);
  ck_assert_int_eq (dui_tasks_row_find_column (get_row (&desk, n - 1)), DUI_TASKS_FIRST_COLUMN);
  close_desk (&desk);
}
END_TEST

START_TEST (a_row_keeps_its_cells_where_it_goes)
{
  Desk desk = open_desk (5);
  DuiTasksRow *last = get_row (&desk, 4);

  dui_tasks_table_focus (desk.table, DUI_TASKS_FIRST_COLUMN + DUI_TASK_LEAD, 4);
  g_signal_emit_by_name (desk.table, "move", 4, 1);
  ck_assert_ptr_eq (get_row (&desk, 1), last);
  ck_assert_str_eq (dt_node_get_id (dt_node_get_child (dt_plan_find (dui_document_get_plan (desk.document), "tasks"), 1)), "n5");
  ck_assert_int_eq (dui_tasks_row_find_column (last), DUI_TASKS_FIRST_COLUMN + DUI_TASK_LEAD);
  g_signal_emit_by_name (last, "remove");
  ck_assert_uint_eq (count_tasks (&desk), 4);
  ck_assert_int_eq (dui_tasks_row_find_column (get_row (&desk, 1)), DUI_TASKS_FIRST_COLUMN);
  close_desk (&desk);
}
END_TEST

/* What is dragged is what may be dropped: else the toolkit complains. */
START_TEST (rows_can_be_dragged)
{
  Desk desk = open_desk (2);
  GtkWidget *handle = dui_tasks_row_get_handle (get_row (&desk, 0));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (handle);
  GdkContentProvider *content = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DRAG_SOURCE (controller))
        g_signal_emit_by_name (controller, "prepare", 0.0, 0.0, &content);
    }
  ck_assert_ptr_nonnull (content);
  g_object_unref (content);
  close_desk (&desk);
}
END_TEST

START_TEST (typing_stays_quick_in_a_long_table)
{
  Desk desk = open_desk (200);
  GtkTextBuffer *buffer = get_buffer (&desk, 150, DUI_TASK_WORK);
  clock_t start;
  double ms;

  dui_tasks_table_focus (desk.table, DUI_TASKS_FIRST_COLUMN, 150);
  dui_test_wait (never, NULL, 0.3);
  /* Of the processor, for others may use it too. */
  start = clock ();
  for (guint i = 0; i < 50; i++)
    {
      gtk_text_buffer_insert_at_cursor (buffer, i % 5 == 4 ? " " : "a", 1);
      dui_test_settle ();
    }
  ms = (double) (clock () - start) * 1000 / CLOCKS_PER_SEC / 50;
  printf ("# a keystroke among 200 tasks takes %.2f ms\n", ms);
  ck_assert_double_lt (ms, 32);
  close_desk (&desk);
}
END_TEST

START_TEST (a_long_table_opens_soon)
{
  g_autoptr (DuiDocument) document = open_tasks (200);
  clock_t start = clock ();
  DuiFormPage *page = g_object_ref_sink (dui_form_page_new_for (dui_test_get_engine (), "tasks"));
  GtkWidget *window;
  DuiTasksTable *table;
  double made;
  double shown;

  dui_form_page_set_document (page, document, "tasks");
  made = (double) (clock () - start) * 1000 / CLOCKS_PER_SEC;
  window = dui_test_show (GTK_WIDGET (page), WIDTH, HEIGHT);
  shown = (double) (clock () - start) * 1000 / CLOCKS_PER_SEC;
  printf ("# 200 tasks: made in %.0f ms, in view in %.0f ms\n", made, shown);
  table = DUI_TASKS_TABLE (dui_test_find (window, DUI_TYPE_TASKS_TABLE, NULL, NULL));
  ck_assert_uint_eq (dui_tasks_table_get_rows (table)->len, 200);
  ck_assert_double_lt (made, 1000);
  ck_assert_str_ne (dui_tasks_row_get_doubts (g_ptr_array_index (dui_tasks_table_get_rows (table), 199)), "");
  gtk_window_destroy (GTK_WINDOW (window));
  dui_assert_finalizes (page);
}
END_TEST

START_TEST (sections_are_told_by_the_numbers_on_the_way)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  g_autoptr (GPtrArray) sections = dui_tasks_list_sections (dui_document_get_plan (document), NULL);
  const DuiTasksSection *section = dui_tasks_find_section_in (sections, "s3");

  ck_assert_ptr_nonnull (section);
  ck_assert_str_eq (section->number, "I.2");
  ck_assert_ptr_null (dui_tasks_find_section_in (sections, "nowhere"));
}
END_TEST

START_TEST (tasks_sort_by_day_and_then_by_words)
{
  static const char *const deadlines[] = { "hằng quý", "15/3/2027", "", "trước ngày 02/01/2027" };
  static const char *const sorted[] = { "trước ngày 02/01/2027", "15/3/2027", "hằng quý", "" };
  g_autoptr (DtPlan) plan = dt_plan_new_empty ("ke-hoach");
  g_autoptr (DtPlan) result = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (deadlines); i++)
    {
      g_autoptr (DtNode) deadline = dt_node_new_text (DT_NODE_DEADLINE, deadlines[i]);
      g_autoptr (DtNode) task = dt_node_new_full (DT_NODE_TASK, 0, NULL, NULL, 0, &deadline, 1);
      DtPlan *next = dt_plan_insert (plan, "tasks", -1, task, &error);

      dui_assert_no_error (error);
      dt_plan_unref (plan);
      plan = next;
    }
  result = dui_tasks_sort (plan, DUI_TASK_DEADLINE, &error);
  dui_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (sorted); i++)
    ck_assert_str_eq (dt_node_get_child_text (dt_node_get_child (dt_plan_find (result, "tasks"), i), DT_NODE_DEADLINE), sorted[i]);
}
END_TEST

START_TEST (the_switches_of_the_tasks_make_and_take_away)
{
  g_autoptr (DtPlan) plan = dt_plan_new_empty ("ke-hoach");
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) annex = dui_tasks_set_annex (plan, TRUE, &error);
  g_autoptr (DtPlan) none = dui_tasks_set_annex (annex, FALSE, &error);
  g_autoptr (DtPlan) section = dui_tasks_set_section (plan, TRUE, &error);
  g_autoptr (DtPlan) plain = dui_tasks_set_section (section, FALSE, &error);

  dui_assert_no_error (error);
  ck_assert_ptr_nonnull (dui_tasks_find_annex (annex));
  ck_assert_ptr_null (dui_tasks_find_annex (none));
  ck_assert_ptr_nonnull (dui_tasks_find_section (section));
  ck_assert_ptr_null (dui_tasks_find_section (plain));
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-form-tasks");
  TCase *tcase = tcase_create ("form-tasks");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 60);
  tcase_add_loop_test (tcase, a_new_task_has_the_keys_and_is_in_view, 0, 2);
  tcase_add_test (tcase, the_deadline_is_in_view_beside_a_page);
  tcase_add_test (tcase, keys_go_from_cell_to_cell);
  tcase_add_test (tcase, tasks_are_typed_pasted_sorted_and_undone);
  tcase_add_test (tcase, a_row_keeps_its_cells_where_it_goes);
  tcase_add_test (tcase, rows_can_be_dragged);
  tcase_add_test (tcase, typing_stays_quick_in_a_long_table);
  tcase_add_test (tcase, a_long_table_opens_soon);
  tcase_add_test (tcase, sections_are_told_by_the_numbers_on_the_way);
  tcase_add_test (tcase, tasks_sort_by_day_and_then_by_words);
  tcase_add_test (tcase, the_switches_of_the_tasks_make_and_take_away);

  suite_add_tcase (suite, tcase);
  return dui_test_main (suite);
}
