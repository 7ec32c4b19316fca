/* main.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli.h"

int
main (int argc,
      char *argv[])
{
  return dt_cli_main (argc, argv);
}
