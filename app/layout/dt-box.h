/* dt-box.h - a block set, ready to be put on pages
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/dt-fit-search.h"

G_BEGIN_DECLS

/* What stands in a band of a head, signature or table: lines of a paragraph, or a drawn rule.
 * Lengths in µm from the left of the text area, in twips from the top of the band. */
typedef struct
{
  DtParagraph *paragraph; /* owned; NULL for rules */
  DtBlock *rule;          /* owned; the rule block */
  guint first_line;
  guint n_lines;
  DtLength x;
  int y;          /* rules: of the foot of the line above */
  DtLength width; /* rules */
  guint row;
  guint column;
} DtPiece;

/* What is never divided between pages: a whole head or signature, a row of a table, or a line of a row that is
 * higher than a page. Heights in twips. */
typedef struct
{
  int height;
  int lead; /* room above where a page goes on with it in the middle of a row */
  int tail; /* room below where a page ends with it in the middle of a row */
  guint row;
  guint first_piece;
  guint n_pieces;
} DtBand;

/**
 * DtBox:
 *
 * A block set at the width of its part: a sequence of bands between which
 * pages may end. The bands of a paragraph are its lines. Immutable, atomically
 * reference counted.
 */
typedef struct
{
  DtBlock *block;
  DtParagraph *paragraph; /* of a paragraph; of a rule: the one above it */
  guint n_bands;
  int line_height; /* twips: of every band of a paragraph */
  DtBand *bands;   /* of other blocks */
  GArray *pieces;  /* DtPiece, or NULL */

  int space_before; /* twips */
  int space_after;
  guint orphans;
  guint widows;
  gboolean keep_next;
  gboolean landscape;

  /* rule */
  DtLength rule_x; /* µm from the left of the text area */
  DtLength rule_length;

  /* table */
  guint n_header_bands;
  int header_height;
  int border;             /* twips */
  DtLength *edges;        /* n_columns + 1 boundaries of columns, µm from the left of the text area */
  guint *rows;            /* of each band */
  GPtrArray *diagnostics; /* or NULL */
} DtBox;

/* What boxes are made with. */
typedef struct
{
  DtSetter *setter;
  DtSheet *sheet;
  gboolean landscape;
  DtLength text_width; /* µm */
  int text_limit;      /* twips, as Writer adds it up */
  int body_height;     /* twips */
} DtBoxSpec;

/* @above (nullable): the box before it, whose paragraph a rule goes by. */
DtBox *dt_box_new (const DtBoxSpec *spec,
                   DtBlock *block,
                   const DtBox *above) G_GNUC_WARN_UNUSED_RESULT;
DtBox *dt_box_ref (DtBox *self);
void dt_box_unref (DtBox *self);

static inline int
dt_box_band_height (const DtBox *self,
                    guint band)
{
  return self->bands != NULL ? self->bands[band].height : self->line_height;
}

/* For the makers of boxes. */
void dt_box_init_pieces (DtBox *self);
int dt_box_space_height (const DtBlock *block,
                         const DtSheet *sheet);
void dt_columns_set (DtBox *self,
                     const DtBoxSpec *spec);
void dt_table_set (DtBox *self,
                   const DtBoxSpec *spec);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtBox, dt_box_unref)

G_END_DECLS
