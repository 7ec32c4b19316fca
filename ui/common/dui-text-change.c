/* dui-text-change.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-common"

#include "config.h"

#include "common/dui-text-change.h"

#include <string.h>

/* Whether the byte goes on with a character that began before it. */
static gboolean
goes_on (char byte)
{
  return (byte & 0xc0) == 0x80;
}

void
dui_text_find_difference (const char *a,
                          const char *b,
                          gsize *start,
                          gsize *tail)
{
  gsize n_a = strlen (a);
  gsize n_b = strlen (b);
  gsize shorter = MIN (n_a, n_b);

  *start = 0;
  *tail = 0;
  while (*start < shorter && a[*start] == b[*start])
    (*start)++;
  while (*start > 0 && (goes_on (a[*start]) || goes_on (b[*start])))
    (*start)--;
  while (*tail < shorter - *start && a[n_a - 1 - *tail] == b[n_b - 1 - *tail])
    (*tail)++;
  while (*tail > 0 && (goes_on (a[n_a - *tail]) || goes_on (b[n_b - *tail])))
    (*tail)--;
}

/* What differs, in characters of @before, and what comes in its place. */
typedef struct
{
  int start;
  int end;
  const char *text;
  int length; /* of @text, in bytes */
} Change;

static Change
find_change (const char *before,
             const char *after)
{
  gsize start;
  gsize tail;

  dui_text_find_difference (before, after, &start, &tail);
  return (Change){
    .start = (int) g_utf8_strlen (before, (gssize) start),
    .end = (int) g_utf8_strlen (before, (gssize) (strlen (before) - tail)),
    .text = after + start,
    .length = (int) (strlen (after) - tail - start),
  };
}

void
dui_text_buffer_change (GtkTextBuffer *buffer,
                        const char *before,
                        const char *after,
                        GtkTextIter *end)
{
  Change change = find_change (before, after);
  GtkTextIter to;

  gtk_text_buffer_get_iter_at_offset (buffer, end, change.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &to, change.end);
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_delete (buffer, end, &to);
  gtk_text_buffer_insert (buffer, end, change.text, change.length);
  gtk_text_buffer_end_irreversible_action (buffer);
}

int
dui_editable_change (GtkEditable *editable,
                     const char *before,
                     const char *after)
{
  Change change = find_change (before, after);
  int position = change.start;

  gtk_editable_delete_text (editable, change.start, change.end);
  gtk_editable_insert_text (editable, change.text, change.length, &position);
  return position;
}
