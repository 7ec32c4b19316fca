/* dui-unit-bar.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-unit-bar"

#include "config.h"

#include "editor/dui-unit-bar.h"

#include "common/dui-editable-text.h"
#include "text/dt-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define UNIT_KEY "dui-unit"
/* On what is typed in: the entry or view it is a part of. */
#define CELL_KEY "dui-unit-cell"

struct _DuiUnitBar
{
  AdwBin parent_instance;

  DtProfile *profile;
  GtkWidget *cell; /* weak: the entry or view that has the focus */

  /* Template children */
  GtkRevealer *revealer;
  GtkFlowBox *box;
};

G_DEFINE_FINAL_TYPE (DuiUnitBar, dui_unit_bar, ADW_TYPE_BIN)

/* Behind the last ";" of what is typed. */
static const char *
find_token (const char *text)
{
  const char *token = strrchr (text, ';');

  token = token != NULL ? token + 1 : text;
  return token + strspn (token, " ");
}

static void
write_unit (DuiUnitBar *self,
            const char *name)
{
  g_autofree char *text = NULL;
  g_autofree char *whole = NULL;

  /* Not while a word is being composed: input methods would scramble it. */
  if (self->cell == NULL || *dui_preedit_get (self->cell) != '\0')
    return;

  text = dui_typed_dup_text (self->cell);
  whole = g_strdup_printf ("%.*s%s", (int) (find_token (text) - text), text, name);
  if (GTK_IS_TEXT_VIEW (self->cell))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->cell)), whole, -1);
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (self->cell), whole);
      gtk_editable_set_position (GTK_EDITABLE (self->cell), -1);
    }
}

static gboolean
fits (const DtUnit *unit,
      const char *token)
{
  g_autofree char *all = g_strjoin (" ", unit->name, unit->abbreviation, NULL);
  g_autofree char *folded = dt_text_fold (all);
  g_autofree char *wanted = dt_text_fold (token);

  return strstr (folded, wanted) != NULL && !g_str_equal (unit->name, token);
}

static void
clicked_cb (DuiUnitBar *self,
            GtkButton *button)
{
  write_unit (self, g_object_get_data (G_OBJECT (button), UNIT_KEY));
}

static void
add_unit (DuiUnitBar *self,
          guint number,
          const char *name)
{
  g_autofree char *label = g_strdup_printf ("%u  %s", number, name);
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  g_object_set_data_full (G_OBJECT (button), UNIT_KEY, g_strdup (name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_flow_box_insert (self->box, button, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
}

static void
show (DuiUnitBar *self)
{
  g_autofree char *text = self->cell != NULL ? dui_typed_dup_text (self->cell) : NULL;
  GtkFlowBoxChild *child;
  const DtUnit *units = NULL;
  guint n_units = 0;
  guint n = 0;

  while ((child = gtk_flow_box_get_child_at_index (self->box, 0)) != NULL)
    gtk_flow_box_remove (self->box, GTK_WIDGET (child));
  if (text != NULL && self->profile != NULL)
    units = dt_profile_get_units (self->profile, &n_units);
  for (guint i = 0; i < n_units && n < DUI_UNIT_BAR_MAX; i++)
    if (fits (&units[i], find_token (text)))
      add_unit (self, ++n, units[i].name);
  gtk_revealer_set_reveal_child (self->revealer, n > 0);
}

static void
focus_cb (DuiUnitBar *self,
          GParamSpec *pspec,
          GtkWidget *typed_in)
{
  GtkWidget *cell = g_object_get_data (G_OBJECT (typed_in), CELL_KEY);

  if (gtk_widget_has_focus (typed_in))
    g_set_weak_pointer (&self->cell, cell);
  else if (self->cell == cell)
    g_clear_weak_pointer (&self->cell);
  show (self);
}

static void
changed_cb (DuiUnitBar *self)
{
  if (self->cell != NULL)
    show (self);
}

static void
dui_unit_bar_dispose (GObject *object)
{
  DuiUnitBar *self = DUI_UNIT_BAR (object);

  g_clear_weak_pointer (&self->cell);
  g_clear_pointer (&self->profile, dt_profile_unref);

  G_OBJECT_CLASS (dui_unit_bar_parent_class)->dispose (object);
}

static void
dui_unit_bar_class_init (DuiUnitBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_unit_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-unit-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiUnitBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, DuiUnitBar, box);
}

static void
dui_unit_bar_init (DuiUnitBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
dui_unit_bar_set_profile (DuiUnitBar *self,
                          DtProfile *profile)
{
  g_return_if_fail (DUI_IS_UNIT_BAR (self));

  g_clear_pointer (&self->profile, dt_profile_unref);
  self->profile = profile != NULL ? dt_profile_ref (profile) : NULL;
}

void
dui_unit_bar_serve (DuiUnitBar *self,
                    GtkWidget *widget)
{
  GtkWidget *typed_in = dui_find_typed_in (widget);
  GObject *source = GTK_IS_TEXT_VIEW (widget) ? G_OBJECT (gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)))
                                              : G_OBJECT (widget);

  g_return_if_fail (DUI_IS_UNIT_BAR (self));

  dui_preedit_follow (widget);
  g_object_set_data (G_OBJECT (typed_in), CELL_KEY, widget);
  g_signal_connect_object (typed_in, "notify::has-focus", G_CALLBACK (focus_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (typed_in, "preedit-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

gboolean
dui_unit_bar_take (DuiUnitBar *self,
                   int index)
{
  GtkFlowBoxChild *child;

  g_return_val_if_fail (DUI_IS_UNIT_BAR (self), FALSE);

  child = gtk_flow_box_get_child_at_index (self->box, index);
  if (child == NULL || self->cell == NULL)
    return FALSE;

  write_unit (self, g_object_get_data (G_OBJECT (gtk_flow_box_child_get_child (child)), UNIT_KEY));
  return TRUE;
}
