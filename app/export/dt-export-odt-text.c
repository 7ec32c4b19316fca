/* dt-export-odt-text.c - paragraphs of content.xml
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-export-odt"

#include "config.h"

#include "export/dt-export-odt-private.h"

#include <string.h>

#include "export/dt-export-pdf-tags.h"
#include "layout/dt-fit.h"
#include "layout/dt-paragraph.h"

/* How a stretch of text differs from its paragraph. */
typedef enum
{
  CHANGE_NONE,
  CHANGE_ON,
  CHANGE_OFF,
} Change;

/* Writes a paragraph's text: line breaks go to @starts, word joiners to @held; both count bytes, upwards. */
typedef struct
{
  DtOdt *odt;
  const char *text;
  guint length;
  const guint *starts;
  guint n_starts;
  const guint *held;
  guint n_held;
  gboolean broken; /* the line break at hand is written */
} TextWriter;

const DtBlock *
dt_odt_take_start (DtOdt *self)
{
  const DtBlock *part = self->starts ? self->part : NULL;

  self->starts = FALSE;
  return part;
}

void
dt_odt_start_attributes (DtXmlWriter *xml,
                         const DtBlock *part)
{
  g_autofree char *name = part != NULL ? dt_odt_master_name (part, TRUE) : NULL;

  dt_xml_writer_attribute (xml, "style:master-page-name", name);
}

/* Attached texts and annexes count their pages for themselves (Phụ lục I, mục III, khoản 1, điểm đ). */
void
dt_odt_start_properties (DtXmlWriter *xml,
                         const DtBlock *part)
{
  if (part != NULL && part->part != DT_PART_MAIN)
    dt_xml_writer_attribute (xml, "style:page-number", "1");
}

static void
write_variant (DtOdt *self,
               const DtOdtVariant *variant,
               guint number)
{
  const DtStyle *style = dt_sheet_get_style (self->sheet, variant->role);
  DtXmlWriter *xml = self->styles;

  dt_xml_writer_start_element (xml, "style:style");
  dt_xml_writer_attribute_printf (xml, "style:name", "P%u", number);
  dt_xml_writer_attribute (xml, "style:family", "paragraph");
  dt_xml_writer_attribute (xml, "style:parent-style-name", dt_role_get_name (variant->role));
  dt_odt_start_attributes (xml, variant->part);
  if (style->heading_level > 0 && !variant->is_heading)
    dt_xml_writer_attribute (xml, "style:default-outline-level", "");

  dt_xml_writer_start_element (xml, "style:paragraph-properties");
  if (variant->align != style->align)
    dt_odt_align (xml, variant->align);
  if (!variant->keep_next != !style->keep_next)
    dt_odt_keep_next (xml, variant->keep_next);
  dt_odt_start_properties (xml, variant->part);
  dt_xml_writer_end_element (xml);

  if (variant->size != style->size)
    {
      dt_xml_writer_start_element (xml, "style:text-properties");
      dt_odt_size (xml, variant->size);
      dt_xml_writer_end_element (xml);
    }
  dt_xml_writer_end_element (xml);
}

static gboolean
variant_equal (const DtOdtVariant *a,
               const DtOdtVariant *b)
{
  return a->role == b->role && a->size == b->size && a->align == b->align && !a->keep_next == !b->keep_next &&
         !a->is_heading == !b->is_heading && a->part == b->part;
}

/* The number of the automatic style for @variant, written now if it is new. */
static guint
find_variant (DtOdt *self,
              const DtOdtVariant *variant)
{
  for (guint i = 0; i < self->variants->len; i++)
    {
      if (variant_equal (&g_array_index (self->variants, DtOdtVariant, i), variant))
        return i + 1;
    }

  g_array_append_val (self->variants, *variant);
  write_variant (self, variant, self->variants->len);
  return self->variants->len;
}

static void
write_paragraph_style (DtOdt *self,
                       const DtOdtVariant *variant)
{
  const DtStyle *style = dt_sheet_get_style (self->sheet, variant->role);
  DtOdtVariant plain = {
    .role = variant->role,
    .size = style->size,
    .align = style->align,
    .keep_next = style->keep_next,
    .is_heading = style->heading_level > 0,
  };

  if (variant_equal (variant, &plain))
    dt_xml_writer_attribute (self->body, "text:style-name", dt_role_get_name (variant->role));
  else
    dt_xml_writer_attribute_printf (self->body, "text:style-name", "P%u", find_variant (self, variant));
}

static Change
get_change (gboolean now,
            gboolean base)
{
  if (!now == !base)
    return CHANGE_NONE;
  return now ? CHANGE_ON : CHANGE_OFF;
}

/* Emphasis is a named style; what takes bold or italics away is rare and gets an automatic one. */
static void
start_span (DtOdt *self,
            Change bold,
            Change italic)
{
  guint bit = 1u << ((guint) bold * 3 + (guint) italic);
  const char *named = NULL;

  if (bold != CHANGE_OFF && italic != CHANGE_OFF)
    named = dt_odt_emphasis (bold == CHANGE_ON, italic == CHANGE_ON);

  if (named == NULL && (self->span_styles & bit) == 0)
    {
      self->span_styles |= bit;
      dt_xml_writer_start_element (self->styles, "style:style");
      dt_xml_writer_attribute_printf (self->styles, "style:name", "S%u%u", bold, italic);
      dt_xml_writer_attribute (self->styles, "style:family", "text");
      dt_xml_writer_start_element (self->styles, "style:text-properties");
      if (bold != CHANGE_NONE)
        dt_odt_bold (self->styles, bold == CHANGE_ON);
      if (italic != CHANGE_NONE)
        dt_odt_italic (self->styles, italic == CHANGE_ON);
      dt_xml_writer_end_element (self->styles);
      dt_xml_writer_end_element (self->styles);
    }

  dt_xml_writer_start_element (self->body, "text:span");
  if (named != NULL)
    dt_xml_writer_attribute (self->body, "text:style-name", named);
  else
    dt_xml_writer_attribute_printf (self->body, "text:style-name", "S%u%u", bold, italic);
}

static void
write_line_break (DtOdt *self)
{
  dt_xml_writer_start_element (self->body, "text:line-break");
  dt_xml_writer_end_element (self->body);
  self->after_blank = TRUE;
}

static void
write_blanks (DtOdt *self,
              guint n)
{
  if (n == 0)
    return;

  dt_xml_writer_start_element (self->body, "text:s");
  if (n > 1)
    dt_xml_writer_attribute_int (self->body, "text:c", n);
  dt_xml_writer_end_element (self->body);
}

/* ODF reads white space as one blank, and none at the ends of a paragraph: blanks that would be lost are
 * elements. Tabs are blanks in layout, so they are here.
 */
static void
write_plain (TextWriter *self,
             guint from,
             guint to)
{
  DtOdt *odt = self->odt;
  const char *text = self->text;
  guint start = from;
  guint i = from;

  while (i < to)
    {
      guint blanks = 0;

      if ((guchar) text[i] > ' ')
        {
          odt->after_blank = FALSE;
          i++;
          continue;
        }
      if (text[i] == ' ' && !odt->after_blank && i + 1 < self->length)
        {
          odt->after_blank = TRUE;
          i++;
          continue;
        }

      dt_xml_writer_text_len (odt->body, text + start, (gssize) (i - start));
      if (text[i] == '\n')
        {
          write_line_break (odt);
          i++;
        }
      while (i < to && (text[i] == ' ' || text[i] == '\t'))
        {
          blanks++;
          i++;
        }
      if (blanks > 0)
        odt->after_blank = TRUE;
      write_blanks (odt, blanks);
      /* Other control codes are dropped by the writer. */
      start = i;
      while (i < to && (guchar) text[i] < ' ' && text[i] != '\n' && text[i] != '\t')
        start = ++i;
    }
  dt_xml_writer_text_len (odt->body, text + start, (gssize) (to - start));
}

/* Where the blanks begin that stand before the line start @at; they are not written. */
static guint
find_cut (const TextWriter *self,
          guint at)
{
  while (at > 0 && (self->text[at - 1] == ' ' || self->text[at - 1] == '\t' || self->text[at - 1] == '\n'))
    at--;
  return at;
}

static void
write_range (TextWriter *self,
             guint from,
             guint to)
{
  while (from < to)
    {
      guint end = to;

      if (self->n_starts > 0)
        {
          guint cut = find_cut (self, self->starts[0]);

          if (from >= cut)
            {
              if (!self->broken)
                write_line_break (self->odt);
              from = MIN (to, self->starts[0]);
              self->broken = from < self->starts[0];
              if (!self->broken)
                {
                  self->starts++;
                  self->n_starts--;
                }
              continue;
            }
          end = MIN (end, cut);
        }
      if (self->n_held > 0 && self->held[0] <= from)
        {
          dt_xml_writer_text (self->odt->body, DT_WORD_JOINER);
          self->held++;
          self->n_held--;
          continue;
        }
      if (self->n_held > 0)
        end = MIN (end, self->held[0]);

      write_plain (self, from, end);
      from = end;
    }
}

/* All runs, those alike joined; text outside runs looks like its role. */
static void
write_runs (TextWriter *self,
            const DtBlock *block,
            const DtStyle *style)
{
  guint at = 0;
  guint run = 0;

  while (at < self->length)
    {
      Change bold = CHANGE_NONE;
      Change italic = CHANGE_NONE;
      guint end = self->length;

      while (run < block->n_runs && block->runs[run].end <= at)
        run++;
      if (run < block->n_runs && block->runs[run].start > at)
        {
          end = block->runs[run].start;
        }
      else if (run < block->n_runs)
        {
          bold = get_change (block->runs[run].bold, style->bold);
          italic = get_change (block->runs[run].italic, style->italic);
          end = block->runs[run].end;
          while (run + 1 < block->n_runs && block->runs[run + 1].start == end &&
                 get_change (block->runs[run + 1].bold, style->bold) == bold &&
                 get_change (block->runs[run + 1].italic, style->italic) == italic)
            end = block->runs[++run].end;
        }

      end = MIN (end, self->length);
      if (bold != CHANGE_NONE || italic != CHANGE_NONE)
        start_span (self->odt, bold, italic);
      write_range (self, at, end);
      if (bold != CHANGE_NONE || italic != CHANGE_NONE)
        dt_xml_writer_end_element (self->odt->body);
      at = end;
    }
}

/* One graphic style for each kind of rule: as thick as the sheet says, centred, without a place of its own. */
static void
ensure_rule_style (DtOdt *self,
                   DtRole role)
{
  DtXmlWriter *xml = self->styles;

  if ((self->rule_styles & (G_GUINT64_CONSTANT (1) << role)) != 0)
    return;

  self->rule_styles |= G_GUINT64_CONSTANT (1) << role;
  dt_xml_writer_start_element (xml, "style:style");
  dt_xml_writer_attribute (xml, "style:name", dt_role_get_name (role));
  dt_xml_writer_attribute (xml, "style:family", "graphic");
  dt_xml_writer_start_element (xml, "style:graphic-properties");
  dt_xml_writer_attribute (xml, "draw:stroke", "solid");
  dt_odt_length (xml, "svg:stroke-width", dt_sheet_get_style (self->sheet, role)->rule_width);
  dt_xml_writer_attribute_printf (xml, "svg:stroke-color", "#%06x", dt_sheet_get_style (self->sheet, role)->color);
  dt_xml_writer_attribute (xml, "draw:fill", "none");
  dt_xml_writer_attribute (xml, "style:wrap", "run-through");
  dt_xml_writer_attribute (xml, "style:run-through", "foreground");
  dt_xml_writer_attribute (xml, "style:number-wrapped-paragraphs", "no-limit");
  dt_xml_writer_attribute (xml, "style:horizontal-pos", "center");
  dt_xml_writer_attribute (xml, "style:horizontal-rel", "paragraph");
  dt_xml_writer_attribute (xml, "style:vertical-pos", "from-top");
  dt_xml_writer_attribute (xml, "style:vertical-rel", "paragraph");
  dt_xml_writer_end_element (xml);
  dt_xml_writer_end_element (xml);
}

static void
start_drawing (DtOdt *self,
               const char *element,
               DtRole role)
{
  ensure_rule_style (self, role);
  dt_xml_writer_start_element (self->body, element);
  dt_xml_writer_attribute (self->body, "text:anchor-type", "paragraph");
  dt_xml_writer_attribute_int (self->body, "draw:z-index", self->n_rules++);
  dt_xml_writer_attribute (self->body, "draw:style-name", dt_role_get_name (role));
}

static void
write_rule (DtOdt *self,
            const DtOdtParagraph *paragraph)
{
  const DtStyle *rule = dt_sheet_get_style (self->sheet, paragraph->rule->role);
  const DtStyle *above = dt_sheet_get_style (self->sheet, paragraph->block->role);
  int foot = dt_twips (above->space_before) + (int) paragraph->n_lines * dt_twips (above->line_height);
  DtLength y = dt_twips_to_um (foot) + rule->rule_gap;

  if (rule->frame_height > 0)
    {
      start_drawing (self, "draw:rect", rule->role);
      dt_odt_length (self->body, "svg:x", 0);
      dt_odt_length (self->body, "svg:y", y - rule->frame_height);
      dt_odt_length (self->body, "svg:width", paragraph->rule_length);
      dt_odt_length (self->body, "svg:height", rule->frame_height);
      dt_xml_writer_end_element (self->body);
      return;
    }
  start_drawing (self, "draw:line", rule->role);
  dt_odt_length (self->body, "svg:x1", 0);
  dt_odt_length (self->body, "svg:y1", y);
  dt_odt_length (self->body, "svg:x2", paragraph->rule_length);
  dt_odt_length (self->body, "svg:y2", y);
  dt_xml_writer_end_element (self->body);
}

/* Whether a document number or a range stands in the text. */
static gboolean
has_protected (DtOdt *self,
               const char *text,
               gsize length)
{
  DtSetter *setter = self->setter;

  if (memchr (text, '-', length) == NULL && strstr (text, "\342\200\223") == NULL)
    return FALSE;

  if (setter->breaks_room < length + 1)
    {
      setter->breaks_room = MAX (2 * setter->breaks_room, length + 1);
      g_free (setter->breaks);
      setter->breaks = g_malloc (setter->breaks_room);
    }
  dt_breaks_find (text, length, setter->breaks);

  return memchr (setter->breaks, DT_BREAK_PROTECTED, length) != NULL;
}

static DtParagraph *
set_paragraph (DtOdt *self,
               const DtBlock *block,
               guint size,
               int limit)
{
  DtParagraphSpec spec = {
    .block = (DtBlock *) block,
    .style = dt_sheet_get_style (self->sheet, block->role),
    .size = size,
    .width = dt_twips_to_um (limit),
    .limit = limit,
  };

  return dt_paragraph_new (self->setter, &spec);
}

void
dt_odt_paragraph (DtOdt *self,
                  const DtOdtParagraph *paragraph)
{
  const DtBlock *block = paragraph->block;
  const DtStyle *style = dt_sheet_get_style (self->sheet, block->role);
  guint level = dt_pdf_heading_level (self->sheet, block);
  const char *text = block->text != NULL ? block->text : "";
  g_autoptr (DtParagraph) set = NULL;
  DtOdtVariant variant = {
    .role = block->role,
    .size = paragraph->size,
    .align = block->align,
    .keep_next = paragraph->keep_next,
    .is_heading = level > 0,
    .part = dt_odt_take_start (self),
  };
  TextWriter writer = {
    .odt = self,
    .text = text,
    .length = (guint) strlen (text),
    .starts = paragraph->starts,
    .n_starts = paragraph->n_starts,
  };

  if (writer.n_starts == 0 && has_protected (self, text, writer.length))
    {
      set = set_paragraph (self, block, paragraph->size, paragraph->limit);
      writer.held = set->held;
      writer.n_held = set->n_held;
    }

  dt_xml_writer_start_element (self->body, level > 0 ? "text:h" : "text:p");
  dt_xml_writer_set_mixed (self->body);
  write_paragraph_style (self, &variant);
  if (level > 0)
    dt_xml_writer_attribute_int (self->body, "text:outline-level", level);
  self->after_blank = TRUE;
  if (paragraph->rule != NULL && paragraph->rule_length > 0)
    write_rule (self, paragraph);
  write_runs (&writer, block, style);
  dt_xml_writer_end_element (self->body);
}

void
dt_odt_flow_paragraph (DtOdt *self,
                       const DtBlock *block,
                       const DtBlock *rule,
                       gboolean keep_next)
{
  const DtStyle *style = dt_sheet_get_style (self->sheet, block->role);
  g_autoptr (GArray) starts = NULL;
  DtOdtParagraph paragraph = {
    .block = block,
    .size = style->size,
    .keep_next = keep_next,
    .limit = self->text_limit,
    .rule = rule,
  };

  if (block->align == DT_ALIGN_CENTER || rule != NULL)
    {
      g_autoptr (DtParagraph) set = set_paragraph (self, block, style->size, self->text_limit);

      starts = g_array_new (FALSE, FALSE, sizeof (guint));
      for (guint i = 1; i < set->n_lines && block->align == DT_ALIGN_CENTER; i++)
        g_array_append_val (starts, set->lines[i].start);
      paragraph.starts = (const guint *) starts->data;
      paragraph.n_starts = starts->len;
      paragraph.n_lines = set->n_lines;
    }
  if (rule != NULL)
    paragraph.rule_length = dt_fit_rule_length (block, rule, self->sheet, self->setter->shaper, self->text_width);

  dt_odt_paragraph (self, &paragraph);
}

void
dt_odt_empty_paragraph (DtOdt *self,
                        DtRole role)
{
  dt_xml_writer_start_element (self->body, "text:p");
  dt_xml_writer_attribute (self->body, "text:style-name", dt_role_get_name (role));
  dt_xml_writer_end_element (self->body);
}

guint
dt_odt_count_lines (DtOdt *self,
                    const DtBlock *block)
{
  g_autoptr (DtParagraph) set = set_paragraph (self, block, dt_sheet_get_style (self->sheet, block->role)->size,
                                               self->text_limit);

  return set->n_lines;
}
