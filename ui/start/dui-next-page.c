/* dui-next-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-next-page"

#include "config.h"

#include "start/dui-next-page.h"

#include "common/dui-banner.h"
#include "common/dui-compat.h"
#include "common/dui-editable-text.h"
#include "start/dui-import-job.h"
#include "start/dui-next-row.h"

#include <glib/gi18n.h>

/* After the last tick or key the plan is moved again. */
#define DELAY_MS 250

struct _DuiNextPage
{
  AdwBin parent_instance;

  DuiEngine *engine;
  DtPlan *plan;         /* the old one */
  GArray *periods;      /* of DtPeriod, as offered */
  DtNextReport *report; /* of the choices of now; NULL while there is none */
  GListStore *changes;
  GtkStringList *findings;
  GCancellable *cancellable; /* of the run at hand */
  guint timer;

  guint fresh : 1;   /* the changes are to be listed anew */
  guint filling : 1; /* the controls are being set */

  /* Template children */
  DuiBanner *banner;
  GtkStack *stack;
  GtkLabel *name;
  GtkLabel *from;
  GtkDropDown *period_drop;
  GtkEditable *period_entry;
  GtkListView *changes_list;
  GtkListView *findings_list;
  GtkLabel *changes_title;
  GtkLabel *findings_title;
  GtkWidget *create_button;
  GtkWidget *bar;
};

enum
{
  SIGNAL_CREATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiNextPage, dui_next_page, ADW_TYPE_BIN)

/* --- Moving the plan, in a thread --- */

typedef struct
{
  DtNextOptions options; /* holds references */
  char **keep;
  DtPlan *plan;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  if (self->options.catalog != NULL)
    dt_catalog_unref ((DtCatalog *) self->options.catalog);
  if (self->options.profile != NULL)
    dt_profile_unref ((DtProfile *) self->options.profile);
  g_strfreev (self->keep);
  dt_plan_unref (self->plan);
  g_free (self);
}

static void
run_thread (GTask *task,
            gpointer source,
            gpointer task_data,
            GCancellable *cancellable)
{
  Job *job = task_data;
  GError *error = NULL;
  DtNextReport *report = dt_next_run (&job->options, job->plan, &error);

  if (report != NULL)
    g_task_return_pointer (task, report, (GDestroyNotify) dt_next_report_free);
  else
    g_task_return_error (task, error);
}

/* The changes that are not ticked. */
static char **
list_kept (DuiNextPage *self)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint i = 0; !self->fresh && i < g_list_model_get_n_items (G_LIST_MODEL (self->changes)); i++)
    {
      g_autoptr (DuiNextChange) change = g_list_model_get_item (G_LIST_MODEL (self->changes), i);

      if (!dui_next_change_get_apply (change))
        g_ptr_array_add (keys, g_strdup (dui_next_change_get_key (change)));
    }
  g_ptr_array_add (keys, NULL);

  return (char **) g_ptr_array_free (keys, FALSE);
}

/* The last item of the list lets one type. */
static gboolean
get_period (DuiNextPage *self,
            DtPeriod *period)
{
  guint selected = gtk_drop_down_get_selected (self->period_drop);
  g_autofree char *typed = NULL;

  if (selected < self->periods->len)
    {
      *period = g_array_index (self->periods, DtPeriod, selected);
      return TRUE;
    }

  typed = dui_editable_dup_text (self->period_entry);
  return dt_period_parse (typed, period);
}

/* --- Showing what came out --- */

static void
update_buttons (DuiNextPage *self)
{
  gtk_widget_set_sensitive (self->create_button, self->report != NULL && !dui_next_page_is_busy (self));
  gtk_widget_set_visible (self->bar, self->report != NULL || g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "changes") == 0);
}

static void
apply_changed_cb (DuiNextPage *self);

static void
list_changes (DuiNextPage *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->report->changes->len; i++)
    {
      DuiNextChange *change = dui_next_change_new (g_ptr_array_index (self->report->changes, i), self->plan);

      g_signal_connect_object (change, "notify::apply", G_CALLBACK (apply_changed_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (items, change);
    }
  g_list_store_splice (self->changes, 0, g_list_model_get_n_items (G_LIST_MODEL (self->changes)), items->pdata, items->len);
}

static void
list_findings (DuiNextPage *self)
{
  gtk_string_list_splice (self->findings, 0, g_list_model_get_n_items (G_LIST_MODEL (self->findings)), NULL);
  for (guint i = 0; i < self->report->findings->len; i++)
    {
      const DtNextFinding *finding = g_ptr_array_index (self->report->findings, i);
      g_autofree char *markup = NULL;

      if (finding->suggestion != NULL && *finding->suggestion != '\0')
        markup = g_markup_printf_escaped ("<b>%s</b> → <b>%s</b>\n%s", finding->text, finding->suggestion, finding->message);
      else
        markup = g_markup_printf_escaped ("<b>%s</b>\n%s", finding->text, finding->message);
      gtk_string_list_append (self->findings, markup);
    }
}

static void
show_counts (DuiNextPage *self)
{
  guint n_changes = g_list_model_get_n_items (G_LIST_MODEL (self->changes));
  guint n_findings = g_list_model_get_n_items (G_LIST_MODEL (self->findings));
  g_autofree char *changes = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change", "%u changes", n_changes), n_changes);
  g_autofree char *findings = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place to look at", "%u places to look at", n_findings),
                                               n_findings);

  gtk_label_set_text (self->changes_title, changes);
  gtk_label_set_text (self->findings_title, findings);
}

static void
ready_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (DuiNextPage) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  DtNextReport *report = g_task_propagate_pointer (G_TASK (result), &error);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&report, dt_next_report_free);
      return;
    }

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->report, dt_next_report_free);
  self->report = report;
  dui_banner_show (self->banner, error != NULL ? error->message : NULL, NULL);
  if (report != NULL)
    {
      if (self->fresh)
        list_changes (self);
      self->fresh = FALSE;
      list_findings (self);
      show_counts (self);
    }
  update_buttons (self);
}

static void
stop_run (DuiNextPage *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
run (DuiNextPage *self)
{
  g_autoptr (GTask) task = NULL;
  DtPeriod period = DT_PERIOD_INIT;
  GWeakRef *weak;
  Job *job;

  stop_run (self);
  if (self->plan == NULL)
    return;
  if (!get_period (self, &period))
    {
      g_clear_pointer (&self->report, dt_next_report_free);
      dui_banner_show (self->banner, _ ("Write the new period as 2027, 2026-2030, 2027-Q1, 2027-H1 or 2027-05."), NULL);
      update_buttons (self);
      return;
    }

  job = g_new0 (Job, 1);
  job->plan = dt_plan_ref (self->plan);
  job->keep = list_kept (self);
  job->options.period = period;
  job->options.today = dui_engine_get_today (self->engine);
  job->options.catalog = dui_engine_get_catalog (self->engine) != NULL ? dt_catalog_ref (dui_engine_get_catalog (self->engine)) : NULL;
  job->options.profile = dui_engine_get_profile (self->engine) != NULL ? dt_profile_ref (dui_engine_get_profile (self->engine)) : NULL;
  job->options.keep = (const char *const *) job->keep;

  self->cancellable = g_cancellable_new ();
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, self->cancellable, ready_cb, weak);
  g_task_set_source_tag (task, run);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_thread);
  update_buttons (self);
}

static gboolean
timer_cb (gpointer user_data)
{
  DuiNextPage *self = user_data;

  self->timer = 0;
  run (self);
  return G_SOURCE_REMOVE;
}

static void
run_soon (DuiNextPage *self)
{
  stop_run (self);
  self->timer = g_timeout_add (DELAY_MS, timer_cb, self);
  update_buttons (self);
}

/* Callbacks */

static void
apply_changed_cb (DuiNextPage *self)
{
  run_soon (self);
}

static void
period_changed_cb (DuiNextPage *self)
{
  gboolean other = gtk_drop_down_get_selected (self->period_drop) >= self->periods->len;

  gtk_widget_set_visible (GTK_WIDGET (self->period_entry), other);
  if (self->filling || self->plan == NULL)
    return;

  self->fresh = TRUE;
  run_soon (self);
}

static void
catalog_changed_cb (DuiNextPage *self)
{
  if (self->plan == NULL)
    return;

  self->fresh = TRUE;
  run_soon (self);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  GWeakRef *weak = user_data;
  g_autoptr (DuiNextPage) self = g_weak_ref_get (weak);
  g_autofree char *name = self != NULL ? g_strdup (gtk_label_get_text (self->name)) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiImported) imported = dui_import_run_finish (result, &error);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (imported != NULL)
    dui_next_page_set_plan (self, imported->plan, name);
  else
    dui_banner_show (self->banner, error->message, NULL);
  update_buttons (self);
}

static void
file_chosen_cb (GFile *file,
                gpointer user_data)
{
  g_autoptr (DuiNextPage) self = user_data;

  if (file != NULL && self->engine != NULL)
    dui_next_page_take_file (self, file);
}

static void
choose_cb (DuiNextPage *self)
{
  const DuiFileFilter filters[] = { { _ ("Plans"), "duthao" }, { _ ("OpenDocument Made Here"), "odt" }, { _ ("Plain Text"), "txt" }, { _ ("All Files"), NULL }, { NULL, NULL } };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  dui_compat_open_file (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _ ("Choose the Earlier Plan"), filters,
                        file_chosen_cb, g_object_ref (self));
}

static gboolean
drop_cb (DuiNextPage *self,
         const GValue *value)
{
  const GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;

  dui_next_page_take_file (self, files->data);
  return TRUE;
}

static void
create_cb (DuiNextPage *self)
{
  g_autoptr (DtPlan) plan = dt_plan_ref (self->report->plan);

  g_signal_emit (self, signals[SIGNAL_CREATE], 0, plan);
}

static void
banner_cb (DuiNextPage *self)
{
  dui_banner_show (self->banner, NULL, NULL);
}

static void
setup_change_cb (GtkSignalListItemFactory *factory,
                 GtkListItem *item)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, dui_next_row_new ());
}

static void
bind_change_cb (GtkSignalListItemFactory *factory,
                GtkListItem *item)
{
  dui_next_row_set_change (DUI_NEXT_ROW (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_change_cb (GtkSignalListItemFactory *factory,
                  GtkListItem *item)
{
  dui_next_row_set_change (DUI_NEXT_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
setup_finding_cb (GtkSignalListItemFactory *factory,
                  GtkListItem *item)
{
  gtk_list_item_set_activatable (item, FALSE);
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                               "margin-top", 6, "margin-bottom", 6, "margin-start", 16, "margin-end", 12, NULL));
}

static void
bind_finding_cb (GtkSignalListItemFactory *factory,
                 GtkListItem *item)
{
  gtk_label_set_markup (GTK_LABEL (gtk_list_item_get_child (item)),
                        gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* GObject overrides */

static void
dui_next_page_dispose (GObject *object)
{
  DuiNextPage *self = DUI_NEXT_PAGE (object);

  stop_run (self);
  if (self->engine != NULL)
    g_signal_handlers_disconnect_by_data (self->engine, self);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_next_page_parent_class)->dispose (object);
}

static void
dui_next_page_finalize (GObject *object)
{
  DuiNextPage *self = DUI_NEXT_PAGE (object);

  g_clear_pointer (&self->plan, dt_plan_unref);
  g_clear_pointer (&self->report, dt_next_report_free);
  g_clear_pointer (&self->periods, g_array_unref);
  g_clear_object (&self->changes);
  g_clear_object (&self->findings);

  G_OBJECT_CLASS (dui_next_page_parent_class)->finalize (object);
}

static void
dui_next_page_class_init (DuiNextPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_next_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = dui_next_page_finalize;

  signals[SIGNAL_CREATE] = g_signal_new ("create", DUI_TYPE_NEXT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, DT_TYPE_PLAN);

  g_type_ensure (DUI_TYPE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/start/dui-next-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiNextPage, banner);
  gtk_widget_class_bind_template_child (widget_class, DuiNextPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiNextPage, name);
  gtk_widget_class_bind_template_child (widget_class, DuiNextPage, from);
  gtk_widget_class_bind_template_child (widget_class, DuiNextPage, period_drop);
  gtk_widget_class_bind_template_child (widget_class, DuiNextPage, period_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiNextPage, changes_list);
  gtk_widget_class_bind_template_child (widget_class, DuiNextPage, findings_list);
  gtk_widget_class_bind_template_child (widget_class, DuiNextPage, changes_title);
  gtk_widget_class_bind_template_child (widget_class, DuiNextPage, findings_title);
  gtk_widget_class_bind_template_child (widget_class, DuiNextPage, create_button);
  gtk_widget_class_bind_template_child (widget_class, DuiNextPage, bar);
  gtk_widget_class_bind_template_callback (widget_class, banner_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, period_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
set_up_list (GtkListView *list,
             GListModel *model,
             GCallback setup,
             GCallback bind,
             GCallback unbind)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (model));

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", bind, NULL);
  if (unbind != NULL)
    g_signal_connect (factory, "unbind", unbind, NULL);
  gtk_list_view_set_factory (list, factory);
  gtk_list_view_set_model (list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  g_object_unref (factory);
}

static void
dui_next_page_init (DuiNextPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->periods = g_array_new (FALSE, FALSE, sizeof (DtPeriod));
  self->changes = g_list_store_new (DUI_TYPE_NEXT_CHANGE);
  self->findings = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_list (self->changes_list, G_LIST_MODEL (self->changes), G_CALLBACK (setup_change_cb), G_CALLBACK (bind_change_cb),
               G_CALLBACK (unbind_change_cb));
  set_up_list (self->findings_list, G_LIST_MODEL (self->findings), G_CALLBACK (setup_finding_cb), G_CALLBACK (bind_finding_cb), NULL);
  dui_preedit_follow (GTK_WIDGET (self->period_entry));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  update_buttons (self);
}

/* Public functions */

GtkWidget *
dui_next_page_new (DuiEngine *engine)
{
  DuiNextPage *self;

  g_return_val_if_fail (DUI_IS_ENGINE (engine), NULL);

  self = g_object_new (DUI_TYPE_NEXT_PAGE, NULL);
  self->engine = g_object_ref (engine);
  g_signal_connect_swapped (engine, "catalog-changed", G_CALLBACK (catalog_changed_cb), self);
  g_signal_connect_swapped (engine, "profile-changed", G_CALLBACK (catalog_changed_cb), self);
  return GTK_WIDGET (self);
}

void
dui_next_page_take_file (DuiNextPage *self,
                         GFile *file)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  GWeakRef *weak;

  g_return_if_fail (DUI_IS_NEXT_PAGE (self) && G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path == NULL)
    {
      dui_banner_show (self->banner, _ ("Only files of this computer can be read."), NULL);
      return;
    }

  stop_run (self);
  name = g_filename_display_basename (path);
  gtk_label_set_text (self->name, name);
  self->cancellable = g_cancellable_new ();
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  dui_import_run_async (self->engine, path, NULL, FALSE, self->cancellable, loaded_cb, weak);
  update_buttons (self);
}

/**
 * dui_next_page_set_plan:
 * @self: the page
 * @plan: the earlier plan
 * @name: what its file is called
 *
 * Takes a plan, offers the periods that may follow its own and shows what
 * would change for the next one.
 */
void
dui_next_page_set_plan (DuiNextPage *self,
                        DtPlan *plan,
                        const char *name)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  g_autofree char *from_words = NULL;
  DtPeriod from = DT_PERIOD_INIT;

  g_return_if_fail (DUI_IS_NEXT_PAGE (self) && plan != NULL && name != NULL);

  dt_plan_ref (plan);
  g_clear_pointer (&self->plan, dt_plan_unref);
  self->plan = plan;
  g_array_unref (self->periods);
  self->periods = dui_next_list_periods (dt_next_find_period (plan, &from) ? from : (DtPeriod) DT_PERIOD_INIT);
  for (guint i = 0; i < self->periods->len; i++)
    {
      g_autofree char *text = dt_period_to_words (g_array_index (self->periods, DtPeriod, i));

      gtk_string_list_append (words, text);
    }
  gtk_string_list_append (words, _ ("Another period…"));

  self->filling = TRUE;
  gtk_label_set_text (self->name, name);
  from_words = from.kind != DT_PERIOD_NONE ? dt_period_to_words (from) : g_strdup (_ ("not said"));
  gtk_label_set_text (self->from, from_words);
  gtk_drop_down_set_model (self->period_drop, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->period_drop, 0);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "changes");
  self->fresh = TRUE;
  period_changed_cb (self);
  run (self);
}

gboolean
dui_next_page_is_busy (DuiNextPage *self)
{
  g_return_val_if_fail (DUI_IS_NEXT_PAGE (self), FALSE);

  return self->timer > 0 || self->cancellable != NULL;
}

GListModel *
dui_next_page_get_changes (DuiNextPage *self)
{
  g_return_val_if_fail (DUI_IS_NEXT_PAGE (self), NULL);

  return G_LIST_MODEL (self->changes);
}

guint
dui_next_page_get_n_findings (DuiNextPage *self)
{
  g_return_val_if_fail (DUI_IS_NEXT_PAGE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->findings));
}

DtPlan *
dui_next_page_get_result (DuiNextPage *self)
{
  g_return_val_if_fail (DUI_IS_NEXT_PAGE (self), NULL);

  return self->report != NULL ? self->report->plan : NULL;
}
