/* dui-template-gallery.h - the plans that can be begun with
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "start/dui-pictures.h"

G_BEGIN_DECLS

#define DUI_TYPE_TEMPLATE_GALLERY (dui_template_gallery_get_type ())

/**
 * DuiTemplateGallery:
 *
 * Plan templates (mẫu kế hoạch) as cards, searched without accents. Its signal
 * #DuiTemplateGallery::create (DtPlan *plan) hands over the plan that was
 * made of the chosen one with the profile of the office.
 */
G_DECLARE_FINAL_TYPE (DuiTemplateGallery, dui_template_gallery, DUI, TEMPLATE_GALLERY, AdwBin)

GtkWidget *dui_template_gallery_new (DuiEngine *engine,
                                     DuiPictures *pictures) G_GNUC_WARN_UNUSED_RESULT;
void dui_template_gallery_focus_search (DuiTemplateGallery *self);

G_END_DECLS
