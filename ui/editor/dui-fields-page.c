/* dui-fields-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-fields-page"

#include "config.h"

#include "editor/dui-fields-page.h"

#include "editor/dui-field-row.h"
#include "template/dt-field-words.h"
#include "template/dt-profile.h"

#include <string.h>

struct _DuiFieldsPage
{
  DuiFormPage parent_instance;

  GPtrArray *keys; /* of the rows that stand there, in the order of the text */
  GPtrArray *rows;

  /* Template children */
  AdwPreferencesGroup *missing_group;
  AdwPreferencesGroup *filled_group;
  GtkWidget *empty;
};

G_DEFINE_FINAL_TYPE (DuiFieldsPage, dui_fields_page, DUI_TYPE_FORM_PAGE)

static gboolean
same_keys (const GPtrArray *a,
           const GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;

  return TRUE;
}

/* The fields of the plan, and values that no text asks for any more. */
static GPtrArray *
list_keys (DtPlan *plan)
{
  GPtrArray *keys = dui_fields_list_keys (dt_plan_get_root (plan));
  DtNode *fields = dt_plan_find (plan, "fields");

  for (guint i = 0; fields != NULL && i < dt_node_get_n_children (fields); i++)
    {
      const char *key = dt_node_get_attribute (dt_node_get_child (fields, i), DT_ATTR_KEY);

      if (!g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
        g_ptr_array_add (keys, g_strdup (key));
    }

  return keys;
}

static void
remove_rows (DuiFieldsPage *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP)), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

/* What is missing stands first, and stays there while it is filled in: nothing moves under the caret. */
static void
make_rows (DuiFieldsPage *self,
           DtPlan *plan)
{
  DtLibrary *library = dui_engine_get_library (dui_form_page_get_engine (DUI_FORM_PAGE (self)));
  guint n_missing = 0;

  for (guint i = 0; i < self->keys->len; i++)
    {
      const char *key = g_ptr_array_index (self->keys, i);
      gboolean missing = *dui_fields_get (plan, key) == '\0';
      GtkWidget *row = dui_field_row_new (DUI_FORM_PAGE (self), key, dt_library_find_field (library, key, NULL));

      adw_preferences_group_add (missing ? self->missing_group : self->filled_group, row);
      g_ptr_array_add (self->rows, row);
      n_missing += missing;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->missing_group), n_missing > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->filled_group), n_missing < self->keys->len);
  gtk_widget_set_visible (self->empty, self->keys->len == 0);
}

static void
fill (DuiFieldsPage *self)
{
  DtPlan *plan = dui_form_page_get_plan (DUI_FORM_PAGE (self));
  g_autoptr (GPtrArray) keys = plan != NULL ? list_keys (plan) : g_ptr_array_new ();

  if (!same_keys (self->keys, keys))
    {
      remove_rows (self);
      g_clear_pointer (&self->keys, g_ptr_array_unref);
      self->keys = g_ptr_array_ref (keys);
      make_rows (self, plan);
    }
  for (guint i = 0; plan != NULL && i < self->rows->len; i++)
    dui_field_row_refresh (g_ptr_array_index (self->rows, i), plan);
}

/* Overrides */

static void
dui_fields_page_set_document (DuiFormPage *page,
                              DuiDocument *document,
                              const char *reference)
{
  DuiFieldsPage *self = DUI_FIELDS_PAGE (page);

  remove_rows (self);
  g_clear_pointer (&self->keys, g_ptr_array_unref);
  fill (self);
}

static void
dui_fields_page_refresh (DuiFormPage *page,
                         DtPlan *old,
                         gpointer origin)
{
  fill (DUI_FIELDS_PAGE (page));
}

/* A place here is the id of a field, or its name. */
static gboolean
dui_fields_page_show_place (DuiFormPage *page,
                            const char *reference,
                            guint offset)
{
  DuiFieldsPage *self = DUI_FIELDS_PAGE (page);
  DtNode *node = dt_plan_find (dui_form_page_get_plan (page), reference);
  const char *key = node != NULL && dt_node_get_kind (node) == DT_NODE_FIELD ? dt_node_get_attribute (node, DT_ATTR_KEY)
                                                                             : reference;

  for (guint i = 0; i < self->rows->len; i++)
    if (g_strcmp0 (dui_field_row_get_key (g_ptr_array_index (self->rows, i)), key) == 0)
      {
        gtk_widget_grab_focus (g_ptr_array_index (self->rows, i));
        dui_form_flash (g_ptr_array_index (self->rows, i));
        return TRUE;
      }

  return FALSE;
}

static void
dui_fields_page_finalize (GObject *object)
{
  DuiFieldsPage *self = DUI_FIELDS_PAGE (object);

  g_clear_pointer (&self->keys, g_ptr_array_unref);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (dui_fields_page_parent_class)->finalize (object);
}

static void
dui_fields_page_class_init (DuiFieldsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dui_fields_page_finalize;
  DUI_FORM_PAGE_CLASS (klass)->set_document = dui_fields_page_set_document;
  DUI_FORM_PAGE_CLASS (klass)->refresh = dui_fields_page_refresh;
  DUI_FORM_PAGE_CLASS (klass)->show_place = dui_fields_page_show_place;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-fields-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiFieldsPage, missing_group);
  gtk_widget_class_bind_template_child (widget_class, DuiFieldsPage, filled_group);
  gtk_widget_class_bind_template_child (widget_class, DuiFieldsPage, empty);
}

static void
dui_fields_page_init (DuiFieldsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows = g_ptr_array_new ();
}
