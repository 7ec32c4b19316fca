/* dui-library-form.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-library"

#include "config.h"

#include "library/dui-library-form.h"

#include "catalog/dt-catalog-validity.h"
#include "common/dui-banner.h"
#include "common/dui-compat.h"
#include "editor/dui-date-button.h"
#include "library/dui-library-facts.h"
#include "library/dui-library-relations.h"
#include "library/dui-library-row.h"

#include <glib/gi18n.h>
#include <string.h>

struct _DuiLibraryForm
{
  AdwBin parent_instance;

  DuiEngine *engine;
  DuiLibraryBook *book;
  DuiLibraryOrigins *origins;
  GHashTable *refused; /* "field id" → what was typed and not taken */
  char *id;
  DtDocument *document;
  DtDate day;
  GtkWidget *typed_in; /* is not written to */
  DuiFormRow *rows[DUI_N_LIBRARY_FIELDS];
  GtkWidget *link_button;

  guint is_own : 1;
  guint is_editable : 1;
  guint filling : 1;

  /* Template children */
  GtkStack *stack;
  DuiBanner *banner;
  GtkScrolledWindow *scrolled;
  GtkLabel *title_label;
  GtkLabel *validity_label;
  GtkLabel *pack_label;
  GtkWidget *checked_button;
  GtkWidget *remove_button;
  AdwComboRow *status_row;
  DuiLibraryRelations *relations;
  GtkWidget *incoming_group;
  GtkListBox *incoming;
};

enum
{
  SIGNAL_OPEN,
  SIGNAL_SHOWN,
  SIGNAL_REMOVED,
  SIGNAL_SOURCE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiLibraryForm, dui_library_form, ADW_TYPE_BIN)

static const char *const row_names[DUI_N_LIBRARY_FIELDS] = {
  [DUI_LIBRARY_FIELD_NUMBER] = "number_row",
  [DUI_LIBRARY_FIELD_TYPE] = "type_row",
  [DUI_LIBRARY_FIELD_ISSUER] = "issuer_row",
  [DUI_LIBRARY_FIELD_DATE] = "date_row",
  [DUI_LIBRARY_FIELD_SUBJECT] = "subject_row",
  [DUI_LIBRARY_FIELD_EFFECTIVE] = "effective_row",
  [DUI_LIBRARY_FIELD_EXPIRY] = "expiry_row",
  [DUI_LIBRARY_FIELD_STATUS_ON] = "status_on_row",
  [DUI_LIBRARY_FIELD_LINK] = "link_row",
  [DUI_LIBRARY_FIELD_SOURCE] = "source_row",
  [DUI_LIBRARY_FIELD_CHECKED] = "checked_row",
  [DUI_LIBRARY_FIELD_CHECKED_BY] = "checked_by_row",
};

/* What was typed and refused */

static char *
make_key (DuiLibraryForm *self,
          guint field)
{
  return g_strdup_printf ("%u %s", field, self->id);
}

static const char *
get_refused (DuiLibraryForm *self,
             guint field)
{
  g_autofree char *key = make_key (self, field);

  return g_hash_table_lookup (self->refused, key);
}

static void
set_refused (DuiLibraryForm *self,
             guint field,
             const char *text)
{
  if (text != NULL)
    g_hash_table_insert (self->refused, make_key (self, field), g_strdup (text));
  else
    {
      g_autofree char *key = make_key (self, field);

      g_hash_table_remove (self->refused, key);
    }
}

/* An entry that gets another id keeps what was typed. */
static void
move_refused (DuiLibraryForm *self,
              const char *id)
{
  g_autofree char *old = g_steal_pointer (&self->id);

  for (guint i = 0; i < DUI_N_LIBRARY_FIELDS; i++)
    {
      g_autofree char *text = NULL;

      self->id = old;
      text = g_strdup (get_refused (self, i));
      set_refused (self, i, NULL);
      self->id = (char *) id;
      if (text != NULL)
        set_refused (self, i, text);
    }
  self->id = g_strdup (id);
}

/* Showing */

static char *
get_field (gpointer data,
           guint field)
{
  DuiLibraryForm *self = data;
  const char *refused = self->id != NULL ? get_refused (self, field) : NULL;

  if (refused != NULL)
    return g_strdup (refused);
  return self->document != NULL ? dui_library_field_dup_text (self->document, field) : g_strdup ("");
}

static void
show_head (DuiLibraryForm *self,
           const DtPack *pack)
{
  DtCatalog *catalog = dui_engine_get_catalog (self->engine);
  const DtDocument *known = catalog != NULL ? dt_catalog_find_id (catalog, self->id) : NULL;
  g_autofree char *title = dt_document_to_string (self->document);
  g_autofree char *verdict = NULL;
  g_autofree char *origin = NULL;
  DtJudgement judgement;

  if (known != NULL)
    {
      dt_catalog_judge (catalog, known, self->day, &judgement);
      verdict = dt_judgement_describe (&judgement);
    }
  if (self->is_own && pack != NULL)
    origin = g_strdup_printf (_ ("My own entry, in place of the one of “%s”"), dt_pack_get_title (pack));
  else if (self->is_own)
    origin = g_strdup (_ ("In my own pack"));
  else if (pack != NULL)
    origin = g_strdup_printf (_ ("Of the pack “%s”. What is changed here goes to my own pack."), dt_pack_get_title (pack));

  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->validity_label, verdict != NULL ? verdict : "");
  gtk_widget_set_visible (GTK_WIDGET (self->validity_label), verdict != NULL);
  gtk_label_set_label (self->pack_label, origin != NULL ? origin : "");
}

/* What is refused is told by the row itself; here, what is taken and doubtful. */
static void
show_findings (DuiLibraryForm *self)
{
  char *findings[DUI_N_LIBRARY_FIELDS + 1];

  dui_library_judge (self->document, dui_engine_get_catalog (self->engine), findings);
  for (guint i = 0; i < DUI_N_LIBRARY_FIELDS; i++)
    dui_form_row_set_finding (self->rows[i], findings[i]);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->relations), findings[DUI_N_LIBRARY_FIELDS]);
  for (guint i = 0; i <= DUI_N_LIBRARY_FIELDS; i++)
    g_free (findings[i]);
}

/* Whether a row that is typed in says what the entry says, though in other words: "kế " for "kế". */
static gboolean
is_being_typed (DuiLibraryForm *self,
                guint field)
{
  g_autofree char *text = NULL;
  g_autoptr (DtDocument) typed = NULL;

  if (!gtk_widget_has_focus (dui_form_row_get_editor (self->rows[field])))
    return FALSE;

  text = dui_form_row_dup_text (self->rows[field]);
  typed = dui_library_field_set (self->document, (DuiLibraryField) field, text, TRUE, NULL);
  return typed != NULL && dt_document_equal (typed, self->document);
}

static void
show_rows (DuiLibraryForm *self)
{
  for (guint i = 0; i < DUI_N_LIBRARY_FIELDS; i++)
    {
      const char *refused = get_refused (self, i);

      dui_library_row_set_editable (self->rows[i], self->is_editable);
      if (self->typed_in == GTK_WIDGET (self->rows[i]) || is_being_typed (self, i))
        continue;
      dui_library_row_refresh (self->rows[i]);
      if (refused != NULL)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (DtDocument) none = dui_library_field_set (self->document, i, refused, TRUE, &error);

          dui_form_row_set_verdict (self->rows[i], error != NULL ? error->message : NULL);
        }
    }
}

static void
show_source_state (DuiLibraryForm *self)
{
  DuiLibraryFile *file = dui_library_book_get_file (self->book);
  g_autofree char *text = NULL;

  self->is_editable = file->documents != NULL;
  if (!self->is_editable)
    text = g_strdup_printf (_ ("The XML source has a mistake on line %u. The form shows the last good state."), file->line);
  dui_banner_show (self->banner, text, text != NULL ? _ ("_Show the Source") : NULL);
}

static void
fill (DuiLibraryForm *self)
{
  const DtPack *pack = NULL;
  const DtDocument *document = NULL;
  gboolean is_own = FALSE;

  if (self->id != NULL)
    document = dui_library_find (self->engine, self->book, self->origins, self->id, &is_own, &pack);
  self->is_own = is_own;
  g_clear_pointer (&self->document, dt_document_unref);
  show_source_state (self);
  if (document == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "none");
      return;
    }

  self->document = dt_document_ref ((DtDocument *) document);
  self->filling = TRUE;
  show_head (self, pack);
  show_rows (self);
  adw_combo_row_set_selected (self->status_row, dt_document_get (document)->status);
  dui_library_relations_show (self->relations, document, dui_engine_get_catalog (self->engine), self->is_editable);
  gtk_widget_set_visible (self->incoming_group,
                          dui_library_show_incoming (self->incoming, dui_engine_get_catalog (self->engine), self->id) > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->status_row), self->is_editable);
  gtk_widget_set_sensitive (self->checked_button, self->is_editable);
  gtk_widget_set_sensitive (self->remove_button, self->is_editable);
  gtk_widget_set_visible (self->remove_button, self->is_own);
  gtk_widget_set_sensitive (self->link_button, g_uri_is_valid (dt_document_get (document)->link, G_URI_FLAGS_NONE, NULL));
  show_findings (self);
  self->filling = FALSE;
  gtk_stack_set_visible_child_name (self->stack, "form");
}

/* Changing */

/* @document (nullable) takes the place of the entry; takes it. */
static gboolean
put (DuiLibraryForm *self,
     DtDocument *document,
     const char *group,
     GtkWidget *origin,
     GError **error)
{
  g_autoptr (DtDocument) owned = document;
  g_autofree char *old = g_strdup (self->id);
  gboolean done;

  if (document == NULL)
    return FALSE;

  move_refused (self, dt_document_get (document)->id);
  self->typed_in = origin;
  done = dui_library_book_put (self->book, old, document, group, self, error);
  self->typed_in = NULL;
  if (!done)
    move_refused (self, old);
  else if (strcmp (self->id, old) != 0)
    g_signal_emit (self, signals[SIGNAL_SHOWN], 0, self->id);
  return done;
}

/* An entry with this id that is another one: it must not be lost by typing a number. */
static gboolean
is_taken (DuiLibraryForm *self,
          DtDocument *document)
{
  const char *id = document != NULL ? dt_document_get (document)->id : self->id;

  return strcmp (id, self->id) != 0 && dui_library_book_find (self->book, id) != NULL;
}

static gboolean
set_field (gpointer data,
           guint field,
           const char *text,
           GtkWidget *row,
           GError **error)
{
  DuiLibraryForm *self = data;
  g_autofree char *group = g_strdup_printf ("=field-%u", field);
  g_autoptr (DtDocument) document = NULL;
  g_autoptr (GError) problem = NULL;
  gboolean keeps_id = !self->is_own || (self->origins != NULL && dui_library_origins_find (self->origins, self->id, NULL) != NULL);

  if (self->document == NULL || self->filling)
    return TRUE;

  /* Words are undone one by one. */
  if (g_str_has_suffix (text, " "))
    dui_library_book_end_group (self->book);
  document = dui_library_field_set (self->document, field, text, keeps_id, &problem);
  if (is_taken (self, document))
    {
      g_clear_pointer (&document, dt_document_unref);
      document = dui_library_field_set (self->document, field, text, TRUE, &problem);
    }
  if (document != NULL && dt_document_equal (document, self->document))
    {
      set_refused (self, field, NULL);
      return TRUE;
    }
  if (!put (self, g_steal_pointer (&document), group, row, problem == NULL ? &problem : NULL))
    {
      set_refused (self, field, text);
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  set_refused (self, field, NULL);
  return TRUE;
}

/* Of what is not typed: the book says why it was not taken. */
static void
put_and_tell (DuiLibraryForm *self,
              DtDocument *document,
              GtkWidget *origin)
{
  g_autoptr (GError) error = NULL;

  dui_library_book_end_group (self->book);
  if (!put (self, document, NULL, origin, &error) && error != NULL)
    dui_banner_show (self->banner, error->message, NULL);
}

static void
status_cb (DuiLibraryForm *self)
{
  guint selected = adw_combo_row_get_selected (self->status_row);

  if (self->filling || self->document == NULL || selected >= DT_N_STATUSES)
    return;
  if (dt_document_get (self->document)->status != (DtStatus) selected)
    put_and_tell (self, dui_library_set_status (self->document, (DtStatus) selected, NULL), NULL);
}

static void
relations_cb (DuiLibraryForm *self)
{
  guint n;
  const DtRelation *relations = dui_library_relations_get (self->relations, &n);
  g_autoptr (GError) error = NULL;
  DtDocument *document;

  if (self->filling || self->document == NULL)
    return;
  document = dui_library_set_relations (self->document, relations, n, &error);
  if (document != NULL && !dt_document_equal (document, self->document))
    put (self, document, "=relations", NULL, &error);
  else
    g_clear_pointer (&document, dt_document_unref);
}

static void
checked_cb (DuiLibraryForm *self)
{
  const char *name = g_get_real_name ();

  if (self->document == NULL)
    return;
  if (strcmp (name, "Unknown") == 0 || strcmp (name, g_get_user_name ()) == 0)
    name = NULL;
  put_and_tell (self, dui_library_set_checked (self->document, dui_engine_get_today (self->engine), name, NULL), NULL);
  dui_form_flash (GTK_WIDGET (self->rows[DUI_LIBRARY_FIELD_CHECKED]));
}

static void
remove_cb (DuiLibraryForm *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (self->document == NULL)
    return;
  name = dt_document_to_string (self->document);
  if (dui_library_book_remove (self->book, self->id, &error))
    g_signal_emit (self, signals[SIGNAL_REMOVED], 0, name);
  else
    dui_banner_show (self->banner, error->message, NULL);
}

static void
link_cb (DuiLibraryForm *self)
{
  if (self->document != NULL)
    dui_compat_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), dt_document_get (self->document)->link);
}

static void
open_cb (DuiLibraryForm *self,
         const char *id)
{
  g_signal_emit (self, signals[SIGNAL_OPEN], 0, id);
}

static void
incoming_cb (DuiLibraryForm *self,
             GtkListBoxRow *row)
{
  g_autofree char *id = g_strdup (dui_library_get_link (row));

  if (id != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN], 0, id);
}

static void
show_source_cb (DuiLibraryForm *self)
{
  g_signal_emit (self, signals[SIGNAL_SOURCE], 0);
}

/* Undo and redo show what they were about. */
static void
changed_cb (DuiLibraryForm *self,
            gpointer origin)
{
  const char *touched = dui_library_book_get_touched (self->book);

  if (origin != NULL || touched == NULL)
    return;

  g_hash_table_remove_all (self->refused);
  if (g_strcmp0 (touched, self->id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (touched);
      g_signal_emit (self, signals[SIGNAL_SHOWN], 0, self->id);
    }
}

/* GObject overrides */

static void
dui_library_form_dispose (GObject *object)
{
  DuiLibraryForm *self = DUI_LIBRARY_FORM (object);

  for (guint i = 0; i < DUI_N_LIBRARY_FIELDS; i++)
    if (self->rows[i] != NULL)
      dui_library_row_untie (self->rows[i]);
  if (self->book != NULL)
    g_signal_handlers_disconnect_by_data (self->book, self);
  g_clear_pointer (&self->document, dt_document_unref);
  g_clear_pointer (&self->origins, dui_library_origins_unref);
  g_clear_object (&self->book);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (dui_library_form_parent_class)->dispose (object);
}

static void
dui_library_form_finalize (GObject *object)
{
  DuiLibraryForm *self = DUI_LIBRARY_FORM (object);

  g_hash_table_unref (self->refused);
  g_free (self->id);

  G_OBJECT_CLASS (dui_library_form_parent_class)->finalize (object);
}

static void
dui_library_form_class_init (DuiLibraryFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = dui_library_form_dispose;
  object_class->finalize = dui_library_form_finalize;

  signals[SIGNAL_OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SHOWN] = g_signal_new ("shown", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_REMOVED] = g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SOURCE] = g_signal_new ("source", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (DUI_TYPE_BANNER);
  g_type_ensure (DUI_TYPE_FORM_ROW);
  g_type_ensure (DUI_TYPE_LIBRARY_RELATIONS);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/library/dui-library-form.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryForm, stack);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryForm, banner);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryForm, scrolled);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryForm, title_label);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryForm, validity_label);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryForm, pack_label);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryForm, checked_button);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryForm, remove_button);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryForm, status_row);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryForm, relations);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryForm, incoming_group);
  gtk_widget_class_bind_template_child (widget_class, DuiLibraryForm, incoming);
  for (guint i = 0; i < DUI_N_LIBRARY_FIELDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, row_names[i], FALSE,
                                               (gssize) (G_STRUCT_OFFSET (DuiLibraryForm, rows) + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_callback (widget_class, status_cb);
  gtk_widget_class_bind_template_callback (widget_class, relations_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, incoming_cb);
  gtk_widget_class_bind_template_callback (widget_class, checked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_source_cb);
}

static void
tie_rows (DuiLibraryForm *self)
{
  DuiLibraryTie tie = { get_field, set_field, self, 0 };

  for (; tie.field < DUI_N_LIBRARY_FIELDS; tie.field++)
    {
      DuiFormRow *row = self->rows[tie.field];

      dui_library_row_tie (row, &tie);
      if (dui_library_field_is_date ((DuiLibraryField) tie.field))
        dui_form_row_add_suffix (row, dui_date_button_new (GTK_EDITABLE (dui_form_row_get_editor (row))));
    }

  self->link_button = gtk_button_new_from_icon_name ("web-browser-symbolic");
  gtk_widget_add_css_class (self->link_button, "flat");
  gtk_widget_set_valign (self->link_button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->link_button, _ ("Open the text"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->link_button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Open the text"), -1);
  g_signal_connect_object (self->link_button, "clicked", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);
  dui_form_row_add_suffix (self->rows[DUI_LIBRARY_FIELD_LINK], self->link_button);
}

static void
dui_library_form_init (DuiLibraryForm *self)
{
  self->refused = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  tie_rows (self);
}

/* Public functions */

void
dui_library_form_set_book (DuiLibraryForm *self,
                           DuiEngine *engine,
                           DuiLibraryBook *book)
{
  g_return_if_fail (DUI_IS_LIBRARY_FORM (self) && self->book == NULL);

  self->engine = g_object_ref (engine);
  self->book = g_object_ref (book);
  self->day = dui_engine_get_today (engine);
  g_signal_connect_object (book, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (book, "checked", G_CALLBACK (fill), self, G_CONNECT_SWAPPED);
  fill (self);
}

void
dui_library_form_set_origins (DuiLibraryForm *self,
                              DuiLibraryOrigins *origins)
{
  g_return_if_fail (DUI_IS_LIBRARY_FORM (self));

  g_clear_pointer (&self->origins, dui_library_origins_unref);
  self->origins = origins != NULL ? dui_library_origins_ref (origins) : NULL;
  fill (self);
}

void
dui_library_form_set_day (DuiLibraryForm *self,
                          DtDate day)
{
  g_return_if_fail (DUI_IS_LIBRARY_FORM (self));

  self->day = day;
  fill (self);
}

void
dui_library_form_show (DuiLibraryForm *self,
                       const char *id)
{
  g_return_if_fail (DUI_IS_LIBRARY_FORM (self));

  if (g_strcmp0 (id, self->id) == 0)
    return;

  dui_library_book_end_group (self->book);
  g_free (self->id);
  self->id = g_strdup (id);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  fill (self);
}

const char *
dui_library_form_get_id (DuiLibraryForm *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_FORM (self), NULL);

  return self->id;
}

gboolean
dui_library_form_add (DuiLibraryForm *self,
                      DtDocument *document,
                      GError **error)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_FORM (self) && document != NULL, FALSE);

  if (!dui_library_book_put (self->book, NULL, document, NULL, self, error))
    return FALSE;

  dui_library_book_end_group (self->book);
  dui_library_form_show (self, dt_document_get (document)->id);
  g_signal_emit (self, signals[SIGNAL_SHOWN], 0, self->id);
  gtk_widget_grab_focus (GTK_WIDGET (self->rows[DUI_LIBRARY_FIELD_NUMBER]));
  return TRUE;
}

void
dui_library_form_refresh (DuiLibraryForm *self)
{
  g_return_if_fail (DUI_IS_LIBRARY_FORM (self));

  fill (self);
}

DuiFormRow *
dui_library_form_get_row (DuiLibraryForm *self,
                          DuiLibraryField field)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_FORM (self) && field < DUI_N_LIBRARY_FIELDS, NULL);

  return self->rows[field];
}

gboolean
dui_library_form_is_editable (DuiLibraryForm *self)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_FORM (self), FALSE);

  return self->is_editable;
}
