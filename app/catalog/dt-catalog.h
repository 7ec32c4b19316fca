/* dt-catalog.h - the catalogue of legal documents
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-document.h"

G_BEGIN_DECLS

#define DT_TYPE_CATALOG (dt_catalog_get_type ())

/* A set of documents with what it takes to find them: immutable and reference counted. */
typedef struct _DtCatalog DtCatalog;

/**
 * DtIncoming:
 * @from: the document that does it
 * @kind: what it does
 * @date: from when on: of the relation, or else the day @from takes effect, or
 *   else its date
 * @is_sure: whether that is the day, and not just the day of issue
 *
 * What another document does to one.
 */
typedef struct
{
  const DtDocument *from;
  DtRelationKind kind;
  DtDate date;
  gboolean is_sure;
} DtIncoming;

GType dt_catalog_get_type (void);

/* Of several with one id the last is taken. */
DtCatalog *dt_catalog_new (DtDocument *const *documents,
                           guint n_documents) G_GNUC_WARN_UNUSED_RESULT;
DtCatalog *dt_catalog_ref (DtCatalog *self);
void dt_catalog_unref (DtCatalog *self);

/* The documents, the newest first. */
guint dt_catalog_get_n (const DtCatalog *self);
const DtDocument *dt_catalog_get (const DtCatalog *self,
                                  guint index);

const DtDocument *dt_catalog_find_id (const DtCatalog *self,
                                      const char *id);
GPtrArray *dt_catalog_find (const DtCatalog *self,
                            const char *number,
                            DtDate date,
                            const char *issuer) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *dt_catalog_find_named (const DtCatalog *self,
                                  const char *type,
                                  const char *name,
                                  DtDate date) G_GNUC_WARN_UNUSED_RESULT;
const DtDocument *dt_catalog_resolve (const DtCatalog *self,
                                      const char *reference);
GPtrArray *dt_catalog_find_reference (const DtCatalog *self,
                                      const char *reference) G_GNUC_WARN_UNUSED_RESULT;

guint dt_catalog_get_n_incoming (const DtCatalog *self,
                                 const DtDocument *document);
void dt_catalog_get_incoming (const DtCatalog *self,
                              const DtDocument *document,
                              guint index,
                              DtIncoming *incoming);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtCatalog, dt_catalog_unref)

G_END_DECLS
