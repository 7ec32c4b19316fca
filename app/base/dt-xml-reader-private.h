/* dt-xml-reader-private.h - what the parser leaves for the reader
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "base/dt-xml-reader.h"
#include "base/dt-xml-scan-private.h"

G_BEGIN_DECLS

/* Names live in the dictionary of the parser, values in one long string. */
typedef struct
{
  const char *name;
  const char *ns;
  gsize value;
} DtXmlAttribute;

/* START: the attributes FIRST to FIRST + LENGTH. TEXT: LENGTH bytes at FIRST. */
typedef struct
{
  DtXmlEvent type;
  guint32 tag_offset;
  const char *name;
  const char *ns;
  gsize first;
  gsize length;
} DtXmlItem;

struct _DtXmlReader
{
  GBytes *bytes;
  char *file;
  DtXmlScan scan;
  DtXmlCursor cursor;
  struct _xmlDict *dict;
  GArray *events;
  GArray *attributes;
  GString *text;
  gsize n_read;
  guint depth;
};

gboolean dt_xml_parse (DtXmlReader *self,
                       const DtXmlLimits *limits,
                       GError **error);
void dt_xml_parse_clear (DtXmlReader *self);
void dt_xml_reader_get_place (DtXmlReader *self,
                              guint *line,
                              guint *column);

G_END_DECLS
