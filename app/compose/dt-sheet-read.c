/* dt-sheet-read.c - reading a style sheet
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compose/dt-sheet-private.h"

#include "base/dt-xml-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stddef.h>

#define SHEET_NAMESPACE "https://duthao.github.io/ns/sheet"

typedef enum
{
  FIELD_SIZE,
  FIELD_LENGTH,
  FIELD_COUNT,
  FIELD_FLAG,
  FIELD_ALIGN,
  FIELD_EVIDENCE,
  FIELD_COLOR,
  FIELD_STRING,
} FieldType;

/* One attribute of the file and the field it fills. */
typedef struct
{
  const char *name;
  FieldType type;
  gsize offset;
} Field;

static const Field style_fields[] = {
  { "title", FIELD_STRING, offsetof (DtStyle, title) },
  { "size", FIELD_SIZE, offsetof (DtStyle, size) },
  { "size-min", FIELD_SIZE, offsetof (DtStyle, size_min) },
  { "size-max", FIELD_SIZE, offsetof (DtStyle, size_max) },
  { "bold", FIELD_FLAG, offsetof (DtStyle, bold) },
  { "italic", FIELD_FLAG, offsetof (DtStyle, italic) },
  { "caps", FIELD_FLAG, offsetof (DtStyle, caps) },
  { "align", FIELD_ALIGN, offsetof (DtStyle, align) },
  { "first-indent", FIELD_LENGTH, offsetof (DtStyle, first_indent) },
  { "left-indent", FIELD_LENGTH, offsetof (DtStyle, left_indent) },
  { "before", FIELD_LENGTH, offsetof (DtStyle, space_before) },
  { "after", FIELD_LENGTH, offsetof (DtStyle, space_after) },
  { "line", FIELD_LENGTH, offsetof (DtStyle, line_height) },
  { "orphans", FIELD_COUNT, offsetof (DtStyle, orphans) },
  { "widows", FIELD_COUNT, offsetof (DtStyle, widows) },
  { "keep-next", FIELD_FLAG, offsetof (DtStyle, keep_next) },
  { "level", FIELD_COUNT, offsetof (DtStyle, heading_level) },
  { "color", FIELD_COLOR, offsetof (DtStyle, color) },
  { "length", FIELD_COUNT, offsetof (DtStyle, rule_permille) },
  { "length-min", FIELD_COUNT, offsetof (DtStyle, rule_permille_min) },
  { "length-max", FIELD_COUNT, offsetof (DtStyle, rule_permille_max) },
  { "gap", FIELD_LENGTH, offsetof (DtStyle, rule_gap) },
  { "thickness", FIELD_LENGTH, offsetof (DtStyle, rule_width) },
  { "height", FIELD_LENGTH, offsetof (DtStyle, frame_height) },
  { "width", FIELD_LENGTH, offsetof (DtStyle, frame_width) },
  { "padding", FIELD_LENGTH, offsetof (DtStyle, frame_padding) },
  { "clause", FIELD_STRING, offsetof (DtStyle, clause) },
  { "evidence", FIELD_EVIDENCE, offsetof (DtStyle, evidence) },
};

static const Field page_fields[] = {
  { "width", FIELD_LENGTH, offsetof (DtPageSpec, width) },
  { "height", FIELD_LENGTH, offsetof (DtPageSpec, height) },
  { "margin-top", FIELD_LENGTH, offsetof (DtPageSpec, margin_top) },
  { "margin-bottom", FIELD_LENGTH, offsetof (DtPageSpec, margin_bottom) },
  { "margin-left", FIELD_LENGTH, offsetof (DtPageSpec, margin_left) },
  { "margin-right", FIELD_LENGTH, offsetof (DtPageSpec, margin_right) },
  { "number-top", FIELD_LENGTH, offsetof (DtPageSpec, number_top) },
};

static const Field metrics_fields[] = {
  { "hang-max", FIELD_LENGTH, offsetof (DtMetrics, hang_max) },
  { "gap", FIELD_LENGTH, offsetof (DtMetrics, gap) },
  { "signature-left", FIELD_LENGTH, offsetof (DtMetrics, signature_left) },
  { "signature-space", FIELD_LENGTH, offsetof (DtMetrics, signature_space) },
  { "cell-padding-x", FIELD_LENGTH, offsetof (DtMetrics, cell_padding_x) },
  { "cell-padding-y", FIELD_LENGTH, offsetof (DtMetrics, cell_padding_y) },
  { "border", FIELD_LENGTH, offsetof (DtMetrics, border) },
};

static const char *const aligns[] = { "left", "center", "right", "justify" };

/* "10mm", "6pt" or "1cm" to µm. */
static gboolean
parse_length (const char *text,
              DtLength *length)
{
  char *end = NULL;
  double value = g_ascii_strtod (text, &end);
  double um;

  if (end == text || !isfinite (value) || value < 0 || value > 2000)
    return FALSE;

  if (g_str_equal (end, "mm"))
    um = value * 1000;
  else if (g_str_equal (end, "cm"))
    um = value * 10000;
  else if (g_str_equal (end, "pt"))
    um = value * 25400 / 72;
  else
    return FALSE;

  *length = (DtLength) lround (um);
  return TRUE;
}

static gboolean
parse_size (const char *text,
            guint *size)
{
  char *end = NULL;
  double value = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !(value >= 4 && value <= 96))
    return FALSE;

  *size = (guint) lround (value * 100);
  return TRUE;
}

static gboolean
parse_count (const char *text,
             guint *count)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, 0, 10000, &value, NULL))
    return FALSE;

  *count = (guint) value;
  return TRUE;
}

static gboolean
parse_flag (const char *text,
            gboolean *flag)
{
  *flag = g_str_equal (text, "yes");
  return *flag || g_str_equal (text, "no");
}

static gboolean
parse_align (const char *text,
             DtAlign *align)
{
  for (guint i = 0; i < G_N_ELEMENTS (aligns); i++)
    {
      if (g_str_equal (text, aligns[i]))
        {
          *align = (DtAlign) i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
parse_evidence (const char *text,
                char *evidence)
{
  *evidence = *text;
  return *text != '\0' && text[1] == '\0' && strchr ("TMDPSK", *text) != NULL;
}

/* "#rrggbb" */
static gboolean
parse_color (const char *text,
             guint *color)
{
  guint64 value;

  if (*text != '#' || strlen (text) != 7 || !g_ascii_string_to_unsigned (text + 1, 16, 0, 0xffffff, &value, NULL))
    return FALSE;

  *color = (guint) value;
  return TRUE;
}

/* What a value of this type looks like, for messages. */
static const char *
describe_type (FieldType type)
{
  switch (type)
    {
    case FIELD_SIZE:
      return _ ("a size in points between 4 and 96");
    case FIELD_LENGTH:
      return _ ("a length such as 10mm or 6pt");
    case FIELD_COUNT:
      return _ ("a whole number");
    case FIELD_FLAG:
      return _ ("yes or no");
    case FIELD_ALIGN:
      return _ ("left, center, right or justify");
    case FIELD_EVIDENCE:
      return _ ("one of the letters T M D P S K");
    case FIELD_COLOR:
      return _ ("a colour such as #ff0000");
    case FIELD_STRING:
    default:
      return _ ("text");
    }
}

static gboolean
parse_value (DtSheet *self,
             FieldType type,
             const char *value,
             gpointer field)
{
  switch (type)
    {
    case FIELD_SIZE:
      return parse_size (value, field);
    case FIELD_LENGTH:
      return parse_length (value, field);
    case FIELD_COUNT:
      return parse_count (value, field);
    case FIELD_FLAG:
      return parse_flag (value, field);
    case FIELD_ALIGN:
      return parse_align (value, field);
    case FIELD_EVIDENCE:
      return parse_evidence (value, field);
    case FIELD_COLOR:
      return parse_color (value, field);
    case FIELD_STRING:
    default:
      *(const char **) field = g_string_chunk_insert_const (self->strings, value);
      return TRUE;
    }
}

/* Fills @record from the attributes at hand; those of @also are read elsewhere. */
static gboolean
read_fields (DtSheet *self,
             DtXmlReader *reader,
             const Field *fields,
             guint n_fields,
             const char *also,
             gpointer record,
             GError **error)
{
  for (guint i = 0; i < dt_xml_reader_get_n_attributes (reader); i++)
    {
      const char *name = dt_xml_reader_get_attribute_name (reader, i);
      const char *value = dt_xml_reader_get_attribute_value (reader, i);
      guint f = 0;

      while (f < n_fields && !g_str_equal (fields[f].name, name))
        f++;

      if (f == n_fields)
        {
          if (g_strcmp0 (name, also) == 0)
            continue;
          return dt_xml_reader_error_at_attribute (reader, name, error, _ ("unknown attribute “%s”"), name);
        }

      if (!parse_value (self, fields[f].type, value, (char *) record + fields[f].offset))
        return dt_xml_reader_error_at_attribute (reader, name, error, _ ("“%s” is “%s”; expected %s"),
                                                 name, value, describe_type (fields[f].type));
    }

  return TRUE;
}

static gboolean
read_style (DtSheet *self,
            DtXmlReader *reader,
            GError **error)
{
  const char *name = dt_xml_reader_require_attribute (reader, "role", error);
  DtStyle *style;
  int role;

  if (name == NULL)
    return FALSE;

  role = dt_role_find (name);
  if (role < 0)
    return dt_xml_reader_error_at_attribute (reader, "role", error, _ ("unknown role “%s”"), name);
  if (self->present[role])
    return dt_xml_reader_error_at_attribute (reader, "role", error, _ ("a second style for “%s”"), name);

  style = &self->styles[role];
  style->role = (DtRole) role;
  style->orphans = 1;
  style->widows = 1;
  self->present[role] = TRUE;

  if (!read_fields (self, reader, style_fields, G_N_ELEMENTS (style_fields), "role", style, error))
    return FALSE;

  if (style->title == NULL || style->clause == NULL || style->evidence == '\0')
    return dt_xml_reader_error (reader, error, _ ("a style needs a title, a clause and its evidence"));
  if (style->size < style->size_min || style->size > style->size_max)
    return dt_xml_reader_error (reader, error, _ ("the size lies outside its lawful range"));

  return TRUE;
}

static gboolean
read_font (DtSheet *self,
           DtXmlReader *reader,
           GError **error)
{
  static const char *const allowed[] = { "family", "twins", "clause", NULL };
  const char *family = dt_xml_reader_require_attribute (reader, "family", error);
  const char *twins;
  g_auto (GStrv) list = NULL;

  if (family == NULL || !dt_xml_reader_check_attributes (reader, allowed, error))
    return FALSE;

  twins = dt_xml_reader_get_attribute (reader, "twins");
  list = g_strsplit (twins != NULL ? twins : "", ",", -1);
  self->font_family = g_string_chunk_insert_const (self->strings, family);
  g_free (self->font_twins);
  self->font_twins = g_new0 (const char *, g_strv_length (list) + 1);
  for (guint i = 0; list[i] != NULL; i++)
    self->font_twins[i] = g_string_chunk_insert_const (self->strings, g_strstrip (list[i]));

  return TRUE;
}

static gboolean
read_element (DtSheet *self,
              DtXmlReader *reader,
              GError **error)
{
  gboolean ok;

  if (dt_xml_reader_is (reader, SHEET_NAMESPACE, "style") || dt_xml_reader_is (reader, SHEET_NAMESPACE, "rule") ||
      dt_xml_reader_is (reader, SHEET_NAMESPACE, "frame"))
    ok = read_style (self, reader, error);
  else if (dt_xml_reader_is (reader, SHEET_NAMESPACE, "font"))
    ok = read_font (self, reader, error);
  else if (dt_xml_reader_is (reader, SHEET_NAMESPACE, "page"))
    ok = read_fields (self, reader, page_fields, G_N_ELEMENTS (page_fields), "clause", &self->page, error);
  else if (dt_xml_reader_is (reader, SHEET_NAMESPACE, "metrics"))
    ok = read_fields (self, reader, metrics_fields, G_N_ELEMENTS (metrics_fields), NULL, &self->metrics, error);
  else
    return dt_xml_reader_error_unexpected (reader, "font, page, metrics, style, rule, frame", error);

  if (!ok)
    return FALSE;

  return dt_xml_reader_next_tag (reader, error) == DT_XML_EVENT_END ||
         (dt_xml_reader_get_event (reader) == DT_XML_EVENT_START &&
          dt_xml_reader_error_unexpected (reader, _ ("nothing"), error));
}

static gboolean
check_complete (DtSheet *self,
                DtXmlReader *reader,
                GError **error)
{
  if (self->font_family == NULL || self->page.width == 0 || self->metrics.border == 0)
    return dt_xml_reader_error (reader, error, _ ("a sheet needs font, page and metrics"));
  if (self->page.width - self->page.margin_left - self->page.margin_right < DT_MM (50) ||
      self->page.height - self->page.margin_top - self->page.margin_bottom < DT_MM (50))
    return dt_xml_reader_error (reader, error, _ ("the margins leave no room for text"));

  for (int role = 0; role < DT_N_ROLES; role++)
    {
      if (!self->present[role])
        return dt_xml_reader_error (reader, error, _ ("no style for the role “%s”"), dt_role_get_name ((DtRole) role));
    }

  return TRUE;
}

static gboolean
read_sheet (DtSheet *self,
            DtXmlReader *reader,
            GError **error)
{
  static const char *const allowed[] = { "version", "id", "title", NULL };

  if (dt_xml_reader_next_tag (reader, error) != DT_XML_EVENT_START)
    return FALSE;
  if (!dt_xml_reader_is (reader, SHEET_NAMESPACE, "sheet"))
    return dt_xml_reader_error_unexpected (reader, "sheet", error);
  if (!dt_xml_reader_check_attributes (reader, allowed, error))
    return FALSE;
  if (g_strcmp0 (dt_xml_reader_get_attribute (reader, "version"), "1") != 0)
    return dt_xml_reader_error (reader, error, _ ("unknown version of the style sheet; this program reads version 1"));

  for (;;)
    {
      switch (dt_xml_reader_next_tag (reader, error))
        {
        case DT_XML_EVENT_START:
          if (!read_element (self, reader, error))
            return FALSE;
          break;
        case DT_XML_EVENT_END:
          return check_complete (self, reader, error);
        case DT_XML_EVENT_NONE:
        case DT_XML_EVENT_TEXT:
        case DT_XML_EVENT_EOF:
        case DT_XML_EVENT_ERROR:
        default:
          return FALSE;
        }
    }
}

/**
 * dt_sheet_read:
 * @bytes: a style sheet as XML
 * @name: what messages call it
 * @error: return location for an error
 *
 * Reads a style sheet. Every role must have a style, and every style a clause.
 *
 * Returns: (transfer full): a sheet, or %NULL with @error set
 */
DtSheet *
dt_sheet_read (GBytes *bytes,
               const char *name,
               GError **error)
{
  g_autoptr (DtXmlReader) reader = NULL;
  g_autoptr (DtSheet) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = dt_xml_reader_new (bytes, name, NULL, error);
  if (reader == NULL)
    return NULL;

  self = g_atomic_rc_box_new0 (DtSheet);
  self->strings = g_string_chunk_new (1024);
  if (!read_sheet (self, reader, error))
    return NULL;

  return g_steal_pointer (&self);
}
