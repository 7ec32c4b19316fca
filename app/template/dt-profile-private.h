/* dt-profile-private.h - the inside of a profile, for those who build one
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "template/dt-profile-sign.h"

G_BEGIN_DECLS

struct _DtProfile
{
  GStringChunk *strings; /* every string below */
  DtProfileFields fields;
  GArray *units;         /* DtUnit */
  GArray *leaders;       /* DtLeader */
  GArray *symbols;       /* DtSymbol */
  GArray *advisories;    /* DtAdvisory */
  GPtrArray *members;    /* GArray of DtMember, one for each of those */
  GPtrArray *recipients; /* ends with NULL once it is read */
};

DtProfile *dt_profile_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
