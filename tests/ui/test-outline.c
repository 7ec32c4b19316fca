/* test-outline.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test-form.h"

#include "editor/dui-outline-edit.h"
#include "editor/dui-outline-row.h"
#include "editor/dui-outline.h"

#include <string.h>

static void
remember_cb (GtkWidget *widget,
             const char *text,
             char **memory)
{
  g_free (*memory);
  *memory = g_strdup (text);
}

static DuiOutlineItem *
find_item (DuiOutlineModel *model,
           const char *reference)
{
  int position = dui_outline_model_find (model, reference);
  g_autoptr (DuiOutlineItem) item = NULL;

  ck_assert_msg (position >= 0, "there is no row %s", reference);
  item = g_list_model_get_item (G_LIST_MODEL (model), (guint) position);
  return item;
}

static DuiOutline *
make_outline (DuiDocument *document)
{
  DuiOutline *outline = DUI_OUTLINE (g_object_ref_sink (dui_outline_new ()));

  dui_outline_set_document (outline, document);
  return outline;
}

START_TEST (rows_have_the_numbers_that_are_printed)
{
  static const struct
  {
    const char *reference;
    const char *number;
    const char *title;
    guint depth;
  } expected[] = {
    { "s1", "I.", "Mục đích, yêu cầu", 0 },
    { "s2", "1.", "Mục đích", 1 },
    { "s3", "2.", "Yêu cầu", 1 },
    { "s4", "II.", "Mục tiêu", 0 },
    { "s10", "3.", "Phát triển chính quyền số", 1 },
    { "s11", "a)", "Hạ tầng và dữ liệu", 2 },
  };
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  g_autoptr (DuiOutlineModel) model = dui_outline_model_new ();

  dui_outline_model_set_plan (model, dui_document_get_plan (document));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      DuiOutlineItem *item = find_item (model, expected[i].reference);

      ck_assert_str_eq (dui_outline_item_get_number (item), expected[i].number);
      ck_assert_str_eq (dui_outline_item_get_title (item), expected[i].title);
      ck_assert_uint_eq (dui_outline_item_get_depth (item), expected[i].depth);
    }
  ck_assert_int_eq (dui_outline_item_get_count (find_item (model, "bases")), 5);
  ck_assert (!dui_outline_item_can_move (find_item (model, "head")));
}
END_TEST

START_TEST (a_title_shows_the_words_of_its_fields)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  g_autoptr (DuiOutlineModel) model = dui_outline_model_new ();
  g_autoptr (GError) error = NULL;

  dui_outline_model_set_library (model, dui_engine_get_library (dui_test_get_engine ()));
  dui_document_set_text (document, "s2/title", "Mục đích năm {{nam}}", NULL, &error);
  dui_assert_no_error (error);
  dui_document_set_text (document, "s3/title", "{{thuong-truc}}", NULL, &error);
  dui_assert_no_error (error);
  dui_outline_model_set_plan (model, dui_document_get_plan (document));
  ck_assert_str_eq (dui_outline_item_get_title (find_item (model, "s2")), "Mục đích năm 2027");
  ck_assert_str_eq (dui_outline_item_get_title (find_item (model, "s3")), "[Đơn vị thường trực]");
}
END_TEST

START_TEST (a_decision_shows_its_articles_and_what_it_issues)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("quyet-dinh-mau.duthao");
  g_autoptr (DuiOutlineModel) model = dui_outline_model_new ();

  dui_outline_model_set_plan (model, dui_document_get_plan (document));
  ck_assert_str_eq (dui_outline_item_get_number (find_item (model, "s2")), "Điều 2.");
  ck_assert_str_eq (dui_outline_item_get_title (find_item (model, "s2")), "Quyết định này có hiệu lực kể từ ngày ký.");
  ck_assert_str_eq (dui_outline_item_get_number (find_item (model, "s4")), "I.");
  ck_assert_int_gt (dui_outline_model_find (model, "attachment"), dui_outline_model_find (model, "s3"));
}
END_TEST

START_TEST (folding_hides_what_is_below_and_showing_a_place_unfolds)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  g_autoptr (DuiOutlineModel) model = dui_outline_model_new ();
  guint n;

  dui_outline_model_set_plan (model, dui_document_get_plan (document));
  n = g_list_model_get_n_items (G_LIST_MODEL (model));
  dui_outline_model_set_open (model, "s7", FALSE);
  ck_assert_uint_lt (g_list_model_get_n_items (G_LIST_MODEL (model)), n);
  ck_assert_int_eq (dui_outline_model_find (model, "s11"), -1);
  ck_assert_int_ge (dui_outline_model_reveal (model, "s11"), 0);
  ck_assert_uint_eq (g_list_model_get_n_items (G_LIST_MODEL (model)), n);
}
END_TEST

START_TEST (sections_move_change_level_and_come_back_by_undo)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  g_autoptr (DtPlan) before = dt_plan_ref (dui_document_get_plan (document));
  DuiOutline *outline = make_outline (document);
  g_autofree char *removed = NULL;
  GtkWidget *widget = GTK_WIDGET (outline);

  g_signal_connect (outline, "removed", G_CALLBACK (remember_cb), &removed);
  ck_assert (dui_outline_select_part (outline, "s3"));
  ck_assert (gtk_widget_activate_action (widget, "outline.move-up", NULL));
  ck_assert_str_eq (dt_node_get_id (dt_node_get_child (dt_plan_find (dui_document_get_plan (document), "s1"), 1)), "s3");
  ck_assert_str_eq (dui_outline_get_part (outline), "s3");

  ck_assert (gtk_widget_activate_action (widget, "outline.outdent", NULL));
  ck_assert_str_eq (dt_node_get_id (dt_node_get_child (dt_plan_find (dui_document_get_plan (document), "sections"), 1)), "s3");
  ck_assert (gtk_widget_activate_action (widget, "outline.indent", NULL));
  ck_assert (gtk_widget_activate_action (widget, "outline.duplicate", NULL));
  ck_assert_str_ne (dui_outline_get_part (outline), "s3");
  ck_assert (gtk_widget_activate_action (widget, "outline.remove", NULL));
  ck_assert_ptr_nonnull (removed);

  for (guint i = 0; i < 5; i++)
    dui_document_undo (document);
  ck_assert (dt_plan_equal (before, dui_document_get_plan (document)));
  dui_assert_finalizes (outline);
}
END_TEST

START_TEST (what_the_schema_does_not_allow_is_not_offered)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  DtPlan *plan = dui_document_get_plan (document);

  ck_assert_uint_eq (dui_outline_list_verbs (plan, "head"), 0);
  ck_assert_uint_eq (dui_outline_list_verbs (plan, "s1") & (1u << DUI_OUTLINE_MOVE_UP | 1u << DUI_OUTLINE_OUTDENT | 1u << DUI_OUTLINE_INDENT), 0);
  ck_assert_uint_ne (dui_outline_list_verbs (plan, "s1") & 1u << DUI_OUTLINE_MOVE_DOWN, 0);
  ck_assert_uint_ne (dui_outline_list_verbs (plan, "s2") & 1u << DUI_OUTLINE_OUTDENT, 0);
  ck_assert_ptr_null (dui_outline_edit_move (plan, "s1", "s2", DUI_OUTLINE_INTO, NULL));
  ck_assert_ptr_null (dui_outline_edit_move (plan, "s1", "bases", DUI_OUTLINE_AFTER, NULL));
}
END_TEST

START_TEST (a_drop_lands_where_its_line_was)
{
  static const struct
  {
    const char *dragged;
    const char *target;
    DuiOutlinePlace place;
    const char *parent;
    guint index;
  } drops[] = {
    { "s7", "s1", DUI_OUTLINE_BEFORE, "sections", 0 },
    { "s1", "s7", DUI_OUTLINE_BEFORE, "sections", 1 },
    { "s1", "s7", DUI_OUTLINE_AFTER, "sections", 2 },
    { "s3", "s4", DUI_OUTLINE_AFTER, "sections", 2 },
    { "s2", "s4", DUI_OUTLINE_INTO, "s4", 3 },
  };
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = dui_outline_edit_move (dui_document_get_plan (document), drops[_i].dragged, drops[_i].target,
                                                   drops[_i].place, &error);

  dui_assert_no_error (error);
  ck_assert_str_eq (dt_node_get_id (dt_node_get_child (dt_plan_find (plan, drops[_i].parent), drops[_i].index)),
                    drops[_i].dragged);
}
END_TEST

START_TEST (sections_are_added_blank_and_from_templates)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  DuiOutline *outline = make_outline (document);
  g_autofree char *part = NULL;
  g_autoptr (GError) error = NULL;
  DtNode *section;

  g_signal_connect (outline, "part-activated", G_CALLBACK (remember_cb), &part);
  dui_outline_select_part (outline, "s2");
  ck_assert (dui_outline_add (outline, "", &error));
  section = dt_plan_find (dui_document_get_plan (document), part);
  ck_assert_int_eq (dt_node_get_kind (section), DT_NODE_SECTION);
  ck_assert_ptr_eq (dt_node_get_child (dt_plan_find (dui_document_get_plan (document), "s1"), 2), section);

  ck_assert (dui_outline_add (outline, "builtin.kinh-phi", &error));
  section = dt_plan_find (dui_document_get_plan (document), part);
  ck_assert_str_eq (dt_node_get_attribute (section, DT_ATTR_TEMPLATE), "builtin.kinh-phi");
  ck_assert (!dui_outline_add (outline, "builtin.khong-co", &error));
  ck_assert_ptr_nonnull (error);
  dui_assert_finalizes (outline);
}
END_TEST

START_TEST (counts_are_told_in_words)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  g_autoptr (DuiOutlineModel) model = dui_outline_model_new ();
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  DuiOutlineCount count = { 2, 1 };
  g_autofree char *sentence = NULL;

  g_hash_table_insert (counts, (gpointer) "s4", &count);
  dui_outline_model_set_plan (model, dui_document_get_plan (document));
  dui_outline_model_set_counts (model, counts);
  sentence = dui_outline_item_describe (find_item (model, "s4"));
  ck_assert_str_eq (sentence, "II. Mục tiêu, 2 missing, 1 finding");
}
END_TEST

START_TEST (ten_thousand_sections_stay_quick)
{
  g_autoptr (GPtrArray) sections = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  const DtAttributeValue kind = { DT_ATTR_KIND, "ke-hoach" };
  g_autoptr (DtNode) head = dt_node_new (DT_NODE_HEAD);
  g_autoptr (DtNode) tree = NULL;
  g_autoptr (DtNode) root = NULL;
  g_autoptr (DtPlan) plan = NULL;
  g_autoptr (DtPlan) body = NULL;
  g_autoptr (DtPlan) moved = NULL;
  g_autoptr (DuiDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  DuiOutline *outline;
  DtNode *parts[2];
  gint64 start;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *title = g_strdup_printf ("Mục số %u", i);
      g_autoptr (DtNode) name = dt_node_new_text (DT_NODE_TITLE, title);
      g_autoptr (DtNode) section = dt_node_new (DT_NODE_SECTION);

      g_ptr_array_add (sections, dt_node_with_child_added (section, name));
    }
  tree = dt_node_new_full (DT_NODE_SECTIONS, 0, NULL, NULL, 0, (DtNode *const *) sections->pdata, sections->len);
  parts[0] = head;
  parts[1] = tree;
  root = dt_node_new_full (DT_NODE_PLAN, 0, NULL, &kind, 1, parts, 2);
  plan = dt_plan_new (root, &error);
  dui_assert_no_error (error);
  document = dui_document_new (dui_test_get_engine (), plan, NULL);
  outline = make_outline (document);
  dui_outline_select_part (outline, "s5000");

  start = g_get_monotonic_time ();
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *text = g_strdup_printf ("lời %u", i);

      dui_document_set_text (document, "s5000/body", text, outline, &error);
    }
  g_print ("# body edit: %.2f ms\n", (double) (g_get_monotonic_time () - start) / 20000.0);
  ck_assert_int_lt (g_get_monotonic_time () - start, 20 * 30000);

  start = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (outline), "outline.move-down", NULL);
  g_print ("# move: %.2f ms\n", (double) (g_get_monotonic_time () - start) / 1000.0);
  ck_assert_int_lt (g_get_monotonic_time () - start, 300000);
  ck_assert_str_eq (dui_outline_get_part (outline), "s5000");
  dui_assert_finalizes (outline);
}
END_TEST

START_TEST (every_control_has_a_name)
{
  g_autoptr (DuiDocument) document = dui_test_open_sample ("ke-hoach-mau.duthao");
  DuiOutline *outline = make_outline (document);
  GtkWidget *window = dui_test_show (GTK_WIDGET (outline), 300, 700);

  dui_outline_select_part (outline, "s4");
  dui_test_settle ();
  dui_test_check_names (window);
  ck_assert (gtk_widget_activate_action (GTK_WIDGET (outline), "outline.add", NULL));
  dui_test_settle ();
  dui_test_check_names (window);
  gtk_window_destroy (GTK_WINDOW (window));
  dui_assert_finalizes (outline);
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-outline");
  TCase *tcase = tcase_create ("outline");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, rows_have_the_numbers_that_are_printed);
  tcase_add_test (tcase, a_title_shows_the_words_of_its_fields);
  tcase_add_test (tcase, a_decision_shows_its_articles_and_what_it_issues);
  tcase_add_test (tcase, folding_hides_what_is_below_and_showing_a_place_unfolds);
  tcase_add_test (tcase, sections_move_change_level_and_come_back_by_undo);
  tcase_add_test (tcase, what_the_schema_does_not_allow_is_not_offered);
  tcase_add_loop_test (tcase, a_drop_lands_where_its_line_was, 0, 5);
  tcase_add_test (tcase, sections_are_added_blank_and_from_templates);
  tcase_add_test (tcase, counts_are_told_in_words);
  tcase_add_test (tcase, ten_thousand_sections_stay_quick);
  tcase_add_test (tcase, every_control_has_a_name);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
