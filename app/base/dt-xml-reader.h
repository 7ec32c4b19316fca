/* dt-xml-reader.h - reading XML that nobody vouches for
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DT_XML_ERROR (dt_xml_error_quark ())

/**
 * DtXmlError:
 * @DT_XML_ERROR_SYNTAX: not well-formed XML
 * @DT_XML_ERROR_ENCODING: not UTF-8
 * @DT_XML_ERROR_FORBIDDEN: something we never read: a DTD, compressed data
 * @DT_XML_ERROR_LIMIT: larger or deeper than allowed
 * @DT_XML_ERROR_CONTENT: well-formed, but not what the format asks for
 */
typedef enum
{
  DT_XML_ERROR_SYNTAX,
  DT_XML_ERROR_ENCODING,
  DT_XML_ERROR_FORBIDDEN,
  DT_XML_ERROR_LIMIT,
  DT_XML_ERROR_CONTENT,
} DtXmlError;

/**
 * DtXmlLimits:
 * @max_size: bytes of the whole document (default 64 MiB)
 * @max_depth: open elements (default 64)
 * @max_attributes: attributes of one element (default 64)
 * @max_elements: elements of the document (default 500,000)
 * @max_text: bytes of one stretch of text or one attribute (default 8 MiB)
 *
 * What a document may cost. A field of 0 stands for its default.
 */
typedef struct
{
  gsize max_size;
  guint max_depth;
  guint max_attributes;
  guint max_elements;
  gsize max_text;
} DtXmlLimits;

/**
 * DtXmlEvent:
 * @DT_XML_EVENT_NONE: before the first call of dt_xml_reader_next()
 * @DT_XML_EVENT_START: an element starts (an empty one too)
 * @DT_XML_EVENT_END: an element ends
 * @DT_XML_EVENT_TEXT: text; one event however many pieces it is written in
 * @DT_XML_EVENT_EOF: the document is over
 * @DT_XML_EVENT_ERROR: only from helpers that check content
 */
typedef enum
{
  DT_XML_EVENT_NONE,
  DT_XML_EVENT_START,
  DT_XML_EVENT_END,
  DT_XML_EVENT_TEXT,
  DT_XML_EVENT_EOF,
  DT_XML_EVENT_ERROR,
} DtXmlEvent;

typedef struct _DtXmlReader DtXmlReader;

GQuark dt_xml_error_quark (void);

/* The whole document is parsed and checked here: a reader that exists walks
 * over a complete, well-formed document. */
DtXmlReader *dt_xml_reader_new (GBytes *bytes,
                                const char *name,
                                const DtXmlLimits *limits,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
void dt_xml_reader_free (DtXmlReader *self);

/* Every event in turn, white space between elements included. */
DtXmlEvent dt_xml_reader_next (DtXmlReader *self);
/* START, END or EOF; blank text is passed over, other text is an error. */
DtXmlEvent dt_xml_reader_next_tag (DtXmlReader *self,
                                   GError **error);
/* At START: to the matching END, ignoring what is between. */
void dt_xml_reader_skip (DtXmlReader *self);
/* At START: the text up to the matching END, which becomes the current event;
 * a child element is an error. Returns "" for an empty element. */
char *dt_xml_reader_read_text (DtXmlReader *self,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

DtXmlEvent dt_xml_reader_get_event (const DtXmlReader *self);
guint dt_xml_reader_get_depth (const DtXmlReader *self);
/* Local name and namespace URI ("" when none) at START and END. */
const char *dt_xml_reader_get_name (const DtXmlReader *self);
const char *dt_xml_reader_get_namespace (const DtXmlReader *self);
/* Whether at START or END of the element NS:NAME; NULL NS matches any. */
gboolean dt_xml_reader_is (const DtXmlReader *self,
                           const char *ns,
                           const char *name);
/* At TEXT: the text, NUL terminated, and its length in bytes. */
const char *dt_xml_reader_get_text (const DtXmlReader *self,
                                    gsize *length);
gboolean dt_xml_reader_is_blank (const DtXmlReader *self);
/* Line and column (both from 1; columns count characters) of the "<" of a tag
 * or of the first character after the preceding tag for text. */
guint dt_xml_reader_get_line (DtXmlReader *self);
guint dt_xml_reader_get_column (DtXmlReader *self);
/* The "FILE" of messages, as given to dt_xml_reader_new(). */
const char *dt_xml_reader_get_file (const DtXmlReader *self);

/* Attributes at START; namespace declarations are not among them. */
guint dt_xml_reader_get_n_attributes (const DtXmlReader *self);
const char *dt_xml_reader_get_attribute_name (const DtXmlReader *self,
                                              guint index);
const char *dt_xml_reader_get_attribute_namespace (const DtXmlReader *self,
                                                   guint index);
const char *dt_xml_reader_get_attribute_value (const DtXmlReader *self,
                                               guint index);
/* The value of the attribute NAME without (or with) a namespace, or NULL. */
const char *dt_xml_reader_get_attribute (const DtXmlReader *self,
                                         const char *name);
const char *dt_xml_reader_get_attribute_ns (const DtXmlReader *self,
                                            const char *ns,
                                            const char *name);
/* Where the attribute NAME stands in the file; the place of the tag if absent. */
void dt_xml_reader_get_attribute_place (DtXmlReader *self,
                                        const char *name,
                                        guint *line,
                                        guint *column);

/* The value, or an error at the tag when it is missing. */
const char *dt_xml_reader_require_attribute (DtXmlReader *self,
                                             const char *name,
                                             GError **error);
/* FALSE and an error at the first attribute that is not in ALLOWED (NULL
 * terminated); attributes of foreign namespaces are refused too. */
gboolean dt_xml_reader_check_attributes (DtXmlReader *self,
                                         const char *const *allowed,
                                         GError **error);

/* Sets DT_XML_ERROR_CONTENT with "FILE:LINE:COL: " before the text and
 * returns FALSE, so that callers can return its value. */
gboolean dt_xml_reader_error (DtXmlReader *self,
                              GError **error,
                              const char *format,
                              ...) G_GNUC_PRINTF (3, 4);
gboolean dt_xml_reader_error_at_attribute (DtXmlReader *self,
                                           const char *name,
                                           GError **error,
                                           const char *format,
                                           ...) G_GNUC_PRINTF (4, 5);
/* The usual complaint about an element the format does not know here. */
gboolean dt_xml_reader_error_unexpected (DtXmlReader *self,
                                         const char *expected,
                                         GError **error);
/* "FILE:LINE:COL: ", "FILE: " when LINE is 0, "" when FILE is NULL too. */
char *dt_place_prefix (const char *file,
                       guint line,
                       guint column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtXmlReader, dt_xml_reader_free)

G_END_DECLS
