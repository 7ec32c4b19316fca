/* dt-export-pdf-update.c - what Cairo cannot say of a PDF, appended to it
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-export-pdf-update"

#include "config.h"

#include "export/dt-export-pdf-update.h"

#include <string.h>

/* A row of the classic cross-reference table: "0000000476 00000 n \n". */
#define XREF_ROW 20
/* "startxref", a number and the end mark fit in this. */
#define TAIL_SIZE 64

/* What the end of a file says of it. Offsets are bytes from its start. */
typedef struct
{
  const char *data;
  gsize size;
  gsize xref;
  gsize rows; /* first row of the table */
  guint n_objects;
  guint root;
  guint info;
} Tail;

/* The dictionary of an object, from "<<" to just before the closing ">>". */
typedef struct
{
  const char *start;
  gsize length;
} Dictionary;

/* Finds @needle in the bytes from @from up to @end. */
static const char *
find (const char *from,
      const char *end,
      const char *needle)
{
  return from <= end ? g_strstr_len (from, end - from, needle) : NULL;
}

/* Reads digits at @at and steps over them. */
static gboolean
read_number (const char **at,
             const char *end,
             gsize *number)
{
  const char *digits = *at;

  *number = 0;
  while (*at < end && g_ascii_isdigit (**at) && *number < G_MAXSIZE / 16)
    *number = *number * 10 + (gsize) (*(*at)++ - '0');

  return *at > digits && (*at == end || !g_ascii_isdigit (**at));
}

static gboolean
read_literal (const char **at,
              const char *end,
              const char *literal)
{
  gsize length = strlen (literal);

  if ((gsize) (end - *at) < length || memcmp (*at, literal, length) != 0)
    return FALSE;

  *at += length;
  return TRUE;
}

/* The number of the object that "/Key N 0 R" points to. */
static gboolean
read_reference (const char *from,
                const char *end,
                const char *key,
                guint n_objects,
                guint *object)
{
  const char *at = find (from, end, key);
  gsize number;

  if (at == NULL)
    return FALSE;

  at += strlen (key);
  if (!read_number (&at, end, &number) || !read_literal (&at, end, " 0 R"))
    return FALSE;

  *object = (guint) number;
  return number > 0 && number < n_objects;
}

static gboolean
read_tail (const char *data,
           gsize size,
           Tail *tail)
{
  const char *end;
  const char *at;
  gsize n_objects;

  if (size < 2 * TAIL_SIZE)
    return FALSE;
  end = data + size;

  at = find (end - TAIL_SIZE, end, "startxref\n");
  if (at == NULL)
    return FALSE;

  at += strlen ("startxref\n");
  if (!read_number (&at, end, &tail->xref) || !read_literal (&at, end, "\n%%EOF") || tail->xref >= size)
    return FALSE;

  /* One table over all objects, and the trailer right behind it. */
  at = data + tail->xref;
  if (!read_literal (&at, end, "xref\n0 ") || !read_number (&at, end, &n_objects) || !read_literal (&at, end, "\n"))
    return FALSE;

  tail->rows = at - data;
  if (n_objects > G_MAXINT32 || (gsize) (end - at) / XREF_ROW < n_objects)
    return FALSE;

  at += n_objects * XREF_ROW;
  if (!read_literal (&at, end, "trailer\n"))
    return FALSE;

  tail->data = data;
  tail->size = size;
  tail->n_objects = (guint) n_objects;

  return find (at, end, "/Prev") == NULL &&
         read_reference (at, end, "/Root ", tail->n_objects, &tail->root) &&
         read_reference (at, end, "/Info ", tail->n_objects, &tail->info);
}

static gboolean
read_dictionary (const Tail *tail,
                 guint object,
                 Dictionary *dictionary)
{
  const char *end = tail->data + tail->xref;
  const char *at = tail->data + tail->rows + (gsize) object * XREF_ROW;
  const char *close;
  gsize offset;
  gsize number;

  if (!read_number (&at, at + 10, &offset) || !read_literal (&at, tail->data + tail->size, " 00000 n ") ||
      offset >= tail->xref)
    return FALSE;

  at = tail->data + offset;
  if (!read_number (&at, end, &number) || number != object ||
      !read_literal (&at, end, " 0 obj\n") || !g_str_has_prefix (at, "<<"))
    return FALSE;

  close = find (at, end, ">>\nendobj");
  if (close == NULL)
    return FALSE;

  dictionary->start = at;
  dictionary->length = close - at;
  return TRUE;
}

/* A text string: UTF-16, big end first, behind a byte order mark, in hexadecimal. */
static void
append_text (GString *out,
             const char *text)
{
  g_autofree gunichar2 *units = NULL;
  glong n_units = 0;

  units = g_utf8_to_utf16 (text, -1, NULL, &n_units, NULL);
  g_string_append (out, "<FEFF");
  for (glong i = 0; i < n_units; i++)
    g_string_append_printf (out, "%04X", units[i]);
  g_string_append_c (out, '>');
}

static void
append_catalog (GString *out,
                const Tail *tail,
                const Dictionary *catalog,
                const char *language)
{
  g_string_append_printf (out, "%u 0 obj\n", tail->root);
  g_string_append_len (out, catalog->start, catalog->length);
  g_string_append_printf (out, "   /Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n", language);
}

static void
append_info (GString *out,
             const Tail *tail,
             const Dictionary *info,
             const DtPdfField *fields,
             guint n_fields)
{
  g_string_append_printf (out, "%u 0 obj\n", tail->info);
  g_string_append_len (out, info->start, info->length);
  for (guint i = 0; i < n_fields; i++)
    {
      g_string_append_printf (out, "   /%s ", fields[i].key);
      append_text (out, fields[i].value);
      g_string_append_c (out, '\n');
    }
  g_string_append (out, ">>\nendobj\n");
}

static void
append_xref_row (GString *out,
                 guint object,
                 gsize offset)
{
  g_string_append_printf (out, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", object, offset);
}

/* Language tags stand in a plain string and need no escapes. */
static gboolean
is_language_tag (const char *language)
{
  for (const char *p = language; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return FALSE;

  return *language != '\0';
}

gboolean
dt_pdf_update_append (GByteArray *pdf,
                      const char *language,
                      const DtPdfField *fields,
                      guint n_fields)
{
  g_autoptr (GString) out = NULL;
  g_autoptr (GChecksum) checksum = NULL;
  Dictionary catalog;
  Dictionary info;
  gsize catalog_offset;
  gsize info_offset;
  gsize xref_offset;
  Tail tail;

  g_return_val_if_fail (pdf != NULL, FALSE);
  g_return_val_if_fail (language != NULL, FALSE);

  if (!is_language_tag (language) ||
      !read_tail ((const char *) pdf->data, pdf->len, &tail) ||
      !read_dictionary (&tail, tail.root, &catalog) ||
      !read_dictionary (&tail, tail.info, &info) ||
      find (catalog.start, catalog.start + catalog.length, "/Type /Catalog") == NULL ||
      find (catalog.start, catalog.start + catalog.length, "/Lang") != NULL ||
      find (catalog.start, catalog.start + catalog.length, "/ViewerPreferences") != NULL)
    return FALSE;

  out = g_string_sized_new (2048);
  g_string_append_c (out, '\n');
  catalog_offset = pdf->len + out->len;
  append_catalog (out, &tail, &catalog, language);
  info_offset = pdf->len + out->len;
  append_info (out, &tail, &info, fields, n_fields);
  xref_offset = pdf->len + out->len;

  /* Names the file by what it holds: MD5 is only an identifier here. */
  checksum = g_checksum_new (G_CHECKSUM_MD5);
  g_checksum_update (checksum, pdf->data, pdf->len);
  g_checksum_update (checksum, (const guchar *) out->str, out->len);

  g_string_append (out, "xref\n");
  append_xref_row (out, MIN (tail.root, tail.info), tail.root < tail.info ? catalog_offset : info_offset);
  append_xref_row (out, MAX (tail.root, tail.info), tail.root < tail.info ? info_offset : catalog_offset);
  g_string_append_printf (out, "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %" G_GSIZE_FORMAT "\n",
                          tail.n_objects, tail.root, tail.info, tail.xref);
  g_string_append_printf (out, "   /ID [<%s> <%s>]\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          g_checksum_get_string (checksum), g_checksum_get_string (checksum), xref_offset);

  g_byte_array_append (pdf, (const guint8 *) out->str, out->len);
  return TRUE;
}
