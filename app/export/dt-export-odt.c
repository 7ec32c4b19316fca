/* dt-export-odt.c - an OpenDocument text (ODF 1.3)
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-export-odt"

#include "config.h"

#include "export/dt-exporter.h"

#include <string.h>

#include "base/dt-zip.h"
#include "export/dt-export-odt-private.h"
#include "format/dt-plan-file.h"

#define ODT_MEDIA_TYPE "application/vnd.oasis.opendocument.text"
#define PLAN_MEDIA_TYPE "application/vnd.duthao.plan+xml"

/* The plan itself goes along, so that importing the file gives it back unharmed. */
#define PLAN_NAME "duthao/plan.xml"

#define MANIFEST_NAMESPACE "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"

/* A part of the package. */
typedef struct
{
  const char *name;
  const char *media_type;
  GBytes *bytes;
} Part;

/* Writer puts an empty paragraph behind a table that ends the text; this one takes next to no room. */
static void
write_end (DtOdt *self)
{
  dt_xml_writer_start_element (self->styles, "style:style");
  dt_xml_writer_attribute (self->styles, "style:name", "end");
  dt_xml_writer_attribute (self->styles, "style:family", "paragraph");
  dt_xml_writer_attribute (self->styles, "style:parent-style-name", "Standard");
  dt_xml_writer_start_element (self->styles, "style:paragraph-properties");
  dt_xml_writer_attribute (self->styles, "fo:line-height", "0.05pt");
  dt_xml_writer_end_element (self->styles);
  dt_xml_writer_start_element (self->styles, "style:text-properties");
  dt_odt_size (self->styles, 100);
  dt_xml_writer_end_element (self->styles);
  dt_xml_writer_end_element (self->styles);

  dt_xml_writer_start_element (self->body, "text:p");
  dt_xml_writer_attribute (self->body, "text:style-name", "end");
  dt_xml_writer_end_element (self->body);
}

static gboolean
is_signature (const DtBlock *block)
{
  return block->kind == DT_BLOCK_COLUMNS && block->columns == DT_COLUMNS_SIGNATURE;
}

/* Whether block @index must stand on the page of the next: its role says so, or it is one of the paragraphs
 * that make up the two lines of text above a signature.
 */
static gboolean
keeps_next (DtOdt *self,
            DtBlock *const *blocks,
            guint n_blocks,
            guint index)
{
  const DtBlock *block = blocks[index];
  guint lines = 0;

  if (block->keep_next)
    return TRUE;
  if (block->kind != DT_BLOCK_PARAGRAPH)
    return FALSE;
  if (dt_sheet_get_style (self->sheet, block->role)->keep_next)
    return TRUE;

  /* A paragraph counts at least one line, so a signature further off is of no concern. */
  for (guint i = index + 1; i < n_blocks && lines < 2; i++)
    {
      if (is_signature (blocks[i]))
        return TRUE;
      if (blocks[i]->kind == DT_BLOCK_RULE)
        continue;
      if (blocks[i]->kind != DT_BLOCK_PARAGRAPH)
        return FALSE;
      if (i + 1 < n_blocks && is_signature (blocks[i + 1]))
        lines += dt_odt_count_lines (self, blocks[i]);
      else
        lines++;
    }

  return FALSE;
}

static void
start_part (DtOdt *self,
            const DtBlock *part)
{
  const DtPageSpec *page = dt_sheet_get_page (self->sheet);
  DtLength width = part->landscape ? page->height : page->width;

  self->part = part;
  self->starts = TRUE;
  self->text_width = width - page->margin_left - page->margin_right;
  self->text_limit = dt_twips (width) - dt_twips (page->margin_left) - dt_twips (page->margin_right);
}

static void
write_block (DtOdt *self,
             DtBlock *const *blocks,
             guint n_blocks,
             guint index)
{
  const DtBlock *block = blocks[index];
  gboolean keep_next = keeps_next (self, blocks, n_blocks, index);
  const DtBlock *next = index + 1 < n_blocks ? blocks[index + 1] : NULL;

  switch (block->kind)
    {
    case DT_BLOCK_PARAGRAPH:
      dt_odt_flow_paragraph (self, block, next != NULL && next->kind == DT_BLOCK_RULE ? next : NULL, keep_next);
      break;
    case DT_BLOCK_SPACE:
      dt_odt_empty_paragraph (self, block->role);
      break;
    case DT_BLOCK_COLUMNS:
      dt_odt_columns (self, block);
      break;
    case DT_BLOCK_TABLE:
      dt_odt_table (self, block, keep_next);
      break;
    case DT_BLOCK_PART:
      start_part (self, block);
      break;
    case DT_BLOCK_RULE: /* drawn with the paragraph above it */
    default:
      break;
    }
}

/* Puts @body where the root element of @styles ends. */
static GBytes *
join_content (GBytes *styles,
              GBytes *body)
{
  static const char end[] = "</office:document-content>\n";
  gsize styles_size;
  gsize body_size;
  const char *styles_data = g_bytes_get_data (styles, &styles_size);
  const char *body_data = g_bytes_get_data (body, &body_size);
  const char *body_start = strchr (body_data, '\n') + 1; /* behind the XML declaration */
  GByteArray *content = g_byte_array_sized_new ((guint) (styles_size + body_size));

  g_assert (g_str_has_suffix (styles_data, end));
  g_byte_array_append (content, (const guint8 *) styles_data, (guint) (styles_size - strlen (end)));
  g_byte_array_append (content, (const guint8 *) body_start, (guint) (body_size - (gsize) (body_start - body_data)));
  g_byte_array_append (content, (const guint8 *) end, (guint) strlen (end));

  return g_byte_array_free_to_bytes (content);
}

static GBytes *
write_content (DtComposition *composition,
               DtShaper *shaper,
               GPtrArray *diagnostics)
{
  static const char *const prefixes[] = { "draw", "fo", "office", "style", "svg", "table", "text", NULL };
  guint n_blocks;
  DtBlock *const *blocks = dt_composition_get_blocks (composition, &n_blocks);
  g_autoptr (DtSetter) setter = dt_setter_new (shaper);
  g_autoptr (DtXmlWriter) styles = dt_xml_writer_new (FALSE);
  g_autoptr (DtXmlWriter) body = dt_xml_writer_new (FALSE);
  g_autoptr (GArray) variants = g_array_new (FALSE, FALSE, sizeof (DtOdtVariant));
  g_autoptr (GBytes) styles_bytes = NULL;
  g_autoptr (GBytes) body_bytes = NULL;
  DtOdt self = {
    .composition = composition,
    .sheet = dt_composition_get_sheet (composition),
    .setter = setter,
    .styles = styles,
    .body = body,
    .variants = variants,
    .diagnostics = diagnostics,
  };

  dt_xml_writer_start_element (styles, "office:document-content");
  dt_odt_namespaces (styles, prefixes);
  dt_odt_font_faces (styles, self.sheet);
  dt_xml_writer_start_element (styles, "office:automatic-styles");
  dt_xml_writer_start_element (body, "office:body");
  dt_xml_writer_start_element (body, "office:text");

  for (guint i = 0; i < n_blocks; i++)
    write_block (&self, blocks, n_blocks, i);
  if (n_blocks > 0 && (blocks[n_blocks - 1]->kind == DT_BLOCK_TABLE || blocks[n_blocks - 1]->kind == DT_BLOCK_COLUMNS))
    write_end (&self);

  dt_xml_writer_end_element (body);
  dt_xml_writer_end_element (body);
  dt_xml_writer_end_element (styles);
  dt_xml_writer_end_element (styles);
  styles_bytes = dt_xml_writer_finish (styles);
  body_bytes = dt_xml_writer_finish (body);

  return join_content (styles_bytes, body_bytes);
}

static void
write_manifest_entry (DtXmlWriter *xml,
                      const char *path,
                      const char *media_type)
{
  dt_xml_writer_start_element (xml, "manifest:file-entry");
  dt_xml_writer_attribute (xml, "manifest:full-path", path);
  if (g_str_equal (path, "/"))
    dt_xml_writer_attribute (xml, "manifest:version", DT_ODT_VERSION);
  dt_xml_writer_attribute (xml, "manifest:media-type", media_type);
  dt_xml_writer_end_element (xml);
}

static GBytes *
write_manifest (const Part *parts,
                guint n_parts)
{
  g_autoptr (DtXmlWriter) xml = dt_xml_writer_new (TRUE);

  dt_xml_writer_start_element (xml, "manifest:manifest");
  dt_xml_writer_attribute (xml, "xmlns:manifest", MANIFEST_NAMESPACE);
  dt_xml_writer_attribute (xml, "manifest:version", DT_ODT_VERSION);
  write_manifest_entry (xml, "/", ODT_MEDIA_TYPE);
  for (guint i = 0; i < n_parts; i++)
    write_manifest_entry (xml, parts[i].name, parts[i].media_type);
  dt_xml_writer_end_element (xml);

  return dt_xml_writer_finish (xml);
}

static GBytes *
write_package (const Part *parts,
               guint n_parts,
               GError **error)
{
  g_autoptr (DtZipWriter) zip = dt_zip_writer_new ();
  g_autoptr (GBytes) mimetype = g_bytes_new_static (ODT_MEDIA_TYPE, strlen (ODT_MEDIA_TYPE));
  g_autoptr (GBytes) manifest = write_manifest (parts, n_parts);

  /* First and stored, so that the type is found at a fixed place in the file. */
  if (!dt_zip_writer_add (zip, "mimetype", mimetype, DT_ZIP_STORED, error))
    return NULL;
  for (guint i = 0; i < n_parts; i++)
    {
      if (!dt_zip_writer_add (zip, parts[i].name, parts[i].bytes, DT_ZIP_DEFLATED, error))
        return NULL;
    }
  if (!dt_zip_writer_add (zip, "META-INF/manifest.xml", manifest, DT_ZIP_DEFLATED, error))
    return NULL;

  return dt_zip_writer_finish (zip, error);
}

/**
 * dt_export_odt:
 * @composition: a document
 * @shaper: the font, to find line breaks of titles and widths of the head and of tables
 * @diagnostics: (nullable) (element-type DtDiagnostic): takes "head-does-not-fit"
 * @error: return location for an error
 *
 * Writes an OpenDocument text with named styles made from the style sheet, laid
 * out so that LibreOffice Writer breaks lines and pages where our own layout
 * does. The same composition gives the same bytes.
 *
 * Returns: (transfer full): the package, or %NULL with @error set
 */
GBytes *
dt_export_odt (DtComposition *composition,
               DtShaper *shaper,
               GPtrArray *diagnostics,
               GError **error)
{
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) styles = NULL;
  g_autoptr (GBytes) meta = NULL;
  g_autoptr (GBytes) settings = NULL;
  g_autoptr (GBytes) plan = NULL;

  g_return_val_if_fail (composition != NULL, NULL);
  g_return_val_if_fail (shaper != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  content = write_content (composition, shaper, diagnostics);
  styles = dt_odt_styles (composition);
  meta = dt_odt_meta (composition);
  settings = dt_odt_settings ();
  plan = dt_plan_write (dt_composition_get_plan (composition));

  {
    const Part parts[] = {
      { "content.xml", "text/xml", content },
      { "styles.xml", "text/xml", styles },
      { "meta.xml", "text/xml", meta },
      { "settings.xml", "text/xml", settings },
      { PLAN_NAME, PLAN_MEDIA_TYPE, plan },
    };

    return write_package (parts, G_N_ELEMENTS (parts), error);
  }
}
