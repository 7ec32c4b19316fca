/* dt-test-check.h - what a check needs, and how to run one
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dt-test.h"

#include <string.h>

#include "base/dt-diagnostic.h"
#include "catalog/dt-pack.h"
#include "check/dt-check.h"
#include "format/dt-plan-file.h"
#include "layout/dt-layout.h"
#include "model/dt-schema.h"
#include "template/dt-library.h"

static DtChecker dt_test_checker;

static inline DtPlan *
dt_test_load_plan (const char *base)
{
  g_autofree char *path = g_strdup_printf ("%s/check/%s.duthao", g_getenv ("G_TEST_SRCDIR"), base);
  g_autoptr (GError) error = NULL;
  DtPlan *plan = dt_plan_load (path, NULL, &error);

  if (plan == NULL)
    g_error ("%s", error->message);
  return plan;
}

/* All that comes with the program. */
static inline void
dt_test_open_checker (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "..", "data", "packs", "builtin", NULL);
  g_autoptr (GPtrArray) packs = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_pack_unref);
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (DtLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  DtPack *pack = dt_pack_load (path, &error);

  /* Pages in real lengths. */
  if (g_getenv ("DT_LIBERATION_CONF") != NULL)
    g_setenv ("FONTCONFIG_FILE", g_getenv ("DT_LIBERATION_CONF"), TRUE);

  if (pack == NULL)
    g_error ("%s", error->message);
  g_ptr_array_add (packs, pack);
  library = dt_library_new (packs, diagnostics);

  dt_test_checker.rules = dt_rules_new (packs, diagnostics);
  dt_test_checker.profile = dt_profile_ref (dt_library_find_profile (library, NULL));
  dt_test_checker.composer.sheet = dt_sheet_load_default (&error);
  dt_test_checker.composer.kinds = dt_kinds_load_default (&error);
  dt_test_checker.composer.catalog = dt_packs_load_catalog (packs, diagnostics);
  dt_test_checker.composer.today = dt_date_make (2026, 11, 22);
  if (diagnostics->len > 0)
    g_error ("%s", dt_diagnostic_get_message (g_ptr_array_index (diagnostics, 0)));
}

static inline void
dt_test_close_checker (void)
{
  dt_rules_unref (dt_test_checker.rules);
  dt_profile_unref (dt_test_checker.profile);
  dt_sheet_unref (dt_test_checker.composer.sheet);
  dt_kinds_unref (dt_test_checker.composer.kinds);
  dt_catalog_unref (dt_test_checker.composer.catalog);
}

static inline DtReport *
dt_test_check (DtPlan *plan,
               DtDate on,
               gboolean pages,
               DtSheet *sheet)
{
  DtChecker checker = dt_test_checker;
  DtComposer composer = checker.composer;
  g_autoptr (DtComposition) composition = NULL;
  g_autoptr (DtPages) laid_out = NULL;
  g_autoptr (DtShaper) shaper = NULL;
  g_autoptr (GError) error = NULL;

  checker.on = on;
  composer.sheet = sheet != NULL ? sheet : composer.sheet;
  composition = dt_compose (&composer, plan, NULL);
  if (pages)
    {
      shaper = dt_shaper_new (dt_sheet_get_font_family (checker.composer.sheet),
                              dt_sheet_get_font_twins (checker.composer.sheet), NULL, &error);
      laid_out = dt_layout_run (composition, shaper, NULL, NULL, &error);
      dt_assert_no_error (error);
    }

  return dt_check_run (&checker, plan, composition, laid_out, NULL, NULL);
}
