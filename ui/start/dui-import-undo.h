/* dui-import-undo.h - takes back what happened to a whole text
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "start/dui-import-page.h"

G_BEGIN_DECLS

/* A toast with @message, of which a click puts @text back into the page. Nothing but blanks is not offered. */
void dui_import_offer_undo (DuiImportPage *page,
                            const char *message,
                            const char *text,
                            gboolean markdown);

G_END_DECLS
