/* dui-bases-page.h - the form of the bases and of the opening
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "editor/dui-form-page.h"

G_BEGIN_DECLS

#define DUI_TYPE_BASES_PAGE (dui_bases_page_get_type ())

G_DECLARE_FINAL_TYPE (DuiBasesPage, dui_bases_page, DUI, BASES_PAGE, DuiFormPage)

/* Puts a basis “Căn cứ [[NUMBER]]” behind those that are there. */
gboolean dui_bases_page_add (DuiDocument *document,
                             const char *number,
                             gpointer origin,
                             GError **error);
/* Makes bases of a pasted text, one a line, and puts them at @position, -1 for the end; how many. */
guint dui_bases_page_paste (DuiBasesPage *self,
                            const char *text,
                            int position);

G_END_DECLS
