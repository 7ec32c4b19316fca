/* test-plan.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-plan.h"

#include <string.h>

START_TEST (an_empty_plan_has_a_kind_and_a_head)
{
  g_autoptr (DtPlan) plan = dt_plan_new_empty ("ke-hoach");
  g_autofree char *dump = dt_dump_tree (dt_plan_get_root (plan));

  ck_assert_str_eq (dump, "(plan kind=ke-hoach (head))");
}
END_TEST

static const struct
{
  const char *reference;
  const char *dump;
} references[] = {
  { "plan/head/subject", "(subject 'Cải cách hành chính')" },
  { "head/subject", "(subject 'Cải cách hành chính')" },
  { "s2", "(section id=s2 (title 'hai'))" },
  { "s2/title", "(title 'hai')" },
  { "r2", "(recipient id=r2)" },
  { "t1/work", "(work 'việc')" },
  { "", NULL },
  { "/", NULL },
  { "s9", NULL },
  { "s2/body", NULL },
  { "s1/s2", NULL },
  { "section", NULL },
  { "sections/section", NULL },
  { "plan/plan", NULL },
  { "subject", NULL },
  { "s2/", NULL },
  { "/s2", NULL },
  { "annex", NULL },
};

START_TEST (references_are_found)
{
  g_autoptr (DtPlan) plan = make_plan ();
  const DtNode *node = dt_plan_find (plan, references[_i].reference);
  g_autofree char *dump = node != NULL ? dt_dump_tree (node) : NULL;

  ck_assert_pstr_eq (dump, references[_i].dump);
}
END_TEST

static void
check_references (const DtPlan *plan,
                  const DtNode *node,
                  const char *parent_reference)
{
  g_autofree char *reference = dt_plan_child_reference (parent_reference, node);

  ck_assert_ptr_eq (dt_plan_find (plan, reference), node);
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    check_references (plan, dt_node_get_child (node, i), reference);
}

START_TEST (every_node_is_found_by_its_reference)
{
  g_autoptr (DtNode) root = dt_random_root ((guint32) _i);
  g_autoptr (DtPlan) plan = dt_plan_new (root, NULL);

  check_references (plan, dt_plan_get_root (plan), NULL);
}
END_TEST

START_TEST (ids_are_given_in_order_after_those_in_use)
{
  g_autoptr (DtNode) head = dt_node_new (DT_NODE_HEAD);
  g_autoptr (DtNode) second = make_node (DT_NODE_SECTION, NULL, make_node (DT_NODE_SECTION, "s5", NULL, NULL),
                                         make_node (DT_NODE_SECTION, NULL, NULL, NULL));
  g_autoptr (DtNode) sections = make_node (DT_NODE_SECTIONS, NULL, make_node (DT_NODE_SECTION, NULL, NULL, NULL),
                                           dt_node_ref (second));
  DtNode *children[] = { head, sections };
  const DtAttributeValue kind = { DT_ATTR_KIND, "ke-hoach" };
  g_autoptr (DtNode) root = dt_node_new_full (DT_NODE_PLAN, 0, NULL, &kind, 1, children, 2);
  g_autoptr (DtPlan) plan = dt_plan_new (root, NULL);
  g_autofree char *dump = dump_sections (plan);

  ck_assert_str_eq (dump, "(sections (section id=s6) (section id=s7 (section id=s5) (section id=s8)))");
}
END_TEST

START_TEST (a_plan_with_all_ids_keeps_its_tree)
{
  g_autoptr (DtPlan) plan = make_plan ();
  g_autoptr (DtPlan) again = dt_plan_new (dt_plan_get_root (plan), NULL);

  ck_assert_ptr_eq (dt_plan_get_root (plan), dt_plan_get_root (again));
  ck_assert (dt_plan_equal (plan, again));
}
END_TEST

/* Trees that are no plans. */
static DtNode *
make_bad (int number)
{
  const DtAttributeValue kind = { DT_ATTR_KIND, "ke-hoach" };
  const DtAttributeValue key = { DT_ATTR_KEY, "a" };
  g_autoptr (DtNode) head = dt_node_new (DT_NODE_HEAD);
  g_autoptr (DtNode) other = NULL;
  DtNode *children[3] = { head };
  DtNode *field;

  switch (number)
    {
    case 0:
      return dt_node_new (DT_NODE_SECTION);
    case 1:
      return dt_node_new_full (DT_NODE_PLAN, 0, NULL, &kind, 1, NULL, 0);
    case 2:
      return dt_node_new_full (DT_NODE_PLAN, 0, NULL, NULL, 0, children, 1);
    case 3:
      other = dt_node_new (DT_NODE_SECTION);
      break;
    case 4:
      other = dt_node_new (DT_NODE_HEAD);
      break;
    case 5:
      other = make_node (DT_NODE_SECTIONS, NULL, make_node (DT_NODE_SECTION, "s1", NULL, NULL),
                         make_node (DT_NODE_SECTION, "s1", NULL, NULL));
      break;
    case 6:
      other = make_node (DT_NODE_SECTIONS, NULL, make_node (DT_NODE_SECTION, "head", NULL, NULL), NULL);
      break;
    case 7:
      field = dt_node_new_full (DT_NODE_FIELD, 7, NULL, &key, 1, NULL, 0);
      other = make_node (DT_NODE_FIELDS, NULL, dt_node_ref (field), field);
      break;
    case 8:
      other = make_node (DT_NODE_FIELDS, NULL, dt_node_new (DT_NODE_FIELD), NULL);
      break;
    case 9:
      other = make_node (DT_NODE_SECTIONS, NULL, make_node (DT_NODE_SECTION, NULL, make_title ("a\nb"), NULL), NULL);
      break;
    case 10:
      other = dt_node_new_full (DT_NODE_SECTIONS, 5, "chữ", NULL, 0, NULL, 0);
      break;
    case 11:
      other = make_node (DT_NODE_SECTIONS, NULL,
                         make_node (DT_NODE_SECTION, NULL, dt_node_new (DT_NODE_BODY), make_title ("")), NULL);
      break;
    case 12:
      other = dt_node_new (DT_NODE_SECTION);
      for (int i = 0; i < 50000; i++)
        other = make_node (DT_NODE_SECTION, NULL, g_steal_pointer (&other), NULL);
      other = make_node (DT_NODE_SECTIONS, NULL, g_steal_pointer (&other), NULL);
      break;
    case 13:
      other = make_node (DT_NODE_CLOSING, NULL, make_title (""), NULL);
      break;
    default:
      g_assert_not_reached ();
    }

  children[1] = other;
  return dt_node_new_full (DT_NODE_PLAN, 0, NULL, &kind, 1, children, 2);
}

static const struct
{
  DtEditError code;
  const char *words;
} bad[] = {
  { DT_EDIT_ERROR_NOT_ALLOWED, "expected <plan> at the root, not <section>" },
  { DT_EDIT_ERROR_NOT_ALLOWED, "<plan>: expected <head> in it" },
  { DT_EDIT_ERROR_VALUE, "<plan>: attribute “kind”: expected a value" },
  { DT_EDIT_ERROR_NOT_ALLOWED, "<section> may not stand in <plan>; expected <head>, <fields>" },
  { DT_EDIT_ERROR_NOT_ALLOWED, "<head> stands twice or too late in <plan>" },
  { DT_EDIT_ERROR_VALUE, "<section id=\"s1\">: another element has the same id" },
  { DT_EDIT_ERROR_VALUE, "attribute “id”: expected an id that is not the name of an element" },
  { DT_EDIT_ERROR_VALUE, "line 7: <field>: there is another field named “a”" },
  { DT_EDIT_ERROR_VALUE, "<field>: attribute “key”: expected a value" },
  { DT_EDIT_ERROR_VALUE, "<title>: expected a single line" },
  { DT_EDIT_ERROR_VALUE, "line 5: <sections>: expected no text" },
  { DT_EDIT_ERROR_NOT_ALLOWED, "<title> stands twice or too late in <section>; expected the order <title>, <body>" },
  { DT_EDIT_ERROR_NOT_ALLOWED, "sections may stand at most 16 deep" },
  { DT_EDIT_ERROR_NOT_ALLOWED, "<title> may not stand in <closing>, which holds no elements" },
};

START_TEST (trees_that_are_no_plans_are_refused_in_words)
{
  g_autoptr (DtNode) root = make_bad (_i);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = dt_plan_new (root, &error);

  ck_assert_ptr_null (plan);
  dt_assert_error (error, DT_EDIT_ERROR, bad[_i].code);
  ck_assert_msg (strstr (error->message, bad[_i].words) != NULL, "%s", error->message);
}
END_TEST

START_TEST (ten_thousand_tasks_are_named_in_no_time)
{
  g_autoptr (DtNode) head = dt_node_new (DT_NODE_HEAD);
  g_autoptr (DtNode) task = dt_node_new (DT_NODE_TASK);
  g_autoptr (DtNode) tasks = NULL;
  g_autoptr (DtNode) root = NULL;
  g_autoptr (DtPlan) plan = NULL;
  g_autofree DtNode **many = g_new (DtNode *, 10000);
  DtNode *children[2] = { head };
  const DtAttributeValue kind = { DT_ATTR_KIND, "ke-hoach" };
  gint64 start = g_get_monotonic_time ();

  for (int i = 0; i < 10000; i++)
    many[i] = task;
  tasks = dt_node_new_full (DT_NODE_TASKS, 0, NULL, NULL, 0, many, 10000);
  children[1] = tasks;
  root = dt_node_new_full (DT_NODE_PLAN, 0, NULL, &kind, 1, children, 2);
  plan = dt_plan_new (root, NULL);

  ck_assert_ptr_nonnull (dt_plan_find (plan, "t10000"));
  ck_assert_int_lt (g_get_monotonic_time () - start, G_USEC_PER_SEC);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("plan");
  TCase *making = tcase_create ("making");

  tcase_set_timeout (making, 120);
  tcase_add_test (making, an_empty_plan_has_a_kind_and_a_head);
  tcase_add_loop_test (making, references_are_found, 0, G_N_ELEMENTS (references));
  tcase_add_loop_test (making, every_node_is_found_by_its_reference, 0, 20);
  tcase_add_test (making, ids_are_given_in_order_after_those_in_use);
  tcase_add_test (making, a_plan_with_all_ids_keeps_its_tree);
  tcase_add_loop_test (making, trees_that_are_no_plans_are_refused_in_words, 0, G_N_ELEMENTS (bad));
  tcase_add_test (making, ten_thousand_tasks_are_named_in_no_time);
  suite_add_tcase (suite, making);

  return dt_test_main (suite);
}
