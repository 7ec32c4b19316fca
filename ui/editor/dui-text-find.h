/* dui-text-find.h - the bar that finds and replaces in a source view
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

#define DUI_TYPE_TEXT_FIND (dui_text_find_get_type ())

/* Letters without marks find those with marks too: "ke hoach" finds "Kế hoạch". */
G_DECLARE_FINAL_TYPE (DuiTextFind, dui_text_find, DUI, TEXT_FIND, AdwBin)

GtkWidget *dui_text_find_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* Not kept alive. */
void dui_text_find_set_view (DuiTextFind *self,
                             GtkSourceView *view);
/* Shows the bar, with what is selected, and goes to it. */
void dui_text_find_open (DuiTextFind *self,
                         gboolean replace);
void dui_text_find_close (DuiTextFind *self);
gboolean dui_text_find_is_open (DuiTextFind *self);

/* The regular expression that finds what is typed. */
char *dui_text_find_make_pattern (const char *typed) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
