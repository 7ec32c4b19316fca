/* dui-text-sync.h - keeps a text view and a node of the document the same
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "document/dui-document.h"

G_BEGIN_DECLS

#define DUI_TYPE_TEXT_SYNC (dui_text_sync_get_type ())

/**
 * DuiTextSync:
 *
 * What is typed goes to the document at once, with the word an input method
 * still holds. What changes in the document is written into the view with the
 * smallest change; while a word is held it waits, and so does everything that
 * is given to dui_text_sync_when_free().
 *
 * Signal "verdict" (const char *message): what the engine says of the text,
 * %NULL when it takes it. Signal "settled" (): the text changed and no word is
 * being held.
 */
G_DECLARE_FINAL_TYPE (DuiTextSync, dui_text_sync, DUI, TEXT_SYNC, GObject)

typedef void (*DuiTextSyncFunc) (gpointer user_data);

/* @view is not kept alive. */
DuiTextSync *dui_text_sync_new (GtkTextView *view) G_GNUC_WARN_UNUSED_RESULT;
/* @document, @reference: (nullable): together. */
void dui_text_sync_set_document (DuiTextSync *self,
                                 DuiDocument *document,
                                 const char *reference);
DuiDocument *dui_text_sync_get_document (DuiTextSync *self);
const char *dui_text_sync_get_reference (DuiTextSync *self);
/* The document has all that is in the view when this returns. */
void dui_text_sync_flush (DuiTextSync *self);
gboolean dui_text_sync_is_free (DuiTextSync *self);
/* Runs @function now, or as soon as no word is held. */
void dui_text_sync_when_free (DuiTextSync *self,
                              DuiTextSyncFunc function,
                              gpointer user_data,
                              GDestroyNotify destroy);

G_END_DECLS
