/* dui-library-list.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-library"

#include "config.h"

#include "library/dui-library-list.h"

#include "catalog/dt-catalog-search.h"
#include "common/dui-editable-text.h"
#include "library/dui-library-item.h"
#include "text/dt-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Resolution at which text has its normal size, as the setting counts it. */
#define NORMAL_DPI (96.0 * 1024.0)

struct _DuiLibraryList
{
  AdwBin parent_instance;

  DuiEngine *engine;
  DuiLibraryBook *book;
  DuiLibraryOrigins *origins;
  GListStore *items;
  GtkSingleSelection *selection;
  GtkColumnViewColumn *columns[7]; /* those that are not shown, too */
  char *selected;                  /* stays where the document is not among those shown */
  guint queued;
  guint scrolling;

  guint filling : 1;
  guint narrow : 1;

  /* Template children */
  GtkEditable *entry;
  GtkEditable *issuer_entry;
  GtkEditable *day_entry;
  GtkDropDown *type_drop;
  GtkDropDown *year_drop;
  GtkDropDown *validity_drop;
  GtkStack *stack;
  GtkColumnView *view;
  GtkLabel *count_label;
};

G_STATIC_ASSERT (DUI_N_LIBRARY_COLUMNS == 7);

enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  SIGNAL_ADD,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiLibraryList, dui_library_list, ADW_TYPE_BIN)

/* What each choice of the validities means, in the order of the list. */
static const guint validities[] = {
  0,
  1 << DT_VALIDITY_IN_FORCE | 1 << DT_VALIDITY_AMENDED,
  1 << DT_VALIDITY_EXPIRED | 1 << DT_VALIDITY_REPLACED,
  1 << DT_VALIDITY_NOT_YET,
  1 << DT_VALIDITY_UNKNOWN,
};

static const struct
{
  const char *title;
  int width; /* for text of normal size; -1 for what is left */
  gboolean is_spare;
} column_infos[DUI_N_LIBRARY_COLUMNS] = {
  [DUI_LIBRARY_NUMBER] = { N_ ("Number"), 136, FALSE },
  [DUI_LIBRARY_TYPE] = { N_ ("Type"), 88, TRUE },
  [DUI_LIBRARY_ISSUER] = { N_ ("Issuer"), 110, TRUE },
  [DUI_LIBRARY_DATE] = { N_ ("Date"), 92, FALSE },
  [DUI_LIBRARY_SUBJECT] = { N_ ("Subject"), -1, FALSE },
  [DUI_LIBRARY_VALIDITY] = { N_ ("Validity"), 116, FALSE },
  [DUI_LIBRARY_PACK] = { N_ ("Pack"), 84, TRUE },
};

/* Selection */

static const char *
get_item_id (DuiLibraryItem *item)
{
  return item != NULL ? dt_document_get (dui_library_item_get_document (item))->id : NULL;
}

static gboolean
scroll_cb (gpointer user_data)
{
  DuiLibraryList *self = user_data;
  guint position = gtk_single_selection_get_selected (self->selection);

  self->scrolling = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child) && position != GTK_INVALID_LIST_POSITION)
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", position);

  return G_SOURCE_REMOVE;
}

/* Selects the document @id, or none; whether it is among those shown. */
static gboolean
select_id (DuiLibraryList *self,
           const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint position = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; id != NULL && i < n && position == GTK_INVALID_LIST_POSITION; i++)
    {
      g_autoptr (DuiLibraryItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (strcmp (get_item_id (item), id) == 0)
        position = i;
    }

  self->filling = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->filling = FALSE;
  if (position != GTK_INVALID_LIST_POSITION && self->scrolling == 0)
    self->scrolling = g_idle_add (scroll_cb, self);
  return position != GTK_INVALID_LIST_POSITION;
}

static void
take_selected (DuiLibraryList *self,
               const char *id)
{
  if (g_strcmp0 (id, self->selected) == 0)
    return;
  g_free (self->selected);
  self->selected = g_strdup (id);
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

static void
selected_cb (DuiLibraryList *self)
{
  if (!self->filling)
    take_selected (self, get_item_id (gtk_single_selection_get_selected_item (self->selection)));
}

/* Searching */

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
show_count (DuiLibraryList *self)
{
  DtCatalog *catalog = dui_engine_get_catalog (self->engine);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  g_autofree char *text = NULL;

  if (catalog == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "loading");
      gtk_label_set_label (self->count_label, "");
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "nothing");
  if (n == dt_catalog_get_n (catalog))
    text = g_strdup_printf (ngettext ("%u document", "%u documents", n), n);
  else
    text = g_strdup_printf (_ ("%u of %u documents"), n, dt_catalog_get_n (catalog));
  gtk_label_set_label (self->count_label, text);
}

/* @keep: the document that is shown stays, whether it is found or not. */
static void
search (DuiLibraryList *self,
        gboolean keep)
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

  g_clear_handle_id (&self->queued, g_source_remove);
  if (catalog != NULL)
    {
      query.text = text;
      query.on = dui_library_list_get_day (self);
      query.type = get_choice (self->type_drop);
      query.issuer = *issuer != '\0' ? issuer : NULL;
      query.year = year != NULL ? (guint) g_ascii_strtoull (year, NULL, 10) : 0;
      query.validities = validity < G_N_ELEMENTS (validities) ? validities[validity] : 0;
      query.limit = MAX (dt_catalog_get_n (catalog), 1);
      found = dt_catalog_search (catalog, &query);
      for (guint i = 0; i < found->len; i++)
        g_ptr_array_add (items, dui_library_item_new (catalog, g_array_index (found, DtCatalogHit, i).document, query.on,
                                                      dui_library_book_get_good (self->book), self->origins));
    }

  self->filling = TRUE;
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  self->filling = FALSE;
  if (!select_id (self, self->selected) && (!keep || self->selected == NULL))
    {
      select_id (self, items->len > 0 ? get_item_id (g_ptr_array_index (items, 0)) : NULL);
      take_selected (self, items->len > 0 ? get_item_id (g_ptr_array_index (items, 0)) : NULL);
    }
  show_count (self);
}

static gboolean
queued_cb (gpointer user_data)
{
  DuiLibraryList *self = user_data;

  self->queued = 0;
  search (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
search_cb (DuiLibraryList *self)
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

/* The same choice as before, where it is still one. */
static void
fill_drop (GtkDropDown *drop,
           GHashTable *set,
           const char *every,
           GCompareFunc compare)
{
  guint n;
  g_autofree char *chosen = g_strdup (get_choice (drop));
  g_autofree gpointer *keys = g_hash_table_get_keys_as_array (set, &n);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  qsort (keys, n, sizeof (gpointer), compare);
  gtk_string_list_append (list, every);
  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (list, keys[i]);
      if (g_strcmp0 (keys[i], chosen) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (drop, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop, selected);
}

/* The types and years there are. */
static void
fill_filters (DuiLibraryList *self)
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

static void
add_cb (DuiLibraryList *self)
{
  g_signal_emit (self, signals[SIGNAL_ADD], 0);
}

static void
activate_cb (DuiLibraryList *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
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

/* Widths follow the size of text. */
static void
size_columns (DuiLibraryList *self)
{
  int dpi = (int) NORMAL_DPI;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  for (guint i = 0; i < DUI_N_LIBRARY_COLUMNS; i++)
    if (column_infos[i].width > 0)
      gtk_column_view_column_set_fixed_width (self->columns[i],
                                              (int) (column_infos[i].width * (dpi > 0 ? dpi / NORMAL_DPI : 1.0)));
}

static void
add_columns (DuiLibraryList *self)
{
  for (guint i = 0; i < DUI_N_LIBRARY_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (_ (column_infos[i].title), factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, column_infos[i].width < 0);
      gtk_column_view_append_column (self->view, column);
      self->columns[i] = column;
    }
  size_columns (self);
}

/* GObject overrides */

static void
dui_library_list_dispose (GObject *object)
{
  DuiLibraryList *self = DUI_LIBRARY_LIST (object);

  g_clear_handle_id (&self->queued, g_source_remove);
  g_clear_handle_id (&self->scrolling, g_source_remove);
  g_clear_pointer (&self->origins, dui_library_origins_unref);
  for (guint i = 0; i < DUI_N_LIBRARY_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_object (&self->book);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_library_list_parent_class)->dispose (object);
}

static void
dui_library_list_finalize (GObject *object)
{
  g_free (DUI_LIBRARY_LIST (object)->selected);

  G_OBJECT_CLASS (dui_library_list_parent_class)->finalize (object);
}

static void
dui_library_list_class_init (DuiLibraryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = dui_library_list_dispose;
  object_class->finalize = dui_library_list_finalize;

  signals[SIGNAL_SELECTED] = g_signal_new ("selected", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ADD] = g_signal_new ("add", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/library/dui-library-list.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryList, entry);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryList, issuer_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryList, day_entry);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryList, type_drop);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryList, year_drop);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryList, validity_drop);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryList, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryList, view);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryList, count_label);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
dui_library_list_init (DuiLibraryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (DUI_TYPE_LIBRARY_ITEM);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->items)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  add_columns (self);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (size_columns), self,
                           G_CONNECT_SWAPPED);
  dui_preedit_follow (GTK_WIDGET (self->entry));
  dui_preedit_follow (GTK_WIDGET (self->issuer_entry));
  g_signal_connect_object (gtk_editable_get_delegate (self->entry), "preedit-changed", G_CALLBACK (search_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_editable_get_delegate (self->issuer_entry), "preedit-changed", G_CALLBACK (search_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Public functions */

void
dui_library_list_set_book (DuiLibraryList *self,
                           DuiEngine *engine,
                           DuiLibraryBook *book)
{
  g_autofree char *day = NULL;

  g_return_if_fail (DUI_IS_LIBRARY_LIST (self) && self->book == NULL);

  day = dt_date_format_short (dui_engine_get_today (engine));
  gtk_editable_set_text (self->day_entry, day);
  self->engine = g_object_ref (engine);
  self->book = g_object_ref (book);
  dui_library_list_refresh (self);
}

void
dui_library_list_set_origins (DuiLibraryList *self,
                              DuiLibraryOrigins *origins)
{
  g_return_if_fail (DUI_IS_LIBRARY_LIST (self));

  g_clear_pointer (&self->origins, dui_library_origins_unref);
  self->origins = origins != NULL ? dui_library_origins_ref (origins) : NULL;
  search (self, TRUE);
}

void
dui_library_list_refresh (DuiLibraryList *self)
{
  g_return_if_fail (DUI_IS_LIBRARY_LIST (self));

  fill_filters (self);
  search (self, TRUE);
}

void
dui_library_list_search (DuiLibraryList *self,
                         const char *text)
{
  g_return_if_fail (DUI_IS_LIBRARY_LIST (self) && text != NULL);

  gtk_editable_set_text (self->entry, text);
  search (self, FALSE);
}

char *
dui_library_list_dup_search (DuiLibraryList *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_LIST (self), NULL);

  return dui_editable_dup_text (self->entry);
}

const char *
dui_library_list_get_type_filter (DuiLibraryList *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_LIST (self), NULL);

  return get_choice (self->type_drop);
}

/* What is typed, or today while it is no day. */
DtDate
dui_library_list_get_day (DuiLibraryList *self)
{
  g_autofree char *text = dui_editable_dup_text (self->day_entry);
  DtDate day;

  if (*text != '\0' && dt_date_parse (text, &day) && dt_date_is_complete (day))
    return day;

  return dui_engine_get_today (self->engine);
}

guint
dui_library_list_get_n (DuiLibraryList *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->items));
}

const char *
dui_library_list_get_selected (DuiLibraryList *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_LIST (self), NULL);

  return self->selected;
}

gboolean
dui_library_list_select (DuiLibraryList *self,
                         const char *id,
                         gboolean anyway)
{
  gboolean found;

  g_return_val_if_fail (DUI_IS_LIBRARY_LIST (self), FALSE);

  take_selected (self, id);
  found = select_id (self, id);
  if (found || !anyway)
    return found;

  self->filling = TRUE;
  gtk_editable_set_text (self->entry, "");
  gtk_editable_set_text (self->issuer_entry, "");
  gtk_drop_down_set_selected (self->type_drop, 0);
  gtk_drop_down_set_selected (self->year_drop, 0);
  gtk_drop_down_set_selected (self->validity_drop, 0);
  self->filling = FALSE;
  search (self, TRUE);
  return select_id (self, id);
}

void
dui_library_list_focus_search (DuiLibraryList *self)
{
  g_return_if_fail (DUI_IS_LIBRARY_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

void
dui_library_list_set_narrow (DuiLibraryList *self,
                             gboolean narrow)
{
  g_return_if_fail (DUI_IS_LIBRARY_LIST (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  for (guint i = 0; i < DUI_N_LIBRARY_COLUMNS; i++)
    if (column_infos[i].is_spare && narrow)
      gtk_column_view_remove_column (self->view, self->columns[i]);
    else if (column_infos[i].is_spare)
      gtk_column_view_insert_column (self->view, i, self->columns[i]);
}

void
dui_library_list_set_single_click (DuiLibraryList *self,
                                   gboolean single_click)
{
  g_return_if_fail (DUI_IS_LIBRARY_LIST (self));

  gtk_column_view_set_single_click_activate (self->view, single_click);
}
