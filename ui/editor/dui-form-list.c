/* dui-form-list.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-form-list"

#include "config.h"

#include "editor/dui-form-list.h"

#include "common/dui-drag-text.h"
#include "editor/dui-form-view.h"

#include <glib/gi18n.h>

#define ID_KEY "dui-id"

struct _DuiFormList
{
  AdwBin parent_instance;

  DuiFormPage *page; /* not owned: we stand in it */
  DuiFormListSpec spec;
  GtkWidget *drop_row;

  /* Template children */
  GtkListBox *box;
  GtkButton *add_button;
};

G_DEFINE_FINAL_TYPE (DuiFormList, dui_form_list, ADW_TYPE_BIN)

static GtkWidget *
get_row (DuiFormList *self,
         int index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->box, index));
}

static const char *
get_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), ID_KEY);
}

static int
find_row (DuiFormList *self,
          const char *id)
{
  GtkWidget *row;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (g_strcmp0 (get_id (row), id) == 0)
      return i;

  return -1;
}

static void
focus_row (DuiFormList *self,
           int index)
{
  GtkWidget *row = get_row (self, index);

  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
move_row (DuiFormList *self,
          int from,
          int to)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *row = get_row (self, from);
  DtPlan *plan;

  if (row == NULL || to < 0 || get_row (self, to) == NULL || from == to)
    return;

  plan = dt_plan_move (dui_form_page_get_plan (self->page), get_id (row), self->spec.parent, to, &error);
  dui_form_page_take (self->page, plan, dui_form_row_get_editor (DUI_FORM_ROW (row)), g_steal_pointer (&error));
  focus_row (self, to);
}

static void
remove_row (DuiFormList *self,
            GtkWidget *row)
{
  g_autoptr (GError) error = NULL;
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  DtPlan *plan = dt_plan_remove (dui_form_page_get_plan (self->page), get_id (row), &error);

  if (!dui_form_page_take (self->page, plan, dui_form_row_get_editor (DUI_FORM_ROW (row)), g_steal_pointer (&error)))
    return;

  if (get_row (self, index) != NULL)
    focus_row (self, index);
  else if (index > 0)
    focus_row (self, index - 1);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->add_button));
  dui_form_page_tell_removed (self->page, self->spec.removed);
}

/* Callbacks */

static void
add_clicked_cb (DuiFormList *self)
{
  dui_form_list_add (self, -1);
}

static void
remove_clicked_cb (DuiFormList *self,
                   GtkButton *button)
{
  remove_row (self, gtk_widget_get_ancestor (GTK_WIDGET (button), DUI_TYPE_FORM_ROW));
}

static void
activate_cb (DuiFormList *self,
             GtkWidget *text)
{
  GtkWidget *row = gtk_widget_get_ancestor (text, DUI_TYPE_FORM_ROW);

  dui_form_list_add (self, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + 1);
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant *args,
         gpointer user_data)
{
  DuiFormList *self = DUI_FORM_LIST (widget);
  int index = dui_form_list_get_position (self);

  if (index < 0)
    return FALSE;

  move_row (self, index, index + g_variant_get_int32 (args));
  return TRUE;
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double x,
                 double y,
                 GtkWidget *row)
{
  return gdk_content_provider_new_typed (DUI_TYPE_FORM_ROW, row);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag *drag,
               GtkWidget *row)
{
  g_autofree char *text = dui_form_row_dup_text (DUI_FORM_ROW (row));

  dui_drag_show_text (drag, text);
}

static void
mark_drop (DuiFormList *self,
           GtkWidget *row,
           gboolean below)
{
  if (self->drop_row != NULL)
    {
      gtk_widget_remove_css_class (self->drop_row, "dui-drop-above");
      gtk_widget_remove_css_class (self->drop_row, "dui-drop-below");
    }
  g_set_weak_pointer (&self->drop_row, row);
  if (row != NULL)
    gtk_widget_add_css_class (row, below ? "dui-drop-below" : "dui-drop-above");
}

/* The row under the pointer, and whether the pointer is in its lower half. */
static GtkWidget *
find_drop (DuiFormList *self,
           double y,
           gboolean *below)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_y (self->box, (int) y));
  double top = 0;

  if (row == NULL)
    return NULL;

  gtk_widget_translate_coordinates (row, GTK_WIDGET (self->box), 0, 0, NULL, &top);
  *below = y > top + gtk_widget_get_height (row) / 2.0;

  return row;
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *target,
                double x,
                double y,
                DuiFormList *self)
{
  gboolean below = FALSE;
  GtkWidget *row = find_drop (self, y, &below);

  mark_drop (self, row, below);
  return row != NULL ? GDK_ACTION_MOVE : 0;
}

static void
drop_leave_cb (GtkDropTarget *target,
               DuiFormList *self)
{
  mark_drop (self, NULL, FALSE);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         DuiFormList *self)
{
  GtkWidget *dragged = g_value_get_object (value);
  gboolean below = FALSE;
  GtkWidget *row = find_drop (self, y, &below);
  int from;
  int to;

  mark_drop (self, NULL, FALSE);
  if (row == NULL || dragged == NULL || !gtk_widget_is_ancestor (dragged, GTK_WIDGET (self->box)))
    return FALSE;

  from = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (dragged));
  to = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + below;
  move_row (self, from, to > from ? to - 1 : to);

  return TRUE;
}

static void
add_handle (DuiFormList *self,
            GtkWidget *row)
{
  GtkWidget *handle = gtk_image_new_from_icon_name ("list-drag-handle-symbolic");
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_widget_add_css_class (handle, "dim-label");
  gtk_widget_set_tooltip_text (handle, _ ("Drag to move; Alt+Up and Alt+Down do the same"));
  gtk_widget_set_cursor_from_name (handle, "grab");
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), row);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  dui_form_row_add_prefix (DUI_FORM_ROW (row), handle);
}

static void
add_remove_button (DuiFormList *self,
                   GtkWidget *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Remove"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove"), -1);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_clicked_cb), self);
  dui_form_row_add_suffix (DUI_FORM_ROW (row), button);
}

static GtkWidget *
make_row (DuiFormList *self,
          const char *id)
{
  GtkWidget *row = dui_form_row_new (self->spec.name, TRUE);
  GtkWidget *editor = dui_form_row_get_editor (DUI_FORM_ROW (row));

  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_strdup (id), g_free);
  dui_form_row_set_compact (DUI_FORM_ROW (row), TRUE);
  add_handle (self, row);
  add_remove_button (self, row);
  dui_form_view_set_single_line (DUI_FORM_VIEW (editor));
  g_signal_connect_swapped (editor, "activate", G_CALLBACK (activate_cb), self);
  dui_form_page_bind_text (self->page, DUI_FORM_ROW (row), id);

  return row;
}

static void
name_row (DuiFormList *self,
          GtkWidget *row,
          guint number)
{
  /* Translators: the name of a row and its place in the list: "Recipient 2" */
  g_autofree char *name = g_strdup_printf (_ ("%s %u"), self->spec.name, number);

  dui_form_row_set_title (DUI_FORM_ROW (row), name);
}

/* Overrides */

static void
dui_form_list_dispose (GObject *object)
{
  DuiFormList *self = DUI_FORM_LIST (object);

  g_clear_weak_pointer (&self->drop_row);

  G_OBJECT_CLASS (dui_form_list_parent_class)->dispose (object);
}

static void
dui_form_list_class_init (DuiFormListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_form_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-form-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiFormList, box);
  gtk_widget_class_bind_template_child (widget_class, DuiFormList, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_ALT_MASK, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_ALT_MASK, move_cb, "i", 1);
}

static void
dui_form_list_init (DuiFormList *self)
{
  GtkDropTarget *target = gtk_drop_target_new (DUI_TYPE_FORM_ROW, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect (target, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->box), GTK_EVENT_CONTROLLER (target));
}

/* Public functions */

void
dui_form_list_set_up (DuiFormList *self,
                      DuiFormPage *page,
                      const DuiFormListSpec *spec)
{
  GtkWidget *row;

  g_return_if_fail (DUI_IS_FORM_LIST (self));

  self->page = page;
  self->spec = *spec;
  gtk_button_set_label (self->add_button, spec->add_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, spec->name, -1);
  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (self->box, row);
  dui_form_list_refresh (self);
}

/**
 * dui_form_list_refresh:
 * @self: a list
 *
 * Makes the rows those of the plan. Rows of nodes that stay are kept, with the
 * caret and the word that is being typed.
 */
void
dui_form_list_refresh (DuiFormList *self)
{
  DtPlan *plan = dui_form_page_get_plan (self->page);
  DtNode *parent = plan != NULL ? dt_plan_find (plan, self->spec.parent) : NULL;
  GtkWidget *row;
  int n = 0;

  for (guint i = 0; parent != NULL && i < dt_node_get_n_children (parent); i++)
    {
      DtNode *child = dt_node_get_child (parent, i);
      int index;

      if (dt_node_get_kind (child) != self->spec.kind)
        continue;

      index = find_row (self, dt_node_get_id (child));
      row = index >= 0 ? g_object_ref (get_row (self, index))
                       : g_object_ref_sink (make_row (self, dt_node_get_id (child)));
      if (index != n)
        {
          if (index >= 0)
            gtk_list_box_remove (self->box, row);
          gtk_list_box_insert (self->box, row, n);
        }
      name_row (self, row, (guint) ++n);
      if (self->spec.decorate != NULL)
        self->spec.decorate (DUI_FORM_ROW (row), child, self->spec.user_data);
      g_object_unref (row);
    }

  while ((row = get_row (self, n)) != NULL)
    gtk_list_box_remove (self->box, row);
  gtk_widget_set_visible (GTK_WIDGET (self->box), n > 0);
}

void
dui_form_list_add (DuiFormList *self,
                   int position)
{
  g_autoptr (DtNode) node = NULL;
  g_autoptr (GError) error = NULL;
  DtPlan *plan;

  g_return_if_fail (DUI_IS_FORM_LIST (self));

  if (dui_form_page_get_plan (self->page) == NULL)
    return;

  node = self->spec.make != NULL ? self->spec.make (self->spec.user_data) : dt_node_new (self->spec.kind);
  plan = dt_plan_insert (dui_form_page_get_plan (self->page), self->spec.parent, position, node, &error);
  if (dui_form_page_take (self->page, plan, GTK_WIDGET (self->add_button), g_steal_pointer (&error)))
    focus_row (self, position >= 0 ? position : (int) dui_form_list_get_n (self) - 1);
}

int
dui_form_list_get_position (DuiFormList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, DUI_TYPE_FORM_ROW) : NULL;

  if (row == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self->box)))
    return -1;

  return gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
}

guint
dui_form_list_get_n (DuiFormList *self)
{
  guint n = 0;

  while (get_row (self, (int) n) != NULL)
    n++;

  return n;
}

DuiFormRow *
dui_form_list_get_row (DuiFormList *self,
                       guint index)
{
  GtkWidget *row = get_row (self, (int) index);

  return row != NULL ? DUI_FORM_ROW (row) : NULL;
}
