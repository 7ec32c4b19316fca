/* dt-zip-writer.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-zip"

#include "config.h"

#include "base/dt-zip.h"

#include "base/dt-zip-private.h"

#include <glib/gi18n-lib.h>

/**
 * DtZipWriter:
 *
 * Puts a package together in memory, the same bytes for the same content.
 *
 * Entries bear the first time ZIP can hold, whatever the clock and the time
 * zone say. An entry that is stored has neither extra fields nor a data
 * descriptor, so that a first entry `mimetype` puts its text at offset 38,
 * where OpenDocument wants it.
 */
struct _DtZipWriter
{
  zip_t *archive;
  zip_source_t *target;
  GPtrArray *contents;
};

/* 1980-01-01 00:00:00 in the fields of MS-DOS. */
#define FIRST_DATE ((1 << 5) | 1)
#define FIRST_TIME 0

/* Above 6 deflate gets slower faster than the text gets smaller. */
#define LEVEL 6

static void
set_zip_error (GError **error,
               zip_error_t *problem)
{
  g_set_error (error, DT_ZIP_ERROR, DT_ZIP_ERROR_FAILED,
               _ ("the package cannot be written: %s"), zip_error_strerror (problem));
}

/**
 * dt_zip_writer_new:
 *
 * Returns: (transfer full): a writer of an empty package
 */
DtZipWriter *
dt_zip_writer_new (void)
{
  DtZipWriter *self = g_new0 (DtZipWriter, 1);

  self->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->target = zip_source_buffer_create (NULL, 0, 0, NULL);
  g_assert (self->target != NULL);
  /* The archive takes one reference; ours is for reading the result. */
  zip_source_keep (self->target);
  self->archive = zip_open_from_source (self->target, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  g_assert (self->archive != NULL);

  return self;
}

void
dt_zip_writer_free (DtZipWriter *self)
{
  if (self == NULL)
    return;

  if (self->archive != NULL)
    zip_discard (self->archive);
  zip_source_free (self->target);
  g_ptr_array_unref (self->contents);
  g_free (self);
}

static gboolean
set_entry_options (DtZipWriter *self,
                   zip_uint64_t index,
                   DtZipMethod method)
{
  zip_int32_t compression = method == DT_ZIP_STORED ? ZIP_CM_STORE : ZIP_CM_DEFLATE;

  return zip_set_file_compression (self->archive, index, compression, LEVEL) == 0 &&
         zip_file_set_dostime (self->archive, index, FIRST_TIME, FIRST_DATE, 0) == 0 &&
         zip_file_set_external_attributes (self->archive, index, 0, ZIP_OPSYS_DOS, 0) == 0;
}

/**
 * dt_zip_writer_add:
 * @self: a writer
 * @name: the path in the package, with slashes
 * @bytes: the content; kept until the package is finished
 * @method: stored or deflated
 * @error: return location for an error
 *
 * Adds an entry behind those added before.
 *
 * Returns: %FALSE with @error set to a %DT_ZIP_ERROR when the name is not
 *   allowed or taken
 */
gboolean
dt_zip_writer_add (DtZipWriter *self,
                   const char *name,
                   GBytes *bytes,
                   DtZipMethod method,
                   GError **error)
{
  zip_source_t *source;
  zip_int64_t index;

  g_return_val_if_fail (self != NULL && self->archive != NULL, FALSE);
  g_return_val_if_fail (name != NULL && bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!dt_zip_check_name (name, error))
    return FALSE;

  g_ptr_array_add (self->contents, g_bytes_ref (bytes));
  source = zip_source_buffer (self->archive, g_bytes_get_data (bytes, NULL),
                              g_bytes_get_size (bytes), 0);
  index = source == NULL ? -1 : zip_file_add (self->archive, name, source, ZIP_FL_ENC_UTF_8);
  if (index < 0)
    {
      set_zip_error (error, zip_get_error (self->archive));
      zip_source_free (source);
      return FALSE;
    }
  if (!set_entry_options (self, (zip_uint64_t) index, method))
    {
      set_zip_error (error, zip_get_error (self->archive));
      return FALSE;
    }

  return TRUE;
}

/* Reads the finished package out of the buffer libzip wrote. */
static GBytes *
read_target (DtZipWriter *self,
             GError **error)
{
  zip_stat_t info;
  g_autofree char *data = NULL;
  gsize size;
  zip_int64_t n = -1;

  zip_stat_init (&info);
  if (zip_source_stat (self->target, &info) != 0 || (info.valid & ZIP_STAT_SIZE) == 0 ||
      zip_source_open (self->target) != 0)
    {
      set_zip_error (error, zip_source_error (self->target));
      return NULL;
    }

  size = (gsize) info.size;
  data = g_malloc (size + 1);
  n = zip_source_read (self->target, data, size);
  zip_source_close (self->target);
  if (n < 0 || (gsize) n != size)
    {
      set_zip_error (error, zip_source_error (self->target));
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&data), size);
}

/**
 * dt_zip_writer_finish:
 * @self: a writer with at least one entry
 * @error: return location for an error
 *
 * Compresses all entries and takes the package.
 *
 * Returns: (transfer full): the package, or %NULL with @error set
 */
GBytes *
dt_zip_writer_finish (DtZipWriter *self,
                      GError **error)
{
  g_return_val_if_fail (self != NULL && self->archive != NULL, NULL);
  g_return_val_if_fail (self->contents->len > 0, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (zip_close (self->archive) != 0)
    {
      set_zip_error (error, zip_get_error (self->archive));
      return NULL;
    }
  self->archive = NULL;

  return read_target (self, error);
}
