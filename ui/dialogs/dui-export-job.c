/* dui-export-job.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-export"

#include "config.h"

#include "dialogs/dui-export-job.h"

#include "base/dt-save.h"
#include "document/dui-inspector.h"
#include "export/dt-export-name.h"
#include "export/dt-exporter.h"
#include "layout/dt-layout.h"
#include "slip/dt-slip.h"

#include <glib/gi18n.h>

static const struct
{
  const char *name;
  const char *suffix;
} formats[DUI_N_EXPORT_FORMATS] = {
  [DUI_EXPORT_PDF] = { "pdf", "pdf" },
  [DUI_EXPORT_ODT] = { "odt", "odt" },
  [DUI_EXPORT_TEXT] = { "text", "txt" },
  [DUI_EXPORT_SLIP] = { "slip", "pdf" },
};

/* All but the shaper is immutable, and the shaper belongs to the job. */
typedef struct
{
  DuiExportFormat format;
  DtChecker checker; /* holds references */
  GPtrArray *packs;
  DtPlan *plan;
  DtShaper *shaper;
  char *path;
  int progress; /* in thousandths; atomic */
} Job;

static void
job_free (Job *self)
{
  g_clear_pointer (&self->shaper, dt_shaper_unref);
  g_clear_pointer (&self->plan, dt_plan_unref);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->checker.rules, dt_rules_unref);
  g_clear_pointer (&self->checker.profile, dt_profile_unref);
  g_clear_pointer (&self->checker.composer.catalog, dt_catalog_unref);
  g_clear_pointer (&self->checker.composer.kinds, dt_kinds_unref);
  g_clear_pointer (&self->checker.composer.sheet, dt_sheet_unref);
  g_free (self->path);
  g_free (self);
}

static void
progress_cb (double fraction,
             gpointer user_data)
{
  Job *job = user_data;

  /* Layout comes first. */
  g_atomic_int_set (&job->progress, 400 + (int) (fraction * 550));
}

static GBytes *
make_slip (Job *job,
           DtPages *pages,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtReport) report = NULL;

  if (job->checker.rules == NULL)
    job->checker.rules = dt_rules_new (job->packs, diagnostics);
  report = dt_check_run (&job->checker, job->plan, dt_pages_get_composition (pages), pages, NULL, cancellable);
  if (report == NULL)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }

  return dt_slip_make_pdf (&job->checker, report, job->plan, error);
}

static GBytes *
make_bytes (Job *job,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (DtComposition) composition = dt_compose (&job->checker.composer, job->plan, NULL);
  g_autoptr (DtPages) pages = NULL;

  g_atomic_int_set (&job->progress, 100);
  if (job->format == DUI_EXPORT_TEXT)
    return dt_export_text (composition, error);
  if (job->format == DUI_EXPORT_ODT)
    return dt_export_odt (composition, job->shaper, NULL, error);

  pages = dt_layout_run (composition, job->shaper, NULL, cancellable, error);
  if (pages == NULL)
    return NULL;
  g_atomic_int_set (&job->progress, 400);
  if (job->format == DUI_EXPORT_SLIP)
    return make_slip (job, pages, cancellable, error);

  return dt_export_pdf (pages, NULL, cancellable, progress_cb, job, error);
}

static void
export_thread (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = make_bytes (job, cancellable, &error);

  /* Nothing was written until here. */
  if (bytes == NULL)
    g_task_return_error (task, error);
  else if (!g_task_return_error_if_cancelled (task))
    {
      g_atomic_int_set (&job->progress, 950);
      if (dt_save (job->path, bytes, &error))
        g_task_return_boolean (task, TRUE);
      else
        g_task_return_error (task, error);
    }
}

const char *
dui_export_format_to_string (DuiExportFormat format)
{
  g_return_val_if_fail (format < DUI_N_EXPORT_FORMATS, NULL);

  return formats[format].name;
}

DuiExportFormat
dui_export_format_from_string (const char *name)
{
  for (guint i = 0; i < DUI_N_EXPORT_FORMATS; i++)
    {
      if (g_strcmp0 (formats[i].name, name) == 0)
        return i;
    }

  return DUI_EXPORT_PDF;
}

const char *
dui_export_format_get_suffix (DuiExportFormat format)
{
  g_return_val_if_fail (format < DUI_N_EXPORT_FORMATS, NULL);

  return formats[format].suffix;
}

char *
dui_export_format_make_name (DuiExportFormat format,
                             DtPlan *plan)
{
  g_return_val_if_fail (format < DUI_N_EXPORT_FORMATS && plan != NULL, NULL);

  /* Beside the PDF of the plan, not over it. */
  return dt_export_make_name (plan, format == DUI_EXPORT_SLIP ? "phieu.pdf" : formats[format].suffix);
}

static Job *
job_new (DuiDocument *document,
         DuiExportFormat format,
         const char *path,
         DtShaper *shaper)
{
  Job *job = g_new0 (Job, 1);

  job->format = format;
  job->path = g_strdup (path);
  job->shaper = shaper;
  job->plan = dt_plan_ref (dui_document_get_plan (document));
  job->packs = g_ptr_array_ref (dui_engine_get_packs (dui_document_get_engine (document)));
  job->checker = dui_inspector_make_checker (dui_inspector_get (document));
  dt_sheet_ref (job->checker.composer.sheet);
  dt_kinds_ref (job->checker.composer.kinds);
  if (job->checker.composer.catalog != NULL)
    dt_catalog_ref (job->checker.composer.catalog);
  if (job->checker.profile != NULL)
    dt_profile_ref (job->checker.profile);
  if (job->checker.rules != NULL)
    dt_rules_ref (job->checker.rules);
  return job;
}

/**
 * dui_export_start:
 * @document: a document
 * @format: what is written
 * @file: where; a local file
 * @cancellable: (nullable): to stop it
 * @callback: told when it is over
 * @user_data: for @callback
 *
 * Composes, lays out and writes the plan of now in a thread.
 *
 * Returns: (transfer full): the task at hand
 */
GTask *
dui_export_start (DuiDocument *document,
                  DuiExportFormat format,
                  GFile *file,
                  GCancellable *cancellable,
                  GAsyncReadyCallback callback,
                  gpointer user_data)
{
  GTask *task;
  g_autofree char *path = NULL;
  GError *error = NULL;
  DtShaper *shaper;

  g_return_val_if_fail (DUI_IS_DOCUMENT (document) && format < DUI_N_EXPORT_FORMATS && G_IS_FILE (file), NULL);

  task = g_task_new (document, cancellable, callback, user_data);
  g_task_set_source_tag (task, dui_export_start);
  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("the place is not a folder of this computer"));
      return task;
    }
  shaper = dui_engine_new_shaper (dui_document_get_engine (document), &error);
  if (shaper == NULL)
    {
      g_task_return_error (task, error);
      return task;
    }

  g_task_set_task_data (task, job_new (document, format, path, shaper), (GDestroyNotify) job_free);
  g_task_run_in_thread (task, export_thread);
  return task;
}

double
dui_export_get_progress (GTask *task)
{
  Job *job;

  g_return_val_if_fail (G_IS_TASK (task), 0);

  job = g_task_get_task_data (task);
  return job != NULL ? g_atomic_int_get (&job->progress) / 1000.0 : 0;
}

gboolean
dui_export_finish (GAsyncResult *result,
                   GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, dui_export_start), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
