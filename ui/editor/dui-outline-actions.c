/* dui-outline-actions.c - what is done with the rows of the outline, by keys and menu
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-outline"

#include "config.h"

#include "editor/dui-outline-private.h"

#include "editor/dui-outline-edit.h"
#include "model/dt-schema.h"
#include "template/dt-assemble.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  DuiOutlineVerb verb;
} verbs[] = {
  { "outline.move-up", DUI_OUTLINE_MOVE_UP },
  { "outline.move-down", DUI_OUTLINE_MOVE_DOWN },
  { "outline.indent", DUI_OUTLINE_INDENT },
  { "outline.outdent", DUI_OUTLINE_OUTDENT },
  { "outline.duplicate", DUI_OUTLINE_DUPLICATE },
  { "outline.remove", DUI_OUTLINE_REMOVE },
};

void
dui_outline_update_actions (DuiOutline *self)
{
  DtPlan *plan = dui_outline_get_plan (self);
  guint can = dui_outline_list_verbs (plan, self->part);
  DtNode *node = plan != NULL && self->part != NULL ? dt_plan_find (plan, self->part) : NULL;
  gboolean holds = node != NULL && dt_schema_get_child_rank (dt_node_get_kind (node), DT_NODE_SECTION, NULL) >= 0;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), verbs[i].name, (can & (1u << verbs[i].verb)) != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.add", plan != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.add-blank", plan != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.add-annex", plan != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.add-inside", holds);
}

static void
verb_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  DuiOutline *self = DUI_OUTLINE (widget);
  g_autofree char *select = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, name))
      {
        DtPlan *plan = dui_outline_edit (dui_outline_get_plan (self), self->part, verbs[i].verb, &select, NULL);

        if (dui_outline_take (self, plan, select) && verbs[i].verb == DUI_OUTLINE_REMOVE)
          g_signal_emit_by_name (self, "removed", _ ("Section removed"));
      }
}

static void
collect_templates (DtNode *node,
                   GHashTable *used)
{
  const char *id = dt_node_get_kind (node) == DT_NODE_SECTION ? dt_node_get_attribute (node, DT_ATTR_TEMPLATE) : NULL;

  if (id != NULL)
    g_hash_table_add (used, (gpointer) id);
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    collect_templates (dt_node_get_child (node, i), used);
}

static void
add_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  DuiOutline *self = DUI_OUTLINE (widget);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

  self->add_place = g_str_equal (name, "outline.add-inside") ? DUI_OUTLINE_INTO : DUI_OUTLINE_AFTER;
  collect_templates (dt_plan_get_root (dui_outline_get_plan (self)), used);
  dui_outline_add_start (self->add, dui_document_get_engine (self->document), used);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->add));
  gtk_widget_grab_focus (GTK_WIDGET (self->add));
}

static void
add_blank_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  DuiOutline *self = DUI_OUTLINE (widget);

  self->add_place = DUI_OUTLINE_AFTER;
  if (!dui_outline_add (self, "", NULL))
    gtk_widget_error_bell (widget);
}

static void
add_annex_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  DuiOutline *self = DUI_OUTLINE (widget);
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  g_autofree char *select = NULL;
  DtPlan *plan;

  g_ptr_array_add (nodes, dt_node_new (DT_NODE_ANNEX));
  plan = dui_outline_edit_insert (dui_outline_get_plan (self), nodes, NULL, DUI_OUTLINE_AFTER, &select, NULL);
  dui_outline_take (self, plan, select);
}

/* Tab is for levels where that is possible, and leaves the list where it is not. */
static gboolean
level_cb (GtkWidget *widget,
          GVariant *args,
          gpointer user_data)
{
  DuiOutline *self = DUI_OUTLINE (widget);
  gboolean in = g_variant_get_boolean (args);
  guint can = dui_outline_list_verbs (dui_outline_get_plan (self), self->part);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    return FALSE;
  if ((can & (1u << (in ? DUI_OUTLINE_INDENT : DUI_OUTLINE_OUTDENT))) == 0)
    return FALSE;

  return gtk_widget_activate_action (widget, in ? "outline.indent" : "outline.outdent", NULL);
}

static gboolean
fold_key_cb (GtkWidget *widget,
             GVariant *args,
             gpointer user_data)
{
  DuiOutline *self = DUI_OUTLINE (widget);

  if (self->part == NULL || gtk_stack_get_visible_child (self->stack) != self->tree)
    return FALSE;

  dui_outline_model_set_open (self->model, self->part, g_variant_get_boolean (args));
  dui_outline_select_quietly (self, self->part);
  return TRUE;
}

void
dui_outline_open_menu (DuiOutline *self,
                       const GdkRectangle *at)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant *args,
             gpointer user_data)
{
  DuiOutline *self = DUI_OUTLINE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GdkRectangle at = { 0, 0, 1, 1 };
  double x = 0;
  double y = 0;

  if (focus == NULL || !gtk_widget_translate_coordinates (focus, widget, 24, 24, &x, &y))
    return FALSE;

  at.x = (int) x;
  at.y = (int) y;
  dui_outline_open_menu (self, &at);
  return TRUE;
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "outline.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "outline.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "outline.duplicate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "outline.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "outline.add", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, 0, level_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Tab, GDK_SHIFT_MASK, level_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Left_Tab, GDK_SHIFT_MASK, level_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, fold_key_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, fold_key_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
}

void
dui_outline_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    gtk_widget_class_install_action (widget_class, verbs[i].name, NULL, verb_action);
  gtk_widget_class_install_action (widget_class, "outline.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "outline.add-inside", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "outline.add-blank", NULL, add_blank_action);
  gtk_widget_class_install_action (widget_class, "outline.add-annex", NULL, add_annex_action);
  bind_keys (widget_class);
}

/* Public functions */

/* The nodes of a section template, or one blank section. */
static GPtrArray *
make_nodes (DuiOutline *self,
            const char *template_id,
            GError **error)
{
  DuiEngine *engine = dui_document_get_engine (self->document);
  DtLibrary *library = dui_engine_get_library (engine);
  DtAssembler assembler = { NULL, library, dui_engine_get_profile (engine), NULL };
  GPtrArray *nodes;

  if (*template_id != '\0')
    {
      assembler.template = dt_library_find (library, template_id);
      if (assembler.template == NULL)
        {
          g_set_error (error, DT_ASSEMBLE_ERROR, DT_ASSEMBLE_ERROR_TEMPLATE, _ ("there is no template “%s”"), template_id);
          return NULL;
        }
      return dt_assemble_section (&assembler, dui_outline_get_plan (self), error);
    }

  nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_node_unref);
  g_ptr_array_add (nodes, dt_node_new (DT_NODE_SECTION));
  return nodes;
}

gboolean
dui_outline_add (DuiOutline *self,
                 const char *template_id,
                 GError **error)
{
  g_autoptr (GPtrArray) nodes = NULL;
  g_autofree char *select = NULL;
  DtPlan *plan;

  g_return_val_if_fail (DUI_IS_OUTLINE (self), FALSE);
  g_return_val_if_fail (self->document != NULL, FALSE);

  nodes = make_nodes (self, template_id, error);
  if (nodes == NULL)
    return FALSE;

  plan = dui_outline_edit_insert (dui_outline_get_plan (self), nodes, self->part, self->add_place, &select, error);
  self->add_place = DUI_OUTLINE_AFTER;
  return plan != NULL && dui_outline_take (self, plan, select);
}
