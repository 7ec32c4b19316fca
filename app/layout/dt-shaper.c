/* dt-shaper.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-shaper"

#include "config.h"

#include "layout/dt-shaper.h"

G_DEFINE_QUARK (dt_layout_error, dt_layout_error)

/**
 * dt_shaper_ref:
 * @self: a shaper
 *
 * Takes a reference. The count is atomic, the shaper itself is for one thread at a time.
 *
 * Returns: (transfer full): @self
 */
DtShaper *
dt_shaper_ref (DtShaper *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * dt_shaper_unref:
 * @self: (transfer full): a shaper
 *
 * Gives a reference back; with the last one all words and faces go.
 */
void
dt_shaper_unref (DtShaper *self)
{
  g_return_if_fail (self != NULL);

  if (g_atomic_ref_count_dec (&self->ref_count))
    self->klass->free (self);
}
