/* dui-window.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-window"

#include "config.h"

#include "window/dui-window.h"

#include "window/dui-place.h"
#include "window/dui-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

G_DEFINE_FINAL_TYPE (DuiWindow, dui_window, ADW_TYPE_APPLICATION_WINDOW)

/* Auxiliary functions */

static void
update_title (DuiWindow *self)
{
  const char *title = dui_document_get_title (self->document);
  g_autofree char *marked = dui_document_is_modified (self->document) ? g_strconcat (title, " •", NULL) : g_strdup (title);

  adw_window_title_set_title (self->title, marked);
  adw_window_title_set_subtitle (self->title, dui_document_get_subtitle (self->document));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_banner (DuiWindow *self)
{
  g_autofree char *text = NULL;

  if (dui_document_get_draft_state (self->document) == DUI_DRAFT_FAILED)
    {
      const char *reason = dui_document_get_draft_error (self->document);

      text = g_strdup_printf (_ ("The draft cannot be kept: %s. Your words are still here; save them elsewhere."),
                              reason != NULL ? reason : "");
      dui_banner_show (self->banner, text, _ ("Save _As…"));
      g_object_set_data (G_OBJECT (self->banner), "failed", self);
    }
  else if (g_object_get_data (G_OBJECT (self->banner), "failed") != NULL)
    {
      g_object_set_data (G_OBJECT (self->banner), "failed", NULL);
      dui_banner_show (self->banner, NULL, NULL);
    }
}

/* Callbacks */

static void
document_notify_cb (DuiWindow *self)
{
  update_title (self);
  update_banner (self);
  dui_window_update_actions (self);
}

static void
document_changed_cb (DuiWindow *self,
                     DtPlan *old,
                     gpointer origin)
{
  /* A section that is gone cannot be shown any more. */
  if (self->part != NULL && dt_plan_find (dui_document_get_plan (self->document), self->part) == NULL)
    {
      g_autofree char *part = dui_place_find_part (dui_document_get_plan (self->document), self->part);

      if (strcmp (part, self->part) != 0)
        dui_window_show_part (self, part);
    }
  dui_window_update_facts_soon (self);
}

static void
place_activated_cb (DuiWindow *self,
                    const char *node,
                    guint offset)
{
  dui_window_open_place (self, node, offset);
}

static void
part_activated_cb (DuiWindow *self,
                   const char *part)
{
  dui_window_show_part (self, part);
  dui_document_set_caret (self->document, part, 0);
}

static gboolean
outline_clicked_cb (gpointer user_data)
{
  DuiWindow *self = user_data;

  if (dui_panes_get_width (self->panes) == DUI_PANES_NARROW && g_strcmp0 (self->part_before, self->part) != 0)
    dui_panes_set_show (self->panes, DUI_PANE_FORM, TRUE);
  return G_SOURCE_REMOVE;
}

/* Where the outline has the window for itself, a click on a part leads on to its form. */
static gboolean
outline_event_cb (DuiWindow *self,
                  GdkEvent *event)
{
  if (gdk_event_get_event_type (event) == GDK_BUTTON_PRESS)
    {
      g_free (self->part_before);
      self->part_before = g_strdup (self->part);
    }
  else if (gdk_event_get_event_type (event) == GDK_BUTTON_RELEASE)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, outline_clicked_cb, g_object_ref (self), g_object_unref);
  return FALSE;
}

static void
outline_open_cb (DuiWindow *self,
                 const char *part)
{
  dui_window_show_part (self, part);
  dui_panes_set_show (self->panes, DUI_PANE_FORM, TRUE);
  dui_panes_focus (self->panes, DUI_PANE_FORM);
}

static void
removed_cb (DuiWindow *self,
            const char *what)
{
  dui_window_tell (self, what, TRUE);
}

static void
banner_clicked_cb (DuiWindow *self)
{
  if (g_object_get_data (G_OBJECT (self->banner), "failed") != NULL)
    dui_window_save_as (self);
  else
    dui_banner_show (self->banner, NULL, NULL);
}

static void
panes_changed_cb (DuiWindow *self)
{
  /* While the template is built there is nothing to update yet. */
  if (self->document != NULL)
    dui_window_update_actions (self);
  /* Words need room; the menu has them too. */
  if (self->check_button != NULL && self->export_button != NULL)
    {
      gtk_widget_set_visible (self->check_button, dui_panes_get_width (self->panes) != DUI_PANES_NARROW);
      gtk_widget_set_visible (self->export_button, dui_panes_get_width (self->panes) != DUI_PANES_NARROW);
    }
}

static void
focus_cb (DuiWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    dui_window_check_outside (self);
  else if (self->drafts != NULL)
    dui_drafts_flush (self->drafts);
}

/* Files that are dropped are opened, each in a window of its own. */
static gboolean
dropped_cb (DuiWindow *self,
            const GValue *value)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  GdkFileList *list = g_value_get_boxed (value);
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  GSList *dropped = list != NULL ? gdk_file_list_get_files (list) : NULL;

  for (GSList *l = dropped; l != NULL; l = l->next)
    g_ptr_array_add (files, l->data);
  g_slist_free (dropped);
  if (application == NULL || files->len == 0)
    return FALSE;

  g_application_open (application, (GFile **) files->pdata, (int) files->len, "");
  return TRUE;
}

/* Before the text areas, which would write the name of the file. */
static void
accept_files (DuiWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Looks at them only: the list acts on them. */
static void
follow_clicks (DuiWindow *self)
{
  GtkEventController *clicks = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (clicks, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (clicks, "event", G_CALLBACK (outline_event_cb), self);
  gtk_widget_add_controller (self->outline, clicks);
}

/* GtkWindow and GObject overrides */

static gboolean
dui_window_close_request (GtkWindow *window)
{
  DuiWindow *self = DUI_WINDOW (window);

  if (!dui_window_may_close (self))
    return TRUE;

  dui_window_keep_size (self);
  return GTK_WINDOW_CLASS (dui_window_parent_class)->close_request (window);
}

static void
dui_window_dispose (GObject *object)
{
  DuiWindow *self = DUI_WINDOW (object);

  g_clear_handle_id (&self->facts_timer, g_source_remove);
  g_clear_handle_id (&self->view_timer, g_source_remove);
  dui_window_stop_waiting (self);
  g_clear_weak_pointer (&self->written_in);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  if (self->paginator != NULL)
    {
      dui_page_view_set_paginator (self->page_view, NULL);
      g_signal_handlers_disconnect_by_data (self->paginator, self);
      g_object_run_dispose (G_OBJECT (self->paginator));
    }
  g_clear_object (&self->paginator);
  g_clear_pointer (&self->pages, g_hash_table_unref);
  self->page = NULL;

  G_OBJECT_CLASS (dui_window_parent_class)->dispose (object);
}

static void
dui_window_finalize (GObject *object)
{
  DuiWindow *self = DUI_WINDOW (object);

  g_clear_object (&self->document);
  g_clear_object (&self->drafts);
  g_clear_object (&self->engine);
  g_free (self->part);
  g_free (self->part_before);
  g_free (self->side_before);

  G_OBJECT_CLASS (dui_window_parent_class)->finalize (object);
}

static void
dui_window_class_init (DuiWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dui_window_dispose;
  object_class->finalize = dui_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = dui_window_close_request;

  g_type_ensure (DUI_TYPE_BANNER);
  g_type_ensure (DUI_TYPE_PANES);
  g_type_ensure (DUI_TYPE_FOOT_BAR);
  g_type_ensure (DUI_TYPE_PAGE_VIEW);
  g_type_ensure (DUI_TYPE_PAGE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/window/dui-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, title);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, foot_bar);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, form_stack);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, side_stack);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, page_view);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, page_bar);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, check_button);
  gtk_widget_class_bind_template_child (widget_class, DuiWindow, export_button);
  gtk_widget_class_bind_template_callback (widget_class, banner_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, panes_changed_cb);
}

static void
dui_window_init (DuiWindow *self)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_init_template (GTK_WIDGET (self));
  dui_window_install_actions (self);

  self->pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->outline = dui_outline_new ();
  gtk_widget_set_size_request (self->outline, 180, -1);
  dui_panes_set_child (self->panes, DUI_PANE_OUTLINE, self->outline);
  gtk_widget_set_vexpand (GTK_WIDGET (self->form_stack), TRUE);
  gtk_box_append (GTK_BOX (form), GTK_WIDGET (self->form_stack));
  dui_panes_set_child (self->panes, DUI_PANE_FORM, form);
  dui_panes_set_child (self->panes, DUI_PANE_SIDE, GTK_WIDGET (self->side_stack));
  dui_page_bar_set_view (self->page_bar, self->page_view);

  g_signal_connect_swapped (self->outline, "part-activated", G_CALLBACK (part_activated_cb), self);
  follow_clicks (self);
  g_signal_connect_swapped (self->outline, "open", G_CALLBACK (outline_open_cb), self);
  g_signal_connect_swapped (self->outline, "removed", G_CALLBACK (removed_cb), self);
  g_signal_connect_swapped (self->page_view, "place-activated", G_CALLBACK (place_activated_cb), self);
  g_signal_connect_swapped (self, "notify::is-active", G_CALLBACK (focus_cb), self);
  g_signal_connect_swapped (self, "notify::focus-widget", G_CALLBACK (dui_window_follow_focus), self);
  accept_files (self);
}

static void
show_document (DuiWindow *self)
{
  guint offset;
  const char *caret = dui_document_get_caret (self->document, &offset);

  g_signal_connect_swapped (self->document, "notify", G_CALLBACK (document_notify_cb), self);
  g_signal_connect_swapped (self->document, "changed", G_CALLBACK (document_changed_cb), self);
  g_signal_connect_swapped (self->document, "changed-outside", G_CALLBACK (dui_window_check_outside), self);
  dui_window_add_finding_bar (self);
  dui_outline_set_document (DUI_OUTLINE (self->outline), self->document);

  self->paginator = dui_paginator_new (self->engine, self->document);
  g_signal_connect_swapped (self->paginator, "pages-changed", G_CALLBACK (dui_window_update_facts_soon), self);
  dui_page_view_set_paginator (self->page_view, self->paginator);

  document_notify_cb (self);
  dui_window_update_facts_soon (self);
  if (caret != NULL)
    {
      g_autofree char *reference = g_strdup (caret);

      dui_window_open_place (self, reference, offset);
    }
  else
    dui_window_show_part (self, "head");
}

/* Public functions */

/**
 * dui_window_new:
 * @application: the application
 * @engine: the engine
 * @document: the plan; a reference is taken
 * @drafts: (nullable): what keeps the unsaved words
 *
 * Makes a window for a plan.
 *
 * Returns: (transfer none): a new window, which belongs to GTK
 */
GtkWidget *
dui_window_new (GtkApplication *application,
                DuiEngine *engine,
                DuiDocument *document,
                DuiDrafts *drafts)
{
  DuiWindow *self;

  g_return_val_if_fail (DUI_IS_ENGINE (engine) && DUI_IS_DOCUMENT (document), NULL);

  self = g_object_new (DUI_TYPE_WINDOW, "application", application, NULL);
  self->engine = g_object_ref (engine);
  self->document = g_object_ref (document);
  if (drafts != NULL)
    {
      self->drafts = g_object_ref (drafts);
      dui_drafts_add (drafts, document);
    }
  dui_window_restore_size (self);
  show_document (self);

  return GTK_WIDGET (self);
}

DuiPaginator *
dui_window_get_paginator (DuiWindow *self)
{
  g_return_val_if_fail (DUI_IS_WINDOW (self), NULL);

  return self->paginator;
}

DuiDocument *
dui_window_get_document (DuiWindow *self)
{
  g_return_val_if_fail (DUI_IS_WINDOW (self), NULL);

  return self->document;
}

const char *
dui_window_get_part (DuiWindow *self)
{
  g_return_val_if_fail (DUI_IS_WINDOW (self), NULL);

  return self->part;
}

void
dui_window_open_place (DuiWindow *self,
                       const char *reference,
                       guint offset)
{
  g_autofree char *part = NULL;

  g_return_if_fail (DUI_IS_WINDOW (self) && reference != NULL);

  part = dui_place_find_part (dui_document_get_plan (self->document), reference);
  if (g_strcmp0 (part, self->part) != 0 && dui_window_wait_for_word (self, reference, TRUE, offset))
    return;
  dui_window_show_part (self, part);
  dui_panes_set_show (self->panes, DUI_PANE_FORM, TRUE);
  if (self->page != NULL)
    dui_form_page_show_place (self->page, reference, offset);
}

void
dui_window_tell (DuiWindow *self,
                 const char *text,
                 gboolean undo)
{
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  g_return_if_fail (DUI_IS_WINDOW (self) && text != NULL);

  escaped = g_markup_escape_text (text, -1);
  toast = adw_toast_new (escaped);
  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
dui_window_add_toast (DuiWindow *self,
                      AdwToast *toast)
{
  g_return_if_fail (DUI_IS_WINDOW (self) && ADW_IS_TOAST (toast));

  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
dui_window_warn (DuiWindow *self,
                 const char *text)
{
  g_return_if_fail (DUI_IS_WINDOW (self) && text != NULL);

  dui_banner_show (self->banner, text, _ ("_Close"));
}

void
dui_window_add_side (DuiWindow *self,
                     const char *name,
                     GtkWidget *widget)
{
  g_return_if_fail (DUI_IS_WINDOW (self) && name != NULL && GTK_IS_WIDGET (widget));

  gtk_stack_add_named (self->side_stack, widget, name);
}

void
dui_window_show_side (DuiWindow *self,
                      const char *name)
{
  g_return_if_fail (DUI_IS_WINDOW (self));

  gtk_stack_set_visible_child_name (self->side_stack, name != NULL ? name : "pages");
  dui_panes_set_show (self->panes, DUI_PANE_SIDE, TRUE);
}
