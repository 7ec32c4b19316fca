/* test-text.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "text/dt-date.h"
#include "text/dt-text.h"

#include <locale.h>
#include <string.h>

#include "dt-test.h"

static const struct
{
  const char *text;
  const char *nfc;
} normal_forms[] = {
  { "", "" },
  { "Ke hoach", "Ke hoach" },
  { "Kế hoạch", "Kế hoạch" },
  { "Ke\xcc\x82\xcc\x81 hoa\xcc\xa3"
    "ch",
    "Kế hoạch" },
  { "Ke\xcc\x81\xcc\x82", "Ké\xcc\x82" },
  { "\xe2\x80\x80", "\xe2\x80\x82" },
  { "“a” – b…", "“a” – b…" },
};

START_TEST (normal_form_is_composed)
{
  g_autofree char *nfc = dt_text_to_nfc (normal_forms[_i].text);

  ck_assert_str_eq (nfc, normal_forms[_i].nfc);
  ck_assert_int_eq (dt_text_is_nfc (normal_forms[_i].text),
                    strcmp (normal_forms[_i].text, normal_forms[_i].nfc) == 0);
  ck_assert (dt_text_is_nfc (nfc));
}
END_TEST

START_TEST (bad_utf8_has_no_normal_form)
{
  ck_assert_ptr_null (dt_text_to_nfc ("a\xff"));
}
END_TEST

START_TEST (the_quick_test_for_composed_text_agrees_with_the_slow_one)
{
  for (gunichar c = 1; c < 0x3000; c++)
    {
      char text[7] = "";
      g_autofree char *slow = NULL;

      text[g_unichar_to_utf8 (c, text)] = '\0';
      slow = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
      ck_assert_msg (dt_text_is_nfc (text) == (strcmp (slow, text) == 0), "U+%04X", c);
    }
}
END_TEST

static const struct
{
  const char *text;
  const char *folded;
} folds[] = {
  { "", "" },
  { "Nghị quyết 76/NQ-CP", "nghi quyet 76/nq-cp" },
  { "ĐẶC KHU Phú Quốc", "dac khu phu quoc" },
  { "u\xcc\x9bo\xcc\x9b\xcc\x81", "uo" },
  { "Ưỡn ẸO ýỲ ỹ", "uon eo yy y" },
  { "Ünïcode – ½", "unicode – ½" },
};

START_TEST (folding_drops_case_and_marks)
{
  g_autofree char *folded = dt_text_fold (folds[_i].text);
  g_autoptr (GString) appended = g_string_new ("<");

  ck_assert_str_eq (folded, folds[_i].folded);
  dt_text_fold_append (appended, folds[_i].text, -1);
  ck_assert_str_eq (appended->str + 1, folds[_i].folded);
}
END_TEST

START_TEST (folding_by_table_agrees_with_decomposition)
{
  for (gunichar c = 0x1ea0; c <= 0x1ef9; c++)
    {
      char text[7] = "";
      g_autofree char *folded = NULL;
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

      text[g_unichar_to_utf8 (c, text)] = '\0';
      folded = dt_text_fold (text);
      g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
      ck_assert_int_eq ((guint) folded[0], g_unichar_tolower (parts[0]));
      ck_assert_int_eq (folded[1], '\0');
    }
}
END_TEST

START_TEST (capitals_do_not_depend_on_the_locale)
{
  g_autofree char *upper = NULL;
  g_autofree char *lower = NULL;

  /* Where the Turkish locale is not installed this is the plain case. */
  setlocale (LC_ALL, "tr_TR.UTF-8");
  upper = dt_text_upper ("kế hoạch ủy ban đ i");
  lower = dt_text_lower ("KẾ HOẠCH ỦY BAN Đ I");
  setlocale (LC_ALL, "C");

  ck_assert_str_eq (upper, "KẾ HOẠCH ỦY BAN Đ I");
  ck_assert_str_eq (lower, "kế hoạch ủy ban đ i");
}
END_TEST

static const struct
{
  const char *text;
  const char *tidy;
} blanks[] = {
  { "", "" },
  { " \t\n", "" },
  { "  a\n b\xc2\xa0\xc2\xa0"
    "c ",
    "a b c" },
  { "Ủy  ban", "Ủy ban" },
};

START_TEST (blanks_collapse)
{
  g_autofree char *tidy = dt_text_collapse (blanks[_i].text);

  ck_assert_str_eq (tidy, blanks[_i].tidy);
}
END_TEST

START_TEST (words_are_runs_of_letters_and_digits)
{
  static const char text[] = "  Nghị quyết số 76/NQ-CP, e\xcc\x81. ";
  static const char *const words[] = { "Nghị", "quyết", "số", "76", "NQ", "CP", "e\xcc\x81" };
  const char *cursor = text;
  const char *word;
  gsize length;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      ck_assert (dt_text_next_word (&cursor, text + strlen (text), &word, &length));
      ck_assert_uint_eq (length, strlen (words[i]));
      ck_assert_mem_eq (word, words[i], length);
    }
  ck_assert (!dt_text_next_word (&cursor, text + strlen (text), &word, &length));
}
END_TEST

START_TEST (points_have_the_vietnamese_letters)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  for (guint i = 0; dt_text_point_letter (i) != NULL; i++)
    {
      const char *letter = dt_text_point_letter (i);

      g_string_append (letters, letter);
      ck_assert_int_eq (dt_text_point_index (letter, strlen (letter)), (int) i);
      ck_assert (!dt_text_is_foreign_letter (letter, strlen (letter)));
    }
  ck_assert_str_eq (letters->str, "abcdđeghiklmnopqrstuvxy");
  ck_assert_ptr_null (dt_text_point_letter (DT_TEXT_N_POINT_LETTERS));
  ck_assert_int_eq (g_utf8_strlen (letters->str, -1), DT_TEXT_N_POINT_LETTERS);
}
END_TEST

START_TEST (foreign_letters_name_no_point)
{
  static const char *const foreign[] = { "f", "j", "w", "z" };
  static const char *const neither[] = { "", "A", "Đ", "ab", "1", "ă", "ff" };

  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      ck_assert_int_eq (dt_text_point_index (foreign[i], 1), -1);
      ck_assert (dt_text_is_foreign_letter (foreign[i], 1));
    }
  for (guint i = 0; i < G_N_ELEMENTS (neither); i++)
    {
      ck_assert_int_eq (dt_text_point_index (neither[i], strlen (neither[i])), -1);
      ck_assert (!dt_text_is_foreign_letter (neither[i], strlen (neither[i])));
    }
}
END_TEST

START_TEST (roman_numerals_round_trip)
{
  g_autofree char *big = dt_text_roman (1994);
  g_autofree char *beyond = dt_text_roman (DT_TEXT_ROMAN_MAX + 1);

  ck_assert_str_eq (big, "MCMXCIV");
  ck_assert_str_eq (beyond, "4000");
  for (guint i = 1; i <= DT_TEXT_ROMAN_MAX; i++)
    {
      g_autofree char *roman = dt_text_roman (i);

      ck_assert_uint_eq (dt_text_parse_roman (roman, strlen (roman)), i);
    }
}
END_TEST

START_TEST (what_nobody_writes_is_no_roman_numeral)
{
  static const char *const bad[] = {
    "",
    "IIII",
    "VV",
    "VX",
    "IC",
    "IXI",
    "XCX",
    "CMC",
    "iv",
    "I.",
    "MMMM",
    "IIX",
    "IVI",
    "A",
    "MMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMMM",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    ck_assert_msg (dt_text_parse_roman (bad[i], strlen (bad[i])) == 0, "%s", bad[i]);
}
END_TEST

static const struct
{
  DtDate date;
  const char *iso;
  const char *lengthy;
  const char *brief;
} dates[] = {
  { { 2020, 3, 5 }, "2020-03-05", "ngày 05 tháng 3 năm 2020", "05/3/2020" },
  { { 2020, 1, 5 }, "2020-01-05", "ngày 05 tháng 01 năm 2020", "05/01/2020" },
  { { 2024, 2, 29 }, "2024-02-29", "ngày 29 tháng 02 năm 2024", "29/02/2024" },
  { { 2019, 6, 29 }, "2019-06-29", "ngày 29 tháng 6 năm 2019", "29/6/2019" },
  { { 2026, 12, 31 }, "2026-12-31", "ngày 31 tháng 12 năm 2026", "31/12/2026" },
  { { 2026, 9, 0 }, "2026-09", "ngày      tháng 9 năm 2026", "…/9/2026" },
  { { 2026, 0, 0 }, "2026", "ngày      tháng      năm 2026", "…/…/2026" },
  { { 0, 0, 0 }, "", "ngày      tháng      năm     ", "…/…/…" },
};

START_TEST (dates_are_written_as_the_decree_says)
{
  g_autofree char *iso = dt_date_format_iso (dates[_i].date);
  g_autofree char *lengthy = dt_date_format_long (dates[_i].date);
  g_autofree char *brief = dt_date_format_short (dates[_i].date);

  ck_assert_str_eq (iso, dates[_i].iso);
  ck_assert_str_eq (lengthy, dates[_i].lengthy);
  ck_assert_str_eq (brief, dates[_i].brief);
}
END_TEST

START_TEST (written_dates_can_be_read)
{
  g_autofree char *lengthy = dt_date_format_long (dates[_i].date);
  g_autofree char *brief = dt_date_format_short (dates[_i].date);
  gboolean complete = dt_date_is_complete (dates[_i].date);
  DtDate read = DT_DATE_INIT;

  ck_assert_int_eq (dt_date_parse_iso_partial (dates[_i].iso, &read), dates[_i].date.year != 0);
  ck_assert (dt_date_equal (read, dates[_i].date));
  ck_assert_int_eq (dt_date_parse_iso (dates[_i].iso, NULL), complete);
  ck_assert_int_eq (dt_date_parse (lengthy, &read), complete);
  ck_assert_int_eq (dt_date_parse (brief, &read), complete);
  ck_assert (!complete || dt_date_equal (read, dates[_i].date));
}
END_TEST

static const struct
{
  const char *text;
  gsize used;
  DtDate date;
} scanned[] = {
  { "05/3/2026", 9, { 2026, 3, 5 } },
  { "31/07/2025 của", 10, { 2025, 7, 31 } },
  { "12 tháng 6 năm 2025", 21, { 2025, 6, 12 } },
  { "ngày 12 tháng 06 năm 2025;", 28, { 2025, 6, 12 } },
  { "Ngày 1\xc2\xa0tháng 2, năm 2025", 28, { 2025, 2, 1 } },
  { "NGÀY 1 THÁNG 2 NĂM 2025", 26, { 2025, 2, 1 } },
  { "5-3-2026", 8, { 2026, 3, 5 } },
  { "05.03.2026.", 10, { 2026, 3, 5 } },
  { "2026-03-05T00", 10, { 2026, 3, 5 } },
  { "29/02/2025", 0 },
  { "29/02/1900", 0 },
  { "29/02/2000", 10, { 2000, 2, 29 } },
  { "31/4/2026", 0 },
  { "0/4/2026", 0 },
  { "1/13/2026", 0 },
  { "1/4/26", 0 },
  { "1/4/20261", 0 },
  { "001/4/2026", 0 },
  { "1/4-2026", 0 },
  { "ngày12 tháng 6 năm 2025", 0 },
  { "ngày tháng 6 năm 2025", 0 },
  { "tháng 6 năm 2025", 0 },
  { "2026-3-5", 0 },
  { "", 0 },
  { "ngày", 0 },
  { "1/4/0000", 0 },
};

START_TEST (dates_are_found_at_the_start_of_a_text)
{
  DtDate date = DT_DATE_INIT;
  gsize used = dt_date_scan (scanned[_i].text, strlen (scanned[_i].text), &date);

  ck_assert_msg (used == scanned[_i].used, "%s: %u", scanned[_i].text, (guint) used);
  if (used > 0)
    ck_assert (dt_date_equal (date, scanned[_i].date));
}
END_TEST

START_TEST (a_date_with_more_behind_it_is_no_date)
{
  DtDate date;

  ck_assert (dt_date_parse (" 05/3/2026 ", &date));
  ck_assert (!dt_date_parse ("05/3/2026 của", &date));
  ck_assert (!dt_date_parse ("a 05/3/2026", &date));
  ck_assert (!dt_date_parse_iso ("2026-09-21 ", &date));
  ck_assert (!dt_date_parse_iso ("2026-02-29", &date));
  ck_assert (!dt_date_parse_iso_partial ("2026-", &date));
  ck_assert (!dt_date_parse_iso_partial ("2026-13", &date));
  ck_assert (!dt_date_parse_iso_partial ("0000", &date));
  ck_assert (!dt_date_parse_iso_partial ("2026-00-01", &date));
}
END_TEST

START_TEST (days_count_on_without_a_gap)
{
  DtDate before = dt_date_make (1899, 12, 31);
  gint32 number = dt_date_to_day_number (before);

  ck_assert_int_eq (dt_date_to_day_number (dt_date_make (1, 1, 1)), 1);
  for (guint i = 0; i < 100000; i++)
    {
      DtDate date = dt_date_from_day_number (++number);

      ck_assert (dt_date_is_valid (date));
      ck_assert_int_eq (dt_date_to_day_number (date), number);
      ck_assert_int_lt (dt_date_compare (before, date), 0);
      ck_assert_int_gt (dt_date_compare (date, before), 0);
      before = date;
    }
  ck_assert (dt_date_is_empty (dt_date_from_day_number (0)));
  ck_assert (dt_date_is_empty (dt_date_from_day_number (G_MAXINT32)));
  ck_assert (dt_date_equal (dt_date_from_day_number (3652059), dt_date_make (9999, 12, 31)));
}
END_TEST

START_TEST (weekdays_are_right)
{
  ck_assert_uint_eq (dt_date_weekday (dt_date_make (2020, 3, 5)), 4);
  ck_assert_uint_eq (dt_date_weekday (dt_date_make (2026, 9, 21)), 1);
  ck_assert_uint_eq (dt_date_weekday (dt_date_make (2000, 1, 2)), 7);
  ck_assert_uint_eq (dt_date_weekday (dt_date_make (2026, 9, 0)), 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("text");
  TCase *text = tcase_create ("text");
  TCase *date = tcase_create ("date");

  tcase_add_loop_test (text, normal_form_is_composed, 0, G_N_ELEMENTS (normal_forms));
  tcase_add_test (text, bad_utf8_has_no_normal_form);
  tcase_add_test (text, the_quick_test_for_composed_text_agrees_with_the_slow_one);
  tcase_add_loop_test (text, folding_drops_case_and_marks, 0, G_N_ELEMENTS (folds));
  tcase_add_test (text, folding_by_table_agrees_with_decomposition);
  tcase_add_test (text, capitals_do_not_depend_on_the_locale);
  tcase_add_loop_test (text, blanks_collapse, 0, G_N_ELEMENTS (blanks));
  tcase_add_test (text, words_are_runs_of_letters_and_digits);
  tcase_add_test (text, points_have_the_vietnamese_letters);
  tcase_add_test (text, foreign_letters_name_no_point);
  tcase_add_test (text, roman_numerals_round_trip);
  tcase_add_test (text, what_nobody_writes_is_no_roman_numeral);
  suite_add_tcase (suite, text);

  tcase_add_loop_test (date, dates_are_written_as_the_decree_says, 0, G_N_ELEMENTS (dates));
  tcase_add_loop_test (date, written_dates_can_be_read, 0, G_N_ELEMENTS (dates));
  tcase_add_loop_test (date, dates_are_found_at_the_start_of_a_text, 0, G_N_ELEMENTS (scanned));
  tcase_add_test (date, a_date_with_more_behind_it_is_no_date);
  tcase_add_test (date, days_count_on_without_a_gap);
  tcase_add_test (date, weekdays_are_right);
  suite_add_tcase (suite, date);

  return dt_test_main (suite);
}
