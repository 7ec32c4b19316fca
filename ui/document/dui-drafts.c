/* dui-drafts.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-drafts"

#include "config.h"

#include "document/dui-drafts.h"

#include "base/dt-save.h"
#include "document/dui-document-file.h"
#include "document/dui-drafts-private.h"
#include "document/dui-session.h"
#include "format/dt-plan-file.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

/* From the first change that is not on disk; writing takes its time too. */
#define DELAY_MS 1000
#define RETRY_MS 2000
#define SUFFIX ".duthao"
/* So many starts that came to no end, and nothing is opened by itself any more. */
#define MAX_FAILED_STARTS 3

typedef struct
{
  DuiDrafts *drafts; /* (unowned) */
  DuiDocument *document;
  DuiKeeper *keeper;
  guint timer;
  guint64 wanted; /* counts changes */
  guint64 kept;   /* the last of them that is on disk */
} Entry;

struct _DuiDrafts
{
  GObject parent_instance;

  DuiEngine *engine;
  char *folder;
  DuiSession *session;
  DuiSaveFunc save;
  GPtrArray *entries;
};

G_DEFINE_FINAL_TYPE (DuiDrafts, dui_drafts, G_TYPE_OBJECT)

typedef struct
{
  DuiDocument *document;
  guint64 wanted;
} Writing;

/* Auxiliary functions */

static char *
make_path (DuiDrafts *self,
           const char *id)
{
  g_autofree char *name = g_strconcat (id, SUFFIX, NULL);

  return g_build_filename (self->folder, name, NULL);
}

static Entry *
find_entry (DuiDrafts *self,
            DuiDocument *document)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->document == document)
        return entry;
    }

  return NULL;
}

static gboolean
is_in_window (DuiDrafts *self,
              const char *id)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (strcmp (dui_document_get_id (entry->document), id) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean write_cb (gpointer user_data);

static void
write_soon (Entry *entry,
            guint delay)
{
  if (entry->timer == 0)
    entry->timer = g_timeout_add (delay, write_cb, entry);
}

static void
note_result (Entry *entry,
             guint64 wanted,
             const GError *error)
{
  if (error != NULL)
    {
      dui_document_set_draft_state (entry->document, DUI_DRAFT_FAILED, error);
      write_soon (entry, RETRY_MS);
    }
  else
    {
      entry->kept = MAX (entry->kept, wanted);
      if (wanted == entry->wanted)
        dui_document_set_draft_state (entry->document, DUI_DRAFT_KEPT, NULL);
    }
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  DuiDrafts *self = DUI_DRAFTS (source);
  Writing *writing = user_data;
  Entry *entry = find_entry (self, writing->document);
  g_autoptr (GError) error = NULL;

  dui_keeper_write_finish (result, &error);
  if (entry != NULL && dui_document_get_draft_state (entry->document) != DUI_DRAFT_NONE)
    note_result (entry, writing->wanted, error);
  g_object_unref (writing->document);
  g_free (writing);
}

static gboolean
write_cb (gpointer user_data)
{
  Entry *entry = user_data;
  Writing *writing = g_new0 (Writing, 1);

  entry->timer = 0;
  writing->document = g_object_ref (entry->document);
  writing->wanted = entry->wanted;
  dui_keeper_write_async (entry->keeper, dui_document_get_plan (entry->document), NULL, entry->drafts, written_cb, writing);
  dui_session_note (entry->drafts->session, entry->document, TRUE);
  return G_SOURCE_REMOVE;
}

static void
write_now (Entry *entry)
{
  g_autoptr (GError) error = NULL;

  /* What was restored counts as kept, although this file may not be there yet. */
  if (dui_document_get_draft_state (entry->document) == DUI_DRAFT_NONE || entry->kept == entry->wanted)
    return;

  g_clear_handle_id (&entry->timer, g_source_remove);
  dui_keeper_write (entry->keeper, dui_document_get_plan (entry->document), NULL, &error);
  note_result (entry, entry->wanted, error);
}

/* Callbacks */

static void
changed_cb (Entry *entry)
{
  if (dui_document_get_draft_state (entry->document) == DUI_DRAFT_NONE)
    return;

  entry->wanted++;
  write_soon (entry, DELAY_MS);
}

static void
draft_state_cb (Entry *entry)
{
  switch (dui_document_get_draft_state (entry->document))
    {
    case DUI_DRAFT_NONE:
      /* Saved, or undone to what is saved. */
      g_clear_handle_id (&entry->timer, g_source_remove);
      entry->wanted++;
      dui_keeper_write_async (entry->keeper, NULL, NULL, NULL, NULL, NULL);
      dui_session_note (entry->drafts->session, entry->document, TRUE);
      break;

    case DUI_DRAFT_PENDING:
      changed_cb (entry);
      break;

    case DUI_DRAFT_KEPT:
    case DUI_DRAFT_FAILED:
    default:
      break;
    }
}

static void
note_cb (Entry *entry)
{
  dui_session_note (entry->drafts->session, entry->document, TRUE);
}

static void
entry_free (Entry *entry)
{
  g_clear_handle_id (&entry->timer, g_source_remove);
  g_signal_handlers_disconnect_by_data (entry->document, entry);
  g_object_unref (entry->document);
  dui_keeper_unref (entry->keeper);
  g_free (entry);
}

/* GObject overrides */

static void
dui_drafts_finalize (GObject *object)
{
  DuiDrafts *self = DUI_DRAFTS (object);

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->engine);
  g_free (self->folder);

  G_OBJECT_CLASS (dui_drafts_parent_class)->finalize (object);
}

static void
dui_drafts_class_init (DuiDraftsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dui_drafts_finalize;
}

static void
dui_drafts_init (DuiDrafts *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->save = dt_save;
}

/* Keeping */

DuiDrafts *
dui_drafts_new (DuiEngine *engine,
                const char *folder)
{
  DuiDrafts *self = g_object_new (DUI_TYPE_DRAFTS, NULL);
  g_autofree char *session = NULL;

  self->engine = g_object_ref (engine);
  self->folder = folder != NULL ? g_strdup (folder) : g_build_filename (g_get_user_data_dir (), "duthao", "drafts", NULL);
  g_mkdir_with_parents (self->folder, 0700);
  session = g_build_filename (self->folder, "session.ini", NULL);
  self->session = dui_session_new (session);
  return self;
}

void
dui_drafts_set_save (DuiDrafts *self,
                     DuiSaveFunc save)
{
  g_return_if_fail (DUI_IS_DRAFTS (self));

  self->save = save;
}

void
dui_drafts_add (DuiDrafts *self,
                DuiDocument *document)
{
  g_autofree char *path = NULL;
  Entry *entry;

  g_return_if_fail (DUI_IS_DRAFTS (self) && DUI_IS_DOCUMENT (document));

  if (find_entry (self, document) != NULL)
    return;

  path = make_path (self, dui_document_get_id (document));
  entry = g_new0 (Entry, 1);
  entry->drafts = self;
  entry->document = g_object_ref (document);
  entry->keeper = dui_keeper_new (path, self->save);
  g_ptr_array_add (self->entries, entry);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (changed_cb), entry);
  g_signal_connect_swapped (document, "notify::draft-state", G_CALLBACK (draft_state_cb), entry);
  g_signal_connect_swapped (document, "notify::file", G_CALLBACK (note_cb), entry);
  g_signal_connect_swapped (document, "caret-moved", G_CALLBACK (note_cb), entry);
  changed_cb (entry);
  /* A plan that is in no file is nowhere else, and the session must not name what is not there. */
  if (dui_document_get_file (document) == NULL && !g_file_test (path, G_FILE_TEST_EXISTS))
    write_now (entry);
  dui_session_note (self->session, document, TRUE);
}

void
dui_drafts_remove (DuiDrafts *self,
                   DuiDocument *document,
                   gboolean discard)
{
  Entry *entry;

  g_return_if_fail (DUI_IS_DRAFTS (self) && DUI_IS_DOCUMENT (document));

  entry = find_entry (self, document);
  if (entry == NULL)
    return;

  if (discard || dui_document_get_draft_state (document) == DUI_DRAFT_NONE)
    {
      dui_keeper_write (entry->keeper, NULL, NULL, NULL);
      dui_session_forget (self->session, dui_document_get_id (document));
    }
  else
    {
      write_now (entry);
      dui_session_note (self->session, document, FALSE);
    }
  g_ptr_array_remove (self->entries, entry);
}

static void
write_all (DuiDrafts *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      write_now (entry);
      dui_session_note (self->session, entry->document, TRUE);
    }
}

void
dui_drafts_flush (DuiDrafts *self)
{
  g_return_if_fail (DUI_IS_DRAFTS (self));

  write_all (self);
  dui_session_flush (self->session, FALSE);
}

void
dui_drafts_end (DuiDrafts *self)
{
  g_return_if_fail (DUI_IS_DRAFTS (self));

  write_all (self);
  dui_session_flush (self->session, TRUE);
}

/* Restoring */

/* What cannot be read is kept where nothing trips over it. */
static void
move_aside (DuiDrafts *self,
            const char *path,
            const GError *reason,
            GPtrArray *messages)
{
  g_autofree char *folder = g_build_filename (self->folder, "damaged", NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *stamped = g_strdup_printf ("%" G_GINT64_FORMAT "-%s", g_get_real_time (), name);
  g_autofree char *aside = g_build_filename (folder, stamped, NULL);

  g_mkdir_with_parents (folder, 0700);
  g_rename (path, aside);
  g_info ("%s: %s", aside, reason->message);
  if (messages != NULL)
    g_ptr_array_add (messages, g_strdup_printf (_ ("A damaged draft was put aside: %s"), aside));
}

/* The document of an entry: its file, if it has one that can be read, and its draft on top. */
static DuiDocument *
open_entry (DuiDrafts *self,
            const char *id,
            GPtrArray *messages,
            GError **error)
{
  g_autofree char *path = make_path (self, id);
  g_autoptr (GFile) file = dui_session_get_file (self->session, id);
  g_autofree char *etag = dui_session_get_etag (self->session, id);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GError) file_reason = NULL;
  gboolean has_draft = g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (DtPlan) draft = has_draft ? dt_plan_load (path, NULL, &reason) : NULL;
  g_autoptr (DuiDocument) document = file != NULL ? dui_document_load (self->engine, file, &file_reason) : NULL;

  if (has_draft && draft == NULL)
    move_aside (self, path, reason, messages);
  if (document == NULL && draft != NULL)
    document = dui_document_new (self->engine, draft, file);
  if (document == NULL)
    {
      dui_session_forget (self->session, id);
      if (file_reason != NULL)
        g_propagate_error (error, g_steal_pointer (&file_reason));
      else
        g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("the draft is no longer there"));
      return NULL;
    }

  dui_document_set_id (document, id);
  if (draft != NULL)
    dui_document_restore (document, draft, etag);
  dui_session_recall (self->session, document);
  return g_steal_pointer (&document);
}

/* Drafts that stand in no session: it was lost, so they are opened all. */
static void
add_stray (DuiDrafts *self,
           GPtrArray *ids)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *id = g_str_has_suffix (name, SUFFIX) ? g_strndup (name, strlen (name) - strlen (SUFFIX)) : NULL;

      if (id != NULL && g_uuid_string_is_valid (id) && !dui_session_has (self->session, id))
        g_ptr_array_add (ids, g_steal_pointer (&id));
    }
}

gboolean
dui_drafts_was_cut_short (DuiDrafts *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) listed = NULL;

  g_return_val_if_fail (DUI_IS_DRAFTS (self), FALSE);

  if (dui_session_ended_well (self->session))
    return FALSE;

  add_stray (self, ids);
  listed = dui_session_list (self->session);
  return ids->len > 0 || listed[0] != NULL;
}

GPtrArray *
dui_drafts_restore (DuiDrafts *self,
                    GPtrArray *messages)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) listed = NULL;

  g_return_val_if_fail (DUI_IS_DRAFTS (self), documents);

  if (dui_session_begin_start (self->session) >= MAX_FAILED_STARTS)
    {
      g_ptr_array_add (messages, g_strdup (_ ("The program failed to start three times, so no plan was opened. Drafts are listed at the start.")));
      return documents;
    }

  listed = dui_session_list (self->session);
  for (guint i = 0; listed[i] != NULL; i++)
    {
      if (dui_session_is_open (self->session, listed[i]) && !is_in_window (self, listed[i]))
        g_ptr_array_add (ids, g_strdup (listed[i]));
    }
  add_stray (self, ids);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GError) error = NULL;
      DuiDocument *document = open_entry (self, g_ptr_array_index (ids, i), messages, &error);

      if (document != NULL)
        g_ptr_array_add (documents, document);
      else
        g_ptr_array_add (messages, g_strdup (error->message));
    }

  return documents;
}

void
dui_drafts_end_start (DuiDrafts *self)
{
  g_return_if_fail (DUI_IS_DRAFTS (self));

  dui_session_end_start (self->session);
}

/* Drafts that are in no window */

static void
draft_free (DuiDraft *draft)
{
  g_free (draft->id);
  g_free (draft->title);
  g_clear_object (&draft->file);
  g_free (draft);
}

static int
compare_drafts (gconstpointer a,
                gconstpointer b)
{
  const DuiDraft *first = *(const DuiDraft *const *) a;
  const DuiDraft *second = *(const DuiDraft *const *) b;

  return (first->time < second->time) - (first->time > second->time);
}

GPtrArray *
dui_drafts_list (DuiDrafts *self)
{
  GPtrArray *drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_free);
  g_auto (GStrv) listed = NULL;

  g_return_val_if_fail (DUI_IS_DRAFTS (self), drafts);

  listed = dui_session_list (self->session);
  for (guint i = 0; listed[i] != NULL; i++)
    {
      g_autofree char *path = make_path (self, listed[i]);
      g_autoptr (DtPlan) plan = NULL;
      g_autoptr (DuiDocument) document = NULL;
      DuiDraft *draft;
      GStatBuf info;

      if (is_in_window (self, listed[i]) || g_stat (path, &info) != 0)
        continue;
      plan = dt_plan_load (path, NULL, NULL);
      if (plan == NULL)
        continue;

      document = dui_document_new (self->engine, plan, NULL);
      draft = g_new0 (DuiDraft, 1);
      draft->id = g_strdup (listed[i]);
      draft->title = g_strdup (dui_document_get_title (document));
      draft->file = dui_session_get_file (self->session, listed[i]);
      draft->time = (gint64) info.st_mtime;
      g_ptr_array_add (drafts, draft);
    }

  g_ptr_array_sort (drafts, compare_drafts);
  return drafts;
}

DuiDocument *
dui_drafts_open (DuiDrafts *self,
                 const char *id,
                 GError **error)
{
  g_return_val_if_fail (DUI_IS_DRAFTS (self) && id != NULL, NULL);

  return open_entry (self, id, NULL, error);
}

void
dui_drafts_delete (DuiDrafts *self,
                   const char *id)
{
  g_autofree char *path = NULL;

  g_return_if_fail (DUI_IS_DRAFTS (self) && g_uuid_string_is_valid (id));

  path = make_path (self, id);
  g_unlink (path);
  dui_session_forget (self->session, id);
}

char *
dui_drafts_dup_path (DuiDrafts *self,
                     const char *id)
{
  g_return_val_if_fail (DUI_IS_DRAFTS (self) && id != NULL, NULL);

  return make_path (self, id);
}
