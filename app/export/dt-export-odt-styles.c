/* dt-export-odt-styles.c - styles.xml: the style sheet as named styles
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-export-odt"

#include "config.h"

#include "export/dt-export-odt-private.h"

/* The tree of paragraph styles. Each role has one, named like the role and shown
 * under the title the sheet gives it; all that stands below "Nội dung" says only
 * how it differs from it:
 *
 *   Standard
 *   ├ body (Nội dung): basis, opening, article, heading-1, heading-2, heading-3,
 *   │     clause, point, dash, plus, closing, part, part-title, division,
 *   │     division-title
 *   ├ capacity: position, signer
 *   ├ recipient: recipients
 *   ├ table-cell: table-head
 *   └ every other role
 *
 * So a change of "Nội dung" changes the whole text, headings too. Outline
 * levels come from the sheet. Rules and the page number are no paragraphs of
 * the text: rules are drawings, the number has a style of its own.
 */

typedef struct
{
  const char *name;
  const char *title;
  gboolean bold;
  gboolean italic;
} Emphasis;

static const Emphasis emphases[] = {
  { "bold", "Chữ đậm", TRUE, FALSE },
  { "italic", "Chữ nghiêng", FALSE, TRUE },
  { "bold-italic", "Chữ đậm nghiêng", TRUE, TRUE },
};

static const char *const part_titles[] = {
  [DT_PART_MAIN] = "Văn bản",
  [DT_PART_ATTACHMENT] = "Văn bản kèm theo",
  [DT_PART_ANNEX] = "Phụ lục",
};

const char *
dt_odt_emphasis (gboolean bold,
                 gboolean italic)
{
  for (guint i = 0; i < G_N_ELEMENTS (emphases); i++)
    {
      if (!emphases[i].bold == !bold && !emphases[i].italic == !italic)
        return emphases[i].name;
    }

  return NULL;
}

/* The role a style inherits from; the role itself where it is "Standard". */
static DtRole
get_parent (DtRole role)
{
  switch ((int) role)
    {
    case DT_ROLE_BASIS:
    case DT_ROLE_OPENING:
    case DT_ROLE_ARTICLE:
    case DT_ROLE_HEADING_1:
    case DT_ROLE_HEADING_2:
    case DT_ROLE_HEADING_3:
    case DT_ROLE_CLAUSE:
    case DT_ROLE_POINT:
    case DT_ROLE_DASH:
    case DT_ROLE_PLUS:
    case DT_ROLE_CLOSING:
    case DT_ROLE_PART:
    case DT_ROLE_PART_TITLE:
    case DT_ROLE_DIVISION:
    case DT_ROLE_DIVISION_TITLE:
      return DT_ROLE_BODY;
    case DT_ROLE_POSITION:
    case DT_ROLE_SIGNER:
      return DT_ROLE_CAPACITY;
    case DT_ROLE_RECIPIENTS:
      return DT_ROLE_RECIPIENT;
    case DT_ROLE_TABLE_HEAD:
      return DT_ROLE_TABLE_CELL;
    default:
      return role;
    }
}

static gboolean
is_paragraph (DtRole role)
{
  return role < DT_ROLE_MOTTO_RULE || role > DT_ROLE_TABLE_RULE;
}

/* The empty line of the signature has the height of the place for it. */
static DtLength
get_space_before (const DtSheet *sheet,
                  const DtStyle *style)
{
  if (style->role == DT_ROLE_SIGNATURE)
    return dt_sheet_get_metrics (sheet)->signature_space - style->line_height;
  return style->space_before;
}

/* What differs from @base, all of it where that is NULL. */
static void
write_paragraph_properties (DtXmlWriter *xml,
                            const DtSheet *sheet,
                            const DtStyle *style,
                            const DtStyle *base)
{
  DtLength before = get_space_before (sheet, style);

  dt_xml_writer_start_element (xml, "style:paragraph-properties");
  if (base == NULL || before != get_space_before (sheet, base))
    dt_odt_length (xml, "fo:margin-top", before);
  if (base == NULL || style->space_after != base->space_after)
    dt_odt_length (xml, "fo:margin-bottom", style->space_after);
  if (base == NULL || style->left_indent != base->left_indent)
    dt_odt_length (xml, "fo:margin-left", style->left_indent);
  if (base == NULL || style->first_indent != base->first_indent)
    dt_odt_length (xml, "fo:text-indent", style->first_indent);
  if (base == NULL || style->line_height != base->line_height)
    dt_odt_length (xml, "fo:line-height", style->line_height);
  if (base == NULL || style->align != base->align)
    dt_odt_align (xml, style->align);
  if (base == NULL || style->orphans != base->orphans)
    dt_xml_writer_attribute_int (xml, "fo:orphans", style->orphans);
  if (base == NULL || style->widows != base->widows)
    dt_xml_writer_attribute_int (xml, "fo:widows", style->widows);
  if (base == NULL || !style->keep_next != !base->keep_next)
    dt_odt_keep_next (xml, style->keep_next);
  dt_xml_writer_end_element (xml);
}

static void
write_text_properties (DtXmlWriter *xml,
                       const DtStyle *style,
                       const DtStyle *base)
{
  dt_xml_writer_start_element (xml, "style:text-properties");
  if (base == NULL || style->size != base->size)
    dt_odt_size (xml, style->size);
  if (base == NULL || !style->bold != !base->bold)
    dt_odt_bold (xml, style->bold);
  if (base == NULL || !style->italic != !base->italic)
    dt_odt_italic (xml, style->italic);
  if (style->color != 0)
    dt_xml_writer_attribute_printf (xml, "fo:color", "#%06x", style->color);
  dt_xml_writer_end_element (xml);
}

static void
write_role (DtXmlWriter *xml,
            const DtSheet *sheet,
            DtRole role)
{
  const DtStyle *style = dt_sheet_get_style (sheet, role);
  DtRole parent = get_parent (role);
  const DtStyle *base = parent != role ? dt_sheet_get_style (sheet, parent) : NULL;

  dt_xml_writer_start_element (xml, "style:style");
  dt_xml_writer_attribute (xml, "style:name", dt_role_get_name (role));
  dt_xml_writer_attribute (xml, "style:display-name", style->title);
  dt_xml_writer_attribute (xml, "style:family", "paragraph");
  dt_xml_writer_attribute (xml, "style:parent-style-name", base != NULL ? dt_role_get_name (parent) : "Standard");
  if (style->heading_level > 0)
    dt_xml_writer_attribute_int (xml, "style:default-outline-level", style->heading_level);
  dt_xml_writer_attribute (xml, "style:class", "text");
  write_paragraph_properties (xml, sheet, style, base);
  write_text_properties (xml, style, base);
  dt_xml_writer_end_element (xml);
}

/* Kerning is off because layout shapes word by word; the language is that of the document, whoever opens it. */
static void
write_default_text (DtXmlWriter *xml,
                    DtComposition *composition)
{
  DtSheet *sheet = dt_composition_get_sheet (composition);
  const char *family = dt_sheet_get_font_family (sheet);
  g_auto (GStrv) language = g_strsplit (dt_composition_get_info (composition)->language, "-", 2);

  dt_xml_writer_start_element (xml, "style:text-properties");
  dt_xml_writer_attribute (xml, "style:font-name", family);
  dt_xml_writer_attribute (xml, "style:font-name-asian", family);
  dt_xml_writer_attribute (xml, "style:font-name-complex", family);
  dt_odt_size (xml, dt_sheet_get_style (sheet, DT_ROLE_BODY)->size);
  dt_xml_writer_attribute (xml, "fo:language", language[0]);
  dt_xml_writer_attribute (xml, "fo:country", language[0] != NULL ? language[1] : NULL);
  dt_xml_writer_attribute (xml, "fo:color", "#000000");
  dt_xml_writer_attribute (xml, "style:letter-kerning", "false");
  dt_xml_writer_attribute (xml, "fo:hyphenate", "false");
  dt_xml_writer_end_element (xml);
}

static void
write_defaults (DtXmlWriter *xml,
                DtComposition *composition)
{
  dt_xml_writer_start_element (xml, "style:default-style");
  dt_xml_writer_attribute (xml, "style:family", "paragraph");
  dt_xml_writer_start_element (xml, "style:paragraph-properties");
  dt_xml_writer_attribute (xml, "style:writing-mode", "page");
  dt_xml_writer_end_element (xml);
  write_default_text (xml, composition);
  dt_xml_writer_end_element (xml);

  dt_xml_writer_start_element (xml, "style:default-style");
  dt_xml_writer_attribute (xml, "style:family", "table");
  dt_xml_writer_start_element (xml, "style:table-properties");
  dt_xml_writer_attribute (xml, "table:border-model", "collapsing");
  dt_xml_writer_end_element (xml);
  dt_xml_writer_end_element (xml);

  dt_xml_writer_start_element (xml, "style:style");
  dt_xml_writer_attribute (xml, "style:name", "Standard");
  dt_xml_writer_attribute (xml, "style:family", "paragraph");
  dt_xml_writer_attribute (xml, "style:class", "text");
  dt_xml_writer_end_element (xml);
}

static void
write_emphases (DtXmlWriter *xml)
{
  for (guint i = 0; i < G_N_ELEMENTS (emphases); i++)
    {
      dt_xml_writer_start_element (xml, "style:style");
      dt_xml_writer_attribute (xml, "style:name", emphases[i].name);
      dt_xml_writer_attribute (xml, "style:display-name", emphases[i].title);
      dt_xml_writer_attribute (xml, "style:family", "text");
      dt_xml_writer_start_element (xml, "style:text-properties");
      if (emphases[i].bold)
        dt_odt_bold (xml, TRUE);
      if (emphases[i].italic)
        dt_odt_italic (xml, TRUE);
      dt_xml_writer_end_element (xml);
      dt_xml_writer_end_element (xml);
    }
}

/* Headings have levels but no numbers: those are part of the text. */
static void
write_outline (DtXmlWriter *xml)
{
  dt_xml_writer_start_element (xml, "text:outline-style");
  dt_xml_writer_attribute (xml, "style:name", "Outline");
  for (int level = 1; level <= 10; level++)
    {
      dt_xml_writer_start_element (xml, "text:outline-level-style");
      dt_xml_writer_attribute_int (xml, "text:level", level);
      dt_xml_writer_attribute (xml, "style:num-format", "");
      dt_xml_writer_end_element (xml);
    }
  dt_xml_writer_end_element (xml);
}

static void
write_named_styles (DtXmlWriter *xml,
                    DtComposition *composition)
{
  DtSheet *sheet = dt_composition_get_sheet (composition);

  dt_xml_writer_start_element (xml, "office:styles");
  write_defaults (xml, composition);
  write_role (xml, sheet, DT_ROLE_BODY);
  for (int role = 0; role < DT_N_ROLES; role++)
    {
      if (role != DT_ROLE_BODY && is_paragraph ((DtRole) role))
        write_role (xml, sheet, (DtRole) role);
    }
  write_emphases (xml);
  write_outline (xml);
  dt_xml_writer_end_element (xml);
}

/* Pages with a number have their header in the top margin, so that the text starts at the same height on all. */
static void
write_page_layout (DtXmlWriter *xml,
                   const DtPageSpec *page,
                   gboolean landscape,
                   gboolean first)
{
  dt_xml_writer_start_element (xml, "style:page-layout");
  dt_xml_writer_attribute_printf (xml, "style:name", "%s%s", landscape ? "landscape" : "portrait", first ? "-first" : "");
  dt_xml_writer_start_element (xml, "style:page-layout-properties");
  dt_odt_length (xml, "fo:page-width", landscape ? page->height : page->width);
  dt_odt_length (xml, "fo:page-height", landscape ? page->width : page->height);
  dt_xml_writer_attribute (xml, "style:num-format", "1");
  dt_xml_writer_attribute (xml, "style:print-orientation", landscape ? "landscape" : "portrait");
  dt_odt_length (xml, "fo:margin-top", first ? page->margin_top : page->number_top);
  dt_odt_length (xml, "fo:margin-bottom", page->margin_bottom);
  dt_odt_length (xml, "fo:margin-left", page->margin_left);
  dt_odt_length (xml, "fo:margin-right", page->margin_right);
  dt_xml_writer_attribute (xml, "style:writing-mode", "lr-tb");
  dt_xml_writer_end_element (xml);

  if (!first)
    {
      dt_xml_writer_start_element (xml, "style:header-style");
      dt_xml_writer_start_element (xml, "style:header-footer-properties");
      dt_odt_length (xml, "fo:min-height", page->margin_top - page->number_top);
      dt_odt_length (xml, "fo:margin-left", 0);
      dt_odt_length (xml, "fo:margin-right", 0);
      dt_odt_length (xml, "fo:margin-bottom", 0);
      dt_xml_writer_attribute (xml, "style:dynamic-spacing", "false");
      dt_xml_writer_end_element (xml);
      dt_xml_writer_end_element (xml);
    }
  dt_xml_writer_end_element (xml);
}

static void
write_page_number (DtXmlWriter *xml)
{
  dt_xml_writer_start_element (xml, "style:header");
  dt_xml_writer_start_element (xml, "text:p");
  dt_xml_writer_set_mixed (xml);
  dt_xml_writer_attribute (xml, "text:style-name", dt_role_get_name (DT_ROLE_PAGE_NUMBER));
  dt_xml_writer_start_element (xml, "text:page-number");
  dt_xml_writer_attribute (xml, "text:select-page", "current");
  dt_xml_writer_text (xml, "2");
  dt_xml_writer_end_element (xml);
  dt_xml_writer_end_element (xml);
  dt_xml_writer_end_element (xml);
}

static void
write_master (DtXmlWriter *xml,
              const DtBlock *part,
              gboolean first)
{
  const char *side = part->landscape ? " (ngang)" : "";
  g_autofree char *name = dt_odt_master_name (part, first);
  g_autofree char *next = dt_odt_master_name (part, FALSE);

  dt_xml_writer_start_element (xml, "style:master-page");
  dt_xml_writer_attribute (xml, "style:name", name);
  dt_xml_writer_attribute_printf (xml, "style:display-name", "%s%s, %s", part_titles[part->part], side,
                                  first ? "trang đầu" : "trang tiếp theo");
  dt_xml_writer_attribute_printf (xml, "style:page-layout-name", "%s%s", part->landscape ? "landscape" : "portrait",
                                  first ? "-first" : "");
  dt_xml_writer_attribute (xml, "style:next-style-name", first ? next : NULL);
  if (!first)
    write_page_number (xml);
  dt_xml_writer_end_element (xml);
}

/* Two masters for each kind of page sequence the document has: the first page is not numbered. */
static void
write_masters (DtXmlWriter *xml,
               DtComposition *composition)
{
  guint n_blocks;
  DtBlock *const *blocks = dt_composition_get_blocks (composition, &n_blocks);
  guint written = 0;

  dt_xml_writer_start_element (xml, "office:master-styles");
  for (guint i = 0; i < n_blocks; i++)
    {
      guint bit = 1u << ((guint) blocks[i]->part * 2 + (blocks[i]->landscape ? 1 : 0));

      if (blocks[i]->kind != DT_BLOCK_PART || (written & bit) != 0)
        continue;
      written |= bit;
      write_master (xml, blocks[i], TRUE);
      write_master (xml, blocks[i], FALSE);
    }
  dt_xml_writer_end_element (xml);
}

/* styles.xml. */
GBytes *
dt_odt_styles (DtComposition *composition)
{
  static const char *const prefixes[] = { "fo", "office", "style", "svg", "table", "text", NULL };
  const DtPageSpec *page = dt_sheet_get_page (dt_composition_get_sheet (composition));
  g_autoptr (DtXmlWriter) xml = dt_xml_writer_new (TRUE);

  dt_xml_writer_start_element (xml, "office:document-styles");
  dt_odt_namespaces (xml, prefixes);
  dt_odt_font_faces (xml, dt_composition_get_sheet (composition));
  write_named_styles (xml, composition);

  dt_xml_writer_start_element (xml, "office:automatic-styles");
  for (int i = 0; i < 4; i++)
    write_page_layout (xml, page, i / 2 == 1, i % 2 == 0);
  dt_xml_writer_end_element (xml);

  write_masters (xml, composition);
  dt_xml_writer_end_element (xml);

  return dt_xml_writer_finish (xml);
}
