/* dt-test-next.h - what the tests of the next period share
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "template/dt-next.h"

#include "dt-test.h"

#include <string.h>

static inline DtPeriod
test_period (const char *text)
{
  DtPeriod found = DT_PERIOD_INIT;

  if (text != NULL && *text != '\0')
    ck_assert_msg (dt_period_parse (text, &found), "no period: %s", text);
  return found;
}

static inline DtNextReport *
test_next (const DtPlan *plan,
           const char *from,
           const char *to,
           const DtCatalog *catalog)
{
  DtNextOptions options = { .period = test_period (to), .from = test_period (from), .catalog = catalog };
  g_autoptr (GError) error = NULL;
  DtNextReport *report = dt_next_run (&options, plan, &error);

  dt_assert_no_error (error);
  return report;
}

static inline const char *
test_get_text (const DtPlan *plan,
               const char *reference)
{
  return dt_node_get_text (dt_plan_find (plan, reference));
}
