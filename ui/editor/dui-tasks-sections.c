/* dui-tasks-sections.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "editor/dui-tasks-sections.h"

#include "editor/dui-outline-model.h"

/* How much of a title fits into a cell, in characters. */
#define MAX_TITLE 24

GtkStringList *
dui_tasks_list_sections (DtPlan *plan,
                         GPtrArray *ids)
{
  g_autoptr (DuiOutlineModel) outline = dui_outline_model_new ();
  GtkStringList *names = gtk_string_list_new (NULL);

  dui_outline_model_set_plan (outline, plan);
  g_ptr_array_set_size (ids, 0);
  gtk_string_list_append (names, "—");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (outline)); i++)
    {
      g_autoptr (DuiOutlineItem) item = g_list_model_get_item (G_LIST_MODEL (outline), i);
      g_autofree char *start = NULL;
      g_autofree char *name = NULL;
      const char *title;

      if (!dui_outline_item_can_move (item))
        continue;
      title = dui_outline_item_get_title (item);
      start = g_utf8_substring (title, 0, MIN (MAX_TITLE, g_utf8_strlen (title, -1)));
      name = g_strdup_printf ("%s %s%s", dui_outline_item_get_number (item), start, g_str_equal (start, title) ? "" : "…");
      gtk_string_list_append (names, name);
      g_ptr_array_add (ids, g_strdup (dui_outline_item_get_reference (item)));
    }

  return names;
}
