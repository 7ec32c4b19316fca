/* dui-profile-page.h - the office, on one page
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "document/dui-engine.h"

G_BEGIN_DECLS

#define DUI_TYPE_PROFILE_PAGE (dui_profile_page_get_type ())

/**
 * DuiProfilePage:
 *
 * The profile of the office (hồ sơ cơ quan): names, symbols, who signs, units,
 * recipients, margins and habits within the lawful range. Its signal
 * #DuiProfilePage::done tells that it was saved or skipped.
 */
G_DECLARE_FINAL_TYPE (DuiProfilePage, dui_profile_page, DUI, PROFILE_PAGE, AdwBin)

/* @can_skip: shows a button to do it later. */
GtkWidget *dui_profile_page_new (DuiEngine *engine,
                                 gboolean can_skip) G_GNUC_WARN_UNUSED_RESULT;

/* Fills the names that follow from the level and the place. */
void dui_profile_page_complete (DuiProfilePage *self);
/* What the form says; NULL with @error where it is not a profile yet. */
DtProfile *dui_profile_page_make_profile (DuiProfilePage *self,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean dui_profile_page_save (DuiProfilePage *self);

/* Whether anything was typed that is not saved. */
gboolean dui_profile_page_is_changed (DuiProfilePage *self);

G_END_DECLS
