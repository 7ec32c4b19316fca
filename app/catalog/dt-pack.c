/* dt-pack.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-pack"

#include "config.h"

#include "catalog/dt-pack.h"

#include "base/dt-file.h"
#include "base/dt-xml-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/**
 * DtPack:
 *
 * A folder of content (bộ nội dung): documents, templates, rules, a profile.
 *
 * No file of a pack names another, so that a pack cannot lead outside.
 */

#define PACK_FILE "pack.xml"
#define PACK_FILE_CAP 65536

/* The elements of pack.xml, in their order. */
enum
{
  ID,
  VERSION,
  TITLE,
  PUBLISHER,
  N_TEXTS,
};

static const char *const text_names[N_TEXTS] = { "id", "version", "title", "publisher" };

struct _DtPack
{
  char *path;
  char *texts[N_TEXTS];
};

G_DEFINE_BOXED_TYPE (DtPack, dt_pack, dt_pack_ref, dt_pack_unref)

static void
clear (gpointer data)
{
  DtPack *self = data;

  g_free (self->path);
  for (guint i = 0; i < N_TEXTS; i++)
    g_free (self->texts[i]);
}

DtPack *
dt_pack_ref (DtPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
dt_pack_unref (DtPack *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

const char *
dt_pack_get_path (const DtPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

const char *
dt_pack_get_id (const DtPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->texts[ID];
}

const char *
dt_pack_get_version (const DtPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->texts[VERSION];
}

const char *
dt_pack_get_title (const DtPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->texts[TITLE];
}

const char *
dt_pack_get_publisher (const DtPack *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->texts[PUBLISHER];
}

/* What is wrong with the text of an element, or NULL. */
static const char *
check_text (guint which,
            const char *text)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  static const char more[] = "abcdefghijklmnopqrstuvwxyz0123456789.-";

  if (which == ID && (strspn (text, letters) == 0 || text[strspn (text, more)] != '\0'))
    return N_ ("expected small letters, figures, “.” and “-”");
  if (text[strspn (text, " \t\r\n")] == '\0')
    return N_ ("expected a text");

  return NULL;
}

static gboolean
read_texts (DtPack *self,
            DtXmlReader *xml,
            GError **error)
{
  static const char *const none[] = { NULL };

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *expected = g_strdup_printf ("<%s>", text_names[i]);
      DtXmlEvent event = dt_xml_reader_next_tag (xml, error);
      const char *problem;
      guint line = dt_xml_reader_get_line (xml);
      guint column = dt_xml_reader_get_column (xml);

      if (event == DT_XML_EVENT_ERROR)
        return FALSE;
      if (event != DT_XML_EVENT_START || !dt_xml_reader_is (xml, DT_PACK_NAMESPACE, text_names[i]))
        return dt_xml_reader_error_unexpected (xml, expected, error);
      if (!dt_xml_reader_check_attributes (xml, none, error))
        return FALSE;
      self->texts[i] = dt_xml_reader_read_text (xml, error);
      if (self->texts[i] == NULL)
        return FALSE;
      problem = check_text (i, self->texts[i]);
      if (problem != NULL)
        {
          g_autofree char *place = dt_place_prefix (dt_xml_reader_get_file (xml), line, column);

          g_set_error (error, DT_XML_ERROR, DT_XML_ERROR_CONTENT, "%s%s: %s", place, expected, _ (problem));
          return FALSE;
        }
    }

  if (dt_xml_reader_next_tag (xml, error) == DT_XML_EVENT_START)
    return dt_xml_reader_error_unexpected (xml, "</pack>", error);
  return dt_xml_reader_get_event (xml) == DT_XML_EVENT_END;
}

static gboolean
read_pack (DtPack *self,
           DtXmlReader *xml,
           GError **error)
{
  static const char *const attributes[] = { "format", NULL };
  const char *format;

  if (dt_xml_reader_next_tag (xml, error) != DT_XML_EVENT_START)
    return FALSE;
  if (!dt_xml_reader_is (xml, DT_PACK_NAMESPACE, "pack"))
    return dt_xml_reader_error (xml, error, _ ("expected <%s> of the namespace “%s” at the root"), "pack",
                                DT_PACK_NAMESPACE);
  if (!dt_xml_reader_check_attributes (xml, attributes, error))
    return FALSE;
  format = dt_xml_reader_require_attribute (xml, "format", error);
  if (format == NULL)
    return FALSE;
  if (strcmp (format, DT_PACK_FORMAT) != 0)
    return dt_xml_reader_error_at_attribute (xml, "format", error,
                                             _ ("packs of the format “%s” are not supported, expected “%s”"), format,
                                             DT_PACK_FORMAT);

  return read_texts (self, xml, error);
}

/**
 * dt_pack_load:
 * @path: the folder
 * @error: return location for an error
 *
 * Reads the pack.xml of a folder.
 *
 * Returns: (transfer full): the pack, or %NULL with @error set to one of the
 *   %G_IO_ERROR or the %DT_XML_ERROR domain
 */
DtPack *
dt_pack_load (const char *path,
              GError **error)
{
  g_autofree char *file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DtXmlReader) xml = NULL;
  g_autoptr (DtPack) self = NULL;
  const DtXmlLimits limits = { .max_size = PACK_FILE_CAP };

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  file = g_build_filename (path, PACK_FILE, NULL);
  bytes = dt_pack_read_file (file, error);
  if (bytes == NULL)
    return NULL;
  xml = dt_xml_reader_new (bytes, file, &limits, error);
  if (xml == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (DtPack);
  self->path = g_canonicalize_filename (path, NULL);
  return read_pack (self, xml, error) ? g_steal_pointer (&self) : NULL;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
dt_pack_list_files (const DtPack *self,
                    const char *folder)
{
  g_autofree char *path = NULL;
  g_autoptr (GDir) dir = NULL;
  GPtrArray *files;
  const char *name;

  g_return_val_if_fail (self != NULL && folder != NULL, NULL);

  path = g_build_filename (self->path, folder, NULL);
  dir = g_dir_open (path, 0, NULL);
  files = g_ptr_array_new ();
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      GStatBuf info;

      if (*name != '.' && g_str_has_suffix (name, ".xml") && g_lstat (file, &info) == 0 && S_ISREG (info.st_mode))
        g_ptr_array_add (files, g_steal_pointer (&file));
    }

  g_ptr_array_sort (files, compare_names);
  g_ptr_array_add (files, NULL);
  return (char **) g_ptr_array_free (files, FALSE);
}

/**
 * dt_pack_read_file:
 * @path: a file of a pack
 * @error: return location for an error
 *
 * Reads a file of a pack. Packs come from others: what is a link, a pipe or a
 * device is refused and never opened for long.
 *
 * Returns: (transfer full): the content, or %NULL with @error set to one of
 *   the %G_IO_ERROR domain
 */
GBytes *
dt_pack_read_file (const char *path,
                   GError **error)
{
  g_autofree char *name = NULL;
  GBytes *bytes;
  struct stat info;
  int fd;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = g_filename_display_name (path);
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (fd < 0)
    {
      int saved_errno = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), "%s: %s", name, g_strerror (saved_errno));
      return NULL;
    }
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      close (fd);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("%s: expected a file"), name);
      return NULL;
    }

  bytes = dt_file_read_fd (fd, path, DT_FILE_DEFAULT_CAP, error);
  close (fd);
  return bytes;
}
