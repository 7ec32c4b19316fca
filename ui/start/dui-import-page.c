/* dui-import-page.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-import-page"

#include "config.h"

#include "start/dui-import-page.h"

#include "base/dt-diagnostic.h"
#include "base/dt-zip.h"
#include "common/dui-banner.h"
#include "common/dui-compat.h"
#include "common/dui-editable-text.h"
#include "editor/dui-text-paste.h"
#include "import/dt-import.h"
#include "preview/dui-page-view.h"
#include "document/dui-import-draft.h"
#include "start/dui-import-job.h"
#include "start/dui-import-menu.h"
#include "start/dui-import-undo.h"

#include <glib/gi18n.h>
#include <gtksourceview/gtksource.h>

/* After the last key the text is read again. */
#define DELAY_MS 350
/* And from the first key that is not on disk. */
#define KEEP_MS 900

struct _DuiImportPage
{
  AdwBin parent_instance;

  DuiEngine *engine;
  DuiDocument *document; /* what the pages show; NULL before something was read */
  DuiPaginator *paginator;
  GPtrArray *labels;
  GPtrArray *diagnostics; /* of the rows of the list */
  GtkStringList *repairs;
  GtkSourceGutterRenderer *gutter;
  GCancellable *cancellable; /* of the run at hand, NULL where there is none */
  GCancellable *pasting;
  guint timer;
  DuiImportDraft *draft;
  guint keep_timer;
  DuiImportMenu *menu;

  guint filling : 1; /* the text comes from a file */
  guint markdown : 1;
  guint valid : 1; /* the plan is what the text says */

  /* Template children */
  DuiBanner *banner;
  GtkStack *stack;
  GtkSourceView *view;
  DuiPageView *page_view;
  GtkWidget *repairs_box;
  GtkExpander *repairs_expander;
  GtkListView *repairs_list;
  GtkLabel *status;
  GtkWidget *create_button;
  GtkWidget *bar;
};

enum
{
  SIGNAL_CREATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiImportPage, dui_import_page, ADW_TYPE_BIN)

static void run (DuiImportPage *self,
                 const char *path);

/* Auxiliary functions */

static GtkTextBuffer *
get_buffer (DuiImportPage *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
update_status (DuiImportPage *self)
{
  gboolean busy = dui_import_page_is_busy (self);

  gtk_widget_set_sensitive (self->create_button, self->valid && !busy);
  gtk_widget_set_visible (self->bar, g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "empty") != 0);
  if (busy)
    gtk_label_set_text (self->status, _ ("Reading…"));
  else
    gtk_label_set_text (self->status, "");
}

static void
show_labels (DuiImportPage *self,
             GPtrArray *labels)
{
  int widest = 0;

  g_clear_pointer (&self->labels, g_ptr_array_unref);
  self->labels = g_ptr_array_ref (labels);
  for (guint i = 0; i < labels->len; i++)
    {
      const char *label = g_ptr_array_index (labels, i);
      int width = 0;

      if (*label != '\0')
        gtk_source_gutter_renderer_text_measure (GTK_SOURCE_GUTTER_RENDERER_TEXT (self->gutter), label, &width, NULL);
      widest = MAX (widest, width);
    }

  gtk_widget_set_size_request (GTK_WIDGET (self->gutter), widest + 12, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self->gutter));
}

static void
show_repairs (DuiImportPage *self,
              GPtrArray *diagnostics)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL; /* the same without the mnemonic */
  g_auto (GStrv) parts = NULL;

  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);
  self->diagnostics = g_ptr_array_ref (diagnostics);
  gtk_string_list_splice (self->repairs, 0, g_list_model_get_n_items (G_LIST_MODEL (self->repairs)), NULL);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const DtDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);
      g_autofree char *row = dt_diagnostic_get_line (diagnostic) > 0
                               /* Translators: a line of a text, and what was done there. */
                               ? g_strdup_printf (_ ("Line %u: %s"), dt_diagnostic_get_line (diagnostic),
                                                  dt_diagnostic_get_message (diagnostic))
                               : g_strdup (dt_diagnostic_get_message (diagnostic));

      gtk_string_list_append (self->repairs, row);
    }

  title = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u _repair or remark", "%u _repairs and remarks", diagnostics->len),
                           diagnostics->len);
  gtk_expander_set_label (self->repairs_expander, title);
  parts = g_strsplit (title, "_", 2);
  name = g_strjoinv ("", parts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->repairs_expander), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_visible (self->repairs_box, diagnostics->len > 0);
}

static void
show_plan (DuiImportPage *self,
           DtPlan *plan)
{
  if (self->document != NULL)
    {
      dui_document_apply (self->document, plan, "import", self);
      return;
    }

  self->document = dui_document_new (self->engine, plan, NULL);
  self->paginator = dui_paginator_new (self->engine, self->document);
  dui_page_view_set_paginator (self->page_view, self->paginator);
}

/* Only what can be changed here is kept: a plan or an ODT file is a file already. */
static void
keep (DuiImportPage *self,
      gboolean at_once)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->keep_timer, g_source_remove);
  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    return;

  text = dui_text_view_dup_text (GTK_TEXT_VIEW (self->view));
  dui_import_draft_keep (self->draft, text, self->markdown, at_once);
}

static gboolean
keep_cb (gpointer user_data)
{
  DuiImportPage *self = user_data;

  self->keep_timer = 0;
  keep (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
keep_soon (DuiImportPage *self)
{
  if (self->keep_timer == 0)
    self->keep_timer = g_timeout_add (KEEP_MS, keep_cb, self);
}

/* What stood here before, until the toast has passed. */
static void
offer_undo (DuiImportPage *self,
            const char *message,
            const char *text)
{
  if (gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    dui_import_offer_undo (self, message, text, self->markdown);
}

static void
show_text (DuiImportPage *self,
           const DuiImported *imported)
{
  g_autofree char *old = dui_text_view_dup_text (GTK_TEXT_VIEW (self->view));

  if (g_strcmp0 (old, imported->text) != 0)
    offer_undo (self, _ ("The text that stood here was replaced"), old);
  self->filling = TRUE;
  self->markdown = imported->markdown;
  gtk_text_buffer_set_text (get_buffer (self), imported->text, -1);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), imported->is_text);
  self->filling = FALSE;
  keep_soon (self);
}

static void
show_imported (DuiImportPage *self,
               const DuiImported *imported,
               gboolean from_file)
{
  dui_banner_show (self->banner, NULL, NULL);
  if (from_file)
    show_text (self, imported);
  show_labels (self, imported->labels);
  show_repairs (self, imported->diagnostics);
  show_plan (self, imported->plan);
  gtk_stack_set_visible_child_name (self->stack, "text");
}

typedef struct
{
  GWeakRef page;
  gboolean from_file;
} Waiting;

/* A run that is still going on keeps nothing alive. */
static void
imported_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  Waiting *waiting = user_data;
  g_autoptr (DuiImportPage) self = g_weak_ref_get (&waiting->page);
  gboolean from_file = waiting->from_file;
  g_autoptr (GError) error = NULL;
  g_autoptr (DuiImported) imported = dui_import_run_finish (result, &error);

  g_weak_ref_clear (&waiting->page);
  g_free (waiting);
  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  self->valid = imported != NULL;
  if (imported != NULL)
    show_imported (self, imported, from_file);
  else if (g_error_matches (error, DT_IMPORT_ERROR, DT_IMPORT_ERROR_FOREIGN) || error->domain == DT_ZIP_ERROR)
    dui_banner_show (self->banner, _ ("This file cannot be read as it is. Open it in the program it comes from, copy all of it "
                                      "(Ctrl+A, Ctrl+C) and paste it here (Ctrl+V)."),
                     _ ("_Close"));
  else
    dui_banner_show (self->banner, error->message, _ ("_Close"));
  update_status (self);
}

static void
stop_run (DuiImportPage *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
run (DuiImportPage *self,
     const char *path)
{
  g_autofree char *text = path == NULL ? dui_text_view_dup_text (GTK_TEXT_VIEW (self->view)) : NULL;
  g_autofree char *blank = text != NULL ? g_strstrip (g_strdup (text)) : NULL;
  Waiting *waiting;

  stop_run (self);
  self->valid = FALSE;
  if (blank != NULL && *blank == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      update_status (self);
      return;
    }

  self->cancellable = g_cancellable_new ();
  waiting = g_new0 (Waiting, 1);
  g_weak_ref_init (&waiting->page, self);
  waiting->from_file = path != NULL;
  dui_import_run_async (self->engine, path, text, self->markdown, self->cancellable, imported_cb, waiting);
  update_status (self);
}

/* Callbacks */

static gboolean
timer_cb (gpointer user_data)
{
  DuiImportPage *self = user_data;

  self->timer = 0;
  run (self, NULL);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (DuiImportPage *self)
{
  if (self->filling || !gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    return;

  stop_run (self);
  self->timer = g_timeout_add (DELAY_MS, timer_cb, self);
  keep_soon (self);
  update_status (self);
}

static void
query_data_cb (GtkSourceGutterRenderer *renderer,
               GObject *lines,
               guint line,
               gpointer user_data)
{
  gtk_source_gutter_renderer_text_set_text (GTK_SOURCE_GUTTER_RENDERER_TEXT (renderer),
                                            dui_import_page_get_label (user_data, line), -1);
}

static void
pasted_cb (const char *text,
           gpointer user_data)
{
  DuiImportPage *self = user_data;

  gtk_text_buffer_begin_user_action (get_buffer (self));
  gtk_text_buffer_delete_selection (get_buffer (self), TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (get_buffer (self), text, -1);
  gtk_text_buffer_end_user_action (get_buffer (self));
  gtk_stack_set_visible_child_name (self->stack, "text");
  update_status (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* What comes with formatting is taken in our notation, unless it joins a text that is not. */
static void
paste (DuiImportPage *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  gboolean is_empty = gtk_text_buffer_get_char_count (get_buffer (self)) == 0;

  if (!gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    return;
  if (is_empty)
    self->markdown = gdk_content_formats_contain_mime_type (formats, "text/html");
  dui_text_paste (clipboard, !self->markdown, self->pasting, pasted_cb, self);
}

static void
paste_clipboard_cb (GtkTextView *view,
                    gpointer user_data)
{
  g_signal_stop_emission_by_name (view, "paste-clipboard");
  paste (user_data);
}

static void
file_chosen_cb (GFile *file,
                gpointer user_data)
{
  g_autoptr (DuiImportPage) self = user_data;

  if (file != NULL && self->engine != NULL)
    dui_import_page_take_file (self, file);
}

static void
choose_cb (DuiImportPage *self)
{
  const DuiFileFilter filters[] = { { _ ("Plain Text"), "txt" }, { _ ("Markdown"), "md" }, { _ ("OpenDocument Made Here"), "odt" }, { _ ("Plans"), "duthao" }, { _ ("All Files"), NULL }, { NULL, NULL } };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  dui_compat_open_file (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _ ("Import a Text"), filters, file_chosen_cb,
                        g_object_ref (self));
}

/* A text to type into. */
static void
type_cb (DuiImportPage *self)
{
  gtk_stack_set_visible_child_name (self->stack, "text");
  update_status (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
discard_cb (DuiImportPage *self)
{
  g_autofree char *text = dui_text_view_dup_text (GTK_TEXT_VIEW (self->view));

  offer_undo (self, _ ("The text is discarded"), text);
  dui_import_page_set_text (self, "", FALSE);
  keep (self, TRUE);
  dui_banner_show (self->banner, NULL, NULL);
}

static void
create_cb (DuiImportPage *self)
{
  g_autoptr (DtPlan) plan = dt_plan_ref (dui_import_page_get_plan (self));
  g_autoptr (DuiImportPage) page = g_object_ref (self);

  /* The plan is kept as a draft of its own from now on. */
  g_signal_emit (page, signals[SIGNAL_CREATE], 0, plan);
  g_clear_handle_id (&page->keep_timer, g_source_remove);
  dui_import_draft_drop (page->draft);
}

static void
banner_cb (DuiImportPage *self)
{
  dui_banner_show (self->banner, NULL, NULL);
}

static gboolean
drop_cb (DuiImportPage *self,
         const GValue *value)
{
  const GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;

  dui_import_page_take_file (self, files->data);
  return TRUE;
}

/* Goes to the line that a remark is about. */
static void
repair_activated_cb (DuiImportPage *self,
                     guint position)
{
  guint line = dt_diagnostic_get_line (g_ptr_array_index (self->diagnostics, position));
  GtkTextIter iter;

  if (line == 0)
    return;

  gtk_text_buffer_get_iter_at_line (get_buffer (self), &iter, (int) line - 1);
  gtk_text_buffer_place_cursor (get_buffer (self), &iter);
  gtk_text_view_scroll_to_iter (GTK_TEXT_VIEW (self->view), &iter, 0, TRUE, 0, 0.3);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* GObject overrides */

static void
dui_import_page_dispose (GObject *object)
{
  DuiImportPage *self = DUI_IMPORT_PAGE (object);

  stop_run (self);
  if (self->keep_timer != 0)
    keep (self, TRUE);
  g_clear_pointer (&self->menu, dui_import_menu_free);
  g_cancellable_cancel (self->pasting);
  if (self->paginator != NULL)
    {
      dui_page_view_set_paginator (self->page_view, NULL);
      g_object_run_dispose (G_OBJECT (self->paginator));
    }
  g_clear_object (&self->paginator);
  g_clear_object (&self->document);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_import_page_parent_class)->dispose (object);
}

static void
dui_import_page_finalize (GObject *object)
{
  DuiImportPage *self = DUI_IMPORT_PAGE (object);

  g_clear_pointer (&self->draft, dui_import_draft_free);
  g_clear_object (&self->pasting);
  g_clear_object (&self->repairs);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  g_clear_pointer (&self->diagnostics, g_ptr_array_unref);

  G_OBJECT_CLASS (dui_import_page_parent_class)->finalize (object);
}

static void
dui_import_page_class_init (DuiImportPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_import_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = dui_import_page_finalize;

  signals[SIGNAL_CREATE] = g_signal_new ("create", DUI_TYPE_IMPORT_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, DT_TYPE_PLAN);

  g_type_ensure (DUI_TYPE_BANNER);
  g_type_ensure (DUI_TYPE_PAGE_VIEW);
  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/start/dui-import-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiImportPage, banner);
  gtk_widget_class_bind_template_child (widget_class, DuiImportPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiImportPage, view);
  gtk_widget_class_bind_template_child (widget_class, DuiImportPage, page_view);
  gtk_widget_class_bind_template_child (widget_class, DuiImportPage, repairs_box);
  gtk_widget_class_bind_template_child (widget_class, DuiImportPage, repairs_expander);
  gtk_widget_class_bind_template_child (widget_class, DuiImportPage, repairs_list);
  gtk_widget_class_bind_template_child (widget_class, DuiImportPage, status);
  gtk_widget_class_bind_template_child (widget_class, DuiImportPage, create_button);
  gtk_widget_class_bind_template_child (widget_class, DuiImportPage, bar);
  gtk_widget_class_bind_template_callback (widget_class, banner_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste);
  gtk_widget_class_bind_template_callback (widget_class, type_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, repair_activated_cb);
}

static void
dui_import_page_init (DuiImportPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->pasting = g_cancellable_new ();
  self->draft = dui_import_draft_new ();
  self->repairs = gtk_string_list_new (NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  /* The colours of the program, light or dark. */
  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (get_buffer (self)), NULL);
  self->gutter = gtk_source_gutter_renderer_text_new ();
  gtk_widget_add_css_class (GTK_WIDGET (self->gutter), "dui-parts");
  gtk_source_gutter_renderer_set_xpad (self->gutter, 6);
  g_signal_connect (self->gutter, "query-data", G_CALLBACK (query_data_cb), self);
  gtk_source_gutter_insert (gtk_source_view_get_gutter (self->view, GTK_TEXT_WINDOW_LEFT), self->gutter, 0);
  self->menu = dui_import_menu_new (GTK_WIDGET (self), self->view, self->gutter);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->repairs_list, factory);
  gtk_list_view_set_model (self->repairs_list, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->repairs)))));
  g_object_unref (factory);

  dui_preedit_follow (GTK_WIDGET (self->view));
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "preedit-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "paste-clipboard", G_CALLBACK (paste_clipboard_cb), self, 0);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Public functions */

GtkWidget *
dui_import_page_new (DuiEngine *engine)
{
  DuiImportPage *self;
  g_autofree char *text = NULL;
  gboolean markdown = FALSE;

  g_return_val_if_fail (DUI_IS_ENGINE (engine), NULL);

  self = g_object_new (DUI_TYPE_IMPORT_PAGE, NULL);
  self->engine = g_object_ref (engine);
  text = dui_import_draft_load (&markdown);
  if (text != NULL)
    dui_import_page_set_text (self, text, markdown);
  update_status (self);
  return GTK_WIDGET (self);
}

void
dui_import_page_take_file (DuiImportPage *self,
                           GFile *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (DUI_IS_IMPORT_PAGE (self) && G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path != NULL)
    run (self, path);
  else
    dui_banner_show (self->banner, _ ("Only files of this computer can be read."), _ ("_Close"));
}

void
dui_import_page_set_text (DuiImportPage *self,
                          const char *text,
                          gboolean markdown)
{
  g_return_if_fail (DUI_IS_IMPORT_PAGE (self) && text != NULL);

  self->filling = TRUE;
  self->markdown = markdown;
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), TRUE);
  gtk_text_buffer_set_text (get_buffer (self), text, -1);
  self->filling = FALSE;
  keep_soon (self);
  run (self, NULL);
}

gboolean
dui_import_page_is_busy (DuiImportPage *self)
{
  g_return_val_if_fail (DUI_IS_IMPORT_PAGE (self), FALSE);

  return self->timer > 0 || self->cancellable != NULL;
}

DtPlan *
dui_import_page_get_plan (DuiImportPage *self)
{
  g_return_val_if_fail (DUI_IS_IMPORT_PAGE (self), NULL);

  return self->document != NULL ? dui_document_get_plan (self->document) : NULL;
}

const char *
dui_import_page_get_label (DuiImportPage *self,
                           guint line)
{
  g_return_val_if_fail (DUI_IS_IMPORT_PAGE (self), "");

  return self->labels != NULL && line < self->labels->len ? g_ptr_array_index (self->labels, line) : "";
}

guint
dui_import_page_get_n_repairs (DuiImportPage *self)
{
  g_return_val_if_fail (DUI_IS_IMPORT_PAGE (self), 0);

  return self->diagnostics != NULL ? self->diagnostics->len : 0;
}
