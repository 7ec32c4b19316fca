/* dt-cli-locale.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli/dt-cli.h"

#include "base/dt-data-dir.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

/*
 * The language of the messages is that of the locale, or Vietnamese where the
 * locale says nothing, or what LANGUAGE asks for. gettext does not look at
 * LANGUAGE, nor at any catalogue, while the locale of messages is "C"; so that
 * one is given another name, and the choice is put into LANGUAGE.
 */

/* Locales that gettext takes for one, the likeliest to be there first. */
static const char *const carriers[] = { "C.UTF-8", "C.utf8", "en_US.UTF-8", "vi_VN.UTF-8" };

static gboolean
says_nothing (const char *locale)
{
  return locale == NULL || strcmp (locale, "C") == 0 || strcmp (locale, "POSIX") == 0 ||
         g_str_has_prefix (locale, "C.");
}

/* What the environment calls the locale of messages, whether or not the system has it. */
static const char *
get_locale_name (void)
{
  static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    {
      const char *value = g_getenv (variables[i]);

      if (value != NULL && *value != '\0')
        return value;
    }

  return NULL;
}

/* The texts in the sources are English, and English has no catalogue: a list of languages ends where
 * it comes to English, or else gettext would go on to the next one.
 */
static char *
cut_at_english (const char *languages)
{
  g_auto (GStrv) list = g_strsplit (languages, ":", -1);
  guint n = 0;

  while (list[n] != NULL)
    {
      gboolean english = says_nothing (list[n]) || strcmp (list[n], "en") == 0 || g_str_has_prefix (list[n], "en_");

      n++;
      if (english)
        break;
    }

  for (guint i = n; list[i] != NULL; i++)
    g_clear_pointer (&list[i], g_free);

  return g_strjoinv (":", list);
}

static char *
choose_languages (void)
{
  const char *asked = g_getenv ("LANGUAGE");
  const char *locale = get_locale_name ();

  if (asked != NULL && *asked != '\0')
    return cut_at_english (asked);
  if (says_nothing (locale))
    return g_strdup ("vi");

  return g_strndup (locale, strcspn (locale, ".@"));
}

static void
set_message_locale (void)
{
  const char *locale = setlocale (LC_MESSAGES, "");

  if (locale != NULL && strcmp (locale, "C") != 0 && strcmp (locale, "POSIX") != 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (carriers); i++)
    {
      if (setlocale (LC_MESSAGES, carriers[i]) != NULL)
        return;
    }
}

/**
 * dt_cli_init_locale:
 *
 * Sets the language of messages. Everything the program reads and writes is
 * UTF-8, and no other part of the locale is taken over, so that files come out
 * the same everywhere.
 */
void
dt_cli_init_locale (void)
{
  g_autofree char *languages = choose_languages ();

  if (setlocale (LC_CTYPE, "C.UTF-8") == NULL)
    setlocale (LC_CTYPE, "");
  set_message_locale ();
  g_setenv ("LANGUAGE", languages, TRUE);

  bindtextdomain (GETTEXT_PACKAGE, dt_data_runs_from_build_tree () ? BUILD_LOCALEDIR : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}
