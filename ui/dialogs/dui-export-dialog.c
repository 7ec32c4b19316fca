/* dui-export-dialog.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-export"

#include "config.h"

#include "dialogs/dui-export-dialog.h"

#include "common/dui-compat.h"
#include "document/dui-inspector.h"

#include <glib/gi18n.h>

#define FORMAT_KEY "export-format"
#define PROGRESS_MS 100

struct _DuiExportDialog
{
  AdwWindow parent_instance;

  DuiDocument *document;
  GCancellable *cancellable; /* of the task at hand */
  GTask *task;
  GFile *file;
  guint timer;

  /* Template children */
  GtkWidget *formats;
  GtkCheckButton *pdf_check;
  GtkCheckButton *odt_check;
  GtkCheckButton *text_check;
  GtkCheckButton *slip_check;
  GtkLabel *state_label;
  GtkLabel *problem_label;
  GtkProgressBar *progress_bar;
  GtkWidget *export_button;
};

enum
{
  SIGNAL_EXPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiExportDialog, dui_export_dialog, ADW_TYPE_WINDOW)

/* Auxiliary functions */

static GtkCheckButton *
get_check (DuiExportDialog *self,
           DuiExportFormat format)
{
  GtkCheckButton *const checks[] = { self->pdf_check, self->odt_check, self->text_check, self->slip_check };

  return checks[format];
}

static void
show_problem (DuiExportDialog *self,
              const char *text)
{
  gtk_label_set_label (self->problem_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), text != NULL);
}

/* What is still wrong is told before, not after. */
static void
show_state (DuiExportDialog *self)
{
  DuiInspector *inspector = dui_inspector_get (self->document);
  DtReport *report = dui_inspector_get_report (inspector);
  GPtrArray *missing = dui_inspector_get_missing (inspector);
  guint n_errors = report != NULL ? dt_report_count_severity (report, DT_SEVERITY_ERROR) : 0;
  g_autofree char *blanks = NULL;
  g_autofree char *errors = NULL;
  g_autofree char *text = NULL;

  if (missing != NULL && missing->len > 0)
    blanks = g_strdup_printf (ngettext ("%u item is missing", "%u items are missing", missing->len), missing->len);
  if (n_errors > 0)
    errors = g_strdup_printf (ngettext ("%u error of layout", "%u errors of layout", n_errors), n_errors);
  if (blanks != NULL && errors != NULL)
    text = g_strdup_printf ("%s · %s", blanks, errors);

  gtk_label_set_label (self->state_label, text != NULL ? text : blanks != NULL ? blanks
                                                              : errors != NULL ? errors
                                                                               : "");
  gtk_widget_set_visible (GTK_WIDGET (self->state_label), blanks != NULL || errors != NULL);
}

static void
set_busy (DuiExportDialog *self,
          gboolean busy)
{
  gtk_widget_set_sensitive (self->formats, !busy);
  gtk_widget_set_sensitive (self->export_button, !busy);
  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), busy);
  if (!busy)
    g_clear_handle_id (&self->timer, g_source_remove);
}

/* Writing */

static gboolean
progress_cb (gpointer user_data)
{
  DuiExportDialog *self = user_data;

  gtk_progress_bar_set_fraction (self->progress_bar, dui_export_get_progress (self->task));
  return G_SOURCE_CONTINUE;
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (DuiExportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = dui_export_finish (result, &error);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->task);
  set_busy (self, FALSE);
  if (done)
    {
      g_autoptr (GFile) file = g_steal_pointer (&self->file);

      g_signal_emit (self, signals[SIGNAL_EXPORTED], 0, file);
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = g_strdup_printf (_ ("The file was not written: %s."), error->message);

      show_problem (self, text);
    }
}

void
dui_export_dialog_write (DuiExportDialog *self,
                         GFile *file)
{
  DuiExportFormat format;
  g_autofree char *name = NULL;
  g_autofree char *suffix = NULL;

  g_return_if_fail (DUI_IS_EXPORT_DIALOG (self) && G_IS_FILE (file));

  if (self->task != NULL)
    return;

  /* A portal grants the name that was chosen and no other, so nothing is added to it here. */
  format = dui_export_dialog_get_format (self);
  name = g_file_get_basename (file);
  suffix = g_strconcat (".", dui_export_format_get_suffix (format), NULL);
  if (!g_str_has_suffix (name, suffix))
    {
      g_autofree char *text = g_strdup_printf (_ ("The name must end in “%s”. Choose it again."), suffix);

      show_problem (self, text);
      return;
    }

  show_problem (self, NULL);
  g_settings_set_string (dui_engine_get_settings (dui_document_get_engine (self->document)), FORMAT_KEY,
                         dui_export_format_to_string (format));
  g_set_object (&self->file, file);
  self->cancellable = g_cancellable_new ();
  self->task = dui_export_start (self->document, format, file, self->cancellable, written_cb, g_object_ref (self));
  self->timer = g_timeout_add (PROGRESS_MS, progress_cb, self);
  set_busy (self, TRUE);
}

/* Callbacks */

static void
chosen_cb (GFile *file,
           gpointer user_data)
{
  g_autoptr (DuiExportDialog) self = user_data;

  if (file != NULL && self->document != NULL)
    dui_export_dialog_write (self, file);
}

static void
export_cb (DuiExportDialog *self)
{
  DuiExportFormat format = dui_export_dialog_get_format (self);
  const char *suffix = dui_export_format_get_suffix (format);
  const DuiFileFilter filters[] = {
    { format == DUI_EXPORT_ODT ? _ ("OpenDocument Text") : format == DUI_EXPORT_TEXT ? _ ("Plain Text")
                                                                                     : _ ("PDF"),
      suffix },
    { NULL, NULL },
  };
  g_autofree char *name = dui_export_format_make_name (format, dui_document_get_plan (self->document));
  GFile *plan = dui_document_get_file (self->document);
  g_autoptr (GFile) folder = plan != NULL ? g_file_get_parent (plan) : NULL;

  dui_compat_save_file (GTK_WINDOW (self), _ ("Export"), filters, folder, name, chosen_cb, g_object_ref (self));
}

/* Stops what is being written, or closes the dialog. */
static void
cancel_cb (DuiExportDialog *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
toggled_cb (DuiExportDialog *self)
{
  show_problem (self, NULL);
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer user_data)
{
  cancel_cb (DUI_EXPORT_DIALOG (widget));
  return TRUE;
}

/* GtkWindow and GObject overrides */

static gboolean
dui_export_dialog_close_request (GtkWindow *window)
{
  DuiExportDialog *self = DUI_EXPORT_DIALOG (window);

  g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (dui_export_dialog_parent_class)->close_request (window);
}

static void
dui_export_dialog_dispose (GObject *object)
{
  DuiExportDialog *self = DUI_EXPORT_DIALOG (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->file);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (dui_export_dialog_parent_class)->dispose (object);
}

static void
dui_export_dialog_class_init (DuiExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_export_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dui_export_dialog_close_request;

  /**
   * DuiExportDialog::exported:
   * @file: what was written
   *
   * The file is there.
   */
  signals[SIGNAL_EXPORTED] = g_signal_new ("exported", DUI_TYPE_EXPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_FILE);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/dialogs/dui-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiExportDialog, formats);
  gtk_widget_class_bind_template_child (widget_class, DuiExportDialog, pdf_check);
  gtk_widget_class_bind_template_child (widget_class, DuiExportDialog, odt_check);
  gtk_widget_class_bind_template_child (widget_class, DuiExportDialog, text_check);
  gtk_widget_class_bind_template_child (widget_class, DuiExportDialog, slip_check);
  gtk_widget_class_bind_template_child (widget_class, DuiExportDialog, state_label);
  gtk_widget_class_bind_template_child (widget_class, DuiExportDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, DuiExportDialog, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, DuiExportDialog, export_button);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
dui_export_dialog_init (DuiExportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public functions */

/* The keyboard begins on the row that is chosen, where Enter exports and the arrows lead to the others. */
static void
map_cb (DuiExportDialog *self)
{
  GtkWidget *check = GTK_WIDGET (get_check (self, dui_export_dialog_get_format (self)));

  gtk_window_set_focus (GTK_WINDOW (self), gtk_widget_get_ancestor (check, GTK_TYPE_LIST_BOX_ROW));
}

GtkWidget *
dui_export_dialog_new (GtkWindow *parent,
                       DuiDocument *document)
{
  DuiExportDialog *self;
  g_autofree char *format = NULL;

  g_return_val_if_fail (DUI_IS_DOCUMENT (document), NULL);

  self = g_object_new (DUI_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  format = g_settings_get_string (dui_engine_get_settings (dui_document_get_engine (document)), FORMAT_KEY);
  dui_export_dialog_set_format (self, dui_export_format_from_string (format));
  show_state (self);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  return GTK_WIDGET (self);
}

DuiExportFormat
dui_export_dialog_get_format (DuiExportDialog *self)
{
  g_return_val_if_fail (DUI_IS_EXPORT_DIALOG (self), DUI_EXPORT_PDF);

  for (guint i = 0; i < DUI_N_EXPORT_FORMATS; i++)
    {
      if (gtk_check_button_get_active (get_check (self, i)))
        return i;
    }

  return DUI_EXPORT_PDF;
}

void
dui_export_dialog_set_format (DuiExportDialog *self,
                              DuiExportFormat format)
{
  g_return_if_fail (DUI_IS_EXPORT_DIALOG (self) && format < DUI_N_EXPORT_FORMATS);

  gtk_check_button_set_active (get_check (self, format), TRUE);
}

const char *
dui_export_dialog_get_problem (DuiExportDialog *self)
{
  g_return_val_if_fail (DUI_IS_EXPORT_DIALOG (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->problem_label)) ? gtk_label_get_label (self->problem_label) : NULL;
}
