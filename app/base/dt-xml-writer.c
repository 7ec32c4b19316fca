/* dt-xml-writer.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-xml-writer"

#include "config.h"

#include "base/dt-xml-writer.h"

#include <string.h>

#define INDENT 2

/* The name of an open element is not kept but found again in the output,
 * so that an end tag always matches its start tag. */
typedef struct
{
  gsize name_start;
  gsize name_length;
  gboolean has_elements;
  gboolean is_mixed;
} OpenElement;

struct _DtXmlWriter
{
  GString *out;
  GArray *stack;
  gboolean indent;
  gboolean in_tag;
  gboolean has_root;
};

/* What a byte asks for when it is written. */
enum
{
  PLAIN,
  DROP,
  ESCAPE,
  ESCAPE_IN_ATTRIBUTE,
  MAYBE_DROP,
};

static const guint8 byte_class[256] = {
  [0x00 ... 0x08] = DROP,
  ['\t'] = ESCAPE_IN_ATTRIBUTE,
  ['\n'] = ESCAPE_IN_ATTRIBUTE,
  [0x0b ... 0x0c] = DROP,
  ['\r'] = ESCAPE,
  [0x0e ... 0x1f] = DROP,
  ['"'] = ESCAPE_IN_ATTRIBUTE,
  ['&'] = ESCAPE,
  ['<'] = ESCAPE,
  ['>'] = ESCAPE,
  /* The first byte of U+FFFE and U+FFFF, which are no characters. */
  [0xef] = MAYBE_DROP,
};

/**
 * dt_xml_writer_new:
 * @indent: whether elements go on lines of their own
 *
 * Makes a writer that has written the XML declaration.
 *
 * Returns: (transfer full): a new writer
 */
DtXmlWriter *
dt_xml_writer_new (gboolean indent)
{
  DtXmlWriter *self = g_new0 (DtXmlWriter, 1);

  self->out = g_string_sized_new (4096);
  self->stack = g_array_new (FALSE, FALSE, sizeof (OpenElement));
  self->indent = indent;
  g_string_append (self->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  return self;
}

void
dt_xml_writer_free (DtXmlWriter *self)
{
  if (self == NULL)
    return;

  if (self->out != NULL)
    g_string_free (self->out, TRUE);
  g_array_unref (self->stack);
  g_free (self);
}

static OpenElement *
get_top (DtXmlWriter *self)
{
  return self->stack->len == 0 ? NULL
                               : &g_array_index (self->stack, OpenElement, self->stack->len - 1);
}

static void
close_tag (DtXmlWriter *self)
{
  if (self->in_tag)
    g_string_append_c (self->out, '>');
  self->in_tag = FALSE;
}

static void
break_line (DtXmlWriter *self,
            guint level)
{
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < level * INDENT; i++)
    g_string_append_c (self->out, ' ');
}

static void
append_escape (GString *out,
               char c)
{
  switch (c)
    {
    case '<':
      g_string_append (out, "&lt;");
      break;
    case '>':
      g_string_append (out, "&gt;");
      break;
    case '&':
      g_string_append (out, "&amp;");
      break;
    case '"':
      g_string_append (out, "&quot;");
      break;
    default:
      g_string_append_printf (out, "&#%d;", c);
      break;
    }
}

/* Writes valid UTF-8: runs of plain bytes at once, the others one by one. */
static void
append_valid (GString *out,
              const char *text,
              const char *end,
              gboolean in_attribute)
{
  const char *run = text;

  while (text < end)
    {
      guint8 class = byte_class[(guchar) *text];
      gsize width = 1;

      if (class == PLAIN || (class == ESCAPE_IN_ATTRIBUTE && !in_attribute))
        {
          text++;
          continue;
        }
      if (class == MAYBE_DROP)
        {
          if ((guchar) text[1] != 0xbf || (guchar) text[2] < 0xbe)
            {
              text++;
              continue;
            }
          width = 3;
        }

      g_string_append_len (out, run, text - run);
      if (class == ESCAPE || class == ESCAPE_IN_ATTRIBUTE)
        append_escape (out, *text);
      text += width;
      run = text;
    }

  g_string_append_len (out, run, end - run);
}

static void
append_text (GString *out,
             const char *text,
             gsize length,
             gboolean in_attribute)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *bad;

      g_utf8_validate_len (text, (gsize) (end - text), &bad);
      append_valid (out, text, bad, in_attribute);
      text = bad + 1;
    }
}

/**
 * dt_xml_writer_start_element:
 * @self: a writer
 * @name: a qualified name
 *
 * Starts an element inside the innermost open one.
 */
void
dt_xml_writer_start_element (DtXmlWriter *self,
                             const char *name)
{
  OpenElement element = { 0 };
  OpenElement *parent;

  g_return_if_fail (self != NULL && self->out != NULL);
  g_return_if_fail (name != NULL && *name != '\0');
  g_return_if_fail (self->stack->len > 0 || !self->has_root);

  close_tag (self);
  parent = get_top (self);
  element.is_mixed = parent != NULL ? parent->is_mixed : !self->indent;
  if (parent != NULL)
    {
      parent->has_elements = TRUE;
      if (!parent->is_mixed)
        break_line (self, self->stack->len);
    }

  g_string_append_c (self->out, '<');
  element.name_start = self->out->len;
  g_string_append (self->out, name);
  element.name_length = self->out->len - element.name_start;
  g_array_append_val (self->stack, element);
  self->in_tag = TRUE;
  self->has_root = TRUE;
}

static void
start_attribute (DtXmlWriter *self,
                 const char *name)
{
  g_string_append_c (self->out, ' ');
  g_string_append (self->out, name);
  g_string_append (self->out, "=\"");
}

/**
 * dt_xml_writer_attribute:
 * @self: a writer that has just started an element
 * @name: a qualified name
 * @value: (nullable): the value; %NULL leaves the attribute out
 *
 * Adds an attribute; tabs and line ends in it survive.
 */
void
dt_xml_writer_attribute (DtXmlWriter *self,
                         const char *name,
                         const char *value)
{
  g_return_if_fail (self != NULL && self->in_tag);
  g_return_if_fail (name != NULL);

  if (value == NULL)
    return;

  start_attribute (self, name);
  append_text (self->out, value, strlen (value), TRUE);
  g_string_append_c (self->out, '"');
}

/**
 * dt_xml_writer_attribute_int:
 * @self: a writer that has just started an element
 * @name: a qualified name
 * @value: a number
 *
 * Adds an attribute with a decimal number.
 */
void
dt_xml_writer_attribute_int (DtXmlWriter *self,
                             const char *name,
                             gint64 value)
{
  g_return_if_fail (self != NULL && self->in_tag);
  g_return_if_fail (name != NULL);

  start_attribute (self, name);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT "\"", value);
}

/**
 * dt_xml_writer_attribute_printf:
 * @self: a writer that has just started an element
 * @name: a qualified name
 * @format: a format; beware of `%f`, which follows the locale
 * @...: what @format asks for
 *
 * Adds an attribute with a formatted value.
 */
void
dt_xml_writer_attribute_printf (DtXmlWriter *self,
                                const char *name,
                                const char *format,
                                ...)
{
  g_autofree char *value = NULL;
  va_list args;

  g_return_if_fail (format != NULL);

  va_start (args, format);
  value = g_strdup_vprintf (format, args);
  va_end (args);

  dt_xml_writer_attribute (self, name, value);
}

/**
 * dt_xml_writer_set_mixed:
 * @self: a writer with an open element
 *
 * Says that the innermost open element holds text between its elements, so
 * that no white space may be added in it, nor in what it holds.
 *
 * Writing text does the same from there on; this is for content that starts
 * with an element.
 */
void
dt_xml_writer_set_mixed (DtXmlWriter *self)
{
  g_return_if_fail (self != NULL && self->stack->len > 0);

  get_top (self)->is_mixed = TRUE;
}

/**
 * dt_xml_writer_text_len:
 * @self: a writer with an open element
 * @text: (array length=length): UTF-8
 * @length: bytes of @text, or -1
 *
 * Writes text. Line ends stay as they are, carriage returns too.
 */
void
dt_xml_writer_text_len (DtXmlWriter *self,
                        const char *text,
                        gssize length)
{
  OpenElement *top;

  g_return_if_fail (self != NULL && self->stack->len > 0);
  g_return_if_fail (text != NULL || length == 0);

  if (length < 0)
    length = (gssize) strlen (text);
  if (length == 0)
    return;

  top = get_top (self);
  /* White space was already added where it now turns out to matter. */
  g_return_if_fail (top->is_mixed || !top->has_elements);
  top->is_mixed = TRUE;

  close_tag (self);
  append_text (self->out, text, (gsize) length, FALSE);
}

/**
 * dt_xml_writer_text:
 * @self: a writer with an open element
 * @text: UTF-8
 *
 * Like dt_xml_writer_text_len() for a string.
 */
void
dt_xml_writer_text (DtXmlWriter *self,
                    const char *text)
{
  g_return_if_fail (text != NULL);

  dt_xml_writer_text_len (self, text, -1);
}

/**
 * dt_xml_writer_end_element:
 * @self: a writer with an open element
 *
 * Ends the innermost open element.
 */
void
dt_xml_writer_end_element (DtXmlWriter *self)
{
  OpenElement element;
  GString *out;

  g_return_if_fail (self != NULL && self->stack->len > 0);

  out = self->out;
  element = *get_top (self);
  g_array_set_size (self->stack, self->stack->len - 1);

  if (self->in_tag)
    {
      g_string_append (out, "/>");
      self->in_tag = FALSE;
      return;
    }

  if (element.has_elements && !element.is_mixed)
    break_line (self, self->stack->len);
  /* The string may move while it grows, so that the room comes first. */
  g_string_append (out, "</");
  g_string_set_size (out, out->len + element.name_length);
  memcpy (out->str + out->len - element.name_length, out->str + element.name_start,
          element.name_length);
  g_string_append_c (out, '>');
}

/**
 * dt_xml_writer_text_element:
 * @self: a writer
 * @name: a qualified name
 * @text: (nullable): the content; %NULL writes nothing at all
 *
 * Writes an element that holds only text.
 */
void
dt_xml_writer_text_element (DtXmlWriter *self,
                            const char *name,
                            const char *text)
{
  g_return_if_fail (self != NULL);

  if (text == NULL)
    return;

  dt_xml_writer_start_element (self, name);
  dt_xml_writer_text (self, text);
  dt_xml_writer_end_element (self);
}

/**
 * dt_xml_writer_finish:
 * @self: a writer whose elements have all been ended
 *
 * Takes the document, which ends with a line end. Only dt_xml_writer_free()
 * may follow.
 *
 * Returns: (transfer full): the document
 */
GBytes *
dt_xml_writer_finish (DtXmlWriter *self)
{
  g_return_val_if_fail (self != NULL && self->out != NULL, NULL);
  if (!self->has_root || self->stack->len > 0)
    g_error ("an XML document is not finished: %u elements are open", self->stack->len);

  g_string_append_c (self->out, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&self->out));
}
