/* dui-application-dialogs.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-application"

#include "config.h"

#include "application/dui-application-private.h"
#include "common/dui-compat.h"
#include "dialogs/dui-export-dialog.h"
#include "dialogs/dui-preferences.h"
#include "dialogs/dui-print.h"
#include "library/dui-library-window.h"
#include "start/dui-profile-page.h"
#include "window/dui-window.h"

#include <glib/gi18n.h>

/* What a window offers that needs more than a window knows. */

/* One toast with both: to open the file, and the folder it is in. */
static void
exported_cb (DuiWindow *window,
             GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = g_strdup_printf (_ ("“%s” was written"), name);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Open _Folder"));
  AdwToast *toast = adw_toast_new ("");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-folder");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", uri);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  adw_toast_set_custom_title (toast, box);
  adw_toast_set_button_label (toast, _ ("_Open"));
  adw_toast_set_action_name (toast, "win.open-file");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_set_timeout (toast, 10);
  dui_window_add_toast (window, toast);
}

static void
show_export (DuiWindow *window,
             gboolean slip)
{
  GtkWidget *dialog = dui_export_dialog_new (GTK_WINDOW (window), dui_window_get_document (window));

  if (slip)
    dui_export_dialog_set_format (DUI_EXPORT_DIALOG (dialog), DUI_EXPORT_SLIP);
  g_signal_connect_object (dialog, "exported", G_CALLBACK (exported_cb), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export_cb (GSimpleAction *action,
           GVariant *parameter,
           gpointer user_data)
{
  show_export (user_data, FALSE);
}

static void
slip_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  show_export (user_data, TRUE);
}

static void
print_cb (GSimpleAction *action,
          GVariant *parameter,
          gpointer user_data)
{
  DuiWindow *window = user_data;
  DtPages *pages = dui_paginator_get_pages (dui_window_get_paginator (window));
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  if (pages == NULL)
    {
      dui_window_tell (window, _ ("The pages are not ready yet"), FALSE);
      return;
    }

  operation = dui_print_operation_new (pages, dui_document_get_title (dui_window_get_document (window)));
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (window), &error) ==
      GTK_PRINT_OPERATION_RESULT_ERROR)
    dui_window_warn (window, error->message);
}

static void
open_file_cb (GSimpleAction *action,
              GVariant *parameter,
              gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  dui_compat_show_file (user_data, file, FALSE);
}

static void
open_folder_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  dui_compat_show_file (user_data, file, TRUE);
}

/* Preferences */

static void
profile_answered_cb (const char *response,
                     gpointer user_data)
{
  g_autoptr (GtkWidget) page = user_data;
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (page));

  if (window != NULL && (g_strcmp0 (response, "discard") == 0 ||
                         (g_strcmp0 (response, "save") == 0 && dui_profile_page_save (DUI_PROFILE_PAGE (page)))))
    gtk_window_destroy (GTK_WINDOW (window));
}

/* Nothing that was typed goes by mistake. */
static gboolean
close_profile_cb (GtkWindow *window,
                  GtkWidget *page)
{
  const DuiAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "save", _ ("_Save"), ADW_RESPONSE_SUGGESTED },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };

  if (!dui_profile_page_is_changed (DUI_PROFILE_PAGE (page)))
    return FALSE;

  dui_compat_ask (window, _ ("Save the Profile?"), _ ("What was typed about the office is not saved."), answers, "save",
                  profile_answered_cb, g_object_ref (page));
  return TRUE;
}

static void
edit_profile_cb (DuiApplication *self,
                 GtkWindow *preferences)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *page = dui_profile_page_new (self->engine, FALSE);

  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), page);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ ("Profile of the Office"));
  gtk_window_set_transient_for (GTK_WINDOW (window), preferences);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 680, 640);
  g_signal_connect_object (page, "done", G_CALLBACK (gtk_window_destroy), window, G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "close-request", G_CALLBACK (close_profile_cb), page, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  DuiApplication *self = user_data;
  GtkWidget *window = dui_preferences_new (gtk_application_get_active_window (GTK_APPLICATION (self)), self->engine);

  g_signal_connect_object (window, "edit-profile", G_CALLBACK (edit_profile_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

static void
library_cb (GSimpleAction *action,
            GVariant *parameter,
            gpointer user_data)
{
  DuiApplication *self = user_data;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      if (DUI_IS_LIBRARY_WINDOW (l->data))
        {
          gtk_window_present (GTK_WINDOW (l->data));
          return;
        }
    }

  gtk_window_present (GTK_WINDOW (dui_library_window_new (GTK_APPLICATION (self), self->engine)));
}

void
dui_application_install_dialogs (DuiApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "preferences", .activate = preferences_cb },
    { .name = "library", .activate = library_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
dui_application_extend_window (GtkWidget *window)
{
  static const GActionEntry entries[] = {
    { .name = "export", .activate = export_cb },
    { .name = "slip", .activate = slip_cb },
    { .name = "print", .activate = print_cb },
    { .name = "open-file", .activate = open_file_cb, .parameter_type = "s" },
    { .name = "open-folder", .activate = open_folder_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
}
