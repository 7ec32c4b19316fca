/* dt-zip-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-zip"

#include "config.h"

#include "base/dt-zip.h"

#include "base/dt-zip-private.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/**
 * DtZipReader:
 *
 * Looks into a package that nobody vouches for.
 *
 * Nothing is ever unpacked to disk. Names, the number of entries and the sizes
 * that the directory declares are checked at once; since declared sizes lie,
 * what is really inflated is counted again while reading.
 */
struct _DtZipReader
{
  GBytes *bytes;
  zip_t *archive;
  GHashTable *sizes;
  GPtrArray *names;
  gsize n_inflated;
};

/* Text does not get smaller than this; entries that small do no harm. */
#define MAX_RATIO 200
#define RATIO_FROM ((gsize) 1024 * 1024)

#define CHUNK 65536

G_DEFINE_QUARK (dt_zip_error, dt_zip_error)

/**
 * dt_zip_check_name:
 * @name: the name of an entry
 * @error: return location for an error
 *
 * Refuses names that mean a place outside the package on some system.
 *
 * Returns: whether @name is a plain relative path in UTF-8
 */
gboolean
dt_zip_check_name (const char *name,
                   GError **error)
{
  g_auto (GStrv) parts = NULL;
  gboolean ok = *name != '\0' && *name != '/' && g_utf8_validate (name, -1, NULL) &&
                strchr (name, '\\') == NULL && !(g_ascii_isalpha (name[0]) && name[1] == ':');

  for (const char *p = name; ok && *p != '\0'; p++)
    ok = !g_ascii_iscntrl (*p);

  parts = g_strsplit (name, "/", -1);
  for (guint i = 0; ok && parts[i] != NULL; i++)
    ok = strcmp (parts[i], "..") != 0 && strcmp (parts[i], ".") != 0;

  if (!ok)
    {
      g_autofree char *shown = g_utf8_make_valid (name, -1);

      g_set_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_FORBIDDEN,
                   _ ("the package has an entry named “%s”, expected a plain relative path"),
                   shown);
    }
  return ok;
}

static gboolean
check_entry (DtZipReader *self,
             zip_uint64_t index,
             gsize *total,
             GError **error)
{
  const zip_uint64_t wanted = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE |
                              ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
  zip_stat_t info;

  zip_stat_init (&info);
  if (zip_stat_index (self->archive, index, 0, &info) != 0 || (info.valid & wanted) != wanted)
    {
      g_set_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_DAMAGED, _ ("the package is damaged"));
      return FALSE;
    }
  if (!dt_zip_check_name (info.name, error))
    return FALSE;

  if ((info.comp_method != ZIP_CM_STORE && info.comp_method != ZIP_CM_DEFLATE) ||
      info.encryption_method != ZIP_EM_NONE)
    {
      g_set_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_FORBIDDEN,
                   _ ("“%s” is encrypted or compressed in an unknown way"), info.name);
      return FALSE;
    }
  if (info.size > DT_ZIP_MAX_ENTRY_SIZE ||
      (info.size > RATIO_FROM && info.size / MAX_RATIO > info.comp_size))
    {
      g_set_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_LIMIT, _ ("“%s” is too large"), info.name);
      return FALSE;
    }
  *total += (gsize) info.size;
  if (*total > DT_ZIP_MAX_TOTAL_SIZE)
    {
      g_set_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_LIMIT, _ ("the package is too large"));
      return FALSE;
    }

  if (g_hash_table_contains (self->sizes, info.name))
    {
      g_set_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_FORBIDDEN,
                   _ ("the package has two entries named “%s”"), info.name);
      return FALSE;
    }
  g_ptr_array_add (self->names, g_strdup (info.name));
  g_hash_table_insert (self->sizes, g_ptr_array_index (self->names, self->names->len - 1),
                       GSIZE_TO_POINTER ((gsize) info.size));
  return TRUE;
}

static gboolean
open_archive (DtZipReader *self,
              GError **error)
{
  zip_error_t problem;
  zip_source_t *source;

  /* libzip takes nothing at all for a package without entries. */
  if (g_bytes_get_size (self->bytes) == 0)
    {
      g_set_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_DAMAGED, _ ("the package is empty"));
      return FALSE;
    }

  zip_error_init (&problem);
  source = zip_source_buffer_create (g_bytes_get_data (self->bytes, NULL),
                                     g_bytes_get_size (self->bytes), 0, &problem);
  if (source != NULL)
    self->archive = zip_open_from_source (source, ZIP_RDONLY, &problem);
  if (self->archive == NULL)
    {
      g_set_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_DAMAGED,
                   _ ("this is no ZIP package, or a damaged one: %s"),
                   zip_error_strerror (&problem));
      zip_source_free (source);
    }
  zip_error_fini (&problem);

  return self->archive != NULL;
}

/**
 * dt_zip_reader_new:
 * @bytes: the package
 * @error: return location for an error
 *
 * Opens a package and checks what its directory says.
 *
 * Returns: (transfer full): a reader, or %NULL with @error set to a
 *   %DT_ZIP_ERROR
 */
DtZipReader *
dt_zip_reader_new (GBytes *bytes,
                   GError **error)
{
  g_autoptr (DtZipReader) self = NULL;
  zip_int64_t n_entries;
  gsize total = 0;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (DtZipReader, 1);
  self->bytes = g_bytes_ref (bytes);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->sizes = g_hash_table_new (g_str_hash, g_str_equal);
  if (!open_archive (self, error))
    return NULL;

  n_entries = zip_get_num_entries (self->archive, 0);
  if (n_entries > DT_ZIP_MAX_ENTRIES)
    {
      g_set_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_LIMIT,
                   _ ("the package has too many entries, at most %d are read"), DT_ZIP_MAX_ENTRIES);
      return NULL;
    }
  for (zip_int64_t i = 0; i < n_entries; i++)
    if (!check_entry (self, (zip_uint64_t) i, &total, error))
      return NULL;

  return g_steal_pointer (&self);
}

void
dt_zip_reader_free (DtZipReader *self)
{
  if (self == NULL)
    return;

  if (self->archive != NULL)
    zip_discard (self->archive);
  g_hash_table_unref (self->sizes);
  g_ptr_array_unref (self->names);
  g_bytes_unref (self->bytes);
  g_free (self);
}

guint
dt_zip_reader_get_n_entries (const DtZipReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->names->len;
}

const char *
dt_zip_reader_get_name (const DtZipReader *self,
                        guint index)
{
  g_return_val_if_fail (self != NULL && index < self->names->len, NULL);

  return g_ptr_array_index (self->names, index);
}

gboolean
dt_zip_reader_has (const DtZipReader *self,
                   const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  return g_hash_table_contains (self->sizes, name);
}

/* Everything of FILE, as long as it is what the directory declared. */
static GBytes *
inflate (DtZipReader *self,
         zip_file_t *file,
         const char *name,
         GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gsize declared = GPOINTER_TO_SIZE (g_hash_table_lookup (self->sizes, name));
  g_autofree char *chunk = g_malloc (CHUNK);
  zip_int64_t n;

  while ((n = zip_fread (file, chunk, CHUNK)) > 0)
    {
      self->n_inflated += (gsize) n;
      if (self->n_inflated > DT_ZIP_MAX_TOTAL_SIZE)
        {
          g_set_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_LIMIT, _ ("the package is too large"));
          return NULL;
        }
      if (content->len + (gsize) n > declared)
        break;
      g_byte_array_append (content, (const guint8 *) chunk, (guint) n);
    }

  if (n != 0 || content->len != declared)
    {
      g_set_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_DAMAGED, _ ("“%s” is damaged"), name);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/**
 * dt_zip_reader_read:
 * @self: a reader
 * @name: the name of an entry
 * @error: return location for an error
 *
 * Inflates one entry and checks its sum.
 *
 * Returns: (transfer full): the content, or %NULL with @error set
 */
GBytes *
dt_zip_reader_read (DtZipReader *self,
                    const char *name,
                    GError **error)
{
  zip_file_t *file;
  GBytes *bytes;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!dt_zip_reader_has (self, name))
    {
      g_set_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_NOT_FOUND,
                   _ ("the package has no “%s”"), name);
      return NULL;
    }

  file = zip_fopen (self->archive, name, 0);
  if (file == NULL)
    {
      g_set_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_DAMAGED, _ ("“%s” is damaged"), name);
      return NULL;
    }
  bytes = inflate (self, file, name, error);
  zip_fclose (file);

  return bytes;
}
