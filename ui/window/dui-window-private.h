/* dui-window-private.h - what the files of DuiWindow share
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "common/dui-banner.h"
#include "editor/dui-form-page.h"
#include "editor/dui-outline.h"
#include "findings/dui-finding-bar.h"
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
  char *part_before; /* (nullable): when a button of the mouse went down in the outline */
  guint facts_timer;
  guint view_timer;    /* brings what is being written into view */
  GtkWidget *typed_in; /* (weak) (nullable): what was typed in last */
  guint word_timer;    /* waits for the word it may hold */
  guint word_waited;   /* milliseconds */
  char *wanted;        /* what is shown then */
  guint wanted_offset;
  gboolean wanted_place;
  GtkWidget *written_in; /* (weak) (nullable): what had the keys before the side got them */
  char *side_before;     /* (nullable): what the search stands in front of; NULL for nothing */

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
  GtkWidget *check_button;
  GtkWidget *export_button;
  DuiFindingBar *finding_bar;

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

/* dui-window-size.c */
void dui_window_restore_size (DuiWindow *self);

/* dui-window-word.c */
void dui_window_follow_focus (DuiWindow *self);
gboolean dui_window_wait_for_word (DuiWindow *self,
                                   const char *reference,
                                   gboolean place,
                                   guint offset) G_GNUC_WARN_UNUSED_RESULT;
void dui_window_stop_waiting (DuiWindow *self);

/* dui-window-parts.c */
void dui_window_show_part (DuiWindow *self,
                           const char *part);
void dui_window_update_facts_soon (DuiWindow *self);
void dui_window_show_cite (DuiWindow *self);
void dui_window_show_versions (DuiWindow *self);
/* Before the keys go to the side, and after it. */
void dui_window_leave_form (DuiWindow *self);
void dui_window_return_to_form (DuiWindow *self);

/* dui-window-check.c */
void dui_window_add_finding_bar (DuiWindow *self);
void dui_window_show_check (DuiWindow *self);
void dui_window_fix (DuiWindow *self);
void dui_window_mark_findings (DuiWindow *self);
/* @counts: (element-type utf8 DuiOutlineCount). */
void dui_window_count_findings (DuiWindow *self,
                                GHashTable *counts,
                                DuiFootFacts *facts);

G_END_DECLS
