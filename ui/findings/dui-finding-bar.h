/* dui-finding-bar.h - the finding under the caret
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-inspector.h"

G_BEGIN_DECLS

#define DUI_TYPE_FINDING_BAR (dui_finding_bar_get_type ())

/**
 * DuiFindingBar:
 *
 * A bar below the form: what is wrong where the caret is, the clause, and what
 * can be done. It is there only when there is something. Its signal "tell"
 * (const char *text, gboolean undo) says what was done.
 */
G_DECLARE_FINAL_TYPE (DuiFindingBar, dui_finding_bar, DUI, FINDING_BAR, AdwBin)

GtkWidget *dui_finding_bar_new (DuiDocument *document) G_GNUC_WARN_UNUSED_RESULT;
/* The caret is at that byte of the text of the node; @reference NULL: nowhere. */
void dui_finding_bar_set_place (DuiFindingBar *self,
                                const char *reference,
                                guint offset);
/* What is shown, or NULL. */
DtFinding *dui_finding_bar_get_finding (DuiFindingBar *self);
/* Mends what is shown; FALSE if there is nothing that can be mended. */
gboolean dui_finding_bar_fix (DuiFindingBar *self);

G_END_DECLS
