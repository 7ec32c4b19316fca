/* dt-catalog-reader.c - catalogue files with all that may be wrong in them
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog-file"

#include "config.h"

#include "catalog/dt-catalog-file.h"

#include "base/dt-file.h"
#include "base/dt-xml-reader.h"
#include "catalog/dt-catalog-file-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A document has four to six elements. */
static const DtXmlLimits limits = { .max_elements = 2000000, .max_text = 65536 };

typedef struct
{
  DtXmlReader *xml;
  DtDraft draft;
  GHashTable *ids; /* id → line */
  GPtrArray *documents;
} Reader;

static gboolean
is_part (Reader *self,
         DtPart part)
{
  return dt_xml_reader_is (self->xml, DT_CATALOG_NAMESPACE, dt_catalog_parts[part].name);
}

/* At START: the attributes of @part. */
static gboolean
read_attributes (Reader *self,
                 DtPart part,
                 GError **error)
{
  const DtPartInfo *info = &dt_catalog_parts[part];

  if (!dt_xml_reader_check_attributes (self->xml, info->attributes, error))
    return FALSE;
  for (guint i = 0; info->attributes[i] != NULL; i++)
    if ((info->required >> i & 1) != 0 &&
        dt_xml_reader_require_attribute (self->xml, info->attributes[i], error) == NULL)
      return FALSE;

  for (guint i = 0; i < dt_xml_reader_get_n_attributes (self->xml); i++)
    {
      const char *name = dt_xml_reader_get_attribute_name (self->xml, i);
      const char *expected = dt_draft_set (&self->draft, part, name, dt_xml_reader_get_attribute_value (self->xml, i));

      if (expected != NULL)
        return dt_xml_reader_error_at_attribute (self->xml, name, error, _ ("attribute “%s”: %s"), name, _ (expected));
    }

  return TRUE;
}

/* At START of a part with text: to its END. The text stays with the reader. */
static gboolean
read_text (Reader *self,
           DtPart part,
           GError **error)
{
  const char *none[] = { NULL };
  const char *expected;

  if (!dt_xml_reader_check_attributes (self->xml, none, error))
    return FALSE;

  if (dt_xml_reader_next (self->xml) != DT_XML_EVENT_TEXT)
    return dt_xml_reader_error_unexpected (self->xml, _ ("a text"), error);
  expected = dt_draft_set_text (&self->draft, part, dt_xml_reader_get_text (self->xml, NULL));
  if (expected != NULL)
    return dt_xml_reader_error (self->xml, error, "%s", _ (expected));
  if (dt_xml_reader_next (self->xml) != DT_XML_EVENT_END)
    return dt_xml_reader_error_unexpected (self->xml, _ ("the end of the text"), error);

  return TRUE;
}

static gboolean
read_part (Reader *self,
           DtPart part,
           GError **error)
{
  dt_draft_begin (&self->draft, part);
  if (dt_catalog_parts[part].has_text)
    return read_text (self, part, error);
  if (!read_attributes (self, part, error))
    return FALSE;
  if (dt_xml_reader_next_tag (self->xml, error) == DT_XML_EVENT_END)
    return TRUE;
  /* The error of next_tag stands; a child is one of ours. */
  if (dt_xml_reader_get_event (self->xml) == DT_XML_EVENT_START && (error == NULL || *error == NULL))
    return dt_xml_reader_error_unexpected (self->xml, _ ("nothing in this element"), error);

  return FALSE;
}

static char *
describe_parts (guint least)
{
  GString *expected = g_string_new (NULL);

  for (guint part = least; part < DT_N_PARTS; part++)
    g_string_append_printf (expected, "<%s>, ", dt_catalog_parts[part].name);
  g_string_append (expected, "</document>");

  return g_string_free (expected, FALSE);
}

/* At START of a document: its children, to its END. */
static gboolean
read_parts (Reader *self,
            GError **error)
{
  guint least = DT_PART_SUBJECT;

  for (;;)
    {
      DtXmlEvent event = dt_xml_reader_next_tag (self->xml, error);
      guint part = least;

      if (event == DT_XML_EVENT_END)
        return TRUE;
      if (event != DT_XML_EVENT_START)
        return FALSE;

      while (part < DT_N_PARTS && !is_part (self, (DtPart) part))
        part++;
      if (part == DT_N_PARTS)
        {
          g_autofree char *expected = describe_parts (least);

          return dt_xml_reader_error_unexpected (self->xml, expected, error);
        }
      if (!read_part (self, (DtPart) part, error))
        return FALSE;
      least = dt_catalog_parts[part].repeats ? part : part + 1;
    }
}

/* At START: a document, to its END. */
static gboolean
read_document (Reader *self,
               GError **error)
{
  g_autoptr (GError) problem = NULL;
  guint line = dt_xml_reader_get_line (self->xml);
  guint column = dt_xml_reader_get_column (self->xml);
  guint known;
  DtDocument *document;
  const char *id;

  dt_draft_begin (&self->draft, DT_PART_DOCUMENT);
  if (!read_attributes (self, DT_PART_DOCUMENT, error) || !read_parts (self, error))
    return FALSE;

  document = dt_draft_make (&self->draft, &problem);
  if (document == NULL)
    {
      g_autofree char *place = dt_place_prefix (dt_xml_reader_get_file (self->xml), line, column);

      g_set_error (error, DT_XML_ERROR, DT_XML_ERROR_CONTENT, "%s%s", place, problem->message);
      return FALSE;
    }
  g_ptr_array_add (self->documents, document);

  id = dt_document_get (document)->id;
  known = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, id));
  if (known > 0)
    {
      g_autofree char *place = dt_place_prefix (dt_xml_reader_get_file (self->xml), line, column);

      g_set_error (error, DT_XML_ERROR, DT_XML_ERROR_CONTENT, _ ("%sthe document “%s” stands already in line %u"), place,
                   id, known);
      return FALSE;
    }
  g_hash_table_insert (self->ids, (gpointer) id, GUINT_TO_POINTER (line));

  return TRUE;
}

static gboolean
check_root (Reader *self,
            GError **error)
{
  static const char *const attributes[] = { "version", NULL };
  const char *version;

  if (dt_xml_reader_next_tag (self->xml, error) != DT_XML_EVENT_START)
    return FALSE;
  if (!dt_xml_reader_is (self->xml, NULL, "catalog"))
    return dt_xml_reader_error (self->xml, error, _ ("expected <%s> at the root, not <%s>"), "catalog",
                                dt_xml_reader_get_name (self->xml));
  if (!dt_xml_reader_is (self->xml, DT_CATALOG_NAMESPACE, "catalog"))
    return dt_xml_reader_error (self->xml, error, _ ("expected the namespace “%s”, not “%s”"), DT_CATALOG_NAMESPACE,
                                dt_xml_reader_get_namespace (self->xml));
  if (!dt_xml_reader_check_attributes (self->xml, attributes, error))
    return FALSE;

  version = dt_xml_reader_require_attribute (self->xml, "version", error);
  if (version == NULL)
    return FALSE;
  if (strcmp (version, DT_CATALOG_VERSION) != 0)
    return dt_xml_reader_error_at_attribute (self->xml, "version", error,
                                             _ ("version “%s” of the catalogue is not supported, expected “%s”"),
                                             version, DT_CATALOG_VERSION);

  return TRUE;
}

static gboolean
read_file (Reader *self,
           GError **error)
{
  if (!check_root (self, error))
    return FALSE;

  for (;;)
    {
      DtXmlEvent event = dt_xml_reader_next_tag (self->xml, error);

      if (event == DT_XML_EVENT_END)
        return TRUE;
      if (event != DT_XML_EVENT_START)
        return FALSE;
      if (!is_part (self, DT_PART_DOCUMENT))
        return dt_xml_reader_error_unexpected (self->xml, _ ("<document> or </catalog>"), error);
      if (!read_document (self, error))
        return FALSE;
    }
}

GPtrArray *
dt_catalog_read_slowly (GBytes *bytes,
                        const char *name,
                        GError **error)
{
  Reader self = { dt_xml_reader_new (bytes, name, &limits, error) };
  gboolean done;

  if (self.xml == NULL)
    return NULL;

  self.ids = g_hash_table_new (g_str_hash, g_str_equal);
  self.documents = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_document_unref);
  dt_draft_init (&self.draft);

  done = read_file (&self, error);

  dt_draft_clear (&self.draft);
  g_hash_table_unref (self.ids);
  dt_xml_reader_free (self.xml);
  if (!done)
    g_clear_pointer (&self.documents, g_ptr_array_unref);

  return self.documents;
}

/**
 * dt_catalog_file_read:
 * @bytes: the content of a catalogue file
 * @name: (nullable): what to call the file in messages
 * @error: return location for an error
 *
 * Reads the documents of a catalogue file. The reader is strict: what it does
 * not know is an error, and so are two documents of one id.
 *
 * Returns: (transfer full) (element-type DtDocument): the documents, or %NULL
 *   with @error set to an error of the %DT_XML_ERROR domain whose message
 *   begins with file, line and column
 */
GPtrArray *
dt_catalog_file_read (GBytes *bytes,
                      const char *name,
                      GError **error)
{
  GPtrArray *documents;
  const char *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  documents = size > 0 && size <= DT_FILE_DEFAULT_CAP ? dt_catalog_scan (data, size) : NULL;
  if (documents == NULL)
    documents = dt_catalog_read_slowly (bytes, name, error);

  return documents;
}

/**
 * dt_catalog_file_load:
 * @path: a file name
 * @error: return location for an error
 *
 * Reads the documents of a catalogue file.
 *
 * Returns: (transfer full) (element-type DtDocument): the documents, or %NULL
 *   with @error set to one of the %G_IO_ERROR or the %DT_XML_ERROR domain
 */
GPtrArray *
dt_catalog_file_load (const char *path,
                      GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = dt_file_read (path, DT_FILE_DEFAULT_CAP, error);
  return bytes != NULL ? dt_catalog_file_read (bytes, path, error) : NULL;
}

/**
 * dt_catalog_file_list_lines:
 * @bytes: the content of a catalogue file
 *
 * Finds where the documents stand, for messages about them.
 *
 * Returns: (transfer full) (element-type guint): a line for each document, in
 *   the order of the file; fewer if the file is broken
 */
GArray *
dt_catalog_file_list_lines (GBytes *bytes)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (DtXmlReader) xml = NULL;

  g_return_val_if_fail (bytes != NULL, lines);

  xml = dt_xml_reader_new (bytes, NULL, &limits, NULL);
  while (xml != NULL && dt_xml_reader_next (xml) != DT_XML_EVENT_EOF)
    if (dt_xml_reader_get_event (xml) == DT_XML_EVENT_START && dt_xml_reader_get_depth (xml) == 2)
      {
        guint line = dt_xml_reader_get_line (xml);

        g_array_append_val (lines, line);
      }

  return lines;
}
