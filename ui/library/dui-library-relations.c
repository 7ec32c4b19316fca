/* dui-library-relations.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-library"

#include "config.h"

#include "library/dui-library-relations.h"

#include "common/dui-editable-text.h"
#include "editor/dui-form-row.h"
#include "library/dui-library-field.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  DuiLibraryRelations *owner;
  GtkWidget *row;
  GtkDropDown *kind_drop;
  GtkWidget *day_entry;
  GtkWidget *open_button;
  GtkWidget *remove_button;
  char *target;
  char *other; /* the id of the other document, or NULL */
  DtDate date;
} Line;

struct _DuiLibraryRelations
{
  AdwPreferencesGroup parent_instance;

  GtkWidget *add_button;
  GPtrArray *lines; /* (element-type Line): owned by their rows */
  GArray *relations;
  char *id;
  DtCatalog *catalog;
  gboolean filling;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_OPEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiLibraryRelations, dui_library_relations, ADW_TYPE_PREFERENCES_GROUP)

static const char *const names[DT_N_RELATION_KINDS] = {
  [DT_RELATION_AMENDS] = N_ ("Amends"),
  [DT_RELATION_REPLACES] = N_ ("Replaces"),
  [DT_RELATION_REPEALS] = N_ ("Repeals"),
  [DT_RELATION_IMPLEMENTS] = N_ ("Implements"),
};

const char *
dui_library_get_relation_name (DtRelationKind kind)
{
  g_return_val_if_fail ((guint) kind < DT_N_RELATION_KINDS, NULL);

  return _ (names[kind]);
}

static void
line_free (gpointer data)
{
  Line *line = data;

  g_free (line->target);
  g_free (line->other);
  g_free (line);
}

/* The other document, where there is just one. */
static void
show_other (Line *line)
{
  DtCatalog *catalog = line->owner->catalog;
  g_autofree char *name = NULL;
  const DtDocument *other = NULL;

  if (catalog != NULL && *line->target != '\0')
    other = dt_catalog_find_id (catalog, line->target);
  if (catalog != NULL && *line->target != '\0' && other == NULL)
    other = dt_catalog_resolve (catalog, line->target);

  g_free (line->other);
  line->other = other != NULL ? g_strdup (dt_document_get (other)->id) : NULL;
  name = other != NULL ? dt_document_to_string (other) : NULL;
  dui_form_row_set_help (DUI_FORM_ROW (line->row), name);
  gtk_widget_set_sensitive (line->open_button, other != NULL);
}

static void
tell (Line *line)
{
  if (!line->owner->filling)
    g_signal_emit (line->owner, signals[SIGNAL_CHANGED], 0);
}

/* Callbacks */

static void
typed_cb (Line *line)
{
  if (line->owner->filling)
    return;
  g_free (line->target);
  line->target = g_strstrip (dui_form_row_dup_text (DUI_FORM_ROW (line->row)));
  show_other (line);
  tell (line);
}

static void
kind_cb (Line *line)
{
  tell (line);
}

static void
day_cb (Line *line)
{
  g_autofree char *text = dui_editable_dup_text (GTK_EDITABLE (line->day_entry));
  gboolean good = dui_library_parse_date (text, FALSE, &line->date);

  dui_form_row_set_verdict (DUI_FORM_ROW (line->row),
                            good ? NULL : _ ("expected a day of the calendar such as 5/3/2026"));
  if (good)
    tell (line);
}

static void
open_cb (Line *line)
{
  if (line->other != NULL)
    {
      g_autofree char *id = g_strdup (line->other);

      g_signal_emit (line->owner, signals[SIGNAL_OPEN], 0, id);
    }
}

static void
drop_line (DuiLibraryRelations *self,
           Line *line)
{
  g_ptr_array_remove (self->lines, line);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), line->row);
}

/* The row goes in an idle: its button is still being pressed. */
static gboolean
remove_idle_cb (gpointer user_data)
{
  GtkWidget *row = user_data;
  DuiLibraryRelations *self = DUI_LIBRARY_RELATIONS (gtk_widget_get_ancestor (row, DUI_TYPE_LIBRARY_RELATIONS));

  for (guint i = 0; self != NULL && i < self->lines->len; i++)
    if (((Line *) g_ptr_array_index (self->lines, i))->row == row)
      {
        drop_line (self, g_ptr_array_index (self->lines, i));
        gtk_widget_grab_focus (self->add_button);
        g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
        break;
      }
  return G_SOURCE_REMOVE;
}

static void
remove_cb (Line *line)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, remove_idle_cb, g_object_ref (line->row), g_object_unref);
}

/* Rows */

static GtkWidget *
make_button (const char *icon,
             const char *name,
             GCallback callback,
             Line *line)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (button, "clicked", callback, line);
  dui_form_row_add_suffix (DUI_FORM_ROW (line->row), button);
  return button;
}

static void
make_below (Line *line,
            const DtRelation *relation)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *day = dui_library_format_date (relation->date);
  const char *words[DT_N_RELATION_KINDS + 1] = { NULL };

  for (guint i = 0; i < DT_N_RELATION_KINDS; i++)
    words[i] = _ (names[i]);
  line->kind_drop = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (words));
  gtk_drop_down_set_selected (line->kind_drop, relation->kind);
  gtk_widget_set_hexpand (GTK_WIDGET (line->kind_drop), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->kind_drop), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What it does to the other document"), -1);
  g_signal_connect_swapped (line->kind_drop, "notify::selected", G_CALLBACK (kind_cb), line);

  line->day_entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (line->day_entry), 10);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (line->day_entry), 10);
  gtk_editable_set_enable_undo (GTK_EDITABLE (line->day_entry), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (line->day_entry), day);
  gtk_entry_set_placeholder_text (GTK_ENTRY (line->day_entry), _ ("From…"));
  gtk_widget_set_tooltip_text (line->day_entry, _ ("From which day on; empty: from the day it takes effect"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->day_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("From which day on"), -1);
  dui_preedit_follow (line->day_entry);
  g_signal_connect_swapped (line->day_entry, "changed", G_CALLBACK (day_cb), line);

  gtk_widget_set_margin_top (box, 6);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (line->kind_drop));
  gtk_box_append (GTK_BOX (box), line->day_entry);
  dui_form_row_add_below (DUI_FORM_ROW (line->row), box);
}

static Line *
add_line (DuiLibraryRelations *self,
          const DtRelation *relation)
{
  Line *line = g_new0 (Line, 1);
  GtkWidget *editor;

  line->owner = self;
  line->target = g_strdup (relation->target);
  line->date = relation->date;
  line->row = dui_form_row_new (_ ("Number of the other document"), FALSE);
  g_object_set_data_full (G_OBJECT (line->row), "dui-line", line, line_free);
  editor = dui_form_row_get_editor (DUI_FORM_ROW (line->row));
  gtk_editable_set_text (GTK_EDITABLE (editor), relation->target);
  dui_preedit_follow (editor);
  g_signal_connect_swapped (editor, "changed", G_CALLBACK (typed_cb), line);
  g_signal_connect_swapped (editor, "preedit-changed", G_CALLBACK (typed_cb), line);
  make_below (line, relation);
  line->open_button = make_button ("go-next-symbolic", _ ("Show the other document"), G_CALLBACK (open_cb), line);
  line->remove_button = make_button ("user-trash-symbolic", _ ("Remove the relation"), G_CALLBACK (remove_cb), line);
  g_ptr_array_add (self->lines, line);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), line->row);
  show_other (line);
  return line;
}

static void
add_cb (DuiLibraryRelations *self)
{
  static const DtRelation empty = { DT_RELATION_AMENDS, "", DT_DATE_INIT };
  Line *line = add_line (self, &empty);

  gtk_widget_grab_focus (line->row);
}

/* GObject overrides */

static void
dui_library_relations_dispose (GObject *object)
{
  DuiLibraryRelations *self = DUI_LIBRARY_RELATIONS (object);

  self->filling = TRUE;
  while (self->lines != NULL && self->lines->len > 0)
    drop_line (self, g_ptr_array_index (self->lines, self->lines->len - 1));
  g_clear_pointer (&self->catalog, dt_catalog_unref);

  G_OBJECT_CLASS (dui_library_relations_parent_class)->dispose (object);
}

static void
dui_library_relations_finalize (GObject *object)
{
  DuiLibraryRelations *self = DUI_LIBRARY_RELATIONS (object);

  g_ptr_array_unref (self->lines);
  g_array_unref (self->relations);
  g_free (self->id);

  G_OBJECT_CLASS (dui_library_relations_parent_class)->finalize (object);
}

static void
dui_library_relations_class_init (DuiLibraryRelationsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = dui_library_relations_dispose;
  object_class->finalize = dui_library_relations_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_OPEN] = g_signal_new ("open", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
dui_library_relations_init (DuiLibraryRelations *self)
{
  self->lines = g_ptr_array_new ();
  self->relations = g_array_new (FALSE, TRUE, sizeof (DtRelation));
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->add_button, _ ("Add a relation"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a relation"), -1);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (add_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
}

/* Public functions */

const DtRelation *
dui_library_relations_get (DuiLibraryRelations *self,
                           guint *n_relations)
{
  g_return_val_if_fail (DUI_IS_LIBRARY_RELATIONS (self) && n_relations != NULL, NULL);

  g_array_set_size (self->relations, 0);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = g_ptr_array_index (self->lines, i);
      DtRelation relation = { (DtRelationKind) gtk_drop_down_get_selected (line->kind_drop), line->target, line->date };

      if (*line->target != '\0')
        g_array_append_val (self->relations, relation);
    }

  *n_relations = self->relations->len;
  return (const DtRelation *) self->relations->data;
}

static gboolean
shows (DuiLibraryRelations *self,
       const DtDocumentFields *fields)
{
  guint n;
  const DtRelation *shown = dui_library_relations_get (self, &n);

  if (n != fields->n_relations)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (shown[i].kind != fields->relations[i].kind || !dt_date_equal (shown[i].date, fields->relations[i].date) ||
        strcmp (shown[i].target, fields->relations[i].target) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
holds_word (DuiLibraryRelations *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    if (*dui_preedit_get (dui_form_row_get_editor (DUI_FORM_ROW (((Line *) g_ptr_array_index (self->lines, i))->row))) != '\0')
      return TRUE;

  return FALSE;
}

void
dui_library_relations_show (DuiLibraryRelations *self,
                            const DtDocument *document,
                            DtCatalog *catalog,
                            gboolean editable)
{
  const DtDocumentFields *fields = dt_document_get (document);

  g_return_if_fail (DUI_IS_LIBRARY_RELATIONS (self));

  if (catalog != self->catalog)
    {
      g_clear_pointer (&self->catalog, dt_catalog_unref);
      self->catalog = catalog != NULL ? dt_catalog_ref (catalog) : NULL;
    }

  self->filling = TRUE;
  /* A row without the other document is one of the entry it was added to. */
  if (g_strcmp0 (self->id, fields->id) != 0 || (!shows (self, fields) && !holds_word (self)))
    {
      g_free (self->id);
      self->id = g_strdup (fields->id);
      while (self->lines->len > 0)
        drop_line (self, g_ptr_array_index (self->lines, self->lines->len - 1));
      for (guint i = 0; i < fields->n_relations; i++)
        add_line (self, &fields->relations[i]);
    }
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = g_ptr_array_index (self->lines, i);

      show_other (line);
      gtk_editable_set_editable (GTK_EDITABLE (dui_form_row_get_editor (DUI_FORM_ROW (line->row))), editable);
      gtk_editable_set_editable (GTK_EDITABLE (line->day_entry), editable);
      gtk_widget_set_sensitive (GTK_WIDGET (line->kind_drop), editable);
      gtk_widget_set_sensitive (line->remove_button, editable);
    }
  gtk_widget_set_sensitive (self->add_button, editable);
  self->filling = FALSE;
}
