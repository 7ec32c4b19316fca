/* dt-page-private.h - what pages are made of
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/dt-flow.h"
#include "layout/dt-page.h"

G_BEGIN_DECLS

struct _DtPage
{
  DtContent *content; /* owned */
  const DtPages *pages;
  DtPlace start;
  guint n_looked_at; /* that of the content */
  guint number;
  gboolean has_diagnostics;
};

struct _DtPages
{
  DtComposition *composition;
  DtSheet *sheet; /* of the composition */
  DtShaper *shaper;
  GArray *pages; /* DtPage */
  DtBox **boxes; /* one for each block; owned by the contents */
  guint n_boxes;
  GPtrArray *diagnostics;
  const DtWord *digits[10]; /* of page numbers */
};

G_END_DECLS
