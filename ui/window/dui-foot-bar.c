/* dui-foot-bar.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-window"

#include "config.h"

#include "window/dui-foot-bar.h"

#include <glib/gi18n.h>
#include <string.h>

struct _DuiFootBar
{
  GtkWidget parent_instance;

  GtkButton *findings; /* opens the list of what is wrong */
  GtkLabel *size;
};

G_DEFINE_FINAL_TYPE (DuiFootBar, dui_foot_bar, GTK_TYPE_WIDGET)

static void
dui_foot_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (dui_foot_bar_parent_class)->dispose (object);
}

static void
dui_foot_bar_class_init (DuiFootBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_foot_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "duifootbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dui_foot_bar_init (DuiFootBar *self)
{
  GtkWidget *label = gtk_label_new (NULL);

  self->findings = GTK_BUTTON (gtk_button_new ());
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (self->findings, label);
  gtk_button_set_has_frame (self->findings, FALSE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->findings), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->findings), GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->findings), _ ("Show What Is Missing or Wrong"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->findings), "win.check");

  self->size = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->size, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->size, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->size), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->size), "numeric");

  gtk_widget_set_margin_start (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_end (GTK_WIDGET (self), 12);
  gtk_widget_set_parent (GTK_WIDGET (self->findings), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->size), GTK_WIDGET (self));
}

GtkWidget *
dui_foot_bar_new (void)
{
  return g_object_new (DUI_TYPE_FOOT_BAR, NULL);
}

/* Takes @item. */
static void
add_item (GString *text,
          char *item)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, item);
  g_free (item);
}

static char *
group_digits (guint number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  gsize length = strlen (digits);
  GString *grouped = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        /* Translators: what stands between the thousands of a number. */
        g_string_append (grouped, C_ ("thousands", ","));
      g_string_append_c (grouped, digits[i]);
    }

  return g_string_free (grouped, FALSE);
}

static char *
describe_findings (const DuiFootFacts *facts)
{
  GString *text = g_string_new (NULL);

  if (facts->missing > 0)
    add_item (text, g_strdup_printf (ngettext ("%u item is missing", "%u items are missing", facts->missing), facts->missing));
  if (facts->errors > 0)
    add_item (text, g_strdup_printf (ngettext ("%u error of layout", "%u errors of layout", facts->errors), facts->errors));
  if (facts->notes > 0)
    add_item (text, g_strdup_printf (ngettext ("%u note", "%u notes", facts->notes), facts->notes));
  if (text->len == 0)
    g_string_append (text, _ ("Nothing is missing"));

  return g_string_free (text, FALSE);
}

static char *
describe_size (const DuiFootFacts *facts)
{
  g_autofree char *words = group_digits (facts->words);
  GString *text = g_string_new (NULL);

  add_item (text, g_strdup_printf (ngettext ("%s word", "%s words", facts->words), words));
  if (facts->pages > 0)
    add_item (text, g_strdup_printf (ngettext ("%u page", "%u pages", facts->pages), facts->pages));
  if (facts->font != NULL)
    add_item (text, g_strdup (facts->font));

  return g_string_free (text, FALSE);
}

/**
 * dui_foot_bar_show:
 * @self: a foot bar
 * @facts: what it says from now on
 *
 * Shows how much is missing, wrong and written.
 */
void
dui_foot_bar_show (DuiFootBar *self,
                   const DuiFootFacts *facts)
{
  g_autofree char *findings = NULL;
  g_autofree char *size = NULL;
  g_autofree char *tooltip = NULL;

  g_return_if_fail (DUI_IS_FOOT_BAR (self) && facts != NULL);

  if (facts->font != NULL && facts->wanted_font != NULL && g_ascii_strcasecmp (facts->font, facts->wanted_font) != 0)
    tooltip = g_strdup_printf (_ ("“%s” is not installed: “%s” takes its place"), facts->wanted_font, facts->font);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->size), tooltip);
  findings = describe_findings (facts);
  size = describe_size (facts);
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (self->findings)), findings);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->findings), GTK_ACCESSIBLE_PROPERTY_LABEL, findings, -1);
  gtk_label_set_label (self->size, size);
}

const char *
dui_foot_bar_get_findings (DuiFootBar *self)
{
  g_return_val_if_fail (DUI_IS_FOOT_BAR (self), NULL);

  return gtk_label_get_label (GTK_LABEL (gtk_button_get_child (self->findings)));
}

const char *
dui_foot_bar_get_size (DuiFootBar *self)
{
  g_return_val_if_fail (DUI_IS_FOOT_BAR (self), NULL);

  return gtk_label_get_label (self->size);
}
