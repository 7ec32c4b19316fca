/* dui-text-area.h - the editor of a body text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-document.h"
#include "editor/dui-text-body.h"

G_BEGIN_DECLS

#define DUI_TYPE_TEXT_AREA (dui_text_area_get_type ())

/**
 * DuiTextArea:
 *
 * Body text (lời văn) of one node, in our notation, with the citations drawn
 * as chips. What is typed is in the document at once, the word an input method
 * holds included; what others write into the text waits until no word is held.
 *
 * Signals: "caret-moved" (guint offset in bytes); "cite-requested" () after
 * `[[` or Ctrl+K: the window opens its search, and gives what was chosen to
 * dui_text_area_cite(); "spelling-changed" () after a word was taught.
 *
 * Actions: "text.bold", "text.italic", "text.cite", "text.find",
 * "text.replace", "text.paste-plain" and those of the context menu.
 */
G_DECLARE_FINAL_TYPE (DuiTextArea, dui_text_area, DUI, TEXT_AREA, AdwBin)

GtkWidget *dui_text_area_new (DuiEngine *engine) G_GNUC_WARN_UNUSED_RESULT;
/* @document, @reference: (nullable): a node that holds body text, "s3/body". */
void dui_text_area_set_document (DuiTextArea *self,
                                 DuiDocument *document,
                                 const char *reference);
/* The caret goes there, and the view too. */
void dui_text_area_show_offset (DuiTextArea *self,
                                guint offset);
guint dui_text_area_get_offset (DuiTextArea *self);
/* In the place of the selection, or at the caret. */
void dui_text_area_insert (DuiTextArea *self,
                           const char *text);
/* The same of a template: the caret goes to its first {{blank}}, Tab to the next one. */
void dui_text_area_insert_snippet (DuiTextArea *self,
                                   const char *text);
/* A citation, in the place of the selection or behind the word the caret is in, with its blanks;
 * what was typed of it behind `[[` goes. */
void dui_text_area_cite (DuiTextArea *self,
                         const char *number,
                         gboolean full);
void dui_text_area_set_marks (DuiTextArea *self,
                              const DuiTextMark *marks,
                              guint n_marks);
/* The document has all that is typed when this returns. */
void dui_text_area_flush (DuiTextArea *self);
void dui_text_area_open_find (DuiTextArea *self,
                              gboolean replace);
/* For the label of a form, the height and the like. */
DuiTextBody *dui_text_area_get_view (DuiTextArea *self);

G_END_DECLS
