/* dt-xml-parse.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-xml-parse"

#include "config.h"

#include "base/dt-xml-reader-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

#include <string.h>

/* What the callbacks of the parser work on. */
typedef struct
{
  DtXmlReader *reader;
  const DtXmlLimits *limits;
  guint next_tag;
  GArray *open_tags;
  GError *error;
} Build;

static const char *
or_empty (const xmlChar *string)
{
  return string != NULL ? (const char *) string : "";
}

static void
set_error (Build *build,
           DtXmlError code,
           guint line,
           guint column,
           const char *message)
{
  g_autofree char *prefix = NULL;

  /* Only the first error is about the file; the rest are about the parser. */
  if (build->error != NULL)
    return;

  prefix = dt_place_prefix (build->reader->file, line, column);
  g_set_error (&build->error, DT_XML_ERROR, code, "%s%s", prefix, message);
}

static void
set_error_at_tag (Build *build,
                  DtXmlError code,
                  gsize tag_offset,
                  const char *message)
{
  DtXmlCursor cursor = { 0 };
  guint line;
  guint column;

  dt_xml_scan_get_place (&build->reader->scan, &cursor, tag_offset, &line, &column);
  set_error (build, code, line, column, message);
}

/* Takes the next tag of the scan, which sees the tags in the same order. */
static const DtXmlTag *
take_tag (Build *build)
{
  GArray *tags = build->reader->scan.tags;

  if (build->next_tag >= tags->len)
    {
      set_error (build, DT_XML_ERROR_SYNTAX, 0, 0, _ ("the tags of the document do not match"));
      return NULL;
    }

  return &g_array_index (tags, DtXmlTag, build->next_tag++);
}

static gsize
store_text (Build *build,
            const char *text,
            gsize length)
{
  GString *store = build->reader->text;
  gsize start = store->len;

  g_string_append_len (store, text, (gssize) length);
  g_string_append_c (store, '\0');
  return start;
}

/* The parser leaves an ampersand in attributes as "&#38;"; nothing else that
 * starts with one gets through. */
static gsize
store_value (Build *build,
             const char *value,
             gsize length)
{
  GString *store = build->reader->text;
  gsize start = store->len;
  const char *end = value + length;
  const char *ampersand;

  while ((ampersand = memchr (value, '&', (gsize) (end - value))) != NULL)
    {
      g_string_append_len (store, value, ampersand + 1 - value);
      value = ampersand + 1;
      if (end - value >= 4 && memcmp (value, "#38;", 4) == 0)
        value += 4;
    }
  store_text (build, value, (gsize) (end - value));

  return start;
}

static void
start_element_cb (void *data,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  Build *build = data;
  DtXmlReader *reader = build->reader;
  DtXmlItem event = { DT_XML_EVENT_START, 0, (const char *) name, or_empty (uri) };
  const DtXmlTag *tag;

  if (build->error != NULL)
    return;
  tag = take_tag (build);
  if (tag == NULL)
    return;

  event.tag_offset = tag->offset;
  event.first = reader->attributes->len;
  event.length = (gsize) n_attributes;
  for (int i = 0; i < n_attributes; i++)
    {
      /* Local name, prefix, URI, start and end of the value. */
      const xmlChar **five = attributes + 5 * i;
      gsize length = (gsize) (five[4] - five[3]);
      DtXmlAttribute attribute = { (const char *) five[0], or_empty (five[2]), 0 };

      if (length > build->limits->max_text)
        {
          set_error_at_tag (build, DT_XML_ERROR_LIMIT, tag->offset, _ ("an attribute is too long"));
          return;
        }
      attribute.value = store_value (build, (const char *) five[3], length);
      g_array_append_val (reader->attributes, attribute);
    }

  g_array_append_val (reader->events, event);
  g_array_append_vals (build->open_tags, tag, 1);
}

static void
end_element_cb (void *data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  Build *build = data;
  DtXmlItem event = { DT_XML_EVENT_END, 0, (const char *) name, or_empty (uri) };
  const DtXmlTag *tag;

  if (build->error != NULL || build->open_tags->len == 0)
    return;

  tag = &g_array_index (build->open_tags, DtXmlTag, build->open_tags->len - 1);
  if (!tag->is_empty)
    {
      tag = take_tag (build);
      if (tag == NULL)
        return;
    }

  event.tag_offset = tag->offset;
  g_array_append_val (build->reader->events, event);
  g_array_set_size (build->open_tags, build->open_tags->len - 1);
}

static void
characters_cb (void *data,
               const xmlChar *text,
               int length)
{
  Build *build = data;
  DtXmlReader *reader = build->reader;
  DtXmlItem *last;

  if (build->error != NULL || build->open_tags->len == 0 || length <= 0)
    return;

  last = &g_array_index (reader->events, DtXmlItem, reader->events->len - 1);
  if (last->type == DT_XML_EVENT_TEXT)
    {
      /* The last thing stored is this text and its NUL: go on from there. */
      g_string_truncate (reader->text, reader->text->len - 1);
      store_text (build, (const char *) text, (gsize) length);
      last->length += (gsize) length;
    }
  else
    {
      DtXmlItem event = { DT_XML_EVENT_TEXT, last->tag_offset };

      event.first = store_text (build, (const char *) text, (gsize) length);
      event.length = (gsize) length;
      g_array_append_val (reader->events, event);
      last = &g_array_index (reader->events, DtXmlItem, reader->events->len - 1);
    }

  if (last->length > build->limits->max_text)
    set_error_at_tag (build, DT_XML_ERROR_LIMIT, last->tag_offset, _ ("the text here is too long"));
}

/* The scan refuses document types already; this is the second lock. */
static void
internal_subset_cb (void *data,
                    const xmlChar *name,
                    const xmlChar *external_id,
                    const xmlChar *system_id)
{
  set_error (data, DT_XML_ERROR_FORBIDDEN, 0, 0,
             _ ("a document type declaration is not allowed here"));
}

/* The parser speaks English only: the common mistakes get words of ours. */
static char *
describe_error (const xmlError *problem)
{
  const char *detail = problem->str1 != NULL ? problem->str1 : "";
  g_autofree char *message = NULL;

  switch (problem->code)
    {
    case XML_ERR_UNDECLARED_ENTITY:
    case XML_WAR_UNDECLARED_ENTITY:
      return g_strdup_printf (_ ("unknown entity “&%s;”, expected &amp; &lt; &gt; &quot; or &apos;"),
                              detail);
    case XML_ERR_ENTITYREF_SEMICOL_MISSING:
    case XML_ERR_NAME_REQUIRED:
      return g_strdup (_ ("a name is missing or “&” is not written as “&amp;”"));
    case XML_ERR_ATTRIBUTE_REDEFINED:
      return g_strdup_printf (_ ("the attribute “%s” is there twice"), detail);
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return g_strdup_printf (_ ("the namespace prefix “%s” is not declared"), detail);
    case XML_ERR_INVALID_CHAR:
    case XML_ERR_INVALID_CHARREF:
      return g_strdup (_ ("a character that XML does not allow"));
    case XML_ERR_DOCUMENT_END:
      return g_strdup (_ ("there is something behind the end of the document"));
    case XML_ERR_DOCUMENT_EMPTY:
      return g_strdup (_ ("this is no XML document, expected “<”"));
    default:
      message = g_strstrip (g_strdup (problem->message != NULL ? problem->message : "?"));
      return g_strdup_printf (_ ("not well-formed XML: %s"), message);
    }
}

#if LIBXML_VERSION >= 21200
typedef const xmlError *ParserProblem;
#else
typedef xmlError *ParserProblem;
#endif

static void
problem_cb (void *data,
            ParserProblem problem)
{
  Build *build = data;
  g_autofree char *message = NULL;

  if (problem == NULL || problem->level < XML_ERR_ERROR || build->error != NULL)
    return;

  message = describe_error (problem);
  set_error (build, DT_XML_ERROR_SYNTAX, (guint) MAX (problem->line, 0),
             (guint) MAX (problem->int2, 0), message);
}

/**
 * dt_xml_parse:
 * @self: a reader whose scan is done
 * @limits: what is allowed, with every field set
 * @error: return location for an error
 *
 * Parses the document into the events, attributes and texts of @self.
 *
 * Returns: whether it was well-formed and within the limits
 */
gboolean
dt_xml_parse (DtXmlReader *self,
              const DtXmlLimits *limits,
              GError **error)
{
  Build build = { self, limits };
  xmlParserCtxtPtr context = xmlNewParserCtxt ();

  g_assert (context != NULL);
  memset (context->sax, 0, sizeof *context->sax);
  context->sax->initialized = XML_SAX2_MAGIC;
  context->sax->startElementNs = start_element_cb;
  context->sax->endElementNs = end_element_cb;
  context->sax->characters = characters_cb;
  context->sax->ignorableWhitespace = characters_cb;
  context->sax->cdataBlock = characters_cb;
  context->sax->internalSubset = internal_subset_cb;
  context->sax->serror = problem_cb;
  context->userData = &build;
  build.open_tags = g_array_new (FALSE, FALSE, sizeof (DtXmlTag));

  /* No tree is built. From memory, so that nothing is inflated on the way. */
  xmlFreeDoc (xmlCtxtReadMemory (context, self->scan.data, (int) self->scan.size, NULL, NULL,
                                 XML_PARSE_NONET | XML_PARSE_NOCDATA));
  if (!context->wellFormed || !context->nsWellFormed)
    set_error (&build, DT_XML_ERROR_SYNTAX, 0, 0, _ ("this is no well-formed XML document"));

  /* The names of the events live in the dictionary. */
  self->dict = context->dict;
  xmlDictReference (self->dict);
  xmlFreeParserCtxt (context);
  g_array_unref (build.open_tags);

  if (build.error != NULL)
    {
      g_propagate_error (error, build.error);
      return FALSE;
    }
  return TRUE;
}

void
dt_xml_parse_clear (DtXmlReader *self)
{
  if (self->dict != NULL)
    xmlDictFree (self->dict);
  self->dict = NULL;
}
