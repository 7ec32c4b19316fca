/* dui-test.h - shared runner for the tests of the user interface
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>
#include <check.h>
#include <glib/gstdio.h>
#include <gtksourceview/gtksource.h>
#include <stdlib.h>

#include "document/dui-document.h"

#define dui_assert_no_error(error)                        \
  ck_assert_msg ((error) == NULL, "unexpected error: %s", \
                 (error) != NULL ? (error)->message : "")

/* Nothing else holds @object any more, and it goes without complaint. */
#define dui_assert_finalizes(object)                                         \
  do                                                                         \
    {                                                                        \
      gpointer dui_object = (object);                                        \
      g_object_add_weak_pointer (G_OBJECT (dui_object), &dui_object);        \
      g_object_unref (dui_object);                                           \
      dui_test_settle ();                                                    \
      ck_assert_msg (dui_object == NULL, "%s is still referenced", #object); \
    }                                                                        \
  while (0)

/* Handles every event that waits. */
static inline void
dui_test_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Runs the main loop until @done or @seconds have passed; whether it is done. */
static inline gboolean
dui_test_wait (gboolean (*done) (gpointer data),
               gpointer data,
               double seconds)
{
  gint64 end = g_get_monotonic_time () + (gint64) (seconds * G_USEC_PER_SEC);

  while (!done (data) && g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }

  return done (data);
}

/* One engine for all cases of a program. */
static inline DuiEngine *
dui_test_get_engine (void)
{
  static DuiEngine *engine = NULL;
  g_autoptr (GError) error = NULL;

  if (engine == NULL)
    engine = dui_engine_new (&error);
  dui_assert_no_error (error);

  return engine;
}

/* Folders of the user that are empty and nobody else's; before anything asks for them. */
static inline void
dui_test_init (int *argc,
               char ***argv)
{
  static const char *const variables[] = { "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME" };
  g_autofree char *home = g_dir_make_tmp ("duthao-ui-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      g_autofree char *folder = g_build_filename (home, variables[i], NULL);

      g_mkdir (folder, 0700);
      g_setenv (variables[i], folder, TRUE);
    }
  g_setenv ("HOME", home, TRUE);

  gtk_init ();
  adw_init ();
  gtk_source_init ();
}

static inline int
dui_test_main (Suite *suite)
{
  SRunner *runner = srunner_create (suite);
  int n_failed;

  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);

  srunner_set_fork_status (runner, CK_NOFORK);
  srunner_set_tap (runner, "-");
  srunner_run_all (runner, CK_SILENT);
  n_failed = srunner_ntests_failed (runner);
  srunner_free (runner);

  return n_failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
