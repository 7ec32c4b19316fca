/* dt-import-clean.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-html-private.h"

#include "text/dt-text.h"

#include <string.h>

/* What stands for a sign that looks like another, or for nothing; %NULL for itself. */
static const char *
find_substitute (gunichar c)
{
  switch (c)
    {
    case 0x00a0: /* no-break blanks and blanks of other widths */
    case 0x2002:
    case 0x2003:
    case 0x2007:
    case 0x2009:
    case 0x202f:
    case 0x3000:
      return " ";
    case 0x00d0: /* Eth and African D, drawn like Đ */
    case 0x0189:
      return "Đ";
    case 0x00f0:
    case 0x0256:
      return "đ";
    case 0x2010: /* hyphens that do not break */
    case 0x2011:
      return "-";
    case 0x2028:
    case 0x2029:
    case 0x0085:
    case '\v':
    case '\f':
      return "\n";
    case 0x00ad: /* soft hyphen, zero width, direction, byte order */
    case 0x200b:
    case 0x200e:
    case 0x200f:
    case 0x2060:
    case 0xfeff:
      return "";
    default:
      if ((c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0))
        return "";
      return NULL;
    }
}

/**
 * dt_import_clean_text:
 * @text: valid UTF-8
 *
 * Takes from text what only word processors and the web put there: separate
 * accents, soft hyphens, blanks that do not break, letters of other alphabets
 * that are drawn like Đ, controls, line ends of other systems.
 *
 * Returns: (transfer full): the clean text; blanks at its ends stay
 */
char *
dt_import_clean_text (const char *text)
{
  g_autoptr (GString) out = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  out = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const char *instead = NULL;

      if (*p == '\r')
        instead = p[1] == '\n' ? "" : "\n";
      else
        instead = find_substitute (g_utf8_get_char (p));

      if (instead != NULL)
        g_string_append (out, instead);
      else
        g_string_append_len (out, p, (gssize) (g_utf8_next_char (p) - p));
    }

  return dt_text_to_nfc (out->str);
}

/* A cell, which spreadsheets put between quotation marks where it holds some, or ends of lines. */
static char *
read_cell (const char **cursor)
{
  const char *p = *cursor;
  GString *cell = g_string_new (NULL);

  if (*p == '"')
    {
      const char *close = p + 1;

      while (*close != '\0' && !(*close == '"' && close[1] != '"'))
        close += *close == '"' ? 2 : 1;
      if (*close == '"' && (close[1] == '\0' || close[1] == '\t' || close[1] == '\n'))
        {
          for (p++; p < close; p++)
            {
              g_string_append_c (cell, *p);
              if (*p == '"')
                p++;
            }
          *cursor = close + 1;
          return g_string_free (cell, FALSE);
        }
    }

  while (*p != '\0' && *p != '\t' && *p != '\n')
    g_string_append_c (cell, *p++);
  *cursor = p;

  return g_string_free (cell, FALSE);
}

/**
 * dt_import_tsv_rows:
 * @text: cells between tabulators, as a clipboard has them
 *
 * Reads what a spreadsheet puts on the clipboard; rows may differ in length.
 *
 * Returns: (transfer full) (element-type GStrv): the rows, their cells clean
 *   and on one line
 */
GPtrArray *
dt_import_tsv_rows (const char *text)
{
  GPtrArray *rows;
  g_autofree char *clean = NULL;
  const char *p;

  g_return_val_if_fail (text != NULL, NULL);

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  clean = dt_import_clean_text (text);
  for (p = clean; *p != '\0';)
    {
      GPtrArray *cells = g_ptr_array_new ();

      for (;; p++)
        {
          g_autofree char *cell = read_cell (&p);

          g_ptr_array_add (cells, dt_text_collapse (cell));
          if (*p != '\t')
            break;
        }
      if (*p == '\n')
        p++;
      g_ptr_array_add (cells, NULL);
      g_ptr_array_add (rows, g_ptr_array_free (cells, FALSE));
    }

  return rows;
}

/**
 * dt_import_is_tsv:
 * @text: valid UTF-8
 *
 * Returns: whether every row of @text has the same number of cells, two or more
 */
gboolean
dt_import_is_tsv (const char *text)
{
  g_autoptr (GPtrArray) rows = NULL;
  guint n_cells = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  if (strchr (text, '\t') == NULL)
    return FALSE;

  rows = dt_import_tsv_rows (text);
  for (guint i = 0; i < rows->len; i++)
    {
      guint n = g_strv_length (g_ptr_array_index (rows, i));

      if (n < 2 || (n_cells > 0 && n != n_cells))
        return FALSE;
      n_cells = n;
    }

  return n_cells > 0;
}

/**
 * dt_import_tsv_fragment:
 * @text: cells between tabulators, as a clipboard has them
 *
 * Makes a table in our notation, whose first row repeats on each page.
 *
 * Returns: (transfer full): the lines of the table, the last without its end
 */
char *
dt_import_tsv_fragment (const char *text)
{
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (DtHtmlTable) table = dt_html_table_new ();
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  rows = dt_import_tsv_rows (text);
  out = g_string_new (NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      const char *const *cells = g_ptr_array_index (rows, i);

      dt_html_table_start_row (table, i == 0 && rows->len > 1);
      for (guint j = 0; cells[j] != NULL; j++)
        {
          g_autoptr (DtHtmlLine) line = dt_html_line_new ();

          dt_html_line_add (line, cells[j], 0);
          dt_html_table_add_cell (table, dt_html_line_to_notation (line), FALSE, 'l', 1, 1);
        }
    }
  dt_html_table_write (table, out);
  if (out->len > 0)
    g_string_truncate (out, out->len - 1);

  return g_string_free (out, FALSE);
}
