/* dui-outline-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-outline"

#include "config.h"

#include "editor/dui-outline-row.h"

#include "common/dui-drag-text.h"

#include <glib/gi18n.h>

/* How far a level is set in, in pixels. */
#define INDENT 14

struct _DuiOutlineRow
{
  AdwBin parent_instance;

  DuiOutlineItem *item;
  DuiOutlinePlace place; /* where the drop line is */

  /* Template children */
  GtkWidget *box;
  GtkWidget *fold_button;
  GtkLabel *number_label;
  GtkLabel *title_label;
  GtkLabel *missing_label;
  GtkLabel *findings_label;
  GtkLabel *count_label;
};

enum
{
  FOLD,
  CHECK_DROP,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiOutlineRow, dui_outline_row, ADW_TYPE_BIN)

static const char *const place_classes[] = {
  [DUI_OUTLINE_BEFORE] = "dui-drop-above",
  [DUI_OUTLINE_INTO] = "dui-drop-into",
  [DUI_OUTLINE_AFTER] = "dui-drop-below",
};

static void
show_count (GtkLabel *label,
            int count,
            const char *sign)
{
  g_autofree char *text = g_strdup_printf ("%s%d", sign, count);

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), count > 0);
}

static void
show_badges (DuiOutlineRow *self)
{
  guint missing = dui_outline_item_get_missing (self->item);
  guint findings = dui_outline_item_get_findings (self->item);
  g_autofree char *blanks = g_strdup_printf (ngettext ("%u place still to fill in", "%u places still to fill in", missing), missing);
  g_autofree char *found = g_strdup_printf (ngettext ("%u thing to look at", "%u things to look at", findings), findings);

  show_count (self->missing_label, (int) missing, "?");
  show_count (self->findings_label, (int) findings, "!");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->missing_label), blanks);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->findings_label), found);
}

static void
show_fold (DuiOutlineRow *self)
{
  gboolean open = dui_outline_item_is_open (self->item);

  gtk_widget_set_visible (self->fold_button, dui_outline_item_has_children (self->item));
  gtk_button_set_icon_name (GTK_BUTTON (self->fold_button), open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  open ? _ ("Fold") : _ ("Unfold"), -1);
  gtk_widget_set_tooltip_text (self->fold_button, open ? _ ("Fold") : _ ("Unfold"));
  gtk_widget_set_margin_start (self->box, (int) dui_outline_item_get_depth (self->item) * INDENT +
                                            (dui_outline_item_has_children (self->item) ? 0 : 20));
}

static void
show_item (DuiOutlineRow *self)
{
  g_autofree char *sentence = NULL;
  const char *number;

  if (self->item == NULL)
    return;

  number = dui_outline_item_get_number (self->item);
  sentence = dui_outline_item_describe (self->item);
  gtk_label_set_label (self->number_label, number);
  gtk_widget_set_visible (GTK_WIDGET (self->number_label), *number != '\0');
  gtk_label_set_label (self->title_label, dui_outline_item_get_title (self->item));
  show_badges (self);
  show_count (self->count_label, dui_outline_item_get_count (self->item), "");
  show_fold (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (GTK_WIDGET (self))),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

/* Callbacks */

/* Only what is cut has more to say. */
static gboolean
tooltip_cb (DuiOutlineRow *self,
            int x,
            int y,
            gboolean by_keys,
            GtkTooltip *tooltip)
{
  if (self->item == NULL || !pango_layout_is_ellipsized (gtk_label_get_layout (self->title_label)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, dui_outline_item_get_title (self->item));
  return TRUE;
}

static void
fold_clicked_cb (DuiOutlineRow *self)
{
  if (self->item != NULL)
    g_signal_emit (self, signals[FOLD], 0, dui_outline_item_get_reference (self->item),
                   !dui_outline_item_is_open (self->item));
}

static GdkContentProvider *
prepare_cb (DuiOutlineRow *self)
{
  if (self->item == NULL || !dui_outline_item_can_move (self->item))
    return NULL;

  return gdk_content_provider_new_typed (DUI_TYPE_OUTLINE_ITEM, self->item);
}

static void
drag_begin_cb (DuiOutlineRow *self,
               GdkDrag *drag)
{
  dui_drag_show_text (drag, gtk_label_get_label (self->title_label));
}

static void
clear_drop (DuiOutlineRow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (place_classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), place_classes[i]);
}

/* The upper and the lower quarter are the places beside the row, the middle is in it. */
static DuiOutlinePlace
find_place (DuiOutlineRow *self,
            double y)
{
  double height = MAX (1, gtk_widget_get_height (GTK_WIDGET (self)));

  if (y < height / 4)
    return DUI_OUTLINE_BEFORE;

  return y > height * 3 / 4 ? DUI_OUTLINE_AFTER : DUI_OUTLINE_INTO;
}

static GdkDragAction
motion_cb (DuiOutlineRow *self,
           double x,
           double y,
           GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);
  DuiOutlineItem *dragged = value != NULL ? g_value_get_object (value) : NULL;
  gboolean fits = FALSE;

  clear_drop (self);
  if (dragged == NULL || self->item == NULL)
    return 0;

  self->place = find_place (self, y);
  g_signal_emit (self, signals[CHECK_DROP], 0, dui_outline_item_get_reference (dragged),
                 dui_outline_item_get_reference (self->item), (int) self->place, &fits);
  if (fits)
    gtk_widget_add_css_class (GTK_WIDGET (self), place_classes[self->place]);

  return fits ? GDK_ACTION_MOVE : 0;
}

static gboolean
drop_cb (DuiOutlineRow *self,
         const GValue *value,
         double x,
         double y,
         GtkDropTarget *target)
{
  DuiOutlineItem *dragged = g_value_get_object (value);

  clear_drop (self);
  if (dragged == NULL || self->item == NULL)
    return FALSE;

  g_signal_emit (self, signals[DROPPED], 0, dui_outline_item_get_reference (dragged),
                 dui_outline_item_get_reference (self->item), (int) find_place (self, y));
  return TRUE;
}

/* Overrides */

static void
dui_outline_row_dispose (GObject *object)
{
  DuiOutlineRow *self = DUI_OUTLINE_ROW (object);

  dui_outline_row_set_item (self, NULL);

  G_OBJECT_CLASS (dui_outline_row_parent_class)->dispose (object);
}

static void
dui_outline_row_class_init (DuiOutlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_outline_row_dispose;

  signals[FOLD] = g_signal_new ("fold", DUI_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[CHECK_DROP] = g_signal_new ("check-drop", DUI_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_BOOLEAN, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT);
  signals[DROPPED] = g_signal_new ("dropped", DUI_TYPE_OUTLINE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiOutlineRow, box);
  gtk_widget_class_bind_template_child (widget_class, DuiOutlineRow, fold_button);
  gtk_widget_class_bind_template_child (widget_class, DuiOutlineRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, DuiOutlineRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, DuiOutlineRow, missing_label);
  gtk_widget_class_bind_template_child (widget_class, DuiOutlineRow, findings_label);
  gtk_widget_class_bind_template_child (widget_class, DuiOutlineRow, count_label);
  gtk_widget_class_bind_template_callback (widget_class, fold_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, tooltip_cb);
}

static void
dui_outline_row_init (DuiOutlineRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (DUI_TYPE_OUTLINE_ITEM, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (clear_drop), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Public functions */

GtkWidget *
dui_outline_row_new (void)
{
  return g_object_new (DUI_TYPE_OUTLINE_ROW, NULL);
}

void
dui_outline_row_set_item (DuiOutlineRow *self,
                          DuiOutlineItem *item)
{
  g_return_if_fail (DUI_IS_OUTLINE_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show_item, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    {
      g_signal_connect_swapped (item, "changed", G_CALLBACK (show_item), self);
      show_item (self);
    }
}

DuiOutlineItem *
dui_outline_row_get_item (DuiOutlineRow *self)
{
  return self->item;
}
