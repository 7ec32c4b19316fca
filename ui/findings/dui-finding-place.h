/* dui-finding-place.h - where in a plan a finding stands, in words
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/dt-composition.h"

G_BEGIN_DECLS

/* The numbers of all sections and annexes of a composition: (element-type utf8 utf8), by reference. */
GHashTable *dui_finding_list_numbers (DtComposition *composition) G_GNUC_WARN_UNUSED_RESULT;
/* "II.1, line 3, page 2" of the node; @line and @page are left out where they are 0. */
char *dui_finding_describe_place (DtPlan *plan,
                                  GHashTable *numbers,
                                  const char *node,
                                  guint line,
                                  guint page) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
