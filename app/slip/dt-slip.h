/* dt-slip.h - the slip that goes up with a draft (phiếu kiểm tra)
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/dt-check.h"

G_BEGIN_DECLS

/* A PDF of one page, more if need be: the head of the plan, the day, how many of what, and every finding by severity
 * with its clause and page. @checker made @report of @plan. */
GBytes *dt_slip_make_pdf (const DtChecker *checker,
                          const DtReport *report,
                          DtPlan *plan,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
