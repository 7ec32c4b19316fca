/* dui-library-paste.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-library"

#include "config.h"

#include "library/dui-library-paste.h"

#include "catalog/dt-catalog-harvest.h"
#include "common/dui-editable-text.h"
#include "text/dt-text.h"

#include <glib/gi18n.h>

#define TICK_KEY "dui-tick"

struct _DuiLibraryPaste
{
  AdwBin parent_instance;

  DuiEngine *engine;
  DuiLibraryBook *book;
  GPtrArray *documents; /* (element-type DtHarvest); of the catalogue below */
  DtCatalog *catalog;
  guint queued;

  /* Template children */
  GtkTextView *pasted;
  GtkStack *stack;
  GtkListBox *compared;
  GtkLabel *told_label;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (DuiLibraryPaste, dui_library_paste, ADW_TYPE_BIN)

static char *
describe (const DtHarvest *harvest)
{
  g_autofree char *difference = NULL;

  switch (harvest->state)
    {
    case DT_HARVEST_NEW:
      return g_strdup (_ ("New"));
    case DT_HARVEST_SAME:
      return g_strdup (_ ("The library has it already"));
    case DT_HARVEST_CONFLICT:
      difference = dt_difference_describe (harvest->difference);
      return g_strdup_printf ("%s: %s", _ ("The library says something else"), difference);
    case DT_HARVEST_AMBIGUOUS:
    default:
      return g_strdup (_ ("May be one of several"));
    }
}

static gboolean
is_ticked (DuiLibraryPaste *self,
           guint i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->compared, (int) i);
  GtkCheckButton *tick = row != NULL ? g_object_get_data (G_OBJECT (row), TICK_KEY) : NULL;

  return tick != NULL && gtk_check_button_get_active (tick);
}

static guint
count_ticked (DuiLibraryPaste *self)
{
  guint n = 0;

  for (guint i = 0; self->documents != NULL && i < self->documents->len; i++)
    n += is_ticked (self, i);

  return n;
}

static void
ticked_cb (DuiLibraryPaste *self)
{
  gtk_widget_set_sensitive (self->add_button, count_ticked (self) > 0 && dui_library_book_is_good (self->book));
}

static void
add_row (DuiLibraryPaste *self,
         const DtHarvest *harvest)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = dt_document_to_string (harvest->document);
  g_autofree char *known = harvest->known != NULL && harvest->state == DT_HARVEST_CONFLICT
                             ? dt_document_to_string (harvest->known)
                             : NULL;
  g_autofree char *state = describe (harvest);
  g_autofree char *text = known != NULL ? g_strdup_printf ("%s\n%s", state, known) : g_strdup (state);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (harvest->state == DT_HARVEST_NEW || harvest->state == DT_HARVEST_CONFLICT)
    {
      GtkWidget *tick = gtk_check_button_new ();

      gtk_check_button_set_active (GTK_CHECK_BUTTON (tick), harvest->state == DT_HARVEST_NEW);
      gtk_widget_set_valign (tick, GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      g_signal_connect_object (tick, "toggled", G_CALLBACK (ticked_cb), self, G_CONNECT_SWAPPED);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), tick);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), tick);
      g_object_set_data (G_OBJECT (row), TICK_KEY, tick);
    }
  gtk_list_box_append (self->compared, row);
}

static void
compare (DuiLibraryPaste *self)
{
  DtCatalog *catalog = dui_engine_get_catalog (self->engine);
  g_autofree char *typed = dui_text_view_dup_text (self->pasted);
  g_autofree char *text = dt_text_to_nfc (typed);
  GtkListBoxRow *row;

  g_clear_handle_id (&self->queued, g_source_remove);
  if (catalog == NULL)
    return;

  while ((row = gtk_list_box_get_row_at_index (self->compared, 0)) != NULL)
    gtk_list_box_remove (self->compared, GTK_WIDGET (row));
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->catalog, dt_catalog_unref);
  self->catalog = dt_catalog_ref (catalog);
  self->documents = dt_catalog_harvest (catalog, text, -1);
  for (guint i = 0; i < self->documents->len; i++)
    add_row (self, g_ptr_array_index (self->documents, i));
  gtk_stack_set_visible_child_name (self->stack, self->documents->len > 0 ? "list" : *text != '\0' ? "nothing"
                                                                                                   : "empty");
  ticked_cb (self);
}

static gboolean
queued_cb (gpointer user_data)
{
  DuiLibraryPaste *self = user_data;

  self->queued = 0;
  gtk_label_set_label (self->told_label, "");
  compare (self);
  return G_SOURCE_REMOVE;
}

static void
pasted_cb (DuiLibraryPaste *self)
{
  if (self->queued == 0 && self->engine != NULL)
    self->queued = g_idle_add_full (G_PRIORITY_HIGH_IDLE, queued_cb, self, NULL);
}

static void
add_cb (DuiLibraryPaste *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n;

  if (!dui_library_paste_add (self, &n, &error))
    {
      gtk_label_set_label (self->told_label, error->message);
      return;
    }

  text = g_strdup_printf (ngettext ("%u document was taken", "%u documents were taken", n), n);
  gtk_label_set_label (self->told_label, text);
}

/* GObject overrides */

static void
dui_library_paste_dispose (GObject *object)
{
  DuiLibraryPaste *self = DUI_LIBRARY_PASTE (object);

  g_clear_handle_id (&self->queued, g_source_remove);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_pointer (&self->catalog, dt_catalog_unref);
  g_clear_object (&self->book);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_library_paste_parent_class)->dispose (object);
}

static void
dui_library_paste_class_init (DuiLibraryPasteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_library_paste_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/library/dui-library-paste.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryPaste, pasted);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryPaste, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryPaste, compared);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryPaste, told_label);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryPaste, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

/* The text has the focus when it comes into view. */
static void
map_cb (DuiLibraryPaste *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->pasted));
}

static void
dui_library_paste_init (DuiLibraryPaste *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dui_preedit_follow (GTK_WIDGET (self->pasted));
  g_signal_connect_object (gtk_text_view_get_buffer (self->pasted), "changed", G_CALLBACK (pasted_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
}

/* Public functions */

void
dui_library_paste_set_book (DuiLibraryPaste *self,
                            DuiEngine *engine,
                            DuiLibraryBook *book)
{
  g_return_if_fail (DUI_IS_LIBRARY_PASTE (self) && self->book == NULL);

  self->engine = g_object_ref (engine);
  self->book = g_object_ref (book);
}

void
dui_library_paste_set_text (DuiLibraryPaste *self,
                            const char *text)
{
  g_return_if_fail (DUI_IS_LIBRARY_PASTE (self) && text != NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->pasted), text, -1);
  compare (self);
}

void
dui_library_paste_refresh (DuiLibraryPaste *self)
{
  g_return_if_fail (DUI_IS_LIBRARY_PASTE (self));

  compare (self);
}

/* What the text says, where it contradicts an entry; the rest stays as it was. */
static DtDocument *
correct (const DtHarvest *harvest,
         GError **error)
{
  g_autoptr (DtDocument) whole = dt_document_complete (harvest->document, harvest->known);
  DtDocumentFields fields = *dt_document_get (whole != NULL ? whole : harvest->document);

  fields.id = dt_document_get (harvest->known)->id;
  return dt_document_new (&fields, error);
}

gboolean
dui_library_paste_add (DuiLibraryPaste *self,
                       guint *n_added,
                       GError **error)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_PASTE (self) && n_added != NULL, FALSE);

  *n_added = 0;
  dui_library_book_end_group (self->book);
  for (guint i = 0; self->documents != NULL && i < self->documents->len; i++)
    {
      const DtHarvest *harvest = g_ptr_array_index (self->documents, i);
      gboolean is_new = harvest->state == DT_HARVEST_NEW;
      g_autoptr (DtDocument) document = NULL;

      if (!is_ticked (self, i))
        continue;
      document = is_new ? dt_document_ref (harvest->document) : correct (harvest, error);
      if (document == NULL ||
          !dui_library_book_put (self->book, dt_document_get (document)->id, document, "=paste", self, error))
        return FALSE;
      (*n_added)++;
    }

  dui_library_book_end_group (self->book);
  gtk_widget_set_sensitive (self->add_button, FALSE);
  return *n_added == 0 || dui_library_book_flush (self->book, error);
}
