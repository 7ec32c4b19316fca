/* dui-document.h - one open plan: its history, its file, its draft
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/dui-engine.h"
#include "model/dt-plan.h"

G_BEGIN_DECLS

#define DUI_TYPE_DOCUMENT (dui_document_get_type ())
#define DUI_TYPE_DRAFT_STATE (dui_draft_state_get_type ())

/**
 * DuiDraftState:
 * @DUI_DRAFT_NONE: nothing is unsaved
 * @DUI_DRAFT_PENDING: changes are not on disk yet
 * @DUI_DRAFT_KEPT: every change is on disk, in the draft
 * @DUI_DRAFT_FAILED: the draft cannot be written; the banner says why
 *
 * Where the unsaved changes of a document are.
 */
typedef enum
{
  DUI_DRAFT_NONE,
  DUI_DRAFT_PENDING,
  DUI_DRAFT_KEPT,
  DUI_DRAFT_FAILED,
} DuiDraftState;

GType dui_draft_state_get_type (void);

/**
 * DuiDocument:
 *
 * One undo timeline over forms, text and structure.
 *
 * Its signal #DuiDocument::changed (DtPlan *old, gpointer origin) tells that
 * the plan is another one: a widget refills what differs between @old and
 * dui_document_get_plan(), unless it is @origin itself. Undo and redo have no
 * origin. #DuiDocument::changed-outside tells that the file is no longer the
 * one that was read or saved, #DuiDocument::caret-moved that dui_document_get_caret() is another place.
 *
 * Properties: "can-undo", "can-redo", "modified", "title", "subtitle", "file",
 * "draft-state".
 */
G_DECLARE_FINAL_TYPE (DuiDocument, dui_document, DUI, DOCUMENT, GObject)

/* @file (nullable): where the plan was read from. A reference to @plan is taken. */
DuiDocument *dui_document_new (DuiEngine *engine,
                               DtPlan *plan,
                               GFile *file) G_GNUC_WARN_UNUSED_RESULT;

DuiEngine *dui_document_get_engine (DuiDocument *self);
DtPlan *dui_document_get_plan (DuiDocument *self);
GFile *dui_document_get_file (DuiDocument *self);
/* The subject (trích yếu) on one line, or how an unnamed plan is called. */
const char *dui_document_get_title (DuiDocument *self);
/* Number and symbol, and where the words are: saved, kept as a draft, not kept. */
const char *dui_document_get_subtitle (DuiDocument *self);
/* Changes with every change of the plan. */
guint64 dui_document_get_serial (DuiDocument *self);
gboolean dui_document_is_modified (DuiDocument *self);

/* The one way a plan changes. @group (nullable): steps of one group, one after the other, are
 * undone together. @origin (nullable): the widget that made the change, compared only. */
void dui_document_apply (DuiDocument *self,
                         DtPlan *plan,
                         const char *group,
                         gpointer origin);

/* These build the edit and apply it; FALSE with @error where the engine refuses. */
gboolean dui_document_set_text (DuiDocument *self,
                                const char *reference,
                                const char *text,
                                gpointer origin,
                                GError **error);
gboolean dui_document_set_attribute (DuiDocument *self,
                                     const char *reference,
                                     DtAttribute attribute,
                                     const char *value,
                                     gpointer origin,
                                     GError **error);
/* What was typed last into a field and refused for its value, so that a draft and another page keep
 * it too; NULL if the plan holds what was typed. @attribute: -1 for the text. */
const char *dui_document_get_refused (DuiDocument *self,
                                      const char *reference,
                                      int attribute);
gboolean dui_document_insert (DuiDocument *self,
                              const char *parent,
                              int position,
                              DtNode *node,
                              gpointer origin,
                              GError **error);
gboolean dui_document_remove (DuiDocument *self,
                              const char *reference,
                              gpointer origin,
                              GError **error);
gboolean dui_document_move (DuiDocument *self,
                            const char *reference,
                            const char *new_parent,
                            int position,
                            gpointer origin,
                            GError **error);
gboolean dui_document_replace (DuiDocument *self,
                               const char *reference,
                               DtNode *node,
                               gpointer origin,
                               GError **error);

gboolean dui_document_can_undo (DuiDocument *self);
gboolean dui_document_can_redo (DuiDocument *self);
/* The day for which it counts whether a document is in force: of the plan, else today. */
DtDate dui_document_get_day (DuiDocument *self);
void dui_document_undo (DuiDocument *self);
void dui_document_redo (DuiDocument *self);
void dui_document_end_group (DuiDocument *self);

/* How the window of the document was parted, in words of its own; (nullable) for a window that was never shown. */
void dui_document_set_layout (DuiDocument *self,
                              const char *layout);
const char *dui_document_get_layout (DuiDocument *self);
/* Where the caret is, for the next start; @reference (nullable) names a node, @offset counts bytes. */
void dui_document_set_caret (DuiDocument *self,
                             const char *reference,
                             guint offset);
const char *dui_document_get_caret (DuiDocument *self,
                                    guint *offset);

/* What dui-drafts.c needs. */
const char *dui_document_get_id (DuiDocument *self);
void dui_document_set_id (DuiDocument *self,
                          const char *id);
DuiDraftState dui_document_get_draft_state (DuiDocument *self);
/* @error: why, for %DUI_DRAFT_FAILED. */
void dui_document_set_draft_state (DuiDocument *self,
                                   DuiDraftState state,
                                   const GError *error);
const char *dui_document_get_draft_error (DuiDocument *self);
/* The mark of the file as it was read or saved, see dt_save_full(). */
const char *dui_document_get_etag (DuiDocument *self);
/* Takes what was in a draft: @plan becomes the plan of now and counts as not saved. */
void dui_document_restore (DuiDocument *self,
                           DtPlan *plan,
                           const char *etag);
/* What was refused, "reference\nattribute" → text; NULL without. */
GHashTable *dui_document_get_all_refused (DuiDocument *self);
void dui_document_set_refused (DuiDocument *self,
                               const char *key,
                               const char *text);

G_END_DECLS
