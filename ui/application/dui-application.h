/* dui-application.h - the one process of the program
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-engine.h"

G_BEGIN_DECLS

#define DUI_TYPE_APPLICATION (dui_application_get_type ())

G_DECLARE_FINAL_TYPE (DuiApplication, dui_application, DUI, APPLICATION, AdwApplication)

DuiApplication *dui_application_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* NULL before the application has started. */
DuiEngine *dui_application_get_engine (DuiApplication *self);

/* Puts the language of the settings, if there is one, before that of the session. Before the locale is set. */
void dui_application_choose_language (void);

G_END_DECLS
