/* dui-text-buffer.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-editor"

#include "config.h"

#include "editor/dui-text-buffer.h"

#include <string.h>

char *
dui_text_buffer_dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

gsize
dui_text_iter_get_byte (const GtkTextIter *iter)
{
  GtkTextIter line = *iter;
  gsize byte = (gsize) gtk_text_iter_get_line_index (iter);

  gtk_text_iter_set_line_offset (&line, 0);
  while (gtk_text_iter_backward_line (&line))
    byte += (gsize) gtk_text_iter_get_bytes_in_line (&line);

  return byte;
}

void
dui_text_buffer_get_iter_at_byte (GtkTextBuffer *buffer,
                                  GtkTextIter *iter,
                                  gsize byte)
{
  GtkTextIter end;
  g_autofree char *text = NULL;
  const char *stop;

  gtk_text_buffer_get_start_iter (buffer, iter);
  while (byte >= (gsize) gtk_text_iter_get_bytes_in_line (iter))
    {
      byte -= (gsize) gtk_text_iter_get_bytes_in_line (iter);
      if (!gtk_text_iter_forward_line (iter))
        {
          gtk_text_buffer_get_end_iter (buffer, iter);
          return;
        }
    }

  end = *iter;
  gtk_text_iter_forward_line (&end);
  text = gtk_text_iter_get_text (iter, &end);
  for (stop = text + byte; stop > text && (*stop & 0xc0) == 0x80; stop--)
    ;
  gtk_text_iter_set_line_index (iter, (int) (stop - text));
}

static void
replace (GtkTextBuffer *buffer,
         gsize start,
         gsize end,
         const char *text,
         gsize length)
{
  GtkTextIter from;
  GtkTextIter to;

  dui_text_buffer_get_iter_at_byte (buffer, &from, start);
  dui_text_buffer_get_iter_at_byte (buffer, &to, end);
  if (end > start)
    gtk_text_buffer_delete (buffer, &from, &to);
  if (length > 0)
    gtk_text_buffer_insert (buffer, &from, text, (int) length);
}

void
dui_text_buffer_refill (GtkTextBuffer *buffer,
                        const char *text)
{
  g_autofree char *before = dui_text_buffer_dup_text (buffer);
  gsize start;
  gsize end;
  gsize new_end;

  if (!dui_text_diff (before, text, &start, &end, &new_end))
    return;

  gtk_text_buffer_begin_user_action (buffer);
  replace (buffer, start, end, text + start, new_end - start);
  gtk_text_buffer_end_user_action (buffer);
}

void
dui_text_buffer_apply (GtkTextBuffer *buffer,
                       const DuiTextChange *change)
{
  GtkTextIter caret;
  GtkTextIter bound;

  gtk_text_buffer_begin_user_action (buffer);
  if (change->end > change->start || change->text[0] != '\0')
    replace (buffer, change->start, change->end, change->text, strlen (change->text));
  dui_text_buffer_get_iter_at_byte (buffer, &caret, change->caret);
  dui_text_buffer_get_iter_at_byte (buffer, &bound, change->bound);
  gtk_text_buffer_select_range (buffer, &caret, &bound);
  gtk_text_buffer_end_user_action (buffer);
}
