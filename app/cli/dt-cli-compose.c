/* dt-cli-compose.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-private.h"

#include "base/dt-diagnostic.h"
#include "catalog/dt-pack.h"
#include "format/dt-plan-file.h"
#include "layout/dt-layout.h"

#include <string.h>

/* Whether anything in @node is between [[ and ]]: packs are read for citations only. */
static gboolean
cites (const DtNode *node)
{
  const char *text = dt_node_get_text (node);

  if (text != NULL && strstr (text, "[[") != NULL)
    return TRUE;

  /* The schema bounds the depth. */
  for (guint i = 0; i < dt_node_get_n_children (node); i++)
    {
      if (cites (dt_node_get_child (node, i)))
        return TRUE;
    }

  return FALSE;
}

static DtDate
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return dt_date_make ((guint) g_date_time_get_year (now), (guint) g_date_time_get_month (now),
                       (guint) g_date_time_get_day_of_month (now));
}

DtCatalog *
dt_cli_load_catalog (GPtrArray *diagnostics)
{
  g_autoptr (GPtrArray) packs = dt_packs_find (NULL, diagnostics);

  return dt_packs_load_catalog (packs, diagnostics);
}

DtComposition *
dt_cli_compose (const char *path,
                GPtrArray *diagnostics,
                GError **error)
{
  g_autoptr (DtPlan) plan = dt_plan_load (path, diagnostics, error);

  return plan != NULL ? dt_cli_compose_plan (plan, diagnostics, error) : NULL;
}

DtComposition *
dt_cli_compose_plan (DtPlan *plan,
                     GPtrArray *diagnostics,
                     GError **error)
{
  g_autoptr (DtSheet) sheet = NULL;
  g_autoptr (DtKinds) kinds = NULL;
  g_autoptr (DtCatalog) catalog = NULL;
  DtComposer composer = { 0 };

  if (plan == NULL)
    return NULL;

  sheet = dt_sheet_load_default (error);
  kinds = sheet != NULL ? dt_kinds_load_default (error) : NULL;
  if (kinds == NULL)
    return NULL;

  if (cites (dt_plan_get_root (plan)))
    catalog = dt_cli_load_catalog (diagnostics);

  composer.catalog = catalog;
  composer.today = get_today ();
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
