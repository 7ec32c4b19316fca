/* fuzz-import.c - any bytes become a lawful plan that lost no word, or an error
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fuzz.h"

#include <stdlib.h>

#include "../engine/dt-test-words.h"
#include "base/dt-diagnostic.h"
#include "format/dt-plan-file.h"

static void G_GNUC_PRINTF (1, 2) G_GNUC_NORETURN
  fail (const char *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_printerr ("%s\n", message);
  abort ();
}

/* A plan that was imported must be one that can be saved and opened again. */
static void
check_plan (DtPlan *plan)
{
  g_autoptr (GBytes) file = dt_plan_write (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) back = dt_plan_read (file, "plan.duthao", NULL, &error);

  if (back == NULL)
    fail ("the plan cannot be read back: %s", error->message);
  if (!dt_plan_equal (plan, back))
    fail ("the plan changes when it is saved");
}

static void
check_import (GBytes *bytes,
              const char *name)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DtPlan) plan = dt_import_text (bytes, name, diagnostics, &error);
  g_autofree char *lost = NULL;

  if ((plan == NULL) == (error == NULL))
    fail ("neither a plan nor an error, or both");
  if (plan == NULL)
    {
      if (error->domain != DT_IMPORT_ERROR)
        fail ("the plan is not lawful: %s", error->message);
      return;
    }

  check_plan (plan);
  lost = dt_test_find_lost (bytes, name);
  if (lost != NULL)
    fail ("%s", lost);
}

/* The first bit chooses how the rest is read. */
int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize size)
{
  g_autoptr (GBytes) bytes = NULL;
  gboolean markdown;

  if (size == 0)
    return 0;

  markdown = (data[0] & 1) != 0;
  bytes = g_bytes_new (data + 1, size - 1);
  check_import (bytes, markdown ? "a.md" : "a.txt");

  return 0;
}
