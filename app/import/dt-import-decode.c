/* dt-import-decode.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-private.h"

#include "base/dt-xml-reader.h"
#include "text/dt-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/*
 * From the bytes of a file to composed UTF-8. What is not text at all is
 * refused here with its line and column; the rest of the import can rely on
 * valid, normal text.
 */

/* Putting the accents of one letter into order takes the square of their number, so a text with
 * more of them than any language has is refused. */
#define MAX_MARKS 64

static void
set_place_error (GError **error,
                 const char *name,
                 const char *start,
                 const char *at,
                 const char *message)
{
  g_autofree char *prefix = NULL;
  guint line = 1;
  const char *line_start = start;

  for (const char *p = start; p < at; p++)
    {
      if (*p == '\n')
        {
          line++;
          line_start = p + 1;
        }
    }

  prefix = dt_place_prefix (name, line, (guint) g_utf8_strlen (line_start, at - line_start) + 1);
  g_set_error (error, DT_IMPORT_ERROR, DT_IMPORT_ERROR_ENCODING, "%s%s", prefix, message);
}

static char *
decode_utf16 (const guchar *data,
              gsize size,
              gboolean big_endian,
              const char *name,
              GError **error)
{
  gsize n = size / 2;
  g_autofree gunichar2 *units = g_new (gunichar2, n + 1);
  glong n_read = 0;
  glong n_written = 0;
  char *text;

  for (gsize i = 0; i < n; i++)
    units[i] = big_endian
                 ? (gunichar2) (data[2 * i] << 8 | data[2 * i + 1])
                 : (gunichar2) (data[2 * i + 1] << 8 | data[2 * i]);

  text = g_utf16_to_utf8 (units, (glong) n, &n_read, &n_written, NULL);
  if (text == NULL || size % 2 != 0 || (gsize) n_read != n || strlen (text) != (gsize) n_written)
    {
      g_free (text);
      g_set_error (error, DT_IMPORT_ERROR, DT_IMPORT_ERROR_ENCODING,
                   _ ("%s: expected UTF-16 text after its byte order mark, unit %ld is none"),
                   name, n_read + 1);
      return NULL;
    }

  return text;
}

/* Where a letter carries more marks than a letter can, or NULL. */
static const char *
find_mark_heap (const char *text)
{
  guint n_marks = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((guchar) *p < 0x80 || !g_unichar_ismark (g_utf8_get_char (p)))
        n_marks = 0;
      else if (++n_marks > MAX_MARKS)
        return p;
    }

  return NULL;
}

static guint
find_line_not_normal (const char *text)
{
  guint line = 1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '\n')
        line++;
      else if ((guchar) *p >= 0x80 && g_unichar_ismark (g_utf8_get_char (p)))
        return line;
    }

  return 1;
}

/* Characters that show nothing and mean nothing in a plan: controls, zero width marks, soft hyphens, marks of
 * byte order, and code points that are no characters. Ends of lines and form feeds stay. */
static gboolean
is_invisible (gunichar c)
{
  if (c < 0x20)
    return c < '\t' || c > '\r';

  return (c >= 0x7f && c < 0xa0 && c != 0x85) || c == 0x00ad || c == 0x200b || c == 0x200e ||
         c == 0x200f || c == 0x2060 || c == 0xfeff || (c >= 0xfdd0 && c <= 0xfdef) ||
         (c & 0xfffe) == 0xfffe;
}

/* They go before accents are composed: one could stand between a letter and its accent. */
static void
drop_invisible (DtImport *self,
                char *text)
{
  char *out = text;
  guint line = 1;
  gboolean reported = FALSE;

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      gsize length = (gsize) (g_utf8_next_char (p) - p);

      line += c == '\n';
      if (!is_invisible (c))
        {
          memmove (out, p, length);
          out += length;
        }
      else if (!reported)
        {
          g_autofree char *code = g_strdup_printf ("U+%04X", c);

          dt_import_report (self, DT_IMPORT_CONTROL, line, code, NULL);
          reported = TRUE;
        }
      p += length;
    }
  *out = '\0';
}

static char *
make_normal (DtImport *self,
             char *text,
             GError **error)
{
  const char *heap;
  char *normal;

  drop_invisible (self, text);
  heap = find_mark_heap (text);
  if (heap != NULL)
    {
      set_place_error (error, self->name, text, heap,
                       _ ("expected text, found a letter with too many accents"));
      g_free (text);
      return NULL;
    }
  if (dt_text_is_nfc (text))
    return text;

  normal = dt_text_to_nfc (text);
  dt_import_report (self, DT_IMPORT_NOT_NFC, find_line_not_normal (text), NULL, NULL);
  g_free (text);

  return normal;
}

/**
 * dt_import_decode:
 * @self: the import
 * @bytes: content of a file: UTF-8, or UTF-16 with a byte order mark
 * @error: return location for an error
 *
 * Returns: (transfer full): composed UTF-8 without a byte order mark, or
 *   %NULL with @error set to a %DT_IMPORT_ERROR
 */
char *
dt_import_decode (DtImport *self,
                  GBytes *bytes,
                  GError **error)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  const char *end;
  char *text;

  if (size > DT_IMPORT_CAP)
    {
      g_autofree char *cap = g_format_size_full (DT_IMPORT_CAP, G_FORMAT_SIZE_IEC_UNITS);

      g_set_error (error, DT_IMPORT_ERROR, DT_IMPORT_ERROR_TOO_LARGE,
                   _ ("%s: too large, at most %s are read"), self->name, cap);
      return NULL;
    }

  if (size >= 2 && ((data[0] == 0xff && data[1] == 0xfe) || (data[0] == 0xfe && data[1] == 0xff)))
    {
      text = decode_utf16 (data + 2, size - 2, data[0] == 0xfe, self->name, error);
      return text != NULL ? make_normal (self, text, error) : NULL;
    }

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  if (size > 0 && !g_utf8_validate ((const char *) data, (gssize) size, &end))
    {
      set_place_error (error, self->name, (const char *) data, end, _ ("expected UTF-8 text"));
      return NULL;
    }

  text = g_strndup (size > 0 ? (const char *) data : "", size);
  return make_normal (self, text, error);
}
