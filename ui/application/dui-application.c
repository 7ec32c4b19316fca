/* dui-application.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-application"

#include "config.h"

#include "application/dui-application.h"

#include "application/dui-application-private.h"
#include "common/dui-compat.h"
#include "window/dui-window.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>
#include <signal.h>

/* The windows have stood for so long: the start was a good one. */
#define GOOD_START_MS 1000

G_DEFINE_FINAL_TYPE (DuiApplication, dui_application, ADW_TYPE_APPLICATION)

/* Windows */

GtkWidget *
dui_application_show (DuiApplication *self,
                      DuiDocument *document)
{
  GtkWidget *window = dui_window_new (GTK_APPLICATION (self), self->engine, document, self->drafts);

  dui_application_extend_window (window);
  dui_application_note_recent (self, document);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static gboolean
good_start_cb (gpointer user_data)
{
  DuiApplication *self = user_data;

  self->good_start_timer = 0;
  dui_drafts_end_start (self->drafts);
  return G_SOURCE_REMOVE;
}

/* What stood in windows when the program ended, and what went wrong with it. */
static void
restore (DuiApplication *self)
{
  g_autoptr (GPtrArray) messages = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) documents = NULL;
  GtkWindow *window;

  if (self->restored)
    return;

  self->restored = TRUE;
  if (self->good_start_timer == 0)
    self->good_start_timer = g_timeout_add (GOOD_START_MS, good_start_cb, self);
  documents = dui_drafts_restore (self->drafts, messages);
  for (guint i = 0; i < documents->len; i++)
    dui_application_show (self, g_ptr_array_index (documents, i));

  if (messages->len == 0)
    return;
  window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (window == NULL)
    {
      dui_application_show_start (self, NULL);
      window = gtk_application_get_active_window (GTK_APPLICATION (self));
    }
  if (DUI_IS_WINDOW (window))
    dui_window_warn (DUI_WINDOW (window), g_ptr_array_index (messages, 0));
  else
    dui_application_warn_at_start (self, g_ptr_array_index (messages, 0));
}

/* Callbacks */

static gboolean
terminated_cb (gpointer user_data)
{
  dui_application_quit (user_data);
  return G_SOURCE_CONTINUE;
}

static void
apply_color_scheme (DuiApplication *self)
{
  g_autofree char *name = g_settings_get_string (dui_engine_get_settings (self->engine), "color-scheme");
  AdwColorScheme scheme = ADW_COLOR_SCHEME_DEFAULT;

  if (g_strcmp0 (name, "light") == 0)
    scheme = ADW_COLOR_SCHEME_FORCE_LIGHT;
  else if (g_strcmp0 (name, "dark") == 0)
    scheme = ADW_COLOR_SCHEME_FORCE_DARK;
  adw_style_manager_set_color_scheme (adw_application_get_style_manager (ADW_APPLICATION (self)), scheme);
}

/* Everything on disk, then the end; the windows come back at the next start. */
void
dui_application_quit (DuiApplication *self)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (DUI_IS_WINDOW (l->data))
        dui_window_keep_size (l->data);
    }
  if (self->drafts != NULL)
    dui_drafts_end (self->drafts);
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_destroy (GTK_WINDOW (l->data));
  g_list_free (windows);
  g_application_quit (G_APPLICATION (self));
}

/* GApplication overrides */

static void
dui_application_startup (GApplication *application)
{
  DuiApplication *self = DUI_APPLICATION (application);
  g_autoptr (GError) error = NULL;

  G_APPLICATION_CLASS (dui_application_parent_class)->startup (application);

  self->engine = dui_engine_new (&error);
  if (self->engine == NULL)
    {
      g_printerr ("duthao: %s\n", error->message);
      exit (EXIT_FAILURE);
    }

  gtk_source_init ();
  gtk_window_set_default_icon_name (APP_ID);
  self->drafts = dui_drafts_new (self->engine, NULL);
  dui_application_install_actions (self);
  g_signal_connect_object (dui_engine_get_settings (self->engine), "changed::color-scheme", G_CALLBACK (apply_color_scheme),
                           self, G_CONNECT_SWAPPED);
  apply_color_scheme (self);
  self->signals[0] = g_unix_signal_add (SIGTERM, terminated_cb, self);
  self->signals[1] = g_unix_signal_add (SIGHUP, terminated_cb, self);
  self->signals[2] = g_unix_signal_add (SIGINT, terminated_cb, self);
  self->good_start_timer = g_timeout_add (GOOD_START_MS, good_start_cb, self);
}

static void
dui_application_activate (GApplication *application)
{
  DuiApplication *self = DUI_APPLICATION (application);
  GtkWindow *window;

  restore (self);
  window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (window != NULL)
    gtk_window_present (window);
  else
    dui_application_show_start (self, NULL);
}

static void
dui_application_open (GApplication *application,
                      GFile **files,
                      int n_files,
                      const char *hint)
{
  DuiApplication *self = DUI_APPLICATION (application);

  /* After a crash the windows of then come back, whatever is opened. */
  if (dui_drafts_was_cut_short (self->drafts))
    restore (self);
  self->restored = TRUE;
  for (int i = 0; i < n_files; i++)
    dui_application_open_file (self, files[i]);
}

static void
dui_application_shutdown (GApplication *application)
{
  DuiApplication *self = DUI_APPLICATION (application);

  g_clear_handle_id (&self->good_start_timer, g_source_remove);
  for (guint i = 0; i < G_N_ELEMENTS (self->signals); i++)
    g_clear_handle_id (&self->signals[i], g_source_remove);
  if (self->drafts != NULL)
    dui_drafts_end (self->drafts);
  g_clear_object (&self->drafts);

  G_APPLICATION_CLASS (dui_application_parent_class)->shutdown (application);
}

static int
dui_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("duthao %s\n", PACKAGE_VERSION);
      return EXIT_SUCCESS;
    }
  if (!g_variant_dict_contains (options, "new"))
    return -1;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("duthao: %s\n", error->message);
      return EXIT_FAILURE;
    }
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-plan", NULL);
  return g_application_get_is_remote (application) ? EXIT_SUCCESS : -1;
}

static void
dui_application_dispose (GObject *object)
{
  DuiApplication *self = DUI_APPLICATION (object);

  g_clear_object (&self->drafts);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_application_parent_class)->dispose (object);
}

static void
dui_application_class_init (DuiApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_application_dispose;
  application_class->startup = dui_application_startup;
  application_class->activate = dui_application_activate;
  application_class->open = dui_application_open;
  application_class->handle_local_options = dui_application_handle_local_options;
  application_class->shutdown = dui_application_shutdown;
}

static void
dui_application_init (DuiApplication *self)
{
  const GOptionEntry options[] = {
    { "new", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("begin a new plan"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("show the version"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

/* Public functions */

DuiApplication *
dui_application_new (void)
{
  return g_object_new (DUI_TYPE_APPLICATION,
                       "application-id", APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/duthao/DuThao",
                       NULL);
}

void
dui_application_choose_language (void)
{
  g_autoptr (GSettings) settings = dui_engine_new_settings ();
  g_autofree char *language = settings != NULL ? g_settings_get_string (settings, "language") : NULL;

  if (language != NULL && g_strcmp0 (language, "system") != 0)
    g_setenv ("LANGUAGE", language, TRUE);
}

DuiEngine *
dui_application_get_engine (DuiApplication *self)
{
  g_return_val_if_fail (DUI_IS_APPLICATION (self), NULL);

  return self->engine;
}
