/* dt-block.h - one composed piece of the document
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/dt-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  DT_BLOCK_PARAGRAPH, /* text in one role */
  DT_BLOCK_RULE,      /* a drawn rule under the paragraph before it */
  DT_BLOCK_SPACE,     /* an empty height (chỗ ký) */
  DT_BLOCK_COLUMNS,   /* rows of two cells side by side: the head, the signature */
  DT_BLOCK_TABLE,     /* a ruled table */
  DT_BLOCK_PART,      /* what follows starts a page sequence of its own */
} DtBlockKind;

typedef enum
{
  DT_RUN_TEXT,
  DT_RUN_LABEL, /* computed number: "I. ", "a) ", "- " */
  DT_RUN_CITATION,
  DT_RUN_FIELD,
  DT_RUN_BLANK, /* a field or a part still to be filled */
} DtRunKind;

/* A stretch of a paragraph's text with one style. Offsets are bytes into the text of the block;
 * @source_start and @source_end are bytes into the text of the node (equal where it has none). */
typedef struct
{
  guint start;
  guint end;
  DtRunKind kind;
  gboolean bold; /* as shown: style of the role and emphasis together */
  gboolean italic;
  guint source_start;
  guint source_end;
} DtRun;

typedef enum
{
  DT_PART_MAIN,       /* the document itself */
  DT_PART_ATTACHMENT, /* văn bản ban hành kèm theo quyết định */
  DT_PART_ANNEX,      /* phụ lục */
} DtPartKind;

typedef enum
{
  DT_COLUMNS_HEAD,      /* left agency, right national title; rows: names, number and date; stamps */
  DT_COLUMNS_SIGNATURE, /* left recipients, right signature; one row */
} DtColumnsKind;

/* Immutable, atomically reference counted. Fields that do not belong to the kind are zero. */
typedef struct _DtBlock DtBlock;
struct _DtBlock
{
  DtBlockKind kind;
  DtRole role;
  char *node;         /* reference of the plan node it came from */
  guint line;         /* 1-based line in that node's text; 0 where it has none */
  gboolean keep_next; /* the role says so, or the composer does */

  /* paragraph */
  char *text;
  DtRun *runs;
  guint n_runs;
  guint label;   /* bytes of @text that are the computed number with its blank */
  guint level;   /* depth in lists: 1 for dash, 2 for plus; 0 elsewhere */
  DtAlign align; /* that of the role, or of the table column */

  /* columns: n_rows × 2 cells, row by row; table: n_rows × n_columns cells, row by row.
   * A cell is an array of blocks. */
  GPtrArray **cells;
  guint n_rows;
  guint n_columns;
  DtColumnsKind columns;
  guint n_header_rows;
  guint *weights; /* table: relative column widths, n_columns of them */

  /* part */
  DtPartKind part;
  gboolean landscape;
  char *part_title; /* for outlines: "Phụ lục I", "Kế hoạch" */
};

DtBlock *dt_block_new (DtBlockKind kind,
                       DtRole role,
                       const char *node) G_GNUC_WARN_UNUSED_RESULT;
DtBlock *dt_block_ref (DtBlock *self);
void dt_block_unref (DtBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtBlock, dt_block_unref)

G_END_DECLS
