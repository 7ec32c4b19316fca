/* dui-surface-store.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-surface-store"

#include "config.h"

#include "preview/dui-surface-store.h"

/* What is kept at most, in bytes. */
#define CAPACITY (24 * 1024 * 1024)

/* How long the frame that shows a surface may still need it, in µs. Painting on it earlier does no harm, but Cairo
 * would copy it first. */
#define REST (40 * 1000)

typedef struct
{
  cairo_surface_t *surface;
  gint64 given;
  gsize size;
} Entry;

struct _DuiSurfaceStore
{
  GArray *entries; /* (element-type Entry): the oldest first */
  gsize size;
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  cairo_surface_destroy (entry->surface);
}

DuiSurfaceStore *
dui_surface_store_new (void)
{
  DuiSurfaceStore *self = g_rc_box_new0 (DuiSurfaceStore);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  return self;
}

DuiSurfaceStore *
dui_surface_store_ref (DuiSurfaceStore *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_store (gpointer data)
{
  DuiSurfaceStore *self = data;

  g_array_unref (self->entries);
}

void
dui_surface_store_unref (DuiSurfaceStore *self)
{
  g_rc_box_release_full (self, clear_store);
}

/**
 * dui_surface_store_take:
 * @self: a store
 * @width: in pixels
 * @height: in pixels
 *
 * Takes a surface out of the store, or makes one.
 *
 * Returns: (transfer full): an image surface
 */
cairo_surface_t *
dui_surface_store_take (DuiSurfaceStore *self,
                        int width,
                        int height)
{
  gint64 limit = g_get_monotonic_time () - REST;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);
      cairo_surface_t *surface = entry->surface;

      if (entry->given > limit)
        break;
      if (cairo_image_surface_get_width (surface) != width || cairo_image_surface_get_height (surface) != height)
        continue;

      cairo_surface_reference (surface);
      self->size -= entry->size;
      g_array_remove_index (self->entries, i);
      return surface;
    }
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
}

/**
 * dui_surface_store_give:
 * @self: a store
 * @surface: (transfer full): an image surface of dui_surface_store_take()
 *
 * Gives a surface back. One that somebody else still holds, such as a texture,
 * is let go.
 */
void
dui_surface_store_give (DuiSurfaceStore *self,
                        cairo_surface_t *surface)
{
  Entry entry = {
    .surface = surface,
    .given = g_get_monotonic_time (),
    .size = (gsize) cairo_image_surface_get_stride (surface) * (gsize) cairo_image_surface_get_height (surface),
  };

  if (cairo_surface_get_reference_count (surface) > 1)
    {
      cairo_surface_destroy (surface);
      return;
    }

  g_array_append_val (self->entries, entry);
  self->size += entry.size;
  while (self->size > CAPACITY && self->entries->len > 0)
    {
      self->size -= g_array_index (self->entries, Entry, 0).size;
      g_array_remove_index (self->entries, 0);
    }
}
