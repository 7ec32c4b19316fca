/* dt-fit.h - the head fitted into its two columns, and the lengths of drawn rules
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/dt-block.h"
#include "layout/dt-shaper.h"

G_BEGIN_DECLS

/* One paragraph or rule of a cell as fitted. Lengths in µm; x from the left of its column. */
typedef struct
{
  const DtBlock *block;
  guint size;    /* hundredths of a point */
  char **lines;  /* NULL-terminated, as broken; capitals applied; NULL for rules */
  guint *starts; /* bytes of the block's text where the lines after the first start */
  guint n_starts;
  DtLength width; /* paragraph: of its longest line; rule: its length */
} DtFitItem;

/**
 * DtFit:
 *
 * The lawful choice of sizes, column widths and line breaks under which the
 * national title stays on one line and the agency name breaks well. Layout and
 * the ODT exporter read the same one.
 */
typedef struct
{
  DtLength left_x; /* left edge of the left column, from the left of the text area; negative where it hangs out */
  DtLength left_width;
  DtLength right_width;
  GArray **cells; /* (element-type DtFitItem), n_rows × 2 */
  guint n_rows;
} DtFit;

/* @columns: a head or a signature. @text_width: width of the text area. Where nothing lawful fits, the least
 * bad choice is returned and a diagnostic "head-does-not-fit" is added. The widths are whole twips. */
DtFit *dt_fit_columns (const DtBlock *columns,
                       const DtSheet *sheet,
                       DtShaper *shaper,
                       DtLength text_width,
                       GPtrArray *diagnostics) G_GNUC_WARN_UNUSED_RESULT;
void dt_fit_free (DtFit *self);

/* The lines of a paragraph set at @width on its own, capitals applied and blanks at line ends left out, as
 * layout breaks it; @starts (out) (optional) (element-type guint): bytes where the lines after the first start.
 * Centred text outside tables is broken so that no syllable stands alone on a line (R2.5.6); Writer would break
 * it otherwise and so needs line breaks there. */
char **dt_fit_lines (const DtBlock *paragraph,
                     const DtSheet *sheet,
                     DtShaper *shaper,
                     DtLength width,
                     GArray **starts) G_GNUC_WARN_UNUSED_RESULT;

/* Length of the rule block that follows @paragraph when it is set at @width. */
DtLength dt_fit_rule_length (const DtBlock *paragraph,
                             const DtBlock *rule,
                             const DtSheet *sheet,
                             DtShaper *shaper,
                             DtLength width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtFit, dt_fit_free)

G_END_DECLS
