/* dt-catalog-json.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-catalog-exchange"

#include "config.h"

#include "catalog/dt-catalog-json.h"

#include "base/dt-xml-reader.h"
#include "catalog/dt-catalog-columns-private.h"
#include "catalog/dt-catalog-exchange.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The parser calls itself for what is inside: deeper is refused before. */
#define MAX_DEPTH 32

static void
add_text (JsonBuilder *builder,
          const char *name,
          const char *text)
{
  json_builder_set_member_name (builder, name);
  if (*text != '\0')
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_relations (JsonBuilder *builder,
               const DtDocumentFields *fields)
{
  json_builder_set_member_name (builder, dt_column_get_name (DT_COLUMN_RELATIONS));
  json_builder_begin_array (builder);
  for (guint i = 0; i < fields->n_relations; i++)
    {
      const DtRelation *relation = &fields->relations[i];
      g_autofree char *date = dt_date_is_empty (relation->date) ? g_strdup ("") : dt_date_format_iso (relation->date);

      json_builder_begin_object (builder);
      add_text (builder, "kind", dt_relation_kind_to_string (relation->kind));
      add_text (builder, "target", relation->target);
      add_text (builder, "date", date);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
dt_catalog_json_add (JsonBuilder *builder,
                     const DtDocument *document)
{
  const DtDocumentFields *fields;

  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (document != NULL);

  fields = dt_document_get (document);
  for (guint c = 0; c < DT_N_COLUMNS; c++)
    {
      g_autofree char *text = NULL;

      if (c == DT_COLUMN_RELATIONS)
        {
          add_relations (builder, fields);
          continue;
        }
      text = dt_column_format (fields, (DtColumn) c);
      add_text (builder, dt_column_get_name ((DtColumn) c), text);
    }
}

/**
 * dt_catalog_json_write:
 * @documents: (array length=n_documents): documents
 * @n_documents: how many
 *
 * Writes documents as an array of objects, one to a line.
 *
 * Returns: (transfer full): JSON that dt_catalog_json_read() reads
 */
GBytes *
dt_catalog_json_write (DtDocument *const *documents,
                       guint n_documents)
{
  GString *text;

  g_return_val_if_fail (documents != NULL || n_documents == 0, NULL);

  text = g_string_new ("[");
  for (guint i = 0; i < n_documents; i++)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_autoptr (JsonNode) root = NULL;
      g_autofree char *object = NULL;

      json_builder_begin_object (builder);
      dt_catalog_json_add (builder, documents[i]);
      json_builder_end_object (builder);
      root = json_builder_get_root (builder);
      object = json_to_string (root, FALSE);
      g_string_append_printf (text, "%s%s", i > 0 ? ",\n" : "\n", object);
    }
  g_string_append (text, "\n]\n");

  return g_string_free_to_bytes (text);
}

/* A member as text: numbers, such as a year, are taken too. NULL for null and what is no text. */
static char *
get_text (JsonNode *node)
{
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_dup_string (node);
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  return NULL;
}

static const char *
read_relations (DtRow *row,
                JsonNode *node)
{
  JsonArray *array;

  if (JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return N_ ("expected an array");

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      JsonObject *object = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      g_autofree char *kind = NULL;
      g_autofree char *target = NULL;
      g_autofree char *date = NULL;
      const char *problem;

      if (object == NULL)
        return N_ ("expected objects");
      kind = get_text (json_object_get_member (object, "kind"));
      target = get_text (json_object_get_member (object, "target"));
      date = get_text (json_object_get_member (object, "date"));
      problem = dt_row_add_relation (row, kind != NULL ? kind : "", target, date);
      if (problem != NULL)
        return problem;
    }

  return NULL;
}

static const char *
read_member (DtRow *row,
             DtColumn column,
             JsonNode *node)
{
  g_autofree char *text = NULL;

  if (column == DT_COLUMN_RELATIONS)
    return read_relations (row, node);
  if (JSON_NODE_HOLDS_NULL (node))
    return NULL;

  text = get_text (node);
  return text != NULL ? dt_row_set (row, column, text) : N_ ("expected a text");
}

static DtDocument *
read_object (DtRow *row,
             JsonNode *element,
             guint number,
             GPtrArray *diagnostics)
{
  g_autoptr (GError) error = NULL;
  JsonObject *object;
  DtDocument *document;

  if (!JSON_NODE_HOLDS_OBJECT (element))
    {
      dt_diagnostics_add (diagnostics, DT_SEVERITY_ERROR, "field", NULL, 0, 0, _ ("element %u is left out: no object"),
                          number);
      return NULL;
    }

  object = json_node_get_object (element);
  dt_row_reset (row);
  for (guint c = 0; c < DT_N_COLUMNS; c++)
    {
      const char *name = dt_column_get_name ((DtColumn) c);
      JsonNode *node = json_object_get_member (object, name);
      const char *problem = node != NULL ? read_member (row, (DtColumn) c, node) : NULL;

      if (problem != NULL)
        {
          dt_diagnostics_add (diagnostics, DT_SEVERITY_ERROR, "field", NULL, 0, 0,
                              _ ("element %u is left out: “%s”: %s"), number, name, _ (problem));
          return NULL;
        }
    }

  document = dt_row_make (row, &error);
  if (document == NULL)
    dt_diagnostics_add (diagnostics, DT_SEVERITY_ERROR, "field", NULL, 0, 0, _ ("element %u is left out: %s"), number,
                        error->message);
  return document;
}

/* Whether no bracket stands deeper than the parser may go. What is no JSON but
 * read by it all the same, comments and other quotation marks, could hide some. */
static gboolean
is_shallow (const char *text,
            gsize size)
{
  gboolean in_string = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < size; i++)
    {
      if (in_string)
        {
          if (text[i] == '\\')
            i++;
          else
            in_string = text[i] != '"';
        }
      else if (text[i] == '"')
        in_string = TRUE;
      else if (text[i] == '[' || text[i] == '{')
        depth++;
      else if ((text[i] == ']' || text[i] == '}') && depth > 0)
        depth--;
      else if (text[i] == '/' || text[i] == '\'')
        return FALSE;
      if (depth > MAX_DEPTH)
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_error (const char *name,
           DtExchangeError code,
           GError **error,
           const char *message)
{
  g_autofree char *place = dt_place_prefix (name, 0, 0);

  g_set_error (error, DT_EXCHANGE_ERROR, code, "%s%s", place, message);
  return FALSE;
}

static JsonParser *
parse (GBytes *bytes,
       const char *name,
       GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) problem = NULL;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  if (size == 0 || !g_utf8_validate_len (text, size, NULL))
    set_error (name, DT_EXCHANGE_ERROR_ENCODING, error, _ ("expected JSON in UTF-8"));
  else if (!is_shallow (text, size))
    set_error (name, DT_EXCHANGE_ERROR_SYNTAX, error, _ ("expected JSON with less depth and without comments"));
  else if (!json_parser_load_from_data (parser, text, (gssize) size, &problem))
    set_error (name, DT_EXCHANGE_ERROR_SYNTAX, error, problem->message);
  else if (json_parser_get_root (parser) == NULL || !JSON_NODE_HOLDS_ARRAY (json_parser_get_root (parser)))
    set_error (name, DT_EXCHANGE_ERROR_CONTENT, error, _ ("expected an array of documents"));
  else
    return g_steal_pointer (&parser);

  return NULL;
}

/**
 * dt_catalog_json_read:
 * @bytes: JSON: an array of objects
 * @name: (nullable): what to call it in messages
 * @diagnostics: (nullable) (element-type DtDiagnostic): list to add to what was left out
 * @error: return location for an error
 *
 * Reads documents from JSON. Members that are not ours are passed over.
 *
 * Returns: (transfer full) (element-type DtDocument): the documents, or %NULL
 *   with @error set to an error of the %DT_EXCHANGE_ERROR domain
 */
GPtrArray *
dt_catalog_json_read (GBytes *bytes,
                      const char *name,
                      GPtrArray *diagnostics,
                      GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  GPtrArray *documents;
  JsonArray *array;
  DtRow row;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  parser = parse (bytes, name, error);
  if (parser == NULL)
    return NULL;

  documents = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_document_unref);
  array = json_node_get_array (json_parser_get_root (parser));
  dt_row_init (&row);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      DtDocument *document = read_object (&row, json_array_get_element (array, i), i + 1, diagnostics);

      if (document != NULL)
        g_ptr_array_add (documents, document);
    }
  dt_row_clear (&row);

  return documents;
}
