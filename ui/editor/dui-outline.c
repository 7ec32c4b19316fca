/* dui-outline.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-outline"

#include "config.h"

#include "editor/dui-outline-private.h"

#include "editor/dui-outline-edit.h"
#include "editor/dui-outline-row.h"

#include <glib/gi18n.h>

/* A pause after which typing searches from the start. */
#define TYPE_AHEAD_US (1200 * 1000)

enum
{
  PART_ACTIVATED,
  OPEN,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiOutline, dui_outline, ADW_TYPE_BIN)

DtPlan *
dui_outline_get_plan (DuiOutline *self)
{
  return self->document != NULL ? dui_document_get_plan (self->document) : NULL;
}

static void
scroll_to (DuiOutline *self,
           guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

gboolean
dui_outline_select_quietly (DuiOutline *self,
                            const char *reference)
{
  int position = dui_outline_model_reveal (self->model, reference);

  if (position < 0)
    return FALSE;

  self->quiet = TRUE;
  gtk_single_selection_set_selected (self->selection, (guint) position);
  self->quiet = FALSE;
  if (self->part != reference)
    {
      g_free (self->part);
      self->part = g_strdup (reference);
    }
  dui_outline_update_actions (self);

  return TRUE;
}

static void
select_and_tell (DuiOutline *self,
                 const char *reference)
{
  if (reference == NULL || !dui_outline_select_quietly (self, reference))
    return;

  scroll_to (self, gtk_single_selection_get_selected (self->selection));
  g_signal_emit (self, signals[PART_ACTIVATED], 0, self->part);
}

gboolean
dui_outline_take (DuiOutline *self,
                  DtPlan *plan,
                  const char *select)
{
  g_autoptr (DtPlan) taken = plan;

  if (taken == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return FALSE;
    }

  dui_document_apply (self->document, taken, NULL, self);
  select_and_tell (self, select);
  return TRUE;
}

static void
show_tree (DuiOutline *self)
{
  gtk_stack_set_visible_child (self->stack, self->tree);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/* Callbacks */

static void
selected_cb (DuiOutline *self)
{
  DuiOutlineItem *item = gtk_single_selection_get_selected_item (self->selection);
  const char *reference = item != NULL ? dui_outline_item_get_reference (item) : NULL;

  if (self->quiet || reference == NULL || g_strcmp0 (reference, self->part) == 0)
    return;

  g_free (self->part);
  self->part = g_strdup (reference);
  dui_outline_update_actions (self);
  g_signal_emit (self, signals[PART_ACTIVATED], 0, self->part);
}

static void
activate_cb (DuiOutline *self,
             guint position)
{
  if (self->part != NULL)
    g_signal_emit (self, signals[OPEN], 0, self->part);
}

static void
chosen_cb (DuiOutline *self,
           const char *id)
{
  show_tree (self);
  if (!dui_outline_add (self, id, NULL))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
closed_cb (DuiOutline *self)
{
  show_tree (self);
}

static void
fold_cb (DuiOutline *self,
         const char *reference,
         gboolean open)
{
  g_autofree char *name = g_strdup (reference);

  dui_outline_model_set_open (self->model, name, open);
  if (self->part == NULL || dui_outline_model_find (self->model, self->part) < 0)
    select_and_tell (self, name);
}

static gboolean
check_drop_cb (DuiOutline *self,
               const char *dragged,
               const char *target,
               int place)
{
  g_autoptr (DtPlan) plan = dui_outline_edit_move (dui_outline_get_plan (self), dragged, target, (DuiOutlinePlace) place, NULL);

  return plan != NULL;
}

static void
dropped_cb (DuiOutline *self,
            const char *dragged,
            const char *target,
            int place)
{
  g_autofree char *name = g_strdup (dragged);

  dui_outline_take (self, dui_outline_edit_move (dui_outline_get_plan (self), name, target, (DuiOutlinePlace) place, NULL), name);
}

static void
setup_cb (DuiOutline *self,
          GtkListItem *list_item)
{
  GtkWidget *row = dui_outline_row_new ();

  g_signal_connect_object (row, "fold", G_CALLBACK (fold_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "check-drop", G_CALLBACK (check_drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "dropped", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (list_item, row);
}

static void
bind_cb (DuiOutline *self,
         GtkListItem *list_item)
{
  dui_outline_row_set_item (DUI_OUTLINE_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (DuiOutline *self,
           GtkListItem *list_item)
{
  dui_outline_row_set_item (DUI_OUTLINE_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
fill_model (DuiOutline *self)
{
  self->quiet = TRUE;
  dui_outline_model_set_library (self->model, self->document != NULL ? dui_engine_get_library (dui_document_get_engine (self->document)) : NULL);
  dui_outline_model_set_plan (self->model, dui_outline_get_plan (self));
  self->quiet = FALSE;
}

/* The part that was shown stays selected; where it is gone, what stands in its place is. */
static void
document_cb (DuiOutline *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  g_autoptr (DuiOutlineItem) item = NULL;

  fill_model (self);
  if (self->part == NULL || dui_outline_select_quietly (self, self->part))
    return;

  position = MIN (position, g_list_model_get_n_items (G_LIST_MODEL (self->model)) - 1);
  item = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  select_and_tell (self, dui_outline_item_get_reference (item));
}

static void
pressed_cb (DuiOutline *self,
            int n_press,
            double x,
            double y)
{
  GdkRectangle at = { (int) x, (int) y, 1, 1 };
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = under != NULL ? gtk_widget_get_ancestor (under, DUI_TYPE_OUTLINE_ROW) : NULL;
  DuiOutlineItem *item = row != NULL ? dui_outline_row_get_item (DUI_OUTLINE_ROW (row)) : NULL;

  if (item == NULL)
    return;

  select_and_tell (self, dui_outline_item_get_reference (item));
  dui_outline_open_menu (self, &at);
}

static void
type_ahead (DuiOutline *self)
{
  guint from = gtk_single_selection_get_selected (self->selection);
  g_autoptr (DuiOutlineItem) item = NULL;
  int found;

  if (from == GTK_INVALID_LIST_POSITION)
    from = 0;
  else if (g_utf8_strlen (self->typed->str, -1) == 1)
    from++;
  found = dui_outline_model_search (self->model, from, self->typed->str);
  if (found < 0)
    return;

  item = g_list_model_get_item (G_LIST_MODEL (self->model), (guint) found);
  select_and_tell (self, dui_outline_item_get_reference (item));
}

static gboolean
key_cb (DuiOutline *self,
        guint keyval,
        guint keycode,
        GdkModifierType state)
{
  gunichar c = gdk_keyval_to_unicode (keyval);
  gint64 now = g_get_monotonic_time ();

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !g_unichar_isgraph (c))
    return FALSE;

  if (now - self->typed_at > TYPE_AHEAD_US)
    g_string_truncate (self->typed, 0);
  self->typed_at = now;
  g_string_append_unichar (self->typed, c);
  type_ahead (self);

  return TRUE;
}

/* Overrides */

static void
dui_outline_dispose (GObject *object)
{
  DuiOutline *self = DUI_OUTLINE (object);

  dui_outline_set_document (self, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (dui_outline_parent_class)->dispose (object);
}

static void
dui_outline_finalize (GObject *object)
{
  DuiOutline *self = DUI_OUTLINE (object);

  g_free (self->part);
  g_string_free (self->typed, TRUE);

  G_OBJECT_CLASS (dui_outline_parent_class)->finalize (object);
}

static gboolean
dui_outline_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DUI_OUTLINE (widget)->list));
}

static void
dui_outline_class_init (DuiOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DUI_TYPE_OUTLINE_ADD);
  G_OBJECT_CLASS (klass)->dispose = dui_outline_dispose;
  G_OBJECT_CLASS (klass)->finalize = dui_outline_finalize;
  widget_class->grab_focus = dui_outline_grab_focus;

  signals[PART_ACTIVATED] = g_signal_new ("part-activated", DUI_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPEN] = g_signal_new ("open", DUI_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REMOVED] = g_signal_new ("removed", DUI_TYPE_OUTLINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiOutline, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiOutline, tree);
  gtk_widget_class_bind_template_child (widget_class, DuiOutline, list);
  gtk_widget_class_bind_template_child (widget_class, DuiOutline, add);
  gtk_widget_class_bind_template_child (widget_class, DuiOutline, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);

  dui_outline_install_actions (widget_class);
}

static void
dui_outline_init (DuiOutline *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->add_place = DUI_OUTLINE_AFTER;
  self->typed = g_string_new (NULL);
  self->model = dui_outline_model_new ();
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);

  self->menu = gtk_popover_menu_new_from_model (self->row_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  dui_outline_update_actions (self);
}

/* Public functions */

GtkWidget *
dui_outline_new (void)
{
  return g_object_new (DUI_TYPE_OUTLINE, NULL);
}

void
dui_outline_set_document (DuiOutline *self,
                          DuiDocument *document)
{
  g_return_if_fail (DUI_IS_OUTLINE (self));

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_set_object (&self->document, document);
  g_clear_pointer (&self->part, g_free);
  fill_model (self);
  if (document == NULL)
    return;

  g_signal_connect_swapped (document, "changed", G_CALLBACK (document_cb), self);
  dui_outline_update_actions (self);
}

void
dui_outline_set_counts (DuiOutline *self,
                        GHashTable *counts)
{
  g_return_if_fail (DUI_IS_OUTLINE (self));

  dui_outline_model_set_counts (self->model, counts);
}

const char *
dui_outline_get_part (DuiOutline *self)
{
  g_return_val_if_fail (DUI_IS_OUTLINE (self), NULL);

  return self->part;
}

gboolean
dui_outline_select_part (DuiOutline *self,
                         const char *reference)
{
  g_return_val_if_fail (DUI_IS_OUTLINE (self), FALSE);

  if (!dui_outline_select_quietly (self, reference))
    return FALSE;

  scroll_to (self, gtk_single_selection_get_selected (self->selection));
  return TRUE;
}
