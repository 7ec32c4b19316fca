/* test-notation.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model/dt-notation.h"

#include "dt-random-plan.h"
#include "dt-test.h"

#include <string.h>
#include <time.h>

static void
append_spans (GString *out,
              const DtSpan *spans,
              guint n_spans)
{
  for (guint i = 0; i < n_spans; i++)
    {
      const DtSpan *span = &spans[i];
      const char *form = span->kind == DT_SPAN_CITATION ? "[%s]" : span->kind == DT_SPAN_FIELD ? "{%s}"
                                                                                               : "%s";

      g_string_append (out, span->bold ? "<b>" : "");
      g_string_append (out, span->italic ? "<i>" : "");
      if (form[0] == '%')
        g_string_append (out, span->text);
      else
        g_string_append_printf (out, "%c%s%c", form[0], span->text, form[3]);
      g_string_append (out, span->italic ? "</i>" : "");
      g_string_append (out, span->bold ? "</b>" : "");
      g_string_append (out, i + 1 < n_spans ? "·" : "");
    }
}

static void
append_table (GString *out,
              const DtTable *table)
{
  static const char aligns[] = { 'l', 'c', 'r' };

  g_string_append_printf (out, "table %u/%u ", table->n_header_rows, table->n_rows);
  for (guint i = 0; i < table->n_columns; i++)
    g_string_append_c (out, aligns[table->aligns[i]]);
  for (guint row = 0; row < table->n_rows; row++)
    {
      g_string_append (out, " (");
      for (guint column = 0; column < table->n_columns; column++)
        {
          const DtCell *cell = &table->cells[row * table->n_columns + column];

          g_string_append (out, column > 0 ? "," : "");
          append_spans (out, cell->spans, cell->n_spans);
        }
      g_string_append_c (out, ')');
    }
}

/* One line of text for each line: its kind, "!" where counting begins anew, the spans. */
static char *
dump_body (const DtBody *body)
{
  static const char *const kinds[] = { "p", "1.", "a)", "-", "+" };
  GString *out = g_string_new (NULL);
  guint n_lines;
  const DtLine *lines = dt_body_get_lines (body, &n_lines);

  for (guint i = 0; i < n_lines; i++)
    {
      g_string_append (out, i > 0 ? "\n" : "");
      if (lines[i].kind == DT_LINE_TABLE)
        {
          append_table (out, lines[i].table);
          continue;
        }
      g_string_append_printf (out, "%s%s ", kinds[lines[i].kind], lines[i].restart ? "!" : "");
      append_spans (out, lines[i].spans, lines[i].n_spans);
    }

  return g_string_free (out, FALSE);
}

static char *
dump_problems (const DtBody *body)
{
  GString *out = g_string_new (NULL);
  guint n_problems;
  const DtNotationProblem *problems = dt_body_get_problems (body, &n_problems);

  for (guint i = 0; i < n_problems; i++)
    g_string_append_printf (out, "%s%s %u %u-%u", i > 0 ? "; " : "", problems[i].code, problems[i].line,
                            (guint) problems[i].start, (guint) problems[i].end);

  return g_string_free (out, FALSE);
}

static const struct
{
  const char *source;
  const char *parsed;
  const char *problems;
} bodies[] = {
  /* Text as it stands. */
  { "", "", "" },
  { " \n\t\n \r\n", "", "" },
  { "Một", "p Một", "" },
  { "  Một \t\n\n\nHai\r\n", "p Một\np Hai", "" },
  { "Một  hai\tba", "p Một  hai\tba", "" },
  { "5 - 7, a) b", "p 5 - 7, a) b", "" },

  /* Markers. */
  { "- Một\n+ Hai\n1. Ba\na) Bốn", "- Một\n+ Hai\n1.! Ba\na)! Bốn", "" },
  { "2. Một\n12. Hai\n123. Ba", "1. Một\n1. Hai\n1. Ba", "" },
  { "2026. Một", "p 2026. Một", "" },
  { "đ) Một\nư) Hai\nz) Ba", "a) Một\na) Hai\na) Ba", "" },
  { "ab) Một\nA) Hai\ná) Ba\n1) Bốn", "p ab) Một\np A) Hai\np á) Ba\np 1) Bốn", "" },
  { "-Một\n-\n+\na)\n1.\n1.1. Hai", "p -Một\np -\np +\np a)\np 1.\np 1.1. Hai", "" },
  { "-   Một\n\t-\tHai", "- Một\n- Hai", "" },
  { "- - Một", "- - Một", "" },
  { "* Một", "p * Một", "" },

  /* Styles. */
  { "**Một**", "p <b>Một</b>", "" },
  { "*Một*", "p <i>Một</i>", "" },
  { "***Một***", "p <b><i>Một</i></b>", "" },
  { "a **b** c", "p a ·<b>b</b>· c", "" },
  { "a **b *c* d** e", "p a ·<b>b </b>·<b><i>c</i></b>·<b> d</b>· e", "" },
  { "***a** b*", "p <b><i>a</i></b>·<i> b</i>", "" },
  { "***a* b**", "p <b><i>a</i></b>·<b> b</b>", "" },
  { "**a *b***", "p <b>a </b>·<b><i>b</i></b>", "" },
  { "*a **b***", "p <i>a </i>·<b><i>b</i></b>", "" },
  { "**a***b*", "p <b>a</b>·<i>b</i>", "" },
  { "*a **b* c**", "p <i>a </i>·<b><i>b</i></b>·<b> c</b>", "" },
  { "- **Một:** hai", "- <b>Một:</b>· hai", "" },
  { "5 * 7 * 9", "p 5 * 7 * 9", "" },
  { "(*) Ghi chú (*) hai (**)", "p (*) Ghi chú (*) hai (**)", "" },
  { "**** a ****", "p **** a ****", "" },
  { "a*", "p a*", "" },
  { "a** b", "p a** b", "" },

  /* What is not finished is text. */
  { "**Một", "p **Một", "unclosed-bold 1 0-2" },
  { "a *Một", "p a *Một", "unclosed-italic 1 2-3" },
  { "***Một", "p ***Một", "unclosed-bold 1 0-3; unclosed-italic 1 0-3" },
  { "***Một*", "p **·<i>Một</i>", "unclosed-bold 1 0-3" },
  { "***Một**", "p *·<b>Một</b>", "unclosed-italic 1 0-3" },
  { "2 *3 và *a*", "p 2 *3 và ·<i>a</i>", "unclosed-italic 1 2-3" },
  { "**a\nb**", "p **a\np b**", "unclosed-bold 1 0-2" },
  { "[[76", "p [[76", "unclosed-citation 1 0-2" },
  { "x\n\n  {{a}", "p x\np {{a}", "unclosed-field 3 5-7" },
  { "[[a [[b]]", "p [[a ·[b]", "unclosed-citation 1 0-2" },
  { "[[]] {{ }}", "p [[]] {{ }}", "empty-citation 1 0-4; empty-field 1 5-10" },
  { "[[76\n]]", "p [[76\np ]]", "unclosed-citation 1 0-2" },

  /* Citations and fields. */
  { "Theo [[76/NQ-CP]].", "p Theo ·[76/NQ-CP]·.", "" },
  { "[[118/2025/NĐ-CP#điểm a khoản 2 Điều 5]]", "p [118/2025/NĐ-CP#điểm a khoản 2 Điều 5]", "" },
  { "[[76/NQ-CP@2025-07-31|full]]", "p [76/NQ-CP@2025-07-31|full]", "" },
  { "xã {{ten_xa}}, {{so_ho}}", "p xã ·{ten_xa}·, ·{so_ho}", "" },
  { "**Theo [[76]] và {{a}}**", "p <b>Theo </b>·<b>[76]</b>·<b> và </b>·<b>{a}</b>", "" },
  { "*[[76]]*", "p <i>[76]</i>", "" },
  { "[[a*b]] c*", "p [a*b]· c*", "" },
  { "[[[76]]]", "p [·[76]·]", "" },
  { "[[a]b]]", "p [a]b]", "" },
  { "[x] {y} ]] }}", "p [x] {y} ]] }}", "" },
  { "[[a{{b}}]]", "p [a{{b}}]", "" },

  /* A backslash makes signs text. */
  { "\\*a\\* \\[[b]] \\{{c}} \\|", "p *a* [[b]] {{c}} |", "" },
  { "\\\\*a*", "p \\*a*", "" },
  { "C:\\a\\b \\", "p C:\\a\\b \\", "" },
  { "\\- a\n\\+ b\n\\1. c\n\\a) d\n\\\\- e", "p - a\np + b\np 1. c\np a) d\np \\- e", "" },
  { "\\-a \\- b", "p \\-a \\- b", "" },
  { "- \\a) b", "- a) b", "" },
  { "\\| a |", "p | a |", "" },
  { "**\\***", "p <b>*</b>", "" },

  /* Tables. */
  { "| a | b |", "table 0/1 ll (a,b)", "" },
  { "| a | b |\n|---|:-:|\n| 1 | 2 |", "table 1/2 lc (a,b) (1,2)", "" },
  { "|a|b|c|\n|:--|--:|:-:|", "table 1/1 lrc (a,b,c)", "" },
  { "| - | - |\n| - | - |", "table 0/2 ll (-,-) (-,-)", "" },
  { "|---|\n|---|", "table 1/1 l (---)", "" },
  { "| a | b", "table 0/1 ll (a,b)", "" },
  { "|", "table 0/1 l ()", "" },
  { "||", "table 0/1 l ()", "" },
  { "| a || b |", "table 0/1 lll (a,,b)", "" },
  { "| a \\| b | c |", "table 0/1 ll (a | b,c)", "" },
  { "| [[76|full]] | {{x|y}} | [[ | {{ |", "table 0/1 llll ([76|full],{x|y},[[,{{)",
    "unclosed-citation 1 26-28; unclosed-field 1 31-33" },
  { "| **a | b** | *c* |", "table 0/1 lll (**a,b**,<i>c</i>)", "unclosed-bold 1 2-4" },
  { "| - a | b) c |", "table 0/1 ll (- a,b) c)", "" },
  { "| \\- a |", "table 0/1 l (- a)", "" },
  { "| a | b |\n| c |\n| d | e | f |", "table 0/3 lll (a,b,) (c,,) (d,e,f)",
    "ragged-table 1 0-9; ragged-table 2 10-15" },
  { "| a |\n\n| b |\nx\n  | c |", "table 0/1 l (a)\ntable 0/1 l (b)\np x\ntable 0/1 l (c)", "" },
  { "| a |\n|---|---|\n| b |", "table 1/2 l (a) (b)", "" },
  { "x | y", "p x | y", "" },
};

START_TEST (bodies_are_taken_apart)
{
  g_autoptr (DtBody) body = dt_body_parse (bodies[_i].source);
  g_autofree char *parsed = dump_body (body);
  g_autofree char *problems = dump_problems (body);

  ck_assert_str_eq (parsed, bodies[_i].parsed);
  ck_assert_str_eq (problems, bodies[_i].problems);
}
END_TEST

static const struct
{
  const char *source;
  const char *parsed;
} titles[] = {
  { "", "" },
  { " \n ", "" },
  { "- Một", "p - Một" },
  { "\\- Một", "p - Một" },
  { "| a |", "p | a |" },
  { "  **Một** [[76]]  ", "p <b>Một</b>· ·[76]" },
  { "một\nhai", "p một\nhai" },
};

START_TEST (titles_have_no_markers_and_no_tables)
{
  g_autoptr (DtBody) body = dt_body_parse_inline (titles[_i].source);
  g_autofree char *parsed = dump_body (body);

  ck_assert_str_eq (parsed, titles[_i].parsed);
}
END_TEST

START_TEST (offsets_point_into_the_source)
{
  static const char source[] = "x\n  a) đề **đậm** [[76]]  \n| ô | b |\n";
  g_autoptr (DtBody) body = dt_body_parse (source);
  guint n_lines;
  const DtLine *lines = dt_body_get_lines (body, &n_lines);
  const DtCell *cell;

  ck_assert_uint_eq (n_lines, 3);
  ck_assert_uint_eq (lines[1].line, 2);
  ck_assert_uint_eq (lines[1].start, 4);
  ck_assert_uint_eq (lines[1].marker, 3);
  ck_assert_int_eq (memcmp (source + lines[1].spans[1].start, "**đậm**", strlen ("**đậm**")), 0);
  ck_assert_uint_eq (lines[1].spans[1].end - lines[1].spans[1].start, strlen ("**đậm**"));
  ck_assert_int_eq (memcmp (source + lines[1].spans[3].start, "[[76]]", 6), 0);
  ck_assert_uint_eq (lines[1].spans[3].end, lines[1].end);
  ck_assert_uint_eq (lines[2].line, 3);
  ck_assert_int_eq (source[lines[2].start], '|');
  ck_assert_int_eq (source[lines[2].end - 1], '|');
  cell = &lines[2].table->cells[0];
  ck_assert_int_eq (memcmp (source + cell->start, "ô", strlen ("ô")), 0);
  ck_assert_uint_eq (cell->end - cell->start, strlen ("ô"));
}
END_TEST

/* Spans follow each other from @start to @end. */
static void
check_spans (const char *source,
             const DtSpan *spans,
             guint n_spans,
             gsize start,
             gsize end)
{
  for (guint i = 0; i < n_spans; i++)
    {
      ck_assert_uint_eq (spans[i].start, start);
      ck_assert_uint_gt (spans[i].end, start);
      ck_assert (g_utf8_validate (source + start, (gssize) (spans[i].end - start), NULL));
      ck_assert (g_utf8_validate (spans[i].text, -1, NULL));
      ck_assert_uint_gt (strlen (spans[i].text), 0);
      start = spans[i].end;
    }

  ck_assert_uint_eq (start, end);
}

static void
check_body (const char *source,
            const DtBody *body)
{
  guint n_lines;
  const DtLine *lines = dt_body_get_lines (body, &n_lines);
  gsize at = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      const DtTable *table = lines[i].table;

      ck_assert_uint_ge (lines[i].start, at);
      ck_assert_uint_gt (lines[i].end, lines[i].start);
      at = lines[i].end;
      if (table == NULL)
        check_spans (source, lines[i].spans, lines[i].n_spans, lines[i].start + lines[i].marker, lines[i].end);
      for (guint j = 0; table != NULL && j < table->n_rows * table->n_columns; j++)
        check_spans (source, table->cells[j].spans, table->cells[j].n_spans, table->cells[j].start,
                     table->cells[j].end);
    }
  ck_assert_uint_le (at, strlen (source));
}

START_TEST (spans_cover_every_line_of_random_text)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) _i);

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *source = dt_random_text (rand, TRUE);
      g_autoptr (DtBody) body = dt_body_parse (source);
      g_autoptr (DtBody) title = dt_body_parse_inline (source);

      check_body (source, body);
      check_body (source, title);
    }
}
END_TEST

/* What escaped text shall read as: lines without the blanks around them, without blank lines. */
static char *
trim_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GString *out = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *start = lines[i] + strspn (lines[i], " \t\r");
      gsize length = strlen (start);

      while (length > 0 && strchr (" \t\r", start[length - 1]) != NULL)
        length--;
      if (length > 0)
        g_string_append_printf (out, "p %.*s\n", (int) length, start);
    }
  if (out->len > 0)
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, FALSE);
}

static void
check_escape (const char *plain)
{
  g_autofree char *escaped = dt_notation_escape (plain);
  g_autofree char *expected = trim_lines (plain);
  g_autoptr (DtBody) body = dt_body_parse (escaped);
  g_autofree char *parsed = dump_body (body);
  guint n_problems;

  ck_assert_msg (strcmp (parsed, expected) == 0, "%s\nescaped: %s\nread: %s", expected, escaped, parsed);
  dt_body_get_problems (body, &n_problems);
  ck_assert_uint_eq (n_problems, 0);
}

START_TEST (escaped_random_text_reads_as_it_was)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) _i);

  for (int i = 0; i < 500; i++)
    {
      g_autofree char *plain = dt_random_text (rand, TRUE);

      check_escape (plain);
    }
}
END_TEST

/* Every text of five signs that mean something. */
START_TEST (all_short_texts_are_escaped)
{
  static const char signs[] = { '\\', '*', '[', '|', '-', ' ', 'a', ')' };
  char plain[6] = { 0 };

  for (guint number = 0; number < 1u << 15; number += 8)
    {
      guint rest = number + (guint) _i;

      for (guint i = 0; i < 5; i++, rest >>= 3)
        plain[i] = signs[rest & 7];
      check_escape (plain);
    }
}
END_TEST

static const struct
{
  const char *plain;
  const char *escaped;
} escapes[] = {
  { "Không có gì đặc biệt: [1] (2) {3} \\ 5 * 7.", "Không có gì đặc biệt: [1] (2) {3} \\ 5 * 7." },
  { "- một\na) hai\n2026. ba", "\\- một\n\\a) hai\n2026. ba" },
  { "a|b [[c]] {{d}} *e*", "a\\|b \\[\\[c]] \\{\\{d}} \\*e\\*" },
};

START_TEST (only_what_counts_is_escaped)
{
  g_autofree char *escaped = dt_notation_escape (escapes[_i].plain);

  ck_assert_str_eq (escaped, escapes[_i].escaped);
}
END_TEST

START_TEST (escaped_text_may_stand_in_cells_and_titles)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) _i + 500);

  for (int i = 0; i < 200; i++)
    {
      g_autofree char *plain = dt_random_text (rand, FALSE);
      g_autofree char *escaped = dt_notation_escape (plain);
      g_autofree char *line = trim_lines (plain);
      g_autofree char *row = g_strdup_printf ("| %s | x |", escaped);
      g_autofree char *point = g_strdup_printf ("b) %s", escaped);
      g_autofree char *expected_row = NULL;
      g_autofree char *expected_point = NULL;
      g_autoptr (DtBody) title = dt_body_parse_inline (escaped);
      g_autoptr (DtBody) table = dt_body_parse (row);
      g_autoptr (DtBody) item = dt_body_parse (point);
      g_autofree char *parsed = dump_body (title);
      g_autofree char *parsed_row = dump_body (table);
      g_autofree char *parsed_item = dump_body (item);

      ck_assert_str_eq (parsed, line);
      if (*line == '\0')
        continue;
      expected_row = g_strdup_printf ("table 0/1 ll (%s,x)", line + 2);
      expected_point = g_strdup_printf ("a) %s", line + 2);
      ck_assert_str_eq (parsed_row, expected_row);
      ck_assert_str_eq (parsed_item, expected_point);
    }
}
END_TEST

/* A megabyte of each, in a fraction of a second. */
static const char *const hostile[] = {
  "[[",
  "{{",
  "[[ ",
  "{{a ",
  "[[a]",
  "]]",
  "**",
  "*",
  "* ",
  "**a ",
  "*a",
  "***a ",
  "a**b*c***",
  "|",
  "| ",
  "|\n",
  "|a|\n",
  "||||||||||\n|\n|\n|\n|\n",
  "|[[\n",
  "|[[a|{{",
  "\\",
  "\\*",
  "\\|",
  "- ",
  "- \n",
  "a) b\n",
  "1",
  "\n",
  " ",
  "[[a]]{{b}}",
  "\\[[a|\n",
};

START_TEST (a_megabyte_of_anything_is_parsed_in_no_time)
{
  const gsize size = 1024 * 1024;
  g_autoptr (GString) source = g_string_sized_new (size);
  clock_t start;
  double seconds;

  while (source->len < size)
    g_string_append (source, hostile[_i]);

  start = clock ();
  {
    g_autoptr (DtBody) body = dt_body_parse (source->str);
    g_autoptr (DtBody) title = dt_body_parse_inline (source->str);
    g_autofree char *escaped = dt_notation_escape (source->str);

    ck_assert (body != NULL && title != NULL && escaped != NULL);
  }
  seconds = (double) (clock () - start) / CLOCKS_PER_SEC;

  /* Processor time: usually half a second, a few under a memory checker; what is quadratic takes minutes. */
  ck_assert_msg (seconds < 20.0, "“%s” took %.2f s", hostile[_i], seconds);
}
END_TEST

START_TEST (padding_does_not_multiply)
{
  g_autoptr (GString) source = g_string_new (NULL);
  guint n_lines;
  gsize n_cells = 0;
  const DtLine *lines;
  g_autoptr (DtBody) body = NULL;

  for (int i = 0; i < 3000; i++)
    g_string_append_c (source, '|');
  for (int i = 0; i < 3000; i++)
    g_string_append (source, "\n|");

  body = dt_body_parse (source->str);
  lines = dt_body_get_lines (body, &n_lines);
  for (guint i = 0; i < n_lines; i++)
    n_cells += (gsize) lines[i].table->n_rows * lines[i].table->n_columns;
  ck_assert_uint_lt (n_cells, 30000);
}
END_TEST

START_TEST (a_table_of_common_size_stays_one)
{
  g_autoptr (GString) source = g_string_new (NULL);
  g_autoptr (DtBody) body = NULL;
  const DtLine *lines;
  guint n_lines;

  for (int i = 0; i < 300; i++)
    g_string_append (source, i % 3 == 0 ? "| 1 | 2 | 3 | 4 | 5 | 6 |\n" : "| 1 |\n");
  body = dt_body_parse (source->str);
  lines = dt_body_get_lines (body, &n_lines);
  ck_assert_uint_eq (n_lines, 1);
  ck_assert_uint_eq (lines[0].table->n_rows, 300);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("notation");
  TCase *parse = tcase_create ("parse");
  TCase *escape = tcase_create ("escape");
  TCase *limits = tcase_create ("limits");

  tcase_set_timeout (parse, 120);
  tcase_add_loop_test (parse, bodies_are_taken_apart, 0, G_N_ELEMENTS (bodies));
  tcase_add_loop_test (parse, titles_have_no_markers_and_no_tables, 0, G_N_ELEMENTS (titles));
  tcase_add_test (parse, offsets_point_into_the_source);
  tcase_add_loop_test (parse, spans_cover_every_line_of_random_text, 0, 10);
  suite_add_tcase (suite, parse);

  tcase_set_timeout (escape, 120);
  tcase_add_loop_test (escape, only_what_counts_is_escaped, 0, G_N_ELEMENTS (escapes));
  tcase_add_loop_test (escape, escaped_random_text_reads_as_it_was, 0, 10);
  tcase_add_loop_test (escape, all_short_texts_are_escaped, 0, 8);
  tcase_add_loop_test (escape, escaped_text_may_stand_in_cells_and_titles, 0, 10);
  suite_add_tcase (suite, escape);

  tcase_set_timeout (limits, 120);
  tcase_add_loop_test (limits, a_megabyte_of_anything_is_parsed_in_no_time, 0, G_N_ELEMENTS (hostile));
  tcase_add_test (limits, padding_does_not_multiply);
  tcase_add_test (limits, a_table_of_common_size_stays_one);
  suite_add_tcase (suite, limits);

  return dt_test_main (suite);
}
