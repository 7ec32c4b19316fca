/* dt-test-check-repairs.h - what holds for the repairs of any plan
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dt-test-check.h"

static inline char *
dt_test_describe_finding (const DtFinding *finding)
{
  return g_strdup_printf ("%s %s %u:%u", finding->rule->id, finding->node, finding->line, finding->column);
}

/* Safe repairs: twice is as once, and no rule has more to say than before. */
static inline void
dt_test_check_repairs (DtPlan *plan,
                       const char *name)
{
  g_autoptr (DtPlan) once = dt_check_fix (&dt_test_checker, plan, DT_FIX_SAFE, NULL, NULL);
  g_autoptr (DtReport) before = dt_test_check (plan, dt_date_make (0, 0, 0), FALSE, NULL);
  g_autoptr (DtReport) after = dt_test_check (once, dt_date_make (0, 0, 0), FALSE, NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (DtPlan) twice = NULL;
  guint n_again;
  guint n;
  DtFinding *const *findings = dt_report_get_findings (before, &n);

  twice = dt_check_fix (&dt_test_checker, once, DT_FIX_SAFE, &n_again, NULL);
  ck_assert_msg (n_again == 0 && dt_plan_equal (once, twice), "%s: repaired again", name);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (counts, (gpointer) findings[i]->rule,
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, findings[i]->rule)) + 1));
  findings = dt_report_get_findings (after, &n);
  for (guint i = 0; i < n; i++)
    {
      guint left = GPOINTER_TO_UINT (g_hash_table_lookup (counts, findings[i]->rule));
      g_autofree char *place = dt_test_describe_finding (findings[i]);

      ck_assert_msg (left > 0, "%s: new: %s: %s", name, place, findings[i]->message);
      g_hash_table_insert (counts, (gpointer) findings[i]->rule, GUINT_TO_POINTER (left - 1));
    }
}
