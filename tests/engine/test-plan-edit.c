/* test-plan-edit.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test-plan.h"

#include <string.h>

START_TEST (edits_make_what_is_missing)
{
  g_autoptr (DtPlan) plan = make_plan ();
  g_autofree char *dump = dump_sections (plan);

  ck_assert_str_eq (dump, "(sections (section id=s1 (title 'một') (section id=s2 (title 'hai'))"
                          " (section id=s3 (body '- ba'))) (section id=s4 (title 'bốn')))");
  ck_assert_str_eq (dt_node_get_text (dt_plan_find (plan, "head/subject")), "Cải cách hành chính");
  ck_assert_str_eq (dt_node_get_text (dt_plan_find (plan, "recipients/archive")), "VT");
}
END_TEST

START_TEST (a_change_of_text_shares_all_else)
{
  g_autoptr (DtPlan) plan = make_plan ();
  g_autoptr (DtPlan) changed = dt_plan_set_text (plan, "s2/title", "khác", NULL);

  ck_assert_str_eq (dt_node_get_text (dt_plan_find (plan, "s2/title")), "hai");
  ck_assert_str_eq (dt_node_get_text (dt_plan_find (changed, "s2/title")), "khác");
  ck_assert_ptr_eq (dt_plan_find (plan, "head"), dt_plan_find (changed, "head"));
  ck_assert_ptr_eq (dt_plan_find (plan, "s3"), dt_plan_find (changed, "s3"));
  ck_assert_ptr_eq (dt_plan_find (plan, "s4"), dt_plan_find (changed, "s4"));
  ck_assert_ptr_eq (dt_plan_find (plan, "s1/title"), dt_plan_find (changed, "s1/title"));
  ck_assert_ptr_eq (dt_plan_find (plan, "tasks"), dt_plan_find (changed, "tasks"));
  ck_assert_ptr_ne (dt_plan_find (plan, "s1"), dt_plan_find (changed, "s1"));
}
END_TEST

START_TEST (what_is_said_already_changes_nothing)
{
  g_autoptr (DtPlan) plan = make_plan ();
  g_autoptr (DtPlan) text = dt_plan_set_text (plan, "s2/title", "hai", NULL);
  g_autoptr (DtPlan) value = dt_plan_set_attribute (plan, "plan", DT_ATTR_KIND, "ke-hoach", NULL);
  g_autoptr (DtPlan) none = dt_plan_set_attribute (plan, "head", DT_ATTR_DATE, "", NULL);

  ck_assert_ptr_eq (text, plan);
  ck_assert_ptr_eq (value, plan);
  ck_assert_ptr_eq (none, plan);
}
END_TEST

START_TEST (attributes_are_set_and_taken_away)
{
  g_autoptr (DtPlan) plan = make_plan ();
  g_autoptr (DtPlan) dated = dt_plan_set_attribute (plan, "head", DT_ATTR_DATE, "2026-11", NULL);
  g_autoptr (DtPlan) bare = dt_plan_set_attribute (dated, "head", DT_ATTR_DATE, NULL, NULL);
  g_autoptr (DtPlan) formed = dt_plan_set_attribute (plan, "bases", DT_ATTR_FORM, "merged", NULL);
  g_autoptr (DtPlan) renamed = dt_plan_set_attribute (plan, "s2", DT_ATTR_ID, "muc-dich", NULL);

  ck_assert_str_eq (dt_node_get_attribute (dt_plan_find (dated, "head"), DT_ATTR_DATE), "2026-11");
  ck_assert (dt_plan_equal (plan, bare));
  ck_assert_str_eq (dt_node_get_attribute (dt_plan_find (formed, "bases"), DT_ATTR_FORM), "merged");
  ck_assert_ptr_nonnull (dt_plan_find (renamed, "muc-dich/title"));
  ck_assert_ptr_null (dt_plan_find (renamed, "s2"));
}
END_TEST

typedef enum
{
  SET_TEXT,
  SET_ATTRIBUTE,
  INSERT,
  REMOVE,
  MOVE,
  REPLACE,
} Verb;

static const struct
{
  Verb verb;
  const char *reference;
  const char *argument;
  int number; /* attribute, kind or position */
  DtEditError code;
  const char *words;
} refused[] = {
  { SET_TEXT, "s9/title", "a", 0, DT_EDIT_ERROR_NOT_FOUND, "there is no “s9/title” in the plan" },
  { SET_TEXT, "s1", "a", 0, DT_EDIT_ERROR_NOT_ALLOWED, "“s1” holds no text of its own" },
  { SET_TEXT, "s1/title", "a\nb", 0, DT_EDIT_ERROR_VALUE, "s1/title: expected a single line" },
  { SET_TEXT, "s1/title", "a\rb", 0, DT_EDIT_ERROR_VALUE, "expected a single line" },
  { SET_TEXT, "s1/body", "a\002", 0, DT_EDIT_ERROR_VALUE, "U+0002" },
  { SET_ATTRIBUTE, "head", "2026-02-30", DT_ATTR_DATE, DT_EDIT_ERROR_VALUE, "head: attribute “date”: expected a date" },
  { SET_ATTRIBUTE, "head", "x", DT_ATTR_KEY, DT_EDIT_ERROR_NOT_ALLOWED, "carries no attribute “key”" },
  { SET_ATTRIBUTE, "plan", "", DT_ATTR_KIND, DT_EDIT_ERROR_VALUE, "expected a value" },
  { SET_ATTRIBUTE, "s1", "s2", DT_ATTR_ID, DT_EDIT_ERROR_VALUE, "another element has the id “s2”" },
  { SET_ATTRIBUTE, "s1", "", DT_ATTR_ID, DT_EDIT_ERROR_VALUE, "expected an id" },
  { SET_ATTRIBUTE, "s7", "a", DT_ATTR_ID, DT_EDIT_ERROR_NOT_FOUND, "there is no “s7”" },
  { INSERT, "s9", "-1", DT_NODE_SECTION, DT_EDIT_ERROR_NOT_FOUND, "there is no “s9”" },
  { INSERT, "head", "-1", DT_NODE_SECTION, DT_EDIT_ERROR_NOT_ALLOWED,
    "<section> may not stand in <head>; expected <parent>, <agency>" },
  { INSERT, "s1/title", "-1", DT_NODE_SECTION, DT_EDIT_ERROR_NOT_ALLOWED, "which holds no elements" },
  { INSERT, "s1", "3", DT_NODE_SECTION, DT_EDIT_ERROR_NOT_ALLOWED, "no place 3 for <section> in <section>, which holds 2" },
  { INSERT, "s1", "-1", DT_NODE_TITLE, DT_EDIT_ERROR_NOT_ALLOWED, "<title> stands only once in <section>" },
  { INSERT, "fields", "-1", DT_NODE_FIELD, DT_EDIT_ERROR_VALUE, "“key”" },
  { REMOVE, "plan", NULL, 0, DT_EDIT_ERROR_NOT_ALLOWED, "cannot do without <plan>" },
  { REMOVE, "head", NULL, 0, DT_EDIT_ERROR_NOT_ALLOWED, "cannot do without <head>" },
  { REMOVE, "bases", NULL, 0, DT_EDIT_ERROR_NOT_FOUND, "there is no “bases”" },
  { REMOVE, "s1/body", NULL, 0, DT_EDIT_ERROR_NOT_FOUND, "there is no “s1/body”" },
  { MOVE, "s1", "s1", -1, DT_EDIT_ERROR_NOT_ALLOWED, "“s1” cannot be moved into itself" },
  { MOVE, "s1", "s3", -1, DT_EDIT_ERROR_NOT_ALLOWED, "“s1” cannot be moved into itself" },
  { MOVE, "plan", "s3", -1, DT_EDIT_ERROR_NOT_ALLOWED, "itself" },
  { MOVE, "s1", "recipients", -1, DT_EDIT_ERROR_NOT_ALLOWED, "<section> may not stand in <recipients>" },
  { MOVE, "s9", "s1", -1, DT_EDIT_ERROR_NOT_FOUND, "there is no “s9”" },
  { MOVE, "s4", "s9", -1, DT_EDIT_ERROR_NOT_FOUND, "there is no “s9”" },
  { MOVE, "s2", "s1", 2, DT_EDIT_ERROR_NOT_ALLOWED, "no place 2" },
  { REPLACE, "s1", NULL, DT_NODE_TITLE, DT_EDIT_ERROR_NOT_ALLOWED, "expected <section> in place of “s1”, not <title>" },
  { REPLACE, "s9", NULL, DT_NODE_SECTION, DT_EDIT_ERROR_NOT_FOUND, "there is no “s9”" },
  { REPLACE, "plan", NULL, DT_NODE_PLAN, DT_EDIT_ERROR_VALUE, "expected a value" },
};

static DtPlan *
edit (const DtPlan *plan,
      Verb verb,
      const char *reference,
      const char *argument,
      int number,
      GError **error)
{
  g_autoptr (DtNode) node = NULL;

  switch (verb)
    {
    case SET_TEXT:
      return dt_plan_set_text (plan, reference, argument, error);
    case SET_ATTRIBUTE:
      return dt_plan_set_attribute (plan, reference, (DtAttribute) number, argument, error);
    case INSERT:
      node = dt_node_new ((DtNodeKind) number);
      return dt_plan_insert (plan, reference, atoi (argument), node, error);
    case REMOVE:
      return dt_plan_remove (plan, reference, error);
    case MOVE:
      return dt_plan_move (plan, reference, argument, number, error);
    case REPLACE:
      node = dt_node_new ((DtNodeKind) number);
      return dt_plan_replace (plan, reference, node, error);
    default:
      g_assert_not_reached ();
    }
}

START_TEST (unlawful_edits_are_refused_in_words)
{
  g_autoptr (DtPlan) plan = make_plan ();
  g_autofree char *before = dt_dump_tree (dt_plan_get_root (plan));
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) edited = edit (plan, refused[_i].verb, refused[_i].reference, refused[_i].argument,
                                    refused[_i].number, &error);
  g_autofree char *after = dt_dump_tree (dt_plan_get_root (plan));

  ck_assert_ptr_null (edited);
  dt_assert_error (error, DT_EDIT_ERROR, refused[_i].code);
  ck_assert_msg (strstr (error->message, refused[_i].words) != NULL, "%s", error->message);
  ck_assert_str_eq (before, after);
}
END_TEST

static const struct
{
  const char *reference;
  const char *parent;
  int position;
  const char *order;
} moves[] = {
  { "s4", "sections", 0, "s4 s1(s2 s3)" },
  { "s1", "sections", 1, "s4 s1(s2 s3)" },
  { "s1", "sections", -1, "s4 s1(s2 s3)" },
  { "s1", "sections", 0, "s1(s2 s3) s4" },
  { "s3", "s1", 0, "s1(s3 s2) s4" },
  { "s3", "sections", 1, "s1(s2) s3 s4" },
  { "s4", "s2", -1, "s1(s2(s4) s3)" },
  { "s1", "s4", -1, "s4(s1(s2 s3))" },
  { "s2", "articles", -1, "s1(s3) s4" },
  { "s2", "attachment/sections", -1, "s1(s3) s4" },
};

static void
append_order (GString *out,
              const DtNode *node)
{
  gboolean first = TRUE;

  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    {
      const DtNode *child = dt_node_get_child (node, i);

      if (dt_node_get_kind (child) != DT_NODE_SECTION)
        continue;
      g_string_append_printf (out, "%s%s", first ? "" : " ", dt_node_get_id (child));
      first = FALSE;
      if (dt_node_find_child (child, DT_NODE_SECTION) != NULL)
        {
          g_string_append_c (out, '(');
          append_order (out, child);
          g_string_append_c (out, ')');
        }
    }
}

START_TEST (sections_are_moved)
{
  g_autoptr (DtPlan) plan = make_plan ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) moved = dt_plan_move (plan, moves[_i].reference, moves[_i].parent, moves[_i].position, &error);
  g_autoptr (GString) order = g_string_new (NULL);

  dt_assert_no_error (error);
  append_order (order, dt_plan_find (moved, "sections"));
  ck_assert_str_eq (order->str, moves[_i].order);
  ck_assert_ptr_eq (dt_plan_find (moved, moves[_i].reference), dt_plan_find (plan, moves[_i].reference));
}
END_TEST

START_TEST (a_copy_gets_new_ids)
{
  g_autoptr (DtPlan) plan = make_plan ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) copied = dt_plan_insert (plan, "sections", 1, dt_plan_find (plan, "s1"), &error);
  g_autoptr (GString) order = g_string_new (NULL);

  dt_assert_no_error (error);
  append_order (order, dt_plan_find (copied, "sections"));
  ck_assert_str_eq (order->str, "s1(s2 s3) s5(s6 s7) s4");
  ck_assert_ptr_eq (dt_plan_find (copied, "s1"), dt_plan_find (plan, "s1"));
  ck_assert_ptr_eq (dt_plan_find (copied, "s5/title"), dt_plan_find (plan, "s1/title"));
}
END_TEST

START_TEST (a_replacement_takes_over_the_id)
{
  g_autoptr (DtPlan) plan = make_plan ();
  g_autoptr (DtNode) fresh = make_node (DT_NODE_SECTION, NULL, make_title ("mới"),
                                        make_node (DT_NODE_SECTION, "s3", NULL, NULL));
  g_autoptr (DtNode) clash = make_node (DT_NODE_SECTION, "s4", make_title ("mới"), NULL);
  g_autoptr (DtPlan) a = dt_plan_replace (plan, "s1", fresh, NULL);
  g_autoptr (DtPlan) b = dt_plan_replace (plan, "s2", clash, NULL);
  g_autoptr (GString) order = g_string_new (NULL);

  append_order (order, dt_plan_find (a, "sections"));
  g_string_append (order, " / ");
  append_order (order, dt_plan_find (b, "sections"));
  ck_assert_str_eq (order->str, "s1(s3) s4 / s1(s5 s3) s4");
}
END_TEST

START_TEST (names_of_fields_stay_apart)
{
  g_autoptr (DtPlan) plan = make_plan ();
  const DtAttributeValue a = { DT_ATTR_KEY, "a" };
  const DtAttributeValue b = { DT_ATTR_KEY, "b" };
  g_autoptr (DtNode) field_a = dt_node_new_full (DT_NODE_FIELD, 0, "1", &a, 1, NULL, 0);
  g_autoptr (DtNode) field_b = dt_node_new_full (DT_NODE_FIELD, 0, "2", &b, 1, NULL, 0);
  g_autoptr (DtPlan) one = dt_plan_insert (plan, "fields", -1, field_a, NULL);
  g_autoptr (DtPlan) two = dt_plan_insert (one, "fields", -1, field_b, NULL);
  g_autoptr (DtPlan) again = dt_plan_replace (two, "f2", field_b, NULL);

  ck_assert_ptr_nonnull (again);
  ck_assert_ptr_null (dt_plan_insert (two, "fields", 0, field_a, NULL));
  ck_assert_ptr_null (dt_plan_set_attribute (two, "f2", DT_ATTR_KEY, "a", NULL));
  ck_assert_ptr_null (dt_plan_replace (two, "f2", field_a, NULL));
}
END_TEST

START_TEST (depth_is_bounded_for_every_edit)
{
  g_autoptr (DtPlan) plan = make_plan ();
  g_autofree char *parent = g_strdup ("sections");
  g_autoptr (DtNode) section = dt_node_new (DT_NODE_SECTION);
  g_autoptr (GError) error = NULL;

  for (int i = 1; i <= DT_SECTION_MAX_DEPTH; i++)
    {
      DtPlan *deeper = dt_plan_insert (plan, parent, -1, section, NULL);

      ck_assert_ptr_nonnull (deeper);
      dt_plan_unref (plan);
      plan = deeper;
      g_free (parent);
      parent = g_strdup_printf ("s%d", 4 + i);
    }

  ck_assert_ptr_null (dt_plan_insert (plan, parent, -1, section, &error));
  dt_assert_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED);
  ck_assert_ptr_null (dt_plan_move (plan, "s2", parent, -1, NULL));
  ck_assert_ptr_null (dt_plan_move (plan, "s5", "s4", -1, NULL));
  ck_assert_ptr_null (dt_plan_replace (plan, parent, dt_plan_find (plan, "s1"), NULL));

  g_clear_pointer (&plan, dt_plan_unref);
  plan = make_plan ();
  g_clear_pointer (&section, dt_node_unref);
  section = dt_node_new (DT_NODE_SECTION);
  for (int i = 0; i < 10000; i++)
    section = make_node (DT_NODE_SECTION, NULL, g_steal_pointer (&section), NULL);
  ck_assert_ptr_null (dt_plan_insert (plan, "sections", -1, section, NULL));
  ck_assert_ptr_null (dt_plan_replace (plan, "s1", section, NULL));
}
END_TEST

static void
gather_references (const DtNode *node,
                   const char *parent_reference,
                   GPtrArray *list)
{
  char *reference = dt_plan_child_reference (parent_reference, node);

  g_ptr_array_add (list, reference);
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    gather_references (dt_node_get_child (node, i), reference, list);
}

static DtPlan *
edit_at_random (const DtPlan *plan,
                GRand *rand,
                guint *serial)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = dt_random_text (rand, g_rand_boolean (rand));
  g_autoptr (DtNode) node = NULL;
  const char *reference;
  const char *other;
  DtAttribute attribute = (DtAttribute) g_rand_int_range (rand, 0, DT_N_ATTRIBUTES);
  DtNodeKind kind;

  gather_references (dt_plan_get_root (plan), NULL, list);
  reference = g_ptr_array_index (list, g_rand_int_range (rand, 0, (gint32) list->len));
  other = g_ptr_array_index (list, g_rand_int_range (rand, 0, (gint32) list->len));
  kind = dt_node_get_kind (dt_plan_find (plan, reference));

  switch (g_rand_int_range (rand, 0, 7))
    {
    case 0:
      return dt_plan_set_text (plan, reference, text, NULL);
    case 1:
      return dt_plan_set_attribute (plan, reference, attribute,
                                    attribute == DT_ATTR_ID || attribute == DT_ATTR_KEY
                                      ? "x1"
                                      : dt_random_value (rand, kind, attribute),
                                    NULL);
    case 2:
      return dt_plan_remove (plan, reference, NULL);
    case 3:
      return dt_plan_move (plan, reference, other, g_rand_int_range (rand, -1, 3), NULL);
    case 4:
      node = dt_random_node (rand, kind, 5, serial);
      return dt_plan_replace (plan, reference, node, NULL);
    case 5:
      return dt_plan_insert (plan, reference, g_rand_int_range (rand, -1, 3), dt_plan_find (plan, other), NULL);
    default:
      node = dt_random_node (rand, (DtNodeKind) g_rand_int_range (rand, 1, DT_N_NODE_KINDS), 5, serial);
      return dt_plan_insert (plan, reference, g_rand_int_range (rand, -1, 3), node, NULL);
    }
}

/* Whatever is done, what comes out is a plan and what was there stays as it was. */
START_TEST (random_edits_keep_plans_lawful_and_unchanged)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) _i);
  g_autoptr (DtPlan) plan = make_plan ();
  guint serial = 1000;
  int n_done = 0;

  for (int i = 0; i < 300; i++)
    {
      g_autofree char *before = dt_dump_tree (dt_plan_get_root (plan));
      DtPlan *edited = edit_at_random (plan, rand, &serial);
      g_autofree char *after = dt_dump_tree (dt_plan_get_root (plan));
      g_autoptr (DtPlan) checked = NULL;
      g_autoptr (GError) error = NULL;

      ck_assert_str_eq (before, after);
      if (edited == NULL)
        continue;

      n_done++;
      checked = dt_plan_new (dt_plan_get_root (edited), &error);
      dt_assert_no_error (error);
      ck_assert_ptr_eq (dt_plan_get_root (checked), dt_plan_get_root (edited));
      dt_plan_unref (plan);
      plan = edited;
      if (strlen (after) > 20000)
        {
          dt_plan_unref (plan);
          plan = make_plan ();
        }
    }

  ck_assert_int_gt (n_done, 50);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("plan-edit");
  TCase *editing = tcase_create ("editing");

  tcase_set_timeout (editing, 120);
  tcase_add_test (editing, edits_make_what_is_missing);
  tcase_add_test (editing, a_change_of_text_shares_all_else);
  tcase_add_test (editing, what_is_said_already_changes_nothing);
  tcase_add_test (editing, attributes_are_set_and_taken_away);
  tcase_add_loop_test (editing, unlawful_edits_are_refused_in_words, 0, G_N_ELEMENTS (refused));
  tcase_add_loop_test (editing, sections_are_moved, 0, G_N_ELEMENTS (moves));
  tcase_add_test (editing, a_copy_gets_new_ids);
  tcase_add_test (editing, a_replacement_takes_over_the_id);
  tcase_add_test (editing, names_of_fields_stay_apart);
  tcase_add_test (editing, depth_is_bounded_for_every_edit);
  tcase_add_loop_test (editing, random_edits_keep_plans_lawful_and_unchanged, 0, 20);
  suite_add_tcase (suite, editing);

  return dt_test_main (suite);
}
