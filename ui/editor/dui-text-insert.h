/* dui-text-insert.h - where a citation goes into a text, and the blanks around it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-text-edit.h"

G_BEGIN_DECLS

/**
 * dui_text_insert_words:
 * @text: a text
 * @start: where the selection begins, in bytes
 * @end: where it ends; the same for none
 * @words: what is put in: a citation, a name
 * @change: (out): what to do
 *
 * Puts whole words into a text: in the place of the selection, else behind the
 * word, the citation or the field the caret is in, with the blanks that stand
 * between words. `[[` that was typed before the caret on the same line is the
 * beginning of @words and goes. The caret stands behind @words afterwards.
 */
void dui_text_insert_words (const char *text,
                            gsize start,
                            gsize end,
                            const char *words,
                            DuiTextChange *change);

G_END_DECLS
