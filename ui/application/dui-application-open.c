/* dui-application-open.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-application"

#include "config.h"

#include "application/dui-application-private.h"
#include "base/dt-xml-reader.h"
#include "common/dui-compat.h"
#include "document/dui-document-file.h"
#include "window/dui-window.h"

#include <glib/gi18n.h>

#define SUFFIX ".duthao"

static DuiWindow *
find_window (DuiApplication *self,
             GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    {
      GFile *shown = DUI_IS_WINDOW (l->data) ? dui_document_get_file (dui_window_get_document (l->data)) : NULL;

      if (shown != NULL && g_file_equal (shown, file))
        return l->data;
    }

  return NULL;
}

static void
tell_open_failure (DuiApplication *self,
                   GFile *file,
                   const GError *error)
{
  const DuiAnswer answers[] = { { "cancel", _ ("_Close"), ADW_RESPONSE_DEFAULT }, { NULL, NULL, ADW_RESPONSE_DEFAULT } };
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Cannot Be Opened"), name);
  g_autofree char *body = error->domain == DT_XML_ERROR
                            ? g_strdup_printf (_ ("It is no plan, or it is damaged.\n%s"), error->message)
                            : g_strdup (error->message);

  /* The question must not stand alone: with no window the application would end under it. */
  if (gtk_application_get_active_window (GTK_APPLICATION (self)) == NULL)
    dui_application_show_start (self, NULL);
  dui_compat_ask (gtk_application_get_active_window (GTK_APPLICATION (self)), heading, body, answers, "cancel", NULL, NULL);
}

/* A file that is there and is no plan: the page of imports reads it, or says how to bring it in. */
static gboolean
is_for_import (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = name != NULL ? g_ascii_strdown (name, -1) : NULL;

  return lower != NULL && !g_str_has_suffix (lower, SUFFIX) &&
         g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR;
}

void
dui_application_open_file (DuiApplication *self,
                           GFile *file)
{
  DuiWindow *window = find_window (self, file);
  g_autoptr (DuiDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  if (window != NULL)
    {
      gtk_window_present (GTK_WINDOW (window));
      return;
    }

  document = dui_document_load (self->engine, file, &error);
  if (document != NULL)
    dui_application_show (self, document);
  else if (is_for_import (file))
    dui_application_import_file (self, file);
  else
    tell_open_failure (self, file, error);
}
