/* dui-surface-store.h - surfaces that were painted on, for the next pages
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * DuiSurfaceStore:
 *
 * Keeps a few surfaces of pages that went out of view or changed. Getting some
 * megabytes from the system for each letter typed takes longer than painting
 * them.
 */
typedef struct _DuiSurfaceStore DuiSurfaceStore;

DuiSurfaceStore *dui_surface_store_new (void) G_GNUC_WARN_UNUSED_RESULT;
DuiSurfaceStore *dui_surface_store_ref (DuiSurfaceStore *self);
void dui_surface_store_unref (DuiSurfaceStore *self);

/* An image surface of that size, with anything on it. */
cairo_surface_t *dui_surface_store_take (DuiSurfaceStore *self,
                                         int width,
                                         int height) G_GNUC_WARN_UNUSED_RESULT;
/* Takes @surface. */
void dui_surface_store_give (DuiSurfaceStore *self,
                             cairo_surface_t *surface);

G_END_DECLS
