/* dt-notation.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-notation"

#include "config.h"

#include "model/dt-notation-private.h"

#include <string.h>

/**
 * DtBody:
 *
 * Body text (lời văn), taken apart.
 *
 * Any text is a body: what is not notation, or not yet, is text. A body is
 * parsed in one go from left to right; nothing is looked at more than a fixed
 * number of times, whatever the text.
 */

struct _DtBody
{
  char *text;
  GArray *spans;
  GArray *cells;
  GArray *aligns;
  GArray *tables;
  GArray *lines;
  GArray *problems;
};

/* A number with more digits is a year or an amount, not the number of a clause. */
#define MAX_MARKER_DIGITS 3

void
dt_body_add_problem (DtBodyBuilder *builder,
                     const char *code,
                     guint line,
                     gsize start,
                     gsize end)
{
  DtNotationProblem problem = { code, line, start, end };

  g_array_append_val (builder->problems, problem);
}

/* Bytes of the small letter of the Vietnamese or the Latin alphabet, without tone, at @text; 0 if none. */
static gsize
scan_letter (const char *text,
             const char *end)
{
  static const char *const letters[] = { "đ", "ă", "â", "ê", "ô", "ơ", "ư" };

  if (text < end && g_ascii_islower (*text))
    return 1;

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (end - text >= 2 && memcmp (text, letters[i], 2) == 0)
      return 2;

  return 0;
}

gsize
dt_notation_scan_marker (const char *text,
                         const char *end,
                         DtLineKind *kind,
                         gboolean *restart)
{
  DtLineKind found = DT_LINE_PARAGRAPH;
  gboolean first = FALSE;
  const char *p = text;
  const char *sign;

  while (p < end && g_ascii_isdigit (*p) && p - text <= MAX_MARKER_DIGITS)
    p++;
  if (p > text)
    {
      if (p - text > MAX_MARKER_DIGITS)
        return 0;
      found = DT_LINE_NUMBER;
      first = p - text == 1 && *text == '1';
      sign = ".";
    }
  else if ((p += scan_letter (p, end)) > text)
    {
      found = DT_LINE_POINT;
      first = *text == 'a';
      sign = ")";
    }
  else
    {
      found = p < end && *p == '-' ? DT_LINE_DASH : DT_LINE_PLUS;
      sign = found == DT_LINE_DASH ? "-" : "+";
    }

  if (p == end || *p != *sign)
    return 0;
  p++;
  if (p == end || !dt_notation_is_blank (*p))
    return 0;
  while (p < end && dt_notation_is_blank (*p))
    p++;

  *kind = found;
  *restart = first;
  return (gsize) (p - text);
}

gsize
dt_notation_scan_guard (const char *text,
                        const char *end)
{
  const char *p = text;
  DtLineKind kind;
  gboolean restart;

  while (p < end && *p == '\\')
    p++;
  if (p == text || dt_notation_scan_marker (p, end, &kind, &restart) == 0)
    return 0;

  return (gsize) (p - text);
}

static void
add_line (DtBodyBuilder *builder,
          gsize start,
          gsize end,
          guint number)
{
  const char *source = builder->source;
  DtLine line = { DT_LINE_PARAGRAPH, start, end, 0, FALSE, number, NULL, 0, NULL };
  DtSpanRange range;

  if (!builder->plain)
    line.marker = dt_notation_scan_marker (source + start, source + end, &line.kind,
                                           &line.restart);
  range = dt_body_add_spans (builder, start + line.marker, end, number);
  line.spans = GSIZE_TO_POINTER (range.first_span);
  line.n_spans = range.n_spans;
  g_array_append_val (builder->lines, line);
}

static void
add_lines (DtBodyBuilder *builder)
{
  const char *source = builder->source;
  guint number = 1;
  gsize at = 0;

  while (source[at] != '\0')
    {
      gsize next = at + strcspn (source + at, builder->plain ? "" : "\n");
      gsize start = at;
      gsize end = next;

      while (start < end && dt_notation_is_blank (source[start]))
        start++;
      while (end > start && dt_notation_is_blank (source[end - 1]))
        end--;

      if (start < end && source[start] == '|' && !builder->plain)
        {
          at = dt_body_add_table (builder, at, &number);
          continue;
        }

      if (start < end)
        add_line (builder, start, end, number);
      at = next + (source[next] != '\0');
      number++;
    }
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const DtNotationProblem *first = a;
  const DtNotationProblem *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return strcmp (first->code, second->code);
}

static const DtSpan *
get_spans (const DtBody *self,
           const DtSpan *index,
           guint n_spans)
{
  return n_spans > 0 ? &g_array_index (self->spans, DtSpan, GPOINTER_TO_SIZE (index)) : NULL;
}

/* Indexes become pointers, now that nothing moves any more. */
static void
finish_body (DtBody *self)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      DtSpan *span = &g_array_index (self->spans, DtSpan, i);

      span->text = self->text + GPOINTER_TO_SIZE (span->text);
    }

  for (guint i = 0; i < self->cells->len; i++)
    {
      DtCell *cell = &g_array_index (self->cells, DtCell, i);

      cell->spans = get_spans (self, cell->spans, cell->n_spans);
    }

  for (guint i = 0; i < self->tables->len; i++)
    {
      DtTable *table = &g_array_index (self->tables, DtTable, i);

      table->cells = &g_array_index (self->cells, DtCell, GPOINTER_TO_SIZE (table->cells));
      table->aligns = &g_array_index (self->aligns, DtCellAlign, GPOINTER_TO_SIZE (table->aligns));
    }

  for (guint i = 0; i < self->lines->len; i++)
    {
      DtLine *line = &g_array_index (self->lines, DtLine, i);

      if (line->kind == DT_LINE_TABLE)
        line->table = &g_array_index (self->tables, DtTable, GPOINTER_TO_SIZE (line->table));
      line->spans = get_spans (self, line->spans, line->n_spans);
    }

  g_array_sort (self->problems, compare_problems);
}

static DtBody *
parse (const char *text,
       gboolean plain)
{
  DtBody *self = g_atomic_rc_box_new0 (DtBody);
  DtBodyBuilder builder = { text, plain };

  self->spans = builder.spans = g_array_new (FALSE, FALSE, sizeof (DtSpan));
  self->cells = builder.cells = g_array_new (FALSE, FALSE, sizeof (DtCell));
  self->aligns = builder.aligns = g_array_new (FALSE, FALSE, sizeof (DtCellAlign));
  self->tables = builder.tables = g_array_new (FALSE, FALSE, sizeof (DtTable));
  self->lines = builder.lines = g_array_new (FALSE, FALSE, sizeof (DtLine));
  self->problems = builder.problems = g_array_new (FALSE, FALSE, sizeof (DtNotationProblem));
  builder.text = g_string_new (NULL);
  builder.tokens = NULL;

  add_lines (&builder);

  g_clear_pointer (&builder.tokens, g_array_unref);
  self->text = g_string_free (builder.text, FALSE);
  finish_body (self);

  return self;
}

/**
 * dt_body_parse:
 * @text: body text in UTF-8
 *
 * Takes body text apart, line by line. Blanks around a line, and lines of
 * nothing else, do not count. All offsets are bytes of @text, which need not
 * outlive this call.
 *
 * Returns: (transfer full): the body; there is one for every text
 */
DtBody *
dt_body_parse (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return parse (text, FALSE);
}

/**
 * dt_body_parse_inline:
 * @text: text in UTF-8
 *
 * Takes a title, a basis or a recipient apart: all of @text is one paragraph
 * in which only styles, citations and fields count. Newlines are text.
 *
 * Returns: (transfer full): a body of one line, or of none if @text is blank
 */
DtBody *
dt_body_parse_inline (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return parse (text, TRUE);
}

/**
 * dt_body_ref:
 * @self: a body
 *
 * Takes a reference; any thread may.
 *
 * Returns: (transfer full): @self
 */
DtBody *
dt_body_ref (DtBody *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear_body (gpointer data)
{
  DtBody *self = data;

  g_free (self->text);
  g_array_unref (self->spans);
  g_array_unref (self->cells);
  g_array_unref (self->aligns);
  g_array_unref (self->tables);
  g_array_unref (self->lines);
  g_array_unref (self->problems);
}

/**
 * dt_body_unref:
 * @self: (transfer full): a body
 *
 * Gives a reference back; any thread may.
 */
void
dt_body_unref (DtBody *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_body);
}

/**
 * dt_body_get_lines:
 * @self: a body
 * @n_lines: (out) (optional): how many there are
 *
 * Gets the lines. The spans of a line cover it from its marker to its end
 * without a gap; so do the spans of a cell.
 *
 * Returns: (transfer none) (array length=n_lines): the lines; they live as
 *   long as @self
 */
const DtLine *
dt_body_get_lines (const DtBody *self,
                   guint *n_lines)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_lines != NULL)
    *n_lines = self->lines->len;

  return (const DtLine *) (gpointer) self->lines->data;
}

/**
 * dt_body_get_problems:
 * @self: a body
 * @n_problems: (out) (optional): how many there are
 *
 * Gets what looks like unfinished notation, in the order of the text.
 *
 * Returns: (transfer none) (array length=n_problems): the problems; they live
 *   as long as @self
 */
const DtNotationProblem *
dt_body_get_problems (const DtBody *self,
                      guint *n_problems)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (n_problems != NULL)
    *n_problems = self->problems->len;

  return (const DtNotationProblem *) (gpointer) self->problems->data;
}
