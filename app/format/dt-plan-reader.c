/* dt-plan-reader.c - a plan from the XML of a .duthao file
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-plan-file"

#include "config.h"

#include "format/dt-plan-file.h"

#include "base/dt-diagnostic.h"
#include "base/dt-file.h"
#include "base/dt-xml-reader.h"
#include "model/dt-schema.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * The reader asks the schema table at every step, so that a complaint stands
 * at the line and column of what is wrong. dt_plan_new() checks the tree once
 * more; it finds nothing that was not said here.
 */

#define VERSION_ATTRIBUTE "version"

typedef struct
{
  DtXmlReader *xml;
  GPtrArray *diagnostics;
  GHashTable *ids;  /* id -> line */
  GHashTable *keys; /* name of a field -> line */
} PlanReader;

static DtNode *read_node (PlanReader *self,
                          DtNodeKind kind,
                          guint depth,
                          GError **error);

/* Says that a text was not in normal form C; the node will be. */
static void
note_form (PlanReader *self,
           const char *text,
           const char *element,
           guint line,
           guint column)
{
  if (self->diagnostics == NULL || dt_text_is_nfc (text))
    return;

  dt_diagnostics_add (self->diagnostics, DT_SEVERITY_NOTE, "normal-form", NULL, line, column,
                      _ ("the letters in <%s> were put together from parts; they are whole now"),
                      element);
}

/* FALSE if @value stands in @seen, else notes it there. */
static gboolean
check_first (PlanReader *self,
             GHashTable *seen,
             const char *name,
             const char *value,
             GError **error)
{
  g_autofree char *normal = dt_text_to_nfc (value);
  guint line = GPOINTER_TO_UINT (g_hash_table_lookup (seen, normal));

  if (line > 0)
    return dt_xml_reader_error_at_attribute (self->xml, name, error,
                                             _ ("the %s “%s” stands already in line %u"),
                                             name, normal, line);

  g_hash_table_insert (seen, g_steal_pointer (&normal),
                       GUINT_TO_POINTER (dt_xml_reader_get_line (self->xml)));
  return TRUE;
}

static gboolean
refuse_attribute (PlanReader *self,
                  DtNodeKind kind,
                  const char *name,
                  GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < DT_N_ATTRIBUTES; i++)
    if (dt_schema_allows_attribute (kind, (DtAttribute) i))
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "",
                              dt_schema_get_attribute_name ((DtAttribute) i));

  if (known->len == 0)
    return dt_xml_reader_error_at_attribute (self->xml, name, error,
                                             _ ("<%s> takes no attribute “%s”"),
                                             dt_schema_get_name (kind), name);

  return dt_xml_reader_error_at_attribute (self->xml, name, error,
                                           _ ("<%s> takes no attribute “%s”, expected one of: %s"),
                                           dt_schema_get_name (kind), name, known->str);
}

/* Checks the attribute at @index; it is lawful if TRUE. */
static gboolean
read_attribute (PlanReader *self,
                DtNodeKind kind,
                guint index,
                DtAttributeValue *result,
                GError **error)
{
  const char *name = dt_xml_reader_get_attribute_name (self->xml, index);
  const char *value = dt_xml_reader_get_attribute_value (self->xml, index);
  int attribute = dt_schema_find_attribute (name);
  g_autofree char *expected = NULL;

  if (*dt_xml_reader_get_attribute_namespace (self->xml, index) != '\0' || attribute < 0 ||
      !dt_schema_allows_attribute (kind, (DtAttribute) attribute))
    return refuse_attribute (self, kind, name, error);

  expected = dt_schema_check_value (kind, (DtAttribute) attribute, value);
  if (expected != NULL)
    return dt_xml_reader_error_at_attribute (self->xml, name, error, _ ("attribute “%s”: %s"),
                                             name, expected);

  if (attribute == DT_ATTR_ID && *value != '\0' &&
      !check_first (self, self->ids, name, value, error))
    return FALSE;
  if (attribute == DT_ATTR_KEY && !check_first (self, self->keys, name, value, error))
    return FALSE;

  if (self->diagnostics != NULL && !dt_text_is_nfc (value))
    {
      guint line;
      guint column;

      dt_xml_reader_get_attribute_place (self->xml, name, &line, &column);
      note_form (self, value, dt_schema_get_name (kind), line, column);
    }

  result->attribute = (DtAttribute) attribute;
  result->value = value;
  return TRUE;
}

/* At START: all attributes into @values, which has room for each there is. */
static gboolean
read_attributes (PlanReader *self,
                 DtNodeKind kind,
                 DtAttributeValue *values,
                 guint *n_values,
                 GError **error)
{
  guint n_attributes = dt_xml_reader_get_n_attributes (self->xml);

  *n_values = 0;
  for (guint i = 0; i < n_attributes; i++)
    {
      /* The version of the file is no part of the plan. */
      if (kind == DT_NODE_PLAN &&
          strcmp (dt_xml_reader_get_attribute_name (self->xml, i), VERSION_ATTRIBUTE) == 0 &&
          *dt_xml_reader_get_attribute_namespace (self->xml, i) == '\0')
        continue;
      if (!read_attribute (self, kind, i, &values[*n_values], error))
        return FALSE;
      (*n_values)++;
    }

  for (guint i = 0; i < DT_N_ATTRIBUTES; i++)
    if (dt_schema_requires_attribute (kind, (DtAttribute) i) &&
        dt_xml_reader_require_attribute (self->xml, dt_schema_get_attribute_name ((DtAttribute) i),
                                         error) == NULL)
      return FALSE;

  return TRUE;
}

/* What is wrong with @text as it will stand in the node, or NULL. */
static char *
check_text (DtNodeKind kind,
            const char *text)
{
  g_autoptr (DtNode) node = NULL;

  /* Only "&#13;" gives one; it becomes a newline. */
  if (strchr (text, '\r') == NULL)
    return dt_schema_check_text (kind, text);

  node = dt_node_new_text (kind, text);
  return dt_schema_check_text (kind, dt_node_get_text (node));
}

/* At START of a node that holds text: to its END. */
static const char *
read_text (PlanReader *self,
           DtNodeKind kind,
           GError **error)
{
  guint line = dt_xml_reader_get_line (self->xml);
  guint column = dt_xml_reader_get_column (self->xml);
  const char *name = dt_schema_get_name (kind);
  const char *text = "";
  DtXmlEvent event = dt_xml_reader_next (self->xml);

  if (event == DT_XML_EVENT_TEXT)
    {
      g_autofree char *expected = NULL;

      text = dt_xml_reader_get_text (self->xml, NULL);
      expected = check_text (kind, text);
      if (expected != NULL)
        {
          dt_xml_reader_error (self->xml, error, "%s", expected);
          return NULL;
        }
      note_form (self, text, name, line, column);
      event = dt_xml_reader_next (self->xml);
    }

  if (event != DT_XML_EVENT_END)
    {
      g_autofree char *expected = g_strdup_printf (_ ("text or </%s>"), name);

      dt_xml_reader_error_unexpected (self->xml, expected, error);
      return NULL;
    }

  return text;
}

/* The element that has to stand at a rank in [@rank, @before), or NULL. */
static const char *
find_missing (DtNodeKind parent,
              guint rank,
              guint before)
{
  for (; rank < before; rank++)
    {
      DtOccurrence occurrence;
      DtNodeKind kind = dt_schema_get_child_kind (parent, rank, &occurrence);

      if (occurrence == DT_CHILD_ONE)
        return dt_schema_get_name (kind);
    }

  return NULL;
}

static gboolean
refuse_child (PlanReader *self,
              DtNodeKind parent,
              int rank,
              guint least,
              GError **error)
{
  const char *name = dt_xml_reader_get_name (self->xml);
  const char *parent_name = dt_schema_get_name (parent);
  g_autofree char *others = dt_schema_describe_children (parent, least);
  g_autofree char *expected = *others != '\0'
                                ? g_strdup_printf (_ ("%s or </%s>"), others, parent_name)
                                : g_strdup_printf ("</%s>", parent_name);

  if (rank < 0)
    return dt_xml_reader_error_unexpected (self->xml, expected, error);

  return dt_xml_reader_error (self->xml, error,
                              _ ("<%s> stands too late or twice in <%s>, expected %s"), name,
                              parent_name, expected);
}

/* At START of a child: which kind it is, if it may stand behind those before it. */
static gboolean
check_child (PlanReader *self,
             DtNodeKind parent,
             guint *least,
             DtNodeKind *kind,
             GError **error)
{
  const char *name = dt_xml_reader_get_name (self->xml);
  DtOccurrence occurrence = DT_CHILD_MANY;
  const char *missing;
  int rank = -1;
  int found = -1;

  if (strcmp (dt_xml_reader_get_namespace (self->xml), DT_PLAN_NAMESPACE) == 0)
    found = dt_schema_find_kind (name);
  if (found >= 0)
    rank = dt_schema_get_child_rank (parent, (DtNodeKind) found, &occurrence);
  if (rank < (int) *least)
    return refuse_child (self, parent, rank, *least, error);

  missing = find_missing (parent, *least, (guint) rank);
  if (missing != NULL)
    return dt_xml_reader_error (self->xml, error, _ ("expected <%s> in <%s> before <%s>"), missing,
                                dt_schema_get_name (parent), name);

  *kind = (DtNodeKind) found;
  *least = occurrence == DT_CHILD_MANY ? (guint) rank : (guint) rank + 1;
  return TRUE;
}

/* At START of a node that holds children: to its END. */
static GPtrArray *
read_children (PlanReader *self,
               DtNodeKind parent,
               guint depth,
               GError **error)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  guint least = 0;

  for (;;)
    {
      DtXmlEvent event = dt_xml_reader_next_tag (self->xml, error);
      const char *missing;
      DtNodeKind kind = DT_N_NODE_KINDS;
      DtNode *child;

      if (event == DT_XML_EVENT_START)
        {
          if (!check_child (self, parent, &least, &kind, error))
            return NULL;
          child = read_node (self, kind, depth, error);
          if (child == NULL)
            return NULL;
          g_ptr_array_add (children, child);
          continue;
        }
      if (event != DT_XML_EVENT_END)
        return NULL;

      missing = find_missing (parent, least, dt_schema_get_n_child_kinds (parent));
      if (missing != NULL)
        {
          dt_xml_reader_error (self->xml, error, _ ("expected <%s> in <%s>"), missing,
                               dt_schema_get_name (parent));
          return NULL;
        }
      return g_steal_pointer (&children);
    }
}

/* At START: the node, and on to its END. @depth counts the sections around it. */
static DtNode *
read_node (PlanReader *self,
           DtNodeKind kind,
           guint depth,
           GError **error)
{
  /* No element may carry more, since each attribute stands at most once. */
  DtAttributeValue values[DT_N_ATTRIBUTES];
  g_autoptr (GPtrArray) children = NULL;
  const char *text = NULL;
  guint n_values;
  guint line = dt_xml_reader_get_line (self->xml);

  if (kind == DT_NODE_SECTION && ++depth > DT_SECTION_MAX_DEPTH)
    {
      dt_xml_reader_error (self->xml, error, _ ("sections may stand at most %d deep"),
                           DT_SECTION_MAX_DEPTH);
      return NULL;
    }
  if (!read_attributes (self, kind, values, &n_values, error))
    return NULL;

  if (dt_schema_get_text_policy (kind) != DT_TEXT_NONE)
    {
      text = read_text (self, kind, error);
      return text != NULL ? dt_node_new_full (kind, line, text, values, n_values, NULL, 0) : NULL;
    }

  children = read_children (self, kind, depth, error);
  return children != NULL ? dt_node_new_full (kind, line, NULL, values, n_values,
                                              (DtNode **) children->pdata, children->len)
                          : NULL;
}

static gboolean
check_root (PlanReader *self,
            GError **error)
{
  const char *name = dt_schema_get_name (DT_NODE_PLAN);
  const char *version;

  if (dt_xml_reader_next_tag (self->xml, error) != DT_XML_EVENT_START)
    return FALSE;

  if (!dt_xml_reader_is (self->xml, NULL, name))
    return dt_xml_reader_error (self->xml, error, _ ("expected <%s> at the root, not <%s>"), name,
                                dt_xml_reader_get_name (self->xml));
  if (!dt_xml_reader_is (self->xml, DT_PLAN_NAMESPACE, name))
    return dt_xml_reader_error (self->xml, error, _ ("expected the namespace “%s”, not “%s”"),
                                DT_PLAN_NAMESPACE, dt_xml_reader_get_namespace (self->xml));

  version = dt_xml_reader_require_attribute (self->xml, VERSION_ATTRIBUTE, error);
  if (version == NULL)
    return FALSE;
  if (strcmp (version, DT_PLAN_VERSION) != 0)
    return dt_xml_reader_error_at_attribute (self->xml, VERSION_ATTRIBUTE, error,
                                             _ ("version “%s” of the plan file is not supported, "
                                                "expected “%s”"),
                                             version, DT_PLAN_VERSION);

  return TRUE;
}

/**
 * dt_plan_read:
 * @bytes: the content of a plan file
 * @name: (nullable): what to call the file in messages
 * @diagnostics: (nullable) (element-type DtDiagnostic): list to add to what
 *   was put right while reading
 * @error: return location for an error
 *
 * Reads a plan. The reader is strict: what it does not know is an error, so
 * that nothing is lost when the plan is saved again. Nodes that repeat and
 * have no id are given one.
 *
 * Returns: (transfer full): a plan, or %NULL with @error set to an error of
 *   the %DT_XML_ERROR domain whose message begins with file, line and column
 */
DtPlan *
dt_plan_read (GBytes *bytes,
              const char *name,
              GPtrArray *diagnostics,
              GError **error)
{
  g_autoptr (DtXmlReader) xml = NULL;
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (GHashTable) keys = NULL;
  g_autoptr (DtNode) root = NULL;
  PlanReader self = { NULL };
  DtPlan *plan;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  xml = dt_xml_reader_new (bytes, name, NULL, error);
  if (xml == NULL)
    return NULL;

  ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.xml = xml;
  self.diagnostics = diagnostics;
  self.ids = ids;
  self.keys = keys;

  if (!check_root (&self, error))
    return NULL;
  root = read_node (&self, DT_NODE_PLAN, 0, error);
  if (root == NULL)
    return NULL;

  plan = dt_plan_new (root, error);
  if (plan == NULL && name != NULL)
    g_prefix_error (error, "%s: ", name);
  return plan;
}

/**
 * dt_plan_load:
 * @path: a file name, or "-" for standard input
 * @diagnostics: (nullable) (element-type DtDiagnostic): as in dt_plan_read()
 * @error: return location for an error
 *
 * Reads a plan from a file.
 *
 * Returns: (transfer full): a plan, or %NULL with @error set to a %G_IO_ERROR
 *   or a %DT_XML_ERROR
 */
DtPlan *
dt_plan_load (const char *path,
              GPtrArray *diagnostics,
              GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = dt_file_read (path, DT_FILE_DEFAULT_CAP, error);
  if (bytes == NULL)
    return NULL;

  return dt_plan_read (bytes, path, diagnostics, error);
}
