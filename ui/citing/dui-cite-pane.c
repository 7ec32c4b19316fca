/* dui-cite-pane.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-citing"

#include "config.h"

#include "citing/dui-cite-pane.h"

#include "catalog/dt-catalog-file.h"
#include "catalog/dt-catalog-harvest.h"
#include "citing/dui-cite-hit.h"
#include "common/dui-editable-text.h"
#include "text/dt-text.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* More than that nobody reads; another word narrows them. */
#define MAX_RESULTS 20
#define CATALOG_FILE "cited.xml"

struct _DuiCitePane
{
  AdwBin parent_instance;
  DuiEngine *engine;
  DtDate on;
  GListStore *hits;
  GtkSingleSelection *selection;
  guint queued;

  GtkEditable *entry;
  GtkStack *stack;
  GtkListView *list;
  GtkWidget *add_button;
  AdwStatusPage *empty_page;
  GtkWidget *buttons;
};

enum
{
  SIGNAL_CITE,
  SIGNAL_ADD_BASIS,
  SIGNAL_CLOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiCitePane, dui_cite_pane, ADW_TYPE_BIN)

/* What a text cites and the catalogue does not have: GPtrArray of DtDocument. */
static GPtrArray *
find_unknown (const DtCatalog *catalog,
              const char *text)
{
  GPtrArray *unknown = g_ptr_array_new_with_free_func ((GDestroyNotify) dt_document_unref);
  g_autoptr (GPtrArray) cited = dt_catalog_harvest (catalog, text, -1);

  for (guint i = 0; i < cited->len; i++)
    {
      const DtHarvest *harvest = g_ptr_array_index (cited, i);

      if (harvest->state == DT_HARVEST_NEW)
        g_ptr_array_add (unknown, dt_document_ref (harvest->document));
    }

  return unknown;
}

/* A whole citation that was pasted has its date; one that is being typed has not yet. */
static gboolean
cites_unknown (const GPtrArray *unknown)
{
  for (guint i = 0; i < unknown->len; i++)
    if (dt_date_is_complete (dt_document_get (g_ptr_array_index (unknown, i))->date))
      return TRUE;

  return FALSE;
}

static void
show_empty (DuiCitePane *self,
            const GPtrArray *unknown)
{
  g_autofree char *name = unknown->len > 0 ? dt_document_to_string (g_ptr_array_index (unknown, 0)) : NULL;
  g_autofree char *markup = name != NULL ? g_markup_escape_text (name, -1) : NULL;

  gtk_widget_set_visible (self->add_button, name != NULL);
  adw_status_page_set_description (self->empty_page,
                                   markup != NULL ? markup : _ ("Try other words, or paste the whole citation to add the document."));
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
search (DuiCitePane *self)
{
  DtCatalog *catalog = dui_engine_get_catalog (self->engine);
  g_autofree char *typed = dui_editable_dup_text (self->entry);
  g_autofree char *text = dt_text_to_nfc (typed);
  DtCatalogQuery query = DT_CATALOG_QUERY_INIT;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) unknown = NULL;

  if (catalog == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "loading");
      return;
    }

  query.text = text;
  query.on = self->on;
  query.limit = MAX_RESULTS;
  found = dt_catalog_search (catalog, &query);
  hits = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (hits, dui_cite_hit_new (catalog, g_array_index (found, DtCatalogHit, i).document, self->on));
  g_list_store_splice (self->hits, 0, g_list_model_get_n_items (G_LIST_MODEL (self->hits)), hits->pdata, hits->len);
  unknown = find_unknown (catalog, text);
  gtk_widget_set_visible (self->buttons, hits->len > 0);
  if (hits->len == 0 || cites_unknown (unknown))
    {
      show_empty (self, unknown);
      return;
    }

  gtk_single_selection_set_selected (self->selection, 0);
  gtk_stack_set_visible_child_name (self->stack, "results");
}

static gboolean
queued_cb (gpointer user_data)
{
  DuiCitePane *self = user_data;

  self->queued = 0;
  search (self);

  return G_SOURCE_REMOVE;
}

/* Once for all that one key changes, before the next frame is drawn. */
static void
queue_search (DuiCitePane *self)
{
  if (self->queued == 0)
    self->queued = g_idle_add_full (G_PRIORITY_HIGH_IDLE, queued_cb, self, NULL);
}

static const char *
get_selected (DuiCitePane *self)
{
  DuiCiteHit *hit;

  if (self->queued > 0)
    {
      g_clear_handle_id (&self->queued, g_source_remove);
      search (self);
    }

  hit = gtk_single_selection_get_selected_item (self->selection);
  return hit != NULL ? dui_cite_hit_get_mark (hit) : NULL;
}

static void
cite (DuiCitePane *self,
      gboolean full)
{
  g_autofree char *mark = g_strdup (get_selected (self));

  if (mark != NULL)
    g_signal_emit (self, signals[SIGNAL_CITE], 0, mark, full);
}

static void
add_basis (DuiCitePane *self)
{
  g_autofree char *mark = g_strdup (get_selected (self));

  if (mark != NULL)
    g_signal_emit (self, signals[SIGNAL_ADD_BASIS], 0, mark);
}

/* A list view of this version cannot scroll to an item; its own action can. */
static void
move_selection (DuiCitePane *self,
                int by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->hits));
  int at = (int) gtk_single_selection_get_selected (self->selection) + by;

  if (n == 0)
    return;

  at = CLAMP (at, 0, (int) n - 1);
  gtk_single_selection_set_selected (self->selection, (guint) at);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", (guint) at);
}

/* Callbacks */

static void
search_cb (DuiCitePane *self)
{
  queue_search (self);
}

static void
cite_cb (DuiCitePane *self)
{
  cite (self, FALSE);
}

static void
cite_full_cb (DuiCitePane *self)
{
  cite (self, TRUE);
}

static void
add_basis_cb (DuiCitePane *self)
{
  add_basis (self);
}

static void
close_cb (DuiCitePane *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static void
catalog_changed_cb (DuiCitePane *self)
{
  search (self);
}

static gboolean
save_unknown (DuiCitePane *self,
              GPtrArray *unknown,
              GError **error)
{
  g_autofree char *pack = dui_engine_ensure_user_pack (self->engine, error);
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) documents = NULL;

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

  for (guint i = 0; i < unknown->len; i++)
    g_ptr_array_add (documents, dt_document_ref (g_ptr_array_index (unknown, i)));

  return dt_catalog_file_save (path, (DtDocument *const *) documents->pdata, documents->len, error);
}

static void
add_cb (DuiCitePane *self)
{
  DtCatalog *catalog = dui_engine_get_catalog (self->engine);
  g_autofree char *text = dui_editable_dup_text (self->entry);
  g_autoptr (GPtrArray) unknown = catalog != NULL ? find_unknown (catalog, text) : NULL;
  g_autoptr (GError) error = NULL;

  if (unknown == NULL || unknown->len == 0)
    return;

  if (save_unknown (self, unknown, &error))
    {
      dui_engine_reload (self->engine);
      return;
    }

  gtk_widget_set_visible (self->add_button, FALSE);
  {
    g_autofree char *markup = g_markup_escape_text (error->message, -1);

    adw_status_page_set_description (self->empty_page, markup);
  }
}

static gboolean
key_pressed_cb (DuiCitePane *self,
                guint keyval,
                guint keycode,
                GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (keyval == GDK_KEY_Escape)
    close_cb (self);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down)
    move_selection (self, keyval == GDK_KEY_Up ? -1 : 1);
  else if (enter && modifiers == GDK_SHIFT_MASK)
    add_basis (self);
  else if (enter && modifiers == GDK_CONTROL_MASK)
    cite (self, TRUE);
  else
    return FALSE;

  return TRUE;
}

static void
dui_cite_pane_dispose (GObject *object)
{
  DuiCitePane *self = DUI_CITE_PANE (object);

  g_clear_handle_id (&self->queued, g_source_remove);
  g_clear_object (&self->engine);
  g_clear_object (&self->hits);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (dui_cite_pane_parent_class)->dispose (object);
}

static gboolean
dui_cite_pane_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DUI_CITE_PANE (widget)->entry));
}

static void
dui_cite_pane_class_init (DuiCitePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_cite_pane_dispose;
  widget_class->grab_focus = dui_cite_pane_grab_focus;

  signals[SIGNAL_CITE] = g_signal_new ("cite", DUI_TYPE_CITE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_ADD_BASIS] = g_signal_new ("add-basis", DUI_TYPE_CITE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_CLOSE] = g_signal_new ("close", DUI_TYPE_CITE_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/citing/dui-cite-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiCitePane, entry);
  gtk_widget_class_bind_template_child (widget_class, DuiCitePane, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiCitePane, list);
  gtk_widget_class_bind_template_child (widget_class, DuiCitePane, add_button);
  gtk_widget_class_bind_template_child (widget_class, DuiCitePane, empty_page);
  gtk_widget_class_bind_template_child (widget_class, DuiCitePane, buttons);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, cite_cb);
  gtk_widget_class_bind_template_callback (widget_class, cite_full_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_basis_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
dui_cite_pane_init (DuiCitePane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GtkListItemFactory) factory = dui_cite_hit_make_factory ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->hits = g_list_store_new (DUI_TYPE_CITE_HIT);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->hits)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (self->list, factory);

  dui_preedit_follow (GTK_WIDGET (self->entry));
  g_signal_connect_object (gtk_editable_get_delegate (self->entry), "preedit-changed", G_CALLBACK (search_cb), self,
                           G_CONNECT_SWAPPED);
  /* After the entry and its input method. */
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
dui_cite_pane_new (DuiEngine *engine)
{
  DuiCitePane *self;

  g_return_val_if_fail (DUI_IS_ENGINE (engine), NULL);

  self = g_object_new (DUI_TYPE_CITE_PANE, NULL);
  self->engine = g_object_ref (engine);
  self->on = dui_engine_get_today (engine);
  g_signal_connect_object (engine, "catalog-changed", G_CALLBACK (catalog_changed_cb), self, G_CONNECT_SWAPPED);
  search (self);

  return GTK_WIDGET (self);
}

void
dui_cite_pane_set_date (DuiCitePane *self,
                        DtDate on)
{
  g_return_if_fail (DUI_IS_CITE_PANE (self));

  if (dt_date_equal (on, self->on))
    return;

  self->on = on;
  search (self);
}

void
dui_cite_pane_search (DuiCitePane *self,
                      const char *text)
{
  g_return_if_fail (DUI_IS_CITE_PANE (self) && text != NULL);

  gtk_editable_set_text (self->entry, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

guint
dui_cite_pane_get_n_results (DuiCitePane *self)
{
  g_return_val_if_fail (DUI_IS_CITE_PANE (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->hits));
}
