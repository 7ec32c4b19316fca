/* dt-cli-compose.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-private.h"

#include "base/dt-diagnostic.h"
#include "format/dt-plan-file.h"
#include "layout/dt-layout.h"

DtComposition *
dt_cli_compose (const char *path,
                GPtrArray *diagnostics,
                GError **error)
{
  g_autoptr (DtPlan) plan = dt_plan_load (path, diagnostics, error);
  g_autoptr (DtSheet) sheet = NULL;
  g_autoptr (DtKinds) kinds = NULL;
  DtComposer composer = { 0 };

  if (plan == NULL)
    return NULL;

  sheet = dt_sheet_load_default (error);
  kinds = sheet != NULL ? dt_kinds_load_default (error) : NULL;
  if (kinds == NULL)
    return NULL;

  composer.sheet = sheet;
  composer.kinds = kinds;
  return dt_compose (&composer, plan, NULL);
}

DtShaper *
dt_cli_make_shaper (DtComposition *composition,
                    GError **error)
{
  DtSheet *sheet = dt_composition_get_sheet (composition);
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();

  /* The shaper keeps the list, and layout hands on what is in it. */
  return dt_shaper_new (dt_sheet_get_font_family (sheet), dt_sheet_get_font_twins (sheet), diagnostics, error);
}

DtPages *
dt_cli_lay_out (DtComposition *composition,
                GError **error)
{
  g_autoptr (DtShaper) shaper = dt_cli_make_shaper (composition, error);

  return shaper != NULL ? dt_layout_run (composition, shaper, NULL, NULL, error) : NULL;
}
