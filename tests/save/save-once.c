/* save-once.c - one save, to be looked at from outside
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/dt-save.h"

#include <stdio.h>

int
main (int argc,
      char **argv)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new content\n", 12);
  g_autoptr (GError) error = NULL;

  if (argc != 2)
    return 2;
  if (!dt_save (argv[1], bytes, &error))
    {
      fprintf (stderr, "save-once: %s\n", error->message);
      return 1;
    }

  return 0;
}
