/* dui-pictures.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-pictures"

#include "config.h"

#include "start/dui-pictures.h"

#include "base/dt-save.h"
#include "format/dt-plan-file.h"
#include "layout/dt-layout.h"
#include "preview/dui-page-picture.h"

#include <glib/gstdio.h>

/* What the cache keeps, the newest. */
#define MAX_KEPT 400

struct _DuiPictures
{
  GObject parent_instance;

  DuiEngine *engine;
  DtShaper *shaper; /* while something waits; used by one thread at a time */
  GQueue waiting;   /* of Job */
  char *folder;

  guint busy : 1;
  guint cleaned : 1;
};

G_DEFINE_FINAL_TYPE (DuiPictures, dui_pictures, G_TYPE_OBJECT)

/* --- One picture --- */

typedef struct
{
  DuiPlanSource source;
  gpointer data;
  GDestroyNotify free_data;
  int width;
  GCancellable *cancellable; /* nullable */
  DuiPictureFunc function;
  gpointer user_data;

  /* What the thread uses and gives. */
  DtComposer composer; /* holds references */
  DtShaper *shaper;
  char *folder;
  gboolean clean;
  DtPlan *plan;
  GdkTexture *texture;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  if (self->free_data != NULL)
    self->free_data (self->data);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->composer.catalog, dt_catalog_unref);
  g_clear_pointer (&self->composer.kinds, dt_kinds_unref);
  g_clear_pointer (&self->composer.sheet, dt_sheet_unref);
  g_clear_pointer (&self->shaper, dt_shaper_unref);
  g_clear_pointer (&self->plan, dt_plan_unref);
  g_clear_object (&self->texture);
  g_free (self->folder);
  g_free (self);
}

typedef struct
{
  char *path;
  gint64 time;
} Kept;

static void
kept_free (gpointer data)
{
  g_free (((Kept *) data)->path);
  g_free (data);
}

static int
compare_kept (gconstpointer a,
              gconstpointer b)
{
  const Kept *first = *(const Kept *const *) a;
  const Kept *second = *(const Kept *const *) b;

  return (first->time < second->time) - (first->time > second->time);
}

/* The cache does not grow for ever. */
static void
clean_folder (const char *folder)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (kept_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      Kept *kept = g_new0 (Kept, 1);
      GStatBuf info;

      kept->path = g_build_filename (folder, name, NULL);
      kept->time = g_stat (kept->path, &info) == 0 ? (gint64) info.st_mtime : 0;
      g_ptr_array_add (all, kept);
    }

  g_ptr_array_sort (all, compare_kept);
  for (guint i = MAX_KEPT; i < all->len; i++)
    g_unlink (((Kept *) g_ptr_array_index (all, i))->path);
}

/* Named by the words of the plan: a plan that changed has another picture. */
static char *
make_path (const Job *job)
{
  g_autoptr (GBytes) bytes = dt_plan_write (job->plan);
  g_autofree char *etag = dt_save_etag_for_bytes (bytes);
  g_autofree char *seed = g_strdup_printf ("%s %s %d", etag, PACKAGE_VERSION, job->width);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, seed, -1);
  g_autofree char *name = g_strconcat (sum, ".png", NULL);

  return g_build_filename (job->folder, name, NULL);
}

static GdkTexture *
paint (Job *job,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (DtComposition) composition = NULL;
  g_autoptr (DtPages) pages = NULL;

  if (job->shaper == NULL)
    job->shaper = dt_shaper_new (dt_sheet_get_font_family (job->composer.sheet),
                                 dt_sheet_get_font_twins (job->composer.sheet), NULL, error);
  if (job->shaper == NULL)
    return NULL;

  composition = dt_compose (&job->composer, job->plan, NULL);
  pages = dt_layout_run (composition, job->shaper, NULL, cancellable, error);
  return pages != NULL ? dui_page_picture_new (pages, 0, job->width) : NULL;
}

static void
run_thread (GTask *task,
            gpointer source,
            gpointer task_data,
            GCancellable *cancellable)
{
  Job *job = task_data;
  g_autofree char *path = NULL;
  GError *error = NULL;

  if (job->clean)
    clean_folder (job->folder);
  job->plan = job->source (job->data, &error);
  if (job->plan == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  path = make_path (job);
  job->texture = g_file_test (path, G_FILE_TEST_EXISTS) ? gdk_texture_new_from_filename (path, NULL) : NULL;
  if (job->texture == NULL)
    {
      job->texture = paint (job, cancellable, &error);
      if (job->texture == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      /* Without a cache it is painted again the next time. */
      if (g_mkdir_with_parents (job->folder, 0700) == 0)
        gdk_texture_save_to_png (job->texture, path);
    }
  g_task_return_boolean (task, TRUE);
}

/* --- The queue --- */

static void run_next (DuiPictures *self);

/* The task knows the object by a weak reference: a picture that is being made keeps nothing alive. */
static void
ready_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (DuiPictures) self = g_weak_ref_get (weak);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL)
    return;

  self->busy = FALSE;
  self->shaper = g_steal_pointer (&job->shaper);
  if (!g_cancellable_is_cancelled (job->cancellable))
    job->function (job->plan, job->texture, error, job->user_data);
  run_next (self);
}

static void
prepare (DuiPictures *self,
         Job *job)
{
  job->composer = dui_engine_make_composer (self->engine);
  dt_sheet_ref (job->composer.sheet);
  dt_kinds_ref (job->composer.kinds);
  dt_catalog_ref (job->composer.catalog);
  job->shaper = g_steal_pointer (&self->shaper);
  job->folder = g_strdup (self->folder);
  job->clean = !self->cleaned;
  self->cleaned = TRUE;
}

/* Citations are printed with the catalogue, so nothing begins before it is there. */
static void
run_next (DuiPictures *self)
{
  g_autoptr (GTask) task = NULL;
  GWeakRef *weak;
  Job *job;

  if (self->busy || dui_engine_get_catalog (self->engine) == NULL)
    return;

  do
    {
      job = g_queue_pop_head (&self->waiting);
      if (job == NULL)
        {
          g_clear_pointer (&self->shaper, dt_shaper_unref);
          return;
        }
      if (g_cancellable_is_cancelled (job->cancellable))
        g_clear_pointer (&job, job_free);
    }
  while (job == NULL);

  self->busy = TRUE;
  prepare (self, job);
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, job->cancellable, ready_cb, weak);
  g_task_set_source_tag (task, run_next);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_thread);
}

static void
dui_pictures_dispose (GObject *object)
{
  DuiPictures *self = DUI_PICTURES (object);

  if (self->engine != NULL)
    g_signal_handlers_disconnect_by_data (self->engine, self);
  g_queue_clear_full (&self->waiting, job_free);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_pictures_parent_class)->dispose (object);
}

static void
dui_pictures_finalize (GObject *object)
{
  DuiPictures *self = DUI_PICTURES (object);

  g_clear_pointer (&self->shaper, dt_shaper_unref);
  g_free (self->folder);

  G_OBJECT_CLASS (dui_pictures_parent_class)->finalize (object);
}

static void
dui_pictures_class_init (DuiPicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dui_pictures_dispose;
  G_OBJECT_CLASS (klass)->finalize = dui_pictures_finalize;
}

static void
dui_pictures_init (DuiPictures *self)
{
  g_queue_init (&self->waiting);
  self->folder = g_build_filename (g_get_user_cache_dir (), "duthao", "pictures", NULL);
}

/**
 * dui_pictures_new:
 * @engine: what plans are composed with
 *
 * Makes a painter of first pages, which has nothing to do yet.
 *
 * Returns: (transfer full): a new object
 */
DuiPictures *
dui_pictures_new (DuiEngine *engine)
{
  DuiPictures *self;

  g_return_val_if_fail (DUI_IS_ENGINE (engine), NULL);

  self = g_object_new (DUI_TYPE_PICTURES, NULL);
  self->engine = g_object_ref (engine);
  g_signal_connect_swapped (engine, "catalog-changed", G_CALLBACK (run_next), self);
  return self;
}

void
dui_pictures_ask (DuiPictures *self,
                  DuiPlanSource source,
                  gpointer data,
                  GDestroyNotify free_data,
                  int width,
                  GCancellable *cancellable,
                  DuiPictureFunc function,
                  gpointer user_data)
{
  Job *job;

  g_return_if_fail (DUI_IS_PICTURES (self) && source != NULL && function != NULL && width > 0);

  job = g_new0 (Job, 1);
  job->source = source;
  job->data = data;
  job->free_data = free_data;
  job->width = width;
  job->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  job->function = function;
  job->user_data = user_data;
  g_queue_push_tail (&self->waiting, job);
  run_next (self);
}
