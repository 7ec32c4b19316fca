/* fuzz-notation.c - any text is a body, and spans cover it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <string.h>

#include "model/dt-notation.h"

static void
check_place (const char *source,
             gsize length,
             gsize start,
             gsize end)
{
  g_assert_cmpuint (start, <=, end);
  g_assert_cmpuint (end, <=, length);
  g_assert_true ((source[start] & 0xC0) != 0x80);
  g_assert_true ((source[end] & 0xC0) != 0x80);
}

/* Spans follow each other from @start to @end, cut between characters. */
static void
check_spans (const char *source,
             gsize length,
             const DtSpan *spans,
             guint n_spans,
             gsize start,
             gsize end)
{
  for (guint i = 0; i < n_spans; i++)
    {
      g_assert_cmpuint (spans[i].start, ==, start);
      g_assert_cmpuint (spans[i].end, >, start);
      g_assert_true (*spans[i].text != '\0');
      g_assert_true (g_utf8_validate (spans[i].text, -1, NULL));
      check_place (source, length, spans[i].start, spans[i].end);
      start = spans[i].end;
    }

  g_assert_cmpuint (start, ==, end);
}

static void
check_table (const char *source,
             gsize length,
             const DtLine *line)
{
  const DtTable *table = line->table;

  g_assert_cmpuint (table->n_rows, >, 0);
  g_assert_cmpuint (table->n_columns, >, 0);
  g_assert_cmpuint (table->n_header_rows, <=, table->n_rows);
  for (guint i = 0; i < table->n_columns; i++)
    g_assert_cmpuint (table->aligns[i], <=, DT_CELL_RIGHT);

  for (guint i = 0; i < table->n_rows * table->n_columns; i++)
    {
      const DtCell *cell = &table->cells[i];

      g_assert_cmpuint (cell->start, >=, line->start);
      g_assert_cmpuint (cell->end, <=, line->end);
      check_spans (source, length, cell->spans, cell->n_spans, cell->start, cell->end);
    }
}

static void
check_body (const char *source,
            const DtBody *body)
{
  gsize length = strlen (source);
  gsize at = 0;
  guint number = 0;
  guint n_lines;
  guint n_problems;
  const DtLine *lines = dt_body_get_lines (body, &n_lines);
  const DtNotationProblem *problems = dt_body_get_problems (body, &n_problems);

  for (guint i = 0; i < n_lines; i++)
    {
      const DtLine *line = &lines[i];

      g_assert_cmpuint (line->start, >=, at);
      g_assert_cmpuint (line->end, >, line->start);
      g_assert_cmpuint (line->line, >, number);
      check_place (source, length, line->start, line->end);
      if (line->kind == DT_LINE_TABLE)
        check_table (source, length, line);
      else
        check_spans (source, length, line->spans, line->n_spans, line->start + line->marker, line->end);
      at = line->end;
      number = line->line;
    }

  at = 0;
  for (guint i = 0; i < n_problems; i++)
    {
      check_place (source, length, problems[i].start, problems[i].end);
      g_assert_cmpuint (problems[i].start, >=, at);
      at = problems[i].start;
    }
}

static gboolean
is_blank (char sign)
{
  return sign != '\0' && strchr (" \t\r\n", sign) != NULL;
}

/* The lines of @body are those of @plain, each plain text. */
static void
check_plain (const char *plain,
             const DtBody *body)
{
  guint n_lines;
  guint n_problems;
  guint i = 0;
  const DtLine *lines = dt_body_get_lines (body, &n_lines);

  dt_body_get_problems (body, &n_problems);
  g_assert_cmpuint (n_problems, ==, 0);

  while (*plain != '\0')
    {
      const char *next = plain + strcspn (plain, "\n");
      const char *end = next;

      while (plain < end && is_blank (*plain))
        plain++;
      while (end > plain && is_blank (end[-1]))
        end--;
      if (plain < end)
        {
          g_assert_cmpuint (i, <, n_lines);
          g_assert_cmpint (lines[i].kind, ==, DT_LINE_PARAGRAPH);
          g_assert_cmpuint (lines[i].n_spans, ==, 1);
          g_assert_cmpint (lines[i].spans[0].kind, ==, DT_SPAN_TEXT);
          g_assert_false (lines[i].spans[0].bold || lines[i].spans[0].italic);
          g_assert_cmpuint (strlen (lines[i].spans[0].text), ==, (gsize) (end - plain));
          g_assert_cmpint (memcmp (lines[i].spans[0].text, plain, (gsize) (end - plain)), ==, 0);
          i++;
        }
      plain = *next != '\0' ? next + 1 : next;
    }

  g_assert_cmpuint (i, ==, n_lines);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autofree char *raw = g_strndup ((const char *) data, size);
  g_autofree char *source = g_utf8_make_valid (raw, -1);
  g_autofree char *escaped = dt_notation_escape (source);
  g_autoptr (DtBody) body = dt_body_parse (source);
  g_autoptr (DtBody) title = dt_body_parse_inline (source);
  g_autoptr (DtBody) plain = dt_body_parse (escaped);

  check_body (source, body);
  check_body (source, title);
  check_body (escaped, plain);
  check_plain (source, plain);

  return 0;
}
