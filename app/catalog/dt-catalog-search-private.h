/* dt-catalog-search-private.h - a search under way
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog-query-private.h"

G_BEGIN_DECLS

typedef guint32 DtSearchMask;

/* Beside the words of the query: that the word of the index is one of them to the end. */
#define DT_SEARCH_WHOLE ((DtSearchMask) 1 << 31)

typedef struct
{
  const DtCatalog *catalog;
  const DtCatalogIndex *index;
  const DtCatalogQuery *query;
  DtQueryTerms terms;
  DtSearchMask *masks; /* of each word of the index: which words of the query it matches */
  guint8 *is_number;   /* of each word of the index: 2 when it is a number that was typed, 1 when it begins like one */
  gboolean *type_fits; /* (nullable) */
  gboolean *issuer_fits;
  DtSearchMask needed;
  DtDate date;
  guint limit;
  GArray *hits;
  guint64 *seen; /* those that were ranked */
  guint64 *bitmaps[2];
  guint round;
} DtSearch;

/* Ranks the document at @at, if it is one that is looked for. */
gboolean dt_search_consider (DtSearch *self,
                             guint32 at);

G_END_DECLS
