/* dt-cli.h - the command line program
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs the program with the arguments of main() and returns its exit status. */
int dt_cli_main (int argc,
                 char *argv[]);
/* Chooses the language of messages; before anything is said. */
void dt_cli_init_locale (void);

G_END_DECLS
