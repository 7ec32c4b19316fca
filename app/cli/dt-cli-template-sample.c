/* dt-cli-template-sample.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-template-private.h"

#include "base/dt-diagnostic.h"
#include "export/dt-exporter.h"
#include "format/dt-plan-file.h"
#include "layout/dt-layout.h"
#include "template/dt-template-sample.h"

#include <glib/gi18n-lib.h>

DtProfile *
dt_cli_find_profile (const char *path,
                     const DtLibrary *library,
                     GError **error)
{
  DtProfile *profile;

  if (path != NULL)
    return dt_profile_load (path, error);

  profile = dt_library_find_profile (library, NULL);
  if (profile != NULL)
    return dt_profile_ref (profile);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("no pack has a profile; name one with --profile FILE"));
  return NULL;
}

static GBytes *
render_pages (DtComposition *composition,
              gboolean as_odt,
              GPtrArray *diagnostics,
              GError **error)
{
  g_autoptr (DtShaper) shaper = dt_cli_make_shaper (composition, error);
  g_autoptr (DtPages) pages = NULL;

  if (shaper == NULL)
    return NULL;
  if (as_odt)
    return dt_export_odt (composition, shaper, diagnostics, error);

  pages = dt_layout_run (composition, shaper, NULL, NULL, error);
  return pages != NULL ? dt_export_pdf (pages, diagnostics, NULL, NULL, NULL, error) : NULL;
}

/* The file that @output asks for; NULL with an error. */
static GBytes *
render (DtPlan *plan,
        const char *output,
        GPtrArray *diagnostics,
        GError **error)
{
  g_autofree char *name = g_filename_display_name (output);
  g_autoptr (DtComposition) composition = NULL;
  gboolean as_odt = g_str_has_suffix (output, ".odt");

  if (g_str_has_suffix (output, ".duthao"))
    return dt_plan_write (plan);
  if (!as_odt && !g_str_has_suffix (output, ".pdf") && !g_str_has_suffix (output, ".txt"))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                   _ ("%s: the name does not say the format, expected .duthao, .pdf, .odt or .txt"), name);
      return NULL;
    }

  composition = dt_cli_compose_plan (plan, diagnostics, error);
  if (composition == NULL)
    return NULL;
  if (g_str_has_suffix (output, ".txt"))
    return dt_export_text (composition, error);

  return render_pages (composition, as_odt, diagnostics, error);
}

int
dt_cli_template_sample (const DtTemplate *template,
                        const DtLibrary *library,
                        const char *profile,
                        const char *output)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (DtProfile) office = dt_cli_find_profile (profile, library, &error);
  g_autoptr (DtPlan) plan = office != NULL ? dt_template_make_sample (template, library, office, &error) : NULL;
  g_autoptr (GBytes) bytes = plan != NULL ? render (plan, output, diagnostics, &error) : NULL;

  dt_cli_print_diagnostics (diagnostics, output);
  if (bytes == NULL || !dt_cli_write (output, bytes, &error))
    return dt_cli_fail (error);

  return DT_CLI_DONE;
}
