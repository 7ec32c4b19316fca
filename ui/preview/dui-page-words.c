/* dui-page-words.c - what stands on a page, in words
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-page-map"

#include "config.h"

#include "preview/dui-page-map.h"

#include "text/dt-text.h"

/* Letters of a title that a screen reader says before the rest. */
#define TITLE_LENGTH 80

typedef struct
{
  GString *text;
  const DtBlock *block; /* the last one */
} Reader;

static void
read_item (const DtItem *item,
           gpointer user_data)
{
  Reader *self = user_data;

  if (item->kind != DT_ITEM_TEXT || item->block == NULL)
    return;

  if (self->block != NULL && self->block != item->block)
    g_string_append_c (self->text, '\n');
  self->block = item->block;
  g_string_append_len (self->text, item->text, (gssize) item->length);
}

/**
 * dui_page_map_dup_text:
 * @pages: pages
 * @page: one of them, counted from 0
 *
 * Gets the text of a page without its number, one paragraph a line.
 *
 * Returns: (transfer full): the text
 */
char *
dui_page_map_dup_text (const DtPages *pages,
                       guint page)
{
  Reader reader = { g_string_new (NULL), NULL };

  dt_page_foreach (dt_pages_get_page (pages, page), read_item, &reader);
  return g_string_free (reader.text, FALSE);
}

typedef struct
{
  const DtBlock *first; /* of all */
  const DtBlock *title;
  const DtBlock *second; /* goes on with it */
} Titles;

static gboolean
is_number_line (DtRole role)
{
  return role == DT_ROLE_TYPE_NAME || role == DT_ROLE_ANNEX || role == DT_ROLE_PART || role == DT_ROLE_DIVISION;
}

static gboolean
is_title (DtRole role)
{
  return is_number_line (role) || (role >= DT_ROLE_PART && role <= DT_ROLE_HEADING_3);
}

static void
find_title (const DtItem *item,
            gpointer user_data)
{
  Titles *self = user_data;

  if (item->kind != DT_ITEM_TEXT || item->block == NULL)
    return;

  if (self->first == NULL)
    self->first = item->block;
  if (self->title == NULL && is_title (item->role))
    self->title = item->block;
  else if (self->title != NULL && self->second == NULL && item->block != self->title)
    self->second = item->block;
}

/**
 * dui_page_map_dup_title:
 * @pages: pages
 * @page: one of them, counted from 0
 *
 * Gets what a page may be called: its first heading, with the title that
 * belongs to it, or else the words it starts with.
 *
 * Returns: (transfer full): one line, empty for an empty page
 */
char *
dui_page_map_dup_title (const DtPages *pages,
                        guint page)
{
  Titles titles = { NULL, NULL, NULL };
  g_autofree char *both = NULL;
  g_autofree char *line = NULL;
  g_autofree char *head = NULL;

  dt_page_foreach (dt_pages_get_page (pages, page), find_title, &titles);
  if (titles.title == NULL)
    titles.title = titles.first;
  if (titles.title == NULL)
    return g_strdup ("");

  if (is_number_line (titles.title->role) && titles.second != NULL)
    both = g_strconcat (titles.title->text, " ", titles.second->text, NULL);
  line = dt_text_collapse (both != NULL ? both : titles.title->text);
  if (g_utf8_strlen (line, -1) <= TITLE_LENGTH)
    return g_steal_pointer (&line);

  head = g_utf8_substring (line, 0, TITLE_LENGTH);
  return g_strconcat (head, "…", NULL);
}
