/* test-paragraph.c - lines of one paragraph
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dt-test-layout.h"

#include "layout/dt-paragraph.h"

#define WIDTH DT_MM (165)
#define LONG_TEXT                                                                                                                                  \
  "Thực hiện Kế hoạch số 118/2025/KH-UBND của Ủy ban nhân dân tỉnh về cải cách hành chính giai đoạn 2021-2030, "       \
  "các cơ quan, đơn vị có trách nhiệm rà soát, sửa đổi, bổ sung quy trình nội bộ và báo cáo kết quả thực hiện " \
  "trước ngày 15/12/2026 để tổng hợp, trình cấp có thẩm quyền xem xét, quyết định theo quy định của pháp luật."

static DtSheet *sheet;

static DtParagraph *
set (DtBlock *block,
     DtLength width)
{
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);
  g_autoptr (DtSetter) setter = dt_setter_new (shaper);
  const DtStyle *style = dt_sheet_get_style (sheet, block->role);
  DtParagraphSpec spec = {
    .block = block,
    .style = style,
    .size = style->size,
    .width = width,
    .limit = dt_twips (width),
  };
  DtParagraph *paragraph = dt_paragraph_new (setter, &spec);

  /* Words belong to the shaper, which goes: what a test looks at is not in them. */
  return paragraph;
}

static char *
line_text (const DtParagraph *paragraph,
           guint index)
{
  const DtSetLine *line = &paragraph->lines[index];
  guint end = line->start;

  for (guint i = 0; i < line->n_spans; i++)
    end = paragraph->spans[line->first_span + i].end;
  return g_strndup (dt_paragraph_get_text (paragraph) + line->start, end - line->start);
}

static char *
all_text (const DtParagraph *paragraph)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < paragraph->n_lines; i++)
    {
      g_autofree char *line = line_text (paragraph, i);

      g_string_append (text, line);
    }
  return g_string_free (text, FALSE);
}

START_TEST (empty_text_is_one_line)
{
  g_autoptr (DtBlock) block = dt_test_paragraph (sheet, DT_ROLE_BODY, "");
  g_autoptr (DtParagraph) paragraph = set (block, WIDTH);

  ck_assert_uint_eq (paragraph->n_lines, 1);
  ck_assert_uint_eq (paragraph->lines[0].n_spans, 0);
  ck_assert_int_eq (paragraph->width, 0);
}
END_TEST

START_TEST (justified_lines_reach_the_margin_but_the_last_does_not)
{
  g_autoptr (DtBlock) block = dt_test_paragraph (sheet, DT_ROLE_BODY, LONG_TEXT);
  g_autoptr (DtParagraph) paragraph = set (block, WIDTH);
  guint n = paragraph->n_lines;

  ck_assert_uint_gt (n, 2);
  for (guint i = 0; i < n; i++)
    {
      const DtSetSpan *span = &paragraph->spans[paragraph->lines[i].first_span];
      DtLength indent = i == 0 ? DT_MM (10) : 0;

      ck_assert_int_eq (span->x, indent);
      if (i + 1 < n)
        ck_assert_int_eq (span->x + span->width, WIDTH);
      else
        ck_assert_int_lt (span->x + span->width, WIDTH);
    }
}
END_TEST

/* The blanks of a line differ by the remainder of a division at most. */
START_TEST (blanks_stretch_alike)
{
  g_autoptr (DtBlock) block = dt_test_paragraph (sheet, DT_ROLE_BODY, LONG_TEXT);
  g_autoptr (DtShaper) shaper = dt_test_open_shaper ("Du Thao Test", NULL);
  g_autoptr (DtSetter) setter = dt_setter_new (shaper);
  const DtStyle *style = dt_sheet_get_style (sheet, DT_ROLE_BODY);
  DtParagraphSpec spec = { .block = block, .style = style, .size = style->size, .width = WIDTH, .limit = dt_twips (WIDTH) };
  g_autoptr (DtParagraph) paragraph = dt_paragraph_new (setter, &spec);
  const DtSetSpan *span = &paragraph->spans[0];
  DtLength least = G_MAXINT;
  DtLength most = 0;

  for (guint i = 0; i + 2 < span->n_words; i++)
    {
      const DtPlacedWord *word = &paragraph->words[span->first_word + i];

      if (block->text[word->start] != ' ')
        continue;
      least = MIN (least, word[1].x - word->x);
      most = MAX (most, word[1].x - word->x);
    }
  ck_assert_int_gt (least, 0);
  ck_assert_int_le (most - least, 2);
}
END_TEST

START_TEST (no_line_is_wider_than_the_measure)
{
  DtLength width = DT_MM (20 + 5 * _i);
  g_autoptr (DtBlock) block = dt_test_paragraph (sheet, DT_ROLE_BODY, LONG_TEXT);
  g_autoptr (DtParagraph) paragraph = set (block, width);
  g_autofree char *text = all_text (paragraph);

  for (guint i = 0; i < paragraph->n_lines; i++)
    {
      const DtSetLine *line = &paragraph->lines[i];
      const DtSetSpan *last = &paragraph->spans[line->first_span + line->n_spans - 1];

      ck_assert_int_le (last->x + last->width, width);
    }
  ck_assert_str_eq (text, LONG_TEXT);
}
END_TEST

/* Each line takes what fits: the first word of the next would not have. */
START_TEST (lines_are_filled)
{
  g_autoptr (DtBlock) block = dt_test_paragraph (sheet, DT_ROLE_DASH, LONG_TEXT);
  g_autoptr (DtParagraph) paragraph = NULL;
  g_autoptr (DtParagraph) single = NULL;

  block->align = DT_ALIGN_LEFT;
  paragraph = set (block, WIDTH);
  single = set (block, DT_MM (5000));
  ck_assert_uint_eq (single->n_lines, 1);
  for (guint i = 1; i < paragraph->n_lines; i++)
    {
      guint start = paragraph->lines[i - 1].start;
      guint next = paragraph->lines[i].start;
      const char *blank = strchr (block->text + next, ' ');
      guint end = blank != NULL ? (guint) (blank - block->text) : (guint) strlen (block->text);
      DtLength from = 0;
      DtLength to = single->spans[0].x + single->spans[0].width;

      for (guint w = 0; w < single->spans[0].n_words; w++)
        {
          if (single->words[w].start == start)
            from = single->words[w].x;
          if (single->words[w].start == end)
            to = single->words[w].x;
        }
      ck_assert_int_gt (to - from, WIDTH - (i == 1 ? DT_MM (10) : 0) - 100);
    }
}
END_TEST

START_TEST (runs_change_the_style_inside_a_line)
{
  g_autoptr (DtBlock) block = dt_test_paragraph (sheet, DT_ROLE_BODY, "một hai ba");
  g_autoptr (DtParagraph) paragraph = NULL;

  dt_test_add_run (block, 0, 5, FALSE, FALSE);
  dt_test_add_run (block, 5, 8, TRUE, FALSE);
  dt_test_add_run (block, 8, (guint) strlen (block->text), FALSE, TRUE);
  paragraph = set (block, WIDTH);

  ck_assert_uint_eq (paragraph->n_lines, 1);
  ck_assert_uint_eq (paragraph->lines[0].n_spans, 3);
  ck_assert (!paragraph->spans[0].bold && paragraph->spans[1].bold && paragraph->spans[2].italic);
  ck_assert_int_eq (paragraph->spans[1].x, paragraph->spans[0].x + paragraph->spans[0].width);
  ck_assert_uint_eq (paragraph->spans[1].start, 5);
  ck_assert_uint_eq (paragraph->spans[1].end, 8);
}
END_TEST

START_TEST (line_feeds_end_lines)
{
  g_autoptr (DtBlock) block = dt_test_paragraph (sheet, DT_ROLE_BODY, "một hai\n\nba bốn");
  g_autoptr (DtParagraph) paragraph = set (block, WIDTH);
  g_autofree char *first = line_text (paragraph, 0);
  g_autofree char *third = line_text (paragraph, 2);

  ck_assert_uint_eq (paragraph->n_lines, 3);
  ck_assert_str_eq (first, "một hai");
  ck_assert_uint_eq (paragraph->lines[1].n_spans, 0);
  ck_assert_str_eq (third, "ba bốn");
  ck_assert_int_lt (paragraph->lines[0].width, DT_MM (60));
}
END_TEST

START_TEST (long_words_are_cut_between_letters)
{
  g_autoptr (GString) text = g_string_new ("xem ");
  g_autoptr (DtBlock) block = NULL;
  g_autoptr (DtParagraph) paragraph = NULL;
  g_autofree char *whole = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append (text, "ượ");
  block = dt_test_paragraph (sheet, DT_ROLE_BODY, text->str);
  paragraph = set (block, DT_MM (60));
  whole = all_text (paragraph);

  ck_assert_uint_gt (paragraph->n_lines, 10);
  ck_assert_str_eq (whole, text->str);
  for (guint i = 0; i < paragraph->n_lines; i++)
    {
      g_autofree char *line = line_text (paragraph, i);

      ck_assert (g_utf8_validate (line, -1, NULL));
      ck_assert_int_le (paragraph->lines[i].width, DT_MM (60) + 3);
    }
}
END_TEST

/* A column narrower than a letter still takes one letter a line. */
START_TEST (every_line_takes_something)
{
  g_autoptr (DtBlock) block = dt_test_paragraph (sheet, DT_ROLE_RECIPIENT, "abc");
  g_autoptr (DtParagraph) paragraph = set (block, 10);

  ck_assert_uint_eq (paragraph->n_lines, 3);
}
END_TEST

START_TEST (a_megabyte_in_one_word_is_set_in_time)
{
  g_autofree char *text = g_strnfill (1000 * 1000, 'a');
  g_autoptr (DtBlock) block = dt_test_paragraph (sheet, DT_ROLE_BODY, text);
  gint64 start = g_get_monotonic_time ();
  g_autoptr (DtParagraph) paragraph = set (block, WIDTH);

  ck_assert_uint_gt (paragraph->n_lines, 1000);
  ck_assert_int_lt (g_get_monotonic_time () - start, 10 * G_USEC_PER_SEC);
}
END_TEST

START_TEST (capitals_keep_their_places)
{
  g_autoptr (DtBlock) block = dt_test_paragraph (sheet, DT_ROLE_TYPE_NAME, "kế hoạch ŉ đ");
  g_autoptr (DtParagraph) paragraph = set (block, WIDTH);

  ck_assert_str_eq (dt_paragraph_get_text (paragraph), "KẾ HOẠCH ŉ Đ");
}
END_TEST

static const struct
{
  const char *text;
  guint mm;
  const char *lines;
} balanced[] = {
  /* Greedy lines would leave one syllable alone. */
  { "Cải cách hành chính trên địa bàn xã", 75, "Cải cách hành chính |trên địa bàn xã" },
  /* Words of two syllables, years and names stay whole. */
  { "Thực hiện công tác phòng, chống thiên tai năm 2026", 85, "Thực hiện công tác |phòng, chống thiên tai năm 2026" },
  { "Chuyển đổi số của xã Long Hồ năm 2026", 72, "Chuyển đổi số |của xã Long Hồ năm 2026" },
  { "Một dòng", 100, "Một dòng" },
  { "Dòng một\nDòng hai", 100, "Dòng một|Dòng hai" },
};

START_TEST (centred_titles_are_broken_well)
{
  g_autoptr (DtBlock) block = dt_test_paragraph (sheet, DT_ROLE_SUBJECT, balanced[_i].text);
  g_autoptr (DtParagraph) paragraph = set (block, DT_MM ((int) balanced[_i].mm));
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < paragraph->n_lines; i++)
    {
      g_autofree char *line = line_text (paragraph, i);

      g_string_append_printf (lines, "%s%s", i > 0 ? "|" : "", line);
    }
  ck_assert_str_eq (lines->str, balanced[_i].lines);
}
END_TEST

START_TEST (centred_lines_are_in_the_middle)
{
  g_autoptr (DtBlock) block = dt_test_paragraph (sheet, DT_ROLE_SUBJECT, "Cải cách hành chính trên địa bàn xã");
  g_autoptr (DtParagraph) paragraph = set (block, DT_MM (75));

  for (guint i = 0; i < paragraph->n_lines; i++)
    {
      const DtSetSpan *span = &paragraph->spans[paragraph->lines[i].first_span];

      ck_assert_int_le (ABS (2 * span->x + span->width - DT_MM (75)), 1);
    }
}
END_TEST

/* Writer would end the line behind the hyphen; there the ODT needs a word joiner, and nowhere else. */
START_TEST (breaks_inside_numbers_are_held_where_they_would_happen)
{
  g_autoptr (DtBlock) block = dt_test_paragraph (sheet, DT_ROLE_RECIPIENT, "số 76/NQ-CP số 76/NQ-CP");
  g_autoptr (DtParagraph) wide = set (block, WIDTH);
  g_autoptr (DtParagraph) single = set (block, WIDTH);
  guint second = (guint) (strrchr (block->text, '-') - block->text) + 1;
  DtLength room = 0;
  g_autoptr (DtParagraph) narrow = NULL;

  ck_assert_uint_eq (wide->n_held, 0);
  for (guint w = 0; w < single->spans[0].n_words; w++)
    {
      if (single->words[w].end == strlen (block->text))
        room = single->words[w].x + (single->spans[0].width - single->words[w].x) * 9 / 10;
    }
  narrow = set (block, room);
  ck_assert_uint_eq (narrow->n_lines, 2);
  ck_assert_uint_eq (narrow->n_held, 1);
  ck_assert_uint_eq (narrow->held[0], second);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("paragraph");
  TCase *basic = tcase_create ("basic");
  int status;

  sheet = dt_test_load_sheet ();
  tcase_set_timeout (basic, 60);
  tcase_add_test (basic, empty_text_is_one_line);
  tcase_add_test (basic, justified_lines_reach_the_margin_but_the_last_does_not);
  tcase_add_test (basic, blanks_stretch_alike);
  tcase_add_loop_test (basic, no_line_is_wider_than_the_measure, 0, 20);
  tcase_add_test (basic, lines_are_filled);
  tcase_add_test (basic, runs_change_the_style_inside_a_line);
  tcase_add_test (basic, line_feeds_end_lines);
  tcase_add_test (basic, long_words_are_cut_between_letters);
  tcase_add_test (basic, every_line_takes_something);
  tcase_add_test (basic, a_megabyte_in_one_word_is_set_in_time);
  tcase_add_test (basic, capitals_keep_their_places);
  tcase_add_loop_test (basic, centred_titles_are_broken_well, 0, G_N_ELEMENTS (balanced));
  tcase_add_test (basic, centred_lines_are_in_the_middle);
  tcase_add_test (basic, breaks_inside_numbers_are_held_where_they_would_happen);
  suite_add_tcase (suite, basic);

  status = dt_test_main (suite);
  dt_sheet_unref (sheet);
  return status;
}
