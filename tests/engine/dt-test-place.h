/* dt-test-place.h - a folder with a document to save, for one test
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib/gstdio.h>
#include <string.h>

#include "dt-test.h"

/* A folder of its own for each test, with a document in it. */
typedef struct
{
  char *dir;
  char *path;
} Place;

#define OLD_TEXT "old content"

static inline void
place_init (Place *place)
{
  g_autoptr (GError) error = NULL;

  place->dir = g_dir_make_tmp ("dt-save-XXXXXX", &error);
  dt_assert_no_error (error);
  place->path = g_build_filename (place->dir, "kế hoạch.duthao", NULL);
  ck_assert (g_file_set_contents (place->path, OLD_TEXT, -1, NULL));
}

static inline guint
count_files (const Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->dir, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static inline void
place_clear (Place *place)
{
  g_autoptr (GDir) dir = g_dir_open (place->dir, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (place->dir, name, NULL);

      if (g_unlink (path) != 0)
        g_rmdir (path);
    }
  g_rmdir (place->dir);
  g_free (place->dir);
  g_free (place->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static inline gboolean
holds (const char *path,
       GBytes *want)
{
  g_autofree char *text = NULL;
  gsize length;

  return g_file_get_contents (path, &text, &length, NULL) &&
         length == g_bytes_get_size (want) &&
         memcmp (text, g_bytes_get_data (want, NULL), length) == 0;
}

static inline GBytes *
make_bytes (gsize length)
{
  char *data = g_malloc (length + 1);

  for (gsize i = 0; i < length; i++)
    data[i] = (char) (i * 7 + i / 251);
  return g_bytes_new_take (data, length);
}
