/* dui-window.h - one plan: its outline, its form and its pages
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-drafts.h"
#include "preview/dui-paginator.h"

G_BEGIN_DECLS

#define DUI_TYPE_WINDOW (dui_window_get_type ())

/**
 * DuiWindow:
 *
 * One window a plan.
 *
 * Actions: win.save, win.save-as, win.undo, win.redo, win.cite, win.check,
 * win.add-section, win.add-basis, win.add-task, win.add-annex, win.move-up,
 * win.move-down, win.show-outline, win.show-pages, win.next-pane,
 * win.previous-pane, win.close. Their accelerators are set by the application.
 */
G_DECLARE_FINAL_TYPE (DuiWindow, dui_window, DUI, WINDOW, AdwApplicationWindow)

/* @drafts (nullable): what keeps the unsaved words. */
GtkWidget *dui_window_new (GtkApplication *application,
                           DuiEngine *engine,
                           DuiDocument *document,
                           DuiDrafts *drafts);

DuiDocument *dui_window_get_document (DuiWindow *self);
DuiPaginator *dui_window_get_paginator (DuiWindow *self);
/* Notes the size of the window and its panes, for new windows and for this one at the next start. */
void dui_window_keep_size (DuiWindow *self);
/* The part that is shown, "s3". */
const char *dui_window_get_part (DuiWindow *self);
/* Shows the form of the node and puts the caret to byte @offset of its text. */
void dui_window_open_place (DuiWindow *self,
                            const char *reference,
                            guint offset);
/* A short note; @undo offers to take the last step back. */
void dui_window_tell (DuiWindow *self,
                      const char *text,
                      gboolean undo);
/* Takes @toast. */
void dui_window_add_toast (DuiWindow *self,
                           AdwToast *toast);
/* A sentence that must be read. */
void dui_window_warn (DuiWindow *self,
                      const char *text);
/* Puts @widget in the place of the pages under @name; shown by dui_window_show_side(). */
void dui_window_add_side (DuiWindow *self,
                          const char *name,
                          GtkWidget *widget);
/* @name (nullable): NULL for the pages. */
void dui_window_show_side (DuiWindow *self,
                           const char *name);

G_END_DECLS
