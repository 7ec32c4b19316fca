/* test-field-words.c - fields in words
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "template/dt-assemble.h"
#include "template/dt-field-words.h"

#include "dt-test.h"

static DtNode *
make_fields (void)
{
  const DtAttributeValue year = { DT_ATTR_KEY, "nam" };
  const DtAttributeValue unit = { DT_ATTR_KEY, "thuong-truc" };
  DtNode *values[] = { dt_node_new_full (DT_NODE_FIELD, 0, "2027", &year, 1, NULL, 0),
                       dt_node_new_full (DT_NODE_FIELD, 0, "", &unit, 1, NULL, 0) };
  DtNode *fields = dt_node_new_full (DT_NODE_FIELDS, 0, NULL, NULL, 0, values, G_N_ELEMENTS (values));

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    dt_node_unref (values[i]);
  return fields;
}

static const struct
{
  const char *text;
  const char *words;
} lines[] = {
  { "Mục đích", "Mục đích" },
  { "Năm {{nam}}, {{ nam }}", "Năm 2027, 2027" },
  { "{{thuong-truc}} tổng hợp", "[Đơn vị thường trực] tổng hợp" },
  { "{{khong-ai-biet}}", "[khong ai biet]" },
  { "{{nam}} {{", "2027 {{" },
  { "a }} {{nam", "a }} {{nam" },
  { "", "" },
};

START_TEST (a_line_is_read_with_values_and_labels)
{
  g_autoptr (DtLibrary) library = dt_library_load_default (NULL);
  g_autoptr (DtNode) fields = make_fields ();
  g_autofree char *words = dt_fields_to_words (lines[_i].text, fields, library);

  ck_assert_str_eq (words, lines[_i].words);
}
END_TEST

START_TEST (without_a_library_the_name_stands_for_the_label)
{
  g_autofree char *words = dt_fields_to_words ("{{don-vi}}", NULL, NULL);

  ck_assert_str_eq (words, "[don vi]");
}
END_TEST

START_TEST (every_field_is_listed_once_and_names_what_is_missing)
{
  g_autoptr (DtLibrary) library = dt_library_load_default (NULL);
  g_autoptr (GPtrArray) fields = dt_library_list_fields (library);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (DtPlan) empty = dt_plan_new_empty ("ke-hoach");
  g_autoptr (DtPlan) plan = dt_plan_set_text (empty, "head/subject", "Việc của {{thuong-truc}}", NULL);
  g_autoptr (GPtrArray) missing = dt_plan_list_missing (plan, fields);
  const DtMissing *blank;

  for (guint i = 0; i < fields->len; i++)
    {
      const DtTemplateField *field = g_ptr_array_index (fields, i);

      ck_assert_msg (g_hash_table_add (keys, (gpointer) field->key), "%s is listed twice", field->key);
      ck_assert_ptr_nonnull (dt_library_find_field (library, field->key, NULL));
    }
  ck_assert_uint_eq (missing->len, 1);
  blank = g_ptr_array_index (missing, 0);
  ck_assert_str_eq (blank->label, "Đơn vị thường trực");
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("field-words");
  TCase *tcase = tcase_create ("field-words");

  tcase_add_loop_test (tcase, a_line_is_read_with_values_and_labels, 0, G_N_ELEMENTS (lines));
  tcase_add_test (tcase, without_a_library_the_name_stands_for_the_label);
  tcase_add_test (tcase, every_field_is_listed_once_and_names_what_is_missing);
  suite_add_tcase (suite, tcase);

  return dt_test_main (suite);
}
