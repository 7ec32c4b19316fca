/* dt-composition-private.h - what a composition is made of
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/dt-compose-private.h"

G_BEGIN_DECLS

/* A stretch of the document that is composed as one: the head, the bases, all sections… */
typedef struct
{
  DtFragment *own;     /* nullable */
  GPtrArray *sections; /* (element-type DtFragment), nullable */
} DtGroup;

struct _DtComposition
{
  DtSheet *sheet;
  DtSheet *given; /* the one of the composer, before the habits of the plan */
  DtHabits habits;
  DtKinds *kinds;
  DtCatalog *catalog; /* nullable */
  DtPlan *plan;
  DtDate on;          /* the day on which validity was judged */
  DtNode *fields;     /* borrowed from the plan; nullable */
  GHashTable *groups; /* name → DtGroup */
  GHashTable *marked; /* last paragraph → its copy with the end mark */
  GPtrArray *blocks;  /* borrowed from groups and marked */
  GPtrArray *diagnostics;
  DtDocumentInfo info;
};

DtComposition *dt_composition_new (const DtComposer *composer,
                                   DtPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
void dt_composition_fill_info (DtComposition *self,
                               const DtComposing *composing);
/* The paragraph @last with the end mark "./."; a full stop it has already becomes part of the mark. */
DtBlock *dt_compose_end_mark (DtBlock *last) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
