/* dt-paragraph.h - one paragraph set at one width
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/dt-page.h"
#include "layout/dt-setter.h"

G_BEGIN_DECLS

/* A stretch of a line in one style; becomes a DtItem. Lengths in µm from the left of the column. */
typedef struct
{
  guint first_word;
  guint n_words;
  guint start; /* bytes into the text */
  guint end;
  DtLength x;
  DtLength width; /* without the blanks at the line's end */
  gboolean bold;
  gboolean italic;
} DtSetSpan;

typedef struct
{
  guint first_span;
  guint n_spans;
  guint start;    /* bytes into the text; the end is where the next line starts */
  DtLength width; /* without blanks at its end */
} DtSetLine;

/**
 * DtParagraph:
 *
 * A paragraph block broken into lines. Immutable, atomically reference counted.
 */
typedef struct
{
  DtBlock *block;
  char *capitals;  /* the text as shown, NULL where it is that of the block */
  guint size;      /* hundredths of a point */
  int line_height; /* twips */
  DtLength width;  /* of the longest line */
  guint n_lines;
  guint n_held;
  DtSetLine *lines;
  DtSetSpan *spans;
  DtPlacedWord *words; /* x from the left of the column */
  guint *held;         /* bytes: places in numbers where Writer would end a line */
} DtParagraph;

/**
 * DtParagraphSpec:
 * @block: a paragraph
 * @style: of its role
 * @size: hundredths of a point
 * @width: of the column, in µm
 * @limit: the same in twips, as Writer adds it up
 * @starts: (nullable): bytes where lines start, the first one left out; else they are found
 * @n_starts: how many
 * @plain: lines are broken one after the other even where the text is centred
 */
typedef struct
{
  DtBlock *block;
  const DtStyle *style;
  guint size;
  DtLength width;
  int limit;
  const guint *starts;
  guint n_starts;
  gboolean plain;
} DtParagraphSpec;

/* Lines are filled one after the other as Writer fills them. Centred text outside tables is broken so that
 * no syllable stands alone (the ODT has line breaks there). Words wider than the line are cut between
 * letters. */
DtParagraph *dt_paragraph_new (DtSetter *setter,
                               const DtParagraphSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
DtParagraph *dt_paragraph_ref (DtParagraph *self);
void dt_paragraph_unref (DtParagraph *self);

/* The text as shown. */
static inline const char *
dt_paragraph_get_text (const DtParagraph *self)
{
  return self->capitals != NULL ? self->capitals : self->block->text != NULL ? self->block->text
                                                                             : "";
}

/* Finds good places to break the atoms of a centred text (dt-balance.c): line starts, as indexes of atoms
 * and without the first, go to @starts. Line feeds stay. @n_lines: how many lines a text without line feeds
 * must get, 0 for as few as possible. What the breaks cost, 1000 for each stretch between line feeds that is not
 * broken; -1 where it cannot be done. */
int dt_balance (const DtSetter *setter,
                int limit,
                guint n_lines,
                GArray *starts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtParagraph, dt_paragraph_unref)

G_END_DECLS
