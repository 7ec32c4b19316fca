/* main.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "application/dui-application.h"
#include "cli/dt-cli.h"

#include <libintl.h>
#include <string.h>

int
main (int argc,
      char *argv[])
{
  g_autoptr (DuiApplication) application = NULL;

  /* The verbs of duthao-cli, which need no display. */
  if (argc > 1 && strcmp (argv[1], "--cli") == 0)
    return dt_cli_main (argc - 1, argv + 1);

  dui_application_choose_language ();
  dt_cli_init_locale ();
  textdomain (GETTEXT_PACKAGE);
  gtk_disable_setlocale ();

  application = dui_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
