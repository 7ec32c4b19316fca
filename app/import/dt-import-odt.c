/* dt-import-odt.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import.h"

#include "import/dt-import-cite.h"

#include "base/dt-file.h"
#include "base/dt-zip.h"
#include "format/dt-plan-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

/* What a file is, by its content, and the way back from our own ODT: such a file carries the plan it was made
 * from, so nothing has to be guessed. */

/* The largest file looked at; a package may be larger than a text. */
#define FILE_CAP ((gsize) 64 * 1024 * 1024)

static gboolean
starts_with (GBytes *bytes,
             const char *magic,
             gsize length)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= length && memcmp (data, magic, length) == 0;
}

/* The root element of a plan file in the first bytes, past an XML declaration and comments. */
static gboolean
is_plan_file (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *start = g_strndup (data != NULL ? data : "", MIN (size, 4096));
  const char *p = start;

  if (g_str_has_prefix (p, "\xef\xbb\xbf"))
    p += 3;
  p += strspn (p, " \t\r\n");

  return g_str_has_prefix (p, "<?xml") || g_str_has_prefix (p, "<plan") || g_str_has_prefix (p, "<!--");
}

static DtPlan *
import_package (GBytes *bytes,
                const char *name,
                GPtrArray *diagnostics,
                GError **error)
{
  g_autoptr (DtZipReader) zip = dt_zip_reader_new (bytes, error);
  g_autoptr (GBytes) entry = NULL;
  g_autofree char *entry_name = NULL;

  if (zip == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  if (!dt_zip_reader_has (zip, DT_IMPORT_ODT_ENTRY))
    {
      g_set_error (error, DT_IMPORT_ERROR, DT_IMPORT_ERROR_FOREIGN,
                   _ ("%s: expected a document made by this program, found no %s in it; "
                      "save it as text and import that"),
                   name, DT_IMPORT_ODT_ENTRY);
      return NULL;
    }

  entry = dt_zip_reader_read (zip, DT_IMPORT_ODT_ENTRY, error);
  if (entry == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  entry_name = g_strdup_printf ("%s/%s", name, DT_IMPORT_ODT_ENTRY);
  return dt_plan_read (entry, entry_name, diagnostics, error);
}

/**
 * dt_import_bytes:
 * @bytes: content of a file
 * @name: its name, for messages and to tell Markdown from plain text
 * @catalog: (nullable): the documents that are known
 * @diagnostics: (nullable) (element-type DtDiagnostic): takes what was
 *   repaired, completed or left out
 * @error: return location for an error
 *
 * Imports whatever @bytes are: a plan file, an ODT document made by this
 * program, which gives the very plan back, or text, whose citations become
 * marks; see dt_import_cite().
 *
 * Returns: (transfer full): a plan, or %NULL with @error set
 */
DtPlan *
dt_import_bytes (GBytes *bytes,
                 const char *name,
                 DtCatalog *catalog,
                 GPtrArray *diagnostics,
                 GError **error)
{
  g_autoptr (DtPlan) plan = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (starts_with (bytes, "PK\003\004", 4) || starts_with (bytes, "PK\005\006", 4))
    return import_package (bytes, name, diagnostics, error);
  if (is_plan_file (bytes))
    return dt_plan_read (bytes, name, diagnostics, error);
  if (starts_with (bytes, "%PDF-", 5))
    {
      g_set_error (error, DT_IMPORT_ERROR, DT_IMPORT_ERROR_FOREIGN,
                   _ ("%s: expected text, found a PDF; copy its text into a file and import that"),
                   name);
      return NULL;
    }

  plan = dt_import_text (bytes, name, diagnostics, error);
  if (plan == NULL || catalog == NULL)
    return g_steal_pointer (&plan);

  return dt_import_cite (plan, catalog, diagnostics);
}

/**
 * dt_import:
 * @path: a file, or "-" for standard input
 * @catalog: (nullable): the documents that are known
 * @diagnostics: (nullable) (element-type DtDiagnostic): takes what was
 *   repaired, completed or left out
 * @error: return location for an error
 *
 * Imports a file; see dt_import_bytes().
 *
 * Returns: (transfer full): a plan, or %NULL with @error set
 */
DtPlan *
dt_import (const char *path,
           DtCatalog *catalog,
           GPtrArray *diagnostics,
           GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = strcmp (path, "-") == 0
            ? dt_file_read_fd (STDIN_FILENO, path, FILE_CAP, error)
            : dt_file_read (path, FILE_CAP, error);

  return bytes != NULL ? dt_import_bytes (bytes, path, catalog, diagnostics, error) : NULL;
}
