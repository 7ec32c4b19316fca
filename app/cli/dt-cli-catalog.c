/* dt-cli-catalog.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-catalog-private.h"

#include "base/dt-file.h"
#include "catalog/dt-catalog-harvest.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* What is printed of a text. */
typedef struct
{
  DtCitations *citations;
  DtCatalog *catalog;
  const char *text;
  gsize line_start; /* of the line in which the last offset was */
  gsize offset;
  guint line;
} Report;

static void
add_text (JsonBuilder *builder,
          const char *name,
          const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text != NULL && *text != '\0')
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

static void
add_problems (JsonBuilder *builder,
              const DtCitations *citations,
              guint index)
{
  guint32 problems = dt_citations_get (citations, index)->problems;

  json_builder_set_member_name (builder, "problems");
  json_builder_begin_array (builder);
  for (DtCitationProblemCode code = 0; code < DT_CITATION_N_PROBLEMS; code++)
    if ((problems & (1u << code)) != 0)
      {
        g_autofree char *suggestion = dt_citations_dup_suggestion (citations, index, code);

        json_builder_begin_object (builder);
        add_text (builder, "code", dt_citation_problem_get_name (code));
        add_text (builder, "severity", dt_severity_to_string (dt_citation_problem_get_severity (code)));
        add_text (builder, "message", dt_citation_problem_get_message (code));
        add_text (builder, "suggestion", suggestion);
        json_builder_end_object (builder);
      }
  json_builder_end_array (builder);
}

static void
add_number (JsonBuilder *builder,
            const char *name,
            gint64 number)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, number);
}

static char *
write_json (const Report *self,
            guint index)
{
  const DtCitation *citation = dt_citations_get (self->citations, index);
  g_autoptr (GPtrArray) known = dt_catalog_find_cited (self->catalog, self->citations, index);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = g_strndup (self->text + citation->span.start, citation->span.end - citation->span.start);
  g_autofree char *date = dt_date_format_iso (citation->date);
  g_autofree char *issuer = dt_citations_dup_issuer (self->citations, index);
  g_autofree char *subject = dt_citations_dup_subject (self->citations, index);
  g_autofree char *pinpoint = dt_citations_dup_pinpoint (self->citations, index);

  json_builder_begin_object (builder);
  add_number (builder, "start", citation->span.start);
  add_number (builder, "end", citation->span.end);
  add_text (builder, "text", text);
  add_text (builder, "type", citation->type);
  add_text (builder, "number", citation->number);
  add_text (builder, "date", date);
  add_text (builder, "issuer", issuer);
  add_text (builder, "subject", subject);
  add_text (builder, "class", dt_citation_class_get_name (citation->klass));
  add_text (builder, "pinpoint", pinpoint);
  json_builder_set_member_name (builder, "in_catalog");
  json_builder_add_boolean_value (builder, known->len > 0);
  add_problems (builder, self->citations, index);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static gboolean
print_json (const Report *self,
            GError **error)
{
  guint n = dt_citations_get_n (self->citations);

  if (!dt_cli_write_stdout ("[", 1, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *object = write_json (self, i);

      if (!dt_cli_write_stdout (i > 0 ? ",\n" : "\n", i > 0 ? 2 : 1, error) ||
          !dt_cli_write_stdout (object, strlen (object), error))
        return FALSE;
    }

  return dt_cli_write_stdout ("\n]\n", 3, error) && dt_cli_flush_stdout (error);
}

/* Citations come in the order of the text, so that lines are counted once. */
static void
count_lines (Report *self,
             gsize offset)
{
  for (; self->offset < offset; self->offset++)
    if (self->text[self->offset] == '\n')
      {
        self->line++;
        self->line_start = self->offset + 1;
      }
}

static void
append_part (GString *line,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (line, " · %s", part);
}

/* Whether the catalogue has it; which one, if there is one only. */
static void
append_known (const Report *self,
              GString *lines,
              guint index)
{
  g_autoptr (GPtrArray) known = dt_catalog_find_cited (self->catalog, self->citations, index);
  const DtDocument *first = known->len > 0 ? g_ptr_array_index (known, 0) : NULL;

  g_string_append (lines, "    ");
  if (first == NULL)
    g_string_append (lines, _ ("not in the catalogue"));
  else if (known->len > 1)
    g_string_append_printf (lines, _ ("may be one of several in the catalogue: %s"), dt_document_get (first)->number);
  else
    g_string_append_printf (lines, _ ("in the catalogue: %s"), dt_document_get (first)->id);
  g_string_append_c (lines, '\n');
}

static char *
write_text (Report *self,
            guint index)
{
  const DtCitation *citation = dt_citations_get (self->citations, index);
  g_autofree char *date = dt_date_format_iso (citation->date);
  g_autofree char *issuer = dt_citations_dup_issuer (self->citations, index);
  g_autofree char *subject = dt_citations_dup_subject (self->citations, index);
  g_autofree char *pinpoint = dt_citations_dup_pinpoint (self->citations, index);
  GString *line = g_string_new (NULL);

  count_lines (self, citation->span.start);
  g_string_append_printf (line, "%u:%lu: ", self->line,
                          g_utf8_strlen (self->text + self->line_start, (gssize) (self->offset - self->line_start)) + 1);
  if (pinpoint != NULL)
    g_string_append_printf (line, "%s ", pinpoint);
  g_string_append (line, citation->type != NULL ? citation->type : "");
  if (citation->number != NULL)
    g_string_append_printf (line, " %s", citation->number);
  append_part (line, date);
  append_part (line, issuer);
  append_part (line, subject);
  g_string_append_c (line, '\n');
  append_known (self, line, index);

  for (DtCitationProblemCode code = 0; code < DT_CITATION_N_PROBLEMS; code++)
    if ((citation->problems & (1u << code)) != 0)
      {
        g_autofree char *suggestion = dt_citations_dup_suggestion (self->citations, index, code);

        g_string_append_printf (line, "    %s: %s", dt_severity_get_label (dt_citation_problem_get_severity (code)),
                                dt_citation_problem_get_message (code));
        if (suggestion != NULL)
          g_string_append_printf (line, ": “%s”", suggestion);
        g_string_append_printf (line, " [%s]\n", dt_citation_problem_get_name (code));
      }

  return g_string_free (line, FALSE);
}

static gboolean
print_text (Report *self,
            GError **error)
{
  for (guint i = 0; i < dt_citations_get_n (self->citations); i++)
    {
      g_autofree char *lines = write_text (self, i);

      if (!dt_cli_write_stdout (lines, strlen (lines), error))
        return FALSE;
    }

  return dt_cli_flush_stdout (error);
}

static GBytes *
read_text (const char *path,
           GError **error)
{
  g_autoptr (GBytes) bytes = dt_file_read (path, DT_FILE_DEFAULT_CAP, error);
  const char *data, *end;
  gsize size;

  if (bytes == NULL)
    return NULL;

  data = g_bytes_get_data (bytes, &size);
  if (!g_utf8_validate_len (data, size, &end))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("%s: expected UTF-8 text, byte %lu is none"), name,
                   (gulong) (end - data) + 1);
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

static int
parse_text (const char *path,
            gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = read_text (path, &error);
  g_autoptr (DtCitations) citations = NULL;
  g_autoptr (DtCatalog) catalog = NULL;
  Report report = { .line = 1 };
  gsize size;

  if (bytes == NULL)
    return dt_cli_fail (error);

  report.text = g_bytes_get_data (bytes, &size);
  citations = dt_citations_find (size > 0 ? report.text : "", (gssize) size);
  report.citations = citations;
  catalog = dt_cli_open_catalog ();
  report.catalog = catalog;
  if (!(json ? print_json (&report, &error) : print_text (&report, &error)))
    return dt_cli_fail (error);

  return DT_CLI_DONE;
}

static const DtCliCommand *const subcommands[] = {
  &dt_cli_catalog_search,
  &dt_cli_catalog_show,
  &dt_cli_catalog_validate,
  &dt_cli_catalog_import,
  &dt_cli_catalog_export,
};

static int
run_catalog (const DtCliCommand *self,
             int argc,
             char **argv)
{
  g_auto (GStrv) names = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("how the citations are written: text or json"), N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
    { NULL },
  };
  gboolean json;
  int status;

  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (subcommands); i++)
    if (strcmp (argv[1], subcommands[i]->name + strlen ("catalog ")) == 0)
      return subcommands[i]->run (subcommands[i], argc - 1, argv + 1);
  if (!dt_cli_parse (self, entries, argc, argv, &status))
    return status;

  if (names == NULL || strcmp (names[0], "parse") != 0)
    return dt_cli_usage_error (self, _ ("expected search, show, parse, validate, import or export behind “catalog”"));
  if (!dt_cli_parse_format (self, format, &json))
    return DT_CLI_USAGE;
  if (names[1] != NULL && dt_cli_get_only (self, names + 1) == NULL)
    return DT_CLI_USAGE;

  return parse_text (names[1] != NULL ? names[1] : "-", json);
}

const DtCliCommand dt_cli_catalog = {
  "catalog",
  N_ ("search|show|parse|validate|import|export …"),
  N_ ("Look documents up, and find those that a text cites."),
  N_ ("“search”, “show”, “validate”, “import” and “export” have a --help of their own.\n"
      "“parse [FILE]” prints number, type, date, body and subject of every citation in FILE, or in standard input,\n"
      "whether the catalogue has it, and what is wrong with it."),
  run_catalog,
};
