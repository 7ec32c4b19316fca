/* dt-check-items.c - what stands on the pages, gathered once for all rules
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-check"

#include "config.h"

#include "check/dt-check-private.h"

#include <string.h>

typedef struct
{
  GArray *items;
  guint page;
} Gathering;

static void
gather (const DtItem *item,
        gpointer user_data)
{
  Gathering *self = user_data;
  DtCheckItem copy = {
    .kind = item->kind,
    .role = item->role,
    .node = item->block != NULL ? item->block->node : NULL,
    .block = item->block,
    .table = item->table,
    .row = item->row,
    .column = item->column,
    .header = item->header,
    .last_line = item->last_line,
    .page = self->page,
    .rect = item->rect,
    .baseline = item->baseline,
    .size = item->size,
    .bold = item->bold,
    .italic = item->italic,
  };

  if (item->role == DT_ROLE_PAGE_NUMBER)
    {
      for (gsize i = 0; i < item->length; i++)
        copy.number = g_ascii_isdigit (item->text[i]) ? copy.number * 10 + (guint) (item->text[i] - '0') : 0;
    }
  g_array_append_val (self->items, copy);
}

GArray *
dt_check_items_new (const DtPages *pages)
{
  Gathering self = { g_array_new (FALSE, FALSE, sizeof (DtCheckItem)), 0 };

  for (guint i = 0; i < dt_pages_get_n_pages (pages); i++)
    {
      self.page = i + 1;
      dt_page_foreach (dt_pages_get_page (pages, i), gather, &self);
    }

  return self.items;
}

/* A node by itself, and each of its lines. */
GHashTable *
dt_check_items_index (const GArray *items)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const DtBlock *last = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const DtCheckItem *item = &g_array_index (items, DtCheckItem, i);
      g_autofree char *key = NULL;

      if (item->block == NULL || item->block == last)
        continue;

      last = item->block;
      if (!g_hash_table_contains (table, item->node))
        g_hash_table_insert (table, g_strdup (item->node), GUINT_TO_POINTER (item->page));
      if (last->line == 0)
        continue;
      key = g_strdup_printf ("%s:%u", item->node, last->line);
      if (!g_hash_table_contains (table, key))
        g_hash_table_insert (table, g_steal_pointer (&key), GUINT_TO_POINTER (item->page));
    }

  return table;
}

guint
dt_check_items_find (GHashTable *table,
                     const char *node,
                     guint line)
{
  g_autofree char *path = g_strdup (node);

  if (line > 0)
    {
      g_autofree char *key = g_strdup_printf ("%s:%u", node, line);
      gpointer page = g_hash_table_lookup (table, key);

      if (page != NULL)
        return GPOINTER_TO_UINT (page);
    }

  /* What has no place of its own stands where its parent does. */
  for (;;)
    {
      gpointer page = g_hash_table_lookup (table, path);
      char *slash = strrchr (path, '/');

      if (page != NULL || slash == NULL)
        return GPOINTER_TO_UINT (page);
      *slash = '\0';
    }
}

const DtCheckItem *
dt_check_get_items (const DtCheck *check,
                    guint *n_items)
{
  *n_items = 0;
  if (check->pages == NULL)
    return NULL;

  if (check->run->items == NULL)
    check->run->items = dt_check_items_new (check->pages);
  *n_items = check->run->items->len;
  return (const DtCheckItem *) (gpointer) check->run->items->data;
}

char *
dt_check_format_size (guint size)
{
  return size % 100 == 0 ? g_strdup_printf ("%u", size / 100) : g_strdup_printf ("%u,%u", size / 100, size % 100 / 10);
}

char *
dt_check_format_mm (DtLength length)
{
  DtLength tenths = (length + 50) / 100;

  return g_strdup_printf ("%d,%d mm", (int) (tenths / 10), (int) ABS (tenths % 10));
}
