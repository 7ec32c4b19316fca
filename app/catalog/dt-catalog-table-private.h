/* dt-catalog-table-private.h - a table of positions, found by a hash
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "catalog/dt-document-pool-private.h"

#include <glib.h>

G_BEGIN_DECLS

/* A slot: the position + 1, 0 where nothing is, and the hash of what stands there. */
typedef struct
{
  guint32 position;
  guint32 hash;
} DtSlot;

/**
 * DtTable:
 * @slots: the slots
 * @mask: number of slots less one
 *
 * Where things of an array stand that is known elsewhere: a few bytes for each
 * of hundreds of thousands. The size is fixed; nothing is ever taken out.
 */
typedef struct
{
  DtSlot *slots;
  guint32 mask;
} DtTable;

static inline void
dt_table_init (DtTable *self,
               guint32 n)
{
  guint32 size = 16;

  while (size < n * 2)
    size *= 2;
  self->slots = g_new0 (DtSlot, size);
  dt_memory_advise (self->slots, size * sizeof (DtSlot));
  self->mask = size - 1;
}

static inline void
dt_table_clear (DtTable *self)
{
  g_clear_pointer (&self->slots, g_free);
}

/* The next slot with this hash, from @slot on, or the free one behind them. */
static inline guint32
dt_table_seek (const DtTable *self,
               guint32 hash,
               guint32 slot)
{
  slot &= self->mask;
  while (self->slots[slot].position != 0 && self->slots[slot].hash != hash)
    slot = (slot + 1) & self->mask;

  return slot;
}

static inline guint32
dt_table_hash (const char *text,
               gsize length)
{
  guint32 hash = 2166136261u;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * 16777619u;

  return hash ^ (hash >> 15);
}

G_END_DECLS
