/* dt-xml-content.c - helpers of readers that are strict about content
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-xml-reader"

#include "config.h"

#include "base/dt-xml-reader-private.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/**
 * dt_place_prefix:
 * @file: (nullable): the name of a file
 * @line: line from 1, or 0 when not known
 * @column: column from 1, or 0 when not known
 *
 * Writes a place as it stands before a message: `FILE:LINE:COL: `, with less
 * when less is known, and nothing when nothing is.
 *
 * Returns: (transfer full): the prefix
 */
char *
dt_place_prefix (const char *file,
                 guint line,
                 guint column)
{
  g_autoptr (GString) prefix = g_string_new (file);

  if (line > 0)
    {
      g_string_append_printf (prefix, "%s%u", prefix->len > 0 ? ":" : "", line);
      if (column > 0)
        g_string_append_printf (prefix, ":%u", column);
    }
  if (prefix->len > 0)
    g_string_append (prefix, ": ");

  return g_string_free (g_steal_pointer (&prefix), FALSE);
}

static void
set_content_error (DtXmlReader *self,
                   guint line,
                   guint column,
                   GError **error,
                   const char *format,
                   va_list args) G_GNUC_PRINTF (5, 0);

static void
set_content_error (DtXmlReader *self,
                   guint line,
                   guint column,
                   GError **error,
                   const char *format,
                   va_list args)
{
  g_autofree char *prefix = dt_place_prefix (dt_xml_reader_get_file (self), line, column);
  g_autofree char *message = g_strdup_vprintf (format, args);

  g_set_error (error, DT_XML_ERROR, DT_XML_ERROR_CONTENT, "%s%s", prefix, message);
}

/**
 * dt_xml_reader_error:
 * @self: a reader
 * @error: return location for an error
 * @format: what is wrong and what was expected, translated
 * @...: what @format asks for
 *
 * Sets %DT_XML_ERROR_CONTENT at the place of the current event.
 *
 * Returns: %FALSE, for the caller to return
 */
gboolean
dt_xml_reader_error (DtXmlReader *self,
                     GError **error,
                     const char *format,
                     ...)
{
  guint line;
  guint column;
  va_list args;

  g_return_val_if_fail (self != NULL && format != NULL, FALSE);

  dt_xml_reader_get_place (self, &line, &column);
  va_start (args, format);
  set_content_error (self, line, column, error, format, args);
  va_end (args);

  return FALSE;
}

/**
 * dt_xml_reader_error_at_attribute:
 * @self: a reader at the start of an element
 * @name: the local name of one of its attributes
 * @error: return location for an error
 * @format: what is wrong and what was expected, translated
 * @...: what @format asks for
 *
 * Like dt_xml_reader_error(), at the place of an attribute.
 *
 * Returns: %FALSE
 */
gboolean
dt_xml_reader_error_at_attribute (DtXmlReader *self,
                                  const char *name,
                                  GError **error,
                                  const char *format,
                                  ...)
{
  guint line;
  guint column;
  va_list args;

  g_return_val_if_fail (self != NULL && name != NULL && format != NULL, FALSE);

  dt_xml_reader_get_attribute_place (self, name, &line, &column);
  va_start (args, format);
  set_content_error (self, line, column, error, format, args);
  va_end (args);

  return FALSE;
}

static char *
describe_current (const DtXmlReader *self)
{
  const char *name = dt_xml_reader_get_name (self);

  switch (dt_xml_reader_get_event (self))
    {
    case DT_XML_EVENT_START:
      return g_strdup_printf ("<%s>", name);
    case DT_XML_EVENT_END:
      return g_strdup_printf ("</%s>", name);
    case DT_XML_EVENT_TEXT:
      return g_strdup (_ ("text"));
    case DT_XML_EVENT_NONE:
    case DT_XML_EVENT_EOF:
    case DT_XML_EVENT_ERROR:
    default:
      return g_strdup (_ ("the end of the document"));
    }
}

/**
 * dt_xml_reader_error_unexpected:
 * @self: a reader
 * @expected: (nullable): what should be here, such as `<section> or </body>`
 * @error: return location for an error
 *
 * Complains about the current event.
 *
 * Returns: %FALSE
 */
gboolean
dt_xml_reader_error_unexpected (DtXmlReader *self,
                                const char *expected,
                                GError **error)
{
  g_autofree char *found = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  found = describe_current (self);
  if (expected == NULL)
    return dt_xml_reader_error (self, error, _ ("unexpected %s"), found);
  return dt_xml_reader_error (self, error, _ ("unexpected %s, expected %s"), found, expected);
}

/**
 * dt_xml_reader_is:
 * @self: a reader
 * @ns: (nullable): a namespace, `""` for none, %NULL for any
 * @name: a local name
 *
 * Returns: whether the current event starts or ends such an element
 */
gboolean
dt_xml_reader_is (const DtXmlReader *self,
                  const char *ns,
                  const char *name)
{
  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  return strcmp (dt_xml_reader_get_name (self), name) == 0 &&
         (ns == NULL || strcmp (dt_xml_reader_get_namespace (self), ns) == 0);
}

/**
 * dt_xml_reader_is_blank:
 * @self: a reader
 *
 * Returns: whether the current event is text of white space only
 */
gboolean
dt_xml_reader_is_blank (const DtXmlReader *self)
{
  const char *text;
  gsize length;

  g_return_val_if_fail (self != NULL, FALSE);

  text = dt_xml_reader_get_text (self, &length);
  return dt_xml_reader_get_event (self) == DT_XML_EVENT_TEXT &&
         strspn (text, " \t\r\n") == length;
}

/**
 * dt_xml_reader_next_tag:
 * @self: a reader
 * @error: return location for an error
 *
 * Goes on to the next tag, where nothing but white space may stand between.
 *
 * Returns: %DT_XML_EVENT_START, %DT_XML_EVENT_END or %DT_XML_EVENT_EOF, or
 *   %DT_XML_EVENT_ERROR with @error set
 */
DtXmlEvent
dt_xml_reader_next_tag (DtXmlReader *self,
                        GError **error)
{
  DtXmlEvent event;

  g_return_val_if_fail (self != NULL, DT_XML_EVENT_ERROR);

  event = dt_xml_reader_next (self);
  if (event == DT_XML_EVENT_TEXT && dt_xml_reader_is_blank (self))
    event = dt_xml_reader_next (self);
  if (event == DT_XML_EVENT_TEXT)
    {
      dt_xml_reader_error_unexpected (self, _ ("a tag"), error);
      return DT_XML_EVENT_ERROR;
    }

  return event;
}

/**
 * dt_xml_reader_skip:
 * @self: a reader at the start of an element
 *
 * Goes to the end of the element, over all it holds.
 */
void
dt_xml_reader_skip (DtXmlReader *self)
{
  guint depth;

  g_return_if_fail (self != NULL);
  g_return_if_fail (dt_xml_reader_get_event (self) == DT_XML_EVENT_START);

  depth = dt_xml_reader_get_depth (self);
  while (dt_xml_reader_next (self) != DT_XML_EVENT_END || dt_xml_reader_get_depth (self) > depth)
    ;
}

/**
 * dt_xml_reader_read_text:
 * @self: a reader at the start of an element
 * @error: return location for an error
 *
 * Reads an element that holds only text, and stops at its end.
 *
 * Returns: (transfer full): the text, or %NULL with @error set when there is
 *   an element in it
 */
char *
dt_xml_reader_read_text (DtXmlReader *self,
                         GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (dt_xml_reader_get_event (self) == DT_XML_EVENT_START, NULL);

  if (dt_xml_reader_next (self) == DT_XML_EVENT_TEXT)
    {
      text = g_strdup (dt_xml_reader_get_text (self, NULL));
      dt_xml_reader_next (self);
    }
  if (dt_xml_reader_get_event (self) != DT_XML_EVENT_END)
    {
      dt_xml_reader_error_unexpected (self, _ ("text"), error);
      return NULL;
    }

  return text != NULL ? g_steal_pointer (&text) : g_strdup ("");
}

/**
 * dt_xml_reader_require_attribute:
 * @self: a reader at the start of an element
 * @name: a name without a namespace
 * @error: return location for an error
 *
 * Returns: the value, or %NULL with @error set when the attribute is missing
 */
const char *
dt_xml_reader_require_attribute (DtXmlReader *self,
                                 const char *name,
                                 GError **error)
{
  const char *value = dt_xml_reader_get_attribute (self, name);

  if (value == NULL)
    dt_xml_reader_error (self, error, _ ("<%s> has no attribute “%s”"),
                         dt_xml_reader_get_name (self), name);
  return value;
}

/**
 * dt_xml_reader_check_attributes:
 * @self: a reader at the start of an element
 * @allowed: (array zero-terminated=1): names without a namespace
 * @error: return location for an error
 *
 * Refuses attributes that the format does not know.
 *
 * Returns: whether all attributes are in @allowed
 */
gboolean
dt_xml_reader_check_attributes (DtXmlReader *self,
                                const char *const *allowed,
                                GError **error)
{
  guint n;

  g_return_val_if_fail (self != NULL && allowed != NULL, FALSE);

  n = dt_xml_reader_get_n_attributes (self);
  for (guint i = 0; i < n; i++)
    {
      const char *name = dt_xml_reader_get_attribute_name (self, i);

      if (*dt_xml_reader_get_attribute_namespace (self, i) != '\0' ||
          !g_strv_contains (allowed, name))
        {
          g_autofree char *known = g_strjoinv (", ", (char **) allowed);

          if (*known == '\0')
            return dt_xml_reader_error_at_attribute (self, name, error,
                                                     _ ("<%s> takes no attribute “%s”"),
                                                     dt_xml_reader_get_name (self), name);
          return dt_xml_reader_error_at_attribute (self, name, error,
                                                   _ ("<%s> takes no attribute “%s”, expected one of: %s"),
                                                   dt_xml_reader_get_name (self), name, known);
        }
    }

  return TRUE;
}
