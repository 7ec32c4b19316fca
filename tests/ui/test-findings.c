/* test-findings.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test-pages.h"

#include "document/dui-binding.h"
#include "document/dui-inspector.h"
#include "document/dui-successor.h"
#include "findings/dui-finding-bar.h"
#include "findings/dui-finding-item.h"
#include "findings/dui-findings-pane.h"

#include <string.h>

typedef struct
{
  DuiDocument *document;
  DuiPaginator *paginator;
  DuiInspector *inspector;
  GtkWidget *window;
  DuiFindingsPane *pane;
  char *body; /* a text that is checked */
} Fixture;

static gboolean
is_checked (gpointer data)
{
  Fixture *self = data;

  return dui_inspector_get_plan (self->inspector) == dui_document_get_plan (self->document);
}

static void
open_fixture (Fixture *self)
{
  g_autoptr (DtPlan) plan = dui_test_load_sample (dui_test_samples[0]);

  dui_test_wait_for_catalog ();
  self->body = dui_test_find_body (dt_plan_find (plan, "sections"));
  self->document = dui_document_new (dui_test_get_engine (), plan, NULL);
  self->inspector = dui_inspector_get (self->document);
  self->paginator = dui_paginator_new (dui_test_get_engine (), self->document);
  self->pane = DUI_FINDINGS_PANE (dui_findings_pane_new (self->document));
  self->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (self->window), 420, 700);
  gtk_window_set_child (GTK_WINDOW (self->window), GTK_WIDGET (self->pane));
  gtk_window_present (GTK_WINDOW (self->window));
  ck_assert (dui_test_wait (is_checked, self, 30));
}

static void
close_fixture (Fixture *self)
{
  DuiFindingsPane *pane = g_object_ref (self->pane);

  gtk_window_destroy (GTK_WINDOW (self->window));
  dui_test_settle ();
  dui_assert_finalizes (pane);
  g_object_run_dispose (G_OBJECT (self->paginator));
  g_clear_object (&self->paginator);
  dui_assert_finalizes (self->document);
  g_free (self->body);
}

static void
type (Fixture *self,
      const char *text)
{
  ck_assert (dui_document_set_text (self->document, self->body, text, NULL, NULL));
  ck_assert (dui_test_wait (is_checked, self, 30));
  dui_test_settle ();
}

static DuiFindingItem *
find_item (Fixture *self,
           const char *rule,
           guint *position)
{
  GListModel *model = dui_findings_pane_get_model (self->pane);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (DuiFindingItem) item = g_list_model_get_item (model, i);
      DtFinding *finding = dui_finding_item_get_finding (item);

      if (finding != NULL && strcmp (finding->rule->id, rule) == 0 && strcmp (finding->node, self->body) == 0)
        {
          *position = i;
          return item;
        }
    }

  return NULL;
}

/* The rule of the first repairable finding in the body. */
static const char *
find_safe_rule (Fixture *self)
{
  DtFinding *const *findings;
  guint n;

  findings = dt_report_get_findings (dui_inspector_get_report (self->inspector), &n);
  for (guint i = 0; i < n; i++)
    {
      if (strcmp (findings[i]->node, self->body) == 0 && findings[i]->fix == DT_FIX_SAFE &&
          findings[i]->edit.kind == DT_EDIT_TEXT)
        return findings[i]->rule->id;
    }

  return NULL;
}

/* Longer, so that every place in the other is a place in this one too. */
#define OTHER "Một câu khác hẳn, dài hơn câu cũ nhiều, viết lại từ đầu cho đúng thể thức văn bản."
#define WRONG "Tổ chức  tuyên truyền , phổ biến văn bản tới từng thôn."

/* Each item of the list says its finding. */
static void
check_names (GtkWidget *widget,
             guint *n)
{
  if (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_LIST_ITEM &&
      gtk_widget_get_mapped (widget))
    {
      ck_assert (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));
      (*n)++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_names (child, n);
}

START_TEST (what_is_typed_wrong_is_listed_and_mended)
{
  Fixture self = { 0 };
  const char *rule;
  DuiFindingItem *item;
  guint position;
  guint n_named = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  open_fixture (&self);
  type (&self, WRONG);
  rule = find_safe_rule (&self);
  ck_assert_ptr_nonnull (rule);
  item = find_item (&self, rule, &position);
  ck_assert_ptr_nonnull (item);
  ck_assert_str_ne (dui_finding_item_get_place (item), "");
  check_names (GTK_WIDGET (self.pane), &n_named);
  ck_assert_uint_gt (n_named, 1);

  before = g_strdup (dt_node_get_text (dt_plan_find (dui_document_get_plan (self.document), self.body)));
  ck_assert (dui_inspector_fix (self.inspector, dui_finding_item_get_finding (item), &error));
  ck_assert_str_ne (dt_node_get_text (dt_plan_find (dui_document_get_plan (self.document), self.body)), before);
  dui_document_undo (self.document);
  ck_assert_str_eq (dt_node_get_text (dt_plan_find (dui_document_get_plan (self.document), self.body)), before);

  close_fixture (&self);
}
END_TEST

static void
fixed_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  guint *n = user_data;
  g_autoptr (GError) error = NULL;

  ck_assert (dui_inspector_fix_safe_finish (DUI_INSPECTOR (source), result, n, &error));
}

static gboolean
is_set (gpointer data)
{
  return *(guint *) data > 0;
}

START_TEST (all_safe_errors_are_mended_in_one_step)
{
  Fixture self = { 0 };
  guint n = 0;

  open_fixture (&self);
  type (&self, WRONG);
  ck_assert_uint_ge (dui_inspector_count_safe (self.inspector), 2);
  dui_inspector_fix_safe_async (self.inspector, fixed_cb, &n);
  ck_assert (dui_test_wait (is_set, &n, 30));
  ck_assert_str_eq (dt_node_get_text (dt_plan_find (dui_document_get_plan (self.document), self.body)),
                    "Tổ chức tuyên truyền, phổ biến văn bản tới từng thôn.");
  ck_assert (dui_test_wait (is_checked, &self, 30));
  ck_assert_uint_eq (dui_inspector_count_safe (self.inspector), 0);
  dui_document_undo (self.document);
  ck_assert_str_eq (dt_node_get_text (dt_plan_find (dui_document_get_plan (self.document), self.body)), WRONG);

  close_fixture (&self);
}
END_TEST

START_TEST (an_ignored_finding_says_why_and_can_be_judged_again)
{
  Fixture self = { 0 };
  DuiFindingItem *item;
  guint position;
  const char *rule;
  guint n_before;

  open_fixture (&self);
  type (&self, WRONG);
  rule = find_safe_rule (&self);
  item = find_item (&self, rule, &position);
  n_before = dui_inspector_count_safe (self.inspector);
  ck_assert (dui_inspector_ignore (self.inspector, dui_finding_item_get_finding (item), "trích nguyên văn", NULL));
  ck_assert (dui_test_wait (is_checked, &self, 30));
  ck_assert_uint_lt (dui_inspector_count_safe (self.inspector), n_before);

  dui_document_undo (self.document);
  ck_assert (dui_test_wait (is_checked, &self, 30));
  ck_assert_uint_eq (dui_inspector_count_safe (self.inspector), n_before);

  close_fixture (&self);
}
END_TEST

START_TEST (the_selected_row_stays_while_somebody_types)
{
  Fixture self = { 0 };
  DuiFindingItem *item;
  guint position;
  const char *rule;

  open_fixture (&self);
  type (&self, WRONG);
  rule = find_safe_rule (&self);
  item = find_item (&self, rule, &position);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (dui_findings_pane_get_model (self.pane)), position);
  ck_assert_ptr_eq (dui_findings_pane_get_selected (self.pane), item);

  type (&self, "Một câu nữa đứng trước. " WRONG);
  ck_assert_ptr_eq (dui_findings_pane_get_selected (self.pane), item);
  /* The subject is found wrong too: a row comes in above. */
  ck_assert (dui_document_set_text (self.document, "head/subject", "Tuyên  truyền", NULL, NULL));
  ck_assert (dui_test_wait (is_checked, &self, 30));
  ck_assert_ptr_eq (dui_findings_pane_get_selected (self.pane), item);

  close_fixture (&self);
}
END_TEST

START_TEST (a_repair_never_touches_a_text_that_was_typed_into)
{
  Fixture self = { 0 };
  DuiFindingItem *item;
  guint position;
  g_autoptr (GError) error = NULL;

  open_fixture (&self);
  type (&self, WRONG);
  item = find_item (&self, find_safe_rule (&self), &position);
  ck_assert (dui_document_set_text (self.document, self.body, OTHER, NULL, NULL));
  ck_assert (!dui_inspector_fix (self.inspector, dui_finding_item_get_finding (item), &error));
  ck_assert_ptr_nonnull (error);
  ck_assert_str_eq (dt_node_get_text (dt_plan_find (dui_document_get_plan (self.document), self.body)), OTHER);

  close_fixture (&self);
}
END_TEST

START_TEST (the_bar_shows_what_is_wrong_at_the_caret)
{
  Fixture self = { 0 };
  DuiFindingBar *bar;
  DtFinding *finding;
  guint position;

  open_fixture (&self);
  type (&self, WRONG);
  finding = dui_finding_item_get_finding (find_item (&self, find_safe_rule (&self), &position));
  bar = g_object_ref_sink (DUI_FINDING_BAR (dui_finding_bar_new (self.document)));
  ck_assert (!dui_finding_bar_fix (bar));
  dui_finding_bar_set_place (bar, self.body, (guint) strlen (WRONG) - 3);
  ck_assert_ptr_null (dui_finding_bar_get_finding (bar));
  dui_finding_bar_set_place (bar, self.body, (guint) finding->start);
  ck_assert_ptr_eq (dui_finding_bar_get_finding (bar), finding);
  ck_assert (dui_finding_bar_fix (bar));
  ck_assert_str_ne (dt_node_get_text (dt_plan_find (dui_document_get_plan (self.document), self.body)), WRONG);
  dui_assert_finalizes (bar);

  close_fixture (&self);
}
END_TEST

START_TEST (a_finding_lies_in_the_field_it_is_about)
{
  Fixture self = { 0 };
  g_autoptr (DtPlan) plan = NULL;
  g_autoptr (GHashTable) fields = NULL;
  g_autofree char *symbol = dui_binding_make_key ("head", DT_ATTR_SYMBOL);
  g_autofree char *place = dui_binding_make_key ("head", DT_ATTR_PLACE);
  GListModel *model;
  guint n_found = 0;

  open_fixture (&self);
  plan = dt_plan_set_attribute (dui_document_get_plan (self.document), "head", DT_ATTR_SYMBOL, "kh-ubnd", NULL);
  ck_assert_ptr_nonnull (plan);
  dui_document_apply (self.document, plan, NULL, NULL);
  type (&self, WRONG);

  fields = dui_inspector_describe_fields (self.inspector);
  ck_assert_ptr_nonnull (g_hash_table_lookup (fields, symbol));
  ck_assert_ptr_null (g_hash_table_lookup (fields, place));
  ck_assert_ptr_nonnull (g_hash_table_lookup (fields, self.body));

  /* The words beside the field name the clause. */
  model = dui_findings_pane_get_model (self.pane);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (DuiFindingItem) item = g_list_model_get_item (model, i);
      DtFinding *finding = dui_finding_item_get_finding (item);
      g_autofree char *field = finding != NULL ? dui_inspector_find_field (self.inspector, finding) : NULL;
      const char *words = field != NULL ? g_hash_table_lookup (fields, field) : NULL;

      if (g_strcmp0 (field, symbol) != 0)
        continue;
      n_found++;
      ck_assert_ptr_nonnull (strstr (words, finding->message + 1));
      ck_assert_ptr_nonnull (strstr (words, finding->rule->clause));
    }
  ck_assert_uint_gt (n_found, 0);

  close_fixture (&self);
}
END_TEST

static const struct
{
  const char *typed;
  const char *instead; /* NULL: nothing to do */
} successors[] = {
  { "61/2018/NĐ-CP", "[[118/2025/NĐ-CP]]" },
  { "61/2018/NĐ-CP|full", "[[118/2025/NĐ-CP|full]]" },
  { "76/NQ-CP; 61/2018/NĐ-CP", "[[76/NQ-CP; 118/2025/NĐ-CP]]" },
  { "61/2018/NĐ-CP#Điều 5", NULL },
  { "76/NQ-CP", NULL },
  { "1/KHONG-CO", NULL },
};

START_TEST (what_was_replaced_gives_way_to_its_successor)
{
  DtCatalog *catalog;
  const char *number = NULL;
  g_autofree char *instead = NULL;

  dui_test_wait_for_catalog ();
  catalog = dui_engine_get_catalog (dui_test_get_engine ());
  instead = dui_successor_cite (successors[_i].typed, catalog, dt_date_make (2026, 6, 1), &number);
  ck_assert_pstr_eq (instead, successors[_i].instead);
  ck_assert_pstr_eq (number, successors[_i].instead != NULL ? "118/2025/NĐ-CP" : NULL);
}
END_TEST

START_TEST (an_expired_citation_is_mended_with_one_click)
{
  Fixture self = { 0 };
  DuiFindingItem *item;
  guint position;
  g_autoptr (GError) error = NULL;

  open_fixture (&self);
  type (&self, "Thực hiện [[61/2018/NĐ-CP|full]] tại xã.");
  item = find_item (&self, "L49", &position);
  ck_assert_ptr_nonnull (item);
  ck_assert (dui_inspector_can_fix (self.inspector, dui_finding_item_get_finding (item)));
  ck_assert (dui_inspector_fix (self.inspector, dui_finding_item_get_finding (item), &error));
  ck_assert_str_eq (dt_node_get_text (dt_plan_find (dui_document_get_plan (self.document), self.body)),
                    "Thực hiện [[118/2025/NĐ-CP|full]] tại xã.");

  close_fixture (&self);
}
END_TEST

START_TEST (blanks_are_listed_as_missing)
{
  Fixture self = { 0 };
  GListModel *model;
  g_autoptr (DuiFindingItem) heading = NULL;
  g_autoptr (DuiFindingItem) blank = NULL;
  guint offset;

  open_fixture (&self);
  type (&self, "Đến hết {{thoi-gian}} hoàn thành.");
  model = dui_findings_pane_get_model (self.pane);
  heading = g_list_model_get_item (model, 0);
  ck_assert_int_eq (dui_finding_item_get_group (heading), DUI_FINDING_MISSING);
  ck_assert (dui_finding_item_is_heading (heading));
  for (guint i = 1; i <= dui_finding_item_get_count (heading); i++)
    {
      g_clear_object (&blank);
      blank = g_list_model_get_item (model, i);
      if (g_strcmp0 (dui_finding_item_get_node (blank, &offset), self.body) == 0)
        break;
    }
  ck_assert_str_eq (dui_finding_item_get_node (blank, &offset), self.body);
  ck_assert_uint_eq (offset, strlen ("Đến hết "));

  close_fixture (&self);
}
END_TEST

int
main (int argc,
      char **argv)
{
  Suite *suite = suite_create ("findings");
  TCase *basic = tcase_create ("basic");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (basic, 120);
  tcase_add_test (basic, what_is_typed_wrong_is_listed_and_mended);
  tcase_add_test (basic, all_safe_errors_are_mended_in_one_step);
  tcase_add_test (basic, an_ignored_finding_says_why_and_can_be_judged_again);
  tcase_add_test (basic, the_selected_row_stays_while_somebody_types);
  tcase_add_test (basic, a_repair_never_touches_a_text_that_was_typed_into);
  tcase_add_test (basic, the_bar_shows_what_is_wrong_at_the_caret);
  tcase_add_test (basic, a_finding_lies_in_the_field_it_is_about);
  tcase_add_loop_test (basic, what_was_replaced_gives_way_to_its_successor, 0, G_N_ELEMENTS (successors));
  tcase_add_test (basic, an_expired_citation_is_mended_with_one_click);
  tcase_add_test (basic, blanks_are_listed_as_missing);
  suite_add_tcase (suite, basic);

  return dui_test_main (suite);
}
