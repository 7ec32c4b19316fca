/* dui-typing.h - which keystrokes are undone together
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DuiTyping:
 * @end: where the last change ended, in bytes of the new text
 * @time: when it was made, in µs of the monotonic clock
 * @after_blank: whether it ended with a blank
 *
 * What is remembered of the last change of a text.
 */
typedef struct
{
  gsize end;
  gint64 time;
  gboolean after_blank;
} DuiTyping;

/* Whether the change from @before to @after begins a new step; @now is in µs. */
gboolean dui_typing_begins_step (DuiTyping *self,
                                 const char *before,
                                 const char *after,
                                 gint64 now);

G_END_DECLS
