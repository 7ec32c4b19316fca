/* dui-drafts.h - every change on disk within two seconds
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/dui-document.h"

G_BEGIN_DECLS

#define DUI_TYPE_DRAFTS (dui_drafts_get_type ())

/**
 * DuiDrafts:
 *
 * Keeps what is not saved: one file for each document, in a folder of the
 * user, written in a thread at most two seconds after the first change that it
 * lacks. A draft goes when its document is saved and never before. One that
 * cannot be written makes the document's draft state %DUI_DRAFT_FAILED at
 * once, and is tried again.
 */
G_DECLARE_FINAL_TYPE (DuiDrafts, dui_drafts, DUI, DRAFTS, GObject)

/**
 * DuiDraft:
 * @id: of its document
 * @title: the subject (trích yếu)
 * @file: (nullable): the file it was made from
 * @time: when it was written, in seconds since 1970
 *
 * A draft that is in no window.
 */
typedef struct
{
  char *id;
  char *title;
  GFile *file;
  gint64 time;
} DuiDraft;

/* @folder (nullable): for tests; else the one of the user. */
DuiDrafts *dui_drafts_new (DuiEngine *engine,
                           const char *folder) G_GNUC_WARN_UNUSED_RESULT;

/* Begins to keep @document, which is in a window from now on. */
void dui_drafts_add (DuiDrafts *self,
                     DuiDocument *document);
/* The window of @document is closed. @discard: its draft goes too. */
void dui_drafts_remove (DuiDrafts *self,
                        DuiDocument *document,
                        gboolean discard);
/* Everything on disk before this returns. */
void dui_drafts_flush (DuiDrafts *self);
/* The same, and the program ends by itself. */
void dui_drafts_end (DuiDrafts *self);

/* Whether windows of the last run are to be opened although nobody asked: it did not end by itself. */
gboolean dui_drafts_was_cut_short (DuiDrafts *self);
/* (element-type DuiDocument): what stood in windows when the program ended, with drafts and carets.
 * @messages (element-type utf8): what could not be restored, and where it was put. */
GPtrArray *dui_drafts_restore (DuiDrafts *self,
                               GPtrArray *messages) G_GNUC_WARN_UNUSED_RESULT;
/* The windows are there: the start was a good one. */
void dui_drafts_end_start (DuiDrafts *self);

/* (element-type DuiDraft): those in no window, the newest first. */
GPtrArray *dui_drafts_list (DuiDrafts *self) G_GNUC_WARN_UNUSED_RESULT;
DuiDocument *dui_drafts_open (DuiDrafts *self,
                              const char *id,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void dui_drafts_delete (DuiDrafts *self,
                        const char *id);
/* Where the draft is, to look at it without opening it. */
char *dui_drafts_dup_path (DuiDrafts *self,
                           const char *id) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
