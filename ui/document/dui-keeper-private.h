/* dui-keeper-private.h - one small file that is always the newest on disk
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/dt-plan.h"

G_BEGIN_DECLS

/* Like dt_save(), which it is but in tests. */
typedef gboolean (*DuiSaveFunc) (const char *path,
                                 GBytes *bytes,
                                 GError **error);

/**
 * DuiKeeper:
 *
 * A file that is written in a thread, or at once, and never goes back: what
 * was asked for later wins, whichever comes to the disk first. Atomically
 * reference counted.
 */
typedef struct _DuiKeeper DuiKeeper;

DuiKeeper *dui_keeper_new (const char *path,
                           DuiSaveFunc save) G_GNUC_WARN_UNUSED_RESULT;
DuiKeeper *dui_keeper_ref (DuiKeeper *self);
void dui_keeper_unref (DuiKeeper *self);
const char *dui_keeper_get_path (const DuiKeeper *self);

/* Writes @plan, or @bytes, or takes the file away if both are NULL. */
gboolean dui_keeper_write (DuiKeeper *self,
                           DtPlan *plan,
                           GBytes *bytes,
                           GError **error);
void dui_keeper_write_async (DuiKeeper *self,
                             DtPlan *plan,
                             GBytes *bytes,
                             gpointer source,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
gboolean dui_keeper_write_finish (GAsyncResult *result,
                                  GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DuiKeeper, dui_keeper_unref)

G_END_DECLS
