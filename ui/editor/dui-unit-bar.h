/* dui-unit-bar.h - units of the office that fit what is typed
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "template/dt-profile.h"

G_BEGIN_DECLS

#define DUI_TYPE_UNIT_BAR (dui_unit_bar_get_type ())

/* How many are offered at once: one for each digit. */
#define DUI_UNIT_BAR_MAX 9

/**
 * DuiUnitBar:
 *
 * Offers units for the entry that has the focus. A bar and not a popover, for
 * input methods fail there; it never takes the focus.
 */
G_DECLARE_FINAL_TYPE (DuiUnitBar, dui_unit_bar, DUI, UNIT_BAR, AdwBin)

void dui_unit_bar_set_profile (DuiUnitBar *self,
                               DtProfile *profile);
/* Offers units whenever @widget, an entry or a text view in which ";" parts them, has the focus. */
void dui_unit_bar_serve (DuiUnitBar *self,
                         GtkWidget *widget);
/* Writes the unit at @index; FALSE if there is none. */
gboolean dui_unit_bar_take (DuiUnitBar *self,
                            int index);

G_END_DECLS
