/* dui-inspector.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-inspector"

#include "config.h"

#include "document/dui-inspector.h"

#include "catalog/dt-pack.h"
#include "document/dui-successor.h"
#include "template/dt-assemble.h"
#include "template/dt-field-words.h"

#include <glib/gi18n.h>
#include <string.h>

/* How long after the pages were shown a check begins: several keys make one check. */
#define DELAY_MS 150
/* How often all repairs are begun anew because somebody goes on typing. */
#define MAX_TRIES 5
#define DOCUMENT_KEY "dui-inspector"

struct _DuiInspector
{
  GObject parent_instance;

  DuiDocument *document; /* owns this; NULL when it is gone */
  DuiEngine *engine;
  DtRules *rules;
  DtPages *wanted;           /* what is to be checked next, or NULL */
  GCancellable *cancellable; /* of the run at hand, NULL where there is none */
  guint timer;

  DtReport *report;
  DtPlan *plan;
  DtComposition *composition;
  GPtrArray *missing;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiInspector, dui_inspector, G_TYPE_OBJECT)

/* --- One run --- */

/* All of it is immutable. */
typedef struct
{
  DtChecker checker; /* holds references */
  GPtrArray *packs;
  DtLibrary *library; /* how fields are called */
  DtPlan *plan;
  DtPages *pages;     /* nullable */
  DtReport *previous; /* nullable */
  DtReport *report;
  GPtrArray *missing;
  DtPlan *fixed;
  guint n_fixed;
  guint n_tries;
} Run;

static void
run_free (Run *self)
{
  g_clear_pointer (&self->fixed, dt_plan_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->report, dt_report_unref);
  g_clear_pointer (&self->previous, dt_report_unref);
  g_clear_pointer (&self->pages, dt_pages_unref);
  g_clear_pointer (&self->plan, dt_plan_unref);
  g_clear_pointer (&self->packs, g_ptr_array_unref);
  g_clear_pointer (&self->library, dt_library_unref);
  g_clear_pointer (&self->checker.profile, dt_profile_unref);
  g_clear_pointer (&self->checker.composer.catalog, dt_catalog_unref);
  g_clear_pointer (&self->checker.composer.kinds, dt_kinds_unref);
  g_clear_pointer (&self->checker.composer.sheet, dt_sheet_unref);
  g_clear_pointer (&self->checker.rules, dt_rules_unref);
  g_free (self);
}

/* A profile says nothing about plans of another office. */
static DtProfile *
find_profile (DuiInspector *self,
              DtPlan *plan)
{
  DtProfile *profile = dui_engine_get_profile (self->engine);
  DtNode *agency = dt_plan_find (plan, "head/agency");

  if (profile == NULL || agency == NULL || g_strcmp0 (dt_profile_get (profile)->agency, dt_node_get_text (agency)) != 0)
    return NULL;

  return profile;
}

static Run *
run_new (DuiInspector *self,
         DtPlan *plan)
{
  Run *run = g_new0 (Run, 1);
  DtProfile *profile = find_profile (self, plan);

  run->checker.composer = dui_engine_make_composer (self->engine);
  dt_sheet_ref (run->checker.composer.sheet);
  dt_kinds_ref (run->checker.composer.kinds);
  if (run->checker.composer.catalog != NULL)
    dt_catalog_ref (run->checker.composer.catalog);
  run->checker.profile = profile != NULL ? dt_profile_ref (profile) : NULL;
  run->checker.rules = self->rules != NULL ? dt_rules_ref (self->rules) : NULL;
  run->packs = g_ptr_array_ref (dui_engine_get_packs (self->engine));
  run->library = dt_library_ref (dui_engine_get_library (self->engine));
  run->plan = dt_plan_ref (plan);
  return run;
}

static void
ensure_rules (Run *run)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();

  if (run->checker.rules != NULL)
    return;

  run->checker.rules = dt_rules_new (run->packs, diagnostics);
  for (guint i = 0; i < diagnostics->len; i++)
    g_message ("%s", dt_diagnostic_get_message (g_ptr_array_index (diagnostics, i)));
}

static void
check_thread (GTask *task,
              gpointer source,
              gpointer task_data,
              GCancellable *cancellable)
{
  Run *run = task_data;
  g_autoptr (GPtrArray) fields = dt_library_list_fields (run->library);

  ensure_rules (run);
  run->missing = dt_plan_list_missing (run->plan, fields);
  run->report = dt_check_run (&run->checker, run->plan, dt_pages_get_composition (run->pages), run->pages,
                              run->previous, cancellable);
  g_task_return_boolean (task, run->report != NULL);
}

static void start_check (DuiInspector *self);

static void
take_report (DuiInspector *self,
             Run *run)
{
  g_clear_pointer (&self->report, dt_report_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->plan, dt_plan_unref);
  g_clear_pointer (&self->composition, dt_composition_unref);
  self->report = g_steal_pointer (&run->report);
  self->missing = g_steal_pointer (&run->missing);
  self->plan = dt_plan_ref (run->plan);
  self->composition = dt_composition_ref (dt_pages_get_composition (run->pages));
  if (self->rules == NULL)
    self->rules = dt_rules_ref (run->checker.rules);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* The task knows the inspector by a weak reference: a run that is still going on keeps nothing alive. */
static void
checked_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (DuiInspector) self = g_weak_ref_get (weak);
  gboolean done = g_task_propagate_boolean (G_TASK (result), NULL);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL || self->cancellable != g_task_get_cancellable (G_TASK (result)))
    return;

  g_clear_object (&self->cancellable);
  if (done && self->document != NULL)
    take_report (self, g_task_get_task_data (G_TASK (result)));
  if (self->wanted != NULL && self->timer == 0)
    start_check (self);
}

static void
start_check (DuiInspector *self)
{
  g_autoptr (DtPages) pages = g_steal_pointer (&self->wanted);
  g_autoptr (GTask) task = NULL;
  GWeakRef *weak = g_new0 (GWeakRef, 1);
  Run *run = run_new (self, dt_composition_get_plan (dt_pages_get_composition (pages)));

  run->pages = dt_pages_ref (pages);
  run->previous = self->report != NULL ? dt_report_ref (self->report) : NULL;
  self->cancellable = g_cancellable_new ();
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, self->cancellable, checked_cb, weak);
  g_task_set_source_tag (task, start_check);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  g_task_set_priority (task, G_PRIORITY_LOW);
  g_task_run_in_thread (task, check_thread);
}

static gboolean
timer_cb (gpointer user_data)
{
  DuiInspector *self = user_data;

  self->timer = 0;
  if (self->cancellable == NULL && self->wanted != NULL)
    start_check (self);
  return G_SOURCE_REMOVE;
}

/* --- Object --- */

static void
library_changed_cb (DuiInspector *self)
{
  /* The profile changes with the library, so that pages and look come again. */
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->rules, dt_rules_unref);
}

static void
dui_inspector_dispose (GObject *object)
{
  DuiInspector *self = DUI_INSPECTOR (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->wanted, dt_pages_unref);
  g_clear_object (&self->engine);
  g_clear_weak_pointer (&self->document);

  G_OBJECT_CLASS (dui_inspector_parent_class)->dispose (object);
}

static void
dui_inspector_finalize (GObject *object)
{
  DuiInspector *self = DUI_INSPECTOR (object);

  g_clear_pointer (&self->report, dt_report_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_clear_pointer (&self->plan, dt_plan_unref);
  g_clear_pointer (&self->composition, dt_composition_unref);
  g_clear_pointer (&self->rules, dt_rules_unref);

  G_OBJECT_CLASS (dui_inspector_parent_class)->finalize (object);
}

static void
dui_inspector_class_init (DuiInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = dui_inspector_dispose;
  object_class->finalize = dui_inspector_finalize;

  /**
   * DuiInspector::changed:
   *
   * There is a new report.
   */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", DUI_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
dui_inspector_init (DuiInspector *self)
{
}

/* --- Public functions --- */

/**
 * dui_inspector_get:
 * @document: a document
 *
 * Gets the inspector (bộ kiểm tra) of a document.
 *
 * Returns: (transfer none): the inspector, which lives as long as @document
 */
DuiInspector *
dui_inspector_get (DuiDocument *document)
{
  DuiInspector *self;

  g_return_val_if_fail (DUI_IS_DOCUMENT (document), NULL);

  self = g_object_get_data (G_OBJECT (document), DOCUMENT_KEY);
  if (self != NULL)
    return self;

  self = g_object_new (DUI_TYPE_INSPECTOR, NULL);
  g_set_weak_pointer (&self->document, document);
  self->engine = g_object_ref (dui_document_get_engine (document));
  g_signal_connect_object (self->engine, "library-changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (document), DOCUMENT_KEY, self, g_object_unref);
  return self;
}

void
dui_inspector_look (DuiInspector *self,
                    DtPages *pages)
{
  g_return_if_fail (DUI_IS_INSPECTOR (self) && pages != NULL);

  dt_pages_ref (pages);
  g_clear_pointer (&self->wanted, dt_pages_unref);
  self->wanted = pages;
  if (self->timer == 0)
    self->timer = g_timeout_add_full (G_PRIORITY_LOW, DELAY_MS, timer_cb, self, NULL);
}

DtReport *
dui_inspector_get_report (DuiInspector *self)
{
  g_return_val_if_fail (DUI_IS_INSPECTOR (self), NULL);

  return self->report;
}

DtPlan *
dui_inspector_get_plan (DuiInspector *self)
{
  g_return_val_if_fail (DUI_IS_INSPECTOR (self), NULL);

  return self->plan;
}

DtComposition *
dui_inspector_get_composition (DuiInspector *self)
{
  g_return_val_if_fail (DUI_IS_INSPECTOR (self), NULL);

  return self->composition;
}

GPtrArray *
dui_inspector_get_missing (DuiInspector *self)
{
  g_return_val_if_fail (DUI_IS_INSPECTOR (self), NULL);

  return self->missing;
}

DtChecker
dui_inspector_make_checker (DuiInspector *self)
{
  DtChecker checker = { 0 };

  g_return_val_if_fail (DUI_IS_INSPECTOR (self) && self->document != NULL, checker);

  checker.rules = self->rules;
  checker.composer = dui_engine_make_composer (self->engine);
  checker.profile = find_profile (self, dui_document_get_plan (self->document));
  return checker;
}

char *
dui_inspector_describe_rules (DuiInspector *self)
{
  GPtrArray *packs;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (DUI_IS_INSPECTOR (self), g_string_free (text, FALSE));

  packs = dui_engine_get_packs (self->engine);
  for (guint i = 0; i < packs->len; i++)
    {
      const DtPack *pack = g_ptr_array_index (packs, i);
      g_auto (GStrv) files = dt_pack_list_files (pack, "rules");

      if (files[0] != NULL)
        g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", dt_pack_get_title (pack),
                                dt_pack_get_version (pack));
    }

  return g_string_free (text, text->len == 0);
}

gboolean
dui_inspector_is_current (DuiInspector *self,
                          const char *reference)
{
  g_return_val_if_fail (DUI_IS_INSPECTOR (self) && reference != NULL, FALSE);

  return self->plan != NULL && self->document != NULL &&
         dt_plan_find (self->plan, reference) == dt_plan_find (dui_document_get_plan (self->document), reference);
}

static gboolean
is_at (const DtFinding *finding,
       const char *reference,
       guint offset)
{
  if (finding->reason != NULL || strcmp (finding->node, reference) != 0)
    return FALSE;

  return finding->end <= finding->start || (offset >= finding->start && offset <= finding->end);
}

DtFinding *
dui_inspector_find (DuiInspector *self,
                    const char *reference,
                    guint offset)
{
  DtFinding *const *findings;
  DtFinding *worst = NULL;
  guint n = 0;

  g_return_val_if_fail (DUI_IS_INSPECTOR (self) && reference != NULL, NULL);

  if (self->report == NULL || !dui_inspector_is_current (self, reference))
    return NULL;

  findings = dt_report_get_findings (self->report, &n);
  for (guint i = 0; i < n; i++)
    {
      if (is_at (findings[i], reference, offset) && (worst == NULL || findings[i]->severity > worst->severity))
        worst = findings[i];
    }

  return worst;
}

/* --- Repairs --- */

/* What cites a document that was replaced is mended by its successor. */
static DtPlan *
make_successor (DuiInspector *self,
                const DtFinding *finding)
{
  if (finding->edit.kind != DT_EDIT_NONE || self->document == NULL || !dui_inspector_is_current (self, finding->node))
    return NULL;

  return dui_successor_apply (finding, dui_document_get_plan (self->document), dui_engine_get_catalog (self->engine),
                              dui_document_get_day (self->document));
}

/* A place in a text is right only as long as nobody has typed into it. */
static gboolean
can_apply (DuiInspector *self,
           const DtFinding *finding)
{
  if (self->document == NULL)
    return FALSE;
  if (finding->edit.kind == DT_EDIT_NONE || finding->edit.kind == DT_EDIT_ATTRIBUTE)
    return TRUE;

  return dui_inspector_is_current (self, finding->edit.node);
}

gboolean
dui_inspector_fix (DuiInspector *self,
                   DtFinding *finding,
                   GError **error)
{
  g_autoptr (DtPlan) plan = NULL;

  g_return_val_if_fail (DUI_IS_INSPECTOR (self) && finding != NULL, FALSE);

  if (!can_apply (self, finding))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("the text was changed and is being checked again"));
      return FALSE;
    }

  plan = make_successor (self, finding);
  if (plan == NULL)
    plan = dt_finding_apply (finding, dui_document_get_plan (self->document), error);
  if (plan == NULL)
    return FALSE;

  dui_document_apply (self->document, plan, NULL, NULL);
  return TRUE;
}

gboolean
dui_inspector_can_fix (DuiInspector *self,
                       const DtFinding *finding)
{
  g_autoptr (DtPlan) plan = NULL;

  g_return_val_if_fail (DUI_IS_INSPECTOR (self) && finding != NULL, FALSE);

  if (finding->reason != NULL)
    return FALSE;
  if (finding->edit.kind != DT_EDIT_NONE && finding->fix != DT_FIX_NEVER)
    return TRUE;

  plan = make_successor (self, finding);
  return plan != NULL;
}

gboolean
dui_inspector_ignore (DuiInspector *self,
                      DtFinding *finding,
                      const char *reason,
                      GError **error)
{
  g_autoptr (DtPlan) plan = NULL;

  g_return_val_if_fail (DUI_IS_INSPECTOR (self) && self->document != NULL, FALSE);
  g_return_val_if_fail (finding != NULL && reason != NULL, FALSE);

  plan = dt_finding_ignore (finding, dui_document_get_plan (self->document), reason, error);
  if (plan == NULL)
    return FALSE;

  dui_document_apply (self->document, plan, NULL, NULL);
  return TRUE;
}

static gboolean
is_about (const DtNode *node,
          const DtFinding *finding)
{
  const char *words = dt_node_get_text (node);

  return dt_node_get_kind (node) == DT_NODE_IGNORED &&
         g_strcmp0 (dt_node_get_attribute (node, DT_ATTR_RULE), finding->rule->id) == 0 &&
         g_strcmp0 (dt_node_get_attribute (node, DT_ATTR_NODE), finding->node) == 0 &&
         (words == NULL || *words == '\0' || g_strcmp0 (words, finding->quote) == 0);
}

gboolean
dui_inspector_reconsider (DuiInspector *self,
                          DtFinding *finding,
                          GError **error)
{
  g_autoptr (DtPlan) plan = NULL;
  DtNode *root;

  g_return_val_if_fail (DUI_IS_INSPECTOR (self) && self->document != NULL && finding != NULL, FALSE);

  plan = dt_plan_ref (dui_document_get_plan (self->document));
  root = dt_plan_get_root (plan);
  for (guint i = 0; i < dt_node_get_n_children (root); i++)
    {
      DtNode *child = dt_node_get_child (root, i);
      DtPlan *without;

      if (!is_about (child, finding))
        continue;
      without = dt_plan_remove (plan, dt_node_get_id (child), error);
      if (without == NULL)
        return FALSE;
      dt_plan_unref (plan);
      plan = without;
    }

  dui_document_apply (self->document, plan, NULL, NULL);
  return TRUE;
}

guint
dui_inspector_count_safe (DuiInspector *self)
{
  DtFinding *const *findings;
  guint n = 0;
  guint n_safe = 0;

  g_return_val_if_fail (DUI_IS_INSPECTOR (self), 0);

  if (self->report == NULL)
    return 0;

  findings = dt_report_get_findings (self->report, &n);
  for (guint i = 0; i < n; i++)
    n_safe += findings[i]->fix == DT_FIX_SAFE && findings[i]->edit.kind != DT_EDIT_NONE && findings[i]->reason == NULL;

  return n_safe;
}

static void
fix_thread (GTask *task,
            gpointer source,
            gpointer task_data,
            GCancellable *cancellable)
{
  Run *run = task_data;

  ensure_rules (run);
  run->fixed = dt_check_fix (&run->checker, run->plan, DT_FIX_SAFE, &run->n_fixed, cancellable);
  g_task_return_boolean (task, run->fixed != NULL);
}

static void start_fixing (DuiInspector *self,
                          GTask *done,
                          guint n_tries);

static void
fixed_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GTask) done = user_data;
  DuiInspector *self = DUI_INSPECTOR (source);
  Run *run = g_task_get_task_data (G_TASK (result));

  g_task_propagate_boolean (G_TASK (result), NULL);
  if (run->fixed != NULL && self->document != NULL && run->plan == dui_document_get_plan (self->document))
    {
      if (run->n_fixed > 0)
        dui_document_apply (self->document, run->fixed, NULL, NULL);
      g_task_return_int (done, run->n_fixed);
    }
  else if (self->document != NULL && run->n_tries < MAX_TRIES)
    start_fixing (self, g_steal_pointer (&done), run->n_tries + 1);
  else
    g_task_return_new_error (done, G_IO_ERROR, G_IO_ERROR_BUSY, _ ("the plan was changed meanwhile; try again"));
}

/* Takes @done. */
static void
start_fixing (DuiInspector *self,
              GTask *done,
              guint n_tries)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, fixed_cb, done);
  Run *run = run_new (self, dui_document_get_plan (self->document));

  run->n_tries = n_tries;
  g_task_set_source_tag (task, start_fixing);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  g_task_run_in_thread (task, fix_thread);
}

void
dui_inspector_fix_safe_async (DuiInspector *self,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *done;

  g_return_if_fail (DUI_IS_INSPECTOR (self) && self->document != NULL);

  done = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (done, dui_inspector_fix_safe_async);
  start_fixing (self, done, 1);
}

gboolean
dui_inspector_fix_safe_finish (DuiInspector *self,
                               GAsyncResult *result,
                               guint *n_fixed,
                               GError **error)
{
  gssize n;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  n = g_task_propagate_int (G_TASK (result), error);
  *n_fixed = n > 0 ? (guint) n : 0;
  return n >= 0;
}
