/* dt-xml-scan.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-xml-scan"

#include "config.h"

#include "base/dt-xml-scan-private.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* Namespace declarations that may be in force at one place. */
#define MAX_NAMESPACES 128

/* Offsets are kept in 32 bits, and libxml2 counts in int. */
#define HARD_MAX_SIZE ((gsize) 1 << 30)

typedef struct
{
  const char *name;
  gsize name_length;
  guint n_namespaces;
} OpenTag;

typedef struct
{
  DtXmlScan *scan;
  const char *file;
  const DtXmlLimits *limits;
  GArray *stack;
  const char *end;
  guint n_elements;
  guint n_namespaces;
  GError **error;
} Walk;

static gboolean fail (const DtXmlScan *self,
                      const char *file,
                      gsize offset,
                      GError **error,
                      DtXmlError code,
                      const char *format,
                      ...) G_GNUC_PRINTF (6, 7);

static gboolean
fail (const DtXmlScan *self,
      const char *file,
      gsize offset,
      GError **error,
      DtXmlError code,
      const char *format,
      ...)
{
  g_autofree char *message = NULL;
  g_autofree char *prefix = NULL;
  DtXmlCursor cursor = { 0 };
  guint line;
  guint column;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  dt_xml_scan_get_place (self, &cursor, offset, &line, &column);
  prefix = dt_place_prefix (file, line, column);
  g_set_error (error, DT_XML_ERROR, code, "%s%s", prefix, message);
  return FALSE;
}

#define fail_at(walk, p, code, ...) \
  fail ((walk)->scan, (walk)->file, (gsize) ((p) - (walk)->scan->data), (walk)->error, code, __VA_ARGS__)

static gboolean
is_blank_char (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const char *
skip_blanks (const char *p,
             const char *end)
{
  while (p < end && is_blank_char (*p))
    p++;
  return p;
}

static gboolean
starts_with (const char *p,
             const char *end,
             const char *prefix)
{
  gsize length = strlen (prefix);

  return (gsize) (end - p) >= length && memcmp (p, prefix, length) == 0;
}

/* Behind the next TOKEN, or NULL. */
static const char *
find_after (const char *p,
            const char *end,
            const char *token)
{
  const char *found = g_strstr_len (p, end - p, token);

  return found == NULL ? NULL : found + strlen (token);
}

static const char *
skip_name (const char *p,
           const char *end)
{
  while (p < end && !is_blank_char (*p) && strchr ("<>/='\"", *p) == NULL)
    p++;
  return p;
}

/**
 * dt_xml_scan_next_attribute:
 * @p: inside a start tag, behind its name or behind an attribute
 * @end: the end of the data
 * @attribute: (out): the attribute found
 *
 * Goes over one attribute of a start tag.
 *
 * Returns: (nullable): behind the attribute; %NULL when there is no further
 *   well-formed one
 */
const char *
dt_xml_scan_next_attribute (const char *p,
                            const char *end,
                            DtXmlRawAttribute *attribute)
{
  const char *value;

  attribute->name = skip_blanks (p, end);
  p = skip_name (attribute->name, end);
  attribute->name_length = (gsize) (p - attribute->name);
  if (attribute->name_length == 0)
    return NULL;

  p = skip_blanks (p, end);
  if (p >= end || *p != '=')
    return NULL;
  value = skip_blanks (p + 1, end);
  if (value >= end || (*value != '"' && *value != '\''))
    return NULL;

  p = memchr (value + 1, *value, (gsize) (end - value - 1));
  if (p == NULL || memchr (value, '<', (gsize) (p - value)) != NULL)
    return NULL;
  return p + 1;
}

/**
 * dt_xml_scan_get_tag_end:
 * @self: a scan
 * @offset: where a tag starts
 *
 * Returns: the offset behind its `>`
 */
gsize
dt_xml_scan_get_tag_end (const DtXmlScan *self,
                         gsize offset)
{
  const char *end = self->data + self->size;
  const char *p = self->data + offset;
  char quote = '\0';

  for (; p < end; p++)
    {
      if (quote != '\0')
        quote = *p == quote ? '\0' : quote;
      else if (*p == '"' || *p == '\'')
        quote = *p;
      else if (*p == '>')
        return (gsize) (p + 1 - self->data);
    }

  return self->size;
}

/**
 * dt_xml_scan_get_place:
 * @self: a scan
 * @cursor: the last place asked for; moved to the new one
 * @offset: an offset into the data
 * @line: (out): the line, from 1
 * @column: (out): the column in characters, from 1
 *
 * Finds line and column of a byte.
 */
void
dt_xml_scan_get_place (const DtXmlScan *self,
                       DtXmlCursor *cursor,
                       gsize offset,
                       guint *line,
                       guint *column)
{
  const char *p;
  const char *start;
  const char *target = self->data + offset;

  if (offset < cursor->offset)
    memset (cursor, 0, sizeof *cursor);

  p = start = self->data + cursor->offset;
  while ((p = memchr (p, '\n', (gsize) (target - p))) != NULL)
    {
      start = ++p;
      cursor->n_lines++;
      cursor->n_chars = 0;
    }
  for (p = start; p < target; p++)
    if (((guchar) *p & 0xc0) != 0x80)
      cursor->n_chars++;
  cursor->offset = offset;

  *line = cursor->n_lines + 1;
  *column = cursor->n_chars + 1;
}

static gboolean
open_tag (Walk *walk,
          const char *start,
          const OpenTag *tag)
{
  const DtXmlLimits *limits = walk->limits;

  if (++walk->n_elements > limits->max_elements)
    return fail_at (walk, start, DT_XML_ERROR_LIMIT,
                    _ ("too many elements, at most %u are read"), limits->max_elements);
  if (walk->stack->len >= limits->max_depth)
    return fail_at (walk, start, DT_XML_ERROR_LIMIT,
                    _ ("elements nested too deeply, at most %u levels are read"), limits->max_depth);

  walk->n_namespaces += tag->n_namespaces;
  if (walk->n_namespaces > MAX_NAMESPACES)
    return fail_at (walk, start, DT_XML_ERROR_LIMIT,
                    _ ("too many namespaces, at most %d are read"), MAX_NAMESPACES);

  g_array_append_vals (walk->stack, tag, 1);
  return TRUE;
}

static void
close_last (Walk *walk)
{
  const OpenTag *last = &g_array_index (walk->stack, OpenTag, walk->stack->len - 1);

  walk->n_namespaces -= last->n_namespaces;
  g_array_set_size (walk->stack, walk->stack->len - 1);
}

/* Returns where the tag ends, or NULL with the error set. */
static const char *
walk_start_tag (Walk *walk,
                const char *start)
{
  OpenTag tag = { start + 1, 0, 0 };
  DtXmlTag entry = { (guint32) (start - walk->scan->data), FALSE };
  DtXmlRawAttribute attribute;
  guint n_attributes = 0;
  const char *p = skip_name (tag.name, walk->end);
  const char *next;

  tag.name_length = (gsize) (p - tag.name);
  if (tag.name_length == 0)
    {
      fail_at (walk, start, DT_XML_ERROR_SYNTAX,
               _ ("no tag starts here, “<” in a text is written “&lt;”"));
      return NULL;
    }
  while ((next = dt_xml_scan_next_attribute (p, walk->end, &attribute)) != NULL)
    {
      if (++n_attributes > walk->limits->max_attributes)
        {
          fail_at (walk, attribute.name, DT_XML_ERROR_LIMIT,
                   _ ("too many attributes, at most %u are read"), walk->limits->max_attributes);
          return NULL;
        }
      if (starts_with (attribute.name, walk->end, "xmlns"))
        tag.n_namespaces++;
      p = next;
    }

  p = skip_blanks (p, walk->end);
  entry.is_empty = starts_with (p, walk->end, "/>");
  if (!entry.is_empty && !starts_with (p, walk->end, ">"))
    {
      if (p >= walk->end)
        fail_at (walk, start, DT_XML_ERROR_SYNTAX, _ ("the tag does not end, expected “>”"));
      else
        fail_at (walk, p, DT_XML_ERROR_SYNTAX,
                 _ ("this is no tag, expected name=\"value\" or “>”"));
      return NULL;
    }

  if (!open_tag (walk, start, &tag))
    return NULL;
  if (entry.is_empty)
    close_last (walk);
  g_array_append_val (walk->scan->tags, entry);

  return p + (entry.is_empty ? 2 : 1);
}

static const char *
walk_end_tag (Walk *walk,
              const char *start)
{
  DtXmlTag entry = { (guint32) (start - walk->scan->data), FALSE };
  const char *name = start + 2;
  const char *p = skip_name (name, walk->end);
  gsize length = (gsize) (p - name);
  const OpenTag *tag;

  p = skip_blanks (p, walk->end);
  if (p >= walk->end || *p != '>')
    {
      fail_at (walk, start, DT_XML_ERROR_SYNTAX, _ ("the tag does not end, expected “>”"));
      return NULL;
    }
  if (walk->stack->len == 0)
    {
      fail_at (walk, start, DT_XML_ERROR_SYNTAX,
               _ ("</%.*s> closes nothing"), (int) MIN (length, 100), name);
      return NULL;
    }

  tag = &g_array_index (walk->stack, OpenTag, walk->stack->len - 1);
  if (tag->name_length != length || memcmp (tag->name, name, length) != 0)
    {
      DtXmlCursor cursor = { 0 };
      guint line;
      guint column;

      dt_xml_scan_get_place (walk->scan, &cursor, (gsize) (tag->name - walk->scan->data),
                             &line, &column);
      fail_at (walk, start, DT_XML_ERROR_SYNTAX,
               _ ("found </%.*s>, expected </%.*s> for line %u"),
               (int) MIN (length, 100), name,
               (int) MIN (tag->name_length, 100), tag->name, line);
      return NULL;
    }

  close_last (walk);
  g_array_append_val (walk->scan->tags, entry);
  return p + 1;
}

/* Over anything that starts with "<". */
static const char *
walk_markup (Walk *walk,
             const char *start)
{
  const char *next = NULL;

  if (starts_with (start, walk->end, "</"))
    return walk_end_tag (walk, start);
  if (starts_with (start, walk->end, "<!DOCTYPE"))
    {
      fail_at (walk, start, DT_XML_ERROR_FORBIDDEN,
               _ ("a document type declaration is not allowed here"));
      return NULL;
    }

  if (starts_with (start, walk->end, "<!--"))
    next = find_after (start + 4, walk->end, "-->");
  else if (starts_with (start, walk->end, "<![CDATA["))
    next = find_after (start + 9, walk->end, "]]>");
  else if (starts_with (start, walk->end, "<?"))
    next = find_after (start + 2, walk->end, "?>");
  else if (!starts_with (start, walk->end, "<!"))
    return walk_start_tag (walk, start);

  if (next == NULL)
    fail_at (walk, start, DT_XML_ERROR_SYNTAX,
             _ ("what starts here does not end, or is no XML"));
  return next;
}

static gboolean
walk_document (Walk *walk)
{
  const char *p = walk->scan->data;

  while ((p = memchr (p, '<', (gsize) (walk->end - p))) != NULL)
    {
      p = walk_markup (walk, p);
      if (p == NULL)
        return FALSE;
    }

  if (walk->stack->len > 0)
    {
      const OpenTag *tag = &g_array_index (walk->stack, OpenTag, walk->stack->len - 1);

      return fail_at (walk, walk->end, DT_XML_ERROR_SYNTAX,
                      _ ("the document ends too early, expected </%.*s>"),
                      (int) MIN (tag->name_length, 100), tag->name);
    }
  if (walk->n_elements == 0)
    return fail_at (walk, walk->scan->data, DT_XML_ERROR_SYNTAX,
                    _ ("this is no XML document, expected an element"));
  return TRUE;
}

/* The encoding that <?xml … encoding="…"?> names must be UTF-8. */
static gboolean
check_declaration (const DtXmlScan *self,
                   const char *file,
                   GError **error)
{
  const char *end = self->data + self->size;
  const char *p;
  const char *close;
  DtXmlRawAttribute attribute;

  if (!starts_with (self->data, end, "<?xml") || self->size < 6 || !is_blank_char (self->data[5]))
    return TRUE;

  close = find_after (self->data, end, "?>");
  if (close == NULL)
    return TRUE;

  for (p = self->data + 5; (p = dt_xml_scan_next_attribute (p, close, &attribute)) != NULL;)
    {
      const char *quote = memchr (attribute.name, p[-1], (gsize) (p - attribute.name));
      const char *value = quote + 1;
      gsize length = (gsize) (p - 1 - value);

      if (attribute.name_length != 8 || memcmp (attribute.name, "encoding", 8) != 0)
        continue;
      if (length != 5 || g_ascii_strncasecmp (value, "UTF-8", 5) != 0)
        {
          g_autofree char *raw = g_strndup (value, MIN (length, 40));
          g_autofree char *shown = g_utf8_make_valid (raw, -1);

          return fail (self, file, (gsize) (value - self->data), error, DT_XML_ERROR_ENCODING,
                       _ ("the encoding is “%s”, expected UTF-8"), shown);
        }
    }

  return TRUE;
}

static gboolean
check_bytes (DtXmlScan *self,
             const char *file,
             const DtXmlLimits *limits,
             GError **error)
{
  const guchar *b = (const guchar *) self->data;
  const char *bad = NULL;

  if (self->size > MIN (limits->max_size, HARD_MAX_SIZE))
    {
      g_autofree char *size = g_format_size_full (limits->max_size, G_FORMAT_SIZE_IEC_UNITS);

      return fail (self, file, 0, error, DT_XML_ERROR_LIMIT, _ ("too large, at most %s are read"),
                   size);
    }
  if (self->size == 0)
    return fail (self, file, 0, error, DT_XML_ERROR_SYNTAX,
                 _ ("the file is empty, expected an XML document"));
  if (self->size >= 2 && ((b[0] == 0x1f && b[1] == 0x8b) || (b[0] == 'P' && b[1] == 'K')))
    return fail (self, file, 0, error, DT_XML_ERROR_FORBIDDEN,
                 _ ("the file is compressed, expected plain XML"));
  if (self->size >= 2 && ((b[0] == 0xfe && b[1] == 0xff) || (b[0] == 0xff && b[1] == 0xfe) ||
                          b[0] == 0 || b[1] == 0))
    return fail (self, file, 0, error, DT_XML_ERROR_ENCODING,
                 _ ("the encoding is not UTF-8; save the file as UTF-8"));

  if (self->size >= 3 && memcmp (b, "\357\273\277", 3) == 0)
    {
      self->data += 3;
      self->size -= 3;
    }

  if (!check_declaration (self, file, error))
    return FALSE;
  if (!g_utf8_validate_len (self->data, self->size, &bad))
    return fail (self, file, (gsize) (bad - self->data), error, DT_XML_ERROR_ENCODING,
                 _ ("byte 0x%02x is not valid UTF-8 here"), (guint) (guchar) *bad);
  return TRUE;
}

/**
 * dt_xml_scan_init:
 * @self: a scan to fill
 * @bytes: the file; must outlive @self
 * @file: (nullable): its name for messages
 * @limits: what is allowed, with every field set
 * @error: return location for an error
 *
 * Checks encoding, size, nesting and the shape of all tags, and notes where
 * each tag starts. What the names and texts are is left to the parser.
 *
 * Returns: whether the document may be parsed
 */
gboolean
dt_xml_scan_init (DtXmlScan *self,
                  GBytes *bytes,
                  const char *file,
                  const DtXmlLimits *limits,
                  GError **error)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (OpenTag));
  Walk walk = { self, file, limits, stack };

  self->tags = g_array_new (FALSE, FALSE, sizeof (DtXmlTag));
  self->data = g_bytes_get_data (bytes, &self->size);
  if (self->data == NULL)
    self->data = "";

  if (!check_bytes (self, file, limits, error))
    return FALSE;

  walk.end = self->data + self->size;
  walk.error = error;
  return walk_document (&walk);
}

void
dt_xml_scan_clear (DtXmlScan *self)
{
  g_clear_pointer (&self->tags, g_array_unref);
}
