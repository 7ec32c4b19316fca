/* dt-test-pages.h - a plan file laid out, for tests of what comes after layout
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dt-test.h"

#include "format/dt-plan-file.h"
#include "layout/dt-layout.h"

#include <string.h>

/* Ends the program on an error; works outside of a test too, where nothing of Check does. */
static inline void
dt_test_expect (const GError *error)
{
  if (error == NULL)
    return;

  g_printerr ("%s\n", error->message);
  exit (EXIT_FAILURE);
}

/* Shows where two long texts part; Check cannot report all of them. */
static inline void
dt_test_same_text (const char *got,
                   const char *want)
{
  gsize same = 0;
  gsize from;

  while (got[same] != '\0' && got[same] == want[same])
    same++;
  from = same > 60 ? same - 60 : 0;

  ck_assert_msg (strcmp (got, want) == 0, "at byte %" G_GSIZE_FORMAT ": got \"%.120s\", want \"%.120s\"",
                 same, got + from, want + from);
}

static inline DtComposition *
dt_test_compose_plan (DtPlan *plan)
{
  g_autoptr (DtSheet) sheet = NULL;
  g_autoptr (DtKinds) kinds = NULL;
  g_autoptr (GError) error = NULL;
  DtComposer composer = { 0 };

  composer.sheet = sheet = dt_sheet_load_default (&error);
  dt_test_expect (error);
  composer.kinds = kinds = dt_kinds_load_default (&error);
  dt_test_expect (error);

  return dt_compose (&composer, plan, NULL);
}

/* @path: a plan file, from the folder of the tests. */
static inline DtPlan *
dt_test_load_plan (const char *path)
{
  g_autofree char *full = g_build_filename (g_getenv ("G_TEST_SRCDIR"), path, NULL);
  g_autoptr (GError) error = NULL;
  DtPlan *plan = dt_plan_load (full, NULL, &error);

  dt_test_expect (error);
  return plan;
}

static inline DtPages *
dt_test_lay_out_plan (DtPlan *plan)
{
  g_autoptr (DtComposition) composition = dt_test_compose_plan (plan);
  DtSheet *sheet = dt_composition_get_sheet (composition);
  g_autoptr (DtShaper) shaper = NULL;
  g_autoptr (GError) error = NULL;
  DtPages *pages;

  shaper = dt_shaper_new (dt_sheet_get_font_family (sheet), dt_sheet_get_font_twins (sheet), NULL, &error);
  dt_test_expect (error);
  pages = dt_layout_run (composition, shaper, NULL, NULL, &error);
  dt_test_expect (error);

  return pages;
}

static inline DtPages *
dt_test_lay_out (const char *path)
{
  g_autoptr (DtPlan) plan = dt_test_load_plan (path);

  return dt_test_lay_out_plan (plan);
}
