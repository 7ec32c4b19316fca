/* dui-session.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-session"

#include "config.h"

#include "document/dui-session.h"

#include "base/dt-file.h"
#include "base/dt-save.h"
#include "document/dui-keeper-private.h"

#include <glib/gstdio.h>
#include <string.h>

#define GROUP "session"
#define DELAY_MS 1500
#define CAP ((gsize) 4 * 1024 * 1024)

struct _DuiSession
{
  GObject parent_instance;

  GKeyFile *file;
  DuiKeeper *keeper;
  guint timer;
  guint ended_well : 1;
};

G_DEFINE_FINAL_TYPE (DuiSession, dui_session, G_TYPE_OBJECT)

/* Auxiliary functions */

static GBytes *
make_bytes (DuiSession *self)
{
  gsize length;
  char *text = g_key_file_to_data (self->file, &length, NULL);

  return g_bytes_new_take (text, length);
}

static gboolean
write_cb (gpointer user_data)
{
  DuiSession *self = user_data;
  g_autoptr (GBytes) bytes = make_bytes (self);

  self->timer = 0;
  /* A failure is told by the drafts, which lie in the same folder. */
  dui_keeper_write_async (self->keeper, NULL, bytes, NULL, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
write_soon (DuiSession *self)
{
  if (self->timer == 0)
    self->timer = g_timeout_add (DELAY_MS, write_cb, self);
}

static void
set_string (DuiSession *self,
            const char *group,
            const char *key,
            const char *value)
{
  if (value != NULL && *value != '\0')
    g_key_file_set_string (self->file, group, key, value);
  else
    g_key_file_remove_key (self->file, group, key, NULL);
}

static gboolean
parse (DuiSession *self,
       const char *path)
{
  g_autoptr (GBytes) bytes = dt_file_read (path, CAP, NULL);

  return bytes != NULL && g_bytes_get_size (bytes) > 0 &&
         g_utf8_validate (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL) &&
         g_key_file_load_from_bytes (self->file, bytes, G_KEY_FILE_NONE, NULL);
}

static void
load (DuiSession *self)
{
  const char *path = dui_keeper_get_path (self->keeper);

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !parse (self, path))
    {
      g_autofree char *aside = g_strconcat (path, ".damaged", NULL);

      g_info ("%s: damaged, moved aside", path);
      g_rename (path, aside);
      g_key_file_unref (self->file);
      self->file = g_key_file_new ();
    }
  self->ended_well = g_key_file_get_boolean (self->file, GROUP, "ended", NULL);
  g_key_file_set_boolean (self->file, GROUP, "ended", FALSE);
}

/* GObject overrides */

static void
dui_session_finalize (GObject *object)
{
  DuiSession *self = DUI_SESSION (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->keeper, dui_keeper_unref);
  g_clear_pointer (&self->file, g_key_file_unref);

  G_OBJECT_CLASS (dui_session_parent_class)->finalize (object);
}

static void
dui_session_class_init (DuiSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_session_finalize;
}

static void
dui_session_init (DuiSession *self)
{
  self->file = g_key_file_new ();
}

/* Public functions */

DuiSession *
dui_session_new (const char *path)
{
  DuiSession *self = g_object_new (DUI_TYPE_SESSION, NULL);

  self->keeper = dui_keeper_new (path, dt_save);
  load (self);
  return self;
}

char **
dui_session_list (DuiSession *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) groups = NULL;

  g_return_val_if_fail (DUI_IS_SESSION (self), NULL);

  groups = g_key_file_get_groups (self->file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (g_uuid_string_is_valid (groups[i]))
        g_strv_builder_add (builder, groups[i]);
    }

  return g_strv_builder_end (builder);
}

gboolean
dui_session_has (DuiSession *self,
                 const char *id)
{
  g_return_val_if_fail (DUI_IS_SESSION (self), FALSE);

  return g_key_file_has_group (self->file, id);
}

gboolean
dui_session_is_open (DuiSession *self,
                     const char *id)
{
  g_return_val_if_fail (DUI_IS_SESSION (self), FALSE);

  return g_key_file_get_boolean (self->file, id, "open", NULL);
}

GFile *
dui_session_get_file (DuiSession *self,
                      const char *id)
{
  g_autofree char *uri = NULL;

  g_return_val_if_fail (DUI_IS_SESSION (self), NULL);

  uri = g_key_file_get_string (self->file, id, "file", NULL);
  return uri != NULL ? g_file_new_for_uri (uri) : NULL;
}

char *
dui_session_get_etag (DuiSession *self,
                      const char *id)
{
  g_return_val_if_fail (DUI_IS_SESSION (self), NULL);

  return g_key_file_get_string (self->file, id, "etag", NULL);
}

static void
note_refused (DuiSession *self,
              DuiDocument *document)
{
  const char *id = dui_document_get_id (document);
  GHashTable *refused = dui_document_get_all_refused (document);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer key;
  gpointer text;

  if (refused == NULL || g_hash_table_size (refused) == 0)
    {
      g_key_file_remove_key (self->file, id, "refused", NULL);
      return;
    }

  g_hash_table_iter_init (&iter, refused);
  while (g_hash_table_iter_next (&iter, &key, &text))
    {
      g_ptr_array_add (list, key);
      g_ptr_array_add (list, text);
    }
  g_key_file_set_string_list (self->file, id, "refused", (const char *const *) list->pdata, list->len);
}

void
dui_session_note (DuiSession *self,
                  DuiDocument *document,
                  gboolean open)
{
  const char *id;
  const char *caret;
  guint offset;
  g_autofree char *uri = NULL;

  g_return_if_fail (DUI_IS_SESSION (self) && DUI_IS_DOCUMENT (document));

  id = dui_document_get_id (document);
  caret = dui_document_get_caret (document, &offset);
  if (dui_document_get_file (document) != NULL)
    uri = g_file_get_uri (dui_document_get_file (document));

  g_key_file_set_boolean (self->file, id, "open", open);
  set_string (self, id, "file", uri);
  set_string (self, id, "etag", dui_document_get_etag (document));
  set_string (self, id, "caret", caret);
  set_string (self, id, "layout", dui_document_get_layout (document));
  g_key_file_set_integer (self->file, id, "offset", (int) offset);
  note_refused (self, document);
  write_soon (self);
}

void
dui_session_recall (DuiSession *self,
                    DuiDocument *document)
{
  const char *id;
  g_autofree char *caret = NULL;
  g_autofree char *layout = NULL;
  g_auto (GStrv) refused = NULL;

  g_return_if_fail (DUI_IS_SESSION (self) && DUI_IS_DOCUMENT (document));

  id = dui_document_get_id (document);
  caret = g_key_file_get_string (self->file, id, "caret", NULL);
  if (caret != NULL)
    dui_document_set_caret (document, caret, (guint) MAX (0, g_key_file_get_integer (self->file, id, "offset", NULL)));

  layout = g_key_file_get_string (self->file, id, "layout", NULL);
  dui_document_set_layout (document, layout);
  refused = g_key_file_get_string_list (self->file, id, "refused", NULL, NULL);
  for (guint i = 0; refused != NULL && refused[i] != NULL && refused[i + 1] != NULL; i += 2)
    dui_document_set_refused (document, refused[i], refused[i + 1]);
}

void
dui_session_forget (DuiSession *self,
                    const char *id)
{
  g_return_if_fail (DUI_IS_SESSION (self));

  if (g_key_file_remove_group (self->file, id, NULL))
    write_soon (self);
}

guint
dui_session_begin_start (DuiSession *self)
{
  int failed;

  g_return_val_if_fail (DUI_IS_SESSION (self), 0);

  failed = MAX (0, g_key_file_get_integer (self->file, GROUP, "starts", NULL));
  g_key_file_set_integer (self->file, GROUP, "starts", failed + 1);
  dui_session_flush (self, FALSE);
  return (guint) failed;
}

void
dui_session_end_start (DuiSession *self)
{
  g_return_if_fail (DUI_IS_SESSION (self));

  g_key_file_set_integer (self->file, GROUP, "starts", 0);
  dui_session_flush (self, FALSE);
}

gboolean
dui_session_ended_well (DuiSession *self)
{
  g_return_val_if_fail (DUI_IS_SESSION (self), FALSE);

  return self->ended_well;
}

/**
 * dui_session_flush:
 * @self: a session
 * @ended: whether the program ends by itself
 *
 * Writes the session at once.
 */
void
dui_session_flush (DuiSession *self,
                   gboolean ended)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (DUI_IS_SESSION (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  g_key_file_set_boolean (self->file, GROUP, "ended", ended);
  bytes = make_bytes (self);
  if (!dui_keeper_write (self->keeper, NULL, bytes, &error))
    g_info ("%s", error->message);
}
