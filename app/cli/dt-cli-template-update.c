/* dt-cli-template-update.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-template-private.h"

#include "base/dt-diagnostic.h"
#include "format/dt-plan-file.h"
#include "template/dt-template-update.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

/* What becomes of a section. */
typedef struct
{
  DtPlan *plan; /* replaced as sections are merged */
  JsonBuilder *json;
  GString *text;
} Update;

static void
add_text (JsonBuilder *builder,
          const char *name,
          const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text != NULL ? text : "");
}

static void
report (Update *self,
        const char *section,
        const DtTemplateComparison *comparison,
        const char *state,
        const char *message)
{
  json_builder_begin_object (self->json);
  add_text (self->json, "section", section);
  add_text (self->json, "template", comparison != NULL ? comparison->template_id : NULL);
  add_text (self->json, "from", comparison != NULL ? comparison->old_version : NULL);
  add_text (self->json, "to", comparison != NULL ? comparison->new_version : NULL);
  add_text (self->json, "state", state);
  json_builder_set_member_name (self->json, "conflicts");
  json_builder_add_int_value (self->json, comparison != NULL ? comparison->n_conflicts : 0);
  if (comparison != NULL)
    {
      add_text (self->json, "old", comparison->old.body);
      add_text (self->json, "mine", comparison->mine.body);
      add_text (self->json, "theirs", comparison->theirs.body);
    }
  json_builder_end_object (self->json);

  if (comparison != NULL)
    g_string_append_printf (self->text, "%s: %s %s → %s: %s\n", section, comparison->template_id, comparison->old_version,
                            comparison->new_version, message);
  else
    g_string_append_printf (self->text, "%s: %s\n", section, message);
}

static gboolean
update_section (Update *self,
                const DtLibrary *library,
                const DtProfile *profile,
                const char *section,
                GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (DtTemplateComparison) comparison = dt_template_compare (library, profile, self->plan, section, &reason);
  g_autofree char *collisions = NULL;
  DtPlan *merged;

  if (comparison == NULL)
    {
      report (self, section, NULL, "gone", reason->message);
      return TRUE;
    }
  if (comparison->n_conflicts > 0)
    {
      collisions = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place was changed here and in the template; left as it is",
                                                 "%u places were changed here and in the template; left as it is",
                                                 comparison->n_conflicts),
                                    comparison->n_conflicts);
      report (self, section, comparison, "conflict", collisions);
      return TRUE;
    }

  merged = dt_template_merge (comparison, self->plan, FALSE, error);
  if (merged == NULL)
    return FALSE;
  dt_plan_unref (self->plan);
  self->plan = merged;
  report (self, section, comparison, "merged", _ ("merged"));
  return TRUE;
}

static int
finish (Update *self,
        const char *output,
        gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = json_builder_get_root (self->json);
  g_autofree char *array = json_to_string (root, TRUE);
  g_autofree char *line = g_strconcat (array, "\n", NULL);
  const char *text = json ? line : self->text->str;

  if (output != NULL && !dt_plan_save (self->plan, output, &error))
    return dt_cli_fail (error);
  if (!dt_cli_write_stdout (text, strlen (text), &error) || !dt_cli_flush_stdout (&error))
    return dt_cli_fail (error);

  return DT_CLI_DONE;
}

int
dt_cli_template_update (const char *input,
                        const DtLibrary *library,
                        const char *profile,
                        const char *output,
                        gboolean json)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (DtProfile) office = dt_cli_find_profile (profile, library, &error);
  Update self = { office != NULL ? dt_plan_load (input, diagnostics, &error) : NULL, builder, text };
  g_auto (GStrv) outdated = NULL;
  gboolean done = TRUE;
  int status;

  dt_cli_print_diagnostics (diagnostics, input);
  if (self.plan == NULL)
    return dt_cli_fail (error);

  outdated = dt_template_list_outdated (library, self.plan);
  json_builder_begin_array (builder);
  for (guint i = 0; done && outdated[i] != NULL; i++)
    done = update_section (&self, library, office, outdated[i], &error);
  json_builder_end_array (builder);
  status = done ? finish (&self, output, json) : dt_cli_fail (error);
  dt_plan_unref (self.plan);

  return status;
}
