/* dui-library-item.h - a document of the library as a row
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog-validity.h"
#include "library/dui-library-file.h"
#include "library/dui-library-origins.h"

G_BEGIN_DECLS

#define DUI_TYPE_LIBRARY_ITEM (dui_library_item_get_type ())

G_DECLARE_FINAL_TYPE (DuiLibraryItem, dui_library_item, DUI, LIBRARY_ITEM, GObject)

typedef enum
{
  DUI_LIBRARY_NUMBER,
  DUI_LIBRARY_TYPE,
  DUI_LIBRARY_ISSUER,
  DUI_LIBRARY_DATE,
  DUI_LIBRARY_SUBJECT,
  DUI_LIBRARY_VALIDITY,
  DUI_LIBRARY_PACK,
  DUI_N_LIBRARY_COLUMNS
} DuiLibraryColumn;

/* @on: the day for which validity counts. @own: the user's own entries. @origins (nullable): those of
 * other packs. */
DuiLibraryItem *dui_library_item_new (DtCatalog *catalog,
                                      const DtDocument *document,
                                      DtDate on,
                                      DuiLibraryFile *own,
                                      DuiLibraryOrigins *origins) G_GNUC_WARN_UNUSED_RESULT;
const DtDocument *dui_library_item_get_document (DuiLibraryItem *self);
char *dui_library_item_dup_text (DuiLibraryItem *self,
                                 DuiLibraryColumn column) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
