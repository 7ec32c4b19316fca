/* test-sheet.c - the style sheet and the kinds of documents
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dt-test.h"

#include "base/dt-xml-reader.h"
#include "compose/dt-kinds.h"
#include "compose/dt-sheet.h"

#include <string.h>

/* What the decree says of sizes, in hundredths of a point: Phụ lục I, mục II, III and V. */
static const struct
{
  DtRole role;
  guint min;
  guint max;
  gboolean bold;
  gboolean italic;
} lawful[] = {
  { DT_ROLE_NATIONAL_TITLE, 1200, 1300, TRUE, FALSE },
  { DT_ROLE_MOTTO, 1300, 1400, TRUE, FALSE },
  { DT_ROLE_PARENT, 1200, 1300, FALSE, FALSE },
  { DT_ROLE_AGENCY, 1200, 1300, TRUE, FALSE },
  { DT_ROLE_NUMBER, 1300, 1300, FALSE, FALSE },
  { DT_ROLE_PLACE_DATE, 1300, 1400, FALSE, TRUE },
  { DT_ROLE_TYPE_NAME, 1300, 1400, TRUE, FALSE },
  { DT_ROLE_SUBJECT, 1300, 1400, TRUE, FALSE },
  { DT_ROLE_BASIS, 1300, 1400, FALSE, TRUE },
  { DT_ROLE_BODY, 1300, 1400, FALSE, FALSE },
  { DT_ROLE_POINT, 1300, 1400, FALSE, FALSE },
  { DT_ROLE_HEADING_1, 1300, 1400, TRUE, FALSE },
  { DT_ROLE_RECIPIENTS, 1200, 1200, TRUE, TRUE },
  { DT_ROLE_RECIPIENT, 1100, 1100, FALSE, FALSE },
  { DT_ROLE_CAPACITY, 1300, 1400, TRUE, FALSE },
  { DT_ROLE_SIGNER, 1300, 1400, TRUE, FALSE },
  { DT_ROLE_ANNEX, 1400, 1400, TRUE, FALSE },
  { DT_ROLE_ANNEX_TITLE, 1300, 1400, TRUE, FALSE },
  { DT_ROLE_ATTACHED, 1300, 1400, FALSE, TRUE },
  { DT_ROLE_PAGE_NUMBER, 1300, 1400, FALSE, FALSE },
};

static const struct
{
  const char *abbreviation;
  const char *name;
} named_kinds[] = {
  { "KH", "Kế hoạch" },
  { "CTr", "Chương trình" },
  { "TTr", "Tờ trình" },
  { "QyĐ", "Quy định" },
  { "TB", "Thông báo" },
  { "ĐA", "Đề án" },
};

#define HEAD "<sheet xmlns='https://duthao.github.io/ns/sheet' version='1' id='x' title='x'>"

/* A fault in a sheet and what the message must say. */
static const struct
{
  const char *xml;
  const char *says;
} bad_sheets[] = {
  { "<sheet version='1'/>", "x.xml:1:1: " },
  { "<sheet xmlns='https://duthao.github.io/ns/sheet' version='2'/>", "version 1" },
  { HEAD "<page width='210'/></sheet>", "10mm" },
  { HEAD "<style role='nobody'/></sheet>", "nobody" },
  { HEAD "<style role='body' size='13' size-min='14' size-max='14' title='a' clause='b' evidence='T'/></sheet>", "lawful range" },
  { HEAD "<style role='body' size='13' size-min='13' size-max='14'/></sheet>", "clause" },
  { HEAD "<style role='body' colour='red'/></sheet>", "colour" },
  { HEAD "<style role='body' align='middle'/></sheet>", "justify" },
  { HEAD "<style role='body' evidence='Z'/></sheet>", "T M D P S K" },
  { HEAD "<style role='urgency' color='red'/></sheet>", "#ff0000" },
  { HEAD "<frame role='urgent-frame' color='#ff00000'/></sheet>", "#ff0000" },
  { HEAD "<font family='F'><b/></font></sheet>", "<b>" },
  { HEAD "</sheet>", "font, page and metrics" },
};

static DtSheet *
load_sheet (void)
{
  g_autoptr (GError) error = NULL;
  DtSheet *sheet = dt_sheet_load_default (&error);

  dt_assert_no_error (error);
  return sheet;
}

START_TEST (sizes_and_styles_are_those_of_the_decree)
{
  g_autoptr (DtSheet) sheet = load_sheet ();
  const DtStyle *style = dt_sheet_get_style (sheet, lawful[_i].role);

  ck_assert_uint_eq (style->size_min, lawful[_i].min);
  ck_assert_uint_eq (style->size_max, lawful[_i].max);
  ck_assert_uint_ge (style->size, lawful[_i].min);
  ck_assert_uint_le (style->size, lawful[_i].max);
  ck_assert_int_eq (style->bold, lawful[_i].bold);
  ck_assert_int_eq (style->italic, lawful[_i].italic);
}
END_TEST

START_TEST (page_and_margins_are_those_of_the_decree)
{
  g_autoptr (DtSheet) sheet = load_sheet ();
  const DtPageSpec *page = dt_sheet_get_page (sheet);

  ck_assert_int_eq (page->width, DT_MM (210));
  ck_assert_int_eq (page->height, DT_MM (297));
  ck_assert_int_ge (page->margin_top, DT_MM (20));
  ck_assert_int_le (page->margin_top, DT_MM (25));
  ck_assert_int_ge (page->margin_bottom, DT_MM (20));
  ck_assert_int_le (page->margin_bottom, DT_MM (25));
  ck_assert_int_ge (page->margin_left, DT_MM (30));
  ck_assert_int_le (page->margin_left, DT_MM (35));
  ck_assert_int_ge (page->margin_right, DT_MM (15));
  ck_assert_int_le (page->margin_right, DT_MM (20));
  ck_assert_str_eq (dt_sheet_get_font_family (sheet), "Times New Roman");
}
END_TEST

/* Mục II, khoản 6, điểm e: between one line and one and a half (1.149 × size is one line). */
START_TEST (body_lines_stand_between_single_and_one_and_a_half)
{
  static const DtRole roles[] = { DT_ROLE_BODY, DT_ROLE_POINT, DT_ROLE_DASH, DT_ROLE_HEADING_1, DT_ROLE_HEADING_2, DT_ROLE_CLOSING };
  g_autoptr (DtSheet) sheet = load_sheet ();

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      const DtStyle *style = dt_sheet_get_style (sheet, roles[i]);
      double single = 1.149 * style->size / 100.0 * 25400.0 / 72.0;

      ck_assert_double_ge (style->line_height, single - 1);
      ck_assert_double_le (style->line_height, 1.5 * single + 1);
      ck_assert_int_eq (style->first_indent, DT_MM (10));
      ck_assert_double_ge (style->space_before, 6 * 25400.0 / 72.0 - 1);
      ck_assert_int_eq (style->align, DT_ALIGN_JUSTIFY);
    }
}
END_TEST

START_TEST (rules_are_a_third_to_a_half_but_for_the_motto)
{
  g_autoptr (DtSheet) sheet = load_sheet ();

  ck_assert_uint_eq (dt_sheet_get_style (sheet, DT_ROLE_MOTTO_RULE)->rule_permille, 1000);
  for (int role = DT_ROLE_AGENCY_RULE; role <= DT_ROLE_SUBJECT_RULE; role++)
    {
      guint permille = dt_sheet_get_style (sheet, (DtRole) role)->rule_permille;

      ck_assert_uint_ge (permille, 334);
      ck_assert_uint_le (permille, 500);
    }
}
END_TEST

START_TEST (role_names_are_found_again)
{
  for (int role = 0; role < DT_N_ROLES; role++)
    ck_assert_int_eq (dt_role_find (dt_role_get_name ((DtRole) role)), role);
  ck_assert_int_eq (dt_role_find ("nobody"), -1);
}
END_TEST

START_TEST (bad_sheets_are_refused_with_place_and_reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (bad_sheets[_i].xml, strlen (bad_sheets[_i].xml));
  g_autoptr (DtSheet) sheet = dt_sheet_read (bytes, "x.xml", &error);

  ck_assert_ptr_null (sheet);
  ck_assert_ptr_nonnull (error);
  ck_assert_msg (strstr (error->message, bad_sheets[_i].says) != NULL, "%s", error->message);
  ck_assert_msg (g_str_has_prefix (error->message, "x.xml:1:"), "%s", error->message);
}
END_TEST

START_TEST (kinds_carry_the_abbreviations_of_annex_iii)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtKinds) kinds = dt_kinds_load_default (&error);
  guint n_kinds;
  const DtKind *all;
  gboolean found = FALSE;

  dt_assert_no_error (error);
  all = dt_kinds_get_all (kinds, &n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      if (g_str_equal (all[i].abbreviation, named_kinds[_i].abbreviation))
        {
          ck_assert_str_eq (all[i].name, named_kinds[_i].name);
          ck_assert_int_eq (all[i].form, DT_FORM_NAMED);
          found = TRUE;
        }
    }
  ck_assert (found);
}
END_TEST

START_TEST (a_decision_has_two_forms)
{
  g_autoptr (DtKinds) kinds = dt_kinds_load_default (NULL);

  ck_assert_int_eq (dt_kinds_find (kinds, "quyet-dinh-truc-tiep")->form, DT_FORM_DECISION);
  ck_assert_int_eq (dt_kinds_find (kinds, "quyet-dinh-gian-tiep")->form, DT_FORM_DECISION_ATTACHED);
  ck_assert_ptr_null (dt_kinds_find (kinds, "cong-van"));
  ck_assert_ptr_null (dt_kinds_find (kinds, NULL));
}
END_TEST

START_TEST (bad_kinds_are_refused)
{
  static const char xml[] = "<kinds xmlns='https://duthao.github.io/ns/kinds' version='1'>\n"
                            "<kind id='a' name='A' abbreviation='A' form='named'/>\n"
                            "<kind id='a' name='A' abbreviation='A' form='named'/></kinds>";
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (xml, strlen (xml));
  g_autoptr (DtKinds) kinds = dt_kinds_read (bytes, "k.xml", &error);

  ck_assert_ptr_null (kinds);
  dt_assert_error (error, DT_XML_ERROR, DT_XML_ERROR_CONTENT);
  ck_assert_msg (g_str_has_prefix (error->message, "k.xml:3:"), "%s", error->message);
}
END_TEST

static const struct
{
  DtHabits habits;
  gboolean is_lawful;
} wishes[] = {
  { { 0 }, TRUE },
  { { DT_MM (25), DT_MM (20), DT_MM (25), DT_MM (35), 1300, 12700, 150 }, TRUE },
  { { DT_MM (20), DT_MM (15), DT_MM (20), DT_MM (30), 1400, DT_MM (10), 100 }, TRUE },
  { { .left = DT_MM (29) }, FALSE },
  { { .top = DT_MM (26) }, FALSE },
  { { .right = 14999 }, FALSE },
  { { .bottom = 19999 }, FALSE },
  { { .text_size = 1200 }, FALSE },
  { { .indent = 12701 }, FALSE },
  { { .line_spacing = 151 }, FALSE },
};

/* Whatever is wished for, no size and no margin leaves the range that the decree gives. */
START_TEST (habits_are_followed_within_the_decree_only)
{
  const DtHabits *habits = &wishes[_i].habits;
  g_autoptr (GError) error = NULL;
  g_autoptr (DtSheet) sheet = dt_sheet_load_default (&error);
  g_autoptr (DtSheet) derived = dt_sheet_with_habits (sheet, habits, &error);

  if (!wishes[_i].is_lawful)
    {
      ck_assert_ptr_null (derived);
      dt_assert_error (error, DT_SHEET_ERROR, DT_SHEET_ERROR_HABIT);
      ck_assert_ptr_nonnull (strstr (error->message, "Phụ lục I"));
      return;
    }

  dt_assert_no_error (error);
  for (guint role = 0; role < DT_N_ROLES; role++)
    {
      const DtStyle *style = dt_sheet_get_style (derived, (DtRole) role);

      ck_assert_uint_ge (style->size, style->size_min);
      ck_assert_uint_le (style->size, style->size_max);
    }
  if (habits->left != 0)
    {
      ck_assert_int_eq (dt_sheet_get_page (derived)->margin_left, habits->left);
      ck_assert_int_eq (dt_sheet_get_style (derived, DT_ROLE_DASH)->first_indent, habits->indent);
      ck_assert_uint_eq (dt_sheet_get_style (derived, DT_ROLE_BODY)->size, habits->text_size);
      /* One line is 1.149 times the size. */
      ck_assert_double_eq_tol (dt_length_to_pt (dt_sheet_get_style (derived, DT_ROLE_BODY)->line_height),
                               habits->text_size * 1.149 * habits->line_spacing / 1e4, 0.01);
    }
  ck_assert_uint_eq (dt_sheet_get_style (derived, DT_ROLE_AGENCY)->size, dt_sheet_get_style (sheet, DT_ROLE_AGENCY)->size);
  g_clear_pointer (&sheet, dt_sheet_unref);
  ck_assert_str_eq (dt_sheet_get_font_family (derived), "Times New Roman");
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("sheet");
  TCase *sheet = tcase_create ("sheet");
  TCase *kinds = tcase_create ("kinds");

  tcase_add_loop_test (sheet, sizes_and_styles_are_those_of_the_decree, 0, G_N_ELEMENTS (lawful));
  tcase_add_test (sheet, page_and_margins_are_those_of_the_decree);
  tcase_add_test (sheet, body_lines_stand_between_single_and_one_and_a_half);
  tcase_add_test (sheet, rules_are_a_third_to_a_half_but_for_the_motto);
  tcase_add_test (sheet, role_names_are_found_again);
  tcase_add_loop_test (sheet, bad_sheets_are_refused_with_place_and_reason, 0, G_N_ELEMENTS (bad_sheets));
  suite_add_tcase (suite, sheet);

  tcase_add_loop_test (kinds, kinds_carry_the_abbreviations_of_annex_iii, 0, G_N_ELEMENTS (named_kinds));
  tcase_add_test (kinds, a_decision_has_two_forms);
  tcase_add_test (kinds, bad_kinds_are_refused);
  tcase_add_loop_test (sheet, habits_are_followed_within_the_decree_only, 0, G_N_ELEMENTS (wishes));
  suite_add_tcase (suite, kinds);

  return dt_test_main (suite);
}
