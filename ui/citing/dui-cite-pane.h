/* dui-cite-pane.h - finds a document of the library to cite
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-engine.h"

G_BEGIN_DECLS

#define DUI_TYPE_CITE_PANE (dui_cite_pane_get_type ())

/**
 * DuiCitePane:
 *
 * A pane of the window, not a popover: input methods lose words there.
 *
 * Signals: "cite" (const char *number, gboolean full), "add-basis" (const char
 * *number), "close" (). The number is what stands between `[[` and `]]`, with
 * its date where it is not enough.
 */
G_DECLARE_FINAL_TYPE (DuiCitePane, dui_cite_pane, DUI, CITE_PANE, AdwBin)

GtkWidget *dui_cite_pane_new (DuiEngine *engine) G_GNUC_WARN_UNUSED_RESULT;
/* The day for which validity counts; today until it is set. */
void dui_cite_pane_set_date (DuiCitePane *self,
                             DtDate on);
/* Looks for @text, and puts the caret into the entry. */
void dui_cite_pane_search (DuiCitePane *self,
                           const char *text);
guint dui_cite_pane_get_n_results (DuiCitePane *self);

G_END_DECLS
