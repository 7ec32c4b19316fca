/* dui-library-book.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-library"

#include "config.h"

#include "library/dui-library-book.h"

#include "base/dt-save.h"
#include "library/dui-library-steps.h"
#include "library/dui-library-store.h"

#include <glib/gi18n.h>
#include <string.h>

/* From the first change to the disk. */
#define SAVE_MS 1000
/* From a write that went wrong to the next try. */
#define RETRY_MS 5000
/* From the last key to what the reader says. */
#define READ_MS 150
/* A rest after which typing is undone by itself. */
#define REST_US (1500 * 1000)

struct _DuiLibraryBook
{
  GObject parent_instance;

  DuiEngine *engine;
  DuiLibraryStore *store;
  DuiLibrarySteps *steps;
  char *text;
  char *base; /* what the pack held when it was read or written last */
  DuiLibraryFile *file;
  DuiLibraryFile *good;
  char *touched;
  char *problem;
  gint64 last_change;
  guint reading;
  guint saving;

  guint is_saved : 1;
  guint is_lost : 1; /* the file of the pack cannot be read, and is not to be overwritten */
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CHECKED,
  SIGNAL_SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiLibraryBook, dui_library_book, G_TYPE_OBJECT)

/* Reading */

static void
read_now (DuiLibraryBook *self)
{
  g_clear_handle_id (&self->reading, g_source_remove);
  if (self->file != NULL && strcmp (self->file->text, self->text) == 0)
    return;

  g_clear_pointer (&self->file, dui_library_file_unref);
  self->file = dui_library_file_new (self->text);
  if (self->file->documents != NULL)
    {
      g_clear_pointer (&self->good, dui_library_file_unref);
      self->good = dui_library_file_ref (self->file);
    }
}

static void
check_now (DuiLibraryBook *self)
{
  read_now (self);
  g_signal_emit (self, signals[SIGNAL_CHECKED], 0);
}

static gboolean
read_cb (gpointer user_data)
{
  DuiLibraryBook *self = user_data;

  self->reading = 0;
  check_now (self);
  return G_SOURCE_REMOVE;
}

/* Writing */

static void
tell (DuiLibraryBook *self,
      const GError *error)
{
  g_free (self->problem);
  self->problem = error != NULL ? g_strdup (error->message) : NULL;
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, error == NULL);
}

static void
take_text (DuiLibraryBook *self,
           char *text,
           gpointer origin)
{
  g_free (self->text);
  self->text = text;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, origin);
}

/* Others changed the file: what they did is taken over, and can be undone. */
static gboolean
take_over (DuiLibraryBook *self,
           GError **error)
{
  g_autofree char *etag = NULL;
  g_autofree char *theirs = dui_library_store_read (self->store, &etag, error);
  g_autofree char *merged = NULL;

  if (theirs == NULL)
    return FALSE;

  /* As long as one of the two has mistakes they stay apart. */
  merged = dui_library_merge (self->base, self->text, theirs);
  if (merged == NULL)
    return TRUE;
  dui_library_store_set_etag (self->store, etag);
  g_free (self->base);
  self->base = g_steal_pointer (&theirs);
  if (strcmp (merged, self->text) != 0)
    {
      dui_library_steps_add (self->steps, self->text, merged, NULL, NULL, NULL);
      take_text (self, g_steal_pointer (&merged), NULL);
      check_now (self);
    }
  return TRUE;
}

static gboolean
write_good (DuiLibraryBook *self,
            GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (!dui_library_store_write (self->store, self->text, &problem))
    {
      if (!g_error_matches (problem, DT_SAVE_ERROR, DT_SAVE_ERROR_CONFLICT))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      if (!take_over (self, error) || !dui_library_store_write (self->store, self->text, error))
        return FALSE;
    }

  g_free (self->base);
  self->base = g_strdup (self->text);
  dui_engine_reload_catalog (self->engine);
  return TRUE;
}

/* What has mistakes would take all entries out of the catalogue: it is kept aside, and so is what
 * the pack does not take. */
static gboolean
save (DuiLibraryBook *self,
      GError **error)
{
  g_autoptr (GError) problem = NULL;
  gboolean is_aside = FALSE;

  g_clear_handle_id (&self->saving, g_source_remove);
  if (self->is_saved)
    return TRUE;
  read_now (self);
  if (self->file->documents != NULL && write_good (self, &problem))
    {
      self->is_saved = TRUE;
      tell (self, NULL);
      return TRUE;
    }

  is_aside = dui_library_store_write_aside (self->store, self->text, self->base, problem == NULL ? &problem : NULL);
  self->is_saved = is_aside && problem == NULL;
  tell (self, problem);
  if (!is_aside)
    g_propagate_error (error, g_steal_pointer (&problem));
  return is_aside;
}

static void queue_save (DuiLibraryBook *self,
                        guint ms);

static gboolean
save_cb (gpointer user_data)
{
  DuiLibraryBook *self = user_data;

  self->saving = 0;
  save (self, NULL);
  if (!self->is_saved)
    queue_save (self, RETRY_MS);
  return G_SOURCE_REMOVE;
}

static void
queue_save (DuiLibraryBook *self,
            guint ms)
{
  if (self->saving == 0)
    self->saving = g_timeout_add (ms, save_cb, self);
}

/* @text is another one from now on; takes it. */
static void
change (DuiLibraryBook *self,
        char *text,
        const char *touched,
        gpointer origin)
{
  char *entry = g_strdup (touched);

  g_free (self->touched);
  self->touched = entry;
  self->is_saved = FALSE;
  queue_save (self, SAVE_MS);
  take_text (self, text, origin);
}

static void
end_rest (DuiLibraryBook *self)
{
  gint64 now = g_get_monotonic_time ();

  if (now - self->last_change > REST_US)
    dui_library_steps_end_group (self->steps);
  self->last_change = now;
}

/* Callbacks */

static void
catalog_changed_cb (DuiLibraryBook *self)
{
  if (!self->is_lost && dui_library_store_is_stale (self->store))
    take_over (self, NULL);
}

static void
start (DuiLibraryBook *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *etag = NULL;
  char *text = dui_library_store_read (self->store, &etag, &error);

  dui_library_store_set_etag (self->store, etag);
  self->is_saved = TRUE;
  self->is_lost = text == NULL;
  self->base = text;
  if (text == NULL)
    {
      g_autoptr (DuiLibraryFile) empty = dui_library_file_new (NULL);

      self->problem = g_strdup (error->message);
      self->base = g_strdup (empty->text);
    }
  self->text = g_strdup (self->base);
  read_now (self);
  if (self->good == NULL)
    self->good = dui_library_file_new (NULL);

  aside = self->is_lost ? NULL : dui_library_store_read_aside (self->store);
  if (aside != NULL)
    {
      char *base = dui_library_store_read_base (self->store);

      if (base != NULL)
        {
          g_free (self->base);
          self->base = base;
        }
      dui_library_steps_add (self->steps, self->text, aside, NULL, NULL, NULL);
      g_free (self->text);
      self->text = g_steal_pointer (&aside);
      self->is_saved = FALSE;
      read_now (self);
      queue_save (self, SAVE_MS);
    }
}

/* GObject overrides */

static void
dui_library_book_dispose (GObject *object)
{
  DuiLibraryBook *self = DUI_LIBRARY_BOOK (object);

  g_clear_handle_id (&self->reading, g_source_remove);
  g_clear_handle_id (&self->saving, g_source_remove);

  G_OBJECT_CLASS (dui_library_book_parent_class)->dispose (object);
}

static void
dui_library_book_finalize (GObject *object)
{
  DuiLibraryBook *self = DUI_LIBRARY_BOOK (object);

  g_clear_pointer (&self->store, dui_library_store_free);
  g_clear_pointer (&self->steps, dui_library_steps_free);
  g_clear_pointer (&self->file, dui_library_file_unref);
  g_clear_pointer (&self->good, dui_library_file_unref);
  g_clear_object (&self->engine);
  g_free (self->text);
  g_free (self->base);
  g_free (self->touched);
  g_free (self->problem);

  G_OBJECT_CLASS (dui_library_book_parent_class)->finalize (object);
}

static void
dui_library_book_class_init (DuiLibraryBookClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = dui_library_book_dispose;
  object_class->finalize = dui_library_book_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_CHECKED] = g_signal_new ("checked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAVED] = g_signal_new ("saved", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
dui_library_book_init (DuiLibraryBook *self)
{
  self->steps = dui_library_steps_new ();
}

/* Public functions */

DuiLibraryBook *
dui_library_book_new (DuiEngine *engine,
                      const char *folder)
{
  DuiLibraryBook *self;

  g_return_val_if_fail (DUI_IS_ENGINE (engine), NULL);

  self = g_object_new (DUI_TYPE_LIBRARY_BOOK, NULL);
  self->engine = g_object_ref (engine);
  self->store = dui_library_store_new (engine, folder);
  start (self);
  g_signal_connect_object (engine, "catalog-changed", G_CALLBACK (catalog_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

const char *
dui_library_book_get_text (DuiLibraryBook *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_BOOK (self), NULL);

  return self->text;
}

DuiLibraryFile *
dui_library_book_get_file (DuiLibraryBook *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_BOOK (self), NULL);

  read_now (self);
  return self->file;
}

DuiLibraryFile *
dui_library_book_get_good (DuiLibraryBook *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_BOOK (self), NULL);

  read_now (self);
  return self->good;
}

gboolean
dui_library_book_is_good (DuiLibraryBook *self)
{
  return dui_library_book_get_file (self)->documents != NULL;
}

DtDocument *
dui_library_book_find (DuiLibraryBook *self,
                       const char *id)
{
  DuiLibraryFile *good = dui_library_book_get_good (self);

  return dui_library_file_get (good, dui_library_file_find (good, id));
}

/* Whether an entry may be changed: the text must have no mistakes, and be that of the pack. */
static gboolean
check_open (DuiLibraryBook *self,
            GError **error)
{
  if (self->is_lost)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, self->problem);
      return FALSE;
    }
  if (!dui_library_book_is_good (self))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _ ("the XML source has a mistake on line %u: %s"),
                   self->file->line, self->file->message);
      return FALSE;
    }

  return TRUE;
}

/* @text is what an entry of the form makes of the text; takes it. */
static gboolean
apply (DuiLibraryBook *self,
       char *text,
       const char *group,
       const char *before,
       const char *after,
       gpointer origin,
       GError **error)
{
  g_autofree char *owned = text;
  g_autoptr (DuiLibraryFile) file = NULL;

  if (strcmp (text, self->text) == 0)
    return TRUE;
  file = dui_library_file_new (text);
  if (file->documents == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, file->message);
      return FALSE;
    }

  end_rest (self);
  dui_library_steps_add (self->steps, self->text, text, group, before, after);
  g_clear_pointer (&self->file, dui_library_file_unref);
  g_clear_pointer (&self->good, dui_library_file_unref);
  self->file = dui_library_file_ref (file);
  self->good = dui_library_file_ref (file);
  change (self, g_steal_pointer (&owned), after, origin);
  check_now (self);
  return TRUE;
}

gboolean
dui_library_book_put (DuiLibraryBook *self,
                      const char *id,
                      DtDocument *document,
                      const char *group,
                      gpointer origin,
                      GError **error)
{
  int index;
  char *text;

  g_return_val_if_fail (DUI_IS_LIBRARY_BOOK (self) && document != NULL, FALSE);

  if (!check_open (self, error))
    return FALSE;

  index = dui_library_file_find (self->file, id);
  text = index >= 0 ? dui_library_file_replace (self->file, index, document)
                    : dui_library_file_insert (self->file, document);
  return apply (self, text, group, id, dt_document_get (document)->id, origin, error);
}

gboolean
dui_library_book_remove (DuiLibraryBook *self,
                         const char *id,
                         GError **error)
{
  int index;

  g_return_val_if_fail (DUI_IS_LIBRARY_BOOK (self), FALSE);

  if (!check_open (self, error))
    return FALSE;

  index = dui_library_file_find (self->file, id);
  return index < 0 || apply (self, dui_library_file_remove (self->file, index), NULL, id, id, NULL, error);
}

void
dui_library_book_set_text (DuiLibraryBook *self,
                           const char *text,
                           gpointer origin)
{
  g_return_if_fail (DUI_IS_LIBRARY_BOOK (self) && text != NULL);

  if (self->is_lost || strcmp (text, self->text) == 0)
    return;

  end_rest (self);
  dui_library_steps_add (self->steps, self->text, text, "source", NULL, NULL);
  change (self, g_strdup (text), NULL, origin);
  g_clear_handle_id (&self->reading, g_source_remove);
  self->reading = g_timeout_add (READ_MS, read_cb, self);
}

gboolean
dui_library_book_can_undo (DuiLibraryBook *self)
{
  return dui_library_steps_can_undo (self->steps);
}

gboolean
dui_library_book_can_redo (DuiLibraryBook *self)
{
  return dui_library_steps_can_redo (self->steps);
}

void
dui_library_book_undo (DuiLibraryBook *self)
{
  const char *touched = NULL;
  char *text;

  g_return_if_fail (DUI_IS_LIBRARY_BOOK (self));

  if (!dui_library_book_can_undo (self))
    return;
  text = dui_library_steps_undo (self->steps, self->text, &touched);
  change (self, text, touched, NULL);
  check_now (self);
}

void
dui_library_book_redo (DuiLibraryBook *self)
{
  const char *touched = NULL;
  char *text;

  g_return_if_fail (DUI_IS_LIBRARY_BOOK (self));

  if (!dui_library_book_can_redo (self))
    return;
  text = dui_library_steps_redo (self->steps, self->text, &touched);
  change (self, text, touched, NULL);
  check_now (self);
}

void
dui_library_book_end_group (DuiLibraryBook *self)
{
  g_return_if_fail (DUI_IS_LIBRARY_BOOK (self));

  dui_library_steps_end_group (self->steps);
}

const char *
dui_library_book_get_touched (DuiLibraryBook *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_BOOK (self), NULL);

  return self->touched;
}

gboolean
dui_library_book_flush (DuiLibraryBook *self,
                        GError **error)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_BOOK (self), FALSE);

  return save (self, error);
}

const char *
dui_library_book_get_problem (DuiLibraryBook *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_BOOK (self), NULL);

  return self->problem;
}

gboolean
dui_library_book_is_saved (DuiLibraryBook *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_BOOK (self), FALSE);

  return self->is_saved;
}
