/* dui-foot-bar.h - what is missing, and how long the plan is
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_FOOT_BAR (dui_foot_bar_get_type ())

G_DECLARE_FINAL_TYPE (DuiFootBar, dui_foot_bar, DUI, FOOT_BAR, GtkWidget)

/**
 * DuiFootFacts:
 * @missing: blanks that are not filled in
 * @errors: errors of layout (lỗi thể thức)
 * @notes: warnings and notes (lưu ý)
 * @words: words of all texts
 * @pages: pages, 0 while there are none
 * @font: (nullable): the font that is really used
 * @wanted_font: (nullable): the font of the style sheet
 *
 * What the foot of a window says.
 */
typedef struct
{
  guint missing;
  guint errors;
  guint notes;
  guint words;
  guint pages;
  const char *font;
  const char *wanted_font;
} DuiFootFacts;

GtkWidget *dui_foot_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;
void dui_foot_bar_show (DuiFootBar *self,
                        const DuiFootFacts *facts);
/* What is shown, for tests and screen readers. */
const char *dui_foot_bar_get_findings (DuiFootBar *self);
const char *dui_foot_bar_get_size (DuiFootBar *self);

G_END_DECLS
