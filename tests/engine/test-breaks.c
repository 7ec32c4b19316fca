/* test-breaks.c - where lines may end
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dt-test.h"

#include <string.h>

#include "text/dt-breaks.h"

/* "|" stands for a break that is allowed, "~" for one that is kept from happening, "/" at a line's start for a forced one. */
static char *
mark_breaks (const char *text)
{
  gsize length = strlen (text);
  g_autofree guint8 *breaks = g_malloc (length + 1);
  GString *marked = g_string_new (NULL);

  dt_breaks_find (text, length, breaks);
  for (gsize i = 0; i <= length; i++)
    {
      static const char *const marks[] = { "", "|", "<", "~" };

      g_string_append (marked, marks[breaks[i]]);
      if (i < length)
        g_string_append_c (marked, text[i]);
    }
  return g_string_free (marked, FALSE);
}

static const struct
{
  const char *text;
  const char *marked;
} cases[] = {
  { "", "" },
  { "một", "một" },
  { "một hai  ba ", "một |hai  |ba " },
  { "một\nhai", "một\n<hai" },
  { "một\n", "một\n<" },
  /* Numbers of documents, years and dates hold together. */
  { "số 118/2025/NĐ-CP", "số |118/2025/NĐ-~CP" },
  { "20/KH-UBND", "20/KH-~UBND" },
  { "03-NQ/TU", "03-~NQ/TU" },
  { "1826/BNV-CVT&LTNN", "1826/BNV-~CVT&LTNN" },
  { "12/QĐ-TTg", "12/QĐ-~TTg" },
  { "giai đoạn 2021-2030", "giai |đoạn |2021-~2030" },
  { "2021–2030", "2021–~2030" },
  { "COVID-19", "COVID-~19" },
  { "50%-60%", "50%-~60%" },
  { "-5", "-~5" },
  { "15/7/2021", "15/7/2021" },
  { "1.234,5", "1.234,5" },
  { "Số:      /KH-UBND", "Số:      /KH-~UBND" },
  /* Words may part behind a hyphen. */
  { "hóa-Xã", "hóa-|Xã" },
  { "e-mail", "e-|mail" },
  { "hóa - xã", "hóa |- |xã" },
  { "- đầu dòng", "- |đầu |dòng" },
  /* Marks stay where they belong, blanks or not. */
  { "một , hai", "một , |hai" },
  { "và / hoặc", "và / |hoặc" },
  { "( một )", "( một )" },
  { "tin/bài", "tin/bài" },
  { "a,b;c.d:e", "a,b;c.d:e" },
  { "một (hai)", "một |(hai)" },
  { "một.(hai)", "một.|(hai)" },
  { "“một” hai", "“một” |hai" },
  { "một…hai", "một…|hai" },
  { "a|b", "a||b" },
  { "năm\302\2402026", "năm\302\2402026" },
  { "một—hai", "một|—|hai" },
  { "50%", "50%" },
  { "x%", "x|%" },
};

START_TEST (breaks_are_those_of_the_table)
{
  g_autofree char *marked = mark_breaks (cases[_i].text);

  ck_assert_str_eq (marked, cases[_i].marked);
}
END_TEST

/* Long runs of whatever makes the search look around must not make it slow. */
START_TEST (time_grows_with_the_length_only)
{
  static const char *const units[] = { "-", "2-", "A-", " ", "NĐ-", "a", "—", "(" };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree guint8 *breaks = NULL;
  gint64 start;

  while (text->len < 1000 * 1000)
    g_string_append (text, units[_i]);
  breaks = g_malloc (text->len + 1);
  start = g_get_monotonic_time ();
  dt_breaks_find (text->str, text->len, breaks);
  ck_assert_int_lt (g_get_monotonic_time () - start, 5 * G_USEC_PER_SEC);
}
END_TEST

START_TEST (breaks_stand_before_characters)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) _i);
  static const char *const pieces[] = { "ủy ban", "-", " ", "2026", "NĐ", "—", "…", "(", ")", "/", "ế", "\n", "%", "漢字", "😀" };

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree guint8 *breaks = NULL;

      for (int i = 0; i < 20; i++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      breaks = g_malloc (text->len + 1);
      dt_breaks_find (text->str, text->len, breaks);
      ck_assert_uint_eq (breaks[0], DT_BREAK_NONE);
      for (gsize i = 0; i < text->len; i++)
        {
          ck_assert_msg (breaks[i] == DT_BREAK_NONE || ((guchar) text->str[i] & 0xc0) != 0x80,
                         "a break inside a character: %s", text->str);
          ck_assert (breaks[i] != DT_BREAK_ALLOWED || text->str[i] != ' ');
        }
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("breaks");
  TCase *basic = tcase_create ("basic");

  tcase_set_timeout (basic, 60);
  tcase_add_loop_test (basic, breaks_are_those_of_the_table, 0, G_N_ELEMENTS (cases));
  tcase_add_loop_test (basic, time_grows_with_the_length_only, 0, 8);
  tcase_add_loop_test (basic, breaks_stand_before_characters, 0, 4);
  suite_add_tcase (suite, basic);

  return dt_test_main (suite);
}
