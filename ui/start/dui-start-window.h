/* dui-start-window.h - where work begins
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-drafts.h"

G_BEGIN_DECLS

#define DUI_TYPE_START_WINDOW (dui_start_window_get_type ())

/**
 * DuiStartWindow:
 *
 * Recent plans, and the ways to begin one. Its pages are "recent", "gallery",
 * "import", "next" and "profile".
 *
 * Its signals: #DuiStartWindow::open-document (DuiDocument *document, const
 * char *place) hands over a plan to put into a window, @place being the form
 * to show or %NULL; #DuiStartWindow::open-file (GFile *file) tells which file
 * was chosen.
 *
 * Actions: start.page (s), start.back, win.close.
 */
G_DECLARE_FINAL_TYPE (DuiStartWindow, dui_start_window, DUI, START_WINDOW, AdwApplicationWindow)

/* @drafts (nullable): what is kept unsaved. */
GtkWidget *dui_start_window_new (GtkApplication *application,
                                 DuiEngine *engine,
                                 DuiDrafts *drafts);

const char *dui_start_window_get_page (DuiStartWindow *self);
void dui_start_window_show_page (DuiStartWindow *self,
                                 const char *page);
/* A plan file is opened; any other is shown on the page of imports. */
void dui_start_window_take_file (DuiStartWindow *self,
                                 GFile *file);
/* A sentence that must be read. */
void dui_start_window_warn (DuiStartWindow *self,
                            const char *text);

G_END_DECLS
