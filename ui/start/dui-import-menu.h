/* dui-import-menu.h - says what a line of a text is
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/**
 * DuiImportMenu:
 *
 * The menu of parts (phần của văn bản) of a text that is imported: from a click
 * on the margin, from the menu of the text, with Alt+Enter. What is chosen is
 * written into the text as one step that can be undone.
 */
typedef struct _DuiImportMenu DuiImportMenu;

/* @page: a widget around both that the menu may belong to; @margin shows what the lines are taken for. */
DuiImportMenu *dui_import_menu_new (GtkWidget *page,
                                    GtkSourceView *view,
                                    GtkSourceGutterRenderer *margin) G_GNUC_WARN_UNUSED_RESULT;
/* Before the widgets go. */
void dui_import_menu_free (DuiImportMenu *self);

G_END_DECLS
