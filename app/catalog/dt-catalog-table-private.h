/* dt-catalog-table-private.h - a table of positions, found by a hash
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DtTable:
 * @slots: positions + 1, 0 where nothing is
 * @mask: number of slots less one
 *
 * Where things of an array stand that is known elsewhere: a few bytes for each
 * of hundreds of thousands. The size is fixed; nothing is ever taken out.
 */
typedef struct
{
  guint32 *slots;
  guint32 mask;
} DtTable;

static inline void
dt_table_init (DtTable *self,
               guint32 n)
{
  guint32 size = 16;

  while (size < n * 2)
    size *= 2;
  self->slots = g_new0 (guint32, size);
  self->mask = size - 1;
}

static inline void
dt_table_clear (DtTable *self)
{
  g_clear_pointer (&self->slots, g_free);
}

/* Goes through what may be at @hash: `for (slot = dt_table_first (…); self->slots[slot] != 0; slot = dt_table_next (…))`;
 * the slot it ends at is free. */
static inline guint32
dt_table_first (const DtTable *self,
                guint32 hash)
{
  return hash & self->mask;
}

static inline guint32
dt_table_next (const DtTable *self,
               guint32 slot)
{
  return (slot + 1) & self->mask;
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

static inline guint64
dt_table_hash64 (const char *text)
{
  guint64 hash = 14695981039346656037u;

  for (; *text != '\0'; text++)
    hash = (hash ^ (guchar) *text) * 1099511628211u;

  return hash ^ (hash >> 29);
}

G_END_DECLS
