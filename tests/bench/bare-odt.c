/* bare-odt.c - the bare minimum of an ODT: strings and a compressed package
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <zip.h>

/* Usage: bare-odt IN OUT, with the IN of floor.c. */

#define NAMESPACES                                                     \
  " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"" \
  " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""   \
  " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""     \
  " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" office:version=\"1.3\""

static const char type[] = "application/vnd.oasis.opendocument.text";

static const char manifest[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">"
  "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.text\"/>"
  "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
  "<manifest:file-entry manifest:full-path=\"styles.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>";

static const char styles[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-styles" NAMESPACES "><office:styles>"
  "<style:style style:name=\"R\" style:family=\"paragraph\"><style:paragraph-properties fo:margin-top=\"6pt\""
  " fo:text-indent=\"10mm\" fo:text-align=\"justify\" fo:line-height=\"18pt\"/>"
  "<style:text-properties fo:font-size=\"14pt\" fo:font-family=\"Times New Roman\"/></style:style>"
  "<style:style style:name=\"B\" style:family=\"paragraph\" style:parent-style-name=\"R\">"
  "<style:text-properties fo:font-weight=\"bold\"/></style:style></office:styles></office:document-styles>";

static GString *
write_content (char **lines)
{
  GString *xml = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content" NAMESPACES
                               "><office:body><office:text>");

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autofree char *text = g_markup_escape_text (lines[i] + 2, -1);

      g_string_append_printf (xml, "<text:p text:style-name=\"%c\">%s</text:p>", lines[i][0], text);
    }
  g_string_append (xml, "</office:text></office:body></office:document-content>");

  return xml;
}

static gboolean
add (zip_t *package,
     const char *name,
     const char *data,
     gsize length,
     zip_int32_t method)
{
  zip_source_t *source = zip_source_buffer (package, data, length, 0);
  zip_int64_t index = zip_file_add (package, name, source, 0);

  return index >= 0 && zip_set_file_compression (package, (zip_uint64_t) index, method, 0) == 0;
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GString) content = NULL;
  zip_t *package;
  gboolean done;

  if (argc != 3 || !g_file_get_contents (argv[1], &text, NULL, NULL))
    return 2;

  lines = g_strsplit (text, "\n", -1);
  content = write_content (lines);
  g_unlink (argv[2]);
  package = zip_open (argv[2], ZIP_CREATE | ZIP_TRUNCATE, NULL);
  done = package != NULL && add (package, "mimetype", type, strlen (type), ZIP_CM_STORE) &&
         add (package, "content.xml", content->str, content->len, ZIP_CM_DEFLATE) &&
         add (package, "styles.xml", styles, strlen (styles), ZIP_CM_DEFLATE) &&
         add (package, "META-INF/manifest.xml", manifest, strlen (manifest), ZIP_CM_DEFLATE);

  return done && zip_close (package) == 0 ? 0 : 1;
}
