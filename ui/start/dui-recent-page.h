/* dui-recent-page.h - what was worked on last, to go on with
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-drafts.h"
#include "start/dui-pictures.h"

G_BEGIN_DECLS

#define DUI_TYPE_RECENT_PAGE (dui_recent_page_get_type ())

/**
 * DuiRecentPage:
 *
 * Recent plans as cards. Its signals: #DuiRecentPage::open-draft (const char
 * *id) and #DuiRecentPage::open-file (GFile *file) tell what was chosen.
 */
G_DECLARE_FINAL_TYPE (DuiRecentPage, dui_recent_page, DUI, RECENT_PAGE, AdwBin)

/* @drafts (nullable). */
GtkWidget *dui_recent_page_new (DuiEngine *engine,
                                DuiDrafts *drafts,
                                DuiPictures *pictures) G_GNUC_WARN_UNUSED_RESULT;
/* Looks again at what there is. */
void dui_recent_page_refresh (DuiRecentPage *self);

G_END_DECLS
