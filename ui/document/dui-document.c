/* dui-document.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-document"

#include "config.h"

#include "document/dui-document.h"

#include "document/dui-document-private.h"

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_MODIFIED,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_FILE,
  PROP_DRAFT_STATE,
  N_PROPS
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_CHANGED_OUTSIDE,
  SIGNAL_CARET_MOVED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiDocument, dui_document, G_TYPE_OBJECT)

GType
dui_draft_state_get_type (void)
{
  static gsize type = 0;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { DUI_DRAFT_NONE, "DUI_DRAFT_NONE", "none" },
        { DUI_DRAFT_PENDING, "DUI_DRAFT_PENDING", "pending" },
        { DUI_DRAFT_KEPT, "DUI_DRAFT_KEPT", "kept" },
        { DUI_DRAFT_FAILED, "DUI_DRAFT_FAILED", "failed" },
        { 0, NULL, NULL },
      };

      g_once_init_leave (&type, g_enum_register_static ("DuiDraftState", values));
    }

  return type;
}

/* Auxiliary functions */

static void
update_text (DuiDocument *self,
             char **place,
             char *text,
             GParamSpec *property)
{
  if (g_strcmp0 (*place, text) == 0)
    {
      g_free (text);
      return;
    }

  g_free (*place);
  *place = text;
  g_object_notify_by_pspec (G_OBJECT (self), property);
}

static void
update_titles (DuiDocument *self)
{
  update_text (self, &self->title, dui_document_make_title (self), properties[PROP_TITLE]);
  update_text (self, &self->subtitle, dui_document_make_subtitle (self), properties[PROP_SUBTITLE]);
}

static void
emit_changed (DuiDocument *self,
              DtPlan *old,
              gpointer origin)
{
  self->serial++;
  /* A draft that fails goes on failing until one is kept. */
  if (!dui_document_is_modified (self) && !dui_document_has_refused (self))
    self->draft_state = DUI_DRAFT_NONE;
  else if (self->draft_state != DUI_DRAFT_FAILED)
    self->draft_state = DUI_DRAFT_PENDING;

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, old, origin);

  update_titles (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_REDO]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT_STATE]);
}

/* Callbacks */

static void
file_changed_cb (DuiDocument *self,
                 GFile *file,
                 GFile *other,
                 GFileMonitorEvent event)
{
  /* Our own save is noticed too: who listens compares the mark of the file. */
  if (event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT || event == G_FILE_MONITOR_EVENT_CREATED ||
      event == G_FILE_MONITOR_EVENT_DELETED || event == G_FILE_MONITOR_EVENT_RENAMED)
    g_signal_emit (self, signals[SIGNAL_CHANGED_OUTSIDE], 0);
}

/* GObject overrides */

static void
dui_document_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  DuiDocument *self = DUI_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, dui_document_can_undo (self));
      break;

    case PROP_CAN_REDO:
      g_value_set_boolean (value, dui_document_can_redo (self));
      break;

    case PROP_MODIFIED:
      g_value_set_boolean (value, dui_document_is_modified (self));
      break;

    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;

    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;

    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;

    case PROP_DRAFT_STATE:
      g_value_set_enum (value, self->draft_state);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dui_document_dispose (GObject *object)
{
  DuiDocument *self = DUI_DOCUMENT (object);

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (dui_document_parent_class)->dispose (object);
}

static void
dui_document_finalize (GObject *object)
{
  DuiDocument *self = DUI_DOCUMENT (object);

  g_clear_pointer (&self->history, dt_history_free);
  g_clear_object (&self->engine);
  g_clear_pointer (&self->draft_time, g_date_time_unref);
  g_clear_pointer (&self->refused, g_hash_table_unref);
  g_free (self->draft_error);
  g_free (self->caret_reference);
  g_free (self->layout);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->etag);
  g_free (self->id);

  G_OBJECT_CLASS (dui_document_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_DRAFT_STATE] =
    g_param_spec_enum ("draft-state", NULL, NULL, DUI_TYPE_DRAFT_STATE, DUI_DRAFT_NONE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
dui_document_class_init (DuiDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dui_document_dispose;
  object_class->finalize = dui_document_finalize;
  object_class->get_property = dui_document_get_property;
  install_properties (object_class);

  /**
   * DuiDocument::changed:
   * @old: the plan of before
   * @origin: (nullable): the widget that made the change
   *
   * The plan is another one.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", DUI_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, DT_TYPE_PLAN, G_TYPE_POINTER);
  /**
   * DuiDocument::changed-outside:
   *
   * Something happened to the file; dui_document_is_changed_outside() tells
   * whether it was somebody else.
   */
  signals[SIGNAL_CARET_MOVED] =
    g_signal_new ("caret-moved", DUI_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGED_OUTSIDE] = g_signal_new ("changed-outside", DUI_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
dui_document_init (DuiDocument *self)
{
  self->id = g_uuid_string_random ();
}

static void
set_file (DuiDocument *self,
          GFile *file)
{
  if (file == NULL || (self->file != NULL && g_file_equal (self->file, file)))
    return;

  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_set_object (&self->file, file);
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (file_changed_cb), self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
}

/* Public functions */

/**
 * dui_document_new:
 * @engine: the engine
 * @plan: the plan; a reference is taken
 * @file: (nullable): where it was read from
 *
 * Makes a document of @plan, which counts as saved.
 *
 * Returns: (transfer full): a new document
 */
DuiDocument *
dui_document_new (DuiEngine *engine,
                  DtPlan *plan,
                  GFile *file)
{
  DuiDocument *self;

  g_return_val_if_fail (DUI_IS_ENGINE (engine) && plan != NULL, NULL);

  self = g_object_new (DUI_TYPE_DOCUMENT, NULL);
  self->engine = g_object_ref (engine);
  self->history = dt_history_new (plan);
  set_file (self, file);
  update_titles (self);

  return self;
}

DuiEngine *
dui_document_get_engine (DuiDocument *self)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), NULL);

  return self->engine;
}

DtPlan *
dui_document_get_plan (DuiDocument *self)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), NULL);

  return dt_history_get_plan (self->history);
}

GFile *
dui_document_get_file (DuiDocument *self)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), NULL);

  return self->file;
}

const char *
dui_document_get_title (DuiDocument *self)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), NULL);

  return self->title;
}

const char *
dui_document_get_subtitle (DuiDocument *self)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), NULL);

  return self->subtitle;
}

guint64
dui_document_get_serial (DuiDocument *self)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), 0);

  return self->serial;
}

gboolean
dui_document_is_modified (DuiDocument *self)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), FALSE);

  return self->from_draft || !dt_history_is_saved (self->history);
}

/**
 * dui_document_apply:
 * @self: a document
 * @plan: the plan of now on; a reference is taken
 * @group: (nullable): what the step belongs to, such as "text:s3/body"
 * @origin: (nullable): the widget that made the change; compared, never used
 *
 * Makes @plan the plan of the document, as a step that can be undone. The plan
 * that it has already is no step.
 */
void
dui_document_apply (DuiDocument *self,
                    DtPlan *plan,
                    const char *group,
                    gpointer origin)
{
  g_autoptr (DtPlan) old = NULL;

  g_return_if_fail (DUI_IS_DOCUMENT (self) && plan != NULL);

  if (plan == dui_document_get_plan (self))
    return;

  old = dt_plan_ref (dui_document_get_plan (self));
  dt_history_push (self->history, plan, group);
  if (group == NULL)
    dui_document_end_group (self);
  emit_changed (self, old, origin);
}

void
dui_document_note_typing (DuiDocument *self,
                          const char *before,
                          const char *after)
{
  g_return_if_fail (DUI_IS_DOCUMENT (self));

  if (dui_typing_begins_step (&self->typing, before, after, g_get_monotonic_time ()))
    dt_history_end_group (self->history);
}

gboolean
dui_document_can_undo (DuiDocument *self)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), FALSE);

  return dt_history_can_undo (self->history);
}

gboolean
dui_document_can_redo (DuiDocument *self)
{
  g_return_val_if_fail (DUI_IS_DOCUMENT (self), FALSE);

  return dt_history_can_redo (self->history);
}

static void
go (DuiDocument *self,
    gboolean (*step) (DtHistory *history))
{
  g_autoptr (DtPlan) old = dt_plan_ref (dui_document_get_plan (self));

  if (self->refused != NULL)
    g_hash_table_remove_all (self->refused);
  if (step (self->history))
    emit_changed (self, old, NULL);
}

void
dui_document_undo (DuiDocument *self)
{
  g_return_if_fail (DUI_IS_DOCUMENT (self));

  go (self, dt_history_undo);
}

void
dui_document_redo (DuiDocument *self)
{
  g_return_if_fail (DUI_IS_DOCUMENT (self));

  go (self, dt_history_redo);
}

void
dui_document_end_group (DuiDocument *self)
{
  g_return_if_fail (DUI_IS_DOCUMENT (self));

  dt_history_end_group (self->history);
}

/* The draft and the file */

void
dui_document_set_draft_state (DuiDocument *self,
                              DuiDraftState state,
                              const GError *error)
{
  g_return_if_fail (DUI_IS_DOCUMENT (self));

  self->draft_state = state;
  g_clear_pointer (&self->draft_error, g_free);
  if (state == DUI_DRAFT_FAILED && error != NULL)
    self->draft_error = g_strdup (error->message);
  if (state == DUI_DRAFT_KEPT)
    {
      g_clear_pointer (&self->draft_time, g_date_time_unref);
      self->draft_time = g_date_time_new_now_local ();
    }
  update_titles (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAFT_STATE]);
}

/**
 * dui_document_restore:
 * @self: a document
 * @plan: what was in the draft
 * @etag: (nullable): the mark of the file that the draft was made from
 *
 * Takes what was in a draft. Undo leads back to what is in the file.
 */
void
dui_document_restore (DuiDocument *self,
                      DtPlan *plan,
                      const char *etag)
{
  g_return_if_fail (DUI_IS_DOCUMENT (self) && plan != NULL);

  self->from_draft = TRUE;
  if (etag != NULL)
    dui_document_set_etag (self, etag);
  dui_document_apply (self, plan, NULL, NULL);
  dui_document_set_draft_state (self, DUI_DRAFT_KEPT, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

void
dui_document_was_saved (DuiDocument *self,
                        DtPlan *plan,
                        GFile *file,
                        const char *etag)
{
  g_return_if_fail (DUI_IS_DOCUMENT (self) && plan != NULL);

  dui_document_set_etag (self, etag);
  set_file (self, file);
  if (plan == dui_document_get_plan (self))
    {
      self->from_draft = FALSE;
      dt_history_mark_saved (self->history);
      dui_document_set_draft_state (self, dui_document_has_refused (self) ? DUI_DRAFT_PENDING : DUI_DRAFT_NONE, NULL);
    }
  update_titles (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}
