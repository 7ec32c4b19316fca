/* dt-xml-scan-private.h - a look at raw XML before the parser sees it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "base/dt-xml-reader.h"

G_BEGIN_DECLS

/**
 * DtXmlScan:
 * @data: the document without a byte order mark; not owned
 * @size: bytes of @data
 * @tags: (element-type DtXmlTag): every tag in order of appearance
 *
 * What the first look at a document found.
 *
 * libxml2 2.9 takes quadratic time over an element with very many attributes
 * and reports no place for a start tag, so both are seen to here: whatever
 * passes the scan has a bounded depth and bounded elements, and each tag is
 * known by its place in the file.
 */
typedef struct
{
  const char *data;
  gsize size;
  GArray *tags;
} DtXmlScan;

typedef struct
{
  guint32 offset;
  gboolean is_empty;
} DtXmlTag;

/* A place in the data that moves on cheaply: the lines before it, and the
 * characters before it in its line. Start with all zero. */
typedef struct
{
  gsize offset;
  guint n_lines;
  guint n_chars;
} DtXmlCursor;

/* What a tag is made of, one attribute after the other. */
typedef struct
{
  const char *name;
  gsize name_length;
} DtXmlRawAttribute;

gboolean dt_xml_scan_init (DtXmlScan *self,
                           GBytes *bytes,
                           const char *file,
                           const DtXmlLimits *limits,
                           GError **error);
void dt_xml_scan_clear (DtXmlScan *self);
void dt_xml_scan_get_place (const DtXmlScan *self,
                            DtXmlCursor *cursor,
                            gsize offset,
                            guint *line,
                            guint *column);
gsize dt_xml_scan_get_tag_end (const DtXmlScan *self,
                               gsize offset);
const char *dt_xml_scan_next_attribute (const char *p,
                                        const char *end,
                                        DtXmlRawAttribute *attribute);

G_END_DECLS
