/* dui-place.h - in which part of a plan a node stands
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/dt-plan.h"

G_BEGIN_DECLS

/* The part of the outline that the node of @reference belongs to: "head", "bases", "s3"… */
char *dui_place_find_part (DtPlan *plan,
                           const char *reference) G_GNUC_WARN_UNUSED_RESULT;
/* How many words (chữ) the texts of a plan hold. */
guint dui_place_count_words (DtPlan *plan);

G_END_DECLS
