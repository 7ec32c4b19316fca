/* test-preferences.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test.h"

#include "catalog/dt-pack.h"
#include "dialogs/dui-preferences.h"

#include <string.h>

static DuiPreferences *
open_preferences (void)
{
  DuiPreferences *preferences = DUI_PREFERENCES (dui_preferences_new (NULL, dui_test_get_engine ()));

  gtk_window_present (GTK_WINDOW (preferences));
  dui_test_settle ();
  return preferences;
}

static GtkWidget *
find_widget (GtkWidget *widget,
             GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
shows_title (GtkWidget *widget,
             const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (shows_title (child, title))
        return TRUE;
    }

  return FALSE;
}

START_TEST (the_style_that_is_chosen_is_in_the_settings)
{
  GSettings *settings = dui_engine_get_settings (dui_test_get_engine ());
  DuiPreferences *preferences;
  AdwComboRow *row;
  g_autofree char *scheme = NULL;
  gpointer weak;

  g_settings_set_string (settings, "color-scheme", "dark");
  preferences = open_preferences ();
  row = ADW_COMBO_ROW (find_widget (GTK_WIDGET (preferences), ADW_TYPE_COMBO_ROW));
  ck_assert_uint_eq (adw_combo_row_get_selected (row), 2);
  adw_combo_row_set_selected (row, 1);
  scheme = g_settings_get_string (settings, "color-scheme");
  ck_assert_str_eq (scheme, "light");
  g_settings_reset (settings, "color-scheme");

  weak = preferences;
  g_object_add_weak_pointer (G_OBJECT (preferences), &weak);
  gtk_window_destroy (GTK_WINDOW (preferences));
  dui_test_settle ();
  ck_assert_ptr_null (weak);
}
END_TEST

START_TEST (the_number_of_versions_is_kept)
{
  GSettings *settings = dui_engine_get_settings (dui_test_get_engine ());
  DuiPreferences *preferences = open_preferences ();
  GtkWidget *spin = find_widget (GTK_WIDGET (preferences), GTK_TYPE_SPIN_BUTTON);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), 75);
  ck_assert_uint_eq (g_settings_get_uint (settings, "kept-versions"), 75);
  gtk_window_destroy (GTK_WINDOW (preferences));
}
END_TEST

START_TEST (every_pack_is_listed)
{
  DuiPreferences *preferences = open_preferences ();
  GPtrArray *packs = dui_engine_get_packs (dui_test_get_engine ());

  ck_assert_uint_gt (packs->len, 0);
  for (guint i = 0; i < packs->len; i++)
    ck_assert (shows_title (GTK_WIDGET (preferences), dt_pack_get_title (g_ptr_array_index (packs, i))));
  gtk_window_destroy (GTK_WINDOW (preferences));
}
END_TEST

int
main (int argc,
      char **argv)
{
  Suite *suite = suite_create ("preferences");
  TCase *basic = tcase_create ("basic");

  dui_test_init (&argc, &argv);
  tcase_add_test (basic, the_style_that_is_chosen_is_in_the_settings);
  tcase_add_test (basic, the_number_of_versions_is_kept);
  tcase_add_test (basic, every_pack_is_listed);
  suite_add_tcase (suite, basic);

  return dui_test_main (suite);
}
