/* dui-recent.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-recent"

#include "config.h"

#include "start/dui-recent.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <gtk/gtk.h>
#include <string.h>

#define PROGRAM "duthao"
#define MIME_TYPE "application/vnd.duthao.plan+xml"

static void
recent_free (gpointer data)
{
  DuiRecent *self = data;

  g_free (self->draft);
  g_clear_object (&self->file);
  g_free (self->path);
  g_free (self->title);
  g_free (self);
}

static int
get_order (const DuiRecent *self)
{
  if (self->draft != NULL)
    return self->file != NULL;

  return self->gone ? 3 : 2;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const DuiRecent *first = *(const DuiRecent *const *) a;
  const DuiRecent *second = *(const DuiRecent *const *) b;

  if (get_order (first) != get_order (second))
    return get_order (first) - get_order (second);

  return (first->time < second->time) - (first->time > second->time);
}

static void
add_drafts (DuiDrafts *drafts,
            GPtrArray *list,
            GHashTable *seen)
{
  g_autoptr (GPtrArray) found = dui_drafts_list (drafts);

  for (guint i = 0; i < found->len; i++)
    {
      const DuiDraft *draft = g_ptr_array_index (found, i);
      DuiRecent *recent = g_new0 (DuiRecent, 1);

      recent->draft = g_strdup (draft->id);
      recent->file = draft->file != NULL ? g_object_ref (draft->file) : NULL;
      recent->path = dui_drafts_dup_path (drafts, draft->id);
      recent->title = g_strdup (draft->title);
      recent->time = draft->time;
      g_ptr_array_add (list, recent);
      if (draft->file != NULL)
        g_hash_table_add (seen, g_file_get_uri (draft->file));
    }
}

static void
add_file (GtkRecentInfo *info,
          GPtrArray *list,
          GHashTable *seen)
{
  const char *uri = gtk_recent_info_get_uri (info);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  g_autofree char *path = g_file_get_path (file);
  DuiRecent *recent;
  GStatBuf status;

  if (path == NULL || g_hash_table_contains (seen, uri))
    return;

  recent = g_new0 (DuiRecent, 1);
  recent->gone = g_stat (path, &status) != 0;
  recent->file = g_object_ref (file);
  recent->title = g_filename_display_basename (path);
  recent->path = g_steal_pointer (&path);
  recent->time = recent->gone ? g_date_time_to_unix (gtk_recent_info_get_modified (info)) : (gint64) status.st_mtime;
  g_ptr_array_add (list, recent);
}

/**
 * dui_recent_list:
 * @drafts: (nullable): what is kept unsaved
 *
 * Lists the plans that were worked on.
 *
 * Returns: (transfer full) (element-type DuiRecent): the list
 */
GPtrArray *
dui_recent_list (DuiDrafts *drafts)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (recent_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  if (drafts != NULL)
    add_drafts (drafts, list, seen);
  for (GList *l = items; l != NULL; l = l->next)
    if (gtk_recent_info_has_application (l->data, PROGRAM))
      add_file (l->data, list, seen);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);

  g_ptr_array_sort (list, compare);
  return list;
}

void
dui_recent_note (GFile *file)
{
  g_autofree char *uri = NULL;
  GtkRecentData data = { NULL, NULL, (char *) MIME_TYPE, (char *) PROGRAM, (char *) PROGRAM " %u", NULL, FALSE };

  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

void
dui_recent_forget (GFile *file)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (G_IS_FILE (file));

  uri = g_file_get_uri (file);
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

char *
dui_recent_describe_time (gint64 time,
                          GDateTime *now)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_unix_local (time);
  g_autofree char *clock = NULL;
  GDate day;
  GDate today;
  int days;

  g_return_val_if_fail (now != NULL, NULL);

  if (then == NULL)
    return g_strdup ("");

  clock = g_date_time_format (then, "%H:%M");
  g_date_clear (&day, 1);
  g_date_clear (&today, 1);
  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (then), (GDateMonth) g_date_time_get_month (then),
                  (GDateYear) g_date_time_get_year (then));
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now), (GDateMonth) g_date_time_get_month (now),
                  (GDateYear) g_date_time_get_year (now));
  days = g_date_days_between (&day, &today);

  if (days == 0)
    /* Translators: %s is the time, such as 10:42. */
    return g_strdup_printf (_ ("today, %s"), clock);
  if (days == 1)
    /* Translators: %s is the time, such as 10:42. */
    return g_strdup_printf (_ ("yesterday, %s"), clock);

  return g_strdup_printf ("%02d/%d/%d", g_date_time_get_day_of_month (then), g_date_time_get_month (then),
                          g_date_time_get_year (then));
}

char *
dui_recent_describe_number (DtPlan *plan)
{
  DtNode *head;
  const char *number;
  const char *symbol;

  g_return_val_if_fail (plan != NULL, NULL);

  head = dt_plan_find (plan, "head");
  number = head != NULL ? dt_node_get_attribute (head, DT_ATTR_NUMBER) : NULL;
  symbol = head != NULL ? dt_node_get_attribute (head, DT_ATTR_SYMBOL) : NULL;
  if (number == NULL && symbol == NULL)
    return NULL;

  return g_strdup_printf ("%s/%s", number != NULL ? number : "…", symbol != NULL ? symbol : "");
}
