/* dui-text-sync.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-editor"

#include "config.h"

#include "editor/dui-text-sync.h"

#include "common/dui-editable-text.h"
#include "editor/dui-text-buffer.h"

/* An input method hands a word over in two steps, in this order or that: the word comes into the
 * text, and is no longer held. Between the two the view shows it twice or not at all, and what was
 * applied before is right. */
#define HAND_OVER_MS 20

typedef struct
{
  DuiTextSyncFunc function;
  gpointer user_data;
  GDestroyNotify destroy;
} Waiting;

struct _DuiTextSync
{
  GObject parent_instance;
  GtkTextView *view; /* weak */
  DuiDocument *document;
  char *reference;
  char *synced; /* the text both had last */
  GQueue waiting;
  guint hand_over;
  gboolean writing;
  gboolean stale; /* the document changed while a word was held */
};

enum
{
  SIGNAL_VERDICT,
  SIGNAL_SETTLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiTextSync, dui_text_sync, G_TYPE_OBJECT)

static void
waiting_free (gpointer data)
{
  Waiting *waiting = data;

  if (waiting->destroy != NULL)
    waiting->destroy (waiting->user_data);
  g_free (waiting);
}

static const char *
get_document_text (DuiTextSync *self)
{
  DtNode *node = dt_plan_find (dui_document_get_plan (self->document), self->reference);
  const char *text = node != NULL ? dt_node_get_text (node) : NULL;

  return text != NULL ? text : "";
}

static void
set_synced (DuiTextSync *self,
            const char *text)
{
  char *copy = g_strdup (text);

  g_free (self->synced);
  self->synced = copy;
}

static void
apply (DuiTextSync *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->document == NULL || self->view == NULL)
    return;

  text = dui_text_view_dup_text (self->view);
  dui_document_set_text (self->document, self->reference, text, self->view, &error);
  g_signal_emit (self, signals[SIGNAL_VERDICT], 0, error != NULL ? error->message : NULL);
  if (error == NULL)
    set_synced (self, text);
}

static void
write_view (DuiTextSync *self,
            const char *text)
{
  self->writing = TRUE;
  dui_text_buffer_refill (gtk_text_view_get_buffer (self->view), text);
  self->writing = FALSE;
  set_synced (self, text);
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

/* The document changed while a word was held: now both changes come together. */
static void
catch_up (DuiTextSync *self)
{
  g_autofree char *typed = dui_text_view_dup_text (self->view);
  g_autofree char *merged = dui_text_merge (self->synced, typed, get_document_text (self));

  self->stale = FALSE;
  /* In one and the same place what was typed stays; undo brings back the other. */
  if (merged != NULL)
    write_view (self, merged);
  apply (self);
}

static void
settle (DuiTextSync *self)
{
  if (self->view == NULL || !dui_text_sync_is_free (self))
    return;

  if (self->stale)
    catch_up (self);
  else
    apply (self);
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);

  while (dui_text_sync_is_free (self) && !g_queue_is_empty (&self->waiting))
    {
      Waiting *waiting = g_queue_pop_head (&self->waiting);

      waiting->function (waiting->user_data);
      waiting_free (waiting);
    }
}

static gboolean
hand_over_cb (gpointer user_data)
{
  DuiTextSync *self = user_data;

  self->hand_over = 0;
  if (*dui_preedit_get (GTK_WIDGET (self->view)) == '\0')
    settle (self);
  else
    apply (self);

  return G_SOURCE_REMOVE;
}

static void
wait_for_hand_over (DuiTextSync *self)
{
  g_clear_handle_id (&self->hand_over, g_source_remove);
  self->hand_over = g_timeout_add (HAND_OVER_MS, hand_over_cb, self);
}

/* Callbacks */

static void
buffer_changed_cb (DuiTextSync *self)
{
  if (self->writing)
    return;

  /* A word that was held came into the text. */
  if (!dui_text_sync_is_free (self))
    {
      wait_for_hand_over (self);
      return;
    }

  settle (self);
}

static void
preedit_changed_cb (DuiTextSync *self,
                    const char *preedit)
{
  if (*preedit == '\0')
    {
      wait_for_hand_over (self);
      return;
    }

  g_clear_handle_id (&self->hand_over, g_source_remove);
  if (!self->stale)
    apply (self);
}

static void
document_changed_cb (DuiTextSync *self,
                     DtPlan *old,
                     gpointer origin)
{
  const char *text;

  if (self->view == NULL || origin == (gpointer) self->view)
    return;

  text = get_document_text (self);
  if (g_strcmp0 (text, self->synced) == 0)
    return;

  if (dui_text_sync_is_free (self))
    write_view (self, text);
  else
    self->stale = TRUE;
}

static void
view_gone_cb (gpointer user_data,
              GObject *view)
{
  DuiTextSync *self = user_data;

  self->view = NULL;
  g_clear_handle_id (&self->hand_over, g_source_remove);
}

static void
dui_text_sync_dispose (GObject *object)
{
  DuiTextSync *self = DUI_TEXT_SYNC (object);

  g_clear_handle_id (&self->hand_over, g_source_remove);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (gtk_text_view_get_buffer (self->view), self);
      g_signal_handlers_disconnect_by_data (self->view, self);
      g_object_weak_unref (G_OBJECT (self->view), view_gone_cb, self);
      self->view = NULL;
    }
  g_queue_clear_full (&self->waiting, waiting_free);

  G_OBJECT_CLASS (dui_text_sync_parent_class)->dispose (object);
}

static void
dui_text_sync_finalize (GObject *object)
{
  DuiTextSync *self = DUI_TEXT_SYNC (object);

  g_free (self->reference);
  g_free (self->synced);

  G_OBJECT_CLASS (dui_text_sync_parent_class)->finalize (object);
}

static void
dui_text_sync_class_init (DuiTextSyncClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dui_text_sync_dispose;
  object_class->finalize = dui_text_sync_finalize;

  signals[SIGNAL_VERDICT] = g_signal_new ("verdict", DUI_TYPE_TEXT_SYNC, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", DUI_TYPE_TEXT_SYNC, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
dui_text_sync_init (DuiTextSync *self)
{
  g_queue_init (&self->waiting);
  self->synced = g_strdup ("");
}

DuiTextSync *
dui_text_sync_new (GtkTextView *view)
{
  DuiTextSync *self = g_object_new (DUI_TYPE_TEXT_SYNC, NULL);

  self->view = view;
  g_object_weak_ref (G_OBJECT (view), view_gone_cb, self);
  dui_preedit_follow (GTK_WIDGET (view));
  g_signal_connect_swapped (gtk_text_view_get_buffer (view), "changed", G_CALLBACK (buffer_changed_cb), self);
  g_signal_connect_swapped (view, "preedit-changed", G_CALLBACK (preedit_changed_cb), self);

  return self;
}

void
dui_text_sync_set_document (DuiTextSync *self,
                            DuiDocument *document,
                            const char *reference)
{
  g_return_if_fail (DUI_IS_TEXT_SYNC (self) && (document == NULL) == (reference == NULL));

  if (self->view == NULL)
    return;

  /* What was typed last belongs to the node of before. */
  dui_text_sync_flush (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  gtk_text_view_reset_im_context (self->view);
  g_set_object (&self->document, document);
  g_free (self->reference);
  self->reference = g_strdup (reference);
  self->stale = FALSE;
  if (document != NULL)
    g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  write_view (self, document != NULL ? get_document_text (self) : "");
}

DuiDocument *
dui_text_sync_get_document (DuiTextSync *self)
{
  return self->document;
}

const char *
dui_text_sync_get_reference (DuiTextSync *self)
{
  return self->reference;
}

void
dui_text_sync_flush (DuiTextSync *self)
{
  g_return_if_fail (DUI_IS_TEXT_SYNC (self));

  /* During a hand-over the document already has the word. */
  if (self->document != NULL && self->view != NULL && self->hand_over == 0 && !self->stale)
    apply (self);
}

gboolean
dui_text_sync_is_free (DuiTextSync *self)
{
  return self->view == NULL || (self->hand_over == 0 && *dui_preedit_get (GTK_WIDGET (self->view)) == '\0');
}

void
dui_text_sync_when_free (DuiTextSync *self,
                         DuiTextSyncFunc function,
                         gpointer user_data,
                         GDestroyNotify destroy)
{
  Waiting *waiting;

  g_return_if_fail (DUI_IS_TEXT_SYNC (self) && function != NULL);

  if (dui_text_sync_is_free (self))
    {
      function (user_data);
      if (destroy != NULL)
        destroy (user_data);
      return;
    }

  waiting = g_new0 (Waiting, 1);
  waiting->function = function;
  waiting->user_data = user_data;
  waiting->destroy = destroy;
  g_queue_push_tail (&self->waiting, waiting);
}
