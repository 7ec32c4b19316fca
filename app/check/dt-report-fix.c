/* dt-report-fix.c - repairs, and findings that are left
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-report-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static DtPlan *
apply (const DtEdit *edit,
       const DtPlan *plan,
       GError **error)
{
  const DtNode *node;
  const char *text;
  g_autofree char *changed = NULL;

  if (edit->kind == DT_EDIT_ATTRIBUTE)
    return dt_plan_set_attribute (plan, edit->node, edit->attribute, edit->text, error);
  if (edit->kind == DT_EDIT_REMOVE)
    return dt_plan_remove (plan, edit->node, error);

  node = dt_plan_find (plan, edit->node);
  text = node != NULL ? dt_node_get_text (node) : NULL;
  if (text == NULL || edit->end > strlen (text))
    {
      g_set_error (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_FOUND, _ ("there is no such text in “%s”"), edit->node);
      return NULL;
    }

  changed = g_strdup_printf ("%.*s%s%s", (int) edit->start, text, edit->text, text + edit->end);
  return dt_plan_set_text (plan, edit->node, changed, error);
}

/**
 * dt_finding_apply:
 * @self: a finding with a repair
 * @plan: the plan it was found in
 * @error: return location for an error
 *
 * Repairs it.
 *
 * Returns: (transfer full): the plan without it, or %NULL with @error set
 */
DtPlan *
dt_finding_apply (const DtFinding *self,
                  DtPlan *plan,
                  GError **error)
{
  if (self->edit.kind == DT_EDIT_NONE)
    {
      g_set_error_literal (error, DT_EDIT_ERROR, DT_EDIT_ERROR_NOT_ALLOWED, _ ("this finding has no repair"));
      return NULL;
    }

  return apply (&self->edit, plan, error);
}

/* From the end of the plan to its start, so that the places of the others stay. */
static void
list_edits (const DtReport *self,
            DtFixGrade grade,
            GPtrArray *edits)
{
  for (guint i = self->findings->len; i > 0; i--)
    {
      const DtFinding *finding = g_ptr_array_index (self->findings, i - 1);
      const DtEdit *last = edits->len > 0 ? g_ptr_array_index (edits, edits->len - 1) : NULL;

      if (finding->reason != NULL || finding->state != DT_STATE_FAIL || finding->fix < grade ||
          finding->edit.kind == DT_EDIT_NONE)
        continue;
      /* Those that touch wait for the next round. */
      if (last != NULL && strcmp (last->node, finding->edit.node) == 0 &&
          (last->kind != DT_EDIT_TEXT || finding->edit.kind != DT_EDIT_TEXT || finding->edit.end >= last->start))
        continue;

      g_ptr_array_add (edits, (gpointer) &finding->edit);
    }
}

/**
 * dt_report_fix:
 * @self: a report
 * @plan: the plan it is about
 * @grade: the least safe repairs to apply
 * @n_applied: (out) (optional): how many were
 *
 * Applies the repairs that do not get in each other's way.
 *
 * Returns: (transfer full): the plan after them
 */
DtPlan *
dt_report_fix (const DtReport *self,
               DtPlan *plan,
               DtFixGrade grade,
               guint *n_applied)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new ();
  DtPlan *fixed = dt_plan_ref (plan);
  guint n = 0;

  list_edits (self, grade, edits);
  for (guint i = 0; i < edits->len; i++)
    {
      DtPlan *next = apply (g_ptr_array_index (edits, i), fixed, NULL);

      if (next == NULL)
        continue;
      dt_plan_unref (fixed);
      fixed = next;
      n++;
    }

  if (n_applied != NULL)
    *n_applied = n;
  return fixed;
}

/* How often each rule fails. */
static void
count_by_rule (const DtReport *report,
               GHashTable *counts,
               int step)
{
  guint n;
  DtFinding *const *findings = dt_report_get_findings (report, &n);

  for (guint i = 0; i < n; i++)
    {
      gpointer rule = (gpointer) findings[i]->rule;
      int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, rule));

      g_hash_table_insert (counts, rule, GINT_TO_POINTER (count + step));
    }
}

/* Whether nothing is found more often in @after than in @before, and something less often. */
static gboolean
is_better (const DtReport *before,
           const DtReport *after)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer count;
  gboolean less = FALSE;

  count_by_rule (after, counts, 1);
  count_by_rule (before, counts, -1);
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    {
      if (GPOINTER_TO_INT (count) > 0)
        return FALSE;
      less |= GPOINTER_TO_INT (count) < 0;
    }

  return less;
}

static DtReport *
check_again (const DtChecker *checker,
             DtPlan *plan,
             DtReport *previous,
             GCancellable *cancellable)
{
  g_autoptr (DtComposition) composition = dt_compose (&checker->composer, plan, NULL);

  return dt_check_run (checker, plan, composition, NULL, previous, cancellable);
}

/* One repair after the other, each kept only if it makes something better and nothing worse; how many were kept. */
static guint
fix_one_by_one (const DtChecker *checker,
                DtPlan **plan,
                DtReport **report,
                DtFixGrade grade,
                GCancellable *cancellable)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new ();
  g_autoptr (DtReport) start = dt_report_ref (*report);
  guint n = 0;

  list_edits (start, grade, edits);
  for (guint i = 0; i < edits->len; i++)
    {
      g_autoptr (DtPlan) next = apply (g_ptr_array_index (edits, i), *plan, NULL);
      g_autoptr (DtReport) after = next != NULL ? check_again (checker, next, *report, cancellable) : NULL;

      if (after == NULL || !is_better (*report, after))
        continue;
      dt_plan_unref (*plan);
      *plan = g_steal_pointer (&next);
      dt_report_unref (*report);
      *report = g_steal_pointer (&after);
      n++;
    }

  return n;
}

/**
 * dt_check_fix:
 * @checker: rules and what they need
 * @plan: a plan
 * @grade: the least safe repairs to apply
 * @n_applied: (out) (optional): how many were
 * @cancellable: (nullable): to give up early
 *
 * Repairs until nothing is left that can be. A repair that would make another
 * rule fail more often is left out.
 *
 * Returns: (transfer full) (nullable): the plan after them; %NULL if cancelled
 */
DtPlan *
dt_check_fix (const DtChecker *checker,
              DtPlan *plan,
              DtFixGrade grade,
              guint *n_applied,
              GCancellable *cancellable)
{
  g_autoptr (DtPlan) fixed = dt_plan_ref (plan);
  g_autoptr (DtReport) report = check_again (checker, plan, NULL, cancellable);
  guint total = 0;

  /* Each round takes at least one finding away and adds none, so this comes to an end. */
  while (report != NULL)
    {
      guint n;
      g_autoptr (DtPlan) next = dt_report_fix (report, fixed, grade, &n);
      g_autoptr (DtReport) after = n > 0 ? check_again (checker, next, report, cancellable) : NULL;

      if (n == 0)
        break;
      if (after != NULL && is_better (report, after))
        {
          dt_plan_unref (fixed);
          fixed = g_steal_pointer (&next);
          dt_report_unref (report);
          report = g_steal_pointer (&after);
        }
      else
        {
          n = fix_one_by_one (checker, &fixed, &report, grade, cancellable);
        }

      if (n == 0)
        break;
      total += n;
    }

  if (report == NULL || g_cancellable_is_cancelled (cancellable))
    return NULL;

  if (n_applied != NULL)
    *n_applied = total;
  return g_steal_pointer (&fixed);
}

/**
 * dt_finding_ignore:
 * @self: a finding
 * @plan: the plan it was found in
 * @reason: why it is left
 * @error: return location for an error
 *
 * Notes in the plan that a finding was looked at and left, and why. It is
 * reported as ignored from then on, as long as the words it is about stand
 * there.
 *
 * Returns: (transfer full): the plan that says so, or %NULL with @error set
 */
DtPlan *
dt_finding_ignore (const DtFinding *self,
                   DtPlan *plan,
                   const char *reason,
                   GError **error)
{
  const DtAttributeValue attributes[] = {
    { DT_ATTR_RULE, self->rule->id },
    { DT_ATTR_NODE, self->node },
    { DT_ATTR_REASON, reason },
  };
  g_autofree char *words = g_strdelimit (g_strdup (self->quote != NULL ? self->quote : ""), "\n\t", ' ');
  g_autoptr (DtNode) node = NULL;

  node = dt_node_new_full (DT_NODE_IGNORED, 0, words, attributes, G_N_ELEMENTS (attributes), NULL, 0);
  return dt_plan_insert (plan, "plan", -1, node, error);
}
