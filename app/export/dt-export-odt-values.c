/* dt-export-odt-values.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-export-odt"

#include "config.h"

#include "export/dt-export-odt-private.h"

#include <string.h>

/* What the parts of a package call the namespaces of ODF. */
static const struct
{
  const char *prefix;
  const char *uri;
} namespaces[] = {
  { "config", "urn:oasis:names:tc:opendocument:xmlns:config:1.0" },
  { "dc", "http://purl.org/dc/elements/1.1/" },
  { "draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" },
  { "fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" },
  { "meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0" },
  { "office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0" },
  { "ooo", "http://openoffice.org/2004/office" },
  { "style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0" },
  { "svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" },
  { "table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0" },
  { "text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0" },
};

static const char *const part_names[] = {
  [DT_PART_MAIN] = "main",
  [DT_PART_ATTACHMENT] = "attachment",
  [DT_PART_ANNEX] = "annex",
};

/* Declares the namespaces of @prefixes, which end with NULL, and the version. */
void
dt_odt_namespaces (DtXmlWriter *xml,
                   const char *const *prefixes)
{
  for (guint i = 0; i < G_N_ELEMENTS (namespaces); i++)
    {
      g_autofree char *name = NULL;

      if (!g_strv_contains (prefixes, namespaces[i].prefix))
        continue;
      name = g_strconcat ("xmlns:", namespaces[i].prefix, NULL);
      dt_xml_writer_attribute (xml, name, namespaces[i].uri);
    }
  dt_xml_writer_attribute (xml, "office:version", DT_ODT_VERSION);
}

/* "12.5" from 1250 and 100; no zeros at the end. */
static void
format_decimal (char *buffer,
                gsize size,
                int value,
                int unit)
{
  int whole = value / unit;
  int rest = value % unit;
  gsize length = (gsize) g_snprintf (buffer, size, "%s%d", value < 0 && whole == 0 ? "-" : "", whole);

  if (rest == 0)
    return;
  length += (gsize) g_snprintf (buffer + length, size - length, unit == 1000 ? ".%03d" : ".%02d", ABS (rest));
  while (buffer[length - 1] == '0')
    buffer[--length] = '\0';
}

/* Formats a length as people would: in points where it is a whole number of their hundredths, unless half
 * millimetres say it, too; both read back to the same µm.
 */
static void
format_length (char *buffer,
               gsize size,
               DtLength length)
{
  int points = (int) (((gint64) length * 72 * 2 + (length < 0 ? -254 : 254)) / (254 * 2));
  gboolean in_points = length % 500 != 0 && dt_length_from_pt (points / 100.0) == length;

  if (in_points)
    format_decimal (buffer, size, points, 100);
  else
    format_decimal (buffer, size, length, 1000);
  g_strlcat (buffer, in_points ? "pt" : "mm", size);
}

void
dt_odt_length (DtXmlWriter *xml,
               const char *name,
               DtLength length)
{
  char buffer[32];

  format_length (buffer, sizeof buffer, length);
  dt_xml_writer_attribute (xml, name, buffer);
}

void
dt_odt_border (DtXmlWriter *xml,
               const char *name,
               DtLength width)
{
  char buffer[64];

  format_length (buffer, sizeof buffer, width);
  g_strlcat (buffer, " solid #000000", sizeof buffer);
  dt_xml_writer_attribute (xml, name, width > 0 ? buffer : "none");
}

void
dt_odt_size (DtXmlWriter *xml,
             guint size)
{
  char buffer[32];

  format_decimal (buffer, sizeof buffer, (int) size, 100);
  g_strlcat (buffer, "pt", sizeof buffer);
  dt_xml_writer_attribute (xml, "fo:font-size", buffer);
  dt_xml_writer_attribute (xml, "style:font-size-asian", buffer);
  dt_xml_writer_attribute (xml, "style:font-size-complex", buffer);
}

void
dt_odt_bold (DtXmlWriter *xml,
             gboolean bold)
{
  const char *value = bold ? "bold" : "normal";

  dt_xml_writer_attribute (xml, "fo:font-weight", value);
  dt_xml_writer_attribute (xml, "style:font-weight-asian", value);
  dt_xml_writer_attribute (xml, "style:font-weight-complex", value);
}

void
dt_odt_italic (DtXmlWriter *xml,
               gboolean italic)
{
  const char *value = italic ? "italic" : "normal";

  dt_xml_writer_attribute (xml, "fo:font-style", value);
  dt_xml_writer_attribute (xml, "style:font-style-asian", value);
  dt_xml_writer_attribute (xml, "style:font-style-complex", value);
}

void
dt_odt_align (DtXmlWriter *xml,
              DtAlign align)
{
  static const char *const names[] = {
    [DT_ALIGN_LEFT] = "start",
    [DT_ALIGN_CENTER] = "center",
    [DT_ALIGN_RIGHT] = "end",
    [DT_ALIGN_JUSTIFY] = "justify",
  };

  dt_xml_writer_attribute (xml, "fo:text-align", names[align]);
}

void
dt_odt_keep_next (DtXmlWriter *xml,
                  gboolean keep_next)
{
  dt_xml_writer_attribute (xml, "fo:keep-with-next", keep_next ? "always" : "auto");
}

void
dt_odt_font_faces (DtXmlWriter *xml,
                   const DtSheet *sheet)
{
  const char *family = dt_sheet_get_font_family (sheet);
  gboolean quoted = strchr (family, ' ') != NULL;

  dt_xml_writer_start_element (xml, "office:font-face-decls");
  dt_xml_writer_start_element (xml, "style:font-face");
  dt_xml_writer_attribute (xml, "style:name", family);
  dt_xml_writer_attribute_printf (xml, "svg:font-family", quoted ? "'%s'" : "%s", family);
  dt_xml_writer_attribute (xml, "style:font-family-generic", "roman");
  dt_xml_writer_attribute (xml, "style:font-pitch", "variable");
  dt_xml_writer_end_element (xml);
  dt_xml_writer_end_element (xml);
}

char *
dt_odt_master_name (const DtBlock *part,
                    gboolean first)
{
  return g_strconcat (part_names[part->part], part->landscape ? "-landscape" : "", first ? "-first" : "", NULL);
}
