/* test-typing.c - Vietnamese typed with ibus-unikey into what people type in
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "dui-test.h"

#include "document/dui-binding.h"
#include "editor/dui-text-area.h"

#include <string.h>

#define EXPECTED "Kế hoạch tháng chín "
#define BODY "s1/body"
#define ENTRY "head/subject"

static GSubprocess *daemon_process;
static GSubprocess *window_manager;

static const struct
{
  const char *method;
  const char *keys;
} methods[] = {
  { "telex", "Kees hoachj thangs chins " },
  { "vni", "Ke61 hoach5 thang1 chin1 " },
};

typedef struct
{
  DuiDocument *document;
  GtkWidget *window;
  GtkWidget *area;
  GtkWidget *row;
} Fixture;

static gboolean
is_late (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

static void
wait_ms (guint ms)
{
  gint64 end = g_get_monotonic_time () + (gint64) ms * 1000;

  dui_test_wait (is_late, &end, ms / 1000.0 + 1);
}

static gboolean
is_finished (gpointer process)
{
  return g_subprocess_get_identifier (process) == NULL;
}

/* Runs a program while the main loop goes on; whether it succeeded. */
static gboolean
run (const char *const *argv)
{
  g_autoptr (GSubprocess) process = g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);

  if (process == NULL)
    return FALSE;
  if (!dui_test_wait (is_finished, process, 15))
    {
      g_subprocess_force_exit (process);
      return FALSE;
    }

  return g_subprocess_get_successful (process);
}

/* Whether ibus uses the engine now. The program complains of keyboard maps, which is no matter here. */
static gboolean
use_engine (const char *name)
{
  const char *const choose[] = { "ibus", "engine", name, NULL };
  const char *const ask[] = { "ibus", "engine", NULL };
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *used = NULL;

  run (choose);
  process = g_subprocess_newv (ask, G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL);
  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &used, NULL, NULL) || used == NULL)
    return FALSE;

  return strcmp (g_strstrip (used), name) == 0;
}

/* The engine reads its settings from this file, and follows it. */
static void
choose_method (const char *method)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "glib-2.0", "settings", NULL);
  g_autofree char *path = g_build_filename (folder, "keyfile", NULL);
  g_autofree char *text = g_strdup_printf ("[org/freedesktop/ibus/engine/unikey]\ninput-method='%s'\n", method);

  g_mkdir_with_parents (folder, 0700);
  ck_assert (g_file_set_contents (path, text, -1, NULL));
  wait_ms (300);
  use_engine ("xkb:us::eng");
  ck_assert_msg (use_engine ("Unikey"), "ibus does not know the engine");
  wait_ms (300);
}

static void
open_form (Fixture *f)
{
  g_autoptr (DtPlan) empty = dt_plan_new_empty ("ke-hoach");
  g_autoptr (DtNode) body = dt_node_new_text (DT_NODE_BODY, "");
  DtNode *children[] = { body };
  DtAttributeValue attributes[] = { { DT_ATTR_ID, "s1" } };
  g_autoptr (DtNode) section = dt_node_new_full (DT_NODE_SECTION, 0, NULL, attributes, 1, children, 1);
  g_autoptr (DtPlan) plan = dt_plan_insert (empty, "sections", -1, section, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *list = gtk_list_box_new ();

  f->document = dui_document_new (dui_test_get_engine (), plan, NULL);
  f->area = dui_text_area_new (dui_test_get_engine ());
  gtk_widget_set_vexpand (f->area, TRUE);
  dui_text_area_set_document (DUI_TEXT_AREA (f->area), f->document, BODY);
  f->row = adw_entry_row_new ();
  gtk_list_box_append (GTK_LIST_BOX (list), f->row);
  dui_binding_new_editable (f->document, GTK_EDITABLE (f->row), ENTRY);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), f->area);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 640, 480);
  gtk_window_set_child (GTK_WINDOW (f->window), box);
  gtk_window_present (GTK_WINDOW (f->window));
  wait_ms (700);
}

static void
close_form (Fixture *f)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  wait_ms (100);
  g_object_unref (f->document);
}

static const char *
get_text (Fixture *f,
          const char *reference)
{
  DtNode *node = dt_plan_find (dui_document_get_plan (f->document), reference);

  return node != NULL ? dt_node_get_text (node) : "";
}

static void
type (const char *keys)
{
  const char *const argv[] = { "xdotool", "type", "--delay", "40", keys, NULL };

  ck_assert (run (argv));
  wait_ms (300);
}

START_TEST (the_text_area_takes_vietnamese)
{
  Fixture f;

  open_form (&f);
  gtk_widget_grab_focus (f.area);
  choose_method (methods[_i].method);
  type (methods[_i].keys);
  ck_assert_str_eq (get_text (&f, BODY), EXPECTED);
  close_form (&f);
}
END_TEST

/* The last word is still held by the input method. */
START_TEST (the_word_that_is_held_is_in_the_plan)
{
  Fixture f;
  g_autofree char *keys = g_strndup (methods[_i].keys, strlen (methods[_i].keys) - 1);
  g_autofree char *expected = g_strndup (EXPECTED, strlen (EXPECTED) - 1);

  open_form (&f);
  gtk_widget_grab_focus (f.area);
  choose_method (methods[_i].method);
  type (keys);
  ck_assert_str_eq (get_text (&f, BODY), expected);
  close_form (&f);
}
END_TEST

START_TEST (an_entry_row_takes_vietnamese)
{
  Fixture f;

  open_form (&f);
  gtk_widget_grab_focus (f.row);
  choose_method (methods[_i].method);
  type (methods[_i].keys);
  ck_assert_str_eq (get_text (&f, ENTRY), EXPECTED);
  close_form (&f);
}
END_TEST

static gboolean
has_engine (gpointer unused)
{
  return use_engine ("Unikey");
}

/* NULL when all that is needed is here, or what is missing. */
static const char *
start_ibus (void)
{
  static const char *const programs[] = { "ibus", "ibus-daemon", "xdotool", "openbox" };

  for (guint i = 0; i < G_N_ELEMENTS (programs); i++)
    {
      g_autofree char *path = g_find_program_in_path (programs[i]);

      if (path == NULL)
        return programs[i];
    }
  if (!g_file_test ("/usr/share/ibus/component/unikey.xml", G_FILE_TEST_EXISTS))
    return "ibus-unikey";

  window_manager = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "openbox", NULL);
  daemon_process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL,
                                     "ibus-daemon", "--panel=disable", "--emoji-extension=disable", "--cache=none", NULL);

  return daemon_process != NULL && dui_test_wait (has_engine, NULL, 10) ? NULL : "a running ibus-daemon";
}

int
main (int argc,
      char **argv)
{
  Suite *suite = suite_create ("typing");
  TCase *basic = tcase_create ("basic");
  const char *missing;
  int status;

  g_setenv ("GTK_IM_MODULE", "ibus", TRUE);
  dui_test_init (&argc, &argv);
  /* Ours stay in memory: that backend was chosen when the engine was made. */
  g_object_unref (g_settings_new ("io.github.duthao.DuThao"));
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  /* For others; this program has read it. */
  g_unsetenv ("G_DEBUG");
  missing = start_ibus ();
  if (missing != NULL)
    {
      g_print ("1..0 # SKIP needs %s\n", missing);
      status = EXIT_SUCCESS;
    }
  else
    {
      tcase_set_timeout (basic, 60);
      tcase_add_loop_test (basic, the_text_area_takes_vietnamese, 0, G_N_ELEMENTS (methods));
      tcase_add_loop_test (basic, the_word_that_is_held_is_in_the_plan, 0, G_N_ELEMENTS (methods));
      tcase_add_loop_test (basic, an_entry_row_takes_vietnamese, 0, G_N_ELEMENTS (methods));
      suite_add_tcase (suite, basic);
      status = dui_test_main (suite);
    }

  if (daemon_process != NULL)
    g_subprocess_force_exit (daemon_process);
  if (window_manager != NULL)
    g_subprocess_force_exit (window_manager);

  return status;
}
