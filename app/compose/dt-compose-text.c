/* dt-compose-text.c - paragraphs and tables from the text of plan nodes
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compose/dt-compose-private.h"

#include "base/dt-diagnostic.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What stands on the page where something is still to be filled in. */
#define BLANK "……………"

/* The longest word and the share of the text that a column's width follows. */
#define COLUMN_TEXT_CAP 60

/**
 * dt_text_builder_init:
 * @self: a builder
 * @composing: the run
 * @role: role of the paragraph to be
 *
 * Starts a paragraph. dt_text_builder_finish() ends it.
 */
void
dt_text_builder_init (DtTextBuilder *self,
                      DtComposing *composing,
                      DtRole role)
{
  self->style = dt_sheet_get_style (composing->composer->sheet, role);
  self->text = g_string_new (NULL);
  self->runs = g_array_new (FALSE, FALSE, sizeof (DtRun));
  self->label = 0;
}

/**
 * dt_text_builder_add:
 * @self: a builder
 * @kind: what the text is
 * @bold: whether it is emphasised in bold
 * @italic: whether it is emphasised in italics
 * @text: the text
 * @start: where it starts in the text of its node, in bytes
 * @end: where it ends there; equal to @start where it has no source
 *
 * Adds text. Emphasis inverts nothing: bold in a bold role stays bold.
 */
void
dt_text_builder_add (DtTextBuilder *self,
                     DtRunKind kind,
                     gboolean bold,
                     gboolean italic,
                     const char *text,
                     gsize start,
                     gsize end)
{
  g_autofree char *capitals = self->style->caps ? dt_text_upper (text) : NULL;
  DtRun run = { 0 };

  if (*text == '\0')
    return;

  run.start = (guint) self->text->len;
  g_string_append (self->text, capitals != NULL ? capitals : text);
  run.end = (guint) self->text->len;
  run.kind = kind;
  run.bold = bold || self->style->bold;
  run.italic = italic || self->style->italic;
  run.source_start = (guint) start;
  run.source_end = (guint) end;
  g_array_append_val (self->runs, run);
}

/**
 * dt_text_builder_add_label:
 * @self: a builder with nothing in it yet
 * @label: a computed number with its blank
 * @bold: whether it is bold although the role is not
 *
 * Adds the number a paragraph starts with.
 */
void
dt_text_builder_add_label (DtTextBuilder *self,
                           const char *label,
                           gboolean bold)
{
  dt_text_builder_add (self, DT_RUN_LABEL, bold, FALSE, label, 0, 0);
  self->label = (guint) self->text->len;
}

static const char *
find_field (const DtComposing *composing,
            const char *key)
{
  for (guint i = 0; composing->fields != NULL && i < dt_node_get_n_children (composing->fields); i++)
    {
      DtNode *field = dt_node_get_child (composing->fields, i);

      if (g_strcmp0 (dt_node_get_attribute (field, DT_ATTR_KEY), key) == 0)
        return dt_node_get_text (field);
    }

  return NULL;
}

static void
add_field (DtTextBuilder *self,
           DtComposing *composing,
           const char *node,
           guint line,
           const DtSpan *span)
{
  g_autofree char *key = g_strstrip (g_strdup (span->text));
  const char *value = find_field (composing, key);

  if (value != NULL && *value != '\0')
    {
      dt_text_builder_add (self, DT_RUN_FIELD, span->bold, span->italic, value, span->start, span->end);
      return;
    }

  dt_text_builder_add (self, DT_RUN_BLANK, span->bold, span->italic, BLANK, span->start, span->end);
  dt_diagnostics_add (composing->diagnostics, DT_SEVERITY_WARNING, "field-unfilled", node, line, 0,
                      _ ("the field “%s” is not filled in yet"), key);
}

/**
 * dt_text_builder_add_spans:
 * @self: a builder
 * @composing: the run
 * @node: reference of the node the spans come from
 * @line: line in that node's text
 * @spans: (array length=n_spans): parsed notation
 * @n_spans: how many
 *
 * Adds notation with its fields and citations resolved.
 */
void
dt_text_builder_add_spans (DtTextBuilder *self,
                           DtComposing *composing,
                           const char *node,
                           guint line,
                           const DtSpan *spans,
                           guint n_spans)
{
  for (guint i = 0; i < n_spans; i++)
    {
      const DtSpan *span = &spans[i];

      switch (span->kind)
        {
        case DT_SPAN_FIELD:
          add_field (self, composing, node, line, span);
          break;
        case DT_SPAN_CITATION:
          dt_compose_citation (self, composing, node, line, span);
          break;
        case DT_SPAN_TEXT:
        default:
          dt_text_builder_add (self, DT_RUN_TEXT, span->bold, span->italic, span->text, span->start, span->end);
          break;
        }
    }
}

/**
 * dt_text_builder_finish:
 * @self: a builder
 * @node: reference of the node the paragraph comes from
 * @line: line in that node's text, 0 where it has none
 *
 * Ends the paragraph and clears the builder.
 *
 * Returns: (transfer full): a paragraph
 */
DtBlock *
dt_text_builder_finish (DtTextBuilder *self,
                        const char *node,
                        guint line)
{
  DtBlock *block = dt_block_new (DT_BLOCK_PARAGRAPH, self->style->role, node);
  gsize n_runs;

  block->line = line;
  block->keep_next = self->style->keep_next;
  block->align = self->style->align;
  block->label = self->label;
  block->text = g_string_free (g_steal_pointer (&self->text), FALSE);
  block->runs = g_array_steal (self->runs, &n_runs);
  block->n_runs = (guint) n_runs;
  g_clear_pointer (&self->runs, g_array_unref);

  return block;
}

/**
 * dt_compose_fixed:
 * @composing: the run
 * @role: role of the paragraph
 * @node: (nullable): node the paragraph belongs to
 * @text: words that are not in the plan
 *
 * Makes a paragraph of words the decree prescribes.
 *
 * Returns: (transfer full): a paragraph
 */
DtBlock *
dt_compose_fixed (DtComposing *composing,
                  DtRole role,
                  const char *node,
                  const char *text)
{
  DtTextBuilder builder;

  dt_text_builder_init (&builder, composing, role);
  dt_text_builder_add (&builder, DT_RUN_TEXT, FALSE, FALSE, text, 0, 0);

  return dt_text_builder_finish (&builder, node, 0);
}

/**
 * dt_compose_line:
 * @composing: the run
 * @role: role of the paragraph
 * @node: reference of the node
 * @before: (nullable): what stands before the text
 * @text: one line of notation
 * @after: (nullable): what stands after it
 *
 * Makes a paragraph from the text of a node.
 *
 * Returns: (transfer full): a paragraph
 */
DtBlock *
dt_compose_line (DtComposing *composing,
                 DtRole role,
                 const char *node,
                 const char *before,
                 const char *text,
                 const char *after)
{
  g_autoptr (DtBody) body = dt_body_parse_inline (text);
  const DtLine *lines;
  guint n_lines;
  DtTextBuilder builder;

  dt_text_builder_init (&builder, composing, role);
  if (before != NULL)
    dt_text_builder_add (&builder, DT_RUN_TEXT, FALSE, FALSE, before, 0, 0);

  lines = dt_body_get_lines (body, &n_lines);
  for (guint i = 0; i < n_lines; i++)
    dt_text_builder_add_spans (&builder, composing, node, 1, lines[i].spans, lines[i].n_spans);

  if (after != NULL)
    dt_text_builder_add (&builder, DT_RUN_TEXT, FALSE, FALSE, after, 0, 0);

  return dt_text_builder_finish (&builder, node, 0);
}

/**
 * dt_compose_missing:
 * @composing: the run
 * @node: reference of the node that lacks something
 * @what: translated name of what is missing
 *
 * Notes that a part of the draft is still open.
 */
void
dt_compose_missing (DtComposing *composing,
                    const char *node,
                    const char *what)
{
  dt_diagnostics_add (composing->diagnostics, DT_SEVERITY_NOTE, "missing", node, 0, 0,
                      _ ("still to be filled in: %s"), what);
}

/* The longest word of a text, in characters. */
static guint
longest_word (const char *text)
{
  guint longest = 0;
  guint length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      length = *p == ' ' ? 0 : length + 1;
      longest = MAX (longest, length);
    }

  return longest;
}

/* A column is as wide as its longest word and half its heading ask for, and wider the more text it holds. */
static void
weigh_columns (DtBlock *table)
{
  table->weights = g_new0 (guint, table->n_columns);
  for (guint column = 0; column < table->n_columns; column++)
    {
      guint word = 1;
      guint text = 0;
      guint n_texts = 0;

      for (guint row = 0; row < table->n_rows; row++)
        {
          GPtrArray *cell = table->cells[row * table->n_columns + column];

          for (guint i = 0; i < cell->len; i++)
            {
              const DtBlock *block = g_ptr_array_index (cell, i);
              guint length = (guint) g_utf8_strlen (block->text, -1);

              word = MAX (word, longest_word (block->text));
              if (row < table->n_header_rows)
                word = MAX (word, length / 2 + 1);
              text += MIN (length, 4 * COLUMN_TEXT_CAP);
              n_texts += row >= table->n_header_rows;
            }
        }

      table->weights[column] = word + 2 + MIN (COLUMN_TEXT_CAP, text / MAX (n_texts, 1));
    }
}

static GPtrArray *
compose_cell (DtComposing *composing,
              const char *node,
              guint line,
              const DtCell *cell,
              gboolean header,
              DtCellAlign align)
{
  static const DtAlign aligns[] = { DT_ALIGN_LEFT, DT_ALIGN_CENTER, DT_ALIGN_RIGHT };
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_block_unref);
  DtTextBuilder builder;
  DtBlock *block;

  dt_text_builder_init (&builder, composing, header ? DT_ROLE_TABLE_HEAD : DT_ROLE_TABLE_CELL);
  dt_text_builder_add_spans (&builder, composing, node, line, cell->spans, cell->n_spans);
  block = dt_text_builder_finish (&builder, node, line);
  if (!header)
    block->align = aligns[align];
  g_ptr_array_add (blocks, block);

  return blocks;
}

/**
 * dt_compose_table:
 * @composing: the run
 * @node: reference of the node the table stands in
 * @line: line in that node's text
 * @table: parsed notation
 *
 * Makes a table; each cell holds one paragraph.
 *
 * Returns: (transfer full): a table
 */
DtBlock *
dt_compose_table (DtComposing *composing,
                  const char *node,
                  guint line,
                  const DtTable *table)
{
  DtBlock *block = dt_block_new (DT_BLOCK_TABLE, DT_ROLE_TABLE_CELL, node);

  block->line = line;
  block->n_rows = table->n_rows;
  block->n_columns = table->n_columns;
  block->n_header_rows = table->n_header_rows;
  block->cells = g_new0 (GPtrArray *, table->n_rows * table->n_columns);
  for (guint i = 0; i < table->n_rows * table->n_columns; i++)
    {
      gboolean header = i / table->n_columns < table->n_header_rows;
      guint row_line = line + i / table->n_columns;

      /* The ruler under a header row is a line of the source too. */
      if (!header && table->n_header_rows > 0)
        row_line++;
      block->cells[i] = compose_cell (composing, node, row_line, &table->cells[i], header,
                                      table->aligns[i % table->n_columns]);
    }
  weigh_columns (block);

  return block;
}

/* The computed marker of a line, or NULL for a plain paragraph. */
static char *
make_marker (DtComposing *composing,
             const char *node,
             const DtLine *line,
             guint *clause,
             guint *point)
{
  char *label;

  switch (line->kind)
    {
    case DT_LINE_NUMBER:
      *clause = line->restart ? 1 : *clause + 1;
      *point = 0;
      return dt_unit_format (DT_UNIT_ARABIC, *clause, NULL);
    case DT_LINE_POINT:
      *point = line->restart ? 1 : *point + 1;
      label = dt_unit_format (DT_UNIT_LETTER, *point, NULL);
      if (label != NULL)
        return label;
      dt_diagnostics_add (composing->diagnostics, DT_SEVERITY_WARNING, "too-many-points", node, line->line, 0,
                          _ ("more points than there are letters; divide the list"));
      return g_strdup_printf ("%u) ", *point);
    case DT_LINE_DASH:
      return dt_unit_format (DT_UNIT_DASH, 0, NULL);
    case DT_LINE_PLUS:
      return dt_unit_format (DT_UNIT_PLUS, 0, NULL);
    case DT_LINE_PARAGRAPH:
    case DT_LINE_TABLE:
    default:
      return NULL;
    }
}

static DtRole
choose_role (DtLineKind kind,
             DtRole role)
{
  switch (kind)
    {
    case DT_LINE_NUMBER:
      return DT_ROLE_CLAUSE;
    case DT_LINE_POINT:
      return DT_ROLE_POINT;
    case DT_LINE_DASH:
      return DT_ROLE_DASH;
    case DT_LINE_PLUS:
      return DT_ROLE_PLUS;
    case DT_LINE_PARAGRAPH:
    case DT_LINE_TABLE:
    default:
      return role;
    }
}

static void
report_problems (DtComposing *composing,
                 const char *node,
                 const DtBody *body)
{
  guint n_problems;
  const DtNotationProblem *problems = dt_body_get_problems (body, &n_problems);

  for (guint i = 0; i < n_problems; i++)
    dt_diagnostics_add (composing->diagnostics, DT_SEVERITY_WARNING, problems[i].code, node, problems[i].line, 0,
                        "%s", g_str_equal (problems[i].code, "ragged-table") ? _ ("rows of the table differ in length") : _ ("a mark is opened here and not closed"));
}

/**
 * dt_compose_body:
 * @composing: the run
 * @node: reference of the node
 * @text: text in the body notation
 * @role: role of plain paragraphs
 * @first_role: role of the first one where it carries @label
 * @label: (nullable): the number before the first paragraph
 * @blocks: where the paragraphs and tables go
 *
 * Composes a body, one paragraph a line. Numbers and letters are counted: a
 * typed "1." or "a)" starts again, whatever else was typed goes on.
 */
void
dt_compose_body (DtComposing *composing,
                 const char *node,
                 const char *text,
                 DtRole role,
                 DtRole first_role,
                 const char *label,
                 GPtrArray *blocks)
{
  g_autoptr (DtBody) body = dt_body_parse (text);
  guint n_lines;
  const DtLine *lines = dt_body_get_lines (body, &n_lines);
  guint clause = 0;
  guint point = 0;

  for (guint i = 0; i < n_lines; i++)
    {
      g_autofree char *marker = make_marker (composing, node, &lines[i], &clause, &point);
      gboolean labelled = i == 0 && label != NULL;
      DtTextBuilder builder;
      DtBlock *block;

      if (lines[i].kind == DT_LINE_TABLE)
        {
          g_ptr_array_add (blocks, dt_compose_table (composing, node, lines[i].line, lines[i].table));
          continue;
        }

      dt_text_builder_init (&builder, composing, labelled ? first_role : choose_role (lines[i].kind, role));
      if (labelled)
        dt_text_builder_add_label (&builder, label, first_role == DT_ROLE_ARTICLE);
      if (marker != NULL)
        dt_text_builder_add_label (&builder, marker, FALSE);
      dt_text_builder_add_spans (&builder, composing, node, lines[i].line, lines[i].spans, lines[i].n_spans);
      block = dt_text_builder_finish (&builder, node, lines[i].line);
      if (lines[i].kind == DT_LINE_DASH || lines[i].kind == DT_LINE_PLUS)
        block->level = lines[i].kind == DT_LINE_DASH ? 1 : 2;
      g_ptr_array_add (blocks, block);
    }

  report_problems (composing, node, body);
}
