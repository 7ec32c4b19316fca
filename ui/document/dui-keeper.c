/* dui-keeper.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-keeper"

#include "config.h"

#include "document/dui-keeper-private.h"

#include "base/dt-save.h"
#include "format/dt-plan-file.h"

#include <errno.h>
#include <glib/gstdio.h>

struct _DuiKeeper
{
  gatomicrefcount ref_count;
  char *path;
  DuiSaveFunc save;
  guint64 asked; /* on the main loop only */

  GMutex lock; /* for what follows, and the file */
  guint64 written;
};

typedef struct
{
  DuiKeeper *keeper;
  DtPlan *plan;
  GBytes *bytes;
  guint64 serial;
} Job;

DuiKeeper *
dui_keeper_new (const char *path,
                DuiSaveFunc save)
{
  DuiKeeper *self = g_new0 (DuiKeeper, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  self->path = g_strdup (path);
  self->save = save;
  return self;
}

DuiKeeper *
dui_keeper_ref (DuiKeeper *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dui_keeper_unref (DuiKeeper *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_mutex_clear (&self->lock);
  g_free (self->path);
  g_free (self);
}

const char *
dui_keeper_get_path (const DuiKeeper *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->path;
}

/* A folder that vanished is made again. */
static gboolean
save (DuiKeeper *self,
      GBytes *bytes,
      GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_mkdir_with_parents (folder, 0700);
  if (self->save (self->path, bytes, error))
    return TRUE;
  /* In place, although the disk would not vouch for it. */
  if (error != NULL && g_error_matches (*error, DT_SAVE_ERROR, DT_SAVE_ERROR_NOT_SURE))
    {
      g_clear_error (error);
      return TRUE;
    }

  return FALSE;
}

static gboolean
run (Job *job,
     GError **error)
{
  DuiKeeper *self = job->keeper;
  g_autoptr (GBytes) bytes = job->plan != NULL ? dt_plan_write (job->plan) : NULL;
  gboolean done = TRUE;

  if (bytes == NULL && job->bytes != NULL)
    bytes = g_bytes_ref (job->bytes);

  g_mutex_lock (&self->lock);
  if (job->serial > self->written)
    {
      if (bytes != NULL)
        done = save (self, bytes, error);
      else if (g_unlink (self->path) != 0 && errno != ENOENT)
        g_message ("%s: %s", self->path, g_strerror (errno));
      if (done)
        self->written = job->serial;
    }
  g_mutex_unlock (&self->lock);

  return done;
}

static Job *
job_new (DuiKeeper *self,
         DtPlan *plan,
         GBytes *bytes)
{
  Job *job = g_new0 (Job, 1);

  job->keeper = dui_keeper_ref (self);
  job->plan = plan != NULL ? dt_plan_ref (plan) : NULL;
  job->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  job->serial = ++self->asked;
  return job;
}

static void
job_free (Job *job)
{
  dui_keeper_unref (job->keeper);
  g_clear_pointer (&job->plan, dt_plan_unref);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

static void
write_thread (GTask *task,
              gpointer source,
              gpointer task_data,
              GCancellable *cancellable)
{
  GError *error = NULL;

  if (run (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

gboolean
dui_keeper_write (DuiKeeper *self,
                  DtPlan *plan,
                  GBytes *bytes,
                  GError **error)
{
  g_autoptr (GError) reason = NULL;
  Job *job = job_new (self, plan, bytes);
  gboolean done = run (job, &reason);

  job_free (job);
  if (!done)
    g_propagate_error (error, g_steal_pointer (&reason));
  return done;
}

void
dui_keeper_write_async (DuiKeeper *self,
                        DtPlan *plan,
                        GBytes *bytes,
                        gpointer source,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);

  g_task_set_source_tag (task, dui_keeper_write_async);
  g_task_set_task_data (task, job_new (self, plan, bytes), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, write_thread);
}

gboolean
dui_keeper_write_finish (GAsyncResult *result,
                         GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
