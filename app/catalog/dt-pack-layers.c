/* dt-pack-layers.c - which packs there are, and what they say together
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-pack"

#include "config.h"

#include "catalog/dt-pack.h"

#include "base/dt-data-dir.h"
#include "catalog/dt-catalog-file.h"

#include <gio/gio.h>
#include <string.h>

#define PACKS_FOLDER "packs"
/* Where a sandbox mounts packs that are installed beside the program; a mount hides what lies under it,
 * so that this cannot be the folder of the packs that come with the program. */
#define EXTENSIONS_FOLDER "extensions"
#define CATALOG_FOLDER "catalog"

static void
tell (GPtrArray *diagnostics,
      const char *code,
      const GError *error)
{
  dt_diagnostics_add (diagnostics, DT_SEVERITY_ERROR, code, NULL, 0, 0, "%s", error->message);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Adds @pack; one of the same id in a weaker layer goes. */
static void
add_pack (GPtrArray *packs,
          DtPack *pack)
{
  for (guint i = 0; i < packs->len; i++)
    if (strcmp (dt_pack_get_id (g_ptr_array_index (packs, i)), dt_pack_get_id (pack)) == 0)
      {
        g_ptr_array_remove_index (packs, i);
        break;
      }

  g_ptr_array_add (packs, pack);
}

/* What the user says counts more than what a pack says that the user got from others. */
static void
put_own_last (GPtrArray *packs)
{
  for (guint i = 0; i < packs->len; i++)
    if (strcmp (dt_pack_get_id (g_ptr_array_index (packs, i)), DT_PACK_OWN) == 0)
      {
        g_ptr_array_add (packs, g_ptr_array_steal_index (packs, i));
        return;
      }
}

/* Adds the packs that lie in the folder @dir. */
static void
add_dir (GPtrArray *packs,
         const char *path,
         GPtrArray *diagnostics)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename (path, name, NULL));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      const char *folder = g_ptr_array_index (names, i);
      g_autofree char *file = g_build_filename (folder, "pack.xml", NULL);
      g_autoptr (GError) error = NULL;
      DtPack *pack;

      if (!g_file_test (file, G_FILE_TEST_EXISTS))
        continue;
      pack = dt_pack_load (folder, &error);
      if (pack != NULL)
        add_pack (packs, pack);
      else
        tell (diagnostics, "pack", error);
    }
}

/**
 * dt_packs_find:
 * @office_dirs: (nullable) (array zero-terminated=1): folders with packs that
 *   the office shares
 * @diagnostics: (nullable) (element-type DtDiagnostic): list to add to what
 *   could not be read
 *
 * Finds the packs of all layers: what comes with the program, the data folders
 * of the system, the share of the office, the user's own, and last the pack
 * %DT_PACK_OWN. Of packs with one id the one in the latest layer counts.
 *
 * Returns: (transfer full) (element-type DtPack): the packs, the weakest first
 */
GPtrArray *
dt_packs_find (const char *const *office_dirs,
               GPtrArray *diagnostics)
{
  GPtrArray *packs = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_pack_unref);
  g_auto (GStrv) dirs = dt_data_list_dirs ();
  g_autofree char *user = g_build_filename (g_get_user_data_dir (), "duthao", NULL);
  g_autofree char *user_packs = g_build_filename (user, PACKS_FOLDER, NULL);

  for (guint i = g_strv_length (dirs); i > 0; i--)
    {
      g_autofree char *path = g_build_filename (dirs[i - 1], PACKS_FOLDER, NULL);
      g_autofree char *extensions = g_build_filename (dirs[i - 1], EXTENSIONS_FOLDER, NULL);

      if (strcmp (dirs[i - 1], user) == 0)
        continue;
      add_dir (packs, path, diagnostics);
      add_dir (packs, extensions, diagnostics);
    }
  for (guint i = 0; office_dirs != NULL && office_dirs[i] != NULL; i++)
    add_dir (packs, office_dirs[i], diagnostics);
  add_dir (packs, user_packs, diagnostics);
  put_own_last (packs);

  return packs;
}

static void
load_file (const char *path,
           GPtrArray *documents,
           GPtrArray *diagnostics)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = dt_pack_read_file (path, &error);
  GPtrArray *loaded = bytes != NULL ? dt_catalog_file_read (bytes, path, &error) : NULL;

  if (loaded == NULL)
    tell (diagnostics, "catalog", error);
  else
    g_ptr_array_extend_and_steal (documents, loaded);
}

/**
 * dt_packs_load_catalog:
 * @packs: (element-type DtPack): packs, the weakest first
 * @diagnostics: (nullable) (element-type DtDiagnostic): list to add to what
 *   could not be read
 *
 * Reads the files in the folder `catalog` of each pack. Of documents with one
 * id the one in the strongest pack counts. A broken file does not take the
 * others away.
 *
 * Returns: (transfer full): the catalogue, which may be empty
 */
DtCatalog *
dt_packs_load_catalog (const GPtrArray *packs,
                       GPtrArray *diagnostics)
{
  g_autoptr (GPtrArray) documents = NULL;

  g_return_val_if_fail (packs != NULL, NULL);

  documents = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_document_unref);
  for (guint i = 0; i < packs->len; i++)
    {
      g_auto (GStrv) files = dt_pack_list_files (g_ptr_array_index (packs, i), CATALOG_FOLDER);

      for (guint k = 0; files[k] != NULL; k++)
        load_file (files[k], documents, diagnostics);
    }

  return dt_catalog_new ((DtDocument *const *) documents->pdata, documents->len);
}
