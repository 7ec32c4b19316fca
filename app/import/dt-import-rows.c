/* dt-import-rows.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-steps-private.h"

#include "text/dt-text.h"

#include <string.h>

/*
 * Tables that came with their cells apart: pasted out of a word processor,
 * with tabulators between, or written with bars. Rows that follow each other
 * with the same number of cells are a table.
 */

/* Two cells are more often a number and its text. */
#define MIN_CELLS 3
#define MIN_ROWS 2

static const char *const number_heads[] = { "tt", "stt", "số tt" };

/* Whether a row is written with a bar on either side. */
static gboolean
has_outer_bars (const DtImportLine *line)
{
  return line->text[0] == '|' && g_str_has_suffix (line->text, "|") && line->text[1] != '\0';
}

/* The cells of a line, or NULL when it has too few. @outer: what its first row had around it. */
static char **
split_row (const DtImportLine *line,
           gboolean outer)
{
  const char *text = line->text;
  g_autofree char *inner = NULL;
  char **cells;

  if (strchr (line->raw, '\t') != NULL)
    cells = g_strsplit (line->raw, "\t", -1);
  else if (strchr (text, '|') == NULL || (outer && !has_outer_bars (line)))
    return NULL;
  else
    {
      inner = outer ? g_strndup (text + 1, strlen (text) - 2) : g_strdup (text);
      cells = g_strsplit (inner, "|", -1);
    }

  if (g_strv_length (cells) < MIN_CELLS)
    {
      g_strfreev (cells);
      return NULL;
    }

  return cells;
}

/**
 * dt_import_count_rows:
 * @self: the import
 * @from: a line
 * @to: where to stop
 *
 * Returns: how many lines from @from on are the rows of one table; 0 when it
 *   begins none
 */
guint
dt_import_count_rows (DtImport *self,
                      guint from,
                      guint to)
{
  gboolean outer = has_outer_bars (dt_import_get_line (self, from));
  guint n_cells = 0;
  guint n = 0;

  if (self->markdown)
    return 0;

  for (guint i = from; i < to; i++)
    {
      g_auto (GStrv) cells = split_row (dt_import_get_line (self, i), outer);

      if (cells == NULL || (n > 0 && g_strv_length (cells) != n_cells))
        break;
      n_cells = g_strv_length (cells);
      n++;
    }

  return n >= MIN_ROWS ? n : 0;
}

static void
append_row (DtImport *self,
            const char *text,
            guint line,
            GArray *paragraphs)
{
  DtImportParagraph row = { .text = dt_import_keep (self, text, -1), .line = line, .n_lines = 1 };

  row.marker.mark = DT_MARK_ROW;
  g_array_append_val (paragraphs, row);
}

static gboolean
is_header (const char *cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (number_heads); i++)
    {
      gsize width = dt_import_match_word (cell, number_heads[i]);

      if (width > 0 && cell[width] == '\0')
        return TRUE;
    }

  return FALSE;
}

/**
 * dt_import_append_rows:
 * @self: the import
 * @from: the first line of a table
 * @n_rows: how many lines it has
 * @paragraphs: (element-type DtImportParagraph): where its rows go, written in
 *   the notation
 *
 * A first row that begins with "TT" or "STT" is the header.
 */
void
dt_import_append_rows (DtImport *self,
                       guint from,
                       guint n_rows,
                       GArray *paragraphs)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean outer = has_outer_bars (dt_import_get_line (self, from));

  for (guint i = from; i < from + n_rows; i++)
    {
      const DtImportLine *line = dt_import_get_line (self, i);
      g_auto (GStrv) cells = split_row (line, outer);

      g_string_assign (text, "|");
      for (guint n = 0; cells[n] != NULL; n++)
        {
          g_autofree char *tidy = dt_text_collapse (cells[n]);
          g_autofree char *escaped = dt_import_escape (self, tidy, FALSE);

          g_string_append_printf (text, " %s |", escaped);
        }
      append_row (self, text->str, line->line, paragraphs);

      if (i > from || !is_header (g_strstrip (cells[0])))
        continue;
      g_string_assign (text, "|:-:|");
      for (guint n = 1; cells[n] != NULL; n++)
        g_string_append (text, "---|");
      append_row (self, text->str, line->line, paragraphs);
    }
}
