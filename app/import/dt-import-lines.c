/* dt-import-lines.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-private.h"

#include <string.h>

/*
 * From one text to its lines: ends of lines of every kind, form feeds kept as
 * a mark of the line after them, blanks made one. Blank lines are counted, not
 * kept.
 */

#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029
#define TAB_WIDTH 4

typedef struct
{
  DtImport *import;
  GString *text; /* of the line so far, blanks made one */
  GString *raw;  /* the same with all its blanks */
  guint line;
  guint gap;
  guint indent;
  guint n_blanks; /* pending, seen since the last character */
  gboolean twin;  /* two blanks stand side by side in it, which no columns explain */
  gboolean tab;   /* a tabulator is among them */
  gboolean page;
} Splitter;

static gboolean
is_blank_char (gunichar c)
{
  return c == ' ' || c == '\t' || c == 0x00a0 || c == 0x202f || c == 0x2007 || c == 0x3000 ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x205f || c == 0x1680;
}

static void
finish_line (Splitter *self)
{
  DtImportLine line = { NULL };

  if (self->text->len == 0)
    {
      self->gap++;
    }
  else
    {
      line.text = dt_import_keep (self->import, self->text->str, (gssize) self->text->len);
      line.raw = strcmp (self->raw->str, self->text->str) == 0
                   ? line.text
                   : dt_import_keep (self->import, self->raw->str, (gssize) self->raw->len);
      line.line = self->line;
      line.gap = self->gap;
      line.indent = self->indent;
      line.width = dt_import_width (line.text, self->text->len);
      line.page = self->page;
      if (self->twin && !self->import->twins_told)
        dt_import_report (self->import, DT_IMPORT_BLANKS, self->line, line.text, NULL);
      self->import->twins_told |= self->twin;
      g_array_append_val (self->import->lines, line);
      self->gap = 0;
      self->page = FALSE;
    }

  g_string_truncate (self->text, 0);
  g_string_truncate (self->raw, 0);
  self->n_blanks = 0;
  self->tab = FALSE;
  self->twin = FALSE;
  self->indent = 0;
}

static void
add_char (Splitter *self,
          gunichar c,
          const char *at,
          gsize length)
{
  if (is_blank_char (c))
    {
      self->n_blanks += c == '\t' ? TAB_WIDTH : 1;
      self->tab |= c == '\t';
      return;
    }

  if (self->text->len == 0)
    self->indent = self->n_blanks;
  else if (self->n_blanks > 0)
    {
      g_string_append_c (self->text, ' ');
      self->twin |= self->n_blanks == 2 && !self->tab;
      for (guint i = 0; i < self->n_blanks && !self->tab; i++)
        g_string_append_c (self->raw, ' ');
      if (self->tab)
        g_string_append_c (self->raw, '\t');
    }
  self->n_blanks = 0;
  self->tab = FALSE;
  g_string_append_len (self->text, at, (gssize) length);
  g_string_append_len (self->raw, at, (gssize) length);
}

/**
 * dt_import_read_lines:
 * @self: the import
 * @text: composed UTF-8
 *
 * Fills the list of lines.
 */
void
dt_import_read_lines (DtImport *self,
                      const char *text)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (GString) raw = g_string_new (NULL);
  Splitter splitter = { .import = self, .text = line, .raw = raw, .line = 1 };

  for (const char *p = text; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);
      gunichar c = g_utf8_get_char (p);

      switch (c)
        {
        case '\r':
          if (*next == '\n')
            break;
          G_GNUC_FALLTHROUGH;
        case '\n':
        case 0x85:
          finish_line (&splitter);
          splitter.line++;
          break;
        case '\f':
        case '\v':
        case LINE_SEPARATOR:
        case PARAGRAPH_SEPARATOR:
          finish_line (&splitter);
          splitter.page |= c == '\f';
          break;
        default:
          add_char (&splitter, c, p, (gsize) (next - p));
        }
      p = next;
    }
  if (line->len > 0)
    finish_line (&splitter);
}

DtImportLine *
dt_import_get_line (const DtImport *self,
                    guint index)
{
  g_assert (index < self->lines->len);

  return &g_array_index (self->lines, DtImportLine, index);
}
