/* dui-library-facts.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/dui-library-facts.h"

#include <glib/gi18n.h>

#define LINK_KEY "dui-link"

static const char *const incoming[DT_N_RELATION_KINDS] = {
  [DT_RELATION_AMENDS] = N_ ("Amended by"),
  [DT_RELATION_REPLACES] = N_ ("Replaced by"),
  [DT_RELATION_REPEALS] = N_ ("Repealed by"),
  [DT_RELATION_IMPLEMENTS] = N_ ("Implemented by"),
};

static GtkWidget *
make_row (const DtIncoming *from)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *name = dt_document_to_string (from->from);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (incoming[from->kind]));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), name);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), LINK_KEY, g_strdup (dt_document_get (from->from)->id), g_free);

  return row;
}

guint
dui_library_show_incoming (GtkListBox *list,
                           DtCatalog *catalog,
                           const char *id)
{
  const DtDocument *document = catalog != NULL ? dt_catalog_find_id (catalog, id) : NULL;
  guint n = document != NULL ? dt_catalog_get_n_incoming (catalog, document) : 0;
  GtkListBoxRow *row;

  g_return_val_if_fail (GTK_IS_LIST_BOX (list), 0);

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
  for (guint i = 0; i < n; i++)
    {
      DtIncoming from;

      dt_catalog_get_incoming (catalog, document, i, &from);
      gtk_list_box_append (list, make_row (&from));
    }

  return n;
}

const char *
dui_library_get_link (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), LINK_KEY);
}
