/* dui-annex-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-annex-page"

#include "config.h"

#include "editor/dui-annex-page.h"

#include "editor/dui-form-body.h"

struct _DuiAnnexPage
{
  DuiFormPage parent_instance;

  DuiTextArea *body;
  gboolean filling;

  /* Template children */
  DuiFormRow *title_row;
  DuiFormRow *opening_row;
  AdwComboRow *source_row;
  AdwComboRow *orientation_row;
  DuiFormRow *closing_row;
  AdwBin *body_bin;
};

G_DEFINE_FINAL_TYPE (DuiAnnexPage, dui_annex_page, DUI_TYPE_FORM_PAGE)

static DtNode *
get_node (DuiAnnexPage *self)
{
  DtPlan *plan = dui_form_page_get_plan (DUI_FORM_PAGE (self));

  return plan != NULL ? dt_plan_find (plan, dui_form_page_get_reference (DUI_FORM_PAGE (self))) : NULL;
}

static void
fill (DuiAnnexPage *self)
{
  DtNode *node = get_node (self);
  gboolean is_annex = node == NULL || dt_node_get_kind (node) == DT_NODE_ANNEX;
  gboolean tasks = is_annex && node != NULL && g_strcmp0 (dt_node_get_attribute (node, DT_ATTR_SOURCE), "tasks") == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->source_row), is_annex);
  gtk_widget_set_visible (GTK_WIDGET (self->orientation_row), is_annex);
  gtk_widget_set_visible (GTK_WIDGET (self->opening_row), !is_annex);
  gtk_widget_set_visible (GTK_WIDGET (self->body_bin), is_annex && !tasks);
  if (node == NULL || !is_annex)
    return;

  self->filling = TRUE;
  adw_combo_row_set_selected (self->source_row, tasks);
  adw_combo_row_set_selected (self->orientation_row,
                              g_strcmp0 (dt_node_get_attribute (node, DT_ATTR_ORIENTATION), "landscape") == 0);
  self->filling = FALSE;
}

/* Callbacks */

static void
set_attribute (DuiAnnexPage *self,
               AdwComboRow *row,
               DtAttribute attribute,
               const char *value)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  GError *error = NULL;
  DtPlan *plan;

  if (self->filling || get_node (self) == NULL)
    return;

  plan = dt_plan_set_attribute (dui_form_page_get_plan (page), dui_form_page_get_reference (page), attribute, value, &error);
  dui_form_page_take (page, plan, GTK_WIDGET (row), error);
}

static void
source_selected_cb (DuiAnnexPage *self)
{
  set_attribute (self, self->source_row, DT_ATTR_SOURCE, adw_combo_row_get_selected (self->source_row) == 1 ? "tasks" : "");
}

static void
orientation_selected_cb (DuiAnnexPage *self)
{
  set_attribute (self, self->orientation_row, DT_ATTR_ORIENTATION,
                 adw_combo_row_get_selected (self->orientation_row) == 1 ? "landscape" : "");
}

/* Overrides */

static void
bind_child (DuiAnnexPage *self,
            DuiFormRow *row,
            const char *name)
{
  DuiFormPage *page = DUI_FORM_PAGE (self);
  g_autofree char *reference = g_strdup_printf ("%s/%s", dui_form_page_get_reference (page), name);

  dui_form_page_bind_text (page, row, reference);
}

static void
dui_annex_page_set_document (DuiFormPage *page,
                             DuiDocument *document,
                             const char *reference)
{
  DuiAnnexPage *self = DUI_ANNEX_PAGE (page);
  DtNode *node = get_node (self);
  gboolean is_annex = node == NULL || dt_node_get_kind (node) == DT_NODE_ANNEX;

  if (self->body == NULL)
    {
      self->body = dui_form_body_new (page);
      adw_bin_set_child (self->body_bin, GTK_WIDGET (self->body));
    }
  if (node != NULL)
    {
      bind_child (self, self->title_row, is_annex ? "title" : "subject");
      bind_child (self, self->closing_row, "closing");
      if (!is_annex)
        bind_child (self, self->opening_row, "opening");
    }
  dui_form_body_set (self->body, page, is_annex && node != NULL ? reference : NULL);
  fill (self);
}

static void
dui_annex_page_refresh (DuiFormPage *page,
                        DtPlan *old,
                        gpointer origin)
{
  fill (DUI_ANNEX_PAGE (page));
}

static gboolean
dui_annex_page_show_place (DuiFormPage *page,
                           const char *reference,
                           guint offset)
{
  return dui_form_body_show (DUI_ANNEX_PAGE (page)->body, page, reference, offset) ||
         DUI_FORM_PAGE_CLASS (dui_annex_page_parent_class)->show_place (page, reference, offset);
}

static void
dui_annex_page_class_init (DuiAnnexPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (DUI_TYPE_FORM_ROW);
  DUI_FORM_PAGE_CLASS (klass)->set_document = dui_annex_page_set_document;
  DUI_FORM_PAGE_CLASS (klass)->refresh = dui_annex_page_refresh;
  DUI_FORM_PAGE_CLASS (klass)->show_place = dui_annex_page_show_place;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-annex-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiAnnexPage, title_row);
  gtk_widget_class_bind_template_child (widget_class, DuiAnnexPage, opening_row);
  gtk_widget_class_bind_template_child (widget_class, DuiAnnexPage, source_row);
  gtk_widget_class_bind_template_child (widget_class, DuiAnnexPage, orientation_row);
  gtk_widget_class_bind_template_child (widget_class, DuiAnnexPage, closing_row);
  gtk_widget_class_bind_template_child (widget_class, DuiAnnexPage, body_bin);
  gtk_widget_class_bind_template_callback (widget_class, source_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, orientation_selected_cb);
}

static void
dui_annex_page_init (DuiAnnexPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
