/* dt-kinds.c - the kinds of administrative documents (tên loại văn bản)
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compose/dt-kinds.h"

#include "base/dt-data-dir.h"
#include "base/dt-xml-reader.h"

#include <glib/gi18n-lib.h>

#define KINDS_NAMESPACE "https://duthao.github.io/ns/kinds"

struct _DtKinds
{
  GStringChunk *strings;
  GArray *kinds;
};

static const char *const forms[] = {
  [DT_FORM_NAMED] = "named",
  [DT_FORM_DECISION] = "decision",
  [DT_FORM_DECISION_ATTACHED] = "decision-attached",
};

static gboolean
read_form (DtXmlReader *reader,
           DtKindForm *form,
           GError **error)
{
  const char *name = dt_xml_reader_require_attribute (reader, "form", error);

  if (name == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (g_str_equal (name, forms[i]))
        {
          *form = (DtKindForm) i;
          return TRUE;
        }
    }

  return dt_xml_reader_error_at_attribute (reader, "form", error,
                                           _ ("unknown form “%s”; expected named, decision or decision-attached"), name);
}

/* Takes a copy of a required attribute. */
static gboolean
read_string (DtKinds *self,
             DtXmlReader *reader,
             const char *name,
             const char **field,
             GError **error)
{
  const char *value = dt_xml_reader_require_attribute (reader, name, error);

  if (value == NULL)
    return FALSE;

  *field = g_string_chunk_insert_const (self->strings, value);
  return TRUE;
}

static gboolean
read_kind (DtKinds *self,
           DtXmlReader *reader,
           GError **error)
{
  static const char *const allowed[] = { "id", "name", "abbreviation", "form", "addressed", NULL };
  DtKind kind = { 0 };

  if (!dt_xml_reader_is (reader, KINDS_NAMESPACE, "kind"))
    return dt_xml_reader_error_unexpected (reader, "kind", error);

  if (!dt_xml_reader_check_attributes (reader, allowed, error) ||
      !read_string (self, reader, "id", &kind.id, error) ||
      !read_string (self, reader, "name", &kind.name, error) ||
      !read_string (self, reader, "abbreviation", &kind.abbreviation, error) ||
      !read_form (reader, &kind.form, error))
    return FALSE;

  if (dt_kinds_find (self, kind.id) != NULL)
    return dt_xml_reader_error_at_attribute (reader, "id", error, _ ("a second kind “%s”"), kind.id);

  kind.addressed = g_strcmp0 (dt_xml_reader_get_attribute (reader, "addressed"), "yes") == 0;
  g_array_append_val (self->kinds, kind);

  return dt_xml_reader_next_tag (reader, error) == DT_XML_EVENT_END ||
         (dt_xml_reader_get_event (reader) == DT_XML_EVENT_START &&
          dt_xml_reader_error_unexpected (reader, _ ("nothing"), error));
}

static gboolean
read_kinds (DtKinds *self,
            DtXmlReader *reader,
            GError **error)
{
  DtXmlEvent event = dt_xml_reader_next_tag (reader, error);

  if (event != DT_XML_EVENT_START)
    return FALSE;
  if (!dt_xml_reader_is (reader, KINDS_NAMESPACE, "kinds"))
    return dt_xml_reader_error_unexpected (reader, "kinds", error);
  if (g_strcmp0 (dt_xml_reader_get_attribute (reader, "version"), "1") != 0)
    return dt_xml_reader_error (reader, error, _ ("unknown version of the list of kinds; this program reads version 1"));

  while ((event = dt_xml_reader_next_tag (reader, error)) == DT_XML_EVENT_START)
    {
      if (!read_kind (self, reader, error))
        return FALSE;
    }

  return event == DT_XML_EVENT_END;
}

/**
 * dt_kinds_read:
 * @bytes: the list of kinds as XML
 * @name: what messages call it
 * @error: return location for an error
 *
 * Reads the kinds of documents (Điều 7; Phụ lục III, mục I).
 *
 * Returns: (transfer full): the kinds, or %NULL with @error set
 */
DtKinds *
dt_kinds_read (GBytes *bytes,
               const char *name,
               GError **error)
{
  g_autoptr (DtXmlReader) reader = NULL;
  g_autoptr (DtKinds) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = dt_xml_reader_new (bytes, name, NULL, error);
  if (reader == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (DtKinds);
  self->strings = g_string_chunk_new (1024);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (DtKind));
  if (!read_kinds (self, reader, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * dt_kinds_load_default:
 * @error: return location for an error
 *
 * Reads the kinds from the data folder.
 *
 * Returns: (transfer full): the kinds, or %NULL with @error set
 */
DtKinds *
dt_kinds_load_default (GError **error)
{
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = dt_data_read ("kinds.xml", &path, error);

  return bytes != NULL ? dt_kinds_read (bytes, path, error) : NULL;
}

/**
 * dt_kinds_ref:
 * @self: the kinds
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
DtKinds *
dt_kinds_ref (DtKinds *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_kinds (gpointer data)
{
  DtKinds *self = data;

  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_pointer (&self->strings, g_string_chunk_free);
}

/**
 * dt_kinds_unref:
 * @self: (transfer full): the kinds
 *
 * Gives a reference back.
 */
void
dt_kinds_unref (DtKinds *self)
{
  g_atomic_rc_box_release_full (self, clear_kinds);
}

/**
 * dt_kinds_find:
 * @self: the kinds
 * @id: (nullable): id of a kind
 *
 * Finds a kind.
 *
 * Returns: (transfer none) (nullable): the kind, or %NULL if there is none
 */
const DtKind *
dt_kinds_find (const DtKinds *self,
               const char *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->kinds->len; i++)
    {
      const DtKind *kind = &g_array_index (self->kinds, DtKind, i);

      if (g_strcmp0 (kind->id, id) == 0)
        return kind;
    }

  return NULL;
}

/**
 * dt_kinds_get_all:
 * @self: the kinds
 * @n_kinds: (out): how many there are
 *
 * Gets all kinds in the order of the file.
 *
 * Returns: (transfer none) (array length=n_kinds): the kinds
 */
const DtKind *
dt_kinds_get_all (const DtKinds *self,
                  guint *n_kinds)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_kinds != NULL, NULL);

  *n_kinds = self->kinds->len;
  return &g_array_index (self->kinds, DtKind, 0);
}
