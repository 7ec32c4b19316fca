/* dui-page-pool.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-page-pool"

#include "config.h"

#include "preview/dui-page-pool.h"

void
dui_page_pool_init (DuiPagePool *self,
                    GtkWidget *parent)
{
  self->parent = parent;
  self->sheets = g_ptr_array_new ();
  self->spare = g_ptr_array_new ();
  self->store = dui_surface_store_new ();
}

void
dui_page_pool_empty (DuiPagePool *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->sheets, 0);
  g_ptr_array_set_size (self->spare, 0);
  while ((child = gtk_widget_get_first_child (self->parent)) != NULL)
    gtk_widget_unparent (child);
}

void
dui_page_pool_clear (DuiPagePool *self)
{
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->spare, g_ptr_array_unref);
  g_clear_pointer (&self->store, dui_surface_store_unref);
}

/* Its pictures go: they are large, and painted anew in a few milliseconds. */
static void
put_away (DuiPagePool *self,
          guint index)
{
  static const GdkRectangle nothing = { 0 };
  DuiPageSheet *sheet = g_ptr_array_steal_index_fast (self->sheets, index);

  gtk_widget_set_child_visible (GTK_WIDGET (sheet), FALSE);
  dui_page_sheet_set_view (sheet, &nothing);
  g_ptr_array_add (self->spare, sheet);
}

void
dui_page_pool_keep (DuiPagePool *self,
                    guint first,
                    guint end)
{
  for (guint i = self->sheets->len; i > 0; i--)
    {
      guint page = dui_page_sheet_get_index (g_ptr_array_index (self->sheets, i - 1));

      if (page < first || page >= end)
        put_away (self, i - 1);
    }
}

static DuiPageSheet *
find_sheet (DuiPagePool *self,
            guint page)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      DuiPageSheet *sheet = g_ptr_array_index (self->sheets, i);

      if (dui_page_sheet_get_index (sheet) == page)
        return sheet;
    }
  return NULL;
}

void
dui_page_pool_reserve (DuiPagePool *self,
                       guint n)
{
  while (self->sheets->len + self->spare->len < n)
    {
      GtkWidget *sheet = dui_page_sheet_new (self->store);

      gtk_widget_set_parent (sheet, self->parent);
      gtk_widget_set_child_visible (sheet, FALSE);
      g_ptr_array_add (self->spare, sheet);
    }
}

DuiPageSheet *
dui_page_pool_take (DuiPagePool *self,
                    DtPages *pages,
                    guint page)
{
  DuiPageSheet *sheet = find_sheet (self, page);

  if (sheet == NULL)
    {
      if (self->spare->len == 0)
        return NULL;
      /* The oldest: screen readers meet the first pages in their order. */
      sheet = g_ptr_array_steal_index (self->spare, 0);
      g_ptr_array_add (self->sheets, sheet);
    }
  dui_page_sheet_set_page (sheet, pages, page);
  gtk_widget_set_child_visible (GTK_WIDGET (sheet), TRUE);
  return sheet;
}
