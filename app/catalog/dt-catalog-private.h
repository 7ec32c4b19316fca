/* dt-catalog-private.h - the inside of the catalogue
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog-index-private.h"
#include "catalog/dt-catalog-table-private.h"
#include "catalog/dt-catalog-validity.h"
#include "catalog/dt-catalog.h"

G_BEGIN_DECLS

/* Stands for no document. */
#define DT_CATALOG_NONE G_MAXUINT32

/* A relation seen from its target. */
typedef struct
{
  guint32 from;
  guint32 relation;
} DtBackLink;

/**
 * DtCatalog:
 * @documents: the newest first
 * @n: how many
 * @ids: by id
 * @numbers: by folded number, one of each; @next leads to the others
 * @names: folded type and name of those that are cited by name → position + 1 of one of them
 * @next: position + 1 of another with the same number, 0 behind the last
 * @next_named: position + 1 of another with the same name
 * @link_starts: n + 1 positions in @links
 * @links: what others do to each
 * @index: for searching
 */
struct _DtCatalog
{
  DtDocument **documents;
  guint32 n;
  DtTable ids;
  DtTable numbers;
  GHashTable *names;
  guint32 *next;
  guint32 *next_named;
  guint32 *link_starts;
  DtBackLink *links;
  DtCatalogIndex *index;
};

/* The slot in which a document of this id, or one of this folded number, stands or would stand. */
guint32 dt_catalog_seek_id (const DtTable *table,
                            DtDocument *const *documents,
                            const char *id,
                            guint32 hash);
guint32 dt_catalog_seek_number (const DtTable *table,
                                DtDocument *const *documents,
                                const char *folded);
char *dt_catalog_make_name_key (const char *type,
                                const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Where @document stands, or DT_CATALOG_NONE. */
guint32 dt_catalog_find_position (const DtCatalog *self,
                                  const DtDocument *document);
void dt_catalog_read_incoming (const DtCatalog *self,
                               guint32 position,
                               guint index,
                               DtIncoming *incoming);
void dt_catalog_judge_at (const DtCatalog *self,
                          guint32 position,
                          DtDate on,
                          DtJudgement *judgement);
/* Whether @date says nothing against @wanted, which may be known in parts. */
gboolean dt_catalog_date_matches (DtDate date,
                                  DtDate wanted);
gboolean dt_catalog_issuer_matches (const char *issuer,
                                    const char *wanted);

G_END_DECLS
