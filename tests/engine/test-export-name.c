/* test-export-name.c - names of files
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test.h"

#include "export/dt-export-name.h"

#include <string.h>

static const struct
{
  const char *number;
  const char *symbol;
  const char *subject;
  const char *name;
} names[] = {
  { "20", "KH-UBND", "Tuyên truyền cải cách hành chính năm 2026",
    "20_KH-UBND_tuyen-truyen-cai-cach-hanh-chinh-nam-2026.odt" },
  { NULL, "KH-UBND", "Phòng, chống thiên tai", "KH-UBND_phong-chong-thien-tai.odt" },
  { "05", "QĐ-UBND", "Về việc …", "05_QD-UBND_ve-viec.odt" },
  { NULL, NULL, NULL, "ke-hoach.odt" },
  { NULL, NULL, "../../etc/passwd\\x:y*?", "etc-passwd-x-y.odt" },
  { "7", NULL, "«»…", "7.odt" },
  { "7", NULL, "Cải cách năm {{nam}} trên địa bàn {{nơi", "7_cai-cach-nam-tren-dia-ban.odt" },
};

static DtPlan *
make_plan (const char *number,
           const char *symbol,
           const char *subject)
{
  DtPlan *plan = dt_plan_new_empty ("ke-hoach");
  const DtAttribute attributes[] = { DT_ATTR_NUMBER, DT_ATTR_SYMBOL };
  const char *values[] = { number, symbol };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      DtPlan *next = dt_plan_set_attribute (plan, "head", attributes[i], values[i] != NULL ? values[i] : "", NULL);

      ck_assert_ptr_nonnull (next);
      dt_plan_unref (plan);
      plan = next;
    }
  if (subject != NULL)
    {
      DtPlan *next = dt_plan_set_text (plan, "head/subject", subject, NULL);

      ck_assert_ptr_nonnull (next);
      dt_plan_unref (plan);
      plan = next;
    }

  return plan;
}

START_TEST (a_name_has_number_symbol_and_subject_in_plain_letters)
{
  g_autoptr (DtPlan) plan = make_plan (names[_i].number, names[_i].symbol, names[_i].subject);
  g_autofree char *name = dt_export_make_name (plan, "odt");

  ck_assert_str_eq (name, names[_i].name);
}
END_TEST

START_TEST (a_long_subject_is_cut_at_a_word)
{
  g_autoptr (GString) subject = g_string_new (NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append (subject, "triển khai ");
  {
    g_autoptr (DtPlan) plan = make_plan ("20", "KH-UBND", subject->str);

    name = dt_export_make_name (plan, "duthao");
  }
  ck_assert_uint_le (strlen (name), DT_EXPORT_NAME_MAX);
  ck_assert_uint_gt (strlen (name), DT_EXPORT_NAME_MAX - 12);
  ck_assert (g_str_has_suffix (name, "-trien.duthao") || g_str_has_suffix (name, "-khai.duthao"));
}
END_TEST

START_TEST (one_endless_word_is_cut_anywhere)
{
  g_autofree char *word = g_strnfill (400, 'a');
  g_autoptr (DtPlan) plan = make_plan (NULL, NULL, word);
  g_autofree char *name = dt_export_make_name (plan, "pdf");

  ck_assert_uint_eq (strlen (name), DT_EXPORT_NAME_MAX);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("export-name");
  TCase *basic = tcase_create ("basic");

  tcase_add_loop_test (basic, a_name_has_number_symbol_and_subject_in_plain_letters, 0, G_N_ELEMENTS (names));
  tcase_add_test (basic, a_long_subject_is_cut_at_a_word);
  tcase_add_test (basic, one_endless_word_is_cut_anywhere);
  suite_add_tcase (suite, basic);

  return dt_test_main (suite);
}
