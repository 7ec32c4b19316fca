/* dt-cli-catalog-list.c - lists of documents, read and printed
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-catalog-private.h"

#include "base/dt-diagnostic.h"
#include "base/dt-file.h"
#include "catalog/dt-catalog-exchange.h"
#include "catalog/dt-catalog-file.h"
#include "catalog/dt-catalog-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

DtCatalog *
dt_cli_open_catalog (void)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  DtCatalog *catalog = dt_cli_load_catalog (diagnostics);

  /* Each message names its file. */
  for (guint i = 0; i < diagnostics->len; i++)
    dt_cli_print_error (dt_diagnostic_get_message (g_ptr_array_index (diagnostics, i)));

  return catalog;
}

static DtDate
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return dt_date_make ((guint) g_date_time_get_year (now), (guint) g_date_time_get_month (now),
                       (guint) g_date_time_get_day_of_month (now));
}

gboolean
dt_cli_parse_on (const DtCliCommand *command,
                 const char *text,
                 DtDate *on)
{
  if (text == NULL)
    {
      *on = get_today ();
      return TRUE;
    }
  if (g_utf8_validate (text, -1, NULL) && (dt_date_parse_iso (text, on) || dt_date_parse (text, on)))
    return TRUE;

  dt_cli_usage_error (command, _ ("“%s” is no day, expected one such as 2026-09-21"), text);
  return FALSE;
}

static const struct
{
  const char *name;
  DtCliList list;
} lists[] = {
  { "xml", DT_CLI_LIST_XML },
  { "csv", DT_CLI_LIST_CSV },
  { "tsv", DT_CLI_LIST_TSV },
  { "json", DT_CLI_LIST_JSON },
  { "txt", DT_CLI_LIST_TEXT },
  { "text", DT_CLI_LIST_TEXT },
};

gboolean
dt_cli_parse_list (const DtCliCommand *command,
                   const char *format,
                   const char *path,
                   DtCliList usual,
                   DtCliList *list)
{
  const char *dot = path != NULL ? strrchr (path, '.') : NULL;
  const char *name = format != NULL ? format : dot != NULL ? dot + 1
                                                           : "";

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_ascii_strcasecmp (lists[i].name, name) == 0)
      {
        *list = lists[i].list;
        return TRUE;
      }

  *list = usual;
  if (format == NULL)
    return TRUE;
  dt_cli_usage_error (command, _ ("there is no format “%s”, expected xml, csv, tsv, json or text"), format);
  return FALSE;
}

static void
add_text (JsonBuilder *builder,
          const char *name,
          const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_judgement (JsonBuilder *builder,
               const DtJudgement *judgement)
{
  g_autofree char *since = dt_date_is_empty (judgement->since) ? NULL : dt_date_format_iso (judgement->since);

  json_builder_set_member_name (builder, "validity");
  json_builder_begin_object (builder);
  add_text (builder, "state", dt_validity_to_string (judgement->validity));
  json_builder_set_member_name (builder, "sure");
  json_builder_add_boolean_value (builder, judgement->is_sure);
  add_text (builder, "since", since);
  add_text (builder, "by", judgement->by != NULL ? dt_document_get (judgement->by)->id : NULL);
  add_text (builder, "successor", judgement->successor != NULL ? dt_document_get (judgement->successor)->id : NULL);
  json_builder_end_object (builder);
}

static char *
write_json (const DtDocument *document,
            const DtJudgement *judgement)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  dt_catalog_json_add (builder, document);
  add_judgement (builder, judgement);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

static void
append_line (GString *text,
             const char *label,
             const char *value)
{
  if (*value != '\0')
    g_string_append_printf (text, "    %s: %s\n", label, value);
}

static char *
write_text (const DtDocument *document,
            const DtJudgement *judgement)
{
  const DtDocumentFields *fields = dt_document_get (document);
  g_autofree char *name = dt_document_to_string (document);
  g_autofree char *validity = dt_judgement_describe (judgement);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n", name);
  if (*fields->number != '\0')
    g_string_append_printf (text, "    %s\n", fields->subject);
  append_line (text, _ ("validity"), validity);
  append_line (text, _ ("text"), fields->link);
  append_line (text, _ ("source"), fields->source);
  if (dt_date_is_empty (fields->checked))
    g_string_append_printf (text, "    %s\n", _ ("nobody has checked this entry"));

  return g_string_free (text, FALSE);
}

gboolean
dt_cli_print_documents (const DtCatalog *catalog,
                        const DtDocument *const *documents,
                        guint n_documents,
                        DtDate on,
                        gboolean json,
                        GError **error)
{
  if (json && !dt_cli_write_stdout ("[", 1, error))
    return FALSE;

  for (guint i = 0; i < n_documents; i++)
    {
      g_autofree char *text = NULL;
      DtJudgement judgement;

      dt_catalog_judge (catalog, documents[i], on, &judgement);
      text = json ? write_json (documents[i], &judgement) : write_text (documents[i], &judgement);
      if (json && !dt_cli_write_stdout (i > 0 ? ",\n" : "\n", i > 0 ? 2 : 1, error))
        return FALSE;
      if (!dt_cli_write_stdout (text, strlen (text), error))
        return FALSE;
    }

  return (!json || dt_cli_write_stdout ("\n]\n", 3, error)) && dt_cli_flush_stdout (error);
}

GPtrArray *
dt_cli_read_documents (const char *path,
                       DtCliList list,
                       GPtrArray *diagnostics,
                       GError **error)
{
  g_autoptr (GBytes) bytes = dt_file_read (path, DT_FILE_DEFAULT_CAP, error);

  if (bytes == NULL)
    return NULL;

  switch (list)
    {
    case DT_CLI_LIST_CSV:
    case DT_CLI_LIST_TSV:
      return dt_catalog_csv_read (bytes, path, diagnostics, error);
    case DT_CLI_LIST_JSON:
      return dt_catalog_json_read (bytes, path, diagnostics, error);
    case DT_CLI_LIST_XML:
    case DT_CLI_LIST_TEXT:
    default:
      return dt_catalog_file_read (bytes, path, error);
    }
}

GBytes *
dt_cli_write_documents (DtDocument *const *documents,
                        guint n_documents,
                        DtCliList list)
{
  switch (list)
    {
    case DT_CLI_LIST_CSV:
      return dt_catalog_csv_write (documents, n_documents, ',');
    case DT_CLI_LIST_TSV:
      return dt_catalog_csv_write (documents, n_documents, '\t');
    case DT_CLI_LIST_JSON:
      return dt_catalog_json_write (documents, n_documents);
    case DT_CLI_LIST_XML:
    case DT_CLI_LIST_TEXT:
    default:
      return dt_catalog_file_write (documents, n_documents);
    }
}
