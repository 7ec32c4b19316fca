/* dt-catalog-validity.h - whether a document is in force on a day
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-catalog.h"

G_BEGIN_DECLS

/**
 * DtValidity:
 * @DT_VALIDITY_UNKNOWN: the catalogue does not say
 * @DT_VALIDITY_IN_FORCE: in force (còn hiệu lực)
 * @DT_VALIDITY_AMENDED: in force, and amended (đã sửa đổi, bổ sung)
 * @DT_VALIDITY_NOT_YET: not yet issued, or not yet in force (chưa có hiệu lực)
 * @DT_VALIDITY_EXPIRED: no longer in force (hết hiệu lực)
 * @DT_VALIDITY_REPLACED: another has its place (bị thay thế)
 */
typedef enum
{
  DT_VALIDITY_UNKNOWN,
  DT_VALIDITY_IN_FORCE,
  DT_VALIDITY_AMENDED,
  DT_VALIDITY_NOT_YET,
  DT_VALIDITY_EXPIRED,
  DT_VALIDITY_REPLACED,
  DT_N_VALIDITIES,
} DtValidity;

/**
 * DtJudgement:
 * @validity: the verdict
 * @is_sure: whether it rests on dates and on checked facts; else it is a hint (chưa đối chiếu)
 * @since: since when, or for what is not yet in force, from when on; empty
 *   when it is not known
 * @by: (nullable): what amended, repealed or replaced it, the first of several
 * @successor: (nullable): what to cite instead: the end of the chain of
 *   replacements; it may itself no longer be in force
 * @n_steps: how many replacements lie between
 */
typedef struct
{
  DtValidity validity;
  gboolean is_sure;
  DtDate since;
  const DtDocument *by;
  const DtDocument *successor;
  guint n_steps;
} DtJudgement;

void dt_catalog_judge (const DtCatalog *self,
                       const DtDocument *document,
                       DtDate on,
                       DtJudgement *judgement);
/* What did KIND to DOCUMENT by that day, the first first. */
GPtrArray *dt_catalog_list_incoming (const DtCatalog *self,
                                     const DtDocument *document,
                                     DtRelationKind kind,
                                     DtDate on) G_GNUC_WARN_UNUSED_RESULT;
/* In words, for the reader: "replaced by …". */
char *dt_judgement_describe (const DtJudgement *judgement) G_GNUC_WARN_UNUSED_RESULT;

const char *dt_validity_to_string (DtValidity validity);
gboolean dt_validity_from_string (const char *name,
                                  DtValidity *validity);

G_END_DECLS
