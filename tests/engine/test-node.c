/* test-node.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-random-plan.h"
#include "dt-test.h"

static DtNode *
make_section (void)
{
  g_autoptr (DtNode) title = dt_node_new_text (DT_NODE_TITLE, "Mục đích");
  g_autoptr (DtNode) body = dt_node_new_text (DT_NODE_BODY, "một\nhai");
  DtNode *children[] = { title, body };
  const DtAttributeValue attributes[] = {
    { DT_ATTR_UNIT, "roman" },
    { DT_ATTR_ID, "s7" },
    { DT_ATTR_TEMPLATE, "" },
  };

  return dt_node_new_full (DT_NODE_SECTION, 12, NULL, attributes, G_N_ELEMENTS (attributes),
                           children, G_N_ELEMENTS (children));
}

START_TEST (a_node_says_what_it_was_made_of)
{
  g_autoptr (DtNode) node = make_section ();

  ck_assert_int_eq (dt_node_get_kind (node), DT_NODE_SECTION);
  ck_assert_str_eq (dt_node_get_id (node), "s7");
  ck_assert_str_eq (dt_node_get_attribute (node, DT_ATTR_UNIT), "roman");
  ck_assert_ptr_null (dt_node_get_attribute (node, DT_ATTR_TEMPLATE));
  ck_assert_ptr_null (dt_node_get_attribute (node, DT_ATTR_SCHEME));
  ck_assert_uint_eq (dt_node_get_line (node), 12);
  ck_assert_uint_eq (dt_node_get_n_children (node), 2);
  ck_assert_int_eq (dt_node_get_kind (dt_node_get_child (node, 1)), DT_NODE_BODY);
  ck_assert_str_eq (dt_node_get_child_text (node, DT_NODE_TITLE), "Mục đích");
  ck_assert_ptr_null (dt_node_get_child_text (node, DT_NODE_CLOSING));
  ck_assert_ptr_null (dt_node_find_child (node, DT_NODE_SECTION));
}
END_TEST

START_TEST (only_nodes_that_hold_text_have_text)
{
  g_autoptr (DtNode) body = dt_node_new (DT_NODE_BODY);
  g_autoptr (DtNode) section = dt_node_new (DT_NODE_SECTION);

  ck_assert_str_eq (dt_node_get_text (body), "");
  ck_assert_ptr_null (dt_node_get_text (section));
}
END_TEST

static const struct
{
  const char *text;
  const char *kept;
} forms[] = {
  { "một\r\nhai\rba\n", "một\nhai\nba\n" },
  { "\r\r\n\n\r", "\n\n\n\n" },
  { "tie\314\202\314\201ng Vie\314\243\314\202t", "tiếng Việt" },
  { "  hai bên  ", "  hai bên  " },
  { "a\377b", "a\357\277\275b" },
  { "e\314\202\314\201\r", "ế\n" },
};

START_TEST (text_is_kept_in_one_form)
{
  g_autoptr (DtNode) node = dt_node_new_text (DT_NODE_BODY, forms[_i].text);
  g_autoptr (DtNode) again = dt_node_with_text (node, forms[_i].text);

  ck_assert_str_eq (dt_node_get_text (node), forms[_i].kept);
  ck_assert_str_eq (dt_node_get_text (again), forms[_i].kept);
}
END_TEST

START_TEST (values_are_kept_in_normal_form)
{
  g_autoptr (DtNode) head = dt_node_new (DT_NODE_HEAD);
  g_autoptr (DtNode) named = dt_node_with_attribute (head, DT_ATTR_PLACE, "Hue\314\202\314\201");

  ck_assert_str_eq (dt_node_get_attribute (named, DT_ATTR_PLACE), "Huế");
  ck_assert_ptr_null (dt_node_get_attribute (head, DT_ATTR_PLACE));
}
END_TEST

START_TEST (a_later_value_wins)
{
  const DtAttributeValue attributes[] = {
    { DT_ATTR_DATE, "2025" },
    { DT_ATTR_NUMBER, "1" },
    { DT_ATTR_DATE, "2026" },
    { DT_ATTR_NUMBER, NULL },
  };
  g_autoptr (DtNode) head = dt_node_new_full (DT_NODE_HEAD, 0, NULL, attributes,
                                              G_N_ELEMENTS (attributes), NULL, 0);

  ck_assert_str_eq (dt_node_get_attribute (head, DT_ATTR_DATE), "2026");
  ck_assert_ptr_null (dt_node_get_attribute (head, DT_ATTR_NUMBER));
}
END_TEST

START_TEST (changes_leave_the_original_alone_and_share_the_rest)
{
  g_autoptr (DtNode) node = make_section ();
  g_autofree char *before = dt_dump_tree (node);
  g_autoptr (DtNode) title = dt_node_new_text (DT_NODE_TITLE, "Yêu cầu");
  g_autoptr (DtNode) section = dt_node_new (DT_NODE_SECTION);
  g_autoptr (DtNode) replaced = dt_node_with_child (node, 0, title);
  g_autoptr (DtNode) inserted = dt_node_with_child_inserted (node, 2, section);
  g_autoptr (DtNode) removed = dt_node_with_child_removed (node, 0);
  g_autoptr (DtNode) named = dt_node_with_attribute (node, DT_ATTR_ID, "s8");
  g_autoptr (DtNode) bare = dt_node_with_attribute (node, DT_ATTR_ID, NULL);
  g_autofree char *after = dt_dump_tree (node);

  ck_assert_str_eq (before, after);
  ck_assert_ptr_eq (dt_node_get_child (replaced, 0), title);
  ck_assert_ptr_eq (dt_node_get_child (replaced, 1), dt_node_get_child (node, 1));
  ck_assert_ptr_eq (dt_node_get_child (inserted, 0), dt_node_get_child (node, 0));
  ck_assert_ptr_eq (dt_node_get_child (inserted, 2), section);
  ck_assert_uint_eq (dt_node_get_n_children (removed), 1);
  ck_assert_ptr_eq (dt_node_get_child (removed, 0), dt_node_get_child (node, 1));
  ck_assert_str_eq (dt_node_get_id (named), "s8");
  ck_assert_ptr_eq (dt_node_get_attribute (named, DT_ATTR_UNIT), dt_node_get_attribute (node, DT_ATTR_UNIT));
  ck_assert_ptr_eq (dt_node_get_child (named, 1), dt_node_get_child (node, 1));
  ck_assert_ptr_null (dt_node_get_id (bare));
  ck_assert_uint_eq (dt_node_get_line (named), 12);
}
END_TEST

START_TEST (added_children_stand_where_the_schema_wants_them)
{
  g_autoptr (DtNode) section = dt_node_new (DT_NODE_SECTION);
  static const DtNodeKind kinds[] = { DT_NODE_SECTION, DT_NODE_BODY, DT_NODE_SECTION, DT_NODE_TITLE };
  g_autofree char *dump = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (DtNode) child = dt_node_new (kinds[i]);
      DtNode *grown = dt_node_with_child_added (section, child);

      dt_node_unref (section);
      section = grown;
    }

  dump = dt_dump_tree (section);
  ck_assert_str_eq (dump, "(section (title) (body) (section) (section))");
}
END_TEST

START_TEST (equality_is_of_content)
{
  g_autoptr (DtNode) a = make_section ();
  g_autoptr (DtNode) b = make_section ();
  g_autoptr (DtNode) title = dt_node_new_text (DT_NODE_TITLE, "khác");
  g_autoptr (DtNode) other_child = dt_node_with_child (a, 0, title);
  g_autoptr (DtNode) other_value = dt_node_with_attribute (a, DT_ATTR_UNIT, "none");
  g_autoptr (DtNode) fewer = dt_node_with_child_removed (a, 1);
  g_autoptr (DtNode) unread = dt_node_new (DT_NODE_SECTION);
  g_autoptr (DtNode) read = dt_node_new_full (DT_NODE_SECTION, 9, NULL, NULL, 0, NULL, 0);

  ck_assert (dt_node_equal (a, a));
  ck_assert (dt_node_equal (a, b));
  ck_assert (!dt_node_equal (a, other_child));
  ck_assert (!dt_node_equal (a, other_value));
  ck_assert (!dt_node_equal (a, fewer));
  ck_assert (!dt_node_equal (a, title));
  ck_assert (dt_node_equal (unread, read));
}
END_TEST

static DtNode *
make_chain (guint depth)
{
  DtNode *node = dt_node_new_text (DT_NODE_BODY, "đáy");

  for (guint i = 0; i < depth; i++)
    {
      DtNode *parent = dt_node_new_full (DT_NODE_SECTION, 0, NULL, NULL, 0, &node, 1);

      dt_node_unref (node);
      node = parent;
    }

  return node;
}

START_TEST (hundreds_of_thousands_of_levels_do_not_exhaust_the_stack)
{
  g_autoptr (DtNode) a = make_chain (300000);
  g_autoptr (DtNode) b = make_chain (300000);
  g_autoptr (DtNode) c = make_chain (299999);

  ck_assert (dt_node_equal (a, b));
  ck_assert (!dt_node_equal (a, c));
}
END_TEST

START_TEST (shared_nodes_outlive_their_parents)
{
  DtNode *node = make_section ();
  g_autoptr (DtNode) body = dt_node_ref (dt_node_get_child (node, 1));
  DtNode *copy = dt_node_with_attribute (node, DT_ATTR_ID, "s9");

  dt_node_unref (node);
  ck_assert_str_eq (dt_node_get_child_text (copy, DT_NODE_TITLE), "Mục đích");
  dt_node_unref (copy);
  ck_assert_str_eq (dt_node_get_text (body), "một\nhai");
}
END_TEST

START_TEST (random_trees_equal_themselves_only)
{
  g_autoptr (DtNode) a = dt_random_root ((guint32) _i);
  g_autoptr (DtNode) b = dt_random_root ((guint32) _i);
  g_autoptr (DtNode) c = dt_random_root ((guint32) _i + 1000);

  ck_assert (dt_node_equal (a, b));
  ck_assert (!dt_node_equal (a, c));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("node");
  TCase *content = tcase_create ("content");
  TCase *sharing = tcase_create ("sharing");

  tcase_set_timeout (content, 120);
  tcase_add_test (content, a_node_says_what_it_was_made_of);
  tcase_add_test (content, only_nodes_that_hold_text_have_text);
  tcase_add_loop_test (content, text_is_kept_in_one_form, 0, G_N_ELEMENTS (forms));
  tcase_add_test (content, values_are_kept_in_normal_form);
  tcase_add_test (content, a_later_value_wins);
  suite_add_tcase (suite, content);

  tcase_set_timeout (sharing, 120);
  tcase_add_test (sharing, changes_leave_the_original_alone_and_share_the_rest);
  tcase_add_test (sharing, added_children_stand_where_the_schema_wants_them);
  tcase_add_test (sharing, equality_is_of_content);
  tcase_add_test (sharing, hundreds_of_thousands_of_levels_do_not_exhaust_the_stack);
  tcase_add_test (sharing, shared_nodes_outlive_their_parents);
  tcase_add_loop_test (sharing, random_trees_equal_themselves_only, 0, 20);
  suite_add_tcase (suite, sharing);

  return dt_test_main (suite);
}
