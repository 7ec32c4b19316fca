/* dt-cli-template.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-template-private.h"

#include "base/dt-diagnostic.h"
#include "base/dt-file.h"
#include "template/dt-assemble.h"
#include "template/dt-template-check.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* What was asked for beside names. */
typedef struct
{
  gboolean sample;
  gboolean json;
  const char *profile; /* nullable */
  const char *output;  /* nullable */
} Choices;

static void
add_text (JsonBuilder *builder,
          const char *name,
          const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_texts (JsonBuilder *builder,
           const char *name,
           const char *const *texts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; texts[i] != NULL; i++)
    json_builder_add_string_value (builder, texts[i]);
  json_builder_end_array (builder);
}

static void
add_template (JsonBuilder *builder,
              const DtTemplate *template,
              const char *pack)
{
  add_text (builder, "id", dt_template_get_id (template));
  add_text (builder, "kind", dt_template_kind_to_string (dt_template_get_kind (template)));
  add_text (builder, "title", dt_template_get_title (template));
  add_text (builder, "version", dt_template_get_version (template));
  add_text (builder, "pack", pack);
}

static int
print (const char *text)
{
  g_autoptr (GError) error = NULL;

  if (dt_cli_write_stdout (text, strlen (text), &error) && dt_cli_flush_stdout (&error))
    return DT_CLI_DONE;

  return dt_cli_fail (error);
}

static int
print_json (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);
  g_autofree char *line = g_strconcat (text, "\n", NULL);

  return print (line);
}

static int
list_templates (const DtLibrary *library,
                gboolean json)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  json_builder_begin_array (builder);
  for (guint i = 0; i < dt_library_get_n (library); i++)
    {
      const DtTemplate *template = dt_library_get (library, i);

      json_builder_begin_object (builder);
      add_template (builder, template, dt_library_get_pack (library, i));
      json_builder_end_object (builder);
      g_string_append_printf (text, "%s\t%s\t%s\t%s\n", dt_template_kind_to_string (dt_template_get_kind (template)),
                              dt_template_get_id (template), dt_template_get_version (template),
                              dt_template_get_title (template));
    }
  json_builder_end_array (builder);

  return json ? print_json (builder) : print (text->str);
}

static void
add_field (JsonBuilder *builder,
           const DtTemplateField *field)
{
  json_builder_begin_object (builder);
  add_text (builder, "key", field->key);
  add_text (builder, "type", dt_field_type_to_string (field->type));
  add_text (builder, "label", field->label);
  add_text (builder, "help", field->help);
  add_texts (builder, "examples", field->examples);
  add_texts (builder, "defaults", field->defaults);
  json_builder_set_member_name (builder, "options");
  json_builder_begin_array (builder);
  for (guint i = 0; i < field->n_options; i++)
    {
      json_builder_begin_object (builder);
      add_text (builder, "value", field->options[i].value);
      add_text (builder, "label", field->options[i].label);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static int
show_json (const DtTemplate *template,
           const char *pack,
           const GPtrArray *fields)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_template (builder, template, pack);
  add_text (builder, "summary", dt_template_get_summary (template));
  json_builder_set_member_name (builder, "fields");
  json_builder_begin_array (builder);
  for (guint i = 0; i < fields->len; i++)
    add_field (builder, g_ptr_array_index (fields, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  return print_json (builder);
}

static void
append_values (GString *text,
               const char *word,
               const char *const *values)
{
  g_autofree char *joined = g_strjoinv ("; ", (char **) values);

  if (*joined != '\0')
    g_string_append_printf (text, "      %s: %s\n", word, joined);
}

static int
show_text (const DtTemplate *template,
           const GPtrArray *fields)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s (%s %s)\n%s\n", dt_template_get_title (template), dt_template_get_id (template),
                          dt_template_get_version (template), dt_template_get_summary (template));
  for (guint i = 0; i < fields->len; i++)
    {
      const DtTemplateField *field = g_ptr_array_index (fields, i);

      g_string_append_printf (text, "  %s [%s] %s\n", field->key, dt_field_type_to_string (field->type), field->label);
      if (*field->help != '\0')
        g_string_append_printf (text, "      %s\n", field->help);
      for (guint k = 0; k < field->n_options; k++)
        g_string_append_printf (text, "      %s = %s\n", field->options[k].value, field->options[k].label);
      append_values (text, _ ("example"), field->examples);
      append_values (text, _ ("default"), field->defaults);
    }

  return print (text->str);
}

static int
show_template (const DtLibrary *library,
               const char *id,
               const Choices *choices)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) fields = NULL;
  DtAssembler assembler = { NULL, library, NULL, NULL };
  guint index = 0;

  while (index < dt_library_get_n (library) && strcmp (dt_template_get_id (dt_library_get (library, index)), id) != 0)
    index++;
  if (index == dt_library_get_n (library))
    {
      g_autofree char *name = g_filename_display_name (id);

      g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("there is no template “%s”"), name);
      return dt_cli_fail (error);
    }

  assembler.template = dt_library_get (library, index);
  if (choices->sample)
    return dt_cli_template_sample (assembler.template, library, choices->profile, choices->output);
  fields = dt_assembler_list_fields (&assembler, &error);
  if (fields == NULL)
    return dt_cli_fail (error);

  return choices->json ? show_json (assembler.template, dt_library_get_pack (library, index), fields)
                       : show_text (assembler.template, fields);
}

static int
print_findings (GPtrArray *diagnostics,
                const char *path,
                gboolean json)
{
  g_autoptr (GError) error = NULL;

  if (!json)
    dt_cli_print_diagnostics (diagnostics, path);
  else if (!dt_cli_print_diagnostics_json (diagnostics, &error))
    return dt_cli_fail (error);

  return diagnostics->len == 0 ? DT_CLI_DONE : DT_CLI_FAILED;
}

/* Whether the file begins like a profile; what it is else, its reader says. */
static gboolean
is_profile (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 0 && g_strstr_len (data, (gssize) size, "<profile") != NULL &&
         g_strstr_len (data, (gssize) size, DT_PROFILE_NAMESPACE) != NULL;
}

static int
validate_file (const DtLibrary *library,
               const char *path,
               gboolean json)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dt_file_read (path, DT_FILE_DEFAULT_CAP, &error);
  g_autoptr (DtTemplate) template = NULL;
  g_autoptr (DtProfile) profile = NULL;
  g_autoptr (DtCatalog) catalog = NULL;

  if (bytes == NULL)
    return dt_cli_fail (error);
  if (is_profile (bytes))
    {
      profile = dt_profile_read (bytes, path, &error);
      return profile != NULL ? print_findings (diagnostics, path, json) : dt_cli_fail (error);
    }

  template = dt_template_read (bytes, path, &error);
  if (template == NULL)
    return dt_cli_fail (error);
  catalog = dt_cli_load_catalog (NULL);
  dt_template_check (template, library, catalog, diagnostics);

  return print_findings (diagnostics, path, json);
}

static gboolean
check_usage (const DtCliCommand *self,
             char **names,
             const Choices *choices)
{
  guint n = names != NULL ? g_strv_length (names) : 0;
  const char *verb = n > 0 ? names[0] : "";
  gboolean shows = strcmp (verb, "show") == 0;
  gboolean updates = strcmp (verb, "update") == 0;

  if (!(n == 1 && strcmp (verb, "list") == 0) && !(n == 2 && (shows || updates || strcmp (verb, "validate") == 0)))
    {
      dt_cli_usage_error (self, _ ("expected “list”, “show ID”, “validate FILE” or “update PLAN” behind “template”"));
      return FALSE;
    }
  if (choices->sample != (shows && choices->output != NULL) || (choices->output != NULL && !shows && !updates))
    {
      dt_cli_usage_error (self, _ ("expected “show ID --sample -o FILE”, or “update PLAN -o FILE”"));
      return FALSE;
    }

  return TRUE;
}

static int
run_template (const DtCliCommand *self,
              int argc,
              char **argv)
{
  g_auto (GStrv) names = NULL;
  g_autofree char *format = NULL;
  g_autofree char *profile = NULL;
  g_autofree char *output = NULL;
  Choices choices = { FALSE };
  const GOptionEntry entries[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, &choices.sample, N_ ("with “show”: write a plan with the examples"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("the file to write"), N_ ("FILE") },
    { "profile", 'p', 0, G_OPTION_ARG_FILENAME, &profile, N_ ("the profile of the office"), N_ ("FILE") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_ ("how the answer is written: text or json"), N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtLibrary) library = NULL;
  int status;

  if (!dt_cli_parse (self, entries, argc, argv, &status))
    return status;
  choices.output = output;
  choices.profile = profile;
  if (!dt_cli_parse_format (self, format, &choices.json) || !check_usage (self, names, &choices))
    return DT_CLI_USAGE;

  library = dt_library_load_default (diagnostics);
  dt_cli_print_diagnostics (diagnostics, DT_CLI_NAME);
  if (strcmp (names[0], "list") == 0)
    return list_templates (library, choices.json);
  if (strcmp (names[0], "show") == 0)
    return show_template (library, names[1], &choices);
  if (strcmp (names[0], "update") == 0)
    return dt_cli_template_update (names[1], library, profile, output, choices.json);

  return validate_file (library, names[1], choices.json);
}

const DtCliCommand dt_cli_template = {
  "template",
  N_ ("list|show ID|validate FILE|update PLAN"),
  N_ ("List, show, check and update templates."),
  N_ ("“list” names the templates of all packs, “show” the fields of one with their examples; with --sample\n"
      "it writes a plan, PDF, ODT or text that shows them. “validate” says what is wrong in the file of a\n"
      "template or a profile; the exit status is 1 if anything is. “update” lists the sections of a plan whose\n"
      "template has become newer, and with -o FILE merges those that do not collide."),
  run_template,
};
