/* dt-template-reader.c - a template from XML
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-template.h"

#include "base/dt-xml-reader.h"
#include "model/dt-schema.h"
#include "template/dt-profile.h"
#include "template/dt-template-private.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  DtXmlReader *xml;
  DtTemplate *result;
} Reader;

static gboolean
is_element (Reader *self,
            const char *name)
{
  return dt_xml_reader_is (self->xml, DT_TEMPLATE_NAMESPACE, name);
}

static char *
tidy (const char *text)
{
  g_autofree char *normal = dt_text_to_nfc (text);

  return dt_text_collapse (normal);
}

/* A required attribute that is not blank. */
static char *
read_word (Reader *self,
           const char *name,
           GError **error)
{
  const char *value = dt_xml_reader_require_attribute (self->xml, name, error);
  char *word = value != NULL ? tidy (value) : NULL;

  if (word != NULL && *word == '\0')
    {
      g_clear_pointer (&word, g_free);
      dt_xml_reader_error_at_attribute (self->xml, name, error, _ ("attribute “%s”: expected a text"), name);
    }

  return word;
}

/* A required attribute that a node of a plan will carry. */
static char *
read_value (Reader *self,
            const char *name,
            DtNodeKind kind,
            DtAttribute attribute,
            GError **error)
{
  char *value = read_word (self, name, error);
  g_autofree char *expected = value != NULL ? dt_schema_check_value (kind, attribute, value) : NULL;

  if (expected != NULL)
    {
      g_clear_pointer (&value, g_free);
      dt_xml_reader_error_at_attribute (self->xml, name, error, _ ("attribute “%s”: %s"), name, expected);
    }

  return value;
}

/* At START of an element with text: to its END. */
static char *
read_text (Reader *self,
           GError **error)
{
  guint line = dt_xml_reader_get_line (self->xml);
  guint column = dt_xml_reader_get_column (self->xml);
  g_autofree char *name = g_strdup (dt_xml_reader_get_name (self->xml));
  g_autofree char *text = dt_xml_reader_read_text (self->xml, error);
  char *result = text != NULL ? tidy (text) : NULL;

  if (result != NULL && *result == '\0')
    {
      g_autofree char *place = dt_place_prefix (dt_xml_reader_get_file (self->xml), line, column);

      g_clear_pointer (&result, g_free);
      g_set_error (error, DT_XML_ERROR, DT_XML_ERROR_CONTENT, _ ("%s<%s>: expected a text"), place, name);
    }

  return result;
}

static gboolean
read_type (Reader *self,
           DtTemplateField *field,
           GError **error)
{
  const char *value = dt_xml_reader_require_attribute (self->xml, "type", error);

  if (value == NULL)
    return FALSE;
  for (guint i = 0; i < DT_N_FIELD_TYPES; i++)
    if (strcmp (dt_field_type_to_string ((DtFieldType) i), value) == 0)
      {
        field->type = (DtFieldType) i;
        return TRUE;
      }

  return dt_xml_reader_error_at_attribute (
    self->xml, "type", error,
    _ ("there is no type “%s”, expected one of text, number, date, unit, list, choice, period"), value);
}

/* What is gathered while the children of a field are read. */
typedef struct
{
  GPtrArray *examples;
  GPtrArray *defaults;
  GArray *options;
} FieldParts;

static gboolean
read_option (Reader *self,
             FieldParts *parts,
             GError **error)
{
  static const char *const attributes[] = { "value", NULL };
  DtFieldOption option;
  g_autofree char *value = NULL;

  if (!dt_xml_reader_check_attributes (self->xml, attributes, error))
    return FALSE;
  value = read_word (self, "value", error);
  option.label = value != NULL ? read_text (self, error) : NULL;
  if (option.label == NULL)
    return FALSE;

  option.value = g_steal_pointer (&value);
  g_array_append_val (parts->options, option);
  return TRUE;
}

/* At START of a child of a field. */
static gboolean
read_field_part (Reader *self,
                 DtTemplateField *field,
                 FieldParts *parts,
                 GError **error)
{
  static const char *const none[] = { NULL };
  GPtrArray *list;
  char *text;

  if (is_element (self, "option") && field->type == DT_FIELD_CHOICE)
    return read_option (self, parts, error);
  if (is_element (self, "example"))
    list = parts->examples;
  else if (is_element (self, "default"))
    list = parts->defaults;
  else if (is_element (self, "help") && field->help == NULL)
    list = NULL;
  else
    return dt_xml_reader_error_unexpected (self->xml,
                                           field->type == DT_FIELD_CHOICE
                                             ? "<option>, <help>, <example>, <default>"
                                             : "<help>, <example>, <default>",
                                           error);
  if (list != NULL && list->len > 0 && field->type != DT_FIELD_LIST)
    return dt_xml_reader_error (self->xml, error, _ ("only a list takes a second <%s>"),
                                dt_xml_reader_get_name (self->xml));

  if (!dt_xml_reader_check_attributes (self->xml, none, error))
    return FALSE;
  text = read_text (self, error);
  if (text == NULL)
    return FALSE;
  if (list != NULL)
    g_ptr_array_add (list, text);
  else
    field->help = text;

  return TRUE;
}

static gboolean
read_field_parts (Reader *self,
                  DtTemplateField *field,
                  GError **error)
{
  FieldParts parts = { g_ptr_array_new (), g_ptr_array_new (), g_array_new (FALSE, FALSE, sizeof (DtFieldOption)) };
  DtXmlEvent event;
  gboolean done = TRUE;

  while (done && (event = dt_xml_reader_next_tag (self->xml, error)) != DT_XML_EVENT_END)
    done = event == DT_XML_EVENT_START && read_field_part (self, field, &parts, error);
  if (done && field->type == DT_FIELD_CHOICE && parts.options->len < 2)
    done = dt_xml_reader_error (self->xml, error, _ ("expected two <option> or more in a choice"));

  field->n_options = parts.options->len;
  field->options = (DtFieldOption *) (gpointer) g_array_free (parts.options, FALSE);
  /* Somebody has to choose: the first option stands until then. */
  if (done && field->type == DT_FIELD_CHOICE && parts.defaults->len == 0)
    g_ptr_array_add (parts.defaults, g_strdup (field->options[0].value));
  g_ptr_array_add (parts.examples, NULL);
  g_ptr_array_add (parts.defaults, NULL);
  field->examples = (const char *const *) g_ptr_array_free (parts.examples, FALSE);
  field->defaults = (const char *const *) g_ptr_array_free (parts.defaults, FALSE);
  if (field->help == NULL)
    field->help = g_strdup ("");

  return done;
}

static gboolean
read_field (Reader *self,
            GError **error)
{
  static const char *const attributes[] = { "key", "type", "label", NULL };
  DtTemplateField *field = g_new0 (DtTemplateField, 1);
  const DtTemplateField *known;

  field->line = dt_xml_reader_get_line (self->xml);
  g_ptr_array_add (self->result->fields, field);
  if (!dt_xml_reader_check_attributes (self->xml, attributes, error) || !read_type (self, field, error))
    return FALSE;

  field->label = read_word (self, "label", error);
  if (field->label == NULL)
    return FALSE;
  field->key = read_value (self, "key", DT_NODE_FIELD, DT_ATTR_KEY, error);
  if (field->key == NULL)
    return FALSE;
  known = dt_template_find_field (self->result, field->key);
  if (known != field)
    return dt_xml_reader_error_at_attribute (self->xml, "key", error, _ ("the field “%s” stands already in line %u"),
                                             field->key, known->line);
  if (dt_profile_key_is_ours (field->key))
    return dt_xml_reader_error_at_attribute (self->xml, "key", error,
                                             _ ("“%s” belongs to the profile, expected another name"), field->key);

  return read_field_parts (self, field, error);
}

static gboolean
read_part_attributes (Reader *self,
                      DtTemplatePart *part,
                      GError **error)
{
  const char *allowed[DT_N_TEMPLATE_PART_ATTRIBUTES + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < DT_N_TEMPLATE_PART_ATTRIBUTES; i++)
    if (dt_template_part_kind_allows_attribute (part->kind, (DtTemplatePartAttribute) i))
      allowed[n++] = dt_template_part_attribute_get_name ((DtTemplatePartAttribute) i);
  if (!dt_xml_reader_check_attributes (self->xml, allowed, error))
    return FALSE;

  for (guint i = 0; i < DT_N_TEMPLATE_PART_ATTRIBUTES; i++)
    {
      const char *name = dt_template_part_attribute_get_name ((DtTemplatePartAttribute) i);
      const char *value = dt_xml_reader_get_attribute (self->xml, name);
      const char *expected;

      if (value == NULL && dt_template_part_kind_requires (part->kind, (DtTemplatePartAttribute) i))
        return dt_xml_reader_require_attribute (self->xml, name, error) != NULL;
      if (value == NULL)
        continue;
      expected = dt_template_part_attribute_check (part->kind, (DtTemplatePartAttribute) i, value);
      if (expected != NULL)
        return dt_xml_reader_error_at_attribute (self->xml, name, error, _ ("attribute “%s”: %s"), name, _ (expected));
      part->attributes[i] = g_strdup (value);
    }

  return TRUE;
}

/* A condition asks one thing. */
static gboolean
check_condition (Reader *self,
                 const DtTemplatePart *part,
                 GError **error)
{
  guint n = (part->attributes[DT_TEMPLATE_PART_ATTR_FIELD] != NULL) + (part->attributes[DT_TEMPLATE_PART_ATTR_UNIT] != NULL) +
            (part->attributes[DT_TEMPLATE_PART_ATTR_LEVEL] != NULL);

  if (part->kind != DT_TEMPLATE_PART_IF && part->kind != DT_TEMPLATE_PART_UNLESS)
    return TRUE;
  if (n != 1)
    return dt_xml_reader_error (self->xml, error,
                                _ ("expected one of field, unit, level in <%s>, as in <%s field=\"kinh-phi\">"),
                                dt_template_part_kind_get_name (part->kind), dt_template_part_kind_get_name (part->kind));
  if (part->attributes[DT_TEMPLATE_PART_ATTR_IS] != NULL && part->attributes[DT_TEMPLATE_PART_ATTR_FIELD] == NULL)
    return dt_xml_reader_error_at_attribute (self->xml, "is", error, _ ("expected “field” beside “is”"));

  return TRUE;
}

static gboolean read_parts (Reader *self,
                            DtTemplatePart *parent,
                            DtTemplatePartKind context,
                            GError **error);

/* What may stand in @context, as "<line>, <section>". */
static char *
describe_children (Reader *self,
                   DtTemplatePartKind context)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < DT_N_TEMPLATE_PART_KINDS; i++)
    if (dt_template_part_kind_allows (self->result->kind, context, (DtTemplatePartKind) i))
      g_string_append_printf (list, "%s<%s>", list->len > 0 ? ", " : "", dt_template_part_kind_get_name ((DtTemplatePartKind) i));

  return g_string_free (list, FALSE);
}

/* At START of a part: to its END. */
static gboolean
read_part (Reader *self,
           DtTemplatePart *parent,
           DtTemplatePartKind context,
           GError **error)
{
  g_autofree char *expected = NULL;
  DtTemplatePart *part;
  guint kind = 0;

  while (kind < DT_N_TEMPLATE_PART_KINDS && !(dt_template_part_kind_allows (self->result->kind, context, (DtTemplatePartKind) kind) &&
                                              is_element (self, dt_template_part_kind_get_name ((DtTemplatePartKind) kind))))
    kind++;
  if (kind == DT_N_TEMPLATE_PART_KINDS)
    {
      expected = describe_children (self, context);
      return dt_xml_reader_error_unexpected (self->xml, expected, error);
    }
  if (kind == DT_TEMPLATE_PART_TITLE && parent->parts->len > 0)
    return dt_xml_reader_error (self->xml, error, _ ("expected <title> before everything else"));

  part = dt_template_part_new ((DtTemplatePartKind) kind);
  part->line = dt_xml_reader_get_line (self->xml);
  part->column = dt_xml_reader_get_column (self->xml);
  g_ptr_array_add (parent->parts, part);
  if (!read_part_attributes (self, part, error) || !check_condition (self, part, error))
    return FALSE;

  if (dt_template_part_kind_has_text (part->kind))
    {
      part->text = read_text (self, error);
      return part->text != NULL;
    }

  return read_parts (self, part, dt_template_part_kind_is_control (part->kind) ? context : part->kind, error);
}

static gboolean
read_parts (Reader *self,
            DtTemplatePart *parent,
            DtTemplatePartKind context,
            GError **error)
{
  DtXmlEvent event;

  while ((event = dt_xml_reader_next_tag (self->xml, error)) == DT_XML_EVENT_START)
    if (!read_part (self, parent, context, error))
      return FALSE;

  return event == DT_XML_EVENT_END;
}

/* <title>, <summary> and the fields; the rest are parts. */
static gboolean
read_content (Reader *self,
              GError **error)
{
  static const char *const none[] = { NULL };
  char **texts[] = { &self->result->title, &self->result->summary };
  const char *names[] = { "name", "summary" };
  DtXmlEvent event;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *expected = g_strdup_printf ("<%s>", names[i]);

      event = dt_xml_reader_next_tag (self->xml, error);
      if (event != DT_XML_EVENT_START && event != DT_XML_EVENT_END)
        return FALSE;
      if (event == DT_XML_EVENT_END || !is_element (self, names[i]))
        return dt_xml_reader_error_unexpected (self->xml, expected, error);
      if (!dt_xml_reader_check_attributes (self->xml, none, error))
        return FALSE;
      *texts[i] = read_text (self, error);
      if (*texts[i] == NULL)
        return FALSE;
    }

  while ((event = dt_xml_reader_next_tag (self->xml, error)) == DT_XML_EVENT_START)
    {
      gboolean done = is_element (self, "field") && self->result->root->parts->len == 0
                        ? read_field (self, error)
                        : read_part (self, self->result->root, DT_TEMPLATE_PART_ROOT, error);

      if (!done)
        return FALSE;
    }

  return event == DT_XML_EVENT_END;
}

/* What only a plan template says of itself. */
static gboolean
read_plan_attributes (Reader *self,
                      GError **error)
{
  const char *authority = dt_xml_reader_get_attribute (self->xml, "authority");

  self->result->document = read_value (self, "kind", DT_NODE_PLAN, DT_ATTR_KIND, error);
  if (self->result->document == NULL)
    return FALSE;
  if (authority != NULL && strcmp (authority, "collective") != 0 && strcmp (authority, "head") != 0)
    return dt_xml_reader_error_at_attribute (self->xml, "authority", error,
                                             _ ("attribute “%s”: expected collective or head, not “%s”"), "authority",
                                             authority);

  self->result->is_collective = g_strcmp0 (authority, "head") != 0;
  return TRUE;
}

static gboolean
read_root (Reader *self,
           GError **error)
{
  static const char *const section_attributes[] = { "format", "id", "version", NULL };
  static const char *const plan_attributes[] = { "format", "id", "version", "kind", "authority", NULL };
  gboolean is_plan;
  const char *format;

  if (dt_xml_reader_next_tag (self->xml, error) != DT_XML_EVENT_START)
    return FALSE;
  is_plan = is_element (self, "plan-template");
  if (!is_plan && !is_element (self, "section-template"))
    return dt_xml_reader_error (
      self->xml, error, _ ("expected <section-template> or <plan-template> of the namespace “%s” at the root"),
      DT_TEMPLATE_NAMESPACE);
  if (!dt_xml_reader_check_attributes (self->xml, is_plan ? plan_attributes : section_attributes, error))
    return FALSE;
  format = dt_xml_reader_require_attribute (self->xml, "format", error);
  if (format == NULL)
    return FALSE;
  if (strcmp (format, DT_TEMPLATE_FORMAT) != 0)
    return dt_xml_reader_error_at_attribute (self->xml, "format", error,
                                             _ ("templates of the format “%s” are not supported, expected “%s”"), format,
                                             DT_TEMPLATE_FORMAT);

  self->result = dt_template_new (is_plan ? DT_TEMPLATE_PLAN : DT_TEMPLATE_SECTION);
  self->result->root->line = dt_xml_reader_get_line (self->xml);
  self->result->root->column = dt_xml_reader_get_column (self->xml);
  self->result->id = read_value (self, "id", DT_NODE_SECTION, DT_ATTR_TEMPLATE, error);
  if (self->result->id == NULL)
    return FALSE;
  self->result->version = read_value (self, "version", DT_NODE_SECTION, DT_ATTR_TEMPLATE_VERSION, error);
  if (self->result->version == NULL || (is_plan && !read_plan_attributes (self, error)))
    return FALSE;
  if (!is_plan)
    self->result->document = g_strdup ("");

  return read_content (self, error);
}

/**
 * dt_template_read:
 * @bytes: the content of a template file
 * @name: (nullable): what to call the file in messages
 * @error: return location for an error
 *
 * Reads a template of a section or of a plan. The reader is strict: what it
 * does not know is an error. Whether fields and other templates that the text
 * names exist is asked by dt_template_check().
 *
 * Returns: (transfer full): the template, or %NULL with @error set to an error
 *   of the %DT_XML_ERROR domain whose message begins with file, line and column
 */
DtTemplate *
dt_template_read (GBytes *bytes,
                  const char *name,
                  GError **error)
{
  g_autoptr (DtXmlReader) xml = NULL;
  Reader self = { NULL, NULL };

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  xml = dt_xml_reader_new (bytes, name, NULL, error);
  if (xml == NULL)
    return NULL;

  self.xml = xml;
  if (!read_root (&self, error))
    g_clear_pointer (&self.result, dt_template_unref);

  return self.result;
}
