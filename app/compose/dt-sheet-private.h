/* dt-sheet-private.h - what a style sheet is made of
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/dt-sheet.h"

G_BEGIN_DECLS

struct _DtSheet
{
  DtSheet *base; /* nullable: the sheet that owns the strings */
  GStringChunk *strings;
  DtStyle styles[DT_N_ROLES];
  gboolean present[DT_N_ROLES];
  DtPageSpec page;
  DtMetrics metrics;
  const char *font_family;
  const char **font_twins;
};

G_END_DECLS
