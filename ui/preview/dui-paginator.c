/* dui-paginator.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-paginator"

#include "config.h"

#include "preview/dui-paginator.h"

#include "document/dui-inspector.h"
#include "layout/dt-layout.h"
#include "preview/dui-shared-shaper.h"

struct _DuiPaginator
{
  GObject parent_instance;

  DuiEngine *engine;
  DuiDocument *document;
  DtShaper *shaper;
  DtSheet *sheet; /* the shaper has its font */
  DtComposition *composition;
  DtPages *pages; /* of the last finished run; those handed over unless newer ones are wanted */
  DtPages *shown;
  GCancellable *cancellable; /* of the run at hand, NULL where there is none */
  guint64 serial;

  guint wanted : 1; /* something changed since the run at hand began */
};

enum
{
  PROP_0,
  PROP_ENGINE,
  PROP_DOCUMENT,
  PROP_BUSY,
  N_PROPS
};

enum
{
  SIGNAL_PAGES_CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiPaginator, dui_paginator, G_TYPE_OBJECT)

/* --- One run --- */

/* All that the thread touches is immutable, but for the shaper, which has a lock. */
typedef struct
{
  DtComposer composer; /* holds references */
  DtPlan *plan;
  DtShaper *shaper;
  DtComposition *previous_composition; /* nullable */
  DtPages *previous_pages;             /* nullable */
  DtComposition *composition;
  DtPages *pages;
} Run;

static void
free_run (gpointer data)
{
  Run *self = data;

  g_clear_pointer (&self->pages, dt_pages_unref);
  g_clear_pointer (&self->composition, dt_composition_unref);
  g_clear_pointer (&self->previous_pages, dt_pages_unref);
  g_clear_pointer (&self->previous_composition, dt_composition_unref);
  g_clear_pointer (&self->shaper, dt_shaper_unref);
  g_clear_pointer (&self->plan, dt_plan_unref);
  g_clear_pointer (&self->composer.catalog, dt_catalog_unref);
  g_clear_pointer (&self->composer.kinds, dt_kinds_unref);
  g_clear_pointer (&self->composer.sheet, dt_sheet_unref);
  g_free (self);
}

static void
run_thread (GTask *task,
            gpointer source,
            gpointer task_data,
            GCancellable *cancellable)
{
  Run *run = task_data;
  GError *error = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;

  run->composition = dt_compose (&run->composer, run->plan, run->previous_composition);
  run->pages = dt_layout_run (run->composition, run->shaper, run->previous_pages, cancellable, &error);
  if (run->pages == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static gboolean
ensure_shaper (DuiPaginator *self,
               DtSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  DtShaper *shaper;

  if (self->shaper != NULL && self->sheet == sheet)
    return TRUE;

  shaper = dui_engine_new_shaper (self->engine, &error);
  if (shaper == NULL)
    {
      g_message ("%s", error->message);
      return FALSE;
    }

  g_clear_pointer (&self->shaper, dt_shaper_unref);
  g_clear_pointer (&self->sheet, dt_sheet_unref);
  self->shaper = dui_shared_shaper_new (shaper);
  self->sheet = dt_sheet_ref (sheet);
  return TRUE;
}

static Run *
new_run (DuiPaginator *self)
{
  DtComposer composer = dui_engine_make_composer (self->engine);
  Run *run;

  if (!ensure_shaper (self, composer.sheet))
    return NULL;

  run = g_new0 (Run, 1);
  run->composer = composer;
  dt_sheet_ref (run->composer.sheet);
  dt_kinds_ref (run->composer.kinds);
  if (run->composer.catalog != NULL)
    dt_catalog_ref (run->composer.catalog);
  run->plan = dt_plan_ref (dui_document_get_plan (self->document));
  run->shaper = dt_shaper_ref (self->shaper);
  run->previous_composition = self->composition != NULL ? dt_composition_ref (self->composition) : NULL;
  run->previous_pages = self->pages != NULL ? dt_pages_ref (self->pages) : NULL;
  return run;
}

static void start_run (DuiPaginator *self);

static void
hand_over (DuiPaginator *self)
{
  g_clear_pointer (&self->shown, dt_pages_unref);
  self->shown = dt_pages_ref (self->pages);
  self->serial++;
  /* Later, when they are in view. */
  dui_inspector_look (dui_inspector_get (self->document), self->shown);
  g_signal_emit (self, signals[SIGNAL_PAGES_CHANGED], 0);
}

/* The task knows the paginator by a weak reference: a run that is still going on keeps nothing alive. */
static void
run_ready_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (DuiPaginator) self = g_weak_ref_get (weak);
  Run *run = g_task_get_task_data (G_TASK (result));
  gboolean done = g_task_propagate_boolean (G_TASK (result), NULL);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL || self->cancellable == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  g_clear_object (&self->cancellable);
  if (done)
    {
      g_clear_pointer (&self->composition, dt_composition_unref);
      g_clear_pointer (&self->pages, dt_pages_unref);
      self->composition = g_steal_pointer (&run->composition);
      self->pages = g_steal_pointer (&run->pages);
    }

  if (self->wanted)
    {
      start_run (self);
      return;
    }
  if (done)
    hand_over (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
start_run (DuiPaginator *self)
{
  g_autoptr (GTask) task = NULL;
  Run *run = new_run (self);
  GWeakRef *weak;

  self->wanted = FALSE;
  if (run == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, self->cancellable, run_ready_cb, weak);
  g_task_set_source_tag (task, start_run);
  g_task_set_task_data (task, run, free_run);
  /* Before the frame is drawn, so that the letter and its page come together. */
  g_task_set_priority (task, G_PRIORITY_HIGH);
  g_task_run_in_thread (task, run_thread);
}

static void
want_pages (DuiPaginator *self)
{
  if (self->cancellable != NULL)
    {
      self->wanted = TRUE;
      return;
    }

  start_run (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* --- Object --- */

static void
dui_paginator_constructed (GObject *object)
{
  DuiPaginator *self = DUI_PAGINATOR (object);

  G_OBJECT_CLASS (dui_paginator_parent_class)->constructed (object);

  g_signal_connect_object (self->document, "changed", G_CALLBACK (want_pages), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->engine, "catalog-changed", G_CALLBACK (want_pages), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->engine, "profile-changed", G_CALLBACK (want_pages), self, G_CONNECT_SWAPPED);
  want_pages (self);
}

static void
dui_paginator_dispose (GObject *object)
{
  DuiPaginator *self = DUI_PAGINATOR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->engine != NULL)
    g_signal_handlers_disconnect_by_data (self->engine, self);
  g_clear_pointer (&self->shown, dt_pages_unref);
  g_clear_pointer (&self->pages, dt_pages_unref);
  g_clear_pointer (&self->composition, dt_composition_unref);
  g_clear_pointer (&self->shaper, dt_shaper_unref);
  g_clear_pointer (&self->sheet, dt_sheet_unref);
  g_clear_object (&self->document);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_paginator_parent_class)->dispose (object);
}

static void
dui_paginator_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  DuiPaginator *self = DUI_PAGINATOR (object);

  switch (prop_id)
    {
    case PROP_ENGINE:
      g_value_set_object (value, self->engine);
      break;
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, dui_paginator_is_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dui_paginator_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  DuiPaginator *self = DUI_PAGINATOR (object);

  switch (prop_id)
    {
    case PROP_ENGINE:
      self->engine = g_value_dup_object (value);
      break;
    case PROP_DOCUMENT:
      self->document = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
dui_paginator_class_init (DuiPaginatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = dui_paginator_constructed;
  object_class->dispose = dui_paginator_dispose;
  object_class->get_property = dui_paginator_get_property;
  object_class->set_property = dui_paginator_set_property;

  properties[PROP_ENGINE] = g_param_spec_object ("engine", NULL, NULL, DUI_TYPE_ENGINE, once);
  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, DUI_TYPE_DOCUMENT, once);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_PAGES_CHANGED] =
    g_signal_new ("pages-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dui_paginator_init (DuiPaginator *self)
{
}

/**
 * dui_paginator_new:
 * @engine: what plans are composed with
 * @document: the plan
 *
 * Makes a paginator (bộ dàn trang), which sets to work at once. Both are kept
 * alive by it.
 *
 * Returns: (transfer full): a paginator
 */
DuiPaginator *
dui_paginator_new (DuiEngine *engine,
                   DuiDocument *document)
{
  g_return_val_if_fail (DUI_IS_ENGINE (engine), NULL);
  g_return_val_if_fail (DUI_IS_DOCUMENT (document), NULL);

  return g_object_new (DUI_TYPE_PAGINATOR, "engine", engine, "document", document, NULL);
}

DuiDocument *
dui_paginator_get_document (DuiPaginator *self)
{
  g_return_val_if_fail (DUI_IS_PAGINATOR (self), NULL);

  return self->document;
}

DtPages *
dui_paginator_get_pages (DuiPaginator *self)
{
  g_return_val_if_fail (DUI_IS_PAGINATOR (self), NULL);

  return self->shown;
}

DtReport *
dui_paginator_get_report (DuiPaginator *self)
{
  g_return_val_if_fail (DUI_IS_PAGINATOR (self), NULL);

  return self->document != NULL ? dui_inspector_get_report (dui_inspector_get (self->document)) : NULL;
}

const char *
dui_paginator_get_font (DuiPaginator *self)
{
  const DtFace *face;

  g_return_val_if_fail (DUI_IS_PAGINATOR (self), NULL);

  face = self->shaper != NULL && self->pages != NULL ? dt_shaper_get_face (self->shaper, 0) : NULL;
  return face != NULL ? face->family : NULL;
}

guint64
dui_paginator_get_serial (DuiPaginator *self)
{
  g_return_val_if_fail (DUI_IS_PAGINATOR (self), 0);

  return self->serial;
}

gboolean
dui_paginator_is_busy (DuiPaginator *self)
{
  g_return_val_if_fail (DUI_IS_PAGINATOR (self), FALSE);

  return self->cancellable != NULL;
}
