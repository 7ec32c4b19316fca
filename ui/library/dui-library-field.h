/* dui-library-field.h - the facts of an entry, as they are typed
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog.h"

G_BEGIN_DECLS

typedef enum
{
  DUI_LIBRARY_FIELD_NUMBER,
  DUI_LIBRARY_FIELD_TYPE,
  DUI_LIBRARY_FIELD_ISSUER,
  DUI_LIBRARY_FIELD_DATE,
  DUI_LIBRARY_FIELD_SUBJECT,
  DUI_LIBRARY_FIELD_EFFECTIVE,
  DUI_LIBRARY_FIELD_EXPIRY,
  DUI_LIBRARY_FIELD_STATUS_ON,
  DUI_LIBRARY_FIELD_LINK,
  DUI_LIBRARY_FIELD_SOURCE,
  DUI_LIBRARY_FIELD_CHECKED,
  DUI_LIBRARY_FIELD_CHECKED_BY,
  DUI_N_LIBRARY_FIELDS,
} DuiLibraryField;

gboolean dui_library_field_is_date (DuiLibraryField field);
char *dui_library_field_dup_text (const DtDocument *document,
                                  DuiLibraryField field) G_GNUC_WARN_UNUSED_RESULT;
/* @document with another fact; NULL with @error where an entry cannot say so. @keeps_id: it stays
 * the entry it was, whatever its number says; else one whose id came from its facts gets a new id. */
DtDocument *dui_library_field_set (const DtDocument *document,
                                   DuiLibraryField field,
                                   const char *text,
                                   gboolean keeps_id,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtDocument *dui_library_set_status (const DtDocument *document,
                                    DtStatus status,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* @by (nullable): who; whoever checked it before did not do so today. */
DtDocument *dui_library_set_checked (const DtDocument *document,
                                     DtDate today,
                                     const char *by,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
DtDocument *dui_library_set_relations (const DtDocument *document,
                                       const DtRelation *relations,
                                       guint n_relations,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* "5/3/2026", and for the date of issue "3/2026" or "2026" while no more is known. Empty text is no date. */
gboolean dui_library_parse_date (const char *text,
                                 gboolean partly,
                                 DtDate *date);
char *dui_library_format_date (DtDate date) G_GNUC_WARN_UNUSED_RESULT;

/* What is doubtful about an entry, in words, by field; strings to free, NULL where nothing is. The
 * last one is about the relations. */
void dui_library_judge (const DtDocument *document,
                        const DtCatalog *catalog,
                        char *findings[DUI_N_LIBRARY_FIELDS + 1]);

G_END_DECLS
