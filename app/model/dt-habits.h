/* dt-habits.h - what an office may choose within the decree: margins, size, indent, spacing
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/dt-types.h"
#include "model/dt-node.h"

G_BEGIN_DECLS

/**
 * DtHabits:
 * @top: margin (lề trên) in µm
 * @right: margin (lề phải) in µm
 * @bottom: margin (lề dưới) in µm
 * @left: margin (lề trái) in µm
 * @text_size: size of the text (cỡ chữ) in hundredths of a point
 * @indent: first line of a paragraph (lùi đầu dòng) in µm
 * @line_spacing: distance of lines (giãn dòng) in hundredths of a line
 *
 * What the decree leaves to the office (Phụ lục I, mục I, khoản 3; mục II,
 * khoản 6, điểm e). Zero is what the style sheet says. A plan carries the
 * habits it was made with, so that it is the same on every machine.
 */
typedef struct
{
  DtLength top;
  DtLength right;
  DtLength bottom;
  DtLength left;
  guint text_size;
  DtLength indent;
  guint line_spacing;
} DtHabits;

/* What @value of a head's attribute must be if it is not lawful, marked for translation; else NULL. */
const char *dt_habits_check_value (DtAttribute attribute,
                                   const char *value);
/* NULL if all of @self lies in the lawful range or is zero, else what was expected, with its clause, translated. */
char *dt_habits_check (const DtHabits *self) G_GNUC_WARN_UNUSED_RESULT;
/* Of a head; zeros where it says nothing. */
DtHabits dt_habits_of_head (const DtNode *head);
/* The value of the attribute, empty where @self leaves it to the sheet. */
char *dt_habits_format (const DtHabits *self,
                        DtAttribute attribute) G_GNUC_WARN_UNUSED_RESULT;
gboolean dt_habits_equal (const DtHabits *a,
                          const DtHabits *b);

G_END_DECLS
