/* dui-document-private.h - what the files of DuiDocument share
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/dui-document.h"
#include "document/dui-typing.h"
#include "model/dt-history.h"

G_BEGIN_DECLS

struct _DuiDocument
{
  GObject parent_instance;

  DuiEngine *engine;
  DtHistory *history;
  DuiTyping typing;
  guint64 serial;

  char *id;
  GFile *file;
  GFileMonitor *monitor;
  char *etag;

  char *title;
  char *subtitle;
  char *caret_reference;
  char *layout;
  guint caret_offset;
  GHashTable *refused;

  DuiDraftState draft_state;
  GDateTime *draft_time;
  char *draft_error;

  /* What came out of a draft is not saved, whatever the history says. */
  guint from_draft : 1;
};

char *dui_document_make_title (DuiDocument *self) G_GNUC_WARN_UNUSED_RESULT;
char *dui_document_make_subtitle (DuiDocument *self) G_GNUC_WARN_UNUSED_RESULT;
/* When the draft was written last; NULL before. */
GDateTime *dui_document_get_draft_time (DuiDocument *self);

/* @plan is in @file, whose mark is @etag; what was applied since @plan stays unsaved. */
void dui_document_was_saved (DuiDocument *self,
                             DtPlan *plan,
                             GFile *file,
                             const char *etag);
void dui_document_set_etag (DuiDocument *self,
                            const char *etag);

/* What the plan could not take is in the draft alone. */
gboolean dui_document_has_refused (DuiDocument *self);
/* The key of dui_document_set_refused(). */
char *dui_document_make_refused_key (const char *reference,
                                     int attribute);
/* The text of a node goes from @before to @after: begins a step of its own where that is no more the same word. */
void dui_document_note_typing (DuiDocument *self,
                               const char *before,
                               const char *after);

G_END_DECLS
