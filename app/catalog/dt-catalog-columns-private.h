/* dt-catalog-columns-private.h - the fields of a document by their names
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-document.h"

G_BEGIN_DECLS

/* In the order in which they are written. */
typedef enum
{
  DT_COLUMN_ID,
  DT_COLUMN_NUMBER,
  DT_COLUMN_TYPE,
  DT_COLUMN_ISSUER,
  DT_COLUMN_DATE,
  DT_COLUMN_SUBJECT,
  DT_COLUMN_EFFECTIVE,
  DT_COLUMN_EXPIRY,
  DT_COLUMN_STATUS,
  DT_COLUMN_STATUS_ON,
  DT_COLUMN_RELATIONS,
  DT_COLUMN_LINK,
  DT_COLUMN_SOURCE,
  DT_COLUMN_CHECKED,
  DT_COLUMN_CHECKED_BY,
  DT_N_COLUMNS,
} DtColumn;

/**
 * DtRow:
 * @fields: what is known; its strings belong to @strings
 * @relations: (element-type DtRelation)
 * @strings: all strings
 *
 * A document while it is read from another program's file.
 */
typedef struct
{
  DtDocumentFields fields;
  GArray *relations;
  GStringChunk *strings;
} DtRow;

const char *dt_column_get_name (DtColumn column);
/* By its name or what people write over such a column, in English or Vietnamese; -1 for none. */
int dt_column_find (const char *name);

void dt_row_init (DtRow *row);
void dt_row_reset (DtRow *row);
void dt_row_clear (DtRow *row);
/* NULL if it is lawful, else what was expected, marked for translation. Nothing is lawful everywhere. */
const char *dt_row_set (DtRow *row,
                        DtColumn column,
                        const char *value);
const char *dt_row_add_relation (DtRow *row,
                                 const char *kind,
                                 const char *target,
                                 const char *date);
DtDocument *dt_row_make (DtRow *row,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* What is written for a field; empty for nothing. */
char *dt_column_format (const DtDocumentFields *fields,
                        DtColumn column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
