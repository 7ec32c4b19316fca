/* dui-library-window.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-library"

#include "config.h"

#include "library/dui-library-window.h"

#include "catalog/dt-catalog-harvest.h"
#include "common/dui-banner.h"
#include "common/dui-compat.h"
#include "library/dui-library-list.h"
#include "library/dui-library-paste.h"

#include <glib/gi18n.h>
#include <string.h>

/* Letters that a line of the list must hold for all columns to be there. */
#define WIDE_LIST_CHARS 100
/* Beside the list, and alone. */
#define DETAILS_WIDTH 400
#define FOLDED_DETAILS_WIDTH 4000

struct _DuiLibraryWindow
{
  AdwApplicationWindow parent_instance;

  DuiEngine *engine;
  DuiLibraryBook *book;
  DuiLibraryOrigins *origins;
  GCancellable *loading;
  guint sizing;
  guint folding;

  guint is_closing : 1;

  /* Template children */
  AdwToastOverlay *toasts;
  GtkWidget *back_button;
  GtkToggleButton *paste_button;
  GtkToggleButton *source_button;
  DuiBanner *banner;
  AdwLeaflet *leaflet;
  AdwClamp *clamp;
  GtkStack *stack;
  DuiLibraryList *list;
  DuiLibraryForm *form;
  DuiLibrarySource *source;
  DuiLibraryPaste *paste;
};

G_DEFINE_FINAL_TYPE (DuiLibraryWindow, dui_library_window, ADW_TYPE_APPLICATION_WINDOW)

/* The document that is shown */

static void
show_in_source (DuiLibraryWindow *self)
{
  const char *id = dui_library_form_get_id (self->form);
  const DtDocument *document = NULL;
  const DtPack *pack = NULL;
  gboolean is_own = TRUE;

  if (id != NULL)
    document = dui_library_find (self->engine, self->book, self->origins, id, &is_own, &pack);
  dui_library_source_show (self->source, id, is_own ? NULL : document,
                           pack != NULL ? dt_pack_get_title (pack) : "");
}

static void
selected_cb (DuiLibraryWindow *self)
{
  dui_library_form_show (self->form, dui_library_list_get_selected (self->list));
  show_in_source (self);
}

static void
show_details (DuiLibraryWindow *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "details");
}

static void
activated_cb (DuiLibraryWindow *self)
{
  show_details (self);
}

static void
open_cb (DuiLibraryWindow *self,
         const char *id)
{
  dui_library_list_select (self->list, id, TRUE);
}

static void
shown_cb (DuiLibraryWindow *self,
          const char *id)
{
  dui_library_list_select (self->list, id, FALSE);
}

static void
removed_cb (DuiLibraryWindow *self,
            const char *name)
{
  AdwToast *toast = adw_toast_new (_ ("Removed from my pack"));

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Sides */

static void
mode_cb (DuiLibraryWindow *self)
{
  gboolean paste = gtk_toggle_button_get_active (self->paste_button);

  gtk_widget_set_sensitive (GTK_WIDGET (self->source_button), !paste);
  gtk_stack_set_visible_child_name (self->stack, paste                                                ? "paste"
                                                 : gtk_toggle_button_get_active (self->source_button) ? "source"
                                                                                                      : "form");
  if (paste || gtk_toggle_button_get_active (self->source_button))
    show_details (self);
  if (!paste && gtk_toggle_button_get_active (self->source_button))
    show_in_source (self);
}

static void
show_source_cb (DuiLibraryWindow *self)
{
  gtk_toggle_button_set_active (self->source_button, TRUE);
  dui_library_source_show_mistake (self->source);
}

/* It folds while sizes are given out, when nothing may change: what follows from it comes later. */
static gboolean
fold_cb (gpointer user_data)
{
  DuiLibraryWindow *self = user_data;
  gboolean folded = adw_leaflet_get_folded (self->leaflet);
  gboolean on_list = g_strcmp0 (adw_leaflet_get_visible_child_name (self->leaflet), "list") == 0;

  self->folding = 0;
  gtk_widget_set_visible (self->back_button, folded && !on_list);
  dui_library_list_set_single_click (self->list, folded);
  adw_clamp_set_maximum_size (self->clamp, folded ? FOLDED_DETAILS_WIDTH : DETAILS_WIDTH);
  return G_SOURCE_REMOVE;
}

static void
folded_cb (DuiLibraryWindow *self)
{
  if (self->folding == 0)
    self->folding = g_idle_add (fold_cb, self);
}

static void
back_cb (DuiLibraryWindow *self)
{
  adw_leaflet_set_visible_child_name (self->leaflet, "list");
  dui_library_list_focus_search (self->list);
}

/* Adding */

/* What is searched for, where it is written like a citation; else an entry to fill in. */
static DtDocument *
make_new (DuiLibraryWindow *self,
          GError **error)
{
  DtCatalog *catalog = dui_engine_get_catalog (self->engine);
  g_autofree char *text = dui_library_list_dup_search (self->list);
  g_autoptr (GPtrArray) cited = catalog != NULL ? dt_catalog_harvest (catalog, text, -1) : NULL;
  const char *type = dui_library_list_get_type_filter (self->list);
  DtDocumentFields fields = { .type = type != NULL ? type : "Quyết định", .subject = _ ("New document") };

  for (guint i = 0; cited != NULL && i < cited->len; i++)
    {
      const DtHarvest *harvest = g_ptr_array_index (cited, i);

      if (harvest->state == DT_HARVEST_NEW)
        return dt_document_ref (harvest->document);
    }

  for (guint i = 2; dui_library_book_get_good (self->book)->documents != NULL; i++)
    {
      g_autoptr (DtDocument) document = dt_document_new (&fields, error);
      g_autofree char *subject = NULL;

      if (document == NULL || dui_library_book_find (self->book, dt_document_get (document)->id) == NULL)
        return g_steal_pointer (&document);
      subject = g_strdup_printf (_ ("New document %u"), i);
      fields.subject = g_intern_string (subject);
    }

  return NULL;
}

static void
tell (DuiLibraryWindow *self,
      const char *message)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *text = g_markup_escape_text (message, -1);

  adw_toast_set_title (toast, text);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
add_new (DuiLibraryWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DtDocument) document = make_new (self, &error);

  gtk_toggle_button_set_active (self->paste_button, FALSE);
  gtk_toggle_button_set_active (self->source_button, FALSE);
  if (document == NULL || !dui_library_form_add (self->form, document, &error))
    tell (self, error != NULL ? error->message : _ ("nothing could be added"));
  else
    {
      show_details (self);
      /* Soon it stands in the list, too. */
      dui_library_list_select (self->list, dui_library_form_get_id (self->form), TRUE);
      dui_library_book_flush (self->book, NULL);
    }
}

static void
list_add_cb (DuiLibraryWindow *self)
{
  add_new (self);
}

static void
copy_cb (DuiLibraryWindow *self)
{
  const char *id = dui_library_form_get_id (self->form);
  const DtDocument *document = NULL;
  const DtPack *pack = NULL;
  gboolean is_own = TRUE;
  g_autoptr (GError) error = NULL;

  if (id != NULL)
    document = dui_library_find (self->engine, self->book, self->origins, id, &is_own, &pack);
  if (document == NULL || is_own)
    return;

  dui_library_book_end_group (self->book);
  if (!dui_library_book_put (self->book, NULL, (DtDocument *) document, NULL, self, &error))
    tell (self, error->message);
  show_in_source (self);
}

/* Actions */

static void
add_action_cb (GSimpleAction *action,
               GVariant *parameter,
               gpointer user_data)
{
  add_new (user_data);
}

static void
find_action_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  back_cb (user_data);
}

/* Where one types into no document, what is typed has an undo of its own. */
static gboolean
undo_typed (DuiLibraryWindow *self,
            const char *action)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL &&
         (gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)) ||
          gtk_widget_is_ancestor (focus, GTK_WIDGET (self->paste))) &&
         (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)) && gtk_widget_activate_action (focus, action, NULL);
}

static void
undo_action_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  DuiLibraryWindow *self = user_data;

  if (!undo_typed (self, "text.undo"))
    dui_library_book_undo (self->book);
}

static void
redo_action_cb (GSimpleAction *action,
                GVariant *parameter,
                gpointer user_data)
{
  DuiLibraryWindow *self = user_data;

  if (!undo_typed (self, "text.redo"))
    dui_library_book_redo (self->book);
}

static void
update_actions (DuiLibraryWindow *self)
{
  GAction *undo = g_action_map_lookup_action (G_ACTION_MAP (self), "undo");
  GAction *redo = g_action_map_lookup_action (G_ACTION_MAP (self), "redo");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (undo), dui_library_book_can_undo (self->book));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (redo), dui_library_book_can_redo (self->book));
}

/* The book */

static void
saved_cb (DuiLibraryWindow *self)
{
  const char *problem = dui_library_book_get_problem (self->book);
  g_autofree char *text = NULL;

  if (problem != NULL)
    text = g_strdup_printf (_ ("My own pack could not be written: %s. What was changed is kept and will be written later."),
                            problem);
  dui_banner_show (self->banner, text, text != NULL ? _ ("_Try Again") : NULL);
}

static void
retry_cb (DuiLibraryWindow *self)
{
  dui_library_book_flush (self->book, NULL);
}

static void
book_changed_cb (DuiLibraryWindow *self)
{
  update_actions (self);
}

static void
catalog_changed_cb (DuiLibraryWindow *self)
{
  dui_library_list_refresh (self->list);
  dui_library_form_refresh (self->form);
  if (gtk_toggle_button_get_active (self->paste_button))
    dui_library_paste_refresh (self->paste);
}

/* Packs */

static void
origins_loaded_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (DuiLibraryWindow) self = user_data;
  DuiLibraryOrigins *origins = dui_library_origins_load_finish (result);

  if (origins == NULL)
    return;
  g_clear_pointer (&self->origins, dui_library_origins_unref);
  self->origins = origins;
  dui_library_form_set_origins (self->form, origins);
  dui_library_list_set_origins (self->list, origins);
  show_in_source (self);
}

static void
load_origins (DuiLibraryWindow *self)
{
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  self->loading = g_cancellable_new ();
  dui_library_origins_load_async (dui_engine_get_packs (self->engine), self->loading, origins_loaded_cb, g_object_ref (self));
}

/* Room */

static gboolean
size_cb (gpointer user_data)
{
  DuiLibraryWindow *self = user_data;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0");
  int width;

  self->sizing = 0;
  pango_layout_get_pixel_size (layout, &width, NULL);
  dui_library_list_set_narrow (self->list, gtk_widget_get_width (GTK_WIDGET (self->list)) < WIDE_LIST_CHARS * width);
  return G_SOURCE_REMOVE;
}

/* Overrides */

static void
dui_library_window_size_allocate (GtkWidget *widget,
                                  int width,
                                  int height,
                                  int baseline)
{
  DuiLibraryWindow *self = DUI_LIBRARY_WINDOW (widget);

  GTK_WIDGET_CLASS (dui_library_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->sizing == 0)
    self->sizing = g_idle_add (size_cb, self);
}

static void
answered_cb (const char *response,
             gpointer user_data)
{
  g_autoptr (DuiLibraryWindow) self = user_data;

  if (strcmp (response, "close") != 0)
    return;
  self->is_closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
dui_library_window_close_request (GtkWindow *window)
{
  static const DuiAnswer answers[] = {
    { "cancel", N_ ("_Cancel"), ADW_RESPONSE_DEFAULT },
    { "close", N_ ("_Close and Lose It"), ADW_RESPONSE_DESTRUCTIVE },
    { NULL, NULL, ADW_RESPONSE_DEFAULT },
  };
  DuiLibraryWindow *self = DUI_LIBRARY_WINDOW (window);
  g_autoptr (GError) error = NULL;

  if (!self->is_closing && !dui_library_book_flush (self->book, &error))
    {
      dui_compat_ask (window, _ ("Close without Saving?"), error->message, answers, "cancel", answered_cb,
                      g_object_ref (self));
      return TRUE;
    }

  return GTK_WINDOW_CLASS (dui_library_window_parent_class)->close_request (window);
}

static void
dui_library_window_dispose (GObject *object)
{
  DuiLibraryWindow *self = DUI_LIBRARY_WINDOW (object);

  g_clear_handle_id (&self->sizing, g_source_remove);
  g_clear_handle_id (&self->folding, g_source_remove);
  g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->origins, dui_library_origins_unref);
  /* Windows go without being asked when the program ends. */
  if (self->book != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->book, self);
      dui_library_book_flush (self->book, NULL);
    }
  g_clear_object (&self->book);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_library_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, paste_button);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, source_button);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, clamp);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, list);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, form);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, source);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryWindow, paste);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_add_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_source_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
dui_library_window_class_init (DuiLibraryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dui_library_window_dispose;
  widget_class->size_allocate = dui_library_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = dui_library_window_close_request;

  g_type_ensure (DUI_TYPE_BANNER);
  g_type_ensure (DUI_TYPE_LIBRARY_LIST);
  g_type_ensure (DUI_TYPE_LIBRARY_FORM);
  g_type_ensure (DUI_TYPE_LIBRARY_SOURCE);
  g_type_ensure (DUI_TYPE_LIBRARY_PASTE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/library/dui-library-window.ui");
  bind_children (widget_class);
}

static void
dui_library_window_init (DuiLibraryWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "undo", .activate = undo_action_cb },
    { .name = "redo", .activate = redo_action_cb },
    { .name = "add", .activate = add_action_cb },
    { .name = "find", .activate = find_action_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Public functions */

GtkWidget *
dui_library_window_new (GtkApplication *application,
                        DuiEngine *engine)
{
  DuiLibraryWindow *self;

  g_return_val_if_fail (DUI_IS_ENGINE (engine), NULL);

  /* Else it would be told about before it has a role. */
  self = g_object_new (DUI_TYPE_LIBRARY_WINDOW, "accessible-role", GTK_ACCESSIBLE_ROLE_WINDOW, "application", application,
                       NULL);
  self->engine = g_object_ref (engine);
  self->book = dui_library_book_new (engine, NULL);
  dui_library_form_set_book (self->form, engine, self->book);
  dui_library_source_set_book (self->source, engine, self->book);
  dui_library_paste_set_book (self->paste, engine, self->book);
  dui_library_list_set_book (self->list, engine, self->book);
  g_signal_connect_object (self->book, "changed", G_CALLBACK (book_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->book, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (engine, "catalog-changed", G_CALLBACK (catalog_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (engine, "library-changed", G_CALLBACK (load_origins), self, G_CONNECT_SWAPPED);
  load_origins (self);
  saved_cb (self);
  update_actions (self);
  dui_library_list_focus_search (self->list);
  if (!dui_library_book_is_good (self->book))
    show_source_cb (self);
  return GTK_WIDGET (self);
}

void
dui_library_window_search (DuiLibraryWindow *self,
                           const char *text)
{
  g_return_if_fail (DUI_IS_LIBRARY_WINDOW (self) && text != NULL);

  dui_library_list_search (self->list, text);
}

guint
dui_library_window_get_n_results (DuiLibraryWindow *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_WINDOW (self), 0);

  return dui_library_list_get_n (self->list);
}

void
dui_library_window_compare (DuiLibraryWindow *self,
                            const char *text)
{
  g_return_if_fail (DUI_IS_LIBRARY_WINDOW (self) && text != NULL);

  gtk_toggle_button_set_active (self->paste_button, TRUE);
  dui_library_paste_set_text (self->paste, text);
}

gboolean
dui_library_window_add (DuiLibraryWindow *self,
                        guint *n_added,
                        GError **error)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_WINDOW (self), FALSE);

  return dui_library_paste_add (self->paste, n_added, error);
}

DuiLibraryBook *
dui_library_window_get_book (DuiLibraryWindow *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_WINDOW (self), NULL);

  return self->book;
}

DuiLibraryForm *
dui_library_window_get_form (DuiLibraryWindow *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_WINDOW (self), NULL);

  return self->form;
}

DuiLibrarySource *
dui_library_window_get_source (DuiLibraryWindow *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_WINDOW (self), NULL);

  return self->source;
}
