/* dui-library-origins.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-library"

#include "config.h"

#include "library/dui-library-origins.h"

#include "catalog/dt-catalog-file.h"
#include "library/dui-library-store.h"

#include <string.h>

struct _DuiLibraryOrigins
{
  GPtrArray *packs;
  GPtrArray *catalogs; /* one for each pack */
};

G_DEFINE_BOXED_TYPE (DuiLibraryOrigins, dui_library_origins, dui_library_origins_ref, dui_library_origins_unref)

/* Broken files are told about when the catalogue of all packs is read. */
static DtCatalog *
load_pack (DtPack *pack)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_document_unref);
  g_auto (GStrv) files = dt_pack_list_files (pack, "catalog");
  gboolean is_own = strcmp (dt_pack_get_id (pack), DT_PACK_OWN) == 0;

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *name = g_path_get_basename (files[i]);
      g_autoptr (GBytes) bytes = NULL;
      GPtrArray *loaded;

      if (is_own && strcmp (name, DUI_LIBRARY_CATALOG_FILE) == 0)
        continue;
      bytes = dt_pack_read_file (files[i], NULL);
      loaded = bytes != NULL ? dt_catalog_file_read (bytes, NULL, NULL) : NULL;
      if (loaded != NULL)
        g_ptr_array_extend_and_steal (documents, loaded);
    }

  return dt_catalog_new ((DtDocument *const *) documents->pdata, documents->len);
}

DuiLibraryOrigins *
dui_library_origins_new (GPtrArray *packs)
{
  DuiLibraryOrigins *self = g_atomic_rc_box_new0 (DuiLibraryOrigins);

  self->packs = g_ptr_array_ref (packs);
  self->catalogs = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_catalog_unref);
  for (guint i = 0; i < packs->len; i++)
    g_ptr_array_add (self->catalogs, load_pack (g_ptr_array_index (packs, i)));

  return self;
}

static void
load_thread (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  g_task_return_pointer (task, dui_library_origins_new (task_data), (GDestroyNotify) dui_library_origins_unref);
}

void
dui_library_origins_load_async (GPtrArray *packs,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, dui_library_origins_load_async);
  g_task_set_task_data (task, g_ptr_array_ref (packs), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, load_thread);
}

DuiLibraryOrigins *
dui_library_origins_load_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

DuiLibraryOrigins *
dui_library_origins_ref (DuiLibraryOrigins *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  DuiLibraryOrigins *self = data;

  g_ptr_array_unref (self->catalogs);
  g_ptr_array_unref (self->packs);
}

void
dui_library_origins_unref (DuiLibraryOrigins *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

const DtDocument *
dui_library_origins_find (const DuiLibraryOrigins *self,
                          const char *id,
                          const DtPack **pack)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  for (guint i = self->packs->len; i > 0; i--)
    {
      const DtDocument *document = dt_catalog_find_id (g_ptr_array_index (self->catalogs, i - 1), id);

      if (document == NULL)
        continue;
      if (pack != NULL)
        *pack = g_ptr_array_index (self->packs, i - 1);
      return document;
    }

  return NULL;
}

const DtDocument *
dui_library_find (DuiEngine *engine,
                  DuiLibraryBook *book,
                  DuiLibraryOrigins *origins,
                  const char *id,
                  gboolean *is_own,
                  const DtPack **pack)
{
  DtDocument *own = dui_library_book_find (book, id);
  const DtDocument *other = NULL;

  *is_own = own != NULL;
  *pack = NULL;
  if (origins != NULL)
    other = dui_library_origins_find (origins, id, pack);
  else if (dui_engine_get_catalog (engine) != NULL)
    other = dt_catalog_find_id (dui_engine_get_catalog (engine), id);

  return own != NULL ? own : other;
}
