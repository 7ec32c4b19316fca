/* dt-measure.h - the units lines and pages are broken in
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/dt-types.h"

G_BEGIN_DECLS

/* LibreOffice Writer decides in twips (1/20 pt), rounding each length of the file, and sets text on a
 * device of six pixels a twip. Our ODT must break where our pages do, so whether something fits is decided
 * in its units; places on paper are µm. */

#define DT_PX_PER_TWIP 6

/* Twips nearest to @length: 1440 of them are 25400 µm. */
static inline int
dt_twips (DtLength length)
{
  gint64 scaled = (gint64) length * 72;

  return (int) ((scaled + (scaled < 0 ? -635 : 635)) / 1270);
}

static inline DtLength
dt_twips_to_um (int twips)
{
  gint64 scaled = (gint64) twips * 1270;

  return (DtLength) ((scaled + (scaled < 0 ? -36 : 36)) / 72);
}

/* Twips of @px, halves up. */
static inline int
dt_px_to_twips (gint64 px)
{
  return (int) ((px + DT_PX_PER_TWIP / 2) / DT_PX_PER_TWIP);
}

G_END_DECLS
