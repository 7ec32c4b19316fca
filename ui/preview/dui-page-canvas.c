/* dui-page-canvas.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-page-canvas"

#include "config.h"

#include "preview/dui-page-canvas.h"

#include "preview/dui-page-aim.h"
#include "preview/dui-page-pool.h"
#include "preview/dui-page-strip.h"

#include <math.h>

/* Made before it is known how many are in view. */
#define FIRST_SHEETS 2

struct _DuiPageCanvas
{
  GtkWidget parent_instance;

  DtPages *pages;
  const DtBlock *mark; /* of @pages, or NULL */
  double zoom;         /* as asked for */
  DuiPageStrip strip;
  DuiPagePool pool;
  guint prepare_id;

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];

  DuiPageAim aim;
  int width, height; /* as last given */
  guint update_id;
  guint fit_width : 1;
  guint settling : 1;
  guint wants_layout : 1;
  guint was_laid_out : 1;
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

enum
{
  SIGNAL_LAYOUT_CHANGED,
  SIGNAL_SCROLLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (DuiPageCanvas, dui_page_canvas, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

/* --- The strip --- */

static double
get_value (const DuiPageCanvas *self,
           GtkOrientation orientation)
{
  return self->adjustments[orientation] != NULL ? gtk_adjustment_get_value (self->adjustments[orientation]) : 0;
}

static const DuiPageSlot *
get_slot (const DuiPageCanvas *self,
          guint page)
{
  return dui_page_strip_get_slot (&self->strip, page);
}

static guint
find_page (const DuiPageCanvas *self,
           double y)
{
  return dui_page_strip_find_page (&self->strip, y);
}

/* From the left edge of the strip. */
static int
get_left (DuiPageCanvas *self,
          const DuiPageSlot *slot)
{
  return dui_page_strip_get_left (&self->strip, slot, gtk_widget_get_width (GTK_WIDGET (self)));
}

static void
lay_out_strip (DuiPageCanvas *self,
               int view_width)
{
  dui_page_strip_lay_out (&self->strip, self->pages, self->fit_width ? view_width : 0, self->zoom);
}

static gboolean update_cb (gpointer user_data);

/* While sizes are given out nobody can ask for them: the request would be lost, and the widget that made it stay
 * blank. New children ask, and so do scroll bars and labels that hear of a new layout. All of it is done before
 * sizes are given out, or waits until they have been. */
static void
queue_update (DuiPageCanvas *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

static void
queue_allocate (DuiPageCanvas *self)
{
  self->wants_layout = TRUE;
  queue_update (self);
}

/* --- Scrolling --- */

static DuiPageFrame
get_frame (const DuiPageCanvas *self,
           int width,
           int height)
{
  return (DuiPageFrame){
    .x = get_value (self, GTK_ORIENTATION_HORIZONTAL),
    .y = get_value (self, GTK_ORIENTATION_VERTICAL),
    .width = width,
    .height = height,
  };
}

static void
keep_point (DuiPageCanvas *self,
            double x,
            double y)
{
  DuiPageFrame frame = get_frame (self, self->width, self->height);

  dui_page_aim_keep (&self->aim, &self->strip, &frame, x, y);
}

static void
configure (DuiPageCanvas *self,
           GtkOrientation orientation,
           double value,
           int view,
           int strip)
{
  double upper = MAX (view, strip);

  if (self->adjustments[orientation] != NULL)
    gtk_adjustment_configure (self->adjustments[orientation], CLAMP (value, 0, upper - view), 0, upper,
                              view * 0.1, view * 0.9, view);
}

static void
value_changed_cb (DuiPageCanvas *self)
{
  if (self->settling)
    return;

  queue_allocate (self);
  g_signal_emit (self, signals[SIGNAL_SCROLLED], 0);
}

/* Says where the strip lies in a view of that size. */
static void
settle (DuiPageCanvas *self,
        int width,
        int height)
{
  DuiPageFrame frame = get_frame (self, width, height);

  self->settling = TRUE;
  lay_out_strip (self, width);
  dui_page_aim_take (&self->aim, &self->strip, &frame);
  configure (self, GTK_ORIENTATION_HORIZONTAL, frame.x, width, self->strip.width);
  configure (self, GTK_ORIENTATION_VERTICAL, frame.y, height, self->strip.height);
  self->settling = FALSE;
}

static void
set_adjustment (DuiPageCanvas *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment)
{
  GtkAdjustment **place = &self->adjustments[orientation];

  if (adjustment != NULL && *place == adjustment)
    return;

  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, value_changed_cb, self);
  g_clear_object (place);
  if (adjustment == NULL)
    return;

  *place = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  queue_allocate (self);
}

/* --- Sheets --- */

static gboolean
prepare_cb (gpointer user_data)
{
  DuiPageCanvas *self = user_data;

  for (guint i = 0; i < self->pool.sheets->len; i++)
    {
      if (dui_page_sheet_prepare (g_ptr_array_index (self->pool.sheets, i)))
        return G_SOURCE_CONTINUE;
    }
  self->prepare_id = 0;
  return G_SOURCE_REMOVE;
}

static void
place_sheet (DuiPageCanvas *self,
             DuiPageSheet *sheet,
             int width,
             int height)
{
  guint page = dui_page_sheet_get_index (sheet);
  const DuiPageSlot *slot = get_slot (self, page);
  int x = get_left (self, slot) - (int) lround (get_value (self, GTK_ORIENTATION_HORIZONTAL));
  int y = slot->top - (int) lround (get_value (self, GTK_ORIENTATION_VERTICAL));
  GdkRectangle view = { -x, -y - height / 2, width, 2 * height };
  GdkRectangle paper = { 0, 0, slot->width, slot->height };
  int minimum;

  dui_page_sheet_set_scale (sheet, slot->scale);
  dui_page_sheet_set_mark (sheet, self->mark);
  if (!gdk_rectangle_intersect (&view, &paper, &view))
    view = (GdkRectangle){ 0, 0, 0, 0 };
  dui_page_sheet_set_view (sheet, &view);
  gtk_widget_measure (GTK_WIDGET (sheet), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (sheet), &(GtkAllocation){ x, y, slot->width, slot->height }, -1);
}

/* The pages in view or half a view away: @first, and up to @end. */
static void
get_range (DuiPageCanvas *self,
           int height,
           guint *first,
           guint *end)
{
  double top = get_value (self, GTK_ORIENTATION_VERTICAL) - height / 2.0;

  *first = find_page (self, top);
  *end = self->strip.slots->len > 0 ? find_page (self, top + 2.0 * height) + 1 : 0;
}

/* Gives a sheet to each page in view or soon to be; where there are not enough, more are made for the next frame. */
static void
place_sheets (DuiPageCanvas *self,
              int width,
              int height)
{
  guint first, end;

  get_range (self, height, &first, &end);
  dui_page_pool_keep (&self->pool, first, end);
  for (guint page = first; page < end; page++)
    {
      DuiPageSheet *sheet = dui_page_pool_take (&self->pool, self->pages, page);

      if (sheet == NULL)
        {
          queue_allocate (self);
          break;
        }
      place_sheet (self, sheet, width, height);
    }

  if (self->prepare_id == 0 && end > first)
    self->prepare_id = g_idle_add_full (G_PRIORITY_LOW, prepare_cb, self, NULL);
}

static gboolean
update_cb (gpointer user_data)
{
  DuiPageCanvas *self = user_data;
  guint first, end;

  self->update_id = 0;
  if (self->was_laid_out)
    {
      self->was_laid_out = FALSE;
      g_signal_emit (self, signals[SIGNAL_LAYOUT_CHANGED], 0);
    }
  if (!self->wants_layout)
    return G_SOURCE_REMOVE;

  self->wants_layout = FALSE;
  if (self->width > 0 && self->height > 0)
    {
      settle (self, self->width, self->height);
      get_range (self, self->height, &first, &end);
      dui_page_pool_reserve (&self->pool, end - first);
    }
  else
    dui_page_pool_reserve (&self->pool, MIN (self->strip.slots->len, FIRST_SHEETS));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* --- Widget --- */

static void
dui_page_canvas_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  DuiPageCanvas *self = DUI_PAGE_CANVAS (widget);

  /* What one reads stays at the top, however wide the pages become. */
  if (self->width != width && self->width > 0)
    keep_point (self, 0, 0);
  /* With another size the scroll bars are about to be given theirs as well. */
  if (self->width != width || self->height != height)
    settle (self, width, height);
  self->width = width;
  self->height = height;
  place_sheets (self, width, height);
  self->was_laid_out = TRUE;
  queue_update (self);
}

static void
dui_page_canvas_snapshot (GtkWidget *widget,
                          GtkSnapshot *snapshot)
{
  DuiPageCanvas *self = DUI_PAGE_CANVAS (widget);
  double top = get_value (self, GTK_ORIENTATION_VERTICAL);
  double bottom = top + gtk_widget_get_height (widget);

  for (guint i = 0; i < self->pool.sheets->len; i++)
    {
      GtkWidget *sheet = g_ptr_array_index (self->pool.sheets, i);
      const DuiPageSlot *slot = get_slot (self, dui_page_sheet_get_index (DUI_PAGE_SHEET (sheet)));

      if (slot->top - DUI_PAGE_GAP < bottom && slot->top + slot->height + DUI_PAGE_GAP > top)
        gtk_widget_snapshot_child (widget, sheet, snapshot);
    }
}

static void
dui_page_canvas_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : 640;
}

static void
dui_page_canvas_dispose (GObject *object)
{
  DuiPageCanvas *self = DUI_PAGE_CANVAS (object);

  g_clear_handle_id (&self->prepare_id, g_source_remove);
  g_clear_handle_id (&self->update_id, g_source_remove);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  dui_page_pool_empty (&self->pool);
  self->mark = NULL;
  g_array_set_size (self->strip.slots, 0);
  g_clear_pointer (&self->pages, dt_pages_unref);

  G_OBJECT_CLASS (dui_page_canvas_parent_class)->dispose (object);
}

static void
dui_page_canvas_finalize (GObject *object)
{
  DuiPageCanvas *self = DUI_PAGE_CANVAS (object);

  dui_page_pool_clear (&self->pool);
  dui_page_strip_clear (&self->strip);

  G_OBJECT_CLASS (dui_page_canvas_parent_class)->finalize (object);
}

static void
dui_page_canvas_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  DuiPageCanvas *self = DUI_PAGE_CANVAS (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dui_page_canvas_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  DuiPageCanvas *self = DUI_PAGE_CANVAS (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dui_page_canvas_class_init (DuiPageCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dui_page_canvas_dispose;
  object_class->finalize = dui_page_canvas_finalize;
  object_class->get_property = dui_page_canvas_get_property;
  object_class->set_property = dui_page_canvas_set_property;
  widget_class->size_allocate = dui_page_canvas_size_allocate;
  widget_class->snapshot = dui_page_canvas_snapshot;
  widget_class->measure = dui_page_canvas_measure;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[SIGNAL_LAYOUT_CHANGED] =
    g_signal_new ("layout-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SCROLLED] =
    g_signal_new ("scrolled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "pages");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dui_page_canvas_init (DuiPageCanvas *self)
{
  self->zoom = 1.0;
  self->fit_width = TRUE;
  dui_page_strip_init (&self->strip);
  dui_page_pool_init (&self->pool, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
dui_page_canvas_new (void)
{
  return g_object_new (DUI_TYPE_PAGE_CANVAS, NULL);
}

/**
 * dui_page_canvas_set_pages:
 * @self: a canvas
 * @pages: (nullable): what to show
 *
 * Shows other pages; the strip stays where it is. Nothing is marked any more.
 */
void
dui_page_canvas_set_pages (DuiPageCanvas *self,
                           DtPages *pages)
{
  g_return_if_fail (DUI_IS_PAGE_CANVAS (self));

  if (self->pages == pages)
    return;

  if (pages != NULL)
    dt_pages_ref (pages);
  g_clear_pointer (&self->pages, dt_pages_unref);
  self->pages = pages;
  self->mark = NULL;
  lay_out_strip (self, gtk_widget_get_width (GTK_WIDGET (self)));
  dui_page_pool_keep (&self->pool, 0, self->strip.slots->len);
  queue_allocate (self);
}

DtPages *
dui_page_canvas_get_pages (DuiPageCanvas *self)
{
  g_return_val_if_fail (DUI_IS_PAGE_CANVAS (self), NULL);

  return self->pages;
}

double
dui_page_canvas_get_zoom (DuiPageCanvas *self)
{
  g_return_val_if_fail (DUI_IS_PAGE_CANVAS (self), 1.0);

  if (self->fit_width && self->strip.slots->len > 0)
    return get_slot (self, 0)->scale * DT_UM_PER_INCH / DUI_PIXELS_PER_INCH;
  return self->zoom;
}

void
dui_page_canvas_set_zoom (DuiPageCanvas *self,
                          double zoom,
                          double x,
                          double y)
{
  g_return_if_fail (DUI_IS_PAGE_CANVAS (self));

  zoom = CLAMP (zoom, DUI_ZOOM_MIN, DUI_ZOOM_MAX);
  if (!self->fit_width && self->zoom == zoom)
    return;

  keep_point (self, x, y);
  self->zoom = zoom;
  self->fit_width = FALSE;
  queue_allocate (self);
}

gboolean
dui_page_canvas_get_fit_width (DuiPageCanvas *self)
{
  g_return_val_if_fail (DUI_IS_PAGE_CANVAS (self), FALSE);

  return self->fit_width;
}

void
dui_page_canvas_set_fit_width (DuiPageCanvas *self,
                               gboolean fit_width)
{
  g_return_if_fail (DUI_IS_PAGE_CANVAS (self));

  if (self->fit_width == !!fit_width)
    return;

  keep_point (self, gtk_widget_get_width (GTK_WIDGET (self)) / 2.0, 0);
  if (!fit_width)
    self->zoom = dui_page_canvas_get_zoom (self);
  self->fit_width = !!fit_width;
  queue_allocate (self);
}

/**
 * dui_page_canvas_get_page:
 * @self: a canvas
 *
 * Gets the page one reads: that which lies a third down the view.
 *
 * Returns: its number, counted from 0
 */
guint
dui_page_canvas_get_page (DuiPageCanvas *self)
{
  g_return_val_if_fail (DUI_IS_PAGE_CANVAS (self), 0);

  return find_page (self, get_value (self, GTK_ORIENTATION_VERTICAL) + gtk_widget_get_height (GTK_WIDGET (self)) / 3.0);
}

void
dui_page_canvas_scroll_to_page (DuiPageCanvas *self,
                                guint page)
{
  g_return_if_fail (DUI_IS_PAGE_CANVAS (self));

  dui_page_aim_at_page (&self->aim, page);
  queue_allocate (self);
}

void
dui_page_canvas_scroll_to_area (DuiPageCanvas *self,
                                guint page,
                                const DtRect *area)
{
  g_return_if_fail (DUI_IS_PAGE_CANVAS (self));

  dui_page_aim_at_area (&self->aim, page, area);
  queue_allocate (self);
}

void
dui_page_canvas_scroll_by (DuiPageCanvas *self,
                           GtkOrientation orientation,
                           double pixels)
{
  g_return_if_fail (DUI_IS_PAGE_CANVAS (self));

  if (self->adjustments[orientation] != NULL)
    gtk_adjustment_set_value (self->adjustments[orientation], get_value (self, orientation) + pixels);
}

gboolean
dui_page_canvas_pick (DuiPageCanvas *self,
                      double x,
                      double y,
                      guint *page,
                      DtLength *paper_x,
                      DtLength *paper_y)
{
  const DuiPageSlot *slot;

  g_return_val_if_fail (DUI_IS_PAGE_CANVAS (self), FALSE);

  if (self->strip.slots->len == 0)
    return FALSE;

  x += get_value (self, GTK_ORIENTATION_HORIZONTAL);
  y += get_value (self, GTK_ORIENTATION_VERTICAL);
  *page = find_page (self, y);
  slot = get_slot (self, *page);
  x -= get_left (self, slot);
  y -= slot->top;
  *paper_x = (DtLength) lround (x / slot->scale);
  *paper_y = (DtLength) lround (y / slot->scale);
  return x >= 0 && x < slot->width && y >= 0 && y < slot->height;
}

void
dui_page_canvas_get_point (DuiPageCanvas *self,
                           guint page,
                           DtLength paper_x,
                           DtLength paper_y,
                           double *x,
                           double *y)
{
  const DuiPageSlot *slot;

  g_return_if_fail (DUI_IS_PAGE_CANVAS (self));
  g_return_if_fail (page < self->strip.slots->len);

  slot = get_slot (self, page);
  *x = paper_x * slot->scale + get_left (self, slot) - get_value (self, GTK_ORIENTATION_HORIZONTAL);
  *y = paper_y * slot->scale + slot->top - get_value (self, GTK_ORIENTATION_VERTICAL);
}

void
dui_page_canvas_set_mark (DuiPageCanvas *self,
                          const DtBlock *block)
{
  g_return_if_fail (DUI_IS_PAGE_CANVAS (self));

  self->mark = block;
  queue_allocate (self);
}
