/* dt-types.h - scalar types shared by every engine module
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DtLength:
 *
 * A distance on paper, in micrometres (thousandths of a millimetre).
 *
 * Layout is integer arithmetic from end to end, so that the same plan gives
 * the same pages on every machine.
 */
typedef gint32 DtLength;

/* For whole or exactly representable millimetres; else dt_length_from_mm (). */
#define DT_MM(mm) ((DtLength) (1000 * (mm)))

/* One point is 1/72 inch, that is 25400/72 micrometres. */
#define DT_UM_PER_INCH 25400
#define DT_PT_PER_INCH 72

/**
 * DtRect:
 * @x: left edge
 * @y: top edge, growing downwards
 * @width: extent to the right
 * @height: extent downwards
 */
typedef struct
{
  DtLength x;
  DtLength y;
  DtLength width;
  DtLength height;
} DtRect;

/* Rounds to the nearest micrometre, halves away from zero. */
static inline DtLength
dt_length_round (double micrometres)
{
  return (DtLength) (micrometres < 0 ? micrometres - 0.5 : micrometres + 0.5);
}

static inline DtLength
dt_length_from_mm (double millimetres)
{
  return dt_length_round (millimetres * 1000.0);
}

static inline DtLength
dt_length_from_pt (double points)
{
  return dt_length_round (points * DT_UM_PER_INCH / DT_PT_PER_INCH);
}

static inline double
dt_length_to_pt (DtLength length)
{
  return (double) length * DT_PT_PER_INCH / DT_UM_PER_INCH;
}

static inline double
dt_length_to_mm (DtLength length)
{
  return length / 1000.0;
}

#define DT_PT_TO_UM(points) (dt_length_from_pt (points))
#define DT_UM_TO_PT(length) (dt_length_to_pt (length))

G_END_DECLS
