/* dt-report-private.h - the inside of a report
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/dt-check-private.h"

G_BEGIN_DECLS

/* What a rule for the whole answered. */
typedef struct
{
  GPtrArray *findings; /* (element-type DtFinding); NULL: not asked */
  DtState state;       /* if there are none */
  char *message;
} DtPlanAnswer;

struct _DtReport
{
  /* what it depends on */
  DtRules *rules;
  DtSheet *sheet;
  DtKinds *kinds;
  DtCatalog *catalog;
  DtProfile *profile;
  DtDate on;
  DtDate today;
  DtPlan *plan;
  DtComposition *composition;
  DtPages *pages;

  GPtrArray *texts;      /* (element-type DtCheckText) */
  GHashTable *by_ref;    /* reference -> DtCheckText */
  DtPlanAnswer *answers; /* one for each code */
  guint n_answers;
  guint n_evaluated;

  GArray *items; /* what stands on the pages, until the report is finished; or NULL */

  GPtrArray *findings; /* (element-type DtFinding) */
  GPtrArray *others;   /* (element-type DtFinding) */
};

/* Fills @findings and @others from the texts and the answers. */
void dt_report_finish (DtReport *self);

G_END_DECLS
