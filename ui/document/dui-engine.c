/* dui-engine.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-engine"

#include "config.h"

#include "document/dui-engine.h"

#include "base/dt-data-dir.h"
#include "base/dt-save.h"
#include "catalog/dt-pack.h"

#include <glib/gi18n.h>
#include <string.h>

#define SCHEMA_ID "io.github.duthao.DuThao"
#define PROFILE_FILE "ho-so.xml"

struct _DuiEngine
{
  GObject parent_instance;

  DtSheet *sheet;
  DtKinds *kinds;
  DtLibrary *library;
  GPtrArray *packs;
  DtCatalog *catalog;
  DtProfile *profile;
  GSettings *settings;
  GCancellable *loading;

  guint own_profile : 1;
};

enum
{
  SIGNAL_CATALOG_CHANGED,
  SIGNAL_LIBRARY_CHANGED,
  SIGNAL_PROFILE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiEngine, dui_engine, G_TYPE_OBJECT)

/* Auxiliary functions */

static char *
get_user_pack_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "duthao", "packs", DT_PACK_OWN, NULL);
}

/* What could not be read is no reason not to start: it is told to the log. */
static void
log_diagnostics (GPtrArray *diagnostics)
{
  for (guint i = 0; i < diagnostics->len; i++)
    g_message ("%s", dt_diagnostic_get_message (g_ptr_array_index (diagnostics, i)));
}

/**
 * dui_engine_new_settings:
 *
 * Opens the settings of the program, those of the build tree where it runs
 * from there.
 *
 * Returns: (transfer full) (nullable): the settings; %NULL where their schema
 *   is not installed
 */
GSettings *
dui_engine_new_settings (void)
{
  GSettingsSchemaSource *standard = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  g_autoptr (GSettingsSchema) schema = NULL;

  if (dt_data_runs_from_build_tree ())
    built = g_settings_schema_source_new_from_directory (BUILD_ROOT "/data", standard, FALSE, NULL);
  if (built != NULL)
    schema = g_settings_schema_source_lookup (built, SCHEMA_ID, TRUE);
  else if (standard != NULL)
    schema = g_settings_schema_source_lookup (standard, SCHEMA_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/* The catalogue is read in a thread, from packs that never change. */
static void
load_catalog_thread (GTask *task,
                     gpointer source,
                     gpointer task_data,
                     GCancellable *cancellable)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  DtCatalog *catalog = dt_packs_load_catalog (task_data, diagnostics);

  log_diagnostics (diagnostics);
  g_task_return_pointer (task, catalog, (GDestroyNotify) dt_catalog_unref);
}

static void
catalog_loaded_cb (GObject *object,
                   GAsyncResult *result,
                   gpointer user_data)
{
  DuiEngine *self = DUI_ENGINE (object);
  DtCatalog *catalog = g_task_propagate_pointer (G_TASK (result), NULL);

  if (catalog == NULL)
    return;

  g_clear_pointer (&self->catalog, dt_catalog_unref);
  self->catalog = catalog;
  g_signal_emit (self, signals[SIGNAL_CATALOG_CHANGED], 0);
}

static void
start_loading_catalog (DuiEngine *self)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();

  task = g_task_new (self, self->loading, catalog_loaded_cb, NULL);
  g_task_set_source_tag (task, start_loading_catalog);
  g_task_set_task_data (task, g_ptr_array_ref (self->packs), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, load_catalog_thread);
}

static void
load_profile (DuiEngine *self)
{
  g_autofree char *pack = get_user_pack_path ();
  g_autofree char *path = g_build_filename (pack, "profiles", PROFILE_FILE, NULL);
  g_autoptr (GError) error = NULL;
  DtProfile *profile = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      profile = dt_profile_load (path, &error);
      if (profile == NULL)
        g_message ("%s", error->message);
    }
  self->own_profile = profile != NULL;
  if (profile == NULL && dt_library_find_profile (self->library, NULL) != NULL)
    profile = dt_profile_ref (dt_library_find_profile (self->library, NULL));

  g_clear_pointer (&self->profile, dt_profile_unref);
  self->profile = profile;
}

static void
load_packs (DuiEngine *self)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();

  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->library, dt_library_unref);
  self->packs = dt_packs_find (NULL, diagnostics);
  self->library = dt_library_new (self->packs, diagnostics);
  load_profile (self);
  log_diagnostics (diagnostics);
  start_loading_catalog (self);
}

/* GObject overrides */

static void
dui_engine_dispose (GObject *object)
{
  DuiEngine *self = DUI_ENGINE (object);

  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (dui_engine_parent_class)->dispose (object);
}

static void
dui_engine_finalize (GObject *object)
{
  DuiEngine *self = DUI_ENGINE (object);

  g_clear_pointer (&self->catalog, dt_catalog_unref);
  g_clear_pointer (&self->profile, dt_profile_unref);
  g_clear_pointer (&self->library, dt_library_unref);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->kinds, dt_kinds_unref);
  g_clear_pointer (&self->sheet, dt_sheet_unref);

  G_OBJECT_CLASS (dui_engine_parent_class)->finalize (object);
}

static void
dui_engine_class_init (DuiEngineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dui_engine_dispose;
  object_class->finalize = dui_engine_finalize;

  /**
   * DuiEngine::catalog-changed:
   *
   * The catalogue was loaded, or loaded again.
   */
  signals[SIGNAL_CATALOG_CHANGED] =
    g_signal_new ("catalog-changed", DUI_TYPE_ENGINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * DuiEngine::library-changed:
   *
   * The templates were read again.
   */
  signals[SIGNAL_LIBRARY_CHANGED] =
    g_signal_new ("library-changed", DUI_TYPE_ENGINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /**
   * DuiEngine::profile-changed:
   *
   * The office is another one, or was described anew.
   */
  signals[SIGNAL_PROFILE_CHANGED] =
    g_signal_new ("profile-changed", DUI_TYPE_ENGINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dui_engine_init (DuiEngine *self)
{
}

/* Public functions */

/**
 * dui_engine_new:
 * @error: return location for an error
 *
 * Loads the style sheet, the kinds of documents and the templates, and begins
 * to load the catalogue in a thread.
 *
 * Returns: (transfer full): a new engine, or %NULL with @error set where the
 *   data of the program are not found
 */
DuiEngine *
dui_engine_new (GError **error)
{
  g_autoptr (DuiEngine) self = g_object_new (DUI_TYPE_ENGINE, NULL);

  self->settings = dui_engine_new_settings ();
  if (self->settings == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("the settings “%s” are not installed"), SCHEMA_ID);
      return NULL;
    }
  self->sheet = dt_sheet_load_default (error);
  self->kinds = self->sheet != NULL ? dt_kinds_load_default (error) : NULL;
  if (self->kinds == NULL)
    return NULL;
  load_packs (self);

  return g_steal_pointer (&self);
}

DtSheet *
dui_engine_get_sheet (DuiEngine *self)
{
  g_return_val_if_fail (DUI_IS_ENGINE (self), NULL);

  return self->sheet;
}

DtKinds *
dui_engine_get_kinds (DuiEngine *self)
{
  g_return_val_if_fail (DUI_IS_ENGINE (self), NULL);

  return self->kinds;
}

DtLibrary *
dui_engine_get_library (DuiEngine *self)
{
  g_return_val_if_fail (DUI_IS_ENGINE (self), NULL);

  return self->library;
}

GPtrArray *
dui_engine_get_packs (DuiEngine *self)
{
  g_return_val_if_fail (DUI_IS_ENGINE (self), NULL);

  return self->packs;
}

DtCatalog *
dui_engine_get_catalog (DuiEngine *self)
{
  g_return_val_if_fail (DUI_IS_ENGINE (self), NULL);

  return self->catalog;
}

GSettings *
dui_engine_get_settings (DuiEngine *self)
{
  g_return_val_if_fail (DUI_IS_ENGINE (self), NULL);

  return self->settings;
}

/**
 * dui_engine_get_today:
 * @self: an engine
 *
 * Gets the day of the local clock, on which validity is judged while a plan
 * has no date.
 *
 * Returns: a complete date
 */
DtDate
dui_engine_get_today (DuiEngine *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return dt_date_make ((guint) g_date_time_get_year (now), (guint) g_date_time_get_month (now),
                       (guint) g_date_time_get_day_of_month (now));
}

DtProfile *
dui_engine_get_profile (DuiEngine *self)
{
  g_return_val_if_fail (DUI_IS_ENGINE (self), NULL);

  return self->profile;
}

gboolean
dui_engine_has_own_profile (DuiEngine *self)
{
  g_return_val_if_fail (DUI_IS_ENGINE (self), FALSE);

  return self->own_profile;
}

/**
 * dui_engine_set_profile:
 * @self: an engine
 * @profile: the office from now on
 * @error: return location for an error
 *
 * Writes @profile to the user's own pack and uses it.
 *
 * Returns: %TRUE if it is on disk; else the profile is the one of before
 */
gboolean
dui_engine_set_profile (DuiEngine *self,
                        DtProfile *profile,
                        GError **error)
{
  g_autofree char *pack = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (DUI_IS_ENGINE (self) && profile != NULL, FALSE);

  pack = dui_engine_ensure_user_pack (self, error);
  if (pack == NULL)
    return FALSE;
  folder = g_build_filename (pack, "profiles", NULL);
  path = g_build_filename (folder, PROFILE_FILE, NULL);
  g_mkdir_with_parents (folder, 0700);
  bytes = dt_profile_write (profile);
  if (!dt_save (path, bytes, error))
    return FALSE;

  dt_profile_ref (profile);
  g_clear_pointer (&self->profile, dt_profile_unref);
  self->profile = profile;
  self->own_profile = TRUE;
  g_signal_emit (self, signals[SIGNAL_PROFILE_CHANGED], 0);
  return TRUE;
}

void
dui_engine_reload (DuiEngine *self)
{
  g_return_if_fail (DUI_IS_ENGINE (self));

  load_packs (self);
  g_signal_emit (self, signals[SIGNAL_LIBRARY_CHANGED], 0);
  g_signal_emit (self, signals[SIGNAL_PROFILE_CHANGED], 0);
}

void
dui_engine_reload_catalog (DuiEngine *self)
{
  g_return_if_fail (DUI_IS_ENGINE (self));

  for (guint i = 0; i < self->packs->len; i++)
    if (strcmp (dt_pack_get_id (g_ptr_array_index (self->packs, i)), DT_PACK_OWN) == 0)
      {
        start_loading_catalog (self);
        return;
      }

  dui_engine_reload (self);
}

/**
 * dui_engine_ensure_user_pack:
 * @self: an engine
 * @error: return location for an error
 *
 * Makes the user's own pack where it is missing.
 *
 * Returns: (transfer full): its path, or %NULL with @error set
 */
char *
dui_engine_ensure_user_pack (DuiEngine *self,
                             GError **error)
{
  g_autofree char *path = get_user_pack_path ();
  g_autofree char *file = g_build_filename (path, "pack.xml", NULL);
  g_autofree char *title = g_markup_escape_text (_ ("My own"), -1);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (g_file_test (file, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  text = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<pack xmlns=\"%s\" format=\"%s\">\n"
                          "  <id>%s</id>\n"
                          "  <version>1</version>\n"
                          "  <title>%s</title>\n"
                          "  <publisher>%s</publisher>\n"
                          "</pack>\n",
                          DT_PACK_NAMESPACE, DT_PACK_FORMAT, DT_PACK_OWN, title, title);
  bytes = g_bytes_new (text, strlen (text));
  g_mkdir_with_parents (path, 0700);
  return dt_save (file, bytes, error) ? g_steal_pointer (&path) : NULL;
}

DtComposer
dui_engine_make_composer (DuiEngine *self)
{
  DtComposer composer = { 0 };

  g_return_val_if_fail (DUI_IS_ENGINE (self), composer);

  composer.sheet = self->sheet;
  composer.kinds = self->kinds;
  composer.catalog = self->catalog;
  composer.today = dui_engine_get_today (self);
  return composer;
}

/**
 * dui_engine_new_shaper:
 * @self: an engine
 * @error: return location for an error
 *
 * Makes a shaper for the font of the style sheet. It belongs to one thread at
 * a time.
 *
 * Returns: (transfer full): a new shaper, or %NULL with @error set
 */
DtShaper *
dui_engine_new_shaper (DuiEngine *self,
                       GError **error)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();

  g_return_val_if_fail (DUI_IS_ENGINE (self), NULL);

  return dt_shaper_new (dt_sheet_get_font_family (self->sheet), dt_sheet_get_font_twins (self->sheet), diagnostics, error);
}
