/* dui-document-file.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-document"

#include "config.h"

#include "document/dui-document-file.h"

#include "base/dt-file.h"
#include "base/dt-save.h"
#include "document/dui-document-private.h"
#include "format/dt-plan-file.h"

#include <glib/gi18n.h>
#include <string.h>

/* The mark of the change outside that the user knows of. */
#define NOTICED_KEY "dui-noticed"

/* A file of somewhere else reaches us as a local path through GVfs, or not at all. */
static char *
get_path (GFile *file,
          GError **error)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("%s: expected a file of this computer"), name);
    }

  return path;
}

/* Loading */

typedef struct
{
  DtPlan *plan;
  char *etag;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_clear_pointer (&loaded->plan, dt_plan_unref);
  g_free (loaded->etag);
  g_free (loaded);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Loaded, loaded_free)

static Loaded *
load (GFile *file,
      GError **error)
{
  g_autofree char *path = get_path (file, error);
  g_autoptr (GBytes) bytes = path != NULL ? dt_file_read (path, DT_FILE_DEFAULT_CAP, error) : NULL;
  g_autofree char *name = NULL;
  g_autoptr (Loaded) loaded = NULL;

  if (bytes == NULL)
    return NULL;

  name = g_filename_display_name (path);
  loaded = g_new0 (Loaded, 1);
  loaded->etag = dt_save_etag_for_bytes (bytes);
  loaded->plan = dt_plan_read (bytes, name, NULL, error);

  return loaded->plan != NULL ? g_steal_pointer (&loaded) : NULL;
}

static DuiDocument *
make_document (DuiEngine *engine,
               GFile *file,
               Loaded *loaded)
{
  DuiDocument *document = dui_document_new (engine, loaded->plan, file);

  dui_document_set_etag (document, loaded->etag);
  return document;
}

static void
load_thread (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  Loaded *loaded = load (task_data, &error);

  if (loaded == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, loaded, (GDestroyNotify) loaded_free);
}

/**
 * dui_document_load_async:
 * @engine: the engine
 * @file: a plan file
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads a plan file in a thread.
 */
void
dui_document_load_async (DuiEngine *engine,
                         GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DUI_IS_ENGINE (engine) && G_IS_FILE (file));

  task = g_task_new (engine, cancellable, callback, user_data);
  g_task_set_source_tag (task, dui_document_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, load_thread);
}

DuiDocument *
dui_document_load_finish (GAsyncResult *result,
                          GError **error)
{
  g_autoptr (Loaded) loaded = NULL;

  g_return_val_if_fail (G_IS_TASK (result), NULL);

  loaded = g_task_propagate_pointer (G_TASK (result), error);
  return loaded != NULL ? make_document (g_task_get_source_object (G_TASK (result)),
                                         g_task_get_task_data (G_TASK (result)), loaded)
                        : NULL;
}

DuiDocument *
dui_document_load (DuiEngine *engine,
                   GFile *file,
                   GError **error)
{
  g_autoptr (Loaded) loaded = NULL;

  g_return_val_if_fail (DUI_IS_ENGINE (engine) && G_IS_FILE (file), NULL);

  loaded = load (file, error);
  return loaded != NULL ? make_document (engine, file, loaded) : NULL;
}

/* Saving */

typedef struct
{
  DtPlan *plan;
  GFile *file;
  char *expected; /* (nullable): whatever is there is written over */
  char *etag;
} Saving;

static void
saving_free (Saving *saving)
{
  g_clear_pointer (&saving->plan, dt_plan_unref);
  g_clear_object (&saving->file);
  g_free (saving->expected);
  g_free (saving->etag);
  g_free (saving);
}

static void
save_thread (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  Saving *saving = task_data;
  GError *error = NULL;
  g_autofree char *path = get_path (saving->file, &error);
  g_autoptr (GBytes) bytes = path != NULL ? dt_plan_write (saving->plan) : NULL;

  /* A file that somebody moved away is written anew; there is nothing to overwrite. */
  if (path != NULL && saving->expected != NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_free (saving->expected);
      saving->expected = g_strdup (DT_SAVE_ETAG_NEW);
    }
  if (path == NULL || !dt_save_full (path, bytes, saving->expected, &saving->etag, &error))
    {
      /* The new file is in place, only its power cut is not ruled out. */
      if (!g_error_matches (error, DT_SAVE_ERROR, DT_SAVE_ERROR_NOT_SURE))
        {
          g_task_return_error (task, error);
          return;
        }
      g_message ("%s", error->message);
      g_clear_error (&error);
      g_free (saving->etag);
      saving->etag = dt_save_etag_for_bytes (bytes);
    }

  g_task_return_boolean (task, TRUE);
}

/**
 * dui_document_save_async:
 * @self: a document
 * @file: (nullable): where to; its own file if %NULL
 * @overwrite: whether to write over what somebody else put there
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Saves the plan of now in a thread. Its own file is only written over while
 * it is what was read or saved last.
 */
void
dui_document_save_async (DuiDocument *self,
                         GFile *file,
                         gboolean overwrite,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Saving *saving;
  gboolean own;

  g_return_if_fail (DUI_IS_DOCUMENT (self));
  g_return_if_fail (file != NULL || dui_document_get_file (self) != NULL);

  own = file == NULL || (dui_document_get_file (self) != NULL && g_file_equal (file, dui_document_get_file (self)));
  saving = g_new0 (Saving, 1);
  saving->plan = dt_plan_ref (dui_document_get_plan (self));
  saving->file = g_object_ref (own ? dui_document_get_file (self) : file);
  saving->expected = own && !overwrite ? g_strdup (dui_document_get_etag (self)) : NULL;

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, dui_document_save_async);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, save_thread);
}

gboolean
dui_document_save_finish (DuiDocument *self,
                          GAsyncResult *result,
                          GError **error)
{
  Saving *saving;

  g_return_val_if_fail (DUI_IS_DOCUMENT (self) && g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  saving = g_task_get_task_data (G_TASK (result));
  dui_document_was_saved (self, saving->plan, saving->file, saving->etag);
  return TRUE;
}

/* The mark of the file, if it is not the one we know; NULL also where it is gone. */
static char *
read_other_etag (DuiDocument *self)
{
  g_autofree char *path = NULL;
  g_autofree char *etag = NULL;

  if (dui_document_get_file (self) == NULL || dui_document_get_etag (self) == NULL)
    return NULL;

  path = g_file_get_path (dui_document_get_file (self));
  etag = path != NULL ? dt_save_etag_for_file (path, NULL) : NULL;
  if (etag == NULL || *etag == '\0' || strcmp (etag, dui_document_get_etag (self)) == 0)
    return NULL;

  return g_steal_pointer (&etag);
}

/**
 * dui_document_is_changed_outside:
 * @self: a document
 *
 * Looks at the file: is it still what was read or saved last?
 *
 * Returns: %TRUE if somebody else changed it; %FALSE also where it is gone or
 *   cannot be read, for then nothing can be overwritten
 */
gboolean
dui_document_is_changed_outside (DuiDocument *self)
{
  g_autofree char *etag = NULL;

  g_return_val_if_fail (DUI_IS_DOCUMENT (self), FALSE);

  etag = read_other_etag (self);
  return etag != NULL;
}

gboolean
dui_document_notice_outside (DuiDocument *self)
{
  g_autofree char *etag = NULL;
  gboolean is_news;

  g_return_val_if_fail (DUI_IS_DOCUMENT (self), FALSE);

  etag = read_other_etag (self);
  is_news = etag != NULL && g_strcmp0 (g_object_get_data (G_OBJECT (self), NOTICED_KEY), etag) != 0;
  if (is_news)
    g_object_set_data_full (G_OBJECT (self), NOTICED_KEY, g_steal_pointer (&etag), g_free);
  return is_news;
}

gboolean
dui_document_reload (DuiDocument *self,
                     GError **error)
{
  g_autoptr (Loaded) loaded = NULL;

  g_return_val_if_fail (DUI_IS_DOCUMENT (self) && dui_document_get_file (self) != NULL, FALSE);

  loaded = load (dui_document_get_file (self), error);
  if (loaded == NULL)
    return FALSE;

  dui_document_apply (self, loaded->plan, NULL, NULL);
  dui_document_was_saved (self, loaded->plan, dui_document_get_file (self), loaded->etag);
  return TRUE;
}
