/* dt-notation-private.h - what the parts of the notation share
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-notation.h"

G_BEGIN_DECLS

/*
 * While a body is parsed its arrays grow, so what points into them is an index
 * for as long: the @text of a span is an offset into @text, the @spans of a
 * line or cell, the @table of a line and the @cells and @aligns of a table are
 * indexes. dt_body_finish() turns them into pointers.
 */
typedef struct
{
  const char *source;
  gboolean plain; /* no markers and no tables */
  GString *text;
  GArray *spans;
  GArray *cells;
  GArray *aligns;
  GArray *tables;
  GArray *lines;
  GArray *problems;
  GArray *tokens;
} DtBodyBuilder;

/* A stretch of text that is styled for itself: a line or a cell. */
typedef struct
{
  guint first_span;
  guint n_spans;
} DtSpanRange;

static inline gboolean
dt_notation_is_blank (char sign)
{
  return sign == ' ' || sign == '\t' || sign == '\n' || sign == '\r';
}

void dt_body_add_problem (DtBodyBuilder *builder,
                          const char *code,
                          guint line,
                          gsize start,
                          gsize end);

/* How many bytes of the text are a marker with its blanks: 0, and nothing set, if it begins with none. */
gsize dt_notation_scan_marker (const char *text,
                               const char *end,
                               DtLineKind *kind,
                               gboolean *restart);
/* How many backslashes stand before what would be a marker without them: 0 if there is none. */
gsize dt_notation_scan_guard (const char *text,
                              const char *end);

/* Parses source[start, end), in which nothing but marks inside the line counts. */
DtSpanRange dt_body_add_spans (DtBodyBuilder *builder,
                               gsize start,
                               gsize end,
                               guint line);

/* Where the brackets that open at @at close, or 0; [[…]] and {{…}} hold no brackets of their kind.
 * @close remembers the last search, which keeps the whole line linear; it begins as 0. */
gsize dt_notation_find_close (const char *source,
                              gsize at,
                              gsize end,
                              gsize *close);

/* Parses the table that begins at the line source[start, …); gives the offset of the line after it. */
gsize dt_body_add_table (DtBodyBuilder *builder,
                         gsize start,
                         guint *line);

G_END_DECLS
