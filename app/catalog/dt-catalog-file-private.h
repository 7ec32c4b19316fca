/* dt-catalog-file-private.h - how a document stands in a catalogue file
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog-file.h"
#include "catalog/dt-document-pool-private.h"

G_BEGIN_DECLS

/* The elements in <document>, in their order. */
typedef enum
{
  DT_PART_DOCUMENT,
  DT_PART_SUBJECT,
  DT_PART_VALIDITY,
  DT_PART_RELATION,
  DT_PART_LINK,
  DT_PART_SOURCE,
  DT_PART_CHECKED,
  DT_N_PARTS,
} DtPart;

/**
 * DtPartInfo:
 * @name: of the element
 * @has_text: whether it holds text; else it has attributes
 * @repeats: whether it may stand several times
 * @attributes: %NULL terminated
 * @required: a bit for each attribute that must be there
 */
typedef struct
{
  const char *name;
  gboolean has_text;
  gboolean repeats;
  const char *attributes[6];
  guint required;
} DtPartInfo;

extern const DtPartInfo dt_catalog_parts[DT_N_PARTS];

/**
 * DtDraft:
 * @fields: what is known; its strings belong to the reader
 * @relations: (element-type DtRelation)
 * @pool: (nullable): where documents are made
 *
 * A document while it is read.
 */
typedef struct
{
  DtDocumentFields fields;
  GArray *relations;
  DtDocumentPool *pool;
} DtDraft;

void dt_draft_init (DtDraft *draft);
void dt_draft_reset (DtDraft *draft);
void dt_draft_clear (DtDraft *draft);
/* At the beginning of a part. */
void dt_draft_begin (DtDraft *draft,
                     DtPart part);
/* NULL if it is lawful, else what was expected, marked for translation. */
const char *dt_draft_set (DtDraft *draft,
                          DtPart part,
                          const char *attribute,
                          const char *value);
const char *dt_draft_set_text (DtDraft *draft,
                               DtPart part,
                               const char *text);
DtDocument *dt_draft_make (DtDraft *draft,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Reads a file as dt_catalog_file_write() writes them, and many others. NULL
 * means nothing but that the other reader has to look at it. */
GPtrArray *dt_catalog_scan (const char *data,
                            gsize size) G_GNUC_WARN_UNUSED_RESULT;
/* Reads any file, and knows what is wrong with it and where. */
GPtrArray *dt_catalog_read_slowly (GBytes *bytes,
                                   const char *name,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
