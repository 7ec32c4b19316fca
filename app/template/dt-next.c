/* dt-next.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-template"

#include "config.h"

#include "template/dt-next.h"

#include "model/dt-schema.h"
#include "template/dt-next-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (dt_next_error_quark, dt_next_error)

/* Four digits and nothing else. */
static guint
read_year (const char *text)
{
  guint year = 0;

  return strlen (text) == 4 && dt_period_scan_year (text, 4, &year) > 0 ? year : 0;
}

/* Whether a text says that the field is a year: `năm {{key}}`, `/{{key}}`. */
static gboolean
uses_as_year (const DtNode *node,
              const char *key)
{
  const char *text = dt_node_get_text (node);
  g_autofree char *mark = g_strconcat ("{{", key, "}}", NULL);

  for (const char *p = text != NULL ? strstr (text, mark) : NULL; p != NULL; p = strstr (p + 1, mark))
    {
      gsize before = (gsize) (p - text);

      if (before > 0 && p[-1] == '/')
        return TRUE;
      while (before > 0 && (text[before - 1] == ' ' || text[before - 1] == '*'))
        before--;
      if (before >= strlen ("năm") && dt_period_scan_word (text + before - strlen ("năm"), strlen ("năm"), "năm") > 0)
        return TRUE;
    }

  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    if (uses_as_year (dt_node_get_child (node, i), key))
      return TRUE;

  return FALSE;
}

/* The fields that hold a year, so that texts can be read with it. */
static GHashTable *
find_year_fields (const DtNode *root)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  DtNode *fields = dt_node_find_child (root, DT_NODE_FIELDS);

  for (guint i = 0; fields != NULL && i < dt_node_get_n_children (fields); i++)
    {
      DtNode *field = dt_node_get_child (fields, i);
      const char *key = dt_node_get_attribute (field, DT_ATTR_KEY);
      guint year = read_year (dt_node_get_text (field));

      if (year > 0 && uses_as_year (root, key))
        g_hash_table_insert (found, g_strdup (key), GUINT_TO_POINTER (year));
    }

  return found;
}

/* What a field that is not a year prints as in a subject; enough to find a period. */
static char *
fill_fields (const DtNode *root,
             const char *text)
{
  DtNode *fields = dt_node_find_child (root, DT_NODE_FIELDS);
  GString *filled = g_string_new (text);

  for (guint i = 0; fields != NULL && i < dt_node_get_n_children (fields); i++)
    {
      DtNode *field = dt_node_get_child (fields, i);
      g_autofree char *mark = g_strconcat ("{{", dt_node_get_attribute (field, DT_ATTR_KEY), "}}", NULL);

      g_string_replace (filled, mark, dt_node_get_text (field), 0);
    }

  return g_string_free (filled, FALSE);
}

/* The first period in words of a text. */
static gboolean
find_in_text (const DtNode *root,
              const char *text,
              DtPeriod *period)
{
  g_autofree char *filled = text != NULL ? fill_fields (root, text) : g_strdup ("");
  g_autoptr (GArray) literals = dt_next_scan (filled, strlen (filled));

  for (guint i = 0; i < literals->len; i++)
    {
      const DtNextLiteral *literal = &g_array_index (literals, DtNextLiteral, i);

      if (literal->kind == DT_NEXT_PERIOD && literal->guard == DT_NEXT_FREE)
        {
          *period = literal->period;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * dt_next_find_period:
 * @plan: a plan
 * @period: (out): its period
 *
 * Finds the period a plan covers (kỳ kế hoạch): as its head says, or else the
 * first that its subject names, or else that of the attached document, or else
 * the year of its date.
 *
 * Returns: whether it says so
 */
gboolean
dt_next_find_period (const DtPlan *plan,
                     DtPeriod *period)
{
  DtNode *root;
  DtNode *head;
  DtNode *attachment;
  const char *text;
  DtDate date;

  g_return_val_if_fail (plan != NULL && period != NULL, FALSE);

  root = dt_plan_get_root (plan);
  head = dt_node_find_child (root, DT_NODE_HEAD);
  attachment = dt_node_find_child (root, DT_NODE_ATTACHMENT);
  text = dt_node_get_attribute (head, DT_ATTR_PERIOD);
  if (text != NULL && (dt_period_parse (text, period) || find_in_text (root, text, period)))
    return TRUE;
  if (find_in_text (root, dt_node_get_child_text (head, DT_NODE_SUBJECT), period))
    return TRUE;
  if (attachment != NULL && find_in_text (root, dt_node_get_child_text (attachment, DT_NODE_SUBJECT), period))
    return TRUE;

  text = dt_node_get_attribute (head, DT_ATTR_DATE);
  if (text == NULL || !dt_date_parse_iso_partial (text, &date))
    return FALSE;
  period->kind = DT_PERIOD_YEAR;
  period->year = period->last_year = date.year;
  period->part = 0;
  return TRUE;
}

/* A new value of an attribute of the head; empty takes it away. */
static DtNode *
set_attribute (DtNextRun *run,
               const DtNode *head,
               DtAttribute attribute,
               const char *value,
               const char *rule)
{
  const char *before = dt_node_get_attribute (head, attribute);
  DtNextChange change = { 0 };

  if (g_strcmp0 (before != NULL ? before : "", value) == 0)
    return dt_node_ref ((DtNode *) head);

  change.node = g_strdup ("head");
  change.attribute = g_strdup (dt_schema_get_attribute_name (attribute));
  change.key = dt_next_make_key (change.node, change.attribute, 0);
  change.old_text = g_strdup (before != NULL ? before : "");
  change.new_text = g_strdup (value);
  change.rule = rule;
  change.applied = !dt_next_is_kept (run->options, change.key);
  dt_next_add_change (run->report, change);

  return change.applied ? dt_node_with_attribute (head, attribute, value) : dt_node_ref ((DtNode *) head);
}

static DtNode *
move_head (DtNextRun *run,
           const DtNode *head)
{
  g_autofree char *date = dt_date_format_iso (run->options->date);
  g_autofree char *period = dt_period_to_code (run->to);
  g_autoptr (DtNode) numbered = set_attribute (run, head, DT_ATTR_NUMBER, "", DT_NEXT_RULE_NUMBER);
  g_autoptr (DtNode) dated = set_attribute (run, numbered, DT_ATTR_DATE, date, DT_NEXT_RULE_ISSUE_DATE);

  return set_attribute (run, dated, DT_ATTR_PERIOD, period, DT_NEXT_RULE_PLAN_PERIOD);
}

/* @node and what is below, moved. */
static DtNode *
move_node (DtNextRun *run,
           const DtNode *node,
           const char *parent)
{
  g_autofree char *reference = dt_plan_child_reference (parent, node);
  g_autoptr (DtNode) moved = dt_node_get_kind (node) == DT_NODE_HEAD ? move_head (run, node) : dt_node_ref ((DtNode *) node);
  g_autofree char *text = dt_node_get_text (node) != NULL ? dt_next_move_text (run, node, reference) : NULL;

  if (text != NULL)
    return dt_node_with_text (moved, text);

  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    {
      g_autoptr (DtNode) child = move_node (run, dt_node_get_child (node, i), reference);

      if (child != dt_node_get_child (node, i))
        {
          DtNode *with_child = dt_node_with_child (moved, i, child);

          dt_node_unref (moved);
          moved = with_child;
        }
    }

  return g_steal_pointer (&moved);
}

/* The years that fields will hold; one that is kept is not read as a year at all. */
static void
move_year_fields (DtNextRun *run,
                  const DtNode *root)
{
  DtNode *fields = dt_node_find_child (root, DT_NODE_FIELDS);

  for (guint i = 0; fields != NULL && i < dt_node_get_n_children (fields); i++)
    {
      DtNode *field = dt_node_get_child (fields, i);
      const char *name = dt_node_get_attribute (field, DT_ATTR_KEY);
      guint year = GPOINTER_TO_UINT (g_hash_table_lookup (run->year_fields, name));
      g_autofree char *key = dt_next_make_key (dt_node_get_id (field), NULL, 0);

      if (year == 0)
        continue;
      if (dt_next_is_kept (run->options, key))
        {
          g_hash_table_remove (run->year_fields, name);
          g_hash_table_add (run->kept_fields, g_strdup (name));
        }
      else
        g_hash_table_insert (run->moved_fields, g_strdup (name),
                             GUINT_TO_POINTER (dt_next_year_moves (run, year) ? (guint) ((int) year + run->years) : year));
    }
}

/* The day on which the bases of the new plan must be in force. */
static DtDate
find_day (const DtNextOptions *options)
{
  guint month = dt_period_first_month (options->period);
  DtDate begin = dt_date_make (month / 12, month % 12 + 1, 1);

  if (dt_date_is_complete (options->date))
    return options->date;

  return dt_date_is_complete (options->today) && dt_date_compare (options->today, begin) > 0 ? options->today : begin;
}

static gboolean
check_periods (const DtNextRun *run,
               GError **error)
{
  g_autofree char *from = dt_period_to_words (run->from);
  g_autofree char *to = dt_period_to_words (run->to);

  if ((run->from.kind == DT_PERIOD_RANGE) == (run->to.kind == DT_PERIOD_RANGE))
    return TRUE;

  g_set_error (error, DT_NEXT_ERROR, DT_NEXT_ERROR_PERIOD,
               _ ("%s does not lead to %s; expected periods of years both, or neither"), from, to);
  return FALSE;
}

/**
 * dt_next_run:
 * @options: the period of the new plan, and what to look names and documents up in
 * @plan: the old plan
 * @error: return location for an error
 *
 * Makes the plan of another period from a plan (kế hoạch kỳ sau). The rules:
 *
 * - the number is cleared; the date of issue is cleared, or set as asked;
 * - the old period in words becomes the new one, also where it is longer or shorter;
 * - years move by the years between the periods, if they are not before the old one;
 * - days, months, quarters and halves move by the months between the ends of
 *   the periods, if they lie in the last twelve months of the old one or later;
 * - deadlines of tasks move always; those outside of the new period are told;
 * - what is quoted, cited, or introduced as a fact (giai đoạn, đến năm, từ năm) stays;
 * - a cited document that one other has replaced by then gives way to it;
 * - rounds, targets and names are told, never guessed.
 *
 * Every change is in the report, and so is every year that stays: in a
 * citation too, if it is of the old period. Nothing else differs between the
 * plans.
 *
 * Returns: (transfer full): the report with the plan, or %NULL with @error set
 *   to %DT_NEXT_ERROR_PERIOD or, if a text becomes too long, to one of
 *   %DT_EDIT_ERROR
 */
DtNextReport *
dt_next_run (const DtNextOptions *options,
             const DtPlan *plan,
             GError **error)
{
  g_autoptr (DtNextReport) report = NULL;
  g_autoptr (DtNode) root = NULL;
  DtNextRun run = { 0 };

  g_return_val_if_fail (options != NULL && options->period.kind != DT_PERIOD_NONE, NULL);
  g_return_val_if_fail (plan != NULL && (error == NULL || *error == NULL), NULL);

  run.options = options;
  run.from = options->from;
  run.to = options->period;
  if (run.from.kind == DT_PERIOD_NONE && !dt_next_find_period (plan, &run.from))
    {
      g_set_error (error, DT_NEXT_ERROR, DT_NEXT_ERROR_PERIOD,
                   _ ("the plan does not say which period it covers; expected it in its subject, such as “năm 2026”"));
      return NULL;
    }
  if (!check_periods (&run, error))
    return NULL;

  report = dt_next_report_new ();
  report->from = run.from;
  report->to = run.to;
  run.report = report;
  run.shift = (int) dt_period_last_month (run.to) - (int) dt_period_last_month (run.from);
  run.years = (int) run.to.year - (int) run.from.year;
  run.on = find_day (options);
  run.year_fields = find_year_fields (dt_plan_get_root (plan));
  run.moved_fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run.kept_fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  run.basis_documents = g_ptr_array_new ();
  move_year_fields (&run, dt_plan_get_root (plan));
  dt_next_note_bases (&run, dt_plan_get_root (plan));

  root = move_node (&run, dt_plan_get_root (plan), NULL);
  report->plan = dt_plan_new (root, error);
  if (report->plan != NULL)
    dt_next_check_names (&run, report->plan);
  g_hash_table_unref (run.year_fields);
  g_hash_table_unref (run.moved_fields);
  g_hash_table_unref (run.kept_fields);
  g_ptr_array_unref (run.basis_documents);

  return report->plan != NULL ? g_steal_pointer (&report) : NULL;
}
