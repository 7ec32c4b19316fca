/* dui-text-spell.h - underlines misspelled words of a text view while it is typed in
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtksourceview/gtksource.h>

#include "editor/dui-speller.h"

G_BEGIN_DECLS

#define DUI_TYPE_TEXT_SPELL (dui_text_spell_get_type ())

/* Checks lines that changed and can be seen, a few at a time, and never the word being typed. */
G_DECLARE_FINAL_TYPE (DuiTextSpell, dui_text_spell, DUI, TEXT_SPELL, GObject)

/* @view is not kept alive. */
DuiTextSpell *dui_text_spell_new (GtkTextView *view,
                                  DuiSpeller *speller) G_GNUC_WARN_UNUSED_RESULT;
void dui_text_spell_set_enabled (DuiTextSpell *self,
                                 gboolean enabled);
/* Everything is looked at again. */
void dui_text_spell_recheck (DuiTextSpell *self);
/* The misspelled word at @iter, and its bounds; NULL if there is none. */
char *dui_text_spell_dup_word (DuiTextSpell *self,
                               const GtkTextIter *iter,
                               GtkTextIter *start,
                               GtkTextIter *end) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
