/* dui-window-file.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-window"

#include "config.h"

#include "base/dt-save.h"
#include "common/dui-compat.h"
#include "document/dui-document-file.h"
#include "document/dui-versions.h"
#include "export/dt-export-name.h"
#include "window/dui-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

static void start_saving (DuiWindow *self,
                          GFile *file,
                          gboolean overwrite);

/* Before a question everything is on disk: nobody knows how long it stands there. */
static void
ask (DuiWindow *self,
     const char *heading,
     const char *body,
     const DuiAnswer *answers,
     const char *standard,
     DuiAnswerCallback callback)
{
  if (self->drafts != NULL)
    dui_drafts_flush (self->drafts);
  self->asking = TRUE;
  dui_compat_ask (GTK_WINDOW (self), heading, body, answers, standard, callback, g_object_ref (self));
}

/* Saving */

static void
close_now (DuiWindow *self,
           gboolean discard)
{
  if (self->drafts != NULL)
    dui_drafts_remove (self->drafts, self->document, discard);
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
conflict_answered_cb (const char *response,
                      gpointer user_data)
{
  g_autoptr (DuiWindow) self = user_data;

  self->asking = FALSE;
  if (strcmp (response, "overwrite") == 0)
    start_saving (self, NULL, TRUE);
  else if (strcmp (response, "copy") == 0)
    dui_window_save_as (self);
  else
    self->close_when_saved = FALSE;
}

static void
ask_about_conflict (DuiWindow *self)
{
  const DuiAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "overwrite", _ ("_Overwrite"), ADW_RESPONSE_DESTRUCTIVE },
    { "copy", _ ("Save a _Copy…"), ADW_RESPONSE_SUGGESTED },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };
  g_autofree char *name = g_file_get_parse_name (dui_document_get_file (self->document));
  g_autofree char *body = g_strdup_printf (_ ("Somebody changed “%s” after it was opened here. To overwrite it is to lose those changes."), name);

  ask (self, _ ("Overwrite the Changed File?"), body, answers, "copy", conflict_answered_cb);
}

static void
failure_answered_cb (const char *response,
                     gpointer user_data)
{
  g_autoptr (DuiWindow) self = user_data;

  self->asking = FALSE;
  if (strcmp (response, "elsewhere") == 0)
    dui_window_save_as (self);
  else
    self->close_when_saved = FALSE;
}

static void
tell_failure (DuiWindow *self,
              const GError *error)
{
  const DuiAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "elsewhere", _ ("Save _Elsewhere…"), ADW_RESPONSE_SUGGESTED },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };
  g_autofree char *body = NULL;

  if (dui_document_get_draft_state (self->document) == DUI_DRAFT_FAILED)
    body = g_strdup_printf (_ ("%s.\nThe words are in this window only: do not close it before they are saved elsewhere."), error->message);
  else
    body = g_strdup_printf (_ ("%s.\nNothing is lost: the words are kept as a draft."), error->message);
  ask (self, _ ("The Plan Was Not Saved"), body, answers, "elsewhere", failure_answered_cb);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (DuiWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = dui_document_save_finish (DUI_DOCUMENT (source), result, &error);

  self->saving = FALSE;
  dui_window_update_actions (self);
  if (!done)
    {
      if (g_error_matches (error, DT_SAVE_ERROR, DT_SAVE_ERROR_CONFLICT))
        ask_about_conflict (self);
      else
        tell_failure (self, error);
      return;
    }

  if (!dui_versions_keep (self->document, DUI_VERSION_SAVE, &error))
    g_message ("%s", error->message);
  if (self->close_when_saved && !dui_document_is_modified (self->document))
    close_now (self, FALSE);
  else
    dui_window_tell (self, _ ("Saved"), FALSE);
  self->close_when_saved = FALSE;
}

static void
start_saving (DuiWindow *self,
              GFile *file,
              gboolean overwrite)
{
  self->saving = TRUE;
  dui_window_update_actions (self);
  dui_document_save_async (self->document, file, overwrite, NULL, saved_cb, g_object_ref (self));
}

static void
name_chosen_cb (GFile *file,
                gpointer user_data)
{
  g_autoptr (DuiWindow) self = user_data;

  self->asking = FALSE;
  if (file != NULL)
    /* The dialog has asked whether to write over what is there. */
    start_saving (self, file, TRUE);
  else
    self->close_when_saved = FALSE;
}

void
dui_window_save_as (DuiWindow *self)
{
  const DuiFileFilter filters[] = { { _ ("Plans"), "duthao" }, { NULL, NULL } };
  GFile *file = dui_document_get_file (self->document);
  g_autoptr (GFile) folder = file != NULL ? g_file_get_parent (file) : NULL;
  g_autofree char *name = file != NULL ? g_file_get_basename (file)
                                       : dt_export_make_name (dui_document_get_plan (self->document), "duthao");

  if (self->drafts != NULL)
    dui_drafts_flush (self->drafts);
  self->asking = TRUE;
  dui_compat_save_file (GTK_WINDOW (self), _ ("Save the Plan"), filters, folder, name, name_chosen_cb, g_object_ref (self));
}

void
dui_window_save (DuiWindow *self)
{
  if (self->saving)
    return;

  if (dui_document_get_file (self->document) == NULL)
    dui_window_save_as (self);
  else
    start_saving (self, NULL, FALSE);
}

/* Closing */

static void
close_answered_cb (const char *response,
                   gpointer user_data)
{
  g_autoptr (DuiWindow) self = user_data;

  self->asking = FALSE;
  if (strcmp (response, "discard") == 0)
    close_now (self, TRUE);
  else if (strcmp (response, "keep") == 0)
    close_now (self, FALSE);
  else if (strcmp (response, "save") == 0)
    {
      self->close_when_saved = TRUE;
      dui_window_save (self);
    }
}

gboolean
dui_window_may_close (DuiWindow *self)
{
  const DuiAnswer answers[] = {
    { "cancel", _ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "discard", _ ("_Discard"), ADW_RESPONSE_DESTRUCTIVE },
    { "keep", _ ("_Keep as a Draft"), ADW_RESPONSE_DEFAULT },
    { "save", _ ("_Save"), ADW_RESPONSE_SUGGESTED },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };
  g_autofree char *body = NULL;

  if (self->closing)
    return TRUE;
  if (self->asking || self->saving)
    return FALSE;
  if (dui_document_get_draft_state (self->document) == DUI_DRAFT_NONE)
    {
      if (self->drafts != NULL)
        dui_drafts_remove (self->drafts, self->document, FALSE);
      return TRUE;
    }

  body = g_strdup_printf (_ ("“%s” has changes that are not saved. A draft is kept in the program and listed at the next start."),
                          dui_document_get_title (self->document));
  ask (self, _ ("Save the Changes?"), body, answers, "save", close_answered_cb);
  return FALSE;
}

/* The file changed outside */

static void
outside_answered_cb (const char *response,
                     gpointer user_data)
{
  g_autoptr (DuiWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  self->asking = FALSE;
  if (strcmp (response, "reload") != 0)
    return;

  if (!dui_document_reload (self->document, &error))
    dui_window_tell (self, error->message, FALSE);
  else
    dui_window_tell (self, _ ("The changed file was taken over"), TRUE);
}

/* Looks at the file; what changed there is offered once. */
void
dui_window_check_outside (DuiWindow *self)
{
  const DuiAnswer answers[] = {
    { "cancel", _ ("_Keep What Is Here"), ADW_RESPONSE_DEFAULT },
    { "reload", _ ("_Take the Changed File"), ADW_RESPONSE_DEFAULT },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };
  g_autofree char *name = NULL;
  g_autofree char *body = NULL;

  if (self->asking || self->saving || self->closing || !dui_document_notice_outside (self->document))
    return;

  name = g_file_get_parse_name (dui_document_get_file (self->document));
  body = g_strdup_printf (_ ("Somebody changed “%s” meanwhile. Taking it over can be undone."), name);
  ask (self, _ ("The File Was Changed"), body, answers, "cancel", outside_answered_cb);
}
