/* dt-sheet-habits.c - a style sheet with the habits of an office
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "compose/dt-sheet-private.h"

G_DEFINE_QUARK (dt_sheet_error_quark, dt_sheet_error)

/* Single spacing of Times New Roman in thousandths of its size. */
#define LINE_PERMILLE 1149

/* The components that Phụ lục I, mục II, khoản 6 is about. */
static const DtRole text_roles[] = {
  DT_ROLE_BASIS,
  DT_ROLE_DECISION,
  DT_ROLE_OPENING,
  DT_ROLE_PART,
  DT_ROLE_PART_TITLE,
  DT_ROLE_DIVISION,
  DT_ROLE_DIVISION_TITLE,
  DT_ROLE_ARTICLE,
  DT_ROLE_HEADING_1,
  DT_ROLE_HEADING_2,
  DT_ROLE_HEADING_3,
  DT_ROLE_CLAUSE,
  DT_ROLE_POINT,
  DT_ROLE_BODY,
  DT_ROLE_DASH,
  DT_ROLE_PLUS,
  DT_ROLE_CLOSING,
};

static void
apply_to_style (DtStyle *style,
                const DtHabits *habits)
{
  guint size = habits->text_size != 0 ? CLAMP (habits->text_size, style->size_min, style->size_max) : style->size;

  if (habits->line_spacing != 0)
    style->line_height = dt_length_from_pt ((double) size * LINE_PERMILLE * habits->line_spacing / 1e7);
  else if (size != style->size)
    style->line_height = (DtLength) ((gint64) style->line_height * size / style->size);
  style->size = size;
  if (habits->indent != 0 && style->first_indent != 0)
    style->first_indent = habits->indent;
}

/**
 * dt_sheet_with_habits:
 * @self: the sheet of the decree
 * @habits: what the office chose
 * @error: return location for an error
 *
 * Makes the sheet by which the plans of an office are set: margins (Phụ lục I,
 * mục I, khoản 3), and size, indent and spacing of the text (mục II, khoản 6,
 * điểm e).
 *
 * Returns: (transfer full): a sheet, or %NULL with %DT_SHEET_ERROR_HABIT and
 *   the clause where a value lies outside of its lawful range
 */
DtSheet *
dt_sheet_with_habits (DtSheet *self,
                      const DtHabits *habits,
                      GError **error)
{
  g_autofree char *expected = NULL;
  DtSheet *derived;

  g_return_val_if_fail (self != NULL && habits != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  expected = dt_habits_check (habits);
  if (expected != NULL)
    {
      g_set_error_literal (error, DT_SHEET_ERROR, DT_SHEET_ERROR_HABIT, expected);
      return NULL;
    }

  derived = g_atomic_rc_box_dup (sizeof *self, self);
  derived->base = dt_sheet_ref (self);
  derived->page.margin_top = habits->top != 0 ? habits->top : self->page.margin_top;
  derived->page.margin_right = habits->right != 0 ? habits->right : self->page.margin_right;
  derived->page.margin_bottom = habits->bottom != 0 ? habits->bottom : self->page.margin_bottom;
  derived->page.margin_left = habits->left != 0 ? habits->left : self->page.margin_left;
  for (guint i = 0; i < G_N_ELEMENTS (text_roles); i++)
    apply_to_style (&derived->styles[text_roles[i]], habits);

  return derived;
}
