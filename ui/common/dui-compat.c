/* dui-compat.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-compat"

#include "config.h"

#include "common/dui-compat.h"

#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>

typedef struct
{
  GCallback callback;
  gpointer user_data;
} Waiting;

static Waiting *
waiting_new (GCallback callback,
             gpointer user_data)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->callback = callback;
  waiting->user_data = user_data;
  return waiting;
}

/* Choosing files */

static void
file_chosen_cb (GtkNativeDialog *dialog,
                int response,
                Waiting *waiting)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_hide (dialog);
  ((DuiFileCallback) waiting->callback) (file, waiting->user_data);
  g_object_unref (dialog);
  g_free (waiting);
}

static GtkFileChooserNative *
make_chooser (GtkWindow *parent,
              GtkFileChooserAction action,
              const char *title,
              const char *accept,
              const DuiFileFilter *filters)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, action, accept, _ ("_Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  for (guint i = 0; filters != NULL && filters[i].name != NULL; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, filters[i].name);
      if (filters[i].suffix != NULL)
        gtk_file_filter_add_suffix (filter, filters[i].suffix);
      else
        gtk_file_filter_add_pattern (filter, "*");
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }

  return dialog;
}

static void
show_chooser (GtkFileChooserNative *dialog,
              DuiFileCallback callback,
              gpointer user_data)
{
  g_signal_connect (dialog, "response", G_CALLBACK (file_chosen_cb), waiting_new (G_CALLBACK (callback), user_data));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * dui_compat_open_file:
 * @parent: (nullable): the window
 * @title: what is chosen
 * @filters: (nullable): kinds of files, the last with a %NULL name; a kind
 *   without suffix is every file
 * @callback: told the file
 * @user_data: for @callback
 *
 * Lets the user choose a file to open.
 */
void
dui_compat_open_file (GtkWindow *parent,
                      const char *title,
                      const DuiFileFilter *filters,
                      DuiFileCallback callback,
                      gpointer user_data)
{
  show_chooser (make_chooser (parent, GTK_FILE_CHOOSER_ACTION_OPEN, title, _ ("_Open"), filters), callback, user_data);
}

/**
 * dui_compat_save_file:
 * @parent: (nullable): the window
 * @title: what is saved
 * @filters: (nullable): kinds of files, the last with a %NULL name
 * @folder: (nullable): where to begin
 * @name: the name that is proposed, with its suffix
 * @callback: told the file
 * @user_data: for @callback
 *
 * Lets the user choose where to save.
 */
void
dui_compat_save_file (GtkWindow *parent,
                      const char *title,
                      const DuiFileFilter *filters,
                      GFile *folder,
                      const char *name,
                      DuiFileCallback callback,
                      gpointer user_data)
{
  GtkFileChooserNative *dialog = make_chooser (parent, GTK_FILE_CHOOSER_ACTION_SAVE, title, _ ("_Save"), filters);

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show_chooser (dialog, callback, user_data);
}

/* Asking */

static void
answered_cb (AdwMessageDialog *dialog,
             const char *response,
             Waiting *waiting)
{
  if (waiting->callback != NULL)
    ((DuiAnswerCallback) waiting->callback) (response, waiting->user_data);
  g_free (waiting);
}

/**
 * dui_compat_ask:
 * @parent: (nullable): the window
 * @heading: the question
 * @body: (nullable): what hangs on it
 * @answers: the answers, the last with a %NULL id
 * @standard: (nullable): id of the answer that Enter gives
 * @callback: (nullable): told the answer
 * @user_data: for @callback
 *
 * Asks something that cannot wait.
 */
void
dui_compat_ask (GtkWindow *parent,
                const char *heading,
                const char *body,
                const DuiAnswer *answers,
                const char *standard,
                DuiAnswerCallback callback,
                gpointer user_data)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  for (guint i = 0; answers[i].id != NULL; i++)
    {
      adw_message_dialog_add_response (dialog, answers[i].id, answers[i].label);
      adw_message_dialog_set_response_appearance (dialog, answers[i].id, answers[i].appearance);
    }
  adw_message_dialog_set_close_response (dialog, "cancel");
  if (standard != NULL)
    adw_message_dialog_set_default_response (dialog, standard);
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), waiting_new (G_CALLBACK (callback), user_data));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Showing */

/**
 * dui_compat_show_about:
 * @parent: (nullable): the window
 * @debug_info: (nullable): what helps to understand a fault: packs, fonts
 *
 * Shows what the program is and who made it.
 */
void
dui_compat_show_about (GtkWindow *parent,
                       const char *debug_info)
{
  static const char *const developers[] = { "The Dự Thảo authors", NULL };
  g_autofree char *versions =
    g_strdup_printf ("Dự Thảo %s\nGTK %u.%u.%u\nlibadwaita %u.%u.%u\nGtkSourceView %u.%u.%u\nGLib %u.%u.%u\n%s",
                     PACKAGE_VERSION, gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                     adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                     gtk_source_get_major_version (), gtk_source_get_minor_version (), gtk_source_get_micro_version (),
                     glib_major_version, glib_minor_version, glib_micro_version, debug_info != NULL ? debug_info : "");

  adw_show_about_window (parent,
                         "application-name", "Dự Thảo",
                         "application-icon", APP_ID,
                         "version", PACKAGE_VERSION,
                         "developer-name", developers[0],
                         "developers", developers,
                         "copyright", "© 2026 The Dự Thảo authors",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "comments", _ ("Draft administrative plans by decree 30/2020/NĐ-CP."),
                         "debug-info", versions,
                         NULL);
}

void
dui_compat_show_uri (GtkWindow *parent,
                     const char *uri)
{
  gtk_show_uri (parent, uri, GDK_CURRENT_TIME);
}

void
dui_compat_show_file (GtkWindow *parent,
                      GFile *file,
                      gboolean folder)
{
  g_autoptr (GFile) shown = folder ? g_file_get_parent (file) : g_object_ref (file);
  g_autofree char *uri = g_file_get_uri (shown != NULL ? shown : file);

  dui_compat_show_uri (parent, uri);
}
