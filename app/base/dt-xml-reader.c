/* dt-xml-reader.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-xml-reader"

#include "config.h"

#include "base/dt-xml-reader.h"

#include "base/dt-xml-reader-private.h"

#include <string.h>

/**
 * DtXmlReader:
 *
 * Walks over the elements and texts of an XML document in memory.
 *
 * Files come from anywhere, so everything that makes XML dangerous is left
 * out: document types, entities, the network, compressed data, any encoding
 * but UTF-8, and more depth, elements, attributes or text than we would write
 * ourselves. The document is parsed whole before the first event is given:
 * a file cut short gives an error, never a shorter plan.
 */

#define DEFAULT_MAX_SIZE ((gsize) 64 * 1024 * 1024)
#define DEFAULT_MAX_DEPTH 64
#define DEFAULT_MAX_ATTRIBUTES 64
#define DEFAULT_MAX_ELEMENTS 500000
#define DEFAULT_MAX_TEXT ((gsize) 8 * 1024 * 1024)

G_DEFINE_QUARK (dt_xml_error, dt_xml_error)

static void
fill_limits (DtXmlLimits *filled,
             const DtXmlLimits *limits)
{
  static const DtXmlLimits none = { 0 };

  if (limits == NULL)
    limits = &none;
  filled->max_size = limits->max_size != 0 ? limits->max_size : DEFAULT_MAX_SIZE;
  filled->max_depth = limits->max_depth != 0 ? limits->max_depth : DEFAULT_MAX_DEPTH;
  filled->max_attributes =
    limits->max_attributes != 0 ? limits->max_attributes : DEFAULT_MAX_ATTRIBUTES;
  filled->max_elements = limits->max_elements != 0 ? limits->max_elements : DEFAULT_MAX_ELEMENTS;
  filled->max_text = limits->max_text != 0 ? limits->max_text : DEFAULT_MAX_TEXT;
}

/**
 * dt_xml_reader_new:
 * @bytes: the document
 * @name: (nullable): the name of the file, for messages
 * @limits: (nullable): what it may cost; %NULL for the defaults
 * @error: return location for an error
 *
 * Parses and checks a document.
 *
 * Returns: (transfer full): a reader before its first event, or %NULL with
 *   @error set to a %DT_XML_ERROR whose message starts with the place
 */
DtXmlReader *
dt_xml_reader_new (GBytes *bytes,
                   const char *name,
                   const DtXmlLimits *limits,
                   GError **error)
{
  g_autoptr (DtXmlReader) self = NULL;
  DtXmlLimits filled;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_new0 (DtXmlReader, 1);
  self->bytes = g_bytes_ref (bytes);
  self->file = g_strdup (name);

  fill_limits (&filled, limits);
  if (!dt_xml_scan_init (&self->scan, bytes, name, &filled, error))
    return NULL;

  /* Room for everything at once: growing step by step costs more than the
   * parsing. A text and an end can follow each tag. */
  self->events = g_array_sized_new (FALSE, FALSE, sizeof (DtXmlItem), 2 * self->scan.tags->len);
  self->attributes = g_array_sized_new (FALSE, FALSE, sizeof (DtXmlAttribute),
                                        self->scan.tags->len);
  self->text = g_string_sized_new (self->scan.size);
  if (!dt_xml_parse (self, &filled, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
dt_xml_reader_free (DtXmlReader *self)
{
  if (self == NULL)
    return;

  dt_xml_scan_clear (&self->scan);
  dt_xml_parse_clear (self);
  g_clear_pointer (&self->events, g_array_unref);
  g_clear_pointer (&self->attributes, g_array_unref);
  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_bytes_unref (self->bytes);
  g_free (self->file);
  g_free (self);
}

/* The current event as stored; NULL before the first and behind the last. */
static const DtXmlItem *
get_current (const DtXmlReader *self)
{
  if (self->n_read == 0 || self->n_read > self->events->len)
    return NULL;
  return &g_array_index (self->events, DtXmlItem, self->n_read - 1);
}

static const DtXmlItem *
get_current_tag (const DtXmlReader *self)
{
  const DtXmlItem *event = get_current (self);

  return event != NULL && event->type != DT_XML_EVENT_TEXT ? event : NULL;
}

/**
 * dt_xml_reader_get_event:
 * @self: a reader
 *
 * Returns: what dt_xml_reader_next() gave last
 */
DtXmlEvent
dt_xml_reader_get_event (const DtXmlReader *self)
{
  const DtXmlItem *event;

  g_return_val_if_fail (self != NULL, DT_XML_EVENT_ERROR);

  if (self->n_read == 0)
    return DT_XML_EVENT_NONE;
  event = get_current (self);
  return event != NULL ? event->type : DT_XML_EVENT_EOF;
}

/**
 * dt_xml_reader_next:
 * @self: a reader
 *
 * Goes on to the next event. There is always a root element, and at the end
 * %DT_XML_EVENT_EOF is given for ever.
 *
 * Returns: the new event
 */
DtXmlEvent
dt_xml_reader_next (DtXmlReader *self)
{
  DtXmlEvent event;

  g_return_val_if_fail (self != NULL, DT_XML_EVENT_ERROR);

  if (dt_xml_reader_get_event (self) == DT_XML_EVENT_END)
    self->depth--;
  if (self->n_read <= self->events->len)
    self->n_read++;

  event = dt_xml_reader_get_event (self);
  if (event == DT_XML_EVENT_START)
    self->depth++;
  return event;
}

/**
 * dt_xml_reader_get_depth:
 * @self: a reader
 *
 * Returns: how deep the current element lies, 1 for the root; for text, the
 *   element that holds it
 */
guint
dt_xml_reader_get_depth (const DtXmlReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->depth;
}

const char *
dt_xml_reader_get_name (const DtXmlReader *self)
{
  const DtXmlItem *event;

  g_return_val_if_fail (self != NULL, "");

  event = get_current_tag (self);
  return event != NULL ? event->name : "";
}

const char *
dt_xml_reader_get_namespace (const DtXmlReader *self)
{
  const DtXmlItem *event;

  g_return_val_if_fail (self != NULL, "");

  event = get_current_tag (self);
  return event != NULL ? event->ns : "";
}

const char *
dt_xml_reader_get_text (const DtXmlReader *self,
                        gsize *length)
{
  const DtXmlItem *event;

  g_return_val_if_fail (self != NULL, "");

  event = get_current (self);
  if (event == NULL || event->type != DT_XML_EVENT_TEXT)
    {
      if (length != NULL)
        *length = 0;
      return "";
    }

  if (length != NULL)
    *length = event->length;
  return self->text->str + event->first;
}

/* Where the current event starts. */
void
dt_xml_reader_get_place (DtXmlReader *self,
                         guint *line,
                         guint *column)
{
  const DtXmlItem *event = get_current (self);
  gsize offset = event != NULL ? event->tag_offset : 0;

  if (event == NULL && self->n_read > 0)
    offset = self->scan.size;
  else if (event != NULL && event->type == DT_XML_EVENT_TEXT)
    offset = dt_xml_scan_get_tag_end (&self->scan, offset);

  dt_xml_scan_get_place (&self->scan, &self->cursor, offset, line, column);
}

guint
dt_xml_reader_get_line (DtXmlReader *self)
{
  guint line;
  guint column;

  g_return_val_if_fail (self != NULL, 0);

  dt_xml_reader_get_place (self, &line, &column);
  return line;
}

guint
dt_xml_reader_get_column (DtXmlReader *self)
{
  guint line;
  guint column;

  g_return_val_if_fail (self != NULL, 0);

  dt_xml_reader_get_place (self, &line, &column);
  return column;
}

const char *
dt_xml_reader_get_file (const DtXmlReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->file;
}

guint
dt_xml_reader_get_n_attributes (const DtXmlReader *self)
{
  const DtXmlItem *event;

  g_return_val_if_fail (self != NULL, 0);

  event = get_current (self);
  return event != NULL && event->type == DT_XML_EVENT_START ? (guint) event->length : 0;
}

static const DtXmlAttribute *
get_attribute_at (const DtXmlReader *self,
                  guint index)
{
  return &g_array_index (self->attributes, DtXmlAttribute, get_current (self)->first + index);
}

const char *
dt_xml_reader_get_attribute_name (const DtXmlReader *self,
                                  guint index)
{
  g_return_val_if_fail (index < dt_xml_reader_get_n_attributes (self), NULL);

  return get_attribute_at (self, index)->name;
}

const char *
dt_xml_reader_get_attribute_namespace (const DtXmlReader *self,
                                       guint index)
{
  g_return_val_if_fail (index < dt_xml_reader_get_n_attributes (self), NULL);

  return get_attribute_at (self, index)->ns;
}

const char *
dt_xml_reader_get_attribute_value (const DtXmlReader *self,
                                   guint index)
{
  g_return_val_if_fail (index < dt_xml_reader_get_n_attributes (self), NULL);

  return self->text->str + get_attribute_at (self, index)->value;
}

const char *
dt_xml_reader_get_attribute_ns (const DtXmlReader *self,
                                const char *ns,
                                const char *name)
{
  guint n;

  g_return_val_if_fail (self != NULL && ns != NULL && name != NULL, NULL);

  n = dt_xml_reader_get_n_attributes (self);
  for (guint i = 0; i < n; i++)
    {
      const DtXmlAttribute *attribute = get_attribute_at (self, i);

      if (strcmp (attribute->name, name) == 0 && strcmp (attribute->ns, ns) == 0)
        return self->text->str + attribute->value;
    }

  return NULL;
}

const char *
dt_xml_reader_get_attribute (const DtXmlReader *self,
                             const char *name)
{
  return dt_xml_reader_get_attribute_ns (self, "", name);
}

void
dt_xml_reader_get_attribute_place (DtXmlReader *self,
                                   const char *name,
                                   guint *line,
                                   guint *column)
{
  const DtXmlItem *event;
  const char *data;
  const char *end;
  const char *p;
  DtXmlRawAttribute attribute;
  DtXmlCursor cursor;

  g_return_if_fail (self != NULL && name != NULL);
  g_return_if_fail (line != NULL && column != NULL);

  dt_xml_reader_get_place (self, line, column);
  event = get_current (self);
  if (event == NULL || event->type != DT_XML_EVENT_START)
    return;

  data = self->scan.data;
  end = data + dt_xml_scan_get_tag_end (&self->scan, event->tag_offset);
  p = data + event->tag_offset + strcspn (data + event->tag_offset, " \t\r\n/>");
  while ((p = dt_xml_scan_next_attribute (p, end, &attribute)) != NULL)
    {
      const char *colon = memchr (attribute.name, ':', attribute.name_length);
      const char *local = colon != NULL ? colon + 1 : attribute.name;
      gsize length = attribute.name_length - (gsize) (local - attribute.name);

      if (strlen (name) == length && memcmp (local, name, length) == 0)
        {
          /* The reader's own cursor must not run ahead of the events. */
          cursor = self->cursor;
          dt_xml_scan_get_place (&self->scan, &cursor, (gsize) (attribute.name - data),
                                 line, column);
          return;
        }
    }
}
