/* dui-session.h - which plans are open, and where the caret is in each
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/dui-document.h"

G_BEGIN_DECLS

#define DUI_TYPE_SESSION (dui_session_get_type ())

/**
 * DuiSession:
 *
 * The list of the plans that are open, or closed with a draft, in a small text
 * file. The words themselves are in the drafts: a session that is lost costs
 * the places of carets and the names of files.
 */
G_DECLARE_FINAL_TYPE (DuiSession, dui_session, DUI, SESSION, GObject)

/* Reads the file of @path; what is damaged there is moved aside. */
DuiSession *dui_session_new (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/* The ids of all entries, the order in which windows were opened; NULL terminated. */
char **dui_session_list (DuiSession *self) G_GNUC_WARN_UNUSED_RESULT;
gboolean dui_session_has (DuiSession *self,
                          const char *id);
/* Whether it stood in a window. */
gboolean dui_session_is_open (DuiSession *self,
                              const char *id);
GFile *dui_session_get_file (DuiSession *self,
                             const char *id) G_GNUC_WARN_UNUSED_RESULT;
char *dui_session_get_etag (DuiSession *self,
                            const char *id) G_GNUC_WARN_UNUSED_RESULT;

/* Notes file, caret and refused values of @document, and whether it is in a window. */
void dui_session_note (DuiSession *self,
                       DuiDocument *document,
                       gboolean open);
/* Gives @document the caret and the refused values of its entry. */
void dui_session_recall (DuiSession *self,
                         DuiDocument *document);
void dui_session_forget (DuiSession *self,
                         const char *id);

/* How many starts in a row did not come to an end; counted up on disk before anything is restored. */
guint dui_session_begin_start (DuiSession *self);
void dui_session_end_start (DuiSession *self);
/* Whether the last run ended by itself. */
gboolean dui_session_ended_well (DuiSession *self);

/* On disk within two seconds, or at once. */
void dui_session_flush (DuiSession *self,
                        gboolean ended);

G_END_DECLS
