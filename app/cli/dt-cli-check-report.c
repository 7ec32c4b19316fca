/* dt-cli-check-report.c - reports and rules as text and JSON
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-check-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

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
add_place (JsonBuilder *builder,
           const char *name,
           guint place)
{
  json_builder_set_member_name (builder, name);
  if (place > 0)
    json_builder_add_int_value (builder, place);
  else
    json_builder_add_null_value (builder);
}

static gboolean
print_json (JsonBuilder *builder,
            GError **error)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *text = json_to_string (root, TRUE);

  return dt_cli_write_stdout (text, strlen (text), error) && dt_cli_write_stdout ("\n", 1, error) &&
         dt_cli_flush_stdout (error);
}

/* The line of the file; 0 when not known. */
static guint
find_line (const DtFinding *finding,
           const DtPlan *plan)
{
  guint line = dt_cli_find_line (plan, finding->node);

  return line > 0 && finding->line > 0 ? line + finding->line - 1 : line;
}

static void
add_finding (JsonBuilder *builder,
             const DtFinding *finding,
             const DtPlan *plan)
{
  const char evidence[] = { finding->rule->evidence, '\0' };

  json_builder_begin_object (builder);
  add_text (builder, "rule", finding->rule->id);
  /* How bad a breach would be is no news where there is none. */
  add_text (builder, "severity",
            dt_severity_to_string (finding->state == DT_STATE_FAIL || finding->state == DT_STATE_NEEDS_REVIEW ? finding->severity
                                                                                                              : DT_SEVERITY_NOTE));
  add_text (builder, "state", dt_state_to_string (finding->state));
  add_text (builder, "node", finding->node);
  add_place (builder, "line", find_line (finding, plan));
  add_place (builder, "column", finding->column);
  add_place (builder, "page", finding->page);
  add_text (builder, "message", finding->message);
  add_text (builder, "quote", finding->quote);
  add_text (builder, "measured", finding->measured);
  add_text (builder, "allowed", finding->allowed);
  add_text (builder, "clause", finding->rule->clause);
  add_text (builder, "evidence", evidence);
  add_text (builder, "fix", dt_fix_grade_to_string (finding->fix));
  add_text (builder, "suggestion", finding->suggestion);
  add_text (builder, "ignored", finding->reason);
  json_builder_end_object (builder);
}

static gboolean
print_report_json (const DtReport *report,
                   const DtPlan *plan,
                   gboolean all,
                   GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  DtFinding *const *findings;
  guint n;

  json_builder_begin_array (builder);
  findings = dt_report_get_findings (report, &n);
  for (guint i = 0; i < n; i++)
    add_finding (builder, findings[i], plan);
  findings = dt_report_get_others (report, &n);
  for (guint i = 0; i < n; i++)
    if (all || findings[i]->state != DT_STATE_PASS)
      add_finding (builder, findings[i], plan);
  json_builder_end_array (builder);

  return print_json (builder, error);
}

static void
append_finding (GString *text,
                const DtFinding *finding,
                const DtPlan *plan,
                const char *file)
{
  guint line = find_line (finding, plan);

  g_string_append_printf (text, "%s:", file);
  if (line > 0)
    g_string_append_printf (text, "%u:", line);
  if (line > 0 && finding->column > 0)
    g_string_append_printf (text, "%u:", finding->column);
  g_string_append_printf (text, " %s: %s [%s; %s: %s]", dt_severity_get_label (finding->severity), finding->message,
                          finding->rule->id, dt_rule_get_standing (finding->rule), finding->rule->clause);
  if (finding->state == DT_STATE_NEEDS_REVIEW)
    g_string_append_printf (text, " (%s)", _ ("to be looked at"));
  if (finding->reason != NULL)
    /* Translators: %s is the reason somebody gave */
    g_string_append_printf (text, " (%s)", finding->reason);
  g_string_append_c (text, '\n');
}

static const char *
describe_state (DtState state)
{
  switch ((int) state)
    {
    case DT_STATE_PASS:
      return _ ("passed");
    case DT_STATE_NOT_APPLICABLE:
      return _ ("not applicable");
    default:
      return _ ("not evaluated");
    }
}

static void
append_counts (GString *text,
               const DtReport *report)
{
  guint errors = dt_report_count_severity (report, DT_SEVERITY_ERROR);
  guint warnings = dt_report_count_severity (report, DT_SEVERITY_WARNING) - errors;
  guint notes = dt_report_count_severity (report, DT_SEVERITY_NOTE) - errors - warnings;

  g_string_append_printf (text,
                          _ ("%u errors, %u warnings, %u notes; to be looked at: %u; rules passed: %u, not applicable: %u, "
                             "not evaluated: %u"),
                          errors, warnings, notes, dt_report_count (report, DT_STATE_NEEDS_REVIEW),
                          dt_report_count (report, DT_STATE_PASS), dt_report_count (report, DT_STATE_NOT_APPLICABLE),
                          dt_report_count (report, DT_STATE_NOT_EVALUATED));
  g_string_append_c (text, '\n');
}

static gboolean
print_report_text (const DtReport *report,
                   const DtPlan *plan,
                   const char *file,
                   gboolean all,
                   GError **error)
{
  g_autofree char *name = g_filename_display_name (file);
  g_autoptr (GString) text = g_string_new (NULL);
  DtFinding *const *findings;
  guint n;

  findings = dt_report_get_findings (report, &n);
  for (guint i = 0; i < n; i++)
    append_finding (text, findings[i], plan, name);
  findings = dt_report_get_others (report, &n);
  for (guint i = 0; i < n; i++)
    if (all || findings[i]->state == DT_STATE_NOT_EVALUATED)
      g_string_append_printf (text, "%s: %s: %s [%s]\n", name, describe_state (findings[i]->state), findings[i]->message,
                              findings[i]->rule->id);
  append_counts (text, report);

  return dt_cli_write_stdout (text->str, text->len, error) && dt_cli_flush_stdout (error);
}

gboolean
dt_cli_print_report (const DtReport *report,
                     const DtPlan *plan,
                     const char *file,
                     gboolean json,
                     gboolean all,
                     GError **error)
{
  return json ? print_report_json (report, plan, all, error) : print_report_text (report, plan, file, all, error);
}

static void
add_day (JsonBuilder *builder,
         const char *name,
         DtDate day)
{
  g_autofree char *text = dt_date_is_complete (day) ? dt_date_format_iso (day) : NULL;

  add_text (builder, name, text);
}

static gboolean
print_rules_json (const DtRules *rules,
                  GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < dt_rules_get_n (rules); i++)
    {
      const DtRule *rule = dt_rules_get (rules, i);
      const char evidence[] = { rule->evidence, '\0' };

      json_builder_begin_object (builder);
      add_text (builder, "id", rule->id);
      add_text (builder, "title", rule->title);
      add_text (builder, "clause", rule->clause);
      add_text (builder, "evidence", evidence);
      add_text (builder, "severity", dt_severity_to_string (rule->severity));
      add_text (builder, "fix", dt_fix_grade_to_string (rule->fix));
      add_day (builder, "from", rule->from);
      add_day (builder, "to", rule->to);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  return print_json (builder, error);
}

gboolean
dt_cli_print_rules (const DtRules *rules,
                    gboolean json,
                    GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (json)
    return print_rules_json (rules, error);

  for (guint i = 0; i < dt_rules_get_n (rules); i++)
    {
      const DtRule *rule = dt_rules_get (rules, i);

      g_string_append_printf (text, "%s\t%s\t%s\t%s (%s)\n", rule->id, dt_severity_get_label (rule->severity), rule->title,
                              rule->clause, dt_rule_get_standing (rule));
    }

  return dt_cli_write_stdout (text->str, text->len, error) && dt_cli_flush_stdout (error);
}
