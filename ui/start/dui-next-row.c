/* dui-next-row.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-next-row"

#include "config.h"

#include "start/dui-next-row.h"

struct _DuiNextRow
{
  GtkBox parent_instance;

  GBinding *binding;

  /* Template children */
  GtkCheckButton *check;
  GtkLabel *old;
  GtkLabel *now;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (DuiNextRow, dui_next_row, GTK_TYPE_BOX)

static void
dui_next_row_dispose (GObject *object)
{
  dui_next_row_set_change (DUI_NEXT_ROW (object), NULL);

  G_OBJECT_CLASS (dui_next_row_parent_class)->dispose (object);
}

static void
dui_next_row_class_init (DuiNextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_next_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/start/dui-next-row.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiNextRow, check);
  gtk_widget_class_bind_template_child (widget_class, DuiNextRow, old);
  gtk_widget_class_bind_template_child (widget_class, DuiNextRow, now);
  gtk_widget_class_bind_template_child (widget_class, DuiNextRow, reason);
}

static void
dui_next_row_init (DuiNextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dui_next_row_new (void)
{
  return g_object_new (DUI_TYPE_NEXT_ROW, NULL);
}

void
dui_next_row_set_change (DuiNextRow *self,
                         DuiNextChange *change)
{
  g_return_if_fail (DUI_IS_NEXT_ROW (self));

  if (self->binding != NULL)
    g_binding_unbind (self->binding);
  g_clear_weak_pointer (&self->binding);
  if (change == NULL)
    return;

  gtk_label_set_markup (self->old, dui_next_change_get_old (change));
  gtk_label_set_markup (self->now, dui_next_change_get_new (change));
  gtk_label_set_text (self->reason, dui_next_change_get_reason (change));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dui_next_change_get_name (change), -1);
  g_set_weak_pointer (&self->binding, g_object_bind_property (change, "apply", self->check, "active",
                                                              G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE));
}
