/* dt-check-text.c - a text of the plan as the rules read it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-private.h"
#include "check/dt-check-words-private.h"
#include "model/dt-schema.h"

#include <string.h>

/* What a text is built from. */
typedef struct
{
  DtCheckText *text;
  GString *plain;
  GArray *lines;    /* DtCheckLine */
  GArray *segments; /* DtCheckSegment */
  DtNode *fields;
} Builder;

static void
clear (gpointer data)
{
  DtCheckText *self = data;

  dt_node_unref (self->node);
  g_free (self->ref);
  g_free (self->owner);
  g_free (self->plain);
  g_free (self->lower);
  g_free ((gpointer) self->words);
  g_free ((gpointer) self->lines);
  g_free ((gpointer) self->segments);
  dt_body_unref (self->body);
  dt_citations_unref (self->citations);
  g_ptr_array_unref (self->findings);
  for (guint i = 0; i < self->facts->len; i++)
    if (g_ptr_array_index (self->facts, i) != NULL)
      g_array_unref (g_ptr_array_index (self->facts, i));
  g_ptr_array_unref (self->facts);
  g_clear_pointer (&self->mentions, g_array_unref);
}

DtCheckText *
dt_check_text_ref (DtCheckText *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
dt_check_text_unref (DtCheckText *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static void
add_segment (Builder *self,
             const char *plain,
             gsize length,
             gsize source,
             gsize source_length,
             gboolean opaque)
{
  DtCheckSegment segment = { (guint) self->plain->len, (guint) source, (guint) length, (guint) source_length, opaque };

  if (length == 0)
    return;

  if (self->segments->len > 0 && !opaque)
    {
      DtCheckSegment *last = &g_array_index (self->segments, DtCheckSegment, self->segments->len - 1);

      if (!last->opaque && last->source + last->length == source)
        {
          last->length += (guint) length;
          last->source_length += (guint) length;
          g_string_append_len (self->plain, plain, (gssize) length);
          return;
        }
    }

  g_array_append_val (self->segments, segment);
  g_string_append_len (self->plain, plain, (gssize) length);
}

/* What the span says without its marks; where both run alike, byte for byte. */
static void
add_words (Builder *self,
           const DtSpan *span)
{
  const char *source = self->text->source;
  const char *text = span->text;
  gsize at = span->start;

  while (*text != '\0')
    {
      gsize length = 0;

      while (at < span->end && source[at] != *text)
        at++;
      if (at == span->end)
        return;
      while (at + length < span->end && text[length] != '\0' && source[at + length] == text[length])
        length++;
      add_segment (self, text, length, at, length, FALSE);
      at += length;
      text += length;
    }
}

static const char *
find_field (const Builder *self,
            const char *key)
{
  for (guint i = 0; self->fields != NULL && i < dt_node_get_n_children (self->fields); i++)
    {
      const DtNode *field = dt_node_get_child (self->fields, i);

      if (g_strcmp0 (dt_node_get_attribute (field, DT_ATTR_KEY), key) == 0)
        return dt_node_get_text (field);
    }

  return "";
}

static void
add_spans (Builder *self,
           const DtSpan *spans,
           guint n_spans)
{
  for (guint i = 0; i < n_spans; i++)
    {
      const DtSpan *span = &spans[i];
      const char *value = DT_CHECK_OBJECT;

      if (span->kind == DT_SPAN_TEXT)
        {
          add_words (self, span);
          continue;
        }
      if (span->kind == DT_SPAN_FIELD)
        {
          self->text->has_fields = TRUE;
          value = find_field (self, span->text);
          if (*value == '\0')
            value = DT_CHECK_OBJECT;
        }
      add_segment (self, value, strlen (value), span->start, span->end - span->start, TRUE);
    }
}

static void
add_line (Builder *self,
          DtCheckLine line,
          gsize marker_start,
          gsize marker,
          gsize end,
          const DtSpan *spans,
          guint n_spans)
{
  line.start = (guint) self->plain->len;
  add_segment (self, self->text->source + marker_start, marker, marker_start, marker, FALSE);
  line.text = (guint) self->plain->len;
  add_spans (self, spans, n_spans);
  line.end = (guint) self->plain->len;
  /* The line feed is that of the source where there is one, so that what stands at a line's end can be edited. */
  if (self->text->source[end] == '\n')
    add_segment (self, "\n", 1, end, 1, FALSE);
  else
    g_string_append_c (self->plain, '\n');
  g_array_append_val (self->lines, line);
}

static void
add_table (Builder *self,
           const DtLine *line)
{
  const DtTable *table = line->table;

  for (guint i = 0; i < table->n_rows * table->n_columns; i++)
    {
      const DtCell *cell = &table->cells[i];
      DtCheckLine place = { line->kind, 0, 0, 0, line->line, (gint) (i / table->n_columns),
                            (gint) (i % table->n_columns), i / table->n_columns < table->n_header_rows };

      add_line (self, place, cell->start, 0, cell->end, cell->spans, cell->n_spans);
    }
}

static void
build (Builder *self)
{
  guint n_lines;
  const DtLine *lines = dt_body_get_lines (self->text->body, &n_lines);

  for (guint i = 0; i < n_lines; i++)
    {
      const DtLine *line = &lines[i];
      DtCheckLine place = { line->kind, 0, 0, 0, line->line, -1, -1, FALSE };

      if (line->kind == DT_LINE_TABLE)
        add_table (self, line);
      else
        add_line (self, place, line->start, line->marker, line->end, line->spans, line->n_spans);
    }

  /* The line feed behind the last line is ours. */
  if (self->plain->len > 0 && (self->lines->len == 0 ||
                               g_array_index (self->lines, DtCheckLine, self->lines->len - 1).end < self->plain->len))
    g_string_truncate (self->plain, self->plain->len - 1);
}

DtCheckText *
dt_check_text_new (DtNode *node,
                   const char *ref,
                   DtNodeKind top,
                   const char *owner,
                   DtNode *fields)
{
  DtCheckText *self = g_atomic_rc_box_new0 (DtCheckText);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (DtCheckLine));
  g_autoptr (GArray) segments = g_array_new (FALSE, FALSE, sizeof (DtCheckSegment));
  Builder builder = { self, g_string_new (NULL), lines, segments, fields };

  self->node = dt_node_ref (node);
  self->kind = dt_node_get_kind (node);
  self->top = top;
  self->ref = g_strdup (ref);
  self->owner = g_strdup (owner);
  self->source = dt_node_get_text (node);
  self->body = dt_schema_get_text_policy (self->kind) == DT_TEXT_LINES ? dt_body_parse (self->source)
                                                                       : dt_body_parse_inline (self->source);
  build (&builder);

  self->length = (guint) builder.plain->len;
  self->plain = g_string_free (builder.plain, FALSE);
  self->n_lines = lines->len;
  self->lines = (DtCheckLine *) g_array_free (g_steal_pointer (&lines), FALSE);
  self->n_segments = segments->len;
  self->segments = (DtCheckSegment *) g_array_free (g_steal_pointer (&segments), FALSE);
  self->citations = dt_citations_find (self->plain, self->length);
  self->words = dt_check_words_new (self->plain, self->length, &self->lower, &self->n_words);
  self->facts = g_ptr_array_new ();
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_finding_unref);

  return self;
}

const DtCheckLine *
dt_check_text_find_line (const DtCheckText *text,
                         gsize offset)
{
  guint low = 0;
  guint high = text->n_lines;

  if (high == 0)
    return NULL;
  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;

      if (text->lines[middle].start <= offset)
        low = middle;
      else
        high = middle;
    }

  return &text->lines[low];
}

gboolean
dt_check_text_is_opaque (const DtCheckText *text,
                         gsize offset)
{
  for (guint i = 0; i < text->n_segments; i++)
    {
      const DtCheckSegment *segment = &text->segments[i];

      if (offset >= segment->plain && offset < segment->plain + segment->length)
        return segment->opaque;
    }

  return FALSE;
}
