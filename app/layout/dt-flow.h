/* dt-flow.h - boxes filled into pages
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/dt-box.h"

G_BEGIN_DECLS

/* A place between two bands: where a page starts. */
typedef struct
{
  guint box;
  guint band;
} DtPlace;

/* Bands of a box on a page. */
typedef struct
{
  DtBox *box; /* owned */
  guint first_band;
  guint n_bands;
  int y; /* twips from the top of the text area; of the head rows where they are repeated */
  gboolean repeats_header;
} DtPlacement;

/**
 * DtContent:
 *
 * What stands on a page, apart from its number: pages whose number alone
 * changed share it. Immutable, atomically reference counted.
 */
typedef struct
{
  GArray *placements;   /* DtPlacement */
  guint n_looked_at;    /* boxes from the first on that decided where the page ends, the end of all counting as one */
  gboolean starts_part; /* begins with a part */
  gboolean landscape;
  GPtrArray *diagnostics; /* of its boxes, or NULL */
} DtContent;

/* Fills the page that starts at @start, which is not behind the last box; @next is where the one after it
 * starts, or the number of boxes. */
DtContent *dt_flow_fill (DtBox *const *boxes,
                         guint n_boxes,
                         DtPlace start,
                         int body_height,
                         DtPlace *next) G_GNUC_WARN_UNUSED_RESULT;
DtContent *dt_content_ref (DtContent *self);
void dt_content_unref (DtContent *self);
/* Whether box @index must stay on the page of what follows it: it says so, or it is one of the last paragraphs,
 * of two lines together, before a signature. */
gboolean dt_flow_keeps_next (DtBox *const *boxes,
                             guint n_boxes,
                             guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtContent, dt_content_unref)

G_END_DECLS
