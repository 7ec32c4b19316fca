/* dt-notation.h - the body notation, parsed
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DtLineKind:
 * @DT_LINE_PARAGRAPH: plain text
 * @DT_LINE_NUMBER: "1. " (khoản); the number shown is computed
 * @DT_LINE_POINT: "a) " (điểm); the letter shown is computed
 * @DT_LINE_DASH: "- "
 * @DT_LINE_PLUS: "+ "
 * @DT_LINE_TABLE: consecutive "| cell | cell |" lines
 */
typedef enum
{
  DT_LINE_PARAGRAPH,
  DT_LINE_NUMBER,
  DT_LINE_POINT,
  DT_LINE_DASH,
  DT_LINE_PLUS,
  DT_LINE_TABLE,
} DtLineKind;

/* Inside a line "**" begins and ends bold, "*" italic, "***" both; a "*" between blanks is a
 * star. A backslash before one of "* | [ {", or before what would be a marker, makes it text. */
typedef enum
{
  DT_SPAN_TEXT,     /* text as it stands, marks removed */
  DT_SPAN_CITATION, /* what stands between [[ and ]] */
  DT_SPAN_FIELD,    /* what stands between {{ and }} */
} DtSpanKind;

/* A stretch of one line with one style. The spans of a line follow each other without a gap, from
 * behind the marker to the end of the line. @text is owned by the body; @start and @end are byte
 * offsets into the source text of the whole body, marks included. */
typedef struct
{
  DtSpanKind kind;
  gboolean bold;
  gboolean italic;
  const char *text;
  gsize start;
  gsize end;
} DtSpan;

typedef enum
{
  DT_CELL_LEFT,
  DT_CELL_CENTER,
  DT_CELL_RIGHT,
} DtCellAlign;

typedef struct
{
  const DtSpan *spans;
  guint n_spans;
  gsize start;
  gsize end;
} DtCell;

/* A table: row-major cells, @n_columns in each row; the first @n_header_rows repeat on each page.
 * A row "|---|:-:|--:|" under the first makes that one the header and sets the alignments. */
typedef struct
{
  const DtCell *cells;
  guint n_rows;
  guint n_columns;
  guint n_header_rows;
  const DtCellAlign *aligns;
} DtTable;

/* One line (or one table). @marker is the byte length of the typed marker with its blank ("a) "),
 * 0 without; @restart is TRUE where the typed marker is the first of its row ("a)", "1."). */
typedef struct
{
  DtLineKind kind;
  gsize start;
  gsize end;
  gsize marker;
  gboolean restart;
  guint line; /* 1-based line inside the body */
  const DtSpan *spans;
  guint n_spans;
  const DtTable *table;
} DtLine;

/* Half-typed text is legal: what is open at the end of a line stays text, and stands here.
 * @code is one of "unclosed-citation", "unclosed-field", "unclosed-bold", "unclosed-italic",
 * "empty-citation", "empty-field", "ragged-table". */
typedef struct
{
  const char *code;
  guint line;
  gsize start;
  gsize end;
} DtNotationProblem;

/* Immutable, atomically reference counted. Parsing is linear in the length of the text. */
typedef struct _DtBody DtBody;

DtBody *dt_body_parse (const char *text) G_GNUC_WARN_UNUSED_RESULT;
/* One line in which no marker and no table counts (titles, bases, recipients). */
DtBody *dt_body_parse_inline (const char *text) G_GNUC_WARN_UNUSED_RESULT;
DtBody *dt_body_ref (DtBody *self);
void dt_body_unref (DtBody *self);
const DtLine *dt_body_get_lines (const DtBody *self,
                                 guint *n_lines);
const DtNotationProblem *dt_body_get_problems (const DtBody *self,
                                               guint *n_problems);

/* Body text that reads as @plain, whatever signs stand in it. */
char *dt_notation_escape (const char *plain) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtBody, dt_body_unref)

G_END_DECLS
