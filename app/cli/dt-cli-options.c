/* dt-cli-options.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Columns before the descriptions. */
#define LEFT_WIDTH 28

static void
append_option (GString *help,
               const GOptionEntry *entry)
{
  g_autofree char *left = NULL;
  g_autofree char *value = NULL;

  if (entry->arg_description != NULL)
    value = g_strconcat ("=", _ (entry->arg_description), NULL);
  left = entry->short_name != '\0'
           ? g_strdup_printf ("  -%c, --%s%s", entry->short_name, entry->long_name, value != NULL ? value : "")
           : g_strdup_printf ("      --%s%s", entry->long_name, value != NULL ? value : "");

  g_string_append (help, left);
  for (glong n = g_utf8_strlen (left, -1); n < LEFT_WIDTH; n++)
    g_string_append_c (help, ' ');
  g_string_append_printf (help, "  %s\n", _ (entry->description));
}

/* The library has no translation of its own words on many machines, so the help is written here. */
static gboolean
print_help (const DtCliCommand *command,
            const GOptionEntry *entries,
            GError **error)
{
  const GOptionEntry help_entry = { "help", 'h', 0, G_OPTION_ARG_NONE, NULL, N_ ("show this help"), NULL };
  g_autoptr (GString) help = g_string_new (NULL);

  g_string_append_printf (help, _ ("usage: %s %s %s\n\n%s\n"), DT_CLI_NAME, command->name, _ (command->arguments),
                          _ (command->summary));
  if (command->details != NULL)
    g_string_append_printf (help, "%s\n", _ (command->details));

  g_string_append_printf (help, "\n%s\n", _ ("options:"));
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      if (*entry->long_name != '\0')
        append_option (help, entry);
    }
  append_option (help, &help_entry);

  return dt_cli_write_stdout (help->str, help->len, error) && dt_cli_flush_stdout (error);
}

/**
 * dt_cli_usage_error:
 * @command: the command
 * @format: what is wrong, already translated
 * @...: what @format asks for
 *
 * Complains about the arguments and says where help is.
 *
 * Returns: the exit status
 */
int
dt_cli_usage_error (const DtCliCommand *command,
                    const char *format,
                    ...)
{
  g_autofree char *message = NULL;
  g_autofree char *hint = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);

  dt_cli_print_error (message);
  hint = g_strdup_printf (_ ("try “%s %s --help”"), DT_CLI_NAME, command->name);
  dt_cli_print_error (hint);

  return DT_CLI_USAGE;
}

static gboolean
takes_value (const GOptionEntry *entries,
             char short_name)
{
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      if (entry->short_name == short_name && short_name != '\0')
        return entry->arg != G_OPTION_ARG_NONE;
    }

  return FALSE;
}

/* The library does not know "-oFILE"; it gets "-o FILE" instead. The strings are owned by the result. */
static char **
split_short_options (const GOptionEntry *entries,
                     int argc,
                     char **argv)
{
  GPtrArray *split = g_ptr_array_new ();
  gboolean options = TRUE;

  for (int i = 0; i < argc; i++)
    {
      const char *word = argv[i];

      options = options && strcmp (word, "--") != 0;
      if (options && word[0] == '-' && takes_value (entries, word[1]) && word[2] != '\0')
        {
          g_ptr_array_add (split, g_strndup (word, 2));
          word += 2;
        }
      g_ptr_array_add (split, g_strdup (word));
    }
  g_ptr_array_add (split, NULL);

  return (char **) g_ptr_array_free (split, FALSE);
}

/* What is left of @argv and looks like an option, or NULL. Behind "--" nothing does. */
static const char *
find_unknown (char **argv)
{
  for (guint i = 1; argv[i] != NULL && strcmp (argv[i], "--") != 0; i++)
    {
      if (argv[i][0] == '-' && argv[i][1] != '\0')
        return argv[i];
    }

  return NULL;
}

/**
 * dt_cli_parse:
 * @command: the command
 * @entries: its options; the remaining arguments among them
 * @argc: number of arguments
 * @argv: the arguments, the first one the name of the command
 * @status: (out): the exit status where the command is over
 *
 * Parses the options of a command. Help is dealt with here, and so is what the
 * command does not know.
 *
 * Returns: whether to go on
 */
gboolean
dt_cli_parse (const DtCliCommand *command,
              const GOptionEntry *entries,
              int argc,
              char **argv,
              int *status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean help = FALSE;
  const GOptionEntry help_entries[] = { { "help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL },
                                        { NULL } };
  g_autofree char *last = g_filename_display_name (argv[argc - 1]);
  g_auto (GStrv) words = split_short_options (entries, argc, argv);
  const char *unknown;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_add_main_entries (context, help_entries, NULL);

  if (!g_option_context_parse_strv (context, &words, &error))
    {
      *status = dt_cli_usage_error (command, _ ("the option “%s” lacks its value"), last);
      return FALSE;
    }

  if (help)
    {
      *status = print_help (command, entries, &error) ? DT_CLI_DONE : dt_cli_fail (error);
      return FALSE;
    }

  unknown = find_unknown (words);
  if (unknown != NULL)
    {
      g_autofree char *name = g_filename_display_name (unknown);

      *status = dt_cli_usage_error (command, _ ("there is no option “%s”"), name);
      return FALSE;
    }

  return TRUE;
}

/**
 * dt_cli_get_only:
 * @command: the command
 * @names: (nullable): what stood beside the options
 *
 * Gets the one file a command works on.
 *
 * Returns: (nullable): its name, or %NULL after a complaint
 */
const char *
dt_cli_get_only (const DtCliCommand *command,
                 char **names)
{
  if (names == NULL || names[0] == NULL)
    {
      dt_cli_usage_error (command, _ ("no file is named; “-” is standard input"));
      return NULL;
    }

  if (names[1] != NULL)
    {
      g_autofree char *second = g_filename_display_name (names[1]);

      dt_cli_usage_error (command, _ ("only one file is taken, “%s” is too much"), second);
      return NULL;
    }

  return names[0];
}

/**
 * dt_cli_parse_format:
 * @command: the command
 * @format: (nullable): what was asked for
 * @json: (out): whether it is JSON
 *
 * Understands `--format`.
 *
 * Returns: %FALSE after a complaint
 */
gboolean
dt_cli_parse_format (const DtCliCommand *command,
                     const char *format,
                     gboolean *json)
{
  *json = g_strcmp0 (format, "json") == 0;
  if (format == NULL || *json || strcmp (format, "text") == 0)
    return TRUE;

  dt_cli_usage_error (command, _ ("there is no format “%s”, expected text or json"), format);
  return FALSE;
}
