/* dt-import-table.c
 *
 * SPDX-FileCopyrightText: 2026 The Dự Thảo authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "dt-import"

#include "config.h"

#include "import/dt-import-steps-private.h"

#include <string.h>

/*
 * A table of tasks whose cells a PDF reader wrote one under the other. Its
 * rows are found by their running number; inside a row the task comes first,
 * then the unit that leads and those that join in, then the time. The cells
 * are put apart only when that reading fits every row; else each row stays
 * together as one paragraph. No word changes its place either way.
 */

#define N_COLUMNS 5
#define MIN_ROWS 2

/* Cells of a row after its number. */
typedef enum
{
  CELL_WORK,
  CELL_LEAD,
  CELL_PARTNER,
  CELL_TIME,
  N_CELLS
} Cell;

/* How the cell of a unit begins. */
static const char *const unit_starts[] = {
  "các ban",
  "các cơ quan",
  "các đoàn thể",
  "các đơn vị",
  "các phòng",
  "các trường",
  "các tổ",
  "công an",
  "công chức",
  "ban chỉ huy",
  "ban quản lý",
  "đoàn thanh niên",
  "hội",
  "mặt trận",
  "phòng",
  "sở",
  "thành viên",
  "trạm y tế",
  "trung tâm",
  "trường",
  "tổ công nghệ",
  "ubmttq",
  "ubnd",
  "ủy ban",
  "uỷ ban",
  "văn phòng",
};

/* How the cell of a time begins. */
static const char *const time_starts[] = {
  "cả năm",
  "chậm nhất",
  "hàng",
  "hằng",
  "khi",
  "năm",
  "ngay",
  "ngày",
  "quý",
  "sau",
  "tháng",
  "theo",
  "thường xuyên",
  "trong",
  "trước",
  "từ",
  "định kỳ",
  "đến",
};

/* Words after which a cell goes on. */
static const char *const open_ends[] = { " các", " cho", " của", " do", " và", " với", " tại", " trên" };

/* Words that head the columns, in the order of the columns. */
static const char *const number_heads[] = { "tt", "stt", "số tt" };

typedef struct
{
  GString *cells[N_CELLS];
  GString *number;
  guint line;
  gboolean readable;
} TableRow;

typedef struct
{
  DtImport *import;
  GPtrArray *rows;          /* of TableRow */
  GPtrArray *head;          /* of const char *: header lines */
  const DtImportLine *last; /* of the cell being filled */
  Cell at;
} Table;

static void
row_free (gpointer data)
{
  TableRow *row = data;

  for (guint i = 0; i < N_CELLS; i++)
    g_string_free (row->cells[i], TRUE);
  g_string_free (row->number, TRUE);
  g_free (row);
}

static TableRow *
row_new (const char *number,
         guint line)
{
  TableRow *row = g_new0 (TableRow, 1);

  for (guint i = 0; i < N_CELLS; i++)
    row->cells[i] = g_string_new (NULL);
  row->number = g_string_new (number);
  row->line = line;

  return row;
}

static gboolean
starts_with_any (const char *text,
                 const char *const *words,
                 gsize n_words)
{
  if (dt_import_start (text) != DT_START_UPPER)
    return FALSE;

  for (gsize i = 0; i < n_words; i++)
    if (dt_import_match_word (text, words[i]) > 0)
      return TRUE;

  return FALSE;
}

/* A line that is a running number ("4.", "9"), or ends in one left over from the row before ("sau) 4.");
 * @start is where the number begins. */
static guint
parse_running_number (const char *text,
                      guint expected,
                      const char **start)
{
  const char *p = strrchr (text, ' ');
  gsize width;
  guint number;

  p = p != NULL ? p + 1 : text;
  width = strspn (p, "0123456789");
  if (width == 0 || width > 3)
    return 0;
  number = (guint) g_ascii_strtoull (p, NULL, 10);
  if (number != expected || !(p[width] == '\0' ? p == text : strcmp (p + width, ".") == 0))
    return 0;

  *start = p;
  return number;
}

static gboolean
is_open (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (open_ends); i++)
    if (g_str_has_suffix (text, open_ends[i]))
      return TRUE;

  return dt_import_end (text) == DT_END_COMMA;
}

static void
append_cell (Table *self,
             TableRow *row,
             Cell cell,
             const DtImportLine *line,
             const char *text)
{
  self->at = cell;
  self->last = line;
  dt_import_join_text (self->import, row->cells[cell], text, line->line);
}

/* Puts one line into the cell it belongs to: a line that carries on stays in its cell. */
static void
read_cell_line (Table *self,
                TableRow *row,
                const DtImportLine *line,
                const char *text)
{
  Cell next = self->at;
  const char *last = self->last != NULL ? self->last->text : "";

  if (row->cells[CELL_WORK]->len > 0 && !is_open (last))
    {
      if (self->at < CELL_PARTNER &&
          starts_with_any (text, unit_starts, G_N_ELEMENTS (unit_starts)))
        next = self->at + 1;
      else if (self->at == CELL_PARTNER &&
               starts_with_any (text, time_starts, G_N_ELEMENTS (time_starts)))
        next = CELL_TIME;
    }

  append_cell (self, row, next, line, text);
}

/* The lines before row 1 are the header; TRUE when they begin as one does. */
static gboolean
is_header (const Table *self)
{
  const char *first;

  if (self->head->len == 0)
    return FALSE;

  first = g_ptr_array_index (self->head, 0);
  for (guint i = 0; i < G_N_ELEMENTS (number_heads); i++)
    if (dt_import_match_word (first, number_heads[i]) > 0)
      return TRUE;

  return FALSE;
}

static void
read_rows (Table *self,
           guint from,
           guint to)
{
  TableRow *row = NULL;

  for (guint i = from; i < to; i++)
    {
      const DtImportLine *line = dt_import_get_line (self->import, i);
      const char *start = NULL;

      if (parse_running_number (line->text, self->rows->len + 1, &start) > 0 &&
          (start == line->text || row != NULL))
        {
          /* What stands before the number was left over by the row above. */
          if (start > line->text)
            {
              const char *rest = dt_import_keep (self->import, line->text, start - line->text - 1);

              append_cell (self, row, self->at, line, rest);
            }
          row = row_new (start, line->line);
          g_ptr_array_add (self->rows, row);
          self->at = CELL_WORK;
          self->last = NULL;
          continue;
        }

      if (row == NULL)
        g_ptr_array_add (self->head, (gpointer) line->text);
      else
        read_cell_line (self, row, line, line->text);
    }
}

static gboolean
is_row_readable (const TableRow *row)
{
  for (guint i = 0; i < N_CELLS; i++)
    if (row->cells[i]->len == 0)
      return FALSE;

  return TRUE;
}

/* Header lines joined to five column titles: a title begins with a capital. */
static gboolean
read_header (const Table *self,
             GPtrArray *titles)
{
  for (guint i = 0; i < self->head->len; i++)
    {
      const char *text = g_ptr_array_index (self->head, i);

      if (i == 0)
        {
          gsize width = 0;

          for (guint n = 0; width == 0 && n < G_N_ELEMENTS (number_heads); n++)
            width = dt_import_match_word (text, number_heads[n]);
          g_ptr_array_add (titles, g_strndup (text, width));
          text += width + strspn (text + width, " ");
          if (*text == '\0')
            continue;
        }

      if (titles->len > 1 && dt_import_start (text) != DT_START_UPPER)
        {
          char **last = (char **) &g_ptr_array_index (titles, titles->len - 1);
          char *joined = g_strconcat (*last, " ", text, NULL);

          g_free (*last);
          *last = joined;
        }
      else
        g_ptr_array_add (titles, g_strdup (text));
    }

  return titles->len == N_COLUMNS;
}

static void
append_escaped_cell (const DtImport *import,
                     GString *body,
                     const char *text)
{
  g_autofree char *escaped = dt_import_escape (import, text, FALSE);

  g_string_append_printf (body, " %s |", escaped);
}

static void
write_table (const Table *self,
             GPtrArray *titles,
             GString *body)
{
  g_string_append_c (body, '|');
  for (guint i = 0; i < titles->len; i++)
    append_escaped_cell (self->import, body, g_ptr_array_index (titles, i));
  g_string_append (body, "\n|:-:|---|---|---|---|");

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TableRow *row = g_ptr_array_index (self->rows, i);

      g_string_append (body, "\n|");
      append_escaped_cell (self->import, body, row->number->str);
      for (guint cell = 0; cell < N_CELLS; cell++)
        append_escaped_cell (self->import, body, row->cells[cell]->str);
    }
}

/* One paragraph for the header and one for each row. The number is part of the text here: the guard that
 * escaping sets keeps it from being counted anew. */
static void
write_rows (const Table *self,
            GString *body)
{
  g_autoptr (GString) text = g_string_new (NULL);
  DtImportBody lines = { .import = self->import, .text = body };

  for (guint i = 0; i < self->head->len; i++)
    dt_import_join_text (self->import, text, g_ptr_array_index (self->head, i), 0);
  dt_import_body_append_text (&lines, text->str, 0);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const TableRow *row = g_ptr_array_index (self->rows, i);

      g_string_assign (text, row->number->str);
      for (guint cell = 0; cell < N_CELLS; cell++)
        if (row->cells[cell]->len > 0)
          g_string_append_printf (text, " %s", row->cells[cell]->str);
      dt_import_body_append_text (&lines, text->str, row->line);
      dt_import_report (self->import, DT_IMPORT_TABLE_UNREADABLE, row->line, text->str, NULL);
    }
}

/**
 * dt_import_read_table:
 * @self: the import
 * @from: the first line
 * @to: the line after the last
 * @body: takes the table in the notation
 *
 * Reads lines that are the cells of a table with running numbers.
 *
 * Returns: %FALSE when they are not; @body is left alone then
 */
gboolean
dt_import_read_table (DtImport *self,
                      guint from,
                      guint to,
                      GString *body)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GPtrArray) head = g_ptr_array_new ();
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  Table table = { .import = self, .rows = rows, .head = head };
  gboolean readable;

  if (self->markdown || from >= to)
    return FALSE;

  read_rows (&table, from, to);
  if (rows->len < MIN_ROWS || !is_header (&table))
    return FALSE;

  readable = read_header (&table, titles);
  for (guint i = 0; readable && i < rows->len; i++)
    readable = is_row_readable (g_ptr_array_index (rows, i));

  if (readable)
    {
      g_autofree char *n_rows = g_strdup_printf ("%u", rows->len);

      write_table (&table, titles, body);
      dt_import_report (self, DT_IMPORT_TABLE_REBUILT, dt_import_get_line (self, from)->line,
                        n_rows, NULL);
    }
  else
    write_rows (&table, body);

  return TRUE;
}
