/* dui-versions-pane.h - the versions of a plan, compared and taken back
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-versions.h"

G_BEGIN_DECLS

#define DUI_TYPE_VERSIONS_PANE (dui_versions_pane_get_type ())

/**
 * DuiVersionsPane:
 *
 * What was saved and what went to the leaders, the newest first; a version is
 * compared with the plan of now, word by word, and can be taken back. Signals:
 * "close", "restored", "open-place" (const char *reference).
 */
G_DECLARE_FINAL_TYPE (DuiVersionsPane, dui_versions_pane, DUI, VERSIONS_PANE, AdwBin)

GtkWidget *dui_versions_pane_new (DuiDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* Looks again at what there is. */
void dui_versions_pane_refresh (DuiVersionsPane *self);
guint dui_versions_pane_get_n (DuiVersionsPane *self);

G_END_DECLS
