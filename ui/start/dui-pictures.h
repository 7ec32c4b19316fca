/* dui-pictures.h - first pages as pictures, made in the background
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "document/dui-engine.h"
#include "model/dt-plan.h"

G_BEGIN_DECLS

#define DUI_TYPE_PICTURES (dui_pictures_get_type ())

/**
 * DuiPictures:
 *
 * Makes plans, lays them out and paints their first pages, one after the other
 * in a thread, the one asked for first first. Pictures are kept in the cache
 * of the user under a name that follows from the words of the plan.
 */
G_DECLARE_FINAL_TYPE (DuiPictures, dui_pictures, DUI, PICTURES, GObject)

/* Makes the plan, in the thread. */
typedef DtPlan *(*DuiPlanSource) (gpointer data,
                                  GError **error);
/* @plan and @texture are NULL where there is none; then @error says why. */
typedef void (*DuiPictureFunc) (DtPlan *plan,
                                GdkTexture *texture,
                                const GError *error,
                                gpointer user_data);

DuiPictures *dui_pictures_new (DuiEngine *engine) G_GNUC_WARN_UNUSED_RESULT;

/* @width: in pixels. @function is called once on the main loop, and not any more after @cancellable was
 * cancelled or @self is gone. @data belongs to the thread. */
void dui_pictures_ask (DuiPictures *self,
                       DuiPlanSource source,
                       gpointer data,
                       GDestroyNotify free_data,
                       int width,
                       GCancellable *cancellable,
                       DuiPictureFunc function,
                       gpointer user_data);

G_END_DECLS
