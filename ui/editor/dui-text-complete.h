/* dui-text-complete.h - offers fields and units while they are typed
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/dui-document.h"
#include "editor/dui-text-body.h"

G_BEGIN_DECLS

#define DUI_TYPE_TEXT_COMPLETE (dui_text_complete_get_type ())

/* A list over the text, in the window itself: input methods lose words to popovers. It never takes
 * the focus. Signal "accepted" (guint start, guint end, const char *text): text[start, end), in bytes, is to
 * become @text. */
G_DECLARE_FINAL_TYPE (DuiTextComplete, dui_text_complete, DUI, TEXT_COMPLETE, GObject)

/**
 * DuiCandidate:
 * @start: where what it replaces begins, in bytes of the text
 * @text: what it puts there
 * @label: how it is shown
 * @detail: (nullable): what it is, shown dim
 *
 * One thing to choose.
 */
typedef struct
{
  gsize start;
  char *text;
  char *label;
  char *detail;
} DuiCandidate;

/* What can follow @before, the text up to the caret: GPtrArray of DuiCandidate, at most @limit.
 * @plan, @section (the section's reference) and @library tell the fields, @profile the units; each
 * is nullable. */
GPtrArray *dui_candidates_find (const char *before,
                                const DtPlan *plan,
                                const char *section,
                                const DtLibrary *library,
                                const DtProfile *profile,
                                guint limit) G_GNUC_WARN_UNUSED_RESULT;

/* @overlay holds @view; neither is kept alive. */
DuiTextComplete *dui_text_complete_new (DuiTextBody *view,
                                        GtkOverlay *overlay) G_GNUC_WARN_UNUSED_RESULT;
/* @document, @reference: (nullable): the node that is edited. */
void dui_text_complete_set_document (DuiTextComplete *self,
                                     DuiDocument *document,
                                     const char *reference);
/* After the text or the caret changed; @typing is FALSE where nothing was typed. */
void dui_text_complete_update (DuiTextComplete *self,
                               gboolean typing);
gboolean dui_text_complete_is_open (DuiTextComplete *self);
/* Up, Down, Tab, Enter, Escape; FALSE for a key that is not for the list. */
gboolean dui_text_complete_press (DuiTextComplete *self,
                                  guint keyval);

G_END_DECLS
