/* dui-library-item.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/dui-library-item.h"

#include "library/dui-library-field.h"

#include <glib/gi18n.h>

struct _DuiLibraryItem
{
  GObject parent_instance;

  DtCatalog *catalog; /* its documents live as long as it does */
  const DtDocument *document;
  DtDate on;
  DuiLibraryFile *own;
  DuiLibraryOrigins *origins;
};

G_DEFINE_FINAL_TYPE (DuiLibraryItem, dui_library_item, G_TYPE_OBJECT)

static void
dui_library_item_finalize (GObject *object)
{
  DuiLibraryItem *self = DUI_LIBRARY_ITEM (object);

  g_clear_pointer (&self->catalog, dt_catalog_unref);
  g_clear_pointer (&self->own, dui_library_file_unref);
  g_clear_pointer (&self->origins, dui_library_origins_unref);

  G_OBJECT_CLASS (dui_library_item_parent_class)->finalize (object);
}

static void
dui_library_item_class_init (DuiLibraryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_library_item_finalize;
}

static void
dui_library_item_init (DuiLibraryItem *self)
{
}

DuiLibraryItem *
dui_library_item_new (DtCatalog *catalog,
                      const DtDocument *document,
                      DtDate on,
                      DuiLibraryFile *own,
                      DuiLibraryOrigins *origins)
{
  DuiLibraryItem *self = g_object_new (DUI_TYPE_LIBRARY_ITEM, NULL);

  self->catalog = dt_catalog_ref (catalog);
  self->document = document;
  self->on = on;
  self->own = dui_library_file_ref (own);
  self->origins = origins != NULL ? dui_library_origins_ref (origins) : NULL;
  return self;
}

const DtDocument *
dui_library_item_get_document (DuiLibraryItem *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_ITEM (self), NULL);

  return self->document;
}

static char *
dup_pack (DuiLibraryItem *self)
{
  const char *id = dt_document_get (self->document)->id;
  const DtPack *pack = NULL;

  if (dui_library_file_find (self->own, id) >= 0)
    return g_strdup (_ ("My own"));
  if (self->origins != NULL && dui_library_origins_find (self->origins, id, &pack) != NULL)
    return g_strdup (dt_pack_get_title (pack));

  return g_strdup ("");
}

char *
dui_library_item_dup_text (DuiLibraryItem *self,
                           DuiLibraryColumn column)
{
  const DtDocumentFields *fields;
  DtJudgement judgement;

  g_return_val_if_fail (DUI_IS_LIBRARY_ITEM (self), NULL);

  fields = dt_document_get (self->document);
  switch (column)
    {
    case DUI_LIBRARY_NUMBER:
      return g_strdup (fields->number);
    case DUI_LIBRARY_TYPE:
      return g_strdup (fields->type);
    case DUI_LIBRARY_ISSUER:
      return g_strdup (fields->issuer);
    case DUI_LIBRARY_DATE:
      return dui_library_format_date (fields->date);
    case DUI_LIBRARY_SUBJECT:
      return g_strdup (fields->subject);
    case DUI_LIBRARY_VALIDITY:
      dt_catalog_judge (self->catalog, self->document, self->on, &judgement);
      return dt_judgement_describe (&judgement);
    case DUI_LIBRARY_PACK:
      return dup_pack (self);
    case DUI_N_LIBRARY_COLUMNS:
    default:
      return NULL;
    }
}
