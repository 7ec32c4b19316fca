/* test-schema.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-random-plan.h"
#include "dt-test.h"

#include <string.h>

START_TEST (kinds_and_names_go_both_ways)
{
  DtNodeKind kind = (DtNodeKind) _i;

  ck_assert_ptr_nonnull (dt_schema_get_name (kind));
  ck_assert_int_eq (dt_schema_find_kind (dt_schema_get_name (kind)), kind);
}
END_TEST

START_TEST (attributes_and_names_go_both_ways)
{
  DtAttribute attribute = (DtAttribute) _i;

  ck_assert_ptr_nonnull (dt_schema_get_attribute_name (attribute));
  ck_assert_int_eq (dt_schema_find_attribute (dt_schema_get_attribute_name (attribute)), attribute);
}
END_TEST

START_TEST (strange_names_are_not_found)
{
  ck_assert_int_eq (dt_schema_find_kind (""), -1);
  ck_assert_int_eq (dt_schema_find_kind ("Plan"), -1);
  ck_assert_int_eq (dt_schema_find_kind ("sect"), -1);
  ck_assert_int_eq (dt_schema_find_attribute (""), -1);
  ck_assert_int_eq (dt_schema_find_attribute ("version"), -1);
}
END_TEST

START_TEST (a_kind_holds_text_or_children)
{
  DtNodeKind kind = (DtNodeKind) _i;

  ck_assert_int_eq (dt_schema_get_text_policy (kind) == DT_TEXT_NONE,
                    dt_schema_get_n_child_kinds (kind) > 0);
}
END_TEST

START_TEST (required_attributes_are_allowed)
{
  DtNodeKind kind = (DtNodeKind) _i;

  for (guint i = 0; i < DT_N_ATTRIBUTES; i++)
    if (dt_schema_requires_attribute (kind, (DtAttribute) i))
      ck_assert (dt_schema_allows_attribute (kind, (DtAttribute) i));
}
END_TEST

START_TEST (what_repeats_has_ids_and_nothing_else_has)
{
  DtNodeKind kind = (DtNodeKind) _i;
  gboolean repeats = FALSE;
  gboolean stands = kind == DT_NODE_PLAN;

  for (guint parent = 0; parent < DT_N_NODE_KINDS; parent++)
    {
      DtOccurrence occurrence;

      if (dt_schema_get_child_rank ((DtNodeKind) parent, kind, &occurrence) < 0)
        continue;
      stands = TRUE;
      repeats = repeats || occurrence == DT_CHILD_MANY;
    }

  ck_assert (stands);
  ck_assert_int_eq (repeats, dt_schema_has_id (kind));
  ck_assert_int_eq (repeats, dt_schema_get_id_prefix (kind) != NULL);
}
END_TEST

START_TEST (id_prefixes_differ)
{
  const char *prefix = dt_schema_get_id_prefix ((DtNodeKind) _i);

  for (guint other = 0; prefix != NULL && other < DT_N_NODE_KINDS; other++)
    if (other != (guint) _i && dt_schema_get_id_prefix ((DtNodeKind) other) != NULL)
      ck_assert_int_ne (prefix[0], dt_schema_get_id_prefix ((DtNodeKind) other)[0]);
}
END_TEST

START_TEST (ranks_follow_the_order)
{
  DtNodeKind parent = (DtNodeKind) _i;

  for (guint rank = 0; rank < dt_schema_get_n_child_kinds (parent); rank++)
    {
      DtOccurrence listed;
      DtOccurrence asked;
      DtNodeKind child = dt_schema_get_child_kind (parent, rank, &listed);

      ck_assert_int_eq (dt_schema_get_child_rank (parent, child, &asked), (int) rank);
      ck_assert_int_eq (asked, listed);
    }

  ck_assert_int_eq (dt_schema_get_child_rank (parent, DT_NODE_PLAN, NULL), -1);
}
END_TEST

START_TEST (children_are_described)
{
  g_autofree char *all = dt_schema_describe_children (DT_NODE_SECTION, 0);
  g_autofree char *rest = dt_schema_describe_children (DT_NODE_SECTION, 1);
  g_autofree char *none = dt_schema_describe_children (DT_NODE_TITLE, 0);

  ck_assert_str_eq (all, "<title>, <body>, <section>");
  ck_assert_str_eq (rest, "<body>, <section>");
  ck_assert_str_eq (none, "");
}
END_TEST

static const struct
{
  DtNodeKind kind;
  DtAttribute attribute;
  const char *value;
} lawful[] = {
  { DT_NODE_SECTION, DT_ATTR_ID, "a" },
  { DT_NODE_SECTION, DT_ATTR_ID, "Muc-dich_2" },
  { DT_NODE_SECTION, DT_ATTR_ID, "sectionx" },
  { DT_NODE_PLAN, DT_ATTR_KIND, "ke-hoach" },
  { DT_NODE_ATTACHMENT, DT_ATTR_KIND, "" },
  { DT_NODE_HEAD, DT_ATTR_NUMBER, "" },
  { DT_NODE_HEAD, DT_ATTR_NUMBER, "0" },
  { DT_NODE_HEAD, DT_ATTR_NUMBER, "1234567890123456789012" },
  { DT_NODE_HEAD, DT_ATTR_NUMBER, "12b" },
  { DT_NODE_HEAD, DT_ATTR_NUMBER, "12đ" },
  { DT_NODE_HEAD, DT_ATTR_NUMBER, "12Đ" },
  { DT_NODE_HEAD, DT_ATTR_DATE, "2026" },
  { DT_NODE_HEAD, DT_ATTR_DATE, "2026-02" },
  { DT_NODE_HEAD, DT_ATTR_DATE, "2024-02-29" },
  { DT_NODE_HEAD, DT_ATTR_DATE, "2000-02-29" },
  { DT_NODE_HEAD, DT_ATTR_DATE, "" },
  { DT_NODE_HEAD, DT_ATTR_PLACE, "đặc khu Phú Quý" },
  { DT_NODE_HEAD, DT_ATTR_URGENCY, "hoa-toc" },
  { DT_NODE_CAPACITY, DT_ATTR_FORM, "tuq" },
  { DT_NODE_BASES, DT_ATTR_FORM, "merged" },
  { DT_NODE_FIELD, DT_ATTR_KEY, "ten_xa.1" },
  { DT_NODE_TASK, DT_ATTR_SECTION, "s1" },
  { DT_NODE_SECTION, DT_ATTR_TEMPLATE, "xa/muc-dich" },
  { DT_NODE_SECTION, DT_ATTR_TEMPLATE_VERSION, "1.0" },
  { DT_NODE_SECTION, DT_ATTR_ORIGIN, "ky=2027\n\nMục đích\n- Một." },
};

START_TEST (lawful_values_are_taken)
{
  g_autofree char *expected = dt_schema_check_value (lawful[_i].kind, lawful[_i].attribute,
                                                     lawful[_i].value);

  ck_assert_msg (expected == NULL, "“%s”: %s", lawful[_i].value, expected);
}
END_TEST

static const struct
{
  DtNodeKind kind;
  DtAttribute attribute;
  const char *value;
  const char *expected;
} unlawful[] = {
  { DT_NODE_SECTION, DT_ATTR_ID, "1a", "expected an id" },
  { DT_NODE_SECTION, DT_ATTR_ID, "a b", "expected an id" },
  { DT_NODE_SECTION, DT_ATTR_ID, "a/b", "expected an id" },
  { DT_NODE_SECTION, DT_ATTR_ID, "mục", "expected an id" },
  { DT_NODE_SECTION, DT_ATTR_ID, " a", "expected an id" },
  { DT_NODE_SECTION, DT_ATTR_ID, "head", "not the name of an element" },
  { DT_NODE_SECTION, DT_ATTR_ID, "plan", "not the name of an element" },
  { DT_NODE_PLAN, DT_ATTR_KIND, "", "expected a value" },
  { DT_NODE_PLAN, DT_ATTR_KIND, "Ke-hoach", "small letters" },
  { DT_NODE_PLAN, DT_ATTR_KIND, "kế-hoạch", "small letters" },
  { DT_NODE_HEAD, DT_ATTR_NUMBER, "a", "digits" },
  { DT_NODE_HEAD, DT_ATTR_NUMBER, "1ab", "digits" },
  { DT_NODE_HEAD, DT_ATTR_NUMBER, "1/2", "digits" },
  { DT_NODE_HEAD, DT_ATTR_NUMBER, " 1", "digits" },
  { DT_NODE_HEAD, DT_ATTR_NUMBER, "1đĐ", "digits" },
  { DT_NODE_HEAD, DT_ATTR_DATE, "0000", "YYYY-MM-DD" },
  { DT_NODE_HEAD, DT_ATTR_DATE, "26", "YYYY-MM-DD" },
  { DT_NODE_HEAD, DT_ATTR_DATE, "2026-13", "YYYY-MM-DD" },
  { DT_NODE_HEAD, DT_ATTR_DATE, "2026-00", "YYYY-MM-DD" },
  { DT_NODE_HEAD, DT_ATTR_DATE, "2026-1-1", "YYYY-MM-DD" },
  { DT_NODE_HEAD, DT_ATTR_DATE, "2026-02-29", "YYYY-MM-DD" },
  { DT_NODE_HEAD, DT_ATTR_DATE, "1900-02-29", "YYYY-MM-DD" },
  { DT_NODE_HEAD, DT_ATTR_DATE, "2026-04-31", "YYYY-MM-DD" },
  { DT_NODE_HEAD, DT_ATTR_DATE, "2026-11-22 ", "YYYY-MM-DD" },
  { DT_NODE_HEAD, DT_ATTR_DATE, "22/11/2026", "YYYY-MM-DD" },
  { DT_NODE_HEAD, DT_ATTR_URGENCY, "Khan", "khan, thuong-khan, hoa-toc" },
  { DT_NODE_HEAD, DT_ATTR_ISSUE, "fax", "electronic, paper" },
  { DT_NODE_HEAD, DT_ATTR_PLACE, "a\nb", "U+000A" },
  { DT_NODE_HEAD, DT_ATTR_PLACE, "a\tb", "U+0009" },
  { DT_NODE_HEAD, DT_ATTR_SYMBOL, "\357\277\276", "U+FFFE" },
  { DT_NODE_HEAD, DT_ATTR_KEY, "a", "no such attribute" },
  { DT_NODE_CAPACITY, DT_ATTR_FORM, "merged", "tm, kt, tl, tuq, q" },
  { DT_NODE_BASES, DT_ATTR_FORM, "tm", "lines, merged" },
  { DT_NODE_FIELD, DT_ATTR_KEY, "", "expected a value" },
  { DT_NODE_FIELD, DT_ATTR_KEY, "tên", "expected a name" },
  { DT_NODE_FIELD, DT_ATTR_KEY, "a}}b", "expected a name" },
  { DT_NODE_TASK, DT_ATTR_SECTION, "#s1", "id of a section" },
  { DT_NODE_SECTION, DT_ATTR_SCHEME, "greek", "roman, article, decimal" },
  { DT_NODE_SECTION, DT_ATTR_TEMPLATE, "/a", "id of a template" },
  { DT_NODE_SECTION, DT_ATTR_TEMPLATE_VERSION, "v 1", "version" },
  { DT_NODE_ANNEX, DT_ATTR_ORIENTATION, "upside-down", "portrait, landscape" },
  { DT_NODE_ANNEX, DT_ATTR_SOURCE, "web", "body, tasks, none" },
  { DT_NODE_SECTION, DT_ATTR_FOR, "a\nb", "U+000A" },
  { DT_NODE_HEAD, DT_ATTR_MARGINS, "20 15 20", "top, right, bottom and left" },
  { DT_NODE_HEAD, DT_ATTR_MARGINS, "19.9 15 20 30", "top, right, bottom and left" },
  { DT_NODE_HEAD, DT_ATTR_MARGINS, "20 15 25.1 30", "top, right, bottom and left" },
  { DT_NODE_HEAD, DT_ATTR_MARGINS, "20 15 20  30", "top, right, bottom and left" },
  { DT_NODE_HEAD, DT_ATTR_TEXT_SIZE, "12", "13 to 14 points" },
  { DT_NODE_HEAD, DT_ATTR_INDENT, "12.75", "10 to 12.7 millimetres" },
  { DT_NODE_HEAD, DT_ATTR_LINE_SPACING, "1.51", "1 to 1.5 lines" },
};

START_TEST (unlawful_values_are_refused_in_words)
{
  g_autofree char *expected = dt_schema_check_value (unlawful[_i].kind, unlawful[_i].attribute,
                                                     unlawful[_i].value);

  ck_assert_msg (expected != NULL, "“%s” was taken", unlawful[_i].value);
  ck_assert_msg (strstr (expected, unlawful[_i].expected) != NULL, "%s", expected);
}
END_TEST

static const struct
{
  DtNodeKind kind;
  const char *text;
  const char *expected;
} texts[] = {
  { DT_NODE_BODY, "", NULL },
  { DT_NODE_BODY, "một\n\thai\n", NULL },
  { DT_NODE_BODY, "\357\277\275", NULL },
  { DT_NODE_BODY, "a\001", "U+0001" },
  { DT_NODE_BODY, "a\013", "U+000B" },
  { DT_NODE_BODY, "\357\277\277", "U+FFFF" },
  { DT_NODE_TITLE, "một", NULL },
  { DT_NODE_TITLE, "một\nhai", "a single line in <title>" },
  { DT_NODE_SECTION, "", NULL },
  { DT_NODE_SECTION, "một", "no text in <section>" },
};

START_TEST (texts_are_checked)
{
  g_autofree char *expected = dt_schema_check_text (texts[_i].kind, texts[_i].text);

  if (texts[_i].expected == NULL)
    ck_assert_ptr_null (expected);
  else
    ck_assert_msg (expected != NULL && strstr (expected, texts[_i].expected) != NULL, "%s", expected);
}
END_TEST

START_TEST (text_that_could_not_be_read_back_is_refused)
{
  g_autofree char *text = g_strnfill (DT_TEXT_MAX_BYTES + 1, 'a');
  g_autofree char *expected = dt_schema_check_text (DT_NODE_BODY, text);
  g_autofree char *fits = NULL;

  ck_assert_ptr_nonnull (expected);
  text[DT_TEXT_MAX_BYTES] = '\0';
  fits = dt_schema_check_text (DT_NODE_BODY, text);
  ck_assert_ptr_null (fits);
}
END_TEST

START_TEST (random_trees_follow_the_table)
{
  g_autoptr (DtNode) root = dt_random_root ((guint32) _i);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = dt_plan_new (root, &error);

  dt_assert_no_error (error);
  ck_assert_ptr_nonnull (plan);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("schema");
  TCase *names = tcase_create ("names");
  TCase *shape = tcase_create ("shape");
  TCase *values = tcase_create ("values");

  tcase_set_timeout (names, 120);
  tcase_add_loop_test (names, kinds_and_names_go_both_ways, 0, DT_N_NODE_KINDS);
  tcase_add_loop_test (names, attributes_and_names_go_both_ways, 0, DT_N_ATTRIBUTES);
  tcase_add_test (names, strange_names_are_not_found);
  suite_add_tcase (suite, names);

  tcase_set_timeout (shape, 120);
  tcase_add_loop_test (shape, a_kind_holds_text_or_children, 0, DT_N_NODE_KINDS);
  tcase_add_loop_test (shape, required_attributes_are_allowed, 0, DT_N_NODE_KINDS);
  tcase_add_loop_test (shape, what_repeats_has_ids_and_nothing_else_has, 0, DT_N_NODE_KINDS);
  tcase_add_loop_test (shape, id_prefixes_differ, 0, DT_N_NODE_KINDS);
  tcase_add_loop_test (shape, ranks_follow_the_order, 0, DT_N_NODE_KINDS);
  tcase_add_test (shape, children_are_described);
  tcase_add_loop_test (shape, random_trees_follow_the_table, 0, 50);
  suite_add_tcase (suite, shape);

  tcase_set_timeout (values, 120);
  tcase_add_loop_test (values, lawful_values_are_taken, 0, G_N_ELEMENTS (lawful));
  tcase_add_loop_test (values, unlawful_values_are_refused_in_words, 0, G_N_ELEMENTS (unlawful));
  tcase_add_loop_test (values, texts_are_checked, 0, G_N_ELEMENTS (texts));
  tcase_add_test (values, text_that_could_not_be_read_back_is_refused);
  suite_add_tcase (suite, values);

  return dt_test_main (suite);
}
