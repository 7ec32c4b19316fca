/* dui-application-private.h - what the files of DuiApplication share
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "application/dui-application.h"
#include "document/dui-drafts.h"

G_BEGIN_DECLS

struct _DuiApplication
{
  AdwApplication parent_instance;

  DuiEngine *engine;
  DuiDrafts *drafts;
  guint good_start_timer;
  guint signals[3];
  guint restored : 1;
};

/* A window for @document, in front. */
GtkWidget *dui_application_show (DuiApplication *self,
                                 DuiDocument *document);
/* What is shown where nothing is asked for; @page (nullable): of the start window. */
void dui_application_show_start (DuiApplication *self,
                                 const char *page);
/* Shows @file, which is no plan, on the page of imports. */
void dui_application_import_file (DuiApplication *self,
                                  GFile *file);
/* FALSE where the start window is not there. */
gboolean dui_application_warn_at_start (DuiApplication *self,
                                        const char *text);
/* Lists the file of @document among the recent ones, now and whenever it gets another. */
void dui_application_note_recent (DuiApplication *self,
                                  DuiDocument *document);
void dui_application_open_file (DuiApplication *self,
                                GFile *file);
void dui_application_quit (DuiApplication *self);

/* dui-application-dialogs.c: export and print, which a window cannot do alone. */
void dui_application_extend_window (GtkWidget *window);
/* The same for what every window may ask for. */
void dui_application_install_dialogs (DuiApplication *self);

/* dui-application-words.c: says in our words what the toolkit says in its own, below @widget. */
void dui_application_translate (GtkWidget *widget);

/* dui-application-actions.c */
void dui_application_install_actions (DuiApplication *self);

G_END_DECLS
