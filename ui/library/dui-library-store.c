/* dui-library-store.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-library"

#include "config.h"

#include "library/dui-library-store.h"

#include "base/dt-file.h"
#include "base/dt-save.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define ASIDE_FILE "source.xml"
#define BASE_FILE "base.xml"

struct _DuiLibraryStore
{
  DuiEngine *engine;
  char *etag; /* of what was read or written last */
  char *aside;
  char *base;
};

DuiLibraryStore *
dui_library_store_new (DuiEngine *engine,
                       const char *folder)
{
  DuiLibraryStore *self = g_new0 (DuiLibraryStore, 1);
  g_autofree char *own = folder != NULL ? g_strdup (folder)
                                        : g_build_filename (g_get_user_state_dir (), "duthao", "library", NULL);

  self->engine = g_object_ref (engine);
  self->aside = g_build_filename (own, ASIDE_FILE, NULL);
  self->base = g_build_filename (own, BASE_FILE, NULL);
  return self;
}

void
dui_library_store_free (DuiLibraryStore *self)
{
  g_object_unref (self->engine);
  g_free (self->etag);
  g_free (self->aside);
  g_free (self->base);
  g_free (self);
}

static char *
dup_path (DuiLibraryStore *self,
          GError **error)
{
  g_autofree char *pack = dui_engine_ensure_user_pack (self->engine, error);

  return pack != NULL ? g_build_filename (pack, "catalog", DUI_LIBRARY_CATALOG_FILE, NULL) : NULL;
}

/* Files with a byte that no text may hold are shown as far as they are text. */
static char *
to_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return g_utf8_validate_len (data, size, NULL) ? g_strndup (data, size) : g_utf8_make_valid (data, (gssize) size);
}

char *
dui_library_store_read (DuiLibraryStore *self,
                        char **etag,
                        GError **error)
{
  g_autofree char *path = dup_path (self, error);
  g_autoptr (DuiLibraryFile) empty = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (path == NULL)
    return NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      *etag = g_strdup (DT_SAVE_ETAG_NEW);
      empty = dui_library_file_new (NULL);
      return g_strdup (empty->text);
    }

  bytes = dt_file_read (path, DT_FILE_DEFAULT_CAP, error);
  if (bytes == NULL)
    return NULL;
  *etag = dt_save_etag_for_bytes (bytes);
  return to_text (bytes);
}

void
dui_library_store_set_etag (DuiLibraryStore *self,
                            const char *etag)
{
  g_free (self->etag);
  self->etag = g_strdup (etag);
}

static char *
read_text (const char *path)
{
  g_autoptr (GBytes) bytes = dt_file_read (path, DT_FILE_DEFAULT_CAP, NULL);

  return bytes != NULL ? to_text (bytes) : NULL;
}

char *
dui_library_store_read_aside (DuiLibraryStore *self)
{
  return g_file_test (self->aside, G_FILE_TEST_EXISTS) ? read_text (self->aside) : NULL;
}

char *
dui_library_store_read_base (DuiLibraryStore *self)
{
  return g_file_test (self->base, G_FILE_TEST_EXISTS) ? read_text (self->base) : NULL;
}

gboolean
dui_library_store_is_stale (DuiLibraryStore *self)
{
  g_autofree char *path = dup_path (self, NULL);
  g_autofree char *etag = path != NULL ? dt_save_etag_for_file (path, NULL) : NULL;

  return etag != NULL && g_strcmp0 (etag, self->etag) != 0;
}

gboolean
dui_library_store_write (DuiLibraryStore *self,
                         const char *text,
                         GError **error)
{
  g_autofree char *path = dup_path (self, error);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char *etag = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  if (path == NULL)
    return FALSE;

  g_mkdir_with_parents (folder, 0700);
  if (!dt_save_full (path, bytes, self->etag, &etag, error))
    return FALSE;

  g_free (self->etag);
  self->etag = g_steal_pointer (&etag);
  g_unlink (self->aside);
  g_unlink (self->base);
  return TRUE;
}

/* The base first: an aside without it would be taken for one that starts from what the pack holds. */
gboolean
dui_library_store_write_aside (DuiLibraryStore *self,
                               const char *text,
                               const char *base,
                               GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->aside);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) base_bytes = g_bytes_new (base, strlen (base));

  g_mkdir_with_parents (folder, 0700);
  return dt_save (self->base, base_bytes, error) && dt_save (self->aside, bytes, error);
}

/* Others */

static gboolean
is_same (DtDocument *a,
         DtDocument *b)
{
  return a == b || (a != NULL && b != NULL && dt_document_equal (a, b));
}

static DtDocument *
find (const DuiLibraryFile *file,
      const char *id)
{
  return dui_library_file_get (file, dui_library_file_find (file, id));
}

/* Takes over one entry: @theirs (nullable) is what it is in their file. */
static void
take (DuiLibraryFile **file,
      const char *id,
      DtDocument *theirs)
{
  g_autofree char *text = NULL;
  int index = dui_library_file_find (*file, id);

  if (theirs != NULL)
    text = index >= 0 ? dui_library_file_replace (*file, index, theirs) : dui_library_file_insert (*file, theirs);
  else if (index >= 0)
    text = dui_library_file_remove (*file, index);
  if (text == NULL)
    return;

  dui_library_file_unref (*file);
  *file = dui_library_file_new (text);
}

char *
dui_library_merge (const char *base,
                   const char *mine,
                   const char *theirs)
{
  g_autoptr (DuiLibraryFile) from = dui_library_file_new (base);
  g_autoptr (DuiLibraryFile) merged = dui_library_file_new (mine);
  g_autoptr (DuiLibraryFile) other = dui_library_file_new (theirs);

  if (strcmp (base, mine) == 0)
    return g_strdup (theirs);
  if (merged->documents == NULL || other->documents == NULL)
    return NULL;

  for (guint i = 0; i < other->documents->len && merged->documents != NULL; i++)
    {
      DtDocument *document = g_ptr_array_index (other->documents, i);
      const char *id = dt_document_get (document)->id;
      DtDocument *before = find (from, id);

      if (!is_same (before, document) && is_same (before, find (merged, id)))
        take (&merged, id, document);
    }
  for (guint i = 0; from->documents != NULL && i < from->documents->len && merged->documents != NULL; i++)
    {
      DtDocument *before = g_ptr_array_index (from->documents, i);
      const char *id = dt_document_get (before)->id;

      if (find (other, id) == NULL && is_same (before, find (merged, id)))
        take (&merged, id, NULL);
    }

  return merged->documents != NULL ? g_strdup (merged->text) : NULL;
}
