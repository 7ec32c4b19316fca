/* dui-page-card.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-page-card"

#include "config.h"

#include "start/dui-page-card.h"

#define PICTURE_WIDTH 172

struct _DuiPageCard
{
  GtkFlowBoxChild parent_instance;

  GCancellable *cancellable;

  /* Template children */
  GtkStack *stack;
  GtkPicture *picture;
  GtkLabel *badge;
  GtkLabel *title;
  GtkLabel *note;
};

G_DEFINE_FINAL_TYPE (DuiPageCard, dui_page_card, GTK_TYPE_FLOW_BOX_CHILD)

/* Only what is cut short needs to be said in full. */
static gboolean
query_tooltip_cb (GtkLabel *label,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (label)))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));
  return TRUE;
}

static void
dui_page_card_dispose (GObject *object)
{
  g_cancellable_cancel (DUI_PAGE_CARD (object)->cancellable);

  G_OBJECT_CLASS (dui_page_card_parent_class)->dispose (object);
}

static void
dui_page_card_finalize (GObject *object)
{
  g_clear_object (&DUI_PAGE_CARD (object)->cancellable);

  G_OBJECT_CLASS (dui_page_card_parent_class)->finalize (object);
}

static void
dui_page_card_class_init (DuiPageCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_page_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = dui_page_card_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/start/dui-page-card.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiPageCard, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiPageCard, picture);
  gtk_widget_class_bind_template_child (widget_class, DuiPageCard, badge);
  gtk_widget_class_bind_template_child (widget_class, DuiPageCard, title);
  gtk_widget_class_bind_template_child (widget_class, DuiPageCard, note);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
dui_page_card_init (DuiPageCard *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
dui_page_card_new (void)
{
  return g_object_new (DUI_TYPE_PAGE_CARD, NULL);
}

const char *
dui_page_card_get_title (DuiPageCard *self)
{
  g_return_val_if_fail (DUI_IS_PAGE_CARD (self), NULL);

  return gtk_label_get_text (self->title);
}

/**
 * dui_page_card_set_words:
 * @self: a card
 * @title: what it is
 * @note: (nullable): more about it
 * @badge: (nullable): what is special about it
 *
 * Sets what is read below the picture, and what a screen reader says.
 */
void
dui_page_card_set_words (DuiPageCard *self,
                         const char *title,
                         const char *note,
                         const char *badge)
{
  g_autoptr (GString) name = g_string_new (title);

  g_return_if_fail (DUI_IS_PAGE_CARD (self) && title != NULL);

  if (badge != NULL)
    g_string_append_printf (name, ", %s", badge);
  if (note != NULL)
    g_string_append_printf (name, ", %s", note);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  gtk_label_set_text (self->badge, badge != NULL ? badge : "");
  gtk_widget_set_visible (GTK_WIDGET (self->badge), badge != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

/**
 * dui_page_card_set_quiet:
 * @self: a card
 *
 * What is special about it is nothing to look at first.
 */
void
dui_page_card_set_quiet (DuiPageCard *self)
{
  g_return_if_fail (DUI_IS_PAGE_CARD (self));

  gtk_widget_add_css_class (GTK_WIDGET (self->badge), "dui-quiet");
}

void
dui_page_card_set_picture (DuiPageCard *self,
                           GdkPaintable *picture)
{
  g_return_if_fail (DUI_IS_PAGE_CARD (self));

  gtk_picture_set_paintable (self->picture, picture);
  gtk_stack_set_visible_child_name (self->stack, picture != NULL ? "picture" : "none");
}

int
dui_page_card_get_picture_width (DuiPageCard *self)
{
  g_return_val_if_fail (DUI_IS_PAGE_CARD (self), PICTURE_WIDTH);

  return PICTURE_WIDTH * gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

GCancellable *
dui_page_card_get_cancellable (DuiPageCard *self)
{
  g_return_val_if_fail (DUI_IS_PAGE_CARD (self), NULL);

  return self->cancellable;
}
