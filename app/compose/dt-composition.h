/* dt-composition.h - a plan turned into paragraphs, tables and rules
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog.h"
#include "compose/dt-block.h"
#include "compose/dt-kinds.h"
#include "model/dt-plan.h"

G_BEGIN_DECLS

/* What a document says of itself to archives and viewers (Phụ lục VI). Strings may be empty, never NULL. */
typedef struct
{
  char *title;    /* "Kế hoạch số 20/KH-UBND …: trích yếu" */
  char *author;   /* the issuing body */
  char *subject;  /* trích yếu */
  char *keywords; /* type, number, place */
  char *language; /* "vi-VN" */
  char *date;     /* YYYY-MM-DD, empty while unknown */
} DtDocumentInfo;

/* Immutable, atomically reference counted. */
typedef struct _DtComposition DtComposition;

/**
 * DtComposer:
 * @sheet: the styles
 * @kinds: the document kinds
 * @catalog: (nullable): the documents that citations name
 * @today: the day on which validity is judged while the plan has no date; empty
 *   to leave it unjudged then
 *
 * What composing needs beside the plan.
 */
typedef struct
{
  DtSheet *sheet;
  DtKinds *kinds;
  DtCatalog *catalog;
  DtDate today;
} DtComposer;

/* @previous (nullable): an earlier composition of the same document, from which every block whose
 * source did not change is taken over, pointer for pointer. */
DtComposition *dt_compose (const DtComposer *composer,
                           DtPlan *plan,
                           DtComposition *previous) G_GNUC_WARN_UNUSED_RESULT;
DtComposition *dt_composition_ref (DtComposition *self);
void dt_composition_unref (DtComposition *self);

/* In reading order; the first is always a part. */
DtBlock *const *dt_composition_get_blocks (const DtComposition *self,
                                           guint *n_blocks);
DtSheet *dt_composition_get_sheet (const DtComposition *self);
DtPlan *dt_composition_get_plan (const DtComposition *self);
const DtDocumentInfo *dt_composition_get_info (const DtComposition *self);
/* (element-type DtDiagnostic): what is imperfect. */
GPtrArray *dt_composition_get_diagnostics (const DtComposition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DtComposition, dt_composition_unref)

G_END_DECLS
