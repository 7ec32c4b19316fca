/* dui-panes.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-panes"

#include "config.h"

#include "window/dui-panes.h"

/* In pixels at the usual size of text. */
#define WIDE_FROM 1100
#define MEDIUM_FROM 720
#define USUAL_DPI 96.0

struct _DuiPanes
{
  GtkWidget parent_instance;

  GtkPaned *outer; /* outline | inner */
  GtkPaned *inner; /* form | side */
  GtkWidget *children[DUI_N_PANES];
  gboolean show[DUI_N_PANES];
  GtkWidget *last[DUI_N_PANES]; /* (weak): what had the keys when they went to another pane */

  DuiPanesWidth width;
  DuiPane front; /* the one in view where there is no room for all */
  guint update_idle;
  int allocated;
};

enum
{
  PROP_0,
  PROP_SHOW_OUTLINE,
  PROP_SHOW_SIDE,
  PROP_WIDTH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (DuiPanes, dui_panes, GTK_TYPE_WIDGET)

/* Auxiliary functions */

/* Large text takes more room, though not all of it in proportion. */
static double
get_text_scale (DuiPanes *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? (1 + MAX (1, dpi / 1024.0 / USUAL_DPI)) / 2 : 1;
}

static DuiPanesWidth
judge_width (DuiPanes *self,
             int width)
{
  double scale = get_text_scale (self);

  if (width >= WIDE_FROM * scale)
    return DUI_PANES_WIDE;
  if (width >= MEDIUM_FROM * scale)
    return DUI_PANES_MEDIUM;

  return DUI_PANES_NARROW;
}

static gboolean
should_be_in_view (DuiPanes *self,
                   DuiPane pane)
{
  DuiPane front = self->front;

  if (!self->show[pane])
    return FALSE;
  if (self->width == DUI_PANES_WIDE || (self->width == DUI_PANES_MEDIUM && pane == DUI_PANE_OUTLINE))
    return TRUE;

  if (!self->show[front] || (self->width == DUI_PANES_MEDIUM && front == DUI_PANE_OUTLINE))
    front = DUI_PANE_FORM;
  return pane == front;
}

static void
update (DuiPanes *self)
{
  for (guint i = 0; i < DUI_N_PANES; i++)
    {
      if (self->children[i] != NULL)
        gtk_widget_set_visible (self->children[i], should_be_in_view (self, i));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->inner),
                          should_be_in_view (self, DUI_PANE_FORM) || should_be_in_view (self, DUI_PANE_SIDE));
}

static gboolean
update_idle_cb (gpointer user_data)
{
  DuiPanes *self = user_data;
  DuiPanesWidth width = judge_width (self, self->allocated);

  self->update_idle = 0;
  if (width != self->width)
    {
      self->width = width;
      update (self);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIDTH]);
    }

  return G_SOURCE_REMOVE;
}

/* GtkWidget overrides */

static void
dui_panes_size_allocate (GtkWidget *widget,
                         int width,
                         int height,
                         int baseline)
{
  DuiPanes *self = DUI_PANES (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->outer), &(GtkAllocation){ 0, 0, width, height }, baseline);

  /* What is in view cannot change while it is given its size. */
  self->allocated = width;
  if (judge_width (self, width) != self->width && self->update_idle == 0)
    self->update_idle = g_idle_add_full (GTK_PRIORITY_RESIZE + 5, update_idle_cb, self, NULL);
}

static void
dui_panes_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  DuiPanes *self = DUI_PANES (widget);

  gtk_widget_measure (GTK_WIDGET (self->outer), orientation, for_size, minimum, natural, NULL, NULL);
  *minimum_baseline = *natural_baseline = -1;

  /* Narrower than this it shows fewer panes, so their widths must not hold the window open. */
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->width != DUI_PANES_NARROW)
    {
      int narrow = 0;

      for (guint i = 0; i < DUI_N_PANES; i++)
        {
          int child = 0;

          if (self->children[i] != NULL && self->show[i])
            gtk_widget_measure (self->children[i], orientation, -1, &child, NULL, NULL, NULL);
          narrow = MAX (narrow, child);
        }
      *minimum = MIN (*minimum, MAX (narrow, (int) (MEDIUM_FROM / 2)));
    }
}

/* GObject overrides */

static void
dui_panes_get_property (GObject *object,
                        guint prop_id,
                        GValue *value,
                        GParamSpec *pspec)
{
  DuiPanes *self = DUI_PANES (object);

  switch (prop_id)
    {
    case PROP_SHOW_OUTLINE:
      g_value_set_boolean (value, self->show[DUI_PANE_OUTLINE]);
      break;

    case PROP_SHOW_SIDE:
      g_value_set_boolean (value, self->show[DUI_PANE_SIDE]);
      break;

    case PROP_WIDTH:
      g_value_set_int (value, (int) self->width);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dui_panes_set_property (GObject *object,
                        guint prop_id,
                        const GValue *value,
                        GParamSpec *pspec)
{
  DuiPanes *self = DUI_PANES (object);

  switch (prop_id)
    {
    case PROP_SHOW_OUTLINE:
      dui_panes_set_show (self, DUI_PANE_OUTLINE, g_value_get_boolean (value));
      break;

    case PROP_SHOW_SIDE:
      dui_panes_set_show (self, DUI_PANE_SIDE, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dui_panes_dispose (GObject *object)
{
  DuiPanes *self = DUI_PANES (object);

  g_clear_handle_id (&self->update_idle, g_source_remove);
  for (guint i = 0; i < DUI_N_PANES; i++)
    {
      self->children[i] = NULL;
      g_clear_weak_pointer (&self->last[i]);
    }
  if (self->outer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->outer));
  self->outer = NULL;

  G_OBJECT_CLASS (dui_panes_parent_class)->dispose (object);
}

static void
dui_panes_class_init (DuiPanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = dui_panes_dispose;
  object_class->get_property = dui_panes_get_property;
  object_class->set_property = dui_panes_set_property;
  widget_class->measure = dui_panes_measure;
  widget_class->size_allocate = dui_panes_size_allocate;

  properties[PROP_SHOW_OUTLINE] = g_param_spec_boolean ("show-outline", NULL, NULL, TRUE, G_PARAM_READWRITE | flags);
  properties[PROP_SHOW_SIDE] = g_param_spec_boolean ("show-side", NULL, NULL, TRUE, G_PARAM_READWRITE | flags);
  properties[PROP_WIDTH] = g_param_spec_int ("width", NULL, NULL, DUI_PANES_WIDE, DUI_PANES_NARROW, DUI_PANES_WIDE,
                                             G_PARAM_READABLE | flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "duipanes");
}

static void
dui_panes_init (DuiPanes *self)
{
  for (guint i = 0; i < DUI_N_PANES; i++)
    self->show[i] = TRUE;
  self->front = DUI_PANE_FORM;

  self->outer = GTK_PANED (gtk_paned_new (GTK_ORIENTATION_HORIZONTAL));
  self->inner = GTK_PANED (gtk_paned_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_paned_set_end_child (self->outer, GTK_WIDGET (self->inner));
  gtk_paned_set_resize_start_child (self->outer, FALSE);
  gtk_paned_set_shrink_start_child (self->outer, FALSE);
  gtk_paned_set_shrink_end_child (self->outer, FALSE);
  gtk_paned_set_shrink_start_child (self->inner, FALSE);
  gtk_paned_set_shrink_end_child (self->inner, FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (GTK_WIDGET (self->outer), GTK_WIDGET (self));
}

/* Public functions */

GtkWidget *
dui_panes_new (void)
{
  return g_object_new (DUI_TYPE_PANES, NULL);
}

void
dui_panes_set_child (DuiPanes *self,
                     DuiPane pane,
                     GtkWidget *child)
{
  g_return_if_fail (DUI_IS_PANES (self) && pane < DUI_N_PANES && GTK_IS_WIDGET (child));

  self->children[pane] = child;
  if (pane == DUI_PANE_OUTLINE)
    gtk_paned_set_start_child (self->outer, child);
  else if (pane == DUI_PANE_FORM)
    gtk_paned_set_start_child (self->inner, child);
  else
    gtk_paned_set_end_child (self->inner, child);
  update (self);
}

gboolean
dui_panes_get_show (DuiPanes *self,
                    DuiPane pane)
{
  g_return_val_if_fail (DUI_IS_PANES (self) && pane < DUI_N_PANES, FALSE);

  return self->show[pane];
}

/**
 * dui_panes_set_show:
 * @self: the panes
 * @pane: one of them
 * @show: whether the user wants to see it
 *
 * Shows or hides a pane. Where there is no room for all, the one that is shown
 * last comes to the front, and with the one in front hidden it is the form.
 */
void
dui_panes_set_show (DuiPanes *self,
                    DuiPane pane,
                    gboolean show)
{
  gboolean changed;

  g_return_if_fail (DUI_IS_PANES (self) && pane < DUI_N_PANES);

  changed = self->show[pane] != !!show;
  self->show[pane] = !!show;
  if (show)
    self->front = pane;
  else if (self->front == pane)
    self->front = DUI_PANE_FORM;
  update (self);

  if (changed && pane == DUI_PANE_OUTLINE)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_OUTLINE]);
  else if (changed && pane == DUI_PANE_SIDE)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDE]);
}

gboolean
dui_panes_is_in_view (DuiPanes *self,
                      DuiPane pane)
{
  g_return_val_if_fail (DUI_IS_PANES (self) && pane < DUI_N_PANES, FALSE);

  return self->children[pane] != NULL && should_be_in_view (self, pane);
}

DuiPanesWidth
dui_panes_get_width (DuiPanes *self)
{
  g_return_val_if_fail (DUI_IS_PANES (self), DUI_PANES_WIDE);

  return self->width;
}

void
dui_panes_get_widths (DuiPanes *self,
                      int *outline,
                      int *form)
{
  g_return_if_fail (DUI_IS_PANES (self));

  *outline = gtk_paned_get_position (self->outer);
  *form = gtk_paned_get_position (self->inner);
}

void
dui_panes_set_widths (DuiPanes *self,
                      int outline,
                      int form)
{
  g_return_if_fail (DUI_IS_PANES (self));

  gtk_paned_set_position (self->outer, outline);
  gtk_paned_set_position (self->inner, form);
}

/* The focus */

/* Where one was in that pane, else its first control. */
void
dui_panes_focus (DuiPanes *self,
                 DuiPane pane)
{
  GtkWidget *last;

  g_return_if_fail (DUI_IS_PANES (self) && pane < DUI_N_PANES);

  last = self->last[pane];
  if (!dui_panes_is_in_view (self, pane))
    return;

  if (last == NULL || !gtk_widget_get_mapped (last) || !gtk_widget_is_ancestor (last, self->children[pane]))
    gtk_widget_child_focus (self->children[pane], GTK_DIR_TAB_FORWARD);
  else if (GTK_IS_TEXT (last))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (last));
  else
    gtk_widget_grab_focus (last);
}

void
dui_panes_move_focus (DuiPanes *self,
                      gboolean back)
{
  GtkRoot *root;
  GtkWidget *focus;
  guint from = DUI_PANE_SIDE;

  g_return_if_fail (DUI_IS_PANES (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  for (guint i = 0; i < DUI_N_PANES; i++)
    {
      if (focus != NULL && self->children[i] != NULL && gtk_widget_is_ancestor (focus, self->children[i]))
        from = i;
    }
  if (focus != NULL)
    g_set_weak_pointer (&self->last[from], focus);

  for (guint step = 1; step <= DUI_N_PANES; step++)
    {
      guint next = (from + (back ? DUI_N_PANES - step : step)) % DUI_N_PANES;

      if (dui_panes_is_in_view (self, next))
        {
          dui_panes_focus (self, next);
          return;
        }
    }
}
