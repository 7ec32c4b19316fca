/* dui-import-draft.h - a text that is being imported outlives the program
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * DuiImportDraft:
 *
 * The text of the page of imports on disk, until a plan is made of it or it is
 * discarded. There is one for all windows.
 */
typedef struct _DuiImportDraft DuiImportDraft;

DuiImportDraft *dui_import_draft_new (void) G_GNUC_WARN_UNUSED_RESULT;
void dui_import_draft_free (DuiImportDraft *self);

/* What was left by another run; NULL for nothing. @markdown: (out). */
char *dui_import_draft_load (gboolean *markdown) G_GNUC_WARN_UNUSED_RESULT;
/* Whether there is anything to go on with. */
gboolean dui_import_draft_exists (void);

/* In a thread, or on disk before this returns. Nothing but blanks is not kept. */
void dui_import_draft_keep (DuiImportDraft *self,
                            const char *text,
                            gboolean markdown,
                            gboolean at_once);
void dui_import_draft_drop (DuiImportDraft *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiImportDraft, dui_import_draft_free)

G_END_DECLS
