/* dt-import-columns.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-steps-private.h"

#include "text/dt-text.h"

#include <string.h>

/* Two columns that a PDF reader wrote on one line: the head, recipients and signature. */

/* Fixed words of the head that composing writes itself. */
static const char *const national_words[] = {
  "cộng hòa xã hội chủ nghĩa việt nam",
  "cộng hoà xã hội chủ nghĩa việt nam",
  "độc lập - tự do - hạnh phúc",
  "độc lập – tự do – hạnh phúc",
  "độc lập-tự do-hạnh phúc",
};

static gsize
match_national (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (national_words); i++)
    {
      gsize width = dt_import_match_word (text, national_words[i]);

      if (width > 0)
        return width;
    }

  return 0;
}

gboolean
dt_import_is_national (const char *text)
{
  gsize width = match_national (text);

  return width > 0 && text[width] == '\0';
}

/* Where the national title begins inside a line that has the agency before it, or NULL. */
static const char *
find_national (const char *text)
{
  for (const char *p = strchr (text, ' '); p != NULL; p = strchr (p + 1, ' '))
    if (match_national (p + 1) > 0)
      return p + 1;

  return NULL;
}

static gboolean
ends_with (const char *text,
           gsize length,
           const char *word)
{
  gsize width = strlen (word);

  return length >= width && memcmp (text + length - width, word, width) == 0;
}

/* Whether the blanks before @next are the room for a number or a day, not that between two columns. */
static gboolean
is_blank_to_fill (const char *cell,
                  gsize length,
                  const char *next)
{
  return *next == '/' || ends_with (cell, length, "Số:") || ends_with (cell, length, "số") ||
         ends_with (cell, length, "ngày") || ends_with (cell, length, "tháng") ||
         ends_with (cell, length, "năm") || dt_import_match_word (next, "tháng") > 0 ||
         dt_import_match_word (next, "năm") > 0;
}

/**
 * dt_import_split_columns:
 * @self: the import
 * @raw: a line with all its blanks
 *
 * Takes the cells of two columns apart that stand on one line: at three blanks
 * or more, and before the national title.
 *
 * Returns: (transfer container) (element-type utf8): the cells, blanks made one
 */
GPtrArray *
dt_import_split_columns (DtImport *self,
                         const char *raw)
{
  GPtrArray *cells = g_ptr_array_new ();
  const char *start = raw;

  while (*start != '\0')
    {
      const char *end = start;
      const char *next = NULL;
      const char *national;
      g_autofree char *cell = NULL;
      g_autofree char *tidy = NULL;

      for (;;)
        {
          gsize width;

          end += strcspn (end, " \t");
          width = strspn (end, " \t");
          next = end + width;
          if (*next == '\0' ||
              ((width >= 3 || *end == '\t') && !is_blank_to_fill (start, (gsize) (end - start), next)))
            break;
          end = next;
        }

      cell = g_strndup (start, (gsize) (end - start));
      tidy = dt_text_collapse (cell);
      national = find_national (tidy);
      if (national != NULL)
        {
          g_ptr_array_add (cells, (gpointer) dt_import_keep (self, tidy, national - tidy - 1));
          g_ptr_array_add (cells, (gpointer) dt_import_keep (self, national, -1));
        }
      else if (*tidy != '\0')
        g_ptr_array_add (cells, (gpointer) dt_import_keep (self, tidy, -1));
      start = next;
    }

  return cells;
}
