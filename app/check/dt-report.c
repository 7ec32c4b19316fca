/* dt-report.c - the answers of all rules, in order
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-report-private.h"
#include "template/dt-profile.h"

#include <string.h>

G_DEFINE_BOXED_TYPE (DtReport, dt_report, dt_report_ref, dt_report_unref)

static void
clear (gpointer data)
{
  DtReport *self = data;

  for (guint i = 0; i < self->n_answers; i++)
    {
      g_clear_pointer (&self->answers[i].findings, g_ptr_array_unref);
      g_free (self->answers[i].message);
    }
  g_free (self->answers);
  g_clear_pointer (&self->items, g_array_unref);
  g_hash_table_unref (self->by_ref);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->others);
  dt_rules_unref (self->rules);
  dt_sheet_unref (self->sheet);
  dt_kinds_unref (self->kinds);
  g_clear_pointer (&self->catalog, dt_catalog_unref);
  g_clear_pointer (&self->profile, dt_profile_unref);
  dt_plan_unref (self->plan);
  g_clear_pointer (&self->composition, dt_composition_unref);
  g_clear_pointer (&self->pages, dt_pages_unref);
}

/**
 * dt_report_ref:
 * @self: a report
 *
 * Takes a reference.
 *
 * Returns: (transfer full): @self
 */
DtReport *
dt_report_ref (DtReport *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * dt_report_unref:
 * @self: (transfer full): a report
 *
 * Gives a reference back.
 */
void
dt_report_unref (DtReport *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* A finding and where its node stands in the plan. */
typedef struct
{
  DtFinding *finding;
  guint order;
} Placed;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Placed *one = a;
  const Placed *two = b;

  if (one->order != two->order)
    return one->order < two->order ? -1 : 1;
  if (one->finding->start != two->finding->start)
    return one->finding->start < two->finding->start ? -1 : 1;
  if (one->finding->end != two->finding->end)
    return one->finding->end < two->finding->end ? -1 : 1;

  return strcmp (one->finding->rule->id, two->finding->rule->id);
}

/* Numbers every reference in the order of the document. */
static void
number_nodes (DtNode *node,
              const char *ref,
              GHashTable *order)
{
  g_hash_table_insert (order, g_strdup (ref), GUINT_TO_POINTER (g_hash_table_size (order)));
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    {
      DtNode *child = dt_node_get_child (node, i);
      g_autofree char *child_ref = dt_plan_child_reference (ref, child);

      number_nodes (child, child_ref, order);
    }
}

/* Why a finding was ignored, or NULL. */
static const char *
find_reason (const DtReport *self,
             const DtFinding *finding)
{
  const DtNode *root = dt_plan_get_root (self->plan);

  for (guint i = dt_node_get_n_children (root); i > 0; i--)
    {
      const DtNode *child = dt_node_get_child (root, i - 1);
      const char *words;
      const char *reason;

      if (dt_node_get_kind (child) != DT_NODE_IGNORED)
        return NULL;

      words = dt_node_get_text (child);
      if (g_strcmp0 (dt_node_get_attribute (child, DT_ATTR_RULE), finding->rule->id) != 0 ||
          g_strcmp0 (dt_node_get_attribute (child, DT_ATTR_NODE), finding->node) != 0 ||
          (*words != '\0' && g_strcmp0 (words, finding->quote) != 0))
        continue;

      reason = dt_node_get_attribute (child, DT_ATTR_REASON);
      return reason != NULL ? reason : "";
    }

  return NULL;
}

/* The same with page and reason as they are now. */
static DtFinding *
complete (const DtReport *self,
          DtFinding *finding,
          GHashTable *pages)
{
  const char *reason = find_reason (self, finding);
  guint page = pages != NULL ? dt_check_items_find (pages, finding->node, finding->line) : 0;
  DtFinding *completed;

  if (finding->page != 0 && pages != NULL)
    page = finding->page;
  if (page == finding->page && g_strcmp0 (reason, finding->reason) == 0)
    return dt_finding_ref (finding);

  completed = dt_finding_copy (finding);
  completed->page = page;
  g_free (completed->reason);
  completed->reason = g_strdup (reason);
  return completed;
}

static void
collect (DtReport *self,
         const GPtrArray *from,
         GArray *placed,
         GHashTable *order,
         GHashTable *failed)
{
  for (guint i = 0; i < from->len; i++)
    {
      DtFinding *finding = g_ptr_array_index (from, i);
      Placed place = { finding, GPOINTER_TO_UINT (g_hash_table_lookup (order, finding->node)) };

      g_array_append_val (placed, place);
      g_hash_table_add (failed, (gpointer) finding->rule);
    }
}

/* A line for each rule that found nothing. */
static void
add_others (DtReport *self,
            GHashTable *failed)
{
  for (guint i = 0; i < self->n_answers; i++)
    {
      const DtRule *rule = dt_rules_find (self->rules, dt_rule_codes_get (i)->id);
      DtFinding *other;

      if (rule == NULL || g_hash_table_contains (failed, rule))
        continue;

      other = dt_finding_new (self->rules, rule);
      other->state = self->answers[i].state;
      other->node = g_strdup ("plan");
      other->message = g_strdup (self->answers[i].message != NULL ? self->answers[i].message : rule->title);
      other->fix = DT_FIX_NEVER;
      g_ptr_array_add (self->others, other);
    }
}

void
dt_report_finish (DtReport *self)
{
  g_autoptr (GHashTable) order = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) failed = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) pages = NULL;
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (Placed));

  number_nodes (dt_plan_get_root (self->plan), "plan", order);
  for (guint i = 0; i < self->texts->len; i++)
    collect (self, ((const DtCheckText *) g_ptr_array_index (self->texts, i))->findings, placed, order, failed);
  for (guint i = 0; i < self->n_answers; i++)
    if (self->answers[i].findings != NULL)
      collect (self, self->answers[i].findings, placed, order, failed);
  g_array_sort (placed, compare_places);

  if (self->pages != NULL && placed->len > 0)
    {
      if (self->items == NULL)
        self->items = dt_check_items_new (self->pages);
      pages = dt_check_items_index (self->items);
    }
  for (guint i = 0; i < placed->len; i++)
    g_ptr_array_add (self->findings, complete (self, g_array_index (placed, Placed, i).finding, pages));

  add_others (self, failed);
  g_clear_pointer (&self->items, g_array_unref);
}

/**
 * dt_report_get_findings:
 * @self: a report
 * @n_findings: (out): how many
 *
 * Gets what was found, ignored or not, in the order of the plan.
 *
 * Returns: (transfer none) (array length=n_findings): the findings
 */
DtFinding *const *
dt_report_get_findings (const DtReport *self,
                        guint *n_findings)
{
  *n_findings = self->findings->len;
  return (DtFinding *const *) self->findings->pdata;
}

/**
 * dt_report_get_others:
 * @self: a report
 * @n_others: (out): how many
 *
 * Gets an answer for each rule that found nothing.
 *
 * Returns: (transfer none) (array length=n_others): the answers
 */
DtFinding *const *
dt_report_get_others (const DtReport *self,
                      guint *n_others)
{
  *n_others = self->others->len;
  return (DtFinding *const *) self->others->pdata;
}

/**
 * dt_report_count:
 * @self: a report
 * @state: a state
 *
 * Counts findings of that state that are not ignored, or rules that found
 * nothing and are of that state.
 *
 * Returns: the number
 */
guint
dt_report_count (const DtReport *self,
                 DtState state)
{
  guint n = 0;

  for (guint i = 0; i < self->findings->len; i++)
    {
      const DtFinding *finding = g_ptr_array_index (self->findings, i);

      n += finding->state == state && finding->reason == NULL;
    }
  for (guint i = 0; i < self->others->len; i++)
    n += ((const DtFinding *) g_ptr_array_index (self->others, i))->state == state;

  return n;
}

/**
 * dt_report_count_severity:
 * @self: a report
 * @at_least: the least severity that counts
 *
 * Counts failures that are not ignored.
 *
 * Returns: the number
 */
guint
dt_report_count_severity (const DtReport *self,
                          DtSeverity at_least)
{
  guint n = 0;

  for (guint i = 0; i < self->findings->len; i++)
    {
      const DtFinding *finding = g_ptr_array_index (self->findings, i);

      n += finding->state == DT_STATE_FAIL && finding->reason == NULL && finding->severity >= at_least;
    }

  return n;
}

/**
 * dt_report_get_n_evaluated:
 * @self: a report
 *
 * Counts how often a rule was asked in this run.
 *
 * Returns: the number
 */
guint
dt_report_get_n_evaluated (const DtReport *self)
{
  return self->n_evaluated;
}
