/* dui-import-draft.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-import-draft"

#include "config.h"

#include "document/dui-import-draft.h"

#include "base/dt-file.h"
#include "base/dt-save.h"
#include "document/dui-keeper-private.h"
#include "import/dt-import.h"

#include <string.h>

/* The first line says how the rest is to be read. */
#define TEXT_LINE "duthao-import text\n"
#define MARKDOWN_LINE "duthao-import markdown\n"

struct _DuiImportDraft
{
  DuiKeeper *keeper;
};

static char *
make_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "duthao", "import", "text.draft", NULL);
}

DuiImportDraft *
dui_import_draft_new (void)
{
  DuiImportDraft *self = g_new0 (DuiImportDraft, 1);
  g_autofree char *path = make_path ();

  self->keeper = dui_keeper_new (path, dt_save);
  return self;
}

void
dui_import_draft_free (DuiImportDraft *self)
{
  g_return_if_fail (self != NULL);

  dui_keeper_unref (self->keeper);
  g_free (self);
}

gboolean
dui_import_draft_exists (void)
{
  g_autofree char *path = make_path ();

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

char *
dui_import_draft_load (gboolean *markdown)
{
  g_autofree char *path = make_path ();
  g_autoptr (GBytes) bytes = dui_import_draft_exists () ? dt_file_read (path, DT_IMPORT_CAP, NULL) : NULL;
  g_autofree char *text = NULL;

  if (bytes == NULL)
    return NULL;

  text = g_utf8_make_valid (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  *markdown = g_str_has_prefix (text, MARKDOWN_LINE);
  if (*markdown)
    return g_strdup (text + strlen (MARKDOWN_LINE));

  return g_strdup (g_str_has_prefix (text, TEXT_LINE) ? text + strlen (TEXT_LINE) : text);
}

void
dui_import_draft_keep (DuiImportDraft *self,
                       const char *text,
                       gboolean markdown,
                       gboolean at_once)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *kept;

  g_return_if_fail (self != NULL && text != NULL);

  if (text[strspn (text, " \t\n")] == '\0')
    {
      dui_import_draft_drop (self);
      return;
    }

  kept = g_strconcat (markdown ? MARKDOWN_LINE : TEXT_LINE, text, NULL);
  bytes = g_bytes_new_take (kept, strlen (kept));
  if (!at_once)
    dui_keeper_write_async (self->keeper, NULL, bytes, NULL, NULL, NULL);
  else if (!dui_keeper_write (self->keeper, NULL, bytes, &error))
    g_info ("%s", error->message);
}

void
dui_import_draft_drop (DuiImportDraft *self)
{
  g_return_if_fail (self != NULL);

  dui_keeper_write (self->keeper, NULL, NULL, NULL);
}
