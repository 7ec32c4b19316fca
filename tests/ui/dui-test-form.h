/* dui-test-form.h - finding and using the controls of forms in tests
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dui-test.h"

#include "editor/dui-form-page.h"
#include "format/dt-plan-file.h"

static inline char *
dui_test_find_sample (const char *name)
{
  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "samples", name, NULL);
}

static inline DuiDocument *
dui_test_open_sample (const char *name)
{
  g_autofree char *path = dui_test_find_sample (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = dt_plan_load (path, NULL, &error);

  dui_assert_no_error (error);
  return dui_document_new (dui_test_get_engine (), plan, NULL);
}

/* Depth first: the widget of @type below @root whose name for screen readers begins with @name. */
static inline GtkWidget *
dui_test_find (GtkWidget *root,
               GType type,
               gboolean (*matches) (GtkWidget *widget, gconstpointer data),
               gconstpointer data)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (matches == NULL || matches (root, data)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = dui_test_find (child, type, matches, data);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static inline gboolean
dui_test_row_is (GtkWidget *widget,
                 gconstpointer title)
{
  return g_str_has_prefix (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static inline DuiFormRow *
dui_test_find_row (gpointer root,
                   const char *title)
{
  GtkWidget *row = dui_test_find (GTK_WIDGET (root), DUI_TYPE_FORM_ROW, dui_test_row_is, title);

  ck_assert_msg (row != NULL, "there is no row “%s”", title);
  return DUI_FORM_ROW (row);
}

/* Types into the row as a keyboard would: at the caret, sign by sign. */
static inline void
dui_test_type (DuiFormRow *row,
               const char *text)
{
  GtkWidget *editor = dui_form_row_get_editor (row);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int length = (int) (g_utf8_next_char (p) - p);

      if (GTK_IS_TEXT_VIEW (editor))
        gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), p, length);
      else
        {
          int position = gtk_editable_get_position (GTK_EDITABLE (editor));

          gtk_editable_insert_text (GTK_EDITABLE (editor), p, length, &position);
          gtk_editable_set_position (GTK_EDITABLE (editor), position);
        }
    }
}

static inline void
dui_test_replace (DuiFormRow *row,
                  const char *text)
{
  GtkWidget *editor = dui_form_row_get_editor (row);

  if (GTK_IS_TEXT_VIEW (editor))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (editor)), "", 0);
  else
    gtk_editable_set_text (GTK_EDITABLE (editor), "");
  dui_test_type (row, text);
}

static inline const char *
dui_test_get_text (DuiDocument *document,
                   const char *reference)
{
  DtNode *node = dt_plan_find (dui_document_get_plan (document), reference);

  return node != NULL ? dt_node_get_text (node) : NULL;
}

static inline const char *
dui_test_get_attribute (DuiDocument *document,
                        const char *reference,
                        DtAttribute attribute)
{
  return dt_node_get_attribute (dt_plan_find (dui_document_get_plan (document), reference), attribute);
}

/* A window of the size of a form, for a test or a picture. */
static inline GtkWidget *
dui_test_show (GtkWidget *content,
               int width,
               int height)
{
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (css, "/io/github/duthao/DuThao/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), content);
  gtk_window_present (GTK_WINDOW (window));
  dui_test_settle ();

  return window;
}

/* Every control that takes the keyboard says what it is. */
static inline void
dui_test_check_names (GtkWidget *root)
{
  if (!gtk_widget_get_visible (root))
    return;

  if (GTK_IS_TEXT (root) || GTK_IS_TEXT_VIEW (root) || GTK_IS_BUTTON (root) || GTK_IS_MENU_BUTTON (root) ||
      GTK_IS_DROP_DOWN (root) || GTK_IS_SWITCH (root) || GTK_IS_SEARCH_ENTRY (root))
    {
      GtkAccessible *accessible = GTK_ACCESSIBLE (root);
      gboolean named = gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL) ||
                       gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);

      if (GTK_IS_BUTTON (root) && (gtk_button_get_label (GTK_BUTTON (root)) != NULL ||
                                   dui_test_find (root, GTK_TYPE_LABEL, NULL, NULL) != NULL))
        named = TRUE;
      /* Parts of what has a name itself. */
      for (GtkWidget *parent = gtk_widget_get_parent (root); parent != NULL && !named; parent = gtk_widget_get_parent (parent))
        named = GTK_IS_MENU_BUTTON (parent) || GTK_IS_DROP_DOWN (parent) || GTK_IS_SEARCH_ENTRY (parent) ||
                (GTK_IS_ENTRY (parent) && (gtk_test_accessible_has_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL) ||
                                           gtk_test_accessible_has_relation (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_RELATION_LABELLED_BY))) ||
                ADW_IS_COMBO_ROW (parent) || GTK_IS_CALENDAR (parent);
      ck_assert_msg (named, "a %s in %s has no name", G_OBJECT_TYPE_NAME (root),
                     G_OBJECT_TYPE_NAME (gtk_widget_get_parent (root)));
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    dui_test_check_names (child);
}
