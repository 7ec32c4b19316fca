/* dui-library-file.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dui-library"

#include "config.h"

#include "library/dui-library-file.h"

#include "base/dt-xml-reader.h"
#include "catalog/dt-catalog-file.h"

#include <stdio.h>
#include <string.h>

/* Bytes of an entry in the text: its "<" and what follows its last ">". */
typedef struct
{
  gsize start;
  gsize end;
} Span;

G_DEFINE_BOXED_TYPE (DuiLibraryFile, dui_library_file, dui_library_file_ref, dui_library_file_unref)

/* Places */

/* Where a line and a column, in characters, lie in the text. */
typedef struct
{
  const char *text;
  const char *line_start;
  guint line;
} Walker;

static gsize
find_offset (Walker *walker,
             guint line,
             guint column)
{
  const char *at;

  while (walker->line < line)
    {
      const char *end = strchr (walker->line_start, '\n');

      if (end == NULL)
        break;
      walker->line_start = end + 1;
      walker->line++;
    }

  at = walker->line_start;
  for (guint i = 1; i < column && *at != '\0'; i++)
    at = g_utf8_next_char (at);

  return (gsize) (at - walker->text);
}

/* From the "<" of a tag to behind its ">". */
static gsize
skip_tag (const char *text,
          gsize at,
          gboolean *is_empty)
{
  char quote = '\0';

  for (; text[at] != '\0'; at++)
    {
      if (quote != '\0')
        quote = text[at] == quote ? '\0' : quote;
      else if (text[at] == '"' || text[at] == '\'')
        quote = text[at];
      else if (text[at] == '>')
        break;
    }
  *is_empty = at > 0 && text[at - 1] == '/';

  return text[at] != '\0' ? at + 1 : at;
}

static void
find_spans (DuiLibraryFile *self,
            GBytes *bytes)
{
  g_autoptr (DtXmlReader) xml = dt_xml_reader_new (bytes, NULL, NULL, NULL);
  Walker walker = { self->text, self->text, 1 };
  Span span = { 0, 0 };
  gboolean is_empty = FALSE;
  DtXmlEvent event;

  if (xml == NULL)
    return;

  while ((event = dt_xml_reader_next (xml)) != DT_XML_EVENT_EOF)
    {
      if ((event != DT_XML_EVENT_START && event != DT_XML_EVENT_END) || !dt_xml_reader_is (xml, NULL, "document"))
        continue;
      if (event == DT_XML_EVENT_START)
        {
          span.start = find_offset (&walker, dt_xml_reader_get_line (xml), dt_xml_reader_get_column (xml));
          span.end = skip_tag (self->text, span.start, &is_empty);
          continue;
        }
      if (!is_empty)
        span.end = skip_tag (self->text, find_offset (&walker, dt_xml_reader_get_line (xml), dt_xml_reader_get_column (xml)),
                             &is_empty);
      g_array_append_val (self->spans, span);
    }
}

/* "12:5: message" */
static void
take_error (DuiLibraryFile *self,
            const char *message)
{
  int length = 0;

  if (sscanf (message, "%u:%u: %n", &self->line, &self->column, &length) < 2 || length == 0)
    {
      self->column = 0;
      length = 0;
      if (sscanf (message, "%u: %n", &self->line, &length) < 1 || length == 0)
        {
          self->line = 0;
          length = 0;
        }
    }
  self->message = g_strdup (message + length);
}

/* Life */

DuiLibraryFile *
dui_library_file_new (const char *text)
{
  DuiLibraryFile *self = g_atomic_rc_box_new0 (DuiLibraryFile);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (text == NULL)
    {
      bytes = dt_catalog_file_write (NULL, 0);
      self->text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
  else
    {
      self->text = g_strdup (text);
      bytes = g_bytes_new_static (self->text, strlen (self->text));
    }

  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  self->documents = dt_catalog_file_read (bytes, NULL, &error);
  if (self->documents != NULL)
    find_spans (self, bytes);
  else
    take_error (self, error->message);
  /* Each entry is found, or none: a text that no two readers agree about is not changed from outside. */
  if (self->documents != NULL && self->spans->len != self->documents->len)
    g_array_set_size (self->spans, 0);

  return self;
}

DuiLibraryFile *
dui_library_file_ref (DuiLibraryFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  DuiLibraryFile *self = data;

  g_free (self->text);
  g_free (self->message);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_array_unref (self->spans);
}

void
dui_library_file_unref (DuiLibraryFile *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

/* Questions */

int
dui_library_file_find (const DuiLibraryFile *self,
                       const char *id)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; id != NULL && self->documents != NULL && i < self->documents->len; i++)
    if (strcmp (dt_document_get (g_ptr_array_index (self->documents, i))->id, id) == 0)
      return (int) i;

  return -1;
}

DtDocument *
dui_library_file_get (const DuiLibraryFile *self,
                      int index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->documents != NULL && index >= 0 && (guint) index < self->documents->len
           ? g_ptr_array_index (self->documents, (guint) index)
           : NULL;
}

static guint
count_lines (const char *text,
             gsize end)
{
  guint n = 1;

  for (gsize i = 0; i < end && text[i] != '\0'; i++)
    n += text[i] == '\n';

  return n;
}

void
dui_library_file_get_lines (const DuiLibraryFile *self,
                            int index,
                            guint *first,
                            guint *last)
{
  const Span *span;

  g_return_if_fail (self != NULL && first != NULL && last != NULL);

  *first = 0;
  *last = 0;
  if (index < 0 || (guint) index >= self->spans->len)
    return;

  span = &g_array_index (self->spans, Span, index);
  *first = count_lines (self->text, span->start);
  *last = count_lines (self->text, span->end);
}

/* Changes */

/* An entry as the writer of catalogues writes it, without blanks around it. */
static char *
write_entry (DtDocument *document)
{
  g_autoptr (GBytes) bytes = dt_catalog_file_write (&document, 1);
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  const char *start = g_strstr_len (text, (gssize) size, "<document");
  const char *end = g_strrstr_len (text, (gssize) size, "</catalog>");

  g_return_val_if_fail (start != NULL && end != NULL, NULL);

  return g_strchomp (g_strndup (start, (gsize) (end - start)));
}

static char *
splice (const DuiLibraryFile *self,
        gsize start,
        gsize end,
        const char *before,
        const char *middle,
        const char *after)
{
  g_autofree char *head = g_strndup (self->text, start);

  return g_strconcat (head, before, middle, after, self->text + end, NULL);
}

/* The whole text anew, for one in which the entries are not found. */
static char *
write_all (const DuiLibraryFile *self,
           int without,
           DtDocument *with)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < self->documents->len; i++)
    if ((int) i != without)
      g_ptr_array_add (documents, g_ptr_array_index (self->documents, i));
  if (with != NULL)
    g_ptr_array_add (documents, with);
  bytes = dt_catalog_file_write ((DtDocument *const *) documents->pdata, documents->len);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

char *
dui_library_file_replace (const DuiLibraryFile *self,
                          int index,
                          DtDocument *document)
{
  g_autofree char *entry = NULL;
  const Span *span;

  g_return_val_if_fail (self != NULL && self->documents != NULL && document != NULL, NULL);
  g_return_val_if_fail (index >= 0 && (guint) index < self->documents->len, NULL);

  if (self->spans->len == 0)
    return write_all (self, index, document);

  entry = write_entry (document);
  span = &g_array_index (self->spans, Span, index);
  return splice (self, span->start, span->end, "", entry, "");
}

/* Where entries stand in the order of catalogues the new one finds its place; else it is the last. */
char *
dui_library_file_insert (const DuiLibraryFile *self,
                         DtDocument *document)
{
  g_autofree char *entry = NULL;
  const char *end;
  const Span *last;

  g_return_val_if_fail (self != NULL && self->documents != NULL && document != NULL, NULL);

  entry = write_entry (document);
  if (self->documents->len == 0 && (end = strstr (self->text, "</catalog>")) != NULL)
    return splice (self, (gsize) (end - self->text), (gsize) (end - self->text), "  ", entry, "\n");
  if (self->spans->len == 0)
    return write_all (self, -1, document);

  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);

      if (dt_document_compare (document, g_ptr_array_index (self->documents, i)) < 0)
        return splice (self, span->start, span->start, "", entry, "\n  ");
    }

  last = &g_array_index (self->spans, Span, self->spans->len - 1);
  return splice (self, last->end, last->end, "\n  ", entry, "");
}

char *
dui_library_file_remove (const DuiLibraryFile *self,
                         int index)
{
  const Span *span;
  gsize start;

  g_return_val_if_fail (self != NULL && self->documents != NULL, NULL);
  g_return_val_if_fail (index >= 0 && (guint) index < self->documents->len, NULL);

  if (self->spans->len == 0)
    return write_all (self, index, NULL);

  /* With the line it stands on. */
  span = &g_array_index (self->spans, Span, index);
  start = span->start;
  while (start > 0 && (self->text[start - 1] == ' ' || self->text[start - 1] == '\t'))
    start--;
  if (start > 0 && self->text[start - 1] == '\n')
    start--;
  return splice (self, start, span->end, "", "", "");
}
