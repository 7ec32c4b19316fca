/* dt-cli.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli.h"

#include "cli/dt-cli-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* In the order of the help. */
static const DtCliCommand *const commands[] = { &dt_cli_import, &dt_cli_new, &dt_cli_next, &dt_cli_export, &dt_cli_check, &dt_cli_dump, &dt_cli_catalog, &dt_cli_template };

static const DtCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      if (strcmp (commands[i]->name, name) == 0)
        return commands[i];
    }

  return NULL;
}

static char *
make_help (void)
{
  g_autoptr (GString) help = g_string_new (NULL);

  g_string_append_printf (help, _ ("usage: %s COMMAND [ARGUMENT…]\n\n"), DT_CLI_NAME);
  g_string_append_printf (help, "%s\n\n%s\n", _ ("Draft administrative plans by decree 30/2020/NĐ-CP."), _ ("commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (help, "  %-10s%s\n", commands[i]->name, _ (commands[i]->summary));
  g_string_append_printf (help, "\n%s\n", _ ("options:"));
  g_string_append_printf (help, "  -h, --help     %s\n", _ ("show this help"));
  g_string_append_printf (help, "  --version      %s\n\n", _ ("show the version"));
  g_string_append_printf (help, _ ("“%s COMMAND --help” says more about a command.\n"), DT_CLI_NAME);
  g_string_append_printf (help, "%s\n", _ ("Exit status: 0 done, 1 failed, 2 wrong usage."));

  return g_string_free (g_steal_pointer (&help), FALSE);
}

static int
print (const char *text)
{
  g_autoptr (GError) error = NULL;

  if (dt_cli_write_stdout (text, strlen (text), &error) && dt_cli_flush_stdout (&error))
    return DT_CLI_DONE;

  return dt_cli_fail (error);
}

static int
complain (const char *message)
{
  g_autofree char *hint = g_strdup_printf (_ ("try “%s --help”"), DT_CLI_NAME);

  dt_cli_print_error (message);
  dt_cli_print_error (hint);

  return DT_CLI_USAGE;
}

static int
complain_about (const char *word)
{
  g_autofree char *name = g_filename_display_name (word);
  g_autofree char *message = word[0] == '-' ? g_strdup_printf (_ ("there is no option “%s”"), name)
                                            : g_strdup_printf (_ ("there is no command “%s”"), name);

  return complain (message);
}

/**
 * dt_cli_main:
 * @argc: number of arguments
 * @argv: the arguments, the first one the name of the program
 *
 * Runs the program: `duthao-cli COMMAND …`.
 *
 * Returns: 0 when it is done, 1 when the operation failed, 2 for wrong usage
 */
int
dt_cli_main (int argc,
             char *argv[])
{
  const DtCliCommand *command;
  const char *word = argc > 1 ? argv[1] : NULL;

  dt_cli_keep_standard_files ();
  g_set_prgname (DT_CLI_NAME);
  dt_cli_init_locale ();

  if (word == NULL)
    return complain (_ ("no command is named"));

  if (strcmp (word, "--help") == 0 || strcmp (word, "-h") == 0)
    {
      g_autofree char *help = make_help ();

      return print (help);
    }
  if (strcmp (word, "--version") == 0)
    return print (DT_CLI_NAME " " PACKAGE_VERSION "\n");

  command = find_command (word);
  if (command == NULL)
    return complain_about (word);

  return command->run (command, argc - 1, argv + 1);
}
