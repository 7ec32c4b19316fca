/* dui-banner.h - a bar with a sentence and a button, for what must be read
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define DUI_TYPE_BANNER (dui_banner_get_type ())

/**
 * DuiBanner:
 *
 * Slides in above the content and stays until what it tells is over. Its
 * signal #DuiBanner::button-clicked tells that its button was pressed.
 */
G_DECLARE_FINAL_TYPE (DuiBanner, dui_banner, DUI, BANNER, GtkWidget)

GtkWidget *dui_banner_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* @text (nullable): NULL hides it. @button (nullable): with a mnemonic. */
void dui_banner_show (DuiBanner *self,
                      const char *text,
                      const char *button);
/* NULL while it is hidden. */
const char *dui_banner_get_text (DuiBanner *self);

G_END_DECLS
