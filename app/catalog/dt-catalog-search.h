/* dt-catalog-search.h - finding documents by a few words
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog-validity.h"
#include "catalog/dt-catalog.h"

G_BEGIN_DECLS

#define DT_CATALOG_QUERY_INIT \
  {                           \
    0                         \
  }

/**
 * DtCatalogQuery:
 * @text: (nullable): words and pieces of numbers, in any order, with or without
 *   accents; the last may be half typed. Nothing finds everything.
 * @on: the day for which validity counts; empty when it does not
 * @type: (nullable): only of this type
 * @issuer: (nullable): only of bodies whose name has these words
 * @year: only of this year; 0 for any
 * @validities: only of these, a bit for each DtValidity; 0 for any
 * @limit: how many at most; 0 for 50
 *
 * What to look for.
 */
typedef struct
{
  const char *text;
  DtDate on;
  const char *type;
  const char *issuer;
  guint year;
  guint validities;
  guint limit;
} DtCatalogQuery;

/**
 * DtCatalogHit:
 * @document: what was found
 * @score: how well it fits; the best come first
 */
typedef struct
{
  const DtDocument *document;
  guint64 score;
} DtCatalogHit;

/* A GArray of DtCatalogHit; the documents live as long as SELF. */
GArray *dt_catalog_search (const DtCatalog *self,
                           const DtCatalogQuery *query) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
