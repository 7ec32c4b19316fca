/* dui-text-edit.h - what Enter, Tab, bold and italic do to body text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DuiTextChange:
 * @start: where the change begins
 * @end: where what is replaced ends
 * @text: what stands there instead
 * @caret: where the caret is afterwards
 * @bound: the other end of the selection; the same as @caret for none
 *
 * One change of a text. Places are bytes, the last two of the new text.
 */
typedef struct
{
  gsize start;
  gsize end;
  char *text;
  gsize caret;
  gsize bound;
} DuiTextChange;

void dui_text_change_clear (DuiTextChange *self);

/* %FALSE where the key does what it does anywhere. */
gboolean dui_text_edit_enter (const char *text,
                              gsize caret,
                              DuiTextChange *change);
gboolean dui_text_edit_indent (const char *text,
                               gsize start,
                               gsize end,
                               gboolean outdent,
                               DuiTextChange *change);
/* @mark is "**" or "*": puts it around the selection or the word, or takes it away. */
gboolean dui_text_edit_toggle (const char *text,
                               gsize start,
                               gsize end,
                               const char *mark,
                               DuiTextChange *change);

/* What differs between two texts, cut at characters: @before[start, end) became @after[start, new_end). */
gboolean dui_text_diff (const char *before,
                        const char *after,
                        gsize *start,
                        gsize *end,
                        gsize *new_end);
/* @base changed by two at once; NULL where both changed the same place. */
char *dui_text_merge (const char *base,
                      const char *ours,
                      const char *theirs) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DuiTextChange, dui_text_change_clear)

G_END_DECLS
