/* dui-banner.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-common"

#include "config.h"

#include "common/dui-banner.h"

#include <glib/gi18n.h>

struct _DuiBanner
{
  GtkWidget parent_instance;

  GtkRevealer *revealer;
  GtkLabel *label;
  GtkButton *button;
};

enum
{
  SIGNAL_BUTTON_CLICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiBanner, dui_banner, GTK_TYPE_WIDGET)

static void
clicked_cb (DuiBanner *self)
{
  g_signal_emit (self, signals[SIGNAL_BUTTON_CLICKED], 0);
}

static void
dui_banner_dispose (GObject *object)
{
  DuiBanner *self = DUI_BANNER (object);

  if (self->revealer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->revealer));
  self->revealer = NULL;

  G_OBJECT_CLASS (dui_banner_parent_class)->dispose (object);
}

static void
dui_banner_class_init (DuiBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dui_banner_dispose;

  /**
   * DuiBanner::button-clicked:
   *
   * The button was pressed.
   */
  signals[SIGNAL_BUTTON_CLICKED] =
    g_signal_new ("button-clicked", DUI_TYPE_BANNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "duibanner");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
dui_banner_init (DuiBanner *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12));

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);

  self->button = GTK_BUTTON (gtk_button_new_with_mnemonic (_ ("_Close")));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);

  gtk_box_append (box, GTK_WIDGET (self->label));
  gtk_box_append (box, GTK_WIDGET (self->button));
  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->revealer, GTK_WIDGET (box));
  gtk_widget_set_parent (GTK_WIDGET (self->revealer), GTK_WIDGET (self));
}

GtkWidget *
dui_banner_new (void)
{
  return g_object_new (DUI_TYPE_BANNER, NULL);
}

/**
 * dui_banner_show:
 * @self: a banner
 * @text: (nullable): the sentence; %NULL hides the banner
 * @button: (nullable): what the button says; without it there is none
 *
 * Shows a sentence, in the place of the one before.
 */
void
dui_banner_show (DuiBanner *self,
                 const char *text,
                 const char *button)
{
  g_return_if_fail (DUI_IS_BANNER (self));

  if (text != NULL)
    {
      gtk_label_set_label (self->label, text);
      gtk_widget_set_visible (GTK_WIDGET (self->button), button != NULL);
      if (button != NULL)
        gtk_button_set_label (self->button, button);
    }
  gtk_revealer_set_reveal_child (self->revealer, text != NULL);
}

const char *
dui_banner_get_text (DuiBanner *self)
{
  g_return_val_if_fail (DUI_IS_BANNER (self), NULL);

  return gtk_revealer_get_reveal_child (self->revealer) ? gtk_label_get_label (self->label) : NULL;
}
