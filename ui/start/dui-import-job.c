/* dui-import-job.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-import-job"

#include "config.h"

#include "start/dui-import-job.h"

#include "base/dt-diagnostic.h"
#include "base/dt-file.h"
#include "export/dt-exporter.h"
#include "import/dt-import.h"
#include "start/dui-import-parts.h"

#include <string.h>

typedef struct
{
  DtComposer composer; /* holds references */
  char *path;          /* nullable */
  char *text;          /* where there is no path */
  gboolean markdown;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_clear_pointer (&self->composer.catalog, dt_catalog_unref);
  g_clear_pointer (&self->composer.kinds, dt_kinds_unref);
  g_clear_pointer (&self->composer.sheet, dt_sheet_unref);
  g_free (self->path);
  g_free (self->text);
  g_free (self);
}

void
dui_imported_free (DuiImported *self)
{
  g_clear_pointer (&self->plan, dt_plan_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  g_free (self->text);
  g_free (self);
}

/* UTF-8 or UTF-16 with its mark, which is all that the engine reads; NULL for anything else. */
static char *
decode (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    return g_convert (data, (gssize) length, "UTF-8", "UTF-16", NULL, NULL, NULL);
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }

  return g_utf8_validate (data, (gssize) length, NULL) ? g_strndup (data, length) : NULL;
}

/* Not a package and not XML: what people write. */
static gboolean
is_text (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0 && (g_ascii_isspace (*data) || strchr ("\xef\xbb\xbf", *data) != NULL))
    {
      data++;
      length--;
    }

  return !(length >= 2 && memcmp (data, "PK", 2) == 0) && !(length >= 5 && memcmp (data, "<?xml", 5) == 0) &&
         !(length >= 5 && memcmp (data, "<plan", 5) == 0);
}

/* What word processors write and nobody reads as it stands. */
static gboolean
is_foreign (GBytes *bytes)
{
  static const char *const starts[] = { "{\\rtf", "\xd0\xcf\x11\xe0" };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    if (length >= strlen (starts[i]) && memcmp (data, starts[i], strlen (starts[i])) == 0)
      return TRUE;

  return FALSE;
}

/* Lines end with "\n" alone, so that they count as in a view. */
static char *
tidy_lines (char *text)
{
  GString *tidy = g_string_new_len (NULL, (gssize) strlen (text));

  for (const char *p = text; *p != '\0'; p++)
    if (*p != '\r')
      g_string_append_c (tidy, *p);
    else if (p[1] != '\n')
      g_string_append_c (tidy, '\n');
  g_free (text);

  return g_string_free (tidy, FALSE);
}

static char *
print_plan (DtComposition *composition)
{
  g_autoptr (GBytes) bytes = dt_export_text (composition, NULL);

  return bytes != NULL ? decode (bytes) : g_strdup ("");
}

static void
run_thread (GTask *task,
            gpointer source,
            gpointer task_data,
            GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (DuiImported) imported = g_new0 (DuiImported, 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (DtComposition) composition = NULL;
  g_autofree char *name = NULL;
  GError *error = NULL;

  imported->diagnostics = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_diagnostic_unref);
  bytes = job->path != NULL ? dt_file_read (job->path, DT_IMPORT_CAP, &error) : g_bytes_new (job->text, strlen (job->text));
  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  name = job->path != NULL ? g_filename_display_basename (job->path) : g_strdup (job->markdown ? "text.md" : "text.txt");
  imported->markdown = g_str_has_suffix (name, ".md") || g_str_has_suffix (name, ".markdown");
  imported->is_text = is_text (bytes);
  if (is_foreign (bytes))
    {
      g_task_return_new_error (task, DT_IMPORT_ERROR, DT_IMPORT_ERROR_FOREIGN, "%s", name);
      return;
    }
  imported->plan = dt_import_bytes (bytes, name, job->composer.catalog, imported->diagnostics, &error);
  if (imported->plan == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  composition = dt_compose (&job->composer, imported->plan, NULL);
  imported->text = imported->is_text ? decode (bytes) : print_plan (composition);
  imported->text = tidy_lines (imported->text != NULL ? imported->text : g_strdup (""));
  imported->labels = dui_import_parts_list (composition, imported->text);
  g_task_return_pointer (task, g_steal_pointer (&imported), (GDestroyNotify) dui_imported_free);
}

/**
 * dui_import_run_async:
 * @engine: the engine
 * @path: (nullable): a file
 * @text: (nullable): a text, where there is no file
 * @markdown: whether the text is Markdown
 * @cancellable: (nullable): to give up
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Imports a text or a file in a thread (nhập văn bản).
 */
void
dui_import_run_async (DuiEngine *engine,
                      const char *path,
                      const char *text,
                      gboolean markdown,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (DUI_IS_ENGINE (engine) && (path != NULL || text != NULL));

  job = g_new0 (Job, 1);
  job->composer = dui_engine_make_composer (engine);
  dt_sheet_ref (job->composer.sheet);
  dt_kinds_ref (job->composer.kinds);
  if (job->composer.catalog != NULL)
    dt_catalog_ref (job->composer.catalog);
  job->path = g_strdup (path);
  job->text = g_strdup (text);
  job->markdown = markdown;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, dui_import_run_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_thread);
}

DuiImported *
dui_import_run_finish (GAsyncResult *result,
                       GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
