/* test-fit.c - the head in its two columns, with the lengths of real fonts
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dt-test-layout.h"

#define TEXT_WIDTH DT_MM (165)

static DtSheet *sheet;

static DtFit *
fit_head (DtBlock *head,
          DtLength text_width,
          GPtrArray *diagnostics)
{
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Times New Roman", NULL);

  return dt_fit_columns (head, sheet, shaper, text_width, diagnostics);
}

static const DtFitItem *
get_item (const DtFit *fit,
          guint cell,
          DtRole role)
{
  for (guint i = 0; i < fit->cells[cell]->len; i++)
    {
      const DtFitItem *item = &g_array_index (fit->cells[cell], DtFitItem, i);

      if (item->block->role == role)
        return item;
    }
  return NULL;
}

static void
assert_lawful (const DtFit *fit,
               DtLength text_width)
{
  const DtMetrics *metrics = dt_sheet_get_metrics (sheet);

  ck_assert_int_ge (fit->left_x, -metrics->hang_max);
  ck_assert_int_le (fit->left_x + fit->left_width + fit->right_width, text_width + metrics->hang_max + 40);
  for (guint i = 0; i < fit->n_rows * 2; i++)
    {
      DtLength width = i % 2 == 0 ? fit->left_width : fit->right_width;

      for (guint k = 0; k < fit->cells[i]->len; k++)
        {
          const DtFitItem *item = &g_array_index (fit->cells[i], DtFitItem, k);
          const DtStyle *style = dt_sheet_get_style (sheet, item->block->role);

          ck_assert_int_le (item->width, width);
          if (item->lines == NULL)
            continue;
          ck_assert_uint_ge (item->size, style->size_min);
          ck_assert_uint_le (item->size, style->size_max);
          ck_assert_uint_eq (item->size % 50, 0);
          ck_assert_uint_eq (item->n_starts + 1, g_strv_length (item->lines));
        }
    }
}

static const struct
{
  const char *parent;
  const char *agency;
  const char *agency_lines;
  const char *parent_lines;
} heads[] = {
  { NULL, "Ủy ban nhân dân xã Long Hồ", "ỦY BAN NHÂN DÂN|XÃ LONG HỒ", NULL },
  { NULL, "Ủy ban nhân dân\nxã Long Hồ", "ỦY BAN NHÂN DÂN|XÃ LONG HỒ", NULL },
  { NULL, "ỦY BAN NHÂN DÂN PHƯỜNG TAM LONG", "ỦY BAN NHÂN DÂN|PHƯỜNG TAM LONG", NULL },
  { NULL, "ỦY BAN NHÂN DÂN ĐẶC KHU KIÊN HẢI", "ỦY BAN NHÂN DÂN|ĐẶC KHU KIÊN HẢI", NULL },
  { NULL, "ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "ỦY BAN NHÂN DÂN|THÀNH PHỐ HỒ CHÍ MINH", NULL },
  { "UBND xã Long Hồ", "Phòng Văn hóa - Xã hội", "PHÒNG VĂN HÓA - XÃ HỘI", "UBND XÃ LONG HỒ" },
  { "Ủy ban nhân dân xã Long Hồ", "Ban Chỉ đạo cải cách hành chính và chuyển đổi số",
    "BAN CHỈ ĐẠO|CẢI CÁCH HÀNH CHÍNH|VÀ CHUYỂN ĐỔI SỐ", "ỦY BAN NHÂN DÂN|XÃ LONG HỒ" },
};

static char *
join (char **lines)
{
  return g_strjoinv ("|", lines);
}

START_TEST (names_break_at_good_places)
{
  g_autoptr (DtBlock) head = dt_test_head (sheet, heads[_i].parent, heads[_i].agency, "Số:      /KH-UBND", "Long Hồ, ngày 05 tháng 3 năm 2026");
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtFit) fit = fit_head (head, TEXT_WIDTH, diagnostics);
  g_autofree char *agency = join (get_item (fit, 0, DT_ROLE_AGENCY)->lines);

  assert_lawful (fit, TEXT_WIDTH);
  ck_assert_uint_eq (diagnostics->len, 0);
  ck_assert_str_eq (agency, heads[_i].agency_lines);
  if (heads[_i].parent_lines != NULL)
    {
      g_autofree char *parent = join (get_item (fit, 0, DT_ROLE_PARENT)->lines);

      ck_assert_str_eq (parent, heads[_i].parent_lines);
    }
}
END_TEST

START_TEST (what_fits_takes_the_sizes_of_the_sheet)
{
  g_autoptr (DtBlock) head = dt_test_head (sheet, NULL, "Ủy ban nhân dân xã Long Hồ", "Số: 20/KH-UBND", "Long Hồ, ngày 05 tháng 3 năm 2026");
  g_autoptr (DtFit) fit = fit_head (head, TEXT_WIDTH, NULL);

  ck_assert_int_eq (fit->left_x, 0);
  ck_assert_int_eq (get_item (fit, 1, DT_ROLE_NATIONAL_TITLE)->size, 1300);
  ck_assert_int_eq (get_item (fit, 1, DT_ROLE_MOTTO)->size, 1400);
  ck_assert_int_eq (get_item (fit, 0, DT_ROLE_AGENCY)->size, 1300);
  ck_assert_int_eq (get_item (fit, 2, DT_ROLE_NUMBER)->size, 1300);
  ck_assert_int_eq (get_item (fit, 3, DT_ROLE_PLACE_DATE)->size, 1400);
}
END_TEST

/* The table of reference lengths: 95.7 mm at 13 pt, 60.5 mm at 14 pt, 43.2 mm at 13 pt. */
START_TEST (lengths_are_those_of_times_new_roman)
{
  g_autoptr (DtBlock) head = dt_test_head (sheet, NULL, "Ủy ban nhân dân xã Long Hồ", NULL, NULL);
  g_autoptr (DtFit) fit = fit_head (head, TEXT_WIDTH, NULL);

  ck_assert_int_le (ABS (get_item (fit, 1, DT_ROLE_NATIONAL_TITLE)->width - 95700), 60);
  ck_assert_int_le (ABS (get_item (fit, 1, DT_ROLE_MOTTO)->width - 60500), 60);
  ck_assert_int_le (ABS (get_item (fit, 0, DT_ROLE_AGENCY)->width - 43200), 60);
  ck_assert_int_le (ABS (get_item (fit, 1, DT_ROLE_MOTTO_RULE)->width - 60500), 80);
  ck_assert_int_le (ABS (get_item (fit, 0, DT_ROLE_AGENCY_RULE)->width - 43200 * 2 / 5), 60);
}
END_TEST

static const struct
{
  int text_mm;
  const char *agency;
  const char *place_date;
} tight[] = {
  { 155, "Ủy ban nhân dân xã Long Hồ", "Long Hồ, ngày 05 tháng 3 năm 2026" },
  { 155, "Ủy ban nhân dân xã Long Hồ", "Thành phố Hồ Chí Minh, ngày 05 tháng 12 năm 2026" },
  { 155, "Ban Chỉ đạo các chương trình mục tiêu quốc gia", "Phường Điện Biên Phủ, ngày 05 tháng 12 năm 2026" },
  { 150, "Trung tâm Phục vụ hành chính công xã Nghĩa Thuận", "Long Hồ, ngày 05 tháng 3 năm 2026" },
  { 165, "Ủy ban nhân dân xã Long Hồ", "Phường Nguyễn Thị Minh Khai Thượng, ngày 05 tháng 12 năm 2026" },
};

START_TEST (one_line_stays_one_line)
{
  g_autoptr (DtBlock) head = dt_test_head (sheet, NULL, tight[_i].agency, "Số:      /KH-UBND", tight[_i].place_date);
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtFit) fit = fit_head (head, DT_MM (tight[_i].text_mm), diagnostics);

  ck_assert_uint_eq (diagnostics->len, 0);
  assert_lawful (fit, DT_MM (tight[_i].text_mm));
  ck_assert_uint_eq (g_strv_length (get_item (fit, 1, DT_ROLE_NATIONAL_TITLE)->lines), 1);
  ck_assert_uint_eq (g_strv_length (get_item (fit, 1, DT_ROLE_MOTTO)->lines), 1);
  ck_assert_uint_eq (g_strv_length (get_item (fit, 2, DT_ROLE_NUMBER)->lines), 1);
  ck_assert_uint_eq (g_strv_length (get_item (fit, 3, DT_ROLE_PLACE_DATE)->lines), 1);
}
END_TEST

START_TEST (what_cannot_fit_is_told_of)
{
  g_autoptr (DtBlock) head = dt_test_head (sheet, NULL, "Ủy ban nhân dân xã Long Hồ", "Số:      /KH-UBND",
                                           "Một địa danh dài quá mức cho một dòng của bất kỳ văn bản nào, ngày 05 tháng 3 năm 2026");
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtFit) fit = fit_head (head, DT_MM (155), diagnostics);

  ck_assert_uint_eq (diagnostics->len, 1);
  ck_assert_str_eq (dt_diagnostic_get_code (g_ptr_array_index (diagnostics, 0)), "head-does-not-fit");
  ck_assert_uint_eq (g_strv_length (get_item (fit, 1, DT_ROLE_NATIONAL_TITLE)->lines), 1);
}
END_TEST

START_TEST (signature_columns_are_those_of_the_sheet)
{
  g_autoptr (DtBlock) signature = dt_test_signature (sheet);
  g_autoptr (DtFit) fit = fit_head (signature, TEXT_WIDTH, NULL);

  ck_assert_int_eq (fit->left_x, 0);
  ck_assert_int_le (ABS (fit->left_width - dt_sheet_get_metrics (sheet)->signature_left), 10);
  ck_assert_int_le (ABS (fit->left_width + fit->right_width - TEXT_WIDTH), 10);
}
END_TEST

START_TEST (lines_of_a_title_are_told)
{
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Times New Roman", NULL);
  g_autoptr (DtBlock) block = dt_test_paragraph (sheet, DT_ROLE_SUBJECT, "Cải cách hành chính và chuyển đổi số năm 2026 trên địa bàn xã Long Hồ");
  g_autoptr (DtBlock) rule = dt_block_new (DT_BLOCK_RULE, DT_ROLE_SUBJECT_RULE, NULL);
  g_autoptr (GArray) starts = NULL;
  g_auto (GStrv) lines = dt_fit_lines (block, sheet, shaper, DT_MM (120), &starts);
  DtLength length = dt_fit_rule_length (block, rule, sheet, shaper, DT_MM (120));

  ck_assert_uint_eq (g_strv_length (lines), 2);
  ck_assert_uint_eq (starts->len, 1);
  ck_assert (g_str_has_prefix (block->text + g_array_index (starts, guint, 0), lines[1]));
  ck_assert_int_gt (length, DT_MM (20));
  ck_assert_int_lt (length, DT_MM (60));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("fit");
  TCase *basic = tcase_create ("basic");
  const char *conf = g_getenv ("DT_LIBERATION_CONF");
  int status;

  if (conf != NULL)
    g_setenv ("FONTCONFIG_FILE", conf, TRUE);
  sheet = dt_test_load_sheet ();
  tcase_add_loop_test (basic, names_break_at_good_places, 0, G_N_ELEMENTS (heads));
  tcase_add_test (basic, what_fits_takes_the_sizes_of_the_sheet);
  tcase_add_test (basic, lengths_are_those_of_times_new_roman);
  tcase_add_loop_test (basic, one_line_stays_one_line, 0, G_N_ELEMENTS (tight));
  tcase_add_test (basic, what_cannot_fit_is_told_of);
  tcase_add_test (basic, signature_columns_are_those_of_the_sheet);
  tcase_add_test (basic, lines_of_a_title_are_told);
  suite_add_tcase (suite, basic);

  status = dt_test_main (suite);
  dt_sheet_unref (sheet);
  return status;
}
