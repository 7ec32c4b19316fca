/* dui-shared-shaper.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-shared-shaper"

#include "config.h"

#include "preview/dui-shared-shaper.h"

/**
 * DuiSharedShaper:
 *
 * Puts a lock around another shaper. Only the tables of the shaper change:
 * words and faces stay where they are and as they are once they were handed
 * out, so the lock is held for looking up and making them and never while they
 * are read. Painting therefore waits for one word at most, never for a layout.
 */
typedef struct
{
  DtShaper parent;
  GMutex lock;
  DtShaper *shaper;
} DuiSharedShaper;

static const DtWord *
dui_shared_shaper_get_word (DtShaper *shaper,
                            gboolean bold,
                            gboolean italic,
                            const char *text,
                            gsize length)
{
  DuiSharedShaper *self = (DuiSharedShaper *) shaper;
  const DtWord *word;

  g_mutex_lock (&self->lock);
  word = dt_shaper_get_word (self->shaper, bold, italic, text, length);
  g_mutex_unlock (&self->lock);

  return word;
}

static const DtFace *
dui_shared_shaper_get_face (DtShaper *shaper,
                            guint number)
{
  DuiSharedShaper *self = (DuiSharedShaper *) shaper;
  const DtFace *face;

  g_mutex_lock (&self->lock);
  face = dt_shaper_get_face (self->shaper, number);
  g_mutex_unlock (&self->lock);

  return face;
}

static void
dui_shared_shaper_free (DtShaper *shaper)
{
  DuiSharedShaper *self = (DuiSharedShaper *) shaper;

  g_clear_pointer (&self->parent.diagnostics, g_ptr_array_unref);
  dt_shaper_unref (self->shaper);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static const DtShaperClass dui_shared_shaper_class = {
  dui_shared_shaper_get_word,
  dui_shared_shaper_get_face,
  dui_shared_shaper_free,
};

/**
 * dui_shared_shaper_new:
 * @shaper: (transfer full): a shaper that nobody else uses
 *
 * Makes a shaper that may be used by several threads at once. Its diagnostics
 * are those of @shaper and belong to the one thread that lays out.
 *
 * Returns: (transfer full): a shaper
 */
DtShaper *
dui_shared_shaper_new (DtShaper *shaper)
{
  DuiSharedShaper *self;

  g_return_val_if_fail (shaper != NULL, NULL);

  self = g_new0 (DuiSharedShaper, 1);
  self->parent.klass = &dui_shared_shaper_class;
  g_atomic_ref_count_init (&self->parent.ref_count);
  self->parent.diagnostics = shaper->diagnostics != NULL ? g_ptr_array_ref (shaper->diagnostics) : NULL;
  self->shaper = shaper;
  g_mutex_init (&self->lock);

  return &self->parent;
}
