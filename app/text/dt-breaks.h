/* dt-breaks.h - where a line of Vietnamese administrative text may end
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DtBreak:
 * @DT_BREAK_NONE: no line ends here
 * @DT_BREAK_ALLOWED: a line may end here
 * @DT_BREAK_FORCED: a line ends here, behind a line feed
 * @DT_BREAK_PROTECTED: word processors may end a line here and the layout does
 *   not: inside a document number, a range of numbers or a date. To keep them
 *   from it, put U+2060 here.
 *
 * What may happen before a byte of a text.
 */
typedef enum
{
  DT_BREAK_NONE,
  DT_BREAK_ALLOWED,
  DT_BREAK_FORCED,
  DT_BREAK_PROTECTED,
} DtBreak;

#define DT_WORD_JOINER "\342\201\240"

/* Fills @breaks, @length + 1 of them, with the DtBreak before each byte of the valid UTF-8 @text.
 * The first and the last are DT_BREAK_NONE (the last DT_BREAK_FORCED behind a line feed). */
void dt_breaks_find (const char *text,
                     gsize length,
                     guint8 *breaks);
/* Whether lines may end beside @c: the blanks that are not drawn at a line's end. */
gboolean dt_breaks_is_blank (gunichar c);

G_END_DECLS
