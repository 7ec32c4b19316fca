/* dt-zip.h - ZIP packages in memory, written the same every time
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DT_ZIP_ERROR (dt_zip_error_quark ())

/**
 * DtZipError:
 * @DT_ZIP_ERROR_FAILED: could not be written
 * @DT_ZIP_ERROR_DAMAGED: not a ZIP file, or a broken one
 * @DT_ZIP_ERROR_FORBIDDEN: a name or an entry we never accept
 * @DT_ZIP_ERROR_LIMIT: larger than allowed
 * @DT_ZIP_ERROR_NOT_FOUND: no entry of that name
 */
typedef enum
{
  DT_ZIP_ERROR_FAILED,
  DT_ZIP_ERROR_DAMAGED,
  DT_ZIP_ERROR_FORBIDDEN,
  DT_ZIP_ERROR_LIMIT,
  DT_ZIP_ERROR_NOT_FOUND,
} DtZipError;

typedef enum
{
  DT_ZIP_STORED,
  DT_ZIP_DEFLATED,
} DtZipMethod;

#define DT_ZIP_MAX_ENTRIES 1000
#define DT_ZIP_MAX_ENTRY_SIZE ((gsize) 64 * 1024 * 1024)
#define DT_ZIP_MAX_TOTAL_SIZE ((gsize) 128 * 1024 * 1024)

typedef struct _DtZipWriter DtZipWriter;
typedef struct _DtZipReader DtZipReader;

GQuark dt_zip_error_quark (void);

/* Entries are written in the order added, with the time 1980-01-01 00:00.
 * Names must pass the rules of the reader and be new. */
DtZipWriter *dt_zip_writer_new (void) G_GNUC_WARN_UNUSED_RESULT;
void dt_zip_writer_free (DtZipWriter *self);
gboolean dt_zip_writer_add (DtZipWriter *self,
                            const char *name,
                            GBytes *bytes,
                            DtZipMethod method,
                            GError **error);
/* The package. The writer is spent afterwards. */
GBytes *dt_zip_writer_finish (DtZipWriter *self,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Checks names, counts and declared sizes of the whole package. */
DtZipReader *dt_zip_reader_new (GBytes *bytes,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
void dt_zip_reader_free (DtZipReader *self);
guint dt_zip_reader_get_n_entries (const DtZipReader *self);
const char *dt_zip_reader_get_name (const DtZipReader *self,
                                    guint index);
gboolean dt_zip_reader_has (const DtZipReader *self,
                            const char *name);
/* The content of one entry; what was read so far counts towards the total. */
GBytes *dt_zip_reader_read (DtZipReader *self,
                            const char *name,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtZipWriter, dt_zip_writer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtZipReader, dt_zip_reader_free)

G_END_DECLS
