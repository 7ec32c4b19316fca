/* dt-catalog-writer.c - catalogue files, one fact on a line
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog-file"

#include "config.h"

#include "catalog/dt-catalog-file.h"

#include "base/dt-save.h"
#include "base/dt-xml-writer.h"

#include <string.h>

static const char *
or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static void
write_date (DtXmlWriter *xml,
            const char *name,
            DtDate date)
{
  g_autofree char *iso = dt_date_is_empty (date) ? NULL : dt_date_format_iso (date);

  dt_xml_writer_attribute (xml, name, iso);
}

static void
write_validity (DtXmlWriter *xml,
                const DtDocumentFields *fields)
{
  if (dt_date_is_empty (fields->effective) && dt_date_is_empty (fields->expiry) &&
      dt_date_is_empty (fields->status_on) && fields->status == DT_STATUS_UNKNOWN)
    return;

  dt_xml_writer_start_element (xml, "validity");
  write_date (xml, "from", fields->effective);
  write_date (xml, "to", fields->expiry);
  dt_xml_writer_attribute (xml, "status",
                           fields->status != DT_STATUS_UNKNOWN ? dt_status_to_string (fields->status) : NULL);
  write_date (xml, "status-on", fields->status_on);
  dt_xml_writer_end_element (xml);
}

static void
write_relation (DtXmlWriter *xml,
                const DtRelation *relation)
{
  dt_xml_writer_start_element (xml, "relation");
  dt_xml_writer_attribute (xml, "kind", dt_relation_kind_to_string (relation->kind));
  dt_xml_writer_attribute (xml, "target", relation->target);
  write_date (xml, "date", relation->date);
  dt_xml_writer_end_element (xml);
}

static void
write_document (DtXmlWriter *xml,
                const DtDocumentFields *fields)
{
  g_autofree char *usual = dt_document_make_id (fields->number, fields->type, fields->issuer, fields->subject,
                                                fields->date);

  dt_xml_writer_start_element (xml, "document");
  dt_xml_writer_attribute (xml, "id", strcmp (fields->id, usual) != 0 ? fields->id : NULL);
  dt_xml_writer_attribute (xml, "number", or_null (fields->number));
  dt_xml_writer_attribute (xml, "type", fields->type);
  dt_xml_writer_attribute (xml, "issuer", or_null (fields->issuer));
  write_date (xml, "date", fields->date);
  dt_xml_writer_text_element (xml, "subject", or_null (fields->subject));
  write_validity (xml, fields);
  for (guint i = 0; i < fields->n_relations; i++)
    write_relation (xml, &fields->relations[i]);
  dt_xml_writer_text_element (xml, "link", or_null (fields->link));
  dt_xml_writer_text_element (xml, "source", or_null (fields->source));
  if (!dt_date_is_empty (fields->checked))
    {
      dt_xml_writer_start_element (xml, "checked");
      write_date (xml, "on", fields->checked);
      dt_xml_writer_attribute (xml, "by", or_null (fields->checked_by));
      dt_xml_writer_end_element (xml);
    }
  dt_xml_writer_end_element (xml);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return dt_document_compare (*(DtDocument *const *) a, *(DtDocument *const *) b);
}

/**
 * dt_catalog_file_write:
 * @documents: (array length=n_documents): documents of different ids
 * @n_documents: how many
 *
 * Writes a catalogue file. Documents stand by date and number, and each fact
 * on a line of its own: where one is changed, no other line is.
 *
 * Returns: (transfer full): the file
 */
GBytes *
dt_catalog_file_write (DtDocument *const *documents,
                       guint n_documents)
{
  g_autoptr (DtXmlWriter) xml = NULL;
  g_autofree DtDocument **sorted = NULL;

  g_return_val_if_fail (documents != NULL || n_documents == 0, NULL);

  sorted = g_memdup2 (documents, n_documents * sizeof *documents);
  if (n_documents > 1)
    qsort (sorted, n_documents, sizeof *sorted, compare);

  xml = dt_xml_writer_new (TRUE);
  dt_xml_writer_start_element (xml, "catalog");
  dt_xml_writer_attribute (xml, "xmlns", DT_CATALOG_NAMESPACE);
  dt_xml_writer_attribute (xml, "version", DT_CATALOG_VERSION);
  for (guint i = 0; i < n_documents; i++)
    write_document (xml, dt_document_get (sorted[i]));
  dt_xml_writer_end_element (xml);

  return dt_xml_writer_finish (xml);
}

/**
 * dt_catalog_file_save:
 * @path: a file name
 * @documents: (array length=n_documents): documents of different ids
 * @n_documents: how many
 * @error: return location for an error
 *
 * Writes a catalogue file to the disk.
 *
 * Returns: %TRUE, or %FALSE with @error set to one of the %DT_SAVE_ERROR domain
 */
gboolean
dt_catalog_file_save (const char *path,
                      DtDocument *const *documents,
                      guint n_documents,
                      GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  bytes = dt_catalog_file_write (documents, n_documents);
  return dt_save (path, bytes, error);
}
