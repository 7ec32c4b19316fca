/* test-shortcuts.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test.h"

#include "application/dui-application.h"

#include <string.h>

#define RESOURCES "/io/github/duthao/DuThao/"

static GtkApplication *
get_application (void)
{
  static GtkApplication *application = NULL;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = GTK_APPLICATION (dui_application_new ());
      ck_assert (g_application_register (G_APPLICATION (application), NULL, &error));
      dui_assert_no_error (error);
    }

  return application;
}

static char *
read_resource (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  dui_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

START_TEST (every_key_is_listed)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (get_application ());
  g_autofree char *help = read_resource (RESOURCES "gtk/help-overlay.ui");

  ck_assert_uint_gt (g_strv_length (actions), 20);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_autofree char *wanted = g_strdup_printf (">%s<", actions[i]);

      /* GTK's own, which ours stands for. */
      if (strcmp (actions[i], "win.show-help-overlay") == 0)
        continue;
      ck_assert_msg (strstr (help, wanted) != NULL, "%s has a key that is not listed", actions[i]);
    }
}
END_TEST

/* Every action that the pattern finds in a file has a key; how many there are. */
static guint
count_actions_with_keys (const char *file,
                         const char *pattern)
{
  g_autofree char *text = read_resource (file);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  guint n_found = 0;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *action = g_match_info_fetch (match, 1);
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (get_application (), action);

      ck_assert_msg (keys[0] != NULL, "%s has no key", action);
      n_found++;
    }
  return n_found;
}

START_TEST (what_is_listed_has_a_key)
{
  ck_assert_uint_gt (count_actions_with_keys (RESOURCES "gtk/help-overlay.ui", "\"action-name\">([^<]+)<"), 20);
}
END_TEST

START_TEST (every_verb_of_the_menus_has_a_key)
{
  ck_assert_uint_gt (count_actions_with_keys (RESOURCES "window/dui-window.ui", "name=\"action\">((app|win)\\.[^<]+)<"), 12);
}
END_TEST

START_TEST (no_key_does_two_things)
{
  g_auto (GStrv) actions = gtk_application_list_action_descriptions (get_application ());

  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_auto (GStrv) keys = gtk_application_get_accels_for_action (get_application (), actions[i]);

      for (guint k = 0; keys[k] != NULL; k++)
        {
          g_auto (GStrv) others = gtk_application_get_actions_for_accel (get_application (), keys[k]);

          ck_assert_msg (g_strv_length (others) == 1, "%s is for %s and %s", keys[k], others[0], others[1]);
        }
    }
}
END_TEST

int
main (int argc,
      char *argv[])
{
  Suite *suite = suite_create ("ui-shortcuts");
  TCase *tcase = tcase_create ("shortcuts");

  dui_test_init (&argc, &argv);
  tcase_set_timeout (tcase, 60);
  tcase_add_test (tcase, every_key_is_listed);
  tcase_add_test (tcase, what_is_listed_has_a_key);
  tcase_add_test (tcase, every_verb_of_the_menus_has_a_key);
  tcase_add_test (tcase, no_key_does_two_things);
  suite_add_tcase (suite, tcase);

  return dui_test_main (suite);
}
