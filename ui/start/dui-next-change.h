/* dui-next-change.h - one change on the way to the next period
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "template/dt-next.h"

G_BEGIN_DECLS

#define DUI_TYPE_NEXT_CHANGE (dui_next_change_get_type ())

/* Property "apply": whether it is wanted. */
G_DECLARE_FINAL_TYPE (DuiNextChange, dui_next_change, DUI, NEXT_CHANGE, GObject)

/* @plan: the old one, for the words around the change. */
DuiNextChange *dui_next_change_new (const DtNextChange *change,
                                    DtPlan *plan) G_GNUC_WARN_UNUSED_RESULT;

const char *dui_next_change_get_key (DuiNextChange *self);
gboolean dui_next_change_get_apply (DuiNextChange *self);
/* As markup of Pango, with words around. */
const char *dui_next_change_get_old (DuiNextChange *self);
const char *dui_next_change_get_new (DuiNextChange *self);
/* Why, in words. */
const char *dui_next_change_get_reason (DuiNextChange *self);
/* For a screen reader: "năm 2026 → năm 2027". */
const char *dui_next_change_get_name (DuiNextChange *self);

/* Periods that may follow @from, the next first; (element-type DtPeriod). */
GArray *dui_next_list_periods (DtPeriod from) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
