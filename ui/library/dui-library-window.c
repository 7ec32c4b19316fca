/* dui-library-window.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-library"

#include "config.h"

#include "library/dui-library-window.h"

#include "catalog/dt-catalog-file.h"
#include "catalog/dt-catalog-harvest.h"
#include "catalog/dt-catalog-search.h"
#include "common/dui-editable-text.h"
#include "library/dui-library-facts.h"
#include "library/dui-library-item.h"
#include "text/dt-text.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <gtksourceview/gtksource.h>

/* Where the citing pane keeps what it adds, too. */
#define CATALOG_FILE "cited.xml"

struct _DuiLibraryWindow
{
  AdwApplicationWindow parent_instance;

  DuiEngine *engine;
  GListStore *items;
  GtkSingleSelection *selection;
  GPtrArray *compared_documents; /* (element-type DtHarvest); of the catalogue below */
  DtCatalog *compared_catalog;
  guint queued;
  guint compare_queued;
  gboolean filling;

  /* Template children */
  GtkToggleButton *paste_button;
  GtkToggleButton *source_button;
  GtkEditable *entry;
  GtkEditable *issuer_entry;
  GtkEditable *day_entry;
  GtkDropDown *type_drop;
  GtkDropDown *year_drop;
  GtkDropDown *validity_drop;
  GtkColumnView *view;
  GtkStack *stack;
  GtkListBox *facts;
  GtkSourceView *source;
  GtkTextView *pasted;
  GtkListBox *compared;
  GtkLabel *told_label;
  GtkWidget *add_button;
};

G_DEFINE_FINAL_TYPE (DuiLibraryWindow, dui_library_window, ADW_TYPE_APPLICATION_WINDOW)

/* What each choice of the validities means, in the order of the list. */
static const guint validities[] = {
  0,
  1 << DT_VALIDITY_IN_FORCE | 1 << DT_VALIDITY_AMENDED,
  1 << DT_VALIDITY_EXPIRED | 1 << DT_VALIDITY_REPLACED,
  1 << DT_VALIDITY_NOT_YET,
  1 << DT_VALIDITY_UNKNOWN,
};

/* Searching */

/* What is typed, or today while it is no day. */
static DtDate
get_day (DuiLibraryWindow *self)
{
  g_autofree char *text = dui_editable_dup_text (self->day_entry);
  DtDate day;

  if (*text != '\0' && dt_date_parse (text, &day) && dt_date_is_complete (day))
    return day;

  return dui_engine_get_today (self->engine);
}

/* NULL for the first choice, which is every one. */
static const char *
get_choice (GtkDropDown *drop)
{
  guint selected = gtk_drop_down_get_selected (drop);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return NULL;

  return gtk_string_list_get_string (GTK_STRING_LIST (gtk_drop_down_get_model (drop)), selected);
}

static void
search (DuiLibraryWindow *self)
{
  DtCatalog *catalog = dui_engine_get_catalog (self->engine);
  DtCatalogQuery query = DT_CATALOG_QUERY_INIT;
  g_autofree char *typed = dui_editable_dup_text (self->entry);
  g_autofree char *text = dt_text_to_nfc (typed);
  g_autofree char *issuer = dui_editable_dup_text (self->issuer_entry);
  const char *year = get_choice (self->year_drop);
  guint validity = gtk_drop_down_get_selected (self->validity_drop);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) found = NULL;

  if (catalog == NULL)
    return;

  query.text = text;
  query.on = get_day (self);
  query.type = get_choice (self->type_drop);
  query.issuer = *issuer != '\0' ? issuer : NULL;
  query.year = year != NULL ? (guint) g_ascii_strtoull (year, NULL, 10) : 0;
  query.validities = validity < G_N_ELEMENTS (validities) ? validities[validity] : 0;
  query.limit = MAX (dt_catalog_get_n (catalog), 1);
  found = dt_catalog_search (catalog, &query);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (items, dui_library_item_new (catalog, g_array_index (found, DtCatalogHit, i).document, query.on));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
}

static gboolean
queued_cb (gpointer user_data)
{
  DuiLibraryWindow *self = user_data;

  self->queued = 0;
  search (self);
  return G_SOURCE_REMOVE;
}

static void
search_cb (DuiLibraryWindow *self)
{
  if (self->queued == 0 && self->engine != NULL && !self->filling)
    self->queued = g_idle_add_full (G_PRIORITY_HIGH_IDLE, queued_cb, self, NULL);
}

static int
compare_down (gconstpointer a,
              gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) b, *(const char *const *) a);
}

static int
compare_up (gconstpointer a,
            gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
fill_drop (GtkDropDown *drop,
           GHashTable *set,
           const char *every,
           GCompareFunc compare)
{
  guint n;
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (set, &n);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  qsort (keys, n, sizeof (gpointer), compare);
  gtk_string_list_append (list, every);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, keys[i]);
  gtk_drop_down_set_model (drop, G_LIST_MODEL (list));
}

/* The types and years there are. */
static void
fill_filters (DuiLibraryWindow *self)
{
  DtCatalog *catalog = dui_engine_get_catalog (self->engine);
  g_autoptr (GHashTable) types = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) years = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; catalog != NULL && i < dt_catalog_get_n (catalog); i++)
    {
      const DtDocumentFields *fields = dt_document_get (dt_catalog_get (catalog, i));

      if (*fields->type != '\0')
        g_hash_table_add (types, g_strdup (fields->type));
      if (fields->date.year > 0)
        g_hash_table_add (years, g_strdup_printf ("%u", (guint) fields->date.year));
    }

  self->filling = TRUE;
  fill_drop (self->type_drop, types, _ ("Every type"), compare_up);
  fill_drop (self->year_drop, years, _ ("Every year"), compare_down);
  self->filling = FALSE;
}

/* The selected document */

static const DtDocument *
get_selected (DuiLibraryWindow *self)
{
  DuiLibraryItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? dui_library_item_get_document (item) : NULL;
}

static void
show_source (DuiLibraryWindow *self,
             const DtDocument *document)
{
  DtDocument *documents[] = { (DtDocument *) document };
  g_autoptr (GBytes) bytes = dt_catalog_file_write (documents, 1);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->source)), text, (int) length);
}

static void
selected_cb (DuiLibraryWindow *self)
{
  const DtDocument *document = get_selected (self);
  DtCatalog *catalog = dui_engine_get_catalog (self->engine);

  if (document == NULL || catalog == NULL)
    return;

  dui_library_show_facts (self->facts, catalog, document, get_day (self));
  show_source (self, document);
}

/* Words on dark paper need other colours. */
static void
dark_cb (DuiLibraryWindow *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GtkSourceStyleSchemeManager *schemes = gtk_source_style_scheme_manager_get_default ();

  gtk_source_buffer_set_style_scheme (GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->source))),
                                      gtk_source_style_scheme_manager_get_scheme (schemes, dark ? "Adwaita-dark" : "Adwaita"));
}

/* A relation leads to the other document. */
static void
fact_cb (DuiLibraryWindow *self,
         GtkListBoxRow *row)
{
  const char *number = dui_library_get_link (row);

  if (number != NULL)
    dui_library_window_search (self, number);
}

static void
mode_cb (DuiLibraryWindow *self)
{
  gboolean paste = gtk_toggle_button_get_active (self->paste_button);

  gtk_widget_set_sensitive (GTK_WIDGET (self->source_button), !paste);
  gtk_stack_set_visible_child_name (self->stack, paste                                                ? "paste"
                                                 : gtk_toggle_button_get_active (self->source_button) ? "source"
                                                                                                      : "facts");
  if (paste)
    gtk_widget_grab_focus (GTK_WIDGET (self->pasted));
}

/* Pasted text */

static const char *
describe_state (const DtHarvest *harvest)
{
  switch (harvest->state)
    {
    case DT_HARVEST_NEW:
      return _ ("New");
    case DT_HARVEST_SAME:
      return _ ("The library has it already");
    case DT_HARVEST_CONFLICT:
      return _ ("The library says something else");
    case DT_HARVEST_AMBIGUOUS:
    default:
      return _ ("May be one of several");
    }
}

static void
add_compared (DuiLibraryWindow *self,
              const DtHarvest *harvest)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = dt_document_to_string (harvest->document);
  g_autofree char *difference = harvest->state == DT_HARVEST_CONFLICT ? dt_difference_describe (harvest->difference) : NULL;
  g_autofree char *state =
    difference != NULL ? g_strdup_printf ("%s: %s", describe_state (harvest), difference) : g_strdup (describe_state (harvest));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), state);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_list_box_append (self->compared, row);
}

static guint
count_new (DuiLibraryWindow *self)
{
  guint n = 0;

  for (guint i = 0; self->compared_documents != NULL && i < self->compared_documents->len; i++)
    n += ((const DtHarvest *) g_ptr_array_index (self->compared_documents, i))->state == DT_HARVEST_NEW;

  return n;
}

static void
compare (DuiLibraryWindow *self)
{
  DtCatalog *catalog = dui_engine_get_catalog (self->engine);
  g_autofree char *typed = dui_text_view_dup_text (self->pasted);
  g_autofree char *text = dt_text_to_nfc (typed);
  GtkListBoxRow *row;

  if (catalog == NULL)
    return;

  while ((row = gtk_list_box_get_row_at_index (self->compared, 0)) != NULL)
    gtk_list_box_remove (self->compared, GTK_WIDGET (row));
  g_clear_pointer (&self->compared_documents, g_ptr_array_unref);
  g_clear_pointer (&self->compared_catalog, dt_catalog_unref);
  self->compared_catalog = dt_catalog_ref (catalog);
  self->compared_documents = dt_catalog_harvest (catalog, text, -1);
  for (guint i = 0; i < self->compared_documents->len; i++)
    add_compared (self, g_ptr_array_index (self->compared_documents, i));
  gtk_widget_set_sensitive (self->add_button, count_new (self) > 0);
}

static gboolean
compare_queued_cb (gpointer user_data)
{
  DuiLibraryWindow *self = user_data;

  self->compare_queued = 0;
  gtk_label_set_label (self->told_label, "");
  compare (self);
  return G_SOURCE_REMOVE;
}

static void
pasted_cb (DuiLibraryWindow *self)
{
  if (self->compare_queued == 0)
    self->compare_queued = g_idle_add_full (G_PRIORITY_HIGH_IDLE, compare_queued_cb, self, NULL);
}

static void
add_cb (DuiLibraryWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  guint n;

  if (!dui_library_window_add (self, &n, &error))
    {
      gtk_label_set_label (self->told_label, error->message);
      return;
    }

  text = g_strdup_printf (ngettext ("%u document was added", "%u documents were added", n), n);
  gtk_label_set_label (self->told_label, text);
}

static void
catalog_changed_cb (DuiLibraryWindow *self)
{
  fill_filters (self);
  search (self);
  if (self->compared_documents != NULL)
    compare (self);
}

/* Columns */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item,
         gpointer user_data)
{
  g_autofree char *text = dui_library_item_dup_text (gtk_list_item_get_item (list_item), GPOINTER_TO_UINT (user_data));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (list_item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (list_item), text);
}

static const struct
{
  const char *title;
  int width;
} columns[DUI_N_LIBRARY_COLUMNS] = {
  [DUI_LIBRARY_NUMBER] = { N_ ("Number"), 130 },
  [DUI_LIBRARY_TYPE] = { N_ ("Type"), 90 },
  [DUI_LIBRARY_ISSUER] = { N_ ("Issuer"), 120 },
  [DUI_LIBRARY_DATE] = { N_ ("Date"), 90 },
  [DUI_LIBRARY_SUBJECT] = { N_ ("Subject"), -1 },
  [DUI_LIBRARY_VALIDITY] = { N_ ("Validity"), 120 },
};

static void
add_columns (DuiLibraryWindow *self)
{
  for (guint i = 0; i < DUI_N_LIBRARY_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (_ (columns[i].title), factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, columns[i].width < 0);
      if (columns[i].width > 0)
        gtk_column_view_column_set_fixed_width (column, columns[i].width);
      gtk_column_view_append_column (self->view, column);
    }
}

/* GObject overrides */

static void
dui_library_window_dispose (GObject *object)
{
  DuiLibraryWindow *self = DUI_LIBRARY_WINDOW (object);

  g_clear_handle_id (&self->queued, g_source_remove);
  g_clear_handle_id (&self->compare_queued, g_source_remove);
  g_clear_pointer (&self->compared_documents, g_ptr_array_unref);
  g_clear_pointer (&self->compared_catalog, dt_catalog_unref);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_library_window_parent_class)->dispose (object);
}

static void
dui_library_window_class_init (DuiLibraryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_library_window_dispose;

  g_type_ensure (GTK_SOURCE_TYPE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/library/dui-library-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, paste_button);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, source_button);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, issuer_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, day_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, type_drop);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, year_drop);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, validity_drop);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, view);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, facts);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, source);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, pasted);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, compared);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, told_label);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, add_button);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, fact_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
dui_library_window_init (DuiLibraryWindow *self)
{
  GtkSourceLanguageManager *languages = gtk_source_language_manager_get_default ();
  GtkTextBuffer *buffer;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (DUI_TYPE_LIBRARY_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  add_columns (self);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->source));
  gtk_source_buffer_set_language (GTK_SOURCE_BUFFER (buffer), gtk_source_language_manager_get_language (languages, "xml"));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (dark_cb), self, G_CONNECT_SWAPPED);
  dark_cb (self);
  dui_preedit_follow (GTK_WIDGET (self->entry));
  dui_preedit_follow (GTK_WIDGET (self->issuer_entry));
  dui_preedit_follow (GTK_WIDGET (self->pasted));
  g_signal_connect_object (gtk_editable_get_delegate (self->entry), "preedit-changed", G_CALLBACK (search_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->pasted), "changed", G_CALLBACK (pasted_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Public functions */

GtkWidget *
dui_library_window_new (GtkApplication *application,
                        DuiEngine *engine)
{
  DuiLibraryWindow *self;
  g_autofree char *day = NULL;

  g_return_val_if_fail (DUI_IS_ENGINE (engine), NULL);

  self = g_object_new (DUI_TYPE_LIBRARY_WINDOW, "application", application, NULL);
  day = dt_date_format_short (dui_engine_get_today (engine));
  gtk_editable_set_text (self->day_entry, day);
  self->engine = g_object_ref (engine);
  g_signal_connect_object (engine, "catalog-changed", G_CALLBACK (catalog_changed_cb), self, G_CONNECT_SWAPPED);
  catalog_changed_cb (self);
  return GTK_WIDGET (self);
}

void
dui_library_window_search (DuiLibraryWindow *self,
                           const char *text)
{
  g_return_if_fail (DUI_IS_LIBRARY_WINDOW (self) && text != NULL);

  gtk_editable_set_text (self->entry, text);
  g_clear_handle_id (&self->queued, g_source_remove);
  search (self);
}

guint
dui_library_window_get_n_results (DuiLibraryWindow *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_WINDOW (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

void
dui_library_window_compare (DuiLibraryWindow *self,
                            const char *text)
{
  g_return_if_fail (DUI_IS_LIBRARY_WINDOW (self) && text != NULL);

  gtk_toggle_button_set_active (self->paste_button, TRUE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->pasted), text, -1);
  g_clear_handle_id (&self->compare_queued, g_source_remove);
  compare (self);
}

gboolean
dui_library_window_add (DuiLibraryWindow *self,
                        guint *n_added,
                        GError **error)
{
  g_autofree char *pack = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) documents = NULL;

  g_return_val_if_fail (DUI_IS_LIBRARY_WINDOW (self) && n_added != NULL, FALSE);

  *n_added = count_new (self);
  if (*n_added == 0)
    return TRUE;
  pack = dui_engine_ensure_user_pack (self->engine, error);
  if (pack == NULL)
    return FALSE;

  folder = g_build_filename (pack, "catalog", NULL);
  path = g_build_filename (folder, CATALOG_FILE, NULL);
  g_mkdir_with_parents (folder, 0700);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    documents = dt_catalog_file_load (path, error);
  else
    documents = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_document_unref);
  if (documents == NULL)
    return FALSE;

  for (guint i = 0; i < self->compared_documents->len; i++)
    {
      const DtHarvest *harvest = g_ptr_array_index (self->compared_documents, i);

      if (harvest->state == DT_HARVEST_NEW)
        g_ptr_array_add (documents, dt_document_ref (harvest->document));
    }
  if (!dt_catalog_file_save (path, (DtDocument *const *) documents->pdata, documents->len, error))
    return FALSE;

  gtk_widget_set_sensitive (self->add_button, FALSE);
  dui_engine_reload (self->engine);
  return TRUE;
}
