/* dui-text-paste.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-editor"

#include "config.h"

#include "editor/dui-text-paste.h"

#include "import/dt-import-html.h"
#include "model/dt-notation.h"

#include <string.h>

typedef struct
{
  GdkClipboard *clipboard;
  GCancellable *cancellable;
  DuiPasteFunc function;
  gpointer user_data;
  gboolean plain;
} Paste;

static void
paste_free (Paste *self)
{
  g_object_unref (self->clipboard);
  g_clear_object (&self->cancellable);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
hand_over (Paste *self,
           const char *text)
{
  if (*text != '\0' && !g_cancellable_is_cancelled (self->cancellable))
    self->function (text, self->user_data);
}

char *
dui_text_paste_convert (const char *text,
                        gboolean plain)
{
  if (!plain && dt_import_is_tsv (text))
    return dt_import_tsv_fragment (text);

  return dt_import_clean_text (text);
}

/* Callbacks */

static void
text_read_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (Paste) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autofree char *notation = NULL;

  if (text == NULL)
    return;

  notation = dui_text_paste_convert (text, self->plain);
  hand_over (self, notation);
}

static void
read_text (Paste *self)
{
  gdk_clipboard_read_text_async (self->clipboard, self->cancellable, text_read_cb, self);
}

static void
html_taken_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (Paste) self = user_data;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *notation = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, NULL) >= 0)
    {
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (source));
      notation = dt_import_html_fragment (bytes, NULL, NULL);
    }
  /* What cannot be read as HTML is there as text too. */
  if (notation == NULL || *notation == '\0')
    {
      read_text (g_steal_pointer (&self));
      return;
    }

  hand_over (self, notation);
}

static void
html_opened_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (Paste) self = user_data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) taken = NULL;
  GCancellable *cancellable = self->cancellable;

  if (stream == NULL)
    {
      if (!g_cancellable_is_cancelled (cancellable))
        read_text (g_steal_pointer (&self));
      return;
    }

  taken = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (taken, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, cancellable, html_taken_cb, g_steal_pointer (&self));
}

void
dui_text_paste (GdkClipboard *clipboard,
                gboolean plain,
                GCancellable *cancellable,
                DuiPasteFunc function,
                gpointer user_data)
{
  static const char *mime_types[] = { "text/html", NULL };
  GdkContentFormats *formats;
  Paste *self;

  g_return_if_fail (GDK_IS_CLIPBOARD (clipboard) && function != NULL);

  self = g_new0 (Paste, 1);
  self->clipboard = g_object_ref (clipboard);
  self->cancellable = cancellable != NULL ? g_object_ref (cancellable) : NULL;
  self->function = function;
  self->user_data = user_data;
  self->plain = plain;

  formats = gdk_clipboard_get_formats (clipboard);
  if (plain || !gdk_content_formats_contain_mime_type (formats, "text/html"))
    read_text (self);
  else
    gdk_clipboard_read_async (clipboard, mime_types, G_PRIORITY_DEFAULT, cancellable, html_opened_cb, self);
}

static gsize
measure_marker (const char *line)
{
  g_autofree char *first = g_strdup_printf ("%.*sx", (int) strcspn (line, "\n"), line);
  g_autoptr (DtBody) body = dt_body_parse (first);
  guint n_lines;
  const DtLine *lines = dt_body_get_lines (body, &n_lines);

  return n_lines > 0 && lines[0].kind != DT_LINE_TABLE ? lines[0].marker : 0;
}

char *
dui_text_paste_fit (const char *before,
                    const char *after,
                    const char *fragment)
{
  const char *line = strrchr (before, '\n');
  gboolean table_first = *fragment == '|';
  gboolean table_last;
  const char *last = strrchr (fragment, '\n');

  line = line != NULL ? line + 1 : before;
  last = last != NULL ? last + 1 : fragment;
  table_last = *last == '|';
  /* On a line that is only a marker, the one of the fragment would be the second. */
  if (*line != '\0' && measure_marker (line) == strlen (line))
    fragment += measure_marker (fragment);

  return g_strconcat (table_first && strspn (line, " \t") < strlen (line) ? "\n" : "", fragment,
                      table_last && *after != '\0' && *after != '\n' ? "\n" : "", NULL);
}
