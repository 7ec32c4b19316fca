/* dt-data-dir.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-data-dir"

#include "config.h"

#include "base/dt-data-dir.h"

#include "base/dt-file.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/**
 * dt_data_runs_from_build_tree:
 *
 * Tells whether the running program lies in the build tree, and so belongs to
 * the data of the source tree rather than to what may be installed.
 *
 * Returns: %TRUE if it does
 */
gboolean
dt_data_runs_from_build_tree (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  return program != NULL && g_str_has_prefix (program, BUILD_ROOT G_DIR_SEPARATOR_S);
}

static void
add_dir (GPtrArray *dirs,
         const char *dir)
{
  for (guint i = 0; i < dirs->len; i++)
    if (strcmp (g_ptr_array_index (dirs, i), dir) == 0)
      return;

  g_ptr_array_add (dirs, g_strdup (dir));
}

static void
add_xdg_dir (GPtrArray *dirs,
             const char *dir)
{
  g_autofree char *ours = g_build_filename (dir, "duthao", NULL);

  /* The base directory specification ignores relative paths. */
  if (g_path_is_absolute (ours))
    add_dir (dirs, ours);
}

/**
 * dt_data_list_dirs:
 *
 * Lists the folders that may hold data files, the strongest first: the one in
 * `$DUTHAO_DATA_DIR`; the source tree, for a program that runs where it was
 * built; `duthao` in the XDG data folders of the user and of the system; the
 * folder of the installation.
 *
 * Returns: (transfer full): a %NULL terminated array of absolute paths, whether
 *   or not they exist
 */
char **
dt_data_list_dirs (void)
{
  GPtrArray *dirs = g_ptr_array_new ();
  const char *const *system_dirs = g_get_system_data_dirs ();
  const char *chosen = g_getenv (DT_DATA_DIR_VARIABLE);

  if (chosen != NULL && *chosen != '\0')
    {
      g_autofree char *absolute = g_canonicalize_filename (chosen, NULL);

      add_dir (dirs, absolute);
    }
  if (dt_data_runs_from_build_tree ())
    add_dir (dirs, SOURCE_DATA_DIR);
  add_xdg_dir (dirs, g_get_user_data_dir ());
  for (guint i = 0; system_dirs[i] != NULL; i++)
    add_xdg_dir (dirs, system_dirs[i]);
  add_dir (dirs, PKGDATADIR);

  g_ptr_array_add (dirs, NULL);
  return (char **) g_ptr_array_free (dirs, FALSE);
}

/**
 * dt_data_find:
 * @relative: a path below a data folder, such as `packs/builtin`
 * @error: return location for an error
 *
 * Finds a data file or folder in the first folder of dt_data_list_dirs() that
 * has it.
 *
 * Returns: (transfer full): its path, or %NULL with @error set to
 *   %G_IO_ERROR_NOT_FOUND and a message that names the places searched
 */
char *
dt_data_find (const char *relative,
              GError **error)
{
  g_auto (GStrv) dirs = NULL;
  g_autofree char *places = NULL;

  g_return_val_if_fail (relative != NULL, NULL);
  g_return_val_if_fail (!g_path_is_absolute (relative), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  dirs = dt_data_list_dirs ();
  for (guint i = 0; dirs[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (dirs[i], relative, NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }

  places = g_strjoinv (", ", dirs);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
               _ ("%s: not found in %s"), relative, places);
  return NULL;
}

/**
 * dt_data_read:
 * @relative: name of a file below a data folder
 * @path: (out) (transfer full): where it was found
 * @error: return location for an error
 *
 * Finds a data file and reads it whole.
 *
 * Returns: (transfer full): its bytes, or %NULL with @error set
 */
GBytes *
dt_data_read (const char *relative,
              char **path,
              GError **error)
{
  g_autofree char *found = NULL;
  GBytes *bytes;

  g_return_val_if_fail (relative != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  found = dt_data_find (relative, error);
  if (found == NULL)
    return NULL;

  bytes = dt_file_read (found, DT_FILE_DEFAULT_CAP, error);
  if (bytes != NULL)
    *path = g_steal_pointer (&found);

  return bytes;
}
