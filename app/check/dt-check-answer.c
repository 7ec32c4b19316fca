/* dt-check-answer.c - from the answer of a rule to a finding
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-private.h"

#include <string.h>

/* The longest quote of a finding, in bytes; what is longer is cut. */
#define QUOTE_MAX 160

/* A stretch of the plain text in the text as typed. */
typedef struct
{
  gsize start;
  gsize end;
  gboolean touches_opaque;
  gboolean all_opaque;
} Range;

static const DtCheckSegment *
find_segment (const DtCheckText *text,
              gsize offset)
{
  guint low = 0;
  guint high = text->n_segments;

  if (high == 0)
    return NULL;
  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (text->segments[middle].plain <= offset)
        low = middle;
      else
        high = middle;
    }

  return &text->segments[low];
}

static gsize
map (const DtCheckSegment *segment,
     gsize offset,
     gboolean to_end)
{
  if (segment->opaque)
    return segment->source + (to_end ? segment->source_length : 0);

  return segment->source + MIN (offset - segment->plain, segment->length);
}

static Range
map_range (const DtCheckText *text,
           gsize start,
           gsize end)
{
  const DtCheckSegment *first = find_segment (text, start);
  const DtCheckSegment *last = end > start ? find_segment (text, end - 1) : first;
  Range range = { 0, 0, FALSE, first != NULL };

  if (first == NULL)
    return range;

  range.start = map (first, start, FALSE);
  range.end = end > start ? map (last, end, TRUE) : range.start;
  for (const DtCheckSegment *segment = first; segment <= last; segment++)
    {
      range.touches_opaque |= segment->opaque;
      range.all_opaque &= segment->opaque;
    }

  return range;
}

/* Line and column, in characters, of a byte of a text; both from 1. */
static void
count_place (const char *source,
             gsize offset,
             guint *line,
             guint *column)
{
  const char *start = source;

  *line = 1;
  for (const char *p = source; p < source + offset; p++)
    {
      if (*p == '\n')
        {
          (*line)++;
          start = p + 1;
        }
    }
  *column = 1 + (guint) g_utf8_strlen (start, source + offset - start);
}

static char *
make_quote (const char *text,
            gsize length)
{
  const char *end = text + MIN (length, QUOTE_MAX);

  while ((*end & 0xC0) == 0x80)
    end--;

  /* One line, so that it can stand in an attribute or a table. */
  return g_strdelimit (g_strdup_printf ("%.*s%s", (int) (end - text), text, length > QUOTE_MAX ? "…" : ""), "\n\t", ' ');
}

static void
place_in_text (DtFinding *finding,
               const DtAnswer *answer,
               const Range *range)
{
  const DtCheckText *text = answer->text;

  finding->node = g_strdup (text->ref);
  finding->start = range->start;
  finding->end = range->end;
  count_place (text->source, range->start, &finding->line, &finding->column);
  if (answer->end > answer->start)
    finding->quote = make_quote (text->plain + answer->start, answer->end - answer->start);

  /* What a mark or a field stands in is not replaced: the words would lose it. */
  if (answer->replacement == NULL || range->touches_opaque ||
      range->end - range->start != answer->end - answer->start)
    return;

  finding->edit.kind = DT_EDIT_TEXT;
  finding->edit.node = g_strdup (text->ref);
  finding->edit.start = range->start;
  finding->edit.end = range->end;
  finding->edit.text = g_strdup (answer->replacement);
}

static void
place_in_node (DtFinding *finding,
               const DtAnswer *answer)
{
  finding->node = g_strdup (answer->node != NULL ? answer->node : "plan");

  if (answer->is_attribute && answer->replacement != NULL)
    {
      finding->edit.kind = DT_EDIT_ATTRIBUTE;
      finding->edit.node = g_strdup (finding->node);
      finding->edit.attribute = answer->attribute;
      finding->edit.text = g_strdup (answer->replacement);
    }
}

static void
grade (DtFinding *finding,
       const DtAnswer *answer)
{
  if (answer->removes)
    {
      finding->edit.kind = DT_EDIT_REMOVE;
      g_free (finding->edit.node);
      finding->edit.node = g_strdup (finding->node);
    }

  finding->suggestion = g_strdup (answer->suggestion != NULL ? answer->suggestion : answer->replacement);
  if (answer->unsafe || finding->edit.kind == DT_EDIT_NONE)
    finding->fix = MIN (finding->fix, DT_FIX_SUGGEST);
  if (finding->fix == DT_FIX_SUGGEST && finding->edit.kind == DT_EDIT_NONE && finding->suggestion == NULL)
    finding->fix = DT_FIX_NEVER;
  if (answer->warning || answer->state == DT_STATE_NEEDS_REVIEW)
    finding->severity = MIN (finding->severity, DT_SEVERITY_WARNING);
  if (answer->note)
    finding->severity = DT_SEVERITY_NOTE;
}

static void
add (DtCheck *check,
     const DtAnswer *answer,
     char *message)
{
  Range range = { 0 };
  DtFinding *finding;

  if (answer->text != NULL)
    {
      range = map_range (answer->text, answer->start, answer->end);
      /* The text of the field says it where it is. */
      if (range.all_opaque && answer->end > answer->start && dt_rule_codes_get (check->code)->scope == DT_SCOPE_TEXT)
        {
          g_free (message);
          return;
        }
    }

  finding = dt_finding_new (check->checker->rules, check->rule);
  finding->state = answer->state == DT_STATE_PASS ? DT_STATE_FAIL : answer->state;
  finding->message = message;
  finding->measured = g_strdup (answer->measured);
  finding->allowed = g_strdup (answer->allowed);
  finding->page = answer->page;
  if (answer->text != NULL)
    place_in_text (finding, answer, &range);
  else
    place_in_node (finding, answer);
  grade (finding, answer);

  g_ptr_array_add (check->run->findings, finding);
}

void
dt_check_add (DtCheck *check,
              const DtAnswer *answer,
              const char *format,
              ...)
{
  va_list args;

  va_start (args, format);
  add (check, answer, g_strdup_vprintf (format, args));
  va_end (args);
}

void
dt_check_found (DtCheck *check,
                const DtCheckText *text,
                gsize start,
                gsize end,
                const char *replacement,
                const char *format,
                ...)
{
  const DtAnswer answer = { .text = text, .start = start, .end = end, .replacement = replacement };
  va_list args;

  va_start (args, format);
  add (check, &answer, g_strdup_vprintf (format, args));
  va_end (args);
}

void
dt_check_not_applicable (DtCheck *check,
                         const char *message)
{
  check->run->state = DT_STATE_NOT_APPLICABLE;
  check->run->message = message;
}

void
dt_check_not_evaluated (DtCheck *check,
                        const char *message)
{
  check->run->state = DT_STATE_NOT_EVALUATED;
  check->run->message = message;
}

const DtCheckText *
dt_check_find_text (const DtCheck *check,
                    const char *ref)
{
  return g_hash_table_lookup (check->run->by_ref, ref);
}

const GArray *
dt_check_get_facts (const DtCheck *check,
                    const DtCheckText *text)
{
  return check->code < text->facts->len ? g_ptr_array_index (text->facts, check->code) : NULL;
}
