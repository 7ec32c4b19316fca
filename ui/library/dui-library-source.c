/* dui-library-source.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-library"

#include "config.h"

#include "library/dui-library-source.h"

#include "catalog/dt-catalog-check.h"
#include "catalog/dt-catalog-file.h"
#include "common/dui-editable-text.h"
#include "library/dui-library-row.h"

#include <glib/gi18n.h>
#include <string.h>

#define ERROR_CATEGORY "error"
#define WARNING_CATEGORY "warning"
#define MESSAGE_KEY "dui-message"
#define LINE_KEY "dui-line"

struct _DuiLibrarySource
{
  AdwBin parent_instance;

  DuiEngine *engine;
  DuiLibraryBook *book;
  gboolean filling;
  gboolean waiting; /* the book differs, and is shown when no word is held any more */
  guint n_problems;

  /* Template children */
  GtkStack *stack;
  GtkSourceView *view;
  GtkSourceView *other_view;
  GtkLabel *state_label;
  GtkLabel *other_label;
  GtkWidget *copy_button;
  GtkWidget *problems_scrolled;
  GtkListBox *problems;
};

enum
{
  SIGNAL_COPY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiLibrarySource, dui_library_source, ADW_TYPE_BIN)

static GtkTextBuffer *
get_buffer (DuiLibrarySource *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

/* Problems */

static void
go_to (DuiLibrarySource *self,
       guint line,
       gboolean focus)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter iter;

  if (*dui_preedit_get (GTK_WIDGET (self->view)) != '\0')
    return;
  gtk_text_buffer_get_iter_at_line (buffer, &iter, (int) MAX (line, 1) - 1);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer), 0, TRUE, 0, 0.2);
  if (focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
add_problem (DuiLibrarySource *self,
             const char *category,
             guint line,
             const char *message)
{
  GtkTextBuffer *buffer = get_buffer (self);
  g_autofree char *text = g_strdup_printf (_ ("Line %u: %s"), line, message);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (text);
  GtkSourceMark *mark;
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_line (buffer, &iter, (int) MAX (line, 1) - 1);
  mark = gtk_source_buffer_create_source_mark (GTK_SOURCE_BUFFER (buffer), NULL, category, &iter);
  g_object_set_data_full (G_OBJECT (mark), MESSAGE_KEY, g_strdup (message), g_free);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 3);
  gtk_widget_set_margin_bottom (label, 3);
  gtk_widget_add_css_class (label, category);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data (G_OBJECT (row), LINE_KEY, GUINT_TO_POINTER (line));
  gtk_list_box_append (self->problems, row);
  self->n_problems++;
}

/* Of entries that can be read and are doubtful. */
static void
add_doubts (DuiLibrarySource *self,
            DuiLibraryFile *file)
{
  g_autoptr (GPtrArray) diagnostics = dt_diagnostics_new ();
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < file->documents->len; i++)
    {
      guint first;
      guint last;

      dui_library_file_get_lines (file, (int) i, &first, &last);
      g_array_append_val (lines, first);
    }
  dt_documents_check ((DtDocument *const *) file->documents->pdata, file->documents->len, (const guint *) lines->data,
                      dui_engine_get_catalog (self->engine), diagnostics);
  for (guint i = 0; i < diagnostics->len; i++)
    {
      const DtDiagnostic *diagnostic = g_ptr_array_index (diagnostics, i);

      add_problem (self, WARNING_CATEGORY, dt_diagnostic_get_line (diagnostic), dt_diagnostic_get_message (diagnostic));
    }
}

static void
show_problems (DuiLibrarySource *self)
{
  DuiLibraryFile *file = dui_library_book_get_file (self->book);
  GtkTextBuffer *buffer = get_buffer (self);
  g_autofree char *state = NULL;
  GtkTextIter start;
  GtkTextIter end;
  GtkListBoxRow *row;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_source_buffer_remove_source_marks (GTK_SOURCE_BUFFER (buffer), &start, &end, NULL);
  while ((row = gtk_list_box_get_row_at_index (self->problems, 0)) != NULL)
    gtk_list_box_remove (self->problems, GTK_WIDGET (row));
  self->n_problems = 0;

  if (file->documents == NULL)
    {
      add_problem (self, ERROR_CATEGORY, MAX (file->line, 1), file->message);
      state = g_strdup (_ ("The source has a mistake. It is kept, and goes to the pack when it is mended."));
    }
  else
    {
      guint n = file->documents->len;

      add_doubts (self, file);
      state = self->n_problems > 0
                ? g_strdup_printf (ngettext ("%u document can be read; look at:", "%u documents can be read; look at:", n), n)
                : g_strdup_printf (ngettext ("%u document, without mistakes", "%u documents, without mistakes", n), n);
    }
  gtk_label_set_label (self->state_label, state);
  gtk_widget_set_visible (self->problems_scrolled, self->n_problems > 0);
}

/* The text of the book into the view, unless an input method holds a word there. */
static void
fill (DuiLibrarySource *self)
{
  if (*dui_preedit_get (GTK_WIDGET (self->view)) != '\0')
    {
      self->waiting = TRUE;
      return;
    }

  self->waiting = FALSE;
  self->filling = TRUE;
  dui_library_write_buffer (get_buffer (self), dui_library_book_get_text (self->book));
  self->filling = FALSE;
}

/* Callbacks */

static void
book_changed_cb (DuiLibrarySource *self,
                 gpointer origin)
{
  if (origin != self)
    fill (self);
}

static void
typed_cb (DuiLibrarySource *self)
{
  g_autofree char *text = NULL;

  if (self->filling || self->book == NULL)
    return;
  text = dui_text_view_dup_text (GTK_TEXT_VIEW (self->view));
  dui_library_book_set_text (self->book, text, self);
}

static void
preedit_cb (DuiLibrarySource *self)
{
  if (self->waiting && *dui_preedit_get (GTK_WIDGET (self->view)) == '\0')
    fill (self);
  else
    typed_cb (self);
}

static void
problem_cb (DuiLibrarySource *self,
            GtkListBoxRow *row)
{
  go_to (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), LINE_KEY)), TRUE);
}

static void
copy_cb (DuiLibrarySource *self)
{
  g_signal_emit (self, signals[SIGNAL_COPY], 0);
}

static void
own_cb (DuiLibrarySource *self)
{
  gtk_stack_set_visible_child_name (self->stack, "own");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* Words on dark paper need other colours. */
static void
dark_cb (DuiLibrarySource *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleScheme *scheme = gtk_source_style_scheme_manager_get_scheme (gtk_source_style_scheme_manager_get_default (),
                                                                             dark ? "Adwaita-dark" : "Adwaita");

  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (get_buffer (self)), scheme);
  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->other_view))),
                                      scheme);
}

static char *
mark_text_cb (GtkSourceMarkAttributes *attributes,
              GtkSourceMark *mark)
{
  return g_strdup (g_object_get_data (G_OBJECT (mark), MESSAGE_KEY));
}

/* GObject overrides */

static void
dui_library_source_dispose (GObject *object)
{
  DuiLibrarySource *self = DUI_LIBRARY_SOURCE (object);

  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  g_clear_object (&self->book);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_library_source_parent_class)->dispose (object);
}

static void
dui_library_source_class_init (DuiLibrarySourceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_library_source_dispose;

  signals[SIGNAL_COPY] =
    g_signal_new ("copy", DUI_TYPE_LIBRARY_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/library/dui-library-source.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiLibrarySource, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiLibrarySource, view);
  gtk_widget_class_bind_template_child (widget_class, DuiLibrarySource, other_view);
  gtk_widget_class_bind_template_child (widget_class, DuiLibrarySource, state_label);
  gtk_widget_class_bind_template_child (widget_class, DuiLibrarySource, other_label);
  gtk_widget_class_bind_template_child (widget_class, DuiLibrarySource, copy_button);
  gtk_widget_class_bind_template_child (widget_class, DuiLibrarySource, problems_scrolled);
  gtk_widget_class_bind_template_child (widget_class, DuiLibrarySource, problems);
  gtk_widget_class_bind_template_callback (widget_class, problem_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, own_cb);
}

static void
add_category (DuiLibrarySource *self,
              const char *category,
              const char *icon,
              const GdkRGBA *paint,
              int priority)
{
  g_autoptr (GtkSourceMarkAttributes) attributes = gtk_source_mark_attributes_new ();

  gtk_source_mark_attributes_set_icon_name (attributes, icon);
  gtk_source_mark_attributes_set_background (attributes, paint);
  g_signal_connect (attributes, "query-tooltip-text", G_CALLBACK (mark_text_cb), NULL);
  gtk_source_view_set_mark_attributes (self->view, category, attributes, priority);
}

static void
dui_library_source_init (DuiLibrarySource *self)
{
  static const GdkRGBA red = { 0.88F, 0.11F, 0.14F, 0.18F };
  static const GdkRGBA yellow = { 0.96F, 0.76F, 0.07F, 0.18F };
  GtkSourceLanguage *xml = gtk_source_language_manager_get_language (gtk_source_language_manager_get_default (), "xml");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_source_buffer_set_language (GTK_SOURCE_BUFFER (get_buffer (self)), xml);
  gtk_source_buffer_set_language (GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->other_view))), xml);
  /* The book has the one undo there is. */
  gtk_text_buffer_set_enable_undo (get_buffer (self), FALSE);
  add_category (self, ERROR_CATEGORY, "dialog-error-symbolic", &red, 2);
  add_category (self, WARNING_CATEGORY, "dialog-warning-symbolic", &yellow, 1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (dark_cb), self, G_CONNECT_SWAPPED);
  dark_cb (self);
  dui_preedit_follow (GTK_WIDGET (self->view));
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "preedit-changed", G_CALLBACK (preedit_cb), self, G_CONNECT_SWAPPED);
}

/* Public functions */

void
dui_library_source_set_book (DuiLibrarySource *self,
                             DuiEngine *engine,
                             DuiLibraryBook *book)
{
  g_return_if_fail (DUI_IS_LIBRARY_SOURCE (self) && self->book == NULL);

  self->engine = g_object_ref (engine);
  self->book = g_object_ref (book);
  g_signal_connect_object (book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "checked", G_CALLBACK (show_problems), self, G_CONNECT_SWAPPED);
  fill (self);
  show_problems (self);
}

void
dui_library_source_show (DuiLibrarySource *self,
                         const char *id,
                         const DtDocument *other,
                         const char *title)
{
  DuiLibraryFile *file;
  guint first;
  guint last;

  g_return_if_fail (DUI_IS_LIBRARY_SOURCE (self));

  gtk_stack_set_visible_child_name (self->stack, other != NULL ? "other" : "own");
  if (other != NULL)
    {
      DtDocument *documents[] = { (DtDocument *) other };
      g_autoptr (GBytes) bytes = dt_catalog_file_write (documents, 1);
      g_autofree char *label = g_strdup_printf (_ ("This entry is of the pack “%s”, and can only be read."), title);

      gtk_label_set_label (self->other_label, label);
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->other_view)), g_bytes_get_data (bytes, NULL),
                                (int) g_bytes_get_size (bytes));
      gtk_widget_set_sensitive (self->copy_button, dui_library_book_is_good (self->book));
      return;
    }

  file = dui_library_book_get_file (self->book);
  dui_library_file_get_lines (file, dui_library_file_find (file, id), &first, &last);
  if (first > 0 && !gtk_widget_has_focus (GTK_WIDGET (self->view)))
    go_to (self, first, FALSE);
}

void
dui_library_source_show_mistake (DuiLibrarySource *self)
{
  g_return_if_fail (DUI_IS_LIBRARY_SOURCE (self));

  gtk_stack_set_visible_child_name (self->stack, "own");
  go_to (self, dui_library_book_get_file (self->book)->line, TRUE);
}

GtkSourceView *
dui_library_source_get_view (DuiLibrarySource *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_SOURCE (self), NULL);

  return self->view;
}

guint
dui_library_source_get_n_problems (DuiLibrarySource *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_SOURCE (self), 0);

  return self->n_problems;
}
