/* dui-window-private.h - what the files of DuiWindow share
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "common/dui-banner.h"
#include "editor/dui-form-page.h"
#include "editor/dui-outline.h"
#include "preview/dui-page-bar.h"
#include "preview/dui-page-view.h"
#include "window/dui-foot-bar.h"
#include "window/dui-panes.h"
#include "window/dui-window.h"

G_BEGIN_DECLS

struct _DuiWindow
{
  AdwApplicationWindow parent_instance;

  DuiEngine *engine;
  DuiDocument *document;
  DuiDrafts *drafts; /* (nullable) */
  DuiPaginator *paginator;
  GHashTable *pages; /* name → DuiFormPage, those that were needed */
  DuiFormPage *page; /* the one that is shown */
  char *part;
  guint facts_timer;

  /* Template children */
  AdwToastOverlay *toast_overlay;
  AdwWindowTitle *title;
  DuiBanner *banner;
  DuiPanes *panes;
  DuiFootBar *foot_bar;
  GtkStack *form_stack;
  GtkStack *side_stack;
  DuiPageView *page_view;
  DuiPageBar *page_bar;
  GtkWidget *outline;

  guint closing : 1; /* the user was asked */
  guint saving : 1;
  guint close_when_saved : 1;
  guint asking : 1;
};

/* dui-window-actions.c */
void dui_window_install_actions (DuiWindow *self);
void dui_window_update_actions (DuiWindow *self);

/* dui-window-file.c */
void dui_window_save (DuiWindow *self);
void dui_window_save_as (DuiWindow *self);
/* Whether the window may close now; asks if not. */
gboolean dui_window_may_close (DuiWindow *self);
void dui_window_check_outside (DuiWindow *self);

/* dui-window-parts.c */
void dui_window_show_part (DuiWindow *self,
                           const char *part);
void dui_window_update_facts_soon (DuiWindow *self);
void dui_window_show_cite (DuiWindow *self);
void dui_window_show_versions (DuiWindow *self);

G_END_DECLS
