/* dui-outline-add.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-outline"

#include "config.h"

#include "editor/dui-outline-add.h"

#include "catalog/dt-pack.h"
#include "common/dui-editable-text.h"
#include "text/dt-text.h"

#include <glib/gi18n.h>
#include <string.h>

#define ID_KEY "dui-id"
#define GROUP_KEY "dui-group"
#define WORDS_KEY "dui-words"

struct _DuiOutlineAdd
{
  AdwBin parent_instance;

  char *query; /* folded */

  /* Template children */
  GtkSearchEntry *entry;
  GtkListBox *box;
};

enum
{
  CHOSEN,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DuiOutlineAdd, dui_outline_add, ADW_TYPE_BIN)

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static void
add_row (DuiOutlineAdd *self,
         const char *id,
         const char *group,
         const char *title,
         const char *summary)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *all = g_strjoin (" ", title, summary, NULL);
  g_autofree char *sentence = g_strjoin (". ", title, *summary != '\0' ? summary : NULL, NULL);

  gtk_widget_set_margin_top (lines, 4);
  gtk_widget_set_margin_bottom (lines, 4);
  gtk_box_append (GTK_BOX (lines), make_label (title, NULL));
  if (*summary != '\0')
    gtk_box_append (GTK_BOX (lines), make_label (summary, "caption"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), lines);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  g_object_set_data_full (G_OBJECT (row), ID_KEY, g_strdup (id), g_free);
  g_object_set_data_full (G_OBJECT (row), GROUP_KEY, g_strdup (group), g_free);
  g_object_set_data_full (G_OBJECT (row), WORDS_KEY, dt_text_fold (all), g_free);
  gtk_list_box_append (self->box, row);
}

static char *
find_pack_title (DuiEngine *engine,
                 const char *id)
{
  GPtrArray *packs = dui_engine_get_packs (engine);

  for (guint i = 0; i < packs->len; i++)
    if (g_strcmp0 (dt_pack_get_id (g_ptr_array_index (packs, i)), id) == 0)
      return g_strdup (dt_pack_get_title (g_ptr_array_index (packs, i)));

  return g_strdup (id);
}

/* Every word of the query begins a word of the row. */
static gboolean
matches (const char *words,
         const char *query)
{
  g_auto (GStrv) parts = g_strsplit (query, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *at = strstr (words, parts[i]);

      while (at != NULL && at != words && at[-1] != ' ')
        at = strstr (at + 1, parts[i]);
      if (at == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Callbacks */

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer user_data)
{
  DuiOutlineAdd *self = user_data;

  return self->query == NULL || matches (g_object_get_data (G_OBJECT (row), WORDS_KEY), self->query);
}

static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer user_data)
{
  const char *group = g_object_get_data (G_OBJECT (row), GROUP_KEY);
  const char *last = before != NULL ? g_object_get_data (G_OBJECT (before), GROUP_KEY) : "";
  GtkWidget *label;

  if (g_strcmp0 (group, last) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = make_label (group, NULL);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_bottom (label, 4);
  gtk_list_box_row_set_header (row, label);
}

static void
search_cb (DuiOutlineAdd *self)
{
  g_autofree char *text = dui_editable_dup_text (GTK_EDITABLE (self->entry));
  g_autofree char *normal = dt_text_to_nfc (text);
  g_autofree char *tidy = dt_text_collapse (normal);

  g_free (self->query);
  self->query = dt_text_fold (tidy);
  gtk_list_box_invalidate_filter (self->box);
}

static void
row_activated_cb (DuiOutlineAdd *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (row), ID_KEY));
}

/* Enter takes the first that is found. */
static void
activate_cb (DuiOutlineAdd *self)
{
  GtkListBoxRow *row;

  search_cb (self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->box, i)) != NULL; i++)
    if (filter_cb (row, self))
      {
        row_activated_cb (self, row);
        return;
      }
}

static void
close_cb (DuiOutlineAdd *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

/* Overrides */

static gboolean
dui_outline_add_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (DUI_OUTLINE_ADD (widget)->entry));
}

static void
dui_outline_add_finalize (GObject *object)
{
  g_free (DUI_OUTLINE_ADD (object)->query);

  G_OBJECT_CLASS (dui_outline_add_parent_class)->finalize (object);
}

static void
dui_outline_add_class_init (DuiOutlineAddClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = dui_outline_add_finalize;
  widget_class->grab_focus = dui_outline_add_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", DUI_TYPE_OUTLINE_ADD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CLOSED] = g_signal_new ("closed", DUI_TYPE_OUTLINE_ADD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/duthao/DuThao/editor/dui-outline-add.ui");
  gtk_widget_class_bind_template_child (widget_class, DuiOutlineAdd, entry);
  gtk_widget_class_bind_template_child (widget_class, DuiOutlineAdd, box);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_signal (widget_class, GDK_KEY_Escape, 0, "closed", NULL);
}

static void
dui_outline_add_init (DuiOutlineAdd *self)
{
  GtkEditable *delegate;

  gtk_widget_init_template (GTK_WIDGET (self));

  dui_preedit_follow (GTK_WIDGET (self->entry));
  delegate = gtk_editable_get_delegate (GTK_EDITABLE (self->entry));
  g_signal_connect_object (delegate, "preedit-changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_set_filter_func (self->box, filter_cb, self, NULL);
  gtk_list_box_set_header_func (self->box, header_cb, NULL, NULL);
}

/* Public functions */

void
dui_outline_add_start (DuiOutlineAdd *self,
                       DuiEngine *engine,
                       GHashTable *used)
{
  DtLibrary *library = dui_engine_get_library (engine);
  GtkListBoxRow *row;

  g_return_if_fail (DUI_IS_OUTLINE_ADD (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  while ((row = gtk_list_box_get_row_at_index (self->box, 0)) != NULL)
    gtk_list_box_remove (self->box, GTK_WIDGET (row));

  add_row (self, "", _ ("By yourself"), _ ("Blank section"), "");
  /* What the plan has not got yet comes first. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < dt_library_get_n (library); i++)
      {
        const DtTemplate *template = dt_library_get (library, i);
        gboolean is_used = used != NULL && g_hash_table_contains (used, dt_template_get_id (template));
        g_autofree char *group = NULL;

        if (dt_template_get_kind (template) != DT_TEMPLATE_SECTION || is_used != (pass == 1))
          continue;
        group = is_used ? g_strdup (_ ("Already in this document")) : find_pack_title (engine, dt_library_get_pack (library, i));
        add_row (self, dt_template_get_id (template), group, dt_template_get_title (template),
                 dt_template_get_summary (template));
      }
}
