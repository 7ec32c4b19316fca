/* dt-plan-file.c - the XML of a .duthao file from a plan
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-plan-file"

#include "config.h"

#include "format/dt-plan-file.h"

#include "base/dt-file.h"
#include "base/dt-save.h"
#include "base/dt-xml-writer.h"
#include "model/dt-schema.h"

#include <glib/gi18n-lib.h>

static void
write_attributes (DtXmlWriter *writer,
                  const DtNode *node)
{
  if (dt_node_get_kind (node) == DT_NODE_PLAN)
    {
      dt_xml_writer_attribute (writer, "xmlns", DT_PLAN_NAMESPACE);
      dt_xml_writer_attribute (writer, "version", DT_PLAN_VERSION);
    }

  for (guint i = 0; i < DT_N_ATTRIBUTES; i++)
    dt_xml_writer_attribute (writer, dt_schema_get_attribute_name ((DtAttribute) i),
                             dt_node_get_attribute (node, (DtAttribute) i));
}

/* The depth is bounded: the node is part of a plan. */
static void
write_node (DtXmlWriter *writer,
            const DtNode *node)
{
  const char *text = dt_node_get_text (node);

  dt_xml_writer_start_element (writer, dt_schema_get_name (dt_node_get_kind (node)));
  write_attributes (writer, node);
  if (text != NULL && *text != '\0')
    dt_xml_writer_text (writer, text);
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    write_node (writer, dt_node_get_child (node, i));
  dt_xml_writer_end_element (writer);
}

/**
 * dt_plan_write:
 * @plan: a plan
 *
 * Writes a plan as XML: UTF-8, two blanks of indentation, attributes in the
 * order of #DtAttribute, LF, a newline at the end. Empty nodes are kept.
 *
 * Returns: (transfer full): what dt_plan_read() reads as an equal plan; equal
 *   plans give equal bytes
 */
GBytes *
dt_plan_write (const DtPlan *plan)
{
  g_autoptr (DtXmlWriter) writer = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  writer = dt_xml_writer_new (TRUE);
  write_node (writer, dt_plan_get_root (plan));
  return dt_xml_writer_finish (writer);
}

/**
 * dt_plan_save:
 * @plan: a plan
 * @path: a file name
 * @error: return location for an error
 *
 * Writes a plan to a file. A file that is there stays as it is until the new
 * one is complete and on disk.
 *
 * Returns: %TRUE, or %FALSE with @error set to an error of the %DT_SAVE_ERROR
 *   domain; a plan that is too large to be opened again is not saved
 */
gboolean
dt_plan_save (const DtPlan *plan,
              const char *path,
              GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (plan != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  bytes = dt_plan_write (plan);
  if (g_bytes_get_size (bytes) > DT_FILE_DEFAULT_CAP)
    {
      g_set_error (error, DT_SAVE_ERROR, DT_SAVE_ERROR_FAILED,
                   _ ("%s: the plan is too large: expected at most %u MiB"), path,
                   (guint) (DT_FILE_DEFAULT_CAP / (1024 * 1024)));
      return FALSE;
    }

  return dt_save (path, bytes, error);
}
