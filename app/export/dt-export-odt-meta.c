/* dt-export-odt-meta.c - meta.xml and settings.xml
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-export-odt"

#include "config.h"

#include "export/dt-export-odt-private.h"

#include "text/dt-date.h"

/* How Writer lays the text out: as new documents of version 7 are, and written
 * out one by one, since what is missing here is taken from old versions. Layout
 * follows the same rules.
 */
static const struct
{
  const char *name;
  const char *type;
  const char *value;
} settings[] = {
  { "AddExternalLeading", "boolean", "true" },
  { "AddFrameOffsets", "boolean", "false" },
  { "AddParaLineSpacingToTableCells", "boolean", "true" },
  { "AddParaSpacingToTableCells", "boolean", "true" },
  { "AddParaTableSpacing", "boolean", "true" },
  { "AddParaTableSpacingAtStart", "boolean", "true" },
  { "AddVerticalFrameOffsets", "boolean", "false" },
  { "AlignTabStopPosition", "boolean", "true" },
  { "CharacterCompressionType", "short", "0" },
  { "CollapseEmptyCellPara", "boolean", "true" },
  { "ConsiderTextWrapOnObjPos", "boolean", "false" },
  { "DoNotJustifyLinesWithManualBreak", "boolean", "false" },
  { "IgnoreFirstLineIndentInNumbering", "boolean", "false" },
  { "IgnoreTabsAndBlanksForLineCalculation", "boolean", "false" },
  { "IsKernAsianPunctuation", "boolean", "false" },
  { "MsWordCompTrailingBlanks", "boolean", "false" },
  { "PrintEmptyPages", "boolean", "false" },
  { "PrinterIndependentLayout", "string", "high-resolution" },
  { "PropLineSpacingShrinksFirstLine", "boolean", "true" },
  { "TabOverflow", "boolean", "true" },
  { "TableRowKeep", "boolean", "false" },
  { "TabsRelativeToIndent", "boolean", "true" },
  { "UnxForceZeroExtLeading", "boolean", "false" },
  { "UseFormerLineSpacing", "boolean", "false" },
  { "UseFormerObjectPositioning", "boolean", "false" },
  { "UseFormerTextWrapping", "boolean", "false" },
  { "UseOldNumbering", "boolean", "false" },
  { "UseOldPrinterMetrics", "boolean", "false" },
  { "WordLikeWrapForAsCharFlys", "boolean", "false" },
};

static const char *
get_head_attribute (DtComposition *composition,
                    DtAttribute attribute)
{
  DtNode *root = dt_plan_get_root (dt_composition_get_plan (composition));
  DtNode *head = dt_node_find_child (root, DT_NODE_HEAD);

  return head != NULL ? dt_node_get_attribute (head, attribute) : NULL;
}

/* The signer's own title is the last one given. */
static const char *
get_position (DtNode *signature)
{
  const char *position = NULL;

  for (guint i = 0; i < dt_node_get_n_children (signature); i++)
    {
      DtNode *child = dt_node_get_child (signature, i);

      if (dt_node_get_kind (child) == DT_NODE_CAPACITY)
        position = dt_node_get_text (child);
    }

  return position;
}

static void
write_field (DtXmlWriter *xml,
             const char *name,
             const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  dt_xml_writer_start_element (xml, "meta:user-defined");
  dt_xml_writer_attribute (xml, "meta:name", name);
  dt_xml_writer_attribute (xml, "meta:value-type", "string");
  dt_xml_writer_text (xml, value);
  dt_xml_writer_end_element (xml);
}

static const char *
get_type_name (DtComposition *composition)
{
  guint n_blocks;
  DtBlock *const *blocks = dt_composition_get_blocks (composition, &n_blocks);

  return n_blocks > 0 ? blocks[0]->part_title : NULL;
}

/* The data of an outgoing document (Phụ lục VI, phần II, mục I), under the names it has there. */
static void
write_fields (DtXmlWriter *xml,
              DtComposition *composition)
{
  const DtDocumentInfo *info = dt_composition_get_info (composition);
  DtNode *root = dt_plan_get_root (dt_composition_get_plan (composition));
  DtNode *signature = dt_node_find_child (root, DT_NODE_SIGNATURE);
  g_autofree char *date = NULL;
  DtDate day = DT_DATE_INIT;

  if (*info->date != '\0' && dt_date_parse_iso (info->date, &day))
    date = g_strdup_printf ("%02u/%02u/%04u", day.day, day.month, day.year);

  write_field (xml, "TypeName", get_type_name (composition));
  write_field (xml, "CodeNumber", get_head_attribute (composition, DT_ATTR_NUMBER));
  write_field (xml, "CodeNotation", get_head_attribute (composition, DT_ATTR_SYMBOL));
  write_field (xml, "IssuedDate", date);
  write_field (xml, "OrganName", info->author);
  write_field (xml, "Subject", info->subject);
  write_field (xml, "Language", info->language);
  write_field (xml, "Priority", get_head_attribute (composition, DT_ATTR_URGENCY));
  if (signature != NULL)
    {
      write_field (xml, "Position", get_position (signature));
      write_field (xml, "FullName", dt_node_get_child_text (signature, DT_NODE_SIGNER));
    }
}

static const char *
or_null (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

/* Writer guesses where pages start when the file tells of more paragraphs than this, or of none, and then moves
 * paragraphs back one by one, which leaves headings alone at the feet of pages. Told of fewer, it fills one page
 * after the other as layout does.
 */
#define MOST_PARAGRAPHS 100

static void
write_statistics (DtXmlWriter *xml,
                  DtComposition *composition)
{
  guint n_blocks;
  DtBlock *const *blocks = dt_composition_get_blocks (composition, &n_blocks);
  guint n_paragraphs = 0;
  guint n_tables = 0;

  for (guint i = 0; i < n_blocks; i++)
    {
      n_paragraphs += blocks[i]->kind == DT_BLOCK_PARAGRAPH ? 1 : 0;
      n_tables += blocks[i]->kind == DT_BLOCK_TABLE || blocks[i]->kind == DT_BLOCK_COLUMNS ? 1 : 0;
    }

  dt_xml_writer_start_element (xml, "meta:document-statistic");
  dt_xml_writer_attribute_int (xml, "meta:table-count", n_tables);
  dt_xml_writer_attribute_int (xml, "meta:paragraph-count", CLAMP (n_paragraphs, 2, MOST_PARAGRAPHS));
  dt_xml_writer_end_element (xml);
}

/* meta.xml. Only the plan's own date is told: the clock would change the bytes. */
GBytes *
dt_odt_meta (DtComposition *composition)
{
  static const char *const prefixes[] = { "dc", "meta", "office", NULL };
  const DtDocumentInfo *info = dt_composition_get_info (composition);
  g_autoptr (DtXmlWriter) xml = dt_xml_writer_new (TRUE);
  g_autofree char *created = *info->date != '\0' ? g_strconcat (info->date, "T00:00:00", NULL) : NULL;

  dt_xml_writer_start_element (xml, "office:document-meta");
  dt_odt_namespaces (xml, prefixes);
  dt_xml_writer_start_element (xml, "office:meta");
  dt_xml_writer_text_element (xml, "meta:generator", "DuThao/" PACKAGE_VERSION);
  dt_xml_writer_text_element (xml, "dc:title", or_null (info->title));
  dt_xml_writer_text_element (xml, "dc:subject", or_null (info->subject));
  dt_xml_writer_text_element (xml, "meta:keyword", or_null (info->keywords));
  dt_xml_writer_text_element (xml, "meta:initial-creator", or_null (info->author));
  dt_xml_writer_text_element (xml, "dc:creator", or_null (info->author));
  dt_xml_writer_text_element (xml, "meta:creation-date", created);
  dt_xml_writer_text_element (xml, "dc:language", or_null (info->language));
  write_statistics (xml, composition);
  write_fields (xml, composition);
  dt_xml_writer_end_element (xml);
  dt_xml_writer_end_element (xml);

  return dt_xml_writer_finish (xml);
}

/* settings.xml. */
GBytes *
dt_odt_settings (void)
{
  static const char *const prefixes[] = { "config", "office", "ooo", NULL };
  g_autoptr (DtXmlWriter) xml = dt_xml_writer_new (TRUE);

  dt_xml_writer_start_element (xml, "office:document-settings");
  dt_odt_namespaces (xml, prefixes);
  dt_xml_writer_start_element (xml, "office:settings");
  dt_xml_writer_start_element (xml, "config:config-item-set");
  dt_xml_writer_attribute (xml, "config:name", "ooo:configuration-settings");
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      dt_xml_writer_start_element (xml, "config:config-item");
      dt_xml_writer_attribute (xml, "config:name", settings[i].name);
      dt_xml_writer_attribute (xml, "config:type", settings[i].type);
      dt_xml_writer_text (xml, settings[i].value);
      dt_xml_writer_end_element (xml);
    }
  dt_xml_writer_end_element (xml);
  dt_xml_writer_end_element (xml);
  dt_xml_writer_end_element (xml);

  return dt_xml_writer_finish (xml);
}
