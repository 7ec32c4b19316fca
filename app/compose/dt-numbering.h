/* dt-numbering.h - the numbers of parts, headings, clauses and points
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/dt-sheet.h"

G_BEGIN_DECLS

/**
 * DtUnit:
 *
 * The divisions of a document, from large to small (Phụ lục I, mục II, khoản 6,
 * điểm c and đ), and the dash and plus of custom below them.
 */
typedef enum
{
  DT_UNIT_PART,        /* Phần I */
  DT_UNIT_CHAPTER,     /* Chương I */
  DT_UNIT_DIVISION,    /* Mục 1 */
  DT_UNIT_SUBDIVISION, /* Tiểu mục 1 */
  DT_UNIT_ARTICLE,     /* Điều 1. */
  DT_UNIT_ROMAN,       /* I. */
  DT_UNIT_ARABIC,      /* 1. */
  DT_UNIT_LETTER,      /* a) */
  DT_UNIT_DECIMAL,     /* 1.1. */
  DT_UNIT_DASH,        /* - */
  DT_UNIT_PLUS,        /* + */
  DT_UNIT_NONE,        /* no number */
  DT_N_UNITS
} DtUnit;

typedef enum
{
  DT_SCHEME_ROMAN,   /* I. → 1. → a) → - → + */
  DT_SCHEME_ARTICLE, /* Điều 1. → 1. → a) */
  DT_SCHEME_DECIMAL, /* 1. → 1.1. → 1.1.1. */
} DtScheme;

DtScheme dt_scheme_find (const char *name,
                         DtScheme fallback);
/* The unit of a section: what it asks for, else what the scheme has at that depth (0 = outermost). */
DtUnit dt_unit_choose (const char *name,
                       DtScheme scheme,
                       guint depth);
/* Whether the numbers run on through the whole text instead of starting again under each parent. */
gboolean dt_unit_runs_on (DtUnit unit);
/* Whether the number stands on a line of its own, above the title. */
gboolean dt_unit_stands_alone (DtUnit unit);
DtRole dt_unit_get_role (DtUnit unit,
                         gboolean titled);
/* The label with its blank: "I. ", "Điều 2. ", "1.2. ", "- "; units that stand alone have none: "Chương I".
 * @path is the label of the parent for decimals ("1.2. "), or NULL. NULL when there is no such number. */
char *dt_unit_format (DtUnit unit,
                      guint number,
                      const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
