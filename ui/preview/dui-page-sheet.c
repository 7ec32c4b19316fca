/* dui-page-sheet.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-page-sheet"

#include "config.h"

#include "preview/dui-page-sheet.h"

#include "preview/dui-page-map.h"
#include "preview/dui-page-picture.h"

#include <glib/gi18n.h>
#include <math.h>

/* Pictures are no larger than this each way, in pixels, so that a page looked at closely takes little memory. */
#define MAX_TILE 1280

/* The mark beside the paragraph being written, in logical pixels, and how far its tint reaches out. */
#define MARK_GAP 6
#define MARK_BAR 3
#define MARK_TINT 0.10f

/* A picture of a part of the page; both are NULL where none was painted. */
typedef struct
{
  cairo_surface_t *surface;
  GdkTexture *texture; /* the same for renderers that like it better */
} Tile;

struct _DuiPageSheet
{
  GtkWidget parent_instance;

  DuiSurfaceStore *store;
  DtPages *pages;
  guint index;
  double scale;
  GdkRectangle view;
  const DtBlock *mark; /* of @pages, or NULL */

  int width; /* in pixels of the device */
  int height;
  int columns;
  int rows;
  Tile *tiles; /* rows × columns */
};

G_DEFINE_FINAL_TYPE (DuiPageSheet, dui_page_sheet, GTK_TYPE_WIDGET)

/* --- Pictures --- */

static void
drop_tile (DuiPageSheet *self,
           Tile *tile)
{
  g_clear_object (&tile->texture);
  if (tile->surface != NULL)
    dui_surface_store_give (self->store, g_steal_pointer (&tile->surface));
}

static void
drop_tiles (DuiPageSheet *self)
{
  for (int i = 0; i < self->columns * self->rows; i++)
    drop_tile (self, &self->tiles[i]);
}

static int
divide_up (int length)
{
  return MAX (1, (length + MAX_TILE - 1) / MAX_TILE);
}

/* Takes a new size; all pictures are void. */
static void
measure_tiles (DuiPageSheet *self)
{
  const DtPage *page = dt_pages_get_page (self->pages, self->index);
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  drop_tiles (self);
  g_clear_pointer (&self->tiles, g_free);
  self->width = MAX (1, (int) lround (dt_page_get_width (page) * self->scale) * factor);
  self->height = MAX (1, (int) lround (dt_page_get_height (page) * self->scale) * factor);
  self->columns = divide_up (self->width);
  self->rows = divide_up (self->height);
  self->tiles = g_new0 (Tile, self->columns * self->rows);
}

static GdkRectangle
get_tile_area (const DuiPageSheet *self,
               int tile)
{
  int column = tile % self->columns;
  int row = tile / self->columns;
  int x = self->width * column / self->columns;
  int y = self->height * row / self->rows;

  return (GdkRectangle){ x, y, self->width * (column + 1) / self->columns - x, self->height * (row + 1) / self->rows - y };
}

static gboolean
tile_is_in_view (DuiPageSheet *self,
                 int tile)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GdkRectangle view = { self->view.x * factor, self->view.y * factor, self->view.width * factor, self->view.height * factor };
  GdkRectangle area = get_tile_area (self, tile);

  return gdk_rectangle_intersect (&view, &area, NULL);
}

static void
paint_tile (DuiPageSheet *self,
            int tile)
{
  GdkRectangle area = get_tile_area (self, tile);
  double scale = self->scale * gtk_widget_get_scale_factor (GTK_WIDGET (self));

  self->tiles[tile].surface = dui_surface_store_take (self->store, area.width, area.height);
  dui_page_picture_paint (self->pages, self->index, scale, area.x, area.y, self->tiles[tile].surface);
}

/* The Cairo renderer copies a texture pixel by pixel each time it draws one; others keep it on the graphics card. */
static gboolean
wants_surfaces (DuiPageSheet *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;

  return renderer != NULL && GSK_IS_CAIRO_RENDERER (renderer);
}

static void
snapshot_tile (DuiPageSheet *self,
               GtkSnapshot *snapshot,
               int index,
               gboolean as_surface)
{
  double factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  Tile *tile = &self->tiles[index];
  GdkRectangle area = get_tile_area (self, index);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) (area.x / factor), (float) (area.y / factor),
                                               (float) (area.width / factor), (float) (area.height / factor));

  if (as_surface)
    {
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

      cairo_scale (cr, 1 / factor, 1 / factor);
      cairo_set_source_surface (cr, tile->surface, area.x, area.y);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
      cairo_rectangle (cr, area.x, area.y, area.width, area.height);
      cairo_fill (cr);
      cairo_destroy (cr);
      return;
    }

  if (tile->texture == NULL)
    tile->texture = dui_page_picture_wrap (tile->surface);
  gtk_snapshot_append_texture (snapshot, tile->texture, &bounds);
}

static void
snapshot_tiles (DuiPageSheet *self,
                GtkSnapshot *snapshot)
{
  gboolean as_surfaces = wants_surfaces (self);

  for (int i = 0; i < self->columns * self->rows; i++)
    {
      if (self->tiles[i].surface == NULL && tile_is_in_view (self, i))
        paint_tile (self, i);
      if (self->tiles[i].surface != NULL)
        snapshot_tile (self, snapshot, i, as_surfaces);
    }
}

/* --- The paragraph being written --- */

static void
snapshot_mark (DuiPageSheet *self,
               GtkSnapshot *snapshot)
{
  g_autoptr (GArray) lines = dui_page_map_list_lines (self->pages, self->index, self->mark);
  DtRect all = { 0 };
  GdkRGBA bar, tint;
  float x, y, height;

  if (lines->len == 0)
    return;

  all = g_array_index (lines, DtRect, 0);
  for (guint i = 1; i < lines->len; i++)
    {
      const DtRect *line = &g_array_index (lines, DtRect, i);
      DtLength right = MAX (all.x + all.width, line->x + line->width);

      all.x = MIN (all.x, line->x);
      all.width = right - all.x;
      all.height = line->y + line->height - all.y;
    }

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &bar);
  tint = bar;
  tint.alpha *= MARK_TINT;
  x = (float) (all.x * self->scale) - MARK_GAP;
  y = (float) (all.y * self->scale);
  height = (float) (all.height * self->scale);
  gtk_snapshot_append_color (snapshot, &tint, &GRAPHENE_RECT_INIT (x, y, (float) (all.width * self->scale) + 2 * MARK_GAP, height));
  gtk_snapshot_append_color (snapshot, &bar, &GRAPHENE_RECT_INIT (x - MARK_BAR, y, MARK_BAR, height));
}

/* --- Widget --- */

static void
dui_page_sheet_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  DuiPageSheet *self = DUI_PAGE_SHEET (widget);

  if (self->pages == NULL)
    return;

  snapshot_tiles (self, snapshot);
  if (self->mark != NULL)
    snapshot_mark (self, snapshot);
}

static void
dui_page_sheet_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  DuiPageSheet *self = DUI_PAGE_SHEET (widget);
  int factor = gtk_widget_get_scale_factor (widget);

  *minimum = 0;
  *natural = (orientation == GTK_ORIENTATION_HORIZONTAL ? self->width : self->height) / factor;
}

static void
scale_factor_changed_cb (DuiPageSheet *self)
{
  if (self->pages == NULL)
    return;

  measure_tiles (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
dui_page_sheet_dispose (GObject *object)
{
  DuiPageSheet *self = DUI_PAGE_SHEET (object);

  drop_tiles (self);
  self->columns = self->rows = 0;
  self->mark = NULL;
  g_clear_pointer (&self->tiles, g_free);
  g_clear_pointer (&self->pages, dt_pages_unref);

  G_OBJECT_CLASS (dui_page_sheet_parent_class)->dispose (object);
}

static void
dui_page_sheet_finalize (GObject *object)
{
  DuiPageSheet *self = DUI_PAGE_SHEET (object);

  dui_surface_store_unref (self->store);

  G_OBJECT_CLASS (dui_page_sheet_parent_class)->finalize (object);
}

static void
dui_page_sheet_class_init (DuiPageSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dui_page_sheet_dispose;
  object_class->finalize = dui_page_sheet_finalize;
  widget_class->snapshot = dui_page_sheet_snapshot;
  widget_class->measure = dui_page_sheet_measure;

  gtk_widget_class_set_css_name (widget_class, "page");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
dui_page_sheet_init (DuiPageSheet *self)
{
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (scale_factor_changed_cb), NULL);
}

/**
 * dui_page_sheet_new:
 * @store: where surfaces come from and go to
 *
 * Makes an empty sheet.
 *
 * Returns: (transfer floating): a widget
 */
GtkWidget *
dui_page_sheet_new (DuiSurfaceStore *store)
{
  DuiPageSheet *self = g_object_new (DUI_TYPE_PAGE_SHEET, NULL);

  self->store = dui_surface_store_ref (store);
  return GTK_WIDGET (self);
}

static void
update_accessible (DuiPageSheet *self)
{
  g_autofree char *title = dui_page_map_dup_title (self->pages, self->index);
  g_autofree char *text = dui_page_map_dup_text (self->pages, self->index);
  /* Translators: the name of a page for a screen reader: its number, how many there are, its first heading. */
  g_autofree char *label = g_strdup_printf (_ ("Page %u of %u: %s"), self->index + 1,
                                            dt_pages_get_n_pages (self->pages), title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static gboolean
looks_the_same (DuiPageSheet *self,
                DtPages *pages,
                guint index)
{
  const DtPage *old = dt_pages_get_page (self->pages, self->index);
  const DtPage *new = dt_pages_get_page (pages, index);

  return dt_pages_get_shaper (pages) == dt_pages_get_shaper (self->pages) &&
         dt_page_same_content (new, old) && dt_page_get_number (new) == dt_page_get_number (old);
}

/**
 * dui_page_sheet_set_page:
 * @self: a sheet
 * @pages: the pages
 * @index: the one to show, counted from 0
 *
 * Shows a page, unmarked. Where it looks as the one that was shown nothing is
 * painted anew.
 */
void
dui_page_sheet_set_page (DuiPageSheet *self,
                         DtPages *pages,
                         guint index)
{
  gboolean same, renamed, marked;

  g_return_if_fail (DUI_IS_PAGE_SHEET (self));
  g_return_if_fail (pages != NULL && index < dt_pages_get_n_pages (pages));

  if (self->pages == pages && self->index == index)
    return;

  same = self->pages != NULL && looks_the_same (self, pages, index);
  renamed = !same || self->index != index || dt_pages_get_n_pages (pages) != dt_pages_get_n_pages (self->pages);
  marked = self->mark != NULL;
  dt_pages_ref (pages);
  g_clear_pointer (&self->pages, dt_pages_unref);
  self->pages = pages;
  self->index = index;
  self->mark = NULL;

  if (!same && self->scale > 0)
    measure_tiles (self);
  if (!same || marked)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  if (renamed)
    update_accessible (self);
}

guint
dui_page_sheet_get_index (DuiPageSheet *self)
{
  g_return_val_if_fail (DUI_IS_PAGE_SHEET (self), 0);

  return self->index;
}

void
dui_page_sheet_set_scale (DuiPageSheet *self,
                          double scale)
{
  g_return_if_fail (DUI_IS_PAGE_SHEET (self));
  g_return_if_fail (self->pages != NULL && scale > 0);

  if (self->scale == scale)
    return;

  self->scale = scale;
  measure_tiles (self);
  /* Who gives the scale gives the size too, and does so while sizes are given out. */
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dui_page_sheet_set_view:
 * @self: a sheet
 * @view: what of it is in view, or will soon be
 *
 * Keeps pictures of what is in view only.
 */
void
dui_page_sheet_set_view (DuiPageSheet *self,
                         const GdkRectangle *view)
{
  gboolean lacks = FALSE;

  g_return_if_fail (DUI_IS_PAGE_SHEET (self));

  if (gdk_rectangle_equal (&self->view, view))
    return;

  self->view = *view;
  for (int i = 0; i < self->columns * self->rows; i++)
    {
      if (!tile_is_in_view (self, i))
        drop_tile (self, &self->tiles[i]);
      else if (self->tiles[i].surface == NULL)
        lacks = TRUE;
    }
  if (lacks)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
dui_page_sheet_set_mark (DuiPageSheet *self,
                         const DtBlock *block)
{
  g_return_if_fail (DUI_IS_PAGE_SHEET (self));

  if (self->mark == block)
    return;

  self->mark = block;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * dui_page_sheet_prepare:
 * @self: a sheet
 *
 * Paints one picture ahead of its need, while nothing else is to be done.
 *
 * Returns: %TRUE if it painted one
 */
gboolean
dui_page_sheet_prepare (DuiPageSheet *self)
{
  g_return_val_if_fail (DUI_IS_PAGE_SHEET (self), FALSE);

  for (int i = 0; i < self->columns * self->rows; i++)
    {
      if (self->tiles[i].surface == NULL && tile_is_in_view (self, i))
        {
          paint_tile (self, i);
          return TRUE;
        }
    }
  return FALSE;
}
