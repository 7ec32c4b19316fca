/* dui-page-map.h - from a point on a page to a place in the plan, and back
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "layout/dt-page.h"

G_BEGIN_DECLS

/**
 * DuiSpot:
 * @block: the paragraph; lives as long as the pages
 * @index: of the block of the composition in which it stands
 * @offset: bytes into the text of @block
 *
 * Where a place of the plan comes out.
 */
typedef struct
{
  const DtBlock *block;
  guint index;
  guint offset;
} DuiSpot;

/* Lengths in µm from the top left corner of the paper; pages are counted from 0, offsets are bytes into the text of
 * the node. */
gboolean dui_page_map_locate (const DtPages *pages,
                              guint page,
                              DtLength x,
                              DtLength y,
                              char **node,
                              guint *offset) G_GNUC_WARN_UNUSED_RESULT;
/* The first place of the plan on a page. */
gboolean dui_page_map_find_first (const DtPages *pages,
                                  guint page,
                                  char **node,
                                  guint *offset) G_GNUC_WARN_UNUSED_RESULT;
gboolean dui_page_map_find (const DtPages *pages,
                            const char *node,
                            guint offset,
                            DuiSpot *spot) G_GNUC_WARN_UNUSED_RESULT;
gboolean dui_page_map_find_line (const DtPages *pages,
                                 const DuiSpot *spot,
                                 guint *page,
                                 DtRect *line) G_GNUC_WARN_UNUSED_RESULT;
/* (element-type DtRect): the lines of @block on that page, one rectangle each. */
GArray *dui_page_map_list_lines (const DtPages *pages,
                                 guint page,
                                 const DtBlock *block) G_GNUC_WARN_UNUSED_RESULT;

/* What stands on a page, for those who do not see it. */
char *dui_page_map_dup_text (const DtPages *pages,
                             guint page) G_GNUC_WARN_UNUSED_RESULT;
char *dui_page_map_dup_title (const DtPages *pages,
                              guint page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
