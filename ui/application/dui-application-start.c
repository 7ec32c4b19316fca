/* dui-application-start.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-application"

#include "config.h"

#include "application/dui-application-private.h"
#include "start/dui-recent.h"
#include "start/dui-start-window.h"
#include "window/dui-window.h"

static DuiStartWindow *
find_start (DuiApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (DUI_IS_START_WINDOW (l->data))
      return l->data;

  return NULL;
}

static gboolean
has_plan_window (DuiApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (DUI_IS_WINDOW (l->data))
      return TRUE;

  return FALSE;
}

/* The plan has its window: the start has done its work. */
static void
open_document_cb (DuiStartWindow *window,
                  DuiDocument *document,
                  const char *place,
                  gpointer user_data)
{
  GtkWidget *shown = dui_application_show (user_data, document);

  if (place != NULL)
    dui_window_open_place (DUI_WINDOW (shown), place, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
open_file_cb (DuiStartWindow *window,
              GFile *file,
              gpointer user_data)
{
  DuiApplication *self = user_data;

  dui_application_open_file (self, file);
  /* A failure is told in front of it, and it stays; so does a text to import. */
  if (DUI_IS_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (self))) ||
      (has_plan_window (self) && g_strcmp0 (dui_start_window_get_page (window), "import") != 0))
    gtk_window_destroy (GTK_WINDOW (window));
}

void
dui_application_show_start (DuiApplication *self,
                            const char *page)
{
  DuiStartWindow *window = find_start (self);

  if (window == NULL)
    {
      window = DUI_START_WINDOW (dui_start_window_new (GTK_APPLICATION (self), self->engine, self->drafts));
      g_signal_connect_object (window, "open-document", G_CALLBACK (open_document_cb), self, 0);
      g_signal_connect_object (window, "open-file", G_CALLBACK (open_file_cb), self, 0);
    }
  if (page != NULL)
    dui_start_window_show_page (window, page);
  gtk_window_present (GTK_WINDOW (window));
}

void
dui_application_import_file (DuiApplication *self,
                             GFile *file)
{
  dui_application_show_start (self, "import");
  dui_start_window_take_file (find_start (self), file);
}

gboolean
dui_application_warn_at_start (DuiApplication *self,
                               const char *text)
{
  DuiStartWindow *window = find_start (self);

  if (window == NULL)
    return FALSE;

  dui_start_window_warn (window, text);
  return TRUE;
}

static void
file_cb (DuiDocument *document)
{
  if (dui_document_get_file (document) != NULL)
    dui_recent_note (dui_document_get_file (document));
}

void
dui_application_note_recent (DuiApplication *self,
                             DuiDocument *document)
{
  file_cb (document);
  g_signal_connect_object (document, "notify::file", G_CALLBACK (file_cb), self, 0);
}
