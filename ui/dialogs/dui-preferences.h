/* dui-preferences.h - what the user may choose for all plans
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-engine.h"

G_BEGIN_DECLS

#define DUI_TYPE_PREFERENCES (dui_preferences_get_type ())

/**
 * DuiPreferences:
 *
 * Appearance, layout, spelling and packs. What is chosen is in force at once.
 * Its signal "edit-profile" () tells that the profile of the office is wanted.
 */
G_DECLARE_FINAL_TYPE (DuiPreferences, dui_preferences, DUI, PREFERENCES, AdwPreferencesWindow)

GtkWidget *dui_preferences_new (GtkWindow *parent,
                                DuiEngine *engine) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
