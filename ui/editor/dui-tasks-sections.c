/* dui-tasks-sections.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "editor/dui-tasks-sections.h"

#include "editor/dui-outline-model.h"

#include <glib/gi18n.h>
#include <string.h>

/* How much of a title fits into a menu, in characters. */
#define MAX_TITLE 50

static void
free_section (gpointer data)
{
  DuiTasksSection *section = data;

  g_free (section->id);
  g_free (section->number);
  g_free (section->name);
  g_free (section);
}

/* "1." below "II." is "II.1"; "1.1." below "1." says it already. */
static char *
make_number (const char *own,
             const char *above)
{
  g_autofree char *bare = g_strdup (own);

  g_strchomp (bare);
  if (g_str_has_suffix (bare, ".") || g_str_has_suffix (bare, ")"))
    bare[strlen (bare) - 1] = '\0';
  if (above == NULL || *above == '\0' || *bare == '\0' || g_str_has_prefix (bare, above))
    return g_steal_pointer (&bare);

  return g_strdup_printf ("%s.%s", above, bare);
}

static DuiTasksSection *
make_section (DuiOutlineItem *item,
              const char *number)
{
  DuiTasksSection *section = g_new0 (DuiTasksSection, 1);
  const char *title = dui_outline_item_get_title (item);
  g_autofree char *start = g_utf8_substring (title, 0, MIN (MAX_TITLE, g_utf8_strlen (title, -1)));
  const char *more = g_str_equal (start, title) ? "" : "…";

  section->id = g_strdup (dui_outline_item_get_reference (item));
  section->number = g_strdup (*number != '\0' ? number : title);
  section->name = *number != '\0' ? g_strdup_printf ("%s. %s%s", number, start, more) : g_strconcat (start, more, NULL);

  return section;
}

GPtrArray *
dui_tasks_list_sections (DtPlan *plan,
                         DtLibrary *library)
{
  g_autoptr (DuiOutlineModel) outline = dui_outline_model_new ();
  GPtrArray *sections = g_ptr_array_new_with_free_func (free_section);
  /* The numbers on the way to the section, by depth. */
  g_autoptr (GPtrArray) path = g_ptr_array_new_with_free_func (g_free);

  dui_outline_model_set_library (outline, library);
  dui_outline_model_set_plan (outline, plan);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (outline)); i++)
    {
      g_autoptr (DuiOutlineItem) item = g_list_model_get_item (G_LIST_MODEL (outline), i);
      guint depth = dui_outline_item_get_depth (item);
      char *number;

      if (!dui_outline_item_can_move (item))
        continue;
      if (path->len > depth)
        g_ptr_array_set_size (path, (int) depth);
      number = make_number (dui_outline_item_get_number (item), path->len > 0 ? g_ptr_array_index (path, path->len - 1) : NULL);
      g_ptr_array_add (path, number);
      g_ptr_array_add (sections, make_section (item, number));
    }

  return sections;
}

const DuiTasksSection *
dui_tasks_find_section_in (GPtrArray *sections,
                           const char *id)
{
  for (guint i = 0; id != NULL && i < sections->len; i++)
    {
      const DuiTasksSection *section = g_ptr_array_index (sections, i);

      if (g_str_equal (section->id, id))
        return section;
    }

  return NULL;
}

GMenuModel *
dui_tasks_make_section_menu (GPtrArray *sections,
                             const char *action)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i <= sections->len; i++)
    {
      const DuiTasksSection *section = i > 0 ? g_ptr_array_index (sections, i - 1) : NULL;
      g_autoptr (GMenuItem) item = g_menu_item_new (section != NULL ? section->name : _ ("No section"), NULL);

      g_menu_item_set_action_and_target (item, action, "s", section != NULL ? section->id : "");
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}
